"""What a browser may keep of an answer: nothing about people, everything of the looks."""

import pytest
from flask import Flask, Response, url_for

from lti_tool.security.koppen import zet_koppen


@pytest.mark.parametrize("eigen", ["public, max-age=31536000", "private", "no-cache"])
def test_nothing_is_kept_whatever_a_view_says(app: Flask, eigen: str) -> None:
    with app.test_request_context("/gezond"):
        antwoord = zet_koppen(Response("x", headers={"Cache-Control": eigen}))
    assert antwoord.headers.getlist("Cache-Control") == ["no-store"]


@pytest.mark.parametrize("pad", ["/gezond", "/bestaat-niet", "/lti/jwks", "/groep/1/overzicht"])
def test_what_anybody_may_ask_is_not_kept_either(app: Flask, pad: str) -> None:
    assert app.test_client().get(pad).headers["Cache-Control"] == "no-store"


def test_a_stylesheet_is_kept_for_a_year_and_one_that_is_not_there_is_not(app: Flask) -> None:
    with app.test_request_context():
        er, niet = (url_for("static", filename=naam) for naam in ("css/basis.css", "css/weg.css"))
    with app.test_client().get(er) as antwoord:
        assert "max-age=31536000" in antwoord.headers["Cache-Control"]
    antwoord = app.test_client().get(niet)
    assert antwoord.status_code == 404
    assert antwoord.headers["Cache-Control"] == "no-store"
