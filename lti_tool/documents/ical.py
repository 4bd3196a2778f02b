"""An iCalendar file (RFC 5545) of weekly lessons, as calendars on phones and in Outlook read it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

TIJDZONE = "Europe/Amsterdam"
_ONZICHTBAAR = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Afspraak:
    """A lesson on some days, in order. ``begin``, ``eind``: "HH:MM" local; ``uid`` never changes.

    ``vrij``: those of the days on which it falls out.
    """

    uid: str
    titel: str
    dagen: Sequence[date]
    begin: str
    eind: str
    plaats: str = ""
    gewijzigd_op: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    versie: int = 0
    vrij: Collection[date] = ()


def schrijf(naam: str, afspraken: Sequence[Afspraak]) -> bytes:
    """The file; ``naam`` is what the calendar is called. An appointment without days isn't in it."""
    agenda = Calendar()
    agenda.add("version", "2.0")
    agenda.add("prodid", "-//Groepswijzer//Weekrooster//NL")
    agenda.add("calscale", "GREGORIAN")
    agenda.add("method", "PUBLISH")
    agenda.add("x-wr-calname", vText(_tekst(naam)))
    for afspraak in afspraken:
        for nummer, reeks in enumerate(_reeksen(afspraak.dagen), 1):
            # an end that falls out is no exception: the series begins later, or is over sooner
            while reeks and reeks[0] in afspraak.vrij:
                reeks.pop(0)
            while reeks and reeks[-1] in afspraak.vrij:
                reeks.pop()
            if reeks:
                agenda.add_component(_gebeurtenis(afspraak, reeks, nummer))
    agenda.add_missing_timezones()
    bestand: bytes = agenda.to_ical()
    return bestand


def _gebeurtenis(afspraak: Afspraak, reeks: Sequence[date], nummer: int) -> Event:
    gebeurtenis = Event()
    gebeurtenis.add("uid", afspraak.uid if nummer == 1 else f"{nummer}-{afspraak.uid}")
    gebeurtenis.add("dtstamp", afspraak.gewijzigd_op)
    gebeurtenis.add("last-modified", afspraak.gewijzigd_op)
    gebeurtenis.add("sequence", afspraak.versie)
    gebeurtenis.add("dtstart", _moment(reeks[0], afspraak.begin))
    gebeurtenis.add("dtend", _moment(reeks[0], afspraak.eind))
    if len(reeks) > 1:
        weken = (reeks[1] - reeks[0]).days // 7
        gebeurtenis.add("rrule", {"freq": "weekly", "interval": weken, "count": len(reeks)})
    uitval = [_moment(dag, afspraak.begin) for dag in reeks if dag in afspraak.vrij]
    if uitval:
        gebeurtenis.add("exdate", uitval)
    gebeurtenis.add("summary", _tekst(afspraak.titel))
    if afspraak.plaats:
        gebeurtenis.add("location", _tekst(afspraak.plaats))
    return gebeurtenis


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


def _moment(dag: date, tijd: str) -> datetime:
    uur, minuut = map(int, tijd.split(":"))
    return datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=ZoneInfo(TIJDZONE))


def _tekst(tekst: str) -> str:
    """Without what no calendar shows; the library escapes and folds."""
    return _ONZICHTBAAR.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n"))
