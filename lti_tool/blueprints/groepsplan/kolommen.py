"""The columns of a plan: the school's newer ones taken over, and back. JSON in and out."""

from collections.abc import Callable

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from lti_tool.blueprints import pagina
from lti_tool.blueprints.groepsplan.invullen import bewaard
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Groep, Groepsplan, Persoon
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.groep import cycli
from lti_tool.services.groepsplan import plankolommen


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the plan's."""
    bp.add_url_rule("/kolommen", view_func=neem_kolommen_over, methods=["PUT"])
    bp.add_url_rule("/kolommen/terug", view_func=kolommen_terug, methods=["PUT"])


@vereist(Recht.PLAN_BEWERKEN)
def neem_kolommen_over(groep_id: int) -> ResponseReturnValue:
    """JSON {"versie": of the plan that the owner saw}: the columns that the school has now."""
    return _doe(plankolommen.neem_over)


@vereist(Recht.PLAN_BEWERKEN)
def kolommen_terug(groep_id: int) -> ResponseReturnValue:
    """JSON {"versie"}: undo, the columns that the plan had before."""
    return _doe(plankolommen.zet_terug)


def _doe(verb: Callable[[Session, Groep, Cyclus, int, Persoon], Groepsplan]) -> ResponseReturnValue:
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = cycli.kies(db.session(), groep, None)
    versie = lees_json(versie=int)["versie"]
    antwoord = bewaard(verb(db.session(), groep, cyclus, versie, bezoeker.persoon))
    db.session.commit()
    return jsonify(antwoord)
