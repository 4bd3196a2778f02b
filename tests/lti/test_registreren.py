"""Dynamic registration: one link, one click; again without losing anything."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.registreren import Voltooid, bekijk, maak_link, voltooi
from lti_tool.models import Deployment, Platform, Registratie, Registratielink, School, nu
from lti_tool.settings import Settings

TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration"


class Beheer:
    """An administrator with a link, in front of a platform as Moodle is one."""

    def __init__(self, session: Session, settings: Settings, server: Any) -> None:
        self.session, self.settings, self.server = session, settings, server
        url = server.url
        self.configuratie: dict[str, Any] = {
            "issuer": url,
            "authorization_endpoint": url + "/auth",
            "token_endpoint": url + "/token",
            "jwks_uri": url + "/jwks",
            "registration_endpoint": url + "/registreer",
            "https://purl.imsglobal.org/spec/lti-platform-configuration": {"product_family_code": "moodle"},
        }
        self.stel_in()
        self.antwoord("Fg7", "2")

    def stel_in(self, **anders: Any) -> None:
        self.server.json("/openid", self.configuratie | anders)

    def antwoord(self, client_id: Any, deployment_id: Any, status: int = 200) -> None:
        self.server.json(
            "/registreer", {"client_id": client_id, TOOL: {"deployment_id": deployment_id}}, status
        )

    def link(self, school: str = "Het Lindecollege") -> dict[str, list[str]]:
        rij = self.session.scalars(select(School).where(School.naam == school)).one_or_none()
        if rij is None:
            rij = School(naam=school, rolvertaling={})
            self.session.add(rij)
            self.session.flush()
        adres = maak_link(self.session, self.settings, rij)
        self.session.commit()
        return {
            "k": [adres.partition("?k=")[2]],
            "openid_configuration": [self.server.url + "/openid"],
            "registration_token": ["tok"],
        }

    def bekijk(self, params: dict[str, list[str]]) -> Any:
        return bekijk(self.session, self.settings, params)

    def voltooi(self, params: dict[str, list[str]]) -> Voltooid:
        klaar = voltooi(self.session, self.settings, params)
        self.session.commit()
        return klaar

    def weigert(self, params: dict[str, list[str]]) -> Code:
        with pytest.raises(LtiFout) as fout:
            self.voltooi(params)
        self.session.rollback()
        return fout.value.code

    def aantal(self, model: type) -> int:
        return self.session.scalar(select(func.count()).select_from(model)) or 0


@pytest.fixture
def beheer(session: Session, settings: Settings, server: Any) -> Beheer:
    return Beheer(session, settings, server)


def test_the_page_before_says_what_will_happen_and_changes_nothing(beheer: Beheer) -> None:
    params = beheer.link()
    voorstel = beheer.bekijk(params)
    assert (voorstel.school, voorstel.platform.host) == ("Het Lindecollege", beheer.server.url[7:])
    assert voorstel.velden == {naam: waarden[0] for naam, waarden in params.items()}
    assert beheer.aantal(Registratie) == 0
    assert beheer.server.aantal("/registreer") == 0
    assert beheer.bekijk(params).school == "Het Lindecollege"


def test_the_click_registers_platform_and_deployment(beheer: Beheer) -> None:
    klaar = beheer.voltooi(beheer.link())
    registratie = klaar.registratie
    assert (registratie.issuer, registratie.client_id) == (beheer.server.url, "Fg7")
    assert registratie.jwks_url == beheer.server.url + "/jwks"
    assert [deployment.deployment_id for deployment in registratie.deployments] == ["2"]
    assert (registratie.platform.product, registratie.platform.school.naam) == ("moodle", "Het Lindecollege")
    assert any("Activeren" in stap for stap in klaar.stappen)


def test_the_request_asks_for_the_roster_and_no_grades(beheer: Beheer) -> None:
    beheer.voltooi(beheer.link())
    gestuurd = beheer.server.verzoeken[-1]
    vraag = json.loads(gestuurd.inhoud)
    assert gestuurd.koppen["Authorization"] == "Bearer tok"
    assert vraag["scope"] == "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
    assert vraag["redirect_uris"] == ["http://127.0.0.1:8000/lti/launch"]
    assert vraag["client_name"] == "Groepswijzer"
    tool = vraag[TOOL]
    assert tool["domain"] == "127.0.0.1:8000"
    assert {"name", "given_name", "family_name", "email"} <= set(tool["claims"])
    assert set(tool["custom_parameters"].values()) == {
        "$CourseSection.sourcedId",
        "$CourseSection.timeFrame.begin",
        "$CourseSection.timeFrame.end",
        "$Context.id.history",
    }
    assert [bericht["type"] for bericht in tool["messages"]] == [
        "LtiDeepLinkingRequest",
        "LtiResourceLinkRequest",
    ]


def test_a_link_works_once(beheer: Beheer) -> None:
    params = beheer.link()
    beheer.voltooi(params)
    assert beheer.weigert(params) is Code.LINK_ONGELDIG
    assert beheer.server.aantal("/registreer") == 1


def test_a_link_ends_after_its_hours(beheer: Beheer) -> None:
    params = beheer.link()
    (verloopt_op,) = beheer.session.scalars(select(Registratielink.verloopt_op))
    assert timedelta(hours=23) < verloopt_op - nu() <= timedelta(hours=24)
    beheer.session.execute(update(Registratielink).values(verloopt_op=nu()))
    assert beheer.weigert(params) is Code.LINK_ONGELDIG


def test_the_link_itself_is_not_in_the_database(beheer: Beheer) -> None:
    params = beheer.link()
    assert params["k"] != beheer.session.scalars(select(Registratielink.token_hash)).all()


@pytest.mark.parametrize("k", [[], [""], ["onzin"], ["x" * 101], ["a", "b"], ["a\x00"]], ids=str)
def test_without_a_good_link_nothing_is_asked_of_anybody(beheer: Beheer, k: list[str]) -> None:
    assert beheer.weigert(beheer.link() | {"k": k}) is Code.LINK_ONGELDIG
    assert beheer.server.verzoeken == []


def test_registering_again_keeps_platform_and_registration(beheer: Beheer) -> None:
    eerste = beheer.voltooi(beheer.link()).registratie.id
    beheer.stel_in(jwks_uri=beheer.server.url + "/nieuwe-jwks")
    tweede = beheer.voltooi(beheer.link()).registratie
    assert (tweede.id, tweede.jwks_url) == (eerste, beheer.server.url + "/nieuwe-jwks")
    assert (beheer.aantal(Platform), beheer.aantal(Deployment)) == (1, 1)


def test_a_new_client_id_joins_the_same_platform(beheer: Beheer) -> None:
    beheer.voltooi(beheer.link())
    beheer.antwoord("Nieuw", "5")
    beheer.voltooi(beheer.link())
    assert (beheer.aantal(Platform), beheer.aantal(Registratie)) == (1, 2)


def test_another_school_cannot_take_a_registration_over(beheer: Beheer) -> None:
    beheer.voltooi(beheer.link())
    assert beheer.weigert(beheer.link("Het Berkencollege")) is Code.ANDERE_SCHOOL
    assert [r.platform.school.naam for r in beheer.session.scalars(select(Registratie))] == [
        "Het Lindecollege"
    ]


@pytest.mark.parametrize(
    ("client_id", "deployment_id", "status"),
    [("Fg7", "2", 400), (None, "2", 200), ("Fg7", None, 200), ("x" * 256, "2", 200), (["a"], "2", 200)],
)
def test_a_refusal_leaves_the_link_usable(
    beheer: Beheer, client_id: Any, deployment_id: Any, status: int
) -> None:
    params = beheer.link()
    beheer.antwoord(client_id, deployment_id, status)
    assert beheer.weigert(params) is Code.REGISTRATIE_GEWEIGERD
    assert beheer.aantal(Registratie) == 0
    beheer.antwoord("Fg7", "2")
    assert beheer.voltooi(params).registratie.client_id == "Fg7"


@pytest.mark.parametrize(
    "anders",
    [
        {"issuer": "https://evil.example"},
        {"issuer": None},
        {"issuer": ["x"]},
        {"jwks_uri": "http://elo.example/jwks"},
        {"token_endpoint": "javascript:x"},
        {"registration_endpoint": ""},
    ],
    ids=str,
)
def test_a_configuration_that_does_not_fit_is_refused(beheer: Beheer, anders: dict[str, Any]) -> None:
    beheer.stel_in(**anders)
    assert beheer.weigert(beheer.link()) is Code.CONFIGURATIE_ONGELDIG
    assert beheer.server.aantal("/registreer") == 0


@pytest.mark.parametrize(
    "adres", ["", "http://elo.example/openid", "file:///etc/passwd", "https://u@elo.example/"]
)
def test_an_unfit_address_is_never_asked(beheer: Beheer, adres: str) -> None:
    params = beheer.link() | {"openid_configuration": [adres]}
    assert beheer.weigert(params) is Code.CONFIGURATIE_ONGELDIG


@pytest.mark.parametrize("inhoud", [(500, b""), (200, b"<html>"), (200, b"[]")], ids=str)
def test_a_platform_that_gives_no_configuration_is_named(beheer: Beheer, inhoud: tuple[int, bytes]) -> None:
    params = beheer.link()
    beheer.server.antwoorden["/openid"] = lambda _: (inhoud[0], {}, inhoud[1])
    assert beheer.weigert(params) is Code.CONFIGURATIE_ONBEREIKBAAR
    beheer.stel_in()
    assert beheer.voltooi(params).registratie.actief
