"""Keeping a registration, however it came: by dynamic registration or by hand."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.lti.fouten import Code, RegistratieFout
from lti_tool.models import Deployment, Platform, Registratie, School


class Adressen(NamedTuple):
    """Of one platform; looked at before they come here."""

    issuer: str
    auth_url: str
    token_url: str
    jwks_url: str


def bewaar_registratie(
    session: Session, school: School, adressen: Adressen, client_id: str, deployment_ids: Iterable[str]
) -> Registratie:
    """Make the registration or bring it up to date and on; deployments are only added.

    The same issuer at the same school is the same platform: courses and people stay.
    Raises RegistratieFout(ANDERE_SCHOOL) when issuer and client id belong to another school.
    """
    registratie = session.scalars(
        select(Registratie).where(Registratie.issuer == adressen.issuer, Registratie.client_id == client_id)
    ).one_or_none()
    if registratie is None:
        platform = _platform(session, school, adressen.issuer)
        registratie = Registratie(platform=platform, issuer=adressen.issuer, client_id=client_id)
        session.add(registratie)
    elif registratie.platform.school_id != school.id:
        raise RegistratieFout(Code.ANDERE_SCHOOL, "issuer and client id belong to another school")
    registratie.auth_url, registratie.token_url = adressen.auth_url, adressen.token_url
    registratie.jwks_url = adressen.jwks_url
    registratie.actief = True
    bekend = {deployment.deployment_id for deployment in registratie.deployments}
    nieuw = [deployment for deployment in deployment_ids if deployment not in bekend]
    registratie.deployments.extend(Deployment(deployment_id=deployment) for deployment in nieuw)
    session.flush()
    return registratie


def _platform(session: Session, school: School, issuer: str) -> Platform:
    platform = session.scalars(
        select(Platform).where(Platform.school_id == school.id, Platform.issuer == issuer)
    ).one_or_none()
    return platform or Platform(school=school, issuer=issuer, product="")
