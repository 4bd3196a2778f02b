"""A visit: one person, the courses that a launch opened, until they leave, stop, or somebody else comes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from lti_tool.extensions import db
from lti_tool.lti.launch import Launch
from lti_tool.models import Cel, Cursus, Lidmaatschap, Persoon, Rol, Sessie, nu
from lti_tool.services.groep import groepen
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker, cookie_van
from tests.web.school import Plek, School, maak_school, neem_rooster_over

Aankomst = Callable[..., Response]


@pytest.fixture
def school(app: Flask, bouwer: Bouwer) -> School:
    return maak_school(app, bouwer)


def als(launch: Launch, persoon: Persoon, cursus: Cursus, rol: Rol = Rol.DOCENT) -> Launch:
    """The launch by which this person comes to this course."""
    return replace(
        launch, sub=persoon.sub, naam=persoon.naam, context_id=cursus.context_id, context_label="", rol=rol
    )


@pytest.mark.parametrize("hoe", ["weg", "inactief"])
@pytest.mark.parametrize("wie", ["mentor", "leerling"])
def test_who_has_left_the_course_is_out_at_the_next_request(
    school: School, session: Session, wie: str, hoe: str
) -> None:
    klas, persoon = school.klas, school.personen[wie]
    rol = Rol.LEERLING if wie == "leerling" else Rol.DOCENT
    url = f"/cursus/{klas.cursus.id}/" + ("mijn" if wie == "leerling" else "groepen")
    blijft = (klas.collega, Rol.LEERLING, True)
    neem_rooster_over(session, klas.cursus, (persoon, rol, True), blijft)
    assert school.bezoekers[wie].get(url).status_code == 200
    neem_rooster_over(session, klas.cursus, blijft, *([(persoon, rol, False)] if hoe == "inactief" else []))
    antwoord = school.bezoekers[wie].get(url)
    assert antwoord.status_code == 404
    assert "je toegang is gestopt" in antwoord.text


def test_who_has_left_can_not_save_what_an_open_page_still_holds(school: School, session: Session) -> None:
    klas, mentor = school.klas, school.personen["mentor"]
    neem_rooster_over(session, klas.cursus, (mentor, Rol.DOCENT, True), (klas.leerling, Rol.LEERLING, True))
    neem_rooster_over(session, klas.cursus, (klas.leerling, Rol.LEERLING, True))
    url = f"/groep/{klas.groep.id}/cel/{klas.regel_id}/{klas.kolom_id}"
    assert school.bezoekers["mentor"].json("PUT", url, {"waarde": "x", "versie": 0}).status_code == 404
    assert session.scalars(select(Cel)).all() == []


def test_who_comes_back_is_let_in_by_a_new_launch(
    app: Flask, kom_aan: Aankomst, launch: Launch, school: School, session: Session
) -> None:
    klas, mentor = school.klas, school.personen["mentor"]
    neem_rooster_over(session, klas.cursus, (mentor, Rol.DOCENT, True), (klas.leerling, Rol.LEERLING, True))
    neem_rooster_over(session, klas.cursus, (klas.leerling, Rol.LEERLING, True))
    terug = Bezoeker(app, cookie_van(kom_aan(als(launch, mentor, klas.cursus))))
    assert terug.get(f"/groep/{klas.groep.id}/overzicht").status_code == 200


def test_a_pupil_who_leaves_is_kept_and_shown_as_left(school: School, session: Session) -> None:
    klas = school.klas
    neem_rooster_over(session, klas.cursus, (klas.collega, Rol.LEERLING, True))
    pagina = school.bezoekers["mentor"].get(f"/groep/{klas.groep.id}/overzicht").text
    assert "uit de groep" in pagina
    assert klas.leerling.achternaam in pagina


def test_a_teacher_who_switches_to_pupil_sees_what_a_pupil_sees_in_every_tab(
    app: Flask, kom_aan: Aankomst, launch: Launch, school: School
) -> None:
    klas, mentor = school.klas, school.personen["mentor"]
    cookie = cookie_van(kom_aan(als(launch, mentor, klas.cursus)))
    cookie = cookie_van(kom_aan(als(launch, mentor, school.wiskunde.cursus), cookie))
    cookie = cookie_van(kom_aan(als(launch, mentor, klas.cursus, Rol.LEERLING), cookie))
    browser = Bezoeker(app, cookie)
    assert browser.get(f"/cursus/{klas.cursus.id}/mijn").status_code == 200
    assert browser.get(f"/groep/{klas.groep.id}/overzicht").status_code == 403
    assert browser.get(f"/groep/{school.wiskunde.groep.id}/").status_code == 404
    cookie = cookie_van(kom_aan(als(launch, mentor, klas.cursus), cookie))
    assert Bezoeker(app, cookie).get(f"/groep/{klas.groep.id}/overzicht").status_code == 200


def test_the_page_of_who_was_here_before_saves_nothing_in_the_name_of_who_came_after(
    app: Flask, kom_aan: Aankomst, launch: Launch, school: School, session: Session
) -> None:
    klas = school.klas
    cookie = cookie_van(kom_aan(als(launch, school.personen["kernteam"], klas.cursus)))
    oude_pagina = Bezoeker(app, cookie)
    html = oude_pagina.get(f"/groep/{klas.groep.id}/overzicht").text
    oude_pagina.csrf = html.split('name="csrf-token" content="')[1].split('"')[0]
    cookie = cookie_van(kom_aan(als(launch, school.personen["mentor"], klas.cursus), cookie))
    oude_pagina.client.set_cookie("groepswijzer", cookie)
    url = f"/groep/{klas.groep.id}/observatie/{klas.regel_id}/{klas.kolom_id}"
    antwoord = oude_pagina.json("POST", url, {"tekst": "van kernteam"})
    assert (antwoord.status_code, antwoord.json["code"]) == (401, "sessie")
    assert session.scalars(select(Cel)).all() == []


def test_two_courses_stay_open_in_one_browser(
    app: Flask, kom_aan: Aankomst, launch: Launch, school: School
) -> None:
    mentor = school.personen["mentor"]
    cookie = cookie_van(kom_aan(als(launch, mentor, school.klas.cursus)))
    browser = Bezoeker(app, cookie_van(kom_aan(als(launch, mentor, school.wiskunde.cursus), cookie)))
    for plek in (school.klas, school.wiskunde):
        assert browser.get(f"/groep/{plek.groep.id}/overzicht").status_code == 200
    # and the first cookie, which the browser has no more, opens nothing
    assert Bezoeker(app, cookie).get(f"/groep/{school.klas.groep.id}/").status_code == 401


def test_a_visit_ends_when_it_is_not_used(app: Flask, school: School, session: Session) -> None:
    url, minuten = f"/groep/{school.klas.groep.id}/", app.config["SETTINGS"].session_minutes
    gebruikt = nu() - timedelta(minutes=minuten - 1)
    for sessie in session.scalars(select(Sessie)):
        sessie.laatst_gezien_op = gebruikt
    session.commit()
    assert school.bezoekers["mentor"].get(url).status_code == 200
    session.expire_all()
    sessies = session.scalars(select(Sessie)).all()
    assert [s.persoon.voornaam for s in sessies if s.laatst_gezien_op > gebruikt] == ["Mentor"]
    for sessie in sessies:
        sessie.laatst_gezien_op = nu() - timedelta(minutes=minuten, seconds=1)
    session.commit()
    antwoord = school.bezoekers["mentor"].get(url)
    assert antwoord.status_code == 401
    assert "open Groepswijzer daar opnieuw" in antwoord.text


@pytest.mark.parametrize("cookie", ["", "verzonnen", "x" * 3000, "é", "1 OR 1=1"])
def test_a_cookie_that_is_not_ours_opens_nothing(app: Flask, school: School, cookie: str) -> None:
    assert Bezoeker(app, cookie).get(f"/groep/{school.klas.groep.id}/").status_code == 401


def zelfde_ids(bouwer: Bouwer, school: School) -> tuple[Persoon, Plek]:
    """Somebody of another school whose sub and course id are the mentor's."""
    ver = school.andere_school
    ver.cursus.context_id = school.klas.cursus.context_id
    bouwer.session.commit()
    dubbel = bouwer.docent(
        "Dubbel", "Ganger", platform=ver.cursus.platform, sub=school.personen["mentor"].sub
    )
    return dubbel, ver


