"""Rows that go on are offered when a plan opens, and taken along once."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Groepsplan, Plandoel, Planregel, Planregelsoort
from lti_tool.services.clusteren import subgroepen
from lti_tool.services.evaluatie import allenzetten, doelresultaten, planvorige, rijevaluatie
from lti_tool.services.evaluatie.rijevaluatie import Rijuitslag
from lti_tool.services.groepsplan import plannen
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    """Every row goes on: for all, for the subgroup, one pupil; one goal was reached by all."""
    klas = Gepland(bouwer)
    eigen = Planregel(
        plan_id=klas.plan.id, soort=Planregelsoort.LEERLING, domein="rk", regel_id=klas.regels[3], volgorde=3
    )
    klas.session.add(eigen)
    klas.session.commit()
    klas.doel("werkt rustig", klas.basis)
    klas.doel("leest voor", eigen)
    klas.doel()
    bereikt = doelresultaten.zoek(klas.session, klas.groep, klas.doel("is af", klas.basis).id)
    allenzetten.zet_allen(klas.session, bereikt, "bereikt", klas.mentor)
    for rij in (klas.basis, klas.rij, eigen):
        plaats = rijevaluatie.zoek(klas.session, klas.groep, rij.id)
        rijevaluatie.bewaar(klas.session, plaats, Rijuitslag(besluit="doorgaan"), 0, klas.mentor)
    klas.session.commit()
    return klas


def volgende(klas: Gepland, *, met_subgroep: bool) -> Cyclus:
    cyclus = klas.bouwer.cyclus(klas.groep, date(2026, 12, 1), date(2027, 3, 1))
    if met_subgroep:
        subgroepen.maak(klas.session, cyclus, "rk", "breuken", "handreiking", klas.mentor)
    return cyclus


def doelen(session: Session, plan: Groepsplan) -> list[str]:
    vraag = select(Plandoel.tekst).join(Planregel, Planregel.id == Plandoel.planregel_id)
    return sorted(session.scalars(vraag.where(Planregel.plan_id == plan.id)))


def test_the_goals_of_rows_that_go_on_come_along_once(klas: Gepland, session: Session) -> None:
    cyclus = volgende(klas, met_subgroep=True)
    aangeboden = planvorige.aanbod(session, cyclus)
    assert [(a.rij.naam, a.rij.doelen) for a in aangeboden] == [
        ("Hele groep", ("werkt rustig",)),
        ("Breuken", ("rekent met breuken",)),
        ("Leerling04 Achternaam04", ("leest voor",)),
    ]
    plan = plannen.open_plan(session, cyclus, klas.mentor)
    ids = [a.rij.planregel_id for a in aangeboden]
    assert planvorige.neem_mee(session, plan, [*ids, 10**6], klas.mentor) == 3
    assert planvorige.neem_mee(session, plan, ids, klas.mentor) == 0
    session.commit()
    assert doelen(session, plan) == ["leest voor", "rekent met breuken", "werkt rustig"]
    rijen = session.scalars(select(Planregel).where(Planregel.plan_id == plan.id)).all()
    assert sorted(rij.soort for rij in rijen) == ["basis", "leerling", "subgroep"]


def test_without_a_subgroup_of_that_name_its_row_waits(klas: Gepland, session: Session) -> None:
    cyclus = volgende(klas, met_subgroep=False)
    assert [a.plek is None for a in planvorige.aanbod(session, cyclus)] == [False, True, False]
    plan = plannen.open_plan(session, cyclus, klas.mentor)
    planvorige.neem_mee(session, plan, [klas.rij.id], klas.mentor)
    assert doelen(session, plan) == []


def test_the_first_cycle_is_offered_nothing(klas: Gepland, session: Session) -> None:
    assert planvorige.aanbod(session, klas.cyclus) == ()
