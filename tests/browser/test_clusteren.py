"""The board of subgroups in a browser: keys alone, a finger, and the mouse while a colleague looks on."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Locator, expect

from tests.browser.conftest import Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import TELEFOON, Teller, bewaart, bezwaren, klaar, steekt_uit

pytestmark = pytest.mark.browser

OP = "2026-11-20 10:00:00.000000"
ZIN = "een instructie die een aanpak stap voor stap aanleert"


def benoem(demo: Omgeving, aantal: int) -> list[str]:
    """The first pupils of the mentor class need the same; gives their names."""
    rijen = demo.sql(
        "SELECT r.id, p.voornaam || ' ' || p.achternaam FROM regel r JOIN persoon p ON p.id = r.persoon_id "
        "JOIN cyclus c ON c.id = r.cyclus_id WHERE c.groep_id = 1 ORDER BY r.id LIMIT ?",
        aantal,
    )
    for regel_id, _ in rijen:
        demo.sql(
            "INSERT INTO onderwijsbehoefte (regel_id, domein, zin, herziening, versie, gewijzigd_op, "
            "aangemaakt_op) VALUES (?, 'pedagogisch', '', '', 1, ?, ?)",
            regel_id,
            OP,
            OP,
        )
        demo.sql(
            "INSERT INTO hulpzinkeuze (behoefte_id, categorie, sleutel, tekst, volgorde) "
            "SELECT id, 'instructie', 'instructie-stappen', ?, 1 FROM onderwijsbehoefte WHERE regel_id = ?",
            ZIN,
            regel_id,
        )
    return [naam for _, naam in rijen]


def bord(scherm: Frame, demo: Omgeving) -> Frame:
    scherm.goto(f"{demo.tool}/groep/1/clusteren")
    return klaar(scherm)


def kolom(scherm: Frame, naam: str) -> Locator:
    return scherm.get_by_role("region", name=re.compile(f"{naam} \\d+$"))


def kaart(scherm: Frame, naam: str) -> Locator:
    """The button on a pupil's card."""
    return scherm.get_by_role("button", name=f"Verplaats {naam}", exact=True)


def tab_naar(scherm: Frame, doel: Locator) -> None:
    """As somebody without a mouse gets there."""
    for _ in range(60):
        if doel.evaluate("(element) => element === document.activeElement"):
            return
        scherm.page.keyboard.press("Tab")
    expect(doel).to_be_focused()


def test_the_board_is_worked_with_keys_alone(ingericht: Omgeving, start: Start) -> None:
    een, ander = benoem(ingericht, 2)
    scherm = bord(start("m.dejong", 1), ingericht)
    toets = scherm.page.keyboard.press
    omroep = scherm.locator("[data-omroep]")
    tab_naar(scherm, scherm.get_by_role("button", name="Subgroep maken"))
    toets("Enter")
    scherm.page.keyboard.type("Stap voor stap")
    toets("Enter")
    expect(kolom(scherm, "Stap voor stap")).to_contain_text("Nog niemand")
    expect(scherm.get_by_role("button", name="Subgroep maken")).to_be_focused()
    tab_naar(scherm, kaart(scherm, een))
    toets("1")
    expect(omroep).to_have_text(f"{een} staat nu in Stap voor stap.")
    expect(kaart(scherm, een)).to_be_focused()
    toets("ArrowUp")
    expect(kaart(scherm, ander)).to_be_focused()
    # the window with all places, for who doesn't know the keys
    toets("Enter")
    expect(scherm.get_by_role("heading", name=f"Verplaats {ander} naar")).to_be_visible()
    toets("Enter")
    expect(kolom(scherm, "Stap voor stap").get_by_role("listitem")).to_contain_text([een, ander])
    expect(kaart(scherm, ander)).to_be_focused()
    toets("ArrowRight")
    expect(omroep).to_have_text(f"{ander} blijft bewust alleen.")
    toets("ArrowRight")
    expect(omroep).to_have_text("Daar is geen kolom.")
    toets("Control+z")
    expect(omroep).to_contain_text("Ongedaan gemaakt")
    expect(kolom(scherm, "Stap voor stap")).to_contain_text(ander)
    toets("Control+z")
    expect(kolom(scherm, "Nog geen subgroep")).to_contain_text(ander)
    expect(scherm.locator("#opslagstatus")).to_contain_text("Alles opgeslagen")
    assert bezwaren(scherm, lambda: klaar(scherm)) == []


def vinger(scherm: Frame) -> Callable[..., None]:
    """A real finger: aanraking("touchMove", x, y), in pixels of the window."""
    lijn = scherm.page.context.new_cdp_session(scherm.page)

    def aanraking(soort: str, *punt: float) -> None:
        punten = [{"x": punt[0], "y": punt[1]}] if punt else []
        lijn.send("Input.dispatchTouchEvent", {"type": soort, "touchPoints": punten})

    return aanraking


def midden(doel: Locator) -> tuple[float, float]:
    vak = doel.bounding_box()
    assert vak is not None
    return vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2


