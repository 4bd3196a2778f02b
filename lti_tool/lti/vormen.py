"""Names and shapes of what a platform sends: every value is what it should be, or refused by one rule."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from lti_tool.lti.fouten import Code, LtiFout

LANGSTE_NAAM = 255

_LTI = "https://purl.imsglobal.org/spec/lti/claim/"
BERICHTSOORT = _LTI + "message_type"
VERSIE = _LTI + "version"
DEPLOYMENT = _LTI + "deployment_id"
DOEL = _LTI + "target_link_uri"
ROLLEN = _LTI + "roles"
CONTEXT = _LTI + "context"
LINK = _LTI + "resource_link"
LIS = _LTI + "lis"
CUSTOM = _LTI + "custom"
WEERGAVE = _LTI + "launch_presentation"
PLATFORM = _LTI + "tool_platform"
ROOSTER = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"
KOPPELEN = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"

BERICHT_LINK = "LtiResourceLinkRequest"
BERICHT_KOPPELEN = "LtiDeepLinkingRequest"

_TEKSTEN = ("iss", "nonce", "name", "given_name", "family_name", "email", "azp", BERICHTSOORT, VERSIE)
_OBJECTEN = (CONTEXT, LINK, LIS, CUSTOM, WEERGAVE, PLATFORM, ROOSTER, KOPPELEN)
_MEESTE_ROLLEN = 100


def lees_velden(gegeven: Mapping[str, Sequence[str]], namen: Mapping[str, int], code: Code) -> dict[str, str]:
    """The named form or query fields, each given once at most; absent is "".

    gegeven  all values per field;  namen  field -> most characters
    Raises LtiFout(code) for a field that is doubled, too long, or holds control characters.
    """
    velden = {}
    for naam, langste in namen.items():
        waarden = gegeven.get(naam, ())
        if len(waarden) > 1:
            raise LtiFout(code, f"{naam} is given more than once")
        waarde = waarden[0] if waarden else ""
        if len(waarde) > langste or any(teken < " " for teken in waarde):
            raise LtiFout(code, f"{naam} is too long or holds control characters")
        velden[naam] = waarde
    return velden


def controleer_vormen(inhoud: Any) -> dict[str, Any]:
    """The body of an id_token, once its claims have the JSON types that the specification gives them.

    Raises LtiFout(BERICHT_ONLEESBAAR) otherwise; whether a claim must be there is not looked at.
    """
    if not isinstance(inhoud, dict):
        raise _onleesbaar("the body is not an object")
    for naam in _TEKSTEN:
        if not isinstance(inhoud.get(naam, ""), str):
            raise _onleesbaar(f"{naam} is not a string")
    for naam in _OBJECTEN:
        if not isinstance(inhoud.get(naam, {}), dict):
            raise _onleesbaar(f"{naam} is not an object")
    rollen = inhoud.get(ROLLEN, [])
    if not is_lijst_van_tekst(rollen) or len(rollen) > _MEESTE_ROLLEN:
        raise _onleesbaar("roles is not a short list of strings")
    ontvangers = inhoud.get("aud", "")
    if not isinstance(ontvangers, str) and not is_lijst_van_tekst(ontvangers):
        raise _onleesbaar("aud is not a string or a list of strings")
    for naam in ("exp", "iat"):
        if not _is_tijdstip(inhoud.get(naam, 0)):
            raise _onleesbaar(f"{naam} is not a moment")
    return inhoud


def is_lijst_van_tekst(waarde: Any) -> bool:
    """Whether this is a list with nothing but strings in it."""
    return isinstance(waarde, list) and all(isinstance(deel, str) for deel in waarde)


def _is_tijdstip(waarde: Any) -> bool:
    if isinstance(waarde, bool) or not isinstance(waarde, int | float):
        return False
    # huge integers don't fit a float, hence the order
    return 0 <= waarde < 10**11 and math.isfinite(waarde)


def _onleesbaar(reden: str) -> LtiFout:
    return LtiFout(Code.BERICHT_ONLEESBAAR, reden)


def tekst(waarde: Any) -> str:
    """Text to show or keep: without control characters, cut at 255; "" for what is no text."""
    if not isinstance(waarde, str):
        return ""
    return "".join(teken for teken in waarde if teken.isprintable()).strip()[:LANGSTE_NAAM]


def kenmerk(waarde: Any) -> str:
    """An id: never cut or cleaned, for then it could equal another's; "" when it can't be used as one.

    Some platforms send numbers, so those are written out.
    """
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        # str() of a huge integer is refused by Python itself
        waarde = str(waarde) if abs(waarde) < 10**LANGSTE_NAAM else ""
    if not isinstance(waarde, str) or len(waarde) > LANGSTE_NAAM or not waarde.isprintable():
        return ""
    return waarde


def lees_custom(waarden: Mapping[str, Any]) -> dict[str, str]:
    """Custom parameters, without the variables that the platform didn't fill in ("$Context.id")."""
    return {
        tekst(naam): tekst(waarde)
        for naam, waarde in waarden.items()
        if isinstance(waarde, str) and not waarde.startswith("$")
    }
