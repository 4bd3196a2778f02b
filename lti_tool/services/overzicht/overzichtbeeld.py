"""What an overview looks like to who reads it: plain data, without the tables behind it."""

from dataclasses import dataclass

from lti_tool.hgw.scores import Verloop
from lti_tool.services.groep.rooster import Leerling


@dataclass(frozen=True)
class Zicht:
    """What the reader may see and do; security fills it in.

    `alles`: every column, else only the needs. `vertrouwelijk`: sensitive columns too, asked for on
    purpose. `eigen_observaties_van`: this person's own added lines instead of the whole text.
    `alleen`: only these pupils (persoon ids); None for the whole class.
    """

    bewerken: bool
    alles: bool
    vertrouwelijk: bool = False
    eigen_observaties_van: int | None = None
    alleen: frozenset[int] | None = None


@dataclass(frozen=True)
class Kolomweergave:
    id: int
    sleutel: str
    kop: str
    naam: str
    blok: str
    soort: str
    schaalnaam: str
    toegestaan: str
    ijkpunt: str
    uitleg: str
    gevoelig: bool
    observatie: bool
    bewerkbaar: bool
    numeriek: bool
    # of a scale of words or levels, worst first; empty for numbers and text
    waarden: tuple[str, ...]


@dataclass(frozen=True)
class Celweergave:
    """`vorige`: earlier values in words, oldest first; `onder`: below the agreed minimum.

    `naast`: what stood in this place in an earlier cycle, the latest.
    """

    waarde: str
    versie: int
    onder: bool
    verloop: Verloop | None
    vorige: str
    naast: str = ""


@dataclass(frozen=True)
class Regelweergave:
    regel_id: int
    leerling: Leerling
    signalen: tuple[str, ...]
    cellen: tuple[Celweergave, ...]


@dataclass(frozen=True)
class Blokweergave:
    sleutel: str
    naam: str
    aantal: int


@dataclass(frozen=True)
class Overzicht:
    kolommen: tuple[Kolomweergave, ...]
    blokken: tuple[Blokweergave, ...]
    regels: tuple[Regelweergave, ...]
