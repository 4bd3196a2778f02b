"""Subgroups proposed for 32 pupils with needs (budget 200 ms CPU), and the whole board that shows them.

Without a database the proposal is the same on both; the board reads needs, places and scores first.
"""

import random
import time
from statistics import median

from flask import Flask

from benchmarks.maat import Tijd, Verzoek, meet_verzoeken, pagina
from benchmarks.snelheid import LEERLINGEN
from lti_tool.extensions import db
from lti_tool.hgw.behoeftegelijkenis import Behoeftebeeld, Nodig
from lti_tool.hgw.clusteren import stel_groepen_voor
from lti_tool.hgw.clusteruitleg import wat_ze_delen
from lti_tool.models import Doel, Hulpzinkeuze, Onderwijsbehoefte, Rol
from lti_tool.services.groep import regels
from lti_tool.services.school.hulpzinnen import begrijpwijzer, categorienamen
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
    voorstel = median(tijden) * 1000
    meet_verzoeken(
        naam, database_url, lambda app: _bouw(app, behoeften), {"proposal": Tijd(voorstel, voorstel)}
    )


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


def _bouw(app: Flask, behoeften: list[Behoeftebeeld]) -> tuple[Bezoeker, dict[str, Verzoek]]:
    """A class in which everybody has a need in the first domain; its mentor, and the board."""
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
    browser = Bezoeker(app, bouwer.token(mentor, cursus, Rol.DOCENT))
    return browser, {"board": pagina(browser, f"/groep/{groep.id}/clusteren")}
