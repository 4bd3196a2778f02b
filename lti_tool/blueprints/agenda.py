"""What is due in a group, each with the page where it is done."""

from collections.abc import Sequence
from typing import Any

from flask import url_for

from lti_tool.hgw.agenda import Agendaregel
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht

# kind -> where, for whom; the first that is there and allowed
_PAGINAS = {
    "halverwege": ("halverwege.toon", Recht.PLAN_BEKIJKEN),
    "doelen": ("evaluatie.toon", Recht.PLAN_BEKIJKEN),
    "evaluatie": ("evaluatie.toon", Recht.PLAN_BEKIJKEN),
    "cyclus": ("groep.nieuwe_cyclus", Recht.CYCLUS_BEHEREN),
}


def met_links(bezoeker: Bezoeker, groep_id: int, regels: Sequence[Agendaregel]) -> list[dict[str, Any]]:
    """Lines for macros/agenda.html; "" as url when the visitor can do nothing about it."""
    return [
        {"tekst": regel.tekst, "te_laat": regel.te_laat, "url": _url(bezoeker, groep_id, regel.soort)}
        for regel in regels
    ]


def _url(bezoeker: Bezoeker, groep_id: int, soort: str) -> str:
    endpoint, recht = _PAGINAS[soort]
    return url_for(endpoint, groep_id=groep_id) if bezoeker.mag(recht) else ""
