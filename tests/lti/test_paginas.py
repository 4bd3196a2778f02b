"""The addresses under /lti/ over HTTP: redirects, cookies, pages, and bad input to each of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from lti_tool import create_app
from lti_tool.extensions import db
from lti_tool.models import Aanmelding, Cursus, Persoon, Sessie
from lti_tool.settings import Settings

DL = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
FOUT = re.compile(r"LTI-\d\d")


@pytest.fixture
def app(settings: Settings, session: Session, elo: Any) -> Iterator[Flask]:  # noqa: ARG001 (its tables and platform)
    app = create_app(settings)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def velden(antwoord: TestResponse) -> dict[str, str]:
    """The hidden fields of a page."""
    gevonden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', antwoord.text)
    return {naam: unescape(waarde) for naam, waarde in gevonden}


def login(client: FlaskClient, elo: Any, **anders: str) -> dict[str, str]:
    """From the platform's form to its auth endpoint; the query that it gets."""
    from urllib.parse import parse_qsl, urlsplit

    eerste = client.post("/lti/login", data=elo.parameters(**anders))
    assert eerste.status_code == 303
    tweede = client.get(eerste.location)
    assert tweede.status_code == 302
    return dict(parse_qsl(urlsplit(tweede.location).query))


def start(client: FlaskClient, elo: Any, *rollen: str, **claims: Any) -> TestResponse:
    vraag = login(client, elo)
    token = elo.teken(elo.claims(vraag["nonce"], rollen or ("Instructor",), **claims))
    return client.post("/lti/launch", data={"state": vraag["state"], "id_token": token})


def is_fout(antwoord: TestResponse, code: str, status: int) -> bool:
    """A page in Dutch with the code, and no more than that."""
    assert "Traceback" not in antwoord.text
    assert antwoord.text.count("<h1") == 1
    return (FOUT.search(antwoord.text) or [""])[0] == code and antwoord.status_code == status


def test_a_launch_ends_on_a_page_of_the_tool_with_a_visit(
    client: FlaskClient, elo: Any, session: Session
) -> None:
    antwoord = start(client, elo)
    assert antwoord.status_code == 303
    assert antwoord.location.startswith("/")
    assert session.scalar(select(func.count()).select_from(Sessie)) == 1


def test_the_state_cookie_is_removed_after_the_launch(client: FlaskClient, elo: Any) -> None:
    weg = [kop for kop in start(client, elo).headers.getlist("Set-Cookie") if kop.startswith("lti-")]
    assert len(weg) == 1
    assert "Max-Age=0" in weg[0]


def test_login_also_works_by_get(client: FlaskClient, elo: Any) -> None:
    antwoord = client.get("/lti/login", query_string={n: w[0] for n, w in elo.parameters().items()})
    assert client.get(antwoord.location).location.startswith(elo.issuer + "/auth?")


def test_without_cookies_a_button_opens_a_new_window(app: Flask, elo: Any) -> None:
    zonder = app.test_client(use_cookies=False)
    eerste = zonder.post("/lti/login", data=elo.parameters())
    pagina = zonder.get(eerste.location)
    assert pagina.status_code == 200
    assert 'target="_blank"' in pagina.text
    assert f"form-action 'self' {elo.issuer}" in pagina.headers["Content-Security-Policy"]
    opnieuw = zonder.post("/lti/login", data=velden(pagina))
    assert is_fout(zonder.get(opnieuw.location), "LTI-04", 400)
    venster = app.test_client()
    antwoord = venster.post("/lti/login", data=velden(pagina))
    assert venster.get(antwoord.location).location.startswith(elo.issuer + "/auth?")


def test_over_https_the_state_cookie_survives_in_a_frame(settings: Settings, elo: Any) -> None:
    app = create_app(replace(settings, base_url="https://gw.example"))
    doel = "https://gw.example/lti/launch"
    antwoord = app.test_client().post("/lti/login", data=elo.parameters(target_link_uri=doel))
    with app.app_context():
        db.engine.dispose()
    (kop,) = antwoord.headers.getlist("Set-Cookie")
    assert kop.startswith("__Host-lti-")
    assert {"Secure", "HttpOnly", "SameSite=None", "Partitioned", "Path=/"} <= set(kop.split("; "))


def test_gap_04_a_launch_by_get_is_refused(client: FlaskClient, elo: Any) -> None:
    vraag = login(client, elo)
    token = elo.teken(elo.claims(vraag["nonce"]))
    antwoord = client.get("/lti/launch", query_string={"state": vraag["state"], "id_token": token})
    assert antwoord.status_code == 405


