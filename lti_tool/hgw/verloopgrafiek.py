"""The course of one pupil's scores as points on a small drawing, and as a sentence that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import Score, onder_ijkpunt, verloop

_WOORDEN = {"stijgt": "gestegen", "daalt": "gedaald", "gelijk": "gelijk gebleven"}


@dataclass(frozen=True)
class Punt:
    """`x` and `y` run from 0 to 100, y upwards: 100 is the best score of the scale."""

    x: float
    y: float
    tekst: str
    label: str
    onder: bool


@dataclass(frozen=True)
class Grafiek:
    """`ijkpunt`: the height of the agreed minimum, None without one; `woorden`: the text alternative."""

    punten: tuple[Punt, ...]
    ijkpunt: float | None
    woorden: str

    @property
    def lijn(self) -> str:
        """The points as SVG writes them, y downwards."""
        return " ".join(f"{punt.x:g},{100 - punt.y:g}" for punt in self.punten)


def teken(metingen: Sequence[tuple[str, Score]], ijkpunt: Score | None = None) -> Grafiek | None:
    """A drawing of (label, score), oldest first; None for fewer than two scores.

    Raises ValueError when the scores aren't all of one scale; an ijkpunt on another is left out.
    """
    if len(metingen) < 2:
        return None
    schaal = metingen[0][1].schaal
    if any(score.schaal != schaal for _, score in metingen):
        raise ValueError("de scores hebben niet dezelfde schaal")
    if ijkpunt is not None and ijkpunt.schaal != schaal:
        ijkpunt = None
    stap = 100 / (len(metingen) - 1)
    punten = tuple(
        Punt(
            round(nummer * stap, 1), _hoogte(schaal, score), score.tekst, label, onder_ijkpunt(score, ijkpunt)
        )
        for nummer, (label, score) in enumerate(metingen)
    )
    return Grafiek(punten, _hoogte(schaal, ijkpunt) if ijkpunt else None, _zin(metingen, ijkpunt))


def _hoogte(schaal: Schaal, score: Score) -> float:
    laagste = schaal.minimum if schaal.numeriek else Decimal(0)
    hoogste = schaal.maximum if schaal.numeriek else Decimal(len(schaal.waarden) - 1)
    return round(float((score.rang - laagste) * 100 / (hoogste - laagste)), 1)


def _zin(metingen: Sequence[tuple[str, Score]], ijkpunt: Score | None) -> str:
    delen = [", ".join(f"{label}: {score.tekst}" for label, score in metingen)]
    if richting := verloop([score for _, score in metingen]):
        delen.append(f"de laatste keer {_WOORDEN[richting]}")
    if ijkpunt:
        delen.append(f"afspraak: {ijkpunt.tekst}")
    return "; ".join(delen)
