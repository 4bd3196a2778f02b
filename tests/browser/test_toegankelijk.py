"""Every page for everybody: axe and no sideways scrolling; light, dark and forced colours; small and large.

A page that is new is walked by itself, as the mentor; one for others is named in WIE, and what its address
needs beside the group or course stands in `voorbeelden`. What gives no page is named in GEEN_PAGINA.
"""

import pytest
from flask import Flask
from playwright.sync_api import Frame
from werkzeug.routing import Rule

from lti_tool import create_app
from tests.browser.conftest import Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import bezwaren
from tests.conftest import instellingen

pytestmark = pytest.mark.browser

# who, the activity they come from, and the course and group where they are at home
ROLLEN = {
    "mentor": ("m.dejong", 1, 1),
    "vakdocent": ("b.bakker", 2, 2),
    "kernteam": ("n.visser", 1, 1),
    "nieuw": ("j.vanhouten", 4, 4),
    "zorgteam": ("c.dijkstra", 5, 5),
    "beheerder": ("p.oosterhuis", 1, 1),
    "schoolleiding": ("w.kramer", 4, 4),
    "leerling": ("150309", 1, 1),
}
WIE = {
    "mentorplan.toon": "vakdocent",
    "groepsplan.toon": "mentor vakdocent",
    "cursus.voorpagina": "zorgteam",
    "cursus.inrichten": "nieuw",
    "cursus.voortgang": "schoolleiding",
    "groep.voorpagina": "mentor vakdocent kernteam",
    "overzicht.toon": "mentor vakdocent kernteam",
    "overzicht.leerling": "mentor vakdocent kernteam",
    "begrijpwijzer.toon": "mentor vakdocent kernteam",
    "hulpzinnen.beheer": "zorgteam",
    "leerling.eigen_pagina": "leerling",
    "leerling.eigen_woorden": "leerling",
    "leerling.doelwoord": "leerling",
    "beheer.start": "beheerder",
    "beheer.eigenaars": "beheerder",
    "beheer.indelingen": "beheerder",
    "beheer.indeling": "beheerder",
    "beheer.rooster": "beheerder",
}
GEEN_PAGINA = {
    *("static", "bootstrap.static", "gezond", "lti.jwks", "weekrooster.agenda"),
    *("uitvoer.bestand", "uitvoer.behoeften", "uitvoer.leerlingblad", "uitvoer.planbestand"),
    *("overzicht.live", "overzicht.voorstellen", "overzicht.geschiedenis_van_cel", "clusteren.live"),
    *("groepsplan.live", "handelingsplan.bestand"),
    # only on the way, or after a step before: walked by tests of their own below
    *("lti.login", "lti.verder", "lti.register", "lti.koppelen"),
    *("importeren.kolommen", "importeren.voorbeeld", "importeren.klaar"),
}
OP = "2026-11-20 10:00:00.000000"
# a table of many rows tells nothing that these don't, and takes long to look at
LEERLINGEN = ("150301", "150304", "150305", "150309", "150320")
REGEL = """
    SELECT max(r.id) FROM regel r JOIN persoon p ON p.id = r.persoon_id JOIN cyclus c ON c.id = r.cyclus_id
    WHERE c.groep_id = ? AND p.nummer = '150309'
"""
DOEL = f"""
    SELECT max(d.id) FROM doel d JOIN onderwijsbehoefte b ON b.id = d.behoefte_id WHERE b.regel_id = ({REGEL})
"""  # noqa: S608 (constants of our own)
TOETS = """
    SELECT min(id) FROM kolom
    WHERE soort = 'toets' AND cyclus_id = (SELECT max(id) FROM cyclus WHERE groep_id = ?)
"""


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app(instellingen("sqlite:///:memory:"))


