"""A pasted block lands where the teacher meant it: from the chosen cell on, or at the pupils it names."""

import pytest

from lti_tool.hgw.namenmatch import Zekerheid
from lti_tool.hgw.tabelplak import MEESTE_RIJEN
from lti_tool.models import Kolom, Kolomsoort, Persoon, Regel
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.rooster import leerling_van
from lti_tool.services.scores.plakken import maak_blok

PERSONEN = [
    Persoon(id=101, voornaam="Sem", achternaam="de Vries", nummer="150301", email="sem@school.example"),
    Persoon(id=102, voornaam="Zoë", achternaam="Bakker", nummer="150302", email="zoe@school.example"),
    Persoon(id=103, voornaam="Daan", achternaam="Jansen", nummer="150303", email="d1@school.example"),
    Persoon(id=104, voornaam="Daan", achternaam="Jansen", nummer="150304", email="d2@school.example"),
]
KLAS = [(Regel(id=n, persoon=p), leerling_van(p)) for n, p in enumerate(PERSONEN, start=1)]
REGELS = [1, 2, 3, 4]
TOETS_1, TOETS_2 = (
    Kolom(id=n, soort=Kolomsoort.TOETS, schaal={"soort": "cijfer"}, ijkpunt="5,5") for n in (11, 12)
)
TEKST = Kolom(id=13, soort=Kolomsoort.TEKST)


def plak(tekst, regels=REGELS, kolommen=(TOETS_1, TOETS_2, TEKST), *, op_plaats=False):
    return maak_blok(tekst, KLAS, regels, kolommen, op_plaats=op_plaats)


def landing(blok):
    return [(rij.kandidaten, rij.waarden) for rij in blok.rijen]


def test_a_column_goes_down_from_the_chosen_cell():
    blok = plak("7,5\r\n8\r\n", regels=[2, 3, 4])
    assert landing(blok) == [((2,), {11: "7,5"}), ((3,), {11: "8"})]
    assert (blok.namen, blok.op_naam, blok.meldingen) == (False, False, [])


def test_a_block_goes_right_as_well():
    assert landing(plak("7,5\t6\trustig\n8\t5\tdruk")) == [
        ((1,), {11: "7,5", 12: "6", 13: "rustig"}),
        ((2,), {11: "8", 12: "5", 13: "druk"}),
    ]


def test_rows_follow_the_order_on_the_screen():
    assert [rij.kandidaten for rij in plak("7\n8\n6", regels=[4, 1, 3]).rijen] == [(4,), (1,), (3,)]


def test_what_does_not_fit_is_left_out_and_said():
    blok = plak("7\t8\n6\t5\n4\t3", regels=[3, 4], kolommen=[TOETS_1])
    assert landing(blok) == [((3,), {11: "7"}), ((4,), {11: "6"})]
    assert blok.meldingen == [
        "Vanaf deze cel passen 2 rijen; je plakt er 3.",
        "Vanaf deze cel past 1 kolom; je plakt er 2.",
    ]


def test_a_head_above_the_scores_is_no_score():
    blok = plak("Toets H3\n7,5\n8")
    assert landing(blok) == [((1,), {11: "7,5"}), ((2,), {11: "8"})]
    assert blok.meldingen == ["De eerste rij is een kopregel en wordt overgeslagen."]


def test_a_wrong_first_score_is_not_taken_for_a_head():
    assert len(plak("7,x\nabc\n8").rijen) == 3
    assert len(plak("abc").rijen) == 1


@pytest.mark.parametrize(
    "namen",
    [
        "Bakker, Zoë\t7\nVries, Sem de\t8",
        "zoe bakker\t7\nSem de Vries\t8",
        "150302\t7\n150301\t8",
        "zoe@school.example\t7\nSEM@school.example\t8",
        "Zoë\tBakker\t7\nSem\tde Vries\t8",
        "Zoë\t\tBakker\t7\nSem\tde\tVries\t8",
        "Naam\tToets 1\nZoë Bakker\t7\nSem de Vries\t8",
    ],
)
def test_rows_with_names_or_numbers_go_to_their_pupil_wherever_they_start(namen):
    blok = plak(namen, regels=[4])
    assert blok.op_naam
    assert [(rij.zekerheid, *paar) for rij, paar in zip(blok.rijen, landing(blok), strict=True)] == [
        (Zekerheid.ZEKER, (2,), {11: "7"}),
        (Zekerheid.ZEKER, (1,), {11: "8"}),
    ]


def test_two_pupils_with_one_name_are_never_guessed_between():
    blok = plak("Daan Jansen\t7\nZoë Bakker\t8\nPiet Puk\t9")
    assert [rij.zekerheid for rij in blok.rijen] == [Zekerheid.TWIJFEL, Zekerheid.ZEKER, Zekerheid.GEEN]
    assert blok.rijen[0].kandidaten == (3, 4)


def test_a_row_of_nobody_keeps_its_score_for_a_teacher_who_knows_whose_it_is():
    assert plak("Zoë Bakker\t8\nSem de Vries\t7\nPiet Puk\t9").rijen[2].waarden == {11: "9"}


def test_names_can_be_pasted_in_order_on_request():
    blok = plak("Zoë Bakker\t7\nSem de Vries\t8", op_plaats=True)
    assert (blok.namen, blok.op_naam) == (True, False)
    assert landing(blok)[0] == ((1,), {11: "Zoë Bakker", 12: "7"})


def test_names_alone_leave_nothing_to_paste_by_name():
    assert not plak("Zoë Bakker\nSem de Vries").namen


@pytest.mark.parametrize("tekst", ["", "\n\n", " \t ", "\0"])
def test_nothing_is_refused(tekst):
    with pytest.raises(OngeldigeWaarde, match="niets om te plakken"):
        plak(tekst)


def test_too_much_is_refused_with_how_much_fits():
    with pytest.raises(OngeldigeWaarde, match=str(MEESTE_RIJEN)):
        plak("7\n" * (MEESTE_RIJEN + 1))


def test_a_row_of_another_overview_is_not_found():
    with pytest.raises(NietGevonden):
        plak("7", regels=[99])
    with pytest.raises(OngeldigeWaarde):
        plak("7", regels=[])
