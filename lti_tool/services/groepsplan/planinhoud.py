"""What hangs on the rows of a plan: pupils, goals, texts, and how all that stood when it was fixed."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.models import (
    Cyclus,
    Doel,
    Groepsplan,
    Onderwijsbehoefte,
    Persoon,
    Plaatsing,
    Plandoel,
    Plandoelbron,
    Planregel,
    Planveld,
    Planversie,
    Subgroep,
)
from lti_tool.services.groep import regels
from lti_tool.services.groepsplan.planbeeld import Bron, Doelbeeld, Planleerling, Veldbeeld


@dataclass
class Inhoud:
    """What hangs on the rows, by the id of the row (pupils by subgroup)."""

    leerlingen: dict[int, Planleerling]
    subgroepen: dict[int, list[Planleerling]]
    doelen: dict[int, list[Doelbeeld]]
    velden: dict[int, dict[str, Veldbeeld]]
    vast: dict[int, Any] | None = field(default=None)


def lees(session: Session, plan: Groepsplan, cyclus: Cyclus) -> Inhoud:
    """All of it, in seven queries."""
    leerlingen = {
        regel.id: Planleerling(regel.id, leerling.id, leerling.naam, leerling.vertrokken)
        for regel, leerling in regels.van_leerlingen(session, cyclus)
    }
    vast = vastgestelde_rijen(session, plan)
    return Inhoud(
        leerlingen,
        _subgroepen(session, cyclus, leerlingen),
        _doelen(session, plan, leerlingen, vast),
        _velden(session, plan, vast),
        vast,
    )


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
        f"uiterlijk {datum_tekst(voor_wanneer)}" if voor_wanneer else "",
    ]
    return " · ".join(deel for deel in delen_ if deel)


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
        eerst = eerste_waarde(vast, veld.planregel_id, veld.veld)
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


def eerste_waarde(vast: Mapping[int, Any] | None, regel_id: int, veld: str) -> str | None:
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
