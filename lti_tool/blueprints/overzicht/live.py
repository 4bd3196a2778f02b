"""What a page asks every few seconds: what did others change, and who is here."""

from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.extensions import db
from lti_tool.models import Kolom
from lti_tool.models.sqlite import gaat_schrijven
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.groep import aanwezigheid, cycli, inzage
from lti_tool.services.overzicht import nieuws, overzicht
from lti_tool.services.overzicht.nieuws import Celnieuws, Nieuws
from lti_tool.services.overzicht.overzichtbeeld import Zicht

_PLAATS_LANGSTE = 40
_GROOTSTE_NUMMER = 2**31 - 1


def registreer(bp: Blueprint) -> None:
    """Hang this address under the group's."""
    bp.add_url_rule("/live", view_func=live, methods=["GET"])


@vereist(Recht.OVERZICHT_BEKIJKEN)
def live(groep_id: int) -> ResponseReturnValue:
    """?sinds= number of the last change the page knows, ?plaats= the cell with its cursor.

    ?bord=1: a smartboard. It saves nothing itself, so it hears what its own reader does on a laptop too,
    and it has no cursor that the others should see.
    """
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    persoon_id = bezoeker.persoon.id
    cyclus = cycli.kies(db.session(), groep, None)
    kijk = gezien.zicht_van(bezoeker)
    kolommen = [k for k in overzicht.zichtbare_kolommen(db.session(), cyclus, kijk) if _is_live(k, kijk)]
    vanaf = min(max(request.args.get("sinds", 0, type=int), 0), _GROOTSTE_NUMMER)
    bord = request.args.get("bord") == "1"
    nieuw = nieuws.sinds(db.session(), cyclus, vanaf, kolommen, None if bord else persoon_id)
    hier = aanwezigheid.anderen(db.session(), groep_id, persoon_id)
    antwoord = _antwoord(nieuw, [naam for naam, _ in hier], [plaats for _, plaats in hier])
    gevoelig = {kolom.id: kolom.naam for kolom in kolommen if kolom.gevoelig}
    gelezen = [cel for cel in nieuw.cellen if cel.kolom_id in gevoelig and cel.nummer > vanaf]
    _schrijf_bij(groep_id, persoon_id, gelezen, gevoelig, hier=not bord)
    return jsonify(antwoord)


def _is_live(kolom: Kolom, kijk: Zicht) -> bool:
    """Who only adds observations reads their own lines there, not the whole cell."""
    return kijk.eigen_observaties_van is None or not kolom.observatie


def _antwoord(nieuw: Nieuws, namen: list[str], plaatsen: list[str]) -> dict[str, Any]:
    return {
        "laatste": nieuw.laatste,
        "te_veel": nieuw.te_veel,
        "cellen": [_cel(cel) for cel in nieuw.cellen],
        "signalen": [{"regel_id": regel, "signalen": list(redenen)} for regel, redenen in nieuw.signalen],
        "aanwezig": [{"naam": naam, "plaats": plaats} for naam, plaats in zip(namen, plaatsen, strict=True)],
    }


def _cel(cel: Celnieuws) -> dict[str, Any]:
    return {
        "regel_id": cel.regel_id,
        "kolom_id": cel.kolom_id,
        "waarde": cel.weergave.waarde,
        "versie": cel.weergave.versie,
        "onder": cel.weergave.onder,
        "verloop": cel.weergave.verloop,
        "door": cel.door,
    }


def _schrijf_bij(
    groep_id: int, persoon_id: int, gelezen: list[Celnieuws], namen: dict[int, str], *, hier: bool
) -> None:
    """Presence, and the log of sensitive cells handed out; only when there is something to write."""
    plaats = request.args.get("plaats", "")[:_PLAATS_LANGSTE]
    hier = hier and not aanwezigheid.is_vers(db.session(), groep_id, persoon_id, plaats)
    if not gelezen and not hier:
        return
    regels = [cel.regel_id for cel in gelezen]
    velden = sorted({namen[cel.kolom_id] for cel in gelezen})
    db.session.commit()
    with gaat_schrijven():
        if hier:
            aanwezigheid.meld(db.session(), groep_id, persoon_id, plaats)
        inzage.noteer_regels(db.session(), groep_id, persoon_id, regels, velden)
        db.session.commit()
