"""Plans for one pupil: the list, one plan, a subject's plan as the mentor reads it."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.bestand import BESTANDEN, gevraagde_soort, stuur
from lti_tool.blueprints.handelingsplan import scherm, velden
from lti_tool.blueprints.handelingsplan.forms import ActieForm, NieuwForm
from lti_tool.blueprints.klad import paginas as kladpaginas
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.documents.formulier import schrijf_formulier_docx, schrijf_formulier_pdf
from lti_tool.extensions import db
from lti_tool.hgw.handelingsplan import zijn_er_veel
from lti_tool.models import Cyclus, Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import Conflict, OngeldigeWaarde
from lti_tool.services.groep import groepen, rooster
from lti_tool.services.handelingsplan import handelingsplandocument, handelingsplannen, vakplannen
from lti_tool.services.handelingsplan.handelingsplannen import Planplaats
from lti_tool.services.overzicht import uitvoer
from lti_tool.services.overzicht.uitvoer import Bestandssoort

bp = Blueprint("handelingsplan", __name__, url_prefix="/groep/<int:groep_id>")
velden.registreer(bp)

PLANNEN = "/plan/handelingsplannen"
KAN = (Bestandssoort.PDF, Bestandssoort.DOCX)


@bp.route(PLANNEN, methods=["GET", "POST"])
@vereist(Recht.HANDELINGSPLAN_BEWERKEN)
def lijst(groep_id: int) -> ResponseReturnValue:
    """Who has a plan, how many there are, and a form for one more."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = pagina.cyclus_of_inrichten(groep)
    form = NieuwForm(data={"regel": request.args.get("regel", type=int)})
    keuzes = handelingsplannen.zonder_plan(db.session(), cyclus)
    form.regel.choices = [(regel_id, leerling.naam) for regel_id, leerling in keuzes]
    if form.validate_on_submit():
        try:
            gemaakt = handelingsplannen.maak(
                db.session(), groep, cyclus, form.regel.data, form.reden.data, bezoeker.persoon
            )
        except (Conflict, OngeldigeWaarde) as fout:
            db.session.rollback()
            form.reden.errors = [*form.reden.errors, str(fout)]
        else:
            regel_id = gemaakt.regel.id
            db.session.commit()
            flash("Het handelingsplan is gemaakt. Wat je al weet, staat er klaar om in te korten.", "goed")
            return redirect(url_for("handelingsplan.toon", groep_id=groep_id, regel_id=regel_id), 303)
    return render_template(
        "handelingsplan/lijst.html",
        **pagina.context(bezoeker, cyclus, onderdeel="handelingsplannen"),
        **_lijst(bezoeker, cyclus),
        form=form if cyclus.gesloten_op is None and keuzes else None,
    ), (422 if form.errors else 200)


