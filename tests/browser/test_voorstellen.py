"""Proposed signals by keyboard, with the budget counted; the spread of a test; the checklist by itself."""

import pytest
from playwright.sync_api import Frame, Locator, expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import Teller, cel, overzicht, rij, wacht_op_opgeslagen

pytestmark = pytest.mark.browser

SEM, EMMA = "Sem de Vries", "Emma de Boer"


@pytest.fixture
def klas(ingericht: Omgeving, start: Start) -> Frame:
    """The mentor's overview, in which two pupils have a low score."""
    scherm = start("m.dejong", 1)
    overzicht(scherm, ingericht.tool)
    expect(scherm.locator("[data-celbalk-tekst]")).to_be_visible()
    for naam in (EMMA, SEM):
        cel(scherm, naam, "Spelling").fill("V")
        scherm.page.keyboard.press("Enter")
    wacht_op_opgeslagen(scherm)
    expect(scherm.locator("[data-volgend-voorstel]")).to_have_text("2 voorstellen v")
    return scherm


def s(scherm: Frame, naam: str) -> Locator:
    return rij(scherm, naam).locator("[data-signaal]")


def test_a_proposal_is_accepted_with_one_key_and_the_next_is_one_key_away(klas: Frame) -> None:
    s(klas, EMMA).focus()
    expect(klas.locator("[data-uitleg]").first).to_have_text("Spelling: V, onder de afspraak III")
    teller = Teller(klas)
    teller.toets("+")
    expect(s(klas, EMMA)).to_have_attribute("data-signaal", "spelling")
    assert teller.aantal == 1
    teller.toets("v")
    expect(s(klas, SEM)).to_be_focused()
    assert teller.aantal == 2
    expect(klas.locator("[data-volgend-voorstel]")).to_have_text("1 voorstel v")


def test_who_needs_no_signal_is_one_key_and_then_the_next_pupil(klas: Frame) -> None:
    klas.get_by_text("Weergave").click()
    with klas.page.expect_response("**/voorkeur"):
        klas.get_by_label("Toon", exact=True).select_option("niet_bekeken")
    klas.page.keyboard.press("Escape")
    expect(klas.locator("[data-vinden-stand]")).to_contain_text("28 van 28")
    s(klas, SEM).focus()
    with klas.page.expect_response("**/bekeken/*"):
        klas.page.keyboard.press("k")
    expect(s(klas, SEM)).not_to_be_focused()
    klas.page.reload()
    expect(rij(klas, SEM)).to_be_hidden()
    expect(klas.locator("[data-vinden-stand]")).to_contain_text("27 van 28")


def test_turned_down_is_gone_and_can_be_taken_back(klas: Frame) -> None:
    s(klas, SEM).focus()
    for toets, rest in (("-", "0"), ("z", "1"), ("-", "0")):
        with klas.page.expect_response("**/voorstel/**"):
            klas.page.keyboard.press(toets)
        expect(rij(klas, SEM)).to_have_attribute("data-voorstel", rest)
    klas.page.reload()
    expect(rij(klas, SEM)).to_have_attribute("data-voorstel", "0")
    expect(s(klas, SEM)).to_have_attribute("data-signaal", "")


def test_a_mended_score_takes_its_proposal_along(klas: Frame) -> None:
    cel(klas, SEM, "Spelling").fill("II")
    klas.page.keyboard.press("Enter")
    expect(rij(klas, SEM)).to_have_attribute("data-voorstel", "0")


def test_the_mouse_does_it_too_and_comes_back_to_the_row(klas: Frame) -> None:
    klas.get_by_role("button", name="2 voorstellen").click()
    klas.get_by_role("button", name="Signaleren: basisvaardigheid spelling").click()
    expect(s(klas, EMMA)).to_have_attribute("data-signaal", "spelling")
    expect(s(klas, EMMA)).to_be_focused()


def test_the_head_of_a_test_shows_how_the_class_did(klas: Frame) -> None:
    kop = klas.get_by_role("link", name="Spelling", exact=True)
    kop.click()
    venster = klas.get_by_role("dialog", name="Verdeling")
    expect(venster).to_contain_text("2 scores, 26 nog zonder · 2 onder de afspraak III")
    klas.page.keyboard.press("Escape")
    expect(kop).to_be_focused()


def test_the_checklist_saves_by_itself_and_tells_two_people_of_each_other(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    schermen = [start("m.dejong", 1) for _ in range(2)]
    for scherm in schermen:
        scherm.goto(f"{ingericht.tool}/groep/1/kijkwijzer")
    een, twee = (scherm.locator('[data-item="scores"]') for scherm in schermen)
    een.get_by_role("textbox").fill("RK mist nog")
    een.get_by_role("button", name="nog niet").click()
    expect(een.locator("[data-stand]")).to_have_text("✓")
    fouten.verwacht("status of 409")
    twee.get_by_role("button", name="in orde").click()
    expect(twee).to_contain_text("Marieke de Jong veranderde dit")
    expect(twee.get_by_role("alert")).to_contain_text("− nog niet")
    # what only one of them touched goes together by itself
    expect(twee.get_by_role("textbox")).to_have_value("RK mist nog")
    twee.get_by_role("button", name="Die van Marieke de Jong houden").click()
    expect(twee.get_by_role("textbox")).to_have_value("RK mist nog")
    schermen[1].page.reload()
    expect(twee.get_by_role("button", name="nog niet")).to_have_attribute("aria-pressed", "true")
