"""Dates are written as people say them, and a slip of the keyboard is seen."""

from datetime import date

import pytest

from lti_tool.hgw.datums import datum_tekst, geloofwaardig


@pytest.mark.parametrize(
    ("dag", "tekst"),
    [(date(2026, 8, 4), "4 augustus 2026"), (date(2027, 12, 31), "31 december 2027")],
)
def test_a_date_is_written_in_words(dag: date, tekst: str) -> None:
    assert datum_tekst(dag) == tekst


@pytest.mark.parametrize("dag", [date(26, 8, 24), date(1970, 1, 1), date(2206, 8, 24), date(9999, 12, 31)])
def test_a_year_that_nobody_means_is_not_believed(dag: date) -> None:
    assert not geloofwaardig(dag)
    assert geloofwaardig(dag.replace(year=2026))
