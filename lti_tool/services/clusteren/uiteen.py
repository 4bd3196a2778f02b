"""Pupils of a group who are kept apart. Known to the owners only: no names of them in the history."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lti_tool.models import Groep, Onderwerp, Persoon, Uiteen
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import cycli, rooster

Paar = tuple[int, int]


def paren(session: Session, groep: Groep) -> Sequence[Paar]:
    """(persoon id, persoon id), the lower first, in the order in which they were set."""
    vraag = select(Uiteen.een_id, Uiteen.ander_id).where(Uiteen.groep_id == groep.id).order_by(Uiteen.id)
    return [(een, ander) for een, ander in session.execute(vraag)]


def zet(session: Session, groep: Groep, een_id: int, ander_id: int, uiteen: bool, door: Persoon) -> None:
    """Keep two pupils apart, or no longer. Doing it twice changes nothing more.

    Raises NietGevonden, OngeldigeWaarde, or Gesloten when no cycle is open.
    """
    cycli.eis_open(cycli.kies(session, groep, None))
    een, ander = sorted((een_id, ander_id))
    if een == ander:
        raise OngeldigeWaarde("Kies twee verschillende leerlingen.")
    staat = (een, ander) in paren(session, groep)
    if staat == uiteen:
        return
    if uiteen:
        _voeg_toe(session, groep, een, ander)
    else:
        session.execute(
            delete(Uiteen).where(Uiteen.groep_id == groep.id, Uiteen.een_id == een, Uiteen.ander_id == ander)
        )
    woord = "worden uit elkaar gehouden" if uiteen else "hoeven niet meer uit elkaar"
    geschiedenis.noteer(session, groep, Onderwerp.SUBGROEP, door, "", f"Twee leerlingen {woord}")
    session.flush()


def _voeg_toe(session: Session, groep: Groep, een: int, ander: int) -> None:
    if not {een, ander} <= set(rooster.aanwezigen(session, groep.cursus_id)):
        raise NietGevonden("Een van de leerlingen zit niet in deze groep.")
    try:
        with session.begin_nested():
            session.add(Uiteen(groep_id=groep.id, een_id=een, ander_id=ander))
    except IntegrityError:
        return  # a colleague did the same at the same time
