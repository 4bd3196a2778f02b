"""What became of a pupil's goals in the previous cycle, to be said and taken along, and their own words."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import url_for

from lti_tool.extensions import db
from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL, Domein
from lti_tool.hgw.evaluatie import NIET_BEHAALD, OORZAKEN
from lti_tool.models import Onderwijsbehoefte
from lti_tool.services.begrijpwijzer.bekend import Bekend
from lti_tool.services.evaluatie import doelwoorden, evalueren, herziening
from lti_tool.services.evaluatie.evalueren import Doeluitkomst
from lti_tool.services.overzicht.cellen import Celplaats


def context(
    plaats: Celplaats,
    domein: Domein,
    bekend: Bekend,
    behoeften: Mapping[str, Onderwijsbehoefte],
    woorden: bool,
) -> dict[str, Any]:
    """`terugblikken`: goals of the previous cycle; `doelwoorden`: (goal, the pupil's words) of both cycles.

    `herzieningsadvies`: on the need that came along in this domain. `woorden`: for who may read what pupils
    say.
    """
    uitkomsten = evalueren.van_leerling(db.session(), plaats.cyclus, plaats.regel.persoon_id)
    hier = {doel.tekst for doel in behoeften[domein.sleutel].doelen} if domein.sleutel in behoeften else set()
    return {
        "terugblikken": [_terugblik(rij, plaats, domein, hier) for rij in _rijen(bekend, uitkomsten)],
        "herzieningsadvies": herziening.advies(db.session(), behoeften.get(domein.sleutel), uitkomsten),
        "doelwoorden": _woorden(bekend, list(behoeften.values())) if woorden else [],
    }


def _rijen(bekend: Bekend, uitkomsten: Sequence[Doeluitkomst]) -> list[dict[str, Any]]:
    """Every own goal of the previous cycle, with cause and remark where they were said; then the plan's."""
    gezegd = {uitkomst.doel_id: uitkomst for uitkomst in uitkomsten if uitkomst.doel_id is not None}
    eigen = [
        {
            "id": doel["id"],
            "domein": behoefte["domein"],
            "tekst": doel["tekst"],
            "maat": doel["maat"],
            "bereikt": doel["bereikt"],
            "oorzaak": gezegd[doel["id"]].oorzaak if doel["id"] in gezegd else "",
            "toelichting": gezegd[doel["id"]].toelichting if doel["id"] in gezegd else "",
        }
        for behoefte in (bekend.vorige.behoeften if bekend.vorige else ())
        for doel in behoefte["doelen"]
        if doel["tekst"]
    ]
    van_plan = [
        {
            "id": None,
            "domein": uitkomst.domein,
            "tekst": uitkomst.tekst,
            "maat": uitkomst.maat,
            "bereikt": uitkomst.resultaat,
            "oorzaak": uitkomst.oorzaak,
            "toelichting": uitkomst.toelichting,
        }
        for uitkomst in uitkomsten
        if uitkomst.doel_id is None
    ]
    return eigen + van_plan


def _terugblik(rij: dict[str, Any], plaats: Celplaats, domein: Domein, hier: set[str]) -> dict[str, Any]:
    """`elders`: where the goal can be taken along, when that is another domain's page."""
    van_hier = rij["domein"] == domein.sleutel
    elders = url_for(
        "begrijpwijzer.toon", groep_id=plaats.groep.id, regel_id=plaats.regel.id, domein=rij["domein"]
    )
    return rij | {
        "domein_naam": DOMEIN_PER_SLEUTEL[rij["domein"]].naam,
        "door": OORZAKEN[rij["oorzaak"]] if rij["oorzaak"] else "",
        "open": rij["bereikt"] in NIET_BEHAALD,
        "staat_al": van_hier and rij["tekst"] in hier,
        "elders": "" if van_hier else elders,
    }


def _woorden(bekend: Bekend, behoeften: Sequence[Onderwijsbehoefte]) -> list[dict[str, Any]]:
    doelen = {doel.id: doel.tekst for behoefte in behoeften for doel in behoefte.doelen}
    for vorige in bekend.vorige.behoeften if bekend.vorige else ():
        doelen |= {doel["id"]: doel["tekst"] for doel in vorige["doelen"]}
    gevonden = doelwoorden.van_doelen(db.session(), doelen)
    return [{"doel": tekst, "woord": gevonden[id_]} for id_, tekst in doelen.items() if id_ in gevonden]
