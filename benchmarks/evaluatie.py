"""Looking back on a plan of 32 pupils in six rows, and the list of plans for one pupil, after two years."""

from flask import Flask
from sqlalchemy import select

from benchmarks.groepsplan import bouw_klas
from benchmarks.maat import Verzoek, meet_verzoeken, pagina
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Groepsplan, Persoon, Plandoel, Planregel
from lti_tool.services.evaluatie import allenzetten, doelresultaten
from lti_tool.services.groep import regels
from lti_tool.services.handelingsplan import handelingsplannen
from tests.web.pagina import Bezoeker

# more than a group can carry out, so that the page warns too
EIGEN_PLANNEN = 8
UITKOMSTEN = ("bereikt", "deels", "niet")


def toon(naam: str, database_url: str) -> None:
    """Measure on one database and print a table."""
    meet_verzoeken(naam, database_url, _bouw)


def _bouw(app: Flask) -> tuple[Bezoeker, dict[str, Verzoek]]:
    """Every goal of every pupil has a result, and some pupils a plan of their own."""
    browser, cyclus, mentor = bouw_klas(app)
    _kijk_terug(cyclus, mentor)
    for regel in regels.regels(db.session(), cyclus)[:EIGEN_PLANNEN]:
        handelingsplannen.maak(db.session(), cyclus.groep, cyclus, regel.id, "Past niet in het plan.", mentor)
    db.session.commit()
    basis = f"/groep/{cyclus.groep_id}"
    return browser, {
        "evaluation": pagina(browser, f"{basis}/plan/evaluatie"),
        "own plans": pagina(browser, f"{basis}/plan/handelingsplannen"),
    }


def _kijk_terug(cyclus: Cyclus, mentor: Persoon) -> None:
    vraag = select(Plandoel).join(Planregel).join(Groepsplan).where(Groepsplan.cyclus_id == cyclus.id)
    for nummer, doel in enumerate(db.session.scalars(vraag)):
        plaats = doelresultaten.zoek(db.session(), cyclus.groep, doel.id)
        allenzetten.zet_allen(db.session(), plaats, UITKOMSTEN[nummer % 3], mentor)
