"""Points for the whole group. JSON in and out."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.clusteren.antwoord import Terug, gedaan
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.models import Groepspunt
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.clusteren import clusterbord, groepspunten
from lti_tool.services.groep import cycli


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the board's."""
    bp.add_url_rule("/punt", view_func=voeg_punt_toe, methods=["POST"])
    bp.add_url_rule("/punt/<int:punt_id>", view_func=wijzig_punt, methods=["PUT"])
    bp.add_url_rule("/punt/<int:punt_id>", view_func=haal_punt_weg, methods=["DELETE"])
    bp.add_url_rule("/puntvoorstel", view_func=beslis, methods=["POST"])


@vereist(Recht.PLAN_BEWERKEN)
def voeg_punt_toe(groep_id: int) -> ResponseReturnValue:
    """JSON {"domein", "tekst"}: an own point."""
    gegevens = lees_json(domein=str, tekst=str)
    bezoeker = huidige_bezoeker()
    cyclus = cycli.kies(db.session(), pagina.groep_van(bezoeker), None)
    punt = groepspunten.voeg_toe(
        db.session(), cyclus, gegevens["domein"], gegevens["tekst"], bezoeker.persoon
    )
    terug = (_weg(punt, groep_id),)
    return gedaan(cyclus, "Punt voor de hele groep toegevoegd.", terug, _sleutel(punt), punt.versie)


@vereist(Recht.PLAN_BEWERKEN)
def wijzig_punt(groep_id: int, punt_id: int) -> ResponseReturnValue:
    """JSON {"tekst", "versie"}: other words."""
    gegevens = lees_json(tekst=str, versie=int)
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    oud = db.session.get(Groepspunt, punt_id)
    tekst = oud.tekst if oud else ""
    punt = groepspunten.wijzig(
        db.session(), groep, punt_id, gegevens["tekst"], gegevens["versie"], bezoeker.persoon
    )
    url = url_for("clusteren.wijzig_punt", groep_id=groep_id, punt_id=punt_id)
    terug = Terug("PUT", url, {"tekst": tekst, "versie": punt.versie}, _sleutel(punt))
    cyclus = cycli.kies(db.session(), groep, None)
    return gedaan(cyclus, "Punt bewaard.", (terug,), terug.sleutel, punt.versie)


@vereist(Recht.PLAN_BEWERKEN)
def haal_punt_weg(groep_id: int, punt_id: int) -> ResponseReturnValue:
    """JSON {"versie"}: take a point away, or let a proposal that was turned down be made again."""
    gegevens = lees_json(versie=int)
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    punt = groepspunten.verwijder(db.session(), groep, punt_id, gegevens["versie"], bezoeker.persoon)
    if punt.herkomst:
        url = url_for("clusteren.beslis", groep_id=groep_id)
        terug = Terug("POST", url, {"herkomst": punt.herkomst, "overnemen": not punt.afgewezen})
    else:
        url = url_for("clusteren.voeg_punt_toe", groep_id=groep_id)
        terug = Terug("POST", url, {"domein": punt.domein, "tekst": punt.tekst})
    gezegd = "Dit kan weer worden voorgesteld." if punt.afgewezen else "Punt weggehaald."
    return gedaan(cycli.kies(db.session(), groep, None), gezegd, (terug,))


@vereist(Recht.PLAN_BEWERKEN)
def beslis(groep_id: int) -> ResponseReturnValue:
    """JSON {"herkomst": of a proposal, "overnemen": bool}: accept it, or turn it down."""
    gegevens = lees_json(herkomst=str, overnemen=bool)
    bezoeker = huidige_bezoeker()
    cyclus = cycli.kies(db.session(), pagina.groep_van(bezoeker), None)
    klas = clusterbord.lees_klas(db.session(), cyclus)
    punt = groepspunten.beslis(
        db.session(), klas, gegevens["herkomst"], gegevens["overnemen"], bezoeker.persoon
    )
    gezegd = "Voorstel afgewezen." if punt.afgewezen else "Punt voor de hele groep overgenomen."
    return gedaan(cyclus, gezegd, (_weg(punt, groep_id),), _sleutel(punt), punt.versie)


def _weg(punt: Groepspunt, groep_id: int) -> Terug:
    url = url_for("clusteren.haal_punt_weg", groep_id=groep_id, punt_id=punt.id)
    return Terug("DELETE", url, {"versie": punt.versie}, _sleutel(punt))


def _sleutel(punt: Groepspunt) -> str:
    return f"punt:{punt.id}"
