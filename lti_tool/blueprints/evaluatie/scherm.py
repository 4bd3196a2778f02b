"""What templates/evaluatie/ reads."""

from collections.abc import Sequence
from typing import Any

from flask import url_for

from lti_tool.extensions import db
from lti_tool.hgw.evaluatie import BESLUITEN, JA_DEELS_NEE, OORZAKEN, UITKOMSTEN, UITKOMSTEN_KORT
from lti_tool.models import Cyclus
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.services.evaluatie import doelcijfers, evaluatielezen
from lti_tool.services.evaluatie.evaluatielezen import Evaluatie
from lti_tool.services.evaluatie.rijevaluatie import VELDNAMEN
from lti_tool.services.groep import cycli


def context(bezoeker: Bezoeker, cyclus: Cyclus) -> dict[str, Any]:
    """The whole page of one cycle."""
    session = db.session()
    # what pupils say is read by who may read talks with them
    woorden = bezoeker.mag(Recht.GEGEVENS_BEKIJKEN)
    evaluatie = evaluatielezen.lees(session, cyclus, woorden=woorden)
    return {
        "evaluatie": evaluatie,
        "voortgang": _voortgang(evaluatie) if evaluatie else None,
        "cijfers": doelcijfers.van_cyclus(session, cyclus),
        "mag": cyclus.gesloten_op is None and bezoeker.mag(Recht.PLAN_BEWERKEN),
        "uitkomsten": UITKOMSTEN,
        "uitkomsten_kort": UITKOMSTEN_KORT,
        "oorzaken": OORZAKEN,
        "ja_deels_nee": JA_DEELS_NEE,
        "besluiten": BESLUITEN,
        "veldnamen": VELDNAMEN,
        "adressen": _adressen(cyclus),
        "cycli": _andere(session, cyclus),
    }


def _voortgang(evaluatie: Evaluatie) -> dict[str, Any]:
    rijen = len(evaluatie.rijen)
    return {
        "gezegd": evaluatie.gezegd,
        "totaal": evaluatie.totaal,
        "besluiten": evaluatie.besluiten,
        "rijen": rijen,
        "klaar": 0 < evaluatie.totaal == evaluatie.gezegd and evaluatie.besluiten == rijen,
    }


def _adressen(cyclus: Cyclus) -> dict[str, str]:
    """Where the page's scripts send things, and its links."""
    groep_id = cyclus.groep_id
    ouder: dict[str, Any] = {"cyclus": cyclus.volgnummer} if cyclus.gesloten_op else {}
    basis = url_for("evaluatie.toon", groep_id=groep_id)

    def pagina(endpoint: str) -> str:
        return url_for(endpoint, groep_id=groep_id, **ouder)

    return {"basis": basis, "plan": pagina("groepsplan.toon"), "logboek": pagina("logboek.toon")}


def _andere(session: Any, huidige: Cyclus) -> Sequence[dict[str, Any]]:
    """The evaluations of the group's other cycles."""
    return [
        {
            "volgnummer": cyclus.volgnummer,
            "url": url_for("evaluatie.toon", groep_id=huidige.groep_id, cyclus=cyclus.volgnummer),
        }
        for cyclus in cycli.cycli(session, huidige.groep)
        if cyclus.id != huidige.id
    ]
