"""What a new row of a groepsplan starts with: the goals and sentences of its pupils' needs, merged."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from lti_tool.hgw.namen import zoek_tekst

# Two goals that differ less than this (0 to 100) say the same with a slip or a word more.
_ZELFDE = 92.0
_GETAL = re.compile(r"\d+(?:[.,]\d+)?")
# one word that turns a sentence round counts for more than its letters
_OMKEREND = frozenset(["niet", "geen", "nooit", "minder", "zonder", "niets", "niemand"])


@dataclass(frozen=True)
class Behoeftedoel:
    """A goal inside a need, as its teacher wrote it."""

    id: int
    tekst: str
    maat: str = ""
    voor_wanneer: date | None = None


@dataclass(frozen=True)
class Behoeftezin:
    """A chosen sentence; ``sleutel`` of the help sentence behind it, "" for an own one."""

    categorie: str
    sleutel: str
    tekst: str


@dataclass(frozen=True)
class Behoefte:
    """The need of one pupil (``regel_id``) in one domain."""

    regel_id: int
    doelen: tuple[Behoeftedoel, ...] = ()
    zinnen: tuple[Behoeftezin, ...] = ()


@dataclass(frozen=True)
class Vuldoel:
    """A goal for the plan, and the ids of the needs' goals that it stands for."""

    tekst: str
    maat: str
    voor_wanneer: date | None
    bronnen: tuple[int, ...]


@dataclass(frozen=True)
class Vulzin:
    """A sentence for the plan; ``merk`` knows it again, ``aantal`` pupils need it."""

    categorie: str
    merk: str
    tekst: str
    aantal: int


@dataclass
class _Stapel:
    """Goals that say the same, in the order in which they came."""

    doelen: list[Behoeftedoel] = field(default_factory=list)


def voeg_doelen_samen(behoeften: Iterable[Behoefte]) -> tuple[Vuldoel, ...]:
    """One goal for the same or nearly the same words, most shared first, then in the order given.

    Numbers and words like "niet" must be the same: a 6 isn't a 7. The first words, the first measure and the
    last day that were given are kept: the plan's goal is ready to be made its own.
    """
    stapels: list[_Stapel] = []
    for behoefte in behoeften:
        for doel in behoefte.doelen:
            if doel.tekst.strip():
                _stapel_voor(stapels, doel).doelen.append(doel)
    stapels.sort(key=lambda stapel: -len(stapel.doelen))
    return tuple(_vuldoel(stapel.doelen) for stapel in stapels)


def voeg_zinnen_samen(behoeften: Iterable[Behoefte], categorieen: Sequence[str]) -> tuple[Vulzin, ...]:
    """One sentence for the same help sentence or the same own words; by category, most needed first.

    Of a help sentence that some changed, the words of the first pupil stay.
    """
    gevonden: dict[str, list[Behoeftezin]] = {}
    for behoefte in behoeften:
        eigen = {merk_van(zin): zin for zin in behoefte.zinnen if zin.tekst.strip()}
        for merk, zin in eigen.items():
            gevonden.setdefault(merk, []).append(zin)
    zinnen = [
        Vulzin(rij[0].categorie, merk, rij[0].tekst.strip(), len(rij)) for merk, rij in gevonden.items()
    ]
    plek = {sleutel: nummer for nummer, sleutel in enumerate(categorieen)}
    return tuple(sorted(zinnen, key=lambda zin: (plek.get(zin.categorie, len(plek)), -zin.aantal)))


def merk_van(zin: Behoeftezin) -> str:
    """By what a sentence is known again: its key, else its words, case and marks aside."""
    return f"zin:{zin.sleutel}" if zin.sleutel else f"eigen:{zoek_tekst(zin.tekst)[:200]}"


def zelfde_doel(een: Behoeftedoel, ander: Behoeftedoel) -> bool:
    """Whether two goals say the same, a slip aside. Measures that both give must be the same too."""
    if not _zelfde_tekst(een.tekst, ander.tekst):
        return False
    return not (een.maat.strip() and ander.maat.strip()) or _zelfde_tekst(een.maat, ander.maat)


def _zelfde_tekst(een: str, ander: str) -> bool:
    if _GETAL.findall(een) != _GETAL.findall(ander):
        return False
    woorden, andere = zoek_tekst(een).split(), zoek_tekst(ander).split()
    if _OMKEREND & set(woorden) != _OMKEREND & set(andere):
        return False
    return woorden == andere or fuzz.token_sort_ratio(" ".join(woorden), " ".join(andere)) >= _ZELFDE


def _stapel_voor(stapels: list[_Stapel], doel: Behoeftedoel) -> _Stapel:
    """The first pile whose first goal says the same, else a new one."""
    for stapel in stapels:
        if zelfde_doel(stapel.doelen[0], doel):
            return stapel
    stapels.append(_Stapel())
    return stapels[-1]


def _vuldoel(doelen: Sequence[Behoeftedoel]) -> Vuldoel:
    maat = next((doel.maat.strip() for doel in doelen if doel.maat.strip()), "")
    dagen = [doel.voor_wanneer for doel in doelen if doel.voor_wanneer]
    return Vuldoel(doelen[0].tekst.strip(), maat, max(dagen, default=None), tuple(doel.id for doel in doelen))
