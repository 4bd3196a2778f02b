"""How somebody likes to see the overview is kept for them alone."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from lti_tool.models import Groep, Rol, Voorkeur
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker


@dataclass
class Klas:
    groep: Groep
    mentor: Bezoeker
    collega: Bezoeker
    bouwer: Bouwer

    @property
    def url(self) -> str:
        return f"/groep/{self.groep.id}/voorkeur"

    def bewaard(self) -> list[dict[str, Any]]:
        return list(self.bouwer.session.scalars(select(Voorkeur.gegevens)))


@pytest.fixture
def klas(bouwer: Bouwer, als: Callable[..., Bezoeker]) -> Klas:
    cursus, mentor, bas = bouwer.cursus(), bouwer.docent(), bouwer.docent("Bas", "Bakker")
    bouwer.klas(cursus, 2)
    groep = bouwer.groep(cursus, mentor)
    bouwer.cyclus(groep)
    return Klas(groep, als(mentor, cursus, Rol.DOCENT), als(bas, cursus, Rol.DOCENT), bouwer)


def test_a_choice_comes_back_for_who_made_it_and_for_nobody_else(klas: Klas) -> None:
    keuze = {"filter": "gesignaleerd", "sorteer": "signaal|af", "verborgen": ["tl"], "vorige": True}
    assert klas.mentor.json("PUT", klas.url, keuze).status_code == 200
    pagina = f"/groep/{klas.groep.id}/overzicht"
    assert '"filter": "gesignaleerd"' in klas.mentor.get(pagina).text
    assert '"voorkeur": {}' in klas.collega.get(pagina).text


def test_a_second_choice_takes_the_place_of_the_first(klas: Klas) -> None:
    for filter_ in ("gesignaleerd", "alles"):
        klas.mentor.json("PUT", klas.url, {"filter": filter_})
    assert [gegevens["filter"] for gegevens in klas.bewaard()] == ["alles"]


@pytest.mark.parametrize(
    ("gegevens", "status"),
    [
        ([], 400),
        ("tekst", 400),
        ({"filter": 3}, 422),
        ({"filter": "x" * 81}, 422),
        ({"verborgen": "tl"}, 422),
        ({"verborgen": [1]}, 422),
        ({"verborgen": ["tl"] * 500}, 422),
        ({"vorige": "ja"}, 422),
    ],
)
def test_anything_of_another_shape_is_refused_and_not_kept(klas: Klas, gegevens: Any, status: int) -> None:
    assert klas.mentor.json("PUT", klas.url, gegevens).status_code == status
    assert klas.bewaard() == []


def test_what_else_is_sent_is_not_kept(klas: Klas) -> None:
    klas.mentor.json("PUT", klas.url, {"filter": "alles", "tekst": "over een leerling"})
    assert "tekst" not in klas.bewaard()[0]
