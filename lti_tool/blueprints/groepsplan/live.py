"""What the plan's page asks every few seconds: did anything change, and who is here."""

from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.groepsplan import scherm
from lti_tool.extensions import db
from lti_tool.models.sqlite import gaat_schrijven
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.groep import aanwezigheid, cycli
from lti_tool.services.groepsplan import planlezen, planstempel
from lti_tool.services.groepsplan.planbeeld import Planbeeld
from lti_tool.weergave import datum

_PLAATS_LANGSTE = 40


def registreer(bp: Blueprint) -> None:
    """Hang this address under the plan's."""
    bp.add_url_rule("/live", view_func=live, methods=["GET"])


@vereist(Recht.PLAN_BEKIJKEN)
def live(groep_id: int) -> ResponseReturnValue:
    """?stempel= of what the page knows, ?plaats= the field with its cursor. All texts when it changed."""
    bezoeker = huidige_bezoeker()
    cyclus = cycli.kies(db.session(), pagina.groep_van(bezoeker), None)
    plan = planlezen.van_cyclus(db.session(), cyclus)
    stempel = planstempel.stempel(db.session(), cyclus, plan) if plan else ""
    hier = aanwezigheid.anderen(db.session(), groep_id, bezoeker.persoon.id)
    antwoord: dict[str, Any] = {
        "stempel": stempel,
        "aanwezig": [{"naam": naam, "plaats": plaats} for naam, plaats in hier],
    }
    if stempel != request.args.get("stempel", ""):
        beeld = planlezen.lees(db.session(), cyclus)
        antwoord |= _nieuws(beeld) if beeld else {}
    _meld(groep_id, bezoeker.persoon.id)
    return jsonify(antwoord)


def _nieuws(beeld: Planbeeld) -> dict[str, Any]:
    velden = {
        f"v{rij.id}-{veld.veld}": {"waarde": veld.waarde, "versie": veld.versie, "door": veld.door}
        for rij in beeld.rijen
        for veld in rij.velden.values()
    }
    doelen = {
        f"d{doel.id}": {
            "tekst": doel.tekst,
            "maat": doel.maat,
            "wanneer": datum(doel.voor_wanneer) if doel.voor_wanneer else "",
            "versie": doel.versie,
            "door": doel.door,
        }
        for rij in beeld.rijen
        for doel in rij.doelen
    }
    maat = scherm.maat(beeld)
    return {
        "velden": velden,
        "doelen": doelen,
        "vorm": scherm.vormstempel(beeld),
        "maat": {"procent": maat.procent, "zin": maat.zin, "vol": maat.bladen > 1},
    }


def _meld(groep_id: int, persoon_id: int) -> None:
    """Presence; only when there is something to write."""
    plaats = request.args.get("plaats", "")[:_PLAATS_LANGSTE]
    if aanwezigheid.is_vers(db.session(), groep_id, persoon_id, plaats):
        return
    db.session.commit()
    with gaat_schrijven():
        aanwezigheid.meld(db.session(), groep_id, persoon_id, plaats)
        db.session.commit()
