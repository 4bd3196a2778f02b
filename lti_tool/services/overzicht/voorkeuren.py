"""How somebody likes to see a group's overview: filter, order, hidden columns. Theirs alone."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Voorkeur
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep.aankomst import vind_of_maak

_WOORD_LANGSTE = 80
_KOLOMMEN_MEESTE = 200


def lees(session: Session, persoon_id: int, groep_id: int) -> dict[str, Any]:
    """What was kept; {} for somebody who never chose anything."""
    vraag = select(Voorkeur.gegevens).filter_by(persoon_id=persoon_id, groep_id=groep_id)
    return dict(session.scalar(vraag) or {})


def bewaar(session: Session, persoon_id: int, groep_id: int, gegevens: dict[str, Any]) -> None:
    """Keep filter, sorteer (words), verborgen (column keys) and vorige (yes or no); nothing else.

    Raises OngeldigeWaarde for anything of another shape.
    """
    filter_, sorteer = gegevens.get("filter", ""), gegevens.get("sorteer", "")
    verborgen, vorige = gegevens.get("verborgen", []), gegevens.get("vorige", False)
    woorden = [filter_, sorteer, *(verborgen if isinstance(verborgen, list) else [None])]
    if len(woorden) > _KOLOMMEN_MEESTE or not isinstance(vorige, bool):
        raise OngeldigeWaarde("Deze weergave kan niet worden bewaard.")
    if any(not isinstance(woord, str) or len(woord) > _WOORD_LANGSTE for woord in woorden):
        raise OngeldigeWaarde("Deze weergave kan niet worden bewaard.")
    rij = vind_of_maak(session, Voorkeur, persoon_id=persoon_id, groep_id=groep_id)
    rij.gegevens = {"filter": filter_, "sorteer": sorteer, "verborgen": verborgen, "vorige": vorige}
    session.flush()
