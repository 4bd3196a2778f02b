"""Fixtures of the browser tests: the real tool, the real demo platform, a real Chromium.

Use in a test (mark the module `pytestmark = pytest.mark.browser`):

    demo         Omgeving: an unused tool and platform. demo.tool and demo.elo are addresses;
                 demo.api(...) opens the demo platform's doors (storing, leden, vullen); demo.sql(...) looks
                 behind the tool's back; demo.opdracht("keys", "rotate") runs `groepswijzer`;
                 demo.breek_tool_af() and demo.start_tool() are a power cut and its end.
    ingericht    the same, but the mentor class 3HA (group 1, owner m.dejong) and wiskunde (group 2,
                 b.bakker) are set up and have their class lists of 28.
    voorbeeld    the example data of `make demo DATA=voorbeeld`: a class in mid-cycle, with two subjects.
    browser      one Chromium per test process.
    venster      venster(): a new, empty browser of its own (context) with one page; options as of
                 Browser.new_context, e.g. viewport=TELEFOON, color_scheme="dark". A page error or an error in
                 the console fails the test, unless announced: fouten.verwacht("status of 422").
    pagina       pagina("m.dejong", 2): such a browser at that course in the platform; gives the Page.
    start        start("m.dejong", 1): launched from activity 1 in a window of its own;
                 start("m.dejong", 1, pagina=page) in an existing browser (same person, same visit).
                 Activities 1 to 5 stand in courses 2 to 6. Gives the Frame that holds the tool.
    open_cursus  open_cursus("m.dejong", 2): the course page, with the tool in its frame; gives that Frame.

Helpers that are no fixture stand in scherm.py: overzicht() (goes there and waits until it can be worked in),
cel(), rij(), wacht_op_opgeslagen(), Teller (counts clicks and keys), bezwaren() (axe and sideways scrolling).
A Frame has goto, get_by_role, locator, evaluate; its frame.page has keyboard, screenshot, set_viewport_size.
Addresses of the tool in a test: f"{demo.tool}/groep/1/overzicht" after a launch in the same browser.
"""

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Frame, Page, expect, sync_playwright

from tests.browser.omgeving import Adressen, Omgeving, draaiend
from tests.browser.scherm import LAPTOP

Venster = Callable[..., Page]
Start = Callable[..., Frame]
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_VLAGGEN = ["--no-sandbox", "--disable-background-networking"]
# how long a page may take before a test gives up; generous, for two tests share two cores
GEDULD_MS = 15_000


class Fouten:
    """Errors of pages and consoles; those that a test announces are fine."""

    def __init__(self) -> None:
        self._gezien: list[str] = []
        self._verwacht: list[str] = []

    def verwacht(self, patroon: str) -> None:
        """This test causes errors whose text matches this."""
        self._verwacht.append(patroon)

    def let_op(self, pagina: Page) -> None:
        pagina.on("pageerror", lambda fout: self._gezien.append(fout.stack or str(fout)))
        pagina.on("console", self._console)

    def _console(self, bericht: ConsoleMessage) -> None:
        if bericht.type == "error":
            self._gezien.append(f"{bericht.text} ({bericht.location.get('url')})")

    @property
    def onverwacht(self) -> list[str]:
        return [fout for fout in self._gezien if not any(re.search(p, fout) for p in self._verwacht)]


def start_chromium(playwright: Any, *vlaggen: str) -> Browser:
    """The Chromium of this machine."""
    programma = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    assert programma, "Chromium is missing: apt-get install chromium"
    gevonden: Browser = playwright.chromium.launch(executable_path=programma, args=[*_VLAGGEN, *vlaggen])
    return gevonden


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    expect.set_options(timeout=GEDULD_MS)
    with sync_playwright() as gestart:
        yield gestart


@pytest.fixture(scope="session")
def browser(playwright: Any) -> Iterator[Browser]:
    gestart = start_chromium(playwright)
    yield gestart
    gestart.close()


@pytest.fixture(scope="session")
def _omgeving(tmp_path_factory: pytest.TempPathFactory, sqlite_sjabloon: Path) -> Iterator[Omgeving]:
    adressen = Adressen.op_deze_machine()
    poort = adressen.elo.rsplit(":", 1)[1]
    platform = [sys.executable, "-m", "lti_tool.demo", "--port", poort, "--tool-url", adressen.tool]
    with draaiend(adressen, tmp_path_factory.mktemp("browser"), sqlite_sjabloon, platform, {}) as omgeving:
        yield omgeving


