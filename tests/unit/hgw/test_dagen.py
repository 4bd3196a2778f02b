"""A day in a field of its own."""

from datetime import date

import pytest

from lti_tool.hgw.dagen import lees_dag

PERIODE = (date(2026, 8, 24), date(2027, 1, 29))


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("20-11-2026", date(2026, 11, 20)),
        ("20 nov", date(2026, 11, 20)),
        ("15 januari", date(2027, 1, 15)),
        (" 2026-11-20 ", date(2026, 11, 20)),
        ("uiterlijk 1 december 2026", date(2026, 12, 1)),
        ("voor 1 december", date(2026, 12, 1)),
        ("eind november", date(2026, 11, 30)),
    ],
)
def test_a_day_is_read_as_teachers_write_it(tekst: str, dag: date) -> None:
    assert lees_dag(tekst, PERIODE) == dag


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "snel",
        "voor de kerst",
        "over 6 weken",
        "31-2-2026",
        "1 november of 4 december",
        "1970-01-01",
        "\x00",
        "9" * 4000,
    ],
)
def test_what_names_no_day_or_two_is_no_day(tekst: str) -> None:
    assert lees_dag(tekst, PERIODE) is None
