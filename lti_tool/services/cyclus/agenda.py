"""What is due or late in groups, gathered for their front pages."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.agenda import Agendaregel, Stand, agenda
from lti_tool.models import (
    Cyclus,
    Doelresultaat,
    Groepsplan,
    Plandoel,
    Planevaluatie,
    Planregel,
    Stapverklaring,
)
from lti_tool.services.tijd import vandaag

_EVALUEREN = 6


def van_groepen(session: Session, groep_ids: Collection[int]) -> dict[int, tuple[Agendaregel, ...]]:
    """Group -> what is due in its open cycle, the earliest first; groups without such aren't in it.

    Five queries, whatever the number of groups.
    """
    cycli = _open_cycli(session, groep_ids)
    vraag = select(Groepsplan).where(Groepsplan.cyclus_id.in_([cyclus.id for cyclus in cycli]))
    plannen = {plan.cyclus_id: plan for plan in session.scalars(vraag)}
    plan_ids = [plan.id for plan in plannen.values()]
    doelen, klaar = _open_doelen(session, plan_ids), _geevalueerd(session, plan_ids)
    verklaard = _verklaard(session, [cyclus.id for cyclus in cycli])
    dag = vandaag()
    regels = {
        cyclus.groep_id: agenda(
            _stand(cyclus, plannen.get(cyclus.id), doelen, klaar, cyclus.id in verklaard), dag
        )
        for cyclus in cycli
    }
    return {groep_id: gevonden for groep_id, gevonden in regels.items() if gevonden}


def _stand(
    cyclus: Cyclus,
    plan: Groepsplan | None,
    doelen: dict[int, list[date]],
    klaar: Collection[int],
    verklaard: bool,
) -> Stand:
    if plan is None:
        return Stand(cyclus.begin, cyclus.eind)
    return Stand(
        cyclus.begin,
        cyclus.eind,
        heeft_plan=True,
        halverwege=plan.halverwege,
        halverwege_gedaan=plan.halverwege_gedaan_op is not None,
        evaluatie=plan.evaluatie_op,
        geevalueerd=verklaard or plan.id in klaar,
        doelen=doelen[plan.id],
    )


def _open_cycli(session: Session, groep_ids: Collection[int]) -> Sequence[Cyclus]:
    """The newest cycle of each group, unless it is closed."""
    vraag = select(Cyclus).where(Cyclus.groep_id.in_(groep_ids)).order_by(Cyclus.volgnummer)
    nieuwste = {cyclus.groep_id: cyclus for cyclus in session.scalars(vraag)}
    return [cyclus for cyclus in nieuwste.values() if cyclus.gesloten_op is None]


def _open_doelen(session: Session, plan_ids: Collection[int]) -> dict[int, list[date]]:
    """Plan -> the days of its goals of which no result was written down yet."""
    met_resultaat = select(Doelresultaat.plandoel_id).where(Doelresultaat.resultaat != "")
    vraag = (
        select(Planregel.plan_id, Plandoel.voor_wanneer)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .where(
            Planregel.plan_id.in_(plan_ids),
            Planregel.verwijderd_op.is_(None),
            Plandoel.verwijderd_op.is_(None),
            Plandoel.id.not_in(met_resultaat),
        )
    )
    per_plan: dict[int, list[date]] = defaultdict(list)
    for plan_id, dag in session.execute(vraag):
        if dag is not None:
            per_plan[plan_id].append(dag)
    return per_plan


def _geevalueerd(session: Session, plan_ids: Collection[int]) -> set[int]:
    """Plans of which every row was decided on."""
    vraag = (
        select(Planregel.plan_id, Planevaluatie.besluit)
        .outerjoin(Planevaluatie, Planevaluatie.planregel_id == Planregel.id)
        .where(Planregel.plan_id.in_(plan_ids), Planregel.verwijderd_op.is_(None))
    )
    besluiten: dict[int, list[str | None]] = defaultdict(list)
    for plan_id, besluit in session.execute(vraag):
        besluiten[plan_id].append(besluit)
    return {plan_id for plan_id, alle in besluiten.items() if all(alle)}


def _verklaard(session: Session, cyclus_ids: Collection[int]) -> set[int]:
    """Cycles of which the owner said that the evaluation is done."""
    vraag = select(Stapverklaring.cyclus_id).where(
        Stapverklaring.cyclus_id.in_(cyclus_ids), Stapverklaring.stap == _EVALUEREN
    )
    return set(session.scalars(vraag))
