"""Files as schools' systems give them: read, guessed right, matched with the class, or refused clearly."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from lti_tool.hgw.namenmatch import Zekerheid
from lti_tool.models import Kolom, Kolomsoort, Persoon, Regel
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep.rooster import leerling_van
from lti_tool.services.scores.scorebestand import controleer_rollen, lees, maak_rijen, raad_rollen

PERSONEN = [
    Persoon(id=101, voornaam="Sem", achternaam="de Vries", nummer="150301", email="sem@school.example"),
    Persoon(id=102, voornaam="Zoë", achternaam="Bakker", nummer="150302", email="zoe@school.example"),
]
KLAS = [(Regel(id=n, persoon=p), leerling_van(p)) for n, p in enumerate(PERSONEN, start=1)]


def kolom(nummer, kop, naam, schaal=None):
    soort = Kolomsoort.TOETS if schaal else Kolomsoort.TEKST
    return Kolom(id=nummer, kop=kop, naam=naam, soort=soort, schaal={"soort": schaal} if schaal else None)


KOLOMMEN = [
    kolom(10, "TL", "Technisch lezen", "niveau_i_v"),
    kolom(11, "Toets 1", "Eerste toets", "cijfer"),
    kolom(12, "Toets 2", "Tweede toets", "cijfer"),
    kolom(13, "Analyse", "Analyse van de fouten"),
]

MOODLE = (
    "First name,Last name,ID number,Email address,Quiz: Toets 1 (Percentage),Quiz: Toets 1 (Real),"
    "Quiz: Toets 1 (Feedback),Course total (Real),Last downloaded from this course\n"
    'Sem,"de Vries",150301,sem@school.example,"71.78 %",7.46000,"Let op &#039;t teken",7.46,1795000000\n'
    "Zoë,Bakker,150302,zoe@school.example,-,-,-,-,1795000000\n"
    "Piet,Puk,999,piet@school.example,50 %,5.5,-,5.5,1795000000\n"
)
MAGISTER = "Leerling;Toets 2\nVries, Sem de;7,5\nBakker, Zoë;8,0\n"
CITO = "Leerlingnummer\tNaam\tTechnisch lezen\n150302\tZoë Bakker\tII\n150301\tSem de Vries\tIV\n"
ZONDER_NAAM = "nr;Proefwerk H3\n150301;6,1\n150302;7\n"


def gelezen(tekst, naam="cijfers.csv", gevuld=frozenset()):
    _, gegevens = lees(naam, tekst.encode())
    return gegevens, raad_rollen(gegevens, KOLOMMEN, gevuld)


def waarden(tekst, **anders):
    gegevens, rollen = gelezen(tekst, **anders)
    rijen = maak_rijen(gegevens, rollen, KLAS)
    return {rij.kandidaten[0]: rij.waarden for rij in rijen if rij.zekerheid is Zekerheid.ZEKER}


@pytest.mark.parametrize(
    ("tekst", "rollen"),
    [
        (MOODLE, ["voornaam", "achternaam", "nummer", "email", "", "11", "", "", ""]),
        (MAGISTER, ["naam", "12"]),
        (CITO, ["nummer", "naam", "10"]),
        (ZONDER_NAAM, ["nummer", "11"]),
    ],
)
def test_columns_are_guessed_from_their_heads_and_values(tekst, rollen):
    assert gelezen(tekst)[1] == rollen


def test_a_nameless_score_goes_to_the_first_test_without_scores():
    assert gelezen(ZONDER_NAAM, gevuld=frozenset({11}))[1] == ["nummer", "12"]


def test_several_nameless_scores_are_left_to_the_teacher():
    assert gelezen("nr;H3;H4\n150301;6,1;7\n")[1] == ["nummer", "", ""]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (MOODLE, {1: {11: "7.46000"}, 2: {11: ""}}),
        (MAGISTER, {1: {12: "7,5"}, 2: {12: "8,0"}}),
        (CITO, {1: {10: "IV"}, 2: {10: "II"}}),
        (ZONDER_NAAM, {1: {11: "6,1"}, 2: {11: "7"}}),
    ],
)
def test_rows_find_their_pupil_by_number_email_or_name(tekst, verwacht):
    assert waarden(tekst) == verwacht


def test_who_is_not_in_the_class_is_nobody_until_the_teacher_says_who():
    gegevens, rollen = gelezen(MOODLE)
    vreemd = maak_rijen(gegevens, rollen, KLAS)[2]
    assert (vreemd.wie, vreemd.zekerheid, vreemd.kandidaten) == ("Piet Puk", Zekerheid.GEEN, ())
    assert vreemd.waarden == {11: "5.5"}


def test_feedback_can_go_to_a_text_with_its_entities_decoded():
    gegevens, rollen = gelezen(MOODLE)
    rollen[6] = "13"
    assert maak_rijen(gegevens, rollen, KLAS)[0].waarden[13] == "Let op 't teken"


def test_numbers_of_a_spreadsheet_come_as_they_were_seen():
    boek = Workbook()
    for rij in (["Naam", "Toets 1"], ["Sem de Vries", 7.5], ["Zoë Bakker", "-"]):
        boek.active.append(rij)
    inhoud = BytesIO()
    boek.save(inhoud)
    _, gegevens = lees("cijfers.xlsx", inhoud.getvalue())
    rijen = maak_rijen(gegevens, raad_rollen(gegevens, KOLOMMEN, frozenset()), KLAS)
    assert [rij.waarden for rij in rijen] == [{11: "7,5"}, {11: ""}]


@pytest.mark.parametrize(
    ("rollen", "bezwaar"),
    [
        (["", "11"], "over wie"),
        (["tussenvoegsel", "11"], "over wie"),
        (["naam", ""], "scores"),
        (["naam", "11", "11"], "dezelfde plek"),
        (["naam", "naam", "11"], "dezelfde plek"),
    ],
)
def test_a_choice_that_cannot_be_read_is_told(rollen, bezwaar):
    assert any(bezwaar in zin for zin in controleer_rollen(rollen))


def test_a_good_choice_has_nothing_in_its_way():
    assert controleer_rollen(["voornaam", "achternaam", "", "11"]) == []


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("leeg.csv", b""),
        ("kop.csv", b"Naam;Toets 1\n"),
        ("foto.xlsx", b"\x89PNG\r\n"),
        ("macro.xlsm", b"PK\x03\x04"),
        ("oud.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("cijfers.pdf", b"%PDF-1.7"),
        ("", b"x"),
    ],
)
def test_a_bad_file_is_refused_in_words_for_the_teacher(naam, inhoud):
    with pytest.raises(OngeldigeWaarde) as fout:
        lees(naam, inhoud)
    assert str(fout.value).endswith(".")


def test_a_name_with_a_path_is_shortened_to_the_file():
    assert lees("C:\\Users\\b.bakker\\cijfers.csv", MAGISTER.encode())[0] == "cijfers.csv"
