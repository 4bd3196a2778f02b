"""The dates of a cycle are proposed from the course or from the school calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.cyclusvoorstel import OngeldigeKalender, Periode, stel_cyclus_voor
from lti_tool.hgw.schooljaar import controleer_cyclus

DRIE = [
    {"begin": "08-01", "eind": "11-30"},
    {"begin": "12-01", "eind": "03-15"},
    {"begin": "03-16", "eind": "07-31"},
]
JAAR = ("2026-08-23T22:00:00+00:00", "2027-07-15T22:00:00+00:00")
JAAR = ("2026-08-23T22:00:00+00:00", "2027-07-15T22:00:00+00:00")


def dagen(periode: Periode) -> tuple[date, date, int]:
    return periode.begin, periode.eind, periode.nummer


def test_without_course_dates_the_calendar_decides() -> None:
    voorstel = stel_cyclus_voor(date(2027, 1, 10), None, None, DRIE)
    assert dagen(voorstel) == (date(2026, 12, 1), date(2027, 3, 15), 2)
    assert voorstel.toelichting == "Periode 2 van de schoolkalender."


def test_a_year_course_is_cut_into_periods() -> None:
    voorstel = stel_cyclus_voor(date(2026, 9, 10), *JAAR, DRIE)
    assert dagen(voorstel) == (date(2026, 8, 24), date(2026, 11, 30), 1)
    assert "24 augustus 2026 tot en met 16 juli 2027" in voorstel.toelichting
    assert dagen(stel_cyclus_voor(date(2027, 1, 10), *JAAR, DRIE))[2] == 2
    assert dagen(stel_cyclus_voor(date(2027, 5, 1), *JAAR, DRIE)) == (date(2027, 3, 16), date(2027, 7, 16), 3)


def test_a_course_of_one_period_is_the_cycle() -> None:
    voorstel = stel_cyclus_voor(date(2027, 2, 10), "2027-02-01", "2027-04-20", DRIE)
    assert dagen(voorstel) == (date(2027, 2, 1), date(2027, 4, 20), 2)
    assert voorstel.toelichting.startswith("Volgens de data van de cursus")


def test_a_course_still_to_begin_gets_its_first_cycle() -> None:
    assert dagen(stel_cyclus_voor(date(2026, 7, 10), *JAAR, DRIE)) == (
        date(2026, 8, 24),
        date(2026, 11, 30),
        1,
    )


@pytest.mark.parametrize(
    ("begin", "eind"),
    [
        (None, None),
        ("", ""),
        ("2026-08-24", ""),
        ("$CourseSection.timeFrame.begin", "$CourseSection.timeFrame.end"),
        ("1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00+00:00"),
        ("2027-07-16", "2026-08-24"),
        ("2024-08-26", "2025-07-18"),
        ("2029-08-26", "2030-07-18"),
        ("gisteren", "morgen"),
    ],
)
def test_course_dates_that_cannot_be_meant_are_passed_over(begin: str | None, eind: str | None) -> None:
    assert stel_cyclus_voor(date(2026, 9, 10), begin, eind, DRIE) == stel_cyclus_voor(
        date(2026, 9, 10), None, None, DRIE
    )


def test_a_course_that_only_just_touches_a_period_leaves_it_whole() -> None:
    voorstel = stel_cyclus_voor(date(2026, 11, 10), "2026-11-16", "2027-07-16", DRIE)
    assert dagen(voorstel) == (date(2026, 8, 1), date(2026, 11, 30), 1)


def test_in_a_holiday_the_next_period_is_proposed() -> None:
    periodes = [{"begin": "08-24", "eind": "12-18"}, {"begin": "01-04", "eind": "07-16"}]
    assert dagen(stel_cyclus_voor(date(2026, 12, 28), None, None, periodes))[0] == date(2027, 1, 4)
    assert dagen(stel_cyclus_voor(date(2027, 7, 20), None, None, periodes))[0] == date(2027, 8, 24)


@pytest.mark.parametrize(
    "periodes",
    [
        [],
        [{"begin": "08-01"}],
        [{"begin": "1 augustus", "eind": "11-30"}],
        [{"begin": "02-30", "eind": "03-30"}],
        [{"begin": "11-30", "eind": "08-01"}],
        [{"begin": "08-01", "eind": "11-30"}, {"begin": "11-30", "eind": "02-01"}],
    ],
)
def test_a_calendar_that_makes_no_sense_is_refused(periodes: list[dict[str, str]]) -> None:
    with pytest.raises(OngeldigeKalender):
        stel_cyclus_voor(date(2026, 9, 10), None, None, periodes)


@given(
    st.dates(date(2005, 1, 1), date(2095, 1, 1)),
    st.integers(-500, 500),
    st.integers(-100, 500),
)
def test_a_proposal_is_always_a_good_cycle(vandaag: date, verschil: int, duur: int) -> None:
    begin = vandaag + timedelta(days=verschil)
    eind = begin + timedelta(days=duur)
    voorstel = stel_cyclus_voor(vandaag, begin.isoformat(), eind.isoformat(), DRIE)
    assert controleer_cyclus(voorstel.begin, voorstel.eind) == ()
    assert 1 <= voorstel.nummer <= len(DRIE)
    assert voorstel.eind >= vandaag
