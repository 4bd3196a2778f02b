"""A launch: the platform's form post becomes a Launch, once, or an LtiFout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from lti_tool.lti import vormen
from lti_tool.lti.adressen import is_van_platform
from lti_tool.lti.bericht import Bericht
from lti_tool.lti.deeplinking import lees_instellingen
from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.inloggen import zoek_aanmelding
from lti_tool.lti.koppelvlak import hash_van
from lti_tool.lti.rollen import lees_rol
from lti_tool.lti.vormen import kenmerk, tekst
from lti_tool.models import Aanmelding, Platform, Registratie, Rol, nu
from lti_tool.settings import Settings

_VELDEN = {"state": 200, "id_token": 64 * 1024, "error": 200}


@dataclass(frozen=True)
class Launch:
    """What is kept of a validated id_token; absent texts are "".

    soort       "resource" or "deeplink"
    nummer      lis person_sourcedid: a pupil's number, or a teacher's code
    custom      custom parameters; an editing teacher can change them, so never a ground for rights
    begin, eind course dates, ISO 8601, as the platform wrote them
    doel        document_target: iframe, frame, window or ""
    doel_url    target_link_uri; its scheme, host and port are ours
    rooster_url where the class list is, on a host of the platform; "" when the platform gives none
    deeplink    for soort "deeplink" what services for it need, fit for JSON (see deeplinking.py)
    """

    registratie: Registratie
    platform: Platform
    deployment_id: str
    soort: str
    sub: str
    voornaam: str
    achternaam: str
    naam: str
    email: str
    nummer: str
    rol: Rol
    context_id: str
    context_titel: str
    context_label: str
    context_sourcedid: str
    link_id: str
    link_titel: str
    custom: dict[str, str]
    begin: str
    eind: str
    locale: str
    doel: str
    rooster_url: str
    doel_url: str
    deeplink: dict[str, Any] | None


def valideer_launch(
    session: Session, settings: Settings, form: Mapping[str, Sequence[str]], cookies: Mapping[str, str]
) -> Launch:
    """Check the platform's form post and use its login up.

    form     all values per field;  cookies  as the browser sent them
    May commit before it asks the platform for its keys. Raises LtiFout; nothing is stored then.
    """
    velden = vormen.lees_velden(form, _VELDEN, Code.BERICHT_ONLEESBAAR)
    aanmelding = zoek_aanmelding(session, hash_van(velden["state"]))
    if velden["error"]:
        raise LtiFout(Code.PLATFORM_WEIGERT, "the platform answered the login with an error")
    if not velden["id_token"]:
        raise LtiFout(Code.BERICHT_ONLEESBAAR, "id_token is missing")
    bericht = Bericht(session, settings, aanmelding, velden, cookies).validate()
    launch = _lees(aanmelding.registratie, bericht.inhoud)
    _verbruik(session, aanmelding)
    if launch.platform.product == "":
        launch.platform.product = tekst(bericht.inhoud.get(vormen.PLATFORM, {}).get("product_family_code"))
    session.flush()
    return launch


def _verbruik(session: Session, aanmelding: Aanmelding) -> None:
    """State and nonce in one statement: of two equal posts at once, one gets the row."""
    gelukt = session.execute(
        update(Aanmelding)
        .where(Aanmelding.id == aanmelding.id)
        .where(Aanmelding.gebruikt_op.is_(None), Aanmelding.verloopt_op > nu())
        .values(gebruikt_op=nu(), parameters={})
        .returning(Aanmelding.id)
    ).all()
    if not gelukt:
        raise LtiFout(Code.AL_GEBRUIKT, "this login was used at the same moment")


def _lees(registratie: Registratie, inhoud: dict[str, Any]) -> Launch:
    context, link, lis = (inhoud.get(naam, {}) for naam in (vormen.CONTEXT, vormen.LINK, vormen.LIS))
    weergave = inhoud.get(vormen.WEERGAVE, {})
    custom = vormen.lees_custom(inhoud.get(vormen.CUSTOM, {}))
    rol = lees_rol(inhoud[vormen.ROLLEN], registratie.platform.school.rolvertaling)
    is_koppelen = inhoud[vormen.BERICHTSOORT] == vormen.BERICHT_KOPPELEN
    return Launch(
        registratie=registratie,
        platform=registratie.platform,
        deployment_id=kenmerk(inhoud[vormen.DEPLOYMENT]),
        soort="deeplink" if is_koppelen else "resource",
        sub=kenmerk(inhoud["sub"]),
        voornaam=tekst(inhoud.get("given_name")),
        achternaam=tekst(inhoud.get("family_name")),
        naam=tekst(inhoud.get("name")),
        email=tekst(inhoud.get("email")),
        nummer=tekst(lis.get("person_sourcedid")),
        rol=rol,
        context_id=_context_id(context),
        context_titel=tekst(context.get("title")),
        context_label=tekst(context.get("label")),
        context_sourcedid=tekst(lis.get("course_section_sourcedid")) or custom.get("cursus_nummer", ""),
        link_id=kenmerk(link.get("id")),
        link_titel=tekst(link.get("title")),
        custom=custom,
        begin=custom.get("cursus_begin", ""),
        eind=custom.get("cursus_eind", ""),
        locale=tekst(weergave.get("locale")),
        doel=tekst(weergave.get("document_target")),
        rooster_url=_rooster_url(registratie, inhoud.get(vormen.ROOSTER, {})),
        doel_url=inhoud[vormen.DOEL],
        deeplink=lees_instellingen(registratie, inhoud, rol) if is_koppelen else None,
    )


def _context_id(context: dict[str, Any]) -> str:
    """No context at all is allowed (a link outside any course); one without a usable id isn't."""
    gevonden = kenmerk(context.get("id"))
    if context and not gevonden:
        raise LtiFout(Code.BERICHT_ONLEESBAAR, "the context has no usable id")
    return gevonden


def _rooster_url(registratie: Registratie, dienst: dict[str, Any]) -> str:
    """Only on the platform's own hosts: our access token goes along."""
    url = dienst.get("context_memberships_url")
    return url if isinstance(url, str) and is_van_platform(registratie, url) else ""
