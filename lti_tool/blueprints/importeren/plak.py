"""A pasted block: the overview's script asks what it would change, confirms, and undoes. JSON in and out."""

import re
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, jsonify, render_template
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.verzoek import lees_json
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Kolom
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.fouten import GeenRecht
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import cycli, inzage, regels
from lti_tool.services.overzicht import celweergave
from lti_tool.services.scores import importlijst, plakken, scoreimport
from lti_tool.services.scores.celblok import Plaats
from lti_tool.services.scores.scorevoorstel import lees_cellen, stel_voor
from lti_tool.services.tijd import SCHOOLTIJD

RIJ = re.compile("[0-9]{1,9}")


def registreer(bp: Blueprint) -> None:
    """Hang these addresses under the group's."""
    bp.add_url_rule("/plak/voorstel", view_func=plak_voorstel, methods=["POST"])
    bp.add_url_rule("/plak/<int:import_id>", view_func=plak_bevestig, methods=["PUT"])
    bp.add_url_rule("/plak/<int:import_id>", view_func=plak_ongedaan, methods=["DELETE"])


@vereist(Recht.OVERZICHT_BEWERKEN)
def plak_voorstel(groep_id: int) -> ResponseReturnValue:
    """JSON {"tekst", "op_plaats", "regels" and "kolommen": ids from the cell on}: what it would change."""
    gegevens = lees_json(tekst=str, regels=list, kolommen=list, op_plaats=bool)
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = cycli.kies(db.session(), groep, None)
    kolommen = _kolommen(bezoeker, cyclus, _getallen(gegevens["kolommen"]))
    klas = regels.van_leerlingen(db.session(), cyclus)
    regel_ids = _getallen(gegevens["regels"])
    blok = plakken.maak_blok(gegevens["tekst"], klas, regel_ids, kolommen, op_plaats=gegevens["op_plaats"])
    concept = scoreimport.begin(db.session(), cyclus, bezoeker.persoon, scoreimport.GEPLAKT, {})
    scoreimport.bewaar_rijen(concept, blok.rijen)
    gezien = stel_voor(db.session(), cyclus, blok.rijen)
    if velden := [kolom.naam for kolom in gezien.kolommen if kolom.gevoelig]:
        leerling_ids = sorted({rij.leerling.id for rij, _ in gezien.cellen})
        inzage.noteer(db.session(), groep.id, bezoeker.persoon.id, leerling_ids, velden)
    antwoord = {
        "id": concept.id,
        "stand": gezien.stand,
        "html": render_template("importeren/_plakvoorstel.html", voorstel=gezien, blok=blok),
    }
    db.session.commit()
    return jsonify(antwoord)


@vereist(Recht.OVERZICHT_BEWERKEN)
def plak_bevestig(groep_id: int, import_id: int) -> ResponseReturnValue:
    """JSON {"stand", "keuzes": {row: regel id}, "leegmaken"}: write it; the cells as they are now."""
    gegevens = lees_json(stand=str, keuzes=dict, leegmaken=bool)
    bezoeker = huidige_bezoeker()
    concept, cyclus = scoreimport.zoek(db.session(), pagina.groep_van(bezoeker), import_id, bezoeker.persoon)
    plaatsen = scoreimport.bevestig(
        db.session(),
        concept,
        cyclus,
        bezoeker.persoon,
        stand=gegevens["stand"],
        keuzes=_keuzes(gegevens["keuzes"]),
        leegmaken=gegevens["leegmaken"],
    )
    cellen = _cellen(cyclus, plaatsen, bezoeker.persoon.naam)
    db.session.commit()
    return jsonify(cellen=cellen, melding=f"{_cellen_tekst(len(cellen))} ingevuld.")


@vereist(Recht.OVERZICHT_BEWERKEN)
def plak_ongedaan(groep_id: int, import_id: int) -> ResponseReturnValue:
    """Put back what stood there before; the cells as they are now, and in words which ones stayed."""
    bezoeker = huidige_bezoeker()
    gevonden, cyclus = scoreimport.zoek(db.session(), pagina.groep_van(bezoeker), import_id, bezoeker.persoon)
    uitslag = scoreimport.maak_ongedaan(db.session(), gevonden, cyclus, bezoeker.persoon)
    cellen = _cellen(cyclus, uitslag.terug, bezoeker.persoon.naam)
    gebleven = importlijst.benoem(db.session(), cyclus, uitslag.gebleven)
    db.session.commit()
    melding = f"{_cellen_tekst(len(cellen))} teruggezet."
    if gebleven:
        melding += f" Niet teruggezet, want daarna gewijzigd: {'; '.join(gebleven)}."
    return jsonify(cellen=cellen, gebleven=len(gebleven), melding=melding)


def _kolommen(bezoeker: Bezoeker, cyclus: Cyclus, kolom_ids: list[int]) -> list[Kolom]:
    """The columns in the order of the screen. Raises NietGevonden or GeenRecht."""
    bekend = {kolom.id: kolom for kolom in regels.kolommen(db.session(), cyclus)}
    if not set(kolom_ids) <= set(bekend):
        raise NietGevonden("Een van deze kolommen staat niet in het overzicht.")
    kolommen = [bekend[kolom_id] for kolom_id in kolom_ids]
    if any(kolom.gevoelig for kolom in kolommen) and not bezoeker.mag(Recht.VERTROUWELIJK_BEKIJKEN):
        raise GeenRecht("Deze kolom is vertrouwelijk.")
    return kolommen


def _cellen(cyclus: Cyclus, plaatsen: Sequence[Plaats], door: str) -> list[dict[str, Any]]:
    staat = lees_cellen(db.session(), cyclus, sorted({plaats.kolom_id for plaats in plaatsen}))
    gevonden = celweergave.lees_cellen(db.session(), cyclus, [staat[plaats] for plaats in plaatsen])
    return [
        {
            "regel": cel.regel_id,
            "kolom": cel.kolom_id,
            "waarde": weergave.waarde,
            "versie": weergave.versie,
            "onder": weergave.onder,
            "verloop": weergave.verloop,
            "door": door,
            "op": cel.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M"),
        }
        for cel, weergave in gevonden
    ]


def _cellen_tekst(aantal: int) -> str:
    return "1 cel is" if aantal == 1 else f"{aantal} cellen zijn"


def _getallen(lijst: list[Any]) -> list[int]:
    """Row or column ids, each once; 400 for anything else."""
    if any(type(getal) is not int for getal in lijst) or len(set(lijst)) != len(lijst):
        abort(400)
    return lijst


def _keuzes(gegevens: dict[str, Any]) -> dict[int, int]:
    if any(not RIJ.fullmatch(rij) or type(keuze) is not int for rij, keuze in gegevens.items()):
        abort(400)
    return {int(rij): keuze for rij, keuze in gegevens.items()}
