"""Cycles of a group: which one, with which dates, and what its owner says is done in it."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.schooljaar import controleer_cyclus
from lti_tool.models import (
    Cyclus,
    Groep,
    Onderwerp,
    Persoon,
    Stapverklaring,
)
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import Gesloten, NietGevonden, OngeldigeWaarde


def cycli(session: Session, groep: Groep) -> Sequence[Cyclus]:
    """All cycles of a group, the newest first."""
    vraag = select(Cyclus).where(Cyclus.groep_id == groep.id).order_by(Cyclus.volgnummer.desc())
    return session.scalars(vraag).all()


def huidige(session: Session, groep: Groep) -> Cyclus | None:
    """The newest cycle; None before the first one."""
    return next(iter(cycli(session, groep)), None)


def kies(session: Session, groep: Groep, volgnummer: int | None) -> Cyclus:
    """The cycle with this number, or the newest one. Raises NietGevonden."""
    alle = cycli(session, groep)
    gekozen = next((c for c in alle if volgnummer in (None, c.volgnummer)), None)
    if gekozen is None:
        raise NietGevonden("Deze cyclus is er niet.")
    return gekozen


def wijzig_data(session: Session, cyclus: Cyclus, begin: date, eind: date, door: Persoon) -> None:
    """Other dates for an open cycle. Raises Gesloten or OngeldigeWaarde."""
    eis_open(cyclus)
    bezwaren = controleer_cyclus(begin, eind)
    if bezwaren:
        raise OngeldigeWaarde(" ".join(bezwaren))
    oud = als_tekst(cyclus)
    cyclus.begin, cyclus.eind = begin, eind
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.CYCLUS, door, oud, als_tekst(cyclus))


def verklaar(session: Session, cyclus: Cyclus, stap: int, klaar: bool, door: Persoon) -> None:
    """The owner says that a step is done, or takes that back. Raises OngeldigeWaarde or Gesloten."""
    eis_open(cyclus)
    if not 1 <= stap <= 6:
        raise OngeldigeWaarde("Een cyclus heeft zes stappen.")
    vraag = select(Stapverklaring).filter_by(cyclus_id=cyclus.id, stap=stap)
    staat = session.scalars(vraag).one_or_none()
    if klaar and staat is None:
        session.add(Stapverklaring(cyclus_id=cyclus.id, stap=stap, door_id=door.id))
    elif not klaar and staat is not None:
        session.delete(staat)
    session.flush()


def eis_open(cyclus: Cyclus) -> None:
    """Raises Gesloten when the cycle is kept read-only."""
    if cyclus.gesloten_op is not None:
        raise Gesloten("Deze cyclus is afgesloten en alleen te lezen.")


def als_tekst(cyclus: Cyclus) -> str:
    """A cycle as the history names it."""
    return f"cyclus {cyclus.volgnummer}: {datum_tekst(cyclus.begin)} tot en met {datum_tekst(cyclus.eind)}"
