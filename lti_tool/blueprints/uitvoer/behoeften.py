"""The needs of a class as a file, and those of one pupil as a page for a talk."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.bestand import BESTANDEN, gevraagde_soort, stuur
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.blueprints.uitvoer.keuze import algemeen, papier
from lti_tool.documents.formulier import schrijf_formulier_docx, schrijf_formulier_pdf
from lti_tool.extensions import db
from lti_tool.models import Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.fouten import GeenRecht
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.begrijpwijzer import behoefteblad, behoefteuitvoer, bekend, benoemen
from lti_tool.services.begrijpwijzer.behoeftelezen import zoek_plaats
from lti_tool.services.groep import verwant
from lti_tool.services.groep.rooster import leerling_van
from lti_tool.services.overzicht import overzicht, uitvoer
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.overzicht.uitvoer import Bestandssoort

KLAS = (Bestandssoort.PDF, Bestandssoort.DOCX, Bestandssoort.XLSX)
BLAD = (Bestandssoort.PDF, Bestandssoort.DOCX)


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the group's."""
    bp.add_url_rule("/behoeften", view_func=kies_behoeften)
    bp.add_url_rule("/behoeften/bestand", view_func=behoeften)
    bp.add_url_rule("/behoeften/leerling", view_func=leerlingblad)


@vereist(Recht.OVERZICHT_BEKIJKEN)
def kies_behoeften(groep_id: int) -> ResponseReturnValue:
    """What can be made, one click a file; ?regel= names the pupil that one comes from."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    regel_id = request.args.get("regel", type=int)
    plaats = zoek_plaats(db.session(), groep, regel_id) if regel_id else None
    cyclus = plaats.cyclus if plaats else pagina.cyclus_of_inrichten(groep)
    alles = gezien.zicht_van(bezoeker, vertrouwelijk=True)
    kolommen = overzicht.zichtbare_kolommen(db.session(), cyclus, alles)
    return render_template(
        "uitvoer/behoeften.html",
        **pagina.context(bezoeker, cyclus, actief="begrijpwijzer"),
        leerlingen=benoemen.lijst(db.session(), cyclus),
        regel_id=regel_id,
        gekozen=leerling_van(plaats.regel.persoon).naam if plaats else "",
        gevoelig=[kolom.naam for kolom in kolommen if kolom.gevoelig],
    )


@vereist(Recht.OVERZICHT_BEKIJKEN)
def behoeften(groep_id: int) -> ResponseReturnValue:
    """The needs of the class; never anything confidential."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    soort, blad = gevraagde_soort(KLAS), papier()
    cyclus = pagina.cyclus_of_inrichten(groep)
    inhoud = overzicht.lees(db.session(), cyclus, gezien.zicht_van(bezoeker, vertrouwelijk=False))
    document = behoefteuitvoer.maak_document(
        db.session(),
        cyclus,
        uitvoer.kop_van(db.session(), cyclus),
        inhoud,
        algemeen(bezoeker, inhoud),
        op_papier=uitvoer.is_papier(soort),
    )
    # nothing is asked of the database any more, and laying out takes a while
    db.session.close()
    return stuur(uitvoer.schrijf(document, soort, blad), soort, uitvoer.bestandsnaam(document, soort))


@vereist(Recht.OVERZICHT_BEKIJKEN)
def leerlingblad(groep_id: int) -> ResponseReturnValue:
    """One pupil (?regel=). Whoever takes confidential fields along is in the log, with the kind of file."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    soort = gevraagde_soort(BLAD)
    plaats = zoek_plaats(db.session(), groep, request.args.get("regel", type=int) or abort(400))
    if gezien.vraagt_vertrouwelijk() and not bezoeker.mag(Recht.VERTROUWELIJK_BEKIJKEN):
        raise GeenRecht("Je mag de vertrouwelijke kolommen van deze groep niet zien.")
    zicht = gezien.zicht_van(bezoeker)
    inhoud = None
    if zicht.vertrouwelijk:
        alleen = gezien.alleen(zicht, plaats.regel.persoon_id)
        inhoud = overzicht.lees(db.session(), plaats.cyclus, alleen)
    formulier = behoefteblad.maak_blad(
        db.session(),
        plaats,
        uitvoer.kop_van(db.session(), plaats.cyclus),
        bekend.lees(db.session(), plaats.cyclus, plaats.regel, zicht),
        van_anderen=_van_anderen(bezoeker, plaats),
        met_woorden=bezoeker.mag(Recht.GEGEVENS_BEKIJKEN),
        gevoelig=inhoud,
    )
    naam = uitvoer.naam_van(
        behoefteuitvoer.NAAM,
        leerling_van(plaats.regel.persoon).naam,
        formulier.datum,
        soort,
        vertrouwelijk=formulier.vertrouwelijk,
    )
    if inhoud is not None:
        gezien.log_inzage(bezoeker, groep, inhoud, bestand=BESTANDEN[soort][0])
    db.session.close()
    schrijf = schrijf_formulier_pdf if soort is Bestandssoort.PDF else schrijf_formulier_docx
    return stuur(schrijf(formulier), soort, naam)


def _van_anderen(bezoeker: Bezoeker, plaats: Celplaats) -> list[tuple[str, str]]:
    """The teacher takes the general needs along; the mentor those of the subjects."""
    persoon_id, session = plaats.regel.persoon_id, db.session()
    if plaats.groep.soort == Soort.VAKSPECIFIEK and bezoeker.mag(Recht.ALGEMEEN_BEKIJKEN):
        van_mentor = verwant.algemeen(session, plaats.groep, [persoon_id]).get(persoon_id)
        return [("Algemene behoeften, van de mentor", van_mentor.behoeften)] if van_mentor else []
    if plaats.groep.soort == Soort.VAKOVERSTIJGEND and bezoeker.mag(Recht.VAKOVERZICHT_BEKIJKEN):
        gevonden = verwant.vakbehoeften(session, plaats.groep, persoon_id)
        return [(f"Nodig bij {naam}", tekst) for naam, tekst in gevonden]
    return []
