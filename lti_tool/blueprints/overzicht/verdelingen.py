"""How the class did per test, as a page or as the middle of a window over the table."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Kolom, Kolomsoort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import cycli
from lti_tool.services.overzicht import overzicht
from lti_tool.services.overzicht import verdelingen as verdeeldienst


def registreer(bp: Blueprint) -> None:
    """Hang these pages under the group's address."""
    bp.add_url_rule("/verdeling", view_func=verdelingen, methods=["GET"])
    bp.add_url_rule("/verdeling/<int:kolom_id>", view_func=verdeling, methods=["GET"])


@vereist(Recht.GEGEVENS_BEKIJKEN)
def verdelingen(groep_id: int) -> ResponseReturnValue:
    """Every test of a cycle."""
    bezoeker = huidige_bezoeker()
    cyclus = pagina.cyclus_of_inrichten(pagina.groep_van(bezoeker))
    return _toon(bezoeker, cyclus, _kolommen(bezoeker, cyclus))


@vereist(Recht.GEGEVENS_BEKIJKEN)
def verdeling(groep_id: int, kolom_id: int) -> ResponseReturnValue:
    """One test, of any cycle of the group."""
    bezoeker = huidige_bezoeker()
    kolom = db.session().get(Kolom, kolom_id)
    groep = pagina.groep_van(bezoeker)
    cyclus = next((c for c in cycli.cycli(db.session(), groep) if kolom and c.id == kolom.cyclus_id), None)
    if kolom is None or cyclus is None or kolom not in _kolommen(bezoeker, cyclus):
        raise NietGevonden("Deze toets staat niet in dit overzicht.")
    return _toon(bezoeker, cyclus, [kolom])


def _kolommen(bezoeker: Bezoeker, cyclus: Cyclus) -> list[Kolom]:
    zichtbaar = overzicht.zichtbare_kolommen(db.session(), cyclus, gezien.zicht_van(bezoeker))
    return [kolom for kolom in zichtbaar if kolom.soort != Kolomsoort.TEKST]


def _toon(bezoeker: Bezoeker, cyclus: Cyclus, kolommen: list[Kolom]) -> str:
    return render_template(
        "overzicht/verdeling.html",
        **pagina.context(bezoeker, cyclus),
        verdelingen=verdeeldienst.lees(db.session(), cyclus, kolommen),
        fragment=request.headers.get("X-Fragment") == "1",
    )
