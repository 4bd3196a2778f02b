"""A pupil's name in a sentence for colleagues is caught; a word that only looks like a name isn't."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lti_tool.hgw.naamvangst import namen_in

ROOSTER = [
    "Sem de Vries",
    "Roos Wolf",
    "Noa El Idrissi",
    "Max Bakker",
    "Zoë van 't Hart",
    "Anne-Marie van den Berg",
    "Frans Jansen",
    "Bo Li",
    "Ben Aït Said",
    "Visser, Mei",
    "Thijs Oosterhuis",
]


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("docenten die Sem helpen", ["Sem"]),
        ("docenten die sem helpen", ["sem"]),
        ("een maatje zoals Sems vriend", ["Sems"]),
        ("Noa’s schrift", ["Noa’s"]),
        ("Thijs' schrift", ["Thijs"]),
        ("met ZOE of zoë", ["ZOE", "zoë"]),
        ("samen met Sem de Vries in de klas", ["Sem de Vries"]),
        ("de familie De Vries belt", ["Vries"]),
        ("naast Anne Marie", ["Anne Marie"]),
        ("naast Anne-Marie van den Berg", ["Anne-Marie van den Berg"]),
        ("uitleg van Idrissi", ["Idrissi"]),
        ("de broer van Said", ["Said"]),
        ("naast Bo in de groep", ["Bo"]),
        ("Sem, Noa en Sem", ["Sem", "Noa"]),
        ("docenten die Roos helpen", ["Roos"]),
        ("opdrachten waarin Mei kiest", ["Mei"]),
        ("wat max bakker helpt", ["max bakker"]),
        ("bij Frans Jansen", ["Frans Jansen"]),
    ],
)
def test_a_name_is_caught_as_it_is_written(tekst: str, gevonden: list[str]) -> None:
    assert namen_in(tekst, ROOSTER) == gevonden


@pytest.mark.parametrize(
    "tekst",
    [
        "een instructie die kort en duidelijk is",
        "opdrachten met max. 3 vragen",
        "Max. 3 vragen per les",
        "Roos en tulp tekenen",
        "ik ben er in mei. Mei is druk",
        "met hart voor de zaak, van den beginne",
        "extra uitleg bij Frans",
        "de bakker, de visser en de wolf",
        "van de docent",
        "samen, semester, noaberschap, assem",
        "een berg werk",
        "bo",
        "",
        "   ",
    ],
)
def test_an_ordinary_word_is_no_name(tekst: str) -> None:
    assert namen_in(tekst, ROOSTER) == []


@pytest.mark.parametrize("rooster", [[], [""], ["  ", "-", "."], ["S."]])
def test_an_empty_class_list_catches_nothing(rooster: list[str]) -> None:
    assert namen_in("Sem de Vries helpt S.", rooster) == []


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=4000), st.lists(st.text(max_size=40), max_size=40))
def test_what_is_caught_stands_in_the_text(tekst: str, rooster: list[str]) -> None:
    gevonden = namen_in(tekst, rooster)
    assert all(naam in tekst for naam in gevonden)
    assert len(set(gevonden)) == len(gevonden)


@given(
    st.sampled_from(["Sem", "Noa", "Zoë", "Idrissi", "Oosterhuis"]), st.sampled_from(["", ".", ",", "!", ")"])
)
def test_a_rare_name_is_caught_before_any_sign(naam: str, teken: str) -> None:
    assert namen_in(f"docenten die letten op {naam}{teken} en zo", ROOSTER) == [naam]
