"""A signed proof in a page: its holder may deposit unsaved text for one person there, no more.

It reads nothing and outlives the visit, so that text survives a visit that ends while somebody types.
"""

from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from lti_tool.security.fouten import GeenBezoek

# A page left open longer than this has seen a night.
_GELDIG_SECONDEN = 16 * 3600
_CELLEN = "klad"
_PAGINA = "paginaklad"


def maak(persoon_id: int, groep_id: int) -> str:
    """The proof for the cells of one group."""
    return _ondertekenaar(_CELLEN).dumps([persoon_id, groep_id])


def lees(bewijs: str) -> tuple[int, int]:
    """(persoon_id, groep_id). Raises GeenBezoek for a proof that isn't ours or is too old."""
    persoon_id, groep_id = _lees(_CELLEN, bewijs)
    return int(persoon_id), int(groep_id)


def maak_pagina(persoon_id: int, cyclus_id: int, pagina: str) -> str:
    """The proof for the fields of one page of a cycle."""
    return _ondertekenaar(_PAGINA).dumps([persoon_id, cyclus_id, pagina])


def lees_pagina(bewijs: str) -> tuple[int, int, str]:
    """(persoon_id, cyclus_id, pagina). Raises GeenBezoek as lees does."""
    persoon_id, cyclus_id, pagina = _lees(_PAGINA, bewijs)
    return int(persoon_id), int(cyclus_id), str(pagina)


def _ondertekenaar(soort: str) -> URLSafeTimedSerializer:
    # salted by kind: one kind of proof is no other
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=soort)


def _lees(soort: str, bewijs: str) -> list[Any]:
    try:
        inhoud: list[Any] = _ondertekenaar(soort).loads(bewijs, max_age=_GELDIG_SECONDEN)
    except (BadData, ValueError, TypeError) as fout:
        raise GeenBezoek from fout
    return inhoud
