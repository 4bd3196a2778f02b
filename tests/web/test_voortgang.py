"""How far the groups of a school are, for its leadership."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from lti_tool.models import Rol
from lti_tool.services.cyclus import schoolvoortgang, voortgang
from lti_tool.services.groep import cycli
from tests.factories.bouwer import Bouwer
from tests.web.school import School, maak_school, neem_rooster_over


@pytest.fixture
def school(app: Flask, bouwer: Bouwer) -> School:
    return maak_school(app, bouwer)


def test_leadership_sees_every_group_of_the_school_and_no_pupil(school: School, bouwer: Bouwer) -> None:
    klas = school.klas
    school.bezoekers["mentor"].json(
        "PUT",
        f"/groep/{klas.groep.id}/cel/{klas.regel_id}/{klas.kolom_id}",
        {"waarde": "tekent graag", "versie": 0},
    )
    bouwer.groep(bouwer.cursus("Klas 4VA", "4VA"))
    pagina = school.bezoekers["schoolleiding"].get(
        f"/cursus/{school.eigen['schoolleiding'].cursus.id}/voortgang"
    )
    for tekst in ("3HA", "Wiskunde 3HA", "3HB", "4VA", "nog geen cyclus", "24 aug 2026", "2. signaleren"):
        assert tekst in pagina.text
    for tekst in (klas.leerling.voornaam, klas.leerling.achternaam, "tekent graag", "Klas 1A", "Vera Ver"):
        assert tekst not in pagina.text


def test_the_steps_are_those_that_the_group_itself_sees(school: School, session: Session) -> None:
    klas = school.klas
    school.bezoekers["mentor"].post(f"/groep/{klas.groep.id}/stap", {"stap": 4, "klaar": "y"})
    school.bezoekers["mentor"].json("PUT", f"/groep/{klas.groep.id}/signaal/{klas.regel_id}/gedrag")
    alle = {g.naam: g for g in schoolvoortgang.lees(session, klas.cursus.platform_id)}
    cyclus = cycli.kies(session, klas.groep, None)
    assert list(alle["3HA"].stappen) == voortgang.stand(session, cyclus)
    assert [stap.nummer for stap in alle["3HA"].stappen if stap.klaar] == [2, 4]
    assert "1 gesignaleerd" in alle["3HA"].stappen[1].toelichting
    assert [stap.nummer for stap in alle["3HB"].stappen if stap.klaar] == []


def test_who_left_does_not_count(school: School, session: Session) -> None:
    klas = school.klas
    neem_rooster_over(session, klas.cursus, (klas.collega, Rol.LEERLING, True))
    (stap, *_) = voortgang.stand(session, cycli.kies(session, klas.groep, None))
    assert stap.toelichting == "Er staan nog geen leerlingen in deze groep."


def test_a_school_without_groups_has_no_progress(bouwer: Bouwer, session: Session) -> None:
    assert schoolvoortgang.lees(session, bouwer.platform.id) == []
    assert voortgang.standen(session, []) == {}
