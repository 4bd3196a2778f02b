"""The tool's own keys: made when first needed, rotated with an overlap, published as a JWK set."""

from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pylti1p3.registration import Registration
from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from lti_tool.models import Sleutel, nu
from lti_tool.settings import Settings

_BITS = 2048


def huidige_sleutel(session: Session) -> Sleutel:
    """The key that signs; makes one the first time.

    Two processes that come first at once each make one: both are published, the newest signs.
    """
    sleutel = session.scalars(
        select(Sleutel)
        .where(Sleutel.gepubliceerd_tot.is_(None))
        .order_by(Sleutel.aangemaakt_op.desc(), Sleutel.kid)
        .limit(1)
    ).first()
    return sleutel or _maak(session)


def roteer(session: Session, settings: Settings) -> Sleutel:
    """Start using a new key; the old one stays published for settings.key_overlap_days."""
    tot = nu() + timedelta(days=settings.key_overlap_days)
    session.execute(delete(Sleutel).where(Sleutel.gepubliceerd_tot < nu()))
    session.execute(update(Sleutel).where(Sleutel.gepubliceerd_tot.is_(None)).values(gepubliceerd_tot=tot))
    return _maak(session)


def jwks(session: Session) -> dict[str, list[dict[str, Any]]]:
    """The published keys (RFC 7517): the one in use and those whose overlap hasn't ended."""
    huidige_sleutel(session)
    sleutels = session.scalars(
        select(Sleutel)
        .where(or_(Sleutel.gepubliceerd_tot.is_(None), Sleutel.gepubliceerd_tot > nu()))
        .order_by(Sleutel.aangemaakt_op.desc())
    )
    return {"keys": [sleutel.publieke_jwk for sleutel in sleutels]}


def _maak(session: Session) -> Sleutel:
    prive = rsa.generate_private_key(public_exponent=65537, key_size=_BITS)
    prive_pem = prive.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    publieke_pem = prive.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    jwk = dict(Registration.get_jwk(publieke_pem.decode()))
    sleutel = Sleutel(kid=jwk["kid"], prive_pem=prive_pem.decode(), publieke_jwk=jwk)
    session.add(sleutel)
    session.flush()
    return sleutel
