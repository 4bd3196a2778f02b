"""Login initiation: what a platform (or anybody) may send, and what is kept of it."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.inloggen import begin_login, vervolg_login
from lti_tool.models import Aanmelding, Registratie, nu
from lti_tool.services.school.platforms import voeg_platform_toe
from lti_tool.settings import Settings


def weigert(session: Session, settings: Settings, params: Any) -> Code:
    with pytest.raises(LtiFout) as fout:
        begin_login(session, settings, params)
    assert session.scalar(select(func.count()).select_from(Aanmelding)) == 0
    return fout.value.code


def test_the_platform_gets_back_what_it_sent(browser: Any, elo: Any) -> None:
    from urllib.parse import parse_qs, urlsplit

    vraag = parse_qs(urlsplit(browser.log_in().auth_url).query)
    assert vraag["login_hint"] == ["3"]
    assert vraag["lti_message_hint"] == ['{"cmid":12,"launchid":"x"}']
    assert (vraag["client_id"], vraag["scope"], vraag["prompt"]) == ([elo.client_id], ["openid"], ["none"])
    assert (vraag["response_type"], vraag["response_mode"]) == (["id_token"], ["form_post"])


def test_every_login_has_its_own_state_nonce_and_cookie(browser: Any) -> None:
    eerste, tweede = browser.log_in(), browser.log_in()
    assert eerste.state != tweede.state
    assert eerste.nonce != tweede.nonce
    assert eerste.cookies.keys().isdisjoint(tweede.cookies)


def test_two_logins_in_one_browser_do_not_mix(browser: Any, elo: Any) -> None:
    eerste, tweede = browser.log_in(), browser.log_in()
    eerste.cookies = tweede.cookies = eerste.cookies | tweede.cookies
    for inlog in (tweede, eerste):
        assert browser.post(inlog, elo.teken(elo.claims(inlog.nonce))).sub == "3"


def test_the_state_is_not_in_the_database(browser: Any, session: Session) -> None:
    inlog = browser.log_in()
    (rij,) = session.scalars(select(Aanmelding))
    assert inlog.state not in (rij.state_hash, rij.nonce, *rij.parameters.values())


@pytest.mark.parametrize(
    "anders",
    [
        {"iss": []},
        {"login_hint": []},
        {"login_hint": [""]},
        {"iss": ["a", "b"]},
        {"login_hint": ["3", "4"]},
        {"client_id": ["klant-1", "klant-1"]},
        {"login_hint": ["x" * 1001]},
        {"lti_message_hint": ["x" * 1_000_000]},
        {"iss": ["http://127.0.0.1\r\nX-Kop: 1"]},
        {"login_hint": ["a\x00b"]},
    ],
    ids=lambda waarde: str(waarde)[:40],
)
def test_a_request_that_is_incomplete_doubled_or_huge_is_refused(
    session: Session, settings: Settings, elo: Any, anders: dict[str, list[str]]
) -> None:
    assert weigert(session, settings, elo.parameters() | anders) is Code.AANVRAAG


@pytest.mark.parametrize(
    "anders", [{"iss": "https://evil.example"}, {"client_id": "x"}, {"client_id": "' OR 1=1 --"}]
)
def test_gap_05_an_unknown_platform_is_refused(
    session: Session, settings: Settings, elo: Any, anders: dict[str, str]
) -> None:
    assert weigert(session, settings, elo.parameters(**anders)) is Code.PLATFORM_ONBEKEND


def test_a_platform_that_was_switched_off_is_refused(session: Session, settings: Settings, elo: Any) -> None:
    session.execute(update(Registratie).values(actief=False))
    assert weigert(session, settings, elo.parameters()) is Code.PLATFORM_UIT


def test_switching_off_also_stops_a_login_under_way(browser: Any, elo: Any, session: Session) -> None:
    inlog = browser.log_in()
    session.execute(update(Registratie).values(actief=False))
    with pytest.raises(LtiFout) as fout:
        browser.post(inlog, elo.teken(elo.claims(inlog.nonce)))
    assert fout.value.code is Code.PLATFORM_UIT


def test_gap_06_a_target_elsewhere_is_refused_at_once(session: Session, settings: Settings, elo: Any) -> None:
    assert weigert(session, settings, elo.parameters(target_link_uri="https://evil.example/")) is Code.DOEL


def test_without_client_id_the_only_registration_is_meant(
    session: Session, settings: Settings, elo: Any, browser: Any
) -> None:
    inlog = browser.log_in(client_id="")
    assert browser.post(inlog, elo.teken(elo.claims(inlog.nonce))).registratie.client_id == elo.client_id
    session.query(Aanmelding).delete()
    url = elo.issuer
    voeg_platform_toe(session, "Het Lindecollege", url, "klant-2", ["1"], url, url, url)
    assert weigert(session, settings, elo.parameters(client_id="")) is Code.PLATFORM_ONBEKEND


def test_a_token_for_another_registration_of_the_same_platform_is_refused(
    session: Session, elo: Any, browser: Any
) -> None:
    url = elo.issuer
    voeg_platform_toe(session, "Het Berkencollege", url, "klant-2", ["1"], url, url, url + "/jwks")
    inlog = browser.log_in(client_id="klant-2")
    with pytest.raises(LtiFout) as fout:
        browser.post(inlog, elo.teken(elo.claims(inlog.nonce)))
    assert fout.value.code is Code.NIET_VOOR_ONS


def test_logins_that_have_ended_are_removed(browser: Any, session: Session) -> None:
    browser.log_in()
    session.execute(update(Aanmelding).values(verloopt_op=nu() - timedelta(seconds=1)))
    browser.log_in()
    assert session.scalar(select(func.count()).select_from(Aanmelding)) == 1


@pytest.mark.parametrize("sleutel", ["", "x", "é" * 64, "0" * 64, "a" * 5000, "' OR 1=1 --", "\x00"])
def test_a_login_that_is_not_under_way_goes_nowhere(
    session: Session, settings: Settings, sleutel: str
) -> None:
    with pytest.raises(LtiFout) as fout:
        vervolg_login(session, settings, sleutel, {})
    assert fout.value.code is Code.AANMELDING_VERLOPEN
