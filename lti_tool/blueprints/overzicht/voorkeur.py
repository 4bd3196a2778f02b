"""Keeping how somebody likes to see the overview."""

from flask import Blueprint, abort, jsonify, request
from flask.typing import ResponseReturnValue

from lti_tool.extensions import db
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.overzicht import voorkeuren


def registreer(bp: Blueprint) -> None:
    """Hang this address under the group's."""
    bp.add_url_rule("/voorkeur", view_func=voorkeur, methods=["PUT"])


@vereist(Recht.OVERZICHT_BEKIJKEN)
def voorkeur(groep_id: int) -> ResponseReturnValue:
    """JSON {"filter", "sorteer", "verborgen": [column keys], "vorige"}."""
    gegevens = request.get_json()
    if not isinstance(gegevens, dict):
        abort(400)
    voorkeuren.bewaar(db.session(), huidige_bezoeker().persoon.id, groep_id, gegevens)
    db.session.commit()
    return jsonify(bewaard=True)
