"""Moments are read in every form in which teachers write them, and never taken for something else."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lti_tool.hgw.doeltekst import schoon, vlak
from lti_tool.hgw.momenten import Moment, momenten

HERFST = (date(2026, 8, 31), date(2026, 12, 18))
WINTER = (date(2027, 1, 4), date(2027, 4, 2))
LENTE = (date(2027, 4, 5), date(2027, 7, 9))


# The same day in every form.
VIJFTIEN_MAART = [
    "15 maart", "15 mrt", "15 mrt.", "15e maart", "15 Maart 2027", "15 maart '27", "op 15-3", "15-03-2027",
    "15/3", "15/03/27", "15.3.2027", "2027-03-15", "15-3-'27", "uiterlijk 15 -3- 2027",
]  # fmt: skip
SCHOOL = [
    "vóór de kerstvakantie", "na de meivak.", "voor Pasen", "eind maart", "half feb", "begin mrt",
    "in juni", "week 12", "wk 12", "wk12", "wk. 12", "over zes weken", "binnen 6 wkn", "over een maand",
    "na 3 weken", "aan het eind van de periode", "eind v.d. periode", "einde cyclus", "deze periode",
    "in blok 3", "P3", "TW 2", "in de toetsweek", "bij de volgende Cito", "op het volgende rapport",
    "tot rapport 2", "R3", "voor vrijdag", "a.s. maandag", "halverwege", "eind van het schooljaar",
    "volgend schooljaar", "pw H5", "45 maart",
]  # fmt: skip
GEEN_MOMENT = [
    "elke week", "3x per week", "per week 12 woorden", "elke week 3 bladzijden", "dagelijks", "20 minuten",
    "3/5 lessen", "4-5 keer", "9/10 goed", "blz. 12-15", "opg. 20-12", "12-15%", "z.s.m.", "ooit",
    "31-2-2027", "0-0", "13-13", "week 99", "jansen", "toetsen", "rapporteren", "3x in een week",
    "sinds 9 november", "", " ",
]  # fmt: skip
BUITEN = [
    ("15 mei", WINTER), ("week 40", WINTER), ("vóór de kerstvakantie", LENTE),
    ("over een half jaar", WINTER), ("eind van het schooljaar", HERFST), ("volgend schooljaar", LENTE),
    ("eind november", WINTER), ("3-1-2028", WINTER), ("in juni", HERFST), ("over twee jaar", LENTE),
    ("uiterlijk 15-5", WINTER),
]  # fmt: skip
MISSCHIEN_BINNEN = [
    ("15 maart", WINTER), ("vóór 3 april", WINTER), ("vóór de kerstvakantie", HERFST), ("week 12", WINTER),
    ("tot de meivakantie", LENTE), ("in de toetsweek", WINTER), ("over zes weken", WINTER), ("P3", HERFST),
    ("voor 5-6 vakken", WINTER), ("eind van het schooljaar", LENTE), ("binnen een jaar", HERFST),
]  # fmt: skip


def gelezen(tekst: str, periode: tuple[date, date] = WINTER) -> list[Moment]:
    return momenten(vlak(schoon(tekst)), periode)


@pytest.mark.parametrize("tekst", VIJFTIEN_MAART)
def test_a_day_is_read_in_every_form(tekst: str) -> None:
    (moment,) = gelezen(tekst)
    assert moment.laatste == date(2027, 3, 15)


@pytest.mark.parametrize(("tekst", "jaar"), [("15 oktober", 2026), ("15 mei", 2027)])
@pytest.mark.parametrize("periode", [HERFST, WINTER, LENTE])
def test_a_day_without_a_year_lies_in_the_school_year(
    tekst: str, jaar: int, periode: tuple[date, date]
) -> None:
    (moment,) = gelezen(tekst, periode)
    assert moment.laatste is not None
    assert moment.laatste.year == jaar


@pytest.mark.parametrize("tekst", SCHOOL)
def test_a_moment_of_the_school_is_a_moment(tekst: str) -> None:
    assert len(gelezen(tekst)) == 1


@pytest.mark.parametrize("tekst", GEEN_MOMENT)
def test_what_is_no_moment_is_left_alone(tekst: str) -> None:
    assert gelezen(tekst) == []


@pytest.mark.parametrize(("tekst", "periode"), BUITEN)
def test_a_moment_outside_the_period_is_known_to_be(tekst: str, periode: tuple[date, date]) -> None:
    assert gelezen(tekst, periode)[0].buiten(periode)


@pytest.mark.parametrize(("tekst", "periode"), MISSCHIEN_BINNEN)
def test_a_moment_that_may_lie_inside_is_never_called_outside(tekst: str, periode: tuple[date, date]) -> None:
    assert not any(moment.buiten(periode) for moment in gelezen(tekst, periode))


def test_two_moments_stand_in_the_order_of_the_text_without_overlap() -> None:
    eerste, tweede = gelezen("in week 6 en in de laatste week van februari 2027")
    assert eerste.einde <= tweede.begin


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=2000), st.dates(date(2020, 1, 1), date(2060, 1, 1)))
def test_any_text_can_be_read(tekst: str, begin: date) -> None:
    gewoon = schoon(tekst)
    for moment in momenten(vlak(gewoon), (begin, begin)):
        assert 0 <= moment.begin < moment.einde <= len(gewoon)


@given(st.text())
def test_a_folded_text_is_as_long_as_the_text(tekst: str) -> None:
    assert len(vlak(tekst)) == len(tekst)
