"""A drawing of a course says in words what it shows, and stays inside its frame."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import Score, lees_score
from lti_tool.hgw.verloopgrafiek import Grafiek, teken

CIJFER = Schaal.van_dict({"soort": "cijfer"})
CITO = Schaal.van_dict({"soort": "niveau_i_v"})


def score(schaal: Schaal, tekst: str) -> Score:
    gelezen = lees_score(schaal, tekst)
    assert gelezen is not None
    return gelezen


def grafiek(schaal: Schaal, *teksten: str, ijkpunt: Score | None = None) -> Grafiek:
    getekend = teken([(f"cyclus {n}", score(schaal, t)) for n, t in enumerate(teksten, 1)], ijkpunt)
    assert getekend is not None
    return getekend


def test_the_best_level_stands_highest() -> None:
    assert [p.y for p in grafiek(CITO, "V", "III", "I").punten] == [0, 50, 100]
    assert grafiek(CITO, "V", "III", "I").lijn == "0,100 50,50 100,0"


def test_the_sentence_names_every_score_the_direction_and_the_agreement() -> None:
    getekend = grafiek(CITO, "II", "III", "IV", ijkpunt=score(CITO, "III"))
    assert getekend.woorden == (
        "cyclus 1: II, cyclus 2: III, cyclus 3: IV; de laatste keer gedaald; afspraak: III"
    )
    assert [p.onder for p in getekend.punten] == [False, False, True]
    assert getekend.ijkpunt == 50


def test_one_score_is_no_course() -> None:
    assert teken([]) is None
    assert teken([("cyclus 1", score(CIJFER, "7,5"))]) is None


def test_an_agreement_on_an_older_scale_is_left_out() -> None:
    assert grafiek(CITO, "II", "III", ijkpunt=score(CIJFER, "5,5")).ijkpunt is None


def test_scores_of_two_scales_are_refused() -> None:
    with pytest.raises(ValueError, match="dezelfde schaal"):
        teken([("a", score(CIJFER, "7,5")), ("b", score(CITO, "II"))])


@given(st.lists(st.integers(10, 100), min_size=2, max_size=12))
def test_every_point_lies_inside_the_frame_and_time_runs_to_the_right(tienden: list[int]) -> None:
    punten = grafiek(CIJFER, *(str(Decimal(t) / 10) for t in tienden)).punten
    assert all(0 <= waarde <= 100 for punt in punten for waarde in (punt.x, punt.y))
    assert [p.x for p in punten] == sorted({p.x for p in punten})
    assert (punten[0].x, punten[-1].x) == (0, 100)
