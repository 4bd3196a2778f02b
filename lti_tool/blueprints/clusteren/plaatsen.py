"""Pupils who are moved on the board, proposals that are accepted, who is kept apart. JSON in and out."""

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.clusteren.antwoord import Terug, gedaan
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.models import Subgroep
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.begrijpwijzer.behoeftelezen import zoek_domein
from lti_tool.services.clusteren import clusteradvies, clusterbord, instructie, plaatsingen, uiteen
from lti_tool.services.clusteren.plaatsingen import ALLEEN, GEEN, Bestemming
from lti_tool.services.groep import cycli
from lti_tool.services.groep.rooster import leerling_van


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the board's."""
    bp.add_url_rule("/plaats/<int:regel_id>/<domein>", view_func=plaats, methods=["PUT"])
    bp.add_url_rule("/voorstel/<domein>", view_func=voorstel, methods=["POST"])
    bp.add_url_rule("/uiteen", view_func=houd_uiteen, methods=["PUT"])
    bp.add_url_rule("/instructie/<int:regel_id>", view_func=zet_instructie, methods=["PUT"])


@vereist(Recht.PLAN_BEWERKEN)
def plaats(groep_id: int, regel_id: int, domein: str) -> ResponseReturnValue:
    """JSON {"naar": id of a subgroup, "alleen" or "", "versie": that was seen, 0: not placed}."""
    gegevens = lees_json(versie=int)
    naar = gegevens.get("naar")
    if type(naar) is not int and naar not in (ALLEEN, GEEN):
        abort(400)
    session, groep = db.session(), pagina.groep_van(huidige_bezoeker())
    regel, cyclus = plaatsingen.zoek_regel(session, groep, regel_id)
    was = plaatsingen.van_domein(session, cyclus, domein).get(regel_id)
    nieuw = plaatsingen.plaats(
        session, groep, regel_id, domein, naar, gegevens["versie"], huidige_bezoeker().persoon
    )
    terug = Terug(
        "PUT",
        url_for("clusteren.plaats", groep_id=groep_id, regel_id=regel_id, domein=domein),
        {"naar": was.waar if was else GEEN, "versie": nieuw.versie},
        f"plaats:{regel_id}",
    )
    naam = leerling_van(regel.persoon).naam
    gezegd = f"{naam} {_waar(naar)}."
    return gedaan(cyclus, gezegd, (terug,), terug.sleutel, nieuw.versie)


@vereist(Recht.PLAN_BEWERKEN)
def voorstel(groep_id: int, domein: str) -> ResponseReturnValue:
    """JSON {"leerlingen": rows, "bij": id of a subgroup or null for a new one}: accept a proposal."""
    gegevens = lees_json(leerlingen=list)
    rijen, bij = gegevens["leerlingen"], gegevens.get("bij")
    if any(type(rij) is not int for rij in rijen) or (bij is not None and type(bij) is not int):
        abort(400)
    session, groep = db.session(), pagina.groep_van(huidige_bezoeker())
    cyclus = cycli.kies(session, groep, None)
    klas = clusterbord.lees_klas(session, cyclus)
    bord = clusterbord.lees(session, klas, zoek_domein(groep, domein))
    subgroep, gezet = clusteradvies.neem_over(session, bord, rijen, bij, huidige_bezoeker().persoon)
    gezegd = f"{len(gezet)} leerling{'en' * (len(gezet) != 1)} in {subgroep.naam}."
    if len(gezet) < len(set(rijen)):
        gezegd += " De anderen zijn ondertussen al ingedeeld."
    terug = _haal_uit(groep_id, domein, gezet) if bij is not None else (weg(subgroep, groep_id),)
    return gedaan(cyclus, gezegd, terug)


@vereist(Recht.PLAN_BEWERKEN)
def houd_uiteen(groep_id: int) -> ResponseReturnValue:
    """JSON {"een", "ander": persons, "uiteen": bool}: keep two pupils apart, or no longer."""
    gegevens = lees_json(een=int, ander=int, uiteen=bool)
    session, groep = db.session(), pagina.groep_van(huidige_bezoeker())
    uiteen.zet(
        session,
        groep,
        gegevens["een"],
        gegevens["ander"],
        gegevens["uiteen"],
        huidige_bezoeker().persoon,
    )
    gezegd = "Deze leerlingen worden uit elkaar gehouden." if gegevens["uiteen"] else "Dit mag weer samen."
    terug = Terug(
        "PUT",
        url_for("clusteren.houd_uiteen", groep_id=groep_id),
        {"een": gegevens["een"], "ander": gegevens["ander"], "uiteen": not gegevens["uiteen"]},
    )
    return gedaan(cycli.kies(session, groep, None), gezegd, (terug,))


@vereist(Recht.PLAN_BEWERKEN)
def zet_instructie(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """JSON {"wat": key of instructie.NAMEN, "was": the one that was seen}."""
    gegevens = lees_json(wat=str, was=str)
    session, groep = db.session(), pagina.groep_van(huidige_bezoeker())
    regel = instructie.zet(
        session, groep, regel_id, gegevens["wat"], gegevens["was"], huidige_bezoeker().persoon
    )
    terug = Terug(
        "PUT",
        url_for("clusteren.zet_instructie", groep_id=groep_id, regel_id=regel_id),
        {"wat": gegevens["was"], "was": gegevens["wat"]},
    )
    _, cyclus = plaatsingen.zoek_regel(session, groep, regel_id)
    naam = leerling_van(regel.persoon).naam
    return gedaan(cyclus, f"{naam}: {instructie.NAMEN[regel.instructie]}.", (terug,))


def weg(subgroep: Subgroep, groep_id: int) -> Terug:
    """The request that takes a subgroup away again."""
    url = url_for("clusteren.verwijder", groep_id=groep_id, subgroep_id=subgroep.id)
    return Terug("DELETE", url, {"versie": subgroep.versie}, f"subgroep:{subgroep.id}")


def _haal_uit(groep_id: int, domein: str, rijen: list[int]) -> tuple[Terug, ...]:
    return tuple(
        Terug(
            "PUT",
            url_for("clusteren.plaats", groep_id=groep_id, regel_id=regel_id, domein=domein),
            {"naar": GEEN, "versie": 1},
            f"plaats:{regel_id}",
        )
        for regel_id in rijen
    )


def _waar(naar: Bestemming) -> str:
    if naar == GEEN:
        return "staat weer bij “nog geen subgroep”"
    if naar == ALLEEN:
        return "blijft bewust alleen"
    subgroep = db.session.get(Subgroep, naar)
    return f"staat nu in {subgroep.naam}" if subgroep else "staat nu in de subgroep"
