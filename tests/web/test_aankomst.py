"""What a validated launch leads to: the visit, the page, and what is kept of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.wrappers import Response

from lti_tool.extensions import db
from lti_tool.lti.launch import Launch
from lti_tool.models import Cursus, Lidmaatschap, Persoon, Rol, Sessie, Soort, Toegang
from lti_tool.security.fouten import GeenRecht
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker, cookie_van

Aankomst = Callable[..., Response]
GEPLAATST = {"formulier": "groepsoverzicht", "soort": "vakspecifiek", "vak": "wiskunde"}


def test_a_teacher_in_a_new_course_is_led_to_the_set_up(kom_aan: Aankomst, launch: Launch) -> None:
    antwoord = kom_aan(launch)
    cursus = db.session.scalars(select(Cursus)).one()
    assert antwoord.headers["Location"] == f"/cursus/{cursus.id}/"


def test_a_placed_form_opens_straight_there(kom_aan: Aankomst, launch: Launch, bouwer: Bouwer) -> None:
    cursus = bouwer.cursus(context_id="2")
    groep = bouwer.groep(cursus, None, Soort.VAKSPECIFIEK, "Wiskunde")
    bouwer.cyclus(groep)
    antwoord = kom_aan(replace(launch, custom=GEPLAATST))
    assert antwoord.headers["Location"] == f"/groep/{groep.id}/overzicht"


@pytest.mark.parametrize(
    ("formulier", "pad"),
    [("begrijpwijzer", "begrijpwijzer"), ("groepsplan", "plan"), ("groepsoverzicht", "overzicht")],
)
def test_every_form_that_can_be_placed_opens_straight_there(
    kom_aan: Aankomst, launch: Launch, bouwer: Bouwer, formulier: str, pad: str
) -> None:
    groep = bouwer.groep(bouwer.cursus(context_id="2"), None, Soort.VAKSPECIFIEK, "Wiskunde")
    bouwer.cyclus(groep)
    antwoord = kom_aan(replace(launch, custom=GEPLAATST | {"formulier": formulier}))
    assert antwoord.headers["Location"] == f"/groep/{groep.id}/{pad}"


def test_a_placed_form_without_a_cycle_yet_opens_the_set_up(
    kom_aan: Aankomst, launch: Launch, bouwer: Bouwer
) -> None:
    cursus = bouwer.cursus(context_id="2")
    bouwer.groep(cursus, None, Soort.VAKSPECIFIEK, "Wiskunde")
    antwoord = kom_aan(replace(launch, custom=GEPLAATST))
    assert antwoord.headers["Location"] == f"/cursus/{cursus.id}/inrichten?soort=vakspecifiek&vak=wiskunde"


@pytest.mark.parametrize("custom", [{}, GEPLAATST])
@pytest.mark.parametrize(
    ("rol", "bestemming", "kop"),
    [
        (Rol.BEHEERDER, "", "Beheer van Het Lindecollege"),
        (Rol.DOCENT, "schoolleiding", "Voortgang van Het Lindecollege"),
        (Rol.DOCENT, "zorgteam", "Welkom bij het zorgteam, Marieke"),
    ],
)
def test_nobody_with_a_role_meets_a_refusal_at_a_launch(
    app: Flask,
    kom_aan: Aankomst,
    launch: Launch,
    bouwer: Bouwer,
    custom: dict[str, str],
    rol: Rol,
    bestemming: str,
    kop: str,
) -> None:
    cursus = bouwer.cursus(context_id="2", bestemming=bestemming)
    bouwer.cyclus(bouwer.groep(cursus, None, Soort.VAKSPECIFIEK, "wiskunde"))
    antwoord = kom_aan(replace(launch, rol=rol, custom=custom))
    browser = Bezoeker(app, cookie_van(antwoord))
    pagina = browser.get(antwoord.headers["Location"], follow_redirects=True)
    assert pagina.status_code == 200
    assert f"<h1>{kop}</h1>" in pagina.text


def test_an_administrator_who_owns_a_group_comes_straight_to_it(
    kom_aan: Aankomst, launch: Launch, bouwer: Bouwer
) -> None:
    cursus, marieke = bouwer.cursus(context_id="2"), bouwer.docent(sub="3")
    groep = bouwer.groep(cursus, marieke, Soort.VAKSPECIFIEK, "wiskunde")
    bouwer.cyclus(groep)
    antwoord = kom_aan(replace(launch, rol=Rol.BEHEERDER, custom=GEPLAATST))
    assert antwoord.headers["Location"] == f"/groep/{groep.id}/overzicht"


@pytest.mark.parametrize("soort", ["", "directeur", "vakspecifiek\n"])
def test_a_custom_parameter_that_means_nothing_is_a_plain_link(
    kom_aan: Aankomst, launch: Launch, soort: str
) -> None:
    assert "/cursus/" in kom_aan(replace(launch, custom={"soort": soort})).headers["Location"]


def test_a_pupil_comes_to_their_own_page(kom_aan: Aankomst, launch: Launch) -> None:
    assert kom_aan(replace(launch, rol=Rol.LEERLING)).headers["Location"].endswith("/mijn")


def test_somebody_without_a_role_is_refused_and_not_kept(kom_aan: Aankomst, launch: Launch) -> None:
    with pytest.raises(GeenRecht):
        kom_aan(replace(launch, rol=Rol.GEEN))
    assert db.session.scalars(select(Persoon)).all() == []


def test_two_launches_make_one_person_one_course_and_one_visit(kom_aan: Aankomst, launch: Launch) -> None:
    cookie = cookie_van(kom_aan(launch))
    kom_aan(launch, cookie)
    for model in (Persoon, Cursus, Lidmaatschap, Sessie, Toegang):
        assert len(db.session.scalars(select(model)).all()) == 1


def test_a_second_course_in_the_same_browser_leaves_the_first_open(kom_aan: Aankomst, launch: Launch) -> None:
    cookie = cookie_van(kom_aan(launch))
    kom_aan(replace(launch, context_id="3"), cookie)
    assert len(db.session.scalars(select(Toegang)).all()) == 2


def test_somebody_else_in_the_same_browser_ends_the_first_visit(kom_aan: Aankomst, launch: Launch) -> None:
    cookie = cookie_van(kom_aan(launch))
    kom_aan(replace(launch, sub="4", naam="Bas Bakker"), cookie)
    sessie = db.session.scalars(select(Sessie)).one()
    assert sessie.persoon.naam == "Bas Bakker"


def test_a_teacher_who_switches_to_pupil_keeps_nothing_of_the_teacher(
    kom_aan: Aankomst, launch: Launch
) -> None:
    cookie = cookie_van(kom_aan(launch))
    kom_aan(replace(launch, context_id="3", rol=Rol.LEERLING), cookie)
    toegang = db.session.scalars(select(Toegang)).one()
    assert toegang.rol == Rol.LEERLING


def test_an_empty_claim_wipes_nothing(kom_aan: Aankomst, launch: Launch) -> None:
    kom_aan(launch)
    kom_aan(replace(launch, email="", nummer="", rooster_url=""))
    persoon = db.session.scalars(select(Persoon)).one()
    assert (persoon.email, persoon.nummer) == ("m.dejong@linde.example", "JNG")
    assert db.session.scalars(select(Cursus)).one().rooster_url != ""


def test_on_a_phone_moodle_is_one_tap_away_and_the_session_key_is_not_kept(
    kom_aan: Aankomst, launch: Launch
) -> None:
    launch.platform.product = "moodle"
    kom_aan(replace(launch, doel="frame"))
    gegevens = db.session.scalars(select(Sessie)).one().gegevens
    cursus = db.session.scalars(select(Cursus)).one()
    assert gegevens["terug"] == {str(cursus.id): "https://elo.linde.example/course/view.php?id=2"}
