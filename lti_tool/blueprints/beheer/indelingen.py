"""The school's columns per kind of overview and subject: shown, tried out, set, back to the default."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints.beheer.forms import IndelingForm
from lti_tool.blueprints.beheer.voorbeeld import voorbeeldtabel
from lti_tool.extensions import db
from lti_tool.models import Schoolformaat, Soort
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.school import beheer, formaattekst, formaten, schoolformaten
from lti_tool.services.school.formaten import Kolomformaat
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
    eigen = {(f.soort, f.vak): f for f in schoolformaten.lijst(db.session(), platform.school_id)}
    plaatsen = dict.fromkeys([(Soort.VAKOVERSTIJGEND.value, ""), (Soort.VAKSPECIFIEK.value, ""), *eigen])
    groepen = beheer.groepen_van_platform(db.session(), platform.id)
    vakken = {groep.vak for groep in groepen if groep.vak} | {vak["naam"] for vak in formaten.vakken()}
    return render_template(
        "beheer/indelingen.html",
        school=platform.school.naam,
        indelingen=[_stand(cursus_id, soort, vak, eigen.get((soort, vak))) for soort, vak in plaatsen],
        vakken=sorted(vakken, key=str.casefold),
        nieuw_url=url_for("beheer.indeling", cursus_id=cursus_id, soort=Soort.VAKSPECIFIEK.value),
        terug_url=url_for("beheer.start", cursus_id=cursus_id),
    )


def _stand(cursus_id: int, soort: str, vak: str, eigen: Schoolformaat | None) -> dict[str, Any]:
    return {
        "naam": _naam(soort, vak),
        "url": url_for("beheer.indeling", cursus_id=cursus_id, soort=soort, vak=vak or None),
        "eigen": eigen is not None,
        "op": eigen.op if eigen else None,
        "aantal": len(eigen.kolommen) if eigen else len(formaten.kolomformaten(soort)),
    }


def _naam(soort: str, vak: str) -> str:
    if soort == Soort.VAKOVERSTIJGEND:
        return "Overzicht van de mentor"
    return f"Vakoverzicht {vak}" if vak else "Vakoverzicht, alle vakken"


def _plaats(soort: str) -> tuple[str, str]:
    """Kind and subject of the address. Raises NietGevonden, or OngeldigeWaarde for a wrong subject."""
    if soort not in set(Soort):
        raise NietGevonden("Deze indeling is er niet.")
    return soort, schoolformaten.schoon_vak(soort, request.args.get("vak", ""))


@vereist(Recht.SCHOOL_BEHEREN)
def indeling(cursus_id: int, soort: str) -> ResponseReturnValue:
    """The columns as a text, with the table that they make."""
    bezoeker = huidige_bezoeker()
    school_id = bezoeker.cursus.platform.school_id
    soort, vak = _plaats(soort)
    kolommen = schoolformaten.geldend(db.session(), school_id, soort, vak)
    form = IndelingForm(tekst=formaattekst.schrijf(kolommen))
    if form.validate_on_submit():
        try:
            kolommen = formaattekst.lees(form.tekst.data)
        except OngeldigFormaat as fout:
            kolommen = ()
            form.tekst.errors = [*form.tekst.errors, "Verbeter de regels die hierboven staan."]
            form.form_errors = fout.fouten
        else:
            if form.bewaren.data:
                schoolformaten.bewaar(db.session(), school_id, soort, vak, kolommen, bezoeker.persoon)
                db.session.commit()
                flash(f"{_naam(soort, vak)}: bewaard. Nieuwe cycli krijgen deze kolommen.", "goed")
                return redirect(url_for("beheer.indelingen", cursus_id=cursus_id), 303)
    return _toon(cursus_id, soort, vak, form, kolommen)


def _toon(
    cursus_id: int, soort: str, vak: str, form: IndelingForm, kolommen: tuple[Kolomformaat, ...]
) -> ResponseReturnValue:
    school_id = huidige_bezoeker().cursus.platform.school_id
    eigen = schoolformaten.zoek(db.session(), school_id, soort, vak)
    return render_template(
        "beheer/indeling.html",
        naam=_naam(soort, vak),
        vak=vak,
        form=form,
        eigen=eigen is not None,
        voorbeeld=voorbeeldtabel(kolommen),
        terug_url=url_for("beheer.indelingen", cursus_id=cursus_id),
        standaard_url=url_for("beheer.indeling_standaard", cursus_id=cursus_id, soort=soort, vak=vak or None),
    ), (422 if form.errors else 200)


@vereist(Recht.SCHOOL_BEHEREN)
def indeling_standaard(cursus_id: int, soort: str) -> ResponseReturnValue:
    """Back to what holds without the school's own."""
    soort, vak = _plaats(soort)
    school_id = huidige_bezoeker().cursus.platform.school_id
    if schoolformaten.zet_terug(db.session(), school_id, soort, vak):
        db.session.commit()
        flash(f"{_naam(soort, vak)}: terug naar de standaard. Wat is ingevuld, blijft bewaard.", "goed")
    else:
        flash(f"{_naam(soort, vak)} had al de standaard.", "info")
    return redirect(url_for("beheer.indelingen", cursus_id=cursus_id), 303)
