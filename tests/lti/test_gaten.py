"""The gaps of PyLTI1p3 2.0, by number: each closing is proved here."""

import time
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lti_tool.lti import sleutels as eigen_sleutels
from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.inloggen import begin_login, vervolg_login
from lti_tool.lti.koppelvlak import koekje
from lti_tool.models import Aanmelding, Registratie, Rol, nu
from lti_tool.settings import Settings


def code_van(doe: Any) -> Code:
    with pytest.raises(LtiFout) as fout:
        doe()
    return fout.value.code


def test_gap_01_a_nonce_is_used_once(browser: Any, elo: Any) -> None:
    inlog = browser.log_in()
    token = elo.teken(elo.claims(inlog.nonce))
    browser.post(inlog, token)
    assert code_van(lambda: browser.post(inlog, token)) is Code.AL_GEBRUIKT


def test_gap_01_of_two_equal_posts_at_once_one_is_used(
    browser: Any, elo: Any, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lti_tool.lti import launch

    inlog = browser.log_in()
    token = elo.teken(elo.claims(inlog.nonce))
    echt = launch._lees

    def een_ander_is_eerst(*args: Any) -> Any:
        session.execute(update(Aanmelding).values(gebruikt_op=nu()))
        return echt(*args)

    monkeypatch.setattr(launch, "_lees", een_ander_is_eerst)
    assert code_van(lambda: browser.post(inlog, token)) is Code.AL_GEBRUIKT


def test_gap_01_a_nonce_lives_ten_minutes(browser: Any, elo: Any, session: Session) -> None:
    inlog = browser.log_in()
    (verloopt_op,) = session.scalars(select(Aanmelding.verloopt_op))
    assert timedelta(minutes=9) < verloopt_op - nu() <= timedelta(minutes=10)
    session.execute(update(Aanmelding).values(verloopt_op=nu()))
    assert (
        code_van(lambda: browser.post(inlog, elo.teken(elo.claims(inlog.nonce)))) is Code.AANMELDING_VERLOPEN
    )


def test_gap_01_a_nonce_of_another_login_is_refused(browser: Any, elo: Any) -> None:
    eerste, tweede = browser.log_in(), browser.log_in()
    assert code_van(lambda: browser.post(tweede, elo.teken(elo.claims(eerste.nonce)))) is Code.NONCE


def test_gap_05_half_a_character_as_nonce_is_a_clean_refusal(browser: Any, elo: Any) -> None:
    inlog = browser.log_in()
    assert code_van(lambda: browser.post(inlog, elo.teken(elo.claims("\ud800")))) is Code.NONCE


@pytest.mark.parametrize("weg", ["iat", "exp"])
def test_gap_02_exp_and_iat_are_required(browser: Any, elo: Any, weg: str) -> None:
    tijden = {"iat": int(time.time()), "exp": int(time.time()) + 60} | {weg: None}
    inlog = browser.log_in()
    claims = elo.claims(inlog.nonce, **tijden)
    assert code_van(lambda: browser.post(inlog, elo.teken(claims, kid=elo.kid))) is Code.TIJD


def test_gap_02_iat_is_five_minutes_old_at_most(browser: Any) -> None:
    toen, straks = int(time.time()) - 290, int(time.time()) + 60
    assert browser.launch(iat=toen, exp=straks).sub == "3"
    assert code_van(lambda: browser.launch(iat=toen - 30, exp=straks)) is Code.TIJD


def test_gap_02_clocks_may_differ_some_seconds(browser: Any) -> None:
    assert browser.launch(iat=int(time.time()) + 5, exp=int(time.time()) + 65).sub == "3"
    assert browser.launch(iat=int(time.time()) - 60, exp=int(time.time()) - 5).sub == "3"


def test_gap_03_several_audiences_need_our_azp(browser: Any, elo: Any) -> None:
    twee = ["iemand", elo.client_id]
    assert browser.launch(aud=twee, azp=elo.client_id).sub == "3"
    assert code_van(lambda: browser.launch(aud=twee, azp=None)) is Code.NIET_VOOR_ONS
    assert code_van(lambda: browser.launch(aud=twee, azp="iemand")) is Code.NIET_VOOR_ONS
    assert code_van(lambda: browser.launch(aud=elo.client_id, azp="iemand")) is Code.NIET_VOOR_ONS
    assert code_van(lambda: browser.launch(aud="iemand", azp=None)) is Code.NIET_VOOR_ONS


@pytest.mark.parametrize(
    "doel",
    [
        "https://evil.example/",
        "http://127.0.0.1:8000@evil.example/",
        "http://127.0.0.1:9/",
        "//x",
        "\\\\x",
        5,
    ],
)
def test_gap_06_the_target_must_be_ours(browser: Any, doel: Any) -> None:
    assert code_van(lambda: browser.launch(target_link_uri=doel)) is Code.DOEL


def test_gap_11_an_auth_url_may_have_a_query_of_its_own(browser: Any, elo: Any, session: Session) -> None:
    session.execute(update(Registratie).values(auth_url=elo.issuer + "/auth?site=3"))
    url = browser.log_in().auth_url
    vraag = parse_qs(urlsplit(url).query, strict_parsing=True)
    assert url.count("?") == 1
    assert vraag["site"] == ["3"]
    assert vraag["redirect_uri"] == ["http://127.0.0.1:8000/lti/launch"]


def test_gap_12_the_state_cookie_is_partitioned_over_https(settings: Settings) -> None:
    from dataclasses import replace

    veilig = koekje(replace(settings, base_url="https://gw.example"), "state-1", 600)
    assert veilig.naam.startswith("__Host-")
    assert veilig.opties == {
        "path": "/", "httponly": True, "secure": True, "samesite": "None", "partitioned": True,
    }  # fmt: skip
    assert "samesite" not in koekje(settings, "state-1", 600).opties


def test_gap_12_without_the_cookie_a_new_window_is_offered_once(
    session: Session, settings: Settings, elo: Any
) -> None:
    eerste = begin_login(session, settings, elo.parameters())
    vervolg = vervolg_login(session, settings, eerste.sleutel, {})
    assert vervolg.velden["lti_message_hint"] == '{"cmid":12,"launchid":"x"}'
    assert vervolg.velden["venster"] == "1"
    tweede = begin_login(session, settings, {naam: [waarde] for naam, waarde in vervolg.velden.items()})
    assert code_van(lambda: vervolg_login(session, settings, tweede.sleutel, {})) is Code.COOKIES_GEBLOKKEERD
    koek = {tweede.koekje.naam: tweede.koekje.waarde}
    assert vervolg_login(session, settings, tweede.sleutel, koek).auth_url.startswith(elo.issuer + "/auth?")


@pytest.mark.parametrize("cookie", [None, "state-anders", ""])
def test_gap_12_the_state_stays_bound_to_the_browser(browser: Any, elo: Any, cookie: str | None) -> None:
    inlog = browser.log_in()
    inlog.cookies = {} if cookie is None else dict.fromkeys(inlog.cookies, cookie)
    assert code_van(lambda: browser.post(inlog, elo.teken(elo.claims(inlog.nonce)))) is Code.ANDERE_BROWSER


def test_gap_13_nothing_of_the_message_is_stored_with_the_login(browser: Any, session: Session) -> None:
    browser.launch()
    (aanmelding,) = session.scalars(select(Aanmelding))
    assert aanmelding.parameters == {}


def test_gap_14_the_role_in_the_course_decides(browser: Any) -> None:
    instelling = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor"
    cursus = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"
    assert browser.launch(roles=[instelling, cursus]).rol is Rol.LEERLING


def test_gap_15_a_number_as_sub_is_written_out(browser: Any) -> None:
    assert browser.launch(sub=42).sub == "42"


@pytest.mark.parametrize("sub", [None, "", True, "x" * 256, ["3"], "a\x00b"], ids=str)
def test_gap_15_a_launch_of_nobody_is_refused(browser: Any, sub: Any) -> None:
    assert code_van(lambda: browser.launch(sub=sub)) is Code.ANONIEM


def test_gap_17_the_old_key_stays_published_during_rotation(session: Session, settings: Settings) -> None:
    oud = eigen_sleutels.huidige_sleutel(session).kid
    nieuw = eigen_sleutels.roteer(session, settings).kid
    assert [sleutel["kid"] for sleutel in eigen_sleutels.jwks(session)["keys"]] == [nieuw, oud]
    assert eigen_sleutels.huidige_sleutel(session).kid == nieuw


def test_repost_is_never_sent(browser: Any) -> None:
    assert "repost" not in browser.log_in().auth_url
