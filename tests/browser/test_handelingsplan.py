"""A plan for one pupil in a real browser: made by keyboard, saved by itself, two who write, paper."""

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Frame, expect
from pypdf import PdfReader

from lti_tool.services.tijd import vandaag
from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import TELEFOON, Teller, bezwaren

pytestmark = pytest.mark.browser

REDEN = "Volgt de lessen deels thuis."


@pytest.fixture
def scherm(ingericht: Omgeving, start: Start) -> Frame:
    """The mentor's list of plans."""
    gestart = start("m.dejong", 1)
    gestart.goto(f"{ingericht.tool}/groep/1/plan/handelingsplannen")
    return gestart


def maak(scherm: Frame, naam: str = "Sem de Vries") -> None:
    scherm.get_by_label("Leerling").select_option(label=naam)
    scherm.get_by_role("textbox", name=re.compile("^Waarom past dit niet")).fill(REDEN)
    scherm.get_by_role("button", name="Handelingsplan maken").click()
    bewaard(scherm)


def bewaard(scherm: Frame) -> None:
    # the head keeps silent about a quick save; the field doesn't
    expect(scherm.locator("[data-stand]", has_text="…")).to_have_count(0)
    expect(scherm.locator("#opslagstatus")).to_contain_text("Alles opgeslagen")


def tab_naar(scherm: Frame, naam: str) -> None:
    """Press Tab until the field with this label has the focus."""
    doel = scherm.get_by_label(naam)
    for _ in range(60):
        if doel.evaluate("(element) => element === document.activeElement"):
            return
        scherm.page.keyboard.press("Tab")
    raise AssertionError(f"{naam} can't be reached with Tab")


def test_a_plan_is_made_filled_agreed_on_and_kept_by_keyboard_alone(scherm: Frame, tmp_path: Path) -> None:
    toetsen = scherm.page.keyboard
    tab_naar(scherm, "Leerling")
    toetsen.type("Sem")
    tab_naar(scherm, "Waarom past dit niet in het groepsplan?")
    toetsen.type(REDEN)
    toetsen.press("Tab")
    toetsen.press("Enter")
    expect(scherm.get_by_role("heading", level=1)).to_have_text("Handelingsplan van Sem de Vries")
    bewaard(scherm)
    tab_naar(scherm, "Aanpak")
    toetsen.type("Elke dag een kwartier met de mentor.")
    tab_naar(scherm, "Nog niet")
    toetsen.press("ArrowDown")
    expect(scherm.get_by_label("Ja, ondertekend")).to_be_checked()
    expect(scherm.get_by_text("Vul in wie akkoord gaf, en wanneer.")).to_be_visible()
    tab_naar(scherm, "Wie gaf akkoord?")
    toetsen.type("Anna de Vries")
    tab_naar(scherm, "Wanneer?")
    # the first of January, in whatever order this browser takes it
    toetsen.type(f"0101{vandaag().year}")
    toetsen.press("Tab")
    for item in ("aanpak", "akkoord"):
        expect(scherm.locator(f"[data-item={item}] [data-stand]")).to_have_text("✓")
    scherm.page.reload()
    expect(scherm.get_by_label("Aanpak")).to_have_value("Elke dag een kwartier met de mentor.")
    expect(scherm.get_by_label("Ja, ondertekend")).to_be_checked()
    expect(scherm.get_by_label("Wie gaf akkoord?")).to_have_value("Anna de Vries")
    teller = Teller(scherm)
    with scherm.page.expect_download() as bestand:
        teller.klik(scherm.get_by_role("link", name="PDF van dit plan bewaren"))
    assert teller.aantal == 1
    bestand.value.save_as(tmp_path / "plan.pdf")
    tekst = " ".join(blad.extract_text() for blad in PdfReader(tmp_path / "plan.pdf").pages)
    assert "Elke dag een kwartier met de mentor." in tekst


def test_two_owners_in_one_field_are_told_and_choose(
    scherm: Frame, ingericht: Omgeving, fouten: Fouten
) -> None:
    maak(scherm)
    veld = scherm.get_by_label("Organisatie")
    veld.fill("elke maandag")
    veld.blur()
    bewaard(scherm)
    ingericht.sql(
        "UPDATE handelingsplanveld SET waarde = 'elke dinsdag', versie = 9 WHERE veld = 'organisatie'"
    )
    fouten.verwacht("status of 409")
    veld.fill("elke week")
    veld.blur()
    melding = scherm.get_by_role("alert")
    expect(melding).to_contain_text("elke dinsdag")
    melding.get_by_role("button", name="Die van mij bewaren").click()
    bewaard(scherm)
    ((waarde,),) = ingericht.sql("SELECT waarde FROM handelingsplanveld WHERE veld = 'organisatie'")
    assert waarde == "elke week"


def test_list_and_plan_are_for_everybody_also_on_a_phone_and_on_paper(scherm: Frame) -> None:
    assert bezwaren(scherm) == []
    scherm.page.set_viewport_size(TELEFOON)
    maak(scherm, "Maximiliaan van den Bergh-Oudshoorn")
    lang = "Aanpak " + "in kleine stappen " * 200 + "einde"
    scherm.get_by_label("Aanpak").fill(lang)
    scherm.get_by_label("Aanpak").blur()
    bewaard(scherm)
    assert bezwaren(scherm) == []
    afdruk = " ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(scherm.page.pdf())).pages)
    assert "einde" in afdruk
    assert "Ouder of verzorger" in afdruk
    assert "weghalen" not in afdruk
