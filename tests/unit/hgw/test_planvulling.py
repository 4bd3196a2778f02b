"""Goals and sentences of needs, merged for a plan: nothing lost, nothing doubled, nothing confused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.planvulling import (
    Behoefte,
    Behoeftedoel,
    Behoeftezin,
    voeg_doelen_samen,
    voeg_zinnen_samen,
    zelfde_doel,
)


def behoeften(*teksten: str) -> list[Behoefte]:
    return [Behoefte(n, (Behoeftedoel(n, tekst),)) for n, tekst in enumerate(teksten, start=1)]


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [
        ("Leest elke dag.", "leest elke dag", True),
        ("leest elke dag een kwartier", "leest elke dag een kwartiertje", True),
        ("haalt een 6 voor de toets", "haalt een 7 voor de toets", False),
        ("praat niet door de uitleg heen", "praat door de uitleg heen", False),
        ("leest elke dag", "schrijft elke dag", False),
        ("", "", True),
    ],
)
def test_the_same_goal_is_known_by_its_words(een: str, ander: str, zelfde: bool) -> None:
    assert zelfde_doel(Behoeftedoel(1, een), Behoeftedoel(2, ander)) is zelfde


def test_two_measures_that_differ_make_two_goals() -> None:
    een, ander = Behoeftedoel(1, "leest", "10 minuten"), Behoeftedoel(2, "leest", "20 minuten")
    assert not zelfde_doel(een, ander)
    assert zelfde_doel(een, Behoeftedoel(3, "leest"))


def test_shared_goals_come_first_with_the_first_words_measure_and_the_last_day() -> None:
    gegeven = [
        Behoefte(1, (Behoeftedoel(1, "spreekt"), Behoeftedoel(2, "Leest elke dag"))),
        Behoefte(2, (Behoeftedoel(3, "leest elke dag", "op de lijst", date(2026, 11, 1)),)),
        Behoefte(3, (Behoeftedoel(4, "leest elke dag.", "", date(2026, 11, 20)),)),
    ]
    eerste, tweede = voeg_doelen_samen(gegeven)
    assert (eerste.tekst, eerste.maat, eerste.voor_wanneer) == (
        "Leest elke dag",
        "op de lijst",
        date(2026, 11, 20),
    )
    assert (eerste.bronnen, tweede.bronnen) == ((2, 3, 4), (1,))


@given(st.lists(st.text(max_size=30), max_size=12))
def test_every_goal_with_words_is_behind_exactly_one_goal_of_the_plan(teksten: list[str]) -> None:
    samen = voeg_doelen_samen(behoeften(*teksten))
    bronnen = [bron for doel in samen for bron in doel.bronnen]
    assert sorted(bronnen) == [n for n, tekst in enumerate(teksten, start=1) if tekst.strip()]


def test_sentences_stand_by_category_most_needed_first() -> None:
    stappen = Behoeftezin("instructie", "stappen", "een instructie in stappen")
    kort = Behoeftezin("instructie", "kort", "een korte instructie")
    eigen = Behoeftezin("docenten", "", "docenten die wachten")
    gegeven = [
        Behoefte(1, (), (eigen, stappen, kort)),
        Behoefte(2, (), (Behoeftezin("instructie", "kort", "een heel korte instructie"),)),
        Behoefte(3, (), (Behoeftezin("docenten", "", "Docenten die wachten."), Behoeftezin("x", "", " "))),
    ]
    zinnen = voeg_zinnen_samen(gegeven, ["instructie", "docenten"])
    assert [(zin.tekst, zin.aantal) for zin in zinnen] == [
        ("een korte instructie", 2),
        ("een instructie in stappen", 1),
        ("docenten die wachten", 2),
    ]
