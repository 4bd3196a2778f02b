"""From a click in the learning platform to the overview, and back tomorrow."""

import re

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import Fouten, Start, Venster, in_lijst
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import TELEFOON, Teller, cel, klaar, overzicht, wacht_op_opgeslagen

pytestmark = pytest.mark.browser

ZIN = "Vraagt uit zichzelf om uitleg.\nWerkt graag samen."


@pytest.mark.usefixtures("demo")
def test_a_mentor_stands_in_the_overview_of_the_class_after_two_clicks(open_cursus: Start) -> None:
    scherm = open_cursus("m.dejong", 2)
    expect(scherm.get_by_label("Een mentorklas")).to_be_checked()
    expect(scherm.get_by_label("Welk vak?")).to_be_hidden()
    teller = Teller(scherm)
    teller.klik(scherm.get_by_role("button", name="Groepsoverzicht openen"))
    expect(scherm.get_by_role("rowheader", name="Zoë van 't Hof")).to_be_visible()
    assert teller.aantal <= 2
    # the Dutch way: van den Bergh under B
    namen = [naam.strip() for naam in scherm.locator("tbody th a").all_inner_texts()]
    assert namen.index("Maximiliaan van den Bergh-Oudshoorn") + 1 == namen.index("Ravi Bissessur")


def test_what_is_typed_is_there_after_a_reload_and_at_the_same_cell_tomorrow(
    ingericht: Omgeving, open_cursus: Start, start: Start
) -> None:
    scherm = open_cursus("m.dejong", 2)
    overzicht(scherm, ingericht.tool)
    cel(scherm, "Sem de Vries", "Technisch lezen").click()
    scherm.page.keyboard.type("iv")
    scherm.page.keyboard.press("Enter")
    cel(scherm, "Lars Peeters", "Stimulerende factoren").fill(ZIN)
    wacht_op_opgeslagen(scherm)
    overzicht(scherm, ingericht.tool)
    _staat_er(scherm)

    # tomorrow: the visit has ended, the browser is the same
    bladzij = scherm.page
    bladzij.goto("about:blank")
    ingericht.sql("DELETE FROM sessie")
    morgen = start("m.dejong", 1, pagina=bladzij)
    morgen.get_by_role("link", name="Naar het groepsoverzicht").click()
    _staat_er(morgen)
    expect(cel(morgen, "Lars Peeters", "Stimulerende factoren")).to_be_focused()
    expect(cel(morgen, "Lars Peeters", "Stimulerende factoren")).to_be_in_viewport()


def _staat_er(scherm: Frame) -> None:
    expect(cel(scherm, "Sem de Vries", "Technisch lezen")).to_have_value("IV")
    expect(cel(scherm, "Lars Peeters", "Stimulerende factoren")).to_have_value(ZIN)


def test_a_wrong_score_is_refused_beside_the_cell_and_stays_to_be_mended(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 422")
    scherm = start("m.dejong", 1)
    overzicht(scherm, ingericht.tool)
    veld = cel(scherm, "Sem de Vries", "Technisch lezen")
    veld.fill("VI")
    veld.press("Tab")
    expect(scherm.get_by_role("alert").filter(has_text="I, II, III, IV of V")).to_be_visible()
    expect(veld).to_have_value("VI")
    expect(veld).to_have_attribute("aria-invalid", "true")
    veld.fill("V")
    veld.press("Tab")
    wacht_op_opgeslagen(scherm)
    expect(scherm.get_by_role("alert").filter(has_text="I, II, III, IV of V")).to_have_count(0)


def test_the_phone_opens_a_page_per_pupil_and_saves_there(ingericht: Omgeving, start: Start) -> None:
    scherm = start("m.dejong", 1, viewport=TELEFOON, has_touch=True, is_mobile=True)
    overzicht(scherm, ingericht.tool)
    scherm.get_by_role("link", name="Maximiliaan van den Bergh-Oudshoorn").tap()
    scherm.wait_for_url("**/leerling/*")
    klaar(scherm)
    scherm.get_by_label("Stimulerende factoren", exact=True).fill("Legt graag uit.")
    wacht_op_opgeslagen(scherm)
    overzicht(scherm, ingericht.tool)
    expect(cel(scherm, "Maximiliaan van den Bergh-Oudshoorn", "Stimulerende factoren")).to_have_value(
        "Legt graag uit."
    )


def test_one_chosen_form_opens_straight_in_its_overview(demo: Omgeving, pagina: Venster) -> None:
    bladzij = pagina("m.dejong", 2)
    kiezen = kies_inhoud(bladzij, demo, "m.dejong", 2)
    expect(kiezen.get_by_label("Groepsoverzicht van de mentorklas")).to_be_checked()
    kiezen.get_by_role("button", name="In de cursus plaatsen").click()
    bladzij.get_by_role("button", name="Activiteit bewaren").click()
    scherm = in_lijst(bladzij, demo.tool)
    # the first time the dates of the cycle are still to be agreed to
    scherm.get_by_role("button", name="Groepsoverzicht openen").click()
    expect(scherm.get_by_role("rowheader", name="Sem de Vries")).to_be_visible()
    bladzij.reload()
    scherm = in_lijst(bladzij, demo.tool)
    assert scherm.url.endswith("/overzicht")
    expect(scherm.get_by_role("rowheader", name="Sem de Vries")).to_be_visible()


def test_several_forms_are_placed_at_once_and_each_opens_its_own_overview(
    demo: Omgeving, pagina: Venster
) -> None:
    bladzij = pagina("m.dejong", 2)
    kiezen = kies_inhoud(bladzij, demo, "m.dejong", 2)
    kiezen.get_by_label("Naam van het vak").fill("wiskunde")
    kiezen.get_by_role("button", name="Nog een vak").click()
    kiezen.get_by_label("Naam van vak 2").fill("rekenen")
    kiezen.get_by_role("button", name="In de cursus plaatsen").click()
    bladzij.get_by_role("button", name="Alle 3 activiteiten bewaren").click()
    for titel in ("Groepsoverzicht wiskunde", "Groepsoverzicht rekenen"):
        bladzij.get_by_role("link", name=titel).click()
        scherm = in_lijst(bladzij, demo.tool)
        expect(scherm.get_by_label("Welk vak?")).to_have_value(titel.removeprefix("Groepsoverzicht "))
        scherm.get_by_role("button", name="Groepsoverzicht openen").click()
        expect(scherm.get_by_role("heading", level=1)).to_contain_text(titel)


def kies_inhoud(bladzij: Page, demo: Omgeving, persoon: str, cursus: int) -> Frame:
    bladzij.goto(f"{demo.elo}/als/{persoon}/cursus/{cursus}/activiteit-toevoegen")
    bladzij.get_by_role("button", name="Inhoud kiezen in Groepswijzer").click()
    lijst = bladzij.locator("dialog iframe").element_handle().content_frame()
    assert lijst is not None
    lijst.wait_for_url(re.compile("/lti/koppelen/"))
    return lijst
