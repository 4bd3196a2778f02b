"""A browser without a screen, that checks every page it gets."""

from typing import Any

import html5lib
from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse
from werkzeug.wrappers import Response


class Bezoeker:
    """A client in which somebody was launched; every HTML page is checked on arrival."""

    def __init__(self, app: Flask, token: str = "") -> None:
        self.client = app.test_client()
        if token:
            self.client.set_cookie("groepswijzer", token)
        ondertekenaar = URLSafeTimedSerializer(app.config["SECRET_KEY"], salt="wtf-csrf-token")
        self.csrf = ondertekenaar.dumps("0" * 40)

    def get(self, url: str, **anders: Any) -> TestResponse:
        return _bekijk(self.client.get(url, **anders))

    def post(self, url: str, velden: dict[str, Any] | None = None, **anders: Any) -> TestResponse:
        gegevens = {"csrf_token": self.csrf} | (velden or {})
        return _bekijk(self.client.post(url, data=gegevens, **anders))

    def json(self, methode: str, url: str, gegevens: Any = None) -> TestResponse:
        koppen = {"X-CSRFToken": self.csrf, "Accept": "application/json"}
        return self.client.open(url, method=methode, json=gegevens, headers=koppen)


def _bekijk(antwoord: TestResponse) -> TestResponse:
    if antwoord.mimetype == "text/html" and antwoord.data and not 300 <= antwoord.status_code < 400:
        controleer_pagina(antwoord.text, antwoord.headers["Content-Security-Policy"])
    return antwoord


def controleer_pagina(html: str, csp: str) -> None:
    """Valid HTML, one h1, unique ids, a title that starts with the h1, a nonce on every script."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    boom = parser.parse(html)
    assert not parser.errors, [(plaats, fout) for plaats, fout, _ in parser.errors][:3]
    koppen = list(boom.iter("h1"))
    assert len(koppen) == 1
    titel = boom.find(".//title")
    assert titel is not None
    assert titel.text is not None
    assert titel.text.startswith("".join(koppen[0].itertext()).strip())
    ids = [element.get("id") for element in boom.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), {i for i in ids if ids.count(i) > 1}
    for script in boom.iter("script"):
        assert f"'nonce-{script.get('nonce')}'" in csp
    for element in boom.iter():
        assert not element.get("style"), "inline style"
        assert not any(naam.startswith("on") for naam in element.keys()), "inline handler"  # noqa: SIM118


def cookie_van(antwoord: Response) -> str:
    """The visit that a launch began, as the browser keeps it."""
    return antwoord.headers["Set-Cookie"].split("=", 1)[1].split(";")[0]
