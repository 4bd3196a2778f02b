"""The school's help sentences: offered, approved, never with a name; added, changed, hidden."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from lti_tool.models import Rol, Schoolzin, Soort, Zinvoorstel
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker
from tests.web.test_begrijpwijzer import ZIN, Klas, maak_klas

Als = Callable[..., Bezoeker]
EIGEN = "docenten die elke les even langslopen"


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    gemaakt = maak_klas(bouwer, als)
    bouwer.lid(gemaakt.groep.cursus, bouwer.persoon("Noortje", "de Boer"))
    return gemaakt


@pytest.fixture
def zorgteam(bouwer: Bouwer, als: Als) -> tuple[Bezoeker, str]:
    """The care team in its course, and the address of the school's sentences there."""
    cursus = bouwer.cursus("Zorgteam", "ZT", bestemming="zorgteam")
    return als(bouwer.docent("Zoë", "Zorg"), cursus, Rol.DOCENT), f"/cursus/{cursus.id}/hulpzinnen"


def stel_voor(klas: Klas, tekst: str = EIGEN, **anders: Any) -> Any:
    gegevens = {"categorie": "docenten", "domein": "pedagogisch", "tekst": tekst} | anders
    return klas.browser.json("POST", f"/groep/{klas.groep.id}/hulpzinnen/voorstel", gegevens)


def test_an_approved_sentence_is_offered_in_its_domain_only(klas: Klas, bouwer: Bouwer, als: Als) -> None:
    assert stel_voor(klas).json == {"voorgesteld": True}
    assert EIGEN not in klas.pagina()
    ander = maak_klas(bouwer, als)
    bouwer.session.refresh(ander.mentor)
    url = f"/groep/{ander.groep.id}/hulpzinnen"
    assert EIGEN in ander.browser.get(url).text
    voorstel = bouwer.session.scalars(select(Zinvoorstel.id)).one()
    ander.browser.post(f"{url}/{voorstel}", {"besluit": "ja", "tekst": f"{EIGEN} en helpen."})
    assert f"{EIGEN} en helpen" in klas.pagina()
    assert EIGEN not in klas.pagina(vraag="?domein=sp")


def test_somebody_elses_eyes_approve(klas: Klas, bouwer: Bouwer) -> None:
    stel_voor(klas)
    voorstel = bouwer.session.scalars(select(Zinvoorstel.id)).one()
    url = f"/groep/{klas.groep.id}/hulpzinnen"
    klas.browser.post(f"{url}/{voorstel}", {"besluit": "ja", "tekst": EIGEN})
    assert "Laat een collega je eigen zin goedkeuren." in klas.browser.get(url).text
    klas.browser.post(f"{url}/{voorstel}", {"besluit": "nee", "tekst": ""})
    assert bouwer.session.scalars(select(Schoolzin)).all() == []
    assert klas.browser.post(f"{url}/{voorstel}", {"besluit": "ja", "tekst": EIGEN}).status_code == 404


@pytest.mark.parametrize(
    ("tekst", "waarom"),
    [
        ("docenten die Noortje helpen", "Haal “Noortje” weg"),
        ("", "Schrijf eerst een zin op"),
        ("x" * 301, "301 tekens"),
        (ZIN["tekst"], None),
    ],
)
def test_a_sentence_with_a_name_or_without_use_is_refused(klas: Klas, tekst: str, waarom: str | None) -> None:
    bestaand = re.search(r'data-zin="docenten-[^>]*>([^<]+)<', klas.pagina())
    assert bestaand
    antwoord = stel_voor(klas, bestaand[1] if waarom is None else tekst)
    assert antwoord.status_code == 422
    assert (waarom or "staat al in de lijst") in antwoord.json["fout"]


def test_an_unknown_category_or_shape_is_refused(klas: Klas) -> None:
    assert stel_voor(klas, categorie="koffie").status_code == 422
    assert stel_voor(klas, domein="koffie").status_code == 422
    assert stel_voor(klas, domein=None).status_code == 400


