"""The log of a plan: quick to write after a lesson, read by everyone who teaches the group."""

from datetime import date
from typing import Any

from flask import Blueprint, abort, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.klad import paginas as kladpaginas
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Lognotitie
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import cycli
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.groepsplan.planbeeld import Planbeeld
from lti_tool.services.tijd import SCHOOLTIJD, vandaag
from lti_tool.services.uitvoering import logboek, lognotities
from lti_tool.services.uitvoering.logboek import SOORTEN
from lti_tool.services.uitvoering.lognotities import Notitieinvoer

bp = Blueprint("logboek", __name__, url_prefix="/groep/<int:groep_id>/plan/logboek")


@bp.get("")
@vereist(Recht.PLAN_BEKIJKEN)
def toon(groep_id: int) -> ResponseReturnValue:
    """The form for a note and what was written; ?rij=, ?leerling= and ?soort= choose from it.

    With the head X-Fragment only the notes.
    """
    bezoeker = huidige_bezoeker()
    cyclus = pagina.cyclus_of_inrichten(pagina.groep_van(bezoeker))
    gekozen = _filter()
    lijst = {
        "notities": logboek.lees(db.session(), cyclus, **gekozen),
        "gefilterd": any(gekozen.values()),
        "soorten": SOORTEN,
        "ik": bezoeker.persoon.id,
        "mag": _mag(bezoeker, cyclus),
    }
    if request.headers.get("X-Fragment") == "1":
        return render_template("logboek/_lijst.html", groep={"id": groep_id}, **lijst)
    plan = planlezen.lees(db.session(), cyclus)
    return render_template(
        "logboek/logboek.html",
        **pagina.context(bezoeker, cyclus, onderdeel="logboek"),
        **lijst,
        plan=plan is not None,
        plan_url=_plan_url(bezoeker, groep_id),
        delen=_delen(plan),
        leerlingen=logboek.leerlingen(db.session(), cyclus),
        gekozen=gekozen,
        rij=gekozen["planregel_id"] or logboek.laatste_rij(db.session(), cyclus, bezoeker.persoon),
        vandaag=vandaag(),
        klad=kladpaginas.gegevens(bezoeker, cyclus, "logboek"),
        ouder={} if "cyclus" not in request.args else {"cyclus": cyclus.volgnummer},
    )


@bp.post("")
@vereist(Recht.LOG_TOEVOEGEN)
def schrijf(groep_id: int) -> ResponseReturnValue:
    """JSON {"planregel_id", "regel_id", "soort", "tekst", "dag"}: one more note."""
    bezoeker, cyclus = _plaats()
    notitie = lognotities.voeg_toe(db.session(), cyclus, _invoer(), bezoeker.persoon)
    return _antwoord(notitie)


@bp.put("/<int:notitie_id>")
@vereist(Recht.LOG_TOEVOEGEN)
def wijzig(groep_id: int, notitie_id: int) -> ResponseReturnValue:
    """The same, with "versie": an own note over the version that was seen."""
    bezoeker, cyclus = _plaats()
    versie, invoer = lees_json(versie=int)["versie"], _invoer()
    notitie = lognotities.zoek_eigen(db.session(), cyclus, notitie_id, bezoeker.persoon)
    lognotities.wijzig(db.session(), cyclus, notitie, invoer, versie, bezoeker.persoon)
    return _antwoord(notitie)


@bp.delete("/<int:notitie_id>")
@vereist(Recht.LOG_TOEVOEGEN)
def verwijder(groep_id: int, notitie_id: int) -> ResponseReturnValue:
    """JSON {"versie"}: an own note away for good; sending it again brings it back."""
    bezoeker, cyclus = _plaats()
    versie = lees_json(versie=int)["versie"]
    notitie = lognotities.zoek_eigen(db.session(), cyclus, notitie_id, bezoeker.persoon)
    lognotities.verwijder(db.session(), cyclus, notitie, versie, bezoeker.persoon)
    db.session.commit()
    return jsonify(weg=notitie_id)


def _invoer() -> Notitieinvoer:
    gegevens = lees_json(soort=str, tekst=str, dag=str)
    for veld in ("planregel_id", "regel_id"):
        # bool is an int in Python, and no number in JSON
        if veld not in gegevens or type(gegevens[veld]) not in (int, type(None)):
            abort(400)
    try:
        dag = date.fromisoformat(gegevens["dag"])
    except ValueError:
        raise OngeldigeWaarde("Kies een dag.") from None
    return Notitieinvoer(
        gegevens["planregel_id"], gegevens["regel_id"], gegevens["soort"], gegevens["tekst"], dag
    )


def _antwoord(notitie: Lognotitie) -> ResponseReturnValue:
    op = notitie.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M")
    antwoord = {"id": notitie.id, "versie": notitie.versie, "op": op}
    db.session.commit()
    return jsonify(antwoord)


def _filter() -> dict[str, Any]:
    soort = request.args.get("soort", "")
    return {
        "planregel_id": request.args.get("rij", type=int),
        "regel_id": request.args.get("leerling", type=int),
        "soort": soort if soort in SOORTEN else "",
    }


def _delen(plan: Planbeeld | None) -> list[dict[str, Any]]:
    """The rows of the plan to choose from, part by part, each with its pupils (rows of the overview)."""
    return [
        {
            "naam": naam,
            "rijen": [
                {
                    "id": rij.id,
                    "naam": rij.naam,
                    # of the whole group is everyone
                    "leerlingen": [] if rij.soort == "basis" else [ll.regel_id for ll in rij.leerlingen],
                }
                for rij in rijen
            ],
        }
        for naam, rijen in (plan.delen if plan else ())
        if rijen
    ]


def _plan_url(bezoeker: Bezoeker, groep_id: int) -> str:
    mag = bezoeker.mag(Recht.PLAN_BEWERKEN)
    return url_for("groepsplan.toon", groep_id=groep_id) if mag else ""


def _mag(bezoeker: Bezoeker, cyclus: Cyclus) -> bool:
    return bezoeker.mag(Recht.LOG_TOEVOEGEN) and cyclus.gesloten_op is None


def _plaats() -> tuple[Bezoeker, Cyclus]:
    bezoeker = huidige_bezoeker()
    return bezoeker, cycli.kies(db.session(), pagina.groep_van(bezoeker), None)
