"""Where a page deposits what it could not save: write-only, by signed proof, without a visit."""

from typing import Any

from flask import Blueprint, abort, jsonify, request
from flask.typing import ResponseReturnValue

from lti_tool.extensions import db
from lti_tool.security import kladbewijs
from lti_tool.services import klad, paginaklad
from lti_tool.services.klad import Kladcel
from lti_tool.services.paginaklad import Kladveld

bp = Blueprint("klad", __name__)


@bp.post("/klad")
def bewaar() -> ResponseReturnValue:
    """JSON {"token": proof, "cellen": [{"regel_id", "kolom_id", "waarde", "versie"}]}."""
    token, cellen = _lees("cellen")
    persoon_id, groep_id = kladbewijs.lees(token)
    klad.leg_weg(db.session(), persoon_id, groep_id, [_cel(cel) for cel in cellen])
    db.session.commit()
    return jsonify(bewaard=len(cellen))


@bp.post("/klad/pagina")
def bewaar_pagina() -> ResponseReturnValue:
    """JSON {"token": proof, "velden": [{"plaats", "waarde", "versie"}]}."""
    token, velden = _lees("velden")
    persoon_id, cyclus_id, pagina = kladbewijs.lees_pagina(token)
    paginaklad.leg_weg(db.session(), persoon_id, cyclus_id, pagina, [_veld(veld) for veld in velden])
    db.session.commit()
    return jsonify(bewaard=len(velden))


@bp.delete("/klad/pagina")
def ruim_op() -> ResponseReturnValue:
    """JSON {"token": proof, "plaatsen": [text]}: these were saved after all, or are let go."""
    token, plaatsen = _lees("plaatsen")
    if not all(isinstance(plaats, str) for plaats in plaatsen):
        abort(400)
    persoon_id, cyclus_id, pagina = kladbewijs.lees_pagina(token)
    paginaklad.ruim_op(db.session(), persoon_id, cyclus_id, pagina, plaatsen)
    db.session.commit()
    return jsonify(weg=len(plaatsen))


def _lees(lijst: str) -> tuple[str, list[Any]]:
    """The proof and the list with this name; 400 when the body is anything else."""
    gegevens = request.get_json()
    if not isinstance(gegevens, dict):
        abort(400)
    token, inhoud = gegevens.get("token"), gegevens.get(lijst)
    if not isinstance(token, str) or not isinstance(inhoud, list):
        abort(400)
    return token, inhoud


def _veld(gegevens: Any) -> Kladveld:
    if not isinstance(gegevens, dict):
        abort(400)
    plaats, waarde, versie = (gegevens.get(naam) for naam in ("plaats", "waarde", "versie"))
    if not isinstance(plaats, str) or not isinstance(waarde, str):
        abort(400)
    return Kladveld(plaats, waarde, _getal(versie))


def _cel(gegevens: Any) -> Kladcel:
    if not isinstance(gegevens, dict):
        abort(400)
    waarde = gegevens.get("waarde")
    if not isinstance(waarde, str):
        abort(400)
    regel_id, kolom_id, versie = (_getal(gegevens.get(naam)) for naam in ("regel_id", "kolom_id", "versie"))
    return Kladcel(regel_id, kolom_id, waarde, versie)


def _getal(waarde: Any) -> int:
    """A number; 400 for anything else."""
    # bool is an int in Python, and no number in JSON
    if type(waarde) is not int:
        abort(400)
    return int(waarde)
