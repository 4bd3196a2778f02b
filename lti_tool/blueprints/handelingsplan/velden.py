"""What the page of a handelingsplan saves. JSON in and out."""

from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.models import Versie
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.handelingsplan import handelingsplannen, handelingsplanvelden
from lti_tool.services.handelingsplan.handelingsplannen import Planplaats
from lti_tool.services.handelingsplan.handelingsplanvelden import Akkoord
from lti_tool.services.tijd import SCHOOLTIJD
from lti_tool.weergave import datum


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the group's."""
    basis = "/plan/handelingsplannen/<int:regel_id>"
    bp.add_url_rule(f"{basis}/veld/<veld>", view_func=bewaar_veld, methods=["PUT"])
    bp.add_url_rule(f"{basis}/akkoord", view_func=akkoord, methods=["PUT"])
    bp.add_url_rule(f"{basis}/hulp", view_func=hulp, methods=["PUT", "DELETE"])


@vereist(Recht.HANDELINGSPLAN_BEWERKEN)
def bewaar_veld(groep_id: int, regel_id: int, veld: str) -> ResponseReturnValue:
    """JSON {"waarde", "versie"}: one field over the version that was seen."""
    gegevens = lees_json(waarde=str, versie=int)
    rij = handelingsplanvelden.bewaar_veld(
        db.session(),
        _plaats(regel_id),
        veld,
        gegevens["waarde"],
        gegevens["versie"],
        huidige_bezoeker().persoon,
    )
    antwoord = {"waarde": rij.waarde} | _stand(rij)
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.HANDELINGSPLAN_BEWERKEN)
def akkoord(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """JSON {"wijze", "naam", "akkoord_op", "versie"}: how parents agreed, or that they didn't yet."""
    gegevens = lees_json(wijze=str, naam=str, akkoord_op=str, versie=int)
    plaats = _plaats(regel_id)
    handelingsplanvelden.bewaar_akkoord(
        db.session(),
        plaats,
        Akkoord(gegevens["wijze"], gegevens["naam"], gegevens["akkoord_op"]),
        gegevens["versie"],
        huidige_bezoeker().persoon,
    )
    antwoord = handelingsplanvelden.akkoordstand(plaats.plan) | _stand(plaats.plan)
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.HANDELINGSPLAN_BEWERKEN)
def hulp(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """PUT records that the care team's help was asked for, DELETE takes that back."""
    plaats = _plaats(regel_id)
    handelingsplanvelden.vraag_hulp(db.session(), plaats, request.method == "PUT", huidige_bezoeker().persoon)
    op = plaats.plan.hulp_gevraagd_op
    antwoord = {"gevraagd_op": datum(op) if op else ""}
    db.session.commit()
    return jsonify(antwoord)


def _plaats(regel_id: int) -> Planplaats:
    return handelingsplannen.zoek(db.session(), pagina.groep_van(huidige_bezoeker()), regel_id)


def _stand(rij: Versie) -> dict[str, Any]:
    """The version now, and at what time it was saved ("" when nothing ever was)."""
    op = rij.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M") if rij.versie else ""
    return {"versie": rij.versie, "op": op}
