"""What each role sees, arrived by a real launch."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import cel, overzicht, rij, wacht_op_opgeslagen

pytestmark = pytest.mark.browser


def test_a_subject_teacher_sees_the_own_subject_and_of_the_mentor_only_general_needs_and_marks(
    ingericht: Omgeving, start: Start
) -> None:
    mentor = overzicht(start("m.dejong", 1), ingericht.tool)
    cel(mentor, "Sem de Vries", "Onderwijsbehoeften").fill("Heeft korte opdrachten nodig.")
    cel(mentor, "Sem de Vries", "Belemmerende factoren").fill("Slaapt slecht.")
    rij(mentor, "Sem de Vries").get_by_role("button").press("s")
    mentor.page.keyboard.press("g")
    wacht_op_opgeslagen(mentor)

    vak = start("b.bakker", 2)
    vak.get_by_role("link", name="Naar het groepsoverzicht").click()
    expect(cel(vak, "Sem de Vries", "Algemene behoeften")).to_have_value("Heeft korte opdrachten nodig.")
    expect(rij(vak, "Sem de Vries").locator("td.s").last).to_contain_text("gedrag")
    assert "Slaapt slecht" not in vak.content()
    # of the mentor's columns none
    expect(vak.get_by_role("columnheader", name="Technisch lezen")).to_have_count(0)


def test_a_mentor_reads_the_subject_overviews_of_the_class(ingericht: Omgeving, start: Start) -> None:
    vak = overzicht(start("b.bakker", 2), ingericht.tool, 2)
    cel(vak, "Sem de Vries", "Eerste toets van de periode").fill("4,3")
    cel(vak, "Sem de Vries", "Eerste toets van de periode").press("Enter")
    wacht_op_opgeslagen(vak)
    mentor = start("m.dejong", 1)
    mentor.get_by_role("link", name="Wiskunde 3HA").click()
    gelezen = cel(mentor, "Sem de Vries", "Eerste toets van de periode")
    expect(gelezen).to_have_value("4,3")
    expect(gelezen).not_to_be_editable()


def test_a_teacher_of_the_class_is_no_pupil_and_adds_an_observation_under_the_own_name(
    ingericht: Omgeving, start: Start
) -> None:
    scherm = overzicht(start("n.visser", 1), ingericht.tool)
    expect(scherm.locator("tbody tr")).to_have_count(28)
    expect(scherm.get_by_role("rowheader", name="Noor Visser")).to_have_count(0)
    cel(scherm, "Lars Peeters", "Stimulerende factoren").click()
    scherm.get_by_role("button", name="Observatie toevoegen").first.click()
    scherm.get_by_label("Wat heb je gezien?").fill("Leest graag voor.")
    scherm.locator("#observatie").get_by_role("button", name="Observatie toevoegen").click()
    # a colleague reads the own lines back, the mentor reads who wrote them
    expect(cel(scherm, "Lars Peeters", "Stimulerende factoren")).to_have_value("Leest graag voor.")
    mentor = overzicht(start("m.dejong", 1), ingericht.tool)
    expect(cel(mentor, "Lars Peeters", "Stimulerende factoren")).to_have_value(
        re.compile("Leest graag voor.*Noor Visser|Noor Visser.*Leest graag voor", re.DOTALL)
    )


def test_a_pupil_sees_nothing_but_the_own_page(ingericht: Omgeving, start: Start, fouten: Fouten) -> None:
    fouten.verwacht("status of 403")
    scherm = start("150309", 1)
    expect(scherm.get_by_role("heading", level=1)).to_have_text("Dit is jouw pagina, Sem")
    expect(scherm.get_by_role("main").get_by_role("link")).to_have_count(0)
    expect(scherm.get_by_role("navigation")).to_have_count(0)
    for pad in ("/groep/1/", "/groep/1/overzicht", "/cursus/1/groepen", "/groep/1/leerling/1"):
        scherm.goto(ingericht.tool + pad)
        expect(scherm.get_by_role("heading", level=1)).to_have_text("Dit mag je hier niet")


def test_a_teacher_who_switches_role_sees_what_a_pupil_sees_and_comes_back(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 403")
    scherm = start("m.dejong", 1)
    gewisseld = start("m.dejong", 1, pagina=scherm.page, rol="leerling")
    expect(gewisseld.get_by_role("heading", level=1)).to_have_text("Dit is jouw pagina, Marieke")
    gewisseld.goto(f"{ingericht.tool}/groep/1/overzicht")
    expect(gewisseld.get_by_role("heading", level=1)).to_have_text("Dit mag je hier niet")
    terug = start("m.dejong", 1, pagina=scherm.page)
    expect(terug.get_by_role("heading", level=1)).to_have_text("3HA")


def test_an_administrator_sets_owners_and_reads_no_overview(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 403")
    scherm = start("p.oosterhuis", 1)
    scherm.goto(f"{ingericht.tool}/cursus/1/beheer/")
    scherm.get_by_role("link", name="3HA", exact=True).click()
    expect(scherm.get_by_text("Nu eigenaar: Marieke de Jong")).to_be_visible()
    scherm.goto(f"{ingericht.tool}/groep/1/overzicht")
    expect(scherm.get_by_role("heading", level=1)).to_have_text("Dit mag je hier niet")


def test_the_care_team_has_a_course_of_its_own_without_an_overview(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    start("c.dijkstra", 5)
    beheer = start("p.oosterhuis", 5)
    nummer = ingericht.sql("SELECT id FROM cursus WHERE titel = 'Zorgteam'")[0][0]
    beheer.goto(f"{ingericht.tool}/cursus/{nummer}/beheer/")
    beheer.get_by_label("Zorgteam is voor").select_option("zorgteam")
    zorgteam = beheer.get_by_role("row").filter(has=beheer.get_by_role("rowheader", name="Zorgteam"))
    zorgteam.get_by_role("button", name="Bewaren").click()
    expect(beheer.get_by_label("Zorgteam is voor")).to_have_value("zorgteam")
    fouten.verwacht("status of 40[34]")
    zorg = start("c.dijkstra", 5)
    assert "inrichten" not in zorg.url
    zorg.goto(f"{ingericht.tool}/groep/1/overzicht")
    expect(zorg.get_by_role("table")).to_have_count(0)
