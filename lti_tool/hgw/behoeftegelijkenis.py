"""How much two educational needs have in common: their goals, help sentences and categories."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from lti_tool.hgw.namen import zoek_tekst

# A goal and the chosen sentences weigh the same; a category alone says little.
_GEWICHT_DOEL, _GEWICHT_ZIN, _GEWICHT_CATEGORIE = 0.4, 0.4, 0.2
# Goals that share at least half of their words are about the same.
ZELFDE_DOEL = 0.5
# Words are compared by their beginning: "leest", "lezen" stay apart, "instructie(s)" don't.
_STAM = 6
_KLEIN = [
    "aan",
    "al",
    "als",
    "bij",
    "dan",
    "dat",
    "de",
    "deze",
    "die",
    "dit",
    "door",
    "een",
    "elk",
    "elke",
    "en",
]
_KLEIN += [
    "er",
    "geen",
    "haar",
    "heeft",
    "het",
    "hij",
    "hun",
    "ik",
    "in",
    "is",
    "kan",
    "maar",
    "met",
    "minstens",
]
_KLEIN += [
    "na",
    "naar",
    "nog",
    "niet",
    "of",
    "om",
    "onder",
    "ook",
    "op",
    "over",
    "per",
    "te",
    "tijdens",
    "tot",
]
_KLEIN += ["tussen", "uit", "van", "veel", "via", "voor", "wat", "weer", "wel", "wordt", "ze", "zelf", "zich"]
_KLEIN += ["zij", "zijn", "zo"]
_LEEG = frozenset(_KLEIN)


@dataclass(frozen=True)
class Nodig:
    """A chosen, changed (with ``sleutel``) or own ("" as ``sleutel``) sentence in a category."""

    categorie: str
    sleutel: str
    tekst: str

    @property
    def kenmerk(self) -> str:
        """The same for sentences that say the same: their key, else their words."""
        return self.sleutel or zoek_tekst(self.tekst)


@dataclass(frozen=True)
class Behoeftebeeld:
    """The need of one pupil in one domain."""

    leerling: int
    doelen: tuple[str, ...] = ()
    nodig: tuple[Nodig, ...] = ()

    @property
    def leeg(self) -> bool:
        return not (self.doelen or self.nodig)


def gelijkenis(een: Behoeftebeeld, ander: Behoeftebeeld) -> float:
    """From 0 (nothing in common) to 1; over the parts that both have."""
    som = gewicht = 0.0
    if een.doelen and ander.doelen:
        som += _GEWICHT_DOEL * max(doelgelijkenis(a, b) for a in een.doelen for b in ander.doelen)
        gewicht += _GEWICHT_DOEL
    if een.nodig and ander.nodig:
        som += _GEWICHT_ZIN * _dice(_kenmerken(een), _kenmerken(ander))
        som += _GEWICHT_CATEGORIE * _dice(_categorieen(een), _categorieen(ander))
        gewicht += _GEWICHT_ZIN + _GEWICHT_CATEGORIE
    return som / gewicht if gewicht else 0.0


def doelgelijkenis(een: str, ander: str) -> float:
    """How alike two goals are in words, from 0 to 1; small words and endings don't count."""
    return _dice(_stammen(een), _stammen(ander))


def _kenmerken(beeld: Behoeftebeeld) -> set[str]:
    return {zin.kenmerk for zin in beeld.nodig}


def _categorieen(beeld: Behoeftebeeld) -> set[str]:
    return {zin.categorie for zin in beeld.nodig}


def _dice(een: Collection[str], ander: Collection[str]) -> float:
    if not (een and ander):
        return 0.0
    return 2 * len(set(een) & set(ander)) / (len(een) + len(ander))


@lru_cache(maxsize=4096)
def _stammen(tekst: str) -> frozenset[str]:
    woorden = zoek_tekst(tekst).split()
    return frozenset(woord[:_STAM] for woord in woorden if woord not in _LEEG) or frozenset(woorden)
