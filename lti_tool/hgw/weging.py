"""A quiet count of what asks attention, per pupil and per column: below the agreement weighs double."""

from collections.abc import Iterable
from dataclasses import dataclass

_ONDER, _DAALT = 2, 1


@dataclass(frozen=True)
class Weging:
    """How many scores are below the agreed minimum, and how many fell."""

    onder: int = 0
    daalt: int = 0

    @property
    def gewicht(self) -> int:
        """One number to compare pupils or tests by; 0 when nothing asks attention."""
        return _ONDER * self.onder + _DAALT * self.daalt

    @property
    def woorden(self) -> str:
        """The count in Dutch, "" when there is nothing to count."""
        delen = []
        if self.onder:
            delen.append(f"{self.onder} onder de afspraak")
        if self.daalt:
            delen.append(f"{self.daalt} gedaald")
        return ", ".join(delen)


def weeg(scores: Iterable[tuple[bool, bool]]) -> Weging:
    """Count scores given as (below the agreement, fallen)."""
    onder = daalt = 0
    for is_onder, is_gedaald in scores:
        onder += is_onder
        daalt += is_gedaald
    return Weging(onder, daalt)
