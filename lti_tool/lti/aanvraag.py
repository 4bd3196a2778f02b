"""The two requests of dynamic registration: read the platform's configuration, ask to be registered."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests

from lti_tool.lti.adressen import oorsprong
from lti_tool.lti.fouten import Code, RegistratieFout
from lti_tool.lti.inloggen import LAUNCH_PAD
from lti_tool.lti.verkeer import Verkeer
from lti_tool.lti.vormen import LANGSTE_NAAM, kenmerk, tekst
from lti_tool.settings import Settings

NAAM = "Groepswijzer"
BESCHRIJVING = "Handelingsgericht werken: groepsoverzicht, onderwijsbehoeften en groepsplan"
# names in lower case: Moodle sends others twice
CUSTOM = {
    "cursus_begin": "$CourseSection.timeFrame.begin",
    "cursus_eind": "$CourseSection.timeFrame.end",
    "cursus_nummer": "$CourseSection.sourcedId",
    "cursus_historie": "$Context.id.history",
}
# what isn't listed, Moodle doesn't share
_CLAIMS = ["iss", "sub", "name", "given_name", "family_name", "email"]
_ROOSTER = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
_PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration"
_TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration"


@dataclass(frozen=True)
class Platformgegevens:
    """What a platform says of itself; every address has been looked at."""

    issuer: str
    auth_url: str
    token_url: str
    jwks_url: str
    registratie_url: str
    product: str

    @property
    def host(self) -> str:
        """As a person recognises it."""
        return urlsplit(self.issuer).netloc


def haal_configuratie(verkeer: Verkeer, url: str) -> Platformgegevens:
    """Fetch and check the OpenID configuration of a platform.

    Raises RegistratieFout: the address is no https address (CONFIGURATIE_ONGELDIG), nothing answers
    (CONFIGURATIE_ONBEREIKBAAR), or the answer isn't that of the host that gives it.
    """
    if oorsprong(url) is None:
        raise _ongeldig("openid_configuration is not an https address")
    inhoud = _json(verkeer, "GET", url, Code.CONFIGURATIE_ONBEREIKBAAR)
    adressen = {}
    for naam in (
        "issuer",
        "authorization_endpoint",
        "token_endpoint",
        "jwks_uri",
        "registration_endpoint",
    ):
        adres = inhoud.get(naam)
        if not isinstance(adres, str) or oorsprong(adres) is None:
            raise _ongeldig(f"{naam} is missing or not an https address")
        adressen[naam] = adres
    # lti-dr 1.0, section 3.5.1: nobody speaks for another's issuer
    if oorsprong(adressen["issuer"]) != oorsprong(url) or len(adressen["issuer"]) > LANGSTE_NAAM:
        raise _ongeldig("the issuer is on another host than its configuration")
    platform = inhoud.get(_PLATFORM)
    return Platformgegevens(
        issuer=adressen["issuer"],
        auth_url=adressen["authorization_endpoint"],
        token_url=adressen["token_endpoint"],
        jwks_url=adressen["jwks_uri"],
        registratie_url=adressen["registration_endpoint"],
        product=tekst(platform.get("product_family_code")) if isinstance(platform, dict) else "",
    )


def meld_aan(verkeer: Verkeer, settings: Settings, gegevens: Platformgegevens, token: str) -> tuple[str, str]:
    """Ask the platform to register this tool; its answer's client id and deployment id.

    token: the platform's registration token, "" when it gave none; one for an update works the same.
    Raises RegistratieFout.
    """
    if not token.isascii() or not token.isprintable():
        raise _ongeldig("registration_token can't be sent")
    koppen = {"Authorization": f"Bearer {token}"} if token else {}
    inhoud = _json(
        verkeer,
        "POST",
        gegevens.registratie_url,
        Code.REGISTRATIE_GEWEIGERD,
        headers=koppen,
        json=verzoek(settings),
    )
    client_id = kenmerk(inhoud.get("client_id"))
    tool = inhoud.get(_TOOL)
    deployment_id = kenmerk(tool.get("deployment_id")) if isinstance(tool, dict) else ""
    if not client_id or not deployment_id:
        raise RegistratieFout(Code.REGISTRATIE_GEWEIGERD, "the answer lacks client_id or deployment_id")
    return client_id, deployment_id


def verzoek(settings: Settings) -> dict[str, Any]:
    """The registration request: one fixed launch address, the roster, and no grades."""
    basis = settings.base_url
    doel = basis + LAUNCH_PAD
    return {
        "application_type": "web",
        "response_types": ["id_token"],
        "grant_types": ["implicit", "client_credentials"],
        "initiate_login_uri": basis + "/lti/login",
        "redirect_uris": [doel],
        "client_name": NAAM,
        "jwks_uri": basis + "/lti/jwks",
        "token_endpoint_auth_method": "private_key_jwt",
        "scope": _ROOSTER,
        _TOOL: {
            "domain": urlsplit(basis).netloc,
            "description": BESCHRIJVING,
            "target_link_uri": doel,
            "custom_parameters": CUSTOM,
            "claims": _CLAIMS,
            "messages": [
                {
                    "type": "LtiDeepLinkingRequest",
                    "target_link_uri": doel,
                    "label": "Formulier kiezen",
                    "placements": ["ContentArea"],
                    "roles": ["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"],
                },
                {"type": "LtiResourceLinkRequest", "target_link_uri": doel, "label": "Openen"},
            ],
        },
    }


def _json(verkeer: Verkeer, methode: str, url: str, code: Code, **opties: Any) -> dict[str, Any]:
    try:
        antwoord = verkeer.request(methode, url, **opties)
        inhoud = antwoord.json() if antwoord.ok else None
    except (requests.RequestException, RecursionError) as fout:
        raise RegistratieFout(code, f"no usable answer: {type(fout).__name__}") from fout
    if not isinstance(inhoud, dict):
        raise RegistratieFout(code, f"answered {antwoord.status_code} without an object")
    return inhoud


def _ongeldig(reden: str) -> RegistratieFout:
    return RegistratieFout(Code.CONFIGURATIE_ONGELDIG, reden)
