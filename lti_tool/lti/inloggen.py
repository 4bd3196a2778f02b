"""Login initiation (OpenID Connect third-party initiated login; LTI security framework 1.0, section 5.1).

In two steps, so that a browser that keeps no cookies in a frame is noticed before the platform's
single-use message is spent: begin_login sets the cookie, vervolg_login sees whether it came back.
"""

import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pylti1p3.oidc_login import OIDCLogin
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from lti_tool.lti.adressen import LANGSTE_ADRES, is_van_ons
from lti_tool.lti.configuratie import Configuratie, vind_registratie
from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.koppelvlak import Aanmeldingsdienst, Koekje, Koekjes, Verzoek, hash_van, koekje, koekjesnaam
from lti_tool.lti.vormen import LANGSTE_NAAM, lees_velden
from lti_tool.models import Aanmelding, nu
from lti_tool.settings import Settings

GELDIG = timedelta(minutes=10)
LAUNCH_PAD = "/lti/launch"
# the name of the form field that says: this is the new window, don't offer another one
VENSTER = "venster"
# PyLTI1p3 puts this before every state
_VOORVOEGSEL = "state-"
_VELDEN = {
    "iss": LANGSTE_NAAM,
    "login_hint": 1000,
    "lti_message_hint": 4000,
    "target_link_uri": LANGSTE_ADRES,
    "client_id": LANGSTE_NAAM,
    "lti_deployment_id": LANGSTE_NAAM,
    VENSTER: 1,
}


@dataclass(frozen=True)
class BegonnenLogin:
    """Set the cookie, go on at the next step with `sleutel` (no secret: it may be seen in an address)."""

    sleutel: str
    koekje: Koekje


@dataclass(frozen=True)
class VervolgLogin:
    """Where to go now: to the platform, or (`velden` filled) to a new window that begins again with these.

    auth_url: the whole address, or only that of the login page when a new window comes first
    """

    auth_url: str
    velden: dict[str, str]


def begin_login(session: Session, settings: Settings, params: Mapping[str, Sequence[str]]) -> BegonnenLogin:
    """Check the platform's request and keep it for ten minutes.

    params: all values per field of the query or the form.
    Raises LtiFout; nothing is stored then.
    """
    velden = lees_velden(params, _VELDEN, Code.AANVRAAG)
    for naam in ("iss", "login_hint"):
        if not velden[naam]:
            raise LtiFout(Code.AANVRAAG, f"{naam} is missing")
    if velden["target_link_uri"] and not is_van_ons(settings, velden["target_link_uri"]):
        raise LtiFout(Code.DOEL, "target_link_uri of the login is not ours")
    registratie = vind_registratie(session, velden["iss"], velden["client_id"])
    velden["client_id"] = registratie.client_id
    state = _VOORVOEGSEL + secrets.token_urlsafe(32)
    session.execute(delete(Aanmelding).where(Aanmelding.verloopt_op < nu()))
    session.add(
        Aanmelding(
            registratie_id=registratie.id,
            state_hash=hash_van(state),
            nonce=secrets.token_urlsafe(32),
            parameters={naam: waarde for naam, waarde in velden.items() if waarde},
            verloopt_op=nu() + GELDIG,
        )
    )
    session.flush()
    return BegonnenLogin(hash_van(state), koekje(settings, state, int(GELDIG.total_seconds())))


def vervolg_login(
    session: Session, settings: Settings, sleutel: str, cookies: Mapping[str, str]
) -> VervolgLogin:
    """Go on to the platform when the cookie came back; to a new window when it didn't.

    Raises LtiFout(COOKIES_GEBLOKKEERD) when it didn't come back in the new window either, and
    LtiFout when the login isn't under way (any more).
    """
    aanmelding = zoek_aanmelding(session, sleutel)
    state = cookies.get(koekjesnaam(settings, sleutel), "")
    if not hmac.compare_digest(hash_van(state), sleutel):
        if VENSTER in aanmelding.parameters:
            raise LtiFout(Code.COOKIES_GEBLOKKEERD, "no cookie came back in a new window")
        return VervolgLogin(aanmelding.registratie.auth_url, {**aanmelding.parameters, VENSTER: "1"})
    # abstract for mypy: PyLTI1p3's own redirects, which the view replaces by a plain 302
    login = _Login(session, settings, aanmelding, state)  # type: ignore[abstract]
    return VervolgLogin(login.auth_url(settings.base_url + LAUNCH_PAD), {})


def zoek_aanmelding(session: Session, state_hash: str) -> Aanmelding:
    """The login with this hash of its state. Raises LtiFout when there is none that can go on."""
    # bytes: the hash comes from an address, and compare_digest takes no other than ASCII text
    aanmelding = None
    if state_hash.isascii() and state_hash.isalnum():
        vraag = select(Aanmelding).where(Aanmelding.state_hash == state_hash)
        aanmelding = session.scalars(vraag).one_or_none()
    if aanmelding is None or aanmelding.verloopt_op <= nu():
        raise LtiFout(Code.AANMELDING_VERLOPEN, "no login with this state is under way")
    if aanmelding.gebruikt_op is not None:
        raise LtiFout(Code.AL_GEBRUIKT, "this login has been used")
    if not aanmelding.registratie.actief:
        raise LtiFout(Code.PLATFORM_UIT, "the registration is switched off")
    return aanmelding


class _Login(OIDCLogin[Verzoek, Configuratie, Aanmeldingsdienst, Koekjes, None]):
    """PyLTI1p3's login with our state and nonce, and an auth URL that may have a query of its own."""

    def __init__(self, session: Session, settings: Settings, aanmelding: Aanmelding, state: str) -> None:
        super().__init__(
            Verzoek.van(aanmelding.parameters),
            Configuratie.van(session),
            Aanmeldingsdienst(aanmelding),
            Koekjes(settings, {}),
        )
        self._state = state
        self._nonce = aanmelding.nonce

    def _get_uuid(self) -> str:
        return self._state.removeprefix(_VOORVOEGSEL)

    def _generate_nonce(self) -> str:
        return self._nonce

    def auth_url(self, launch_url: str) -> str:
        """The platform's authentication request; it answers with a form post to launch_url."""
        url = self._prepare_redirect_url(launch_url)
        adres = str(self._registration.get_auth_login_url())
        vraag = url.removeprefix(adres + "?")
        return adres + ("&" if "?" in adres else "?") + vraag
