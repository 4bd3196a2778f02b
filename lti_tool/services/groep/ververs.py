"""Fetching a class list from the LMS one page at a time, and applying it when it is whole."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.lti import rooster as bron
from lti_tool.lti.fouten import Code, RoosterFout
from lti_tool.models import Cursus, Roosterophaling, nu
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import regels, rooster
from lti_tool.settings import Settings


@dataclass(frozen=True)
class Vordering:
    """How far it is. `ophaling_id`: ask on with it; `fout`: a code of lti.meldingen, "" when well."""

    klaar: bool
    aantal: int
    ophaling_id: int | None
    gewijzigd: bool = False
    fout: str = ""


def stap(session: Session, settings: Settings, cursus: Cursus, ophaling_id: int | None) -> Vordering:
    """Fetch the next page (None: the first). Commits, also the mark that a try failed.

    A failure keeps the last known list. Raises NietGevonden for a fetch that isn't this course's.
    """
    try:
        ophaling = _zoek(session, settings, cursus, ophaling_id)
        if not bron.haal_pagina(session, settings, ophaling):
            session.commit()
            return Vordering(False, len(ophaling.leden), ophaling.id)
        aantal = len(ophaling.leden)
        if not aantal and cursus.rooster_op is not None:
            # whoever asks is in the course: an empty list is a fault, and must not send everybody away
            raise RoosterFout(Code.ROOSTER_ONLEESBAAR, "an empty roster after a filled one")
        verschil = rooster.pas_toe(session, cursus, ophaling)
        regels.vul_cursus_aan(session, cursus)
        session.commit()
    except RoosterFout as fout:
        session.rollback()
        cursus.rooster_poging_op, cursus.rooster_fout = nu(), fout.code
        session.commit()
        return Vordering(True, 0, None, fout=fout.code)
    return Vordering(True, aantal, None, gewijzigd=verschil.gewijzigd)


def _zoek(session: Session, settings: Settings, cursus: Cursus, ophaling_id: int | None) -> Roosterophaling:
    if ophaling_id is None:
        ophaling = bron.begin_ophaling(session, settings, cursus)
        session.commit()
        return ophaling
    vraag = select(Roosterophaling).where(
        Roosterophaling.id == ophaling_id, Roosterophaling.cursus_id == cursus.id
    )
    gevonden = session.scalars(vraag).one_or_none()
    if gevonden is None:
        raise NietGevonden("Deze klassenlijst wordt niet meer opgehaald. Begin opnieuw.")
    return gevonden