def test_gap_16_what_a_platform_sends_is_escaped_in_our_pages(app: Flask, elo: Any) -> None:
    zonder = app.test_client(use_cookies=False)
    hint = '"><script>alert(1)</script>'
    pagina = zonder.get(zonder.post("/lti/login", data=elo.parameters(lti_message_hint=hint)).location)
    assert "<script>alert" not in pagina.text
    assert velden(pagina)["lti_message_hint"] == hint


def test_reload_of_a_launch_says_that_it_was_used(client: FlaskClient, elo: Any) -> None:
    vraag = login(client, elo)
    data = {"state": vraag["state"], "id_token": elo.teken(elo.claims(vraag["nonce"]))}
    houd = client.post("/lti/launch", data=data)
    assert houd.status_code == 303
    assert is_fout(client.post("/lti/launch", data=data), "LTI-06", 409)


def test_a_platform_that_answers_with_an_error_is_named(client: FlaskClient, elo: Any) -> None:
    vraag = login(client, elo)
    antwoord = client.post("/lti/launch", data={"state": vraag["state"], "error": "login_required"})
    assert is_fout(antwoord, "LTI-22", 403)


def test_a_launch_outside_any_course_says_so(client: FlaskClient, elo: Any) -> None:
    assert is_fout(start(client, elo, context=None), "LTI-20", 400)


def test_a_platform_that_shares_no_names_tells_the_administrator_what_to_switch_on(
    client: FlaskClient, elo: Any, session: Session
) -> None:
    kaal = {"name": None, "given_name": None, "family_name": None, "email": None}
    assert is_fout(start(client, elo, **kaal), "LTI-21", 403)
    assert session.scalar(select(func.count()).select_from(Persoon)) == 0


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"state": "x"},
        {"state": "x", "id_token": "a.b.c"},
        {"state": ["x", "y"], "id_token": "a.b.c"},
        {"state": "x", "id_token": ["a.b.c", "a.b.c"]},
        {"state": "x" * 1_000_000, "id_token": "x"},
        {"state": "x", "id_token": "x" * 1_000_000},
        {"state": "<script>alert(1)</script>", "id_token": "é"},
        {"state": "x\x00", "id_token": "x"},
    ],
    ids=lambda data: str(data)[:50],
)
def test_a_launch_post_of_nonsense_is_a_clean_page(
    client: FlaskClient, session: Session, data: dict[str, Any]
) -> None:
    antwoord = client.post("/lti/launch", data=data)
    assert 400 <= antwoord.status_code < 500
    assert FOUT.search(antwoord.text)
    assert "<script>alert" not in antwoord.text
    assert session.scalar(select(func.count()).select_from(Cursus)) == 0


@pytest.mark.parametrize(
    ("pad", "soort"), [("/lti/launch", "application/json"), ("/lti/login", "text/plain")]
)
def test_a_body_that_is_no_form_is_a_clean_refusal(client: FlaskClient, pad: str, soort: str) -> None:
    antwoord = client.post(pad, data=b"[1, 2]" * 1000, content_type=soort)
    assert 400 <= antwoord.status_code < 500
    assert "Traceback" not in antwoord.text


@pytest.mark.parametrize(
    "data",
    [{}, {"iss": "x"}, {"iss": ["x", "x"], "login_hint": "3"}, {"iss": "x" * 1_000_000, "login_hint": "3"}],
)
def test_a_login_of_nonsense_is_a_clean_page(
    client: FlaskClient, session: Session, data: dict[str, Any]
) -> None:
    antwoord = client.post("/lti/login", data=data)
    assert 400 <= antwoord.status_code < 500
    assert FOUT.search(antwoord.text)
    assert session.scalar(select(func.count()).select_from(Aanmelding)) == 0


@pytest.mark.parametrize("k", ["", "x", "é", "%00", "a" * 4000, "../../x"])
def test_a_step_of_no_login_is_a_clean_page(client: FlaskClient, k: str) -> None:
    assert is_fout(client.get("/lti/login/verder", query_string={"k": k}), "LTI-05", 400)


def test_the_keys_are_published_and_stay_the_same(client: FlaskClient) -> None:
    eerste = client.get("/lti/jwks").get_json()
    assert len(eerste["keys"]) == 1
    assert client.get("/lti/jwks").get_json() == eerste


@pytest.mark.parametrize("methode", ["get", "post"])
@pytest.mark.parametrize(
    "params", [{}, {"k": "x"}, {"k": "x", "openid_configuration": "https://x.example/'\"><b>"}]
)
def test_registering_without_a_good_link_is_a_clean_page(
    client: FlaskClient, methode: str, params: dict[str, str]
) -> None:
    naam = "query_string" if methode == "get" else "data"
    antwoord = getattr(client, methode)("/lti/register", **{naam: params})
    assert 400 <= antwoord.status_code < 500
    assert FOUT.search(antwoord.text)
