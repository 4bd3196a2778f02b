"""The mentor's plan for the teachers of the subjects and theirs for the mentor: shared pupils only."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Groep, Groepsplan, Vakantwoord
from lti_tool.services.groep import cycli, rooster, verwant
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.groepsplan.planbeeld import Doelbeeld, Planbeeld, Regelbeeld


@dataclass(frozen=True)
class Planstand:
    """How the plan of a group's newest cycle stands: `vastgesteld_op` None for a draft."""

    groep_id: int
    plan_id: int
    vastgesteld_op: datetime | None


@dataclass(frozen=True)
class Mentorplan:
    """What a subject teacher may know of the plan of one mentor class.

    `gedeeld`: pupils of that class in the subject; `plan` None: not begun; `beeld` None: not fixed yet, or
    nothing in it is about these pupils. `antwoord`: of this subject.
    """

    groep: Groep
    naam: str
    gedeeld: int
    cyclus: Cyclus
    plan: Groepsplan | None
    beeld: Planbeeld | None
    antwoord: Vakantwoord | None


def standen(session: Session, groep_ids: Collection[int]) -> dict[int, Planstand]:
    """Group -> how the plan of its newest cycle stands; groups that have none yet are absent."""
    nieuwste = (
        select(Cyclus.groep_id, func.max(Cyclus.volgnummer).label("nummer"))
        .where(Cyclus.groep_id.in_(groep_ids))
        .group_by(Cyclus.groep_id)
        .subquery()
    )
    vraag = (
        select(Cyclus.groep_id, Groepsplan.id, Groepsplan.vastgesteld_op)
        .join(Groepsplan, Groepsplan.cyclus_id == Cyclus.id)
        .join(nieuwste, (nieuwste.c.groep_id == Cyclus.groep_id) & (nieuwste.c.nummer == Cyclus.volgnummer))
    )
    return {groep_id: Planstand(groep_id, plan_id, op) for groep_id, plan_id, op in session.execute(vraag)}


def van_vakgroep(session: Session, vakgroep: Groep) -> list[Mentorplan]:
    """The plans of the mentor classes that pupils of this subject sit in, by name of the class."""
    eigen = frozenset(rooster.aanwezigen(session, vakgroep.cursus_id))
    antwoorden = {
        antwoord.plan_id: antwoord
        for antwoord in session.scalars(select(Vakantwoord).where(Vakantwoord.groep_id == vakgroep.id))
    }
    gevonden = []
    for klas in verwant.mentorklassen(session, vakgroep):
        cyclus = cycli.kies(session, klas.groep, None)
        beeld = planlezen.lees(session, cyclus)
        plan = beeld.plan if beeld else None
        deel = voor_leerlingen(beeld, eigen) if beeld and beeld.plan.vastgesteld_op else None
        gevonden.append(
            Mentorplan(
                klas.groep,
                klas.naam,
                klas.gedeeld,
                cyclus,
                plan,
                deel if deel and deel.rijen else None,
                antwoorden.get(plan.id) if plan else None,
            )
        )
    return gevonden


def vakplan(session: Session, klas: Groep, vakgroep_id: int) -> tuple[Groep, Cyclus, Planbeeld | None]:
    """A subject group of this class, its newest cycle, and of its plan what is about pupils of the class.

    None: there is no plan yet. Raises NietGevonden for a group that shares no pupils with the class.
    """
    vakgroep, cyclus = verwant.kies_vakgroep(session, klas, vakgroep_id)
    beeld = planlezen.lees(session, cyclus)
    eigen = frozenset(rooster.aanwezigen(session, klas.cursus_id))
    return vakgroep, cyclus, voor_leerlingen(beeld, eigen) if beeld else None


def voor_leerlingen(beeld: Planbeeld, persoon_ids: Collection[int]) -> Planbeeld:
    """The rows that are about these people, without the names and needs of anybody else."""
    delen = [(naam, _rijen(rijen, persoon_ids)) for naam, rijen in beeld.delen]
    return replace(beeld, delen=tuple((naam, rijen) for naam, rijen in delen if rijen))


def _rijen(rijen: Sequence[Regelbeeld], persoon_ids: Collection[int]) -> tuple[Regelbeeld, ...]:
    gevonden = []
    for rij in rijen:
        leerlingen = tuple(
            wie for wie in rij.leerlingen if wie.persoon_id in persoon_ids and not wie.vertrokken
        )
        if leerlingen:
            hier = {wie.regel_id for wie in leerlingen}
            doelen = tuple(_zonder_anderen(doel, hier) for doel in rij.doelen)
            gevonden.append(replace(rij, leerlingen=leerlingen, doelen=doelen))
    return tuple(gevonden)


def _zonder_anderen(doel: Doelbeeld, regel_ids: Collection[int]) -> Doelbeeld:
    return replace(doel, bronnen=tuple(bron for bron in doel.bronnen if bron.regel_id in regel_ids))
