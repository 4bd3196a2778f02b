"""What the files of an overview and of its needs have in common."""

from flask import request

from lti_tool.blueprints import pagina
from lti_tool.documents.indeling import Papier
from lti_tool.extensions import db
from lti_tool.models import Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import verwant
from lti_tool.services.overzicht.overzichtbeeld import Overzicht


def papier() -> Papier:
    """The paper that the address asks for. Raises OngeldigeWaarde."""
    gevraagd = request.args.get("papier", "a4")
    if gevraagd not in ("a4", "a3"):
        raise OngeldigeWaarde("Kies A4 of A3.")
    return "a3" if gevraagd == "a3" else "a4"


def algemeen(bezoeker: Bezoeker, inhoud: Overzicht) -> dict[int, verwant.Algemeen] | None:
    """What the mentors share of these pupils, for the teacher of a subject; None where there is nothing."""
    groep = pagina.groep_van(bezoeker)
    if groep.soort != Soort.VAKSPECIFIEK or not bezoeker.mag(Recht.ALGEMEEN_BEKIJKEN):
        return None
    # who has left the group is no pupil of this teacher any more
    eigen = [regel.leerling.id for regel in inhoud.regels if not regel.leerling.vertrokken]
    return verwant.algemeen(db.session(), groep, eigen) or None
