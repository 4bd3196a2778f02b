"""Two people on one cell: the second is told, and chooses; nothing is overwritten unseen."""

import pytest
from playwright.sync_api import Frame, Locator, expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import cel, overzicht, wacht_op_opgeslagen

pytestmark = pytest.mark.browser

LEERLING, KOLOM = "Sem de Vries", "Stimulerende factoren"
HUN, MIJN = "Tekent graag.", "Helpt anderen."


def _veld(scherm: Frame) -> Locator:
    return cel(scherm, LEERLING, KOLOM)


@pytest.fixture
def twee(ingericht: Omgeving, start: Start) -> tuple[Frame, Frame]:
    """Marieke and Bas, both owners of the mentor class, each in the overview."""
    marieke = start("m.dejong", 1)
    marieke.goto(f"{ingericht.tool}/groep/1/eigenaren")
    marieke.get_by_label("Collega").select_option("Bas Bakker")
    marieke.get_by_role("button", name="Eigenaar aanwijzen").click()
    expect(marieke.get_by_text("Bas Bakker werd eigenaar")).to_be_visible()
    bas = start("b.bakker", 1)
    for scherm in (marieke, bas):
        overzicht(scherm, ingericht.tool)
    return marieke, bas


@pytest.fixture
def dialoog(ingericht: Omgeving, twee: tuple[Frame, Frame], fouten: Fouten) -> Locator:
    """What Marieke sees when Bas has saved the cell in which she types."""
    fouten.verwacht("status of 409")
    marieke, bas = twee
    # her first letters are there before his save can appear on her screen; her pause comes after it
    _veld(marieke).evaluate(f"(veld) => {{ veld.focus(); veld.value = '{MIJN}'; }}")
    _veld(bas).fill(HUN)
    wacht_op_opgeslagen(bas)
    bas.page.context.close()
    _veld(marieke).press("Enter")
    venster = marieke.get_by_role("dialog", name="Twee versies van deze cel")
    expect(venster).to_contain_text("Bas Bakker veranderde deze cel om")
    expect(venster).to_contain_text(HUN)
    expect(venster).to_contain_text(MIJN)
    assert _bewaard(ingericht) == HUN
    return venster


def _bewaard(omgeving: Omgeving) -> str:
    waarden = [rij[0] for rij in omgeving.sql("SELECT waarde FROM cel")]
    assert len(waarden) == 1
    return str(waarden[0])


@pytest.mark.parametrize(
    ("keuze", "uitkomst"),
    [
        ("Die van Bas Bakker houden", HUN),
        ("Die van mij bewaren", MIJN),
        ("Beide samenvoegen", f"{HUN}\n{MIJN}"),
    ],
)
def test_each_choice_does_what_it_says(
    ingericht: Omgeving, dialoog: Locator, keuze: str, uitkomst: str
) -> None:
    scherm = dialoog.element_handle().owner_frame()
    assert scherm is not None
    dialoog.get_by_role("button", name=keuze).click()
    wacht_op_opgeslagen(scherm)
    expect(_veld(scherm)).to_have_value(uitkomst)
    expect(_veld(scherm)).to_be_focused()
    assert _bewaard(ingericht) == uitkomst


def test_who_does_not_choose_loses_nothing_and_is_asked_again(ingericht: Omgeving, dialoog: Locator) -> None:
    scherm = dialoog.element_handle().owner_frame()
    assert scherm is not None
    scherm.page.keyboard.press("Escape")
    expect(_veld(scherm)).to_have_value(MIJN)
    expect(scherm.locator("#opslagstatus")).to_contain_text("1 cel niet opgeslagen")
    assert _bewaard(ingericht) == HUN
    _veld(scherm).press("Enter")
    expect(dialoog).to_be_visible()


def test_what_a_colleague_saves_appears_by_itself_in_a_quiet_cell(twee: tuple[Frame, Frame]) -> None:
    marieke, bas = twee
    cel(bas, LEERLING, "Technisch lezen").fill("II")
    cel(bas, LEERLING, "Technisch lezen").press("Enter")
    expect(cel(marieke, LEERLING, "Technisch lezen")).to_have_value("II")
