"""The platform towards one tool: its registration, and checking what the tool signed."""

from typing import Any

import jwt
from lti1p3platform.exceptions import InvalidKeySetUrl, LtiDeepLinkingResponseException, LtiException
from lti1p3platform.ltiplatform import LTI1P3PlatformConfAbstract
from lti1p3platform.registration import Registration

from . import claims
from .core import Platform
from .keys import public_key
from .store import Tool


class InvalidToken(Exception):
    """What the tool signed can't be trusted; the message says why."""


def registration(platform: Platform, tool: Tool) -> Registration:
    """A stored tool as the library wants to see it."""
    key = platform.store.state.private_key
    found = Registration()
    found.set_iss(platform.config.issuer).set_client_id(tool.client_id)
    found.set_deployment_id(tool.deployment_id).set_oidc_login_url(tool.login_url)
    found.set_launch_url(tool.target_url).set_deeplink_launch_url(tool.target_url)
    found.set_tool_key_set_url(tool.jwks_url)
    found.set_platform_private_key(key).set_platform_public_key(public_key(key))
    return found


def key_set(platform: Platform) -> dict[str, Any]:
    """The platform's public key as a JWK set."""
    return {"keys": [Registration.get_jwk(public_key(platform.store.state.private_key))]}


def unverified_issuer(token: str) -> str:
    """Who a JWT says it is from; nothing is proven yet. Raises InvalidToken on no JWT at all."""
    try:
        return str(jwt.decode(token, options={"verify_signature": False}).get("iss"))
    except jwt.PyJWTError as error:
        raise InvalidToken(f"no JWT: {error}") from error


class PlatformConf(LTI1P3PlatformConfAbstract):
    """The platform towards one tool.

    The library leaves the audience and the claims of what a tool signs unchecked, and lets
    all kinds of errors through; `audience` is what a token must be meant for.
    """

    def init_platform_config(self, **kwargs: Any) -> None:
        """Keep the registration; the library calls this once."""
        self._tool: Tool = kwargs["tool"]
        self._public_key = public_key(kwargs["platform"].store.state.private_key)
        self._registration = self.get_registration_by_params(**kwargs)
        self.audience: str = kwargs.get("audience", "")
        self.set_accepted_deeplinking_types(["ltiResourceLink"])

    def get_registration_by_params(self, **kwargs: Any) -> Registration:
        """The registration of `tool` with `platform`."""
        return registration(kwargs["platform"], kwargs["tool"])

    def tool_validate_and_decode(self, jwt_token_string: str) -> dict[str, Any]:
        """Verify a JWT with the key that the tool publishes now; raises InvalidToken."""
        try:
            found = super().tool_validate_and_decode(jwt_token_string)
        except (
            LtiException,
            InvalidKeySetUrl,
            jwt.PyJWTError,
            AttributeError,
            KeyError,
            TypeError,
            ValueError,
        ) as error:
            raise InvalidToken(f"not verified: {error}") from error
        self.verified = found
        audience = found.get("aud")
        if self.audience not in (audience if isinstance(audience, list) else [audience]):
            raise InvalidToken("aud is not this platform")
        if found.get("iss") != self._tool.client_id:
            raise InvalidToken("iss is not the client id")
        if not {"exp", "iat"} <= found.keys():
            raise InvalidToken("exp and iat are required")
        return found

    def content_items(self, token: str) -> list[dict[str, Any]]:
        """The items of a deep-linking response; raises InvalidToken."""
        try:
            items = self.validate_deeplinking_resp({"JWT": token})
        except (LtiDeepLinkingResponseException, KeyError, TypeError) as error:
            raise InvalidToken(f"no deep-linking response: {error}") from error
        if self.verified.get(claims.CLAIM + "deployment_id") != self._tool.deployment_id:
            raise InvalidToken("another deployment")
        return items

    def may_use(self, access_token: str, scope: str) -> bool:
        """Whether this platform gave the tool this token, for this scope, and it still holds."""
        try:
            allowed = self.validate_token(access_token, [scope])
            content = Registration.decode_and_verify(access_token, self._public_key)
        except (LtiException, jwt.PyJWTError):
            return False
        return bool(allowed) and content["sub"] == self._tool.client_id
