"""Response headers: what a page may load, who may frame it, what is remembered of it."""

import secrets
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Flask, Response, g, request
from sqlalchemy import select

from lti_tool.extensions import db
from lti_tool.models import Platform, Registratie

# Stylesheets, scripts and pictures: the same for everybody, at an address that changes when they do.
VASTE_BESTANDEN = ("static", "bootstrap.static")


def csp_nonce() -> str:
    """The random value that this answer's own scripts carry."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def omlijst_door(platform: Platform) -> None:
    """Let the pages of this platform's site frame the answer of this request."""
    g.omlijsters = {_oorsprong(platform.issuer)}


def _oorsprong(url: str) -> str:
    delen = urlsplit(url)
    return f"{delen.scheme}://{delen.netloc}"


def _alle_platforms() -> set[str]:
    """Before anybody is known (login, errors, registration): any platform that is registered."""
    issuers = db.session.scalars(select(Registratie.issuer).where(Registratie.actief)).all()
    return {_oorsprong(issuer) for issuer in issuers}


def zet_koppen(response: Response) -> Response:
    """Called after every request."""
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    if request.endpoint in VASTE_BESTANDEN and response.status_code < HTTPStatus.BAD_REQUEST:
        return response
    # Over whatever a view or the framework says: a file to download is about pupils as much as a page is.
    response.headers["Cache-Control"] = "no-store"
    # The address of a page names groups and pupils by number: it stays on this site.
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
    if response.mimetype == "text/html":
        response.headers["Content-Security-Policy"] = _csp()
    return response


def _csp() -> str:
    omlijsters = g.get("omlijsters")
    if omlijsters is None:
        omlijsters = _alle_platforms()
    regels = {
        "default-src": "'none'",
        "script-src": f"'self' 'nonce-{csp_nonce()}'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        # a deep linking answer is posted to the platform
        "form-action": " ".join(["'self'", *sorted(g.get("formulierdoelen", ()))]),
        "frame-ancestors": " ".join(["'self'", *sorted(omlijsters)]),
    }
    return "; ".join(f"{naam} {waarde}" for naam, waarde in regels.items())


def init_app(app: Flask) -> None:
    """Make the nonce known to templates and set the headers on every answer."""
    app.after_request(zet_koppen)
    app.jinja_env.globals["csp_nonce"] = csp_nonce
