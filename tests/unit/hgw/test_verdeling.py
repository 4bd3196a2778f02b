"""The spread of a group counts every pupil once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import Score, lees_score
from lti_tool.hgw.verdeling import verdeling

CIJFER = Schaal.van_dict({"soort": "cijfer"})
CITO = Schaal.van_dict({"soort": "niveau_i_v"})
PERCENTAGE = Schaal.van_dict({"soort": "percentage"})


def lees(schaal: Schaal, *teksten: str) -> list[Score | None]:
    return [lees_score(schaal, tekst) for tekst in teksten]


def test_levels_are_counted_worst_first_and_have_no_mean() -> None:
    uitkomst = verdeling(CITO, lees(CITO, "IV", "IV", "I", "-"), lees_score(CITO, "III"))
    assert uitkomst.niveaus == (("V", 0), ("IV", 2), ("III", 0), ("II", 0), ("I", 1))
    assert (uitkomst.aantal, uitkomst.afwezig, uitkomst.onder_norm) == (3, 1, 2)
    assert uitkomst.gemiddelde is None


def test_grades_are_counted_as_on_a_report() -> None:
    uitkomst = verdeling(CIJFER, lees(CIJFER, "5,4", "5,5", "10", "-"))
    assert dict(uitkomst.niveaus)["5"] == 1
    assert dict(uitkomst.niveaus)["6"] == 1
    assert dict(uitkomst.niveaus)["10"] == 1
    assert uitkomst.gemiddelde == "7,0"
    assert uitkomst.onder_norm is None


def test_a_percentage_falls_in_one_of_five_bands() -> None:
    uitkomst = verdeling(PERCENTAGE, lees(PERCENTAGE, "0", "20", "100", "99,99"))
    assert uitkomst.niveaus[0] == ("0 tot 20", 1)
    assert uitkomst.niveaus[1] == ("20 tot 40", 1)
    assert uitkomst.niveaus[-1] == ("80 tot en met 100", 2)
    assert uitkomst.gemiddelde == "55,0%"


def test_a_group_without_scores_has_an_empty_spread() -> None:
    uitkomst = verdeling(CIJFER, lees(CIJFER, "-", ""))
    assert (uitkomst.aantal, uitkomst.afwezig, uitkomst.gemiddelde) == (0, 2, None)
    assert sum(aantal for _, aantal in uitkomst.niveaus) == 0


def test_a_score_of_another_scale_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="andere schaal"):
        verdeling(CIJFER, lees(CITO, "I"))


@given(
    st.integers(-50, 50),
    st.integers(1, 60),
    st.lists(st.integers(0, 100), max_size=40),
)
def test_every_present_score_is_counted_once(laag: int, bereik: int, delen: list[int]) -> None:
    schaal = Schaal.van_dict({"soort": "getal", "minimum": laag, "maximum": laag + bereik})
    scores = lees(schaal, *(str(laag + bereik * deel // 100) for deel in delen))
    uitkomst = verdeling(schaal, scores)
    assert sum(aantal for _, aantal in uitkomst.niveaus) == len(delen) == uitkomst.aantal
