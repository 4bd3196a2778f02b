"""A grade export of Moodle is read in step by step, with a doubtful row picked, and undone."""

import pytest
from playwright.sync_api import Frame, expect

from tests.browser.conftest import Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import TELEFOON, bezwaren, cel

pytestmark = pytest.mark.browser

TOETS = "Eerste toets van de periode"
LIJST = (
    "First name,Last name,ID number,Quiz: Toets 1 (Real),Quiz: Toets 1 (Feedback),Course total (Real)\n"
    'Sem,"de Vries",,7.46000,"Goed &amp; netjes",7.46\n'
    'Emma,"de Boer",,-,-,-\n'
    "Esme,van Dijk,,4.50000,-,4.5\n"
    "Piet,Puk,,9.00000,-,9\n"
)


@pytest.fixture
def scherm(ingericht: Omgeving, start: Start) -> Frame:
    """The overview of wiskunde, with the file chosen from there."""
    scherm = start("b.bakker", 2)
    scherm.goto(f"{ingericht.tool}/groep/2/overzicht")
    scherm.get_by_role("link", name="Scores inlezen").click()
    bestand = {"name": "3HA cijfers.csv", "mimeType": "text/csv", "buffer": LIJST.encode()}
    scherm.get_by_label("Bestand met scores").set_input_files(bestand)  # type: ignore[arg-type]
    scherm.get_by_role("button", name="Verder").click()
    return scherm


def test_a_moodle_export_goes_in_with_its_doubtful_row_and_out_again(
    scherm: Frame, ingericht: Omgeving
) -> None:
    gok = scherm.get_by_label("Quiz: Toets 1 (Real)").locator("option:checked")
    expect(gok).to_have_text("Eerste toets van de periode")
    scherm.get_by_role("button", name="Laat zien wat er verandert").click()
    expect(scherm.get_by_text("Bij 1 rij twijfelen we")).to_be_visible()
    scherm.get_by_label("Esme van Dijk").select_option(index=1)
    keuze = scherm.get_by_label("Piet Puk")
    keuze.select_option(value=keuze.locator("option", has_text="Nora Mulder").get_attribute("value"))
    scherm.get_by_role("button", name="Eerst bekijken met je keuzes").click()
    expect(scherm.get_by_role("row", name="Nora Mulder")).to_contain_text("9,0")
    assert bezwaren(scherm) == []
    scherm.get_by_role("button", name="Scores inlezen").click()
    expect(scherm.get_by_text("3 cellen gewijzigd")).to_be_visible()
    scherm.get_by_role("link", name="Naar het overzicht").click()
    expect(cel(scherm, "Sem de Vries", TOETS)).to_have_value("7,5")
    expect(cel(scherm, "Esmée van Dijk", TOETS)).to_have_value("4,5")
    expect(cel(scherm, "Nora Mulder", TOETS)).to_have_value("9,0")
    expect(cel(scherm, "Emma de Boer", TOETS)).to_have_value("")
    scherm.get_by_role("link", name="Scores inlezen").click()
    scherm.get_by_role("button", name="Ongedaan maken").click()
    expect(scherm.get_by_text("Alles staat weer zoals het was")).to_be_visible()
    assert ingericht.sql("SELECT waarde FROM cel WHERE waarde != ''") == []


def test_every_step_is_well_made_also_on_a_phone(scherm: Frame, ingericht: Omgeving) -> None:
    scherm.page.set_viewport_size(TELEFOON)
    for knop in ("Laat zien wat er verandert", "Scores inlezen"):
        expect(scherm.get_by_role("button", name=knop)).to_be_visible()
        assert bezwaren(scherm) == []
        scherm.get_by_role("button", name=knop).click()
    expect(scherm.get_by_text("1 cel gewijzigd")).to_be_visible()
    assert bezwaren(scherm) == []
    scherm.goto(f"{ingericht.tool}/groep/2/inlezen")
    assert bezwaren(scherm) == []
