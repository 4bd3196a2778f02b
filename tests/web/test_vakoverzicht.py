"""Mentor and subject teacher find each other's work through the pupils they share."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from lti_tool.models import Cel, Cyclus, Groep, Kolom, Persoon, Regel, Rol, Signaal, Soort
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker


@dataclass
class School:
    """A mentor class and a mathematics group that share Sem; Noor is only in mathematics."""

    klas: Groep
    wiskunde: Groep
    mentor: Bezoeker
    docent: Bezoeker
    sem: Persoon


@pytest.fixture
def school(bouwer: Bouwer, als: Callable[..., Bezoeker]) -> School:
    marieke, bas = bouwer.docent(), bouwer.docent("Bas", "Bakker")
    sem, noor = bouwer.persoon(), bouwer.persoon("Noor", "Bos")
    klascursus, wiskundecursus = bouwer.cursus(), bouwer.cursus("Wiskunde 3HA", "3HA wi")
    bouwer.lid(klascursus, sem)
    for leerling in (sem, noor):
        bouwer.lid(wiskundecursus, leerling)
    klas = bouwer.groep(klascursus, marieke)
    wiskunde = bouwer.groep(wiskundecursus, bas, Soort.VAKSPECIFIEK, "wiskunde")
    schrijf(bouwer, bouwer.cyclus(klas), sem, "behoeften", "Sem plant zelf het huiswerk.")
    schrijf(bouwer, bouwer.cyclus(wiskunde), sem, "stimulerend", "tekent bij elke som")
    return School(
        klas, wiskunde, als(marieke, klascursus, Rol.DOCENT), als(bas, wiskundecursus, Rol.DOCENT), sem
    )


def schrijf(bouwer: Bouwer, cyclus: Cyclus, wie: Persoon, sleutel: str, tekst: str) -> None:
    regel = bouwer.session.scalars(select(Regel).filter_by(cyclus_id=cyclus.id, persoon_id=wie.id)).one()
    kolom = bouwer.session.scalars(select(Kolom).filter_by(cyclus_id=cyclus.id, sleutel=sleutel)).one()
    bouwer.session.add(Cel(regel_id=regel.id, kolom_id=kolom.id, waarde=tekst))
    bouwer.session.add(Signaal(regel_id=regel.id, reden="werkhouding"))
    bouwer.session.commit()


def test_the_teacher_sees_general_needs_and_marks_of_their_pupils(school: School) -> None:
    tekst = school.docent.get(f"/groep/{school.wiskunde.id}/overzicht").text
    assert "Sem plant zelf het huiswerk." in tekst
    assert "Algemene behoeften" in tekst


def test_the_mentor_finds_the_subject_overview_with_own_pupils_only(school: School) -> None:
    start = school.mentor.get(f"/groep/{school.klas.id}/").text
    url = f"/groep/{school.klas.id}/vak/{school.wiskunde.id}"
    assert url in start
    assert "1 leerling uit jouw klas" in start
    overzicht = school.mentor.get(url).text
    assert "tekent bij elke som" in overzicht
    assert "Noor" not in overzicht


def test_a_subject_group_without_shared_pupils_is_not_found(school: School, bouwer: Bouwer) -> None:
    andere = bouwer.groep(bouwer.cursus("Duits"), None, Soort.VAKSPECIFIEK, "Duits")
    assert school.mentor.get(f"/groep/{school.klas.id}/vak/{andere.id}").status_code == 404
