"""Learning platforms connected by hand: added, listed and switched off from the command line."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from lti_tool.lti.adressen import oorsprong
from lti_tool.lti.fouten import RegistratieFout
from lti_tool.lti.registraties import Adressen, bewaar_registratie
from lti_tool.lti.vormen import LANGSTE_NAAM
from lti_tool.models import Platform, Registratie, School
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde


def vind_of_maak_school(session: Session, naam: str) -> School:
    """The school of this name. Raises OngeldigeWaarde for an empty or too long name."""
    naam = naam.strip()
    _controleer_tekst("De naam van de school", naam)
    school = session.scalars(select(School).where(School.naam == naam)).one_or_none()
    if school is None:
        school = School(naam=naam, rolvertaling={})
        session.add(school)
        session.flush()
    return school


def voeg_platform_toe(
    session: Session,
    school_naam: str,
    issuer: str,
    client_id: str,
    deployment_ids: Iterable[str],
    auth_url: str,
    token_url: str,
    jwks_url: str,
) -> Registratie:
    """Connect a platform to a school, or bring a connection up to date; the same again changes nothing.

    Addresses are replaced, deployments only added, and a connection that was off is on again.
    Raises OngeldigeWaarde, with a Dutch message, for a value that can't be used and for an issuer and
    client id that belong to another school.
    """
    adressen = Adressen(issuer, auth_url, token_url, jwks_url)
    for naam, adres in adressen._asdict().items():
        if oorsprong(adres) is None:
            raise OngeldigeWaarde(f"{naam}: {adres!r} is geen adres dat met https:// begint.")
    deployments = list(dict.fromkeys(deployment_ids))
    _controleer_tekst("issuer", issuer)
    _controleer_tekst("client-id", client_id)
    for deployment_id in deployments:
        _controleer_tekst("deployment-id", deployment_id)
    school = vind_of_maak_school(session, school_naam)
    try:
        registratie = bewaar_registratie(session, school, adressen, client_id, deployments)
    except RegistratieFout as fout:
        raise OngeldigeWaarde(f"{fout.titel}.") from fout
    return registratie


def lijst(session: Session) -> Sequence[Registratie]:
    """All connections with school and deployments, by school and issuer."""
    vraag = (
        select(Registratie)
        .join(Registratie.platform)
        .join(Platform.school)
        .order_by(School.naam, Registratie.issuer, Registratie.id)
        .options(
            joinedload(Registratie.platform).joinedload(Platform.school),
            selectinload(Registratie.deployments),
        )
    )
    return session.scalars(vraag).all()


def zet_uit(session: Session, issuer: str, client_id: str) -> Registratie:
    """Refuse launches of this connection from now on; all data stay.

    Raises NietGevonden.
    """
    registratie = session.scalars(
        select(Registratie).where(Registratie.issuer == issuer, Registratie.client_id == client_id)
    ).one_or_none()
    if registratie is None:
        raise NietGevonden("Er is geen leeromgeving met deze issuer en client-id.")
    registratie.actief = False
    session.flush()
    return registratie


def _controleer_tekst(naam: str, waarde: str) -> None:
    if not waarde or len(waarde) > LANGSTE_NAAM or not waarde.isprintable():
        raise OngeldigeWaarde(f"{naam} is leeg, te lang of bevat vreemde tekens.")
