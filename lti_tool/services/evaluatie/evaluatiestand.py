"""How far looking back on plans is, counted for one cycle as for a whole school."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Doelresultaat, Groepsplan, Planevaluatie, Planregel
from lti_tool.services.groepsplan.planparen import paren


@dataclass(frozen=True)
class Evaluatiestand:
    """`totaal`: goals of a plan times their pupils who are there now; `gezegd`: those with a result.

    `rijen`: of the plan; `besluiten`: those with a decision.
    """

    totaal: int = 0
    gezegd: int = 0
    rijen: int = 0
    besluiten: int = 0

    @property
    def open(self) -> int:
        """How many results are still to be said."""
        return self.totaal - self.gezegd


def standen(session: Session, cyclus_ids: Sequence[int]) -> dict[int, Evaluatiestand]:
    """cyclus_id -> how far it is; cycles without rows in a plan are left out. Two queries for any number."""
    rijen = (
        select(
            Groepsplan.cyclus_id,
            func.count(Planregel.id),
            func.count(case((Planevaluatie.besluit != "", Planregel.id))),
        )
        .join(Planregel, Planregel.plan_id == Groepsplan.id)
        .join(Planevaluatie, Planevaluatie.planregel_id == Planregel.id, isouter=True)
        .where(Groepsplan.cyclus_id.in_(cyclus_ids), Planregel.verwijderd_op.is_(None))
        .group_by(Groepsplan.cyclus_id)
    )
    gevonden = {
        cyclus_id: Evaluatiestand(rijen=aantal, besluiten=besluiten)
        for cyclus_id, aantal, besluiten in session.execute(rijen)
    }
    alle = paren(cyclus_ids)
    doelen = (
        select(
            alle.c.cyclus_id,
            func.count(),
            func.count(case((Doelresultaat.resultaat != "", Doelresultaat.id))),
        )
        .select_from(alle)
        .join(
            Doelresultaat,
            (Doelresultaat.plandoel_id == alle.c.plandoel_id) & (Doelresultaat.regel_id == alle.c.regel_id),
            isouter=True,
        )
        .group_by(alle.c.cyclus_id)
    )
    for cyclus_id, totaal, gezegd in session.execute(doelen):
        gevonden[cyclus_id] = replace(gevonden[cyclus_id], totaal=totaal, gezegd=gezegd)
    return gevonden


def van_cyclus(session: Session, cyclus: Cyclus) -> Evaluatiestand:
    """How far one cycle is; all zero without a plan."""
    return standen(session, [cyclus.id]).get(cyclus.id, Evaluatiestand())
