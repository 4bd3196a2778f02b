"""The school's newer columns on the page of a plan: seen by its owner, taken over, put back, never forced."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from flask import Flask

from lti_tool.hgw.planvorm import Plankolom
from lti_tool.models import Rol, Soort, nu
from lti_tool.services.groepsplan import planlezen, plannen
from lti_tool.services.school import planformaten
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.pagina import Bezoeker
from tests.web.test_groepsoverzicht import tel_vragen

Als = Callable[..., Bezoeker]
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

VREEMD = "<b>Route & {{ 7*7 }}"
AANBOD = "Je school heeft nieuwe kolommen"


@dataclass
class Werk:
    """A mentor's plan of which the school took out the column Aanpak, and the owner's browser."""

    gevuld: Gevuld
    browser: Bezoeker

    @property
    def url(self) -> str:
        return f"/groep/{self.gevuld.groep.id}/plan"

    def pagina(self) -> str:
        return self.browser.get(self.url).text

    def zet(self, pad: str, versie: object) -> int:
        return self.browser.json("PUT", f"{self.url}/kolommen{pad}", {"versie": versie}).status_code


@pytest.fixture
def werk(bouwer: Bouwer, als: Als) -> Werk:
    gevuld = Gevuld(bouwer, 2)
    plan = plannen.open_plan(gevuld.session, gevuld.cyclus, gevuld.eigenaar)
    beeld = planlezen.lees(gevuld.session, gevuld.cyclus)
    assert beeld is not None
    regel = beeld.rijen[0].id
    plannen.bewaar_veld(
        gevuld.session, gevuld.groep, regel, "aanpak", "Elke dag voorlezen", 0, gevuld.eigenaar
    )
    assert plan.versie == 1
    kolommen = [k for k in planformaten.standaard(Soort.VAKOVERSTIJGEND) if k.sleutel != "aanpak"]
    kolommen.append(Plankolom("route", VREEMD, uitleg=VREEMD))
    planformaten.bewaar(
        gevuld.session, bouwer.platform.school_id, Soort.VAKOVERSTIJGEND, "", kolommen, gevuld.eigenaar
    )
    gevuld.session.commit()
    return Werk(gevuld, als(gevuld.eigenaar, gevuld.groep.cursus, Rol.DOCENT))


def test_the_owner_sees_what_would_change_takes_it_over_and_goes_back(werk: Werk) -> None:
    voor = werk.pagina()
    assert AANBOD in voor
    assert "Erbij: &lt;b&gt;Route &amp; {{ 7*7 }}" in voor
    assert "Weg: Aanpak. Er staat tekst in 1 rij;" in voor
    assert werk.zet("", 1) == 200
    na = werk.pagina()
    assert AANBOD not in na
    assert 'data-veld="aanpak"' not in na
    assert "<dt>Hele groep: Aanpak</dt><dd>Elke dag voorlezen</dd>" in na
    assert "data-kolommen-terug" in na
    assert werk.zet("/terug", 2) == 200
    weer = werk.pagina()
    assert AANBOD in weer
    assert 'data-veld="aanpak"' in weer
    assert "Tekst uit kolommen" not in weer
    assert "data-kolommen-terug" not in weer


def test_a_colleague_reads_the_text_that_is_left_but_is_offered_nothing(
    werk: Werk, bouwer: Bouwer, als: Als
) -> None:
    werk.zet("", 1)
    collega = als(bouwer.docent("Bo", "Berk"), werk.gevuld.groep.cursus, Rol.DOCENT)
    tekst = collega.get(werk.url).text
    assert "Elke dag voorlezen" in tekst
    assert "data-kolommen-terug" not in tekst
    assert collega.json("PUT", f"{werk.url}/kolommen/terug", {"versie": 2}).status_code == 403


def test_an_old_or_made_up_version_is_refused(werk: Werk) -> None:
    assert werk.zet("", 7) == 409
    assert werk.zet("", 2**70) == 400
    assert werk.zet("", "1") == 400
    assert werk.zet("/terug", 1) == 404
    assert AANBOD in werk.pagina()


def test_a_fixed_plan_and_a_closed_cycle_stay_as_they_were(werk: Werk) -> None:
    assert werk.browser.json("PUT", f"{werk.url}/vastgesteld").status_code == 200
    assert AANBOD not in werk.pagina()
    assert werk.zet("", 2) == 409
    werk.browser.json("DELETE", f"{werk.url}/vastgesteld")
    werk.gevuld.session.rollback()
    werk.gevuld.cyclus.gesloten_op = nu()
    werk.gevuld.session.commit()
    assert AANBOD not in werk.pagina()
    assert werk.zet("", 3) == 409


def test_the_question_costs_the_page_the_same_however_much_text_is_left(werk: Werk, app: Flask) -> None:
    werk.pagina()
    with tel_vragen(app) as voor:
        werk.pagina()
    werk.zet("", 1)
    werk.pagina()
    with tel_vragen(app) as na:
        werk.pagina()
    assert len(na) <= len(voor) + 1
