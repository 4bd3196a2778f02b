"""The overview as a file: what kind, on which paper, with or without what is confidential."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.bestand import BESTANDEN, gevraagde_soort, stuur
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.blueprints.uitvoer import behoeften, plan
from lti_tool.blueprints.uitvoer.keuze import algemeen, papier
from lti_tool.extensions import db
from lti_tool.security.fouten import GeenRecht
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.overzicht import overzicht, uitvoer

bp = Blueprint("uitvoer", __name__, url_prefix="/groep/<int:groep_id>/uitvoer")
behoeften.registreer(bp)
plan.registreer(bp)


@bp.get("")
@vereist(Recht.OVERZICHT_BEKIJKEN)
def kies(groep_id: int) -> ResponseReturnValue:
    """What can be made, one click a file."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = pagina.cyclus_of_inrichten(groep)
    alles = gezien.zicht_van(bezoeker, vertrouwelijk=True)
    kolommen = overzicht.zichtbare_kolommen(db.session(), cyclus, alles)
    return render_template(
        "uitvoer/kies.html",
        **gezien.context(bezoeker, cyclus),
        gevoelig=[kolom.naam for kolom in kolommen if kolom.gevoelig],
        beperkt=not alles.alles,
        volgnummer=cyclus.volgnummer if "cyclus" in request.args else None,
    )


@bp.get("/bestand")
@vereist(Recht.OVERZICHT_BEKIJKEN)
def bestand(groep_id: int) -> ResponseReturnValue:
    """The file. Whoever takes confidential columns along is in the log, with the kind of file."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    soort, blad = gevraagde_soort(), papier()
    if gezien.vraagt_vertrouwelijk() and not bezoeker.mag(Recht.VERTROUWELIJK_BEKIJKEN):
        raise GeenRecht("Je mag de vertrouwelijke kolommen van deze groep niet zien.")
    cyclus = pagina.cyclus_of_inrichten(groep)
    inhoud = overzicht.lees(db.session(), cyclus, gezien.zicht_van(bezoeker))
    document = uitvoer.maak_document(
        uitvoer.kop_van(db.session(), cyclus),
        inhoud,
        algemeen(bezoeker, inhoud),
        op_papier=uitvoer.is_papier(soort),
    )
    gezien.log_inzage(bezoeker, groep, inhoud, bestand=BESTANDEN[soort][0])
    # nothing is asked of the database any more, and laying out takes a while
    db.session.close()
    return stuur(uitvoer.schrijf(document, soort, blad), soort, uitvoer.bestandsnaam(document, soort))