def test_ids_that_coincide_over_platforms_are_different_people_and_courses(
    app: Flask, bouwer: Bouwer, school: School, session: Session
) -> None:
    dubbel, ver = zelfde_ids(bouwer, school)
    browser = Bezoeker(app, bouwer.token(dubbel, ver.cursus, Rol.DOCENT))
    assert browser.get(f"/groep/{ver.groep.id}/").status_code == 200
    for url in (f"/groep/{school.klas.groep.id}/", f"/cursus/{school.klas.cursus.id}/groepen"):
        assert browser.get(url).status_code == 404
    # not even with a row that says so: a course of another platform is never theirs
    vals = Bezoeker(app, bouwer.token(dubbel, school.klas.cursus, Rol.DOCENT))
    assert vals.get(f"/groep/{school.klas.groep.id}/").status_code == 404
    assert groepen.zoek_persoon(session, ver.cursus.platform_id, dubbel.sub) == dubbel
    assert groepen.zoek_persoon(session, school.klas.cursus.platform_id, dubbel.sub) != dubbel


def test_a_launch_from_another_platform_with_the_same_ids_keeps_apart_what_it_brings(
    kom_aan: Aankomst, launch: Launch, bouwer: Bouwer, school: School
) -> None:
    dubbel, ver = zelfde_ids(bouwer, school)
    kom_aan(replace(als(launch, dubbel, ver.cursus), platform=ver.cursus.platform, naam="Iemand Anders"))
    mentor = db.session.get_one(Persoon, school.personen["mentor"].id)
    assert mentor.naam == "Mentor Proef"
    assert db.session.get_one(Persoon, dubbel.id).naam == "Iemand Anders"
    leden = select(Lidmaatschap.cursus_id).filter_by(persoon_id=dubbel.id)
    assert db.session.scalars(leden).all() == [ver.cursus.id]
