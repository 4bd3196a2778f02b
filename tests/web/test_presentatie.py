"""On the smartboard: what the class conference may see, and nothing sensitive."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from lti_tool.models import Cel, Groep, Kolom, Lidmaatschap, Persoon, Regel, Rol, nu
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
        return f"/groep/{self.groep.id}/presentatie"

    def schrijf(self, **waarden: str) -> None:
        regel = self.bouwer.session.scalars(select(Regel).order_by(Regel.id)).first()
        assert regel is not None
        for sleutel, waarde in waarden.items():
            kolom = self.bouwer.session.scalars(select(Kolom).filter_by(sleutel=sleutel)).one()
            self.bouwer.session.add(Cel(regel_id=regel.id, kolom_id=kolom.id, waarde=waarde))
        self.bouwer.session.commit()


@pytest.fixture
def klas(bouwer: Bouwer, als: Callable[..., Bezoeker]) -> Klas:
    cursus, mentor, bas = bouwer.cursus(), bouwer.docent(), bouwer.docent("Bas", "Bakker")
    bouwer.klas(cursus, 2)
    groep = bouwer.groep(cursus, mentor)
    bouwer.cyclus(groep)
    return Klas(groep, als(mentor, cursus, Rol.DOCENT), als(bas, cursus, Rol.DOCENT), bouwer)


def test_the_board_shows_scores_and_needs_but_never_what_is_sensitive(klas: Klas) -> None:
    klas.schrijf(tl="IV", bijzonderheden="astma", gesprek_ouders="verhuisd", behoeften="Leest hardop voor.")
    tekst = klas.mentor.get(klas.url + "?vertrouwelijk=1").text
    assert "Leest hardop voor." in tekst
    assert "astma" not in tekst
    assert "verhuisd" not in tekst


def test_a_colleague_sees_on_the_board_what_their_own_screen_shows(klas: Klas) -> None:
    klas.schrijf(tl="IV", werkhouding="begint snel", behoeften="Leest hardop voor.")
    tekst = klas.collega.get(klas.url).text
    assert "Leest hardop voor." in tekst
    assert "begint snel" not in tekst


def test_who_left_is_not_on_the_board(klas: Klas) -> None:
    lid = klas.bouwer.session.scalars(select(Lidmaatschap).order_by(Lidmaatschap.id)).first()
    assert lid is not None
    lid.vertrokken_op = nu()
    klas.bouwer.session.commit()
    tekst = klas.mentor.get(klas.url).text
    assert "Leerling01" not in tekst
    assert "Leerling02" in tekst


def test_an_empty_class_is_said_in_words(bouwer: Bouwer, als: Callable[..., Bezoeker]) -> None:
    cursus, mentor = bouwer.cursus(), bouwer.docent()
    groep = bouwer.groep(cursus, mentor)
    bouwer.cyclus(groep)
    tekst = als(mentor, cursus, Rol.DOCENT).get(f"/groep/{groep.id}/presentatie").text
    assert "nog geen leerlingen" in tekst


def test_pupils_of_one_name_are_told_apart_by_their_number(klas: Klas) -> None:
    for persoon in klas.bouwer.session.scalars(select(Persoon)):
        persoon.voornaam, persoon.achternaam, persoon.nummer = "Daan", "Jansen", f"1500{persoon.id}"
    klas.bouwer.session.commit()
    tekst = klas.mentor.get(klas.url).text
    assert len(set(re.findall(r"Daan Jansen <small>(\d+)</small></h2>", tekst))) == 2
    assert len(set(re.findall(r"Daan Jansen \((\d+)\)</option>", tekst))) == 2
