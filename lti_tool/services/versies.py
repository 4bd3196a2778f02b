"""Who saves names the version they saw; one statement decides who was first."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lti_tool.models import Persoon, Versie, nu
from lti_tool.services.fouten import Conflict
from lti_tool.services.tijd import SCHOOLTIJD


def wie_en_wanneer(session: Session, rij: Versie) -> tuple[str, str]:
    """Who changed a row last, and at what time of day ("14:03"), as a conflict tells it."""
    ander = session.get(Persoon, rij.gewijzigd_door_id) if rij.gewijzigd_door_id else None
    return ander.naam if ander else "Iemand anders", rij.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M")


def conflict(session: Session, rij: Versie, wat: str, **stand: Any) -> Conflict:
    """The error for who comes second. `wat`: "dit doel"; `stand`: what stands there now."""
    door, op = wie_en_wanneer(session, rij)
    nu_daar = stand | {"versie": rij.versie, "door": door, "op": op}
    return Conflict(f"{door} heeft {wat} om {op} gewijzigd.", **nu_daar)


def schrijf(session: Session, rij: Versie, versie: int, door: Persoon | None, **waarden: Any) -> bool:
    """Put values (column -> value) in a row over version `versie`; the row is refreshed.

    False: somebody else was first, nothing was written; the caller raises `conflict` with what stands there.
    """
    if rij.versie != versie:
        return False  # a made-up version may not even fit in the database
    model: Any = type(rij)
    opdracht = (
        update(model)
        .where(model.id == rij.id, model.versie == versie)  # type: ignore[attr-defined]  # every table has an id
        .values(
            **waarden,
            versie=versie + 1,
            gewijzigd_door_id=door.id if door else None,
            gewijzigd_op=nu(),
        )
        .execution_options(synchronize_session=False)
    )
    session.flush()
    geraakt = session.connection().execute(opdracht).rowcount
    session.refresh(rij)
    return geraakt == 1


def voeg_toe(session: Session, rij: Versie) -> bool:
    """Add a row that may be there once. False: somebody else was first, nothing was added."""
    try:
        with session.begin_nested():
            session.add(rij)
    except IntegrityError:
        return False
    return True
