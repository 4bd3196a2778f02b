"""Whether a subject works convergently or divergently: said on the board, kept in the plan."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Differentiatie, Groepsplan, Onderwerp, Persoon, Soort
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import plannen
from lti_tool.services.groepsplan.plannen import Kopinvoer

NAMEN = {
    Differentiatie.CONVERGENT: "convergent: dezelfde basisdoelen, voor sommigen extra",
    Differentiatie.DIVERGENT: "divergent: elke niveaugroep eigen doelen en tempo",
}


@dataclass(frozen=True)
class Stand:
    """The choice; version 0 when there is no plan yet."""

    keuze: str
    versie: int

    @property
    def divergent(self) -> bool:
        return self.keuze == Differentiatie.DIVERGENT


def lees(session: Session, cyclus: Cyclus) -> Stand:
    """The choice of a cycle: convergent until somebody says otherwise. One query."""
    plan = _plan(session, cyclus)
    return Stand(plan.differentiatie, plan.versie) if plan else Stand(Differentiatie.CONVERGENT, 0)


def zet(session: Session, cyclus: Cyclus, keuze: str, versie: int, door: Persoon) -> Stand:
    """Choose over the version that was seen. The same again is no change.

    Raises Gesloten, OngeldigeWaarde, or Conflict with what stands there now.
    """
    eis_open(cyclus)
    if cyclus.groep.soort != Soort.VAKSPECIFIEK:
        raise OngeldigeWaarde("Convergent of divergent kies je bij een vak.")
    if keuze not in tuple(Differentiatie):
        raise OngeldigeWaarde("Deze keuze is er niet.", ", ".join(NAMEN.values()))
    was = lees(session, cyclus)
    if was.keuze == keuze:
        return was
    plan = _plan(session, cyclus) or _begin(session, cyclus, door)
    if plannen.heeft_rijen(session, plan):
        # the plan follows: a divergent one has no row for the whole group
        kop = Kopinvoer(**(plannen.kop_van(plan) | {"differentiatie": keuze}))
        plan = plannen.bewaar_kop(session, cyclus.groep, cyclus, kop, versie, door)
        return Stand(plan.differentiatie, plan.versie)
    if not versies.schrijf(session, plan, versie or plan.versie, door, differentiatie=keuze):
        raise versies.conflict(session, plan, "deze keuze", differentiatie=plan.differentiatie)
    oud, nieuw = (NAMEN[Differentiatie(woord)] for woord in (was.keuze, keuze))
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.PLAN, door, oud, nieuw)
    session.flush()
    return Stand(plan.differentiatie, plan.versie)


def _plan(session: Session, cyclus: Cyclus) -> Groepsplan | None:
    return session.scalars(select(Groepsplan).where(Groepsplan.cyclus_id == cyclus.id)).one_or_none()


def _begin(session: Session, cyclus: Cyclus, door: Persoon) -> Groepsplan:
    """A plan without rows, that keeps the choice until the plan is opened."""
    plan = Groepsplan(cyclus_id=cyclus.id, gewijzigd_door_id=door.id)
    versies.voeg_toe(session, plan)
    return session.scalars(select(Groepsplan).where(Groepsplan.cyclus_id == cyclus.id)).one()
