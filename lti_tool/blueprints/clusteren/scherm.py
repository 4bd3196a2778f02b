"""What templates/clusteren/ reads."""

from typing import Any

from flask import render_template, request, url_for

from lti_tool.blueprints import pagina
from lti_tool.extensions import db
from lti_tool.hgw.domeinen import Domein
from lti_tool.models import Cyclus, Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.services.clusteren import (
    clusteradvies,
    clusterbord,
    eerdergroepen,
    groepspunten,
    instructie,
    subgroepen,
    uiteen,
)
from lti_tool.services.clusteren.clusterbord import Bord, Klas
from lti_tool.services.groepsplan import differentiatie
from lti_tool.services.overzicht import nieuws
from lti_tool.services.school import formaten
from lti_tool.services.school.hulpzinnen import categorienamen


def mag_bewerken(bezoeker: Bezoeker, cyclus: Cyclus) -> bool:
    """Whether this visitor changes anything on the board. The server checks again at every request."""
    return cyclus.gesloten_op is None and bezoeker.mag(Recht.PLAN_BEWERKEN)


def kies_domein(klas: Klas, sleutel: str) -> Domein:
    """The domain that is asked for, else the first one in which somebody has a need."""
    gevraagd = next((domein for domein in klas.domeinen if domein.sleutel == sleutel), None)
    if gevraagd is not None:
        return gevraagd
    met = {sleutel for behoeften in klas.behoeften.values() for sleutel in behoeften}
    return next((domein for domein in klas.domeinen if domein.sleutel in met), klas.domeinen[0])


def context(bezoeker: Bezoeker, cyclus: Cyclus) -> dict[str, Any]:
    """The board of the domain that the address asks for, with what it proposes and points out."""
    session = db.session()
    klas = clusterbord.lees_klas(session, cyclus)
    bord = clusterbord.lees(session, klas, kies_domein(klas, request.args.get("domein", "")))
    mag = mag_bewerken(bezoeker, cyclus)
    eerder = eerdergroepen.lees(session, cyclus, bord.domein.sleutel)
    # who is kept apart, and who scores low, is for the owners
    eigenaar = bezoeker.mag(Recht.PLAN_BEWERKEN)
    paren = uiteen.paren(session, cyclus.groep) if eigenaar else ()
    punten = groepspunten.van_cyclus(session, cyclus)
    aantal = _ten_hoogste()
    advies = clusteradvies.stel_voor(bord, paren, aantal) if mag else None
    return {
        "bord": bord,
        "mag_bewerken": mag,
        "laatste": nieuws.laatste(session, cyclus.groep_id),
        "domeinen": _domeinen(klas, bord),
        "advies": advies,
        "meer_groepen": aantal + 1 if advies and advies.vol and aantal < clusteradvies.MEESTE_GROEPEN else 0,
        "waarschuwingen": clusteradvies.waarschuw(bord, eerder, paren),
        "paren": _namen(bord, paren),
        "eerder": [cyclus_ for cyclus_ in eerder if cyclus_.groepen],
        "punten": [punt for punt in punten if punt.domein == bord.domein.sleutel],
        "puntvoorstellen": [
            voorstel
            for voorstel in (groepspunten.voorstellen(session, klas, punten) if mag else ())
            if voorstel.domein == bord.domein.sleutel
        ],
        "vakspecifiek": cyclus.groep.soort == Soort.VAKSPECIFIEK,
        "differentiatie": differentiatie.lees(session, cyclus),
        "instructies": instructie.NAMEN,
        "korte_instructies": instructie.KORTE_NAMEN,
        "soortnamen": subgroepen.SOORTNAMEN,
        "categorienamen": categorienamen(),
        "basis_url": url_for("clusteren.bord", groep_id=cyclus.groep_id),
    }


def fragment(bezoeker: Bezoeker, cyclus: Cyclus) -> str:
    """Only the board, to take the place of the one on the page."""
    groep = {"id": pagina.groep_van(bezoeker).id}
    return render_template("clusteren/_bord.html", **context(bezoeker, cyclus), groep=groep)


def _ten_hoogste() -> int:
    """So many subgroups are proposed: what the school says, or more when the page asks for it."""
    standaard = int(formaten.clusteren()["ten_hoogste"])
    gevraagd = request.args.get("groepen", standaard, type=int)
    return min(max(gevraagd, standaard), clusteradvies.MEESTE_GROEPEN)


def _domeinen(klas: Klas, bord: Bord) -> list[dict[str, Any]]:
    gesloten = klas.cyclus.gesloten_op is not None
    return [
        {
            "sleutel": domein.sleutel,
            "naam": domein.naam,
            "url": url_for(
                "clusteren.bord",
                groep_id=klas.cyclus.groep_id,
                domein=domein.sleutel,
                cyclus=klas.cyclus.volgnummer if gesloten else None,
            ),
            "actief": domein == bord.domein,
            "aantal": sum(
                not klas.beeld(regel, domein).leeg or bool(klas.eigen_tekst(regel, domein))
                for regel, _ in klas.leerlingen
            ),
        }
        for domein in klas.domeinen
    ]


def _namen(bord: Bord, paren: Any) -> list[dict[str, Any]]:
    """The pairs that are kept apart, of who is there now."""
    naam = {kaart.persoon_id: kaart.naam for kaart in bord.kaarten}
    return [
        {"een": een, "ander": ander, "namen": f"{naam[een]} en {naam[ander]}"}
        for een, ander in paren
        if een in naam and ander in naam
    ]
