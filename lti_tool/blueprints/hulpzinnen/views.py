"""The school's help sentences: a teacher offers one, a mentor approves, the care team manages."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from lti_tool.blueprints import pagina
from lti_tool.blueprints.hulpzinnen.forms import NieuweZinForm
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.hgw.begrijpwijzer import Hulpzin
from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.hgw.hulpzinnen import zoek
from lti_tool.models import Cursus
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import cycli
from lti_tool.services.school import zinbeheer, zinvoorstellen
from lti_tool.services.school.hulpzinnen import begrijpwijzer, categorienamen, schoolzinnen

bp = Blueprint("hulpzinnen", __name__)


@bp.post("/groep/<int:groep_id>/hulpzinnen/voorstel")
@vereist(Recht.HULPZIN_VOORSTELLEN)
def stel_voor(groep_id: int) -> ResponseReturnValue:
    """JSON {"categorie", "domein", "tekst"}: a teacher's own sentence, for colleagues."""
    zin = lees_json(categorie=str, domein=str, tekst=str)
    bezoeker = huidige_bezoeker()
    zinvoorstellen.stel_voor(
        db.session(), bezoeker.cursus, zin["categorie"], zin["domein"], zin["tekst"], bezoeker.persoon
    )
    db.session.commit()
    return jsonify(voorgesteld=True)


@bp.get("/groep/<int:groep_id>/hulpzinnen")
@vereist(Recht.HULPZIN_BEOORDELEN)
def voorstellen(groep_id: int) -> ResponseReturnValue:
    """What colleagues offered, for a mentor to decide on."""
    bezoeker = huidige_bezoeker()
    cyclus = cycli.huidige(db.session(), pagina.groep_van(bezoeker))
    return render_template(
        "hulpzinnen/voorstellen.html",
        **pagina.context(bezoeker, cyclus),
        **_te_beoordelen(
            bezoeker.cursus,
            lambda nummer: url_for("hulpzinnen.beslis", groep_id=groep_id, voorstel_id=nummer),
        ),
    )


@bp.post("/groep/<int:groep_id>/hulpzinnen/<int:voorstel_id>")
@vereist(Recht.HULPZIN_BEOORDELEN)
def beslis(groep_id: int, voorstel_id: int) -> ResponseReturnValue:
    """Form: besluit "ja" or "nee", tekst."""
    return _beslis(voorstel_id, url_for("hulpzinnen.voorstellen", groep_id=groep_id))


@bp.route("/cursus/<int:cursus_id>/hulpzinnen", methods=["GET", "POST"])
@vereist(Recht.HULPZIN_BEHEREN)
def beheer(cursus_id: int) -> ResponseReturnValue:
    """All sentences of the school, found by typing; and a form for a new one."""
    bezoeker = huidige_bezoeker()
    form = NieuweZinForm()
    if form.validate_on_submit():
        zin = {naam: form[naam].data for naam in ("categorie", "domein", "tekst")}
        try:
            zinbeheer.voeg_toe(db.session(), bezoeker.cursus, **zin, door=bezoeker.persoon)
        except OngeldigeWaarde as fout:
            db.session.rollback()
            form.tekst.errors = [*form.tekst.errors, str(fout)]
        else:
            db.session.commit()
            flash("De zin staat in de lijst.", "goed")
            return redirect(url_for("hulpzinnen.beheer", cursus_id=cursus_id), 303)
    gezocht = request.args.get("zoek", "")[:100]
    return render_template(
        "hulpzinnen/beheer.html",
        cursus=bezoeker.cursus,
        form=form,
        gezocht=gezocht,
        groepen=_groepen(bezoeker.cursus, gezocht),
        **_te_beoordelen(
            bezoeker.cursus,
            lambda nummer: url_for("hulpzinnen.beslis_school", cursus_id=cursus_id, voorstel_id=nummer),
        ),
    ), (422 if form.errors else 200)


@bp.post("/cursus/<int:cursus_id>/hulpzinnen/<int:voorstel_id>")
@vereist(Recht.HULPZIN_BEHEREN)
def beslis_school(cursus_id: int, voorstel_id: int) -> ResponseReturnValue:
    """As `beslis`, by the care team or an administrator."""
    return _beslis(voorstel_id, url_for("hulpzinnen.beheer", cursus_id=cursus_id))


