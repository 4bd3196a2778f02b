"""Looking back on a goal: what became of it, also said in the cycle after."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.hgw.evaluatie import UITKOMSTEN
from lti_tool.models import Cyclus, Doel, Groep, Onderwerp, Onderwijsbehoefte, Persoon, Regel
from lti_tool.services import geschiedenis
from lti_tool.services.evaluatie import uitkomsten
from lti_tool.services.fouten import Gesloten, NietGevonden, OngeldigeWaarde


def zet(session: Session, groep: Groep, doel_id: int, uitkomst: str, door: Persoon) -> Doel:
    """Say what became of a goal of the newest cycle or of the one before it: key of UITKOMSTEN.

    A closed cycle is read-only, but looking back is done when it is over; the goal itself stays as it was.
    The goal of the plan that stands for it gets the same result, and so do the pupil's other goals under it.
    Raises NietGevonden, OngeldigeWaarde, or Gesloten for an older cycle.
    """
    if uitkomst not in UITKOMSTEN:
        raise OngeldigeWaarde("Deze uitkomst is er niet.", ", ".join(UITKOMSTEN.values()))
    rij = session.execute(
        select(Doel, Regel, Cyclus)
        .join(Onderwijsbehoefte, Onderwijsbehoefte.id == Doel.behoefte_id)
        .join(Regel, Regel.id == Onderwijsbehoefte.regel_id)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .where(Doel.id == doel_id, Cyclus.groep_id == groep.id)
    ).one_or_none()
    if rij is None:
        raise NietGevonden("Dit doel is er niet (meer).")
    nieuwste = session.scalar(select(func.max(Cyclus.volgnummer)).where(Cyclus.groep_id == groep.id)) or 0
    if rij.Cyclus.volgnummer < nieuwste - 1:
        raise Gesloten("Op deze cyclus is al teruggekeken. Je kunt alleen lezen.")
    if rij.Doel.bereikt != uitkomst:
        geschiedenis.noteer(
            session,
            groep,
            Onderwerp.BEHOEFTE,
            door,
            f"Doel {UITKOMSTEN[rij.Doel.bereikt]}: {rij.Doel.tekst}" if rij.Doel.bereikt else "",
            f"Doel {UITKOMSTEN[uitkomst]}: {rij.Doel.tekst}",
            leerling_id=rij.Regel.persoon_id,
            regel_id=rij.Regel.id,
        )
        verband = uitkomsten.rond_doel(session, doel_id, rij.Regel.id)
        uitkomsten.zet_doelen(session, verband.doelen, uitkomst)
        uitkomsten.zet_plandoelen(session, verband.plandoelen, rij.Regel.id, uitkomst, door)
    doel: Doel = rij.Doel
    return doel
