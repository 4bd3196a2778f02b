"""The small services that PyLTI1p3 asks a web framework for, over plain dicts and our database."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pylti1p3.cookie import CookieService
from pylti1p3.request import Request
from pylti1p3.session import SessionService

from lti_tool.models import Aanmelding
from lti_tool.settings import Settings


@dataclass(frozen=True)
class Koekje:
    """A cookie to set (leeftijd 0: to remove); `opties` are the attributes as werkzeug names them."""

    naam: str
    waarde: str
    leeftijd: int
    opties: dict[str, Any]


def hash_van(geheim: str) -> str:
    """SHA-256 in hex: what is stored, or shown in an address, instead of a secret."""
    return hashlib.sha256(geheim.encode()).hexdigest()


def koekje(settings: Settings, state: str, leeftijd: int) -> Koekje:
    """The cookie that binds a login to this browser; each login has its own, so that they don't mix.

    https: a partitioned cookie (CHIPS) survives in a frame of another site. Plain http: no SameSite
    attribute at all, since only then Chrome sends it along with the platform's cross-site form post
    (for two minutes), and only in a window of its own.
    """
    opties: dict[str, Any] = {"path": "/", "httponly": True}
    if settings.secure:
        opties |= {"secure": True, "samesite": "None", "partitioned": True}
    waarde = state if leeftijd else ""
    return Koekje(koekjesnaam(settings, hash_van(state)), waarde, leeftijd, opties)


def koekjesnaam(settings: Settings, state_hash: str) -> str:
    """Found back by the hash, which may be seen by others. The prefix needs https (RFC 6265bis)."""
    return ("__Host-lti-" if settings.secure else "lti-") + state_hash[:16]


class Verzoek(Request):
    """A request as PyLTI1p3 sees it: its fields."""

    def __init__(self, velden: Mapping[str, str]) -> None:
        self._velden = velden

    @classmethod
    def van(cls, velden: Mapping[str, str]) -> "Verzoek":
        """PyLTI1p3 asks is_secure for its own cookie page only, which we don't use."""
        return cls(velden)

    def get_param(self, key: str) -> str:
        return self._velden.get(key, "")


class Koekjes(CookieService):
    """PyLTI1p3 asks for a cookie by the state; ours is named after its hash. Setting is the view's."""

    def __init__(self, settings: Settings, ontvangen: Mapping[str, str]) -> None:
        self._settings = settings
        self._ontvangen = ontvangen

    def get_cookie(self, name: str) -> str | None:
        return self._ontvangen.get(koekjesnaam(self._settings, hash_van(name)))

    def set_cookie(self, name: str, value: str | int, exp: int | None = 3600) -> None:
        """begin_login has set it already."""


class Aanmeldingsdienst(SessionService):
    """Nonce and state of one login, kept in `aanmelding`; nothing of the launch is stored here."""

    def __init__(self, aanmelding: Aanmelding) -> None:
        self._aanmelding = aanmelding

    def save_nonce(self, nonce: str) -> None:
        """begin_login has stored it already."""

    def check_nonce(self, nonce: str) -> bool:
        # JSON can hold half characters, which plain UTF-8 can't
        gegeven = nonce.encode(errors="surrogatepass")
        return hmac.compare_digest(gegeven, self._aanmelding.nonce.encode())

    def check_state_is_valid(self, state: str, id_token_hash: str) -> bool:  # noqa: ARG002 (PyLTI1p3's signature)
        """Never without the cookie: PyLTI1p3 means this for a page that is posted again."""
        return False
