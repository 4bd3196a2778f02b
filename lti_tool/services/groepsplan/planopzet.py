"""Rows of a plan as they begin: made from the subgroups, filled from the needs of their pupils."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.hgw.domeinen import domeinen_voor
from lti_tool.hgw.planvorm import vorm_van
from lti_tool.models import (
    Cyclus,
    Differentiatie,
    Groepsplan,
    Persoon,
    Planregel,
    Planregelsoort,
    Soort,
    Subgroep,
    nu,
)
from lti_tool.services.clusteren import subgroepen
from lti_tool.services.groepsplan import planbron, planlezen, planvullen


def maak_alle(session: Session, plan: Groepsplan, cyclus: Cyclus, door: Persoon) -> None:
    """The rows of a new plan, filled: the whole group's points, then every subgroup."""
    bron = planbron.lees(session, cyclus)
    vakspecifiek = cyclus.groep.soort == Soort.VAKSPECIFIEK
    nieuw = []
    if vorm_van(vakspecifiek=vakspecifiek, divergent=is_divergent(plan)).basisrij:
        nieuw += [basisrij(session, plan, domein) for domein in _basisdomeinen(cyclus, bron)]
    nieuw += [subgroeprij(session, plan, subgroep) for subgroep in subgroepen.alle(session, cyclus)]
    vul(session, plan, cyclus, nieuw, door, bron)


def zet_basis(session: Session, plan: Groepsplan, cyclus: Cyclus, *, aan: bool, door: Persoon) -> None:
    """With (`aan`) or without the rows of the whole group; what stood in them is kept."""
    vraag = select(Planregel).where(Planregel.plan_id == plan.id, Planregel.soort == Planregelsoort.BASIS)
    rijen = session.scalars(vraag).all()
    for rij in rijen:
        rij.verwijderd_op = None if aan else rij.verwijderd_op or nu()
    if aan and not rijen:
        bron = planbron.lees(session, cyclus)
        nieuw = [basisrij(session, plan, domein) for domein in _basisdomeinen(cyclus, bron)]
        vul(session, plan, cyclus, nieuw, door, bron)
    session.flush()


def vul(
    session: Session,
    plan: Groepsplan,
    cyclus: Cyclus,
    regels: Sequence[Planregel],
    door: Persoon,
    bron: planbron.Planbron | None = None,
) -> None:
    """Fill new rows from the needs of their pupils, with a beginning of organisation and evaluation."""
    session.flush()
    bron = bron or planbron.lees(session, cyclus)
    subgroep = {s.id: s for s in subgroepen.alle(session, cyclus)}
    beeld = planlezen.lees(session, cyclus)
    rijen = {rij.id: rij for rij in beeld.rijen} if beeld else {}
    kolommen = planlezen.kolommen_van(plan, cyclus.groep.soort)
    for regel in regels:
        planvullen.vul(session, regel, kolommen, bron.nieuw_voor(rijen[regel.id]), door)
        planvullen.zet_begin(session, plan, regel, subgroep.get(regel.subgroep_id or 0), door)


def basisrij(session: Session, plan: Groepsplan, domein: str) -> Planregel:
    """An empty row for the whole group."""
    return maak_rij(session, plan, Planregelsoort.BASIS, domein)


def subgroeprij(session: Session, plan: Groepsplan, subgroep: Subgroep) -> Planregel:
    """An empty row for a subgroup."""
    return maak_rij(
        session,
        plan,
        Planregelsoort.SUBGROEP,
        subgroep.domein,
        subgroep_id=subgroep.id,
        naam=subgroep.naam,
    )


def maak_rij(session: Session, plan: Groepsplan, soort: str, domein: str, **van: object) -> Planregel:
    """An empty row below the others; `van`: column -> what it is of."""
    volgorde = _achteraan(session, plan)
    regel = Planregel(plan_id=plan.id, soort=soort, domein=domein, volgorde=volgorde, **van)
    session.add(regel)
    session.flush()
    return regel


def is_divergent(plan: Groepsplan) -> bool:
    """Whether every level group has its own goals, so that there is no row for the whole group."""
    return plan.differentiatie == Differentiatie.DIVERGENT


def _basisdomeinen(cyclus: Cyclus, bron: planbron.Planbron) -> list[str]:
    """The first domain always has a row for the whole group; another one when it has points."""
    domeinen = domeinen_voor(cyclus.groep.soort == Soort.VAKSPECIFIEK)
    return [d.sleutel for nummer, d in enumerate(domeinen) if nummer == 0 or bron.punten.get(d.sleutel)]


def _achteraan(session: Session, plan: Groepsplan) -> int:
    vraag = select(func.max(Planregel.volgorde)).where(Planregel.plan_id == plan.id)
    return (session.scalar(vraag) or 0) + 1
