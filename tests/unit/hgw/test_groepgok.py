"""The guess about a course is right where its name says so, and silent where it doesn't."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw import groepgok
from lti_tool.hgw.groepgok import Gok

VAKKEN = tomllib.loads(Path("config/formats/vakken.toml").read_text(encoding="utf-8"))["vakken"]


def raad_soort(titel: str, label: str = "", custom: dict[str, str] | None = None) -> Gok:
    return groepgok.raad_soort(titel, label, VAKKEN, custom or {})


@pytest.mark.parametrize(
    ("titel", "label"),
    [
        ("Klas 3HA – mentoruur", "3HA"),
        ("Mentorklas 3HA", ""),
        ("3HA mentoraat 2026-2027", "3HA-m"),
        ("Coachgroep B2c", ""),
        ("3HA", "3HA"),
        ("Klas 3HA", "KLAS-3HA-2627"),
        ("Brugklas 1b", ""),
        ("Welkom allemaal", "3HA mentor"),
    ],
)
def test_a_mentor_class_is_recognised(titel: str, label: str) -> None:
    gok = raad_soort(titel, label)
    assert (gok.soort, gok.vak) == ("vakoverstijgend", None)


@pytest.mark.parametrize(
    ("titel", "label", "vak"),
    [
        ("Wiskunde 3HA", "wi3ha", "wiskunde"),
        ("3HA wi", "", "wiskunde"),
        ("3ha-netl-2627", "", "Nederlands"),
        ("Wiskunde B vwo 5", "", "wiskunde"),
        ("4h.wis3", "", "wiskunde"),
        ("Nederlands 3HA", "3HA", "Nederlands"),
        ("Duits 3 cluster 2", "du3c2", "Duits"),
        ("3HA en", "", "Engels"),
        ("m&o 4V", "", "bedrijfseconomie"),
        ("L.O. 3HA", "", "lichamelijke opvoeding"),
        ("NaSk1 3k", "", "natuurkunde"),
        ("Mens en maatschappij 2b", "", "mens en maatschappij"),
        ("natuurkunde", "", "natuurkunde"),
        ("Les van meneer Bakker", "3ha.entl1", "Engels"),
    ],
)
def test_a_subject_is_recognised(titel: str, label: str, vak: str) -> None:
    gok = raad_soort(titel, label)
    assert (gok.soort, gok.vak) == ("vakspecifiek", vak)
    assert vak in gok.waarom


@pytest.mark.parametrize("titel", ["Zorgteam", "Plannen en leren", "Na de vakantie", "", "   ", "<b>", "–"])
def test_a_name_that_says_nothing_is_not_guessed_at(titel: str) -> None:
    gok = raad_soort(titel)
    assert (gok.soort, gok.vak) == (None, None)
    assert gok.waarom


def test_several_subjects_are_left_to_the_teacher() -> None:
    gok = raad_soort("Engels en Duits 3HA")
    assert gok == Gok("vakspecifiek", None, "In de naam van de cursus staan meer vakken: Engels en Duits.")


def test_a_mentor_word_beside_a_subject_is_left_to_the_teacher() -> None:
    gok = raad_soort("Mentorgroep wiskunde 3HA")
    assert gok.soort is None
    assert "mentorgroep" in gok.waarom
    assert "wiskunde" in gok.waarom


def test_how_the_tool_was_placed_goes_before_the_name() -> None:
    assert raad_soort("Klas 3HA – mentoruur", "", custom={"vak": "Wiskunde"}).vak == "wiskunde"
    assert raad_soort("Wiskunde 3HA", "", custom={"soort": "vakoverstijgend"}).soort == "vakoverstijgend"
    assert raad_soort("3HA", "", custom={"soort": "vakspecifiek"}) == Gok(
        "vakspecifiek", None, "Zo is de tool in deze cursus gezet: voor een vak."
    )


@pytest.mark.parametrize("custom", [{"vak": "$CourseSection.label"}, {"vak": "  "}, {"soort": "x"}])
def test_an_unknown_placing_is_passed_over(custom: dict[str, str]) -> None:
    assert raad_soort("Duits 3HA", "", custom=custom) == raad_soort("Duits 3HA")


def test_a_subject_named_at_placing_need_not_be_on_the_list() -> None:
    assert raad_soort("3HA", custom={"vak": " Circus  en theater "}).vak == "Circus en theater"
    assert len(raad_soort("3HA", custom={"vak": "x" * 100_000}).vak or "") == 60


def test_a_school_has_its_own_subjects() -> None:
    vakken = [{"naam": "circusles", "afkortingen": ["ci"]}]
    assert groepgok.raad_soort("3HA ci", "", vakken).vak == "circusles"
    assert groepgok.raad_soort("3HA wi", "", vakken).soort is None


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_name_gets_the_same_answer_twice(titel: str, label: str) -> None:
    gok = raad_soort(titel, label)
    assert gok == raad_soort(titel, label)
    assert gok.vak is None or (gok.vak in {vak["naam"] for vak in VAKKEN} and gok.soort == "vakspecifiek")
    assert gok.waarom.endswith(".")


def test_a_very_long_name_is_read_from_its_beginning() -> None:
    assert raad_soort("Duits " + "3HA " * 100_000, "").vak == "Duits"
