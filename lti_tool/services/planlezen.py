"""The groepsplan as everyone reads it, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.planvorm import TEKST, Plankolom, delen
from lti_tool.models import (
    Cyclus,
    Doel,
    Groep,
    Groepsplan,
    Onderwijsbehoefte,
    Persoon,
    Plaatsing,
    Plandoel,
    Plandoelbron,
    Planregel,
    Planregelsoort,
    Planveld,
    Planversie,
    Soort,
    Subgroep,
)
from lti_tool.services import planformaten, regels
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.planbeeld import Bron, Doelbeeld, Planbeeld, Planleerling, Regelbeeld, Veldbeeld

__all__ = [
    "HELE_GROEP",
    "Bron",
    "Doelbeeld",
    "Planbeeld",
    "Planleerling",
    "Regelbeeld",
    "Veldbeeld",
    "doel_in_woorden",
    "kolommen_van",
    "lees",
    "van_cyclus",
    "vastgestelde_rijen",
    "zoek_plan",
    "zoek_regel",
]

HELE_GROEP = "Hele groep"


@dataclass
class _Inhoud:
    """What hangs on the rows, by the id of the row (pupils by subgroup)."""

    leerlingen: dict[int, Planleerling]
    subgroepen: dict[int, list[Planleerling]]
    doelen: dict[int, list[Doelbeeld]]
    velden: dict[int, dict[str, Veldbeeld]]
    vast: dict[int, Any] | None = field(default=None)


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


def lees(session: Session, cyclus: Cyclus) -> Planbeeld | None:
    """The plan of a cycle, without what was taken out; None before it was opened."""
    plan = van_cyclus(session, cyclus)
    if plan is None:
        return None
    soort = cyclus.groep.soort
    kolommen = kolommen_van(plan, soort)
    inhoud = _inhoud(session, plan, cyclus)
    rijen = [_rij(regel, naam, kolommen, inhoud) for regel, naam in _regels(session, plan)]
    deelrijen = tuple(
        (
            deel.naam,
            tuple(rij for rij in rijen if rij.domein in {domein.sleutel for domein in deel.domeinen}),
        )
        for deel in delen(vakspecifiek=soort == Soort.VAKSPECIFIEK)
    )
    return Planbeeld(plan, kolommen, deelrijen, tuple(inhoud.leerlingen.values()))


def vastgestelde_rijen(session: Session, plan: Groepsplan) -> dict[int, Any] | None:
    """The rows as they were last fixed, by id; None for a draft."""
    if plan.vastgesteld_op is None:
        return None
    vraag = select(Planversie.inhoud).where(Planversie.plan_id == plan.id)
    inhoud = session.scalars(vraag.order_by(Planversie.nummer.desc()).limit(1)).first()
    return {rij["id"]: rij for rij in inhoud["rijen"]} if inhoud else None


def doel_in_woorden(tekst: str, maat: str, voor_wanneer: date | None) -> str:
    """A goal on one line, as two versions of it are compared."""
    delen_ = [
        tekst,
        f"te zien aan: {maat}" if maat else "",
        f"{voor_wanneer:%d-%m-%Y}" if voor_wanneer else "",
    ]
    return " · ".join(deel for deel in delen_ if deel)


def _regels(session: Session, plan: Groepsplan) -> Iterable[tuple[Planregel, str]]:
    """The rows in order, each with the name of its subgroup."""
    vraag = (
        select(Planregel, Subgroep.naam)
        .join(Subgroep, Subgroep.id == Planregel.subgroep_id, isouter=True)
        .where(Planregel.plan_id == plan.id, Planregel.verwijderd_op.is_(None))
        .order_by(Planregel.volgorde, Planregel.id)
    )
    return [(regel, naam or regel.naam) for regel, naam in session.execute(vraag)]


def _inhoud(session: Session, plan: Groepsplan, cyclus: Cyclus) -> _Inhoud:
    leerlingen = {
        regel.id: Planleerling(regel.id, leerling.id, leerling.naam, leerling.vertrokken)
        for regel, leerling in regels.van_leerlingen(session, cyclus)
    }
    vast = vastgestelde_rijen(session, plan)
    return _Inhoud(
        leerlingen,
        _subgroepen(session, cyclus, leerlingen),
        _doelen(session, plan, leerlingen, vast),
        _velden(session, plan, vast),
        vast,
    )


def _rij(regel: Planregel, naam: str, kolommen: Sequence[Plankolom], inhoud: _Inhoud) -> Regelbeeld:
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
    return Regelbeeld(
        regel.id,
        regel.soort,
        regel.domein,
        naam,
        regel.subgroep_id,
        regel.regel_id,
        leerlingen,
        tuple(inhoud.doelen.get(regel.id, ())),
        {
            k.sleutel: velden.get(k.sleutel) or _leeg(k, regel.id, inhoud.vast)
            for k in kolommen
            if k.soort == TEKST
        },
        nieuw=inhoud.vast is not None and regel.id not in inhoud.vast,
        verwerkt=frozenset(regel.verwerkt),
    )


def _leeg(kolom: Plankolom, regel_id: int, vast: Mapping[int, Any] | None) -> Veldbeeld:
    eerst = _eerste_waarde(vast, regel_id, kolom.sleutel)
    return Veldbeeld(kolom.sleutel, gewijzigd=bool(eerst), eerst=eerst or "")


def _subgroepen(
    session: Session, cyclus: Cyclus, leerlingen: Mapping[int, Planleerling]
) -> dict[int, list[Planleerling]]:
    vraag = (
        select(Plaatsing.regel_id, Plaatsing.subgroep_id)
        .join(Subgroep, Subgroep.id == Plaatsing.subgroep_id)
        .where(Subgroep.cyclus_id == cyclus.id)
    )
    plekken = {(regel_id, subgroep_id) for regel_id, subgroep_id in session.execute(vraag)}
    subgroepen = {subgroep_id for _, subgroep_id in plekken if subgroep_id is not None}
    # the pupils are sorted as the Dutch do: so are those of a subgroup
    return {
        subgroep: [wie for regel_id, wie in leerlingen.items() if (regel_id, subgroep) in plekken]
        for subgroep in subgroepen
    }


def _doelen(
    session: Session,
    plan: Groepsplan,
    leerlingen: Mapping[int, Planleerling],
    vast: Mapping[int, Any] | None,
) -> dict[int, list[Doelbeeld]]:
    bronnen = _bronnen(session, plan, leerlingen)
    vraag = (
        select(Plandoel, Persoon.naam)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .join(Persoon, Persoon.id == Plandoel.gewijzigd_door_id, isouter=True)
        .where(Planregel.plan_id == plan.id, Plandoel.verwijderd_op.is_(None))
        .order_by(Plandoel.volgorde, Plandoel.id)
    )
    gevonden: dict[int, list[Doelbeeld]] = defaultdict(list)
    for doel, naam in session.execute(vraag):
        woorden = doel_in_woorden(doel.tekst, doel.maat, doel.voor_wanneer)
        eerst = _eerste_doel(vast, doel)
        gevonden[doel.planregel_id].append(
            Doelbeeld(
                doel.id,
                doel.tekst,
                doel.maat,
                doel.voor_wanneer,
                doel.versie,
                naam or "",
                doel.gewijzigd_op,
                vast is not None and eerst != woorden,
                tuple(bronnen.get(doel.id, ())),
                eerst or "",
            )
        )
    return gevonden


def _bronnen(
    session: Session, plan: Groepsplan, leerlingen: Mapping[int, Planleerling]
) -> dict[int, list[Bron]]:
    vraag = (
        select(
            Plandoelbron.plandoel_id,
            Doel.id,
            Doel.tekst,
            Onderwijsbehoefte.regel_id,
            Onderwijsbehoefte.domein,
        )
        .join(Plandoel, Plandoel.id == Plandoelbron.plandoel_id)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .join(Doel, Doel.id == Plandoelbron.doel_id)
        .join(Onderwijsbehoefte, Onderwijsbehoefte.id == Doel.behoefte_id)
        .where(Planregel.plan_id == plan.id)
        .order_by(Plandoelbron.id)
    )
    gevonden: dict[int, list[Bron]] = defaultdict(list)
    for plandoel_id, doel_id, tekst, regel_id, domein in session.execute(vraag):
        # someone marked as "geen leerling" since has no place here
        if regel_id in leerlingen:
            gevonden[plandoel_id].append(Bron(doel_id, regel_id, leerlingen[regel_id].naam, domein, tekst))
    return gevonden


def _velden(
    session: Session, plan: Groepsplan, vast: Mapping[int, Any] | None
) -> dict[int, dict[str, Veldbeeld]]:
    vraag = (
        select(Planveld, Persoon.naam)
        .join(Planregel, Planregel.id == Planveld.planregel_id)
        .join(Persoon, Persoon.id == Planveld.gewijzigd_door_id, isouter=True)
        .where(Planregel.plan_id == plan.id)
    )
    gevonden: dict[int, dict[str, Veldbeeld]] = defaultdict(dict)
    for veld, naam in session.execute(vraag):
        eerst = _eerste_waarde(vast, veld.planregel_id, veld.veld)
        gevonden[veld.planregel_id][veld.veld] = Veldbeeld(
            veld.veld,
            veld.waarde,
            veld.versie,
            naam or "",
            veld.gewijzigd_op,
            vast is not None and (eerst or "") != veld.waarde,
            eerst or "",
        )
    return gevonden


def _eerste_waarde(vast: Mapping[int, Any] | None, regel_id: int, veld: str) -> str | None:
    """What stood in a field when the plan was fixed; None when the row wasn't there, or for a draft."""
    rij = (vast or {}).get(regel_id)
    return str(rij["velden"].get(veld, "")) if rij else None


def _eerste_doel(vast: Mapping[int, Any] | None, doel: Plandoel) -> str | None:
    """The words of a goal when the plan was fixed; None when it wasn't there, or for a draft."""
    rij = (vast or {}).get(doel.planregel_id)
    gevonden = next((d for d in rij["doelen"] if d["id"] == doel.id), None) if rij else None
    if gevonden is None:
        return None
    dag = gevonden["voor_wanneer"]
    return doel_in_woorden(gevonden["tekst"], gevonden["maat"], date.fromisoformat(dag) if dag else None)