@bp.post("/cursus/<int:cursus_id>/hulpzinnen/zin")
@vereist(Recht.HULPZIN_BEHEREN)
def wijzig(cursus_id: int) -> ResponseReturnValue:
    """Form: sleutel, tekst, doe "bewaren" or "verbergen"."""
    bezoeker = huidige_bezoeker()
    sleutel, tekst, doe = (request.form.get(naam, "") for naam in ("sleutel", "tekst", "doe"))
    if doe not in ("bewaren", "verbergen"):
        raise BadRequest
    verborgen = doe == "verbergen"
    try:
        zinbeheer.wijzig(db.session(), bezoeker.cursus, sleutel, tekst, verborgen, bezoeker.persoon)
    except OngeldigeWaarde as fout:
        db.session.rollback()
        flash(str(fout), "let-op")
    else:
        db.session.commit()
        flash("De zin is verborgen." if verborgen else "De zin is bewaard.", "goed")
    return redirect(url_for("hulpzinnen.beheer", cursus_id=cursus_id, zoek=request.args.get("zoek")), 303)


def _beslis(voorstel_id: int, terug: str) -> ResponseReturnValue:
    bezoeker = huidige_bezoeker()
    besluit = request.form.get("besluit")
    if besluit not in ("ja", "nee"):
        raise BadRequest
    goed, tekst = besluit == "ja", request.form.get("tekst", "")
    try:
        zinvoorstellen.beslis(db.session(), bezoeker.cursus, voorstel_id, goed, tekst, bezoeker.persoon)
    except OngeldigeWaarde as fout:
        db.session.rollback()
        flash(str(fout), "let-op")
    else:
        db.session.commit()
        flash("De zin is nu voor alle collega’s." if goed else "De zin is niet overgenomen.", "goed")
    return redirect(terug, 303)


def _te_beoordelen(cursus: Cursus, adres: Callable[[int], str]) -> dict[str, Any]:
    school_id = cursus.platform.school_id
    namen = categorienamen()
    return {
        "voorstellen": [
            {
                "id": voorstel.id,
                "tekst": voorstel.tekst,
                "categorie": namen.get(voorstel.categorie, voorstel.categorie),
                "domein": DOMEIN_PER_SLEUTEL[voorstel.domein].naam if voorstel.domein else "",
                "door": voorstel.door.naam if voorstel.door else "",
                "eigen": voorstel.door_id == huidige_bezoeker().persoon.id,
                "url": adres(voorstel.id),
            }
            for voorstel in zinvoorstellen.wachtend(db.session(), school_id)
        ],
        "vaak": [
            {"categorie": namen.get(categorie, categorie), "tekst": tekst, "leerlingen": leerlingen}
            for categorie, _, tekst, leerlingen in zinvoorstellen.vaak_geschreven(db.session(), school_id)
        ],
    }


def _groepen(cursus: Cursus, gezocht: str) -> list[dict[str, Any]]:
    """Every sentence of the school by category, hidden ones too, in which every typed word begins a word."""
    eigen = {zin.sleutel: zin for zin in schoolzinnen(db.session(), cursus.platform.school_id)}
    alle = [
        Hulpzin(zin.sleutel, zin.categorie, _tekst(zin, eigen), trefwoorden=zin.trefwoorden)
        for zin in begrijpwijzer().hulpzinnen
    ]
    bekend = {zin.sleutel for zin in alle}
    alle += [Hulpzin(z.sleutel, z.categorie, z.tekst) for z in eigen.values() if z.sleutel not in bekend]
    gevonden = zoek(alle, gezocht)
    return [
        {
            "naam": naam,
            "zinnen": [
                {"zin": zin, "eigen": eigen.get(zin.sleutel)} for zin in gevonden if zin.categorie == sleutel
            ],
        }
        for sleutel, naam in categorienamen().items()
    ]


def _tekst(zin: Hulpzin, eigen: dict[str, Any]) -> str:
    gewijzigd = eigen.get(zin.sleutel)
    return gewijzigd.tekst if gewijzigd and gewijzigd.tekst else zin.tekst
