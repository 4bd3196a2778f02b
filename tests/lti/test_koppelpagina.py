"""The pages of deep linking and of dynamic registration, as a teacher or an administrator meets them."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import jwt
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from lti_tool import create_app
from lti_tool.extensions import db
from lti_tool.lti.registreren import maak_link
from lti_tool.models import Eigenaarschap, Groep, Registratie, School
from lti_tool.settings import Settings

DL = "https://purl.imsglobal.org/spec/lti-dl/claim/"
BEHEER = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator"


@pytest.fixture
def client(settings: Settings, session: Session, elo: Any) -> Iterator[FlaskClient]:  # noqa: ARG001 (its platform)
    app: Flask = create_app(settings)
    yield app.test_client()
    with app.app_context():
        db.engine.dispose()


def velden(antwoord: TestResponse) -> dict[str, str]:
    """The hidden fields of a page, whatever the order of their attributes."""
    gevonden = {}
    for veld in re.findall(r"<input[^>]*hidden[^>]*>", antwoord.text):
        naam, waarde = re.search(r'name="([^"]+)"', veld), re.search(r'value="([^"]*)"', veld)
        gevonden[naam[1]] = unescape(waarde[1])  # type: ignore[index]
    return gevonden


class Plaatser:
    """A teacher in the platform's window for adding an activity."""

    def __init__(self, client: FlaskClient, elo: Any) -> None:
        self._client, self._elo = client, elo
        self.adres = ""

    def open(self, rollen: Any = None, *, meer: bool = True) -> TestResponse:
        """The page that the launch leads to."""
        self.adres = self.start(rollen, meer=meer).location
        return self._client.get(self.adres)

    def start(self, rollen: Any = None, *, meer: bool = True) -> TestResponse:
        stap = self._client.post("/lti/login", data=self._elo.parameters())
        vraag = dict(parse_qsl(urlsplit(self._client.get(stap.location).location).query))
        claims = {"message_type": "LtiDeepLinkingRequest", "resource_link": None}
        inhoud = self._elo.claims(vraag["nonce"], **claims, **({"roles": rollen} if rollen else {}))
        inhoud[DL + "deep_linking_settings"] = {
            "accept_types": ["ltiResourceLink"],
            "accept_presentation_document_targets": ["iframe"],
            "accept_multiple": meer,
            "deep_link_return_url": self._elo.issuer + "/terug?a=1&sesskey=He7",
        }
        token = self._elo.teken(inhoud)
        return self._client.post("/lti/launch", data={"state": vraag["state"], "id_token": token})

    def kies(self, pagina: TestResponse, **keuze: Any) -> TestResponse:
        data = {"csrf_token": velden(pagina)["csrf_token"]} | keuze
        return self._client.post(self.adres, data=data)


@pytest.fixture
def plaatser(client: FlaskClient, elo: Any) -> Plaatser:
    return Plaatser(client, elo)


def links(antwoord: TestResponse) -> list[dict[str, Any]]:
    inhoud = jwt.decode(velden(antwoord)["JWT"], options={"verify_signature": False})
    return list(inhoud[DL + "content_items"])


def test_the_guess_is_filled_in_and_the_class_is_placed(
    plaatser: Plaatser, elo: Any, session: Session
) -> None:
    pagina = plaatser.open()
    assert re.search(r'<input[^>]*checked[^>]*name="mentorklas"', pagina.text)
    assert re.search(r'<input[^>]*checked[^>]*name="eigenaar"', pagina.text)
    antwoord = plaatser.kies(pagina, mentorklas="y", eigenaar="y", plaatsen="In de cursus plaatsen")
    (link,) = links(antwoord)
    assert (link["title"], link["url"]) == ("Groepsoverzicht 3HA", "http://127.0.0.1:8000/lti/launch")
    assert link["custom"] == {"formulier": "groepsoverzicht", "soort": "vakoverstijgend", "vak": ""}
    assert 'action="' + elo.issuer + '/terug?a=1&amp;sesskey=He7"' in antwoord.text
    assert f"form-action 'self' {elo.issuer}" in antwoord.headers["Content-Security-Policy"]
    assert session.scalar(select(func.count()).select_from(Eigenaarschap)) == 1


