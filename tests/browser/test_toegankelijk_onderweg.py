"""For everybody as well: windows over the overview, pages on the way in, failures, and the demo platform."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page, expect

from lti_tool.demo.config import PlatformConfig
from lti_tool.demo.platform import create_platform
from tests.browser.conftest import Fouten, Start, Venster
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import bezwaren, cel, overzicht, rij

pytestmark = pytest.mark.browser

SEM, TEKST = "Sem de Vries", "Stimulerende factoren"
# pages of the demo platform, by endpoint; its other addresses are asked by the tool, or lead straight on
ELO = {
    "pages.front": "/",
    "pages.course": "/als/m.dejong/cursus/2",
    "pages.activity": "/als/m.dejong/cursus/2/activiteit/1",
    "pages.participants": "/als/m.dejong/cursus/2/deelnemers",
    "pages.back": "/terug?persoon=m.dejong&course=2&lti_msg=Bewaard",
    "deep_linking.add_page": "/als/m.dejong/cursus/2/activiteit-toevoegen",
    "admin.tools": "/als/p.oosterhuis/beheer/",
}
GEEN_PAGINA = {
    *("static", "pages.healthy", "oidc.certs", "services.memberships", "registration.configuration"),
    *("api.members", "oidc.start", "oidc.start_deep_linking", "oidc.authenticate"),
}


def _redenen(scherm: Frame) -> None:
    rij(scherm, SEM).locator("[data-signaal]").focus()
    scherm.page.keyboard.press("s")


def _geschiedenis(scherm: Frame) -> None:
    cel(scherm, SEM, TEKST).focus()
    scherm.get_by_role("button", name="Geschiedenis").press("Enter")


def _observatie(scherm: Frame) -> None:
    cel(scherm, SEM, TEKST).click()
    scherm.get_by_role("button", name="Observatie toevoegen").first.click()


VENSTERS: dict[str, tuple[str, Callable[[Frame], object], str]] = {
    "redenen": ("m.dejong", _redenen, "#signaalmenu"),
    "geschiedenis": ("m.dejong", _geschiedenis, "#geschiedenis"),
    "verdeling": (
        "m.dejong",
        lambda s: s.get_by_role("link", name="Spelling", exact=True).click(),
        "#verdeling",
    ),
    "sneltoetsen": ("m.dejong", lambda s: s.locator("[data-open=toetsenhulp]").click(), "#toetsenhulp"),
    "menu": (
        "m.dejong",
        lambda s: s.get_by_text("Menu", exact=True).click(),
        "[data-menu] .menu-blad:not(form)",
    ),
    "observatie": ("n.visser", _observatie, "#observatie"),
}


@pytest.mark.parametrize("naam", VENSTERS)
def test_a_window_over_the_overview_is_for_everybody(ingericht: Omgeving, start: Start, naam: str) -> None:
    persoon, open_, wat = VENSTERS[naam]
    scherm = overzicht(start(persoon, 1), ingericht.tool)
    open_(scherm)
    expect(scherm.locator(wat)).to_be_visible()

    def nog_open() -> None:
        # a change of width closes the reasons, which belong to a place
        if naam == "redenen" and scherm.locator(wat).is_hidden():
            open_(scherm)

    assert bezwaren(scherm, nog_open, binnen=wat) == []


def test_choosing_what_comes_into_a_course_is_for_everybody(demo: Omgeving, pagina: Venster) -> None:
    bladzij = pagina("m.dejong", 2)
    bladzij.goto(f"{demo.elo}/als/m.dejong/cursus/2/activiteit-toevoegen")
    bladzij.get_by_role("button", name="Inhoud kiezen in Groepswijzer").click()
    kiezen = _in_lijst(bladzij, "dialog iframe", "/lti/koppelen/")
    expect(kiezen.get_by_role("button", name="In de cursus plaatsen")).to_be_visible()
    assert bezwaren(kiezen) == []
    kiezen.get_by_role("button", name="In de cursus plaatsen").click()
    bladzij.wait_for_url(re.compile("keuze="))
    assert bezwaren(bladzij.main_frame) == []


def test_registering_is_for_everybody(demo: Omgeving, venster: Venster) -> None:
    link = demo.opdracht("registration-link", "--school", "Het Lindecollege").splitlines()[-1]
    bladzij = venster()
    bladzij.goto(f"{demo.elo}/als/p.oosterhuis/beheer/")
    bladzij.get_by_label("Registratielink van de tool").fill(link)
    bladzij.get_by_role("button", name="Verder").click()
    tool = _in_lijst(bladzij, "#registratie", "/lti/register")
    knop = tool.get_by_role("button", name="Groepswijzer koppelen")
    expect(knop).to_be_visible()
    assert bezwaren(tool) == []
    knop.click()
    expect(tool.get_by_role("button", name="Sluiten")).to_be_visible()
    assert bezwaren(tool) == []


@pytest.mark.parametrize(
    "pad", ["/lti/login", "/lti/login/verder?k=weg", "/bestaat-niet", "/groep/1/overzicht"]
)
def test_a_failure_is_told_to_everybody(demo: Omgeving, venster: Venster, fouten: Fouten, pad: str) -> None:
    fouten.verwacht("status of 4")
    bladzij = venster()
    antwoord = bladzij.goto(demo.tool + pad)
    assert antwoord is not None
    assert 400 <= antwoord.status < 500
    assert bezwaren(bladzij.main_frame) == []


def test_the_demo_platform_is_for_everybody(demo: Omgeving, venster: Venster) -> None:
    bladzij = venster()
    gevonden = []
    for pad in ELO.values():
        bladzij.goto(f"{demo.elo}/als/m.dejong/cursus/2")
        sleutel = bladzij.locator("[name=sesskey]").first.get_attribute("value")
        bladzij.goto(demo.elo + pad + (f"&sesskey={sleutel}" if "?" in pad else ""))
        gevonden += bezwaren(bladzij.main_frame)
    assert not gevonden, "\n".join(gevonden)


def test_every_page_of_the_demo_platform_is_named_here() -> None:
    regels = create_platform(PlatformConfig("http://elo.example", "http://tool.example")).url_map.iter_rules()
    assert {regel.endpoint for regel in regels if "GET" in (regel.methods or ())} == set(ELO) | GEEN_PAGINA


def _in_lijst(bladzij: Page, kader: str, pad: str) -> Frame:
    lijst = bladzij.locator(kader).element_handle().content_frame()
    assert lijst is not None
    lijst.wait_for_url(re.compile(pad))
    return lijst
