"""The begrijpwijzer: what is known of a pupil beside the need that is being written."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.begrijpwijzer import behoeften, leerlingdeel, scherm
from lti_tool.blueprints.klad import paginas as kladpaginas
from lti_tool.extensions import db
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.begrijpwijzer import benoemen
from lti_tool.services.begrijpwijzer.behoeftelezen import zoek_plaats

bp = Blueprint("begrijpwijzer", __name__, url_prefix="/groep/<int:groep_id>")
behoeften.registreer(bp)
leerlingdeel.registreer(bp)


@bp.get("/begrijpwijzer")
@vereist(Recht.OVERZICHT_BEKIJKEN)
def start(groep_id: int) -> ResponseReturnValue:
    """To the pupil where the work goes on: signalled, and without a need yet."""
    bezoeker = huidige_bezoeker()
    cyclus = pagina.cyclus_of_inrichten(pagina.groep_van(bezoeker))
    eerste = benoemen.eerste(benoemen.lijst(db.session(), cyclus))
    if eerste is not None:
        return redirect(url_for("begrijpwijzer.toon", groep_id=groep_id, regel_id=eerste.regel_id), 303)
    return render_template(
        "begrijpwijzer/leeg.html", **pagina.context(bezoeker, cyclus, actief="begrijpwijzer")
    )


@bp.get("/begrijpwijzer/<int:regel_id>")
@vereist(Recht.OVERZICHT_BEKIJKEN)
def toon(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """One pupil: known on one side, needed on the other."""
    bezoeker = huidige_bezoeker()
    plaats = zoek_plaats(db.session(), pagina.groep_van(bezoeker), regel_id)
    return render_template(
        "begrijpwijzer/begrijpwijzer.html",
        **pagina.context(bezoeker, plaats.cyclus, actief="begrijpwijzer"),
        **scherm.context(bezoeker, plaats),
        klad=kladpaginas.gegevens(bezoeker, plaats.cyclus, f"begrijpwijzer/{regel_id}"),
    )
