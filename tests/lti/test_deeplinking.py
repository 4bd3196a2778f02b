"""Deep linking: who may place links, and where the answer goes (gap 18)."""

from typing import Any

import jwt
import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lti_tool.lti import sleutels
from lti_tool.lti.deeplinking import Keuze, maak_antwoord
from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.models import Registratie
from lti_tool.settings import Settings

DL = "https://purl.imsglobal.org/spec/lti-dl/claim/"
KEUZE = Keuze("Groepsoverzicht wiskunde", {"formulier": "groepsoverzicht", "vak": "wiskunde"})


def instellingen(elo: Any, **anders: Any) -> dict[str, Any]:
    return {
        "accept_types": ["ltiResourceLink"],
        "accept_presentation_document_targets": ["iframe"],
        "accept_multiple": True,
        "deep_link_return_url": elo.issuer + "/terug?sesskey=He7",
    } | anders


def plaats(browser: Any, elo: Any, gegeven: Any, rol: str = "Instructor") -> Any:
    inlog = browser.log_in()
    claims = elo.claims(inlog.nonce, (rol,), message_type="LtiDeepLinkingRequest", resource_link=None)
    return browser.post(inlog, elo.teken(claims | {DL + "deep_linking_settings": gegeven}))


def test_a_deep_linking_launch_carries_what_its_answer_needs(browser: Any, elo: Any) -> None:
    launch = plaats(browser, elo, instellingen(elo, data="van-de-elo"))
    assert launch.soort == "deeplink"
    assert launch.deeplink == {
        "registratie_id": launch.registratie.id,
        "deployment_id": "1",
        "return_url": elo.issuer + "/terug?sesskey=He7",
        "meer": True,
        "data": "van-de-elo",
    }


def test_a_plain_launch_has_no_deep_linking(browser: Any) -> None:
    assert browser.launch().deeplink is None


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/", "http://127.0.0.1:9/", "javascript:alert(1)", "", None, ["x"], 'x"><script>'],
)
def test_gap_18_the_return_url_must_be_the_platforms(browser: Any, elo: Any, url: Any) -> None:
    with pytest.raises(LtiFout) as fout:
        plaats(browser, elo, instellingen(elo, deep_link_return_url=url))
    assert fout.value.code is Code.RETOURADRES


@pytest.mark.parametrize(
    ("gegeven", "code"),
    [
        ([], Code.BERICHT_ONLEESBAAR),
        ({}, Code.GEGEVENS_ONTBREKEN),
        ({"accept_types": "ltiResourceLink"}, Code.GEGEVENS_ONTBREKEN),
        ({"accept_types": ["file"]}, Code.GEGEVENS_ONTBREKEN),
    ],
    ids=str,
)
def test_settings_that_make_no_sense_are_refused(browser: Any, elo: Any, gegeven: Any, code: Code) -> None:
    with pytest.raises(LtiFout) as fout:
        plaats(browser, elo, gegeven)
    assert fout.value.code is code


@pytest.mark.parametrize("data", [{"a": 1}, "x" * 20_001, 5])
def test_data_of_another_shape_are_refused(browser: Any, elo: Any, data: Any) -> None:
    with pytest.raises(LtiFout) as fout:
        plaats(browser, elo, instellingen(elo, data=data))
    assert fout.value.code is Code.BERICHT_ONLEESBAAR


@pytest.mark.parametrize("rol", ["Learner", "Mentor", "Member"])
def test_only_a_teacher_places_links(browser: Any, elo: Any, rol: str) -> None:
    with pytest.raises(LtiFout) as fout:
        plaats(browser, elo, instellingen(elo), rol)
    assert fout.value.code is Code.KOPPELEN_MAG_NIET


def test_the_answer_is_signed_and_holds_the_links(
    browser: Any, elo: Any, session: Session, settings: Settings
) -> None:
    afspraak = plaats(browser, elo, instellingen(elo, data="d")).deeplink
    antwoord = maak_antwoord(session, settings, afspraak, [KEUZE])
    (jwk,) = sleutels.jwks(session)["keys"]
    bericht = jwt.decode(
        antwoord.jwt, jwt.PyJWK.from_dict(jwk), ["RS256"], audience=elo.issuer, issuer=elo.client_id
    )
    assert antwoord.url == elo.issuer + "/terug?sesskey=He7"
    assert bericht[DL + "data"] == "d"
    assert bericht[DL + "content_items"] == [
        {
            "type": "ltiResourceLink",
            "title": "Groepsoverzicht wiskunde",
            "url": "http://127.0.0.1:8000/lti/launch",
            "custom": {"formulier": "groepsoverzicht", "vak": "wiskunde"},
        }
    ]


def test_the_independent_platform_takes_the_answer(
    browser: Any, elo: Any, session: Session, settings: Settings
) -> None:
    antwoord = maak_antwoord(
        session, settings, plaats(browser, elo, instellingen(elo)).deeplink, [KEUZE, KEUZE]
    )
    elo.conf.get_registration().set_tool_key_set(sleutels.jwks(session))
    links = elo.conf.validate_deeplinking_resp({"JWT": antwoord.jwt})
    assert [link["title"] for link in links] == ["Groepsoverzicht wiskunde"] * 2


def test_no_data_given_no_data_returned(browser: Any, elo: Any, session: Session, settings: Settings) -> None:
    antwoord = maak_antwoord(session, settings, plaats(browser, elo, instellingen(elo)).deeplink, [KEUZE])
    assert DL + "data" not in jwt.decode(antwoord.jwt, options={"verify_signature": False})


def test_nothing_is_signed_for_a_platform_that_was_switched_off_or_moved(
    browser: Any, elo: Any, session: Session, settings: Settings
) -> None:
    afspraak = plaats(browser, elo, instellingen(elo)).deeplink
    with pytest.raises(LtiFout) as fout:
        maak_antwoord(session, settings, afspraak | {"return_url": "https://evil.example/"}, [KEUZE])
    assert fout.value.code is Code.RETOURADRES
    session.execute(update(Registratie).values(actief=False))
    with pytest.raises(LtiFout) as fout:
        maak_antwoord(session, settings, afspraak, [KEUZE])
    assert fout.value.code is Code.PLATFORM_UIT
    assert session.scalars(select(Registratie.actief)).all() == [False]
