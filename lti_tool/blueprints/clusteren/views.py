"""The board on which pupils with comparable needs are put together, a domain at a time."""

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.clusteren import groepsgewijs, plaatsen, punten, scherm
from lti_tool.extensions import db
from lti_tool.models.sqlite import gaat_schrijven
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.groep import aanwezigheid
from lti_tool.services.overzicht import nieuws

bp = Blueprint("clusteren", __name__, url_prefix="/groep/<int:groep_id>/clusteren")
plaatsen.registreer(bp)
groepsgewijs.registreer(bp)
punten.registreer(bp)

_PLAATS = "clusteren"


@bp.get("")
@vereist(Recht.PLAN_BEKIJKEN)
def bord(groep_id: int) -> ResponseReturnValue:
    """The board of one domain: ?domein=, ?groepen= for more proposals; X-Fragment: only the board."""
    bezoeker = huidige_bezoeker()
    cyclus = pagina.cyclus_of_inrichten(pagina.groep_van(bezoeker))
    if request.headers.get("X-Fragment") == "1":
        return scherm.fragment(bezoeker, cyclus)
    return render_template(
        "clusteren/clusteren.html",
        **pagina.context(bezoeker, cyclus, onderdeel="clusteren"),
        **scherm.context(bezoeker, cyclus),
    )


@bp.get("/live")
@vereist(Recht.PLAN_BEKIJKEN)
def live(groep_id: int) -> ResponseReturnValue:
    """The number of the group's newest change, and who else is here: the page asks every few seconds."""
    persoon_id = huidige_bezoeker().persoon.id
    hier = aanwezigheid.anderen(db.session(), groep_id, persoon_id)
    antwoord = {
        "laatste": nieuws.laatste(db.session(), groep_id),
        "aanwezig": [naam for naam, _ in hier],
    }
    if not aanwezigheid.is_vers(db.session(), groep_id, persoon_id, _PLAATS):
        db.session.commit()
        with gaat_schrijven():
            aanwezigheid.meld(db.session(), groep_id, persoon_id, _PLAATS)
            db.session.commit()
    return jsonify(antwoord)
