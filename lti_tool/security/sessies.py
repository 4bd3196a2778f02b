"""Visits: kept in the database, one person each; the browser holds a random token and nothing else."""

import hashlib
import secrets
from copy import deepcopy
from datetime import timedelta
from typing import Any

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy import delete, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, joinedload, selectinload

from lti_tool.extensions import db
from lti_tool.models import Rol, Sessie, nu
from lti_tool.models.sqlite import gaat_schrijven
from lti_tool.settings import Settings

# Only once in a while: a visit's time of use needs no write at every request.
AANRAKEN_NA = timedelta(minutes=1)


def cookienaam(settings: Settings) -> str:
    """The __Host- prefix (RFC 6265bis) binds the cookie to this host; it needs https."""
    return "__Host-groepswijzer" if settings.secure else "groepswijzer"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class Bezoek(dict[str, Any], SessionMixin):
    """flask.session: a plain dict, with the row it belongs to (None: nobody was launched).

    How it was is kept to its depth: a second message for the user goes into the list of the first.
    """

    def __init__(self, sessie: Sessie | None = None) -> None:
        super().__init__(sessie.gegevens if sessie else {})
        self.sessie = sessie
        self._begin = deepcopy(dict(self))
        # set by a launch: the token that the answer must put in the cookie
        self.nieuw_token: str | None = None
        # why the visit could not be looked up
        self.storing: Exception | None = None

    @property
    def gewijzigd(self) -> bool:
        return dict(self) != self._begin

    def begin(self, sessie: Sessie, token: str) -> None:
        """Go on as this visit, whose token the answer sets."""
        self.clear()
        self.update(sessie.gegevens)
        self._begin = deepcopy(dict(self))
        self.sessie, self.nieuw_token = sessie, token


class DatabaseSessies(SessionInterface):
    """Flask's session on the table `sessie`. Without a launch nothing is stored, nor any cookie set."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def open_session(self, app: Flask, request: Request) -> Bezoek:  # noqa: ARG002 (Flask's signature)
        token = request.cookies.get(cookienaam(self._settings), "")
        # static files and health checks need nobody
        if not token or request.endpoint in ("static", "bootstrap.static", "gezond"):
            return Bezoek()
        try:
            sessie = _zoek(db.session(), token, self._settings)
            if sessie and nu() - sessie.laatst_gezien_op > AANRAKEN_NA:
                _raak_aan(db.session(), sessie)
        except SQLAlchemyError as fout:
            # raised by the check before the view: a page can't be made before the request has a session
            bezoek = Bezoek()
            bezoek.storing = fout
            return bezoek
        return Bezoek(sessie)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:  # noqa: ARG002
        assert isinstance(session, Bezoek)  # noqa: S101 (open_session makes no other)
        if session.sessie is not None and session.gewijzigd:
            _bewaar(db.session(), session.sessie.id, dict(session))
        if session.nieuw_token:
            zet_cookie(response, cookienaam(self._settings), session.nieuw_token, self._settings)


def zet_cookie(response: Response, naam: str, waarde: str, settings: Settings) -> None:
    """A cookie that also lives in a frame of another site: CHIPS, partitioned by that site.

    Plain http (this machine only) can't have it: a Lax cookie serves frames of the same host.
    """
    response.set_cookie(
        naam,
        waarde,
        path="/",
        httponly=True,
        secure=settings.secure,
        samesite="None" if settings.secure else "Lax",
        partitioned=settings.secure,
    )


def _zoek(session: Session, token: str, settings: Settings) -> Sessie | None:
    grens = nu() - timedelta(minutes=settings.session_minutes)
    vraag = (
        select(Sessie)
        .where(Sessie.token_hash == _hash(token), Sessie.laatst_gezien_op > grens)
        .options(joinedload(Sessie.persoon), selectinload(Sessie.toegangen))
    )
    return session.scalars(vraag).one_or_none()


def _raak_aan(session: Session, sessie: Sessie) -> None:
    """In a transaction of its own, before the request's work, so that a reader takes no write lock."""
    sessie_id = sessie.id
    session.commit()
    with gaat_schrijven():
        session.execute(update(Sessie).where(Sessie.id == sessie_id).values(laatst_gezien_op=nu()))
        session.commit()


def _bewaar(session: Session, sessie_id: int, gegevens: dict[str, Any]) -> None:
    # What the view did not commit must not be committed here.
    session.rollback()
    with gaat_schrijven():
        session.execute(update(Sessie).where(Sessie.id == sessie_id).values(gegevens=gegevens))
        session.commit()


def nieuw_bezoek(
    session: Session, vorige: Sessie | None, persoon_id: int, *, als_leerling: bool
) -> tuple[Sessie, str]:
    """The visit to go on with after a launch, and its fresh token.

    The same person keeps the courses already open in this browser; anybody else's visit ends. Who
    comes as a pupil starts clean: a teacher who switched role sees what a pupil sees.
    The caller commits.
    """
    token = secrets.token_urlsafe(32)
    was_leerling = vorige is not None and any(t.rol == Rol.LEERLING for t in vorige.toegangen)
    if vorige is not None and vorige.persoon_id == persoon_id and not (als_leerling or was_leerling):
        vorige.token_hash, vorige.laatst_gezien_op = _hash(token), nu()
        return vorige, token
    if vorige is not None:
        session.delete(vorige)
    sessie = Sessie(persoon_id=persoon_id, token_hash=_hash(token), gegevens={})
    session.add(sessie)
    return sessie, token


def ruim_op(session: Session, settings: Settings) -> None:
    """Remove visits that have ended. The caller commits."""
    grens = nu() - timedelta(minutes=settings.session_minutes)
    session.execute(delete(Sessie).where(Sessie.laatst_gezien_op < grens))
