"""Reading what a page's script sends."""

from typing import Any

from flask import abort, request


def lees_json(**velden: type) -> dict[str, Any]:
    """The fields of a JSON body; 400 when one is missing or of another type."""
    gegevens = request.get_json()
    if not isinstance(gegevens, dict):
        abort(400)
    if any(type(gegevens.get(naam)) is not soort for naam, soort in velden.items()):
        abort(400)
    return gegevens