@pytest.fixture
def klas(voorbeeld: Omgeving) -> Omgeving:
    """A few pupils of the example, with what only comes by working on: a moment, and sentences."""
    doe = voorbeeld.sql
    weg = f"(SELECT id FROM persoon WHERE nummer LIKE '1503%' AND nummer NOT IN {LEERLINGEN})"  # noqa: S608 (the same)
    for tabel in ("regel", "lidmaatschap"):
        doe(f"DELETE FROM {tabel} WHERE persoon_id IN {weg}")  # noqa: S608 (the same)
    doe(
        "INSERT INTO leermoment (cyclus_id, naam, datum, reden, aangemaakt_op) "
        "VALUES (2, 'Toetsweek', '2026-12-07', 'leermoment', ?)",
        OP,
    )
    for groep in (1, 2):
        doe(
            "INSERT INTO handelingsplan (regel_id, akkoord_naam, akkoord_wijze, aangemaakt_op, versie, "
            "gewijzigd_op) VALUES (?, '', '', ?, 1, ?)",
            *(doe(REGEL, groep)[0][0], OP, OP),
        )
    for zin in ("uitleg in stappen, met bij elke stap een voorbeeld", "medeleerlingen die meedenken"):
        doe(
            "INSERT INTO zinvoorstel (school_id, categorie, domein, tekst, door_id, op, besluit) "
            "VALUES (1, 'instructie', '', ?, (SELECT id FROM persoon WHERE email LIKE 'b.bakker%'), ?, '')",
            *(zin, OP),
        )
    return voorbeeld


def paginas(app: Flask) -> list[Rule]:
    """Every address that can be asked for and answers with a page."""
    return [
        regel
        for regel in app.url_map.iter_rules()
        if "GET" in (regel.methods or ()) and regel.endpoint not in GEEN_PAGINA
    ]


def voorbeelden(demo: Omgeving, nummer: int) -> dict[str, object]:
    """What stands in addresses, for who is at home in this course and group."""

    return {
        "groep_id": nummer,
        "cursus_id": nummer,
        "doelgroep_id": 1,
        "vakgroep_id": 2,
        "nummer": 1,
        "doel_id": demo.sql(DOEL, nummer)[0][0],
        "soort": "vakoverstijgend",
        "leerling_id": demo.sql("SELECT id FROM persoon WHERE nummer = '150309'")[0][0],
        "regel_id": demo.sql(REGEL, nummer)[0][0],
        "kolom_id": demo.sql(TOETS, nummer)[0][0],
        "les_id": demo.sql("SELECT max(id) FROM roosterles")[0][0],
        "moment_id": demo.sql("SELECT max(id) FROM leermoment")[0][0],
    }


def test_what_is_named_here_exists(app: Flask) -> None:
    assert set(app.view_functions) >= GEEN_PAGINA | set(WIE)


@pytest.mark.parametrize("rol", ROLLEN)
def test_every_page_of_this_role_is_for_everybody(klas: Omgeving, app: Flask, start: Start, rol: str) -> None:
    persoon, activiteit, nummer = ROLLEN[rol]
    if rol == "schoolleiding":
        klas.sql("UPDATE cursus SET bestemming = ? WHERE id = ?", rol, nummer)
    scherm = start(persoon, activiteit)
    waarden = voorbeelden(klas, nummer)
    gevonden = []
    for regel in paginas(app):
        if rol in WIE.get(regel.endpoint, "mentor").split():
            assert set(waarden) >= regel.arguments, f"no example for the address of {regel.endpoint}"
            with app.test_request_context():
                pad = app.url_for(regel.endpoint, **{naam: waarden[naam] for naam in regel.arguments})
            gevonden += bekijk(scherm, klas.tool + pad, regel.endpoint)
    assert not gevonden, "\n".join(gevonden)


@pytest.mark.parametrize(
    "pad",
    [
        "/groep/1/overzicht?cyclus=1",
        "/groep/1/overzicht?vertrouwelijk=1",
        "/groep/1/begrijpwijzer?cyclus=1",
    ],
)
def test_a_closed_cycle_and_one_beside_another_are_for_everybody(
    klas: Omgeving, start: Start, pad: str
) -> None:
    assert bekijk(start("m.dejong", 1), klas.tool + pad, pad) == []


def bekijk(scherm: Frame, adres: str, naam: str) -> list[str]:
    antwoord = scherm.goto(adres)
    assert antwoord is not None
    if antwoord.status != 200 or "text/html" not in antwoord.headers["content-type"]:
        return [f"{naam} ({adres}) gives no page: {antwoord.status} {antwoord.headers['content-type']}"]
    return [f"{naam}: {wat}" for wat in bezwaren(scherm)]
