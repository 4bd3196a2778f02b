"""The class list comes from the learning platform: small, large, late, changed, or not at all."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import overzicht, rij

pytestmark = pytest.mark.browser


def test_a_class_of_three_is_a_whole_class(demo: Omgeving, start: Start) -> None:
    for nummer in range(150304, 150329):
        demo.api("DELETE", f"/api/cursus/3/leden/{nummer}")
    scherm = start("b.bakker", 2)
    scherm.get_by_role("button", name="Groepsoverzicht openen").click()
    expect(scherm.locator("tbody tr")).to_have_count(3)


def test_two_thousand_members_come_in_with_their_number_in_sight(demo: Omgeving, start: Start) -> None:
    demo.api("POST", "/api/cursus/3/vullen", {"count": 2000})
    scherm = start("b.bakker", 2)
    expect(scherm.locator("[data-rooster-tekst]")).to_contain_text(re.compile(r"\d+ namen"))
    scherm.get_by_role("button", name="Groepsoverzicht openen").click()
    # all but the teacher
    expect(scherm.locator("tbody tr")).to_have_count(1999, timeout=60_000)


def test_a_platform_that_is_down_at_the_first_launch_is_told_and_tried_again(
    demo: Omgeving, start: Start
) -> None:
    demo.api("PUT", "/api/storing/nrps", {"status": 503})
    scherm = start("b.bakker", 2)
    scherm.get_by_role("button", name="Groepsoverzicht openen").click()
    melding = scherm.get_by_role("alert").filter(has_text="De klassenlijst kon niet worden opgehaald")
    expect(melding.first).to_be_visible()
    demo.api("DELETE", "/api/storing/nrps")
    scherm.get_by_role("button", name="Opnieuw proberen").first.click()
    expect(scherm.locator("tbody tr")).to_have_count(28)


def test_a_platform_that_is_down_later_leaves_the_last_list_in_use_with_its_time(
    ingericht: Omgeving, start: Start
) -> None:
    ingericht.api("PUT", "/api/storing/nrps", {"status": 503})
    scherm = start("m.dejong", 1)
    overzicht(scherm, ingericht.tool)
    scherm.locator("[data-rooster-knop]").click()
    expect(scherm.get_by_role("alert").filter(has_text="kon niet worden opgehaald").first).to_be_visible()
    expect(scherm.locator("tbody tr")).to_have_count(28)
    overzicht(scherm, ingericht.tool)
    expect(scherm.get_by_text("Je werkt met de lijst van")).to_be_visible()
    expect(scherm.locator("tbody tr")).to_have_count(28)


def test_who_left_is_shown_as_left_and_who_came_is_there(ingericht: Omgeving, start: Start) -> None:
    ingericht.api("DELETE", "/api/cursus/2/leden/150309")
    ingericht.api("PUT", "/api/cursus/2/leden/150399", {"given_name": "Noor", "family_name": "de Wilde"})
    scherm = start("m.dejong", 1)
    overzicht(scherm, ingericht.tool)
    scherm.locator("[data-rooster-knop]").click()
    scherm.get_by_role("button", name="Nieuwe lijst tonen").click()
    expect(rij(scherm, "Sem de Vries")).to_contain_text("uit de groep")
    expect(rij(scherm, "Noor de Wilde")).to_be_visible()
    expect(scherm.locator("tbody tr")).to_have_count(29)


def test_an_old_list_is_refreshed_in_the_background_of_a_launch(ingericht: Omgeving, start: Start) -> None:
    ingericht.sql("UPDATE cursus SET rooster_op = '2026-01-01 08:00:00.000000'")
    ingericht.api("DELETE", "/api/cursus/2/leden/150309")
    scherm = start("m.dejong", 1)
    expect(scherm.get_by_text("De klassenlijst is veranderd.")).to_be_visible()
    overzicht(scherm, ingericht.tool)
    expect(rij(scherm, "Sem de Vries")).to_contain_text("uit de groep")


def test_a_colleague_among_the_pupils_is_taken_out_and_put_back(ingericht: Omgeving, start: Start) -> None:
    scherm = start("m.dejong", 1)
    scherm.goto(f"{ingericht.tool}/groep/1/leerlingen")
    regel = scherm.get_by_role("listitem").filter(has_text="Lars Peeters")
    regel.get_by_role("button", name="Geen leerling").click()
    expect(regel.get_by_role("button", name="Toch leerling")).to_be_visible()
    overzicht(scherm, ingericht.tool)
    expect(scherm.locator("tbody tr")).to_have_count(27)
    scherm.goto(f"{ingericht.tool}/groep/1/leerlingen")
    regel.get_by_role("button", name="Toch leerling").click()
    expect(regel.get_by_role("button", name="Geen leerling")).to_be_visible()
    overzicht(scherm, ingericht.tool)
    expect(scherm.locator("tbody tr")).to_have_count(28)
