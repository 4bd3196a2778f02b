"""Proposals for subgroups: pupils whose needs have much in common. The owner decides.

Groups grow from the two that are most alike (average linkage); the same needs give the same proposal, in
whatever order they come.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from lti_tool.hgw.behoeftegelijkenis import Behoeftebeeld, gelijkenis

TEN_HOOGSTE = 3
# So alike are the pupils of a group on average; a teacher can't make more of less.
_DREMPEL = 0.3
# Rather a broader group than one too many, as long as it has something in common.
_RUIMER = 0.15

Paar = tuple[int, int]


class Waarom(StrEnum):
    """Why a pupil is in no proposed group."""

    LEEG = "leeg"  # no goal and no sentence to compare
    UITEEN = "uiteen"  # would fit, but is kept apart from somebody there
    VOL = "vol"  # would make one group too many, together with `met`
    ANDERS = "anders"  # a need that nobody shares


@dataclass(frozen=True)
class Groepsvoorstel:
    """Pupils who fit together; `bij`: the number of the subgroup that they would join, None for a new one."""

    leerlingen: tuple[int, ...]
    bij: int | None = None


@dataclass(frozen=True)
class Overig:
    """A pupil in no proposed group, and why; `met`: the pupils that the reason is about."""

    leerling: int
    waarom: Waarom
    met: tuple[int, ...] = ()


@dataclass(frozen=True)
class Indeling:
    """Every pupil who isn't in a subgroup stands once in here."""

    groepen: tuple[Groepsvoorstel, ...]
    overig: tuple[Overig, ...]


@dataclass
class _Tros:
    """A group that grows; `vast`: the number of the subgroup that it began as."""

    leden: list[int]
    vast: int | None = None

    @property
    def rang(self) -> tuple[int, int]:
        """Sorts subgroups that are there first, then by their first pupil."""
        return (0, self.vast) if self.vast is not None else (1, min(self.leden))


def stel_groepen_voor(
    behoeften: Sequence[Behoeftebeeld],
    bestaand: Mapping[int, Collection[int]] | None = None,
    uiteen: Collection[Paar] = (),
    ten_hoogste: int = TEN_HOOGSTE,
) -> Indeling:
    """Propose subgroups of one domain.

    ``behoeften``: one per pupil, also of those who are in a subgroup already; ``bestaand``: subgroup -> its
    pupils, who stay where they are; ``uiteen``: pairs that are kept apart, also in the proposal;
    ``ten_hoogste``: so many subgroups together with those that are there. Raises ValueError when a pupil
    comes twice.
    """
    beelden = {beeld.leerling: beeld for beeld in sorted(behoeften, key=lambda beeld: beeld.leerling)}
    if len(beelden) != len(behoeften):
        raise ValueError("een leerling staat er twee keer")
    werk = _Werk(beelden, bestaand or {}, uiteen)
    werk.voeg_samen(_DREMPEL)
    ruimte = max(ten_hoogste - len(bestaand or {}), 0)
    if ruimte:
        werk.voeg_samen(_RUIMER, tot=ruimte)
    return werk.indeling(ruimte)


class _Werk:
    """The growing groups with how alike they are, so that each step is a look-up."""

    def __init__(
        self,
        beelden: Mapping[int, Behoeftebeeld],
        bestaand: Mapping[int, Collection[int]],
        uiteen: Collection[Paar],
    ) -> None:
        geplaatst = {leerling for leden in bestaand.values() for leerling in leden}
        self._beelden = beelden
        self._apart: Set[frozenset[int]] = {frozenset(paar) for paar in uiteen}
        self._bestaand = {nummer: set(leden) for nummer, leden in bestaand.items()}
        self._los = [nummer for nummer, beeld in beelden.items() if nummer not in geplaatst]
        self._trossen = [_Tros(sorted(leden), nummer) for nummer, leden in sorted(bestaand.items())]
        self._trossen += [_Tros([nummer]) for nummer in self._los if not beelden[nummer].leeg]
        nummers = list(beelden)
        self._lijkt = {
            (een, ander): gelijkenis(beelden[een], beelden[ander])
            for plek, een in enumerate(nummers)
            for ander in nummers[plek + 1 :]
        }

    def voeg_samen(self, drempel: float, tot: int | None = None) -> None:
        """Join the two most alike, again and again; with `tot` only new groups, until so many are left."""
        while tot is None or len(self._nieuwe()) > tot:
            kandidaten = self._trossen if tot is None else self._nieuwe()
            beste = max(
                (
                    (self._gemiddeld(een, ander), plek, volgende)
                    for plek, een in enumerate(kandidaten)
                    for volgende, ander in enumerate(kandidaten[plek + 1 :], plek + 1)
                    if ander.vast is None and not self._strijdig(een.leden, ander.leden)
                ),
                # of two that are equally alike, the first
                key=lambda paar: (paar[0], -paar[1], -paar[2]),
                default=(0.0, 0, 0),
            )
            if beste[0] < drempel:
                return
            een, ander = kandidaten[beste[1]], kandidaten[beste[2]]
            een.leden = sorted([*een.leden, *ander.leden])
            self._trossen = sorted((t for t in self._trossen if t is not ander), key=lambda tros: tros.rang)

    def indeling(self, ruimte: int) -> Indeling:
        nieuwe = sorted(self._nieuwe(), key=lambda tros: (-len(tros.leden), tros.rang))
        gekozen, te_veel = nieuwe[:ruimte], nieuwe[ruimte:]
        groepen = [
            Groepsvoorstel(erbij, tros.vast)
            for tros in self._trossen
            if tros.vast is not None
            and (erbij := tuple(wie for wie in tros.leden if wie not in self._bestaand[tros.vast]))
        ]
        groepen += [Groepsvoorstel(tuple(tros.leden)) for tros in gekozen]
        geplaatst = {leerling for groep in groepen for leerling in groep.leerlingen}
        vol = {wie: tuple(w for w in tros.leden if w != wie) for tros in te_veel for wie in tros.leden}
        trossen = [tros for tros in self._trossen if tros.vast is not None] + gekozen
        overig = [self._waarom(wie, vol, trossen) for wie in self._los if wie not in geplaatst]
        return Indeling(tuple(groepen), tuple(overig))

    def _nieuwe(self) -> list[_Tros]:
        return [tros for tros in self._trossen if tros.vast is None and len(tros.leden) > 1]

    def _waarom(self, wie: int, vol: Mapping[int, tuple[int, ...]], trossen: Sequence[_Tros]) -> Overig:
        if self._beelden[wie].leeg:
            return Overig(wie, Waarom.LEEG)
        zelf = _Tros([wie])
        for tros in trossen:
            strijdig = tuple(lid for lid in tros.leden if frozenset((wie, lid)) in self._apart)
            if strijdig and self._gemiddeld(zelf, tros) >= _DREMPEL:
                return Overig(wie, Waarom.UITEEN, strijdig)
        if wie in vol:
            return Overig(wie, Waarom.VOL, vol[wie])
        return Overig(wie, Waarom.ANDERS)

    def _gemiddeld(self, een: _Tros, ander: _Tros) -> float:
        paren = [
            self._lijkt[(a, b) if a < b else (b, a)]
            for a in een.leden
            for b in ander.leden
            if a in self._beelden and b in self._beelden
        ]
        return sum(paren) / len(paren) if paren else 0.0

    def _strijdig(self, een: Sequence[int], ander: Sequence[int]) -> bool:
        return bool(self._apart) and any(frozenset((a, b)) in self._apart for a in een for b in ander)
