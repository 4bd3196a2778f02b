"""An iCalendar file (RFC 5545) of weekly lessons, as calendars on phones and in Outlook read it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

TIJDZONE = "Europe/Amsterdam"
# The rules of the European Union since 1996; calendars need them written out.
_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{TIJDZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)
_OCTETTEN = 75
_ONZICHTBAAR = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Afspraak:
    """A lesson on some days, in order. ``begin``, ``eind``: "HH:MM" local; ``uid`` never changes."""

    uid: str
    titel: str
    dagen: Sequence[date]
    begin: str
    eind: str
    plaats: str = ""
    gewijzigd_op: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    versie: int = 0


def schrijf(naam: str, afspraken: Sequence[Afspraak]) -> bytes:
    """The file; ``naam`` is what the calendar is called. An appointment without days isn't in it."""
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Groepswijzer//Weekrooster//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_tekst(naam)}",
        *_ZONE,
        *(regel for afspraak in afspraken for regel in _afspraak(afspraak)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_vouw(regel)}\r\n" for regel in regels).encode()


def _afspraak(afspraak: Afspraak) -> Iterator[str]:
    for nummer, reeks in enumerate(_reeksen(afspraak.dagen), 1):
        op = f"{afspraak.gewijzigd_op.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        yield "BEGIN:VEVENT"
        yield f"UID:{afspraak.uid if nummer == 1 else f'{nummer}-{afspraak.uid}'}"
        yield f"DTSTAMP:{op}"
        yield f"LAST-MODIFIED:{op}"
        yield f"SEQUENCE:{afspraak.versie}"
        yield f"DTSTART;TZID={TIJDZONE}:{_moment(reeks[0], afspraak.begin)}"
        yield f"DTEND;TZID={TIJDZONE}:{_moment(reeks[0], afspraak.eind)}"
        if len(reeks) > 1:
            yield f"RRULE:FREQ=WEEKLY;INTERVAL={(reeks[1] - reeks[0]).days // 7};COUNT={len(reeks)}"
        yield f"SUMMARY:{_tekst(afspraak.titel)}"
        if afspraak.plaats:
            yield f"LOCATION:{_tekst(afspraak.plaats)}"
        yield "END:VEVENT"


def _reeksen(dagen: Sequence[date]) -> list[list[date]]:
    """The days in stretches with the same number of weeks in between: one rule each.

    A list of loose dates (RDATE) would be shorter, but Outlook leaves those out.
    """
    reeksen: list[list[date]] = []
    for dag in dagen:
        laatste = reeksen[-1] if reeksen else []
        stap = laatste[1] - laatste[0] if len(laatste) > 1 else None
        if laatste and (stap == dag - laatste[-1] or (stap is None and _hele_weken(dag - laatste[-1]))):
            laatste.append(dag)
        else:
            reeksen.append([dag])
    return reeksen


def _hele_weken(tijd: timedelta) -> bool:
    return tijd.days > 0 and tijd.days % 7 == 0


def _moment(dag: date, tijd: str) -> str:
    return f"{dag:%Y%m%d}T{tijd.replace(':', '')}00"


def _tekst(tekst: str) -> str:
    schoon = _ONZICHTBAAR.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n"))
    for teken in "\\;,":
        schoon = schoon.replace(teken, f"\\{teken}")
    return schoon.replace("\n", "\\n")


def _vouw(regel: str) -> str:
    """A line in pieces of at most 75 octets, never inside a character; each next one begins with a space."""
    stukken, stuk = [], ""
    for teken in regel:
        if len((stuk + teken).encode()) > _OCTETTEN:
            stukken.append(stuk)
            stuk = " "
        stuk += teken
    return "\r\n".join([*stukken, stuk])
