"""The groepsplan of 32 pupils in six rows, after two years of history (budget 80 ms)."""

from datetime import date

from flask import Flask
from sqlalchemy import select

from benchmarks.maat import Verzoek, meet_verzoeken, pagina
from benchmarks.snelheid import LEERLINGEN, vul
from lti_tool.extensions import db
from lti_tool.hgw.domeinen import ALGEMEEN
from lti_tool.models import Cyclus, Doel, Hulpzinkeuze, Onderwijsbehoefte, Persoon, Plaatsing, Rol, Subgroep
from lti_tool.services.groep import regels
from lti_tool.services.groepsplan import plannen, planversies
from lti_tool.services.school.hulpzinnen import begrijpwijzer
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

# three a school year, and then the present one
_JAAR = [((9, 2), (11, 30)), ((12, 1), (3, 10)), ((3, 11), (7, 10))]


def toon(naam: str, database_url: str) -> None:
    """Measure on one database and print a table."""
    meet_verzoeken(naam, database_url, _bouw)


def _bouw(app: Flask) -> tuple[Bezoeker, dict[str, Verzoek]]:
    """The sheet of the newest cycle, and what it asks every few seconds."""
    browser, cyclus, _ = bouw_klas(app)
    adres = f"/groep/{cyclus.groep_id}/plan"
    return browser, {"plan": pagina(browser, adres), "live": pagina(browser, f"{adres}/live")}


def bouw_klas(app: Flask) -> tuple[Bezoeker, Cyclus, Persoon]:
    """A mentor class with a fixed plan in every cycle: the mentor's browser, the newest cycle, the mentor."""
    bouwer = Bouwer(db.session())
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, LEERLINGEN)
    groep = bouwer.groep(cursus, mentor)
    for begin, eind in _periodes():
        cyclus = bouwer.cyclus(groep, begin, eind)
        vul(groep, cyclus, mentor)
        _plan(cyclus, mentor)
    db.session.commit()
    return Bezoeker(app, bouwer.token(mentor, cursus, Rol.DOCENT)), cyclus, mentor


def _periodes() -> list[tuple[date, date]]:
    """Two years of cycles, and one more."""
    alle = [
        tuple(date(jaar + (maand < 8), maand, dag) for maand, dag in (begin, eind))
        for jaar in (2024, 2025, 2026)
        for begin, eind in _JAAR
    ]
    return [(periode[0], periode[1]) for periode in alle[:7]]


def _plan(cyclus: Cyclus, mentor: Persoon) -> None:
    """A subgroup in each domain that every pupil is in, one need a pupil, and the plan, fixed."""
    session = db.session()
    rijen = regels.regels(session, cyclus)
    for plek, domein in enumerate(ALGEMEEN):
        groepje = Subgroep(cyclus_id=cyclus.id, domein=domein.sleutel, naam=domein.naam, volgorde=plek)
        session.add(groepje)
        session.flush()
        for nummer, regel in enumerate(rijen):
            if nummer % len(ALGEMEEN) != plek:
                continue
            session.add(Plaatsing(regel_id=regel.id, domein=domein.sleutel, subgroep_id=groepje.id))
            if _zonder(regel.id, domein.sleutel):
                session.add(_behoefte(regel.id, domein.sleutel, nummer))
    session.flush()
    plannen.open_plan(session, cyclus, mentor)
    planversies.stel_vast(session, cyclus.groep, cyclus, mentor)


def _behoefte(regel_id: int, domein: str, nummer: int) -> Onderwijsbehoefte:
    """Goals that some pupils share, and a sentence."""
    zinnen = begrijpwijzer().hulpzinnen
    zin = zinnen[nummer % len(zinnen)]
    return Onderwijsbehoefte(
        regel_id=regel_id,
        domein=domein,
        doelen=[Doel(tekst=f"haalt doel {nummer % 3} van {domein}", maat="4 van 5", prioriteit=1)],
        zinnen=[Hulpzinkeuze(categorie=zin.categorie, sleutel=zin.sleutel, tekst=zin.tekst, volgorde=1)],
    )


def _zonder(regel_id: int, domein: str) -> bool:
    """A lasting need came along from the cycle before."""
    vraag = select(Onderwijsbehoefte.id).filter_by(regel_id=regel_id, domein=domein)
    return db.session.scalar(vraag) is None
