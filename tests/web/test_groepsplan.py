"""The groepsplan over HTTP: opened, typed in, fixed; bad input, conflicts, who may not and closed plans."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from lti_tool.models import Cyclus, Plandoel, Planregel, Planveld, Rol, Subgroep, nu
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.groepsplan.planbeeld import Planbeeld
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import FEEDBACK, INSTRUCTIE, benoem, plaats, subgroep
from tests.web.pagina import Bezoeker
from tests.web.test_groepsoverzicht import tel_vragen

Als = Callable[..., Bezoeker]
# what is asked is the same on both databases; the services are tested on both
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

VREEMD = '<script>alert("x")</script> & {{ 7*7 }}'


@dataclass
class Werk:
    """A mentor class with one subgroup, its owner's browser, and short verbs."""

    gevuld: Gevuld
    browser: Bezoeker

    @property
    def url(self) -> str:
        return f"/groep/{self.gevuld.groep.id}/plan"

    def beeld(self) -> Planbeeld:
        self.gevuld.session.rollback()
        beeld = planlezen.lees(self.gevuld.session, self.gevuld.cyclus)
        assert beeld is not None
        return beeld

    def rij(self) -> int:
        return self.beeld().rijen[1].id

    def doel(self) -> int:
        return self.beeld().rijen[1].doelen[0].id

    def json(self, methode: str, pad: str, gegevens: Any = None) -> Any:
        return self.browser.json(methode, f"{self.url}{pad}", gegevens)

    def typ(self, tekst: str, versie: int, veld: str = "aanpak") -> Any:
        return self.json("PUT", f"/rij/{self.rij()}/veld/{veld}", {"waarde": tekst, "versie": versie})


@pytest.fixture
def leeg(bouwer: Bouwer, als: Als) -> Werk:
    gevuld = Gevuld(bouwer, 4)
    benoem(gevuld, 0, Doelinvoer("leest elke dag", "op de lijst"), INSTRUCTIE)
    subgroep(gevuld, "Lezers", 0)
    return Werk(gevuld, als(gevuld.eigenaar, gevuld.groep.cursus, Rol.DOCENT))


@pytest.fixture
def werk(leeg: Werk) -> Werk:
    antwoord = leeg.browser.post(f"{leeg.url}/openen", {"vorm": "groepsplan", "differentiatie": "convergent"})
    assert antwoord.location == f"{leeg.url}#vul"
    return leeg


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


def test_a_colleague_reads_the_plan_and_changes_nothing(werk: Werk, bouwer: Bouwer, als: Als) -> None:
    collega = bouwer.docent("Cor", "Collega")
    bouwer.lid(werk.gevuld.groep.cursus, collega, Rol.DOCENT)
    browser = als(collega, werk.gevuld.groep.cursus, Rol.DOCENT)
    tekst = browser.get(werk.url).text
    assert "Je kunt het plan lezen" in tekst
    assert "readonly" in tekst
    assert "data-vaststellen" not in tekst
    antwoord = browser.json("PUT", f"{werk.url}/rij/{werk.rij()}/veld/aanpak", {"waarde": "x", "versie": 1})
    assert antwoord.status_code == 403


def test_a_closed_cycle_is_read_only_by_its_number(werk: Werk) -> None:
    rij = werk.rij()
    cyclus = werk.gevuld.session.get(Cyclus, werk.gevuld.cyclus.id)
    assert cyclus is not None
    cyclus.gesloten_op = nu()
    werk.gevuld.session.commit()
    tekst = werk.browser.get(f"{werk.url}?cyclus=1").text
    assert "leest elke dag" in tekst
    assert "Deze cyclus is afgesloten" in tekst
    assert "data-nieuw-doel" not in tekst
    for methode, pad, gegevens in (
        ("PUT", f"/rij/{rij}/veld/aanpak", {"waarde": "x", "versie": 1}),
        ("DELETE", f"/rij/{rij}", None),
        ("PUT", "/vastgesteld", None),
        ("POST", "/rij", {"soort": "basis", "id": 0, "domein": "sp"}),
    ):
        antwoord = werk.json(methode, pad, gegevens)
        assert (antwoord.status_code, antwoord.json["code"]) == (409, "gesloten"), pad


