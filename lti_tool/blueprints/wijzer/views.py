"""Checklists of a cycle: judged and remarked item by item, with counted facts beside them."""

from typing import Any

from flask import Blueprint, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.klad import paginas as kladpaginas
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.hgw.wijzers import AFSPRAKEN
from lti_tool.models import Cyclus, Groep, Persoon, Wijzerantwoord
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.groep import cycli
from lti_tool.services.tijd import SCHOOLTIJD
from lti_tool.services.wijzer import behoeftetelling, planwijzertelling, wijzers, wijzertelling
from lti_tool.services.wijzer.wijzers import Invulling

bp = Blueprint("wijzer", __name__, url_prefix="/groep/<int:groep_id>")


@bp.get("/kijkwijzer")
@vereist(Recht.GEGEVENS_BEKIJKEN)
def kijkwijzer(groep_id: int) -> ResponseReturnValue:
    """The checklist over the filled overview of one cycle."""
    return _toon("kijkwijzer", "wijzer.kijkwijzer")


@bp.get("/begrijpwijzer/checklist")
@vereist(Recht.GEGEVENS_BEKIJKEN)
def begrijpwijzer(groep_id: int) -> ResponseReturnValue:
    """The checklist over all needs of one cycle."""
    return _toon("begrijpwijzer", "wijzer.begrijpwijzer")


@bp.get("/plan/planwijzer")
@vereist(Recht.PLAN_BEWERKEN)
def planwijzer(groep_id: int) -> ResponseReturnValue:
    """The checklist over the groepsplan of one cycle."""
    return _toon("planwijzer", "wijzer.planwijzer")


def _toon(naam: str, endpoint: str) -> ResponseReturnValue:
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = pagina.cyclus_of_inrichten(groep)
    geteld = _geteld(naam, cyclus)
    antwoorden = wijzers.antwoorden(db.session(), cyclus, naam)
    return render_template(
        "wijzer/wijzer.html",
        **pagina.context(bezoeker, cyclus, onderdeel=naam if naam == "planwijzer" else ""),
        wijzer=wijzers.definitie(naam),
        antwoorden=antwoorden,
        geteld=geteld,
        zonder_plan=naam == "planwijzer" and not geteld,
        afspraken=antwoorden.get(AFSPRAKEN),
        beoordeeld=sum(bool(a.oordeel) for a in antwoorden.values()),
        mag=cyclus.gesloten_op is None and bezoeker.mag(Recht.OVERZICHT_BEWERKEN),
        bewaar_url=url_for("wijzer.bewaar", groep_id=groep.id, wijzer=naam, item="{item}"),
        cycli=_andere(groep, cyclus, endpoint),
        klad=kladpaginas.gegevens(bezoeker, cyclus, f"wijzer/{naam}"),
    )


def _geteld(naam: str, cyclus: Cyclus) -> dict[str, str]:
    """Item -> what can be counted beside it."""
    if naam == "begrijpwijzer":
        return behoeftetelling.tel(db.session(), cyclus)
    tel = planwijzertelling.tel if naam == "planwijzer" else wijzertelling.tel
    return tel(db.session(), cyclus, wijzers.definitie(naam))


@bp.put("/wijzer/<wijzer>/<item>")
@vereist(Recht.OVERZICHT_BEWERKEN)
def bewaar(groep_id: int, wijzer: str, item: str) -> ResponseReturnValue:
    """JSON {"oordeel": "+", "-" or "", "opmerking": text, "versie": the version that the writer saw}."""
    gegevens = lees_json(oordeel=str, opmerking=str, versie=int)
    invulling = Invulling(gegevens["oordeel"], gegevens["opmerking"], gegevens["versie"])
    bezoeker = huidige_bezoeker()
    cyclus = cycli.kies(db.session(), pagina.groep_van(bezoeker), None)
    antwoord = wijzers.bewaar(db.session(), cyclus, wijzer, item, invulling, bezoeker.persoon)
    uitvoer = _antwoord(antwoord, bezoeker.persoon)
    db.session.commit()
    return jsonify(uitvoer)


def _antwoord(antwoord: Wijzerantwoord, door: Persoon) -> dict[str, Any]:
    return {
        "oordeel": antwoord.oordeel,
        "opmerking": antwoord.opmerking,
        "versie": antwoord.versie,
        "door": door.naam,
        "op": antwoord.op.astimezone(SCHOOLTIJD).strftime("%H:%M") if antwoord.versie else "",
    }


def _andere(groep: Groep, huidige: Cyclus, endpoint: str) -> list[dict[str, Any]]:
    """The same checklist of the group's other cycles."""
    return [
        {
            "volgnummer": cyclus.volgnummer,
            "url": url_for(endpoint, groep_id=groep.id, cyclus=cyclus.volgnummer),
        }
        for cyclus in cycli.cycli(db.session(), groep)
        if cyclus.id != huidige.id
    ]
