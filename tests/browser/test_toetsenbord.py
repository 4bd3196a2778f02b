"""Without a mouse: from the launch to the note, with the budgets counted."""

import pytest
from playwright.sync_api import Frame, Locator, expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import Teller, cel, overzicht, rij, wacht_op_opgeslagen

pytestmark = pytest.mark.browser

SEM = "Sem de Vries"


def test_the_whole_way_from_the_platform_to_a_note_takes_no_mouse(demo: Omgeving, open_cursus: Start) -> None:
    scherm = open_cursus("m.dejong", 2)
    knop = scherm.get_by_role("button", name="Groepsoverzicht openen")
    _tab_naar(scherm, knop)
    scherm.page.keyboard.press("Enter")
    expect(scherm.get_by_role("rowheader", name=SEM)).to_be_visible()
    scherm.page.wait_for_load_state()
    eerste = scherm.locator("tbody tr").first.locator("[data-signaal]")
    _tab_naar(scherm, eerste)
    for _ in range(40):
        if rij(scherm, SEM).locator(":focus").count():
            break
        scherm.page.keyboard.press("ArrowDown")
    expect(rij(scherm, SEM).locator("[data-signaal]")).to_be_focused()
    teller = Teller(scherm)
    teller.toets("s", "g")
    expect(rij(scherm, SEM).locator("[data-signaal]")).to_have_attribute("data-signaal", "gedrag")
    assert teller.aantal == 2
    teller = Teller(scherm)
    teller.toets("o")
    teller.typ("Tekent graag.")
    teller.toets("Enter")
    wacht_op_opgeslagen(scherm)
    assert teller.aantal == 2
    assert demo.sql("SELECT waarde FROM cel") == [("Tekent graag.",)]


def _tab_naar(scherm: Frame, doel: Locator) -> None:
    """Press Tab until the focus is there; the focus can be seen all along."""
    for _ in range(40):
        scherm.page.keyboard.press("Tab")
        if doel.evaluate("(element) => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {doel}")


@pytest.fixture
def scherm(ingericht: Omgeving, start: Start) -> Frame:
    scherm = start("m.dejong", 1)
    overzicht(scherm, ingericht.tool)
    expect(scherm.locator("[data-celbalk-tekst]")).to_be_visible()
    return scherm


@pytest.mark.parametrize("vanaf", ["Technisch lezen", "Motivatie", "Onderwijsbehoeften"])
def test_a_note_is_two_keys_from_anywhere_in_the_row(scherm: Frame, vanaf: str) -> None:
    cel(scherm, SEM, vanaf).focus()
    teller = Teller(scherm)
    teller.toets("Home", "o")
    expect(cel(scherm, SEM, "Stimulerende factoren")).to_be_focused()
    assert teller.aantal <= 2
    teller.typ("Tekent graag.")
    wacht_op_opgeslagen(scherm)
    expect(cel(scherm, SEM, "Stimulerende factoren")).to_have_value("Tekent graag.")


def test_the_next_marked_pupil_is_one_key_away(scherm: Frame) -> None:
    for naam in ("Emma de Boer", SEM):
        rij(scherm, naam).locator("[data-signaal]").focus()
        scherm.page.keyboard.press("s")
        scherm.page.keyboard.press("l")
    rij(scherm, "Emma de Boer").locator("[data-signaal]").focus()
    teller = Teller(scherm)
    teller.toets("n")
    expect(rij(scherm, SEM).locator("[data-signaal]")).to_be_focused()
    assert teller.aantal == 1


def test_the_reasons_stand_in_the_order_of_the_school_and_escape_leaves_them(scherm: Frame) -> None:
    rij(scherm, SEM).locator("[data-signaal]").focus()
    scherm.page.keyboard.press("s")
    letters = scherm.locator("[data-reden]").evaluate_all("(knoppen) => knoppen.map((k) => k.dataset.letter)")
    assert "".join(letters) == "ltvsgwenhzprmakx"
    expect(scherm.locator("[data-reden]").first).to_be_focused()
    scherm.page.keyboard.press("ArrowDown")
    expect(scherm.locator("[data-reden]").nth(1)).to_be_focused()
    scherm.page.keyboard.press("Escape")
    expect(rij(scherm, SEM).locator("[data-signaal]")).to_be_focused()
    expect(rij(scherm, SEM).locator("[data-signaal]")).to_have_attribute("data-signaal", "")


