"""Dates as the field writes them, and as a learning platform sends them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"]
_MAANDEN += ["oktober", "november", "december"]
# A school day is a day in the Netherlands, wherever the server stands.
_ZONE = ZoneInfo("Europe/Amsterdam")
# Outside these years a date is a slip of the keyboard or an empty field (1970).
_EERSTE_JAAR, _LAATSTE_JAAR = 2000, 2100


def datum_tekst(dag: date) -> str:
    """A date in words: ``24 augustus 2026``."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def geloofwaardig(dag: date) -> bool:
    """Whether a date can be one of a school's work with this tool."""
    return _EERSTE_JAAR <= dag.year <= _LAATSTE_JAAR


def lees_platformdatum(tekst: str | None) -> date | None:
    """The Dutch day of an ISO moment such as ``2026-08-23T23:00:00+00:00``.

    None for what is missing, an unfilled variable (``$CourseSection.timeFrame.begin``)
    or nonsense: a platform's dates are a help, never a condition.
    """
    try:
        moment = datetime.fromisoformat((tekst or "").strip())
    except ValueError:
        return None
    # The margin keeps the change of zone inside the calendar of Python.
    if not geloofwaardig(moment.date()):
        return None
    return (moment.astimezone(_ZONE) if moment.tzinfo else moment).date()
