"""The log of a plan, read: short dated notes on the plan, a row of it or a pupil, by all who teach here.

Writing: lognotities.py.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import (
    Cyclus,
    Groepsplan,
    Lognotitie,
    Persoon,
    Planregel,
    Planregelsoort,
    Subgroep,
)
from lti_tool.services.groep import regels
from lti_tool.services.groepsplan.planlezen import HELE_GROEP

SOORTEN = {"werkt": "Dit werkt", "aandacht": "Vraagt aandacht", "resultaat": "Resultaat"}


@dataclass(frozen=True)
class Notitie:
    """A note as shown. ``rij``: name of the row, ``leerling``: of the pupil; "" when it isn't about one."""

    id: int
    versie: int
    soort: str
    tekst: str
    dag: date
    door_id: int | None
    door: str
    planregel_id: int | None
    rij: str
    regel_id: int | None
    leerling: str
    gewijzigd_op: datetime | None


def lees(
    session: Session,
    cyclus: Cyclus,
    *,
    planregel_id: int | None = None,
    regel_id: int | None = None,
    soort: str = "",
) -> list[Notitie]:
    """The notes of a cycle's plan, newest first; of one row, pupil or kind when asked. Four queries at most.

    Notes about somebody who is no pupil of the group (any more than marked by hand) stay away.
    """
    vraag = (
        select(Lognotitie)
        .join(Groepsplan, Groepsplan.id == Lognotitie.plan_id)
        .where(Groepsplan.cyclus_id == cyclus.id)
        .options(joinedload(Lognotitie.door))
        .order_by(Lognotitie.dag.desc(), Lognotitie.id.desc())
    )
    if planregel_id is not None:
        vraag = vraag.where(Lognotitie.planregel_id == planregel_id)
    if regel_id is not None:
        vraag = vraag.where(Lognotitie.regel_id == regel_id)
    if soort:
        vraag = vraag.where(Lognotitie.soort == soort)
    gevonden = session.scalars(vraag).all()
    namen = leerlingen(session, cyclus) if gevonden else {}
    rijnamen = _rijnamen(session, cyclus, namen) if gevonden else {}
    return [
        _beeld(notitie, rijnamen, namen)
        for notitie in gevonden
        if notitie.regel_id is None or notitie.regel_id in namen
    ]


def van_regel(session: Session, cyclus: Cyclus, regel_id: int) -> list[Notitie]:
    """The notes about one pupil (row of the overview), newest first."""
    return lees(session, cyclus, regel_id=regel_id)


def laatste_rij(session: Session, cyclus: Cyclus, persoon: Persoon) -> int | None:
    """The row that this person wrote about last; None for the plan as a whole, or before a first note."""
    vraag = (
        select(Lognotitie.planregel_id)
        .join(Groepsplan, Groepsplan.id == Lognotitie.plan_id)
        .where(Groepsplan.cyclus_id == cyclus.id, Lognotitie.door_id == persoon.id)
        .order_by(Lognotitie.id.desc())
    )
    return session.scalars(vraag.limit(1)).first()


def leerlingen(session: Session, cyclus: Cyclus) -> dict[int, str]:
    """Row of the overview -> name of who is a pupil here (also before leaving), as in the class list."""
    return {regel.id: leerling.naam for regel, leerling in regels.van_leerlingen(session, cyclus)}


def _rijnamen(session: Session, cyclus: Cyclus, namen: dict[int, str]) -> dict[int, str]:
    """Row of the plan -> its name, also of rows that were taken out since."""
    vraag = (
        select(Planregel, Subgroep.naam)
        .join(Groepsplan, Groepsplan.id == Planregel.plan_id)
        .outerjoin(Subgroep, Subgroep.id == Planregel.subgroep_id)
        .where(Groepsplan.cyclus_id == cyclus.id)
    )
    return {regel.id: _rijnaam(regel, subgroep, namen) for regel, subgroep in session.execute(vraag)}


def _rijnaam(regel: Planregel, subgroep: str | None, namen: dict[int, str]) -> str:
    if regel.soort == Planregelsoort.BASIS:
        return HELE_GROEP
    if regel.soort == Planregelsoort.LEERLING:
        return namen.get(regel.regel_id or 0, "")
    return subgroep or regel.naam


def _beeld(notitie: Lognotitie, rijnamen: dict[int, str], namen: dict[int, str]) -> Notitie:
    return Notitie(
        notitie.id,
        notitie.versie,
        notitie.soort,
        notitie.tekst,
        notitie.dag,
        notitie.door_id,
        notitie.door.naam if notitie.door else "Iemand die hier niet meer is",
        notitie.planregel_id,
        rijnamen.get(notitie.planregel_id or 0, ""),
        notitie.regel_id,
        namen.get(notitie.regel_id or 0, ""),
        notitie.gewijzigd_op if notitie.versie > 1 else None,
    )
