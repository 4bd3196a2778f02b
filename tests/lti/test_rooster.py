"""The class list: whole or not at all, page by page, from the platform's own host (gaps 9 and 10)."""

import json
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from lti_tool.lti import rooster, sleutels
from lti_tool.lti.fouten import Code, RoosterFout
from lti_tool.models import Cursus, Platformtoken, Registratie, Roosterophaling, nu
from lti_tool.settings import Settings

Haal = Callable[[], list[dict[str, Any]]]
SOORT = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"


def lid(nummer: int, **anders: Any) -> dict[str, Any]:
    return {
        "user_id": str(nummer),
        "roles": ["Learner"],
        "status": "Active",
        "name": f"Leerling {nummer}",
    } | anders


def lijst(*leden: Any, context: str = "2") -> dict[str, Any]:
    return {"id": "x", "context": {"id": context}, "members": list(leden)}


@pytest.fixture
def cursus(elo: Any, session: Session, server: Any) -> Cursus:
    registratie = session.scalars(select(Registratie)).one()
    rij = Cursus(
        platform_id=registratie.platform_id,
        registratie_id=registratie.id,
        context_id="2",
        rooster_url=elo.issuer + "/Leden",
    )
    session.add(rij)
    session.commit()
    server.json("/token", {"access_token": "tok-1", "token_type": "Bearer", "expires_in": 3600})
    return rij


@pytest.fixture
def haal(session: Session, settings: Settings, cursus: Cursus) -> Haal:
    """Fetch all pages; the list, once complete."""

    def doe() -> list[dict[str, Any]]:
        ophaling = rooster.begin_ophaling(session, settings, cursus)
        session.commit()
        while not rooster.haal_pagina(session, settings, ophaling):
            session.commit()
        return list(ophaling.leden)

    return doe


def code_van(haal: Haal) -> Code:
    with pytest.raises(RoosterFout) as fout:
        haal()
    return fout.value.code


def test_a_list_in_one_answer_becomes_plain_people(haal: Haal, server: Any) -> None:
    mila = lid(
        10, given_name="Mila", family_name="van den Berg", email="m@x.example", lis_person_sourcedid="120304"
    )
    server.json(
        "/Leden", lijst(mila, lid(3, roles=["Instructor"]), lid(4, status="Inactive"), lid(5, roles=[]))
    )
    eerste, tweede, derde, vierde = haal()
    assert eerste == {
        "sub": "10",
        "voornaam": "Mila",
        "achternaam": "van den Berg",
        "naam": "Leerling 10",
        "email": "m@x.example",
        "nummer": "120304",
        "rol": "leerling",
        "actief": True,
    }
    assert (tweede["rol"], derde["actief"], vierde["rol"]) == ("docent", False, "geen")


def test_the_request_is_as_moodle_wants_it(haal: Haal, server: Any) -> None:
    server.json("/Leden", lijst(lid(1)))
    haal()
    verzoek = server.verzoeken[-1]
    assert (verzoek.koppen["Accept"], verzoek.koppen["Authorization"]) == (SOORT, "Bearer tok-1")
    assert verzoek.vraag == {}


@pytest.mark.parametrize(
    "link",
    [
        '<{url}/Leden2?Pagina=Twee>; rel="next"',
        "<{url}/Leden2?Pagina=Twee>; rel=next",
        "</Leden2?Pagina=Twee>; rel='next'",
        '<{url}/anders>; rel="differences", <{url}/Leden2?Pagina=Twee>; rel="next"',
    ],
)
def test_gap_09_the_next_page_is_found_however_it_is_written(
    haal: Haal, server: Any, elo: Any, link: str
) -> None:
    server.json("/Leden", lijst(lid(1), lid(2)), Link=link.format(url=elo.issuer))
    server.json("/Leden2", lijst(lid(2), lid(3)))
    assert [persoon["sub"] for persoon in haal()] == ["1", "2", "3"]
    assert server.verzoeken[-1].vraag == {"Pagina": ["Twee"]}


@pytest.mark.parametrize("link", ["https://evil.example/x", "http://127.0.0.1:9/x", "/Leden", "javascript:x"])
def test_gap_09_a_next_page_elsewhere_or_the_same_is_refused(haal: Haal, server: Any, link: str) -> None:
    server.json("/Leden", lijst(lid(1)), Link=f'<{link}>; rel="next"')
    assert code_van(haal) is Code.ROOSTER_VERVOLG


def test_gap_09_pages_are_capped(haal: Haal, server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooster, "MEESTE_PAGINAS", 3)
    server.antwoorden["/Leden"] = lambda v: (
        200,
        {"Link": f'</Leden?p={int(v.vraag.get("p", ["0"])[0]) + 1}>; rel="next"'},
        json.dumps(lijst(lid(1))).encode(),
    )
    assert code_van(haal) is Code.ROOSTER_TE_GROOT
    assert server.aantal("/Leden") == 3


def test_two_thousand_members_fit_and_more_than_the_cap_do_not(haal: Haal, server: Any) -> None:
    server.json("/Leden", lijst(*(lid(nummer) for nummer in range(2000))))
    assert len(haal()) == 2000
    server.json("/Leden", lijst(*(lid(nummer) for nummer in range(rooster.MEESTE_LEDEN + 1))))
    assert code_van(haal) is Code.ROOSTER_TE_GROOT


