"""A file of 2,000 rows read in, from the choice of the file to the yes (budget 3 seconds in all).

Per step the time on the clock and what our own process computes, for a class and for a group with as many
pupils as rows; of the pupils a twentieth is in doubt and a twentieth can't be found.
"""

import re
import time
from collections.abc import Callable, Iterator
from io import BytesIO

from flask import Flask
from werkzeug.test import TestResponse

from benchmarks.maat import tool
from lti_tool.extensions import db
from lti_tool.models import Cursus, Lidmaatschap, Persoon, Rol, Soort
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

RIJEN = 2000
GROEPEN = {"class of 28": 28, "group of 2,000": 2000}


def toon(naam: str, database_url: str) -> None:
    """Measure on one database and print a line per step."""
    with tool(database_url) as app:
        with app.app_context():
            gebouwd = _bouw(app)
            db.session.remove()
        for groep, (browser, groep_id, leerlingen) in gebouwd.items():
            print(f"  {naam}, {groep:<20}{'CPU':>10}{'clock':>10}")
            som_cpu = som_klok = 0.0
            for stap, cpu, klok in _lees_in(browser, groep_id, leerlingen):
                print(f"    {stap:<32}{cpu * 1000:>7.0f} ms{klok * 1000:>7.0f} ms")
                som_cpu, som_klok = som_cpu + cpu, som_klok + klok
            print(f"    {'in all':<32}{som_cpu * 1000:>7.0f} ms{som_klok * 1000:>7.0f} ms")


def _lees_in(browser: Bezoeker, groep_id: int, leerlingen: int) -> Iterator[tuple[str, float, float]]:
    """Step, seconds of CPU and seconds on the clock, in the order in which a teacher walks through them."""
    url = f"/groep/{groep_id}/inlezen"
    antwoord, *maat = _meet(lambda: _stuur(browser, url, _bestand(leerlingen)))
    yield "file read", *maat
    kolommen = antwoord.location
    antwoord, *maat = _meet(lambda: browser.client.get(kolommen))
    yield "columns shown", *maat
    rollen = re.findall(r'<option selected value="([^"]*)"', antwoord.text)
    antwoord, *maat = _meet(
        lambda: _stuur(browser, kolommen, {f"rollen-{n}": r for n, r in enumerate(rollen)})
    )
    yield "rows matched", *maat
    voorbeeld = antwoord.location
    antwoord, *maat = _meet(lambda: browser.client.get(voorbeeld))
    yield "preview shown", *maat
    stand = re.search(r'name="stand" value="(\w+)"', antwoord.text)
    velden = {"stand": stand[1] if stand else ""}
    antwoord, *maat = _meet(lambda: _stuur(browser, voorbeeld, velden))
    assert antwoord.status_code == 303, antwoord.text
    yield "confirmed and written", *maat
    klaar = antwoord.location
    antwoord, *maat = _meet(lambda: browser.client.get(klaar))
    assert "cellen gewijzigd" in antwoord.text
    yield "result shown", *maat


def _stuur(browser: Bezoeker, url: str, velden: dict[str, object]) -> TestResponse:
    # not by browser.post: that checks the page, which takes longer than making it
    return browser.client.post(url, data={"csrf_token": browser.csrf} | velden)


def _bestand(leerlingen: int) -> dict[str, object]:
    """Names and two scores; of the pupils a twentieth mistyped and a twentieth of nobody."""
    regels = ["Leerling;Toets 1;Toets 2"]
    for n in range(1, RIJEN + 1):
        wie = f"{(n - 1) % leerlingen + 1:02}"
        naam = f"Achternaam{wie}, Leerling{wie}"
        if n > leerlingen or n % 20 == 1:
            naam = f"Puk{n}, Piet{n}"
        elif n % 20 == 2:
            naam = f"Achternam{wie}, Leerling{wie}"
        regels.append(f"{naam};{n % 10 + 0.5:.1f};{n % 9 + 1}")
    return {"bestand": (BytesIO("\n".join(regels).encode()), "cijfers.csv")}


def _meet(verzoek: Callable[[], TestResponse]) -> tuple[TestResponse, float, float]:
    begin_cpu, begin = time.process_time(), time.perf_counter()
    antwoord = verzoek()
    return antwoord, time.process_time() - begin_cpu, time.perf_counter() - begin


def _bouw(app: Flask) -> dict[str, tuple[Bezoeker, int, int]]:
    """Per subject group its teacher in a browser, its id and how many pupils it has."""
    bouwer = Bouwer(db.session())
    docent = bouwer.docent()
    gebouwd = {}
    for naam, leerlingen in GROEPEN.items():
        cursus = bouwer.cursus()
        _schrijf_in(bouwer, cursus, leerlingen)
        groep = bouwer.groep(cursus, docent, Soort.VAKSPECIFIEK, "wiskunde")
        bouwer.cyclus(groep)
        gebouwd[naam] = Bezoeker(app, bouwer.token(docent, cursus, Rol.DOCENT)), groep.id, leerlingen
    return gebouwd


def _schrijf_in(bouwer: Bouwer, cursus: Cursus, aantal: int) -> None:
    """Pupils as `Bouwer.klas` makes them, but all at once: 2,000 commits take a minute."""
    personen = [
        Persoon(
            platform_id=bouwer.platform.id,
            sub=f"{cursus.id}-{n}",
            voornaam=f"Leerling{n:02}",
            achternaam=f"Achternaam{n:02}",
            naam=f"Leerling{n:02} Achternaam{n:02}",
        )
        for n in range(1, aantal + 1)
    ]
    bouwer.session.add_all(personen)
    bouwer.session.flush()
    leden = (Lidmaatschap(cursus_id=cursus.id, persoon_id=p.id, roosterrol=Rol.LEERLING) for p in personen)
    bouwer.session.add_all(leden)
    bouwer.session.commit()
