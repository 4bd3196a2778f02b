"""Dates as the field writes them."""

from datetime import date

_MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"]
_MAANDEN += ["oktober", "november", "december"]
# Outside these years a date is a slip of the keyboard or an empty field (1970).
_EERSTE_JAAR, _LAATSTE_JAAR = 2000, 2100


def datum_tekst(dag: date) -> str:
    """A date in words: ``24 augustus 2026``."""
    return f"{dag_tekst(dag)} {dag.year}"


def dag_tekst(dag: date) -> str:
    """A date in words without its year: ``24 augustus``."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]}"


def geloofwaardig(dag: date) -> bool:
    """Whether a date can be one of a school's work with this tool."""
    return _EERSTE_JAAR <= dag.year <= _LAATSTE_JAAR
