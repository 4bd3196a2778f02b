"""Tests that the owner added in the previous cycle, to be used again with their scores beside them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Kolom, Persoon
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import regels
from lti_tool.services.overzicht import kolomcontrole, kolommen
from lti_tool.services.overzicht.kolommen import Kolomgegevens
from lti_tool.services.school.formaten import EIGEN


def uit_vorige(session: Session, cyclus: Cyclus) -> list[Kolom]:
    """The columns that the owner added and showed in the previous cycle and that aren't in this one."""
    vraag = select(Cyclus).where(
        Cyclus.groep_id == cyclus.groep_id, Cyclus.volgnummer == cyclus.volgnummer - 1
    )
    vorige = session.scalars(vraag).one_or_none()
    if vorige is None:
        return []
    staat = {kolom.sleutel for kolom in regels.kolommen(session, cyclus)}
    return [
        kolom
        for kolom in regels.kolommen(session, vorige)
        if kolom.sleutel.startswith(EIGEN) and not kolom.verborgen and kolom.sleutel not in staat
    ]


def herhaal(session: Session, cyclus: Cyclus, sleutel: str, door: Persoon) -> Kolom:
    """Take one of them up in this cycle, without its date.

    Raises NietGevonden, Gesloten, or OngeldigeKolom when another column has its name by now.
    """
    kolom = next((k for k in uit_vorige(session, cyclus) if k.sleutel == sleutel), None)
    if kolom is None:
        raise NietGevonden("Deze toets staat niet in de vorige cyclus, of is al overgenomen.")
    # what it followed may be gone by now; then it follows itself
    mogelijk = kolomcontrole.reekskeuzes(regels.kolommen(session, cyclus))
    reeks = kolom.toets.reeks if kolom.toets and kolom.toets.reeks in mogelijk else ""
    gegevens = Kolomgegevens(
        naam=kolom.naam,
        kop=kolom.kop,
        schaal=kolom.schaal,
        ijkpunt=kolom.ijkpunt,
        toetssoort=kolom.toets.soort if kolom.toets else "eigen",
        reeks=reeks,
    )
    return kolommen.voeg_toets_toe(session, cyclus, gegevens, door, kolom.sleutel)
