"""Test scales: which values a test can have and how they rank."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

WOORDEN = ("onvoldoende", "voldoende", "goed")

# From worst to best: the place in the tuple is the rank of a score.
_NIVEAUS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "niveau_i_v": ("V", "IV", "III", "II", "I"),
        "niveau_a_e": ("E", "D", "C", "B", "A"),
        "referentieniveau": ("<1F", "1F", "1S", "2F", "2S", "3F", "3S", "4F"),
    }
)

# What a school may set per kind of scale; the other kinds are fixed.
_INSTELBAAR: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "getal": frozenset({"minimum", "maximum", "decimalen"}),
        "woorden": frozenset({"waarden"}),
    }
)

SOORTEN = ("cijfer", "percentage", *_NIVEAUS, "woorden", "getal")


class OngeldigeSchaal(ValueError):
    """A scale in the configuration makes no sense; the message says what is wrong."""


@dataclass(frozen=True)
class Schaal:
    """One scale: either numbers between two bounds, or an ordered list of values.

    ``waarden`` runs from worst to best and is empty for a numeric scale; the bounds
    and ``decimalen`` (the most decimals a score has) mean nothing for a list.
    """

    soort: str
    minimum: Decimal = Decimal(0)
    maximum: Decimal = Decimal(0)
    decimalen: int = 0
    waarden: tuple[str, ...] = ()

    @property
    def numeriek(self) -> bool:
        """Whether scores are numbers, so that a mean makes sense."""
        return not self.waarden

    @classmethod
    def van_dict(cls, gegevens: Mapping[str, Any]) -> "Schaal":
        """Build a scale from plain data, e.g. ``{"soort": "cijfer"}``.

        ``getal`` needs ``minimum`` and ``maximum`` and may have ``decimalen`` (0 to 3);
        ``woorden`` may have ``waarden``, worst first. Raises OngeldigeSchaal.
        """
        soort = gegevens.get("soort")
        if not isinstance(soort, str) or soort not in SOORTEN:
            raise OngeldigeSchaal(f"onbekende soort schaal; kies uit {', '.join(SOORTEN)}")
        vreemd = set(gegevens) - {"soort"} - _INSTELBAAR.get(soort, frozenset())
        if vreemd:
            raise OngeldigeSchaal(f"onbekend bij een schaal {soort}: {', '.join(sorted(vreemd))}")
        if soort == "cijfer":
            return cls(soort, Decimal(1), Decimal(10), 1)
        if soort == "percentage":
            return cls(soort, Decimal(0), Decimal(100), 2)
        if soort in _NIVEAUS:
            return cls(soort, waarden=_NIVEAUS[soort])
        if soort == "woorden":
            return cls(soort, waarden=_lees_waarden(gegevens.get("waarden", WOORDEN)))
        return _getal(gegevens)

    def als_dict(self) -> dict[str, Any]:
        """Plain data from which ``van_dict`` builds the same scale again."""
        if self.soort == "woorden":
            return {"soort": self.soort, "waarden": list(self.waarden)}
        if self.soort == "getal":
            return {
                "soort": self.soort,
                "minimum": _plat(self.minimum),
                "maximum": _plat(self.maximum),
                "decimalen": self.decimalen,
            }
        return {"soort": self.soort}

    def getal_tekst(self, getal: Decimal) -> str:
        """A number as this scale writes it: decimal comma, fixed decimals."""
        tekst = f"{getal:.{self.decimalen}f}"
        if self.soort == "percentage":
            # 75% and 83,33% are both usual; 75,00% isn't.
            tekst = tekst.rstrip("0").rstrip(".")
        return tekst.replace(".", ",")

    def toegestaan(self) -> str:
        """A Dutch sentence that names the values this scale allows."""
        if self.waarden:
            # Cito and school levels are named best first, in the order people say them.
            rij = self.waarden[::-1] if self.soort.startswith("niveau") else self.waarden
            return f"Kies uit {', '.join(rij[:-1])} of {rij[-1]}."
        grenzen = f"van {self.getal_tekst(self.minimum)} tot en met {self.getal_tekst(self.maximum)}"
        if self.soort == "cijfer":
            return f"Vul een cijfer in {grenzen}, met hoogstens één decimaal, bijvoorbeeld 7,5."
        if self.soort == "percentage":
            return f"Vul een percentage in {grenzen}, bijvoorbeeld 75."
        decimalen = {0: "zonder decimalen", 1: "met hoogstens één decimaal"}.get(
            self.decimalen, f"met hoogstens {self.decimalen} decimalen"
        )
        return f"Vul een getal in {grenzen}, {decimalen}."


def _getal(gegevens: Mapping[str, Any]) -> Schaal:
    minimum = _lees_grens(gegevens, "minimum")
    maximum = _lees_grens(gegevens, "maximum")
    decimalen = gegevens.get("decimalen", 0)
    if isinstance(decimalen, bool) or decimalen not in (0, 1, 2, 3):
        raise OngeldigeSchaal("decimalen is 0, 1, 2 of 3")
    if minimum >= maximum:
        raise OngeldigeSchaal("minimum moet lager zijn dan maximum")
    stap = Decimal(1).scaleb(-decimalen)
    if minimum % stap or maximum % stap:
        raise OngeldigeSchaal("minimum en maximum hebben meer decimalen dan de schaal")
    return Schaal("getal", minimum, maximum, int(decimalen))


def _lees_grens(gegevens: Mapping[str, Any], naam: str) -> Decimal:
    waarde = gegevens.get(naam)
    if isinstance(waarde, bool) or not isinstance(waarde, int | float):
        raise OngeldigeSchaal(f"een schaal getal heeft een getal als {naam} nodig")
    # The bound keeps Decimal arithmetic exact, and shuts out inf and nan.
    if not abs(waarde) <= 1_000_000:
        raise OngeldigeSchaal(f"{naam} ligt buiten een miljoen")
    return Decimal(str(waarde))


def _lees_waarden(waarden: Any) -> tuple[str, ...]:
    if not isinstance(waarden, list | tuple) or len(waarden) < 2:
        raise OngeldigeSchaal("waarden is een lijst van minstens twee woorden, laagste eerst")
    schoon = tuple(" ".join(w.split()) if isinstance(w, str) else "" for w in waarden)
    if not all(schoon) or len({w.casefold() for w in schoon}) != len(schoon):
        raise OngeldigeSchaal("waarden bevat iets leegs, iets dubbels of iets anders dan tekst")
    if "-" in schoon:
        raise OngeldigeSchaal("het woord - betekent: geen score")
    return schoon


def _plat(getal: Decimal) -> int | float:
    return int(getal) if getal == getal.to_integral_value() else float(getal)
