"""The groepsplan, its week table and its evaluation as a file."""

from collections.abc import Callable

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.bestand import gevraagde_soort, stuur
from lti_tool.blueprints.uitvoer.keuze import papier
from lti_tool.documents.indeling import Papier
from lti_tool.documents.tabeldocument import Tabeldocument
from lti_tool.documents.tabeldocx import schrijf_tabeldocx
from lti_tool.documents.tabelpdf import schrijf_tabelpdf
from lti_tool.documents.tabelxlsx import schrijf_tabelxlsx
from lti_tool.extensions import db
from lti_tool.models import Cyclus
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.evaluatie import evaluatielezen, evaluatieuitvoer
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groepsplan import planlezen, planuitvoer
from lti_tool.services.overzicht import uitvoer
from lti_tool.services.overzicht.uitvoer import Bestandssoort
from lti_tool.services.uitvoering import roosteruitvoer, weekrooster

SOORTEN = (Bestandssoort.PDF, Bestandssoort.DOCX, Bestandssoort.XLSX)
_GEEN_PLAN = "Er is nog geen groepsplan in deze cyclus."


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the group's."""
    bp.add_url_rule("/plan", view_func=kies_plan)
    bp.add_url_rule("/plan/bestand", view_func=planbestand)


@vereist(Recht.PLAN_BEKIJKEN)
def kies_plan(groep_id: int) -> ResponseReturnValue:
    """What can be made of the plan, one click a file."""
    bezoeker = huidige_bezoeker()
    cyclus = pagina.cyclus_of_inrichten(pagina.groep_van(bezoeker))
    beeld = planlezen.lees(db.session(), cyclus)
    return render_template(
        "uitvoer/plan.html",
        **pagina.context(bezoeker, cyclus, onderdeel="afdrukken"),
        beeld=beeld,
        per_subgroep=beeld is not None and planuitvoer.per_subgroep(beeld),
        met_lessen=bool(weekrooster.lessen(db.session(), cyclus)),
    )


@vereist(Recht.PLAN_BEKIJKEN)
def planbestand(groep_id: int) -> ResponseReturnValue:
    """The file: ?wat=plan (with ?rij= the document of one subgroup), weekrooster or evaluatie."""
    soort, blad = gevraagde_soort(SOORTEN), papier()
    maak = _MAKERS.get(request.args.get("wat", "plan"))
    if maak is None:
        raise OngeldigeWaarde("Kies het plan, het weekrooster of de evaluatie.")
    cyclus = pagina.cyclus_of_inrichten(pagina.groep_van(huidige_bezoeker()))
    document = maak(cyclus, soort)
    # nothing is asked of the database any more, and laying out takes a while
    db.session.close()
    wat, _, erbij = document.soort.partition(" ")
    naam = uitvoer.naam_van(wat, f"{erbij} {document.groep}", document.datum, soort)
    return stuur(_schrijf(document, soort, blad), soort, naam)


def _schrijf(document: Tabeldocument, soort: Bestandssoort, blad: Papier) -> bytes:
    if soort is Bestandssoort.XLSX:
        return schrijf_tabelxlsx(document)
    return (schrijf_tabelpdf if soort is Bestandssoort.PDF else schrijf_tabeldocx)(document, blad)


def _plan(cyclus: Cyclus, _soort: Bestandssoort) -> Tabeldocument:
    beeld = planlezen.lees(db.session(), cyclus)
    if beeld is None:
        raise NietGevonden(_GEEN_PLAN)
    kop = uitvoer.kop_van(db.session(), cyclus)
    return planuitvoer.plandocument(kop, beeld, request.args.get("rij", type=int))


def _rooster(cyclus: Cyclus, _soort: Bestandssoort) -> Tabeldocument:
    kop = uitvoer.kop_van(db.session(), cyclus)
    return roosteruitvoer.roosterdocument(kop, weekrooster.beeld(db.session(), cyclus))


def _evaluatie(cyclus: Cyclus, soort: Bestandssoort) -> Tabeldocument:
    evaluatie = evaluatielezen.lees(db.session(), cyclus, woorden=False)
    if evaluatie is None:
        raise NietGevonden(_GEEN_PLAN)
    kop = uitvoer.kop_van(db.session(), cyclus)
    # a table to count with, where one can
    return evaluatieuitvoer.evaluatiedocument(kop, evaluatie, met_lijst=soort is Bestandssoort.XLSX)


_MAKERS: dict[str, Callable[[Cyclus, Bestandssoort], Tabeldocument]] = {
    "plan": _plan,
    "weekrooster": _rooster,
    "evaluatie": _evaluatie,
}
