"""Scores on a scale: reading what was typed, comparing, the course over time."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from lti_tool.hgw.schalen import Schaal

Verloop = Literal["stijgt", "daalt", "gelijk"]

# Longer input is no score; it is refused before anything is done with it.
_LANGSTE = 60
_GETAL = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_AFWEZIG = frozenset({"", "-"})
_STREEPJES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212", "-" * 6)


class OngeldigeScore(ValueError):
    """A text isn't a score on its scale; the Dutch message names what is allowed."""


@dataclass(frozen=True)
class Score:
    """A score: ``tekst`` as Dutch readers write it, ``rang`` comparable, higher is better.

    Ranks of different scales can't be compared.
    """

    schaal: Schaal
    tekst: str
    rang: Decimal


def lees_score(schaal: Schaal, tekst: str) -> Score | None:
    """Read a typed or imported score; comma and point both work.

    Nothing or a dash is an absent score: None, which isn't zero. Raises OngeldigeScore.
    """
    invoer = " ".join(unicodedata.normalize("NFKC", tekst).translate(_STREEPJES).split())
    if invoer in _AFWEZIG:
        return None
    if len(invoer) > _LANGSTE:
        raise OngeldigeScore(schaal.toegestaan())
    return _lees_getal(schaal, invoer) if schaal.numeriek else _lees_woord(schaal, invoer)


@lru_cache(maxsize=4096)  # a page reads hundreds, most of them equal
def bewaarde_score(schaal: Schaal, tekst: str) -> Score | None:
    """What stands in a cell; None also for what doesn't fit its scale, and never an error.

    A column's scale changes only when everything in it fits, but somebody may be typing at that moment.
    """
    try:
        return lees_score(schaal, tekst)
    except OngeldigeScore:
        return None


def onder_ijkpunt(score: Score | None, ijkpunt: Score | None) -> bool:
    """Whether a score is below the agreed minimum; an absent one never is.

    Raises ValueError when the two are on different scales.
    """
    if score is None or ijkpunt is None:
        return False
    if score.schaal != ijkpunt.schaal:
        raise ValueError("score en ijkpunt hebben een andere schaal")
    return score.rang < ijkpunt.rang


def vergelijkbaar(scores: Sequence[Score | None]) -> list[Score]:
    """The latest scores (oldest first) that share one scale; absent ones are passed over.

    A test that changed its scale starts anew: a 7,5 says nothing next to a III.
    """
    aanwezig = [score for score in scores if score is not None]
    reeks: list[Score] = []
    for score in reversed(aanwezig):
        if score.schaal != aanwezig[-1].schaal:
            break
        reeks.insert(0, score)
    return reeks


def verloop(scores: Sequence[Score | None]) -> Verloop | None:
    """How the last score compares with the one before it (oldest first), if there is one."""
    reeks = vergelijkbaar(scores)
    if len(reeks) < 2:
        return None
    vorige, laatste = reeks[-2].rang, reeks[-1].rang
    if laatste == vorige:
        return "gelijk"
    return "stijgt" if laatste > vorige else "daalt"


def _lees_getal(schaal: Schaal, invoer: str) -> Score:
    if schaal.soort == "percentage":
        invoer = invoer.removesuffix("%").rstrip()
    if not _GETAL.fullmatch(invoer):
        raise OngeldigeScore(schaal.toegestaan())
    getal = Decimal(invoer.replace(",", "."))
    if not schaal.minimum <= getal <= schaal.maximum:
        raise OngeldigeScore(schaal.toegestaan())
    # More decimals than the scale has are refused, unless they are zeros (7.50000):
    # rounding would silently turn a 5,45 into a pass.
    if getal % Decimal(1).scaleb(-schaal.decimalen):
        raise OngeldigeScore(schaal.toegestaan())
    rang = abs(getal) if getal == 0 else getal
    teken = "%" if schaal.soort == "percentage" else ""
    return Score(schaal, schaal.getal_tekst(rang) + teken, rang)


def _lees_woord(schaal: Schaal, invoer: str) -> Score:
    gezocht = _vouw(invoer)
    gevouwen = [_vouw(waarde) for waarde in schaal.waarden]
    rangen = [rang for rang, waarde in enumerate(gevouwen) if waarde == gezocht]
    if not rangen and schaal.soort == "woorden":
        # "v" is enough for voldoende, as long as no other word starts like that.
        rangen = [r for r, waarde in enumerate(gevouwen) if waarde.startswith(gezocht)]
    if len(rangen) != 1:
        raise OngeldigeScore(schaal.toegestaan())
    return Score(schaal, schaal.waarden[rangen[0]], Decimal(rangen[0]))


def _vouw(tekst: str) -> str:
    return tekst.casefold().replace(" ", "")
