"""The kijkwijzer: judged item by item, with what was counted beside it, kept per cycle."""

from collections.abc import Callable

import pytest

from lti_tool.models import Rol, Soort
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]


def pagina(klas: Gevuld) -> str:
    return f"/groep/{klas.groep.id}/kijkwijzer"


def item(klas: Gevuld, sleutel: str = "scores") -> str:
    return f"/groep/{klas.groep.id}/wijzer/kijkwijzer/{sleutel}"


def invulling(oordeel: str = "-", opmerking: str = "RK mist nog", versie: int = 0) -> dict[str, object]:
    return {"oordeel": oordeel, "opmerking": opmerking, "versie": versie}


def test_a_judgement_is_found_back(klas: Gevuld, eigenaar: Bezoeker) -> None:
    antwoord = eigenaar.json("PUT", item(klas), invulling())
    assert (antwoord.status_code, antwoord.json["versie"]) == (200, 1)
    tekst = eigenaar.get(pagina(klas)).text
    assert "RK mist nog" in tekst
    assert "<span data-beoordeeld>1</span>" in tekst
    assert tekst.count('aria-pressed="true"') == 1


def test_what_can_be_counted_stands_beside_the_item(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("gesprek_leerling", "wil meer tijd", "gaat goed")
    klas.vul("zelfbeeld", "goed")
    tekst = eigenaar.get(pagina(klas)).text
    assert "Bij 2 van de 3 leerlingen staat een gesprek met de leerling." in tekst
    assert "Bij 1 van de 3 leerlingen is dit gemeten." in tekst
    assert "Bij 0 van de 3 leerlingen staat op elke toets een score." in tekst
    assert "Bij 8 van de 8 metingen is een afspraak gemaakt." in tekst
    assert "Nog niemand gesignaleerd." in tekst


def test_a_subject_overview_counts_only_what_it_has(bouwer: Bouwer, als: Als) -> None:
    vak = Gevuld(bouwer, 2, Soort.VAKSPECIFIEK)
    tekst = als(vak.eigenaar, vak.groep.cursus, Rol.DOCENT).get(pagina(vak)).text
    assert "staat een gesprek met de leerling" in tekst
    assert "staat een gesprek met ouders" not in tekst


def test_the_second_writer_is_told_and_nothing_is_overwritten(klas: Gevuld, eigenaar: Bezoeker) -> None:
    eigenaar.json("PUT", item(klas), invulling())
    antwoord = eigenaar.json("PUT", item(klas), invulling("+", "compleet"))
    assert (antwoord.status_code, antwoord.json["code"]) == (409, "conflict")
    assert (antwoord.json["oordeel"], antwoord.json["opmerking"]) == ("-", "RK mist nog")
    assert antwoord.json["door"] == "Marieke de Jong"
    assert eigenaar.json("PUT", item(klas), invulling("+", "compleet", 1)).json["versie"] == 2


def test_the_same_again_is_no_change(klas: Gevuld, eigenaar: Bezoeker) -> None:
    versies = [eigenaar.json("PUT", item(klas), invulling()).json["versie"] for _ in range(3)]
    assert versies == [1, 1, 1]
    assert eigenaar.json("PUT", item(klas, "gedrag"), invulling("", "")).json["versie"] == 0


def test_agreements_are_kept_with_it(klas: Gevuld, eigenaar: Bezoeker) -> None:
    antwoord = eigenaar.json("PUT", item(klas, "afspraken"), invulling("", "Bas vult RK aan\nvoor 1 dec"))
    assert antwoord.json["opmerking"] == "Bas vult RK aan\nvoor 1 dec"
    assert "Bas vult RK aan" in eigenaar.get(pagina(klas)).text
    assert eigenaar.json("PUT", item(klas, "afspraken"), invulling("+", "", 1)).status_code == 422


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"oordeel": "?", "opmerking": "", "versie": 0}, 422),
        ({"oordeel": "+", "opmerking": "x" * 4001, "versie": 0}, 422),
        ({"oordeel": "+", "opmerking": 3, "versie": 0}, 400),
        ({"oordeel": "+", "opmerking": "", "versie": True}, 400),
        ({"oordeel": "+"}, 400),
        (["+"], 400),
    ],
)
def test_a_bad_body_is_refused(klas: Gevuld, eigenaar: Bezoeker, body: object, status: int) -> None:
    assert eigenaar.json("PUT", item(klas), body).status_code == status
    assert "<span data-beoordeeld>0</span>" in eigenaar.get(pagina(klas)).text


def test_an_unknown_item_or_checklist_is_not_found(klas: Gevuld, eigenaar: Bezoeker) -> None:
    assert eigenaar.json("PUT", item(klas, "verzonnen"), invulling()).status_code == 404
    url = f"/groep/{klas.groep.id}/wijzer/..%2Fformats%2Fschool/scores"
    assert eigenaar.json("PUT", url, invulling()).status_code == 404
    assert eigenaar.json("PUT", item(klas).replace("kijkwijzer", "school"), invulling()).status_code == 404


def test_each_cycle_has_its_own_and_a_closed_one_is_read_only(klas: Gevuld, eigenaar: Bezoeker) -> None:
    eigenaar.json("PUT", item(klas), invulling())
    klas.volgende_cyclus()
    assert "RK mist nog" not in eigenaar.get(pagina(klas)).text
    eerder = eigenaar.get(f"{pagina(klas)}?cyclus=1").text
    assert "RK mist nog" in eerder
    assert "afgesloten" in eerder
    assert "js/wijzer.js" not in eerder


def test_a_colleague_without_the_data_stays_out(klas: Gevuld, bouwer: Bouwer, als: Als) -> None:
    collega = als(bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    assert collega.get(pagina(klas)).status_code == 403
    assert collega.json("PUT", item(klas), invulling()).status_code == 403