@pytest.mark.parametrize(
    ("methode", "pad", "gegevens"),
    [
        ("PUT", "/kop", {"vorm": "groepsplan"}),
        ("PUT", "/rij/{rij}/veld/aanpak", {"waarde": 3, "versie": 1}),
        ("PUT", "/rij/{rij}/veld/aanpak", {"waarde": "x", "versie": True}),
        ("PUT", "/rij/{rij}/veld/aanpak", ["x"]),
        ("POST", "/rij/{rij}/doel", {"tekst": None, "maat": "", "wanneer": ""}),
        ("PUT", "/doel/{doel}", {"tekst": "x", "maat": "", "wanneer": ""}),
        ("PUT", "/doel/{doel}/plek", {"richting": "1"}),
        ("POST", "/rij", {"soort": "subgroep", "id": "1", "domein": ""}),
        ("PUT", "/rij/{rij}/aanvulling/terug", {"merken": [1]}),
    ],
)
def test_a_body_of_another_shape_is_refused(werk: Werk, methode: str, pad: str, gegevens: Any) -> None:
    antwoord = werk.json(methode, pad.format(rij=werk.rij(), doel=werk.doel()), gegevens)
    assert antwoord.status_code == 400


def test_unknown_rows_goals_columns_and_kinds_are_told(werk: Werk) -> None:
    veld = {"waarde": "x", "versie": 0}
    assert werk.json("PUT", "/rij/9999/veld/aanpak", veld).status_code == 404
    assert werk.json("PUT", f"/rij/{werk.rij()}/veld/leerlingen", veld).status_code == 404
    assert werk.json("DELETE", "/doel/9999").status_code == 404
    assert werk.json("POST", "/rij", {"soort": "x", "id": 1, "domein": "sp"}).status_code == 422
    assert werk.json("POST", "/rij", {"soort": "subgroep", "id": 999, "domein": ""}).status_code == 404
    assert werk.json("POST", "/rij", {"soort": "leerling", "id": 1, "domein": "vak"}).status_code == 404


def test_hostile_and_long_texts_come_back_as_they_were(werk: Werk) -> None:
    werk.typ(VREEMD, 1)
    tekst = werk.browser.get(werk.url).text
    assert VREEMD not in tekst
    assert "&lt;script&gt;" in tekst
    assert werk.typ("é" * 4000, 2).status_code == 200
    te_lang = werk.typ("é" * 4001, 3)
    assert (te_lang.status_code, "4001 tekens" in te_lang.json["fout"]) == (422, True)
    assert "bladen A4" in werk.browser.get(werk.url).text


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


def test_nothing_of_another_group_is_reached(werk: Werk, bouwer: Bouwer, als: Als) -> None:
    ander = Gevuld(bouwer, 2)
    browser = als(ander.eigenaar, ander.groep.cursus, Rol.DOCENT)
    basis = f"/groep/{ander.groep.id}/plan"
    browser.post(f"{basis}/openen", {"vorm": "groepsplan", "differentiatie": "convergent"})
    veld = {"waarde": "x", "versie": 1}
    for methode, pad, gegevens in (
        ("PUT", f"/rij/{werk.rij()}/veld/aanpak", veld),
        ("DELETE", f"/rij/{werk.rij()}", None),
        ("DELETE", f"/doel/{werk.doel()}", None),
        ("POST", "/rij", {"soort": "leerling", "id": werk.gevuld.regel(0), "domein": "sp"}),
    ):
        assert browser.json(methode, f"{basis}{pad}", gegevens).status_code == 404, pad
    assert len(werk.gevuld.session.scalars(select(Plandoel)).all()) == 1
    assert {veld.veld for veld in werk.gevuld.session.scalars(select(Planveld))} == {"aanpak", "evaluatie"}


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
