"""A pasted block over HTTP: proposed, confirmed, undone; by whom, and what is refused."""

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from lti_tool.models import Cel, Groep, Inzage, Kolom, Regel, Rol, Scoreimport, Soort
from lti_tool.services.groep import regels
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

# what is refused before the database is asked is the same for both
sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass
class Vak:
    """A subject group with its teacher in a browser; addresses and ids to paste with."""

    groep: Groep
    browser: Bezoeker
    regels: list[Regel]
    kolommen: dict[str, Kolom]
    bouwer: Bouwer

    @property
    def url(self) -> str:
        return f"/groep/{self.groep.id}/plak"

    def vorm(self, tekst: str, *sleutels: str, **anders: Any) -> dict[str, Any]:
        kolommen = [self.kolommen[sleutel].id for sleutel in sleutels or ("toets_1", "toets_2")]
        return {
            "tekst": tekst,
            "regels": [regel.id for regel in self.regels],
            "kolommen": kolommen,
            "op_plaats": False,
        } | anders

    def stel_voor(self, tekst: str, *sleutels: str, **anders: Any) -> Any:
        antwoord = self.browser.json("POST", f"{self.url}/voorstel", self.vorm(tekst, *sleutels, **anders))
        assert antwoord.status_code == 200
        return antwoord.json

    def bevestig(self, voorstel: Any, **anders: Any) -> Any:
        keuzes = {"stand": voorstel["stand"], "keuzes": {}, "leegmaken": False} | anders
        return self.browser.json("PUT", f"{self.url}/{voorstel['id']}", keuzes)

    def waarden(self) -> list[str]:
        self.bouwer.session.expire_all()
        return [cel.waarde for cel in self.bouwer.session.scalars(select(Cel).order_by(Cel.id))]


@pytest.fixture
def vak(bouwer: Bouwer, als: Any) -> Vak:
    docent, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 3)
    groep = bouwer.groep(cursus, docent, Soort.VAKSPECIFIEK, "wiskunde")
    cyclus = bouwer.cyclus(groep)
    rijen = [regel for regel, _ in regels.van_leerlingen(bouwer.session, cyclus)]
    kolommen = {kolom.sleutel: kolom for kolom in regels.kolommen(bouwer.session, cyclus)}
    return Vak(groep, als(docent, cursus, Rol.DOCENT), rijen, kolommen, bouwer)


def test_a_column_is_proposed_confirmed_and_undone(vak: Vak) -> None:
    voorstel = vak.stel_voor("7.46\n5\nx")
    assert "2 cellen veranderen" in voorstel["html"]
    assert "7,46" in voorstel["html"]
    assert "1,0 tot en met 10,0" in voorstel["html"]
    assert vak.waarden() == []
    antwoord = vak.bevestig(voorstel)
    assert antwoord.status_code == 200
    assert [(cel["waarde"], cel["versie"], cel["onder"]) for cel in antwoord.json["cellen"]] == [
        ("7,5", 1, False),
        ("5,0", 1, True),
    ]
    assert vak.waarden() == ["7,5", "5,0"]
    terug = vak.browser.json("DELETE", f"{vak.url}/{voorstel['id']}").json
    assert [cel["waarde"] for cel in terug["cellen"]] == ["", ""]
    assert terug["gebleven"] == 0
    assert vak.waarden() == ["", ""]


def test_an_undo_says_which_cells_stayed(vak: Vak) -> None:
    voorstel = vak.stel_voor("7\n8")
    vak.bevestig(voorstel)
    cel = f"/groep/{vak.groep.id}/cel/{vak.regels[1].id}/{vak.kolommen['toets_1'].id}"
    vak.browser.json("PUT", cel, {"waarde": "9", "versie": 1})
    terug = vak.browser.json("DELETE", f"{vak.url}/{voorstel['id']}").json
    assert "Leerling02 Achternaam02, Eerste toets" in terug["melding"]
    assert terug["gebleven"] == 1
    assert vak.waarden() == ["", "9,0"]


def test_a_change_since_the_proposal_is_a_conflict(vak: Vak) -> None:
    voorstel = vak.stel_voor("7\n8")
    cel = f"/groep/{vak.groep.id}/cel/{vak.regels[1].id}/{vak.kolommen['toets_1'].id}"
    vak.browser.json("PUT", cel, {"waarde": "9", "versie": 0})
    antwoord = vak.bevestig(voorstel)
    assert (antwoord.status_code, antwoord.json["code"]) == (409, "conflict")
    assert vak.waarden() == ["9,0"]


