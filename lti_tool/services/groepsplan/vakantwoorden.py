"""What a mentor's plan means for a subject: the words of its teacher, which the mentor reads."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import Cyclus, Groep, Groepsplan, Onderwerp, Persoon, Vakantwoord
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import cycli, eigenaren, groepen, verwant
from lti_tool.services.teksten import platte_tekst


@dataclass(frozen=True)
class Antwoordbeeld:
    """The answer of one subject group; `tekst` "" and `op` None: not answered yet."""

    groep_id: int
    naam: str
    docenten: str
    tekst: str
    op: datetime | None


def van_plan(session: Session, plan: Groepsplan) -> list[Antwoordbeeld]:
    """The answers to a mentor's plan, by name of the group, in a fixed number of queries.

    Groups that share pupils and didn't answer are in it too; one that answered stays when its pupils left.
    """
    vraag = (
        select(Vakantwoord, Groep)
        .join(Groep, Groep.id == Vakantwoord.groep_id)
        .where(Vakantwoord.plan_id == plan.id, Vakantwoord.tekst != "")
        .options(joinedload(Groep.cursus))
    )
    gegeven = {groep.id: (antwoord, groep) for antwoord, groep in session.execute(vraag)}
    gedeeld = {vak.groep.id: vak.groep for vak in verwant.vakgroepen(session, plan.cyclus.groep)}
    alle = gedeeld | {groep_id: groep for groep_id, (_, groep) in gegeven.items()}
    docenten = eigenaren.per_groep(session, list(alle))
    beelden = []
    for groep_id, groep in alle.items():
        antwoord = gegeven[groep_id][0] if groep_id in gegeven else None
        wie = " en ".join(persoon.naam for persoon in docenten.get(groep_id, ()))
        beelden.append(
            Antwoordbeeld(
                groep_id,
                groepen.naam(groep),
                wie,
                antwoord.tekst if antwoord else "",
                antwoord.gewijzigd_op if antwoord else None,
            )
        )
    return sorted(beelden, key=lambda beeld: beeld.naam.casefold())


def bewaar(
    session: Session, vakgroep: Groep, plan_id: int, tekst: str, versie: int, door: Persoon
) -> Vakantwoord:
    """Save the answer over the version that the writer saw (0: never saved). The same again is no change.

    Raises NietGevonden for a plan that isn't fixed, or of a class without pupils in this subject;
    Gesloten, OngeldigeWaarde for a text that is too long, or Conflict.
    """
    plan = _zoek_plan(session, vakgroep, plan_id)
    cycli.eis_open(plan.cyclus)
    nieuw = platte_tekst(tekst, "Dit antwoord")
    antwoord = _van_groep(session, plan, vakgroep)
    if antwoord is None:
        antwoord = Vakantwoord(plan_id=plan.id, groep_id=vakgroep.id, tekst="", versie=0)
        if not nieuw:
            return antwoord
        if not versies.voeg_toe(session, antwoord):
            antwoord = _van_groep(session, plan, vakgroep) or antwoord
    oud = antwoord.tekst
    if oud == nieuw:
        return antwoord
    if not versies.schrijf(session, antwoord, versie, door, tekst=nieuw):
        raise versies.conflict(session, antwoord, "dit antwoord", tekst=antwoord.tekst)
    naam = groepen.naam(vakgroep)
    geschiedenis.noteer(
        session,
        plan.cyclus.groep,
        Onderwerp.PLAN,
        door,
        f"Antwoord van {naam}: {oud}" if oud else "",
        f"Antwoord van {naam}: {nieuw}" if nieuw else "",
    )
    session.flush()
    return antwoord


def _zoek_plan(session: Session, vakgroep: Groep, plan_id: int) -> Groepsplan:
    klassen = {klas.groep.id for klas in verwant.mentorklassen(session, vakgroep)}
    vraag = (
        select(Groepsplan)
        .join(Cyclus, Cyclus.id == Groepsplan.cyclus_id)
        .where(
            Groepsplan.id == plan_id,
            Groepsplan.vastgesteld_op.is_not(None),
            Cyclus.groep_id.in_(klassen),
        )
        .options(joinedload(Groepsplan.cyclus).joinedload(Cyclus.groep))
    )
    plan = session.scalars(vraag).one_or_none()
    if plan is None:
        raise NietGevonden(
            "Dit plan is (nog) niet vastgesteld, of het is niet van een klas van je leerlingen."
        )
    return plan


def _van_groep(session: Session, plan: Groepsplan, vakgroep: Groep) -> Vakantwoord | None:
    vraag = select(Vakantwoord).filter_by(plan_id=plan.id, groep_id=vakgroep.id)
    return session.scalars(vraag).one_or_none()
