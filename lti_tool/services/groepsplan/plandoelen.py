"""The goals of a plan: added, changed over versions, taken out and brought back, put in another order."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.datums import datum_tekst
from lti_tool.models import (
    Cyclus,
    Doelresultaat,
    Groep,
    Groepsplan,
    Onderwerp,
    Persoon,
    Plandoel,
    Planregel,
    nu,
)
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.groepsplan.planlezen import doel_in_woorden
from lti_tool.services.teksten import platte_tekst

MEESTE_DOELEN = 20


@dataclass(frozen=True)
class Plandoelinvoer:
    """A goal as it is typed: what, how it is seen ("" when not given), by when."""

    tekst: str
    maat: str = ""
    voor_wanneer: date | None = None


def zoek(
    session: Session, groep: Groep, plandoel_id: int, *, ook_weg: bool = False
) -> tuple[Plandoel, Cyclus]:
    """A goal of this group's plan with its cycle. Raises NietGevonden; taken out is gone, but `ook_weg`."""
    vraag = (
        select(Plandoel, Cyclus)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .join(Groepsplan, Groepsplan.id == Planregel.plan_id)
        .join(Cyclus, Cyclus.id == Groepsplan.cyclus_id)
        .where(Plandoel.id == plandoel_id, Cyclus.groep_id == groep.id)
        .options(joinedload(Cyclus.groep))
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None or (rij.Plandoel.verwijderd_op is not None and not ook_weg):
        raise NietGevonden("Dit doel staat niet (meer) in het plan.")
    return rij.Plandoel, rij.Cyclus


def voeg_toe(
    session: Session, groep: Groep, planregel_id: int, invoer: Plandoelinvoer, door: Persoon
) -> Plandoel:
    """A new goal, the last of its row. Raises NietGevonden, Gesloten or OngeldigeWaarde."""
    regel = planlezen.zoek_regel(session, groep, planregel_id)
    eis_open(regel.plan.cyclus)
    gegeven = _schoon(invoer)
    vraag = select(func.count(Plandoel.id), func.max(Plandoel.volgorde)).where(
        Plandoel.planregel_id == regel.id, Plandoel.verwijderd_op.is_(None)
    )
    aantal, laatste = session.execute(vraag).one()
    if aantal >= MEESTE_DOELEN:
        raise OngeldigeWaarde(f"Een rij heeft ten hoogste {MEESTE_DOELEN} doelen.")
    doel = Plandoel(
        planregel_id=regel.id, volgorde=(laatste or 0) + 1, gewijzigd_door_id=door.id, **vars(gegeven)
    )
    session.add(doel)
    session.flush()
    _noteer(session, regel.plan.cyclus, door, "", f"Doel erbij: {_in_woorden(doel)}")
    return doel


def bewaar(
    session: Session, groep: Groep, plandoel_id: int, invoer: Plandoelinvoer, versie: int, door: Persoon
) -> Plandoel:
    """Save a goal over the version that was seen; the same again is no change.

    Raises NietGevonden, Gesloten, OngeldigeWaarde (no words, too long) or Conflict.
    """
    doel, cyclus = zoek(session, groep, plandoel_id)
    eis_open(cyclus)
    gegeven = _schoon(invoer)
    if _inhoud(doel) == gegeven:
        return doel
    oud = _in_woorden(doel)
    if not versies.schrijf(session, doel, versie, door, **vars(gegeven)):
        raise _conflict(session, doel)
    _noteer(session, cyclus, door, f"Doel: {oud}", f"Doel: {_in_woorden(doel)}")
    return doel


def haal_weg(session: Session, groep: Groep, plandoel_id: int, door: Persoon) -> tuple[Plandoel, int]:
    """Take a goal out; with how many results hang on it, which are kept. Raises NietGevonden, Gesloten."""
    doel, cyclus = zoek(session, groep, plandoel_id)
    eis_open(cyclus)
    doel.verwijderd_op = nu()
    _noteer(session, cyclus, door, f"Doel: {_in_woorden(doel)}", "Doel weggehaald")
    vraag = select(func.count(Doelresultaat.id)).where(
        Doelresultaat.plandoel_id == doel.id, Doelresultaat.resultaat != ""
    )
    return doel, session.scalar(vraag) or 0


def zet_terug(session: Session, groep: Groep, plandoel_id: int, door: Persoon) -> Plandoel:
    """Undo of `haal_weg`; twice is once. Raises NietGevonden or Gesloten."""
    doel, cyclus = zoek(session, groep, plandoel_id, ook_weg=True)
    eis_open(cyclus)
    if doel.verwijderd_op is not None:
        doel.verwijderd_op = None
        _noteer(session, cyclus, door, "", f"Doel teruggezet: {_in_woorden(doel)}")
    return doel


def verplaats(session: Session, groep: Groep, plandoel_id: int, richting: int) -> None:
    """One place up (-1) or down (1) inside its row; at the edge nothing changes. Raises as `bewaar`."""
    doel, cyclus = zoek(session, groep, plandoel_id)
    eis_open(cyclus)
    if richting not in (-1, 1):
        raise OngeldigeWaarde("Een doel gaat één plek omhoog of omlaag.")
    vraag = select(Plandoel).where(
        Plandoel.planregel_id == doel.planregel_id, Plandoel.verwijderd_op.is_(None)
    )
    doelen = list(session.scalars(vraag.order_by(Plandoel.volgorde, Plandoel.id)))
    plek = doelen.index(doel)
    if 0 <= plek + richting < len(doelen):
        doelen[plek], doelen[plek + richting] = doelen[plek + richting], doelen[plek]
    for nummer, ander in enumerate(doelen, start=1):
        ander.volgorde = nummer
    session.flush()


def als_gegevens(doel: Plandoel) -> dict[str, object]:
    """A goal as a page's script reads it; the day in words."""
    return {
        "tekst": doel.tekst,
        "maat": doel.maat,
        "wanneer": datum_tekst(doel.voor_wanneer) if doel.voor_wanneer else "",
        "versie": doel.versie,
    }


def _schoon(invoer: Plandoelinvoer) -> Plandoelinvoer:
    tekst = platte_tekst(invoer.tekst, "Het doel")
    if not tekst:
        raise OngeldigeWaarde("Een doel heeft woorden. Haal het doel weg als het niet meer nodig is.")
    return Plandoelinvoer(tekst, platte_tekst(invoer.maat, "De maat"), invoer.voor_wanneer)


def _inhoud(doel: Plandoel) -> Plandoelinvoer:
    return Plandoelinvoer(doel.tekst, doel.maat, doel.voor_wanneer)


def _in_woorden(doel: Plandoel) -> str:
    return doel_in_woorden(doel.tekst, doel.maat, doel.voor_wanneer)


def _noteer(session: Session, cyclus: Cyclus, door: Persoon, oud: str, nieuw: str) -> None:
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.PLAN, door, oud, nieuw)
    session.flush()


def _conflict(session: Session, doel: Plandoel) -> Conflict:
    stand = als_gegevens(doel)
    stand.pop("versie")
    return versies.conflict(session, doel, "dit doel", waarde=_in_woorden(doel), **stand)
