"""The board of subgroups: who may not, what is closed, of elsewhere or of another shape."""

from typing import Any

import pytest

from lti_tool.models import Rol
from tests.factories.bouwer import Bouwer
from tests.factories.plan import subgroep
from tests.web.clusteren import Als, Klas, maak, met_behoeften

# the verbs are tested on both databases in tests/unit/services
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    return maak(bouwer, als)


def test_a_mentor_class_has_no_model_or_need_of_instruction(klas: Klas) -> None:
    klas.doe("PUT", "/differentiatie", 422, keuze="divergent", versie=0)
    klas.doe("PUT", f"/instructie/{klas.werk.regel(0)}", 422, wat="gevoelig", was="")


def test_a_colleague_reads_who_is_where_but_not_who_is_kept_apart(
    klas: Klas, bouwer: Bouwer, als: Als
) -> None:
    met_behoeften(klas)
    subgroep(klas.werk, "Durven", 0, 1)
    een, ander = (leerling.id for leerling in klas.werk.leerlingen[:2])
    klas.doe("PUT", "/uiteen", een=een, ander=ander, uiteen=True)
    collega = als(bouwer.docent("Bert", "Bakker"), klas.werk.groep.cursus, Rol.DOCENT)
    bord = collega.get(klas.basis).text
    assert "Durven" in bord
    assert "Steekt zelf een vinger op" in bord
    for geheim in ("uit elkaar", "Voorstel", "Overnemen", "data-verplaats"):
        assert geheim not in bord
    pad = f"{klas.basis}/plaats/{klas.werk.regel(0)}/pedagogisch"
    assert collega.json("PUT", pad, {"naar": "", "versie": 1}).status_code == 403


def test_a_closed_cycle_is_read_only_and_the_next_shows_who_were_together(klas: Klas) -> None:
    met_behoeften(klas)
    subgroep(klas.werk, "Durven", 0, 1)
    regel_id = klas.werk.regel(0)
    klas.werk.volgende_cyclus()
    oud = klas.browser.get(f"{klas.basis}?cyclus=1").text
    assert "Deze cyclus is afgesloten" in oud
    assert "data-verplaats" not in oud
    fout = klas.doe("PUT", f"/plaats/{regel_id}/pedagogisch", 409, naar="alleen", versie=1)
    assert fout["code"] == "gesloten"
    nieuw = klas.bord()
    assert "Subgroepen van eerdere cycli" in nieuw
    assert "Leerling01 Achternaam01, Leerling02 Achternaam02" in nieuw


@pytest.mark.parametrize(
    ("methode", "pad", "inhoud"),
    [
        ("PUT", "/plaats/{regel}/pedagogisch", {"naar": 1.5, "versie": 0}),
        ("PUT", "/plaats/{regel}/pedagogisch", {"naar": True, "versie": 0}),
        ("PUT", "/plaats/{regel}/pedagogisch", {"naar": "ergens", "versie": 0}),
        ("PUT", "/plaats/{regel}/pedagogisch", {"naar": ""}),
        ("POST", "/voorstel/pedagogisch", {"leerlingen": ["1"], "bij": None}),
        ("POST", "/voorstel/pedagogisch", {"leerlingen": [1], "bij": "nieuw"}),
        ("PUT", "/uiteen", {"een": 1, "ander": 2, "uiteen": "ja"}),
        ("POST", "/subgroep", {"domein": "pedagogisch", "naam": 3, "soort": "extra"}),
        ("PUT", "/subgroep/1", {"naam": "A", "soort": "extra", "versie": "1"}),
        ("PUT", "/subgroep/1/plek", {"plek": [], "versie": 1}),
        ("DELETE", "/subgroep/1", {}),
        ("POST", "/herstel/1", []),
        ("PUT", "/differentiatie", {"keuze": None, "versie": 0}),
        ("PUT", "/instructie/{regel}", {"wat": 1, "was": ""}),
        ("POST", "/punt", {"domein": "pedagogisch", "tekst": None}),
        ("PUT", "/punt/1", {"tekst": "A", "versie": True}),
        ("DELETE", "/punt/1", {"versie": None}),
        ("POST", "/puntvoorstel", {"herkomst": "x", "overnemen": 1}),
    ],
)
def test_a_bad_body_is_refused(klas: Klas, methode: str, pad: str, inhoud: Any) -> None:
    url = klas.basis + pad.format(regel=klas.werk.regel(0))
    assert klas.browser.json(methode, url, inhoud).status_code == 400


def test_what_is_of_elsewhere_is_not_found(klas: Klas, bouwer: Bouwer, als: Als) -> None:
    ander = maak(bouwer, als, 2)
    verre = subgroep(ander.werk, "Ver weg", 0)
    ander.doe("POST", "/punt", domein="pedagogisch", tekst="Ver")
    regel = klas.werk.regel(0)
    klas.doe("PUT", f"/plaats/{regel}/pedagogisch", 404, naar=verre.id, versie=0)
    klas.doe("PUT", f"/plaats/{regel}/onbekend", 404, naar="alleen", versie=0)
    klas.doe("PUT", f"/plaats/{ander.werk.regel(0)}/pedagogisch", 404, naar="alleen", versie=0)
    klas.doe("POST", "/voorstel/pedagogisch", 404, leerlingen=[ander.werk.regel(1)], bij=None)
    klas.doe("POST", "/voorstel/pedagogisch", 404, leerlingen=[], bij=None)
    klas.doe("POST", "/voorstel/pedagogisch", 404, leerlingen=[regel], bij=verre.id)
    klas.doe("DELETE", f"/subgroep/{verre.id}", 404, versie=1)
    klas.doe("POST", "/herstel/1", 404)
    klas.doe("DELETE", "/punt/1", 404, versie=1)
    klas.doe("PUT", f"/instructie/{ander.werk.regel(0)}", 404, wat="gevoelig", was="")
