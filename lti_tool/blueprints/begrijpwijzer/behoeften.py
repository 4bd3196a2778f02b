"""What the begrijpwijzer's scripts send about a need. JSON in and out."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, jsonify
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.hgw.dagen import lees_dag
from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.domeinen import Domein
from lti_tool.hgw.schoolmomenten import Looptijd
from lti_tool.hgw.smart import bekijk_doel
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.begrijpwijzer import behoeften
from lti_tool.services.begrijpwijzer.behoeftecel import vervang
from lti_tool.services.begrijpwijzer.behoefteinvoer import (
    Behoefteinvoer,
    Doelinvoer,
    Zininvoer,
    schoon,
    zin_van,
)
from lti_tool.services.begrijpwijzer.behoeftelezen import als_gegevens, van_domein, zoek_domein, zoek_plaats
from lti_tool.services.begrijpwijzer.behoeften import Bewaard, celstand
from lti_tool.services.evaluatie import herziening as herzieningsadvies
from lti_tool.services.evaluatie import terugblik
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.tijd import SCHOOLTIJD


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the group's."""
    basis = "/behoefte/<int:regel_id>/<domein>"
    bp.add_url_rule(basis, view_func=bewaar, methods=["PUT"])
    bp.add_url_rule(f"{basis}/kijk", view_func=kijk, methods=["POST"])
    bp.add_url_rule(f"{basis}/herziening", view_func=herziening, methods=["PUT"])
    bp.add_url_rule("/doel/<int:doel_id>/bereikt", view_func=bereikt, methods=["PUT"])


@vereist(Recht.BEHOEFTE_BEWERKEN)
def bewaar(groep_id: int, regel_id: int, domein: str) -> ResponseReturnValue:
    """JSON {"versie", "doelen", "zinnen", "opnieuw"}: the whole need over the version that was seen."""
    gegevens = lees_json(versie=int, doelen=list, zinnen=list, opnieuw=bool)
    plaats, soort = _plaats(regel_id, domein)
    bezoeker = huidige_bezoeker()
    invoer = _invoer(gegevens, _periode(plaats))
    bewaard = behoeften.bewaar(
        db.session(),
        plaats,
        soort,
        invoer,
        gegevens["versie"],
        bezoeker.persoon,
        opnieuw=gegevens["opnieuw"],
    )
    antwoord = _antwoord(plaats, bewaard) | _opmerkingen(gegevens["doelen"], invoer, _periode(plaats))
    db.session.commit()
    return jsonify(antwoord | {"door": bezoeker.persoon.naam})


@vereist(Recht.BEHOEFTE_BEWERKEN)
def kijk(groep_id: int, regel_id: int, domein: str) -> ResponseReturnValue:
    """JSON {"doelen", "zinnen"}: remarks on the goals, and the cell as it would become. Saves nothing."""
    gegevens = lees_json(doelen=list, zinnen=list)
    plaats, soort = _plaats(regel_id, domein)
    invoer = _invoer(gegevens, _periode(plaats))
    zo = schoon(invoer)
    zin = zin_van(soort, zo.doelen, zo.zinnen)
    behoefte = van_domein(db.session(), regel_id, soort)
    cel = celstand(db.session(), plaats, behoefte).waarde
    wordt = vervang(cel, behoefte.zin if behoefte else "", zin)
    return jsonify(
        zin=zin,
        cel=cel if wordt is None else wordt,
        **_opmerkingen(gegevens["doelen"], invoer, _periode(plaats)),
    )


@vereist(Recht.BEHOEFTE_BEWERKEN)
def herziening(groep_id: int, regel_id: int, domein: str) -> ResponseReturnValue:
    """JSON {"besluit": "behouden" | "beeindigd", "versie"}: on a need of the previous cycle."""
    gegevens = lees_json(besluit=str, versie=int)
    plaats, soort = _plaats(regel_id, domein)
    bewaard = behoeften.herzie(
        db.session(), plaats, soort, gegevens["besluit"], gegevens["versie"], huidige_bezoeker().persoon
    )
    antwoord = _antwoord(plaats, bewaard)
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.BEHOEFTE_BEWERKEN)
def bereikt(groep_id: int, doel_id: int) -> ResponseReturnValue:
    """JSON {"bereikt": "" | "bereikt" | "deels" | "niet"}: what became of a goal.

    The answer has `advies` on the need that goes on from it ("" for none).
    """
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    doel = terugblik.zet(db.session(), groep, doel_id, lees_json(bereikt=str)["bereikt"], bezoeker.persoon)
    advies = herzieningsadvies.na_terugblik(db.session(), doel)
    antwoord = {"bereikt": doel.bereikt, "advies": advies.zin if advies else ""}
    db.session.commit()
    return jsonify(antwoord)


def _plaats(regel_id: int, domein: str) -> tuple[Celplaats, Domein]:
    groep = pagina.groep_van(huidige_bezoeker())
    return zoek_plaats(db.session(), groep, regel_id), zoek_domein(groep, domein)


def _periode(plaats: Celplaats) -> Looptijd:
    return plaats.cyclus.begin, plaats.cyclus.eind


def _invoer(gegevens: dict[str, Any], periode: Looptijd) -> Behoefteinvoer:
    return Behoefteinvoer(
        tuple(
            Doelinvoer(
                doel["tekst"], doel["maat"], lees_dag(doel["wanneer"], periode), doel["gedeeld"], doel["id"]
            )
            for doel in _rijen(
                gegevens["doelen"], tekst=str, maat=str, wanneer=str, gedeeld=bool, id=(int, type(None))
            )
        ),
        tuple(
            Zininvoer(zin["categorie"], zin["sleutel"], zin["tekst"])
            for zin in _rijen(gegevens["zinnen"], categorie=str, sleutel=str, tekst=str)
        ),
    )


def _rijen(rijen: Sequence[Any], **velden: type | tuple[type, ...]) -> list[dict[str, Any]]:
    for rij in rijen:
        if not isinstance(rij, dict):
            abort(400)
        for naam, soort in velden.items():
            # bool is an int in Python, and no number in JSON
            if naam not in rij or type(rij[naam]) not in (soort if isinstance(soort, tuple) else (soort,)):
                abort(400)
    return list(rijen)


def _opmerkingen(
    gegeven: Sequence[dict[str, Any]], invoer: Behoefteinvoer, periode: Looptijd
) -> dict[str, Any]:
    """Per goal, in the order given: remarks, and the day that was understood in words ("" for none)."""
    aantal = sum(bool(doel.tekst.strip()) for doel in invoer.doelen)
    return {
        "kijk": [
            {
                "wanneer": datum_tekst(doel.voor_wanneer) if doel.voor_wanneer else "",
                "dag_onbekend": bool(rij["wanneer"].strip()) and doel.voor_wanneer is None,
                "opmerkingen": [
                    {"gezien": opmerking.gezien, "voorstel": opmerking.voorstel}
                    for opmerking in bekijk_doel(doel.tekst, doel.maat, doel.voor_wanneer, periode, aantal)
                ],
            }
            for rij, doel in zip(gegeven, invoer.doelen, strict=True)
        ]
    }


def _antwoord(plaats: Celplaats, bewaard: Bewaard) -> dict[str, Any]:
    behoefte, cel = bewaard.behoefte, bewaard.cel
    op = behoefte.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M") if behoefte else ""
    return als_gegevens(behoefte) | {
        "op": op,
        "cel": {"waarde": cel.waarde, "versie": cel.versie, "kolom_id": plaats.kolom.id},
        "met_hand": cel.met_hand,
        "te_lang": cel.te_lang,
    }
