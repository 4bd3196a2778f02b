"""Groups inside a course: found, set up, linked."""

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import Aanwijzing, Cursus, Groep, Herkomst, Persoon, Soort
from lti_tool.services.fouten import Conflict, OngeldigeWaarde
from lti_tool.services.groep import eigenaren
from lti_tool.services.groep.aankomst import vind_of_maak

VAK_LANGSTE = 60


def groepen_van(session: Session, cursus_id: int) -> Sequence[Groep]:
    """The groups of a course: the mentor class first, then subjects by name."""
    vraag = (
        select(Groep)
        .where(Groep.cursus_id == cursus_id)
        .options(joinedload(Groep.cursus))
        .order_by(Groep.soort, Groep.vak)
    )
    return session.scalars(vraag).all()


def vind(session: Session, cursus_id: int, soort: str, vak: str) -> Groep | None:
    """The group that a link's custom parameters name, case of the subject aside; None when not there."""
    gezocht = vak.strip().casefold()
    return next(
        (g for g in groepen_van(session, cursus_id) if g.soort == soort and g.vak.casefold() == gezocht),
        None,
    )


def maak(session: Session, cursus: Cursus, soort: str, vak: str) -> Groep:
    """The group of this kind and subject, made when it isn't there. Owners named beforehand take it.

    Raises OngeldigeWaarde for an unknown kind or a subject without a name.
    """
    vak = "" if soort == Soort.VAKOVERSTIJGEND else " ".join(vak.split())
    if soort not in set(Soort):
        raise OngeldigeWaarde("Kies mentorklas of vak.")
    if soort == Soort.VAKSPECIFIEK and not 0 < len(vak) <= VAK_LANGSTE:
        raise OngeldigeWaarde(f"Schrijf de naam van het vak op, in ten hoogste {VAK_LANGSTE} tekens.")
    groep = vind(session, cursus.id, soort, vak)
    if groep is None:
        groep = vind_of_maak(session, Groep, cursus_id=cursus.id, soort=soort, vak=vak)
        _neem_aanwijzingen_over(session, groep)
    return groep


def koppel(
    session: Session, cursus: Cursus, persoon: Persoon, soort: str, vak: str, als_eigenaar: bool
) -> Groep:
    """The group behind a form that a teacher places in a course; theirs when they say so and nobody's."""
    groep = maak(session, cursus, soort, vak)
    if als_eigenaar:
        eigenaren.claim(session, groep, persoon, Herkomst.KOPPELING)
    return groep


def naam(groep: Groep) -> str:
    """How a group is called on screen: "3HA" or "wiskunde 3HA"."""
    cursusnaam = groep.cursus.label or groep.cursus.titel
    if groep.soort == Soort.VAKOVERSTIJGEND:
        return cursusnaam
    if groep.vak.casefold() in groep.cursus.titel.casefold():
        return groep.cursus.titel
    return f"{groep.vak} {cursusnaam}"


def _neem_aanwijzingen_over(session: Session, groep: Groep) -> None:
    """Owners whom an administrator named before the group was there."""
    cursus = groep.cursus
    vraag = select(Aanwijzing).where(
        Aanwijzing.platform_id == cursus.platform_id,
        Aanwijzing.cursus.in_([w for w in (cursus.context_id, cursus.label, cursus.sourcedid) if w]),
        Aanwijzing.soort == groep.soort,
    )
    for aanwijzing in session.scalars(vraag).all():
        if aanwijzing.vak.casefold() == groep.vak.casefold():
            # two set already: this one waits, and keeps nobody out of the course
            with suppress(Conflict):
                verwerk_aanwijzing(session, groep, aanwijzing)


def verwerk_aanwijzing(session: Session, groep: Groep, aanwijzing: Aanwijzing) -> bool:
    """Make the named person an owner; False, and the note stays, while no teacher is known by that name.

    A class list alone doesn't tell a teacher from a pupil (Moodle). Raises Conflict when an administrator
    has set two owners already.
    """
    persoon = zoek_persoon(session, aanwijzing.platform_id, aanwijzing.persoon)
    if persoon is None or persoon.docent_sinds is None:
        return False
    huidige = {e.persoon_id for e in eigenaren.eigenaren(session, groep)}
    if persoon.id not in huidige:
        # what an administrator says replaces what somebody claimed
        _beeindig_geclaimde(session, groep)
        eigenaren.wijs_aan(session, groep, persoon, None, Herkomst.BEHEER)
    session.delete(aanwijzing)
    session.flush()
    return True


def _beeindig_geclaimde(session: Session, groep: Groep) -> None:
    for eigenaarschap in eigenaren.eigenaren(session, groep):
        if eigenaarschap.herkomst != Herkomst.BEHEER:
            eigenaren.vervang(session, groep, eigenaarschap)


def zoek_persoon(session: Session, platform_id: int, kenmerk: str) -> Persoon | None:
    """A person by e-mail address, number or LMS id; None when nobody or several answer to it."""
    kenmerk = kenmerk.strip()
    is_adres = func.lower(Persoon.email) == kenmerk.lower()
    for voorwaarde in (is_adres, Persoon.nummer == kenmerk, Persoon.sub == kenmerk):
        vraag = select(Persoon).where(Persoon.platform_id == platform_id, voorwaarde).limit(2)
        gevonden = session.scalars(vraag).all()
        if len(gevonden) == 1:
            return gevonden[0]
        if gevonden:
            return None
    return None


def verwerk_aanwijzingen_van(session: Session, cursus: Cursus) -> None:
    """At a launch: people named beforehand may be known by now."""
    open_ = select(Aanwijzing.id).where(Aanwijzing.platform_id == cursus.platform_id).limit(1)
    if session.scalar(open_) is None:
        return
    for groep in groepen_van(session, cursus.id):
        _neem_aanwijzingen_over(session, groep)
