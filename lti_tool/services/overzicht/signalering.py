"""Column S: the reasons why a pupil needs extra attention, set and taken back."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from lti_tool.hgw.redenen import REDENEN
from lti_tool.models import (
    Groep,
    Leermoment,
    Leermomentleerling,
    Onderwerp,
    Persoon,
    Signaal,
    nu,
)
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import regels
from lti_tool.services.groep.aankomst import vind_of_maak
from lti_tool.services.groep.cycli import eis_open

_BEKEKEN = "bekeken, geen signaal"
_SLEUTELS = {reden.sleutel: reden for reden in REDENEN}


def zet(session: Session, groep: Groep, regel_id: int, reden: str, aan: bool, door: Persoon) -> Sequence[str]:
    """Set or take back one reason; the reasons that hold now. Doing it twice changes nothing more.

    Raises NietGevonden, OngeldigeWaarde for an unknown reason, Gesloten.
    """
    if reden not in _SLEUTELS:
        raise OngeldigeWaarde("Deze reden is er niet.", ", ".join(r.naam for r in REDENEN))
    regel, cyclus = regels.zoek(session, groep, regel_id)
    eis_open(cyclus)
    stond_aan = reden in signalen(session, regel_id)
    if aan and not stond_aan:
        signaal = vind_of_maak(session, Signaal, regel_id=regel_id, reden=reden)
        signaal.gezet_door_id = door.id
        regel.doorlopen_op = None
    elif not aan and stond_aan:
        session.execute(delete(Signaal).where(Signaal.regel_id == regel_id, Signaal.reden == reden))
        _haal_van_leermomenten(session, regel_id, reden)
    if aan != stond_aan:
        naam = _SLEUTELS[reden].naam
        geschiedenis.noteer(
            session,
            groep,
            Onderwerp.SIGNAAL,
            door,
            "" if aan else naam,
            naam if aan else "",
            leerling_id=regel.persoon_id,
            regel_id=regel_id,
        )
    session.flush()
    return signalen(session, regel_id)


def zet_doorlopen(session: Session, groep: Groep, regel_id: int, aan: bool, door: Persoon) -> None:
    """Say that this pupil was looked at and needs no signal, or take that back. Twice changes nothing more.

    Who has a signal was looked at already. Raises NietGevonden or Gesloten.
    """
    regel, cyclus = regels.zoek(session, groep, regel_id)
    eis_open(cyclus)
    if aan == (regel.doorlopen_op is not None) or (aan and signalen(session, regel_id)):
        return
    regel.doorlopen_op = nu() if aan else None
    geschiedenis.noteer(
        session,
        groep,
        Onderwerp.SIGNAAL,
        door,
        "" if aan else _BEKEKEN,
        _BEKEKEN if aan else "",
        leerling_id=regel.persoon_id,
        regel_id=regel.id,
    )
    session.flush()


def _haal_van_leermomenten(session: Session, regel_id: int, reden: str) -> None:
    """Who isn't marked for it any more is no longer picked for it."""
    momenten = select(Leermoment.id).where(Leermoment.reden == reden)
    session.execute(
        delete(Leermomentleerling)
        .where(Leermomentleerling.regel_id == regel_id, Leermomentleerling.leermoment_id.in_(momenten))
        .execution_options(synchronize_session=False)
    )


def signalen(session: Session, regel_id: int) -> list[str]:
    """The reasons that hold for one row, in the order of hgw.redenen."""
    gezet = set(session.scalars(select(Signaal.reden).where(Signaal.regel_id == regel_id)))
    return [sleutel for sleutel in _SLEUTELS if sleutel in gezet]
