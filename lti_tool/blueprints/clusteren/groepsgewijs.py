"""Subgroups as a whole: made, named, put in order, taken away, brought back. JSON in and out."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.clusteren.antwoord import Terug, gedaan
from lti_tool.blueprints.clusteren.plaatsen import weg
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.models import Differentiatie, Subgroep
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.clusteren import subgroepen, subgroepherstel
from lti_tool.services.clusteren.subgroepen import zoek
from lti_tool.services.groep import cycli
from lti_tool.services.groepsplan import differentiatie
from lti_tool.services.groepsplan.differentiatie import NAMEN


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the board's."""
    bp.add_url_rule("/subgroep", view_func=maak, methods=["POST"])
    bp.add_url_rule("/subgroep/<int:subgroep_id>", view_func=wijzig, methods=["PUT"])
    bp.add_url_rule("/subgroep/<int:subgroep_id>/plek", view_func=verschuif, methods=["PUT"])
    bp.add_url_rule("/subgroep/<int:subgroep_id>", view_func=verwijder, methods=["DELETE"])
    bp.add_url_rule("/herstel/<int:herstel_id>", view_func=zet_terug, methods=["POST"])
    bp.add_url_rule("/differentiatie", view_func=kies, methods=["PUT"])


@vereist(Recht.PLAN_BEWERKEN)
def maak(groep_id: int) -> ResponseReturnValue:
    """JSON {"domein", "naam" ("" for a letter), "soort"}: a new, empty subgroup."""
    gegevens = lees_json(domein=str, naam=str, soort=str)
    bezoeker = huidige_bezoeker()
    cyclus = cycli.kies(db.session(), pagina.groep_van(bezoeker), None)
    subgroep = subgroepen.maak(db.session(), cyclus, **_kies(gegevens), door=bezoeker.persoon)
    gezegd = f"{subgroep.naam} is gemaakt."
    return gedaan(cyclus, gezegd, (weg(subgroep, groep_id),), _sleutel(subgroep), subgroep.versie)


@vereist(Recht.PLAN_BEWERKEN)
def wijzig(groep_id: int, subgroep_id: int) -> ResponseReturnValue:
    """JSON {"naam", "soort", "versie"}: another name or kind."""
    gegevens = lees_json(naam=str, soort=str, versie=int)
    bezoeker = huidige_bezoeker()
    subgroep, cyclus = zoek(db.session(), pagina.groep_van(bezoeker), subgroep_id)
    oud = {"naam": subgroep.naam, "soort": subgroep.soort}
    subgroepen.wijzig(
        db.session(),
        cyclus,
        subgroep,
        gegevens["versie"],
        bezoeker.persoon,
        naam=gegevens["naam"],
        soort=gegevens["soort"],
    )
    terug = Terug(
        "PUT",
        url_for("clusteren.wijzig", groep_id=groep_id, subgroep_id=subgroep_id),
        {**oud, "versie": subgroep.versie},
        _sleutel(subgroep),
    )
    return gedaan(cyclus, f"{subgroep.naam} is bewaard.", (terug,), terug.sleutel, subgroep.versie)


@vereist(Recht.PLAN_BEWERKEN)
def verschuif(groep_id: int, subgroep_id: int) -> ResponseReturnValue:
    """JSON {"plek": from 1, "versie"}: another place among the subgroups of its domain."""
    gegevens = lees_json(plek=int, versie=int)
    bezoeker = huidige_bezoeker()
    subgroep, cyclus = zoek(db.session(), pagina.groep_van(bezoeker), subgroep_id)
    was = 1 + subgroepen.alle(db.session(), cyclus, subgroep.domein).index(subgroep)
    subgroepen.zet_op_plek(
        db.session(), cyclus, subgroep, gegevens["plek"], gegevens["versie"], bezoeker.persoon
    )
    terug = Terug(
        "PUT",
        url_for("clusteren.verschuif", groep_id=groep_id, subgroep_id=subgroep_id),
        {"plek": was, "versie": subgroep.versie},
        _sleutel(subgroep),
    )
    gezegd = f"{subgroep.naam} staat nu op plek {gegevens['plek']}."
    return gedaan(cyclus, gezegd, (terug,), terug.sleutel, subgroep.versie)


@vereist(Recht.PLAN_BEWERKEN)
def verwijder(groep_id: int, subgroep_id: int) -> ResponseReturnValue:
    """JSON {"versie"}: take a subgroup away; the answer says what hung on it."""
    gegevens = lees_json(versie=int)
    bezoeker = huidige_bezoeker()
    subgroep, cyclus = zoek(db.session(), pagina.groep_van(bezoeker), subgroep_id)
    naam = subgroep.naam
    herstel_id, hing = subgroepherstel.verwijder(
        db.session(), cyclus, subgroep, gegevens["versie"], bezoeker.persoon
    )
    terug = Terug("POST", url_for("clusteren.zet_terug", groep_id=groep_id, herstel_id=herstel_id), {})
    return gedaan(cyclus, f"{naam} is weggehaald. {hing.in_woorden()}".strip(), (terug,))


@vereist(Recht.PLAN_BEWERKEN)
def zet_terug(groep_id: int, herstel_id: int) -> ResponseReturnValue:
    """JSON {}: bring back a subgroup that was taken away."""
    lees_json()
    bezoeker = huidige_bezoeker()
    subgroep = subgroepherstel.zet_terug(
        db.session(), pagina.groep_van(bezoeker), herstel_id, bezoeker.persoon
    )
    _, cyclus = zoek(db.session(), pagina.groep_van(bezoeker), subgroep.id)
    gezegd = f"{subgroep.naam} is terug."
    return gedaan(cyclus, gezegd, (weg(subgroep, groep_id),), _sleutel(subgroep), subgroep.versie)


@vereist(Recht.PLAN_BEWERKEN)
def kies(groep_id: int) -> ResponseReturnValue:
    """JSON {"keuze": "convergent" | "divergent", "versie": of the plan, 0 for none}."""
    gegevens = lees_json(keuze=str, versie=int)
    bezoeker = huidige_bezoeker()
    cyclus = cycli.kies(db.session(), pagina.groep_van(bezoeker), None)
    was = differentiatie.lees(db.session(), cyclus)
    stand = differentiatie.zet(db.session(), cyclus, gegevens["keuze"], gegevens["versie"], bezoeker.persoon)
    terug = Terug(
        "PUT",
        url_for("clusteren.kies", groep_id=groep_id),
        {"keuze": was.keuze, "versie": stand.versie},
        "differentiatie",
    )
    gezegd = f"Je werkt {NAMEN[Differentiatie(stand.keuze)]}."
    return gedaan(cyclus, gezegd, (terug,), terug.sleutel, stand.versie)


def _kies(gegevens: dict[str, str]) -> dict[str, str]:
    return {naam: gegevens[naam] for naam in ("domein", "naam", "soort")}


def _sleutel(subgroep: Subgroep) -> str:
    return f"subgroep:{subgroep.id}"
