"""What an owner arranges: fellow owners, the cycle's dates, who in the roster is no pupil."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.groep.forms import CyclusForm, EigenaarForm
from lti_tool.extensions import db
from lti_tool.models import Groep, Herkomst, Onderwerp
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.fouten import GeenRecht
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services import geschiedenis
from lti_tool.services.cyclus import cyclusopening
from lti_tool.services.evaluatie import evaluatiestand
from lti_tool.services.fouten import DomeinFout, OngeldigeWaarde
from lti_tool.services.groep import cycli, regels
from lti_tool.services.groep import eigenaren as eigenaardienst
from lti_tool.services.groep import rooster as roosterdienst


def registreer(bp: Blueprint) -> None:
    """Hang these pages under the group's address."""
    bp.add_url_rule("/eigenaren", view_func=eigenaren, methods=["GET", "POST"])
    bp.add_url_rule("/eigenaren/<int:persoon_id>/weg", view_func=eigenaar_weg, methods=["POST"])
    bp.add_url_rule("/cyclus", view_func=cyclus, methods=["GET", "POST"])
    bp.add_url_rule("/cyclus/nieuw", view_func=nieuwe_cyclus, methods=["GET", "POST"])
    bp.add_url_rule("/cyclus/terug", view_func=vorige_cyclus, methods=["POST"])
    bp.add_url_rule("/leerlingen", view_func=leerlingen, methods=["GET"])
    bp.add_url_rule("/leerlingen/<int:persoon_id>/merk", view_func=merk, methods=["POST"])


@vereist(Recht.EIGENAAR_BEKIJKEN)
def eigenaren(groep_id: int) -> ResponseReturnValue:
    """Who the owners are and were; an owner names a colleague or hands over."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    mag = bezoeker.mag(Recht.EIGENAAR_AANWIJZEN)
    if request.method == "POST" and not mag:
        raise GeenRecht
    form = _eigenaarform(bezoeker, groep)
    if mag and form.validate_on_submit():
        try:
            _wijs_aan(bezoeker, groep, form)
        except DomeinFout as fout:
            db.session.rollback()
            form.collega.errors = [*form.collega.errors, str(fout)]
        else:
            db.session.commit()
            return redirect(url_for("groep.eigenaren", groep_id=groep_id), 303)
    return render_template(
        "groep/eigenaren.html",
        **pagina.context(bezoeker, cycli.huidige(db.session(), groep)),
        form=form if mag and form.collega.choices else None,
        mag=mag,
        eigenaren=eigenaardienst.eigenaren(db.session(), groep),
        geschiedenis=geschiedenis.van_groep(db.session(), groep),
        ben_ik=bezoeker.persoon.id,
    ), (422 if form.errors else 200)


def _eigenaarform(bezoeker: Bezoeker, groep: Groep) -> EigenaarForm:
    form = EigenaarForm()
    huidige = {e.persoon_id for e in eigenaardienst.eigenaren(db.session(), groep)}
    form.collega.choices = {
        collega.id: collega.naam
        for collega in eigenaardienst.collegas(db.session(), groep)
        if collega.id not in huidige
    }
    if bezoeker.persoon.id not in huidige:
        # an administrator has no place of their own to hand over
        form.hoe.choices = {"erbij": "Toevoegen als eigenaar"}
    return form


def _wijs_aan(bezoeker: Bezoeker, groep: Groep, form: EigenaarForm) -> None:
    collega = next(p for p in eigenaardienst.collegas(db.session(), groep) if p.id == form.collega.data)
    if form.hoe.data == "over":
        eigenaardienst.draag_over(db.session(), groep, bezoeker.persoon, collega)
        flash(f"Je hebt de groep overgedragen aan {collega.naam}.", "goed")
        return
    is_eigenaar = any(
        e.persoon_id == bezoeker.persoon.id for e in eigenaardienst.eigenaren(db.session(), groep)
    )
    herkomst = Herkomst.OVERDRACHT if is_eigenaar else Herkomst.BEHEER
    eigenaardienst.wijs_aan(db.session(), groep, collega, bezoeker.persoon, herkomst)
    flash(f"{collega.naam} is nu ook eigenaar.", "goed")


@vereist(Recht.EIGENAAR_AANWIJZEN)
def eigenaar_weg(groep_id: int, persoon_id: int) -> ResponseReturnValue:
    """End an ownership; the last owner stays."""
    bezoeker = huidige_bezoeker()
    try:
        eigenaardienst.beeindig(db.session(), pagina.groep_van(bezoeker), persoon_id, bezoeker.persoon)
    except OngeldigeWaarde as fout:
        db.session.rollback()
        flash(str(fout), "let-op")
    else:
        db.session.commit()
        flash("Het eigenaarschap is beëindigd.", "goed")
    return redirect(url_for("groep.voorpagina", groep_id=groep_id), 303)


@vereist(Recht.CYCLUS_BEHEREN)
def cyclus(groep_id: int) -> ResponseReturnValue:
    """The dates of the open cycle, and the way to the next one."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    huidige = cycli.kies(db.session(), groep, None)
    form = CyclusForm(obj=huidige)
    if form.validate_on_submit():
        try:
            cycli.wijzig_data(db.session(), huidige, form.begin.data, form.eind.data, bezoeker.persoon)
        except OngeldigeWaarde as fout:
            db.session.rollback()
            form.eind.errors = [*form.eind.errors, str(fout)]
        else:
            db.session.commit()
            flash("De data van de cyclus zijn bewaard.", "goed")
            return redirect(url_for("groep.cyclus", groep_id=groep_id), 303)
    alle = cycli.cycli(db.session(), groep)
    return render_template(
        "groep/cyclus.html",
        **pagina.context(bezoeker, huidige),
        form=form,
        kan_terug=len(alle) > 1 and cyclusopening.is_ongebruikt(db.session(), huidige),
    ), (422 if form.errors else 200)


