"""A launch that has been validated, and a browser in which it arrives."""

from collections.abc import Callable

import pytest
from flask import Flask, session
from sqlalchemy import select
from werkzeug.wrappers import Response

from lti_tool.lti.launch import Launch
from lti_tool.models import Registratie, Rol
from lti_tool.security.aankomst import verwelkom
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.pagina import Bezoeker

Aankomst = Callable[..., Response]


@pytest.fixture
def launch(bouwer: Bouwer) -> Launch:
    platform = bouwer.platform
    registratie = bouwer.session.scalars(select(Registratie)).one()
    return Launch(
        registratie=registratie,
        platform=platform,
        deployment_id="1",
        soort="resource",
        sub="3",
        voornaam="Marieke",
        achternaam="de Jong",
        naam="Marieke de Jong",
        email="m.dejong@linde.example",
        nummer="JNG",
        rol=Rol.DOCENT,
        context_id="2",
        context_titel="Klas 3HA – mentoruur",
        context_label="3HA",
        context_sourcedid="",
        link_id="1",
        link_titel="Groepswijzer",
        custom={},
        begin="",
        eind="",
        locale="nl",
        doel="iframe",
        rooster_url="https://elo.linde.example/leden",
        doel_url="http://127.0.0.1:8000/lti/launch",
        deeplink=None,
    )


@pytest.fixture
def kom_aan(app: Flask) -> Aankomst:
    """kom_aan(launch, cookie=None): the answer to a launch in one browser."""

    def doe(launch: Launch, cookie: str = "") -> Response:
        koppen = {"Cookie": f"groepswijzer={cookie}"} if cookie else {}
        with app.test_request_context("/lti/launch", method="POST", headers=koppen):
            antwoord = verwelkom(launch)
            app.session_interface.save_session(app, session._get_current_object(), antwoord)
            return antwoord

    return doe


@pytest.fixture
def klas(bouwer: Bouwer) -> Gevuld:
    """A mentor class of three pupils with its owner and a cycle."""
    return Gevuld(bouwer, 3)


@pytest.fixture
def eigenaar(klas: Gevuld, als: Callable[..., Bezoeker]) -> Bezoeker:
    """The browser of the owner of klas."""
    return als(klas.eigenaar, klas.groep.cursus, Rol.DOCENT)
