"""One request at a time: the overview of 32 pupils by 20 columns (budget 100 ms), one saved cell (20 ms)."""

from datetime import date
from itertools import count

from flask import Flask
from werkzeug.test import TestResponse

from benchmarks.maat import Verzoek, meet_verzoeken, pagina
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Groep, Kolom, Kolomsoort, Persoon, Rol
from lti_tool.services.groep import regels
from lti_tool.services.overzicht import cellen
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.school import formaten
from lti_tool.services.school.formaten import Kolomformaat
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

LEERLINGEN, KOLOMMEN = 32, 20
WAARDEN = {"niveau_i_v": ("I", "II", "III", "IV"), "woorden": ("goed", "voldoende", "onvoldoende")}
TEKST = "Vraagt door tot het duidelijk is, en legt het daarna uit aan een klasgenoot. " * 2


def toon(naam: str, database_url: str) -> None:
    """Measure on one database and print a table."""
    meet_verzoeken(naam, database_url, _bouw)


def _bewaar(browser: Bezoeker, cel: str, versie: int) -> TestResponse:
    return browser.json("PUT", cel, {"waarde": f"{TEKST} {versie}", "versie": versie})


def _bouw(app: Flask) -> tuple[Bezoeker, dict[str, Verzoek]]:
    """A full mentor class in its second cycle; its mentor in a browser, the page and one of its cells."""
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
    cel = f"/groep/{groep.id}/cel/{regel.id}/{kolom.id}"
    # the cell stands at version 1; every save names the one before it
    versies = count(1)
    return browser, {
        "overview": pagina(browser, f"/groep/{groep.id}/overzicht"),
        "saved cell": lambda: _bewaar(browser, cel, next(versies)),
    }


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
