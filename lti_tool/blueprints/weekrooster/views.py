"""The week table: when which subgroup gets its extra help, from whom and where."""

import io
from dataclasses import asdict
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, session, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.weekrooster.forms import LesForm, velden_van
from lti_tool.extensions import db
from lti_tool.hgw.lesuren import Lesuur
from lti_tool.hgw.weekrooster import DAGEN
from lti_tool.models import Cyclus, Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.clusteren import subgroepen
from lti_tool.services.fouten import Conflict, NietGevonden
from lti_tool.services.groep import cycli
from lti_tool.services.school import schoolrooster
from lti_tool.services.uitvoering import lesagenda, roosterlessen, weekrooster
from lti_tool.services.uitvoering.roosterlessen import Lesinvoer, OngeldigeLes
from lti_tool.services.uitvoering.weekrooster import Weekbeeld

bp = Blueprint("weekrooster", __name__, url_prefix="/groep/<int:groep_id>/plan/weekrooster")

# fields of Lesinvoer that have another name in the form
_VELDEN = {"subgroep_id": "subgroep"}


@bp.get("")
@vereist(Recht.PLAN_BEKIJKEN)
def toon(groep_id: int) -> ResponseReturnValue:
    """The week from Monday to Friday, with what clashes and what has no time yet."""
    bezoeker = huidige_bezoeker()
    cyclus = pagina.cyclus_of_inrichten(pagina.groep_van(bezoeker))
    beeld = weekrooster.beeld(db.session(), cyclus, leest_ook(bezoeker))
    form = _leeg_formulier(bezoeker, cyclus, beeld) if _mag(bezoeker, cyclus) else None
    return _pagina(bezoeker, cyclus, beeld, form)


@bp.post("")
@vereist(Recht.PLAN_BEWERKEN)
def maak(groep_id: int) -> ResponseReturnValue:
    """One more lesson."""
    bezoeker, cyclus = _plaats()
    form = LesForm()
    form.vul_keuzes(_subgroepen(cyclus), _uren(cyclus))
    if form.validate_on_submit():
        try:
            les = roosterlessen.maak(db.session(), cyclus, form.invoer, bezoeker.persoon)
        except OngeldigeLes as fout:
            _wijs_aan(form, fout)
        else:
            return _klaar(groep_id, f"{roosterlessen.in_woorden(db.session(), les)} staat in het rooster.")
    beeld = weekrooster.beeld(db.session(), cyclus, leest_ook(bezoeker))
    return _pagina(bezoeker, cyclus, beeld, form), 422


@bp.route("/<int:les_id>", methods=["GET", "POST"])
@vereist(Recht.PLAN_BEWERKEN)
def wijzig(groep_id: int, les_id: int) -> ResponseReturnValue:
    """Another time, place, teacher or subgroup."""
    bezoeker, cyclus = _plaats()
    les = roosterlessen.zoek(db.session(), cyclus, les_id)
    cycli.eis_open(cyclus)
    uren = _uren(cyclus)
    form = LesForm(data=velden_van(roosterlessen.als_invoer(les), uren) | {"versie": str(les.versie)})
    form.vul_keuzes(_subgroepen(cyclus), uren)
    conflict: Conflict | None = None
    if form.validate_on_submit():
        try:
            roosterlessen.wijzig(db.session(), cyclus, les, form.invoer, form.gezien, bezoeker.persoon)
        except OngeldigeLes as fout:
            _wijs_aan(form, fout)
        except Conflict as fout:
            db.session.rollback()
            conflict = fout
            form.versie.data = str(fout.gegevens["versie"])
        else:
            return _klaar(groep_id, "De les is gewijzigd.")
    return render_template(
        "weekrooster/wijzig.html",
        **pagina.context(bezoeker, cyclus, onderdeel="weekrooster"),
        form=form,
        conflict=conflict,
        docenten=[persoon.naam for persoon in roosterlessen.docenten(db.session(), cyclus)],
        weg_url=url_for("weekrooster.verwijder", groep_id=groep_id, les_id=les_id),
    ), (409 if conflict else 422 if form.errors else 200)


@bp.post("/<int:les_id>/weg")
@vereist(Recht.PLAN_BEWERKEN)
def verwijder(groep_id: int, les_id: int) -> ResponseReturnValue:
    """Take a lesson away; the next page offers to bring it back."""
    bezoeker, cyclus = _plaats()
    les = roosterlessen.zoek(db.session(), cyclus, les_id)
    weg = roosterlessen.verwijder(db.session(), cyclus, les, LesForm().gezien, bezoeker.persoon)
    db.session.commit()
    session["les_weg"] = {"cyclus": cyclus.id, "les": asdict(weg)}
    return redirect(url_for("weekrooster.toon", groep_id=groep_id, weg="1"), 303)


