"""One request at a time: the overview of 32 pupils by 20 columns (budget 100 ms), one saved cell (20 ms).

CPU is the time that our own process computes; with PostgreSQL the database's own work comes on top of it, so
the time on the clock stands beside it. An empty page (404) is the yardstick for other machines.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from statistics import median

from flask import Flask
from flask_migrate import upgrade
from werkzeug.test import TestResponse

from lti_tool import create_app
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Groep, Kolom, Kolomsoort, Persoon, Rol
from lti_tool.services.groep import regels
from lti_tool.services.overzicht import cellen
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.school import formaten
from lti_tool.services.school.formaten import Kolomformaat
from lti_tool.settings import load_settings
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

LEERLINGEN, KOLOMMEN = 32, 20
KEREN = 40
WAARDEN = {"niveau_i_v": ("I", "II", "III", "IV"), "woorden": ("goed", "voldoende", "onvoldoende")}
TEKST = "Vraagt door tot het duidelijk is, en legt het daarna uit aan een klasgenoot. " * 2


@dataclass
class Tijd:
    """Medians in milliseconds."""

    cpu: float
    klok: float


def toon(naam: str, database_url: str) -> None:
    """Measure on one database and print a table."""
    app = create_app(
        load_settings({}, secret_key="x" * 40, database_url=database_url, max_request_bytes=10**6)
    )
    with app.app_context():
        upgrade()
        browser, groep_id, cel = _bouw(app)
        db.session.remove()
    # the cell stands at version 1; every save names the one before it
    versies = count(1)
    metingen = {
        "empty page": meet(lambda: browser.client.get("/er-is-hier-niets"), 404),
        "overview": meet(lambda: browser.client.get(f"/groep/{groep_id}/overzicht"), 200),
        "saved cell": meet(lambda: _bewaar(browser, cel, next(versies)), 200),
    }
    toon_metingen(naam, metingen)
    with app.app_context():
        db.engine.dispose()


def toon_metingen(naam: str, metingen: Mapping[str, Tijd]) -> None:
    """A line a measurement, beside the empty page."""
    maat = metingen["empty page"].cpu
    print(f"  {naam:<12}{'CPU':>10}{'clock':>10}{'x empty':>10}")
    for wat, tijd in metingen.items():
        print(f"  {wat:<12}{tijd.cpu:>7.1f} ms{tijd.klok:>7.1f} ms{tijd.cpu / maat:>10.1f}")


def meet(verzoek: Callable[[], TestResponse], status: int) -> Tijd:
    """The median of many, after a few that warm up."""
    cpu, klok = [], []
    for keer in range(KEREN + 5):
        begin_cpu, begin = time.process_time(), time.perf_counter()
        antwoord = verzoek()
        if keer >= 5:
            cpu.append(time.process_time() - begin_cpu)
            klok.append(time.perf_counter() - begin)
        assert antwoord.status_code == status, antwoord.text
    return Tijd(median(cpu) * 1000, median(klok) * 1000)


def _bewaar(browser: Bezoeker, cel: str, versie: int) -> TestResponse:
    return browser.json("PUT", cel, {"waarde": f"{TEKST} {versie}", "versie": versie})


def _bouw(app: Flask) -> tuple[Bezoeker, int, str]:
    """A full mentor class in its second cycle; its mentor in a browser, the group, the address of a cell."""
    bouwer = Bouwer(db.session())
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, LEERLINGEN)
    groep = bouwer.groep(cursus, mentor)
    for begin, eind in ((date(2026, 8, 24), date(2026, 10, 9)), (date(2026, 10, 12), date(2027, 1, 22))):
        cyclus = bouwer.cyclus(groep, begin, eind)
        voeg_toetsen_toe(cyclus)
        vul(groep, cyclus, mentor)
    db.session.commit()
    kolom = next(k for k in regels.kolommen(db.session(), cyclus) if k.sleutel == "stimulerend")
    regel = regels.regels(db.session(), cyclus)[0]
    browser = Bezoeker(app, bouwer.token(mentor, cursus, Rol.DOCENT))
    return browser, groep.id, f"/groep/{groep.id}/cel/{regel.id}/{kolom.id}"


def voeg_toetsen_toe(cyclus: Cyclus) -> None:
    """Columns of tests, until there are as many columns as asked."""
    aantal = len(regels.kolommen(db.session(), cyclus))
    for nummer in range(aantal, KOLOMMEN):
        formaat = Kolomformaat(
            sleutel=f"toets_{nummer}",
            kop=f"T{nummer}",
            naam=f"Toets {nummer}",
            blok="toetsen",
            soort="toets",
            schaal={"soort": "cijfer"},
            ijkpunt="5,5",
        )
        db.session.add(formaten.maak_kolom(cyclus, formaat, nummer))
    db.session.flush()


def vul(groep: Groep, cyclus: Cyclus, mentor: Persoon) -> None:
    """Something in every cell."""
    for rij, regel in enumerate(regels.regels(db.session(), cyclus)):
        for nummer, kolom in enumerate(regels.kolommen(db.session(), cyclus)):
            plaats = Celplaats(groep, cyclus, regel, kolom)
            cellen.bewaar(db.session(), plaats, _waarde(kolom, rij + nummer + cyclus.id), 0, mentor)


def _waarde(kolom: Kolom, nummer: int) -> str:
    if kolom.soort == Kolomsoort.TEKST or kolom.schaal is None:
        return TEKST
    waarden = WAARDEN.get(kolom.schaal["soort"], ("7,5", "6,0", "4,9"))
    return waarden[nummer % len(waarden)]
