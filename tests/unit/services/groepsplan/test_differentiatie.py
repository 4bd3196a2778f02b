"""Convergent or divergent: said before there is a plan, kept in it, and followed by its rows."""

import pytest

from lti_tool.models import Differentiatie, Groepsplan, Soort, nu
from lti_tool.services.fouten import Conflict, Gesloten, OngeldigeWaarde
from lti_tool.services.groepsplan import differentiatie, planlezen, plannen
from lti_tool.services.groepsplan.differentiatie import Stand
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld

CONVERGENT, DIVERGENT = Differentiatie.CONVERGENT, Differentiatie.DIVERGENT


@pytest.fixture
def vak(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 2, Soort.VAKSPECIFIEK)


def zet(werk: Gevuld, keuze: str, versie: int) -> Stand:
    return differentiatie.zet(werk.session, werk.cyclus, keuze, versie, werk.eigenaar)


def soorten(werk: Gevuld) -> list[str]:
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    return [rij.soort for rij in beeld.rijen]


def test_it_is_convergent_until_somebody_says_otherwise(vak: Gevuld) -> None:
    assert differentiatie.lees(vak.session, vak.cyclus) == Stand(CONVERGENT, 0)
    assert zet(vak, CONVERGENT, 0) == Stand(CONVERGENT, 0)
    gekozen = zet(vak, DIVERGENT, 0)
    assert gekozen.divergent
    assert differentiatie.lees(vak.session, vak.cyclus) == gekozen


def test_a_choice_made_before_the_plan_holds_when_it_opens(vak: Gevuld) -> None:
    zet(vak, DIVERGENT, 0)
    plan: Groepsplan = plannen.open_plan(vak.session, vak.cyclus, vak.eigenaar)
    assert plan.differentiatie == DIVERGENT
    assert soorten(vak) == []


def test_the_rows_of_a_plan_follow_the_choice(vak: Gevuld) -> None:
    plan = plannen.open_plan(vak.session, vak.cyclus, vak.eigenaar)
    assert soorten(vak) == ["basis"]
    gekozen = zet(vak, DIVERGENT, plan.versie)
    assert soorten(vak) == []
    zet(vak, CONVERGENT, gekozen.versie)
    assert soorten(vak) == ["basis"]


def test_who_saw_another_version_is_told_of_it(vak: Gevuld) -> None:
    gekozen = zet(vak, DIVERGENT, 0)
    with pytest.raises(Conflict):
        zet(vak, CONVERGENT, gekozen.versie + 1)
    assert differentiatie.lees(vak.session, vak.cyclus) == gekozen


def test_an_unknown_choice_a_mentor_class_and_a_closed_cycle_are_refused(vak: Gevuld, bouwer: Bouwer) -> None:
    with pytest.raises(OngeldigeWaarde):
        zet(vak, "anders", 0)
    with pytest.raises(OngeldigeWaarde):
        zet(Gevuld(bouwer, 1), DIVERGENT, 0)
    vak.cyclus.gesloten_op = nu()
    with pytest.raises(Gesloten):
        zet(vak, DIVERGENT, 0)
