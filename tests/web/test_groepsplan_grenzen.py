"""The groepsplan: who may not, what is closed, of elsewhere or of another shape, hostile and long texts."""

from typing import Any

import pytest
from sqlalchemy import select

from lti_tool.models import Cyclus, Plandoel, Planveld, Rol, nu
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.groepsplan import Als, Werk, maak

# what is asked is the same on both databases; the services are tested on both
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

VREEMD = '<script>alert("x")</script> & {{ 7*7 }}'


@pytest.fixture
def werk(bouwer: Bouwer, als: Als) -> Werk:
    return maak(bouwer, als)


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
