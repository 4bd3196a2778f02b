"""Writing in the log of a plan: everyone who teaches here adds notes, and changes their own."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.models import Cyclus, Groepsplan, Lognotitie, Onderwerp, Persoon, Planregel, Regel
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.teksten import platte_tekst
from lti_tool.services.tijd import vandaag
from lti_tool.services.uitvoering.logboek import SOORTEN, leerlingen


@dataclass(frozen=True)
class Notitieinvoer:
    """What somebody writes: on the plan, on a row (``planregel_id``), on a pupil (``regel_id``), or both."""

    planregel_id: int | None
    regel_id: int | None
    soort: str
    tekst: str
    dag: date


def zoek_eigen(session: Session, cyclus: Cyclus, notitie_id: int, door: Persoon) -> Lognotitie:
    """A note that this person wrote. Raises NietGevonden; a colleague's note is read, not changed."""
    vraag = (
        select(Lognotitie)
        .join(Groepsplan, Groepsplan.id == Lognotitie.plan_id)
        .where(Lognotitie.id == notitie_id, Groepsplan.cyclus_id == cyclus.id)
    )
    notitie = session.scalars(vraag).one_or_none()
    if notitie is None:
        raise NietGevonden("Deze notitie is er niet (meer).")
    if notitie.door_id != door.id:
        raise NietGevonden("Alleen wie een notitie schreef, kan die wijzigen of weghalen.")
    return notitie


def voeg_toe(session: Session, cyclus: Cyclus, invoer: Notitieinvoer, door: Persoon) -> Lognotitie:
    """Add a note; exactly the same one again (a lost answer) is no second one.

    Raises Gesloten, NietGevonden or OngeldigeWaarde.
    """
    plan = planlezen.van_cyclus(session, cyclus)
    if plan is None:
        raise NietGevonden("Er is nog geen plan. Maak eerst het groepsplan.")
    waarden = _waarden(session, cyclus, plan, invoer)
    vraag = select(Lognotitie).filter_by(plan_id=plan.id, door_id=door.id, **waarden)
    bestaand = session.scalars(vraag).first()
    if bestaand is not None:
        return bestaand
    notitie = Lognotitie(plan_id=plan.id, door_id=door.id, gewijzigd_door_id=door.id, **waarden)
    session.add(notitie)
    session.flush()
    _noteer(session, cyclus, notitie, "", _in_woorden(notitie), door)
    return notitie


def wijzig(
    session: Session, cyclus: Cyclus, notitie: Lognotitie, invoer: Notitieinvoer, versie: int, door: Persoon
) -> None:
    """Other words over the version that was seen; the same again is no change.

    Raises Gesloten, NietGevonden, OngeldigeWaarde, or Conflict (the writer, on another device).
    """
    plan = session.get_one(Groepsplan, notitie.plan_id)
    waarden = _waarden(session, cyclus, plan, invoer)
    if all(getattr(notitie, veld) == waarde for veld, waarde in waarden.items()):
        return
    oud = _in_woorden(notitie)
    _schrijf(session, notitie, versie, door, **waarden)
    _noteer(session, cyclus, notitie, oud, f"{_in_woorden(notitie)}, gewijzigd", door)


def verwijder(session: Session, cyclus: Cyclus, notitie: Lognotitie, versie: int, door: Persoon) -> None:
    """Take a note away for good: the history keeps that there was one. Raises Gesloten or Conflict."""
    eis_open(cyclus)
    _schrijf(session, notitie, versie, door)
    _noteer(session, cyclus, notitie, _in_woorden(notitie), "", door)
    session.delete(notitie)
    session.flush()


def _waarden(session: Session, cyclus: Cyclus, plan: Groepsplan, invoer: Notitieinvoer) -> dict[str, object]:
    eis_open(cyclus)
    if invoer.soort not in SOORTEN:
        raise OngeldigeWaarde("Kies wat voor notitie het is.", ", ".join(SOORTEN.values()))
    tekst = platte_tekst(invoer.tekst, "De notitie")
    if not tekst:
        raise OngeldigeWaarde("Schrijf eerst op wat je zag.")
    nu = vandaag()
    if not min(cyclus.begin, nu) <= invoer.dag <= nu:
        raise OngeldigeWaarde(
            f"Kies een dag vanaf het begin van de cyclus ({datum_tekst(cyclus.begin)}) tot en met vandaag."
        )
    if invoer.planregel_id is not None:
        regel = session.get(Planregel, invoer.planregel_id)
        if regel is None or regel.plan_id != plan.id:
            raise NietGevonden("Deze regel staat niet in het plan.")
    if invoer.regel_id is not None and invoer.regel_id not in leerlingen(session, cyclus):
        raise NietGevonden("Deze leerling staat niet in deze groep.")
    return {
        "planregel_id": invoer.planregel_id,
        "regel_id": invoer.regel_id,
        "soort": invoer.soort,
        "tekst": tekst,
        "dag": invoer.dag,
    }


def _in_woorden(notitie: Lognotitie) -> str:
    """As the history tells it: never what the note says."""
    return f"Notitie ({SOORTEN[notitie.soort].lower()}) van {datum_tekst(notitie.dag)}"


def _schrijf(session: Session, notitie: Lognotitie, versie: int, door: Persoon, **waarden: object) -> None:
    if not versies.schrijf(session, notitie, versie, door, **waarden):
        raise versies.conflict(session, notitie, "deze notitie", tekst=notitie.tekst, soort=notitie.soort)


def _noteer(
    session: Session, cyclus: Cyclus, notitie: Lognotitie, oud: str, nieuw: str, door: Persoon
) -> None:
    leerling = session.get(Regel, notitie.regel_id) if notitie.regel_id is not None else None
    geschiedenis.noteer(
        session,
        cyclus.groep,
        Onderwerp.LOGBOEK,
        door,
        oud,
        nieuw,
        leerling_id=leerling.persoon_id if leerling else None,
        regel_id=notitie.regel_id,
    )
    session.flush()
