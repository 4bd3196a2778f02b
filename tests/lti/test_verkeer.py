"""Requests to a platform stay within bounds of time, size and host (gap 7)."""

import gzip
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from lti_tool.lti.verkeer import GROOTSTE_ANTWOORD, USER_AGENT, Verkeer, Verkeersfout
from lti_tool.settings import Settings


@pytest.fixture
def verkeer(settings: Settings) -> Iterator[Verkeer]:
    with Verkeer(settings) as sessie:
        yield sessie


def test_gap_07_a_plain_answer_is_read_and_we_say_who_we_are(verkeer: Verkeer, server: Any) -> None:
    server.json("/x", {"a": 1})
    assert verkeer.get(server.url + "/x").json() == {"a": 1}
    assert server.verzoeken[0].koppen["User-Agent"] == USER_AGENT


def test_gap_07_a_platform_that_hangs_is_given_up(verkeer: Verkeer, server: Any) -> None:
    klaar = threading.Event()

    def hang(_: Any) -> Any:
        klaar.wait(10)
        return 200, {}, b""

    server.antwoorden["/hang"] = hang
    with pytest.raises(requests.ReadTimeout):
        verkeer.get(server.url + "/hang")
    klaar.set()


def test_gap_07_nothing_listens_there(verkeer: Verkeer) -> None:
    with pytest.raises(requests.ConnectionError):
        verkeer.get("http://127.0.0.1:9/")


def test_gap_07_a_redirect_within_the_host_is_followed(verkeer: Verkeer, server: Any) -> None:
    server.json("/nieuw", {"hier": True})
    server.antwoorden["/oud"] = lambda _: (302, {"Location": "/nieuw"}, b"")
    assert verkeer.get(server.url + "/oud").json() == {"hier": True}


@pytest.mark.parametrize(
    "doel", ["https://evil.example/", "http://127.0.0.1:9/", "file:///etc/passwd", "/rond"]
)
def test_gap_07_other_redirects_are_refused(verkeer: Verkeer, server: Any, doel: str) -> None:
    server.antwoorden["/rond"] = lambda _: (302, {"Location": doel}, b"")
    with pytest.raises(Verkeersfout):
        verkeer.get(server.url + "/rond")


def test_a_redirected_post_is_refused(verkeer: Verkeer, server: Any) -> None:
    server.antwoorden["/oud"] = lambda _: (307, {"Location": "/nieuw"}, b"")
    with pytest.raises(Verkeersfout):
        verkeer.post(server.url + "/oud", data={"geheim": "x"})
    assert server.aantal("/nieuw") == 0


@pytest.mark.parametrize("inpakken", [False, True])
def test_an_answer_beyond_the_cap_is_refused(verkeer: Verkeer, server: Any, inpakken: bool) -> None:
    inhoud = b" " * (GROOTSTE_ANTWOORD + 1)
    koppen = {"Content-Encoding": "gzip"} if inpakken else {}
    lading = gzip.compress(inhoud) if inpakken else inhoud
    server.antwoorden["/groot"] = lambda _: (200, koppen, lading)
    with pytest.raises(Verkeersfout):
        verkeer.get(server.url + "/groot")


def test_an_answer_that_breaks_off_is_refused(verkeer: Verkeer, server: Any) -> None:
    server.antwoorden["/half"] = lambda _: (200, {"Content-Length": "100", "Connection": "close"}, b"{}")
    with pytest.raises(requests.RequestException):
        verkeer.get(server.url + "/half")


def test_an_answer_packed_wrongly_is_refused(verkeer: Verkeer, server: Any) -> None:
    server.antwoorden["/x"] = lambda _: (200, {"Content-Encoding": "gzip"}, b"geen gzip")
    with pytest.raises(requests.RequestException):
        verkeer.get(server.url + "/x")


@pytest.mark.parametrize("adres", ["http://elo.example/", "ftp://127.0.0.1/", "https://u:p@elo.example/", ""])
def test_only_fit_addresses_are_asked(verkeer: Verkeer, adres: str) -> None:
    with pytest.raises(requests.RequestException):
        verkeer.get(adres)
