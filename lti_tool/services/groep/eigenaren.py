"""Owners of a group: who, since when, by whose act; claiming, naming, handing over."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import Eigenaarschap, Groep, Herkomst, Lidmaatschap, Onderwerp, Persoon, Rol, nu
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import Conflict, OngeldigeWaarde

# Duo-mentors and shared jobs: one or two.
TEN_HOOGSTE = 2


def eigenaren(session: Session, groep: Groep) -> Sequence[Eigenaarschap]:
    """The present owners, longest first."""
    vraag = (
        select(Eigenaarschap)
        .where(Eigenaarschap.groep_id == groep.id, Eigenaarschap.tot.is_(None))
        .options(joinedload(Eigenaarschap.persoon), joinedload(Eigenaarschap.door))
        .order_by(Eigenaarschap.sinds, Eigenaarschap.id)
    )
    return session.scalars(vraag).all()


def per_groep(session: Session, groep_ids: Sequence[int]) -> dict[int, list[Persoon]]:
    """groep_id -> the people who own it now, longest first; groups without an owner aren't in it."""
    vraag = (
        select(Eigenaarschap)
        .where(Eigenaarschap.groep_id.in_(groep_ids), Eigenaarschap.tot.is_(None))
        .options(joinedload(Eigenaarschap.persoon))
        .order_by(Eigenaarschap.sinds, Eigenaarschap.id)
    )
    gevonden: dict[int, list[Persoon]] = {}
    for eigenaarschap in session.scalars(vraag):
        gevonden.setdefault(eigenaarschap.groep_id, []).append(eigenaarschap.persoon)
    return gevonden


def _vergrendel(session: Session, groep: Groep) -> None:
    """One at a time: of two who act at once, the second sees what the first did."""
    session.execute(select(Groep.id).where(Groep.id == groep.id).with_for_update())


def claim(session: Session, groep: Groep, persoon: Persoon, herkomst: Herkomst) -> bool:
    """Become the owner of a group that has none; False (and nothing changed) when it has one."""
    _vergrendel(session, groep)
    if eigenaren(session, groep):
        return False
    _maak(session, groep, persoon, herkomst, persoon)
    return True


def wijs_aan(
    session: Session, groep: Groep, persoon: Persoon, door: Persoon | None, herkomst: Herkomst
) -> None:
    """Add an owner. Raises Conflict when there are two already, OngeldigeWaarde for who is one."""
    _vergrendel(session, groep)
    huidige = eigenaren(session, groep)
    if any(e.persoon_id == persoon.id for e in huidige):
        raise OngeldigeWaarde("Deze collega is al eigenaar.")
    if len(huidige) >= TEN_HOOGSTE:
        raise Conflict("Er zijn al twee eigenaren. Haal eerst een van hen weg of draag over.")
    _maak(session, groep, persoon, herkomst, door)


def beeindig(session: Session, groep: Groep, persoon_id: int, door: Persoon | None) -> None:
    """End an ownership. Raises OngeldigeWaarde when it is the last one: hand over instead."""
    _vergrendel(session, groep)
    huidige = eigenaren(session, groep)
    weg = next((e for e in huidige if e.persoon_id == persoon_id), None)
    if weg is None:
        raise OngeldigeWaarde("Deze collega is geen eigenaar meer.")
    if len(huidige) == 1:
        raise OngeldigeWaarde("Een groep houdt minstens één eigenaar. Draag over aan een collega.")
    _eindig(session, groep, weg, door)


def draag_over(session: Session, groep: Groep, van: Persoon, aan: Persoon) -> None:
    """Put a colleague in the place of `van`.

    Raises OngeldigeWaarde when they are an owner already, or `van` is none any more.
    """
    _vergrendel(session, groep)
    huidige = eigenaren(session, groep)
    if any(e.persoon_id == aan.id for e in huidige):
        raise OngeldigeWaarde("Deze collega is al eigenaar.")
    eigen = next((e for e in huidige if e.persoon_id == van.id), None)
    if eigen is None:
        raise OngeldigeWaarde("Je bent geen eigenaar meer van deze groep.")
    _eindig(session, groep, eigen, van)
    _maak(session, groep, aan, Herkomst.OVERDRACHT, van)


def stel_in(session: Session, groep: Groep, personen: Sequence[Persoon], door: Persoon | None) -> None:
    """An administrator's word: exactly these owners. Raises OngeldigeWaarde for more than two."""
    if not 1 <= len(personen) <= TEN_HOOGSTE:
        raise OngeldigeWaarde("Een groep heeft één of twee eigenaren.")
    gewenst = {persoon.id for persoon in personen}
    for eigenaarschap in eigenaren(session, groep):
        if eigenaarschap.persoon_id in gewenst:
            gewenst.discard(eigenaarschap.persoon_id)
        else:
            _eindig(session, groep, eigenaarschap, door)
    for persoon in personen:
        if persoon.id in gewenst:
            _maak(session, groep, persoon, Herkomst.BEHEER, door)
    session.flush()


def collegas(session: Session, groep: Groep) -> Sequence[Persoon]:
    """Teachers of the course who could be an owner: seen as Instructor, and still in the course."""
    vraag = (
        select(Persoon)
        .join(Lidmaatschap, Lidmaatschap.persoon_id == Persoon.id)
        .where(
            Lidmaatschap.cursus_id == groep.cursus_id,
            Lidmaatschap.vertrokken_op.is_(None),
            Persoon.docent_sinds.is_not(None) | (Lidmaatschap.roosterrol == Rol.DOCENT),
        )
        .order_by(Persoon.achternaam, Persoon.voornaam)
    )
    return session.scalars(vraag).all()


def _maak(session: Session, groep: Groep, persoon: Persoon, herkomst: Herkomst, door: Persoon | None) -> None:
    session.add(
        Eigenaarschap(
            groep_id=groep.id,
            persoon_id=persoon.id,
            herkomst=herkomst,
            door_id=door.id if door else None,
        )
    )
    geschiedenis.noteer(session, groep, Onderwerp.EIGENAAR, door, "", persoon.naam)
    session.flush()


def vervang(session: Session, groep: Groep, eigenaarschap: Eigenaarschap) -> None:
    """End an ownership that an administrator has decided otherwise about."""
    _eindig(session, groep, eigenaarschap, None)


def _eindig(session: Session, groep: Groep, eigenaarschap: Eigenaarschap, door: Persoon | None) -> None:
    eigenaarschap.tot = nu()
    geschiedenis.noteer(session, groep, Onderwerp.EIGENAAR, door, eigenaarschap.persoon.naam, "")
    session.flush()
