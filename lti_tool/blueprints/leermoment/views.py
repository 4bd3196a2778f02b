"""Looking ahead: learning moments that the owner enters once for the group, and picks pupils for."""

from collections import Counter
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.leermoment.forms import LeermomentForm
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Leermoment
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import cycli, regels
from lti_tool.services.overzicht import leermomenten
from lti_tool.services.overzicht.leermomenten import REDENNAMEN, Momentgegevens

bp = Blueprint("leermoment", __name__, url_prefix="/groep/<int:groep_id>/leermomenten")


@bp.route("/", methods=["GET", "POST"])
@vereist(Recht.OVERZICHT_BEWERKEN)
def lijst(groep_id: int) -> ResponseReturnValue:
    """What comes up, and a form for one more."""
    bezoeker, cyclus = _plaats()
    form = LeermomentForm()
    namen = _vul_keuzes(form, cyclus)
    if form.validate_on_submit():
        try:
            leermomenten.maak(db.session(), cyclus, _gegevens(form), bezoeker.persoon)
        except OngeldigeWaarde as fout:
            _wijs_aan(form, fout)
        else:
            return _klaar(groep_id, "Het leermoment is bewaard.")
    return render_template(
        "leermoment/lijst.html",
        **pagina.context(bezoeker, cyclus),
        form=form if cyclus.gesloten_op is None else None,
        momenten=[
            _moment(moment, gekozen, namen, groep_id)
            for moment, gekozen in leermomenten.alle(db.session(), cyclus)
        ],
    ), (422 if form.errors else 200)


@bp.route("/<int:moment_id>", methods=["GET", "POST"])
@vereist(Recht.OVERZICHT_BEWERKEN)
def wijzig(groep_id: int, moment_id: int) -> ResponseReturnValue:
    """Other words, another date, other pupils."""
    bezoeker, cyclus = _plaats()
    moment = leermomenten.zoek(db.session(), cyclus, moment_id)
    gekozen = next(ids for m, ids in leermomenten.alle(db.session(), cyclus) if m.id == moment_id)
    form = LeermomentForm(obj=moment, data={"leerlingen": sorted(gekozen)})
    _vul_keuzes(form, cyclus)
    if form.validate_on_submit():
        try:
            leermomenten.wijzig(db.session(), cyclus, moment, _gegevens(form), bezoeker.persoon)
        except OngeldigeWaarde as fout:
            _wijs_aan(form, fout)
        else:
            return _klaar(groep_id, "Het leermoment is bewaard.")
    return render_template(
        "leermoment/wijzig.html",
        **pagina.context(bezoeker, cyclus),
        form=form,
        weg_url=url_for("leermoment.verwijder", groep_id=groep_id, moment_id=moment_id),
    ), (422 if form.errors else 200)


@bp.post("/<int:moment_id>/weg")
@vereist(Recht.OVERZICHT_BEWERKEN)
def verwijder(groep_id: int, moment_id: int) -> ResponseReturnValue:
    """Take a moment away, with the marks that only it gave."""
    bezoeker, cyclus = _plaats()
    moment = leermomenten.zoek(db.session(), cyclus, moment_id)
    leermomenten.verwijder(db.session(), cyclus, moment, bezoeker.persoon)
    return _klaar(groep_id, "Het leermoment is weg, en de signalen die erbij hoorden ook.")


def _plaats() -> tuple[Bezoeker, Cyclus]:
    bezoeker = huidige_bezoeker()
    return bezoeker, cycli.kies(db.session(), pagina.groep_van(bezoeker), None)


def _vul_keuzes(form: LeermomentForm, cyclus: Cyclus) -> dict[int, str]:
    """Row -> name of everybody in the overview; who left can't be picked any more, but stays picked."""
    rijen = regels.van_leerlingen(db.session(), cyclus)
    gelijk = Counter(leerling.naam for _, leerling in rijen)
    namen = {
        regel.id: f"{leerling.naam} ({leerling.nummer})"
        if gelijk[leerling.naam] > 1 and leerling.nummer
        else leerling.naam
        for regel, leerling in rijen
    }
    weg = {regel.id for regel, leerling in rijen if leerling.vertrokken}
    gekozen = set(form.leerlingen.data or ())
    form.leerlingen.choices = {i: naam for i, naam in namen.items() if i not in weg or i in gekozen}
    return namen


def _gegevens(form: LeermomentForm) -> Momentgegevens:
    return Momentgegevens(
        form.naam.data, form.datum.data, form.reden.data, frozenset(form.leerlingen.data or ())
    )


def _wijs_aan(form: LeermomentForm, fout: OngeldigeWaarde) -> None:
    """What the service refused, beside the field: after the form's own checks that is the date."""
    db.session.rollback()
    form.datum.errors = [*form.datum.errors, str(fout)]


def _klaar(groep_id: int, melding: str) -> ResponseReturnValue:
    db.session.commit()
    flash(melding, "goed")
    return redirect(url_for("leermoment.lijst", groep_id=groep_id), 303)


def _moment(
    moment: Leermoment, gekozen: frozenset[int], namen: dict[int, str], groep_id: int
) -> dict[str, Any]:
    return {
        "naam": moment.naam,
        "datum": moment.datum,
        "reden": REDENNAMEN[moment.reden],
        # in the order of the class list
        "leerlingen": [naam for regel_id, naam in namen.items() if regel_id in gekozen],
        "url": url_for("leermoment.wijzig", groep_id=groep_id, moment_id=moment.id),
    }