def test_several_subjects_at_once_each_named(plaatser: Plaatser, session: Session) -> None:
    pagina = plaatser.open()
    keuze = {"vakken-0": "  wiskunde ", "vakken-1": "Nederlands", "vakken-2": "Wiskunde", "mentorklas": "y"}
    titels = [link["title"] for link in links(plaatser.kies(pagina, **keuze))]
    assert titels == ["Groepsoverzicht 3HA", "Groepsoverzicht Wiskunde", "Groepsoverzicht Nederlands"]
    assert session.scalar(select(func.count()).select_from(Groep)) == 3
    assert session.scalar(select(func.count()).select_from(Eigenaarschap)) == 0


def test_the_begrijpwijzer_gets_a_link_of_its_own(plaatser: Plaatser) -> None:
    gevonden = links(plaatser.kies(plaatser.open(), mentorklas="y", begrijpwijzer="y"))
    assert [link["title"] for link in gevonden] == ["Groepsoverzicht 3HA", "Begrijpwijzer 3HA"]
    assert gevonden[1]["custom"]["formulier"] == "begrijpwijzer"


def test_where_one_link_is_taken_it_can_be_the_begrijpwijzer(plaatser: Plaatser) -> None:
    (link,) = links(plaatser.kies(plaatser.open(meer=False), mentorklas="y", begrijpwijzer="y"))
    assert link["title"] == "Begrijpwijzer 3HA"


def test_the_groepsplan_gets_a_link_of_its_own_beside_the_others(plaatser: Plaatser) -> None:
    alles = {"begrijpwijzer": "y", "groepsplan": "y", "vakken-0": "wiskunde"}
    gevonden = links(plaatser.kies(plaatser.open(), **alles))
    assert [link["title"] for link in gevonden] == [
        "Groepsoverzicht wiskunde",
        "Begrijpwijzer wiskunde",
        "Groepsplan wiskunde",
    ]
    assert gevonden[2]["custom"] == {"formulier": "groepsplan", "soort": "vakspecifiek", "vak": "wiskunde"}


def test_where_one_link_is_taken_it_is_one_of_the_two(plaatser: Plaatser) -> None:
    pagina = plaatser.open(meer=False)
    beide = plaatser.kies(pagina, mentorklas="y", begrijpwijzer="y", groepsplan="y")
    assert "één formulier tegelijk" in beide.text
    (link,) = links(plaatser.kies(pagina, mentorklas="y", groepsplan="y"))
    assert (link["title"], link["custom"]["formulier"]) == ("Groepsplan 3HA", "groepsplan")


def test_one_more_subject_keeps_what_was_typed(plaatser: Plaatser, session: Session) -> None:
    pagina = plaatser.kies(plaatser.open(), **{"vakken-0": "wiskunde", "nog_een": "1"})
    assert 'name="vakken-1"' in pagina.text
    assert 'value="wiskunde"' in pagina.text
    assert session.scalar(select(func.count()).select_from(Groep)) == 0


def test_an_administrator_is_not_made_owner_unasked(plaatser: Plaatser) -> None:
    pagina = plaatser.open([BEHEER])
    assert re.search(r'<input[^>]*name="eigenaar"', pagina.text)
    assert not re.search(r'<input[^>]*checked[^>]*name="eigenaar"', pagina.text)


def test_a_platform_that_takes_one_link_gets_no_more(plaatser: Plaatser) -> None:
    pagina = plaatser.open(meer=False)
    assert 'name="nog_een"' not in pagina.text
    antwoord = plaatser.kies(pagina, mentorklas="y", **{"vakken-0": "wiskunde"})
    assert "één formulier tegelijk" in antwoord.text