@vereist(Recht.CYCLUS_BEHEREN)
def nieuwe_cyclus(groep_id: int) -> ResponseReturnValue:
    """Open the next cycle: what goes along is said first."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    huidige = cycli.kies(db.session(), groep, None)
    voorstel = cyclusopening.stel_voor(bezoeker.cursus, na=huidige)
    form = CyclusForm(data={"begin": voorstel.begin, "eind": voorstel.eind})
    if form.validate_on_submit():
        try:
            nieuw = cyclusopening.open_cyclus(
                db.session(), groep, form.begin.data, form.eind.data, bezoeker.persoon
            )
        except OngeldigeWaarde as fout:
            db.session.rollback()
            form.begin.errors = [*form.begin.errors, str(fout)]
        else:
            db.session.commit()
            flash(f"Cyclus {nieuw.volgnummer} is geopend.", "goed")
            return redirect(url_for("overzicht.toon", groep_id=groep_id), 303)
    return render_template(
        "groep/nieuwe_cyclus.html",
        **pagina.context(bezoeker, huidige),
        form=form,
        voorstel=voorstel,
        terugkijken=evaluatiestand.van_cyclus(db.session(), huidige),
    ), (422 if form.errors else 200)


@vereist(Recht.CYCLUS_BEHEREN)
def vorige_cyclus(groep_id: int) -> ResponseReturnValue:
    """Undo the opening of a cycle in which nothing was done yet."""
    bezoeker = huidige_bezoeker()
    try:
        vorige = cyclusopening.heropen_vorige(db.session(), pagina.groep_van(bezoeker), bezoeker.persoon)
    except OngeldigeWaarde as fout:
        db.session.rollback()
        flash(str(fout), "let-op")
    else:
        db.session.commit()
        flash(f"Cyclus {vorige.volgnummer} is weer open.", "goed")
    return redirect(url_for("groep.cyclus", groep_id=groep_id), 303)


@vereist(Recht.LEERLING_MERKEN)
def leerlingen(groep_id: int) -> ResponseReturnValue:
    """The pupils of the roster; who is none can be marked so, and back."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    return render_template(
        "groep/leerlingen.html",
        **pagina.context(bezoeker, cycli.huidige(db.session(), groep)),
        leerlingen=roosterdienst.leerlingen(db.session(), groep.cursus_id),
        geen_leerlingen=roosterdienst.geen_leerlingen(db.session(), groep.cursus_id),
    )


@vereist(Recht.LEERLING_MERKEN)
def merk(groep_id: int, persoon_id: int) -> ResponseReturnValue:
    """Turn "geen leerling" over for one person."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    gemerkt = {lid.id for lid in roosterdienst.geen_leerlingen(db.session(), groep.cursus_id)}
    lid = regels.merk(db.session(), groep, persoon_id, persoon_id not in gemerkt)
    oud, nieuw = ("leerling", "geen leerling") if lid.geen_leerling else ("geen leerling", "leerling")
    geschiedenis.noteer(
        db.session(), groep, Onderwerp.LEERLING, bezoeker.persoon, oud, nieuw, leerling_id=persoon_id
    )
    db.session.commit()
    flash(f"{lid.persoon.naam} staat nu als {nieuw} in de lijst.", "goed")
    return redirect(url_for("groep.leerlingen", groep_id=groep_id), 303)
