"""What a page needs to let unsaved text wait, and what waits there (read by templates/macros/klad.html)."""

from typing import Any

from flask import url_for

from lti_tool.extensions import db
from lti_tool.models import Cyclus
from lti_tool.security import kladbewijs
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.services import paginaklad


def gegevens(bezoeker: Bezoeker, cyclus: Cyclus, pagina: str) -> dict[str, Any]:
    """Of one page of a cycle, by its own name: {"url", "token", "wachtend": what waits for this visitor}."""
    return {
        "url": url_for("klad.bewaar_pagina"),
        "token": kladbewijs.maak_pagina(bezoeker.persoon.id, cyclus.id, pagina),
        "wachtend": paginaklad.wachtend(db.session(), bezoeker.persoon, cyclus, pagina),
    }
