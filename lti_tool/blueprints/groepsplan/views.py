"""The groepsplan: one sheet, opened from the needs, edited in place, fixed."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.groepsplan import invullen, kolommen, live, rijen, scherm, vaststellen
from lti_tool.blueprints.groepsplan.forms import OpenForm
from lti_tool.blueprints.klad import paginas as kladpaginas
from lti_tool.extensions import db
from lti_tool.models import Soort
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.evaluatie import planvorige
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import cycli
from lti_tool.services.groepsplan import planlezen, plannen, vakantwoorden

bp = Blueprint("groepsplan", __name__, url_prefix="/groep/<int:groep_id>/plan")
for deel in (invullen, rijen, kolommen, vaststellen, live):
    deel.registreer(bp)


@bp.get("")
@vereist(Recht.PLAN_BEKIJKEN)
def toon(groep_id: int) -> ResponseReturnValue:
    """The sheet; with the head X-Fragment only its middle. ?cyclus= for an earlier one."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = pagina.cyclus_of_inrichten(groep)
    beeld = planlezen.lees(db.session(), cyclus)
    if beeld is None or not plannen.heeft_rijen(db.session(), beeld.plan):
        return _leeg()
    context = scherm.context(bezoeker, cyclus, beeld)
    gegevens = scherm.gegevens(groep, cyclus, beeld)
    if "X-Fragment" in request.headers:
        return render_template("groepsplan/_blad.html", cyclus=cyclus, gegevens=gegevens, **context)
    return render_template(
        "groepsplan/plan.html",
        **pagina.context(bezoeker, cyclus, onderdeel="plan"),
        **context,
        gegevens=gegevens,
        klad=kladpaginas.gegevens(bezoeker, cyclus, "plan"),
        # what subject teachers answered to the mentor's plan
        vakantwoorden=vakantwoorden.van_plan(db.session(), beeld.plan)
        if groep.soort == Soort.VAKOVERSTIJGEND
        else [],
        cycli=[c for c in cycli.cycli(db.session(), groep) if c.id != cyclus.id],
    )


@bp.post("/openen")
@vereist(Recht.PLAN_BEWERKEN)
def openen(groep_id: int) -> ResponseReturnValue:
    """Fill a new plan from the needs; one that is there stays as it is."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    form = OpenForm()
    if not form.validate_on_submit():
        raise OngeldigeWaarde("Deze vorm van een groepsplan is er niet.")
    cyclus = cycli.kies(db.session(), groep, None)
    plan = plannen.open_plan(
        db.session(), cyclus, bezoeker.persoon, vorm=form.vorm.data, differentiatie=form.differentiatie.data
    )
    planvorige.neem_mee(db.session(), plan, form.mee.data or (), bezoeker.persoon)
    db.session.commit()
    flash("Het plan is gevuld vanuit de behoeften. Kort in en vul aan wat nog leeg is.", "goed")
    return redirect(url_for("groepsplan.toon", groep_id=groep_id, _anchor="vul"), 303)


def _leeg() -> ResponseReturnValue:
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = pagina.cyclus_of_inrichten(groep)
    bestaand = planlezen.van_cyclus(db.session(), cyclus)
    form = OpenForm(obj=bestaand)
    return render_template(
        "groepsplan/leeg.html",
        **pagina.context(bezoeker, cyclus, onderdeel="plan"),
        **scherm.begin(bezoeker, cyclus),
        form=form,
        vakspecifiek=groep.soort == Soort.VAKSPECIFIEK,
        cycli=[c for c in cycli.cycli(db.session(), groep) if c.id != cyclus.id],
    )
