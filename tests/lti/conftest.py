"""A learning platform to talk to: real keys, real HTTP on this machine, answers on demand.

Tokens are built by lti1p3platform, which knows nothing of PyLTI1p3; bad ones are then changed by hand.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lti1p3platform.ltiplatform import LTI1P3PlatformConfAbstract
from lti1p3platform.message_launch import LTIAdvantageMessageLaunchAbstract
from lti1p3platform.registration import Registration
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from lti_tool.lti.inloggen import begin_login, vervolg_login
from lti_tool.lti.launch import Launch, valideer_launch
from lti_tool.models import Base, Registratie
from lti_tool.models.sqlite import richt_sqlite_in
from lti_tool.services.school.platforms import voeg_platform_toe
from lti_tool.settings import Settings, load_settings

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
CONTEXTROL = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
Antwoord = tuple[int, dict[str, str], bytes]


@dataclass
class Verzoek:
    """A request as the platform's server received it."""

    methode: str
    pad: str
    vraag: dict[str, list[str]]
    koppen: dict[str, str]
    inhoud: bytes


@dataclass
class Server:
    """A tiny web server; `antwoorden` maps a path to what makes its answer."""

    url: str = ""
    antwoorden: dict[str, Callable[[Verzoek], Antwoord]] = field(default_factory=dict)
    verzoeken: list[Verzoek] = field(default_factory=list)

    def json(self, pad: str, inhoud: Any, status: int = 200, **koppen: str) -> None:
        kop = {"Content-Type": "application/json", **koppen}
        self.antwoorden[pad] = lambda _: (status, kop, json.dumps(inhoud).encode())

    def aantal(self, pad: str) -> int:
        return sum(verzoek.pad == pad for verzoek in self.verzoeken)


@pytest.fixture
def server() -> Iterator[Server]:
    staat = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            delen = urlsplit(self.path)
            lengte = int(self.headers.get("Content-Length", 0))
            verzoek = Verzoek(
                self.command, delen.path, parse_qs(delen.query), dict(self.headers), self.rfile.read(lengte)
            )
            staat.verzoeken.append(verzoek)
            maak = staat.antwoorden.get(delen.path, lambda _: (404, {}, b""))
            status, koppen, inhoud = maak(verzoek)
            self.send_response(status)
            for naam, waarde in {"Content-Length": str(len(inhoud)), **koppen}.items():
                self.send_header(naam, waarde)
            self.end_headers()
            # the tool hangs up on answers that are too large or too late
            with suppress(OSError):
                self.wfile.write(inhoud)

        do_POST = do_GET  # noqa: N815 (the name that http.server asks for)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    staat.url = f"http://127.0.0.1:{http.server_port}"
    yield staat
    http.shutdown()
    http.server_close()


@pytest.fixture(scope="session")
def sleutels() -> list[str]:
    """Two private keys, PEM: the platform's and somebody else's."""
    return [
        rsa.generate_private_key(public_exponent=65537, key_size=2048)
        .private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        .decode()
        for _ in range(2)
    ]


class _Conf(LTI1P3PlatformConfAbstract):
    def init_platform_config(self, registratie: Registration) -> None:
        self._registration = registratie

    def get_registration_by_params(self, **_: Any) -> Registration:
        return self._registration


