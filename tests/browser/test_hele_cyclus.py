"""One whole cycle, as a mentor walks it: from two needs to a plan, its results, and the next cycle."""

import re

import pytest
from playwright.sync_api import Frame, expect

from tests.browser.begrijpwijzer import wacht_op_bewaard
from tests.browser.conftest import Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import bewaart, klaar

pytestmark = pytest.mark.browser

SEM, RAVI = "Sem de Vries", "Ravi Bissessur"
DOEL = "begint binnen vijf minuten aan de eerste opdracht"


def regel_van(demo: Omgeving, naam: str) -> int:
    """The pupil's row in the newest cycle of the mentor class."""
    vraag = (
        "SELECT max(r.id) FROM regel r JOIN persoon p ON p.id = r.persoon_id "
        "JOIN cyclus c ON c.id = r.cyclus_id WHERE c.groep_id = 1 AND p.voornaam || ' ' || p.achternaam = ?"
    )
    return int(demo.sql(vraag, naam)[0][0])


def naar(scherm: Frame, demo: Omgeving, waar: str) -> Frame:
    scherm.goto(f"{demo.tool}/groep/1/{waar}")
    return scherm


def onderdeel(scherm: Frame, naam: str, adres: str) -> None:
    """To another part of the plan, ready to be worked in."""
    scherm.get_by_role("link", name=naam, exact=True).click()
    scherm.wait_for_url(f"**{adres}")
    klaar(scherm)


def benoem(scherm: Frame, demo: Omgeving, naam: str) -> None:
    klaar(naar(scherm, demo, f"begrijpwijzer/{regel_van(demo, naam)}?domein=pedagogisch"))
    scherm.get_by_label("Wat doet of kan de leerling straks?").fill(DOEL)
    scherm.get_by_label("Waaraan zie je het?").fill("vier van de vijf lessen")
    zoek = scherm.get_by_role("searchbox", name="Zoek een zin")
    zoek.fill("vertrouw")
    with bewaart(scherm, "vertrouw"):
        zoek.press("Enter")
    expect(scherm.locator("[data-gekozen] textarea")).to_have_count(1)
    expect(scherm.get_by_label("Zo staat het in het overzicht")).to_have_value(re.compile("vertrouw"))
    expect(scherm.locator("#opslagstatus")).to_contain_text("Alles opgeslagen")


def test_two_needs_become_a_plan_that_is_carried_out_looked_back_on_and_taken_along(
    ingericht: Omgeving, start: Start
) -> None:
    scherm = start("m.dejong", 1)
    for naam in (SEM, RAVI):
        benoem(scherm, ingericht, naam)

    # clustered: the proposal says what they share, and is taken over
    klaar(naar(scherm, ingericht, "clusteren"))
    scherm.get_by_role("button", name=re.compile("^Overnemen")).first.click()
    expect(scherm.get_by_text("Iedereen met een behoefte heeft een plek")).to_be_visible()
    (subgroep,) = ingericht.sql("SELECT naam FROM subgroep")[0]
    assert ingericht.sql("SELECT count(*) FROM plaatsing WHERE subgroep_id IS NOT NULL") == [(2,)]

    # planned and fixed: one goal for the two of them, filled from their needs
    scherm.get_by_role("link", name="Plan", exact=True).click()
    scherm.get_by_role("button", name="Plan maken vanuit de behoeften").click()
    expect(scherm.get_by_role("textbox", name=f"Doel van {subgroep}", exact=True)).to_have_value(DOEL)
    klaar(scherm)
    scherm.get_by_role("textbox", name=f"Organisatie van {subgroep}").fill("De mentor, elke maandag")
    scherm.get_by_role("button", name="Vaststellen").click()
    expect(scherm.get_by_text("Het plan is vastgesteld")).to_be_visible()

    # adjusted: who changed what stays visible
    scherm.get_by_role("textbox", name=f"Organisatie van {subgroep}").fill("De mentor, elke dag")
    scherm.get_by_role("textbox", name=f"Evaluatie van {subgroep}").focus()
    rij = scherm.get_by_role("row").filter(has_text=subgroep)
    expect(rij.get_by_text("door Marieke de Jong")).to_be_visible()

    # logged
    onderdeel(scherm, "Logboek", "/plan/logboek")
    scherm.get_by_label("Wat zag je?").fill("Sem begint nu meteen als de stappen op het bord staan.")
    scherm.get_by_label("Leerling", exact=True).first.select_option(label=SEM)
    scherm.get_by_role("button", name=re.compile("^Dit werkt|^Werkt")).click()
    expect(scherm.locator("[data-lijst]")).to_contain_text("Sem begint nu meteen")

    # looked back on: partly for all, the exception reached, and how to go on
    onderdeel(scherm, "Evaluatie", "/plan/evaluatie")
    doel = scherm.get_by_role("region", name=DOEL)
    doel.get_by_role("group", name="Uitkomst voor iedereen").get_by_role("button", name="deels").click()
    expect(doel.get_by_text("2 van 2")).to_be_visible()
    doel.get_by_role("group", name=SEM).get_by_role("button", name="bereikt").click()
    scherm.get_by_role("group", name="Besluit").last.get_by_role("button", name="doorgaan").click()
    expect(scherm.locator("[data-besluiten]")).to_have_text("1")

    # the next cycle offers what wasn't reached, with what became of it
    naar(scherm, ingericht, "cyclus/nieuw")
    scherm.get_by_role("button", name="Nieuwe cyclus openen").click()
    scherm.wait_for_url(lambda url: not url.endswith("/cyclus/nieuw"))
    klaar(naar(scherm, ingericht, f"begrijpwijzer/{regel_van(ingericht, RAVI)}?domein=pedagogisch"))
    expect(scherm.get_by_label(re.compile("Wat werd er van"))).to_have_value("deels")
    assert ingericht.sql("SELECT bereikt FROM doel ORDER BY id") == [("bereikt",), ("deels",), ("",), ("",)]

    # taken out of the need that came along, it goes back in with one act
    terugblik = scherm.locator("[data-neem-plek]")
    doelveld = scherm.get_by_label("Wat doet of kan de leerling straks?")
    expect(terugblik).to_have_text("Staat al bij de doelen.")
    scherm.get_by_role("button", name="Doel weghalen").click()
    expect(scherm.get_by_label("Zo staat het in het overzicht")).not_to_have_value(re.compile(DOEL))
    wacht_op_bewaard(scherm)
    klaar(naar(scherm, ingericht, f"begrijpwijzer/{regel_van(ingericht, RAVI)}?domein=pedagogisch"))
    scherm.get_by_role("button", name=re.compile("^Neem mee als doel")).click()
    expect(terugblik).to_have_text("Staat nu bij de doelen.")
    expect(doelveld.last).to_have_value(DOEL)
    expect(doelveld.last).to_be_focused()
    expect(scherm.get_by_label("Zo staat het in het overzicht")).to_have_value(re.compile(DOEL))
    wacht_op_bewaard(scherm)
    klaar(naar(scherm, ingericht, f"begrijpwijzer/{regel_van(ingericht, RAVI)}?domein=pedagogisch"))
    expect(terugblik).to_have_text("Staat al bij de doelen.")
    expect(doelveld).to_have_value(DOEL)
    naar(scherm, ingericht, "plan?cyclus=1")
    expect(scherm.get_by_role("textbox", name=f"Organisatie van {subgroep}")).to_have_attribute(
        "readonly", ""
    )
