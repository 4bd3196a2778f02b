"""Addresses are judged as text, before anything is fetched or sent."""

import pytest

from lti_tool.lti.adressen import is_van_ons, is_van_platform, oorsprong, oorsprong_tekst
from lti_tool.models import Registratie
from lti_tool.settings import Settings


@pytest.mark.parametrize(
    "adres",
    [
        "",
        "elo.example",
        "//elo.example/x",
        "javascript:alert(1)",
        "http://elo.example/",
        "http://127.0.0.2/",
        "http://localhost.evil.example/",
        "https://",
        "https:///x",
        "https://u@elo.example/",
        "https://elo.example\\@evil.example/",
        "https://elo.example /",
        "https://elo.example/\n",
        "https://elo.example;script-src/",
        "https://elo.example:99999/",
        "https://elo.example:x/",
        "https://[::1/",
        "https://élo.example/",
        "https://elo.example/" + "x" * 2000,
    ],
)
def test_an_unfit_address_has_no_origin(adres: str) -> None:
    assert oorsprong(adres) is None
    assert oorsprong_tekst(adres) == ""


@pytest.mark.parametrize(
    ("adres", "tekst"),
    [
        ("https://ELO.example/mod/lti?x=1", "https://elo.example"),
        ("https://elo.example:443/", "https://elo.example"),
        ("https://elo.example:8443/", "https://elo.example:8443"),
        ("http://127.0.0.1:8100/x", "http://127.0.0.1:8100"),
        ("https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443"),
    ],
)
def test_a_fit_address_has_one(adres: str, tekst: str) -> None:
    assert oorsprong_tekst(adres) == tekst


def test_ours_is_scheme_host_and_port_together(settings: Settings) -> None:
    assert is_van_ons(settings, "http://127.0.0.1:8000/lti/launch?x=1")
    assert not is_van_ons(settings, "http://127.0.0.1:8001/lti/launch")
    assert not is_van_ons(settings, "https://127.0.0.1:8000/lti/launch")
    assert not is_van_ons(settings, "http://127.0.0.1:8000.evil.example/")


def test_a_platform_has_the_hosts_of_its_registration() -> None:
    registratie = Registratie(
        issuer="https://elo.example",
        auth_url="https://login.elo.example/auth",
        token_url="https://api.elo.example/token",
    )
    for host in ("elo.example", "login.elo.example", "api.elo.example"):
        assert is_van_platform(registratie, f"https://{host}/members")
    assert not is_van_platform(registratie, "https://evil.example/members")
    assert not is_van_platform(registratie, "https://elo.example:8443/members")
