"""The overview as a file: what kind, on which paper, with or without what is confidential."""

import io

from flask import Blueprint, render_template, request, send_file
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.documents.indeling import Papier
from lti_tool.extensions import db
from lti_tool.models import Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.fouten import GeenRecht
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services import overzicht, uitvoer, verwant
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.overzicht import Overzicht
from lti_tool.services.uitvoer import Bestandssoort

bp = Blueprint("uitvoer", __name__, url_prefix="/groep/<int:groep_id>/uitvoer")

BESTANDEN = {
    Bestandssoort.PDF: ("PDF", "application/pdf"),
    Bestandssoort.DOCX: ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Bestandssoort.XLSX: ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Bestandssoort.CSV: ("CSV", "text/csv"),
}


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
    soort, papier = _keuze()
    if gezien.vraagt_vertrouwelijk() and not bezoeker.mag(Recht.VERTROUWELIJK_BEKIJKEN):
        raise GeenRecht("Je mag de vertrouwelijke kolommen van deze groep niet zien.")
    cyclus = pagina.cyclus_of_inrichten(groep)
    inhoud = overzicht.lees(db.session(), cyclus, gezien.zicht_van(bezoeker))
    document = uitvoer.maak_document(
        uitvoer.kop_van(db.session(), cyclus),
        inhoud,
        _algemeen(bezoeker, inhoud),
        op_papier=uitvoer.is_papier(soort),
    )
    naam, mimetype = BESTANDEN[soort]
    gezien.log_inzage(bezoeker, groep, inhoud, bestand=naam)
    # nothing is asked of the database any more, and laying out takes a while
    db.session.close()
    return send_file(
        io.BytesIO(uitvoer.schrijf(document, soort, papier)),
        mimetype=mimetype,
        as_attachment=True,
        download_name=uitvoer.bestandsnaam(document, soort),
    )


def _keuze() -> tuple[Bestandssoort, Papier]:
    """The kind and the paper that the address asks for. Raises OngeldigeWaarde."""
    soort, papier = request.args.get("soort", ""), request.args.get("papier", "a4")
    if soort not in set(Bestandssoort):
        raise OngeldigeWaarde("Kies een bestand: PDF, Word, Excel of CSV.")
    if papier not in ("a4", "a3"):
        raise OngeldigeWaarde("Kies A4 of A3.")
    return Bestandssoort(soort), "a3" if papier == "a3" else "a4"


def _algemeen(bezoeker: Bezoeker, inhoud: Overzicht) -> dict[int, verwant.Algemeen] | None:
    """What the mentors share of these pupils, for the teacher of a subject; None where there is nothing."""
    groep = pagina.groep_van(bezoeker)
    if groep.soort != Soort.VAKSPECIFIEK or not bezoeker.mag(Recht.ALGEMEEN_BEKIJKEN):
        return None
    return verwant.algemeen(db.session(), groep, [regel.leerling.id for regel in inhoud.regels]) or None
