"""The groepsplan in the browser: filled in a few acts, fixed, changed, and by two people at once."""

import pytest
from playwright.sync_api import Frame, Locator, expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import TELEFOON, Teller, bezwaren, klaar

pytestmark = pytest.mark.browser

NAMEN = ("Rust", "Lezers", "Rekenaars")
NU = "2026-11-22 10:00:00"


@pytest.fixture
def geclusterd(ingericht: Omgeving) -> Omgeving:
    """Three subgroups of two pupils with a need each, in the mentor's class."""
    cyclus, *_ = ingericht.sql("SELECT max(id) FROM cyclus WHERE groep_id = 1")[0]
    regels = [rij[0] for rij in ingericht.sql("SELECT id FROM regel WHERE cyclus_id = ? ORDER BY id", cyclus)]
    for nummer, (naam, domein) in enumerate(zip(NAMEN, ("pedagogisch", "bl", "rk"), strict=True)):
        ingericht.sql(
            "INSERT INTO subgroep (cyclus_id, domein, naam, soort, volgorde, gedeeld, versie, gewijzigd_op,"
            " aangemaakt_op) VALUES (?, ?, ?, 'extra', ?, '[]', 1, ?, ?)",
            *(cyclus, domein, naam, nummer, NU, NU),
        )
        for regel in regels[2 * nummer : 2 * nummer + 2]:
            _benoem(ingericht, regel, domein, f"haalt het doel van {naam}")
            ingericht.sql(
                "INSERT INTO plaatsing (regel_id, domein, subgroep_id, versie, gewijzigd_op)"
                " VALUES (?, ?, (SELECT max(id) FROM subgroep), 1, ?)",
                *(regel, domein, NU),
            )
    return ingericht


def _benoem(omgeving: Omgeving, regel: int, domein: str, doel: str) -> None:
    omgeving.sql(
        "INSERT INTO onderwijsbehoefte (regel_id, domein, zin, herziening, versie, gewijzigd_op,"
        " aangemaakt_op) VALUES (?, ?, '', '', 1, ?, ?)",
        *(regel, domein, NU, NU),
    )
    omgeving.sql(
        "INSERT INTO doel (behoefte_id, tekst, maat, prioriteit, bereikt)"
        " VALUES ((SELECT max(id) FROM onderwijsbehoefte), ?, '', 1, '')",
        doel,
    )
    omgeving.sql(
        "INSERT INTO hulpzinkeuze (behoefte_id, categorie, sleutel, tekst, volgorde)"
        " VALUES ((SELECT max(id) FROM onderwijsbehoefte), 'feedback', 'feedback-direct', 'feedback', 1)"
    )


def veld(scherm: Frame, kolom: str, rij: str) -> Locator:
    return scherm.get_by_role("textbox", name=f"{kolom} van {rij}", exact=True)


def bewaard(scherm: Frame) -> None:
    """Until the server has all that was typed."""
    scherm.wait_for_function(
        """() => [...document.querySelectorAll("[data-veld], [data-doelveld]")]
            .every((veld) => veld.value.trim() === veld.defaultValue.trim())"""
    )


def open_plan(scherm: Frame, tool: str) -> Frame:
    scherm.goto(f"{tool}/groep/1/plan")
    knop = scherm.get_by_role("button", name="Plan maken vanuit de behoeften")
    if knop.count():
        knop.click()
    expect(scherm.get_by_text("Ongeveer")).to_be_visible()
    return klaar(scherm)


