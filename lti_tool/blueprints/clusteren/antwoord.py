"""What every change on the board answers: what was done in words, how to undo it, the board as it is now."""

from dataclasses import dataclass
from typing import Any

from flask import jsonify
from flask.typing import ResponseReturnValue

from lti_tool.blueprints.clusteren import scherm
from lti_tool.extensions import db
from lti_tool.models import Cyclus
from lti_tool.security.toegang import huidige_bezoeker


@dataclass(frozen=True)
class Terug:
    """A request that undoes a change.

    `sleutel` names what the version in `inhoud` belongs to, so that a script can undo
    several changes in a row.
    """

    methode: str
    url: str
    inhoud: dict[str, Any]
    sleutel: str = ""


def gedaan(
    cyclus: Cyclus, gezegd: str, terug: tuple[Terug, ...], sleutel: str = "", versie: int = 0
) -> ResponseReturnValue:
    """Commit, and answer. `sleutel` and `versie`: what was changed, and its version from now on."""
    bezoeker = huidige_bezoeker()
    db.session.commit()
    return jsonify(
        gezegd=gezegd,
        terug=[vars(stap) for stap in terug],
        sleutel=sleutel,
        versie=versie,
        bord=scherm.fragment(bezoeker, cyclus),
    )
