"""What a person does and sees: clicks and keys that are counted, cells by name, and axe."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Locator, Response, ViewportSize, expect

LAPTOP: ViewportSize = {"width": 1200, "height": 577}
TELEFOON: ViewportSize = {"width": 390, "height": 844}
SMAL: ViewportSize = {"width": 320, "height": 640}
# a laptop's frame at 200 %: half as many CSS pixels
ZOOM_200: ViewportSize = {"width": 600, "height": 288}

_WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# off by default in axe, but WCAG 2.2 AA
_DOELGROOTTE = {"target-size": {"enabled": True}}
_ALLES = {"type": "tag", "values": _WCAG}
# what colours and width decide; the rest of a page is the same at every size
_UITERLIJK = {
    "type": "rule",
    "values": ("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"),
}
_STANDEN: tuple[tuple[ViewportSize, dict[str, Any], dict[str, Any]], ...] = (
    (LAPTOP, {"color_scheme": "light", "forced_colors": "none"}, _ALLES),
    (LAPTOP, {"color_scheme": "dark", "forced_colors": "none"}, _UITERLIJK),
    (SMAL, {"color_scheme": "dark", "forced_colors": "none"}, _UITERLIJK),
    (ZOOM_200, {"color_scheme": "light", "forced_colors": "active"}, _UITERLIJK),
)


@dataclass
class Teller:
    """Counts what somebody does; the typing of contents is not counted."""

    scherm: Frame
    gedaan: list[str] = field(default_factory=list)

    @property
    def aantal(self) -> int:
        return len(self.gedaan)

    def klik(self, doel: Locator) -> None:
        doel.click()
        self.gedaan.append(f"klik {doel}")

    def toets(self, *toetsen: str) -> None:
        """One key press each, as Playwright names them ("s", "Shift+Tab")."""
        for toets in toetsen:
            self.scherm.page.keyboard.press(toets)
            self.gedaan.append(toets)

    def typ(self, tekst: str) -> None:
        """Contents."""
        self.scherm.page.keyboard.type(tekst)


def cel(scherm: Frame, leerling: str, kolom: str) -> Locator:
    """The field of a cell in the overview or on a pupil's page, by the whole names of both."""
    return scherm.get_by_role("textbox", name=f"{kolom} {leerling}", exact=True)


def rij(scherm: Frame, leerling: str) -> Locator:
    """A row of the overview."""
    return scherm.locator("tbody tr").filter(has=scherm.get_by_role("rowheader", name=leerling))


def overzicht(scherm: Frame, tool: str, groep: int = 1) -> Frame:
    """The overview of a group, ready to be worked in."""
    scherm.goto(f"{tool}/groep/{groep}/overzicht")
    return klaar(scherm)


def klaar(scherm: Frame) -> Frame:
    """Until the page's scripts run: they say first how saving stands."""
    expect(scherm.locator("#opslagstatus")).not_to_be_empty()
    return scherm


def bewaart(scherm: Frame, woorden: str = "") -> Any:
    """with bewaart(scherm, "words"): until the server has said yes to what was sent with these words.

    The page shows a change before that, and its head keeps silent about a quick save.
    """

    def klopt(antwoord: Response) -> bool:
        verzoek = antwoord.request
        return verzoek.method == "PUT" and antwoord.ok and woorden in (verzoek.post_data or "")

    return scherm.page.expect_response(klopt)


def wacht_op_opgeslagen(scherm: Frame) -> None:
    """Until the server has all that was typed, and the page says so."""
    scherm.wait_for_function(
        """() => [...document.querySelectorAll("[data-kolom] > :is(input, textarea)")]
            .every((veld) => veld.value.trim() === veld.defaultValue.trim())"""
    )
    expect(scherm.locator("#opslagstatus")).to_contain_text("Alles opgeslagen")


def axe(scherm: Frame, regels: dict[str, Any] = _ALLES, binnen: str = "html") -> list[str]:
    """What axe finds against WCAG 2.2 AA: a line for each element."""
    if scherm.evaluate("typeof axe === 'undefined'"):
        scherm.evaluate(Axe().axe_script)
    opties = {"runOnly": regels, "rules": _DOELGROOTTE, "resultTypes": ["violations"]}
    uitslag: list[dict[str, Any]] = scherm.evaluate(
        "([binnen, opties]) => axe.run(binnen, opties).then(({ violations }) => violations)", [binnen, opties]
    )
    return [
        f"{fout['id']}: {' '.join(map(str, knoop['target']))}: {knoop['failureSummary']}"
        for fout in uitslag
        for knoop in fout["nodes"]
    ]


def bezwaren(scherm: Frame, doe: Callable[[], object] = lambda: None, binnen: str = "html") -> list[str]:
    """What axe or a sideways scroll has against this page.

    On a laptop, light and dark; dark at 320 px; and at 200 % zoom with forced colours.

    doe: brings the page in the state to look at, anew each time.
    binnen: the part that is looked at, such as a window over the page.
    """
    gevonden = []
    for maat, kleuren, regels in _STANDEN:
        scherm.page.set_viewport_size(maat)
        scherm.page.emulate_media(**kleuren)
        doe()
        # what lies under a column that stays isn't small: it can be scrolled out
        scherm.evaluate("document.querySelectorAll('body *').forEach((e) => e.scrollTo(0, 0))")
        hoe = f"{maat['width']} px, {kleuren['color_scheme']}, forced colours {kleuren['forced_colors']}"
        gezien = axe(scherm, regels, binnen) + steekt_uit(scherm)
        gevonden += [f"{scherm.url} op {hoe}: {wat}" for wat in gezien]
    return gevonden


def steekt_uit(scherm: Frame) -> list[str]:
    """What makes the page itself scroll sideways; [] when it doesn't. Regions of their own may scroll."""
    gevonden: list[str] = scherm.evaluate(
        """() => {
            const breed = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= breed) return [];
            const inVak = (e) => e !== document.body && e !== document.documentElement
                && (getComputedStyle(e).overflowX !== "visible" || inVak(e.parentElement));
            return [...document.body.querySelectorAll("*")]
                .filter((e) => e.getBoundingClientRect().right > breed + 1 && !inVak(e.parentElement))
                .map((e) => `${e.tagName}.${e.className}: ${Math.round(e.getBoundingClientRect().right)}`)
                .concat(`the page is ${document.documentElement.scrollWidth} wide`);
        }"""
    )
    return gevonden
