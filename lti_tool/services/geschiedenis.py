"""The change log that a person can read: who, when, old, new."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import Groep, Onderwerp, Persoon, Wijziging, nu


def noteer(
    session: Session,
    groep: Groep,
    onderwerp: Onderwerp,
    door: Persoon | None,
    oud: str,
    nieuw: str,
    *,
    leerling_id: int | None = None,
    regel_id: int | None = None,
    kolom_id: int | None = None,
) -> None:
    """Add one change. `door` None: the command line."""
    session.add(
        Wijziging(
            groep_id=groep.id,
            onderwerp=onderwerp,
            door_id=door.id if door else None,
            oud=oud,
            nieuw=nieuw,
            leerling_id=leerling_id,
            regel_id=regel_id,
            kolom_id=kolom_id,
        )
    )


def noteer_veel(session: Session, groep: Groep, door: Persoon, wijzigingen: Sequence[dict[str, Any]]) -> None:
    """Add many changes of cells in one go; each has the columns of Wijziging that `noteer` would fill in."""
    vast = {"groep_id": groep.id, "onderwerp": Onderwerp.CEL, "door_id": door.id, "op": nu()}
    session.execute(insert(Wijziging), [vast | wijziging for wijziging in wijzigingen])


def van_cel(session: Session, groep: Groep, regel_id: int, kolom_id: int) -> Sequence[Wijziging]:
    """The changes of one cell, newest first."""
    return _lees(session, groep, Wijziging.regel_id == regel_id, Wijziging.kolom_id == kolom_id)


def van_leerling(
    session: Session, groep: Groep, leerling_id: int, kolom_ids: Sequence[int]
) -> Sequence[Wijziging]:
    """The changes about one pupil, newest first, in the given columns and in what has no column.

    Without those of a handelingsplan: its lines hold what parents and pupil told.
    """
    in_kolom = Wijziging.kolom_id.in_(kolom_ids) | Wijziging.kolom_id.is_(None)
    openbaar = Wijziging.onderwerp != Onderwerp.HANDELINGSPLAN
    return _lees(session, groep, Wijziging.leerling_id == leerling_id, in_kolom, openbaar)


def van_handelingsplan(session: Session, groep: Groep, regel_id: int) -> Sequence[Wijziging]:
    """The changes of the plan in one row, newest first; only for who may open that plan."""
    return _lees(
        session, groep, Wijziging.regel_id == regel_id, Wijziging.onderwerp == Onderwerp.HANDELINGSPLAN
    )


def van_groep(session: Session, groep: Groep) -> Sequence[Wijziging]:
    """What happened to the group itself: owners, cycles and columns."""
    van_groep = (Onderwerp.EIGENAAR, Onderwerp.CYCLUS, Onderwerp.KOLOM)
    return _lees(session, groep, Wijziging.onderwerp.in_(van_groep))


# A page shows no more: older changes stay in the database.
_TEN_HOOGSTE = 200


def _lees(session: Session, groep: Groep, *voorwaarden: object) -> Sequence[Wijziging]:
    vraag = (
        select(Wijziging)
        .where(Wijziging.groep_id == groep.id, *voorwaarden)  # type: ignore[arg-type]
        .options(joinedload(Wijziging.door))
        .order_by(Wijziging.id.desc())
        .limit(_TEN_HOOGSTE)
    )
    return session.scalars(vraag).all()
