"""Rows of the plan: added, taken out, moved, and filled up with what is new. JSON in and out."""

from flask import Blueprint, abort, jsonify
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import cycli
from lti_tool.services.groepsplan import planaanvulling, planlezen, planrijen


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the plan's."""
    bp.add_url_rule("/rij", view_func=nieuwe_rij, methods=["POST"])
    bp.add_url_rule("/rij/<int:planregel_id>", view_func=rij_weg, methods=["DELETE"])
    bp.add_url_rule("/rij/<int:planregel_id>/terug", view_func=rij_terug, methods=["PUT"])
    bp.add_url_rule("/rij/<int:planregel_id>/plek", view_func=rij_plek, methods=["PUT"])
    aanvulling = "/rij/<int:planregel_id>/aanvulling"
    bp.add_url_rule(aanvulling, view_func=aanvullen, methods=["PUT"])
    bp.add_url_rule(aanvulling, view_func=niet_aanvullen, methods=["DELETE"])
    bp.add_url_rule(f"{aanvulling}/terug", view_func=weer_aanbieden, methods=["PUT"])


@vereist(Recht.PLAN_BEWERKEN)
def nieuwe_rij(groep_id: int) -> ResponseReturnValue:
    """JSON {"soort": "subgroep" | "leerling" | "basis", "id": subgroup or row of the overview, "domein"}."""
    gegevens = lees_json(soort=str, id=int, domein=str)
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    plan = planlezen.zoek_plan(db.session(), groep, cycli.kies(db.session(), groep, None))
    soort, door = gegevens["soort"], bezoeker.persoon
    if soort == "subgroep":
        rij = planrijen.voeg_subgroep_toe(db.session(), plan, gegevens["id"], door)
    elif soort == "leerling":
        rij = planrijen.voeg_leerling_toe(db.session(), plan, gegevens["id"], gegevens["domein"], door)
    elif soort == "basis":
        rij = planrijen.voeg_basis_toe(db.session(), plan, gegevens["domein"], door)
    else:
        raise OngeldigeWaarde("Deze soort rij is er niet.")
    antwoord = {"id": rij.id}
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.PLAN_BEWERKEN)
def rij_weg(groep_id: int, planregel_id: int) -> ResponseReturnValue:
    """Take a row out; what hangs on it is kept, and it can come back."""
    bezoeker = huidige_bezoeker()
    _, resultaten = planrijen.haal_weg(
        db.session(), pagina.groep_van(bezoeker), planregel_id, bezoeker.persoon
    )
    db.session.commit()
    return jsonify(resultaten=resultaten)


@vereist(Recht.PLAN_BEWERKEN)
def rij_terug(groep_id: int, planregel_id: int) -> ResponseReturnValue:
    """Undo of taking a row out."""
    bezoeker = huidige_bezoeker()
    planrijen.zet_terug(db.session(), pagina.groep_van(bezoeker), planregel_id, bezoeker.persoon)
    db.session.commit()
    return jsonify(id=planregel_id)


@vereist(Recht.PLAN_BEWERKEN)
def rij_plek(groep_id: int, planregel_id: int) -> ResponseReturnValue:
    """JSON {"richting": -1 or 1}: one place up or down in its part."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    planlezen.zoek_regel(db.session(), groep, planregel_id)
    richting = lees_json(richting=int)["richting"]
    planrijen.verplaats(db.session(), groep, planregel_id, richting, bezoeker.persoon)
    db.session.commit()
    return jsonify(id=planregel_id)


@vereist(Recht.PLAN_BEWERKEN)
def aanvullen(groep_id: int, planregel_id: int) -> ResponseReturnValue:
    """Put what is new in needs and clustering into the row, under what stands there."""
    bezoeker = huidige_bezoeker()
    planaanvulling.neem_over(db.session(), pagina.groep_van(bezoeker), planregel_id, bezoeker.persoon)
    db.session.commit()
    return jsonify(id=planregel_id)


@vereist(Recht.PLAN_BEWERKEN)
def niet_aanvullen(groep_id: int, planregel_id: int) -> ResponseReturnValue:
    """Leave it out; the answer names what was left out, for the undo."""
    groep = pagina.groep_van(huidige_bezoeker())
    merken = planaanvulling.laat_weg(db.session(), groep, planregel_id)
    db.session.commit()
    return jsonify(merken=merken)


@vereist(Recht.PLAN_BEWERKEN)
def weer_aanbieden(groep_id: int, planregel_id: int) -> ResponseReturnValue:
    """JSON {"merken": [...]}: undo of leaving out."""
    merken = lees_json(merken=list)["merken"]
    if not all(isinstance(merk, str) for merk in merken):
        abort(400)
    planaanvulling.bied_weer_aan(db.session(), pagina.groep_van(huidige_bezoeker()), planregel_id, merken)
    db.session.commit()
    return jsonify(id=planregel_id)