@pytest.fixture
def demo(_omgeving: Omgeving) -> Omgeving:
    _omgeving.begin_opnieuw()
    return _omgeving


@pytest.fixture
def ingericht(_omgeving: Omgeving, request: pytest.FixtureRequest) -> Omgeving:
    if _omgeving.kent_stand("ingericht"):
        _omgeving.begin_opnieuw("ingericht")
        return _omgeving
    _omgeving.begin_opnieuw()
    start = request.getfixturevalue("start")
    # colleagues first: whoever has been here as a teacher is no pupil in the list
    for persoon in ("b.bakker", "n.visser", "c.dijkstra"):
        start(persoon, 1).page.context.close()
    for persoon, activiteit in (("m.dejong", 1), ("b.bakker", 2)):
        scherm = start(persoon, activiteit)
        scherm.get_by_role("button", name="Groepsoverzicht openen").click()
        expect(scherm.locator("tbody tr")).to_have_count(28)
        scherm.page.context.close()
    _omgeving.sql("DELETE FROM sessie")
    _omgeving.bewaar_stand("ingericht")
    return _omgeving


@pytest.fixture
def voorbeeld(_omgeving: Omgeving) -> Omgeving:
    if _omgeving.kent_stand("voorbeeld"):
        _omgeving.begin_opnieuw("voorbeeld")
        return _omgeving
    _omgeving.begin_opnieuw()
    _omgeving.opdracht("voorbeeld", "laden")
    _omgeving.bewaar_stand("voorbeeld")
    return _omgeving


@pytest.fixture
def fouten() -> Fouten:
    return Fouten()


@pytest.fixture
def venster(browser: Browser, fouten: Fouten) -> Iterator[Venster]:
    contexten = []

    def nieuw(**opties: Any) -> Page:
        vast = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "viewport": LAPTOP}
        # colours are measured, and not halfway a transition
        opties = vast | {"reduced_motion": "reduce"} | opties
        # `op`: another browser than the usual one
        context = opties.pop("op", browser).new_context(**opties)
        context.set_default_timeout(GEDULD_MS)
        context.on("page", fouten.let_op)
        contexten.append(context)
        return context.new_page()

    yield nieuw
    for context in contexten:
        context.close()
    assert fouten.onverwacht == []


@pytest.fixture
def pagina(venster: Venster, _omgeving: Omgeving) -> Venster:
    def open_(persoon: str, cursus: int, **opties: Any) -> Page:
        nieuw = venster(**opties)
        nieuw.goto(f"{_omgeving.elo}/als/{persoon}/cursus/{cursus}")
        return nieuw

    return open_


@pytest.fixture
def start(venster: Venster, _omgeving: Omgeving) -> Start:
    def start_(
        persoon: str, activiteit: int, *, pagina: Page | None = None, rol: str = "", **opties: Any
    ) -> Frame:
        pagina = pagina or venster(**opties)
        vraag = "?venster=window" + (f"&rol={rol}" if rol else "")
        pagina.goto(f"{_omgeving.elo}/als/{persoon}/activiteit/{activiteit}/start{vraag}")
        return wacht_op_tool(pagina.main_frame, _omgeving.tool)

    return start_


@pytest.fixture
def open_cursus(pagina: Venster, _omgeving: Omgeving) -> Start:
    def open_(persoon: str, cursus: int, **opties: Any) -> Frame:
        return in_lijst(pagina(persoon, cursus, **opties), _omgeving.tool)

    return open_


def in_lijst(pagina: Page, tool: str) -> Frame:
    """The tool in the frame of a course page, once it is there."""
    lijst = pagina.locator("iframe.tool").element_handle().content_frame()
    assert lijst is not None
    return wacht_op_tool(lijst, tool)


def wacht_op_tool(scherm: Frame, tool: str) -> Frame:
    """The launch is done: a page of the tool, past the addresses of LTI (an error page stays on one)."""
    scherm.wait_for_url(re.compile(re.escape(tool) + r"/(?!lti/login)"))
    scherm.wait_for_load_state()
    return scherm
