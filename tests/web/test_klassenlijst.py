"""Who in the class list is a pupil, and who isn't."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Rol, Wijziging, nu
from lti_tool.services.groep import regels, rooster
from tests.factories.bouwer import Bouwer
from tests.web.school import School, maak_school, neem_rooster_over


@pytest.fixture
def school(app: Flask, bouwer: Bouwer) -> School:
    school = maak_school(app, bouwer)
    regels.vul_cursus_aan(bouwer.session, school.klas.cursus)
    bouwer.session.commit()
    return school


def test_somebody_marked_as_no_pupil_disappears_and_comes_back_with_their_data(
    school: School, session: Session
) -> None:
    klas, mentor = school.klas, school.bezoekers["mentor"]
    groep = f"/groep/{klas.groep.id}"
    cel = f"{groep}/cel/{klas.regel_id}/{klas.kolom_id}"
    mentor.json("PUT", cel, {"waarde": "tekent graag", "versie": 0})
    merk = f"{groep}/leerlingen/{klas.leerling.id}/merk"
    assert mentor.post(merk).status_code == 303
    assert "tekent graag" not in mentor.get(f"{groep}/overzicht").text
    assert "Toch leerling" in mentor.get(f"{groep}/leerlingen").text
    assert session.scalars(select(Cel.waarde)).all() == ["tekent graag"]
    mentor.post(merk)
    assert "tekent graag" in mentor.get(f"{groep}/overzicht").text
    genoteerd = select(Wijziging.nieuw).filter_by(onderwerp="leerling").order_by(Wijziging.id)
    assert session.scalars(genoteerd).all() == ["geen leerling", "leerling"]


def test_the_mark_stays_when_the_class_list_is_fetched_again(school: School, session: Session) -> None:
    klas = school.klas
    school.bezoekers["mentor"].post(f"/groep/{klas.groep.id}/leerlingen/{klas.leerling.id}/merk")
    for leden in ([klas.collega], [klas.collega, klas.leerling]):
        neem_rooster_over(session, klas.cursus, *((lid, Rol.LEERLING, True) for lid in leden))
    assert klas.leerling.id not in {ll.id for ll in rooster.leerlingen(session, klas.cursus.id)}


def test_a_non_editing_teacher_in_the_list_of_learners_is_never_a_pupil(
    school: School, bouwer: Bouwer, session: Session
) -> None:
    klas, collega = school.klas, school.klas.collega
    pagina = f"/groep/{klas.groep.id}/overzicht"
    assert "Collega" in school.bezoekers["mentor"].get(pagina).text
    # seen as a teacher in another course of the school
    bouwer.lid(school.wiskunde.cursus, collega, Rol.DOCENT)
    collega.docent_sinds = nu()
    session.commit()
    for wie, adres in (
        ("mentor", pagina),
        ("mentor", f"/groep/{klas.groep.id}/leerlingen"),
        ("vakdocent", f"/groep/{school.wiskunde.groep.id}/overzicht"),
    ):
        assert "Collega" not in school.bezoekers[wie].get(adres).text
    assert school.bezoekers["mentor"].get(f"/groep/{klas.groep.id}/leerling/{collega.id}").status_code == 404
    assert collega.id not in rooster.aanwezigen(session, klas.cursus.id)


@pytest.mark.parametrize("wie", ["kernteam", "vakdocent", "beheerder"])
def test_only_the_owner_marks(school: School, session: Session, wie: str) -> None:
    klas = school.klas
    antwoord = school.bezoekers[wie].post(f"/groep/{klas.groep.id}/leerlingen/{klas.leerling.id}/merk")
    assert antwoord.status_code in (403, 404)
    assert klas.leerling.id in rooster.aanwezigen(session, klas.cursus.id)
