"""Guessing columns: Moodle's gradebook export, a test export, a grade list."""

import pytest

from lti_tool.documents.herkennen import Kolomgok, celwaarde, raad_kolommen
from lti_tool.documents.inlezen import lees_bestand

# An extract of real files has these heads in English and Dutch (moodle.md).
MOODLE_NL = (
    "Voornaam,Achternaam,Nummer (ID),Instelling,Afdeling,E-mailadres,Opdracht: Breuken (Reëel),"
    "Opdracht: Breuken (Percentage),Opdracht: Breuken (Letter),Opdracht: Breuken (Feedback),"
    "Spelling totaal (Reëel),Cursustotaal (Reëel),Laatst gedownload uit deze cursus\n"
    'Aya,"de Vries",100234,,,aya@example.org,7.50,"75.00 %",C,"Let op &amp; &#039;rond af&#039;",'
    "6.20,6.90,1795300000\n"
    "Bram,Bos,100235,,,bram@example.org,-,-,-,,-,-,1795300000\n"
)
MOODLE_EN = (
    "First name,Last name,ID number,Email address,Suspended,Quiz: Ch. 3 (b) (Real),Words (Real),"
    "Quiz: Ch. 3 (b) (Real),Course total (Percentage),Last downloaded from this course\n"
    "Aya,de Vries,100234,aya@example.org,,8.00000,Goed,3.00000,80.00 %,1795300000\n"
)


def rollen(gokken):
    return [gok.rol for gok in gokken]


def gok_csv(tekst):
    blad = lees_bestand("x.csv", tekst.encode())
    return raad_kolommen(blad.koppen, blad.rijen)


def test_a_dutch_moodle_export_is_known_by_its_heads():
    gokken = gok_csv(MOODLE_NL)
    assert rollen(gokken) == [
        *("voornaam", "achternaam", "nummer", "overslaan", "overslaan", "email"),
        *("score", "score", "score", "feedback", "overslaan", "overslaan", "overslaan"),
    ]
    assert gokken[6:10] == [
        Kolomgok("score", "Breuken", "punten"),
        Kolomgok("score", "Breuken", "percentage"),
        Kolomgok("score", "Breuken", "letter"),
        Kolomgok("feedback", "Breuken"),
    ]


def test_an_english_moodle_export_keeps_brackets_in_a_title_and_both_of_two_equal_items():
    gokken = gok_csv(MOODLE_EN)
    assert [gok.titel for gok in gokken if gok.rol == "score"] == ["Ch. 3 (b)", "Words", "Ch. 3 (b)"]
    assert gokken[6].weergave == "woord"
    assert gokken[8].rol == "overslaan"


def test_a_title_with_a_colon_of_its_own_stays_whole():
    assert raad_kolommen(["Hoofdstuk 3: breuken (Real)"], [["7.0"]])[0].titel == "Hoofdstuk 3: breuken"


def test_a_test_export_has_number_level_and_score():
    gokken = gok_csv(
        "Lln.nr.;Naam;Toets;Niveau;Vaardigheidsscore\n12;Aya;BL 3.0;II;214\n13;Bram;BL 3.0;IV;180\n"
    )
    assert rollen(gokken) == ["nummer", "naam", "overslaan", "score", "score"]
    assert [gok.weergave for gok in gokken[3:]] == ["niveau", "punten"]


def test_a_grade_list_has_one_name_column_and_decimal_commas():
    gokken = gok_csv(
        "Stamnr;Leerling;Klas;Repetitie H1;SO woorden;Opmerking\n1;Bos, Bram;3HA;7,5;voldoende;ziek\n"
    )
    assert rollen(gokken) == ["nummer", "naam", "overslaan", "score", "score", "overslaan"]
    assert [gok.weergave for gok in gokken[3:5]] == ["punten", "woord"]


def test_a_list_with_the_prefix_in_a_column_of_its_own():
    koppen = ["Roepnaam", "Tussenvoegsel", "Achternaam", "Leerlingnummer", "E-mail"]
    assert rollen(raad_kolommen(koppen, [])) == ["voornaam", "tussenvoegsel", "achternaam", "nummer", "email"]


@pytest.mark.parametrize(
    ("cellen", "weergave"),
    [
        (["7,5", "6", "10,0"], "punten"),
        (["75%", "80 %"], "percentage"),
        (["I", "V", "III"], "niveau"),
        (["A", "E"], "niveau"),
        (["A", "F", "F"], "letter"),
        (["1F", "<1F", "2S"], "referentie"),
        (["Goed", "onvoldoende"], "woord"),
        (["7", "6", "8", "5", "-", "ziek"], "punten"),
    ],
)
def test_values_tell_how_scores_are_written(cellen, weergave):
    assert raad_kolommen(["Lezen"], [[cel] for cel in cellen]) == [Kolomgok("score", "Lezen", weergave)]


@pytest.mark.parametrize("cellen", [[], ["", "-"], ["zit goed in de groep"], ["7", "ziek", "weg"]])
def test_what_has_no_scores_is_skipped(cellen):
    assert raad_kolommen(["Iets"], [[cel] for cel in cellen])[0].rol == "overslaan"


def test_e_mail_addresses_are_known_without_a_head_that_says_so():
    assert raad_kolommen(["Account"], [["aya@example.org"]])[0].rol == "email"


def test_a_second_column_with_the_same_meaning_is_skipped():
    assert rollen(raad_kolommen(["Nummer", "Leerlingnummer"], [["1", "2"]])) == ["nummer", "overslaan"]


def test_scores_without_a_head_are_skipped_for_nobody_knows_what_they_are():
    assert rollen(raad_kolommen([""], [["7"]])) == ["overslaan"]


def test_a_missing_score_is_empty_and_zero_is_a_score():
    score = Kolomgok("score", "Breuken", "punten")
    assert [celwaarde(score, cel) for cel in ("-", " ", "0.00", " 7,5 ")] == ["", "", "0.00", "7,5"]


def test_feedback_is_decoded_once_and_no_more():
    feedback = Kolomgok("feedback", "Breuken")
    assert celwaarde(feedback, "a &amp;lt; b &#039;c&#039;") == "a &lt; b 'c'"
    assert celwaarde(feedback, "-") == ""
    assert celwaarde(Kolomgok("naam", "Naam"), "A &amp; B") == "A &amp; B"
