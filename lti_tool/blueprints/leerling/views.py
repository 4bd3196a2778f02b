"""A pupil's own page: what a teacher shared with them, and nothing else."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist

bp = Blueprint("leerling", __name__, url_prefix="/cursus/<int:cursus_id>")


@bp.get("/mijn")
@vereist(Recht.EIGEN_PAGINA_BEKIJKEN)
def eigen_pagina(cursus_id: int) -> ResponseReturnValue:
    """Who launches as a pupil sees this."""
    bezoeker = huidige_bezoeker()
    return render_template(
        "leerling/eigen_pagina.html",
        voornaam=bezoeker.persoon.voornaam or bezoeker.persoon.naam,
        cursus=bezoeker.cursus,
    )
