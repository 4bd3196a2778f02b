"""Needs of the previous cycle are looked back on; colleagues share sentences; the checklist counts along."""

import pytest
from playwright.sync_api import expect

from tests.browser.begrijpwijzer import doel, open_regel, regel_van, wacht_op_bewaard, zin
from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import Teller, cel, overzicht

pytestmark = pytest.mark.browser

ANNE = "Anne-Fleur ter Horst"


def test_a_need_of_the_previous_cycle_is_ended_kept_or_changed(voorbeeld: Omgeving, start: Start) -> None:
    regel = regel_van(voorbeeld, naam=ANNE)
    scherm = open_regel(start("m.dejong", 1), voorbeeld, regel)
    stand = scherm.locator("[data-herziening-stand]")
    expect(stand).to_have_text("Past die nog?")
    zinnen = zin(scherm).input_value()
    assert zinnen
    uitkomst = scherm.locator("[data-terugblik]")
    advies = scherm.locator("[data-herziening-advies]")
    expect(advies).to_be_hidden()
    uitkomst.select_option("bereikt")
    expect(advies).to_contain_text("Het doel is bereikt. Voorstel: beëindigen.")
    scherm.get_by_role("button", name="Beëindigen").click()
    expect(stand).to_contain_text("Je hebt die beëindigd")
    expect(zin(scherm)).to_have_value("")
    expect(advies).to_be_hidden()
    overzicht(scherm, voorbeeld.tool)
    expect(cel(scherm, ANNE, "Onderwijsbehoeften")).to_have_value("")

    open_regel(scherm, voorbeeld, regel)
    expect(uitkomst).to_have_value("bereikt")
    scherm.get_by_role("button", name="Zo houden").click()
    expect(stand).to_have_text("Je houdt die zo.")
    expect(zin(scherm)).to_have_value(zinnen)
    doel(scherm).first.fill("vraagt zelf om hulp")
    expect(zin(scherm)).not_to_have_value(zinnen)
    wacht_op_bewaard(scherm)
    open_regel(scherm, voorbeeld, regel)
    expect(stand).to_have_text("Je hebt die aangepast.")


def test_a_sentence_of_a_teacher_is_offered_without_a_name_approved_and_found_by_colleagues(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    scherm = open_regel(start("b.bakker", 2), ingericht, regel_van(ingericht, groep=2), groep=2)
    zoekveld = scherm.get_by_role("searchbox", name="Zoek een zin")
    voorstellen = scherm.get_by_role("button", name="Aan collega’s voorstellen")
    for zelf in ("uitleg die Sem zelf natekent", "uitleg die de leerling zelf natekent"):
        zoekveld.fill(zelf)
        scherm.get_by_role("button", name="Eigen zin toevoegen").click()
    fouten.verwacht("status of 422")
    voorstellen.first.click()
    expect(scherm.get_by_role("alert").filter(has_text="Sem")).to_be_visible()
    expect(voorstellen).to_have_count(2)
    voorstellen.last.click()
    expect(scherm.get_by_text("Je zin is voorgesteld.")).to_be_visible()

    mentor = start("m.dejong", 1)
    mentor.goto(f"{ingericht.tool}/groep/1/hulpzinnen")
    veld = mentor.get_by_label("van Bas Bakker")
    expect(veld).to_have_value("uitleg die de leerling zelf natekent")
    veld.fill("uitleg die de leerling zelf natekent en bewaart")
    mentor.get_by_role("button", name="Goedkeuren").click()
    expect(mentor.get_by_text("De zin is nu voor alle collega’s.")).to_be_visible()
    expect(mentor.get_by_role("button", name="Goedkeuren")).to_have_count(0)

    anders = regel_van(ingericht, groep=2, naam="Ravi Bissessur")
    open_regel(scherm, ingericht, anders, groep=2)
    teller = Teller(scherm)
    zoekveld.focus()
    teller.typ("natekent")
    teller.toets("Enter")
    expect(scherm.locator("[data-gekozen] textarea")).to_have_value(
        "uitleg die de leerling zelf natekent en bewaart"
    )


def test_the_checklist_of_needs_counts_and_keeps_what_was_judged(voorbeeld: Omgeving, start: Start) -> None:
    scherm = start("m.dejong", 1)
    scherm.goto(f"{voorbeeld.tool}/groep/1/begrijpwijzer/checklist")
    expect(scherm.locator(".wijzer-feit").first).to_have_text(
        "Bij 6 van de 9 gesignaleerde leerlingen staat een behoefte."
    )
    punt = scherm.locator("li[data-item]").first
    punt.get_by_role("button", name="nog niet").press("Enter")
    punt.get_by_role("textbox").fill("Twee zonder doel")
    scherm.page.keyboard.press("Tab")
    expect(punt.locator("[data-stand]")).to_have_text("✓")
    expect(scherm.locator("[data-beoordeeld]")).to_have_text("1")
    scherm.get_by_label("Afspraken").fill("Marieke vraagt het na.")
    scherm.page.keyboard.press("Tab")
    expect(scherm.locator("[data-item=afspraken] [data-stand]")).to_have_text("✓")
    scherm.page.reload()
    expect(punt.get_by_role("button", name="nog niet")).to_have_attribute("aria-pressed", "true")
    expect(punt.get_by_role("textbox")).to_have_value("Twee zonder doel")
    expect(scherm.get_by_label("Afspraken")).to_have_value("Marieke vraagt het na.")
