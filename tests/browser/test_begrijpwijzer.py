"""Naming needs in a real browser: the budgets, the keyboard, a phone, two teachers, the pupil."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.begrijpwijzer import (
    SEM,
    doel,
    open_regel,
    regel_van,
    signaleer,
    wacht_op_bewaard,
    zin,
)
from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import TELEFOON, Teller, bewaart, bezwaren, cel, klaar, overzicht

pytestmark = pytest.mark.browser

ZIN = "docenten die elke les even langslopen"


def test_a_need_with_a_goal_and_two_sentences_takes_eight_actions_from_the_cell(
    ingericht: Omgeving, start: Start
) -> None:
    signaleer(ingericht, regel_van(ingericht))
    scherm = overzicht(start("m.dejong", 1), ingericht.tool)
    cel(scherm, SEM, "Onderwijsbehoeften").focus()
    teller = Teller(scherm)
    teller.klik(scherm.get_by_role("link", name="Begrijpwijzer").last)
    scherm.wait_for_url("**/begrijpwijzer/*")
    expect(doel(klaar(scherm))).to_be_focused()
    teller.typ("begint binnen 2 minuten")
    expect(scherm.get_by_text("Er staat nog niet bij voor wanneer.")).to_be_visible()
    teller.toets("Tab")
    teller.typ("in 4 van de 5 lessen")
    teller.toets("Tab")
    teller.typ("20-11")
    for nummer in (0, 1):
        knop = scherm.locator("[data-passend] button").nth(nummer)
        teller.klik(knop)
        # the sentence grows with each choice; two of a kind share their first words
        slot = " ".join(knop.inner_text().split()[-3:])
        expect(zin(scherm)).to_have_value(re.compile(re.escape(slot)))
    assert teller.aantal <= 8, teller.gedaan
    wacht_op_bewaard(scherm)
    expect(scherm.locator("[data-benoemd]")).to_have_text("1")
    tekst = zin(scherm).input_value()
    assert tekst.startswith(
        "Doel: begint binnen 2 minuten (te zien aan: in 4 van de 5 lessen), uiterlijk 20 nov"
    )
    overzicht(scherm, ingericht.tool)
    expect(cel(scherm, SEM, "Onderwijsbehoeften")).to_have_value(tekst)


def test_without_a_mouse_and_the_next_signalled_pupil_is_one_key(ingericht: Omgeving, start: Start) -> None:
    regel = regel_van(ingericht)
    signaleer(ingericht, regel, regel_van(ingericht, naam="Ravi Bissessur"))
    scherm = overzicht(start("m.dejong", 1), ingericht.tool)
    scherm.locator(f"#s{regel}").focus()
    teller = Teller(scherm)
    teller.toets("b")
    scherm.wait_for_url(f"**/begrijpwijzer/{regel}")
    expect(doel(klaar(scherm))).to_be_focused()
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
    expect(doel(klaar(scherm))).to_be_focused()
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
    doel(een).fill("leest elke dag")
    with bewaart(een, "leest elke dag"):
        een.get_by_label("Waaraan zie je het?").focus()
    doel(twee).fill("plant het huiswerk")
    twee.get_by_label("Waaraan zie je het?").focus()
    expect(twee.get_by_role("heading", name="Twee versies van deze behoefte")).to_be_visible()
    twee.get_by_role("button", name="Beide samenvoegen").click()
    expect(twee.locator(".doel")).to_have_count(2)
    expect(zin(twee)).to_have_value("Doelen: 1. leest elke dag; 2. plant het huiswerk.")


def test_a_statement_changed_by_hand_stays_until_it_is_made_anew(ingericht: Omgeving, start: Start) -> None:
    scherm = open_regel(start("m.dejong", 1), ingericht, regel_van(ingericht))
    doel(scherm).fill("leest elke dag")
    veld = zin(scherm)
    expect(veld).to_have_value("Doel: leest elke dag.")
    veld.focus()
    expect(scherm.locator("#opslagstatus")).to_contain_text("Alles opgeslagen")
    veld.fill("Leest thuis.")
    scherm.locator("[data-groep=docenten] summary").click()
    scherm.locator("[data-groep=docenten] button").first.click()
    expect(scherm.get_by_text("Deze tekst is met de hand aangepast.")).to_be_visible()
    expect(veld).to_have_value("Leest thuis.")
    scherm.get_by_role("button", name="Zin opnieuw maken").click()
    expect(scherm.get_by_text("Deze tekst is met de hand aangepast.")).to_be_hidden()
    expect(veld).to_have_value(re.compile("^Doel: leest elke dag. Om dit doel te bereiken"))


def test_a_goal_and_the_pupils_words_typed_after_the_visit_has_ended_come_back(
    ingericht: Omgeving, start: Start, fouten: Fouten
) -> None:
    fouten.verwacht("status of 401")
    regel = regel_van(ingericht)
    scherm = open_regel(start("m.dejong", 1), ingericht, regel)
    ingericht.sql("DELETE FROM sessie")
    doel(scherm).fill("leest elke dag")
    expect(scherm.get_by_text("Je tekst is bewaard.")).to_be_visible()
    scherm.get_by_text("Wat zegt de leerling?").click()
    with scherm.page.expect_response(lambda antwoord: "Breuken" in (antwoord.request.post_data or "")):
        scherm.get_by_label("Dit wil ik leren").fill("Breuken")
    opnieuw = open_regel(start("m.dejong", 1, pagina=scherm.page), ingericht, regel)
    expect(opnieuw.get_by_text("Je tekst van het vorige bezoek staat er weer.")).to_be_visible()
    expect(doel(opnieuw)).to_have_value("leest elke dag")
    expect(zin(opnieuw)).to_have_value("Doel: leest elke dag.")
    expect(opnieuw.get_by_label("Dit wil ik leren")).to_have_value("Breuken")
    open_regel(opnieuw, ingericht, regel)
    expect(doel(opnieuw)).to_have_value("leest elke dag")
    expect(opnieuw.get_by_label("Dit wil ik leren")).to_have_value("Breuken")
    assert ingericht.sql("SELECT * FROM paginaklad") == ingericht.sql("SELECT * FROM klad") == []


def test_the_pupil_writes_on_a_phone_what_the_teacher_then_reads(ingericht: Omgeving, start: Start) -> None:
    (nummer,) = ingericht.sql("SELECT nummer FROM persoon WHERE achternaam = 'de Vries'")[0]
    regel = regel_van(ingericht)
    scherm = open_regel(start("m.dejong", 1), ingericht, regel)
    scherm.get_by_text("Wat zegt de leerling?").click()
    scherm.get_by_role("button", name="Leerling uitnodigen").click()
    expect(scherm.get_by_text("De leerling kan nu zelf schrijven.")).to_be_visible()
    leerling = start(str(nummer), 1, viewport=TELEFOON)
    leerling.get_by_role("link", name="Schrijf het op").click()
    leerling.get_by_label("Dit wil ik leren").fill("Breuken")
    assert bezwaren(leerling) == []
    leerling.get_by_role("button", name="Bewaren").click()
    expect(leerling.get_by_text("Bewaard. Je docent kan het nu lezen.")).to_be_visible()
    open_regel(scherm, ingericht, regel)
    expect(scherm.get_by_label("Dit wil ik leren")).to_have_value("Breuken")


def test_a_subject_teacher_names_needs_on_a_phone(ingericht: Omgeving, start: Start) -> None:
    regel = regel_van(ingericht, groep=2)
    scherm = open_regel(start("b.bakker", 2, viewport=TELEFOON), ingericht, regel, groep=2)
    doel(scherm).fill("rekent met breuken")
    scherm.locator("[data-groep=instructie] summary").click()
    scherm.locator("[data-groep=instructie] button").first.click()
    expect(zin(scherm)).to_have_value(re.compile("^Doel: rekent met breuken. Om dit doel te bereiken"))
    wacht_op_bewaard(scherm)
    assert bezwaren(scherm, lambda: scherm.locator("[data-zoekveld]").fill("kort")) == []


def test_a_subject_teacher_names_needs_without_a_mouse_and_the_mentor_reads_them(
    ingericht: Omgeving, start: Start
) -> None:
    regel = regel_van(ingericht, groep=2)
    signaleer(ingericht, regel, regel_van(ingericht, groep=2, naam="Ravi Bissessur"))
    scherm = overzicht(start("b.bakker", 2), ingericht.tool, 2)
    scherm.locator(f"#s{regel}").focus()
    teller = Teller(scherm)
    teller.toets("b")
    scherm.wait_for_url(f"**/begrijpwijzer/{regel}")
    expect(doel(klaar(scherm))).to_be_focused()
    teller.typ("rekent met breuken")
    # out of the text, where a single key is a letter
    teller.toets("Shift+Tab", "/")
    teller.typ(ZIN)
    teller.toets("Enter", "Enter")
    expect(zin(scherm)).to_have_value(re.compile(f"^Doel: rekent met breuken.*{ZIN}"))
    teller.toets("Control+Enter")
    scherm.wait_for_url(lambda url: not url.endswith(f"/{regel}"))
    expect(doel(klaar(scherm))).to_be_focused()
    assert teller.aantal <= 8, teller.gedaan
    mentor = open_regel(start("m.dejong", 1), ingericht, regel_van(ingericht))
    expect(mentor.get_by_role("heading", name="Behoeften bij wiskunde")).to_be_visible()
    expect(mentor.locator(".bekend")).to_contain_text(ZIN)
