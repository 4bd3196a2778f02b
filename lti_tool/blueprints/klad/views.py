"""Where a page deposits what it could not save: write-only, by signed proof, without a visit."""

from typing import Any

from flask import Blueprint, abort, jsonify, request
from flask.typing import ResponseReturnValue

from lti_tool.extensions import db
from lti_tool.security import kladbewijs
from lti_tool.services import klad
from lti_tool.services.groepsplan import planklad
from lti_tool.services.groepsplan.planklad import Kladveld
from lti_tool.services.klad import Kladcel

bp = Blueprint("klad", __name__)


@bp.post("/klad")
def bewaar() -> ResponseReturnValue:
    """JSON {"token": proof, "cellen": [{"regel_id", "kolom_id", "waarde", "versie"}]}.

    Or of a plan: {"token", "plan_id", "velden": [{"plaats", "waarde", "versie"}]}.
    """
    gegevens = request.get_json()
    if not isinstance(gegevens, dict) or not isinstance(gegevens.get("token"), str):
        abort(400)
    persoon_id, groep_id = kladbewijs.lees(gegevens["token"])
    if "plan_id" in gegevens:
        return _bewaar_plan(persoon_id, groep_id, gegevens)
    cellen = gegevens.get("cellen")
    if not isinstance(cellen, list):
        abort(400)
    klad.leg_weg(db.session(), persoon_id, groep_id, [_cel(cel) for cel in cellen])
    db.session.commit()
    return jsonify(bewaard=len(cellen))


def _bewaar_plan(persoon_id: int, groep_id: int, gegevens: dict[str, Any]) -> ResponseReturnValue:
    plan_id, velden = gegevens["plan_id"], gegevens.get("velden")
    if type(plan_id) is not int or not isinstance(velden, list):
        abort(400)
    planklad.leg_weg(db.session(), persoon_id, groep_id, plan_id, [_veld(veld) for veld in velden])
    db.session.commit()
    return jsonify(bewaard=len(velden))


def _veld(gegevens: Any) -> Kladveld:
    if not isinstance(gegevens, dict):
        abort(400)
    plaats, waarde, versie = (gegevens.get(naam) for naam in ("plaats", "waarde", "versie"))
    if not isinstance(plaats, str) or not isinstance(waarde, str) or type(versie) is not int:
        abort(400)
    return Kladveld(plaats, waarde, int(str(versie)))


def _cel(gegevens: Any) -> Kladcel:
    if not isinstance(gegevens, dict):
        abort(400)
    getallen = [gegevens.get(naam) for naam in ("regel_id", "kolom_id", "versie")]
    waarde = gegevens.get("waarde")
    # bool is an int in Python, and no number in JSON
    if not isinstance(waarde, str) or any(type(getal) is not int for getal in getallen):
        abort(400)
    regel_id, kolom_id, versie = (int(str(getal)) for getal in getallen)
    return Kladcel(regel_id, kolom_id, waarde, versie)
