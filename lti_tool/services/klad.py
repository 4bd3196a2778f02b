"""Unsaved text that waits for its writer: deposited with a signed token, handed out at their next visit."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from lti_tool.documents.tekst import schoon
from lti_tool.models import Cyclus, Groep, Klad, Kolom, Persoon, Regel, nu
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.teksten import TEKST_LANGSTE

# No page holds more unsaved cells than this.
TEN_HOOGSTE = 500


@dataclass(frozen=True)
class Kladcel:
    """One unsaved cell: what was typed, over which version."""

    regel_id: int
    kolom_id: int
    waarde: str
    versie: int


def leg_weg(session: Session, persoon_id: int, groep_id: int, cellen: Sequence[Kladcel]) -> None:
    """Keep these for their writer; later text for the same cell replaces earlier.

    Raises OngeldigeWaarde (too many, too long) or NietGevonden (a cell of another group).
    """
    if len(cellen) > TEN_HOOGSTE or any(len(cel.waarde) > 2 * TEKST_LANGSTE for cel in cellen):
        raise OngeldigeWaarde("Dit is meer tekst dan er bewaard kan worden.")
    plaatsen = _plaatsen(session, groep_id, cellen)
    if any((cel.regel_id, cel.kolom_id) not in plaatsen for cel in cellen):
        raise NietGevonden("Een van deze cellen hoort niet bij deze groep.")
    for cel in cellen:
        _wis(session, persoon_id, cel.regel_id, cel.kolom_id)
        session.add(
            Klad(
                persoon_id=persoon_id,
                regel_id=cel.regel_id,
                kolom_id=cel.kolom_id,
                waarde=schoon(cel.waarde),
                basisversie=cel.versie,
                op=nu(),
            )
        )
        session.flush()


def wachtend(session: Session, persoon: Persoon, cyclus: Cyclus) -> list[Kladcel]:
    """What waits for this person in this cycle."""
    vraag = (
        select(Klad)
        .join(Regel, Regel.id == Klad.regel_id)
        .where(Klad.persoon_id == persoon.id, Regel.cyclus_id == cyclus.id)
        .order_by(Klad.id)
    )
    return [Kladcel(k.regel_id, k.kolom_id, k.waarde, k.basisversie) for k in session.scalars(vraag)]


def ruim_op(session: Session, persoon: Persoon, regel_id: int, kolom_id: int) -> None:
    """The cell was saved after all: its note goes."""
    _wis(session, persoon.id, regel_id, kolom_id)


def _wis(session: Session, persoon_id: int, regel_id: int, kolom_id: int) -> None:
    session.execute(
        delete(Klad).where(
            Klad.persoon_id == persoon_id, Klad.regel_id == regel_id, Klad.kolom_id == kolom_id
        )
    )


def _plaatsen(session: Session, groep_id: int, cellen: Sequence[Kladcel]) -> set[tuple[int, int]]:
    vraag = (
        select(Regel.id, Kolom.id)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .join(Kolom, Kolom.cyclus_id == Cyclus.id)
        .join(Groep, Groep.id == Cyclus.groep_id)
        .where(Groep.id == groep_id, Regel.id.in_([cel.regel_id for cel in cellen]))
    )
    return {(regel_id, kolom_id) for regel_id, kolom_id in session.execute(vraag)}
