"""An owner arranges the columns of the overview: tests added and changed, columns hidden and put in order."""

from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from lti_tool.blueprints import pagina
from lti_tool.blueprints.kolommen.forms import (
    SCHALEN,
    ScorekolomForm,
    TekstkolomForm,
    ToetsForm,
    velden_van,
)
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Kolom, Kolomsoort
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import cycli, regels
from lti_tool.services.overzicht import indeling, kolomcontrole, kolomherhaling, kolommen
from lti_tool.services.school.formaten import BLOKKEN, TOETSSOORTEN, OngeldigeKolom

bp = Blueprint("kolommen", __name__, url_prefix="/groep/<int:groep_id>/kolommen")


def _cyclus() -> Cyclus:
    """The newest cycle: older ones are kept as they were."""
    return cycli.kies(db.session(), pagina.groep_van(huidige_bezoeker()), None)


def _kolom(kolom_id: int) -> tuple[Cyclus, Kolom]:
    cyclus = _cyclus()
    return cyclus, kolommen.zoek(db.session(), cyclus, kolom_id)


@bp.get("")
@vereist(Recht.KOLOMMEN_BEHEREN)
def lijst(groep_id: int) -> ResponseReturnValue:
    """All columns in order, the hidden ones below, and what the school has changed since."""
    cyclus = _cyclus()
    aantallen = kolommen.ingevuld(db.session(), cyclus)
    alle = [_regel(kolom, aantallen) for kolom in regels.kolommen(db.session(), cyclus)]
    return render_template(
        "kolommen/lijst.html",
        **pagina.context(huidige_bezoeker(), cyclus),
        blokken=[
            (naam, [k for k in alle if k["blok"] == blok and not k["verborgen"]])
            for blok, naam in _blokken(alle)
        ],
        verborgen=[k for k in alle if k["verborgen"]],
        uit_vorige=kolomherhaling.uit_vorige(db.session(), cyclus),
        wissel=None if cyclus.gesloten_op else indeling.vergelijk(db.session(), cyclus),
        is_open=cyclus.gesloten_op is None,
    )


def _blokken(alle: list[dict[str, Any]]) -> list[tuple[str, str]]:
    volgorde = dict.fromkeys(k["blok"] for k in alle if not k["verborgen"])
    return [(blok, BLOKKEN[blok]) for blok in volgorde]


def _regel(kolom: Kolom, aantallen: dict[int, int]) -> dict[str, Any]:
    delen = []
    if kolom.toets:
        delen.append(TOETSSOORTEN[kolom.toets.soort])
    if kolom.schaal:
        delen.append(SCHALEN[kolom.schaal["soort"]].split(",")[0])
    if kolom.ijkpunt:
        delen.append(f"afspraak {kolom.ijkpunt}")
    return {
        "id": kolom.id,
        "naam": kolom.naam,
        "kop": kolom.kop,
        "blok": kolom.blok,
        "wat": ", ".join(delen),
        "datum": kolom.toets.datum if kolom.toets else None,
        "gevoelig": kolom.gevoelig,
        "verborgen": kolom.verborgen,
        "vast": kolom.blok == "behoeften",
        "ingevuld": aantallen.get(kolom.id, 0),
    }


@bp.route("/nieuw", methods=["GET", "POST"])
@vereist(Recht.KOLOMMEN_BEHEREN)
def nieuw(groep_id: int) -> ResponseReturnValue:
    """Add a test."""
    cyclus, form = _cyclus(), ToetsForm()
    form.bied_reeksen(kolomcontrole.reekskeuzes(regels.kolommen(db.session(), cyclus)))
    if form.validate_on_submit():
        try:
            kolom = kolommen.voeg_toets_toe(db.session(), cyclus, form.gegevens(), huidige_bezoeker().persoon)
        except OngeldigeWaarde as fout:
            _toon_bezwaren(form, fout)
        else:
            db.session.commit()
            flash(f"{kolom.naam} staat in het overzicht.", "goed")
            return _terug(groep_id, kolom.id)
    return _formulier(cyclus, form, None)


