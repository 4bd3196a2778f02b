"""Measurements of one thing over time: what is the last, does it fall, how far above the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median, pstdev

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import Score

# Fewer classmates than this say nothing about what is usual.
_KLEINSTE_GROEP = 8


@dataclass(frozen=True)
class Meting:
    """One result of a pupil: ``reeks`` names what is measured (spelling, welbevinden) as teachers say it.

    ``toets`` tells tests of one reeks apart and stays the same when the test is renamed; ``ijkpunt``
    is the agreed minimum on the scale of ``score``, or None. An absent score is a None.
    """

    reeks: str
    toets: str
    datum: date | None
    score: Score | None
    ijkpunt: Score | None = None


@dataclass(frozen=True)
class Gemeten:
    """A measurement that has a score."""

    meting: Meting
    score: Score


def per_reeks(metingen: Iterable[Meting]) -> dict[str, list[Gemeten]]:
    """Measurements with a score per reeks, oldest first, as far back as the scale is that of the last.

    Undated ones count as older than all others, in the order given.
    """
    reeksen: dict[str, list[Gemeten]] = {}
    for meting in sorted(metingen, key=lambda meting: meting.datum or date.min):
        if meting.score is not None:
            reeksen.setdefault(meting.reeks, []).append(Gemeten(meting, meting.score))
    return {naam: _zelfde_schaal(reeks) for naam, reeks in reeksen.items()}


def dalende_staart(reeks: Sequence[Gemeten]) -> Sequence[Gemeten]:
    """The measurements at the end that each are lower than the one before; empty without a fall.

    A fall over three or more counts whatever its size; over two only when it is noticeable.
    """
    lengte = 1
    while lengte < len(reeks) and reeks[-lengte].score.rang < reeks[-lengte - 1].score.rang:
        lengte += 1
    staart = reeks[len(reeks) - lengte :]
    if lengte < 2:
        return ()
    if lengte == 2 and staart[0].score.rang - staart[1].score.rang < _merkbaar(staart[0].score.schaal):
        return ()
    return staart


def ver_boven(score: Score, groep: Sequence[Score | None]) -> bool:
    """Whether a score is far above those of the others in the group on the same test.

    On a numeric scale two standard deviations and a noticeable difference, on a list of levels
    two levels above the middle one. Never in a group of fewer than eight others.
    """
    eigen = score.schaal
    # mostly the very same object, which is quicker to see than that two are equal
    rangen = [
        ander.rang
        for ander in groep
        if ander is not None and (ander.schaal is eigen or ander.schaal == eigen)
    ]
    if len(rangen) < _KLEINSTE_GROEP:
        return False
    if not score.schaal.numeriek:
        return score.rang - Decimal(median(rangen)) >= 2
    verschil = score.rang - sum(rangen, Decimal(0)) / len(rangen)
    # the exact deviation is slow to work out, and most scores need none
    return verschil >= _merkbaar(score.schaal) and verschil >= 2 * pstdev(rangen)


def _zelfde_schaal(reeks: list[Gemeten]) -> list[Gemeten]:
    begin = len(reeks) - 1
    while begin and reeks[begin - 1].score.schaal == reeks[-1].score.schaal:
        begin -= 1
    return reeks[begin:]


def _merkbaar(schaal: Schaal) -> Decimal:
    """A tenth of the range of a numeric scale, else one level: 7,4 after 7,5 is no fall to look at."""
    return (schaal.maximum - schaal.minimum) / 10 if schaal.numeriek else Decimal(1)
