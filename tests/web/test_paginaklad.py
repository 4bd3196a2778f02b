"""Unsaved text of a page waits at the server for its writer, under a signed proof, and for nobody else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Paginaklad, Rol
from lti_tool.security import kladbewijs
from lti_tool.services.cyclus import cyclusopening
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]

VELD = {"plaats": "afspraken", "waarde": "half getypt <b>&", "versie": 3}


@dataclass
class Werk:
    """A class with an owner, and the proof that their page of a checklist holds."""

    gevuld: Gevuld
    browser: Bezoeker
    app: Flask

    def bewijs(self, pagina: str = "wijzer/kijkwijzer", cyclus_id: int | None = None) -> str:
        with self.app.app_context():
            return kladbewijs.maak_pagina(self.gevuld.eigenaar.id, cyclus_id or self.gevuld.cyclus.id, pagina)

    def stuur(self, methode: str, **inhoud: Any) -> Any:
        # without cookies or a csrf token: the visit is over
        lichaam = {"token": self.bewijs()} | inhoud
        return self.app.test_client().open("/klad/pagina", method=methode, json=lichaam)

    @property
    def pagina(self) -> str:
        return f"/groep/{self.gevuld.groep.id}/kijkwijzer"


@pytest.fixture
def werk(app: Flask, bouwer: Bouwer, als: Als) -> Werk:
    gevuld = Gevuld(bouwer, 2)
    return Werk(gevuld, als(gevuld.eigenaar, gevuld.groep.cursus, Rol.DOCENT), app)


def wachtend(session: Session) -> list[tuple[str, str, str, int]]:
    session.rollback()
    return [(k.pagina, k.plaats, k.waarde, k.basisversie) for k in session.scalars(select(Paginaklad))]


def test_it_waits_on_its_own_page_until_it_is_saved_or_let_go(werk: Werk, session: Session) -> None:
    assert werk.stuur("POST", velden=[VELD]).json == {"bewaard": 1}
    assert wachtend(session) == [("wijzer/kijkwijzer", "afspraken", "half getypt <b>&", 3)]
    assert "half getypt \\u003cb\\u003e" in werk.browser.get(werk.pagina).text
    assert (
        "half getypt" not in werk.browser.get(f"/groep/{werk.gevuld.groep.id}/begrijpwijzer/checklist").text
    )
    assert werk.stuur("DELETE", plaatsen=["een ander veld"]).json == {"weg": 1}
    assert wachtend(session) != []
    assert werk.stuur("DELETE", plaatsen=["afspraken"]).json == {"weg": 1}
    assert wachtend(session) == []


def test_later_text_for_the_same_field_takes_the_place_of_earlier(werk: Werk, session: Session) -> None:
    werk.stuur("POST", velden=[VELD, VELD | {"waarde": "dubbel"}])
    werk.stuur("POST", velden=[VELD | {"waarde": "af"}, VELD | {"plaats": "ander", "versie": 0}])
    assert sorted(tekst for _, _, tekst, _ in wachtend(session)) == ["af", "half getypt <b>&"]


def test_a_colleague_does_not_get_it(werk: Werk, bouwer: Bouwer, als: Als) -> None:
    werk.stuur("POST", velden=[VELD])
    collega = bouwer.docent("Bas", "Bakker")
    bouwer.eigenaar(werk.gevuld.groep, collega)
    ander = als(collega, werk.gevuld.groep.cursus, Rol.DOCENT).get(werk.pagina)
    assert ander.status_code == 200
    assert "half getypt" not in ander.text


def test_a_proof_of_another_kind_or_of_somebody_elses_making_opens_nothing(
    werk: Werk, session: Session
) -> None:
    with werk.app.app_context():
        cellen = kladbewijs.maak(werk.gevuld.eigenaar.id, werk.gevuld.groep.id)
    for token in (cellen, "", "verzonnen", werk.bewijs()[:-2]):
        for methode, inhoud in (("POST", {"velden": [VELD]}), ("DELETE", {"plaatsen": ["afspraken"]})):
            assert werk.stuur(methode, token=token, **inhoud).status_code == 401
    assert werk.stuur("POST", token=werk.bewijs(cyclus_id=99_999), velden=[VELD]).status_code == 404
    assert wachtend(session) == []


@pytest.mark.parametrize(
    "veld",
    [
        {"waarde": "x" * 16_001},
        {"plaats": "x" * 256},
        {"versie": 2**31},
    ],
)
def test_what_does_not_fit_is_refused_whole(veld: dict[str, Any], werk: Werk, session: Session) -> None:
    antwoord = werk.stuur("POST", velden=[VELD, VELD | {"plaats": "ander"} | veld])
    assert antwoord.status_code in (400, 422)
    assert wachtend(session) == []


def test_a_list_without_end_is_refused(werk: Werk, session: Session) -> None:
    velden = [VELD | {"plaats": f"veld-{nummer}"} for nummer in range(501)]
    assert werk.stuur("POST", velden=velden).status_code == 422
    assert werk.stuur("DELETE", plaatsen=[f"veld-{nummer}" for nummer in range(501)]).status_code == 422
    for plaatsen in (1, [1], None):
        assert werk.stuur("DELETE", plaatsen=plaatsen).status_code == 400
    assert wachtend(session) == []


def test_a_cycle_in_which_text_waits_is_no_unused_one(werk: Werk, session: Session) -> None:
    assert cyclusopening.is_ongebruikt(session, werk.gevuld.cyclus)
    session.rollback()
    werk.stuur("POST", velden=[VELD])
    assert not cyclusopening.is_ongebruikt(session, werk.gevuld.cyclus)
