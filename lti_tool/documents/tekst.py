"""Text between people and files: characters that files can't hold, cells that would run, numbers."""

import re

LANGSTE_CEL = 32_000  # Excel holds 32,767 characters in a cell and calls a longer one damaged

_ONBRUIKBAAR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# First characters after which a spreadsheet program may read a formula (OWASP, "CSV injection"; the last
# four are the full-width forms), also after white space, which some programs skip.
_GEVAAR = r"(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])"
_UITVOERBAAR = re.compile(rf"'*{_GEVAAR}")
_BEVEILIGD = re.compile(rf"''*{_GEVAAR}")
_GETAL = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:,\d{1,3})?")


def schoon(tekst: str) -> str:
    """The text without characters that files can't hold, with plain line ends, not longer than a cell."""
    tekst = _ONBRUIKBAAR.sub("", tekst.replace("\r\n", "\n").replace("\r", "\n"))
    if not tekst.strip():
        return ""
    return tekst if len(tekst) <= LANGSTE_CEL else tekst[: LANGSTE_CEL - 1] + "…"


def beveilig(tekst: str) -> str:
    """Put an apostrophe before text that a spreadsheet could run; `herstel` takes it away again."""
    return f"'{tekst}" if _UITVOERBAAR.match(tekst) else tekst


def herstel(tekst: str) -> str:
    """Undo `beveilig`. Other text that starts with an apostrophe ('t Hooft) stays as it is."""
    return tekst[1:] if _BEVEILIGD.match(tekst) else tekst


def is_getal(tekst: str) -> bool:
    """Whether the text is a number that comes back from a spreadsheet exactly as it was: 7, 6,5 or -12,25."""
    return bool(_GETAL.fullmatch(tekst)) and not (tekst.startswith("-") and float(als_punt(tekst)) == 0)


def als_punt(tekst: str) -> str:
    """A Dutch number in the notation that Python reads."""
    return tekst.replace(",", ".")
