"""The halfway evaluation of the plan: its day, the log to look back on, and the report."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.halverwege.forms import HalverwegeForm
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Groepsplan
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.uitvoering import halverwege, logboek
from lti_tool.services.uitvoering.logboek import SOORTEN

bp = Blueprint("halverwege", __name__, url_prefix="/groep/<int:groep_id>/plan/halverwege")


@bp.get("")
@vereist(Recht.PLAN_BEKIJKEN)
def toon(groep_id: int) -> ResponseReturnValue:
    """The report, the day, and the notes to look back on; without a plan the log, which says what to do."""
    try:
        bezoeker, cyclus, plan = _plaats()
    except NietGevonden:
        return redirect(url_for("logboek.toon", groep_id=groep_id, cyclus=request.args.get("cyclus")), 303)
    form = HalverwegeForm(
        formdata=None,
        data={
            "dag": plan.halverwege or halverwege.voorstel(cyclus),
            "verslag": plan.halverwege_verslag,
            "gedaan": plan.halverwege_gedaan_op is not None,
            "versie": str(plan.versie),
        },
    )
    return _pagina(bezoeker, cyclus, plan, form)


@bp.post("")
@vereist(Recht.PLAN_BEWERKEN)
def bewaar(groep_id: int) -> ResponseReturnValue:
    """The day, the report and whether it is done, over the version of the plan that was seen."""
    bezoeker, cyclus, plan = _plaats()
    form = HalverwegeForm()
    conflict: Conflict | None = None
    if form.validate_on_submit():
        try:
            halverwege.bewaar(
                db.session(),
                cyclus,
                plan,
                form.dag.data,
                form.verslag.data or "",
                form.gedaan.data,
                form.gezien,
                bezoeker.persoon,
            )
        except OngeldigeWaarde as fout:
            db.session.rollback()
            veld = form.verslag if fout.toegestaan else form.dag
            veld.errors = [*veld.errors, str(fout)]
        except Conflict as fout:
            db.session.rollback()
            conflict = fout
            form.versie.data = str(fout.gegevens["versie"])
        else:
            db.session.commit()
            flash("De evaluatie halverwege is bewaard.", "goed")
            return redirect(url_for("halverwege.toon", groep_id=groep_id), 303)
    return _pagina(bezoeker, cyclus, plan, form, conflict), (409 if conflict else 422)


def _pagina(
    bezoeker: Bezoeker,
    cyclus: Cyclus,
    plan: Groepsplan,
    form: HalverwegeForm,
    conflict: Conflict | None = None,
) -> str:
    return render_template(
        "halverwege/halverwege.html",
        **pagina.context(bezoeker, cyclus, onderdeel="logboek"),
        form=form,
        conflict=conflict,
        plan=plan,
        voorstel=halverwege.voorstel(cyclus),
        mag=bezoeker.mag(Recht.PLAN_BEWERKEN) and cyclus.gesloten_op is None,
        notities=logboek.lees(db.session(), cyclus),
        soorten=SOORTEN,
    )


def _plaats() -> tuple[Bezoeker, Cyclus, Groepsplan]:
    """Raises NietGevonden when there is no plan yet."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = pagina.cyclus_of_inrichten(groep)
    return bezoeker, cyclus, planlezen.zoek_plan(db.session(), groep, cyclus)
