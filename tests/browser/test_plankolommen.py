"""A school gives its plans another column: its owner takes it over and goes back, and no words get lost."""

import re

import pytest
from playwright.sync_api import Frame, Locator, expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import bezwaren, klaar

pytestmark = pytest.mark.browser

TEKST = "elke les beginnen met lezen"


def kolom(scherm: Frame, naam: str) -> Locator:
    return scherm.get_by_role("textbox", name=f"{naam} van Hele groep", exact=True)


def stel_in(scherm: Frame, demo: Omgeving) -> None:
    """The administrator has Werkwijze instead of Aanpak, after a mistake in the text."""
    scherm.goto(f"{demo.tool}/cursus/1/beheer/indelingen")
    scherm.get_by_role("link", name="Groepsplan van de mentor").click()
    veld = scherm.get_by_label("Kolommen", exact=True)
    goed = re.sub(
        r'sleutel = "aanpak"\nnaam = "Aanpak"', 'sleutel = "werk"\nnaam = "Werkwijze"', veld.input_value()
    )
    veld.fill(goed.replace("breedte = 4", "breedte = 9", 1))
    scherm.get_by_role("button", name="Indeling bewaren").click()
    scherm.get_by_role("button", name=re.compile(r"^Regel \d+$")).click()
    expect(veld).to_be_focused()
    veld.fill(goed)
    scherm.get_by_role("button", name="Voorbeeld bekijken").click()
    expect(scherm.get_by_role("columnheader", name="Werkwijze")).to_be_visible()
    assert bezwaren(scherm) == []
    scherm.get_by_role("button", name="Indeling bewaren").click()
    expect(scherm.get_by_text("Groepsplan van de mentor: bewaard.")).to_be_visible()


def test_newer_columns_are_taken_over_and_back_while_somebody_types(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 422")
    eerste = start("m.dejong", 1)
    eerste.goto(f"{ingericht.tool}/groep/1/plan")
    eerste.get_by_role("button", name="Plan maken vanuit de behoeften").click()
    klaar(eerste)
    stel_in(start("p.oosterhuis", 1), ingericht)

    eerste.goto(f"{ingericht.tool}/groep/1/plan")
    klaar(eerste)
    tweede = start("m.dejong", 1)
    tweede.goto(f"{ingericht.tool}/groep/1/plan")
    klaar(tweede)
    # typed in the other window, and not saved yet
    kolom(tweede, "Aanpak").evaluate("(veld, tekst) => { veld.focus(); veld.value = tekst; }", TEKST)
    eerste.get_by_text("Je school heeft nieuwe kolommen").click()
    expect(eerste.get_by_text("Erbij: Werkwijze")).to_be_visible()
    assert bezwaren(eerste) == []
    eerste.get_by_role("button", name="Kolommen van de school overnemen").click()
    expect(kolom(eerste, "Werkwijze")).to_be_visible()
    expect(kolom(eerste, "Aanpak")).to_have_count(0)

    rest = tweede.get_by_text("Tekst uit kolommen die niet meer in dit plan staan: 1 veld")
    expect(rest).to_be_visible()
    rest.click()
    expect(tweede.get_by_text(TEKST)).to_be_visible()
    assert bezwaren(tweede) == []
    expect(eerste.get_by_text("Tekst uit kolommen die niet meer in dit plan staan: 1 veld")).to_be_visible()
    eerste.get_by_role("button", name="Ongedaan maken").click()
    expect(kolom(eerste, "Aanpak")).to_have_value(TEKST)
    expect(kolom(eerste, "Werkwijze")).to_have_count(0)
