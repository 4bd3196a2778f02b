"""The pupil's own part, as the teacher's page sends it. JSON in and out."""

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.begrijpwijzer import leerlingdeel
from lti_tool.services.begrijpwijzer.behoeftelezen import zoek_plaats
from lti_tool.services.tijd import SCHOOLTIJD


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the group's."""
    bp.add_url_rule("/leerlingdeel/<int:regel_id>", view_func=bewaar_deel, methods=["PUT"])
    bp.add_url_rule(
        "/leerlingdeel/<int:regel_id>/uitnodiging", view_func=uitnodiging, methods=["PUT", "DELETE"]
    )


@vereist(Recht.LEERLINGDEEL_BEWERKEN)
def bewaar_deel(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """JSON {"wil_leren", "kan_zelf", "hulp_bij", "versie"}: what the pupil said in the talk."""
    gegevens = lees_json(versie=int, **dict.fromkeys(leerlingdeel.VRAGEN, str))
    bezoeker = huidige_bezoeker()
    plaats = zoek_plaats(db.session(), pagina.groep_van(bezoeker), regel_id)
    deel = leerlingdeel.bewaar(
        db.session(),
        plaats.groep,
        plaats.cyclus,
        plaats.regel,
        gegevens,
        gegevens["versie"],
        bezoeker.persoon,
    )
    antwoord = leerlingdeel.woorden_van(deel) | {
        "versie": deel.versie,
        "op": deel.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M"),
    }
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.LEERLINGDEEL_BEWERKEN)
def uitnodiging(groep_id: int, regel_id: int) -> ResponseReturnValue:
    """PUT lets the pupil write on their own page, DELETE ends that."""
    bezoeker = huidige_bezoeker()
    plaats = zoek_plaats(db.session(), pagina.groep_van(bezoeker), regel_id)
    deel = leerlingdeel.nodig_uit(
        db.session(),
        plaats.groep,
        plaats.cyclus,
        plaats.regel,
        request.method == "PUT",
        bezoeker.persoon,
    )
    antwoord = {"uitgenodigd": deel.uitgenodigd_op is not None}
    db.session.commit()
    return jsonify(antwoord)
