"""The begrijpwijzer of one pupil, with 300 sentences and five cycles of history (budget 60 ms)."""

from collections.abc import Sequence
from datetime import date, timedelta

from flask import Flask

from benchmarks.maat import Verzoek, meet_verzoeken, pagina
from benchmarks.snelheid import LEERLINGEN, voeg_toetsen_toe, vul
from lti_tool.extensions import db
from lti_tool.hgw.begrijpwijzer import Hulpzin
from lti_tool.models import Cyclus, Doel, Hulpzinkeuze, Onderwijsbehoefte, Regel, Rol, Schoolzin, Signaal
from lti_tool.services.groep import regels
from lti_tool.services.school.hulpzinnen import begrijpwijzer
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

ZINNEN, EERDERE_CYCLI = 300, 5


def toon(naam: str, database_url: str) -> None:
    """Measure on one database and print a table."""
    meet_verzoeken(naam, database_url, _bouw)


def _bouw(app: Flask) -> tuple[Bezoeker, dict[str, Verzoek]]:
    """A mentor class in its sixth cycle, every pupil with needs in each; the screen of one of them."""
    bouwer = Bouwer(db.session())
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, LEERLINGEN)
    groep = bouwer.groep(cursus, mentor)
    begin = date(2025, 9, 1)
    for nummer in range(EERDERE_CYCLI + 1):
        eerste = begin + timedelta(weeks=12 * nummer)
        cyclus = bouwer.cyclus(groep, eerste, eerste + timedelta(weeks=11))
        voeg_toetsen_toe(cyclus)
        vul(groep, cyclus, mentor)
        _benoem(cyclus, nieuw=not nummer)
    _voeg_zinnen_toe(groep.cursus.platform.school_id)
    db.session.commit()
    regel = regels.regels(db.session(), cyclus)[0]
    browser = Bezoeker(app, bouwer.token(mentor, cursus, Rol.DOCENT))
    return browser, {"screen": pagina(browser, f"/groep/{groep.id}/begrijpwijzer/{regel.id}")}


def _benoem(cyclus: Cyclus, *, nieuw: bool) -> None:
    """A signal, and two goals and four sentences (`nieuw`, else they came along), for every pupil."""
    zinnen = begrijpwijzer().hulpzinnen[:4]
    for regel in regels.regels(db.session(), cyclus):
        db.session.add(Signaal(regel_id=regel.id, reden="werkhouding"))
        if nieuw:
            db.session.add(_behoefte(regel, zinnen))
    db.session.flush()


def _behoefte(regel: Regel, zinnen: Sequence[Hulpzin]) -> Onderwijsbehoefte:
    return Onderwijsbehoefte(
        regel_id=regel.id,
        domein="rk",
        doelen=[Doel(tekst=f"rekent elke dag {n} sommen", maat="op de lijst", prioriteit=n) for n in (1, 2)],
        zinnen=[
            Hulpzinkeuze(categorie=zin.categorie, sleutel=zin.sleutel, tekst=zin.tekst, volgorde=n)
            for n, zin in enumerate(zinnen, start=1)
        ],
    )


def _voeg_zinnen_toe(school_id: int) -> None:
    """The school's own sentences, until there are as many as asked."""
    gegeven = begrijpwijzer().hulpzinnen
    for nummer in range(ZINNEN - len(gegeven)):
        als = gegeven[nummer % len(gegeven)]
        db.session.add(
            Schoolzin(
                school_id=school_id,
                sleutel=f"eigen-{nummer}",
                categorie=als.categorie,
                tekst=f"{als.tekst} ({nummer})",
            )
        )