@bp.route("/<int:kolom_id>", methods=["GET", "POST"])
@vereist(Recht.KOLOMMEN_BEHEREN)
def wijzig(groep_id: int, kolom_id: int) -> ResponseReturnValue:
    """Another name, date, agreed minimum or scale."""
    cyclus, kolom = _kolom(kolom_id)
    soorten = {Kolomsoort.TEKST.value: TekstkolomForm, Kolomsoort.SEO.value: ScorekolomForm}
    form = soorten.get(kolom.soort, ToetsForm)(data=velden_van(kolom))
    if isinstance(form, ToetsForm):
        alle = regels.kolommen(db.session(), cyclus) if kolommen.is_eigen(kolom) else []
        form.bied_reeksen(kolomcontrole.reekskeuzes(alle, kolom))
    if form.validate_on_submit():
        try:
            kolommen.wijzig(db.session(), cyclus, kolom, form.gegevens(), huidige_bezoeker().persoon)
        except OngeldigeWaarde as fout:
            _toon_bezwaren(form, fout)
        else:
            db.session.commit()
            flash(f"{kolom.naam} is bewaard.", "goed")
            return _terug(groep_id, kolom.id)
    return _formulier(cyclus, form, kolom)


def _formulier(cyclus: Cyclus, form: FlaskForm, kolom: Kolom | None) -> ResponseReturnValue:
    return render_template(
        "kolommen/kolom.html",
        **pagina.context(huidige_bezoeker(), cyclus),
        form=form,
        kolomnaam=kolom.naam if kolom else "",
    ), (422 if form.errors else 200)


def _toon_bezwaren(form: FlaskForm, fout: OngeldigeWaarde) -> None:
    """Say at each field what is wrong with it; nothing was changed."""
    db.session.rollback()
    bezwaren = fout.bezwaren if isinstance(fout, OngeldigeKolom) else (("naam", str(fout)),)
    for naam, melding in bezwaren:
        veld = form[naam]
        veld.errors = [*veld.errors, melding]


@bp.post("/<int:kolom_id>/zicht")
@vereist(Recht.KOLOMMEN_BEHEREN)
def zicht(groep_id: int, kolom_id: int) -> ResponseReturnValue:
    """Form field `verborgen`: 1 hides, 0 shows."""
    cyclus, kolom = _kolom(kolom_id)
    gevraagd = request.form.get("verborgen", "")
    if gevraagd not in ("0", "1"):
        raise OngeldigeWaarde("Kies verbergen of tonen.")
    kolommen.zet_zicht(db.session(), cyclus, kolom, gevraagd == "1", huidige_bezoeker().persoon)
    db.session.commit()
    wat = "verborgen. Wat erin stond, blijft bewaard" if kolom.verborgen else "weer te zien"
    flash(f"{kolom.naam} is {wat}.", "goed")
    return _terug(groep_id, kolom.id)


@bp.post("/<int:kolom_id>/plaats")
@vereist(Recht.KOLOMMEN_BEHEREN)
def plaats(groep_id: int, kolom_id: int) -> ResponseReturnValue:
    """Form field `richting`: eerder or later. JSON for the page's own script, else back to the list."""
    cyclus, kolom = _kolom(kolom_id)
    richting = request.form.get("richting", "")
    if richting not in ("eerder", "later"):
        raise OngeldigeWaarde("Kies eerder of later.")
    verplaatst = kolommen.verplaats(
        db.session(), cyclus, kolom, "eerder" if richting == "eerder" else "later", huidige_bezoeker().persoon
    )
    db.session.commit()
    if request.accept_mimetypes.best == "application/json":
        return jsonify(verplaatst=verplaatst)
    return _terug(groep_id, kolom.id)


@bp.post("/indeling")
@vereist(Recht.KOLOMMEN_BEHEREN)
def neem_indeling_over(groep_id: int) -> ResponseReturnValue:
    """Take over what the school has changed."""
    wissel = indeling.neem_over(db.session(), _cyclus(), huidige_bezoeker().persoon)
    db.session.commit()
    if wissel:
        flash("De nieuwe indeling van de school staat in je overzicht.", "goed")
    else:
        flash("Je overzicht had al de indeling van de school.", "info")
    return redirect(url_for("kolommen.lijst", groep_id=groep_id), 303)


@bp.post("/herhaal")
@vereist(Recht.KOLOMMEN_BEHEREN)
def herhaal(groep_id: int) -> ResponseReturnValue:
    """Form field `sleutel`: a test of the previous cycle to be used again."""
    cyclus = _cyclus()
    sleutel = request.form.get("sleutel", "")
    if not sleutel:
        raise OngeldigeWaarde("Kies een toets uit de vorige cyclus.")
    kolom = kolomherhaling.herhaal(db.session(), cyclus, sleutel, huidige_bezoeker().persoon)
    db.session.commit()
    flash(f"{kolom.naam} staat in het overzicht, met de scores van de vorige cyclus ernaast.", "goed")
    return _terug(groep_id, kolom.id)


def _terug(groep_id: int, kolom_id: int) -> ResponseReturnValue:
    """To the same place in the list."""
    return redirect(url_for("kolommen.lijst", groep_id=groep_id, _anchor=f"kolom-{kolom_id}"), 303)