@pytest.mark.parametrize(
    ("status", "inhoud", "code"),
    [
        (503, b"", Code.ROOSTER_GEWEIGERD),
        (404, b"{}", Code.ROOSTER_GEWEIGERD),
        (200, b"<html>", Code.ROOSTER_ONLEESBAAR),
        (200, b"[" * 90_000, Code.ROOSTER_ONLEESBAAR),
        (200, b"[]", Code.ROOSTER_ONLEESBAAR),
        (200, b'{"members": {}}', Code.ROOSTER_ONLEESBAAR),
        (200, b'{"members": [5]}', Code.ROOSTER_ONLEESBAAR),
        (200, b'{"members": [{"roles": []}]}', Code.ROOSTER_ONLEESBAAR),
        (200, b'{"members": [{"user_id": "1", "roles": "Learner"}]}', Code.ROOSTER_ONLEESBAAR),
        (200, b'{"context": {"id": "3"}, "members": []}', Code.ROOSTER_ANDERE_CURSUS),
    ],
    ids=str,
)
def test_a_list_that_cannot_be_read_whole_is_no_list(
    haal: Haal, server: Any, status: int, inhoud: bytes, code: Code
) -> None:
    server.antwoorden["/Leden"] = lambda _: (status, {}, inhoud)
    assert code_van(haal) is code


def test_a_second_page_that_fails_gives_no_half_list(haal: Haal, server: Any, session: Session) -> None:
    server.json("/Leden", lijst(lid(1)), Link='</Leden2>; rel="next"')
    server.antwoorden["/Leden2"] = lambda _: (500, {}, b"")
    assert code_van(haal) is Code.ROOSTER_GEWEIGERD
    session.rollback()
    (over,) = session.scalars(select(Roosterophaling))
    assert over.volgende_url.endswith("/Leden2")


def test_a_platform_that_does_not_answer_is_named(haal: Haal, session: Session) -> None:
    session.execute(update(Registratie).values(token_url="http://127.0.0.1:9/token"))
    assert code_van(haal) is Code.ROOSTER_ONBEREIKBAAR


@pytest.mark.parametrize("url", ["", "https://evil.example/members", "http://127.0.0.1:9/members"])
def test_a_list_elsewhere_than_on_the_platform_is_never_asked(
    haal: Haal, cursus: Cursus, session: Session, server: Any, url: str
) -> None:
    cursus.rooster_url = url
    session.commit()
    assert code_van(haal) is Code.ROOSTER_NIET_AAN
    assert server.verzoeken == []


def test_gap_10_a_token_is_kept_until_just_before_its_end(haal: Haal, server: Any, session: Session) -> None:
    server.json("/Leden", lijst(lid(1)))
    haal()
    haal()
    assert server.aantal("/token") == 1
    session.execute(update(Platformtoken).values(verloopt_op=nu()))
    session.commit()
    haal()
    assert server.aantal("/token") == 2
    assert session.scalar(select(func.count()).select_from(Platformtoken)) == 1


def test_gap_10_a_token_without_a_life_is_used_once(haal: Haal, server: Any) -> None:
    server.json("/token", {"access_token": "tok-1"})
    server.json("/Leden", lijst(lid(1)))
    haal()
    haal()
    assert server.aantal("/token") == 2


def test_a_token_that_is_refused_is_renewed_once(haal: Haal, server: Any) -> None:
    server.antwoorden["/Leden"] = lambda _: (
        (401, {}, b"") if server.aantal("/token") < 2 else (200, {}, json.dumps(lijst(lid(1))).encode())
    )
    assert len(haal()) == 1
    server.antwoorden["/Leden"] = lambda _: (401, {}, b"")
    assert code_van(haal) is Code.ROOSTER_GEWEIGERD
    assert server.aantal("/token") == 3


@pytest.mark.parametrize(
    ("status", "inhoud"),
    [
        (400, {"error": "invalid_client"}),
        (200, []),
        (200, {}),
        (200, {"access_token": 5}),
        (200, {"access_token": "tok€n"}),
        (200, {"access_token": "a\r\nX-Kop: 1"}),
    ],
    ids=str,
)
def test_no_token_no_list(haal: Haal, server: Any, status: int, inhoud: Any) -> None:
    server.json("/token", inhoud, status)
    assert code_van(haal) is Code.ROOSTER_GEEN_TOEGANG


def test_the_token_is_asked_with_a_signed_statement(
    haal: Haal, server: Any, elo: Any, session: Session
) -> None:
    from urllib.parse import parse_qs

    server.json("/Leden", lijst(lid(1)))
    haal()
    vraag = parse_qs(server.verzoeken[0].inhoud.decode())
    (jwk,) = sleutels.jwks(session)["keys"]
    verklaring = jwt.decode(
        vraag["client_assertion"][0], jwt.PyJWK.from_dict(jwk), ["RS256"], audience=elo.issuer + "/token"
    )
    assert jwt.get_unverified_header(vraag["client_assertion"][0])["kid"] == jwk["kid"]
    assert (verklaring["iss"], verklaring["sub"]) == (elo.client_id, elo.client_id)
    assert vraag["grant_type"] == ["client_credentials"]
