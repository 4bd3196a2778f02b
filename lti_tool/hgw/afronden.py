"""Scores of other systems, with more decimals than a scale has: rounded, and never without saying so."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import OngeldigeScore, Score, lees_score

# Moodle writes up to five decimals; longer fractions come from a spreadsheet's division.
_FIJN = re.compile(r"(-?[0-9]{1,7}[.,][0-9]{1,20})( ?%)?")


@dataclass(frozen=True)
class Ingelezen:
    """A score, None when absent; `was` is the number before rounding as Dutch readers write it, else ""."""

    score: Score | None
    was: str = ""


def lees_ruim(schaal: Schaal, tekst: str) -> Ingelezen:
    """Read a score as `lees_score` does, but round a finer number half up to the decimals of the scale.

    The bounds hold for the number as it came: 10,04 is no grade. Raises OngeldigeScore.
    """
    try:
        return Ingelezen(lees_score(schaal, tekst))
    except OngeldigeScore:
        fijn = _FIJN.fullmatch(" ".join(tekst.split())) if schaal.numeriek else None
        if fijn is None or (fijn[2] and schaal.soort != "percentage"):
            raise
        getal = Decimal(fijn[1].replace(",", "."))
        if not schaal.minimum <= getal <= schaal.maximum:
            raise
    rond = getal.quantize(Decimal(1).scaleb(-schaal.decimalen), rounding=ROUND_HALF_UP)
    was = f"{getal:f}".rstrip("0").replace(".", ",")
    return Ingelezen(lees_score(schaal, str(rond)), f"{was}%" if fijn[2] else was)
