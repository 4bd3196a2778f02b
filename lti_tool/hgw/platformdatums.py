"""Dates as a learning platform sends them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lti_tool.hgw.datums import datum_tekst as datum_tekst
from lti_tool.hgw.datums import geloofwaardig

# A school day is a day in the Netherlands, wherever the server stands.
_ZONE = ZoneInfo("Europe/Amsterdam")


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
