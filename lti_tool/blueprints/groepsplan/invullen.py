"""What the plan's scripts send about its head, fields and goals. JSON in and out."""

from datetime import date
from typing import Any

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.hgw.dagen import lees_dag
from lti_tool.hgw.smart import bekijk_doel
from lti_tool.models import Cyclus, Plandoel, Versie
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import cycli
from lti_tool.services.groepsplan import plandoelen, planlezen, plannen
from lti_tool.services.groepsplan.plandoelen import Plandoelinvoer
from lti_tool.services.groepsplan.plannen import Kopinvoer
from lti_tool.services.tijd import SCHOOLTIJD
from lti_tool.weergave import datum


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the plan's."""
    bp.add_url_rule("/kop", view_func=kop, methods=["PUT"])
    bp.add_url_rule("/rij/<int:planregel_id>/veld/<veld>", view_func=veld, methods=["PUT"])
    bp.add_url_rule("/rij/<int:planregel_id>/doel", view_func=nieuw_doel, methods=["POST"])
    bp.add_url_rule("/doel/<int:plandoel_id>", view_func=doel, methods=["PUT"])
    bp.add_url_rule("/doel/<int:plandoel_id>", view_func=doel_weg, methods=["DELETE"])
    bp.add_url_rule("/doel/<int:plandoel_id>/terug", view_func=doel_terug, methods=["PUT"])
    bp.add_url_rule("/doel/<int:plandoel_id>/plek", view_func=doel_plek, methods=["PUT"])


@vereist(Recht.PLAN_BEWERKEN)
def kop(groep_id: int) -> ResponseReturnValue:
    """JSON {"vorm", "differentiatie", "papier", "evaluatie_op", "halverwege", "versie"}: the whole head."""
    gegevens = lees_json(
        vorm=str, differentiatie=str, papier=str, evaluatie_op=str, halverwege=str, versie=int
    )
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = cycli.kies(db.session(), groep, None)
    invoer = Kopinvoer(
        gegevens["vorm"],
        gegevens["differentiatie"],
        gegevens["papier"],
        _dag(gegevens["evaluatie_op"], cyclus),
        _dag(gegevens["halverwege"], cyclus),
    )
    plan = plannen.bewaar_kop(db.session(), groep, cyclus, invoer, gegevens["versie"], bezoeker.persoon)
    antwoord = bewaard(plan)
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.PLAN_BEWERKEN)
def veld(groep_id: int, planregel_id: int, veld: str) -> ResponseReturnValue:
    """JSON {"waarde": text, "versie": the version that the writer saw}."""
    gegevens = lees_json(waarde=str, versie=int)
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    rij = plannen.bewaar_veld(
        db.session(),
        groep,
        planregel_id,
        veld,
        gegevens["waarde"],
        gegevens["versie"],
        bezoeker.persoon,
    )
    antwoord = bewaard(rij) | {"waarde": rij.waarde}
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.PLAN_BEWERKEN)
def nieuw_doel(groep_id: int, planregel_id: int) -> ResponseReturnValue:
    """JSON {"tekst", "maat", "wanneer"}: a goal more in this row."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = planlezen.zoek_regel(db.session(), groep, planregel_id).plan.cyclus
    gegevens = lees_json(tekst=str, maat=str, wanneer=str)
    nieuw = plandoelen.voeg_toe(db.session(), groep, planregel_id, _doel(gegevens, cyclus), bezoeker.persoon)
    antwoord = bewaard(nieuw) | _als_gegevens(nieuw) | {"id": nieuw.id}
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.PLAN_BEWERKEN)
def doel(groep_id: int, plandoel_id: int) -> ResponseReturnValue:
    """JSON {"tekst", "maat", "wanneer", "versie"}: the whole goal over the version that was seen."""
    gegevens = lees_json(tekst=str, maat=str, wanneer=str, versie=int)
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    _, cyclus = plandoelen.zoek(db.session(), groep, plandoel_id)
    gewijzigd = plandoelen.bewaar(
        db.session(),
        groep,
        plandoel_id,
        _doel(gegevens, cyclus),
        gegevens["versie"],
        bezoeker.persoon,
    )
    antwoord = bewaard(gewijzigd) | _als_gegevens(gewijzigd) | {"smart": _opmerkingen(gewijzigd, cyclus)}
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.PLAN_BEWERKEN)
def doel_weg(groep_id: int, plandoel_id: int) -> ResponseReturnValue:
    """Take a goal out; its results are kept, and it can come back."""
    bezoeker = huidige_bezoeker()
    _, resultaten = plandoelen.haal_weg(
        db.session(), pagina.groep_van(bezoeker), plandoel_id, bezoeker.persoon
    )
    db.session.commit()
    return jsonify(resultaten=resultaten)


@vereist(Recht.PLAN_BEWERKEN)
def doel_terug(groep_id: int, plandoel_id: int) -> ResponseReturnValue:
    """Undo of taking a goal out."""
    bezoeker = huidige_bezoeker()
    plandoelen.zet_terug(db.session(), pagina.groep_van(bezoeker), plandoel_id, bezoeker.persoon)
    db.session.commit()
    return jsonify(id=plandoel_id)


@vereist(Recht.PLAN_BEWERKEN)
def doel_plek(groep_id: int, plandoel_id: int) -> ResponseReturnValue:
    """JSON {"richting": -1 or 1}: one place up or down."""
    groep = pagina.groep_van(huidige_bezoeker())
    plandoelen.zoek(db.session(), groep, plandoel_id)
    plandoelen.verplaats(db.session(), groep, plandoel_id, lees_json(richting=int)["richting"])
    db.session.commit()
    return jsonify(id=plandoel_id)


def bewaard(rij: Versie) -> dict[str, Any]:
    """Version, and when and by whom it was saved, as every save answers."""
    op = rij.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M") if rij.gewijzigd_op else ""
    return {"versie": rij.versie, "op": op, "door": huidige_bezoeker().persoon.naam}


def _als_gegevens(doel: Plandoel) -> dict[str, object]:
    """A goal as the page shows it."""
    return plandoelen.als_gegevens(doel) | {"wanneer": datum(doel.voor_wanneer) if doel.voor_wanneer else ""}


def _opmerkingen(doel: Plandoel, cyclus: Cyclus) -> list[str]:
    gevonden = bekijk_doel(doel.tekst, doel.maat, doel.voor_wanneer, (cyclus.begin, cyclus.eind), 1)
    return [f"{opmerking.gezien} {opmerking.voorstel}" for opmerking in gevonden]


def _doel(gegevens: dict[str, Any], cyclus: Cyclus) -> Plandoelinvoer:
    dag = lees_dag(gegevens["wanneer"], (cyclus.begin, cyclus.eind))
    if dag is None and gegevens["wanneer"].strip():
        raise OngeldigeWaarde("Deze datum is niet te lezen.", "bijvoorbeeld 20 november of 20-11")
    return Plandoelinvoer(gegevens["tekst"], gegevens["maat"], dag)


def _dag(tekst: str, cyclus: Cyclus) -> date | None:
    dag = lees_dag(tekst, (cyclus.begin, cyclus.eind))
    if dag is None and tekst.strip():
        raise OngeldigeWaarde("Deze datum is niet te lezen.", "bijvoorbeeld 20-11-2026")
    return dag
