"""Every endpoint, times every role, times own group, another group of the school, another school."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from lti_tool import create_app
from lti_tool.extensions import db
from lti_tool.security.rechten import GroepsRol
from lti_tool.security.toegang import PUBLIEK, recht_van
from tests.conftest import instellingen
from tests.factories.bouwer import Bouwer
from tests.web.school import Plek, School, maak_school

ROLLEN = (
    *("mentor", "vakdocent", "kernteam", "vakgroep", "zorgteam", "schoolleiding", "beheerder", "leerling"),
    "geen",
)
EIGENAREN = "mentor vakdocent"
DOCENTEN = "mentor vakdocent kernteam vakgroep"

# What somebody is told who stands outside; inside, other things can be "not found".
BUITEN = "niet voor jou geopend"

# Who may come in, at home. Anybody else gets 403 there; beyond their own course it is 404 for all, and
# 401 without a visit. In a course (not in a group) every teacher of it is the same.
MATRIX = {
    "GET cursus.voorpagina": f"{DOCENTEN} zorgteam schoolleiding beheerder",
    "GET cursus.groepen": f"{DOCENTEN} beheerder",
    "GET cursus.inrichten": f"{DOCENTEN} beheerder",
    "POST cursus.inrichten": f"{DOCENTEN} beheerder",
    "POST cursus.rooster": f"{DOCENTEN} beheerder",
    "GET cursus.voortgang": "schoolleiding beheerder",
    "POST hulpzinnen.stel_voor": EIGENAREN,
    "GET hulpzinnen.voorstellen": "mentor",
    "POST hulpzinnen.beslis": "mentor",
    "GET hulpzinnen.beheer": "zorgteam beheerder",
    "POST hulpzinnen.beheer": "zorgteam beheerder",
    "POST hulpzinnen.beslis_school": "zorgteam beheerder",
    "POST hulpzinnen.wijzig": "zorgteam beheerder",
    "GET leerling.eigen_pagina": "leerling",
    "GET leerling.eigen_woorden": "leerling",
    "POST leerling.eigen_woorden": "leerling",
    "GET leerling.doelwoord": "leerling",
    "POST leerling.doelwoord": "leerling",
    "GET lti.koppelen": f"{DOCENTEN} beheerder",
    "POST lti.koppelen": f"{DOCENTEN} beheerder",
    "GET beheer.start": "beheerder",
    "POST beheer.bestemming": "beheerder",
    "GET beheer.eigenaars": "beheerder",
    "POST beheer.eigenaars": "beheerder",
    "POST beheer.lijst": "beheerder",
    "GET beheer.indelingen": "beheerder",
    "GET beheer.indeling": "beheerder",
    "POST beheer.indeling": "beheerder",
    "POST beheer.indeling_standaard": "beheerder",
    "GET beheer.rooster": "beheerder",
    "POST beheer.rooster": "beheerder",
    "GET evaluatie.toon": DOCENTEN,
    "PUT evaluatie.bewaar_rij": EIGENAREN,
    "PUT evaluatie.bewaar_uitslag": EIGENAREN,
    "POST evaluatie.zet_allen": EIGENAREN,
    "POST evaluatie.neem_terug": EIGENAREN,
    "GET handelingsplan.lijst": EIGENAREN,
    "POST handelingsplan.lijst": EIGENAREN,
    "GET handelingsplan.toon": EIGENAREN,
    "GET handelingsplan.bestand": EIGENAREN,
    "PUT handelingsplan.bewaar_veld": EIGENAREN,
    "PUT handelingsplan.akkoord": EIGENAREN,
    "PUT handelingsplan.hulp": EIGENAREN,
    "DELETE handelingsplan.hulp": EIGENAREN,
    "POST handelingsplan.weg": EIGENAREN,
    "POST handelingsplan.terug": EIGENAREN,
    "GET handelingsplan.van_vak": "mentor",
    "GET groep.voorpagina": f"{DOCENTEN} beheerder",
    "GET groep.eigenaren": f"{DOCENTEN} beheerder",
    "POST groep.eigenaren": f"{EIGENAREN} beheerder",
    "POST groep.eigenaar_weg": f"{EIGENAREN} beheerder",
    "POST groep.eigenaar_worden": DOCENTEN,
    "GET groep.cyclus": EIGENAREN,
    "POST groep.cyclus": EIGENAREN,
    "GET groep.nieuwe_cyclus": EIGENAREN,
    "POST groep.nieuwe_cyclus": EIGENAREN,
    "POST groep.vorige_cyclus": EIGENAREN,
    "POST groep.stap": EIGENAREN,
    "GET groep.leerlingen": EIGENAREN,
    "POST groep.merk": EIGENAREN,
    "GET begrijpwijzer.start": DOCENTEN,
    "GET begrijpwijzer.toon": DOCENTEN,
    "PUT begrijpwijzer.bewaar": EIGENAREN,
    "POST begrijpwijzer.kijk": EIGENAREN,
    "PUT begrijpwijzer.herziening": EIGENAREN,
    "PUT begrijpwijzer.bereikt": EIGENAREN,
    "PUT begrijpwijzer.bewaar_deel": EIGENAREN,
    "PUT begrijpwijzer.uitnodiging": EIGENAREN,
    "DELETE begrijpwijzer.uitnodiging": EIGENAREN,
    "GET mentorplan.toon": "vakdocent",
    "PUT mentorplan.bewaar": "vakdocent",
    "GET mentorplan.vakplan": "mentor",
    "GET kolommen.lijst": EIGENAREN,
    "GET kolommen.nieuw": EIGENAREN,
    "POST kolommen.nieuw": EIGENAREN,
    "GET kolommen.wijzig": EIGENAREN,
    "POST kolommen.wijzig": EIGENAREN,
    "POST kolommen.zicht": EIGENAREN,
    "POST kolommen.plaats": EIGENAREN,
    "POST kolommen.neem_indeling_over": EIGENAREN,
    "POST kolommen.herhaal": EIGENAREN,
    "GET uitvoer.kies": DOCENTEN,
    "GET uitvoer.kies_plan": DOCENTEN,
    "GET uitvoer.planbestand": DOCENTEN,
    "GET uitvoer.bestand": DOCENTEN,
    "GET uitvoer.kies_behoeften": DOCENTEN,
    "GET uitvoer.behoeften": DOCENTEN,
    "GET uitvoer.leerlingblad": DOCENTEN,
    "GET overzicht.toon": DOCENTEN,
    "GET overzicht.leerling": DOCENTEN,
    "GET overzicht.live": DOCENTEN,
    "GET overzicht.voorstellen": EIGENAREN,
    "PUT overzicht.voorstel": EIGENAREN,
    "DELETE overzicht.voorstel": EIGENAREN,
    "POST overzicht.voorstel_terug": EIGENAREN,
    "PUT overzicht.bekeken": EIGENAREN,
    "DELETE overzicht.bekeken": EIGENAREN,
    "GET overzicht.verdelingen": f"{EIGENAREN} vakgroep",
    "GET overzicht.verdeling": f"{EIGENAREN} vakgroep",
    "GET wijzer.begrijpwijzer": f"{EIGENAREN} vakgroep",
    "GET wijzer.kijkwijzer": f"{EIGENAREN} vakgroep",
    "GET wijzer.planwijzer": EIGENAREN,
    "GET groepsplan.toon": DOCENTEN,
    "GET groepsplan.live": DOCENTEN,
    "GET groepsplan.versie": DOCENTEN,
    "POST groepsplan.openen": EIGENAREN,
    "PUT groepsplan.kop": EIGENAREN,
    "PUT groepsplan.veld": EIGENAREN,
    "POST groepsplan.nieuw_doel": EIGENAREN,
    "PUT groepsplan.doel": EIGENAREN,
    "DELETE groepsplan.doel_weg": EIGENAREN,
    "PUT groepsplan.doel_terug": EIGENAREN,
    "PUT groepsplan.doel_plek": EIGENAREN,
    "POST groepsplan.nieuwe_rij": EIGENAREN,
    "DELETE groepsplan.rij_weg": EIGENAREN,
    "PUT groepsplan.rij_terug": EIGENAREN,
    "PUT groepsplan.rij_plek": EIGENAREN,
    "PUT groepsplan.aanvullen": EIGENAREN,
    "DELETE groepsplan.niet_aanvullen": EIGENAREN,
    "PUT groepsplan.weer_aanbieden": EIGENAREN,
    "PUT groepsplan.neem_kolommen_over": EIGENAREN,
    "PUT groepsplan.kolommen_terug": EIGENAREN,
    "PUT groepsplan.vast": EIGENAREN,
    "DELETE groepsplan.weer_concept": EIGENAREN,
    "PUT wijzer.bewaar": EIGENAREN,
    "GET clusteren.bord": DOCENTEN,
    "GET clusteren.live": DOCENTEN,
    "PUT clusteren.plaats": EIGENAREN,
    "POST clusteren.voorstel": EIGENAREN,
    "PUT clusteren.houd_uiteen": EIGENAREN,
    "PUT clusteren.zet_instructie": EIGENAREN,
    "POST clusteren.maak": EIGENAREN,
    "PUT clusteren.wijzig": EIGENAREN,
    "PUT clusteren.verschuif": EIGENAREN,
    "DELETE clusteren.verwijder": EIGENAREN,
    "POST clusteren.zet_terug": EIGENAREN,
    "PUT clusteren.kies": EIGENAREN,
    "POST clusteren.voeg_punt_toe": EIGENAREN,
    "PUT clusteren.wijzig_punt": EIGENAREN,
    "DELETE clusteren.haal_punt_weg": EIGENAREN,
    "POST clusteren.beslis": EIGENAREN,
    "GET leermoment.lijst": EIGENAREN,
    "POST leermoment.lijst": EIGENAREN,
    "GET leermoment.wijzig": EIGENAREN,
    "POST leermoment.wijzig": EIGENAREN,
    "POST leermoment.verwijder": EIGENAREN,
    "GET weekrooster.toon": DOCENTEN,
    "POST weekrooster.maak": EIGENAREN,
    "GET weekrooster.wijzig": EIGENAREN,
    "POST weekrooster.wijzig": EIGENAREN,
    "POST weekrooster.verwijder": EIGENAREN,
    "POST weekrooster.zet_terug": EIGENAREN,
    "GET weekrooster.agenda": DOCENTEN,
    "GET logboek.toon": DOCENTEN,
    "POST logboek.schrijf": DOCENTEN,
    "PUT logboek.wijzig": DOCENTEN,
    "DELETE logboek.verwijder": DOCENTEN,
    "GET halverwege.toon": DOCENTEN,
    "POST halverwege.bewaar": EIGENAREN,
    "PUT overzicht.voorkeur": DOCENTEN,
    "GET overzicht.presentatie": DOCENTEN,
    "GET overzicht.vak": "mentor",
    "GET overzicht.geschiedenis_van_cel": f"{EIGENAREN} vakgroep",
    "PUT overzicht.bewaar_cel": EIGENAREN,
    "PUT overzicht.signaal": EIGENAREN,
    "DELETE overzicht.signaal": EIGENAREN,
    "POST overzicht.observatie": DOCENTEN,
    "GET importeren.bestand": EIGENAREN,
    "POST importeren.bestand": EIGENAREN,
    "GET importeren.kolommen": EIGENAREN,
    "POST importeren.kolommen": EIGENAREN,
    "GET importeren.voorbeeld": EIGENAREN,
    "POST importeren.voorbeeld": EIGENAREN,
    "GET importeren.klaar": EIGENAREN,
    "POST importeren.ongedaan": EIGENAREN,
    "POST importeren.plak_voorstel": EIGENAREN,
    "PUT importeren.plak_bevestig": EIGENAREN,
    "DELETE importeren.plak_ongedaan": EIGENAREN,
}


@pytest.fixture(scope="module")
def school(sqlite_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """One school for the whole table: bad bodies leave it as it is."""
    bestand = tmp_path_factory.mktemp("matrix") / "school.db"
    shutil.copy(sqlite_sjabloon, bestand)
    app = create_app(instellingen(f"sqlite:///{bestand}"))
    with app.app_context(), Session(db.engine, expire_on_commit=False) as session:
        gemaakt = maak_school(app, Bouwer(session))
    yield gemaakt
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def app(school: School) -> Flask:
    return school.bezoekers["niemand"].client.application


def regels(app: Flask) -> dict[str, tuple[str, Rule]]:
    """METHOD endpoint -> (method, rule), of everything that isn't public."""
    return {
        f"{methode} {regel.endpoint}": (methode, regel)
        for regel in app.url_map.iter_rules()
        if regel.endpoint not in PUBLIEK
        for methode in (regel.methods or set()) - {"HEAD", "OPTIONS"}
    }


