"""A pupil's own page: what a teacher shared with them, their own words, and nothing else."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints.leerling.forms import DoelwoordForm, EigenWoordenForm
from lti_tool.extensions import db
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.begrijpwijzer import leerlingdeel
from lti_tool.services.evaluatie import doelwoorden
from lti_tool.services.fouten import Conflict
from lti_tool.services.groep import groepen

bp = Blueprint("leerling", __name__, url_prefix="/cursus/<int:cursus_id>")


@bp.get("/mijn")
@vereist(Recht.EIGEN_PAGINA_BEKIJKEN)
def eigen_pagina(cursus_id: int) -> ResponseReturnValue:
    """Who launches as a pupil sees this."""
    bezoeker = huidige_bezoeker()
    persoon_id = bezoeker.persoon.id
    return render_template(
        "leerling/eigen_pagina.html",
        **_wie(bezoeker),
        doelen=_doelen(cursus_id, persoon_id),
        uitnodigingen=[
            {
                "groep": groepen.naam(groep),
                "url": url_for("leerling.eigen_woorden", cursus_id=cursus_id, regel_id=regel.id),
                "woorden": leerlingdeel.woorden_van(leerlingdeel.van_regel(db.session(), regel.id)),
            }
            for groep, _, regel in leerlingdeel.uitnodigingen(db.session(), cursus_id, persoon_id)
        ],
        vragen=leerlingdeel.VRAGEN,
    )


@bp.route("/mijn/<int:regel_id>", methods=["GET", "POST"])
@vereist(Recht.EIGEN_WOORDEN_SCHRIJVEN)
def eigen_woorden(cursus_id: int, regel_id: int) -> ResponseReturnValue:
    """The pupil writes what they want to learn, can do themselves, and need help with."""
    bezoeker = huidige_bezoeker()
    groep, cyclus, regel = leerlingdeel.zoek_uitnodiging(
        db.session(), cursus_id, bezoeker.persoon.id, regel_id
    )
    deel = leerlingdeel.van_regel(db.session(), regel_id)
    form = EigenWoordenForm(obj=deel)
    conflict: Conflict | None = None
    if form.validate_on_submit():
        woorden = {vraag: form[vraag].data or "" for vraag in leerlingdeel.VRAGEN}
        versie = form.gezien
        conflict = _bewaar(
            form,
            lambda: leerlingdeel.bewaar(
                db.session(), groep, cyclus, regel, woorden, versie, bezoeker.persoon
            ),
        )
        if conflict is None:
            return redirect(url_for("leerling.eigen_pagina", cursus_id=cursus_id), 303)
    return render_template(
        "leerling/eigen_woorden.html",
        **_wie(bezoeker),
        form=form,
        groep=groepen.naam(groep),
        conflict=conflict,
        vragen=leerlingdeel.VRAGEN,
    ), (409 if conflict else 422 if form.errors else 200)


@bp.route("/mijn/doel/<int:doel_id>", methods=["GET", "POST"])
@vereist(Recht.EIGEN_WOORDEN_SCHRIJVEN)
def doelwoord(cursus_id: int, doel_id: int) -> ResponseReturnValue:
    """The pupil says how it goes with a goal that a teacher shared."""
    bezoeker = huidige_bezoeker()
    plaats = doelwoorden.zoek(db.session(), cursus_id, bezoeker.persoon.id, doel_id)
    form = DoelwoordForm(obj=doelwoorden.van_doel(db.session(), doel_id))
    conflict: Conflict | None = None
    if form.validate_on_submit():
        versie = form.gezien
        tekst = form.tekst.data or ""
        conflict = _bewaar(
            form, lambda: doelwoorden.bewaar(db.session(), plaats, tekst, versie, bezoeker.persoon)
        )
        if conflict is None:
            return redirect(url_for("leerling.eigen_pagina", cursus_id=cursus_id), 303)
    return render_template(
        "leerling/doelwoord.html",
        **_wie(bezoeker),
        form=form,
        groep=groepen.naam(plaats.groep),
        doel=plaats.doel,
        conflict=conflict,
    ), (409 if conflict else 422 if form.errors else 200)


def _bewaar(form: EigenWoordenForm | DoelwoordForm, doe: Callable[[], object]) -> Conflict | None:
    """Do it and commit; when somebody was first, the form goes on from what stands there."""
    try:
        doe()
    except Conflict as fout:
        db.session.rollback()
        form.versie.data = fout.gegevens["versie"]
        return fout
    db.session.commit()
    flash("Bewaard. Je docent kan het nu lezen.", "goed")
    return None


def _doelen(cursus_id: int, persoon_id: int) -> list[dict[str, Any]]:
    """The shared goals by group, each with what the pupil wrote of it."""
    per_groep = leerlingdeel.gedeelde_doelen(db.session(), cursus_id, persoon_id)
    woorden = doelwoorden.van_doelen(db.session(), [doel.id for _, doelen in per_groep for doel in doelen])
    return [
        {
            "groep": groepen.naam(groep),
            "doelen": [
                {
                    "doel": doel,
                    "woord": woorden.get(doel.id),
                    "url": url_for("leerling.doelwoord", cursus_id=cursus_id, doel_id=doel.id),
                }
                for doel in doelen
            ],
        }
        for groep, doelen in per_groep
    ]


def _wie(bezoeker: Bezoeker) -> dict[str, Any]:
    return {"voornaam": bezoeker.persoon.voornaam or bezoeker.persoon.naam, "cursus": bezoeker.cursus}
