"""How the scores of a group on one test are spread."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import Score, onder_ijkpunt

# Few enough to read at a glance on a small chart.
_KLASSEN = 5


@dataclass(frozen=True)
class Verdeling:
    """``niveaus`` holds (label, number of pupils), worst first; zero counts included.

    ``gemiddelde`` is written in Dutch and only there for numeric scales with a score;
    ``onder_norm`` is None when no ijkpunt was agreed.
    """

    niveaus: tuple[tuple[str, int], ...]
    aantal: int
    afwezig: int
    gemiddelde: str | None
    onder_norm: int | None


def verdeling(schaal: Schaal, scores: Sequence[Score | None], ijkpunt: Score | None = None) -> Verdeling:
    """Spread of a group's scores; raises ValueError for a score of another scale."""
    aanwezig = [score for score in scores if score is not None]
    if any(score.schaal != schaal for score in aanwezig):
        raise ValueError("een score heeft een andere schaal dan de toets")
    labels = _labels(schaal)
    aantallen = [0] * len(labels)
    for score in aanwezig:
        aantallen[_klasse(schaal, score)] += 1
    return Verdeling(
        niveaus=tuple(zip(labels, aantallen, strict=True)),
        aantal=len(aanwezig),
        afwezig=len(scores) - len(aanwezig),
        gemiddelde=_gemiddelde(schaal, aanwezig),
        onder_norm=None if ijkpunt is None else sum(onder_ijkpunt(s, ijkpunt) for s in aanwezig),
    )


def _labels(schaal: Schaal) -> tuple[str, ...]:
    if not schaal.numeriek:
        return schaal.waarden
    if schaal.soort == "cijfer":
        return tuple(str(cijfer) for cijfer in range(1, 11))
    stap = (schaal.maximum - schaal.minimum) / _KLASSEN
    grenzen = [_kort(schaal.minimum + stap * nummer) for nummer in range(_KLASSEN + 1)]
    eerdere = [f"{van} tot {tot}" for van, tot in pairwise(grenzen[:-1])]
    return (*eerdere, f"{grenzen[-2]} tot en met {grenzen[-1]}")


def _klasse(schaal: Schaal, score: Score) -> int:
    if not schaal.numeriek:
        return int(score.rang)
    if schaal.soort == "cijfer":
        # Whole grades, rounded as on a report: 5,5 counts as a 6.
        return int(score.rang.to_integral_value(ROUND_HALF_UP)) - 1
    deel = (score.rang - schaal.minimum) * _KLASSEN / (schaal.maximum - schaal.minimum)
    return min(int(deel.to_integral_value(ROUND_FLOOR)), _KLASSEN - 1)


def _gemiddelde(schaal: Schaal, scores: Sequence[Score]) -> str | None:
    if not schaal.numeriek or not scores:
        return None
    totaal = sum((score.rang for score in scores), Decimal(0))
    tekst = f"{(totaal / len(scores)).quantize(Decimal('0.1'), ROUND_HALF_UP)}".replace(".", ",")
    return tekst + "%" if schaal.soort == "percentage" else tekst


def _kort(getal: Decimal) -> str:
    tekst = f"{getal:.4f}".rstrip("0").rstrip(".")
    return tekst.replace(".", ",")
