"""Text of a goal in the shape in which it is searched: lower case, no accents, letters at their own place."""

import re
import unicodedata
from collections.abc import Iterable

_APOSTROFS = "\u2018\u2019\u201b\u0060\u00b4\u02bc"
_STREEPJES = "\u2010\u2011\u2012\u2013\u2014\u2212"

GETALWOORDEN = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16,
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "tachtig": 80, "negentig": 90,
    "honderd": 100,
}  # fmt: skip


def schoon(tekst: str) -> str:
    """Compose accents, so that one letter is one character; the text itself stays as written."""
    return unicodedata.normalize("NFC", tekst)


def vlak(tekst: str) -> str:
    """Fold case, accents, apostrophes and dashes; the result is exactly as long as ``tekst``.

    Places found in it can therefore be shown to the teacher in their own words.
    """
    return "".join(_vlak_teken(teken) for teken in tekst)


def _vlak_teken(teken: str) -> str:
    if teken in _APOSTROFS:
        return "'"
    if teken in _STREEPJES:
        return "-"
    basis = unicodedata.normalize("NFD", teken)[0].lower()
    return basis if len(basis) == 1 else teken


def wis(tekst: str, plekken: Iterable[tuple[int, int]]) -> str:
    """Blank out places (start, end) and keep all others where they are."""
    tekens = list(tekst)
    for begin, einde in plekken:
        tekens[begin:einde] = " " * (einde - begin)
    return "".join(tekens)


def een_van(woorden: str) -> re.Pattern[str]:
    """Pattern for one of some whole words, given as ``"kent weet snapt"``; ``_`` stands for a space."""
    keuzes = sorted(woorden.split(), key=len, reverse=True)
    return re.compile(r"(?<![\w'])(?:" + "|".join(keuze.replace("_", r"\s") for keuze in keuzes) + r")(?!\w)")
