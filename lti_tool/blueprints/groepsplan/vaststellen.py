"""Fixing a plan, taking that back, and reading it as it was."""

from flask import Blueprint, jsonify, render_template
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.extensions import db
from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import cycli
from lti_tool.services.groepsplan import planlezen, planversies


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the plan's."""
    bp.add_url_rule("/vastgesteld", view_func=vast, methods=["PUT"])
    bp.add_url_rule("/vastgesteld", view_func=weer_concept, methods=["DELETE"])
    bp.add_url_rule("/versie/<int:nummer>", view_func=versie, methods=["GET"])


@vereist(Recht.PLAN_BEWERKEN)
def vast(groep_id: int) -> ResponseReturnValue:
    """Fix the plan as it stands now."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = cycli.kies(db.session(), groep, None)
    nummer = planversies.stel_vast(db.session(), groep, cyclus, bezoeker.persoon).nummer
    db.session.commit()
    return jsonify(nummer=nummer)


@vereist(Recht.PLAN_BEWERKEN)
def weer_concept(groep_id: int) -> ResponseReturnValue:
    """Back to a draft; the fixed version stays to be read, unless nothing changed since."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = cycli.kies(db.session(), groep, None)
    ongedaan = planversies.maak_concept(db.session(), groep, cyclus, bezoeker.persoon)
    db.session.commit()
    return jsonify(ongedaan=ongedaan)


@vereist(Recht.PLAN_BEKIJKEN)
def versie(groep_id: int, nummer: int) -> ResponseReturnValue:
    """A fixed version as it was, with what became of it since. ?cyclus= for an earlier one."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = pagina.cyclus_of_inrichten(groep)
    beeld = planlezen.lees(db.session(), cyclus)
    if beeld is None:
        raise NietGevonden("Er is nog geen groepsplan in deze cyclus.")
    gevraagd = planversies.zoek(db.session(), beeld.plan, nummer)
    return render_template(
        "groepsplan/versie.html",
        **pagina.context(bezoeker, cyclus, onderdeel="plan"),
        versie=gevraagd,
        versies=planversies.lijst(db.session(), beeld.plan),
        rijen=planversies.verschillen(beeld, gevraagd),
        domeinen=DOMEIN_PER_SLEUTEL,
        cyclusvraag=None if cyclus.gesloten_op is None else cyclus.volgnummer,
    )
