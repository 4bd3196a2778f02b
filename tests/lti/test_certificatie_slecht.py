"""The bad launches of the 1EdTech certification suite: each is refused by a code, and nothing is kept."""

from typing import Any

import pytest
from sqlalchemy import func, select

from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.models import Aanmelding, Cursus, Persoon


def geweigerd(browser: Any, **claims: Any) -> Code:
    with pytest.raises(LtiFout) as fout:
        browser.launch(**claims)
    return fout.value.code


def met_kop(browser: Any, elo: Any, **kop: Any) -> Code:
    inlog = browser.log_in()
    with pytest.raises(LtiFout) as fout:
        browser.post(inlog, elo.teken(elo.claims(inlog.nonce) | {"iat": _nu(), "exp": _nu() + 60}, **kop))
    return fout.value.code


def _nu() -> int:
    import time

    return int(time.time())


def test_bad_no_kid(browser: Any, elo: Any) -> None:
    assert met_kop(browser, elo, kid=None) is Code.HANDTEKENING


def test_bad_wrong_kid(browser: Any, elo: Any) -> None:
    assert met_kop(browser, elo, kid="een-ander") is Code.HANDTEKENING


def test_bad_wrong_lti_version(browser: Any) -> None:
    assert geweigerd(browser, version="1.2.0") is Code.VERSIE


def test_bad_no_lti_version(browser: Any) -> None:
    assert geweigerd(browser, version=None) is Code.VERSIE


def test_bad_json_that_is_no_lti_message(browser: Any, elo: Any) -> None:
    inlog = browser.log_in()
    with pytest.raises(LtiFout) as fout:
        browser.post(inlog, elo.teken({"name": "badltilaunch"}))
    assert fout.value.code is Code.NIET_VOOR_ONS


def test_bad_missing_claims(browser: Any, elo: Any) -> None:
    inlog = browser.log_in()
    kaal = {"iss": elo.issuer, "aud": elo.client_id, "nonce": inlog.nonce}
    with pytest.raises(LtiFout) as fout:
        browser.post(inlog, elo.teken(kaal))
    assert fout.value.code is Code.DEPLOYMENT


@pytest.mark.parametrize(("iat", "exp"), [(-3600, -3500), (-3600, 60), (3600, 7200), (-60, -11)], ids=str)
def test_bad_timestamps(browser: Any, iat: int, exp: int) -> None:
    assert geweigerd(browser, iat=_nu() + iat, exp=_nu() + exp) is Code.TIJD


def test_bad_no_message_type(browser: Any) -> None:
    assert geweigerd(browser, message_type=None) is Code.BERICHTSOORT


def test_bad_no_roles(browser: Any) -> None:
    assert geweigerd(browser, roles=None) is Code.GEGEVENS_ONTBREKEN


def test_bad_no_deployment_id(browser: Any) -> None:
    assert geweigerd(browser, deployment_id=None) is Code.DEPLOYMENT


def test_bad_unknown_deployment_id(browser: Any) -> None:
    assert geweigerd(browser, deployment_id="7") is Code.DEPLOYMENT


def test_bad_no_resource_link(browser: Any) -> None:
    assert geweigerd(browser, resource_link=None) is Code.GEGEVENS_ONTBREKEN


def test_bad_no_resource_link_id(browser: Any) -> None:
    assert geweigerd(browser, resource_link={"title": "zonder id"}) is Code.GEGEVENS_ONTBREKEN


def test_bad_no_sub(browser: Any) -> None:
    assert geweigerd(browser, sub=None) is Code.ANONIEM


def test_bad_no_target_link_uri(browser: Any) -> None:
    assert geweigerd(browser, target_link_uri=None) is Code.DOEL


def test_a_refused_launch_keeps_nobody_and_leaves_the_login_unused(browser: Any, session: Any) -> None:
    geweigerd(browser, version="1.2.0")
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Persoon)) == 0
    assert session.scalar(select(func.count()).select_from(Cursus)) == 0
    assert session.scalars(select(Aanmelding.gebruikt_op)).all() == [None]


@pytest.mark.parametrize(
    "claims",
    [
        {"roles": "Instructor"},
        {"roles": [1]},
        {"roles": ["x"] * 101},
        {"context": ["2"]},
        {"context": {"title": "zonder id"}},
        {"context": {"id": "x" * 256}},
        {"resource_link": "9"},
        {"lis": 5},
        {"custom": "a=b"},
        {"launch_presentation": []},
        {"name": {"first": "x"}},
        {"aud": 5},
        {"exp": "straks"},
        {"exp": 10**40},
        {"iat": True},
        {"azp": ["klant-1"]},
    ],
    ids=str,
)
def test_a_claim_of_another_type_is_a_clean_refusal(browser: Any, claims: dict[str, Any]) -> None:
    met_tijd = {"iat": _nu(), "exp": _nu() + 60} | claims
    assert geweigerd(browser, **met_tijd) is Code.BERICHT_ONLEESBAAR


@pytest.mark.parametrize(
    "token", ["", "a.b", "a.b.c", "é.é.é", "e30.e30.e30", "W10.W10.e30", "." * 2, "x" * 70_000], ids=len
)
def test_what_is_no_token_is_a_clean_refusal(browser: Any, token: str) -> None:
    inlog = browser.log_in()
    with pytest.raises(LtiFout) as fout:
        browser.post(inlog, token)
    assert fout.value.code in (Code.BERICHT_ONLEESBAAR, Code.NIET_VOOR_ONS)


def test_a_body_nested_beyond_reason_is_a_clean_refusal(browser: Any) -> None:
    import base64

    diep = base64.urlsafe_b64encode(b"[" * 30_000 + b"]" * 10_000).decode().rstrip("=")
    inlog = browser.log_in()
    with pytest.raises(LtiFout) as fout:
        browser.post(inlog, f"e30.{diep}.e30")
    assert fout.value.code is Code.BERICHT_ONLEESBAAR