def test_a_plan_for_three_subgroups_takes_six_actions_is_fixed_and_shows_what_changed(
    geclusterd: Omgeving, start: Start
) -> None:
    scherm = start("m.dejong", 1)
    teller = Teller(scherm)
    teller.klik(scherm.get_by_role("link", name="Groepsplan", exact=True))
    teller.klik(scherm.get_by_role("button", name="Plan maken vanuit de behoeften"))
    for nummer, naam in enumerate(NAMEN):
        if nummer:
            teller.toets("Control+Enter")
        # the plan takes you to what is still empty
        expect(veld(scherm, "Organisatie", naam)).to_be_focused()
        teller.typ(f"{naam}: elke week, in de les")
    teller.klik(scherm.get_by_role("button", name="Vaststellen"))
    expect(scherm.get_by_text("Het plan is vastgesteld")).to_be_visible()
    assert teller.aantal <= 6, teller.gedaan
    gevuld = geclusterd.sql("SELECT waarde FROM planveld WHERE veld = 'organisatie' ORDER BY planregel_id")
    assert [rij[0] for rij in gevuld] == [f"{naam}: elke week, in de les" for naam in NAMEN]
    # one goal for the same words of two pupils
    assert geclusterd.sql("SELECT count(*), count(DISTINCT planregel_id) FROM plandoel") == [(3, 3)]

    veld(scherm, "Aanpak", "Rust").fill("korte feedback")
    veld(scherm, "Aanpak", "Lezers").focus()
    teken = scherm.get_by_role("row").filter(has_text="Rust").get_by_text("door Marieke de Jong")
    expect(teken).to_be_visible()
    assert bezwaren(scherm) == []
    scherm.get_by_role("link", name="Wat is gewijzigd?").click()
    expect(scherm.get_by_role("insertion").filter(has_text="korte")).to_be_visible()
    assert bezwaren(scherm) == []


def test_goals_and_rows_by_keyboard_and_phone_with_a_way_back(geclusterd: Omgeving, start: Start) -> None:
    scherm = open_plan(start("m.dejong", 1), geclusterd.tool)
    nieuw = scherm.get_by_role("textbox", name="Nieuw doel voor Lezers")
    nieuw.focus()
    nieuw.page.keyboard.type("leest elke dag een kwartier")
    nieuw.press("Enter")
    # on to how it is seen
    expect(scherm.get_by_role("textbox", name="te zien aan").nth(2)).to_be_focused()
    nieuw.page.keyboard.type("op de lijst")
    nieuw.page.keyboard.press("Alt+ArrowUp")
    expect(scherm.get_by_role("textbox", name="Doel van Lezers").first).to_have_value(
        "leest elke dag een kwartier"
    )
    bewaard(scherm)
    assert geclusterd.sql("SELECT maat FROM plandoel WHERE tekst LIKE 'leest elke dag%'") == [
        ("op de lijst",)
    ]

    scherm.page.set_viewport_size(TELEFOON)
    rij = scherm.locator("tr", has_text="Rekenaars")
    rij.hover()
    rij.get_by_role("button", name="Rij Rekenaars weghalen").click()
    expect(scherm.get_by_role("textbox", name="Organisatie van Rekenaars")).to_have_count(0)
    assert bezwaren(scherm) == []
    scherm.get_by_role("button", name="Ongedaan maken").click()
    expect(scherm.get_by_role("textbox", name="Organisatie van Rekenaars")).to_have_count(1)


def test_two_people_see_each_other_and_lose_nothing(
    geclusterd: Omgeving, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 409")
    marieke = start("m.dejong", 1)
    marieke.goto(f"{geclusterd.tool}/groep/1/eigenaren")
    marieke.get_by_label("Collega").select_option("Bas Bakker")
    marieke.get_by_role("button", name="Eigenaar aanwijzen").click()
    expect(marieke.get_by_text("Bas Bakker werd eigenaar")).to_be_visible()
    open_plan(marieke, geclusterd.tool)
    bas = open_plan(start("b.bakker", 1), geclusterd.tool)
    veld(bas, "Organisatie", "Rust").fill("van Bas")
    bewaard(bas)
    expect(veld(marieke, "Organisatie", "Rust")).to_have_value("van Bas")
    expect(marieke.get_by_text("Ook hier: Bas Bakker")).to_be_visible()

    # her first letters are there before his save can appear on her screen
    veld(marieke, "Organisatie", "Lezers").evaluate("(veld) => { veld.focus(); veld.value = 'van Marieke'; }")
    veld(bas, "Organisatie", "Lezers").fill("ook van Bas")
    bewaard(bas)
    veld(marieke, "Organisatie", "Rust").focus()
    venster = marieke.get_by_role("dialog", name="Twee versies")
    expect(venster).to_contain_text("ook van Bas")
    expect(venster).to_contain_text("van Marieke")
    venster.get_by_role("button", name="Beide samenvoegen").click()
    bewaard(marieke)
    expect(veld(marieke, "Organisatie", "Lezers")).to_have_value("ook van Bas\nvan Marieke")
