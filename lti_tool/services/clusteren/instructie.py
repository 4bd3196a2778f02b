"""The need of instruction of a pupil in a subject."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from lti_tool.models import Groep, Onderwerp, Persoon, Regel, Soort
from lti_tool.services import geschiedenis
from lti_tool.services.clusteren.plaatsingen import zoek_regel
from lti_tool.services.fouten import Conflict, OngeldigeWaarde
from lti_tool.services.groep.rooster import leerling_van

# key -> name, and what it asks of the instruction
NAMEN = {
    "": "niet aangegeven",
    "onafhankelijk": "instructieonafhankelijk (kort)",
    "gevoelig": "instructiegevoelig (basis)",
    "afhankelijk": "instructieafhankelijk (verlengd)",
}
KORTE_NAMEN = {"onafhankelijk": "kort", "gevoelig": "basis", "afhankelijk": "verlengd"}


def zet(session: Session, groep: Groep, regel_id: int, wat: str, was: str, door: Persoon) -> Regel:
    """Say how much instruction a pupil needs, over what was seen. The same again is no change.

    Raises NietGevonden, Gesloten, OngeldigeWaarde, or Conflict with what stands there now.
    """
    regel, _ = zoek_regel(session, groep, regel_id)
    if groep.soort != Soort.VAKSPECIFIEK:
        raise OngeldigeWaarde("De instructiebehoefte hoort bij een vak.")
    if wat not in NAMEN or was not in NAMEN:
        raise OngeldigeWaarde("Deze instructiebehoefte is er niet.", ", ".join(NAMEN.values()))
    if regel.instructie == wat:
        return regel
    session.flush()
    geraakt = session.connection().execute(
        update(Regel).where(Regel.id == regel.id, Regel.instructie == was).values(instructie=wat)
    )
    session.refresh(regel)
    if geraakt.rowcount != 1:
        naam = leerling_van(regel.persoon).naam
        raise Conflict(
            f"Iemand anders heeft de instructiebehoefte van {naam} net gewijzigd.",
            instructie=regel.instructie,
        )
    geschiedenis.noteer(
        session,
        groep,
        Onderwerp.SUBGROEP,
        door,
        f"Instructie: {NAMEN[was]}" if was else "",
        f"Instructie: {NAMEN[wat]}",
        leerling_id=regel.persoon_id,
        regel_id=regel.id,
    )
    session.flush()
    return regel
