"""The plan of a cycle: opened in one act from the needs, its head, and what stands in its fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.plandata import stel_evaluatie_voor, stel_halverwege_voor
from lti_tool.hgw.planvorm import TEKST, vorm_van
from lti_tool.models import (
    Cyclus,
    Differentiatie,
    Groep,
    Groepsplan,
    Onderwerp,
    Persoon,
    Planregel,
    Planveld,
    Planvorm,
    Soort,
)
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import planlezen, planopzet
from lti_tool.services.school import planformaten
from lti_tool.services.teksten import platte_tekst

PAPIER = ("A4", "A3")


@dataclass(frozen=True)
class Kopinvoer:
    """The head of a plan, as its owner gives it."""

    vorm: str
    differentiatie: str
    papier: str
    evaluatie_op: date | None
    halverwege: date | None


def open_plan(
    session: Session,
    cyclus: Cyclus,
    door: Persoon,
    *,
    vorm: str = Planvorm.GROEPSPLAN,
    differentiatie: str | None = None,
) -> Groepsplan:
    """The plan of a cycle, filled from the needs. A plan that has rows is left as it is.

    `differentiatie`: None for what was chosen on the board of subgroups, else convergent. Raises Gesloten,
    or OngeldigeWaarde for an unknown form.
    """
    eis_open(cyclus)
    _eis_keuzes(vorm, differentiatie or Differentiatie.CONVERGENT, "A4")
    plan = planlezen.van_cyclus(session, cyclus)
    if plan is None:
        plan = Groepsplan(cyclus_id=cyclus.id, versie=1, kolommen=[])
        if not versies.voeg_toe(session, plan):
            # somebody opened it between our look and our write
            return planlezen.zoek_plan(session, cyclus.groep, cyclus)
    if heeft_rijen(session, plan):
        return plan
    plan.vorm, plan.differentiatie = vorm, differentiatie or plan.differentiatie
    plan.kolommen = planformaten.als_gegevens(planformaten.voor_groep(session, cyclus.groep))
    plan.evaluatie_op = stel_evaluatie_voor(cyclus.begin, cyclus.eind)
    plan.halverwege = stel_halverwege_voor(cyclus.begin, cyclus.eind)
    plan.gewijzigd_door_id = door.id
    session.flush()
    planopzet.maak_alle(session, plan, cyclus, door)
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.PLAN, door, "", "Groepsplan geopend")
    session.flush()
    return plan


def heeft_rijen(session: Session, plan: Groepsplan) -> bool:
    """Whether the plan was filled before; a row that was taken out counts too."""
    vraag = select(Planregel.id).where(Planregel.plan_id == plan.id).limit(1)
    return session.scalar(vraag) is not None


def bewaar_kop(
    session: Session, groep: Groep, cyclus: Cyclus, invoer: Kopinvoer, versie: int, door: Persoon
) -> Groepsplan:
    """Save the head over the version that was seen. Raises Gesloten, OngeldigeWaarde, Conflict, NietGevonden.

    A divergent plan has no row for the whole group: it is taken out, and comes back with the choice.
    """
    eis_open(cyclus)
    plan = planlezen.zoek_plan(session, groep, cyclus)
    _eis_keuzes(invoer.vorm, invoer.differentiatie, invoer.papier)
    if groep.soort != Soort.VAKSPECIFIEK and invoer.differentiatie != Differentiatie.CONVERGENT:
        raise OngeldigeWaarde("Het plan van de mentor kent geen divergente vorm.")
    for dag, wat in ((invoer.evaluatie_op, "De evaluatie"), (invoer.halverwege, "De evaluatie halverwege")):
        if dag is not None and not cyclus.begin <= dag <= cyclus.eind:
            tussen = f"tussen {datum_tekst(cyclus.begin)} en {datum_tekst(cyclus.eind)}"
            raise OngeldigeWaarde(f"{wat} valt buiten de periode.", f"een dag {tussen}")
    nieuw = vars(invoer)
    oud = kop_van(plan)
    if {**oud, **nieuw} == oud:
        return plan
    if not versies.schrijf(session, plan, versie, door, **nieuw):
        raise versies.conflict(session, plan, "de kop van het plan", **_leesbaar(kop_van(plan)))
    if oud["differentiatie"] != invoer.differentiatie:
        vorm = vorm_van(vakspecifiek=True, divergent=invoer.differentiatie == Differentiatie.DIVERGENT)
        planopzet.zet_basis(session, plan, cyclus, aan=vorm.basisrij, door=door)
    _noteer(session, groep, door, _in_woorden(oud), _in_woorden(nieuw))
    return plan


def bewaar_veld(
    session: Session, groep: Groep, planregel_id: int, veld: str, tekst: str, versie: int, door: Persoon
) -> Planveld:
    """Save one field of a row over the version that was seen (0: nothing stood there).

    The same again is no change. Raises NietGevonden, Gesloten, OngeldigeWaarde or Conflict.
    """
    regel = planlezen.zoek_regel(session, groep, planregel_id)
    eis_open(regel.plan.cyclus)
    # who was typing in a column while it was taken out still gets the text kept
    kolommen = [*planlezen.kolommen_van(regel.plan, groep.soort), *planlezen.eerdere_kolommen(regel.plan)]
    kolom = next((k for k in kolommen if k.sleutel == veld and k.soort == TEKST), None)
    if kolom is None:
        raise NietGevonden("Deze kolom staat niet in het plan.")
    waarde = platte_tekst(tekst, kolom.naam)
    rij = _zoek_veld(session, regel, veld)
    if rij is None:
        if not waarde:
            return Planveld(planregel_id=regel.id, veld=veld, waarde="", versie=0, gewijzigd_door_id=door.id)
        rij = Planveld(planregel_id=regel.id, veld=veld, waarde=waarde, gewijzigd_door_id=door.id)
        if versies.voeg_toe(session, rij):
            _noteer(session, groep, door, "", f"{kolom.naam}: {waarde}")
            return rij
        rij = _zoek_veld(session, regel, veld)
        if rij is None:
            raise NietGevonden("Deze rij staat niet (meer) in het plan.")
        raise _conflict(session, rij)
    if rij.waarde == waarde:
        return rij
    oud = rij.waarde
    if not versies.schrijf(session, rij, versie, door, waarde=waarde):
        raise _conflict(session, rij)
    _noteer(session, groep, door, f"{kolom.naam}: {oud}" if oud else "", f"{kolom.naam}: {waarde}")
    return rij


def kop_van(plan: Groepsplan) -> dict[str, Any]:
    """The head as it is kept, by field of Kopinvoer."""
    return {naam: getattr(plan, naam) for naam in Kopinvoer.__dataclass_fields__}


def _zoek_veld(session: Session, regel: Planregel, veld: str) -> Planveld | None:
    return session.scalars(select(Planveld).filter_by(planregel_id=regel.id, veld=veld)).one_or_none()


def _eis_keuzes(vorm: str, differentiatie: str, papier: str) -> None:
    if vorm not in set(Planvorm) or differentiatie not in set(Differentiatie) or papier not in PAPIER:
        raise OngeldigeWaarde("Deze vorm van een groepsplan is er niet.")


def _leesbaar(kop: Mapping[str, Any]) -> dict[str, Any]:
    return {naam: w.isoformat() if isinstance(w, date) else (w or "") for naam, w in kop.items()}


def _in_woorden(kop: Mapping[str, Any]) -> str:
    dagen = [
        f"{w} {datum_tekst(kop[veld])}"
        for veld, w in (("evaluatie_op", "evaluatie"), ("halverwege", "halverwege"))
        if kop[veld]
    ]
    return ", ".join([kop["vorm"], kop["differentiatie"], kop["papier"], *dagen])


def _noteer(session: Session, groep: Groep, door: Persoon, oud: str, nieuw: str) -> None:
    geschiedenis.noteer(session, groep, Onderwerp.PLAN, door, oud, nieuw)
    session.flush()


def _conflict(session: Session, rij: Planveld) -> Conflict:
    return versies.conflict(session, rij, "dit veld", waarde=rij.waarde)
