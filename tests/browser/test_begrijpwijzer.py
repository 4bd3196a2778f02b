"""Naming needs in a real browser: the budgets, the keyboard, a phone, two teachers, the pupil."""

import re

import pytest
from playwright.sync_api import Frame, expect

from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import Teller, klaar, overzicht

pytestmark = pytest.mark.browser

SEM = "Sem de Vries"
ZIN = "docenten die elke les even langslopen"


def regel_van(demo: Omgeving, groep: int = 1, naam: str = SEM) -> int:
    vraag = (
        "SELECT r.id FROM regel r JOIN persoon p ON p.id = r.persoon_id JOIN cyclus c ON c.id = r.cyclus_id "
        "WHERE c.groep_id = ? AND p.voornaam || ' ' || p.achternaam = ?"
    )
    return int(demo.sql(vraag, groep, naam)[0][0])


def signaleer(demo: Omgeving, *regels: int) -> None:
    for regel in regels:
        demo.sql(
            "INSERT INTO signaal (regel_id, reden, gezet_op) VALUES (?, 'werkhouding', '2026-11-20 10:00')",
            regel,
        )


def open_regel(scherm: Frame, demo: Omgeving, regel: int, groep: int = 1) -> Frame:
    scherm.goto(f"{demo.tool}/groep/{groep}/begrijpwijzer/{regel}")
    return klaar(scherm)


def doel(scherm: Frame) -> None:
    expect(scherm.get_by_label("Wat doet of kan de leerling straks?")).to_be_focused()


def zin(scherm: Frame) -> str:
    return scherm.get_by_label("Zo staat het in het overzicht").input_value()


def test_without_a_mouse_and_the_next_signalled_pupil_is_one_key(ingericht: Omgeving, start: Start) -> None:
    regel = regel_van(ingericht)
    signaleer(ingericht, regel, regel_van(ingericht, naam="Ravi Bissessur"))
    scherm = overzicht(start("m.dejong", 1), ingericht.tool)
    scherm.locator(f"#s{regel}").focus()
    teller = Teller(scherm)
    teller.toets("b")
    scherm.wait_for_url(f"**/begrijpwijzer/{regel}")
    doel(klaar(scherm))
    teller.typ("leest 3 keer per week")
    zoekveld = scherm.get_by_role("searchbox", name="Zoek een zin")
    for _ in range(8):
        if zoekveld.evaluate("(element) => element === document.activeElement"):
            break
        teller.toets("Tab")
    teller.typ("vertrouw")
    teller.toets("Enter")
    teller.typ(ZIN)
    teller.toets("Enter", "Enter")
    expect(scherm.locator("[data-gekozen] textarea")).to_have_count(2)
    expect(zoekveld).to_be_focused()
    assert teller.aantal <= 10, teller.gedaan
    volgende = Teller(scherm)
    volgende.toets("Control+Enter")
    scherm.wait_for_url(lambda url: not url.endswith(f"/{regel}"))
    doel(klaar(scherm))
    assert volgende.aantal == 1
    (waarde,) = ingericht.sql("SELECT waarde FROM cel WHERE regel_id = ?", regel)[0]
    assert "leest 3 keer per week" in waarde
    assert ZIN in waarde


def test_two_teachers_on_one_need_are_told_and_nothing_is_lost(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 409")
    regel = regel_van(ingericht)
    een = open_regel(start("m.dejong", 1), ingericht, regel)
    twee = open_regel(start("m.dejong", 1), ingericht, regel)
    een.get_by_label("Wat doet of kan de leerling straks?").fill("leest elke dag")
    een.get_by_label("Waaraan zie je het?").focus()
    expect(een.locator("#opslagstatus")).to_contain_text("Alles opgeslagen")
    twee.get_by_label("Wat doet of kan de leerling straks?").fill("plant het huiswerk")
    twee.get_by_label("Waaraan zie je het?").focus()
    expect(twee.get_by_role("heading", name="Twee versies van deze behoefte")).to_be_visible()
    twee.get_by_role("button", name="Beide samenvoegen").click()
    expect(twee.locator(".doel")).to_have_count(2)
    expect(twee.get_by_label("Zo staat het in het overzicht")).to_have_value(
        "Doelen: 1. leest elke dag; 2. plant het huiswerk."
    )


def test_a_statement_changed_by_hand_stays_until_it_is_made_anew(ingericht: Omgeving, start: Start) -> None:
    scherm = open_regel(start("m.dejong", 1), ingericht, regel_van(ingericht))
    scherm.get_by_label("Wat doet of kan de leerling straks?").fill("leest elke dag")
    veld = scherm.get_by_label("Zo staat het in het overzicht")
    expect(veld).to_have_value("Doel: leest elke dag.")
    veld.focus()
    expect(scherm.locator("#opslagstatus")).to_contain_text("Alles opgeslagen")
    veld.fill("Leest thuis.")
    scherm.locator("[data-groep=docenten] summary").click()
    scherm.locator("[data-groep=docenten] button").first.click()
    expect(scherm.get_by_text("Deze tekst is met de hand aangepast.")).to_be_visible()
    assert zin(scherm) == "Leest thuis."
    scherm.get_by_role("button", name="Zin opnieuw maken").click()
    expect(scherm.get_by_text("Deze tekst is met de hand aangepast.")).to_be_hidden()
    expect(veld).to_have_value(re.compile("^Doel: leest elke dag. Om dit doel te bereiken"))


def test_words_typed_after_the_visit_has_ended_come_back(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 401")
    regel = regel_van(ingericht)
    scherm = open_regel(start("m.dejong", 1), ingericht, regel)
    ingericht.sql("DELETE FROM sessie")
    scherm.get_by_label("Wat doet of kan de leerling straks?").fill("leest elke dag")
    expect(scherm.get_by_text("Je tekst is bewaard.")).to_be_visible()
    opnieuw = open_regel(start("m.dejong", 1, pagina=scherm.page), ingericht, regel)
    expect(opnieuw.get_by_label("Zo staat het in het overzicht")).to_have_value("leest elke dag")
