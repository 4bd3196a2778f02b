"""Numbers from a spreadsheet as the teacher saw them there, with a decimal comma."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

_LETTERLIJK = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_VAST = re.compile(r"(?:#,##)?(0+)(?:\.(0+))?(%?)")
_KLEINSTE = Decimal("0.0001")  # below this .15g goes over to powers of ten
_GROOTSTE = 10**15  # beyond this a spreadsheet's numbers lose digits


def toon_getal(ruw: str, opmaak: str = "General", *, vanaf_1904: bool = False) -> str:
    """The number as text: rounded as the cell's number format shows it, as a date where it is one.

    A format that we don't know shows up to 15 digits, as a plain cell does. Text that is no number comes back
    as it was.
    """
    try:
        getal = Decimal(ruw)
    except InvalidOperation:
        return ruw
    if not getal.is_finite() or abs(getal) >= _GROOTSTE:
        return ruw
    vorm = _vorm(opmaak)
    if vorm == "datum":
        return _datum(float(getal), ruw, MAC_EPOCH if vanaf_1904 else WINDOWS_EPOCH)
    if not isinstance(vorm, _Vast):
        return _komma(f"{float(getal):.15g}" if abs(getal) >= _KLEINSTE or not getal else f"{getal:f}")
    getal = Decimal(f"{float(getal):.15g}") * (100 if vorm.procent else 1)
    rond = getal.quantize(Decimal(1).scaleb(-vorm.decimalen), rounding=ROUND_HALF_UP)
    teken = "-" if rond < 0 else ""
    return teken + _komma(f"{abs(rond):f}".zfill(vorm.breedte)) + vorm.procent


@dataclass(frozen=True)
class _Vast:
    """A format with fixed decimals: least width in characters, decimals, and % or nothing behind it."""

    breedte: int
    decimalen: int
    procent: str


@lru_cache(maxsize=256)
def _vorm(opmaak: str) -> _Vast | str:
    if is_date_format(opmaak):
        return "datum"
    vast = _VAST.fullmatch(_LETTERLIJK.sub("", opmaak.split(";")[0]).strip())
    if not vast:
        return ""
    decimalen = len(vast[2] or "")
    return _Vast(len(vast[1]) + (decimalen + 1 if decimalen else 0), decimalen, vast[3])


def _komma(tekst: str) -> str:
    return tekst.replace(".", ",")


def _datum(getal: float, ruw: str, begin: datetime) -> str:
    try:
        moment = from_excel(getal, begin)
    except (OverflowError, ValueError):
        return ruw
    if isinstance(moment, time):
        return f"{moment:%H:%M}"
    return f"{moment:%d-%m-%Y}" if getal == int(getal) else f"{moment:%d-%m-%Y %H:%M}"