@bp.post("/terug")
@vereist(Recht.PLAN_BEWERKEN)
def zet_terug(groep_id: int) -> ResponseReturnValue:
    """Undo: the lesson that this person took away last."""
    bezoeker, cyclus = _plaats()
    weg = _weggehaald(cyclus)
    if weg is None:
        raise NietGevonden("Er is geen les om terug te zetten.")
    les = roosterlessen.maak(db.session(), cyclus, Lesinvoer(**weg), bezoeker.persoon)
    session.pop("les_weg")
    return _klaar(groep_id, f"{roosterlessen.in_woorden(db.session(), les)} staat er weer.")


@bp.get("/agenda")
@vereist(Recht.PLAN_BEKIJKEN)
def agenda(groep_id: int) -> ResponseReturnValue:
    """The lessons of one teacher as a calendar file, without pupils."""
    cyclus = pagina.cyclus_of_inrichten(pagina.groep_van(huidige_bezoeker()))
    docent, inhoud = lesagenda.bestand(db.session(), cyclus, request.args.get("docent", ""))
    return send_file(
        io.BytesIO(inhoud),
        mimetype="text/calendar",
        as_attachment=True,
        download_name=f"weekrooster {docent}.ics",
    )


def leest_ook(bezoeker: Bezoeker) -> frozenset[Soort]:
    """Kinds of groups elsewhere of which this visitor may read the plan, for their own pupils."""
    leest = {
        Recht.VAKOVERZICHT_BEKIJKEN: Soort.VAKSPECIFIEK,
        Recht.ALGEMEEN_BEKIJKEN: Soort.VAKOVERSTIJGEND,
    }
    return frozenset(soort for recht, soort in leest.items() if bezoeker.mag(recht))


def _pagina(bezoeker: Bezoeker, cyclus: Cyclus, beeld: Weekbeeld, form: LesForm | None) -> str:
    return render_template(
        "weekrooster/weekrooster.html",
        **pagina.context(bezoeker, cyclus, onderdeel="weekrooster"),
        beeld=beeld,
        dagen=DAGEN,
        form=form,
        docenten=[persoon.naam for persoon in roosterlessen.docenten(db.session(), cyclus)] if form else [],
        agendas={les.docent_sleutel: les.docent for les in beeld.lessen if les.docent},
        ouder={} if "cyclus" not in request.args else {"cyclus": cyclus.volgnummer},
        weg=form is not None and "weg" in request.args and _weggehaald(cyclus) is not None,
    )


def _leeg_formulier(bezoeker: Bezoeker, cyclus: Cyclus, beeld: Weekbeeld) -> LesForm:
    """A new lesson: as this person's last one, for a subgroup that has none, where they pointed."""
    wie = bezoeker.persoon
    lessen = [les for les in weekrooster.lessen(db.session(), cyclus) if les.gewijzigd_door_id == wie.id]
    laatste = max(lessen, key=lambda les: les.id, default=None)
    uren = _uren(cyclus)
    velden = {"docent": wie.naam, "dag": 1}
    if laatste is not None:
        velden = velden_van(roosterlessen.als_invoer(laatste), uren)
    if beeld.gaten:
        velden["subgroep"] = str(beeld.gaten[0].subgroep_id)
    velden |= {veld: request.args[veld] for veld in ("subgroep", "uur") if veld in request.args}
    velden["dag"] = request.args.get("dag", velden["dag"], type=int)
    form = LesForm(formdata=None, data=velden)
    form.vul_keuzes(_subgroepen(cyclus), uren)
    return form


def _plaats() -> tuple[Bezoeker, Cyclus]:
    bezoeker = huidige_bezoeker()
    return bezoeker, cycli.kies(db.session(), pagina.groep_van(bezoeker), None)


def _mag(bezoeker: Bezoeker, cyclus: Cyclus) -> bool:
    return bezoeker.mag(Recht.PLAN_BEWERKEN) and cyclus.gesloten_op is None


def _subgroepen(cyclus: Cyclus) -> dict[int, str]:
    return weekrooster.subgroepnamen(subgroepen.alle(db.session(), cyclus))


def _uren(cyclus: Cyclus) -> tuple[Lesuur, ...]:
    return schoolrooster.lesuren(schoolrooster.van_groep(db.session(), cyclus.groep))


def _weggehaald(cyclus: Cyclus) -> dict[str, Any] | None:
    """What this person took away last, when it was in this cycle."""
    weg = session.get("les_weg")
    return weg["les"] if weg and weg["cyclus"] == cyclus.id else None


def _wijs_aan(form: LesForm, fout: OngeldigeLes) -> None:
    db.session.rollback()
    veld = form[_VELDEN.get(fout.veld, fout.veld)]
    veld.errors = [*veld.errors, str(fout)]


def _klaar(groep_id: int, melding: str) -> ResponseReturnValue:
    db.session.commit()
    flash(melding, "goed")
    return redirect(url_for("weekrooster.toon", groep_id=groep_id), 303)
