"""The smartboard in a class conference: keys steer, and what is decided meanwhile is seen by all."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import bezwaren, cel, overzicht, rij, wacht_op_opgeslagen

pytestmark = pytest.mark.browser


def test_keys_go_to_the_next_pupil_and_keep_one_column_large(ingericht: Omgeving, start: Start) -> None:
    mentor = start("m.dejong", 1)
    overzicht(mentor, ingericht.tool)
    cel(mentor, "Ravi Bissessur", "Begrijpend lezen").fill("II")
    cel(mentor, "Ravi Bissessur", "Stimulerende factoren").fill("Legt graag uit.")
    wacht_op_opgeslagen(mentor)
    bord = start("m.dejong", 1)
    bord.goto(f"{ingericht.tool}/groep/1/presentatie")
    toets = bord.page.keyboard.press
    naam, groot = bord.locator("h2:visible"), bord.locator("[data-cel][aria-current]:visible")
    expect(naam).to_have_text("Maximiliaan van den Bergh-Oudshoorn")
    toets("ArrowDown")
    toets("ArrowDown")
    expect(groot).to_contain_text("Begrijpend lezen")
    toets("ArrowRight")
    expect(naam).to_have_text("Ravi Bissessur")
    expect(groot).to_contain_text("II")
    expect(bord.get_by_role("status")).to_have_text("Begrijpend lezen: II")

    assert bezwaren(bord) == []

    # from the last one back: an empty text is no stop, and one more step leaves nothing large
    bord.get_by_text("Legt graag uit.").click()
    expect(groot).to_contain_text("Stimulerende factoren")
    toets("ArrowDown")
    expect(groot).to_have_count(0)
    toets("ArrowUp")
    expect(groot).to_contain_text("Stimulerende factoren")

    # what is decided meanwhile appears on the board
    rij(mentor, "Ravi Bissessur").locator("[data-signaal]").focus()
    mentor.page.keyboard.press("s")
    mentor.page.keyboard.press("t")
    cel(mentor, "Ravi Bissessur", "Begrijpend lezen").fill("IV")
    mentor.page.keyboard.press("Enter")
    wacht_op_opgeslagen(mentor)
    expect(bord.locator("[data-dia-signalen]:visible")).to_contain_text("teruglopende resultaten")
    expect(bord.locator(".onder:visible")).to_contain_text("IV")
    toets("s")
    expect(bord.get_by_text("1 van 1")).to_be_visible()
    toets("Escape")
    bord.wait_for_url("**/overzicht*")
