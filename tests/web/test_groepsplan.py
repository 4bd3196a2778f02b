"""The groepsplan over HTTP: opened, typed in, filled up, fixed, and heard of by others."""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from lti_tool.models import Planregel, Subgroep
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.plan import FEEDBACK, INSTRUCTIE, benoem, plaats, subgroep
from tests.web.groepsplan import Als, Werk, maak, maak_leeg
from tests.web.test_groepsoverzicht import tel_vragen

# what is asked is the same on both databases; the services are tested on both
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

VREEMD = '<script>alert("x")</script> & {{ 7*7 }}'


@pytest.fixture
def leeg(bouwer: Bouwer, als: Als) -> Werk:
    return maak_leeg(bouwer, als)


@pytest.fixture
def werk(bouwer: Bouwer, als: Als) -> Werk:
    return maak(bouwer, als)


def test_before_there_is_a_plan_the_page_says_what_it_would_be_filled_with(leeg: Werk) -> None:
    tekst = leeg.browser.get(leeg.url).text
    assert "Nog geen groepsplan" in tekst
    assert "Lezers" in tekst
    assert "Plan maken vanuit de behoeften" in tekst


def test_the_sheet_has_the_goals_with_a_link_to_the_need_and_says_what_is_missing(werk: Werk) -> None:
    tekst = werk.browser.get(werk.url).text
    assert "leest elke dag" in tekst
    assert f"/begrijpwijzer/{werk.gevuld.regel(0)}" in tekst
    assert "Lezers: nog geen organisatie" in tekst
    assert "1 doel heeft nog geen datum" in tekst
    assert "van één A4" in tekst


def test_a_plan_is_opened_in_a_known_form_only(leeg: Werk) -> None:
    antwoord = leeg.browser.post(f"{leeg.url}/openen", {"vorm": "anders", "differentiatie": "convergent"})
    assert antwoord.status_code == 422
    assert leeg.gevuld.session.scalars(select(Planregel)).all() == []


def test_a_text_is_saved_and_a_second_writer_sees_the_first(werk: Werk) -> None:
    eerste = werk.typ("korter", 1)
    assert (eerste.json["waarde"], eerste.json["versie"]) == ("korter", 2)
    tweede = werk.typ("anders", 1)
    assert tweede.status_code == 409
    assert (tweede.json["waarde"], tweede.json["versie"], tweede.json["door"]) == (
        "korter",
        2,
        werk.gevuld.eigenaar.naam,
    )


def test_a_goal_is_added_changed_taken_out_and_brought_back(werk: Werk) -> None:
    nieuw = werk.json("POST", f"/rij/{werk.rij()}/doel", {"tekst": "spreekt", "maat": "", "wanneer": "20-11"})
    assert nieuw.json["wanneer"] == "20 nov 2026"
    pad = f"/doel/{nieuw.json['id']}"
    gewijzigd = werk.json("PUT", pad, {"tekst": "spreekt rustig", "maat": "x", "wanneer": "", "versie": 1})
    assert gewijzigd.json["versie"] == 2
    assert any("voor wanneer" in zin for zin in gewijzigd.json["smart"])
    assert werk.json("PUT", f"{pad}/plek", {"richting": -1}).status_code == 200
    assert [doel.tekst for doel in werk.beeld().rijen[1].doelen] == ["spreekt rustig", "leest elke dag"]
    assert werk.json("DELETE", pad).json == {"resultaten": 0}
    assert len(werk.beeld().rijen[1].doelen) == 1
    assert werk.json("PUT", f"{pad}/terug").status_code == 200
    assert len(werk.beeld().rijen[1].doelen) == 2


def test_a_day_that_cannot_be_read_is_said_so(werk: Werk) -> None:
    for wanneer in ("morgen ooit", "32-13-2026"):
        antwoord = werk.json(
            "POST", f"/rij/{werk.rij()}/doel", {"tekst": "spreekt", "maat": "", "wanneer": wanneer}
        )
        assert (antwoord.status_code, antwoord.json["fout"]) == (422, "Deze datum is niet te lezen.")


def test_rows_come_go_and_come_back(werk: Werk) -> None:
    rij = werk.rij()
    assert werk.json("DELETE", f"/rij/{rij}").json == {"resultaten": 0}
    assert len(werk.beeld().rijen) == 1
    assert "Subgroep <b>Lezers</b> staat nog niet in het plan" in werk.browser.get(werk.url).text
    assert werk.json("PUT", f"/rij/{rij}/terug").status_code == 200
    leerling = {"soort": "leerling", "id": werk.gevuld.regel(2), "domein": "sp"}
    assert werk.json("POST", "/rij", leerling).status_code == 200
    assert werk.json("POST", "/rij", {"soort": "basis", "id": 0, "domein": "sp"}).status_code == 200
    assert werk.json("PUT", f"/rij/{rij}/plek", {"richting": -1}).status_code == 200
    namen = [rij.naam for rij in werk.beeld().rijen]
    assert namen == ["Lezers", "Hele groep", "Leerling03 Achternaam03", "Hele groep"]


