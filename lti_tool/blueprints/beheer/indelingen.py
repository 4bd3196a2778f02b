"""The school's columns per kind of overview, plan and subject: shown, tried out, set, back to the default."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints.beheer.forms import IndelingForm
from lti_tool.blueprints.beheer.voorbeeld import plantabel, voorbeeldtabel
from lti_tool.extensions import db
from lti_tool.models import Schoolformaat, Soort
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.school import beheer, formaten, schoolformaten
from lti_tool.services.school import indelingen as bron
from lti_tool.services.school.indelingen import Indeling
from lti_tool.services.school.kolomtekst import OngeldigFormaat


def registreer(bp: Blueprint) -> None:
    """Hang these pages under the administrator's address."""
    bp.add_url_rule("/indelingen", view_func=indelingen, methods=["GET"])
    bp.add_url_rule("/indeling/<soort>", view_func=indeling, methods=["GET", "POST"])
    bp.add_url_rule("/indeling/<soort>/standaard", view_func=indeling_standaard, methods=["POST"])


@vereist(Recht.SCHOOL_BEHEREN)
def indelingen(cursus_id: int) -> ResponseReturnValue:
    """What the school set itself, and what follows the default."""
    platform = huidige_bezoeker().cursus.platform
    stand = [_stand(cursus_id, *rij) for rij in bron.lijst(db.session(), platform.school_id)]
    groepen = beheer.groepen_van_platform(db.session(), platform.id)
    vakken = {groep.vak for groep in groepen if groep.vak} | {vak["naam"] for vak in formaten.vakken()}
    vakspecifiek = Soort.VAKSPECIFIEK.value
    return render_template(
        "beheer/indelingen.html",
        school=platform.school.naam,
        delen=[
            ("Overzichten", [rij for rij in stand if not rij["van_plan"]]),
            ("Groepsplannen", [rij for rij in stand if rij["van_plan"]]),
        ],
        vakken=sorted(vakken, key=str.casefold),
        nieuw_url=url_for("beheer.indeling", cursus_id=cursus_id, soort=vakspecifiek),
        nieuw_plan_url=url_for("beheer.indeling", cursus_id=cursus_id, soort=f"plan-{vakspecifiek}"),
        terug_url=url_for("beheer.start", cursus_id=cursus_id),
    )


def _stand(cursus_id: int, van: Indeling, vak: str, eigen: Schoolformaat | None) -> dict[str, Any]:
    school_id = huidige_bezoeker().cursus.platform.school_id
    return {
        "naam": van.naam(vak),
        "van_plan": van.van_plan,
        "url": url_for("beheer.indeling", cursus_id=cursus_id, soort=van.sleutel, vak=vak or None),
        "eigen": eigen is not None,
        "op": eigen.op if eigen else None,
        "aantal": len(eigen.kolommen)
        if eigen
        else len(van.formaten.geldend(db.session(), school_id, van.soort, vak)),
    }


def _plaats(soort: str) -> tuple[Indeling, str]:
    """What the address names, and its subject. Raises NietGevonden, or OngeldigeWaarde (wrong subject)."""
    van = bron.zoek(soort)
    return van, schoolformaten.schoon_vak(van.soort, request.args.get("vak", ""))


@vereist(Recht.SCHOOL_BEHEREN)
def indeling(cursus_id: int, soort: str) -> ResponseReturnValue:
    """The columns as a text, with the table that they make."""
    bezoeker = huidige_bezoeker()
    school_id = bezoeker.cursus.platform.school_id
    van, vak = _plaats(soort)
    kolommen = van.formaten.geldend(db.session(), school_id, van.soort, vak)
    form = IndelingForm(tekst=van.tekst.schrijf(kolommen))
    if form.validate_on_submit():
        try:
            kolommen = van.tekst.lees(form.tekst.data)
        except OngeldigFormaat as fout:
            kolommen = ()
            form.tekst.errors = [*form.tekst.errors, "Verbeter de regels die hierboven staan."]
            form.form_errors = fout.fouten
        else:
            if form.bewaren.data:
                van.formaten.bewaar(db.session(), school_id, van.soort, vak, kolommen, bezoeker.persoon)
                db.session.commit()
                zin = f"{van.naam(vak)}: bewaard. Nieuwe {van.geldt_voor} krijgen deze kolommen."
                flash(zin, "goed")
                return redirect(url_for("beheer.indelingen", cursus_id=cursus_id), 303)
    return _toon(cursus_id, van, vak, form, kolommen)


def _toon(
    cursus_id: int, van: Indeling, vak: str, form: IndelingForm, kolommen: tuple[Any, ...]
) -> ResponseReturnValue:
    school_id = huidige_bezoeker().cursus.platform.school_id
    return render_template(
        "beheer/indeling.html",
        naam=van.naam(vak),
        van_plan=van.van_plan,
        form=form,
        eigen=bron.eigen(db.session(), school_id, van, vak) is not None,
        voorbeeld=plantabel(kolommen) if van.van_plan else voorbeeldtabel(kolommen),
        terug_url=url_for("beheer.indelingen", cursus_id=cursus_id),
        standaard_url=url_for(
            "beheer.indeling_standaard", cursus_id=cursus_id, soort=van.sleutel, vak=vak or None
        ),
    ), (422 if form.errors else 200)


@vereist(Recht.SCHOOL_BEHEREN)
def indeling_standaard(cursus_id: int, soort: str) -> ResponseReturnValue:
    """Back to what holds without the school's own."""
    van, vak = _plaats(soort)
    school_id = huidige_bezoeker().cursus.platform.school_id
    if van.formaten.zet_terug(db.session(), school_id, van.soort, vak):
        db.session.commit()
        flash(f"{van.naam(vak)}: terug naar de standaard. Wat is ingevuld, blijft bewaard.", "goed")
    else:
        flash(f"{van.naam(vak)} had al de standaard.", "info")
    return redirect(url_for("beheer.indelingen", cursus_id=cursus_id), 303)
