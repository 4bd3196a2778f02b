"""What a mentor knows of the plans that subject teachers made for single pupils, and the way back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import (
    Cursus,
    Eigenaarschap,
    Groep,
    Handelingsplan,
    Lidmaatschap,
    Persoon,
    Regel,
    Soort,
)
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import groepen, rooster, verwant
from lti_tool.services.groep.rooster import Leerling
from lti_tool.services.handelingsplan import handelingsplannen
from lti_tool.services.handelingsplan.handelingsplannen import Planplaats


@dataclass(frozen=True)
class Vakplan:
    """That there is a plan: not what stands in it."""

    vakgroep_id: int
    vak: str
    leerling: Leerling
    gemaakt_op: datetime


def bij_vakken(session: Session, groep: Groep, leerling_id: int | None = None) -> list[Vakplan]:
    """The subject plans of this mentor class's pupils (or of one), of the newest cycle of each subject group.

    A fixed number of queries.
    """
    eigen = set(rooster.aanwezigen(session, groep.cursus_id))
    if leerling_id is not None:
        eigen &= {leerling_id}
    gevonden = [
        Vakplan(vakgroep.id, groepen.naam(vakgroep), rooster.leerling_van(regel.persoon), plan.aangemaakt_op)
        for vakgroep, plan, regel in session.execute(_plannen(groep, eigen))
    ]
    return sorted(
        gevonden, key=lambda gezien: (gezien.leerling.sorteernaam.casefold(), gezien.vak.casefold())
    )


def zoek(session: Session, groep: Groep, vakgroep_id: int, leerling_id: int) -> Planplaats:
    """A subject's plan of a pupil of this mentor class, to read. Raises NietGevonden."""
    eigen = set(rooster.aanwezigen(session, groep.cursus_id)) & {leerling_id}
    vraag = _plannen(groep, eigen).where(Groep.id == vakgroep_id)
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Bij dit vak is voor deze leerling geen handelingsplan.")
    return handelingsplannen.zoek(session, rij.Groep, rij.Regel.id)


def mentoren_van(session: Session, groep: Groep, persoon_id: int) -> Sequence[str]:
    """The names of the mentors of a pupil of this subject group: they may read its plan."""
    vraag = (
        select(Persoon.naam)
        .join(Eigenaarschap, Eigenaarschap.persoon_id == Persoon.id)
        .join(Groep, Groep.id == Eigenaarschap.groep_id)
        .join(Cursus, Cursus.id == Groep.cursus_id)
        .join(Lidmaatschap, Lidmaatschap.cursus_id == Cursus.id)
        .where(
            Groep.soort == Soort.VAKOVERSTIJGEND,
            Cursus.platform_id == groep.cursus.platform_id,
            Eigenaarschap.tot.is_(None),
            Lidmaatschap.persoon_id == persoon_id,
            Lidmaatschap.vertrokken_op.is_(None),
        )
        .distinct()
        .order_by(Persoon.naam)
    )
    return session.scalars(vraag).all()


def _plannen(groep: Groep, persoon_ids: Collection[int]) -> Select[Groep, Handelingsplan, Regel]:
    """The question for (subject group, plan, row) of these pupils where they sit now."""
    return (
        verwant.bij_vakken(select(Groep, Handelingsplan, Regel), groep, persoon_ids)
        .join(Handelingsplan, Handelingsplan.regel_id == Regel.id)
        .where(Handelingsplan.verwijderd_op.is_(None))
        .options(joinedload(Regel.persoon))
    )