def test_the_table_names_every_endpoint_and_no_other(app: Flask) -> None:
    assert set(regels(app)) == set(MATRIX)


def test_the_table_names_every_role_of_the_product() -> None:
    assert set(ROLLEN) == {rol.name.lower() for rol in GroepsRol}


def test_every_endpoint_names_a_right_or_is_public_on_purpose(app: Flask) -> None:
    with app.app_context():
        assert {naam for naam in app.view_functions if recht_van(naam) is None} == PUBLIEK
    assert {
        *("static", "bootstrap.static", "gezond"),
        *("klad.bewaar", "klad.bewaar_pagina", "klad.ruim_op"),
        *("lti.login", "lti.verder", "lti.launch", "lti.jwks", "lti.register"),
    } == PUBLIEK


def adres(app: Flask, regel: Rule, plek: Plek, school: School) -> str:
    waarden = {
        "groep_id": plek.groep.id,
        "cursus_id": plek.cursus.id,
        "doelgroep_id": plek.groep.id,
        "doelcursus_id": plek.cursus.id,
        "leerling_id": plek.leerling.id,
        "persoon_id": plek.collega.id,
        "regel_id": plek.regel_id,
        "kolom_id": plek.kolom_id,
        "vakgroep_id": school.wiskunde.groep.id,
        "reden": "gedrag",
        "soort": "vakoverstijgend",
        "domein": "pedagogisch",
        "doel_id": 0,
        "voorstel_id": 0,
    }
    # any other id is asked for as 1: what isn't there is only said to who may come in
    with app.test_request_context():
        return app.url_for(regel.endpoint, **{naam: waarden.get(naam, 1) for naam in regel.arguments})


@pytest.mark.parametrize("wat", MATRIX)
def test_who_comes_in_where(wat: str, app: Flask, school: School) -> None:
    methode, regel = regels(app)[wat]

    def gaat(rol: str, plek: Plek) -> str:
        bezoeker = school.bezoekers[rol]
        koppen = {"X-CSRFToken": bezoeker.csrf, "Accept": "application/json"}
        antwoord = bezoeker.client.open(adres(app, regel, plek, school), method=methode, headers=koppen)
        assert antwoord.status_code < 500, (rol, antwoord.status_code)
        assert antwoord.headers["Cache-Control"] == "no-store", rol
        buiten = antwoord.status_code in (401, 403) or BUITEN in antwoord.text
        return str(antwoord.status_code) if buiten else "ja"

    verwacht = {rol: ("ja" if rol in MATRIX[wat].split() else "403", "404", "404") for rol in ROLLEN} | {
        "niemand": ("401", "401", "401")
    }
    gekregen = {
        rol: (gaat(rol, school.eigen[rol]), gaat(rol, school.andere_klas), gaat(rol, school.andere_school))
        for rol in verwacht
    }
    assert gekregen == verwacht
