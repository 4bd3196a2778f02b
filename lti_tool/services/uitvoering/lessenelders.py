"""Lessons of other groups of the school that can clash with those here, told no further than one may know."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.weekrooster import Les, minuten
from lti_tool.models import (
    Cursus,
    Cyclus,
    Groep,
    Lidmaatschap,
    Persoon,
    Plaatsing,
    Regel,
    Roosterles,
    Soort,
    Subgroep,
)
from lti_tool.services.groep import groepen
from lti_tool.services.groep.rooster import zijn_leerlingen

# what is told of a lesson when only its teacher may be known
_ONBEKEND = "een les in een andere groep"


def lessen_elders(
    session: Session,
    cyclus: Cyclus,
    docenten: Collection[int],
    leerlingen: frozenset[int],
    leest: Collection[Soort],
) -> list[Les]:
    """Lessons elsewhere with one of these teachers or pupils (ids of people). Three queries.

    Of groups in the same course, and of the kinds in `leest`, it says which lesson it is when pupils are
    shared; of any other only that its teacher is busy. Pupils who aren't in `leerlingen` are never named.
    """
    vraag = (
        select(Roosterles, Groep, Subgroep.naam)
        .join(Cyclus, Cyclus.id == Roosterles.cyclus_id)
        .join(Groep, Groep.id == Cyclus.groep_id)
        .join(Cursus, Cursus.id == Groep.cursus_id)
        .outerjoin(Subgroep, Subgroep.id == Roosterles.subgroep_id)
        .where(
            Cursus.platform_id == cyclus.groep.cursus.platform_id,
            Cyclus.id != cyclus.id,
            Cyclus.gesloten_op.is_(None),
            Cyclus.begin <= cyclus.eind,
            Cyclus.eind >= cyclus.begin,
            or_(
                Roosterles.docent_id.in_(docenten),
                Groep.soort.in_(leest),
                Groep.cursus_id == cyclus.groep.cursus_id,
            ),
        )
        .options(joinedload(Groep.cursus), joinedload(Roosterles.docent))
        .order_by(Roosterles.id)
    )
    rijen = session.execute(vraag).all()
    in_subgroep = _in_subgroep(session, [les.subgroep_id for les, *_ in rijen if les.subgroep_id], leerlingen)
    in_cyclus = _in_cyclus(session, [les.cyclus_id for les, *_ in rijen if not les.subgroep_id], leerlingen)
    gevonden = []
    for les, groep, subgroepnaam in rijen:
        mag_weten = groep.soort in leest or groep.cursus_id == cyclus.groep.cursus_id
        samen = in_subgroep[les.subgroep_id] if les.subgroep_id else in_cyclus[les.cyclus_id]
        wie = frozenset(samen) if mag_weten else frozenset()
        naam = f"{subgroepnaam or 'de hele groep'} van {groepen.naam(groep)}" if wie else _ONBEKEND
        gevonden.append(_les(les, naam, wie))
    return gevonden


def _les(les: Roosterles, naam: str, leerlingen: frozenset[int]) -> Les:
    return Les(
        les.id,
        les.dag,
        minuten(les.begin),
        minuten(les.eind),
        les.weken,
        naam,
        f"p{les.docent.id}" if les.docent else "",
        les.docent.naam if les.docent else "",
        leerlingen,
        elders=True,
    )


def _in_subgroep(
    session: Session, subgroep_ids: Collection[int], leerlingen: frozenset[int]
) -> dict[int, set[int]]:
    """Subgroup -> who of these pupils is in it, and in its course now."""
    vraag = (
        select(Plaatsing.subgroep_id, Regel.persoon_id)
        .join(Regel, Regel.id == Plaatsing.regel_id)
        .where(Plaatsing.subgroep_id.in_(subgroep_ids))
    )
    return _nog_daar(session, vraag, leerlingen)


def _in_cyclus(
    session: Session, cyclus_ids: Collection[int], leerlingen: frozenset[int]
) -> dict[int, set[int]]:
    """Cycle -> who of these pupils is in its group now."""
    vraag = select(Regel.cyclus_id, Regel.persoon_id).where(Regel.cyclus_id.in_(cyclus_ids))
    return _nog_daar(session, vraag, leerlingen)


def _nog_daar(session: Session, vraag: Select[Any, int], leerlingen: frozenset[int]) -> dict[int, set[int]]:
    per_plek: dict[int, set[int]] = defaultdict(set)
    nog_daar = (
        vraag.join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .join(Groep, Groep.id == Cyclus.groep_id)
        .join(
            Lidmaatschap,
            (Lidmaatschap.cursus_id == Groep.cursus_id) & (Lidmaatschap.persoon_id == Regel.persoon_id),
        )
        .join(Persoon, Persoon.id == Regel.persoon_id)
        .where(*zijn_leerlingen(), Regel.persoon_id.in_(leerlingen))
    )
    for plek, persoon_id in session.execute(nog_daar):
        per_plek[plek].add(persoon_id)
    return per_plek