def test_an_answer_is_given_once(plaatser: Plaatser) -> None:
    pagina = plaatser.open()
    plaatser.kies(pagina, mentorklas="y")
    assert "LTI-42" in plaatser.kies(pagina, mentorklas="y").text


def test_a_plain_launch_opens_no_placing(client: FlaskClient, plaatser: Plaatser, elo: Any) -> None:
    plaatser.kies(plaatser.open(), mentorklas="y")
    assert "LTI-42" in client.get(plaatser.adres).text
    assert elo.issuer not in client.get(plaatser.adres).text


@pytest.mark.parametrize(
    "keuze",
    [
        {},
        {"vakken-0": ""},
        {"vakken-0": "x" * 61},
        {"vakken-0": "x" * 1_000_000},
        {"vakken-0": "$User.id"},
        {"vakken-0": "a\x00b"},
        {"vakken-0": ["wiskunde", "Nederlands"]},
        {"mentorklas": ["y", "y"]},
        {"mentorklas": "y", "csrf_token": "anders"},
    ],
    ids=lambda keuze: str(keuze)[:40],
)
def test_a_choice_that_makes_no_sense_places_nothing(
    plaatser: Plaatser, session: Session, keuze: dict[str, Any]
) -> None:
    antwoord = plaatser.kies(plaatser.open(), **keuze)
    assert "JWT" not in antwoord.text
    assert antwoord.status_code < 500
    assert session.scalar(select(func.count()).select_from(Groep)) == 0


def test_a_wrong_name_is_refused_beside_its_field_and_in_the_overview(plaatser: Plaatser) -> None:
    pagina = plaatser.kies(plaatser.open(), **{"vakken-0": "wiskunde", "vakken-1": "$User.id"})
    assert '<a href="#vakken-1">Naam van vak 2: Begin met een letter' in pagina.text
    assert 'id="vakken-1-fout"' in pagina.text
    assert "[&#39;" not in pagina.text


def test_a_script_as_subject_is_text_everywhere(plaatser: Plaatser) -> None:
    naam = "<script>alert(1)</script>"
    pagina = plaatser.kies(plaatser.open(), **{"vakken-0": naam, "nog_een": "1"})
    assert "<script>alert" not in pagina.text
    assert links(plaatser.kies(pagina, **{"vakken-0": naam}))[0]["title"] == f"Groepsoverzicht {naam}"


def test_a_pupil_places_nothing(plaatser: Plaatser, client: FlaskClient) -> None:
    rol = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"
    geweigerd = plaatser.start([rol])
    assert geweigerd.status_code == 403
    assert "LTI-41" in geweigerd.text
    assert client.get("/lti/koppelen/1").status_code == 401


def test_registering_is_one_page_and_one_button(
    client: FlaskClient, server: Any, session: Session, settings: Settings
) -> None:
    school = session.scalars(select(School)).one()
    url = server.url
    adressen = {"authorization_endpoint": "/auth", "token_endpoint": "/token", "jwks_uri": "/jwks"}
    configuratie = {naam: url + pad for naam, pad in adressen.items()}
    server.json("/openid", {**configuratie, "issuer": url, "registration_endpoint": url + "/registreer"})
    tool = {"https://purl.imsglobal.org/spec/lti-tool-configuration": {"deployment_id": "7"}}
    server.json("/registreer", {"client_id": "nieuw", **tool})
    link = maak_link(session, settings, school)
    session.commit()
    pagina = client.get(f"{link}&openid_configuration={url}/openid&registration_token=tok")
    assert "Het Lindecollege" in pagina.text
    assert f"frame-ancestors 'self' {url}" in pagina.headers["Content-Security-Policy"]
    klaar = client.post("/lti/register", data=velden(pagina))
    assert "org.imsglobal.lti.close" in klaar.text
    assert re.search(r'<script nonce="[^"]+">', klaar.text)
    session.rollback()
    assert session.scalar(select(func.count()).where(Registratie.client_id == "nieuw")) == 1
