"""The class list: a complete roster of the LMS applied to a course, and the pupils that follow from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.namen import achternaam_eerst, sorteersleutel, weergavenaam
from lti_tool.models import Cursus, Lidmaatschap, Persoon, Rol, Roosterophaling, nu


@dataclass(frozen=True)
class Leerling:
    """A person in the role of pupil of one course."""

    id: int
    naam: str
    sorteernaam: str
    nummer: str
    vertrokken: bool


@dataclass(frozen=True)
class Roosterverschil:
    """What a new roster changed, in numbers of people."""

    nieuw: int
    vertrokken: int
    terug: int

    @property
    def gewijzigd(self) -> bool:
        return bool(self.nieuw or self.vertrokken or self.terug)


def is_verouderd(cursus: Cursus, minuten: int) -> bool:
    """Whether the roster should be fetched again in the background."""
    return cursus.rooster_op is None or nu() - cursus.rooster_op > timedelta(minutes=minuten)


def pas_toe(session: Session, cursus: Cursus, ophaling: Roosterophaling) -> Roosterverschil:
    """Make a complete roster the course's. Who is gone is marked as left; nobody's data are touched."""
    leden = {str(lid["sub"]): lid for lid in ophaling.leden if lid["actief"]}
    personen = _personen(session, cursus.platform_id, leden)
    bekend = {lid.persoon_id: lid for lid in _lidmaatschappen(session, cursus.id)}
    nieuw = terug = 0
    for sub, persoon in personen.items():
        lid = bekend.pop(persoon.id, None)
        if lid is None:
            lid = Lidmaatschap(cursus_id=cursus.id, persoon_id=persoon.id)
            session.add(lid)
        nieuw += lid.roosterrol is None
        terug += lid.vertrokken_op is not None
        lid.roosterrol, lid.vertrokken_op = str(leden[sub]["rol"]), None
    vertrokken = _markeer_vertrokken(bekend.values(), nu())
    cursus.rooster_op, cursus.rooster_poging_op, cursus.rooster_fout = nu(), nu(), ""
    session.delete(ophaling)
    session.flush()
    return Roosterverschil(nieuw, vertrokken, terug)


def _lidmaatschappen(session: Session, cursus_id: int) -> Sequence[Lidmaatschap]:
    vraag = select(Lidmaatschap).where(Lidmaatschap.cursus_id == cursus_id)
    return session.scalars(vraag.options(joinedload(Lidmaatschap.persoon))).all()


def _personen(session: Session, platform_id: int, leden: dict[str, dict[str, Any]]) -> dict[str, Persoon]:
    """The people of a roster by sub, made or brought up to date."""
    vraag = select(Persoon).where(Persoon.platform_id == platform_id, Persoon.sub.in_(leden))
    personen = {persoon.sub: persoon for persoon in session.scalars(vraag)}
    for sub, lid in leden.items():
        persoon = personen.get(sub)
        if persoon is None:
            persoon = personen[sub] = Persoon(platform_id=platform_id, sub=sub)
            session.add(persoon)
        for veld in ("voornaam", "achternaam", "naam", "email", "nummer"):
            if lid.get(veld):
                setattr(persoon, veld, lid[veld])
        if lid["rol"] == Rol.DOCENT and persoon.docent_sinds is None:
            persoon.docent_sinds = nu()
    session.flush()
    return personen


def _markeer_vertrokken(leden: Iterable[Lidmaatschap], op: datetime) -> int:
    """Only who was in a roster can leave it: managers never are in Moodle's."""
    weg = [lid for lid in leden if lid.roosterrol is not None and lid.vertrokken_op is None]
    for lid in weg:
        lid.vertrokken_op = op
    return len(weg)


def is_leerling(lid: Lidmaatschap) -> bool:
    """A Learner of the roster who is no teacher anywhere and wasn't marked "geen leerling".

    Moodle lists non-editing teachers as Learner, hence the second condition.
    """
    return lid.roosterrol == Rol.LEERLING and lid.persoon.docent_sinds is None and not lid.geen_leerling


def ooit_leerling() -> tuple[ColumnElement[bool], ...]:
    """`is_leerling` as conditions on Lidmaatschap joined with Persoon."""
    return (
        Lidmaatschap.roosterrol == Rol.LEERLING,
        Lidmaatschap.geen_leerling.is_(False),
        Persoon.docent_sinds.is_(None),
    )


def zijn_leerlingen() -> tuple[ColumnElement[bool], ...]:
    """`is_leerling` and not left, as conditions on Lidmaatschap joined with Persoon."""
    return (*ooit_leerling(), Lidmaatschap.vertrokken_op.is_(None))


def leerling_van(persoon: Persoon, *, vertrokken: bool = False) -> Leerling:
    """A person as the screens show a pupil."""
    voornaam, achternaam = persoon.voornaam, persoon.achternaam
    if not (voornaam or achternaam):
        achternaam = persoon.naam or f"Leerling {persoon.sub}"
    return Leerling(
        persoon.id,
        weergavenaam(voornaam, achternaam),
        achternaam_eerst(voornaam, achternaam),
        persoon.nummer,
        vertrokken,
    )


def leerlingen(session: Session, cursus_id: int) -> list[Leerling]:
    """The pupils of a course, also who has left, sorted as the Dutch do."""
    leden = [lid for lid in _lidmaatschappen(session, cursus_id) if is_leerling(lid)]
    leden.sort(key=lambda lid: sorteersleutel(lid.persoon.voornaam, lid.persoon.achternaam))
    return [leerling_van(lid.persoon, vertrokken=lid.vertrokken_op is not None) for lid in leden]


def aanwezigen(session: Session, cursus_id: int) -> list[int]:
    """The persoon ids of the pupils who are in the course now, in no order."""
    vraag = (
        select(Lidmaatschap.persoon_id)
        .join(Persoon, Persoon.id == Lidmaatschap.persoon_id)
        .where(Lidmaatschap.cursus_id == cursus_id, *zijn_leerlingen())
    )
    return list(session.scalars(vraag))


def geen_leerlingen(session: Session, cursus_id: int) -> list[Leerling]:
    """Who was marked "geen leerling" by hand, so that it can be undone."""
    leden = [lid for lid in _lidmaatschappen(session, cursus_id) if lid.geen_leerling]
    return [leerling_van(lid.persoon) for lid in leden]
