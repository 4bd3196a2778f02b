"""Step 4 counts who has a need and a place; a cycle in which somebody was placed isn't unused."""

import pytest

from lti_tool.models import Handelingsplan
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from lti_tool.services.clusteren import groepspunten, plaatsingen, subgroepen
from lti_tool.services.cyclus import cyclusopening, voortgang
from lti_tool.services.groepsplan import plannen
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import INSTRUCTIE, benoem

DOEL = Doelinvoer("Steekt zelf een vinger op", "", None, False, None)


@pytest.fixture
def klas(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 4)


def stap4(klas: Gevuld) -> tuple[bool, str]:
    stap = voortgang.stand(klas.session, klas.cyclus)[3]
    return stap.klaar, stap.toelichting


def plaats(klas: Gevuld, rij: int, domein: str, naar: int | str = plaatsingen.ALLEEN) -> None:
    regel_id = klas.regel(rij)
    plaatsingen.plaats(klas.session, klas.groep, regel_id, domein, naar, 0, klas.eigenaar)


def test_every_need_asks_for_a_place_in_its_domain(klas: Gevuld) -> None:
    assert stap4(klas) == (False, "Zet leerlingen met vergelijkbare behoeften bij elkaar.")
    benoem(klas, 0, DOEL)
    benoem(klas, 0, INSTRUCTIE, domein="rk")
    benoem(klas, 1, DOEL)
    klas.vul("behoeften", "Heeft rust nodig", rij=2)
    assert stap4(klas) == (False, "Een plek voor 0 van de 3 leerlingen met een behoefte.")
    groep = subgroepen.maak(klas.session, klas.cyclus, "pedagogisch", "", "extra", klas.eigenaar)
    plaats(klas, 0, "pedagogisch", groep.id)
    plaats(klas, 1, "pedagogisch", groep.id)
    plaats(klas, 2, "bl")
    # one need of this pupil still has no place
    assert stap4(klas) == (False, "Een plek voor 2 van de 3 leerlingen met een behoefte.")
    plaats(klas, 0, "rk")
    assert stap4(klas) == (True, "Een plek voor 3 van de 3 leerlingen met een behoefte.")


@pytest.mark.parametrize("wat", ["subgroep", "plaatsing", "punt", "plan", "handelingsplan"])
def test_a_cycle_in_which_somebody_grouped_or_planned_is_no_unused_one(klas: Gevuld, wat: str) -> None:
    session, cyclus, door = klas.session, klas.cyclus, klas.eigenaar
    assert cyclusopening.is_ongebruikt(session, cyclus)
    if wat == "subgroep":
        subgroepen.maak(session, cyclus, "rk", "", "extra", door)
    elif wat == "plaatsing":
        plaats(klas, 0, "rk")
    elif wat == "punt":
        groepspunten.voeg_toe(session, cyclus, "rk", "Begin rustig", door)
    elif wat == "plan":
        plannen.open_plan(session, cyclus, door)
    else:
        session.add(Handelingsplan(regel_id=klas.regel(0)))
        session.flush()
    assert not cyclusopening.is_ongebruikt(session, cyclus)
