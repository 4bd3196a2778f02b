"""A platform in memory and a tool that is nothing but a key pair and a published JWK set."""

import json
import re
import threading
import time
import uuid
from collections.abc import Iterator
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from flask import Flask
from flask.testing import FlaskClient
from jwt.algorithms import RSAAlgorithm

from lti_tool.demo.config import PlatformConfig
from lti_tool.demo.platform import create_platform

ISSUER = "http://127.0.0.1:8100"
DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/"
LTI = "https://purl.imsglobal.org/spec/lti/claim/"


class FakeTool:
    """Signs what a tool signs; `url` serves its public key to the platform, whatever the path."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        published = {"keys": [{**RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True), "kid": "k1"}]}

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(json.dumps(published).encode())

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def sign(self, kid: str = "k1", **content: Any) -> str:
        now = int(time.time())
        whole = {"iss": "demo-client", "iat": now, "exp": now + 60} | content
        whole = {key: value for key, value in whole.items() if value is not None}
        return jwt.encode(whole, self.key, "RS256", headers={"kid": kid})

    def assertion(self, **changes: Any) -> str:
        content = {"sub": "demo-client", "aud": f"{ISSUER}/lti/token", "jti": str(uuid.uuid4())}
        return self.sign(**(content | changes))

    def choice(self, items: list[Any], **changes: Any) -> str:
        content = {
            "aud": [ISSUER],
            "nonce": uuid.uuid4().hex,
            LTI + "deployment_id": "1",
            LTI + "message_type": "LtiDeepLinkingResponse",
            LTI + "version": "1.3.0",
            DEEP_LINKING + "content_items": items,
        }
        return self.sign(**(content | changes))


class Browser:
    """Follows a launch through the platform's pages, as a browser with the tool behind it would."""

    def __init__(self, client: FlaskClient, tool_url: str) -> None:
        self.client = client
        self.redirect_uri = f"{tool_url}/lti/launch"

    def form(self, page: str) -> tuple[str, dict[str, str]]:
        """Where the page's own form goes and what it holds."""
        found = re.search(r'<form class="vanzelf"[^>]* action="([^"]*)"', page)
        assert found, page
        fields = re.findall(r'name="([^"]*)" value="([^"]*)"', page)
        return unescape(found[1]), {name: unescape(value) for name, value in fields}

    def start(self, path: str) -> tuple[str, dict[str, str]]:
        return self.form(self.client.get(path).text)

    def question(self, login: dict[str, str], **changes: str) -> dict[str, str]:
        """The authentication request that a tool makes of a login initiation."""
        return {
            "scope": "openid",
            "response_type": "id_token",
            "response_mode": "form_post",
            "prompt": "none",
            "client_id": login["client_id"],
            "redirect_uri": self.redirect_uri,
            "state": "a-state",
            "nonce": "a-nonce",
            "login_hint": login["login_hint"],
            "lti_message_hint": login["lti_message_hint"],
        } | changes

    def answer(self, path: str, **changes: str) -> dict[str, str]:
        """The fields that the tool gets posted in the end."""
        _, login = self.start(path)
        page = self.client.get("/lti/auth", query_string=self.question(login, **changes))
        action, fields = self.form(page.text)
        assert action == self.redirect_uri
        return fields

    def launch(self, path: str) -> dict[str, Any]:
        """The verified claims of a launch."""
        token = self.answer(path)["id_token"]
        key = jwt.PyJWKSet.from_dict(self.client.get("/lti/certs").get_json())
        kid = jwt.get_unverified_header(token)["kid"]
        claims: dict[str, Any] = jwt.decode(token, key[kid], ["RS256"], audience="demo-client")
        return claims

    def key_of(self, page: str) -> str:
        """The session key in a page's forms."""
        found = re.search(r'name="sesskey" value="([^"]*)"', self.client.get(page).text)
        assert found
        return found[1]


@pytest.fixture(scope="session")
def tool() -> Iterator[FakeTool]:
    made = FakeTool()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def app(tool: FakeTool) -> Flask:
    return create_platform(PlatformConfig(ISSUER, tool.url))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """The platform as if it was just started; making one anew costs an RSA key each time."""
    client = app.test_client()
    assert client.post("/api/begin-opnieuw").status_code == 204
    return client


@pytest.fixture
def browser(client: FlaskClient, tool: FakeTool) -> Browser:
    return Browser(client, tool.url)
