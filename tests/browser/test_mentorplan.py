"""A plan on its way: placed in a course, read by the subject teacher, whose answer the mentor reads."""

import re

import pytest
from playwright.sync_api import Frame, expect

from tests.browser.conftest import Start, Venster, in_lijst
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import LAPTOP, Teller, bezwaren, klaar, steekt_uit
from tests.browser.test_start import kies_inhoud

pytestmark = pytest.mark.browser

LANGE_MAAT = "in acht van de tien opgaven, twee weken achter elkaar, ook zonder hulp van een ander"
ANTWOORD = "In de les begin ik met een voorbeeld.\nDaarna werken we in tweetallen."


def maak_plan(scherm: Frame, tool: str) -> None:
    """The mentor makes the plan of 3HA and fixes it."""
    scherm.goto(f"{tool}/groep/1/plan")
    scherm.get_by_role("button", name="Plan maken vanuit de behoeften").click()
    klaar(scherm)
    scherm.get_by_role("button", name="Vaststellen").first.click()
    venster = scherm.get_by_role("dialog")
    if venster.is_visible():
        venster.get_by_role("button", name="Vaststellen").click()
    expect(scherm.get_by_text(re.compile("vastgesteld", re.IGNORECASE)).first).to_be_visible()


def test_what_the_subject_teacher_answers_the_mentor_reads(ingericht: Omgeving, start: Start) -> None:
    mentor = start("m.dejong", 1)
    maak_plan(mentor, ingericht.tool)
    docent = start("b.bakker", 2)
    docent.get_by_role("link", name="3HA", exact=True).click()
    veld = docent.get_by_role("textbox", name="Wat betekent dit voor mijn vak?")
    veld.fill(ANTWOORD)
    expect(docent.get_by_text("Bewaard. De mentor kan het lezen.")).to_be_visible()
    docent.evaluate("location.reload()")
    expect(veld).to_have_value(ANTWOORD)
    mentor.goto(f"{ingericht.tool}/groep/1/plan")
    antwoorden = mentor.get_by_role("region", name="Wat betekent dit voor de vakken?")
    expect(antwoorden).to_contain_text("Wiskunde 3HA")
    expect(antwoorden).to_contain_text("Daarna werken we in tweetallen.")


def test_the_plan_as_a_pdf_takes_two_clicks_and_the_pages_around_it_are_accessible(
    ingericht: Omgeving, start: Start
) -> None:
    scherm = start("m.dejong", 1)
    maak_plan(scherm, ingericht.tool)
    teller = Teller(scherm)
    teller.klik(scherm.get_by_role("link", name="PDF en Word"))
    with scherm.page.expect_download() as bestand:
        teller.klik(scherm.get_by_role("button", name="PDF bewaren").first)
    assert bestand.value.suggested_filename.startswith("groepsplan-3HA-")
    assert teller.aantal == 2
    paginas = {
        "m.dejong": ("/groep/1/uitvoer/plan", "/groep/1/plan/planwijzer", "/groep/1/vakplan/2"),
        "b.bakker": ("/groep/2/plan/mentor",),
    }
    ingericht.sql(
        "INSERT INTO plandoel (planregel_id, tekst, maat, volgorde, versie, gewijzigd_op)"
        " SELECT min(id), 'werkt door', ?, 1, 1, '2026-11-20 10:00:00.000000' FROM planregel",
        LANGE_MAAT,
    )
    docent = start("b.bakker", 2)
    for wie, adressen in paginas.items():
        kijker = scherm if wie == "m.dejong" else docent
        for adres in adressen:
            kijker.goto(ingericht.tool + adres)
            assert bezwaren(kijker) == []
    docent.page.set_viewport_size(LAPTOP)
    vak = docent.get_by_role("cell").filter(has_text=LANGE_MAAT)
    assert vak.evaluate("vak => vak.scrollWidth <= vak.clientWidth"), "a measure runs into the next column"


def test_a_link_to_the_groepsplan_is_placed_in_a_small_frame_and_opens_straight_there(
    ingericht: Omgeving, pagina: Venster
) -> None:
    bladzij = pagina("m.dejong", 2, viewport={"width": 575, "height": 700})
    kiezen = kies_inhoud(bladzij, ingericht, "m.dejong", 2)
    kiezen.get_by_label("Ook een link rechtstreeks naar het groepsplan").check()
    assert steekt_uit(kiezen) == []
    kiezen.get_by_role("button", name="In de cursus plaatsen").click()
    bladzij.get_by_role("button", name="Alle 2 activiteiten bewaren").click()
    bladzij.get_by_role("link", name="Groepsplan 3HA").click()
    scherm = in_lijst(bladzij, ingericht.tool)
    assert scherm.url == f"{ingericht.tool}/groep/1/plan"
    expect(scherm.get_by_role("heading", level=1)).to_have_text("Groepsplan 3HA")
