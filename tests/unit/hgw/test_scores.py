"""Scores are read as teachers write them, and compare only where that makes sense."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import OngeldigeScore, Score, bewaarde_score, lees_score, onder_ijkpunt, verloop

CIJFER = Schaal.van_dict({"soort": "cijfer"})
PERCENTAGE = Schaal.van_dict({"soort": "percentage"})
CITO = Schaal.van_dict({"soort": "niveau_i_v"})
LETTER = Schaal.van_dict({"soort": "niveau_a_e"})
REFERENTIE = Schaal.van_dict({"soort": "referentieniveau"})
WOORDEN = Schaal.van_dict({"soort": "woorden"})
PUNTEN = Schaal.van_dict({"soort": "getal", "minimum": -5, "maximum": 120})
ALLE = [CIJFER, PERCENTAGE, CITO, LETTER, REFERENTIE, WOORDEN, PUNTEN]


def score(schaal: Schaal, tekst: str) -> Score:
    gelezen = lees_score(schaal, tekst)
    assert gelezen is not None
    return gelezen


@pytest.mark.parametrize(
    ("schaal", "getypt", "tekst"),
    [
        (CIJFER, "7,5", "7,5"),
        (CIJFER, "7.5", "7,5"),
        (CIJFER, " 8 ", "8,0"),
        (CIJFER, "10", "10,0"),
        (CIJFER, "7.50000", "7,5"),
        (CIJFER, "\u00a06,0\u00a0", "6,0"),
        (PERCENTAGE, "75 %", "75%"),
        (PERCENTAGE, "83.33", "83,33%"),
        (PERCENTAGE, "0.00", "0%"),
        (PERCENTAGE, "100%", "100%"),
        (CITO, "iv", "IV"),
        (LETTER, "a", "A"),
        (REFERENTIE, "< 1f", "<1F"),
        (REFERENTIE, "2F", "2F"),
        (WOORDEN, "Voldoende", "voldoende"),
        (WOORDEN, "v", "voldoende"),
        (PUNTEN, "0", "0"),
        (PUNTEN, "-0", "0"),
        (PUNTEN, "\u22123", "-3"),
    ],
)
def test_a_score_is_read_as_it_is_written(schaal: Schaal, getypt: str, tekst: str) -> None:
    assert score(schaal, getypt).tekst == tekst


@pytest.mark.parametrize("schaal", ALLE)
@pytest.mark.parametrize("leeg", ["", "  ", "-", " - ", "\u2013", "\u2014", "\u00a0", "\t\n"])
def test_absent_is_not_zero(schaal: Schaal, leeg: str) -> None:
    assert lees_score(schaal, leeg) is None


@pytest.mark.parametrize(
    ("schaal", "fout", "genoemd"),
    [
        (CIJFER, "0,9", "1,0 tot en met 10,0"),
        (CIJFER, "10,1", "1,0 tot en met 10,0"),
        (CIJFER, "7,25", "één decimaal"),
        (CIJFER, "7,", "cijfer"),
        (CIJFER, "1e1", "cijfer"),
        (CIJFER, "nan", "cijfer"),
        (CIJFER, "5%", "cijfer"),
        (CIJFER, "\u0667", "cijfer"),
        (CIJFER, "zeven", "cijfer"),
        (PERCENTAGE, "101", "100"),
        (PERCENTAGE, "-1%", "0 tot en met 100"),
        (PUNTEN, "1.000,5", "120"),
        (PUNTEN, "3,5", "zonder decimalen"),
        (CITO, "VI", "I, II, III, IV of V"),
        (CITO, "4", "I, II, III, IV of V"),
        (LETTER, "F", "A, B, C, D of E"),
        (REFERENTIE, "1G", "<1F, 1F"),
        (WOORDEN, "matig", "onvoldoende, voldoende of goed"),
        (WOORDEN, "<script>alert(1)</script>", "onvoldoende, voldoende of goed"),
        (CIJFER, "7" * 100_000, "cijfer"),
    ],
)
def test_an_unknown_value_is_refused_and_the_allowed_ones_are_named(
    schaal: Schaal, fout: str, genoemd: str
) -> None:
    with pytest.raises(OngeldigeScore) as gevangen:
        lees_score(schaal, fout)
    assert genoemd in str(gevangen.value)
    assert len(str(gevangen.value)) < 120


def test_a_beginning_that_two_words_share_is_not_guessed() -> None:
    schaal = Schaal.van_dict({"soort": "woorden", "waarden": ["zwak", "goed", "goed plus"]})
    assert score(schaal, "goed").tekst == "goed"
    with pytest.raises(OngeldigeScore):
        lees_score(schaal, "go")


@given(st.sampled_from(ALLE), st.text(max_size=12))
def test_reading_back_what_was_read_changes_nothing(schaal: Schaal, tekst: str) -> None:
    try:
        gelezen = lees_score(schaal, tekst)
    except OngeldigeScore:
        gelezen = None
    assert gelezen is None or lees_score(schaal, gelezen.tekst) == gelezen


@pytest.mark.parametrize("schaal", [CITO, LETTER, REFERENTIE, WOORDEN])
def test_every_value_of_a_list_is_a_score(schaal: Schaal) -> None:
    assert [score(schaal, waarde).tekst for waarde in schaal.waarden] == list(schaal.waarden)


@given(st.integers(10, 100), st.integers(10, 100))
def test_grades_rank_as_numbers(links: int, rechts: int) -> None:
    laag, hoog = (score(CIJFER, f"{n // 10},{n % 10}") for n in (links, rechts))
    assert (laag.rang < hoog.rang) == (links < rechts)


def test_level_one_and_letter_a_are_best() -> None:
    assert score(CITO, "I").rang > score(CITO, "II").rang > score(CITO, "V").rang
    assert score(LETTER, "A").rang > score(LETTER, "E").rang
    assert score(REFERENTIE, "4F").rang > score(REFERENTIE, "1S").rang > score(REFERENTIE, "<1F").rang


def test_only_a_present_score_can_be_under_the_norm() -> None:
    norm = score(CITO, "III")
    assert onder_ijkpunt(score(CITO, "IV"), norm)
    assert not onder_ijkpunt(score(CITO, "III"), norm)
    assert not onder_ijkpunt(None, norm)
    assert not onder_ijkpunt(score(CITO, "V"), None)


def test_a_norm_on_another_scale_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="andere schaal"):
        onder_ijkpunt(score(CITO, "IV"), score(LETTER, "C"))


@pytest.mark.parametrize(
    ("teksten", "verwacht"),
    [
        (["6,0", "7,0"], "stijgt"),
        (["8,0", "7,0"], "daalt"),
        (["7,0", "7"], "gelijk"),
        (["9,0", "5,0", "6,0"], "stijgt"),
        (["8,0", "-", "7,0", ""], "daalt"),
        (["7,0"], None),
        (["-", ""], None),
        ([], None),
    ],
)
def test_the_course_compares_the_last_two_scores(teksten: list[str], verwacht: str | None) -> None:
    assert verloop([lees_score(CIJFER, tekst) for tekst in teksten]) == verwacht


def test_a_changed_scale_starts_a_new_course() -> None:
    assert verloop([score(CIJFER, "9,0"), score(CITO, "V")]) is None
    reeks = [score(CIJFER, "9,0"), score(CITO, "V"), score(CITO, "IV")]
    assert verloop(reeks) == "stijgt"


def test_a_rank_is_exact() -> None:
    assert score(CIJFER, "5,4").rang == Decimal("5.4")


@pytest.mark.parametrize("tekst", ["III", "11", "x" * 100])
def test_a_kept_text_that_does_not_fit_its_scale_is_no_score_and_no_error(tekst):
    assert bewaarde_score(CIJFER, tekst) is None
    assert bewaarde_score(CIJFER, "7,5") == lees_score(CIJFER, "7.5")
