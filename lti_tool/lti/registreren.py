"""Dynamic registration 1.0 (https://www.imsglobal.org/spec/lti-dr/v1p0): one paste, one click.

maak_link -> the administrator pastes it in the platform -> bekijk (what will happen) -> voltooi.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lti_tool.lti import aanvraag, moodle
from lti_tool.lti.aanvraag import Platformgegevens
from lti_tool.lti.adressen import LANGSTE_ADRES
from lti_tool.lti.fouten import Code, RegistratieFout
from lti_tool.lti.koppelvlak import hash_van
from lti_tool.lti.registraties import Adressen, bewaar_registratie
from lti_tool.lti.verkeer import Verkeer
from lti_tool.lti.vormen import lees_velden
from lti_tool.models import Registratie, Registratielink, School, nu
from lti_tool.settings import Settings

REGISTREREN_PAD = "/lti/register"
_VELDEN = {"k": 100, "openid_configuration": LANGSTE_ADRES, "registration_token": 8000}
_NA_REGISTREREN = (
    "Druk hieronder op Sluiten en zet Groepswijzer aan in je leeromgeving.",
    "Controleer dat namen, e-mailadressen en de deelnemerslijst met Groepswijzer worden gedeeld.",
)


@dataclass(frozen=True)
class Voorstel:
    """What is about to be registered, for the administrator to confirm; velden: post these back."""

    school: str
    platform: Platformgegevens
    velden: dict[str, str]


@dataclass(frozen=True)
class Voltooid:
    """A registration that was made or renewed, and what is still to be done, in Dutch."""

    registratie: Registratie
    stappen: tuple[str, ...]


def maak_link(session: Session, settings: Settings, school: School) -> str:
    """A one-time address to paste into the learning platform; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    geldig = timedelta(hours=settings.registration_link_hours)
    session.add(Registratielink(school_id=school.id, token_hash=hash_van(token), verloopt_op=nu() + geldig))
    session.flush()
    return f"{settings.base_url}{REGISTREREN_PAD}?k={token}"


def bekijk(session: Session, settings: Settings, params: Mapping[str, Sequence[str]]) -> Voorstel:
    """Check the link and the platform's configuration; the link is not used up yet.

    params: all values per field of the query. Commits before it asks the platform.
    Raises LtiFout, mostly as RegistratieFout.
    """
    velden = _lees(params)
    school = _zoek_link(session, velden["k"]).school.naam
    session.commit()
    with Verkeer(settings) as verkeer:
        gegevens = aanvraag.haal_configuratie(verkeer, velden["openid_configuration"])
    return Voorstel(school, gegevens, {naam: waarde for naam, waarde in velden.items() if waarde})


def voltooi(session: Session, settings: Settings, params: Mapping[str, Sequence[str]]) -> Voltooid:
    """Use the link up, register at the platform, and keep what it answers.

    A platform that refuses or doesn't answer leaves the link usable. Registering again for the same
    issuer keeps the platform, and with it all courses and people. Commits before it asks the platform.
    Raises LtiFout, mostly as RegistratieFout; nothing is registered then.
    """
    velden = _lees(params)
    link = _zoek_link(session, velden["k"])
    _verbruik(session, link)
    session.commit()
    try:
        with Verkeer(settings) as verkeer:
            gegevens = aanvraag.haal_configuratie(verkeer, velden["openid_configuration"])
            client_id, deployment_id = aanvraag.meld_aan(
                verkeer, settings, gegevens, velden["registration_token"]
            )
        registratie = bewaar_registratie(
            session,
            link.school,
            Adressen(gegevens.issuer, gegevens.auth_url, gegevens.token_url, gegevens.jwks_url),
            client_id,
            [deployment_id],
        )
        registratie.platform.product = gegevens.product
        session.flush()
    except RegistratieFout:
        session.rollback()
        link.gebruikt_op = None
        session.commit()
        raise
    is_moodle = gegevens.product == moodle.PRODUCT
    return Voltooid(registratie, moodle.NA_REGISTREREN if is_moodle else _NA_REGISTREREN)


def _lees(params: Mapping[str, Sequence[str]]) -> dict[str, str]:
    velden = lees_velden(params, _VELDEN, Code.LINK_ONGELDIG)
    if not velden["openid_configuration"]:
        raise RegistratieFout(Code.CONFIGURATIE_ONGELDIG, "openid_configuration is missing")
    return velden


def _zoek_link(session: Session, token: str) -> Registratielink:
    link = session.scalars(
        select(Registratielink).where(Registratielink.token_hash == hash_van(token))
    ).one_or_none()
    if link is None or link.verloopt_op <= nu() or link.gebruikt_op is not None:
        raise RegistratieFout(Code.LINK_ONGELDIG, "the link is unknown, used or expired")
    return link


def _verbruik(session: Session, link: Registratielink) -> None:
    """One statement: of two clicks at once, one registers."""
    gelukt = session.execute(
        update(Registratielink)
        .where(Registratielink.id == link.id, Registratielink.gebruikt_op.is_(None))
        .values(gebruikt_op=nu())
        .returning(Registratielink.id)
    ).all()
    if not gelukt:
        raise RegistratieFout(Code.LINK_ONGELDIG, "the link was used at the same moment")
