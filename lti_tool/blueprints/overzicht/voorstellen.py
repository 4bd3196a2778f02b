"""Proposed signals in the overview: how each row stands, and the owner's decision with one key. JSON."""

from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.extensions import db
from lti_tool.hgw.weging import Weging, weeg
from lti_tool.models import Cyclus
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.groep import cycli
from lti_tool.services.overzicht import overzicht, signalering
from lti_tool.services.overzicht import voorstellen as voorsteldienst
from lti_tool.services.overzicht.overzichtbeeld import Celweergave, Overzicht
from lti_tool.services.overzicht.voorstellen import Regelstand, Rij

# of who isn't a pupil here, and for who doesn't decide
_GEEN = Regelstand((), bekeken=True)


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the group's."""
    bp.add_url_rule("/voorstellen", view_func=voorstellen, methods=["GET"])
    bp.add_url_rule("/voorstel/<int:regel_id>/<kenmerk>", view_func=voorstel, methods=["PUT", "DELETE"])
    bp.add_url_rule("/voorstel/<int:regel_id>/<kenmerk>/terug", view_func=voorstel_terug, methods=["POST"])
    bp.add_url_rule("/bekeken/<int:regel_id>", view_func=bekeken, methods=["PUT", "DELETE"])


@vereist(Recht.OVERZICHT_BEWERKEN)
def voorstellen(groep_id: int) -> ResponseReturnValue:
    """How every row of the open cycle stands now, for a page whose scores have changed."""
    bezoeker = huidige_bezoeker()
    cyclus = cycli.kies(db.session(), pagina.groep_van(bezoeker), None)
    inhoud = overzicht.lees(db.session(), cyclus, gezien.zicht_van(bezoeker))
    return jsonify(stand(bezoeker, cyclus, inhoud))


@vereist(Recht.OVERZICHT_BEWERKEN)
def voorstel(groep_id: int, regel_id: int, kenmerk: str) -> ResponseReturnValue:
    """PUT accepts a proposal: the signal is set. DELETE turns it down until the data change."""
    bezoeker = huidige_bezoeker()
    besluit = voorsteldienst.neem_over if request.method == "PUT" else voorsteldienst.wijs_af
    besluit(db.session(), pagina.groep_van(bezoeker), regel_id, kenmerk, bezoeker.persoon)
    return _bewaar(bezoeker, regel_id)


@vereist(Recht.OVERZICHT_BEWERKEN)
def voorstel_terug(groep_id: int, regel_id: int, kenmerk: str) -> ResponseReturnValue:
    """Undo the decision: the proposal stands again."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    voorsteldienst.draai_terug(db.session(), groep, regel_id, kenmerk, bezoeker.persoon)
    return _bewaar(bezoeker, regel_id)


@vereist(Recht.OVERZICHT_BEWERKEN)
def bekeken(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """PUT: the owner looked at this pupil and sets no signal. DELETE takes that back."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    signalering.zet_doorlopen(db.session(), groep, regel_id, request.method == "PUT", bezoeker.persoon)
    return _bewaar(bezoeker, regel_id)


def _bewaar(bezoeker: Bezoeker, regel_id: int) -> ResponseReturnValue:
    """Commit, and answer with how this row stands now."""
    groep = pagina.groep_van(bezoeker)
    cyclus = cycli.kies(db.session(), groep, None)
    rij = [rij for rij in voorsteldienst.rijen(db.session(), cyclus) if rij.regel_id == regel_id]
    regelstand = voorsteldienst.lees(db.session(), cyclus, rij).get(regel_id, _GEEN)
    antwoord = _regel(regelstand) | {"signalen": signalering.signalen(db.session(), regel_id)}
    db.session.commit()
    return jsonify(antwoord)


def stand(bezoeker: Bezoeker, cyclus: Cyclus, inhoud: Overzicht) -> dict[str, Any]:
    """Per row the open proposals, whether anybody looked, and the weighted count; the latter per column too.

    Proposals are for who decides on them: the owner, while the cycle is open; not for a colleague who reads.
    """
    eigen = cyclus.groep_id == pagina.groep_van(bezoeker).id
    beslist = eigen and bezoeker.mag(Recht.OVERZICHT_BEWERKEN) and cyclus.gesloten_op is None
    rijen = [
        Rij(regel.regel_id, regel.leerling.id, regel.leerling.vertrokken, regel.signalen)
        for regel in inhoud.regels
    ]
    standen = voorsteldienst.lees(db.session(), cyclus, rijen) if beslist else {}
    aanwezig = [regel for regel in inhoud.regels if not regel.leerling.vertrokken]
    return {
        "regels": {
            str(regel.regel_id): _regel(standen.get(regel.regel_id, _GEEN))
            | {"weging": _weging(weeg(_scores(regel.cellen)))}
            for regel in inhoud.regels
        },
        "kolommen": {
            str(kolom.id): _weging(weeg(_scores([regel.cellen[plaats] for regel in aanwezig])))
            for plaats, kolom in enumerate(inhoud.kolommen)
            if kolom.schaalnaam
        },
    }


def _regel(regelstand: Regelstand) -> dict[str, Any]:
    return {
        "voorstellen": [
            {"kenmerk": v.kenmerk, "reden": v.reden, "uitleg": v.uitleg} for v in regelstand.voorstellen
        ],
        "bekeken": regelstand.bekeken,
        "doorlopen": regelstand.doorlopen,
    }


def _weging(weging: Weging) -> dict[str, Any]:
    return {"gewicht": weging.gewicht, "woorden": weging.woorden}


def _scores(cellen: list[Celweergave] | tuple[Celweergave, ...]) -> list[tuple[bool, bool]]:
    return [(cel.onder, cel.verloop == "daalt") for cel in cellen]
