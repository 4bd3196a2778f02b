"""Plans for one pupil: found, listed, made, taken out and put back (contents: handelingsplanvelden)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.handelingsplan import REDEN
from lti_tool.models import Cyclus, Groep, Handelingsplan, Handelingsplanveld, Onderwerp, Persoon, Regel, nu
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import regels as rijen
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groep.rooster import Leerling
from lti_tool.services.handelingsplan import handelingsplanvorm
from lti_tool.services.teksten import platte_tekst


@dataclass(frozen=True)
class Planplaats:
    """A plan and where it belongs."""

    groep: Groep
    cyclus: Cyclus
    regel: Regel
    plan: Handelingsplan


@dataclass(frozen=True)
class Lijstrij:
    """A plan in the list; `weg`: taken out, and can come back. `akkoord_wijze` "": not agreed yet."""

    regel_id: int
    leerling: Leerling
    gemaakt_op: datetime
    akkoord_wijze: str
    akkoord_op: date | None
    hulp_gevraagd: bool
    weg: bool


def lijst(session: Session, cyclus: Cyclus) -> list[Lijstrij]:
    """The plans of a cycle, sorted as the Dutch do, also those that were taken out."""
    vraag = select(Handelingsplan).join(Regel, Regel.id == Handelingsplan.regel_id)
    plannen = {plan.regel_id: plan for plan in session.scalars(vraag.where(Regel.cyclus_id == cyclus.id))}
    return [
        Lijstrij(
            regel.id,
            leerling,
            plan.aangemaakt_op,
            plan.akkoord_wijze,
            plan.akkoord_op,
            plan.hulp_gevraagd_op is not None,
            plan.verwijderd_op is not None,
        )
        for regel, leerling in rijen.van_leerlingen(session, cyclus)
        if (plan := plannen.get(regel.id)) is not None
    ]


def zonder_plan(session: Session, cyclus: Cyclus) -> Sequence[tuple[int, Leerling]]:
    """(row, pupil) of who is here and has no plan in this cycle, nor one that was taken out."""
    bezet = select(Handelingsplan.regel_id).join(Regel, Regel.id == Handelingsplan.regel_id)
    met = set(session.scalars(bezet.where(Regel.cyclus_id == cyclus.id)))
    return [
        (regel.id, leerling)
        for regel, leerling in rijen.van_leerlingen(session, cyclus)
        if not leerling.vertrokken and regel.id not in met
    ]


def is_er(session: Session, regel_id: int) -> bool:
    """Whether there is a plan in this row that wasn't taken out."""
    vraag = select(Handelingsplan.id).where(
        Handelingsplan.regel_id == regel_id, Handelingsplan.verwijderd_op.is_(None)
    )
    return session.scalar(vraag) is not None


def zoek(session: Session, groep: Groep, regel_id: int, *, ook_weg: bool = False) -> Planplaats:
    """The plan in this row of the group. Raises NietGevonden, also for one that was taken out."""
    vraag = (
        select(Handelingsplan, Regel, Cyclus)
        .join(Regel, Regel.id == Handelingsplan.regel_id)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .where(Cyclus.groep_id == groep.id, Regel.id == regel_id)
        .options(joinedload(Handelingsplan.regel).joinedload(Regel.persoon))
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Dit handelingsplan is er niet.")
    if rij.Handelingsplan.verwijderd_op is not None and not ook_weg:
        raise NietGevonden("Dit handelingsplan is weggehaald. In de lijst kun je het terugzetten.")
    return Planplaats(groep, rij.Cyclus, rij.Regel, rij.Handelingsplan)


def maak(
    session: Session, groep: Groep, cyclus: Cyclus, regel_id: int, reden: str, door: Persoon
) -> Planplaats:
    """A plan for a pupil of this cycle, filled from what is known. `reden`: why the group plan won't do.

    Raises Gesloten, NietGevonden, OngeldigeWaarde without a reason, or Conflict when there is one already.
    """
    eis_open(cyclus)
    waarom = platte_tekst(reden, "De reden")
    if not waarom:
        raise OngeldigeWaarde("Schrijf op waarom dit niet in het groepsplan past.")
    regel = session.get(Regel, regel_id)
    if regel is None or regel.cyclus_id != cyclus.id:
        raise NietGevonden("Deze leerling staat niet in dit overzicht.")
    plan = Handelingsplan(regel_id=regel.id, gewijzigd_door_id=door.id)
    if not versies.voeg_toe(session, plan):
        raise Conflict("Voor deze leerling is al een handelingsplan. Je vindt het in de lijst.")
    begin = handelingsplanvorm.beginwaarden(session, groep, cyclus, regel) | {REDEN: waarom}
    session.add_all(
        Handelingsplanveld(handelingsplan_id=plan.id, veld=veld, waarde=waarde, gewijzigd_door_id=door.id)
        for veld, waarde in begin.items()
    )
    noteer(session, Planplaats(groep, cyclus, regel, plan), door, "", f"Handelingsplan gemaakt: {waarom}")
    session.flush()
    return Planplaats(groep, cyclus, regel, plan)


def zet_weg(session: Session, plaats: Planplaats, weg: bool, door: Persoon) -> None:
    """Take a plan out, or put it back. Twice is once. Raises Gesloten."""
    eis_open(plaats.cyclus)
    if weg == (plaats.plan.verwijderd_op is not None):
        return
    plaats.plan.verwijderd_op = nu() if weg else None
    noteer(session, plaats, door, "", "Handelingsplan weggehaald" if weg else "Handelingsplan teruggezet")
    session.flush()


def noteer(session: Session, plaats: Planplaats, door: Persoon, oud: str, nieuw: str) -> None:
    """A line in the history of this plan, which only who may open the plan reads (geschiedenis)."""
    geschiedenis.noteer(
        session,
        plaats.groep,
        Onderwerp.HANDELINGSPLAN,
        door,
        oud,
        nieuw,
        leerling_id=plaats.regel.persoon_id,
        regel_id=plaats.regel.id,
    )
