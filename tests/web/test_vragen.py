"""Pages ask the database the same number of questions for a small school and for a larger one."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.extensions import db
from lti_tool.models import Cel, Kolom, Regel, Rol, Signaal, Soort
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker
from tests.web.test_groepsoverzicht import tel_vragen

# what is asked is the same on both databases
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

# address -> who asks
PAGINAS = {
    "/groep/{klas}/": "mentor",
    "/groep/{klas}/overzicht?cyclus=1": "mentor",
    "/groep/{klas}/overzicht": "kernteam",
    "/groep/{klas}/leerling/{leerling}": "mentor",
    "/groep/{klas}/leerlingen": "mentor",
    "/groep/{klas}/eigenaren": "mentor",
    "/groep/{klas}/cyclus": "mentor",
    "/groep/{klas}/clusteren": "mentor",
    "/groep/{klas}/vak/{wiskunde}": "mentor",
    "/groep/{wiskunde}/overzicht": "vakdocent",
    "/groep/{wiskunde}/leerling/{leerling}": "vakdocent",
    "/cursus/{cursus}/groepen": "mentor",
    "/cursus/{cursus}/voortgang": "beheerder",
    "/cursus/{cursus}/beheer/": "beheerder",
}


def meet(app: Flask, aantal: int) -> dict[str, int]:
    """A page's address -> the number of questions, in a school of this size everywhere."""
    # closed before the pages are asked for: what the test has read is no answer for them
    with app.app_context(), Session(db.engine, expire_on_commit=False) as session:
        bezoekers, ids = maak_school(app, Bouwer(session), aantal)
    return {adres: tel(app, bezoekers[wie], adres.format(**ids)) for adres, wie in PAGINAS.items()}


def maak_school(app: Flask, bouwer: Bouwer, aantal: int) -> tuple[dict[str, Bezoeker], dict[str, int]]:
    """So many of everything; who asks, and the ids in the addresses."""
    bouwer.platform.school.naam = f"School van {aantal}"
    mentor, docent = bouwer.docent("Marieke"), bouwer.docent("Bas")
    klascursus, vakcursus = bouwer.cursus(), bouwer.cursus("Wiskunde 3HA", "wi")
    leerlingen = bouwer.klas(klascursus, aantal)
    collegas = [bouwer.docent(f"Collega{n}") for n in range(aantal)]
    for leerling in leerlingen:
        bouwer.lid(vakcursus, leerling)
    for collega in collegas:
        bouwer.lid(klascursus, collega, Rol.DOCENT)
    klas = bouwer.groep(klascursus, mentor)
    wiskunde = bouwer.groep(vakcursus, docent, Soort.VAKSPECIFIEK, "wiskunde")
    bouwer.cyclus(klas)
    bouwer.cyclus(klas, date(2026, 12, 1), date(2027, 2, 1))
    bouwer.cyclus(wiskunde)
    for n in range(aantal):
        bouwer.cyclus(bouwer.groep(vakcursus, collegas[n], Soort.VAKSPECIFIEK, f"vak {n}"))
        bouwer.groep(klascursus, collegas[n], Soort.VAKSPECIFIEK, f"vak {n}")
        bouwer.cyclus(bouwer.groep(bouwer.cursus(f"Klas {n}", f"K{n}"), collegas[n]))
    vul(bouwer)
    bezoekers = {
        "mentor": Bezoeker(app, bouwer.token(mentor, klascursus, Rol.DOCENT)),
        "kernteam": Bezoeker(app, bouwer.token(collegas[0], klascursus, Rol.DOCENT)),
        "vakdocent": Bezoeker(app, bouwer.token(docent, vakcursus, Rol.DOCENT)),
        "beheerder": Bezoeker(app, bouwer.token(bouwer.docent("Ad"), klascursus, Rol.BEHEERDER)),
    }
    ids = {"klas": klas.id, "wiskunde": wiskunde.id, "cursus": klascursus.id, "leerling": leerlingen[0].id}
    return bezoekers, ids


def vul(bouwer: Bouwer) -> None:
    """Something in every row, so that nothing is skipped for being empty."""
    kolommen = {
        k.cyclus_id: k.id for k in bouwer.session.scalars(select(Kolom).filter_by(sleutel="behoeften"))
    }
    leeg = select(Regel).where(~select(Cel.id).where(Cel.regel_id == Regel.id).exists())
    for regel in bouwer.session.scalars(leeg).all():
        bouwer.session.add(Cel(regel_id=regel.id, kolom_id=kolommen[regel.cyclus_id], waarde="rust"))
        bouwer.session.add(Signaal(regel_id=regel.id, reden="gedrag"))
    bouwer.session.commit()


def tel(app: Flask, bezoeker: Bezoeker, adres: str) -> int:
    with tel_vragen(app) as vragen:
        assert bezoeker.client.get(adres).status_code == 200, adres
    return len(vragen)


def test_no_page_asks_more_for_more_pupils_colleagues_groups_or_courses(app: Flask) -> None:
    klein = meet(app, 2)
    assert meet(app, 14) == klein
    assert max(klein.values()) <= 40
