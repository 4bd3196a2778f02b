"""The reasons for which a pupil is signalled, each with the key of the keyboard that sets it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Reden:
    """One reason: ``letter`` is one of the name that no other reason has, ``groep`` a key of GROEPEN."""

    sleutel: str
    naam: str
    letter: str
    groep: str


GROEPEN: Mapping[str, str] = MappingProxyType(
    {
        "leren": "Leren",
        "gedrag": "Welbevinden en gedrag",
        "leerling": "De leerling en thuis",
        "basis": "Basisvaardigheden",
        "proactief": "Vooruitkijken",
    }
)

REDENEN: tuple[Reden, ...] = (
    Reden("leerachterstand", "leerachterstand", "l", "leren"),
    Reden("teruglopend", "teruglopende resultaten", "t", "leren"),
    Reden("voorsprong", "leervoorsprong, meer uitdaging", "v", "leren"),
    Reden("sociaal_emotioneel", "sociaal-emotioneel", "s", "gedrag"),
    Reden("gedrag", "gedrag", "g", "gedrag"),
    Reden("werkhouding", "werkhouding, taakaanpak of studievaardigheden", "w", "gedrag"),
    Reden("leerstijl", "eigen leerstijl", "e", "leerling"),
    Reden("talent", "talent", "n", "leerling"),
    Reden("thuissituatie", "thuissituatie", "h", "leerling"),
    Reden("lezen", "basisvaardigheid lezen", "z", "basis"),
    Reden("spelling", "basisvaardigheid spelling", "p", "basis"),
    Reden("rekenen", "basisvaardigheid rekenen", "r", "basis"),
    Reden("leermoment", "cruciaal leermoment", "m", "proactief"),
    Reden("stage", "stage", "a", "proactief"),
    Reden("keuze", "keuze van profiel of vervolg", "k", "proactief"),
    Reden("examen", "examen", "x", "proactief"),
)

REDEN_PER_SLEUTEL: Mapping[str, Reden] = MappingProxyType({reden.sleutel: reden for reden in REDENEN})
