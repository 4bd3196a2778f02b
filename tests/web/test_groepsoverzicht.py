"""The overview: what is shown, saved, refused, and how many questions it asks the database."""

import re
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from flask import Flask
from sqlalchemy import event, select

from lti_tool.extensions import db
from lti_tool.models import Cel, Groep, Kolom, Persoon, Regel, Rol, Wijziging
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]


@dataclass
class Klas:
    """A mentor class with an open cycle, and its mentor in a browser."""

    groep: Groep
    mentor: Persoon
    leerlingen: list[Persoon]
    browser: Bezoeker
    bouwer: Bouwer

    def cel(self, sleutel: str, rij: int = 0) -> str:
        kolom = db.session.scalars(select(Kolom).where(Kolom.sleutel == sleutel)).one()
        regel = db.session.scalars(select(Regel).order_by(Regel.id)).all()[rij]
        return f"/groep/{self.groep.id}/cel/{regel.id}/{kolom.id}"


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    return maak_klas(bouwer, als, 3)


def maak_klas(bouwer: Bouwer, als: Als, aantal: int) -> Klas:
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    leerlingen = bouwer.klas(cursus, aantal)
    groep = bouwer.groep(cursus, mentor)
    bouwer.cyclus(groep)
    return Klas(groep, mentor, leerlingen, als(mentor, cursus, Rol.DOCENT), bouwer)


def test_every_pupil_has_a_row_sorted_as_the_dutch_do(klas: Klas, bouwer: Bouwer) -> None:
    bouwer.lid(klas.groep.cursus, bouwer.persoon("Ada", "van den Aalst"))
    from lti_tool.services.groep import regels

    regels.vul_cursus_aan(bouwer.session, klas.groep.cursus)
    bouwer.session.commit()
    tekst = klas.browser.get(f"/groep/{klas.groep.id}/overzicht").text
    assert tekst.index("van den") < tekst.index("Achternaam01") < tekst.index("Achternaam03")


def test_a_saved_cell_is_found_back_in_its_canonical_form(klas: Klas) -> None:
    antwoord = klas.browser.json("PUT", klas.cel("tl"), {"waarde": " iv ", "versie": 0})
    assert antwoord.status_code == 200
    assert antwoord.json["waarde"] == "IV"
    assert antwoord.json["onder"] is True
    assert 'value="IV"' in klas.browser.get(f"/groep/{klas.groep.id}/overzicht").text


def test_a_wrong_value_is_refused_with_the_allowed_ones_named(klas: Klas, bouwer: Bouwer) -> None:
    antwoord = klas.browser.json("PUT", klas.cel("tl"), {"waarde": "VI", "versie": 0})
    assert antwoord.status_code == 422
    assert antwoord.json["code"] == "ongeldig"
    assert "I, II, III, IV of V" in antwoord.json["toegestaan"]
    assert bouwer.session.scalars(select(Cel)).all() == []


def test_the_second_writer_is_told_who_changed_it_and_to_what(klas: Klas, bouwer: Bouwer) -> None:
    klas.browser.json("PUT", klas.cel("stimulerend"), {"waarde": "tekent graag", "versie": 0})
    antwoord = klas.browser.json("PUT", klas.cel("stimulerend"), {"waarde": "sport graag", "versie": 0})
    assert antwoord.status_code == 409
    assert antwoord.json["code"] == "conflict"
    assert (antwoord.json["waarde"], antwoord.json["door"]) == ("tekent graag", "Marieke de Jong")
    cel = bouwer.session.scalars(select(Cel)).one()
    assert cel.waarde == "tekent graag"


def test_the_head_says_whose_it_is_and_when_it_was_last_changed(klas: Klas) -> None:
    adres = f"/groep/{klas.groep.id}/overzicht"
    voor = klas.browser.get(adres).text
    assert "Eigenaar: Marieke de Jong" in voor
    assert "Gewijzigd op" not in voor
    klas.browser.json("PUT", klas.cel("tl"), {"waarde": "III", "versie": 0})
    assert re.search(r"Gewijzigd op \d+ \w+ 20\d\d", klas.browser.get(adres).text)


def test_the_same_text_again_is_no_change(klas: Klas, bouwer: Bouwer) -> None:
    for versie in (0, 1, 0):
        klas.browser.json("PUT", klas.cel("stimulerend"), {"waarde": "tekent graag", "versie": versie})
    assert len(bouwer.session.scalars(select(Wijziging).where(Wijziging.onderwerp == "cel")).all()) == 1


def test_every_change_is_kept_with_who_when_old_and_new(klas: Klas) -> None:
    klas.browser.json("PUT", klas.cel("stimulerend"), {"waarde": "een", "versie": 0})
    klas.browser.json("PUT", klas.cel("stimulerend"), {"waarde": "twee", "versie": 1})
    tekst = klas.browser.get(klas.cel("stimulerend") + "/geschiedenis").text
    assert "Marieke de Jong" in tekst
    assert tekst.index("twee") < tekst.rindex("een")


def test_a_signal_is_set_and_taken_back_and_twice_is_once(klas: Klas) -> None:
    regel = klas.cel("tl").split("/")[-2]
    url = f"/groep/{klas.groep.id}/signaal/{regel}/gedrag"
    assert klas.browser.json("PUT", url).json == {"signalen": ["gedrag"]}
    assert klas.browser.json("PUT", url).json == {"signalen": ["gedrag"]}
    assert klas.browser.json("DELETE", url).json == {"signalen": []}


def test_sensitive_columns_are_absent_until_asked_for_and_the_reading_is_logged(
    klas: Klas, bouwer: Bouwer
) -> None:
    from lti_tool.models import Inzage

    klas.browser.json("PUT", klas.cel("bijzonderheden"), {"waarde": "astma", "versie": 0})
    assert "astma" not in klas.browser.get(f"/groep/{klas.groep.id}/overzicht").text
    assert bouwer.session.scalars(select(Inzage)).all() == []
    assert "astma" in klas.browser.get(f"/groep/{klas.groep.id}/overzicht?vertrouwelijk=1").text
    gelezen = bouwer.session.scalars(select(Inzage)).all()
    assert {i.leerling_id for i in gelezen} == {p.id for p in klas.leerlingen}
    assert "Bijzonderheden" in gelezen[0].velden


@contextmanager
def tel_vragen(app: Flask):
    vragen: list[str] = []
    with app.app_context():
        motor = db.engine

    def onthoud(_conn, _cursor, tekst, *_rest):  # type: ignore[no-untyped-def]
        vragen.append(tekst)

    event.listen(motor, "before_cursor_execute", onthoud)
    yield vragen
    event.remove(motor, "before_cursor_execute", onthoud)


def test_the_overview_asks_the_same_number_of_questions_for_any_class(
    bouwer: Bouwer, als: Als, app: Flask
) -> None:
    aantallen = []
    for grootte in (2, 32):
        klas = maak_klas(bouwer, als, grootte)
        with tel_vragen(app) as vragen:
            assert klas.browser.get(f"/groep/{klas.groep.id}/overzicht").status_code == 200
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1] <= 27
