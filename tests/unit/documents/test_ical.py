"""A calendar file is read back by a strict reader of our own, line by line as RFC 5545 has it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.documents.ical import Afspraak, schrijf
from lti_tool.hgw.weekrooster import lesdagen

GEWIJZIGD = datetime(2026, 9, 1, 12, 30, tzinfo=UTC)
_REGEL = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)", re.DOTALL)


def afspraak(*dagen: date, **anders: str) -> Afspraak:
    velden = {"uid": "les-1@groepswijzer", "titel": "Spelling", "begin": "09:10", "eind": "10:00"} | anders
    return Afspraak(dagen=dagen, gewijzigd_op=GEWIJZIGD, versie=2, **velden)  # type: ignore[arg-type]


def regels(bestand: bytes) -> list[str]:
    """Content lines, unfolded. Only CR LF ends a line, and no line is over 75 octets."""
    assert bestand.endswith(b"\r\n")
    stukken = bestand[:-2].split(b"\r\n")
    assert all(len(stuk) <= 75 and not re.search(rb"[\r\n]", stuk) for stuk in stukken)
    uit: list[str] = []
    for stuk in stukken:
        tekst = stuk.decode()  # no character was cut in two
        if tekst.startswith(" "):
            uit[-1] += tekst[1:]
        else:
            uit.append(tekst)
    return uit


def gebeurtenissen(bestand: bytes) -> list[dict[str, str]]:
    """Name -> value of each VEVENT; every component is closed in its own order."""
    open_: list[str] = []
    gevonden: list[dict[str, str]] = []
    for regel in regels(bestand):
        treffer = _REGEL.fullmatch(regel)
        assert treffer, regel
        naam, _, waarde = treffer.groups()
        if naam == "BEGIN":
            open_.append(waarde)
            if waarde == "VEVENT":
                gevonden.append({})
        elif naam == "END":
            assert open_.pop() == waarde
        elif open_[-1] == "VEVENT":
            assert naam not in gevonden[-1]
            gevonden[-1][naam] = waarde
    assert open_ == []
    return gevonden


def tekst(waarde: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", waarde)
    return re.sub(r"\\(.)", lambda t: "\n" if t[1] in "nN" else t[1], waarde)


def test_days_off_are_exceptions_in_the_rule_and_ends_that_fall_out_shorten_it() -> None:
    dagen = [date(2026, 9, 7) + timedelta(weeks=n) for n in range(6)]
    vrij = {dagen[0], dagen[2], dagen[3], dagen[5], date(2026, 12, 25)}
    (les,) = gebeurtenissen(schrijf("Lessen", [replace(afspraak(*dagen), vrij=vrij)]))
    assert les["DTSTART"] == "20260914T091000"
    assert les["RRULE"] == "FREQ=WEEKLY;COUNT=4;INTERVAL=1"
    assert les["EXDATE"] == "20260921T091000,20260928T091000"
    (los,) = gebeurtenissen(schrijf("Lessen", [replace(afspraak(*dagen[:2]), vrij=vrij)]))
    assert "RRULE" not in los
    assert "EXDATE" not in los
    assert gebeurtenissen(schrijf("Lessen", [replace(afspraak(*dagen[2:4]), vrij=vrij)])) == []


def dagen_van(gebeurtenis: dict[str, str]) -> Iterator[date]:
    """The days that the rule of an event means."""
    dag = datetime.strptime(gebeurtenis["DTSTART"], "%Y%m%dT%H%M%S").replace(tzinfo=UTC).date()
    regel = dict(deel.split("=") for deel in gebeurtenis.get("RRULE", "COUNT=1;INTERVAL=1").split(";"))
    for nummer in range(int(regel["COUNT"])):
        yield dag + nummer * timedelta(weeks=int(regel["INTERVAL"]))


def test_a_weekly_lesson_is_one_event_with_a_rule() -> None:
    bestand = schrijf("Lessen", [afspraak(date(2026, 9, 7), date(2026, 9, 14), plaats="lokaal 12")])
    (les,) = gebeurtenissen(bestand)
    assert les == {
        "UID": "les-1@groepswijzer",
        "DTSTAMP": "20260901T123000Z",
        "LAST-MODIFIED": "20260901T123000Z",
        "SEQUENCE": "2",
        "DTSTART": "20260907T091000",
        "DTEND": "20260907T100000",
        "RRULE": "FREQ=WEEKLY;COUNT=2;INTERVAL=1",
        "SUMMARY": "Spelling",
        "LOCATION": "lokaal 12",
    }
    assert "DTSTART;TZID=Europe/Amsterdam:20260907T091000" in regels(bestand)


def test_the_file_says_what_it_is_and_when_summer_time_is() -> None:
    gelezen = regels(schrijf("Lessen van Bas", [afspraak(date(2026, 9, 7))]))
    assert gelezen[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "X-WR-CALNAME:Lessen van Bas" in gelezen
    zone = gelezen[gelezen.index("BEGIN:VTIMEZONE") : gelezen.index("END:VTIMEZONE")]
    assert "TZID:Europe/Amsterdam" in zone
    assert {"BEGIN:STANDARD", "TZOFFSETTO:+0100", "BEGIN:DAYLIGHT", "TZOFFSETTO:+0200"} <= set(zone)


def test_a_year_of_53_weeks_breaks_the_rule_in_two_and_each_part_has_its_own_name() -> None:
    dagen = lesdagen(1, "oneven", date(2026, 12, 1), date(2027, 2, 1))
    lessen = gebeurtenissen(schrijf("Lessen", [afspraak(*dagen)]))
    assert [les["UID"] for les in lessen] == ["les-1@groepswijzer", "2-les-1@groepswijzer"]
    assert [dag for les in lessen for dag in dagen_van(les)] == list(dagen)


def test_a_lesson_on_no_day_is_left_out() -> None:
    assert gebeurtenissen(schrijf("Lessen", [afspraak()])) == []


@pytest.mark.parametrize(
    "titel",
    [
        "spelling; lezen, en \\ meer",
        "twee\nregels",
        "é" * 80,
        "👩\u200d🏫" * 30,
        "BEGIN:VEVENT\r\nEND:VCALENDAR",
        "tab\ten bel\x07",
    ],
)
def test_any_text_stays_one_line_and_comes_back(titel: str) -> None:
    (les,) = gebeurtenissen(schrijf(titel, [afspraak(date(2026, 9, 7), titel=titel, plaats=titel)]))
    verwacht = titel.replace("\r\n", "\n").replace("\t", "").replace("\x07", "")
    assert tekst(les["SUMMARY"]) == tekst(les["LOCATION"]) == verwacht


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200),
    st.integers(1, 5),
    st.sampled_from(["elke", "even", "oneven"]),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(0, 340),
)
def test_every_lesson_day_comes_back_exactly_once(
    titel: str, dag: int, weken: str, begin: date, dagen: int
) -> None:
    verwacht = lesdagen(dag, weken, begin, begin + timedelta(days=dagen))
    lessen = gebeurtenissen(schrijf("Lessen", [afspraak(*verwacht, titel=titel)]))
    assert sorted(op for les in lessen for op in dagen_van(les)) == list(verwacht)
    assert all(tekst(les["SUMMARY"]) == titel for les in lessen)
