"""Looking back on a plan: the page like the plan, and what its scripts save. JSON in and out."""

from dataclasses import asdict
from typing import Any

from flask import Blueprint, abort, jsonify, render_template
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.evaluatie import scherm
from lti_tool.blueprints.klad import paginas as kladpaginas
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.models import Doelresultaat, Planevaluatie, nu
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.evaluatie import allenzetten, doelresultaten, rijevaluatie
from lti_tool.services.evaluatie.allenzetten import Gezet
from lti_tool.services.evaluatie.doelresultaten import Doelplaats, Uitslag
from lti_tool.services.evaluatie.rijevaluatie import VELDNAMEN, Rijuitslag
from lti_tool.services.tijd import SCHOOLTIJD

bp = Blueprint("evaluatie", __name__, url_prefix="/groep/<int:groep_id>/plan/evaluatie")
_DOEL = "/doel/<int:plandoel_id>"


@bp.get("")
@vereist(Recht.PLAN_BEKIJKEN)
def toon(groep_id: int) -> ResponseReturnValue:
    """The plan of one cycle with what became of it."""
    bezoeker = huidige_bezoeker()
    cyclus = pagina.cyclus_of_inrichten(pagina.groep_van(bezoeker))
    return render_template(
        "evaluatie/evaluatie.html",
        **pagina.context(bezoeker, cyclus, onderdeel="evaluatie"),
        **scherm.context(bezoeker, cyclus),
        klad=kladpaginas.gegevens(bezoeker, cyclus, "evaluatie"),
    )


@bp.put("/rij/<int:planregel_id>")
@vereist(Recht.PLAN_BEWERKEN)
def bewaar_rij(groep_id: int, planregel_id: int) -> ResponseReturnValue:
    """JSON of Rijuitslag and "versie": how a row went, over the version that was seen."""
    gegevens = lees_json(versie=int, **dict.fromkeys(VELDNAMEN, str))
    bezoeker = huidige_bezoeker()
    plaats = rijevaluatie.zoek(db.session(), pagina.groep_van(bezoeker), planregel_id)
    uitslag = Rijuitslag(**{veld: gegevens[veld] for veld in VELDNAMEN})
    rij = rijevaluatie.bewaar(db.session(), plaats, uitslag, gegevens["versie"], bezoeker.persoon)
    antwoord = asdict(rijevaluatie.uitslag_van(rij)) | _stand(rij)
    db.session.commit()
    return jsonify(antwoord)


@bp.put(f"{_DOEL}/<int:regel_id>")
@vereist(Recht.PLAN_BEWERKEN)
def bewaar_uitslag(groep_id: int, plandoel_id: int, regel_id: int) -> ResponseReturnValue:
    """JSON of Uitslag and "versie": what became of a goal for one pupil, over the version that was seen."""
    gegevens = lees_json(resultaat=str, oorzaak=str, toelichting=str, versie=int)
    plaats = _plaats(plandoel_id)
    uitslag = Uitslag(gegevens["resultaat"], gegevens["oorzaak"], gegevens["toelichting"])
    rij = doelresultaten.bewaar(
        db.session(), plaats, regel_id, uitslag, gegevens["versie"], huidige_bezoeker().persoon
    )
    antwoord = asdict(doelresultaten.uitslag_van(rij)) | _stand(rij)
    db.session.commit()
    return jsonify(antwoord)


@bp.post(f"{_DOEL}/allen")
@vereist(Recht.PLAN_BEWERKEN)
def zet_allen(groep_id: int, plandoel_id: int) -> ResponseReturnValue:
    """JSON {"resultaat", "ook_gezette"}: the same for every pupil of the goal; answers what undo needs."""
    gegevens = lees_json(resultaat=str, ook_gezette=bool)
    plaats = _plaats(plandoel_id)
    allen = allenzetten.zet_allen(
        db.session(),
        plaats,
        gegevens["resultaat"],
        huidige_bezoeker().persoon,
        ook_gezette=gegevens["ook_gezette"],
    )
    antwoord = {
        "gezet": [asdict(rij) for rij in allen.gezet],
        "gebleven": allen.gebleven,
        "uitslagen": [_uitslag(rij) for rij in doelresultaten.van_doel(db.session(), plandoel_id)],
        "op": _nu(),
    }
    db.session.commit()
    return jsonify(antwoord)


@bp.post(f"{_DOEL}/terug")
@vereist(Recht.PLAN_BEWERKEN)
def neem_terug(groep_id: int, plandoel_id: int) -> ResponseReturnValue:
    """JSON {"gezet": as zet_allen answered}: undo, except where somebody went on."""
    gezet = _gezet(lees_json(gezet=list)["gezet"])
    plaats = _plaats(plandoel_id)
    allenzetten.neem_terug(db.session(), plaats, gezet, huidige_bezoeker().persoon)
    antwoord = {
        "uitslagen": [_uitslag(rij) for rij in doelresultaten.van_doel(db.session(), plandoel_id)],
        "op": _nu(),
    }
    db.session.commit()
    return jsonify(antwoord)


def _plaats(plandoel_id: int) -> Doelplaats:
    return doelresultaten.zoek(db.session(), pagina.groep_van(huidige_bezoeker()), plandoel_id)


def _gezet(rijen: list[Any]) -> list[Gezet]:
    soorten = {"regel_id": int, "versie": int, "was": str}
    for rij in rijen:
        # bool is an int in Python, and no number in JSON
        if not isinstance(rij, dict) or any(
            type(rij.get(veld)) is not soort for veld, soort in soorten.items()
        ):
            abort(400)
    return [Gezet(rij["regel_id"], rij["versie"], rij["was"]) for rij in rijen]


def _uitslag(rij: Doelresultaat) -> dict[str, Any]:
    return asdict(doelresultaten.uitslag_van(rij)) | {"regel_id": rij.regel_id, "versie": rij.versie}


def _stand(rij: Doelresultaat | Planevaluatie) -> dict[str, Any]:
    return {"versie": rij.versie, "op": _nu()}


def _nu() -> str:
    return nu().astimezone(SCHOOLTIJD).strftime("%H:%M")
