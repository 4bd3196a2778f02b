"""What the log says of one pupil, for the pupil's page in the overview."""

from typing import Any

from flask import url_for

from lti_tool.extensions import db
from lti_tool.models import Cyclus
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.services.uitvoering import logboek


def van_leerling(bezoeker: Bezoeker, cyclus: Cyclus, regel_id: int) -> dict[str, Any] | None:
    """The context of overzicht/_logboek.html; None when there is nothing to read, or not for this visitor."""
    notities = logboek.van_regel(db.session(), cyclus, regel_id) if bezoeker.mag(Recht.PLAN_BEKIJKEN) else []
    if not notities:
        return None
    return {
        "notities": notities,
        "soorten": logboek.SOORTEN,
        "url": url_for("logboek.toon", groep_id=cyclus.groep_id, leerling=regel_id, cyclus=cyclus.volgnummer),
    }
