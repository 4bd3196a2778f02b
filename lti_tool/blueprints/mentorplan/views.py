"""The mentor's plan in the subject group, with the teacher's answer; a subject's plan for the mentor."""

from typing import Any

from flask import Blueprint, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.klad import paginas as kladpaginas
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.groep import cycli, groepen
from lti_tool.services.groepsplan import mentorplannen, vakantwoorden
from lti_tool.services.groepsplan.mentorplannen import Mentorplan
from lti_tool.services.tijd import SCHOOLTIJD

bp = Blueprint("mentorplan", __name__, url_prefix="/groep/<int:groep_id>")


@bp.get("/plan/mentor")
@vereist(Recht.MENTORPLAN_BEANTWOORDEN)
def toon(groep_id: int) -> ResponseReturnValue:
    """What the plans of the mentors mean for this subject, for its own pupils."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    plannen = mentorplannen.van_vakgroep(db.session(), groep)
    cyclus = cycli.kies(db.session(), groep, None)
    return render_template(
        "mentorplan/mentorplan.html",
        **pagina.context(bezoeker, cyclus, onderdeel="mentorplan"),
        klad=kladpaginas.gegevens(bezoeker, cyclus, "mentorplan"),
        plannen=[_plan(plan, groep_id) for plan in plannen],
    )


@bp.put("/plan/mentor/<int:plan_id>/antwoord")
@vereist(Recht.MENTORPLAN_BEANTWOORDEN)
def bewaar(groep_id: int, plan_id: int) -> ResponseReturnValue:
    """JSON {"tekst", "versie": the version that the writer saw, 0 when nothing stood there}."""
    gegevens = lees_json(tekst=str, versie=int)
    bezoeker = huidige_bezoeker()
    antwoord = vakantwoorden.bewaar(
        db.session(),
        pagina.groep_van(bezoeker),
        plan_id,
        gegevens["tekst"],
        gegevens["versie"],
        bezoeker.persoon,
    )
    uitvoer = {
        "tekst": antwoord.tekst,
        "versie": antwoord.versie,
        "door": bezoeker.persoon.naam,
        "op": antwoord.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M") if antwoord.versie else "",
    }
    db.session.commit()
    return jsonify(uitvoer)


@bp.get("/vakplan/<int:vakgroep_id>")
@vereist(Recht.VAKOVERZICHT_BEKIJKEN)
def vakplan(groep_id: int, vakgroep_id: int) -> ResponseReturnValue:
    """The mentor reads the plan of a subject, for the pupils of the class only."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    vakgroep, cyclus, beeld = mentorplannen.vakplan(db.session(), groep, vakgroep_id)
    return render_template(
        "mentorplan/vakplan.html",
        **pagina.context(bezoeker, cycli.huidige(db.session(), groep), actief="start"),
        vak=groepen.naam(vakgroep),
        vakcyclus=cyclus,
        beeld=beeld,
        overzicht_url=url_for("overzicht.vak", groep_id=groep_id, vakgroep_id=vakgroep_id),
    )


def _plan(plan: Mentorplan, groep_id: int) -> dict[str, Any]:
    antwoord = plan.antwoord
    url = ""
    if plan.beeld is not None and plan.cyclus.gesloten_op is None:
        url = url_for("mentorplan.bewaar", groep_id=groep_id, plan_id=plan.beeld.plan.id)
    return {
        "naam": plan.naam,
        "gedeeld": plan.gedeeld,
        "plan": plan.plan,
        "beeld": plan.beeld,
        "gesloten": plan.cyclus.gesloten_op is not None,
        "tekst": antwoord.tekst if antwoord else "",
        "versie": antwoord.versie if antwoord else 0,
        "url": url,
    }
