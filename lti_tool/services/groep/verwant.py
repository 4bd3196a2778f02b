"""Mentor and subject teachers find each other through the pupils they share, without any set-up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVarTuple

from sqlalchemy import ScalarSelect, Select, func, select
from sqlalchemy.orm import Session, aliased, joinedload

from lti_tool.models import Cel, Cursus, Cyclus, Groep, Kolom, Lidmaatschap, Regel, Rol, Signaal, Soort
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import cycli, groepen, rooster

Wat = TypeVarTuple("Wat")


@dataclass(frozen=True)
class Verwant:
    """A group with an overview that shares pupils with another; `gedeeld`: how many."""

    groep: Groep
    naam: str
    gedeeld: int


@dataclass(frozen=True)
class Algemeen:
    """What a subject teacher sees of cyclus A of one pupil: general needs, and the mentor's marks."""

    behoeften: str
    signalen: tuple[str, ...]


def vakgroepen(session: Session, groep: Groep) -> list[Verwant]:
    """Subject groups of the same platform with an overview, in which pupils of this class sit."""
    return _verwanten(session, groep, Soort.VAKSPECIFIEK)


def mentorklassen(session: Session, groep: Groep) -> list[Verwant]:
    """Mentor classes of the same platform with an overview, in which pupils of this subject sit."""
    return _verwanten(session, groep, Soort.VAKOVERSTIJGEND)


def _verwanten(session: Session, groep: Groep, soort: Soort) -> list[Verwant]:
    eigen = rooster.aanwezigen(session, groep.cursus_id)
    vraag = (
        select(Groep, func.count(Lidmaatschap.persoon_id.distinct()))
        .join(Cursus, Cursus.id == Groep.cursus_id)
        .join(Lidmaatschap, Lidmaatschap.cursus_id == Cursus.id)
        .where(
            Groep.soort == soort,
            Cursus.platform_id == groep.cursus.platform_id,
            Lidmaatschap.persoon_id.in_(eigen),
            Lidmaatschap.roosterrol == Rol.LEERLING,
            Lidmaatschap.vertrokken_op.is_(None),
            select(Cyclus.id).where(Cyclus.groep_id == Groep.id).exists(),
        )
        .group_by(Groep.id)
        .options(joinedload(Groep.cursus))
    )
    gevonden = [Verwant(g, groepen.naam(g), aantal) for g, aantal in session.execute(vraag)]
    return sorted(gevonden, key=lambda v: v.naam.casefold())


def kies_vakgroep(session: Session, groep: Groep, vakgroep_id: int) -> tuple[Groep, Cyclus]:
    """A subject group that shares pupils with this class, and its newest cycle. Raises NietGevonden."""
    gevonden = next((v.groep for v in vakgroepen(session, groep) if v.groep.id == vakgroep_id), None)
    cyclus = cycli.huidige(session, gevonden) if gevonden else None
    if gevonden is None or cyclus is None:
        raise NietGevonden("Dit vakoverzicht deelt geen leerlingen met jouw klas.")
    return gevonden, cyclus


def algemeen(session: Session, groep: Groep, persoon_ids: Sequence[int]) -> dict[int, Algemeen]:
    """Per pupil the general needs and marks of the newest cyclus A in any mentor class of the platform."""
    lid = aliased(Lidmaatschap)
    basis = (
        select(Regel.id, Regel.persoon_id)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .join(Groep, Groep.id == Cyclus.groep_id)
        .join(Cursus, Cursus.id == Groep.cursus_id)
        .join(lid, (lid.cursus_id == Cursus.id) & (lid.persoon_id == Regel.persoon_id))
        .where(
            Groep.soort == Soort.VAKOVERSTIJGEND,
            Cursus.platform_id == groep.cursus.platform_id,
            Cyclus.volgnummer == _nieuwste(),
            Regel.persoon_id.in_(persoon_ids),
            lid.vertrokken_op.is_(None),
        )
    )
    regels = dict(session.execute(basis).all())
    teksten = dict(
        session.execute(
            select(Cel.regel_id, Cel.waarde)
            .join(Kolom, Kolom.id == Cel.kolom_id)
            .where(Cel.regel_id.in_(regels), Kolom.blok == "behoeften", Cel.waarde != "")
        ).all()
    )
    signalen: dict[int, list[str]] = {}
    vraag = select(Signaal.regel_id, Signaal.reden).where(Signaal.regel_id.in_(regels)).order_by(Signaal.id)
    for regel_id, reden in session.execute(vraag):
        signalen.setdefault(regel_id, []).append(reden)
    return {
        persoon_id: Algemeen(teksten.get(regel_id, ""), tuple(signalen.get(regel_id, ())))
        for regel_id, persoon_id in regels.items()
    }


def vakbehoeften(session: Session, groep: Groep, persoon_id: int) -> list[tuple[str, str]]:
    """(subject group, needs in it) of one pupil, from the newest cyclus B of each group they sit in."""
    vraag = (
        bij_vakken(select(Groep, Cel.waarde), groep, [persoon_id])
        .join(Cel, Cel.regel_id == Regel.id)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .where(Kolom.blok == "behoeften", Cel.waarde != "")
    )
    gevonden = [(groepen.naam(vakgroep), tekst) for vakgroep, tekst in session.execute(vraag)]
    return sorted(gevonden, key=lambda paar: paar[0].casefold())


def bij_vakken(vraag: Select[*Wat], groep: Groep, persoon_ids: Collection[int]) -> Select[*Wat]:
    """The question, of Groep and more, joined to rows of these pupils in their subject groups' newest cycle.

    Only groups of the same platform, and where they sit now.
    """
    return (
        vraag.join(Cyclus, Cyclus.groep_id == Groep.id)
        .join(Regel, Regel.cyclus_id == Cyclus.id)
        .join(Cursus, Cursus.id == Groep.cursus_id)
        .join(
            Lidmaatschap,
            (Lidmaatschap.cursus_id == Cursus.id) & (Lidmaatschap.persoon_id == Regel.persoon_id),
        )
        .where(
            Groep.soort == Soort.VAKSPECIFIEK,
            Cursus.platform_id == groep.cursus.platform_id,
            Cyclus.volgnummer == _nieuwste(),
            Regel.persoon_id.in_(persoon_ids),
            Lidmaatschap.vertrokken_op.is_(None),
        )
        .options(joinedload(Groep.cursus))
    )


def _nieuwste() -> ScalarSelect[int]:
    """The number of the newest cycle of the group that is asked for."""
    return (
        select(func.max(Cyclus.volgnummer))
        .where(Cyclus.groep_id == Groep.id)
        .correlate(Groep)
        .scalar_subquery()
    )
