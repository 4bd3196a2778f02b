"""How it goes with a shared goal, in the pupil's own words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import Cyclus, Doel, Doelwoord, Groep, Onderwerp, Onderwijsbehoefte, Persoon, Regel
from lti_tool.services import geschiedenis, versies
from lti_tool.services.begrijpwijzer.leerlingdeel import is_gedeeld
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.teksten import platte_tekst


@dataclass(frozen=True)
class Woord:
    """What a pupil wrote; `versie` 0 before they ever did."""

    tekst: str = ""
    versie: int = 0
    op: datetime | None = None


@dataclass(frozen=True)
class Woordplaats:
    """A goal that is shared with a pupil, in an open cycle."""

    groep: Groep
    regel: Regel
    doel: Doel


def van_doelen(session: Session, doel_ids: Collection[int]) -> dict[int, Woord]:
    """Goal -> the pupil's words; goals of which nothing is said are left out."""
    vraag = select(Doelwoord).where(Doelwoord.doel_id.in_(doel_ids), Doelwoord.tekst != "")
    return {rij.doel_id: woord_van(rij) for rij in session.scalars(vraag)}


def woord_van(rij: Doelwoord | None) -> Woord:
    """What is kept, for the screens."""
    return Woord(rij.tekst, rij.versie, rij.gewijzigd_op) if rij else Woord()


def van_doel(session: Session, doel_id: int) -> Doelwoord | None:
    """What the pupil wrote of this goal; None before they ever did."""
    return session.scalars(select(Doelwoord).filter_by(doel_id=doel_id)).one_or_none()


def zoek(session: Session, cursus_id: int, persoon_id: int, doel_id: int) -> Woordplaats:
    """A goal that a teacher of this course shared with this pupil.

    Raises NietGevonden: not theirs, not shared (any more), or the cycle is closed.
    """
    vraag = (
        select(Groep, Regel, Doel)
        .join(Cyclus, Cyclus.groep_id == Groep.id)
        .join(Regel, Regel.cyclus_id == Cyclus.id)
        .join(Onderwijsbehoefte, Onderwijsbehoefte.regel_id == Regel.id)
        .join(Doel, Doel.behoefte_id == Onderwijsbehoefte.id)
        .where(Doel.id == doel_id, *is_gedeeld(cursus_id, persoon_id))
        .options(joinedload(Groep.cursus))
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Dit doel is niet (meer) met je gedeeld.")
    return Woordplaats(rij.Groep, rij.Regel, rij.Doel)


def bewaar(session: Session, plaats: Woordplaats, tekst: str, versie: int, door: Persoon) -> Doelwoord:
    """Save the pupil's words over the version that they saw (0: never saved). The same again is no change.

    Raises OngeldigeWaarde for a text that is too long, or Conflict.
    """
    schoon = platte_tekst(tekst, "Je tekst")
    rij = van_doel(session, plaats.doel.id)
    if rij is None:
        rij = Doelwoord(doel_id=plaats.doel.id, tekst="", versie=0)
        if not schoon:
            return rij
        if not versies.voeg_toe(session, rij):
            rij = van_doel(session, plaats.doel.id) or rij
    oud = rij.tekst
    if oud == schoon:
        return rij
    if not versies.schrijf(session, rij, versie, door, tekst=schoon):
        raise versies.conflict(session, rij, "je tekst", tekst=rij.tekst)
    geschiedenis.noteer(
        session,
        plaats.groep,
        Onderwerp.BEHOEFTE,
        door,
        oud and f"Hoe het gaat met “{plaats.doel.tekst}”: {oud}",
        schoon and f"Hoe het gaat met “{plaats.doel.tekst}”: {schoon}",
        leerling_id=plaats.regel.persoon_id,
        regel_id=plaats.regel.id,
    )
    session.flush()
    return rij
