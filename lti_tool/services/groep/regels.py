"""Rows and columns of a cycle's overview."""

from collections.abc import Collection, Sequence

from sqlalchemy import Subquery, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from lti_tool.hgw.namen import sorteersleutel
from lti_tool.models import Cursus, Cyclus, Groep, Kolom, Lidmaatschap, Persoon, Regel
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep.rooster import Leerling, leerling_van, leerlingen, ooit_leerling, zijn_leerlingen


def kolommen(session: Session, cyclus: Cyclus) -> Sequence[Kolom]:
    """The columns in order."""
    return session.scalars(
        select(Kolom).where(Kolom.cyclus_id == cyclus.id).order_by(Kolom.volgorde, Kolom.id)
    ).all()


def regels(session: Session, cyclus: Cyclus) -> Sequence[Regel]:
    """The rows with their people, in no order."""
    return session.scalars(
        select(Regel).where(Regel.cyclus_id == cyclus.id).options(joinedload(Regel.persoon))
    ).all()


def zoek(session: Session, groep: Groep, regel_id: int) -> tuple[Regel, Cyclus]:
    """A row of this group and its cycle. Raises NietGevonden."""
    vraag = (
        select(Regel, Cyclus)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .where(Regel.id == regel_id, Cyclus.groep_id == groep.id)
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Deze leerling staat niet in het overzicht.")
    return rij.Regel, rij.Cyclus


def aanwezigen(cyclus_ids: Sequence[int]) -> Subquery:
    """The rows (id, cyclus_id, doorlopen_op) of pupils who are in the course now, of any number of cycles."""
    return (
        select(Regel.id, Regel.cyclus_id, Regel.doorlopen_op)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .join(Groep, Groep.id == Cyclus.groep_id)
        .join(
            Lidmaatschap,
            (Lidmaatschap.cursus_id == Groep.cursus_id) & (Lidmaatschap.persoon_id == Regel.persoon_id),
        )
        .join(Persoon, Persoon.id == Regel.persoon_id)
        .where(Cyclus.id.in_(cyclus_ids), *zijn_leerlingen())
        .subquery()
    )


def van_leerlingen(
    session: Session, cyclus: Cyclus, alleen: Collection[int] | None = None
) -> list[tuple[Regel, Leerling]]:
    """Rows of who is a pupil (now or before leaving), sorted as the Dutch do. One query.

    `alleen`: of these pupils (persoon ids) only.
    """
    lid_van = (Lidmaatschap.persoon_id == Regel.persoon_id) & (
        Lidmaatschap.cursus_id == cyclus.groep.cursus_id
    )
    vraag = (
        select(Regel, Lidmaatschap.vertrokken_op)
        .join(Lidmaatschap, lid_van)
        .join(Regel.persoon)
        .options(contains_eager(Regel.persoon))
        .where(Regel.cyclus_id == cyclus.id, *ooit_leerling())
    )
    if alleen is not None:
        vraag = vraag.where(Regel.persoon_id.in_(alleen))
    gevonden = [
        (regel, leerling_van(regel.persoon, vertrokken=vertrokken_op is not None))
        for regel, vertrokken_op in session.execute(vraag)
    ]
    gevonden.sort(key=lambda paar: sorteersleutel(paar[0].persoon.voornaam, paar[0].persoon.achternaam))
    return gevonden


def vul_aan(session: Session, cyclus: Cyclus) -> None:
    """Give every present pupil of the course a row; rows that are there stay."""
    bekend = set(session.scalars(select(Regel.persoon_id).where(Regel.cyclus_id == cyclus.id)))
    session.add_all(
        Regel(cyclus_id=cyclus.id, persoon_id=leerling.id)
        for leerling in leerlingen(session, cyclus.groep.cursus_id)
        if leerling.id not in bekend and not leerling.vertrokken
    )
    session.flush()


def vul_cursus_aan(session: Session, cursus: Cursus) -> None:
    """After a new roster: rows for new pupils in every open cycle of the course."""
    vraag = (
        select(Cyclus)
        .join(Groep, Groep.id == Cyclus.groep_id)
        .where(Groep.cursus_id == cursus.id, Cyclus.gesloten_op.is_(None))
        .options(joinedload(Cyclus.groep))
    )
    for cyclus in session.scalars(vraag).all():
        vul_aan(session, cyclus)


def merk(session: Session, groep: Groep, persoon_id: int, geen_leerling: bool) -> Lidmaatschap:
    """An owner says that somebody in the roster is no pupil, or takes that back. Raises NietGevonden."""
    vraag = select(Lidmaatschap).where(
        Lidmaatschap.cursus_id == groep.cursus_id, Lidmaatschap.persoon_id == persoon_id
    )
    lid = session.scalars(vraag.options(joinedload(Lidmaatschap.persoon))).one_or_none()
    if lid is None:
        raise NietGevonden("Deze leerling hoort niet bij deze groep.")
    lid.geen_leerling = geen_leerling
    session.flush()
    vul_cursus_aan(session, groep.cursus)
    return lid
