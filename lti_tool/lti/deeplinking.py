"""Deep linking 2.0: placing links to our forms in a course (https://www.imsglobal.org/spec/lti-dl/v2p0)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pylti1p3.deep_link import DeepLink, TDeepLinkData
from pylti1p3.deep_link_resource import DeepLinkResource
from sqlalchemy.orm import Session

from lti_tool.lti import vormen
from lti_tool.lti.adressen import is_van_platform
from lti_tool.lti.configuratie import om_te_tekenen
from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.inloggen import LAUNCH_PAD
from lti_tool.models import Registratie, Rol
from lti_tool.settings import Settings

# `data` is the platform's own and goes back as it came
_GROOTSTE_DATA = 20_000


@dataclass(frozen=True)
class Keuze:
    """A link to place: its title and the custom parameters with which it will launch.

    Moodle takes keys of a-z, 0-9 and _ only, and splits values at line breaks.
    """

    titel: str
    custom: dict[str, str]


@dataclass(frozen=True)
class Antwoord:
    """The form to post to the platform: its address (holds the user's key there) and the field JWT."""

    url: str
    jwt: str


def lees_instellingen(registratie: Registratie, inhoud: dict[str, Any], rol: Rol) -> dict[str, Any]:
    """What must be remembered of a deep linking launch until its answer; fit for JSON.

    {registratie_id, deployment_id, return_url, data (absent when not given), meer}
    Raises LtiFout for someone who isn't a teacher, and for a return URL elsewhere than on the platform.
    """
    if rol not in (Rol.DOCENT, Rol.BEHEERDER):
        raise LtiFout(Code.KOPPELEN_MAG_NIET, "deep linking by someone who isn't a teacher")
    gegeven = inhoud[vormen.KOPPELEN]
    url = gegeven.get("deep_link_return_url")
    if not isinstance(url, str) or not is_van_platform(registratie, url):
        raise LtiFout(Code.RETOURADRES, "deep_link_return_url is not on the platform")
    instellingen = {
        "registratie_id": registratie.id,
        "deployment_id": vormen.kenmerk(inhoud[vormen.DEPLOYMENT]),
        "return_url": url,
        # a string in some platforms; one link is always allowed, several only when it says so
        "meer": gegeven.get("accept_multiple") in (True, "true"),
    }
    if "data" in gegeven:
        data = gegeven["data"]
        if not isinstance(data, str) or len(data) > _GROOTSTE_DATA:
            raise LtiFout(Code.BERICHT_ONLEESBAAR, "data of deep linking is not a short string")
        instellingen["data"] = data
    return instellingen


def maak_antwoord(
    session: Session, settings: Settings, instellingen: dict[str, Any], keuzes: Sequence[Keuze]
) -> Antwoord:
    """The signed answer with the chosen links; instellingen as lees_instellingen gave them.

    Raises LtiFout when the registration is gone or was switched off since the launch.
    """
    registratie = session.get(Registratie, instellingen["registratie_id"])
    if registratie is None or not registratie.actief:
        raise LtiFout(Code.PLATFORM_UIT, "the registration is gone or switched off")
    if not is_van_platform(registratie, instellingen["return_url"]):
        raise LtiFout(Code.RETOURADRES, "deep_link_return_url is no longer on the platform")
    antwoord = _Antwoord(
        om_te_tekenen(session, registratie), instellingen["deployment_id"], _voor_pylti(instellingen)
    )
    links = [
        DeepLinkResource()
        .set_title(keuze.titel)
        .set_url(settings.base_url + LAUNCH_PAD)
        .set_custom_params(keuze.custom)
        for keuze in keuzes
    ]
    return Antwoord(instellingen["return_url"], antwoord.get_response_jwt(links))


def _voor_pylti(instellingen: dict[str, Any]) -> TDeepLinkData:
    gegevens: TDeepLinkData = {"deep_link_return_url": instellingen["return_url"]}
    if "data" in instellingen:
        gegevens["data"] = instellingen["data"]
    return gegevens


class _Antwoord(DeepLink):
    def get_message_jwt(self, resources: Sequence[DeepLinkResource]) -> dict[str, object]:
        """`data` must go back when it was given and be absent when it wasn't; PyLTI1p3 sends null."""
        bericht: dict[str, object] = super().get_message_jwt(resources)
        return {naam: waarde for naam, waarde in bericht.items() if waarde is not None}