@bp.get(f"{PLANNEN}/<int:regel_id>")
@vereist(Recht.HANDELINGSPLAN_BEWERKEN)
def toon(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """One plan. Whoever opens it is in the log."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    plaats = handelingsplannen.zoek(db.session(), groep, regel_id)
    html = render_template(
        "handelingsplan/plan.html",
        **pagina.context(bezoeker, plaats.cyclus, onderdeel="handelingsplannen"),
        **scherm.context(bezoeker, plaats),
        klad=kladpaginas.gegevens(bezoeker, plaats.cyclus, f"handelingsplan/{regel_id}"),
    )
    _log(bezoeker, plaats)
    return html


@bp.get(f"{PLANNEN}/<int:regel_id>/bestand")
@vereist(Recht.HANDELINGSPLAN_BEWERKEN)
def bestand(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """The plan to print and sign: PDF or Word."""
    bezoeker = huidige_bezoeker()
    soort = gevraagde_soort(KAN)
    plaats = handelingsplannen.zoek(db.session(), pagina.groep_van(bezoeker), regel_id)
    formulier = handelingsplandocument.maak(db.session(), plaats)
    leerling = rooster.leerling_van(plaats.regel.persoon).naam
    naam = uitvoer.naam_van(handelingsplandocument.NAAM, leerling, formulier.datum, soort, vertrouwelijk=True)
    _log(bezoeker, plaats, f"als bestand: {BESTANDEN[soort][0]}")
    db.session.close()
    schrijf = schrijf_formulier_pdf if soort is Bestandssoort.PDF else schrijf_formulier_docx
    return stuur(schrijf(formulier), soort, naam)


@bp.post(f"{PLANNEN}/<int:regel_id>/weg")
@vereist(Recht.HANDELINGSPLAN_BEWERKEN)
def weg(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """Take a plan out; the list puts it back."""
    return _zet_weg(groep_id, regel_id, True)


@bp.post(f"{PLANNEN}/<int:regel_id>/terug")
@vereist(Recht.HANDELINGSPLAN_BEWERKEN)
def terug(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """Put a plan back as it was."""
    return _zet_weg(groep_id, regel_id, False)


@bp.get("/vak/<int:vakgroep_id>/handelingsplan/<int:leerling_id>")
@vereist(Recht.VAKOVERZICHT_BEKIJKEN)
def van_vak(groep_id: int, vakgroep_id: int, leerling_id: int) -> ResponseReturnValue:
    """The mentor reads a subject's plan of an own pupil. In the log as any reading."""
    bezoeker = huidige_bezoeker()
    plaats = vakplannen.zoek(db.session(), pagina.groep_van(bezoeker), vakgroep_id, leerling_id)
    html = render_template(
        "handelingsplan/plan.html",
        **pagina.context(bezoeker, plaats.cyclus)
        | {
            "groep": {"id": groep_id, "naam": groepen.naam(plaats.groep), "soort_naam": "vak"},
            "terug_url": url_for("groep.voorpagina", groep_id=groep_id),
            "rooster": None,
        },
        **scherm.lezerscontext(plaats),
    )
    _log(bezoeker, plaats)
    return html


def _lijst(bezoeker: Bezoeker, cyclus: Cyclus) -> dict[str, Any]:
    """The plans, those that were taken out, and whether there are many."""
    groep = cyclus.groep
    rijen = handelingsplannen.lijst(db.session(), cyclus)
    plannen = [rij for rij in rijen if not rij.weg]
    leerlingen = len(rooster.aanwezigen(db.session(), groep.cursus_id))
    hier = sum(not rij.leerling.vertrokken for rij in plannen)
    return {
        "plannen": plannen,
        "weggehaald": [rij for rij in rijen if rij.weg],
        "leerlingen": leerlingen,
        "veel": zijn_er_veel(hier, leerlingen),
        "is_vak": groep.soort == Soort.VAKSPECIFIEK,
        "mag_bewerken": cyclus.gesloten_op is None,
        # of now: a list of an earlier cycle doesn't know them
        "vakplannen": vakplannen.bij_vakken(db.session(), groep)
        if cyclus.gesloten_op is None and bezoeker.mag(Recht.VAKOVERZICHT_BEKIJKEN)
        else [],
    }


def _zet_weg(groep_id: int, regel_id: int, weg: bool) -> ResponseReturnValue:
    bezoeker = huidige_bezoeker()
    if not ActieForm().validate_on_submit():
        raise OngeldigeWaarde("Probeer het nog eens vanuit de pagina.")
    plaats = handelingsplannen.zoek(db.session(), pagina.groep_van(bezoeker), regel_id, ook_weg=True)
    handelingsplannen.zet_weg(db.session(), plaats, weg, bezoeker.persoon)
    db.session.commit()
    if not weg:
        flash("Het handelingsplan staat er weer, zoals het was.", "goed")
        return redirect(url_for("handelingsplan.toon", groep_id=groep_id, regel_id=regel_id), 303)
    flash("Het handelingsplan is weggehaald. Onder de lijst kun je het terugzetten.", "goed")
    return redirect(url_for("handelingsplan.lijst", groep_id=groep_id), 303)


def _log(bezoeker: Bezoeker, plaats: Planplaats, *waarin: str) -> None:
    wat = f"Handelingsplan {groepen.naam(plaats.groep)}"
    gezien.noteer_inzage(bezoeker, plaats.groep, [plaats.regel.persoon_id], [wat, *waarin])