def test_the_school_adds_changes_hides_and_brings_back(klas: Klas, zorgteam: tuple[Bezoeker, str]) -> None:
    team, url = zorgteam
    team.post(url, {"tekst": EIGEN, "categorie": "docenten", "domein": ""})
    assert EIGEN in klas.pagina(vraag="?domein=sp")
    sleutel = "instructie-kort"
    team.post(f"{url}/zin", {"sleutel": sleutel, "tekst": "een instructie die kort is", "doe": "bewaren"})
    assert ">een instructie die kort is<" in klas.pagina()
    team.post(f"{url}/zin", {"sleutel": sleutel, "tekst": "een instructie die kort is", "doe": "verbergen"})
    assert f'data-zin="{sleutel}"' not in klas.pagina()
    team.post(f"{url}/zin", {"sleutel": sleutel, "tekst": "een instructie die kort is", "doe": "bewaren"})
    assert f'data-zin="{sleutel}"' in klas.pagina()


def test_a_hidden_sentence_stays_known_where_it_was_chosen(
    klas: Klas, zorgteam: tuple[Bezoeker, str]
) -> None:
    klas.bewaar()
    team, url = zorgteam
    team.post(f"{url}/zin", {"sleutel": ZIN["sleutel"], "tekst": "", "doe": "verbergen"})
    assert ZIN["sleutel"] in klas.pagina()


def test_the_list_is_searched_and_says_when_nothing_is_found(zorgteam: tuple[Bezoeker, str]) -> None:
    team, url = zorgteam
    assert 'value="instructie-kort"' in team.get(f"{url}?zoek=kort+duid").text
    assert "Geen zin gevonden" in team.get(f"{url}?zoek=xyzzy").text


def test_bad_forms_change_nothing(zorgteam: tuple[Bezoeker, str], bouwer: Bouwer) -> None:
    team, url = zorgteam
    for velden in (
        {},
        {"tekst": " ", "categorie": "docenten", "domein": ""},
        {"tekst": "a", "categorie": "x"},
    ):
        assert team.post(url, velden).status_code == 422
    assert team.post(f"{url}/zin", {"sleutel": "instructie-kort", "doe": "koffie"}).status_code == 400
    assert team.post(f"{url}/zin", {"sleutel": "weet-ik-niet", "doe": "bewaren"}).status_code == 404
    assert team.post(f"{url}/1", {"besluit": "misschien"}).status_code == 400
    assert bouwer.session.scalars(select(Schoolzin)).all() == []


def test_what_is_written_often_is_pointed_out_without_names(
    klas: Klas, zorgteam: tuple[Bezoeker, str]
) -> None:
    for regel in range(3):
        zinnen = [ZIN | {"sleutel": "", "tekst": tekst} for tekst in (EIGEN, "docenten die Noortje zien")]
        klas.bewaar(regel=regel, zinnen=zinnen)
    team, url = zorgteam
    tekst = team.get(url).text
    assert f"{EIGEN} <span" in tekst
    assert "Noortje" not in tekst


def test_another_schools_sentences_are_not_seen(
    klas: Klas, zorgteam: tuple[Bezoeker, str], bouwer: Bouwer, als: Als
) -> None:
    team, url = zorgteam
    team.post(url, {"tekst": EIGEN, "categorie": "docenten", "domein": ""})
    elders = bouwer.nieuw_platform("De Overkant", "https://elo.overkant.example")
    docent = bouwer.docent("Vera", "Ver", platform=elders)
    cursus = bouwer.cursus("Wiskunde 1A", "wi1A", platform=elders)
    bouwer.lid(cursus, bouwer.persoon("Ver", "Weg", platform=elders))
    groep = bouwer.groep(cursus, docent, Soort.VAKSPECIFIEK, "wiskunde")
    bouwer.cyclus(groep)
    pagina = als(docent, cursus, Rol.DOCENT).get(f"/groep/{groep.id}/begrijpwijzer", follow_redirects=True)
    assert "Wat weten we?" in pagina.text
    assert EIGEN not in pagina.text
    assert EIGEN in klas.pagina()
