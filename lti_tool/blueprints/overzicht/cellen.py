"""What the overview's scripts send: a cell, a signal, a colleague's observation. JSON in and out."""

from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.models import Cel
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.fouten import GeenRecht
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services import klad
from lti_tool.services.overzicht import cellen, celweergave, signalering
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.tijd import SCHOOLTIJD


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the group's."""
    bp.add_url_rule("/cel/<int:regel_id>/<int:kolom_id>", view_func=bewaar_cel, methods=["PUT"])
    bp.add_url_rule("/signaal/<int:regel_id>/<reden>", view_func=signaal, methods=["PUT", "DELETE"])
    bp.add_url_rule("/observatie/<int:regel_id>/<int:kolom_id>", view_func=observatie, methods=["POST"])


def zichtbare_plaats(bezoeker: Bezoeker, regel_id: int, kolom_id: int) -> Celplaats:
    """The cell at this place. Raises NietGevonden, or GeenRecht for a column that is kept from them."""
    plaats = cellen.zoek_plaats(db.session(), pagina.groep_van(bezoeker), regel_id, kolom_id)
    if plaats.kolom.gevoelig and not bezoeker.mag(Recht.VERTROUWELIJK_BEKIJKEN):
        raise GeenRecht("Deze kolom is vertrouwelijk.")
    return plaats


@vereist(Recht.OVERZICHT_BEWERKEN)
def bewaar_cel(groep_id: int, regel_id: int, kolom_id: int) -> ResponseReturnValue:
    """JSON {"waarde": text, "versie": the version that the writer saw}."""
    gegevens = lees_json(waarde=str, versie=int)
    bezoeker = huidige_bezoeker()
    plaats = zichtbare_plaats(bezoeker, regel_id, kolom_id)
    cel = cellen.bewaar(db.session(), plaats, gegevens["waarde"], gegevens["versie"], bezoeker.persoon)
    klad.ruim_op(db.session(), bezoeker.persoon, regel_id, kolom_id)
    antwoord = _cel(plaats, cel, bezoeker)
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.OVERZICHT_BEWERKEN)
def signaal(groep_id: int, regel_id: int, reden: str) -> ResponseReturnValue:
    """PUT sets a reason, DELETE takes it back."""
    bezoeker = huidige_bezoeker()
    signalen = signalering.zet(
        db.session(),
        pagina.groep_van(bezoeker),
        regel_id,
        reden,
        request.method == "PUT",
        bezoeker.persoon,
    )
    db.session.commit()
    return jsonify(signalen=list(signalen))


@vereist(Recht.OBSERVATIE_TOEVOEGEN)
def observatie(groep_id: int, regel_id: int, kolom_id: int) -> ResponseReturnValue:
    """JSON {"tekst": one line}: added under what stands there, signed."""
    gegevens = lees_json(tekst=str)
    bezoeker = huidige_bezoeker()
    plaats = zichtbare_plaats(bezoeker, regel_id, kolom_id)
    cel = cellen.voeg_observatie_toe(db.session(), plaats, gegevens["tekst"], bezoeker.persoon)
    antwoord = _cel(plaats, cel, bezoeker)
    if not bezoeker.mag(Recht.GEGEVENS_BEKIJKEN):
        # the rest of the cell isn't theirs to read
        antwoord |= {"waarde": " ".join(gegevens["tekst"].split()), "versie": 0}
    db.session.commit()
    return jsonify(antwoord)


def _cel(plaats: Celplaats, cel: Cel, bezoeker: Bezoeker) -> dict[str, Any]:
    weergave = celweergave.lees_cel(db.session(), plaats.cyclus, plaats.kolom, cel)
    return {
        "waarde": weergave.waarde,
        "versie": weergave.versie,
        "onder": weergave.onder,
        "verloop": weergave.verloop,
        "door": bezoeker.persoon.naam,
        "op": cel.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M") if cel.versie else "",
    }