def test_names_are_matched_and_a_doubtful_one_is_asked_for(vak: Vak) -> None:
    voorstel = vak.stel_voor(
        "Achternaam03, Leerling03\t7\nLeerling02 Achternaam02\t8\nLeerlin01 Achternaam01\t9"
    )
    assert f'<option value="{vak.regels[0].id}">' in voorstel["html"]
    vak.bevestig(voorstel, keuzes={"2": vak.regels[0].id})
    assert sorted(vak.waarden()) == ["7,0", "8,0", "9,0"]


def test_pasted_text_comes_back_as_text(vak: Vak) -> None:
    voorstel = vak.stel_voor("<script>alert(1)</script>\t7", "stimulerend", "toets_1")
    assert "<script>" not in voorstel["html"]
    assert "&lt;script&gt;" in voorstel["html"]


def test_pasting_over_a_sensitive_column_is_a_logged_reading(bouwer: Bouwer, als: Any) -> None:
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 1)
    groep = bouwer.groep(cursus, mentor)
    cyclus = bouwer.cyclus(groep)
    (regel,) = [regel for regel, _ in regels.van_leerlingen(bouwer.session, cyclus)]
    kolom = next(k for k in regels.kolommen(bouwer.session, cyclus) if k.gevoelig)
    vorm = {"tekst": "a\tb", "regels": [regel.id], "kolommen": [kolom.id], "op_plaats": True}
    antwoord = als(mentor, cursus, Rol.DOCENT).json("POST", f"/groep/{groep.id}/plak/voorstel", vorm)
    assert antwoord.status_code == 200
    gelezen = bouwer.session.scalars(select(Inzage)).one()
    assert (gelezen.leerling_id, gelezen.velden) == (regel.persoon_id, kolom.naam)


@pytest.mark.parametrize("rol", [Rol.DOCENT, Rol.LEERLING])
def test_who_does_not_own_the_overview_pastes_nothing(vak: Vak, als: Any, rol: Rol) -> None:
    voorstel = vak.stel_voor("7\n8")
    ander = als(vak.bouwer.docent("Noor", "Visser"), vak.groep.cursus, rol)
    url = f"{vak.url}/{voorstel['id']}"
    keuzes = {"stand": voorstel["stand"], "keuzes": {}, "leegmaken": False}
    assert ander.json("POST", f"{vak.url}/voorstel", vak.vorm("7")).status_code == 403
    assert ander.json("PUT", url, keuzes).status_code == 403
    assert ander.json("DELETE", url).status_code == 403
    assert vak.waarden() == []


@sqlite
@pytest.mark.parametrize(
    ("anders", "status"),
    [
        ({"tekst": None}, 400),
        ({"tekst": ""}, 422),
        ({"tekst": "7\n" * 2001}, 422),
        ({"regels": "1"}, 400),
        ({"regels": [1.5]}, 400),
        ({"regels": [True]}, 400),
        ({"regels": [10**30]}, 400),
        ({"regels": []}, 422),
        ({"kolommen": [1, 1]}, 400),
        ({"kolommen": [10**30]}, 400),
        ({"kolommen": []}, 422),
        ({"op_plaats": "ja"}, 400),
    ],
)
def test_a_bad_proposal_is_refused_and_nothing_is_kept(vak: Vak, anders: dict[str, Any], status: int) -> None:
    antwoord = vak.browser.json("POST", f"{vak.url}/voorstel", vak.vorm("7") | anders)
    assert antwoord.status_code == status
    assert vak.bouwer.session.scalars(select(Scoreimport)).all() == []


@sqlite
@pytest.mark.parametrize(
    ("anders", "status"),
    [
        ({"stand": 1}, 400),
        ({"stand": "oud"}, 409),
        ({"keuzes": []}, 400),
        ({"keuzes": {"x": 1}}, 400),
        ({"keuzes": {"1" * 5000: 1}}, 400),
        ({"keuzes": {"1": "1"}}, 400),
        ({"leegmaken": 1}, 400),
    ],
)
def test_a_bad_yes_is_refused_and_nothing_is_written(vak: Vak, anders: dict[str, Any], status: int) -> None:
    assert vak.bevestig(vak.stel_voor("7\n8"), **anders).status_code == status
    assert vak.waarden() == []


def test_an_unknown_proposal_is_not_found(vak: Vak) -> None:
    voorstel = vak.stel_voor("7\n8")
    assert vak.bevestig(voorstel | {"id": 999}).status_code == 404
    assert vak.browser.json("DELETE", f"{vak.url}/{voorstel['id']}").status_code == 404
