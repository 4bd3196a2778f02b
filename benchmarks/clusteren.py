"""Subgroups proposed for 32 pupils with needs (budget 200 ms CPU), and the whole board that shows them.

Without a database the proposal is the same on both; the board reads needs, places and scores first.
"""

import random
import time
from statistics import median

from flask import Flask
from flask_migrate import upgrade

from benchmarks.snelheid import LEERLINGEN, Tijd, meet, toon_metingen
from lti_tool import create_app
from lti_tool.extensions import db
from lti_tool.hgw.behoeftegelijkenis import Behoeftebeeld, Nodig
from lti_tool.hgw.clusteren import stel_groepen_voor
from lti_tool.hgw.clusteruitleg import wat_ze_delen
from lti_tool.models import Doel, Hulpzinkeuze, Onderwijsbehoefte, Rol
from lti_tool.services.groep import regels
from lti_tool.services.school.hulpzinnen import begrijpwijzer, categorienamen
from lti_tool.settings import load_settings
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

KEREN = 20
WOORDEN = ["plant", "maakt", "vraagt", "zelf", "huiswerk", "week", "uitleg"]
WOORDEN += ["rustig", "werkt", "opdracht", "leest", "som", "agenda", "stap"]


def toon(naam: str, database_url: str) -> None:
    """Measure on one database and print a table."""
    behoeften = _behoeften()
    tijden = []
    for _ in range(KEREN):
        begin = time.process_time()
        per_leerling = {beeld.leerling: beeld for beeld in behoeften}
        for groep in stel_groepen_voor(behoeften).groepen:
            wat_ze_delen([per_leerling[wie] for wie in groep.leerlingen], categorienamen())
        tijden.append(time.process_time() - begin)
    app = create_app(
        load_settings({}, secret_key="x" * 40, database_url=database_url, max_request_bytes=10**6)
    )
    with app.app_context():
        upgrade()
        browser, groep_id = _bouw(app, behoeften)
        db.session.remove()
    voorstel = median(tijden) * 1000
    toon_metingen(
        naam,
        {
            "empty page": meet(lambda: browser.client.get("/er-is-hier-niets"), 404),
            "proposal": Tijd(voorstel, voorstel),
            "board": meet(lambda: browser.client.get(f"/groep/{groep_id}/clusteren"), 200),
        },
    )
    with app.app_context():
        db.engine.dispose()


def _behoeften() -> list[Behoeftebeeld]:
    """Needs as teachers write them: a goal of some words, four of the sentences; always the same ones."""
    kans = random.Random(5)  # noqa: S311 (no secret)
    zinnen = begrijpwijzer().hulpzinnen
    return [
        Behoeftebeeld(
            nummer,
            (" ".join(kans.choices(WOORDEN, k=8)), " ".join(kans.choices(WOORDEN, k=6))),
            tuple(Nodig(zin.categorie, zin.sleutel, zin.tekst) for zin in kans.sample(zinnen[:24], 4)),
        )
        for nummer in range(LEERLINGEN)
    ]


def _bouw(app: Flask, behoeften: list[Behoeftebeeld]) -> tuple[Bezoeker, int]:
    """A class in which everybody has a need in the first domain; its mentor, and the group."""
    bouwer = Bouwer(db.session())
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, LEERLINGEN)
    groep = bouwer.groep(cursus, mentor)
    cyclus = bouwer.cyclus(groep)
    for regel, beeld in zip(regels.regels(db.session(), cyclus), behoeften, strict=True):
        db.session.add(
            Onderwijsbehoefte(
                regel_id=regel.id,
                domein="pedagogisch",
                doelen=[Doel(tekst=tekst, prioriteit=n) for n, tekst in enumerate(beeld.doelen, start=1)],
                zinnen=[
                    Hulpzinkeuze(categorie=z.categorie, sleutel=z.sleutel, tekst=z.tekst, volgorde=n)
                    for n, z in enumerate(beeld.nodig, start=1)
                ],
            )
        )
    db.session.commit()
    return Bezoeker(app, bouwer.token(mentor, cursus, Rol.DOCENT)), groep.id
