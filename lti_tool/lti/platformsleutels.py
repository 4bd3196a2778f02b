"""The public keys of a platform, kept in the database: good answers only, asked again within bounds."""

from datetime import timedelta
from typing import Any

import requests
from sqlalchemy import or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.lti.verkeer import Verkeer
from lti_tool.models import Platformsleutels, Registratie, nu
from lti_tool.settings import Settings

# an unknown kid may be a new key, or nonsense from anybody: ask once a minute at most
WACHT = timedelta(minutes=1)
# without any good answer so far there is nothing to protect but the platform's rest
WACHT_EERSTE = timedelta(seconds=5)
# a key that the platform has withdrawn must stop working some day
HOUDBAAR = timedelta(days=1)
WACHT_VERVERSEN = timedelta(hours=1)
_MEESTE_SLEUTELS = 100


def zoek_sleutel(session: Session, settings: Settings, registratie: Registratie, kid: str) -> dict[str, Any]:
    """The platform's key with this kid, as a JWK.

    Commits before it asks the platform, so that no transaction is open (nor SQLite locked) while waiting;
    call it before anything else is written. Raises LtiFout when the platform has no such key
    (HANDTEKENING) or never gave a usable answer (SLEUTELS_ONBEREIKBAAR).
    """
    rij = _rij(session, registratie.id)
    sleutel = _kies(rij.jwks, kid)
    if sleutel is not None and not _is_oud(rij):
        return sleutel
    if _neem_beurt(session, rij, _wachttijd(rij, bekend=sleutel is not None)):
        vers = _haal(settings, registratie.jwks_url)
        if vers is not None:
            rij.jwks, rij.opgehaald_op = vers, nu()
            session.commit()
            sleutel = _kies(vers, kid)
    if sleutel is not None:
        return sleutel
    if rij.opgehaald_op is None:
        raise LtiFout(Code.SLEUTELS_ONBEREIKBAAR, "the platform's keys were never fetched")
    raise LtiFout(Code.HANDTEKENING, "the platform publishes no key with this kid")


def _rij(session: Session, registratie_id: int) -> Platformsleutels:
    vraag = select(Platformsleutels).where(Platformsleutels.registratie_id == registratie_id)
    rij = session.scalars(vraag).one_or_none()
    if rij is None:
        try:
            with session.begin_nested():
                rij = Platformsleutels(registratie_id=registratie_id, jwks={})
                session.add(rij)
        except IntegrityError:  # another process was first
            rij = session.scalars(vraag).one()
    return rij


def _kies(jwks: dict[str, Any], kid: str) -> dict[str, Any] | None:
    return next((sleutel for sleutel in jwks.get("keys", []) if sleutel["kid"] == kid), None)


def _is_oud(rij: Platformsleutels) -> bool:
    return rij.opgehaald_op is None or nu() - rij.opgehaald_op > HOUDBAAR


def _wachttijd(rij: Platformsleutels, *, bekend: bool) -> timedelta:
    if bekend:
        return WACHT_VERVERSEN
    return WACHT if rij.opgehaald_op else WACHT_EERSTE


def _neem_beurt(session: Session, rij: Platformsleutels, wacht: timedelta) -> bool:
    """Whether this process may ask now: one statement, so one of all processes may."""
    beurt = session.execute(
        update(Platformsleutels)
        .where(
            Platformsleutels.id == rij.id,
            or_(Platformsleutels.poging_op.is_(None), Platformsleutels.poging_op <= nu() - wacht),
        )
        .values(poging_op=nu())
        .returning(Platformsleutels.id)
    ).all()
    session.commit()
    return bool(beurt)


def _haal(settings: Settings, url: str) -> dict[str, Any] | None:
    """A key set that can be used, or None: an error page or an empty set must not replace a good one."""
    try:
        with Verkeer(settings) as verkeer:
            antwoord = verkeer.get(url, headers={"Accept": "application/json"})
            inhoud = antwoord.json() if antwoord.ok else None
    except (requests.RequestException, RecursionError):  # not answered, or not as JSON
        return None
    gegeven = inhoud.get("keys") if isinstance(inhoud, dict) else None
    if not isinstance(gegeven, list):
        return None
    sleutels = [sleutel for sleutel in gegeven[:_MEESTE_SLEUTELS] if _is_bruikbaar(sleutel)]
    return {"keys": sleutels} if sleutels else None


def _is_bruikbaar(sleutel: Any) -> bool:
    return (
        isinstance(sleutel, dict)
        and isinstance(sleutel.get("kid"), str)
        and sleutel.get("kty") == "RSA"
        and sleutel.get("use", "sig") == "sig"
    )
