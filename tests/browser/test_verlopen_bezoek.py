"""The visit ends while somebody types: what was typed waits, and stands there again at the next visit."""

import re

import pytest
from playwright.sync_api import Frame, Route, expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.test_evaluatie import evaluatie, gepland, knop
from tests.browser.test_handelingsplan import bewaard, maak

__all__ = ["gepland"]
pytestmark = pytest.mark.browser

SEM = "Sem de Vries"
BEWAARD = "Je bezoek is verlopen. Je tekst is bewaard."
TERUG = "Je tekst van het vorige bezoek staat er weer."


def eindig(demo: Omgeving, fouten: Fouten) -> None:
    demo.sql("DELETE FROM sessie")
    fouten.verwacht("status of 401")


def klad(demo: Omgeving) -> list[tuple[str, str]]:
    return demo.sql("SELECT pagina, waarde FROM paginaklad ORDER BY plaats")


@pytest.fixture
def plan(ingericht: Omgeving, start: Start) -> Frame:
    """A plan for one pupil, just made."""
    scherm = start("m.dejong", 1)
    scherm.goto(f"{ingericht.tool}/groep/1/plan/handelingsplannen")
    maak(scherm, SEM)
    return scherm


def test_a_plan_for_one_pupil_has_it_back_and_saves_it(
    plan: Frame, ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    adres = plan.url
    eindig(ingericht, fouten)
    plan.get_by_label("Aanpak").fill("elke dag")
    plan.get_by_label("Organisatie").fill("in lokaal 12")
    expect(plan.get_by_text(BEWAARD)).to_be_visible()
    # whoever goes on typing loses that neither
    with plan.page.expect_response(lambda antwoord: "kwartier" in (antwoord.request.post_data or "")):
        plan.get_by_label("Aanpak").fill("elke dag een kwartier")
    assert len(klad(ingericht)) == 2
    scherm = start("m.dejong", 1, pagina=plan.page)
    scherm.goto(adres)
    expect(scherm.get_by_text(TERUG)).to_be_visible()
    expect(scherm.get_by_label("Aanpak")).to_have_value("elke dag een kwartier")
    expect(scherm.get_by_label("Organisatie")).to_have_value("in lokaal 12")
    for item in ("aanpak", "organisatie"):
        expect(scherm.locator(f"[data-item={item}] [data-stand]")).to_have_text("✓")
    scherm.goto(adres)
    bewaard(scherm)
    expect(scherm.get_by_label("Aanpak")).to_have_value("elke dag een kwartier")
    assert klad(ingericht) == []


def test_what_a_colleague_wrote_meanwhile_is_put_beside_it(
    plan: Frame, ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    adres = plan.url
    plan.get_by_label("Organisatie").fill("elke maandag")
    plan.get_by_label("Organisatie").blur()
    bewaard(plan)
    eindig(ingericht, fouten)
    plan.get_by_label("Organisatie").fill("elke maandag in lokaal 12")
    expect(plan.get_by_text(BEWAARD)).to_be_visible()
    ingericht.sql(
        "UPDATE handelingsplanveld SET waarde = 'elke dinsdag', versie = 9 WHERE veld = 'organisatie'"
    )
    fouten.verwacht("status of 409")
    scherm = start("m.dejong", 1, pagina=plan.page)
    scherm.goto(adres)
    melding = scherm.get_by_role("alert")
    expect(melding).to_contain_text("elke dinsdag")
    expect(scherm.get_by_label("Organisatie")).to_have_value("elke maandag in lokaal 12")
    melding.get_by_role("button", name="Beide samenvoegen").click()
    expect(scherm.locator("[data-item=organisatie] [data-stand]")).to_have_text("✓")
    ((waarde,),) = ingericht.sql("SELECT waarde FROM handelingsplanveld WHERE veld = 'organisatie'")
    assert "elke dinsdag" in waarde
    assert "elke maandag in lokaal 12" in waarde


def test_an_answer_of_the_evaluation_and_its_remark_come_back(
    gepland: Omgeving, start: Start, fouten: Fouten
) -> None:
    scherm = evaluatie(start("m.dejong", 1), gepland)
    eindig(gepland, fouten)
    knop(scherm, SEM, "deels").click()
    with scherm.page.expect_response(lambda antwoord: "pauze" in (antwoord.request.post_data or "")):
        scherm.get_by_label(f"Opmerking bij {SEM}").fill("na de pauze lukt het")
    expect(scherm.get_by_text(BEWAARD)).to_be_visible()
    scherm = evaluatie(start("m.dejong", 1, pagina=scherm.page), gepland)
    expect(scherm.get_by_text(TERUG)).to_be_visible()
    expect(scherm.locator("[data-voortgang]")).to_contain_text("1 van 28 uitkomsten")
    expect(scherm.locator(".uitslag [data-stand]", has_text="✓")).to_have_count(1)
    assert gepland.sql("SELECT resultaat, toelichting FROM doelresultaat") == [
        ("deels", "na de pauze lukt het")
    ]


def test_words_for_a_field_that_is_gone_are_shown_to_copy_until_they_are_let_go(
    plan: Frame, ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    adres = plan.url
    eindig(ingericht, fouten)
    plan.get_by_label("Aanpak").fill("elke dag")
    expect(plan.get_by_text(BEWAARD)).to_be_visible()
    ingericht.sql("UPDATE paginaklad SET plaats = 'een veld van vroeger'")
    scherm = start("m.dejong", 1, pagina=plan.page)
    scherm.goto(adres)
    melding = scherm.get_by_role("alert").filter(has_text=re.compile("kan hier niet terug.*“elke dag”"))
    expect(melding).to_be_visible()
    with scherm.page.expect_response("**/klad/pagina"):
        melding.get_by_role("button", name="Weggooien").click()
    expect(melding).to_have_count(0)
    assert klad(ingericht) == []


def test_what_is_typed_before_the_script_has_come_is_saved_too(plan: Frame, ingericht: Omgeving) -> None:
    wachtend: list[Route] = []
    plan.page.route("**/js/handelingsplan.js", lambda route: wachtend.append(route))
    plan.goto(plan.url, wait_until="commit")
    plan.get_by_label("Aanpak").fill("sneller dan het netwerk")
    assert wachtend
    wachtend[0].continue_()
    expect(plan.locator("[data-item=aanpak] [data-stand]")).to_have_text("✓")
    assert ingericht.sql("SELECT waarde FROM handelingsplanveld WHERE veld = 'aanpak'") == [
        ("sneller dan het netwerk",)
    ]
