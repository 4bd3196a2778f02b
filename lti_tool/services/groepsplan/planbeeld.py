"""What the groepsplan looks like to who reads it: plain data, without the tables behind it."""

from dataclasses import dataclass
from datetime import date, datetime

from lti_tool.hgw.planvorm import Plankolom
from lti_tool.models import Groepsplan


@dataclass(frozen=True)
class Planleerling:
    """A pupil of a row; `vertrokken`: left the course, and stays in the plan."""

    regel_id: int
    persoon_id: int
    naam: str
    vertrokken: bool = False


@dataclass(frozen=True)
class Bron:
    """The goal of a pupil's need that a goal of the plan stands for."""

    doel_id: int
    regel_id: int
    naam: str
    domein: str
    tekst: str


@dataclass(frozen=True)
class Doelbeeld:
    """A goal. `gewijzigd`: new or other than when the plan was fixed; `eerst`: its words then."""

    id: int
    tekst: str
    maat: str
    voor_wanneer: date | None
    versie: int
    door: str
    op: datetime
    gewijzigd: bool
    bronnen: tuple[Bron, ...]
    eerst: str = ""


@dataclass(frozen=True)
class Veldbeeld:
    """What stands in one column of a row; `versie` 0 and `op` None: nobody wrote there yet."""

    veld: str
    waarde: str = ""
    versie: int = 0
    door: str = ""
    op: datetime | None = None
    gewijzigd: bool = False
    eerst: str = ""


@dataclass(frozen=True)
class Regelbeeld:
    """A row. `velden` has every text column; `nieuw`: came after the plan was fixed.

    `verwerkt`: what of the needs was put in or turned down already. `resten`: text in columns that the plan
    no longer has.
    """

    id: int
    soort: str
    domein: str
    naam: str
    subgroep_id: int | None
    regel_id: int | None
    leerlingen: tuple[Planleerling, ...]
    doelen: tuple[Doelbeeld, ...]
    velden: dict[str, Veldbeeld]
    nieuw: bool = False
    verwerkt: frozenset[str] = frozenset()
    resten: tuple[Veldbeeld, ...] = ()


@dataclass(frozen=True)
class Planbeeld:
    """`delen`: (name, rows) per part of the sheet; a subject has one part, with name "".

    `leerlingen`: everybody of the group, also who left.
    """

    plan: Groepsplan
    kolommen: tuple[Plankolom, ...]
    delen: tuple[tuple[str, tuple[Regelbeeld, ...]], ...]
    leerlingen: tuple[Planleerling, ...] = ()

    @property
    def rijen(self) -> tuple[Regelbeeld, ...]:
        """All rows, in the order of the sheet."""
        return tuple(rij for _, rijen in self.delen for rij in rijen)
