"""Where a school's own columns are kept: of its overviews and of its plans, per kind and subject."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Persoon, Schoolformaat, nu

Kolommen = list[dict[str, Any]]


def lijst(session: Session, school_id: int, soort: str) -> Sequence[Schoolformaat]:
    """What the school set for a kind: all subjects first, then subjects by name."""
    vraag = select(Schoolformaat).where(Schoolformaat.school_id == school_id, Schoolformaat.soort == soort)
    return session.scalars(vraag.order_by(Schoolformaat.vak)).all()


def zoek(session: Session, school_id: int, soort: str, vak: str) -> Schoolformaat | None:
    """What the school set for exactly this kind and subject, case of the subject aside."""
    vak = " ".join(vak.split()).casefold()
    return next((f for f in lijst(session, school_id, soort) if f.vak.casefold() == vak), None)


def geldend(session: Session, school_id: int, soort: str, vak: str) -> Kolommen | None:
    """What the school set for the subject, else for all subjects; None: the default ones hold."""
    for naam in dict.fromkeys([vak, ""]):
        eigen = zoek(session, school_id, soort, naam)
        if eigen is not None:
            return eigen.kolommen
    return None


def zet(
    session: Session, school_id: int, soort: str, vak: str, kolommen: Kolommen, door: Persoon | None
) -> Schoolformaat:
    """Set the columns for a kind, and for one subject when `vak` isn't ""."""
    formaat = zoek(session, school_id, soort, vak)
    if formaat is None:
        formaat = Schoolformaat(school_id=school_id, soort=soort, vak=vak)
        session.add(formaat)
    formaat.kolommen = kolommen
    formaat.door_id, formaat.op = door.id if door else None, nu()
    session.flush()
    return formaat


def verwijder(session: Session, school_id: int, soort: str, vak: str) -> bool:
    """Back to what holds without it; False when the school had set nothing here."""
    formaat = zoek(session, school_id, soort, vak)
    if formaat is None:
        return False
    session.delete(formaat)
    session.flush()
    return True
