"""A course: which groups it holds, setting one up, fetching the class list."""

from typing import Any

from flask import Blueprint, abort, current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints.cursus import schoolbreed
from lti_tool.blueprints.cursus.forms import InrichtenForm
from lti_tool.blueprints.pagina import SOORTNAMEN, roosterstand
from lti_tool.extensions import db
from lti_tool.hgw.groepgok import Gok, raad_soort
from lti_tool.lti.meldingen import MELDINGEN
from lti_tool.models import Cursus, Groep, Herkomst, Soort
from lti_tool.security.rechten import GroepsRol, Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.cyclus import agenda, cyclusopening
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import cycli, eigenaren, ververs
from lti_tool.services.groep import groepen as groepdienst
from lti_tool.services.school import formaten

bp = Blueprint("cursus", __name__, url_prefix="/cursus/<int:cursus_id>")
schoolbreed.registreer(bp)


@bp.get("/")
@vereist(Recht.CURSUS_OPENEN)
def voorpagina(cursus_id: int) -> ResponseReturnValue:
    """Where a plain link leads: straight to the one group, to the choice, or to the set-up.

    Who works for the whole school goes to the page about the school.
    """
    bezoeker = huidige_bezoeker()
    if bezoeker.mag(Recht.SCHOOL_BEHEREN):
        return redirect(url_for("beheer.start", cursus_id=cursus_id))
    if bezoeker.mag(Recht.VOORTGANG_BEKIJKEN):
        return redirect(url_for("cursus.voortgang", cursus_id=cursus_id))
    if not bezoeker.mag(Recht.GROEP_BEKIJKEN):
        return schoolbreed.welkom_zorgteam(bezoeker)
    gevonden = groepdienst.groepen_van(db.session(), cursus_id)
    if not gevonden:
        return redirect(url_for("cursus.inrichten", cursus_id=cursus_id))
    if len(gevonden) == 1:
        return redirect(url_for("groep.voorpagina", groep_id=gevonden[0].id))
    return redirect(url_for("cursus.groepen", cursus_id=cursus_id))


@bp.get("/groepen")
@vereist(Recht.GROEP_BEKIJKEN)
def groepen(cursus_id: int) -> ResponseReturnValue:
    """The groups of this course, to choose from."""
    bezoeker = huidige_bezoeker()
    gevonden = groepdienst.groepen_van(db.session(), cursus_id)
    wie = eigenaren.per_groep(db.session(), [groep.id for groep in gevonden])
    aan_de_beurt = (
        agenda.van_groepen(db.session(), [groep.id for groep in gevonden])
        if bezoeker.mag(Recht.PLAN_BEKIJKEN)
        else {}
    )
    lijst = [
        {
            "naam": groepdienst.naam(groep),
            "soort": SOORTNAMEN[Soort(groep.soort)],
            "url": url_for("groep.voorpagina", groep_id=groep.id),
            "eigenaren": [persoon.naam for persoon in wie.get(groep.id, ())],
            "agenda": aan_de_beurt.get(groep.id, ()),
        }
        for groep in gevonden
    ]
    mag_inrichten = bezoeker.mag(Recht.GROEP_INRICHTEN)
    return render_template(
        "cursus/groepen.html",
        cursus=bezoeker.cursus,
        groepen=lijst,
        inrichten_url=url_for("cursus.inrichten", cursus_id=cursus_id) if mag_inrichten else "",
    )


@bp.route("/inrichten", methods=["GET", "POST"])
@vereist(Recht.GROEP_INRICHTEN)
def inrichten(cursus_id: int) -> ResponseReturnValue:
    """The one question at first use, with a good guess filled in."""
    bezoeker = huidige_bezoeker()
    gok = _gok(bezoeker.cursus)
    voorstel = cyclusopening.stel_voor(bezoeker.cursus)
    form = InrichtenForm(
        data={"soort": gok.soort, "vak": gok.vak or "", "begin": voorstel.begin, "eind": voorstel.eind}
        | {"van_mij": GroepsRol.BEHEERDER not in bezoeker.rollen}
        if request.method == "GET"
        else None
    )
    if form.validate_on_submit():
        try:
            groep = _richt_in(form)
        except OngeldigeWaarde as fout:
            db.session.rollback()
            form.begin.errors = [*form.begin.errors, str(fout)]
        else:
            db.session.commit()
            return redirect(url_for("overzicht.toon", groep_id=groep.id), 303)
    return render_template(
        "cursus/inrichten.html",
        form=form,
        gok=gok,
        voorstel=voorstel,
        cursus=bezoeker.cursus,
        vakken=[vak["naam"] for vak in formaten.vakken()],
        rooster=roosterstand(bezoeker),
        wie=bezoeker.persoon,
    ), (422 if form.errors else 200)


def _gok(cursus: Cursus) -> Gok:
    """From the address (how the link was placed), else from the course's names."""
    plaatsing = {naam: request.args.get(naam, "")[:100] for naam in ("soort", "vak")}
    return raad_soort(cursus.titel, cursus.label, formaten.vakken(), plaatsing)


def _richt_in(form: InrichtenForm) -> Groep:
    """The group with its owner and first cycle; what is there already stays as it is."""
    bezoeker = huidige_bezoeker()
    groep = groepdienst.maak(db.session(), bezoeker.cursus, form.soort.data, form.vak.data or "")
    if form.van_mij.data and bezoeker.mag(Recht.EIGENAAR_WORDEN):
        geclaimd = eigenaren.claim(db.session(), groep, bezoeker.persoon, Herkomst.INGEBRUIKNAME)
        if not geclaimd:
            namen = " en ".join(e.persoon.naam for e in eigenaren.eigenaren(db.session(), groep))
            flash(f"Deze groep heeft al een eigenaar: {namen}.", "let-op")
    if cycli.huidige(db.session(), groep) is None:
        cyclusopening.open_cyclus(db.session(), groep, form.begin.data, form.eind.data, bezoeker.persoon)
    return groep


@bp.post("/rooster")
@vereist(Recht.ROOSTER_VERVERSEN)
def rooster(cursus_id: int) -> ResponseReturnValue:
    """One page of the class list. JSON {"ophaling": id or null} in; how far it is out."""
    gevraagd: Any = (request.get_json() or {}) if request.is_json else {}
    ophaling_id = gevraagd.get("ophaling") if isinstance(gevraagd, dict) else "?"
    if ophaling_id is not None and (not isinstance(ophaling_id, int) or isinstance(ophaling_id, bool)):
        abort(400)
    vordering = ververs.stap(
        db.session(), current_app.config["SETTINGS"], huidige_bezoeker().cursus, ophaling_id
    )
    melding = MELDINGEN.get(vordering.fout)
    return jsonify(
        klaar=vordering.klaar,
        aantal=vordering.aantal,
        ophaling=vordering.ophaling_id,
        gewijzigd=vordering.gewijzigd,
        fout=f"{melding.titel}. {melding.wat_nu} ({vordering.fout})" if melding else None,
    )
