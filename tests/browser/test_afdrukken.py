"""Taking the overview along with the budget counted; paper with heads on every sheet; columns by keyboard."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Frame, expect
from pypdf import PdfReader

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import Teller, bezwaren, overzicht

pytestmark = pytest.mark.browser


@pytest.fixture
def klas(ingericht: Omgeving, start: Start) -> Frame:
    """The mentor's overview."""
    scherm = start("m.dejong", 1)
    overzicht(scherm, ingericht.tool)
    return scherm


def test_a_pdf_of_the_overview_is_two_clicks(klas: Frame, tmp_path: Path) -> None:
    teller = Teller(klas)
    with klas.page.expect_download() as bestand:
        teller.klik(klas.locator('.gereedschap a[href*="/uitvoer"]'))
        teller.klik(klas.get_by_role("button", name="PDF bewaren"))
    assert teller.aantal == 2
    naam = bestand.value.suggested_filename
    assert naam.startswith("groepsoverzicht-3HA-")
    expect(klas.locator("[data-uitvoer-stand]")).to_have_text(f"{naam} staat bij je downloads.")
    bestand.value.save_as(tmp_path / naam)
    assert "Emma de Boer" in PdfReader(tmp_path / naam).pages[0].extract_text()


def test_needs_of_the_class_or_of_one_pupil_are_two_clicks_and_print_as_text(
    klas: Frame, ingericht: Omgeving, tmp_path: Path
) -> None:
    klas.goto(f"{ingericht.tool}/groep/1/begrijpwijzer")
    naam = klas.locator("h1").inner_text()
    blad = "".join(pagina.extract_text() for pagina in PdfReader(io.BytesIO(klas.page.pdf())).pages)
    assert "Zo staat het in het overzicht" in blad
    assert "Een instructie" not in blad  # what can be chosen stays on the screen
    for groep, begin in (
        ("van de hele groep", "onderwijsbehoeften-3HA-"),
        ("van één leerling", "onderwijsbehoeften-"),
    ):
        teller = Teller(klas)
        klas.goto(f"{ingericht.tool}/groep/1/begrijpwijzer")
        with klas.page.expect_download() as bestand:
            teller.klik(klas.get_by_role("link", name="Afdrukken"))
            knoppen = klas.get_by_role("group", name=f"Welk bestand {groep}?")
            teller.klik(knoppen.get_by_role("button", name="PDF bewaren"))
        assert teller.aantal == 2
        assert bestand.value.suggested_filename.startswith(begin)
    bestand.value.save_as(tmp_path / "blad.pdf")
    assert naam in PdfReader(tmp_path / "blad.pdf").pages[0].extract_text()


def test_a_file_that_cannot_be_made_is_told_on_the_page(
    klas: Frame, ingericht: Omgeving, fouten: Fouten
) -> None:
    klas.goto(f"{ingericht.tool}/groep/1/uitvoer")
    ingericht.sql("DELETE FROM sessie")
    fouten.verwacht("status of 401")
    klas.get_by_role("button", name="CSV bewaren").click()
    expect(klas.locator("[data-uitvoer-stand]")).to_have_text("Niet gelukt: Je bezoek is voorbij")


@pytest.mark.parametrize("papier", ["A4", "A3"])
def test_the_browser_prints_both_heads_on_every_sheet(klas: Frame, papier: str) -> None:
    lezer = PdfReader(io.BytesIO(klas.page.pdf(format=papier, landscape=True)))
    eerste = lezer.pages[0].extract_text()
    for wat in ("Groepsoverzicht 3HA", "Het Lindecollege", "Eigenaar: Marieke de Jong", "cyclus 1"):
        assert wat in eerste
    assert lezer.pages[0].mediabox.width > lezer.pages[0].mediabox.height
    for blad in lezer.pages:
        tekst = blad.extract_text()
        assert "Sociaal-emotioneel" in tekst
        assert "Welbevinden" in tekst.replace("\n", "")


def test_a_column_moves_by_keyboard_and_keeps_the_focus(klas: Frame, ingericht: Omgeving) -> None:
    klas.goto(f"{ingericht.tool}/groep/1/kolommen")
    klas.get_by_role("link", name="Wijzigen : Spelling").focus()
    stand = klas.locator("[data-kolommen-stand]")
    for plaats in (2, 1):
        klas.page.keyboard.press("Alt+ArrowUp")
        expect(stand).to_have_text(f"Spelling staat nu op plaats {plaats} van 5.")
        expect(klas.get_by_role("link", name="Wijzigen : Spelling")).to_be_focused()
    klas.page.reload()
    expect(klas.locator(".kolomlijst li").first).to_have_attribute("data-naam", "Spelling")


def test_a_button_that_goes_leaves_the_focus_in_its_row(klas: Frame, ingericht: Omgeving) -> None:
    klas.goto(f"{ingericht.tool}/groep/1/kolommen")
    klas.get_by_role("button", name="Begrijpend lezen eerder").click()
    expect(klas.locator("[data-kolommen-stand]")).to_have_text("Begrijpend lezen staat nu op plaats 1 van 5.")
    expect(klas.get_by_role("link", name="Wijzigen : Begrijpend lezen")).to_be_focused()


def test_a_wrong_line_of_the_schools_columns_is_one_click_away(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    scherm = start("p.oosterhuis", 1)
    scherm.goto(f"{ingericht.tool}/cursus/1/beheer/indeling/vakoverstijgend")
    assert bezwaren(scherm) == []
    veld = scherm.get_by_role("textbox", name="Kolommen")
    veld.fill(veld.input_value().replace('soort = "seo"', 'soort = "soe"', 1))
    fouten.verwacht("status of 422")
    scherm.get_by_role("button", name="Voorbeeld bekijken").click()
    scherm.locator(".regelknop").first.click()
    assert veld.evaluate("t => t.value.slice(t.selectionStart, t.selectionEnd)") == 'soort = "soe"'
    assert bezwaren(scherm) == []
