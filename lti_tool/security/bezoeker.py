"""Who is here, in which course or group, as what."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import (
    Bestemming,
    Cursus,
    Eigenaarschap,
    Groep,
    Lidmaatschap,
    Persoon,
    Rol,
    Sessie,
    Soort,
    Toegang,
)
from lti_tool.security.rechten import GroepsRol, Recht, rechten_van


@dataclass(frozen=True)
class Bezoeker:
    """A person in a course, and in one of its groups where the page is about one."""

    persoon: Persoon
    cursus: Cursus
    groep: Groep | None
    rollen: frozenset[GroepsRol]
    rechten: frozenset[Recht]

    def mag(self, recht: Recht) -> bool:
        return recht in self.rechten

    @property
    def rolnaam(self) -> str:
        """The role as shown: the most specific one."""
        return next((rol for rol in GroepsRol if rol in self.rollen), GroepsRol.GEEN).value


def voor_groep(session: Session, sessie: Sessie, groep_id: int) -> Bezoeker | None:
    """The visitor in this group; None when no launch opened it, or the access has ended."""
    vraag = (
        select(Groep)
        .where(Groep.id == groep_id)
        .options(joinedload(Groep.cursus).joinedload(Cursus.platform))
    )
    groep = session.scalars(vraag).one_or_none()
    return _bezoeker(session, sessie, groep.cursus, groep) if groep else None


def voor_cursus(session: Session, sessie: Sessie, cursus_id: int) -> Bezoeker | None:
    """The visitor in this course; None when no launch opened it, or the access has ended."""
    cursus = session.get(Cursus, cursus_id, options=[joinedload(Cursus.platform)])
    return _bezoeker(session, sessie, cursus, None) if cursus else None


def _bezoeker(session: Session, sessie: Sessie, cursus: Cursus, groep: Groep | None) -> Bezoeker | None:
    toegang = next((t for t in sessie.toegangen if t.cursus_id == cursus.id), None)
    if toegang is None or cursus.platform_id != sessie.persoon.platform_id:
        return None
    if _is_vertrokken(session, sessie.persoon_id, toegang):
        return None
    rollen = _rollen(session, sessie.persoon_id, Rol(toegang.rol), cursus, groep)
    return Bezoeker(sessie.persoon, cursus, groep, rollen, rechten_van(rollen))


def _is_vertrokken(session: Session, persoon_id: int, toegang: Toegang) -> bool:
    """Gone from the roster after this access was given: it ends at once, not at the next launch."""
    vertrokken_op = session.scalar(
        select(Lidmaatschap.vertrokken_op).where(
            Lidmaatschap.cursus_id == toegang.cursus_id, Lidmaatschap.persoon_id == persoon_id
        )
    )
    return vertrokken_op is not None and vertrokken_op >= toegang.verleend_op


def _rollen(
    session: Session, persoon_id: int, rol: Rol, cursus: Cursus, groep: Groep | None
) -> frozenset[GroepsRol]:
    if rol is Rol.LEERLING:
        return frozenset({GroepsRol.LEERLING})
    if rol not in (Rol.DOCENT, Rol.BEHEERDER):
        return frozenset()
    rollen = {GroepsRol.BEHEERDER} if rol is Rol.BEHEERDER else set()
    if groep is not None and _is_eigenaar(session, persoon_id, groep):
        rollen.add(GroepsRol.MENTOR if groep.soort == Soort.VAKOVERSTIJGEND else GroepsRol.VAKDOCENT)
    elif rol is Rol.DOCENT:
        rollen.add(_docentrol(cursus, groep))
    return frozenset(rollen)


def _docentrol(cursus: Cursus, groep: Groep | None) -> GroepsRol:
    if cursus.bestemming == Bestemming.ZORGTEAM:
        return GroepsRol.ZORGTEAM
    if cursus.bestemming == Bestemming.SCHOOLLEIDING:
        return GroepsRol.SCHOOLLEIDING
    if groep is not None and groep.soort == Soort.VAKSPECIFIEK:
        return GroepsRol.VAKGROEP
    return GroepsRol.KERNTEAM


def _is_eigenaar(session: Session, persoon_id: int, groep: Groep) -> bool:
    vraag = select(Eigenaarschap.id).where(
        Eigenaarschap.groep_id == groep.id,
        Eigenaarschap.persoon_id == persoon_id,
        Eigenaarschap.tot.is_(None),
    )
    return session.scalar(vraag) is not None
