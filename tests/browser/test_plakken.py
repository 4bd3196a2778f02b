"""A column from a spreadsheet: paste, one yes, one click to undo; and never over what isn't seen."""

import pytest
from playwright.sync_api import Frame, Locator, expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import Teller, bezwaren, cel, wacht_op_opgeslagen

pytestmark = pytest.mark.browser

TOETS = "Eerste toets van de periode"
EERSTE = "Maximiliaan van den Bergh-Oudshoorn"
KOLOM = "\r\n".join(f"{5 + nummer % 5},{nummer % 10}" for nummer in range(28)) + "\r\n"
_PLAK = """(veld, [tekst, html]) => {
    const klembord = new DataTransfer();
    klembord.setData("text/plain", tekst);
    if (html) klembord.setData("text/html", html);
    const opties = { clipboardData: klembord, bubbles: true, cancelable: true };
    return veld.dispatchEvent(new ClipboardEvent("paste", opties));
}"""


@pytest.fixture
def overzicht(ingericht: Omgeving, start: Start) -> Frame:
    """The overview of wiskunde, with its 28 pupils."""
    scherm = start("b.bakker", 2)
    scherm.goto(f"{ingericht.tool}/groep/2/overzicht")
    expect(scherm.locator("tbody tr")).to_have_count(28)
    return scherm


def plak(veld: Locator, tekst: str, html: str = "") -> bool:
    """Paste as the browser does; whether the browser itself puts the text in the field."""
    veld.focus()
    zelf: bool = veld.evaluate(_PLAK, [tekst, html])
    return zelf


def venster(scherm: Frame) -> Locator:
    return scherm.get_by_role("dialog", name="Plakken in het overzicht")


def bewaard(omgeving: Omgeving) -> list[str]:
    return [str(rij[0]) for rij in omgeving.sql("SELECT waarde FROM cel WHERE waarde != '' ORDER BY id")]


def test_a_column_of_28_scores_takes_a_paste_and_one_yes_and_one_click_undoes_it(
    overzicht: Frame, ingericht: Omgeving
) -> None:
    teller = Teller(overzicht)
    assert not plak(cel(overzicht, EERSTE, TOETS), KOLOM)
    expect(venster(overzicht).get_by_role("button", name="28 cellen invullen")).to_be_focused()
    teller.toets("Enter")
    expect(overzicht.locator("[data-bericht=plakken]")).to_contain_text("28 cellen zijn ingevuld")
    assert teller.aantal == 1
    expect(cel(overzicht, EERSTE, TOETS)).to_be_focused()
    expect(cel(overzicht, EERSTE, TOETS)).to_have_value("5,0")
    expect(overzicht.locator("td.onder")).to_have_count(3)
    expect(overzicht.locator("[data-volgend-voorstel]")).to_contain_text("3 voorstellen")
    assert len(bewaard(ingericht)) == 28
    overzicht.get_by_role("button", name="Ongedaan maken").click()
    expect(overzicht.locator("[data-bericht=plakken]")).to_contain_text("28 cellen zijn teruggezet")
    expect(cel(overzicht, EERSTE, TOETS)).to_have_value("")
    assert bewaard(ingericht) == []


def test_escape_pastes_nothing_and_returns_to_the_cell(overzicht: Frame, ingericht: Omgeving) -> None:
    plak(cel(overzicht, EERSTE, TOETS), KOLOM)
    expect(venster(overzicht)).to_contain_text("28 cellen veranderen")
    overzicht.page.keyboard.press("Escape")
    expect(cel(overzicht, EERSTE, TOETS)).to_be_focused()
    assert bewaard(ingericht) == []


def test_what_does_not_fit_is_told_and_the_rest_goes_in(overzicht: Frame, ingericht: Omgeving) -> None:
    plak(cel(overzicht, EERSTE, TOETS), "7.46\nzeven\n8\n")
    expect(venster(overzicht)).to_contain_text("1 cel past niet")
    expect(venster(overzicht).get_by_role("row", name=EERSTE)).to_contain_text("7,5 afgerond")
    assert bezwaren(overzicht) == []
    venster(overzicht).get_by_role("button", name="2 cellen invullen").click()
    expect(overzicht.locator("[data-bericht=plakken]")).to_contain_text("2 cellen zijn ingevuld")
    assert bewaard(ingericht) == ["7,5", "8,0"]


def test_names_decide_where_a_row_goes_and_doubt_is_asked_about(
    overzicht: Frame, ingericht: Omgeving
) -> None:
    plak(cel(overzicht, EERSTE, TOETS), "Vries, Sem de\t7\nBoer, Emma de\t8\nDaan Jansen\t9\n")
    keuze = venster(overzicht).get_by_label("Daan Jansen")
    expect(keuze).to_be_focused()
    keuze.select_option(index=2)
    venster(overzicht).get_by_role("button", name="Invullen", exact=True).click()
    expect(cel(overzicht, "Sem de Vries", TOETS)).to_have_value("7,0")
    expect(cel(overzicht, EERSTE, TOETS)).to_have_value("")
    assert sorted(bewaard(ingericht)) == ["7,0", "8,0", "9,0"]


def test_a_change_by_a_colleague_meanwhile_shows_the_proposal_again(
    overzicht: Frame, ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 409")
    plak(cel(overzicht, EERSTE, TOETS), "7\n8\n")
    expect(venster(overzicht)).to_contain_text("2 cellen veranderen")
    ander = start("b.bakker", 2)
    ander.goto(f"{ingericht.tool}/groep/2/overzicht")
    cel(ander, EERSTE, TOETS).fill("4")
    ander.page.keyboard.press("Enter")
    wacht_op_opgeslagen(ander)
    ander.page.context.close()
    overzicht.page.keyboard.press("Enter")
    expect(venster(overzicht)).to_contain_text("Intussen is er in deze kolommen iets gewijzigd")
    expect(venster(overzicht).get_by_role("row", name=EERSTE)).to_contain_text("4,0")
    overzicht.page.keyboard.press("Enter")
    expect(cel(overzicht, EERSTE, TOETS)).to_have_value("7,0")


@pytest.mark.parametrize(
    ("kolom", "tekst", "html"),
    [
        (TOETS, "7,5", "<table><tr><td>7,5</td></tr></table>"),
        (TOETS, "7,5\r\n", "<table><tr><td>7,5</td></tr></table>"),
        (
            "Stimulerende factoren",
            "Tekent graag.\nHelpt anderen.",
            "<p>Tekent graag.</p><p>Helpt anderen.</p>",
        ),
    ],
)
def test_one_value_or_a_text_with_lines_is_an_ordinary_paste(
    overzicht: Frame, kolom: str, tekst: str, html: str
) -> None:
    assert plak(cel(overzicht, EERSTE, kolom), tekst, html)
    expect(venster(overzicht)).to_be_hidden()
