"""The days of a plan: when to look back, and halfway when it runs long."""

from datetime import date, timedelta

# A plan that runs longer wants a look halfway.
_ZONDER_HALVERWEGE = timedelta(weeks=10)
# results are wanted at the class conference that closes the cycle
_VOOR_HET_EIND = timedelta(weeks=1)
_ZATERDAG = 5


def wil_halverwege(begin: date, eind: date) -> bool:
    """Whether a plan from the first to the last day runs longer than ten weeks."""
    return eind - begin + timedelta(days=1) > _ZONDER_HALVERWEGE


def stel_halverwege_voor(begin: date, eind: date) -> date | None:
    """The school day in the middle; None for a plan of ten weeks or shorter."""
    if not wil_halverwege(begin, eind):
        return None
    return _schooldag(begin + (eind - begin) / 2, begin)


def stel_evaluatie_voor(begin: date, eind: date) -> date:
    """A school day one week before the end, or the last one of a very short plan."""
    return _schooldag(max(begin, eind - _VOOR_HET_EIND), begin)


def _schooldag(dag: date, begin: date) -> date:
    """The day itself, or the Friday before a weekend, inside the plan."""
    terug = max(0, dag.weekday() - _ZATERDAG + 1)
    vrijdag = dag - timedelta(days=terug)
    return vrijdag if vrijdag >= begin else dag
