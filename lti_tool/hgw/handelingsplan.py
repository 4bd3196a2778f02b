"""The form of a handelingsplan as data, and when a group has too many of them.

Read from plain data (a parsed TOML file); nothing here opens a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# why a pupil has a plan of their own: asked before there is one
REDEN = "reden"
BRONNEN = frozenset({"", "bevorderend", "belemmerend", "behoeften", "doelen", "gehoord"})
SOORTEN = frozenset({"tekst", "datum"})

# From here on individual plans are unworkable beside a class: so many, or this share of the pupils.
VEEL_VANAF = 4
VEEL_DEEL = 0.10


class OngeldigeVorm(ValueError):
    """The data can't be used; the message says what is wrong where."""


@dataclass(frozen=True)
class Veld:
    """`vul` names what it starts with (one of BRONNEN); `soort` is one of SOORTEN."""

    sleutel: str
    naam: str
    uitleg: str = ""
    vul: str = ""
    soort: str = "tekst"
    blijvend: bool = False


@dataclass(frozen=True)
class Deel:
    naam: str
    velden: tuple[Veld, ...]


@dataclass(frozen=True)
class Vorm:
    """The parts of the form, in order."""

    delen: tuple[Deel, ...]

    @property
    def velden(self) -> tuple[Veld, ...]:
        return tuple(veld for deel in self.delen for veld in deel.velden)

    def zoek(self, sleutel: str) -> Veld | None:
        """The field with this key; None when there is none."""
        return next((veld for veld in self.velden if veld.sleutel == sleutel), None)


def lees_vorm(gegevens: Mapping[str, Any], soort: str) -> Vorm:
    """The form for groups of this kind, from parsed TOML. Raises OngeldigeVorm."""
    try:
        vorm = Vorm(
            tuple(
                Deel(deel["naam"], tuple(Veld(**veld) for veld in deel["velden"])) for deel in gegevens[soort]
            )
        )
    except (KeyError, TypeError) as fout:
        raise OngeldigeVorm(f"er ontbreekt iets, of er staat iets onbekends: {fout}") from fout
    sleutels = [veld.sleutel for veld in vorm.velden]
    if REDEN not in sleutels:
        raise OngeldigeVorm(f"het veld {REDEN} ontbreekt")
    for veld in vorm.velden:
        if not (veld.sleutel and veld.naam.strip()) or sleutels.count(veld.sleutel) > 1:
            raise OngeldigeVorm(f"veld {veld.sleutel!r} heeft geen naam of staat er twee keer")
        if veld.vul not in BRONNEN or veld.soort not in SOORTEN:
            raise OngeldigeVorm(f"veld {veld.sleutel!r}: vul of soort bestaat niet")
    return vorm


def zijn_er_veel(aantal: int, leerlingen: int) -> bool:
    """Whether so many individual plans are many for a group of this size; one never is."""
    return aantal >= VEEL_VANAF or (aantal > 1 and aantal > leerlingen * VEEL_DEEL)
