"""The overview for the smartboard during the class conference: large, calm, nothing sensitive."""

from dataclasses import replace

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.extensions import db
from lti_tool.hgw.redenen import REDEN_PER_SLEUTEL
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.groep import cycli, groepen
from lti_tool.services.overzicht import nieuws, overzicht


def registreer(bp: Blueprint) -> None:
    """Hang this page under the group's address."""
    bp.add_url_rule("/presentatie", view_func=presentatie, methods=["GET"])


@vereist(Recht.OVERZICHT_BEKIJKEN)
def presentatie(groep_id: int) -> ResponseReturnValue:
    """Scores, categories and needs per pupil. Sensitive columns never, whatever the address asks."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = cycli.kies(db.session(), groep, None)
    kijk = replace(gezien.zicht_van(bezoeker), bewerken=False, vertrouwelijk=False)
    inhoud = overzicht.lees(db.session(), cyclus, kijk)
    return render_template(
        "overzicht/presentatie.html",
        titel=groepen.naam(groep),
        cyclus=cyclus,
        overzicht=inhoud,
        redenen=REDEN_PER_SLEUTEL,
        terug_url=url_for("overzicht.toon", groep_id=groep_id),
        gegevens={
            "live": url_for("overzicht.live", groep_id=groep_id, bord=1)
            if cyclus.gesloten_op is None
            else None,
            "sinds": nieuws.laatste(db.session(), groep_id),
            "redenen": {reden.sleutel: reden.naam for reden in REDEN_PER_SLEUTEL.values()},
        },
    )
