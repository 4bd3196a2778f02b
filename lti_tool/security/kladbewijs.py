"""A signed proof in a page: its holder may deposit unsaved text for one person in one group, no more.

It reads nothing and outlives the visit, so that text survives a visit that ends while somebody types.
"""

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from lti_tool.security.fouten import GeenBezoek

# A page left open longer than this has seen a night.
_GELDIG_SECONDEN = 16 * 3600


def _ondertekenaar() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="klad")


def maak(persoon_id: int, groep_id: int) -> str:
    """The proof for one page."""
    return _ondertekenaar().dumps([persoon_id, groep_id])


def lees(bewijs: str) -> tuple[int, int]:
    """(persoon_id, groep_id). Raises GeenBezoek for a proof that isn't ours or is too old."""
    try:
        persoon_id, groep_id = _ondertekenaar().loads(bewijs, max_age=_GELDIG_SECONDEN)
    except (BadData, ValueError, TypeError) as fout:
        raise GeenBezoek from fout
    return int(persoon_id), int(groep_id)
