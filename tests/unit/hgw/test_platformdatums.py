"""Dates are read as a platform sends them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.datums import geloofwaardig
from lti_tool.hgw.platformdatums import lees_platformdatum


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("2026-08-23T23:00:00+00:00", date(2026, 8, 24)),
        ("2027-07-15T23:00:00+00:00", date(2027, 7, 16)),
        ("2026-08-24T00:00:00+02:00", date(2026, 8, 24)),
        ("2026-08-23T22:00:00Z", date(2026, 8, 24)),
        ("2026-08-24T09:00:00", date(2026, 8, 24)),
        (" 2026-08-24 ", date(2026, 8, 24)),
    ],
)
def test_the_day_in_the_netherlands_counts(tekst: str, dag: date) -> None:
    assert lees_platformdatum(tekst) == dag


@pytest.mark.parametrize(
    "tekst",
    [
        None,
        "",
        "-",
        "0",
        "$CourseSection.timeFrame.begin",
        "24-08-2026",
        "1970-01-01T00:00:00+00:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "2026-13-01",
        "2026-02-30T00:00:00Z",
        "<script>",
    ],
)
def test_a_date_that_cannot_be_meant_is_no_date(tekst: str | None) -> None:
    assert lees_platformdatum(tekst) is None


@given(st.text(max_size=40))
def test_any_text_may_be_sent(tekst: str) -> None:
    dag = lees_platformdatum(tekst)
    assert dag is None or geloofwaardig(dag) or dag.year in {1999, 2101}
