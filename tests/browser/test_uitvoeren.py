"""Carrying a plan out in a real browser: a note on a phone after the lesson, and the week table."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Groepsplan, Plaatsing, Planregel, Planregelsoort, Subgroep, Subgroepsoort
from lti_tool.services.tijd import vandaag
from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import TELEFOON, Teller, bezwaren, steekt_uit
from tests.browser.test_begrijpwijzer import regel_van

pytestmark = pytest.mark.browser

RAVI = "Ravi Bissessur"


def maak_plan(demo: Omgeving) -> None:
    """Two subgroups that share a pupil, and a plan with a row for each."""
    motor = create_engine(f"sqlite:///{demo.database}")
    with Session(motor) as session:
        cyclus = session.scalars(select(Cyclus).where(Cyclus.groep_id == 1)).one()
        cyclus.begin, cyclus.eind = vandaag() - timedelta(weeks=4), vandaag() + timedelta(weeks=4)
        plan = Groepsplan(cyclus_id=cyclus.id)
        session.add(plan)
        for plek, (domein, naam) in enumerate((("sp", "Spelling"), ("bl", "Lezen")), 1):
            subgroep = Subgroep(
                cyclus_id=cyclus.id, domein=domein, naam=naam, soort=Subgroepsoort.EXTRA, volgorde=plek
            )
            session.add(subgroep)
            session.flush()
            regel = regel_van(demo, naam=RAVI)
            session.add(Plaatsing(regel_id=regel, domein=domein, subgroep_id=subgroep.id))
            session.add(
                Planregel(
                    plan_id=plan.id,
                    soort=Planregelsoort.SUBGROEP,
                    domein=domein,
                    subgroep_id=subgroep.id,
                    volgorde=plek,
                )
            )
        session.commit()
    motor.dispose()


def test_a_note_after_the_lesson_on_a_phone(ingericht: Omgeving, start: Start, fouten: Fouten) -> None:
    maak_plan(ingericht)
    scherm = start("m.dejong", 1, viewport=TELEFOON)
    scherm.goto(f"{ingericht.tool}/groep/1/plan/logboek")
    veld, rij = scherm.get_by_label("Wat zag je?"), scherm.get_by_label("Deel van het plan").first
    expect(scherm.locator("#opslagstatus")).to_have_text("Alles opgeslagen")
    # one screen: the last of the three buttons is above the fold
    knop = scherm.get_by_role("button", name="Resultaat")
    assert knop.evaluate("(e) => e.getBoundingClientRect().bottom") <= TELEFOON["height"]
    rij.select_option("Spelling")
    expect(scherm.locator("#leerling option")).to_have_text(["niemand apart", RAVI])
    scherm.get_by_label("Leerling").first.select_option(RAVI)
    teller = Teller(scherm)
    veld.focus()
    teller.typ("schrijft de woorden nu zelf op")
    teller.klik(scherm.get_by_role("button", name="Dit werkt"))
    lijst = scherm.locator(".notities > li")
    expect(lijst).to_have_count(1)
    assert teller.aantal == 1
    expect(lijst).to_contain_text(f"Spelling · {RAVI}")
    expect(veld).to_have_value("")
    # without a connection the text stays, and the same button sends it later
    scherm.page.context.set_offline(True)
    fouten.verwacht("ERR_INTERNET_DISCONNECTED")
    veld.fill("twijfelt bij open lettergrepen")
    scherm.get_by_role("button", name="Vraagt aandacht").click()
    expect(scherm.locator("#fout")).to_contain_text("Geen verbinding")
    scherm.page.context.set_offline(False)
    scherm.get_by_role("button", name="Vraagt aandacht").click()
    expect(lijst).to_have_count(2)
    # changed, undone, taken away, undone
    lijst.first.get_by_role("button", name="Wijzigen").click()
    veld.fill("twijfelt niet meer")
    scherm.get_by_role("button", name="Resultaat").click()
    expect(lijst.first).to_contain_text("twijfelt niet meer")
    scherm.get_by_role("button", name="Ongedaan maken").click()
    expect(lijst.first).to_contain_text("twijfelt bij open lettergrepen")
    lijst.first.get_by_role("button", name="Weghalen").click()
    expect(lijst).to_have_count(1)
    scherm.get_by_role("button", name="Ongedaan maken").click()
    expect(lijst).to_have_count(2)
    # the row is still chosen at the next visit, and a filter shows one kind
    scherm.goto(f"{ingericht.tool}/groep/1/plan/logboek")
    expect(rij.locator("option:checked")).to_have_text("Spelling")
    scherm.get_by_label("Soort").select_option("Dit werkt")
    expect(lijst).to_have_count(1)
    assert steekt_uit(scherm) == []
    assert bezwaren(scherm) == []


def test_a_text_that_was_not_saved_when_the_visit_ended_comes_back_in_the_next(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    maak_plan(ingericht)
    scherm = start("m.dejong", 1)
    scherm.goto(f"{ingericht.tool}/groep/1/plan/logboek")
    ingericht.sql("DELETE FROM sessie")
    fouten.verwacht("status of 401")
    scherm.get_by_label("Wat zag je?").fill("las vandaag hardop voor")
    scherm.get_by_role("button", name="Dit werkt").click()
    expect(scherm.get_by_text("Je bezoek is verlopen. Je tekst is bewaard.")).to_be_visible()
    scherm = start("m.dejong", 1, pagina=scherm.page)
    scherm.goto(f"{ingericht.tool}/groep/1/plan/logboek")
    expect(scherm.get_by_label("Wat zag je?")).to_have_value("las vandaag hardop voor")
    with scherm.page.expect_response("**/klad/pagina"):
        scherm.get_by_role("button", name="Dit werkt").click()
    assert ingericht.sql("SELECT tekst FROM lognotitie") == [("las vandaag hardop voor",)]
    assert ingericht.sql("SELECT waarde FROM paginaklad") == []


def test_a_clash_in_the_week_table_is_seen_and_solved(ingericht: Omgeving, start: Start) -> None:
    maak_plan(ingericht)
    scherm = start("m.dejong", 1)
    scherm.goto(f"{ingericht.tool}/groep/1/plan/weekrooster")
    # the day and hour of the cell, for the first subgroup that has no time
    scherm.get_by_role("link", name="Les toevoegen op dinsdag om 09:20").click()
    gekozen = [scherm.get_by_label(naam).locator("option:checked") for naam in ("Voor wie?", "Dag", "Lesuur")]
    for keuze, tekst in zip(gekozen, ("Lezen", "dinsdag", "2: 09:20–10:10"), strict=True):
        expect(keuze).to_have_text(tekst)
    scherm.get_by_role("button", name="Les toevoegen").click()
    expect(scherm.get_by_text("staat in het rooster.")).to_be_visible()
    # the next one begins as the last one did
    scherm.get_by_role("link", name="les toevoegen", exact=True).click()
    for keuze, tekst in zip(gekozen, ("Spelling", "dinsdag", "2: 09:20–10:10"), strict=True):
        expect(keuze).to_have_text(tekst)
    scherm.get_by_role("button", name="Les toevoegen").click()
    expect(scherm.get_by_text("Er is een botsing in het rooster")).to_be_visible()
    expect(scherm.locator(".week .les.botst")).to_have_count(2)
    expect(scherm.locator(".week .les-botsing").first).to_contain_text(f"{RAVI} zit in allebei")
    assert bezwaren(scherm) == []
    scherm.locator(".week, .dagen").get_by_role("link", name="Lezen wijzigen").first.click()
    expect(scherm.get_by_label("Van", exact=True)).to_be_hidden()
    scherm.get_by_label("Lesuur").select_option("eigen tijd")
    scherm.get_by_label("Van", exact=True).fill("10:10")
    scherm.get_by_label("Tot", exact=True).fill("10:30")
    assert bezwaren(scherm) == []
    scherm.get_by_role("button", name="Les bewaren").click()
    expect(scherm.get_by_text("De les is gewijzigd.")).to_be_visible()
    expect(scherm.locator(".botst")).to_have_count(0)
    with scherm.page.expect_download() as bestand:
        scherm.get_by_role("link", name=re.compile("^Marieke de Jong$")).click()
    assert bestand.value.suggested_filename.endswith(".ics")


def test_an_administrator_fills_in_the_holidays_and_the_week_table_names_them(
    voorbeeld: Omgeving, start: Start
) -> None:
    scherm = start("p.oosterhuis", 1)
    scherm.goto(f"{voorbeeld.tool}/cursus/1/beheer/rooster")
    # a row less and more rows: what was typed stays, and nothing is kept yet
    scherm.get_by_label("Vrij 6: waarom").fill("sportdag")
    scherm.get_by_role("button", name="Vrij 2 weghalen").click()
    expect(scherm.get_by_label("Vrij 2: waarom")).to_have_value("kerstvakantie")
    scherm.get_by_role("button", name="Meer regels voor vrij").click()
    expect(scherm.get_by_label("Vrij 5: waarom")).to_have_value("sportdag")
    # Enter in a field keeps all, and takes no row away
    scherm.get_by_label("Vrij 5: eerste dag").fill("2026-12-08")
    scherm.get_by_label("Vrij 5: waarom").press("Enter")
    expect(scherm.get_by_text("De lesuren en vrije dagen zijn bewaard.")).to_be_visible()
    expect(scherm.get_by_label("Vrij 2: waarom")).to_have_value("sportdag")
    scherm = start("m.dejong", 1)
    scherm.goto(f"{voorbeeld.tool}/groep/1/plan/weekrooster")
    expect(scherm.get_by_text("Geen les:")).to_have_text(
        "Geen les: herfstvakantie 17 t/m 25 oktober; sportdag 8 december; "
        "kerstvakantie 19 december t/m 3 januari."
    )