def test_a_finger_holds_a_card_drags_it_or_lets_it_be(ingericht: Omgeving, start: Start) -> None:
    een, ander = benoem(ingericht, 2)
    scherm = bord(start("m.dejong", 1, viewport=TELEFOON, has_touch=True, is_mobile=True), ingericht)
    aanraking, opgetild = vinger(scherm), scherm.locator(".opgetild")
    alleen, geplaatst = kolom(scherm, "Bewust alleen"), "SELECT count(*) FROM plaatsing"

    def til(naam: str) -> tuple[float, float]:
        scherm.locator(".kolommen").evaluate("(vak) => vak.scrollIntoView()")
        x, y = midden(kaart(scherm, naam))
        aanraking("touchStart", x, y)
        expect(opgetild).to_contain_text(naam)
        return x, y

    # who swipes over a card scrolls; a busy machine may be too slow to swipe, and then it is a hold
    for _ in range(5):
        scherm.evaluate("scrollTo(0, 0)")
        x, y = midden(kaart(scherm, een))
        aanraking("touchStart", x, y)
        for stap in range(1, 9):
            aanraking("touchMove", x, y - 25 * stap)
        if not opgetild.count():
            break
        aanraking("touchCancel")
    scherm.wait_for_function("scrollY > 20")
    expect(opgetild).to_have_count(0)
    aanraking("touchEnd")

    # lifted, then: Escape, the system takes over, let go beside all columns, or where it came from
    for einde in ("Escape", "touchCancel", "ernaast", "touchEnd"):
        x, y = til(een)
        stand = scherm.evaluate("scrollY")
        if einde != "touchEnd":
            aanraking("touchMove", *midden(alleen))
            expect(scherm.locator(".kolom.doel")).to_contain_text("Bewust alleen")
        if einde == "Escape":
            scherm.page.keyboard.press("Escape")
        elif einde == "ernaast":
            aanraking("touchMove", *midden(scherm.locator("#kop-punten")))
        else:
            aanraking(einde)
        if einde in ("Escape", "ernaast"):
            aanraking("touchEnd")
        expect(opgetild).to_have_count(0)
        expect(scherm.locator(".kolom.doel, dialog[open]")).to_have_count(0)
        assert scherm.evaluate("scrollY") == stand
    assert ingericht.sql(geplaatst) == [(0,)]

    # at the lower edge the page comes along
    x, y = til(een)
    stand = scherm.evaluate("scrollY")
    scherm.page.set_viewport_size({"width": TELEFOON["width"], "height": 420})
    aanraking("touchMove", x, y + 60)
    aanraking("touchMove", x, 415)
    scherm.wait_for_function("(stand) => scrollY > stand + 40", arg=stand)
    scherm.page.set_viewport_size(TELEFOON)
    aanraking("touchMove", *midden(alleen))
    # the card is there before the server has said yes
    with bewaart(scherm):
        aanraking("touchEnd")
    expect(alleen).to_contain_text(een)
    # a tap is no drag: the window with all places
    kaart(scherm, ander).tap()
    with bewaart(scherm):
        scherm.get_by_role("button", name="Bewust alleen").tap()
    expect(alleen).to_contain_text(ander)
    assert ingericht.sql(geplaatst) == [(2,)]


def test_a_proposal_of_five_is_one_act_and_a_colleague_sees_who_is_dragged_where(
    ingericht: Omgeving, start: Start
) -> None:
    namen = benoem(ingericht, 5)
    collega = bord(start("b.bakker", 1), ingericht)
    expect(collega.get_by_role("button", name="Overnemen")).to_have_count(0)
    scherm = bord(start("m.dejong", 1), ingericht)
    teller = Teller(scherm)
    teller.klik(scherm.get_by_role("button", name="Overnemen"))
    expect(kolom(scherm, "Instructie")).to_contain_text(namen[4])
    assert teller.aantal <= 2
    expect(kolom(collega, "Instructie")).to_contain_text(namen[4])
    # both in sight: nobody scrolls while the button of the mouse is down
    scherm.page.set_viewport_size({"width": 1200, "height": 1600})
    kaart(scherm, namen[0]).drag_to(kolom(scherm, "Bewust alleen"))
    expect(kolom(scherm, "Bewust alleen")).to_contain_text(namen[0])
    expect(kolom(collega, "Bewust alleen")).to_contain_text(namen[0])
    # taken away with all who are in it, and back
    scherm.locator(".kolom[data-plek='1'] summary.btn").click()
    scherm.get_by_role("button", name="Subgroep weghalen").click()
    expect(kolom(scherm, "Nog geen subgroep")).to_contain_text(namen[4])
    scherm.locator("#berichten").get_by_role("button", name="Ongedaan maken").click()
    expect(kolom(scherm, "Instructie")).to_contain_text(namen[4])
    scherm.page.set_viewport_size(TELEFOON)
    assert steekt_uit(scherm) == []
    expect(kolom(collega, "Instructie")).to_contain_text(namen[1])
