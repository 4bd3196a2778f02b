"""Dynamic registration: what a tool reads of this platform, and where it registers itself."""

import time
from typing import Any, TypeVar
from urllib.parse import urlsplit

import jwt
from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from .core import NRPS_SCOPE, Platform, Refused, platform
from .faults import misbehave
from .forms import refused_as_json
from .keys import public_key
from .store import Tool

bp = Blueprint("registration", __name__)
bp.register_error_handler(Refused, refused_as_json)
TOOL_CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration"
_TOKEN_SECONDS = 3600
_Kind = TypeVar("_Kind", dict[str, Any], list[Any])
_VARIABLES = (
    "Context.id",
    "Context.id.history",
    "CourseSection.title",
    "CourseSection.label",
    "CourseSection.sourcedId",
    "CourseSection.timeFrame.begin",
    "CourseSection.timeFrame.end",
    "ResourceLink.id",
    "ResourceLink.title",
    "User.id",
    "User.username",
    "Person.sourcedId",
    "Membership.role",
    "Moodle.Person.userGroupIds",
)


def new_token(here: Platform, client_id: str) -> str:
    """A token to register with once: for a new tool, or to update the one with this client id."""
    scope = "reg-update" if client_id in here.store.state.tools else "reg"
    now = int(time.time())
    content = {"sub": client_id, "scope": scope, "iat": now, "exp": now + _TOKEN_SECONDS}
    return jwt.encode(content | {"jti": here.new_key()}, here.store.state.private_key, "RS256")


@bp.get("/lti/openid-configuration")
def configuration() -> ResponseReturnValue:
    """The platform's endpoints and abilities."""
    misbehave("registratie")
    here = platform()
    return {
        "issuer": here.config.issuer,
        "token_endpoint": here.url("/lti/token"),
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
        "jwks_uri": here.url("/lti/certs"),
        "authorization_endpoint": here.url("/lti/auth"),
        "registration_endpoint": here.url("/lti/registratie"),
        "scopes_supported": [NRPS_SCOPE, "openid"],
        "response_types_supported": ["id_token"],
        "subject_types_supported": ["public", "pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "claims_supported": ["sub", "iss", "name", "given_name", "family_name", "email"],
        "https://purl.imsglobal.org/spec/lti-platform-configuration": {
            "product_family_code": "moodle",
            "version": "4.5.6 (Build: 20250811)",
            "messages_supported": [
                {"type": "LtiResourceLinkRequest"},
                {"type": "LtiDeepLinkingRequest", "placements": ["ContentArea"]},
            ],
            "variables": list(_VARIABLES),
        },
    }


@bp.post("/lti/registratie")
def register() -> ResponseReturnValue:
    """Register a tool, waiting for an administrator to activate it."""
    misbehave("registratie")
    here = platform()
    client_id = _permitted_client(here)
    wanted = request.get_json(silent=True)
    if not isinstance(wanted, dict):
        raise Refused(400, "The body must be a JSON object")
    with here.store.change() as state:
        known = state.tools.get(client_id)
        deployment = known.deployment_id if known else _next_deployment(here)
        tool = _tool(wanted, client_id, deployment)
        tool.active = known.active if known else False
        state.tools[client_id] = tool
    return _answer(wanted, tool)


def _permitted_client(here: Platform) -> str:
    """The client id of the registration token, which is then used up; raises Refused (401)."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise Refused(401, "This needs the registration token")
    try:
        content = jwt.decode(token, public_key(here.store.state.private_key), ["RS256"])
    except jwt.PyJWTError as error:
        raise Refused(401, f"The registration token is not valid: {error}") from error
    if content.get("scope") not in ("reg", "reg-update") or not here.use_once(content["jti"]):
        raise Refused(401, "The registration token was used before")
    return str(content["sub"])


def _next_deployment(here: Platform) -> str:
    taken = [int(tool.deployment_id) for tool in here.store.state.tools.values()]
    return str(max(taken, default=0) + 1)


def _tool(wanted: dict[str, Any], client_id: str, deployment_id: str) -> Tool:
    """The tool as it describes itself; raises Refused (400) for what is missing or doesn't fit."""
    about = wanted.get(TOOL_CONFIGURATION)
    if not isinstance(about, dict):
        raise Refused(400, "Missing tool configuration")
    target = _address(about, "target_link_uri")
    if about.get("domain") != urlsplit(target).netloc:
        raise Refused(400, "domain must be the host and port of target_link_uri")
    redirects = _of_kind(wanted, "redirect_uris", list)
    if not redirects:
        raise Refused(400, "Missing redirect_uris")
    told = {str(claim) for claim in _of_kind(about, "claims", list)}
    custom = _of_kind(about, "custom_parameters", dict)
    return Tool(
        client_id=client_id,
        deployment_id=deployment_id,
        name=str(wanted.get("client_name") or about["domain"]),
        description=str(about.get("description", "")),
        login_url=_address(wanted, "initiate_login_uri"),
        redirect_uris=[str(uri) for uri in redirects],
        jwks_url=_address(wanted, "jwks_uri"),
        target_url=target,
        custom={str(key): str(value) for key, value in custom.items()},
        scopes=[scope for scope in (NRPS_SCOPE,) if scope in str(wanted.get("scope", "")).split()],
        active=False,
        # What a tool doesn't list it doesn't get.
        share_names={"name", "given_name", "family_name"} <= told,
        share_email="email" in told,
    )


def _of_kind(source: dict[str, Any], name: str, kind: type[_Kind]) -> _Kind:
    """A value that may be missing, but not of another kind; raises Refused (400)."""
    value = source.get(name, kind())
    if not isinstance(value, kind):
        raise Refused(400, f"{name} must be a {kind.__name__}")
    return value


def _address(source: dict[str, Any], name: str) -> str:
    value = source.get(name)
    if not isinstance(value, str) or urlsplit(value).scheme not in ("http", "https"):
        raise Refused(400, f"Missing or unusable {name}")
    return value


def _answer(wanted: dict[str, Any], tool: Tool) -> dict[str, Any]:
    told: dict[str, Any] = wanted[TOOL_CONFIGURATION]
    return {
        "client_id": tool.client_id,
        "response_types": ["id_token"],
        "jwks_uri": tool.jwks_url,
        "initiate_login_uri": tool.login_url,
        "grant_types": ["client_credentials", "implicit"],
        "redirect_uris": tool.redirect_uris,
        "application_type": "web",
        "token_endpoint_auth_method": "private_key_jwt",
        "client_name": tool.name,
        "logo_uri": wanted.get("logo_uri", ""),
        "scope": " ".join(tool.scopes),
        TOOL_CONFIGURATION: {
            "version": "1.3.0",
            "deployment_id": tool.deployment_id,
            "target_link_uri": tool.target_url,
            "domain": told["domain"],
            "description": tool.description,
            "messages": [{"type": "LtiDeepLinkingRequest", "target_link_uri": tool.target_url}],
            "custom_parameters": tool.custom,
            "claims": told.get("claims", []),
        },
    }
