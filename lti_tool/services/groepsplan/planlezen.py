"""The groepsplan as everyone reads it, in a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.planvorm import TEKST, Plankolom, delen
from lti_tool.models import (
    Cyclus,
    Groep,
    Groepsplan,
    Planregel,
    Planregelsoort,
    Soort,
    Subgroep,
)
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groepsplan import planinhoud
from lti_tool.services.groepsplan.planbeeld import (
    Bron,
    Doelbeeld,
    Planbeeld,
    Planleerling,
    Regelbeeld,
    Veldbeeld,
)
from lti_tool.services.groepsplan.planinhoud import Inhoud, doel_in_woorden, eerste_waarde, vastgestelde_rijen
from lti_tool.services.school import planformaten

__all__ = [
    "HELE_GROEP",
    "Bron",
    "Doelbeeld",
    "Planbeeld",
    "Planleerling",
    "Regelbeeld",
    "Veldbeeld",
    "doel_in_woorden",
    "eerdere_kolommen",
    "kolommen_van",
    "lees",
    "van_cyclus",
    "vastgestelde_rijen",
    "zoek_plan",
    "zoek_regel",
]

HELE_GROEP = "Hele groep"


def van_cyclus(session: Session, cyclus: Cyclus) -> Groepsplan | None:
    """The plan of a cycle; None before it was opened."""
    vraag = select(Groepsplan).where(Groepsplan.cyclus_id == cyclus.id)
    return session.scalars(vraag.options(joinedload(Groepsplan.vastgesteld_door))).one_or_none()


def zoek_plan(session: Session, groep: Groep, cyclus: Cyclus) -> Groepsplan:
    """The plan of this group's cycle. Raises NietGevonden when it isn't there, or not of this group."""
    plan = van_cyclus(session, cyclus) if cyclus.groep_id == groep.id else None
    if plan is None:
        raise NietGevonden("Er is nog geen groepsplan in deze cyclus.")
    return plan


def zoek_regel(session: Session, groep: Groep, planregel_id: int, *, ook_weg: bool = False) -> Planregel:
    """A row with its plan and cycle. Raises NietGevonden: another group's, or taken out (but `ook_weg`)."""
    vraag = (
        select(Planregel)
        .join(Groepsplan, Groepsplan.id == Planregel.plan_id)
        .join(Cyclus, Cyclus.id == Groepsplan.cyclus_id)
        .where(Planregel.id == planregel_id, Cyclus.groep_id == groep.id)
        .options(joinedload(Planregel.plan).joinedload(Groepsplan.cyclus))
    )
    regel = session.scalars(vraag).one_or_none()
    if regel is None or (regel.verwijderd_op is not None and not ook_weg):
        raise NietGevonden("Deze rij staat niet (meer) in het plan.")
    return regel


def kolommen_van(plan: Groepsplan, soort: str) -> tuple[Plankolom, ...]:
    """The columns of a plan of a group of this kind (Soort)."""
    return planformaten.uit_gegevens(plan.kolommen) or planformaten.standaard(soort)


def eerdere_kolommen(plan: Groepsplan) -> list[Plankolom]:
    """The columns that a plan had before it took over others, oldest first; a key may come more than once."""
    return [kolom for kolommen in plan.kolommen_eerder for kolom in planformaten.uit_gegevens(kolommen)]


def lees(session: Session, cyclus: Cyclus) -> Planbeeld | None:
    """The plan of a cycle, without what was taken out; None before it was opened."""
    plan = van_cyclus(session, cyclus)
    if plan is None:
        return None
    soort = cyclus.groep.soort
    kolommen = kolommen_van(plan, soort)
    inhoud = planinhoud.lees(session, plan, cyclus)
    rijen = [_rij(regel, naam, kolommen, inhoud) for regel, naam in _regels(session, plan)]
    deelrijen = tuple(
        (
            deel.naam,
            tuple(rij for rij in rijen if rij.domein in {domein.sleutel for domein in deel.domeinen}),
        )
        for deel in delen(vakspecifiek=soort == Soort.VAKSPECIFIEK)
    )
    return Planbeeld(plan, kolommen, deelrijen, tuple(inhoud.leerlingen.values()))


def _regels(session: Session, plan: Groepsplan) -> Iterable[tuple[Planregel, str]]:
    """The rows in order, each with the name of its subgroup."""
    vraag = (
        select(Planregel, Subgroep.naam)
        .join(Subgroep, Subgroep.id == Planregel.subgroep_id, isouter=True)
        .where(Planregel.plan_id == plan.id, Planregel.verwijderd_op.is_(None))
        .order_by(Planregel.volgorde, Planregel.id)
    )
    return [(regel, naam or regel.naam) for regel, naam in session.execute(vraag)]


def _rij(regel: Planregel, naam: str, kolommen: Sequence[Plankolom], inhoud: Inhoud) -> Regelbeeld:
    leerlingen: tuple[Planleerling, ...] = ()
    if regel.soort == Planregelsoort.BASIS:
        naam = HELE_GROEP
        leerlingen = tuple(leerling for leerling in inhoud.leerlingen.values() if not leerling.vertrokken)
    elif regel.soort == Planregelsoort.LEERLING and regel.regel_id in inhoud.leerlingen:
        leerlingen = (inhoud.leerlingen[regel.regel_id],)
        naam = leerlingen[0].naam
    elif regel.subgroep_id is not None:
        leerlingen = tuple(inhoud.subgroepen.get(regel.subgroep_id, ()))
    velden = inhoud.velden.get(regel.id, {})
    teksten = [kolom for kolom in kolommen if kolom.soort == TEKST]
    sleutels = {kolom.sleutel for kolom in teksten}
    return Regelbeeld(
        regel.id,
        regel.soort,
        regel.domein,
        naam,
        regel.subgroep_id,
        regel.regel_id,
        leerlingen,
        tuple(inhoud.doelen.get(regel.id, ())),
        {k.sleutel: velden.get(k.sleutel) or _leeg(k, regel.id, inhoud.vast) for k in teksten},
        nieuw=inhoud.vast is not None and regel.id not in inhoud.vast,
        verwerkt=frozenset(regel.verwerkt),
        resten=tuple(veld for s, veld in velden.items() if s not in sleutels and veld.waarde),
    )


def _leeg(kolom: Plankolom, regel_id: int, vast: Mapping[int, Any] | None) -> Veldbeeld:
    eerst = eerste_waarde(vast, regel_id, kolom.sleutel)
    return Veldbeeld(kolom.sleutel, gewijzigd=bool(eerst), eerst=eerst or "")
