"""The platform's keys: good answers only, kept in the database, asked again within bounds (gap 8)."""

from datetime import timedelta
from typing import Any

import jwt
import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.models import Platformsleutels, nu


def code_van(doe: Any) -> Code:
    with pytest.raises(LtiFout) as fout:
        doe()
    return fout.value.code


def verzet(session: Session, **tijden: timedelta) -> None:
    waarden = {naam: nu() - geleden for naam, geleden in tijden.items()}
    session.execute(update(Platformsleutels).values(**waarden))
    session.commit()


def test_gap_08_the_keys_are_fetched_once(browser: Any, server: Any) -> None:
    browser.launch()
    browser.launch()
    assert server.aantal("/jwks") == 1


def test_gap_08_a_platform_that_is_down_fails_no_launch_with_a_kept_key(
    browser: Any, server: Any, session: Any
) -> None:
    browser.launch()
    server.antwoorden["/jwks"] = lambda _: (503, {}, b"Storing")
    verzet(session, opgehaald_op=timedelta(days=9), poging_op=timedelta(days=9))
    assert browser.launch().sub == "3"
    assert browser.launch().sub == "3"
    assert server.aantal("/jwks") == 2


@pytest.mark.parametrize(
    "antwoord",
    [
        (500, b"{}"),
        (200, b"<html>"),
        (200, b"[]"),
        (200, b"{}"),
        (200, b'{"keys": []}'),
        (200, b'{"keys": 5}'),
        (200, b'{"keys": [5, {"kid": 3}, {"kid": "x", "kty": "oct", "k": "AAAA"}]}'),
        (200, b"[" * 100_000),
    ],
    ids=str,
)
def test_gap_08_an_answer_of_no_use_is_not_kept(
    browser: Any, server: Any, session: Any, antwoord: tuple[int, bytes]
) -> None:
    goed = server.antwoorden["/jwks"]
    server.antwoorden["/jwks"] = lambda _: (antwoord[0], {}, antwoord[1])
    assert code_van(browser.launch) is Code.SLEUTELS_ONBEREIKBAAR
    session.rollback()
    assert session.scalars(select(Platformsleutels.jwks)).all() == [{}]
    server.antwoorden["/jwks"] = goed
    verzet(session, poging_op=timedelta(seconds=6))
    assert browser.launch().sub == "3"


def test_gap_08_an_unknown_kid_is_asked_for_once_a_minute(
    browser: Any, elo: Any, server: Any, session: Any
) -> None:
    browser.launch()

    def met_onbekende_sleutel() -> None:
        inlog = browser.log_in()
        browser.post(
            inlog, jwt.encode(elo.claims(inlog.nonce) | tijd(), elo.sleutel, "RS256", {"kid": "nieuw"})
        )

    for _ in range(3):
        assert code_van(met_onbekende_sleutel) is Code.HANDTEKENING
    assert server.aantal("/jwks") == 1
    verzet(session, poging_op=timedelta(seconds=61))
    assert code_van(met_onbekende_sleutel) is Code.HANDTEKENING
    assert code_van(met_onbekende_sleutel) is Code.HANDTEKENING
    assert server.aantal("/jwks") == 2


def tijd() -> dict[str, int]:
    """Of now, and not of when the tests were collected: a long run is older than a launch may be."""
    return {"iat": int(nu().timestamp()), "exp": int(nu().timestamp()) + 600}


def test_gap_08_a_new_key_of_the_platform_is_found(browser: Any, elo: Any, server: Any, session: Any) -> None:
    browser.launch()
    (oud,) = elo.conf.get_jwks()["keys"]
    nieuw = elo.conf.get_registration().get_jwk(elo.andere_sleutel)
    server.json("/jwks", {"keys": [oud, {**nieuw, "kid": "nieuw"}]})
    verzet(session, poging_op=timedelta(minutes=2))
    inlog = browser.log_in()
    token = jwt.encode(elo.claims(inlog.nonce) | tijd(), elo.andere_sleutel, "RS256", {"kid": "nieuw"})
    assert browser.post(inlog, token).sub == "3"


def test_a_signature_of_another_key_is_refused(browser: Any, elo: Any) -> None:
    inlog = browser.log_in()
    token = jwt.encode(elo.claims(inlog.nonce) | tijd(), elo.andere_sleutel, "RS256", {"kid": elo.kid})
    assert code_van(lambda: browser.post(inlog, token)) is Code.HANDTEKENING


@pytest.mark.parametrize(("alg", "sleutel"), [("none", None), ("HS256", "x" * 40)])
def test_no_signature_or_a_shared_secret_is_refused(browser: Any, elo: Any, alg: str, sleutel: Any) -> None:
    inlog = browser.log_in()
    token = jwt.encode(elo.claims(inlog.nonce) | tijd(), sleutel, alg, {"kid": elo.kid})
    assert code_van(lambda: browser.post(inlog, token)) is Code.HANDTEKENING


def test_a_key_that_makes_no_sense_is_a_clean_refusal(browser: Any, elo: Any, server: Any) -> None:
    server.json("/jwks", {"keys": [{"kid": elo.kid, "kty": "RSA", "n": "!", "e": "AQAB"}]})
    assert code_van(browser.launch) is Code.HANDTEKENING
