"""Registering: one link pasted, one click in the tool, one to activate, and the platform launches it."""

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import Fouten, Start, Venster, wacht_op_tool
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import Teller

pytestmark = pytest.mark.browser


def test_a_new_tool_is_registered_activated_and_launched(demo: Omgeving, venster: Venster) -> None:
    link = demo.opdracht("registration-link", "--school", "Het Lindecollege").splitlines()[-1]
    bladzij = venster()
    bladzij.goto(f"{demo.elo}/als/p.oosterhuis/beheer/")
    teller = Teller(bladzij.main_frame)
    bladzij.get_by_label("Registratielink van de tool").fill(link)
    teller.klik(bladzij.get_by_role("button", name="Verder"))
    tool = bladzij.frame_locator("#registratie")
    teller.klik(tool.get_by_role("button", name="Groepswijzer koppelen"))
    expect(tool.get_by_role("heading", level=1)).to_have_text("De koppeling is gemaakt")
    teller.klik(tool.get_by_role("button", name="Sluiten"))
    teller.klik(bladzij.get_by_role("button", name="Activeren"))
    assert teller.aantal == 4
    nieuw = bladzij.locator(".koppeling").last
    expect(nieuw).to_contain_text("Actief")
    client_id = nieuw.locator("dd").first.inner_text()

    bladzij.goto(f"{demo.elo}/als/m.dejong/cursus/2/activiteit-toevoegen?koppeling={client_id}")
    bladzij.get_by_role("button", name="Activiteit bewaren").click()
    lijst = bladzij.locator("iframe.tool").element_handle().content_frame()
    assert lijst is not None
    scherm = wacht_op_tool(lijst, demo.tool)
    expect(scherm.get_by_role("button", name="Groepsoverzicht openen")).to_be_visible()


def test_registering_again_keeps_the_groups_of_the_school(
    ingericht: Omgeving, venster: Venster, start: Start
) -> None:
    link = ingericht.opdracht("registration-link", "--school", "Het Lindecollege").splitlines()[-1]
    bladzij = venster()
    bladzij.goto(f"{ingericht.elo}/als/p.oosterhuis/beheer/")
    bladzij.get_by_label("Registratielink van de tool").fill(link)
    bladzij.get_by_label("Wat wil je doen?").select_option("demo-client")
    bladzij.get_by_role("button", name="Verder").click()
    tool = bladzij.frame_locator("#registratie")
    tool.get_by_role("button", name="Groepswijzer koppelen").click()
    tool.get_by_role("button", name="Sluiten").click()
    expect(bladzij.locator(".koppeling")).to_have_count(1)
    expect(start("m.dejong", 1).get_by_role("link", name="Naar het groepsoverzicht")).to_be_visible()


def test_a_link_is_good_for_once(demo: Omgeving, venster: Venster, fouten: Fouten) -> None:
    fouten.verwacht("status of 4")
    link = demo.opdracht("registration-link", "--school", "Het Lindecollege").splitlines()[-1]
    tool = _plak(demo, venster(), link)
    tool.get_by_role("button", name="Groepswijzer koppelen").click()
    expect(tool.get_by_text("Groepswijzer kent nu deze leeromgeving.")).to_be_visible()
    expect(_plak(demo, venster(), link).get_by_text("Code voor de helpdesk: LTI-50")).to_be_visible()


def _plak(omgeving: Omgeving, bladzij: Page, link: str) -> FrameLocator:
    """Paste the link as an administrator; the tool's frame."""
    bladzij.goto(f"{omgeving.elo}/als/p.oosterhuis/beheer/")
    bladzij.get_by_label("Registratielink van de tool").fill(link)
    bladzij.get_by_role("button", name="Verder").click()
    return bladzij.frame_locator("#registratie")