def test_what_is_new_is_offered_taken_over_or_left(werk: Werk) -> None:
    benoem(werk.gevuld, 1, Doelinvoer("spreekt voor de klas"), FEEDBACK)
    lezers = werk.gevuld.session.scalars(select(Subgroep)).one()
    plaats(werk.gevuld, lezers, 1)
    assert "Nieuw bij deze leerlingen" in werk.browser.get(werk.url).text
    pad = f"/rij/{werk.rij()}/aanvulling"
    merken = werk.json("DELETE", pad).json["merken"]
    assert "Nieuw bij deze leerlingen" not in werk.browser.get(werk.url).text
    assert werk.json("PUT", f"{pad}/terug", {"merken": merken}).status_code == 200
    assert werk.json("PUT", pad).status_code == 200
    rij = werk.beeld().rijen[1]
    assert [doel.tekst for doel in rij.doelen] == ["leest elke dag", "spreekt voor de klas"]
    assert rij.velden["aanpak"].waarde == f"{INSTRUCTIE.tekst}\n{FEEDBACK.tekst}"


def test_the_head_is_saved_over_its_version(werk: Werk) -> None:
    kop = {
        "vorm": "groepshandelingsplan",
        "differentiatie": "convergent",
        "papier": "A3",
        "evaluatie_op": "2026-11-16",
        "halverwege": "",
        "versie": werk.beeld().plan.versie,
    }
    assert werk.json("PUT", "/kop", kop).status_code == 200
    assert werk.json("PUT", "/kop", kop | {"papier": "A4"}).status_code == 409
    assert "van één A3" in werk.browser.get(werk.url).text
    assert werk.json("PUT", "/kop", kop | {"evaluatie_op": "ooit"}).status_code == 422


def test_a_fixed_plan_marks_what_changes_and_keeps_its_first_version(werk: Werk) -> None:
    assert werk.json("PUT", "/vastgesteld").json == {"nummer": 1}
    assert werk.json("PUT", "/vastgesteld").status_code == 409
    werk.typ("heel anders nu", 1)
    tekst = werk.browser.get(werk.url).text
    assert f"door {werk.gevuld.eigenaar.naam}" in tekst
    assert "vastgesteld</span> op" in tekst
    versie = werk.browser.get(f"{werk.url}/versie/1").text
    assert "stap voor stap aanleert</del>" in versie.replace("\n", "")
    assert '<ins class="verschil">heel anders nu</ins>' in versie
    assert werk.json("DELETE", "/vastgesteld").json == {"ongedaan": False}
    assert werk.browser.get(f"{werk.url}/versie/2").status_code == 404


def test_the_page_hears_what_others_wrote_and_only_when_there_is_something(werk: Werk) -> None:
    nieuws = werk.json("GET", "/live?stempel=oud").json
    veld = f"v{werk.rij()}-aanpak"
    assert nieuws["velden"][veld]["waarde"] == INSTRUCTIE.tekst
    stil = werk.json("GET", f"/live?stempel={nieuws['stempel']}").json
    assert set(stil) == {"stempel", "aanwezig"}
    werk.typ("anders", 1)
    vers = werk.json("GET", f"/live?stempel={nieuws['stempel']}").json
    assert (vers["velden"][veld]["waarde"], vers["vorm"]) == ("anders", nieuws["vorm"])
    werk.json("DELETE", f"/doel/{werk.doel()}")
    assert werk.json("GET", "/live").json["vorm"] != nieuws["vorm"]


def test_no_browser_fills_a_field_with_what_was_typed_before_a_reload(werk: Werk) -> None:
    velden = re.findall(
        r"<(?:textarea|input)[^>]*data-(?:veld|doelveld|nieuw-doel)[^>]*>", werk.browser.get(werk.url).text
    )
    assert len(velden) > 5
    assert [veld for veld in velden if 'autocomplete="off"' not in veld] == []


def test_a_fragment_holds_only_the_sheet(werk: Werk) -> None:
    antwoord = werk.browser.client.get(werk.url, headers={"X-Fragment": "1"})
    assert "leest elke dag" in antwoord.text
    assert "<html" not in antwoord.text


def test_more_rows_pupils_and_goals_take_no_more_questions(werk: Werk, app: Flask) -> None:
    gevuld = werk.gevuld

    def vragen() -> int:
        gevuld.session.commit()
        with tel_vragen(app) as gevraagd:
            assert werk.browser.client.get(werk.url).status_code == 200
        return len(gevraagd)

    # something new in every list, so that nothing is skipped for being empty
    benoem(gevuld, 1, Doelinvoer("spreekt"), FEEDBACK)
    subgroep(gevuld, "Nieuw 0", 1)
    vragen()  # the first page of a visit notes that somebody came
    eerst = vragen()
    for nummer, domein in enumerate(("tl", "bl", "sp", "rk")):
        benoem(gevuld, nummer, Doelinvoer(f"doel {nummer}"), FEEDBACK, domein=domein)
        subgroep(gevuld, f"Groep {domein}", nummer, domein=domein)
        leerling = {"soort": "leerling", "id": gevuld.regel(nummer), "domein": domein}
        assert werk.json("POST", "/rij", leerling).status_code == 200
    assert (vragen(), eerst <= 40) == (eerst, True)
