"""Platforms connected by hand: the same again changes nothing, bad values are named."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.models import Platform, Registratie
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.school.platforms import lijst, voeg_platform_toe, zet_uit

GOED: dict[str, Any] = {
    "school_naam": "Het Lindecollege",
    "issuer": "https://elo.example",
    "client_id": "klant-1",
    "deployment_ids": ["1"],
    "auth_url": "https://elo.example/auth",
    "token_url": "https://elo.example/token",
    "jwks_url": "https://elo.example/jwks",
}


def test_the_same_again_changes_nothing(session: Session) -> None:
    eerste = voeg_platform_toe(session, **GOED)
    assert voeg_platform_toe(session, **GOED) is eerste
    assert [deployment.deployment_id for deployment in eerste.deployments] == ["1"]


def test_adding_again_updates_addresses_and_adds_deployments(session: Session) -> None:
    voeg_platform_toe(session, **GOED)
    zet_uit(session, "https://elo.example", "klant-1")
    nieuw = voeg_platform_toe(
        session, **GOED | {"deployment_ids": ["2", "2"], "jwks_url": "https://elo.example/j"}
    )
    assert [deployment.deployment_id for deployment in nieuw.deployments] == ["1", "2"]
    assert (nieuw.jwks_url, nieuw.actief) == ("https://elo.example/j", True)


def test_two_registrations_of_one_school_share_the_platform(session: Session) -> None:
    voeg_platform_toe(session, **GOED)
    voeg_platform_toe(session, **GOED | {"client_id": "klant-2"})
    assert session.scalar(select(func.count()).select_from(Platform)) == 1
    assert [registratie.client_id for registratie in lijst(session)] == ["klant-1", "klant-2"]


def test_two_schools_on_one_issuer_are_two_platforms(session: Session) -> None:
    voeg_platform_toe(session, **GOED)
    voeg_platform_toe(session, **GOED | {"school_naam": "Het Berkencollege", "client_id": "klant-2"})
    assert session.scalar(select(func.count()).select_from(Platform)) == 2


def test_another_school_cannot_take_it_over(session: Session) -> None:
    voeg_platform_toe(session, **GOED)
    with pytest.raises(OngeldigeWaarde, match="andere school"):
        voeg_platform_toe(session, **GOED | {"school_naam": "Het Berkencollege"})


def test_switching_off_keeps_the_registration(session: Session) -> None:
    voeg_platform_toe(session, **GOED)
    assert zet_uit(session, "https://elo.example", "klant-1").actief is False
    with pytest.raises(NietGevonden):
        zet_uit(session, "https://elo.example", "onbekend")


def test_localhost_may_be_plain_http(session: Session) -> None:
    adressen = {
        n: w.replace("https://elo.example", "http://localhost:8100") for n, w in GOED.items() if "://" in w
    }
    assert voeg_platform_toe(session, **GOED | adressen).issuer == "http://localhost:8100"


@pytest.mark.parametrize(
    "anders",
    [
        {"issuer": "http://elo.example"},
        {"issuer": ""},
        {"auth_url": "ftp://elo.example/"},
        {"token_url": "https://u:p@elo.example/"},
        {"jwks_url": "elo.example/jwks"},
        {"client_id": ""},
        {"client_id": "x" * 256},
        {"client_id": "a\nb"},
        {"deployment_ids": [""]},
        {"school_naam": "  "},
        {"school_naam": "x" * 256},
        {"issuer": "https://elo.example/" + "x" * 250},
    ],
    ids=str,
)
def test_a_value_that_cannot_be_used_is_refused(session: Session, anders: dict[str, Any]) -> None:
    with pytest.raises(OngeldigeWaarde):
        voeg_platform_toe(session, **GOED | anders)
    assert session.scalar(select(func.count()).select_from(Registratie)) == 0
