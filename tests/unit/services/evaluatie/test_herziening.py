"""A lasting need of which all goals were reached is proposed to end; the teacher decides."""

from datetime import date

import pytest
from sqlalchemy import select

from lti_tool.hgw.evaluatie import Herzieningsadvies
from lti_tool.models import Doel, Doelresultaat, Onderwijsbehoefte
from lti_tool.services.evaluatie import evalueren, herziening, terugblik
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


def ga_verder(klas: Gepland) -> Onderwijsbehoefte:
    """The next cycle, and the need of the first pupil in it."""
    klas.cyclus = klas.bouwer.cyclus(klas.groep, date(2026, 12, 1), date(2027, 3, 1))
    return klas.session.scalars(
        select(Onderwijsbehoefte).where(Onderwijsbehoefte.vorige_id.is_not(None))
    ).one()


def zeg(klas: Gepland, doel: Doel, uitkomst: str) -> None:
    terugblik.zet(klas.session, klas.groep, doel.id, uitkomst, klas.mentor)
    klas.session.commit()


def advies(klas: Gepland, behoefte: Onderwijsbehoefte) -> Herzieningsadvies | None:
    uitkomsten = evalueren.van_leerling(klas.session, klas.cyclus, klas.leerlingen[0].id)
    return herziening.advies(klas.session, behoefte, uitkomsten)


def test_all_goals_reached_proposes_to_end_and_changes_nothing(klas: Gepland) -> None:
    doelen = [klas.eigen_doel(0, "kan breuken optellen"), klas.eigen_doel(0, "kan breuken delen")]
    behoefte = ga_verder(klas)
    assert advies(klas, behoefte) is None
    zeg(klas, doelen[0], "bereikt")
    eerst = advies(klas, behoefte)
    assert eerst is not None
    assert not eerst.beeindigen
    zeg(klas, doelen[1], "bereikt")
    daarna = advies(klas, behoefte)
    assert daarna is not None
    assert daarna.beeindigen
    assert herziening.na_terugblik(klas.session, doelen[1]) == daarna
    assert (behoefte.herziening, behoefte.versie) == ("te_herzien", 1)


def test_a_goal_of_the_plan_that_was_not_reached_holds_the_proposal_back(klas: Gepland) -> None:
    eigen = klas.eigen_doel(0)
    extra = klas.doel("rekent met breuken")
    klas.session.add(Doelresultaat(plandoel_id=extra.id, regel_id=klas.regels[0], resultaat="deels"))
    klas.session.commit()
    behoefte = ga_verder(klas)
    zeg(klas, eigen, "bereikt")
    gevonden = advies(klas, behoefte)
    assert gevonden is not None
    assert not gevonden.beeindigen
    assert "rekent met breuken" in gevonden.zin


@pytest.mark.parametrize("besluit", ["behouden", "gewijzigd", "beeindigd"])
def test_who_decided_is_not_asked_again(klas: Gepland, besluit: str) -> None:
    eigen = klas.eigen_doel(0)
    behoefte = ga_verder(klas)
    zeg(klas, eigen, "bereikt")
    behoefte.herziening = besluit
    assert advies(klas, behoefte) is None


def test_a_goal_of_which_no_need_goes_on_gives_no_advice(klas: Gepland) -> None:
    eigen = klas.eigen_doel(0)
    zeg(klas, eigen, "bereikt")
    assert herziening.na_terugblik(klas.session, eigen) is None
    assert herziening.advies(klas.session, None, ()) is None
