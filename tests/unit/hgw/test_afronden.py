"""Finer numbers than a scale has are rounded, and it is said what they were."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.afronden import lees_ruim
from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import OngeldigeScore

CIJFER = Schaal.van_dict({"soort": "cijfer"})
PERCENTAGE = Schaal.van_dict({"soort": "percentage"})
NIVEAU = Schaal.van_dict({"soort": "niveau_i_v"})
HEEL = Schaal.van_dict({"soort": "getal", "minimum": -5, "maximum": 200})


@pytest.mark.parametrize(
    ("schaal", "tekst", "score", "was"),
    [
        (CIJFER, "7.46000", "7,5", "7,46"),
        (CIJFER, "5,45", "5,5", "5,45"),
        (CIJFER, "5.44999", "5,4", "5,44999"),
        (CIJFER, "9.95", "10,0", "9,95"),
        (PERCENTAGE, "83.33333 %", "83,33%", "83,33333%"),
        (PERCENTAGE, "83,337", "83,34%", "83,337"),
        (HEEL, "12.5", "13", "12,5"),
        (HEEL, "-0.2", "0", "-0,2"),
    ],
)
def test_a_finer_number_is_rounded_half_up_and_says_what_it_was(schaal, tekst, score, was):
    gelezen = lees_ruim(schaal, tekst)
    assert gelezen.score is not None
    assert (gelezen.score.tekst, gelezen.was) == (score, was)


@pytest.mark.parametrize(
    ("schaal", "tekst", "score"),
    [(CIJFER, "7,5", "7,5"), (CIJFER, "7.50000", "7,5"), (CIJFER, " 8 ", "8,0"), (NIVEAU, "iv", "IV")],
)
def test_what_fits_is_not_rounded(schaal, tekst, score):
    gelezen = lees_ruim(schaal, tekst)
    assert gelezen.score is not None
    assert (gelezen.score.tekst, gelezen.was) == (score, "")


@pytest.mark.parametrize("tekst", ["", "-", "–", "  "])
def test_nothing_or_a_dash_is_absent(tekst):
    assert lees_ruim(CIJFER, tekst).score is None


@pytest.mark.parametrize(
    ("schaal", "tekst"),
    [
        (CIJFER, "10.04"),
        (CIJFER, "0.99"),
        (CIJFER, "0.00"),
        (CIJFER, "74.60"),
        (CIJFER, "74.61 %"),
        (CIJFER, "7,4,6"),
        (CIJFER, "=7.46"),
        (CIJFER, "٧.٤٦"),
        (CIJFER, "7." + "1" * 400),
        (NIVEAU, "2.75"),
        (HEEL, "1e2"),
    ],
)
def test_what_the_scale_does_not_know_is_refused_before_rounding(schaal, tekst):
    with pytest.raises(OngeldigeScore):
        lees_ruim(schaal, tekst)


@given(st.decimals(1, 10, places=5))
def test_rounding_moves_a_grade_by_half_a_tenth_at_most_and_stays_on_the_scale(getal):
    score = lees_ruim(CIJFER, str(getal)).score
    assert score is not None
    assert abs(score.rang - getal) <= Decimal("0.05")
    assert CIJFER.minimum <= score.rang <= CIJFER.maximum
