"""A row of measurements falls, or stands out, only where a teacher would say so too."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.reeksen import Meting, dalende_staart, per_reeks, ver_boven
from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import Score, lees_score

CIJFER = Schaal.van_dict({"soort": "cijfer"})
CITO = Schaal.van_dict({"soort": "niveau_i_v"})


def metingen(schaal: Schaal, *teksten: str) -> list[Meting]:
    return [
        Meting("spelling", f"t{nummer}", date(2026, 9, nummer), lees_score(schaal, tekst))
        for nummer, tekst in enumerate(teksten, start=1)
    ]


def daling(*reeks: Meting) -> list[str]:
    return [gemeten.score.tekst for gemeten in dalende_staart(per_reeks(reeks)["spelling"])]


def score(schaal: Schaal, tekst: str) -> Score:
    gelezen = lees_score(schaal, tekst)
    assert gelezen is not None
    return gelezen


def test_measurements_are_put_in_order_of_date() -> None:
    oud, midden, nieuw = metingen(CITO, "II", "III", "IV")
    assert daling(nieuw, oud, midden) == ["II", "III", "IV"]


def test_an_undated_measurement_is_the_oldest() -> None:
    (nieuw,) = metingen(CITO, "IV")
    assert daling(nieuw, Meting("spelling", "oud", None, score(CITO, "II"))) == ["II", "IV"]


def test_absent_scores_and_an_older_scale_are_passed_over() -> None:
    reeks = [*metingen(CIJFER, "9,0"), *metingen(CITO, "-", "II", "", "IV")]
    assert daling(*reeks) == ["II", "IV"]
    assert per_reeks(metingen(CITO, "-", "")) == {}


@pytest.mark.parametrize(
    ("teksten", "verwacht"),
    [
        (["7,5", "7,4", "7,3"], ["7,5", "7,4", "7,3"]),
        (["5,0", "7,5", "7,4", "7,3"], ["7,5", "7,4", "7,3"]),
        (["7,5", "7,4"], []),
        (["7,5", "6,0"], ["7,5", "6,0"]),
        (["8,0", "7,0", "7,0"], []),
        (["6,0", "7,0"], []),
        (["6,0"], []),
    ],
)
def test_a_small_difference_is_a_fall_only_the_third_time(teksten: list[str], verwacht: list[str]) -> None:
    assert daling(*metingen(CIJFER, *teksten)) == verwacht


@given(st.lists(st.integers(10, 100), min_size=1, max_size=6))
def test_a_fall_is_strict_and_ends_at_the_last_score(tienden: list[int]) -> None:
    teksten = [f"{n // 10},{n % 10}" for n in tienden]
    staart = daling(*metingen(CIJFER, *teksten))
    assert len(staart) != 1
    assert staart == teksten[len(teksten) - len(staart) :]
    rangen = [score(CIJFER, tekst).rang for tekst in staart]
    assert rangen == sorted(set(rangen), reverse=True)


def test_far_above_the_group_is_rare() -> None:
    groep = [score(CIJFER, tekst) for tekst in ("5,5", "6,0", "6,0", "6,5", "6,5", "7,0", "7,0", "7,5")]
    assert ver_boven(score(CIJFER, "9,0"), groep)
    assert not ver_boven(score(CIJFER, "7,5"), groep)
    assert not ver_boven(score(CIJFER, "9,0"), groep[:7])
    assert not ver_boven(score(CIJFER, "9,0"), [*groep[:7], None])


def test_in_a_group_that_is_all_the_same_a_little_more_is_not_far_above() -> None:
    groep = [score(CIJFER, "7,0")] * 10
    assert not ver_boven(score(CIJFER, "7,5"), groep)
    assert ver_boven(score(CIJFER, "8,0"), groep)


def test_levels_are_far_above_from_two_levels_on() -> None:
    groep = [score(CITO, niveau) for niveau in ("III", "III", "III", "III", "IV", "V", "II", "III")]
    assert ver_boven(score(CITO, "I"), groep)
    assert not ver_boven(score(CITO, "II"), groep)


def test_scores_of_another_scale_are_no_group() -> None:
    assert not ver_boven(score(CITO, "I"), [score(CIJFER, "3,0")] * 20)
