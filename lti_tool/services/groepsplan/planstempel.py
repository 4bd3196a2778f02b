"""Whether anything in a plan changed since somebody last looked, in a few small questions."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Groepsplan, Groepspunt, Plaatsing, Plandoel, Planregel, Planveld, Subgroep


def stempel(session: Session, cyclus: Cyclus, plan: Groepsplan) -> str:
    """Another text after any change of head, rows, goals, texts, points or subgroups."""
    van_plan = Planregel.plan_id == plan.id
    velden = select(func.count(Planveld.id), func.sum(Planveld.versie)).join(Planregel).where(van_plan)
    doelen = (
        select(
            func.count(Plandoel.id),
            func.sum(Plandoel.versie),
            func.count(Plandoel.verwijderd_op),
            func.sum(Plandoel.id * Plandoel.volgorde),
        )
        .join(Planregel)
        .where(van_plan)
    )
    rijen = select(
        func.count(Planregel.id),
        func.count(Planregel.verwijderd_op),
        func.sum(Planregel.id * Planregel.volgorde),
    ).where(van_plan)
    subgroepen = (
        select(
            func.count(Plaatsing.id),
            func.sum(Plaatsing.versie + Plaatsing.regel_id),
            func.sum(Subgroep.versie),
        )
        .select_from(Subgroep)
        .join(Plaatsing, Plaatsing.subgroep_id == Subgroep.id, isouter=True)
        .where(Subgroep.cyclus_id == cyclus.id)
    )
    punten = select(func.count(Groepspunt.id), func.sum(Groepspunt.versie)).where(
        Groepspunt.cyclus_id == cyclus.id
    )
    delen = [plan.versie]
    for vraag in (velden, doelen, rijen, subgroepen, punten):
        delen += [getal or 0 for getal in session.execute(vraag).one()]
    return "-".join(str(deel) for deel in delen)
