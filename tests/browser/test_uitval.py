"""The server stops, the visit ends, somebody else takes the chair: what was typed is not lost, nor mixed."""

import re
import time

import pytest
from playwright.sync_api import Dialog, Frame, expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import cel, overzicht, rij, wacht_op_opgeslagen

pytestmark = pytest.mark.browser

LEERLING, KOLOM = "Sem de Vries", "Stimulerende factoren"
WEG = "ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_SOCKET_NOT_CONNECTED"


@pytest.fixture
def scherm(ingericht: Omgeving, start: Start) -> Frame:
    """The mentor in the overview."""
    gestart = start("m.dejong", 1)
    overzicht(gestart, ingericht.tool)
    return gestart


def _aantal_bewaard(omgeving: Omgeving) -> int:
    return int(omgeving.sql("SELECT count(*) FROM cel WHERE waarde <> ''")[0][0])


def test_a_server_stopped_in_the_middle_of_typing_costs_no_letter(
    ingericht: Omgeving, scherm: Frame, fouten: Fouten
) -> None:
    fouten.verwacht(WEG)
    veld = cel(scherm, LEERLING, KOLOM)
    veld.press_sequentially("Maakt graag ")
    ingericht.breek_tool_af()
    veld.press_sequentially("muziek.")
    cel(scherm, LEERLING, "Technisch lezen").fill("III")
    cel(scherm, "Lars Peeters", KOLOM).fill("Rekent snel.")
    expect(scherm.get_by_text("Geen verbinding met Groepswijzer")).to_be_visible()
    expect(scherm.locator("#opslagstatus")).to_contain_text("Geen verbinding")
    assert _waarschuwt(scherm)
    expect(veld).to_have_value("Maakt graag muziek.")

    ingericht.start_tool()
    # pressed at once, unless the page was quicker to try by itself
    scherm.get_by_role("button", name="Nu proberen").evaluate_all(
        "(knoppen) => knoppen.map((k) => k.click())"
    )
    wacht_op_opgeslagen(scherm)
    expect(scherm.get_by_text("Geen verbinding met Groepswijzer")).to_have_count(0)
    assert _aantal_bewaard(ingericht) == 3
    overzicht(scherm, ingericht.tool)
    expect(cel(scherm, LEERLING, KOLOM)).to_have_value("Maakt graag muziek.")
    expect(cel(scherm, "Lars Peeters", KOLOM)).to_have_value("Rekent snel.")


def test_it_is_sent_by_itself_when_the_server_is_back(
    ingericht: Omgeving, scherm: Frame, fouten: Fouten
) -> None:
    fouten.verwacht(WEG)
    ingericht.breek_tool_af()
    cel(scherm, LEERLING, KOLOM).fill("Maakt graag muziek.")
    expect(scherm.locator("#opslagstatus")).to_contain_text("Geen verbinding: 1 cel wacht")
    ingericht.start_tool()
    expect(scherm.locator("#opslagstatus")).to_contain_text("Alles opgeslagen", timeout=40_000)
    assert _aantal_bewaard(ingericht) == 1


def test_a_page_with_everything_saved_closes_without_a_question(ingericht: Omgeving, scherm: Frame) -> None:
    cel(scherm, LEERLING, KOLOM).fill("Maakt graag muziek.")
    wacht_op_opgeslagen(scherm)
    assert not _waarschuwt(scherm)
    assert _aantal_bewaard(ingericht) == 1


def test_a_signal_on_its_way_arrives_when_the_page_goes_and_one_that_waits_holds_it(
    ingericht: Omgeving, scherm: Frame
) -> None:
    for redenen, vraagt in (("g", False), ("ls", True)):
        rij(scherm, LEERLING).locator("[data-signaal]").focus()
        with ingericht.bevroren():
            with scherm.page.expect_request("**/signaal/**"):
                for letter in redenen:
                    scherm.page.keyboard.press("s")
                    scherm.page.keyboard.press(letter)
            if vraagt:
                assert _waarschuwt(scherm)
            else:
                scherm.page.goto("about:blank")
        if not vraagt:
            _wacht_op_signaal(ingericht)
            overzicht(scherm, ingericht.tool)
        expect(rij(scherm, LEERLING).locator("[data-signaal]")).to_have_attribute(
            "data-signaal", re.compile("gedrag")
        )
    wacht_op_opgeslagen(scherm)
    assert len(ingericht.sql("SELECT reden FROM signaal")) == 3


def _wacht_op_signaal(demo: Omgeving) -> None:
    """Until it is kept: a page that is opened before then shows how it was."""
    grens = time.monotonic() + 15
    while not demo.sql("SELECT id FROM signaal"):
        assert time.monotonic() < grens, "the signal never arrived"
        time.sleep(0.1)


def _waarschuwt(scherm: Frame) -> bool:
    """Does the browser ask before this page closes? The answer here is: stay."""
    gevraagd: list[str] = []

    def blijf(dialoog: Dialog) -> None:
        gevraagd.append(dialoog.type)
        dialoog.dismiss()

    scherm.page.on("dialog", blijf)
    scherm.evaluate("setTimeout(() => location.assign('about:blank'), 0)")
    scherm.page.wait_for_timeout(700)
    scherm.page.remove_listener("dialog", blijf)
    return gevraagd == ["beforeunload"]


def test_text_typed_after_the_visit_ended_survives_a_new_launch(
    ingericht: Omgeving, scherm: Frame, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 401")
    ingericht.sql("DELETE FROM sessie")
    cel(scherm, LEERLING, KOLOM).fill("Maakt graag muziek.")
    expect(scherm.get_by_text("Je bezoek is verlopen. Je tekst is bewaard.")).to_be_visible()
    assert _aantal_bewaard(ingericht) == 0

    # in a new window beside it, as the message says
    opnieuw = start("m.dejong", 1, pagina=scherm.page.context.new_page())
    opnieuw.get_by_role("link", name="Naar het groepsoverzicht").click()
    expect(cel(opnieuw, LEERLING, KOLOM)).to_have_value("Maakt graag muziek.")
    wacht_op_opgeslagen(opnieuw)
    assert _aantal_bewaard(ingericht) == 1


def test_whoever_launches_next_in_this_browser_is_themselves_and_sees_none_of_it(
    ingericht: Omgeving, scherm: Frame, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 40[134]")
    cel(scherm, LEERLING, KOLOM).fill("Maakt graag muziek.")
    wacht_op_opgeslagen(scherm)
    ander = start("b.bakker", 1, pagina=scherm.page.context.new_page())
    ander.get_by_text("Menu", exact=True).click()
    expect(ander.get_by_text("Je werkt als Bas Bakker")).to_be_visible()
    # the mentor's open page is of a visit that has ended: it keeps the text, and writes as nobody
    cel(scherm, "Lars Peeters", KOLOM).fill("Rekent snel.")
    expect(scherm.get_by_text("Je bezoek is verlopen. Je tekst is bewaard.")).to_be_visible()
    assert _aantal_bewaard(ingericht) == 1
    # and Bas, who may not edit there, does not get it
    overzicht(ander, ingericht.tool)
    assert "Rekent snel" not in ander.content()
    terug = start("m.dejong", 1, pagina=scherm.page.context.new_page())
    overzicht(terug, ingericht.tool)
    expect(cel(terug, "Lars Peeters", KOLOM)).to_have_value("Rekent snel.")
