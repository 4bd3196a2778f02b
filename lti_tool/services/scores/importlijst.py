"""What was read into an overview before, and what stands in it: for the pages around an import."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Cyclus, Kolom, Persoon, Regel, Scoreimport
from lti_tool.services.groep import regels
from lti_tool.services.scores.celblok import Plaats
from lti_tool.services.scores.scoreimport import GEPLAKT

# Who wants to undo does so soon; older ones stay in the database.
_LAATSTE = 5


@dataclass(frozen=True)
class Eerder:
    """A confirmed import: `aantal` cells changed; `ongedaan_op` None while it stands."""

    id: int
    bron: str
    op: datetime
    door: str
    aantal: int
    ongedaan_op: datetime | None

    @property
    def geplakt(self) -> bool:
        return self.bron == GEPLAKT


def recente(session: Session, cyclus: Cyclus) -> list[Eerder]:
    """The latest imports and pasted blocks of a cycle, newest first."""
    vraag = (
        select(Scoreimport, Persoon.naam)
        .join(Persoon, Persoon.id == Scoreimport.door_id)
        .where(Scoreimport.cyclus_id == cyclus.id, Scoreimport.bevestigd_op.is_not(None))
        .order_by(Scoreimport.bevestigd_op.desc(), Scoreimport.id.desc())
        .limit(_LAATSTE)
    )
    return [
        Eerder(i.id, i.bron, i.bevestigd_op, naam, len(i.gegevens["cellen"]), i.ongedaan_op)
        for i, naam in session.execute(vraag)
        if i.bevestigd_op is not None
    ]


def gevulde_kolommen(session: Session, cyclus: Cyclus) -> frozenset[int]:
    """The columns in which anything stands."""
    vraag = (
        select(Cel.kolom_id)
        .join(Regel, Regel.id == Cel.regel_id)
        .where(Regel.cyclus_id == cyclus.id, Cel.waarde != "")
        .distinct()
    )
    return frozenset(session.scalars(vraag))


def benoem(session: Session, cyclus: Cyclus, plaatsen: Iterable[Plaats]) -> list[str]:
    """Cells in words: "Sem de Vries, Spelling"."""
    gevraagd = list(plaatsen)
    if not gevraagd:
        return []
    namen = {regel.id: leerling.naam for regel, leerling in regels.van_leerlingen(session, cyclus)}
    kolommen = {kolom.id: kolom.naam for kolom in regels.kolommen(session, cyclus)}
    return [f"{namen.get(regel_id, 'Leerling')}, {kolommen[kolom_id]}" for regel_id, kolom_id in gevraagd]


def schrijfbare_kolommen(session: Session, cyclus: Cyclus, *, vertrouwelijk: bool) -> list[Kolom]:
    """The columns that can take what is read, in order; sensitive ones only on purpose."""
    return [
        k for k in regels.kolommen(session, cyclus) if not k.verborgen and (vertrouwelijk or not k.gevoelig)
    ]
