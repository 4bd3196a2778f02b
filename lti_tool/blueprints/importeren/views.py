"""Reading a file with scores in, step by step: file, columns, what would change, the yes, the undo."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from lti_tool.blueprints import pagina
from lti_tool.blueprints.importeren import plak
from lti_tool.blueprints.importeren.forms import KEUZEVELD, BestandForm, BevestigForm, KolommenForm
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Kolom, Scoreimport
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import cycli, regels
from lti_tool.services.scores import importlijst, scorebestand, scoreimport
from lti_tool.services.scores.celblok import Plaats
from lti_tool.services.scores.scorevoorstel import stel_voor

bp = Blueprint("importeren", __name__, url_prefix="/groep/<int:groep_id>")
plak.registreer(bp)

# So many values show what a column of the file holds.
_VOORBEELDEN = 3


@bp.route("/inlezen", methods=["GET", "POST"])
@vereist(Recht.OVERZICHT_BEWERKEN)
def bestand(groep_id: int) -> ResponseReturnValue:
    """Step 1: choose a file. A bad one gets a clear message and changes nothing."""
    bezoeker = huidige_bezoeker()
    cyclus = cycli.kies(db.session(), pagina.groep_van(bezoeker), None)
    form = BestandForm()
    if form.validate_on_submit():
        try:
            concept = _begin(cyclus, form.bestand.data)
        except OngeldigeWaarde as fout:
            db.session.rollback()
            form.bestand.errors = [*form.bestand.errors, str(fout)]
        else:
            db.session.commit()
            return redirect(url_for("importeren.kolommen", groep_id=groep_id, import_id=concept.id), 303)
    return render_template(
        "importeren/bestand.html",
        **pagina.context(bezoeker, cyclus, actief="overzicht"),
        form=form,
        gesloten=cyclus.gesloten_op is not None,
        eerder=importlijst.recente(db.session(), cyclus),
    ), (422 if form.errors else 200)


def _begin(cyclus: Cyclus, upload: FileStorage) -> Scoreimport:
    """Read the file into a concept, with a guess for every column."""
    bron, gegevens = scorebestand.lees(upload.filename or "", upload.read())
    gevuld = importlijst.gevulde_kolommen(db.session(), cyclus)
    gegevens["rollen"] = scorebestand.raad_rollen(gegevens, _doelen(cyclus), gevuld)
    return scoreimport.begin(db.session(), cyclus, huidige_bezoeker().persoon, bron, gegevens)


@bp.route("/inlezen/<int:import_id>/kolommen", methods=["GET", "POST"])
@vereist(Recht.OVERZICHT_BEWERKEN)
def kolommen(groep_id: int, import_id: int) -> ResponseReturnValue:
    """Step 2: which column of the file is what."""
    concept, cyclus = _zoek(import_id)
    if concept.bevestigd_op is not None:
        return redirect(url_for("importeren.klaar", groep_id=groep_id, import_id=import_id))
    form = _kolommenform(concept, _doelen(cyclus))
    if form.validate_on_submit():
        rollen = [veld.data for veld in form.rollen]
        form.form_errors = scorebestand.controleer_rollen(rollen)
        if not form.form_errors:
            klas = regels.van_leerlingen(db.session(), cyclus)
            rijen = scorebestand.maak_rijen(concept.gegevens, rollen, klas)
            scoreimport.bewaar_rijen(concept, rijen, rollen=rollen)
            db.session.commit()
            return redirect(url_for("importeren.voorbeeld", groep_id=groep_id, import_id=import_id), 303)
    blad, _ = scorebestand.blad_van(concept.gegevens)
    return render_template(
        "importeren/kolommen.html",
        **pagina.context(huidige_bezoeker(), cyclus, actief="overzicht"),
        form=form,
        bron=concept.bron,
        blad=blad,
        voorbeelden=[_voorbeelden(rij[n] for rij in blad.rijen) for n in range(len(blad.koppen))],
    ), (422 if form.errors else 200)


@bp.route("/inlezen/<int:import_id>/voorbeeld", methods=["GET", "POST"])
@vereist(Recht.OVERZICHT_BEWERKEN)
def voorbeeld(groep_id: int, import_id: int) -> ResponseReturnValue:
    """Steps 3 and 4: what would change, row by row; picks for rows in doubt or of nobody; the yes."""
    concept, cyclus = _zoek(import_id)
    klaar_url = url_for("importeren.klaar", groep_id=groep_id, import_id=import_id)
    if concept.bevestigd_op is not None:
        return redirect(klaar_url)
    rijen = scoreimport.rijen_van(concept)
    if not rijen:
        return redirect(url_for("importeren.kolommen", groep_id=groep_id, import_id=import_id))
    form = BevestigForm()
    keuzes = _keuzes()
    bezwaar, status = "", 200
    if form.validate_on_submit() and not form.bekijk.data:
        try:
            scoreimport.bevestig(
                db.session(),
                concept,
                cyclus,
                huidige_bezoeker().persoon,
                stand=form.stand.data,
                keuzes=keuzes,
                leegmaken=form.leegmaken.data,
            )
        except (Conflict, OngeldigeWaarde) as fout:
            db.session.rollback()
            bezwaar, status = str(fout), 409 if isinstance(fout, Conflict) else 422
        else:
            db.session.commit()
            return redirect(klaar_url, 303)
    if form.errors:
        status = 422
    gezien = stel_voor(db.session(), cyclus, rijen, keuzes, leegmaken=bool(form.leegmaken.data))
    return render_template(
        "importeren/voorbeeld.html",
        **pagina.context(huidige_bezoeker(), cyclus, actief="overzicht"),
        form=form,
        bron=concept.bron,
        import_id=import_id,
        voorstel=gezien,
        fout=bezwaar,
    ), status


@bp.get("/inlezen/<int:import_id>")
@vereist(Recht.OVERZICHT_BEWERKEN)
def klaar(groep_id: int, import_id: int) -> ResponseReturnValue:
    """What was read in, with the undo."""
    gevonden, cyclus = _zoek(import_id)
    if gevonden.bevestigd_op is None:
        raise NietGevonden("Dit is nog niet ingelezen. Lees het bestand opnieuw in.")
    gebleven = [Plaats(*plaats) for plaats in gevonden.gegevens.get("gebleven", ())]
    return render_template(
        "importeren/klaar.html",
        **pagina.context(huidige_bezoeker(), cyclus, actief="overzicht"),
        gelezen=gevonden,
        geplakt=gevonden.bron == scoreimport.GEPLAKT,
        aantal=len(scoreimport.gewijzigd(gevonden)),
        gebleven=importlijst.benoem(db.session(), cyclus, gebleven),
        gesloten=cyclus.gesloten_op is not None,
    )


@bp.post("/inlezen/<int:import_id>/ongedaan")
@vereist(Recht.OVERZICHT_BEWERKEN)
def ongedaan(groep_id: int, import_id: int) -> ResponseReturnValue:
    """Put back what stood there before, where nobody changed it since."""
    gevonden, cyclus = _zoek(import_id)
    uitslag = scoreimport.maak_ongedaan(db.session(), gevonden, cyclus, huidige_bezoeker().persoon)
    db.session.commit()
    if not uitslag.gebleven:
        flash("Ongedaan gemaakt. Alles staat weer zoals het was.", "goed")
    return redirect(url_for("importeren.klaar", groep_id=groep_id, import_id=import_id), 303)


def _zoek(import_id: int) -> tuple[Scoreimport, Cyclus]:
    bezoeker = huidige_bezoeker()
    return scoreimport.zoek(db.session(), pagina.groep_van(bezoeker), import_id, bezoeker.persoon)


def _doelen(cyclus: Cyclus) -> list[Kolom]:
    """Sensitive columns are no target: their contents would show in the preview without being asked for."""
    return importlijst.schrijfbare_kolommen(db.session(), cyclus, vertrouwelijk=False)


def _kolommenform(concept: Scoreimport, doelen: list[Kolom]) -> KolommenForm:
    form = KolommenForm(rollen=concept.gegevens["rollen"])
    keuzes = {
        "Overslaan": [("", "Niet inlezen")],
        "Over wie de rij gaat": list(scorebestand.WIE_ROLLEN.items()),
        "Kolom in het overzicht": [(str(kolom.id), kolom.naam) for kolom in doelen],
    }
    koppen = concept.gegevens["koppen"]
    while len(form.rollen) > len(koppen):
        form.rollen.pop_entry()
    while len(form.rollen) < len(koppen):
        form.rollen.append_entry("")
    for nummer, (veld, kop) in enumerate(zip(form.rollen, koppen, strict=True)):
        veld.choices = keuzes
        veld.label.text = kop or f"Kolom {nummer + 1}"
    return form


def _keuzes() -> dict[int, int]:
    """Row -> regel id, from the fields of the rows; what is no number is no pick."""
    velden = [(naam.removeprefix(KEUZEVELD), waarde) for naam, waarde in request.form.items()]
    return {
        int(rij): int(waarde)
        for rij, waarde in velden
        if f"{KEUZEVELD}{rij}" in request.form and plak.RIJ.fullmatch(rij) and plak.RIJ.fullmatch(waarde)
    }


def _voorbeelden(cellen: Any) -> list[str]:
    gevuld = [" ".join(cel.split()) for cel in cellen if cel.strip()]
    return [cel if len(cel) <= 40 else f"{cel[:40]}…" for cel in gevuld[:_VOORBEELDEN]]