def test_escape_brings_back_what_stood_there(scherm: Frame) -> None:
    veld = cel(scherm, SEM, "Stimulerende factoren")
    veld.fill("Tekent graag.")
    scherm.page.keyboard.press("Enter")
    wacht_op_opgeslagen(scherm)
    veld.focus()
    scherm.page.keyboard.type(" Of niet.")
    scherm.page.keyboard.press("Escape")
    expect(veld).to_have_value("Tekent graag.")
    expect(veld).to_be_focused()
    score = cel(scherm, SEM, "Rekenen")
    score.focus()
    scherm.page.keyboard.type("II")
    scherm.page.keyboard.press("Escape")
    expect(score).to_have_value("")
    wacht_op_opgeslagen(scherm)


def test_arrows_and_enter_go_where_a_spreadsheet_goes(scherm: Frame) -> None:
    toets = scherm.page.keyboard.press
    # Ravi Bissessur, Emma de Boer, Iris Bos: one below the other
    cel(scherm, "Emma de Boer", "Begrijpend lezen").focus()
    toets("ArrowRight")
    expect(cel(scherm, "Emma de Boer", "Spelling")).to_be_focused()
    toets("ArrowDown")
    expect(cel(scherm, "Iris Bos", "Spelling")).to_be_focused()
    toets("ArrowLeft")
    toets("ArrowUp")
    expect(cel(scherm, "Emma de Boer", "Begrijpend lezen")).to_be_focused()
    scherm.page.keyboard.type("iii")
    toets("Enter")
    expect(cel(scherm, "Iris Bos", "Begrijpend lezen")).to_be_focused()
    toets("ArrowUp")
    expect(cel(scherm, "Emma de Boer", "Begrijpend lezen")).to_have_value("III")


def test_tab_goes_through_the_row_in_the_order_of_the_columns(scherm: Frame) -> None:
    rij(scherm, SEM).get_by_role("link").focus()
    for doel in (
        rij(scherm, SEM).locator("[data-signaal]"),
        cel(scherm, SEM, "Technisch lezen"),
        cel(scherm, SEM, "Begrijpend lezen"),
    ):
        scherm.page.keyboard.press("Tab")
        expect(doel).to_be_focused()
    scherm.page.keyboard.press("Shift+Tab")
    expect(cel(scherm, SEM, "Technisch lezen")).to_be_focused()


def test_a_window_gives_the_focus_back_to_the_cell_it_came_from(scherm: Frame) -> None:
    veld = cel(scherm, SEM, "Stimulerende factoren")
    veld.focus()
    scherm.get_by_role("button", name="Geschiedenis").press("Enter")
    expect(scherm.get_by_role("dialog")).to_contain_text("Hier is nog niets gewijzigd.")
    scherm.page.keyboard.press("Escape")
    expect(veld).to_be_focused()


def test_the_menu_opens_closes_and_keeps_the_focus(scherm: Frame) -> None:
    knop = scherm.get_by_text("Menu", exact=True)
    knop.focus()
    scherm.page.keyboard.press("Enter")
    expect(scherm.get_by_role("link", name="Eigenaren")).to_be_visible()
    scherm.page.keyboard.press("Escape")
    expect(scherm.get_by_role("link", name="Eigenaren")).to_be_hidden()
    expect(knop).to_be_focused()


def test_a_message_at_a_cell_lies_under_the_text_that_is_being_typed_beside_it(
    scherm: Frame, fouten: Fouten
) -> None:
    fouten.verwacht("status of 422")
    cel(scherm, SEM, "Rekenen").fill("VI")
    cel(scherm, SEM, "Rekenen").press("Tab")
    veld = cel(scherm, SEM, "Analyse van de fouten")
    expect(veld).to_be_focused()
    melding = scherm.get_by_role("alert").filter(has_text="I, II, III, IV of V")
    expect(melding).to_be_visible()
    # it takes no clicks; made to take them, the browser tells what is painted on top
    melding.evaluate("(melding) => { melding.style.pointerEvents = 'auto'; }")
    boven = veld.evaluate(
        """(veld) => {
            const plek = veld.getBoundingClientRect();
            return document.elementFromPoint(plek.left + 30, plek.top + 8) === veld;
        }"""
    )
    assert boven
