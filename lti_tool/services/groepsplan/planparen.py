"""Which pupil a goal of a plan is about: the whole group, the subgroup's pupils, or one pupil."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, Subquery, select, union_all
from sqlalchemy.orm import Session

from lti_tool.models import (
    Doel,
    Groepsplan,
    Onderwijsbehoefte,
    Plaatsing,
    Plandoel,
    Plandoelbron,
    Planregel,
    Planregelsoort,
)
from lti_tool.services.groep import regels


def paren(cyclus_ids: Sequence[int]) -> Subquery:
    """(cyclus_id, plandoel_id, regel_id): every goal of these cycles' plans, times its pupils of now.

    In the row of a subgroup a goal that came from needs is about the pupils of those needs; one that was
    written in the plan is about all of them, as every goal of the whole group is.
    """
    rijen = regels.aanwezigen(cyclus_ids)
    bron = (
        select(Plandoelbron.id)
        .join(Doel, Doel.id == Plandoelbron.doel_id)
        .join(Onderwijsbehoefte, Onderwijsbehoefte.id == Doel.behoefte_id)
        .where(Plandoelbron.plandoel_id == Plandoel.id)
    )
    eigen_doel = bron.where(Onderwijsbehoefte.regel_id == rijen.c.id)

    def van(soort: Planregelsoort, hoort: ColumnElement[bool]) -> Select[tuple[int, int, int]]:
        return (
            select(Groepsplan.cyclus_id, Plandoel.id.label("plandoel_id"), rijen.c.id.label("regel_id"))
            .select_from(Groepsplan)
            .join(Planregel, Planregel.plan_id == Groepsplan.id)
            .join(Plandoel, Plandoel.planregel_id == Planregel.id)
            .join(rijen, (rijen.c.cyclus_id == Groepsplan.cyclus_id) & hoort)
            .where(
                Planregel.soort == soort,
                Planregel.verwijderd_op.is_(None),
                Plandoel.verwijderd_op.is_(None),
            )
        )

    in_subgroep = (
        select(Plaatsing.id)
        .where(Plaatsing.subgroep_id == Planregel.subgroep_id, Plaatsing.regel_id == rijen.c.id)
        .exists()
    )
    return union_all(
        van(Planregelsoort.BASIS, rijen.c.id.is_not(None)),
        van(Planregelsoort.SUBGROEP, in_subgroep & (~bron.exists() | eigen_doel.exists())),
        van(Planregelsoort.LEERLING, rijen.c.id == Planregel.regel_id),
    ).subquery()


def leerlingen_van(session: Session, cyclus_id: int, plandoel_id: int) -> set[int]:
    """The rows of the pupils whom one goal is about."""
    alle = paren([cyclus_id])
    return set(session.scalars(select(alle.c.regel_id).where(alle.c.plandoel_id == plandoel_id)))