class _Bericht(LTIAdvantageMessageLaunchAbstract):
    def render_launch_form(self, launch_data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return launch_data


class Elo:
    """One platform with one registration of the tool, and what it does in a launch."""

    def __init__(self, server: Server, settings: Settings, sleutels: list[str]) -> None:
        self.server, self.settings, self.sleutel, self.andere_sleutel = server, settings, *sleutels
        self.issuer, self.client_id = server.url, "klant-1"
        self.conf = _Conf(
            registratie=Registration()
            .set_iss(self.issuer)
            .set_client_id(self.client_id)
            .set_deployment_id("1")
            .set_launch_url(settings.base_url + "/lti/launch")
            .set_platform_private_key(self.sleutel)
            .set_platform_public_key(self.sleutel)
        )
        server.json("/jwks", self.conf.get_jwks())

    @property
    def kid(self) -> str:
        return str(self.conf.get_registration().get_kid())

    def sluit_aan(self, session: Session, school: str = "Het Lindecollege") -> Registratie:
        url = self.server.url
        registratie = voeg_platform_toe(
            session, school, url, self.client_id, ["1"], url + "/auth", url + "/token", url + "/jwks"
        )
        session.commit()
        return registratie

    def parameters(self, **anders: str) -> dict[str, list[str]]:
        """The fields of a login initiation."""
        velden = {
            "iss": self.issuer,
            "login_hint": "3",
            "lti_message_hint": '{"cmid":12,"launchid":"x"}',
            "target_link_uri": self.settings.base_url + "/lti/launch",
            "client_id": self.client_id,
            "lti_deployment_id": "1",
        } | anders
        return {naam: [waarde] for naam, waarde in velden.items() if waarde}

    def claims(self, nonce: str, rollen: tuple[str, ...] = ("Instructor",), **anders: Any) -> dict[str, Any]:
        """The body of an id_token; `anders` are more claims by their LTI short name, None drops one."""
        bericht = _Bericht(SimpleNamespace(get_data={"nonce": nonce, "state": "-"}), self.conf)
        bericht._registration = self.conf.get_registration()
        bericht.set_user_data(
            "3", [CONTEXTROL + rol for rol in rollen], "Marieke de Jong", "mentor@x.example"
        )
        bericht.set_resource_link_claim("9", title="Groepswijzer")
        bericht.set_launch_context_claim("2", ["CourseSection"], "Klas 3HA – mentoruur", "3HA")
        bericht.set_launch_presentation_claim("iframe", self.issuer + "/return?sesskey=GEHEIM")
        bericht.set_extra_claims({"given_name": "Marieke", "family_name": "de Jong"})
        claims, _ = bericht.get_launch_data()
        for naam, waarde in anders.items():
            sleutel = naam if naam in _KALE_CLAIMS else LTI + naam
            claims.pop(sleutel, None)
            if waarde is not None:
                claims[sleutel] = waarde
        return claims

    def teken(self, claims: dict[str, Any], **kop: Any) -> str:
        """Signed by lti1p3platform for a minute, or by hand when the header must differ or time is given."""
        if not kop and "exp" not in claims:
            return self.conf.get_registration().platform_encode_and_sign(dict(claims), expiration=60)
        kop = {"kid": self.kid, **kop}
        koppen = {naam: waarde for naam, waarde in kop.items() if waarde is not None}
        if "kid" not in koppen:
            return jwt.encode(claims, self.sleutel, algorithm="RS256")
        return jwt.encode(claims, self.sleutel, algorithm="RS256", headers=koppen)


_KALE_CLAIMS = {
    "iss",
    "aud",
    "azp",
    "sub",
    "exp",
    "iat",
    "nonce",
    "name",
    "given_name",
    "family_name",
    "email",
}


@dataclass
class Inlog:
    """A login under way, as a browser holds it."""

    state: str
    nonce: str
    cookies: dict[str, str]
    auth_url: str


class Browser:
    """Goes through login and launch without HTTP."""

    def __init__(self, session: Session, settings: Settings, elo: Elo) -> None:
        self._session, self._settings, self._elo = session, settings, elo

    def log_in(self, **anders: str) -> Inlog:
        begonnen = begin_login(self._session, self._settings, self._elo.parameters(**anders))
        cookies = {begonnen.koekje.naam: begonnen.koekje.waarde}
        vervolg = vervolg_login(self._session, self._settings, begonnen.sleutel, cookies)
        self._session.commit()
        vraag = dict(parse_qsl(urlsplit(vervolg.auth_url).query))
        return Inlog(vraag["state"], vraag["nonce"], cookies, vervolg.auth_url)

    def post(self, inlog: Inlog, token: str) -> Launch:
        form = {"state": [inlog.state], "id_token": [token]}
        return valideer_launch(self._session, self._settings, form, inlog.cookies)

    def launch(self, *rollen: str, **claims: Any) -> Launch:
        inlog = self.log_in()
        return self.post(
            inlog, self._elo.teken(self._elo.claims(inlog.nonce, rollen or ("Instructor",), **claims))
        )


@pytest.fixture
def settings(tmp_path: Any) -> Settings:
    return load_settings(
        {},
        base_url="http://127.0.0.1:8000",
        secret_key="x" * 40,
        database_url=f"sqlite:///{tmp_path}/lti.db",
        connect_timeout=0.5,
        read_timeout=0.5,
    )


@pytest.fixture
def session(settings: Settings) -> Iterator[Session]:
    engine = create_engine(settings.database_url)
    richt_sqlite_in(engine)
    Base.metadata.create_all(engine)
    with Session(engine) as sessie:
        yield sessie
    engine.dispose()


@pytest.fixture
def elo(server: Server, settings: Settings, sleutels: list[str], session: Session) -> Elo:
    platform = Elo(server, settings, sleutels)
    platform.sluit_aan(session)
    return platform


@pytest.fixture
def browser(session: Session, settings: Settings, elo: Elo) -> Browser:
    return Browser(session, settings, elo)
