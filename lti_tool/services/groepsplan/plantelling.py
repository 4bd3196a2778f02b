"""How far plans are written: rows that have all they need, for any number of cycles in two queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, cast, func, or_, select
from sqlalchemy.orm import Session

from lti_tool.hgw.planvorm import EVALUATIE, ORGANISATIE
from lti_tool.models import Groepsplan, Plandoel, Planregel, Planregelsoort, Planveld, Subgroep


@dataclass(frozen=True)
class Planstand:
    """`rijen`: subgroups, pupils and the whole group's points to plan for; `klaar`: of those, complete."""

    rijen: int = 0
    klaar: int = 0


def tel(session: Session, cyclus_ids: Sequence[int]) -> dict[int, Planstand]:
    """cyclus_id -> how far its plan is; a cycle without a plan isn't in it.

    A row is complete with a goal, what is offered, organisation and evaluation. A subgroup without a row
    counts as one that isn't; a row for the whole group counts once something is planned in it.
    """
    aanbod = _gevuld(Planveld.veld.not_in((ORGANISATIE, EVALUATIE)))
    heeft_doel = (
        select(Plandoel.id)
        .where(Plandoel.planregel_id == Planregel.id, Plandoel.verwijderd_op.is_(None))
        .exists()
    )
    klaar = heeft_doel & aanbod & _is_gevuld(ORGANISATIE) & _is_gevuld(EVALUATIE)
    rijen = (
        select(Groepsplan.cyclus_id, func.count(Planregel.id), func.sum(cast(klaar, Integer)))
        .join(Planregel, Planregel.plan_id == Groepsplan.id)
        .where(
            Groepsplan.cyclus_id.in_(cyclus_ids),
            Planregel.verwijderd_op.is_(None),
            or_(Planregel.soort != Planregelsoort.BASIS, heeft_doel, aanbod),
        )
        .group_by(Groepsplan.cyclus_id)
    )
    met_rij = (
        select(Planregel.id)
        .where(Planregel.subgroep_id == Subgroep.id, Planregel.verwijderd_op.is_(None))
        .exists()
    )
    zonder = (
        select(Groepsplan.cyclus_id, func.count(Subgroep.id))
        .join(Subgroep, Subgroep.cyclus_id == Groepsplan.cyclus_id)
        .where(Groepsplan.cyclus_id.in_(cyclus_ids), ~met_rij)
        .group_by(Groepsplan.cyclus_id)
    )
    geteld = {cyclus_id: (aantal, af or 0) for cyclus_id, aantal, af in session.execute(rijen)}
    over = {rij[0]: rij[1] for rij in session.execute(zonder)}
    standen = {}
    for cyclus_id in {*geteld, *over}:
        aantal, af = geteld.get(cyclus_id, (0, 0))
        standen[cyclus_id] = Planstand(aantal + over.get(cyclus_id, 0), af)
    return standen


def _is_gevuld(veld: str) -> ColumnElement[bool]:
    return _gevuld(Planveld.veld == veld)


def _gevuld(welke: ColumnElement[bool]) -> ColumnElement[bool]:
    return (
        select(Planveld.id)
        .where(Planveld.planregel_id == Planregel.id, Planveld.waarde != "", welke)
        .exists()
    )
