"""What templates/handelingsplan/plan.html reads."""

from typing import Any

from flask import url_for

from lti_tool.blueprints import pagina
from lti_tool.extensions import db
from lti_tool.models import Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.services import geschiedenis
from lti_tool.services.groep import groepen, rooster
from lti_tool.services.handelingsplan import (
    handelingsplandocument,
    handelingsplanvelden,
    handelingsplanvorm,
    vakplannen,
)
from lti_tool.services.handelingsplan.handelingsplannen import Planplaats
from lti_tool.services.handelingsplan.handelingsplanvelden import AKKOORD
from lti_tool.services.tijd import vandaag


def context(bezoeker: Bezoeker, plaats: Planplaats) -> dict[str, Any]:
    """The plan of an own group: to write in while the cycle is open."""
    groep, regel_id = pagina.groep_van(bezoeker), plaats.regel.id
    vak = groep.soort == Soort.VAKSPECIFIEK
    return _inhoud(plaats) | {
        "mag_bewerken": plaats.cyclus.gesloten_op is None,
        "reden": "Deze cyclus is afgesloten. Je kunt alles lezen, maar niets wijzigen."
        if plaats.cyclus.gesloten_op
        else "",
        "mentoren": vakplannen.mentoren_van(db.session(), groep, plaats.regel.persoon_id) if vak else [],
        "wijzigingen": [
            {
                "op": wijziging.op,
                "door": wijziging.door.naam if wijziging.door else "Beheer",
                "oud": wijziging.oud,
                "nieuw": wijziging.nieuw,
            }
            for wijziging in geschiedenis.van_handelingsplan(db.session(), groep, regel_id)
        ],
        "urls": {
            wat: url_for(f"handelingsplan.{wat}", groep_id=groep.id, regel_id=regel_id)
            for wat in ("akkoord", "hulp", "weg", "bestand")
        }
        | {
            "veld": url_for(
                "handelingsplan.bewaar_veld", groep_id=groep.id, regel_id=regel_id, veld="{veld}"
            ),
            "begrijpwijzer": url_for("begrijpwijzer.toon", groep_id=groep.id, regel_id=regel_id),
        },
    }


def lezerscontext(plaats: Planplaats) -> dict[str, Any]:
    """A colleague's plan: nothing to change, no history, no files."""
    return _inhoud(plaats) | {
        "mag_bewerken": False,
        "reden": f"Dit plan is van {groepen.naam(plaats.groep)}. Je leest het als mentor.",
        "mentoren": [],
        "wijzigingen": [],
        "urls": None,
    }


def _inhoud(plaats: Planplaats) -> dict[str, Any]:
    velden = handelingsplanvelden.velden(db.session(), plaats.plan)
    vorm = handelingsplanvorm.vorm(plaats.groep.soort)
    plan = plaats.plan
    return {
        "leerling": rooster.leerling_van(plaats.regel.persoon),
        "gegevens": handelingsplandocument.gegevens(db.session(), plaats),
        "delen": [
            {
                "naam": deel.naam,
                "velden": [
                    {
                        "vorm": veld,
                        "waarde": velden[veld.sleutel].waarde if veld.sleutel in velden else "",
                        "leesbaar": handelingsplanvelden.leesbaar(veld, velden[veld.sleutel].waarde)
                        if veld.sleutel in velden
                        else "",
                        "versie": velden[veld.sleutel].versie if veld.sleutel in velden else 0,
                    }
                    for veld in deel.velden
                ],
            }
            for deel in vorm.delen
        ],
        "akkoord": handelingsplanvelden.akkoordstand(plan) | {"versie": plan.versie},
        "akkoordkeuzes": AKKOORD,
        "akkoord_in_woorden": handelingsplandocument.akkoord_in_woorden(plan),
        "hulp_gevraagd_op": plan.hulp_gevraagd_op,
        "vandaag": vandaag(),
    }
