"""Deny by default: every endpoint names the right it needs, or stands on the short public list."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, g, request, session

from lti_tool.extensions import db
from lti_tool.models import Sessie
from lti_tool.security import bezoeker as bezoekers
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.fouten import GeenBezoek, GeenRecht
from lti_tool.security.koppen import omlijst_door
from lti_tool.security.rechten import Recht
from lti_tool.security.sessies import Bezoek
from lti_tool.services.fouten import NietGevonden

# Reached before anybody is known. A launch, a login and a registration prove themselves.
PUBLIEK = frozenset(
    {
        "static",
        "bootstrap.static",
        "gezond",
        "lti.login",
        "lti.verder",
        "lti.launch",
        "lti.jwks",
        "lti.register",
        # their signed token says who deposits what
        "klad.bewaar",
        "klad.bewaar_pagina",
        "klad.ruim_op",
    }
)

Weergave = TypeVar("Weergave", bound=Callable[..., Any])


def vereist(recht: Recht) -> Callable[[Weergave], Weergave]:
    """Mark a view with the right it needs, in the group or course that its address names."""

    def merk(weergave: Weergave) -> Weergave:
        weergave.recht = recht  # type: ignore[attr-defined]  # read back in recht_van
        return weergave

    return merk


def recht_van(endpoint: str) -> Recht | None:
    """The right that an endpoint asks for; None when it names none."""
    return getattr(current_app.view_functions[endpoint], "recht", None)


def huidige_sessie() -> Sessie:
    """The visit of this request. Raises GeenBezoek when there is none, or why it can't be looked up."""
    bezoek = session._get_current_object()  # type: ignore[attr-defined]  # werkzeug's proxy
    if isinstance(bezoek, Bezoek) and bezoek.storing is not None:
        raise bezoek.storing
    if not isinstance(bezoek, Bezoek) or bezoek.sessie is None:
        raise GeenBezoek
    return bezoek.sessie


def huidige_bezoeker() -> Bezoeker:
    """Who is here, as found by the check of this request."""
    bezoeker: Bezoeker = g.bezoeker
    return bezoeker


def controleer() -> None:
    """Run before every request. Raises GeenBezoek, NietGevonden or GeenRecht."""
    endpoint = request.endpoint
    if endpoint is None or endpoint in PUBLIEK:
        return
    recht = recht_van(endpoint)
    if recht is None:
        raise GeenRecht
    bezoeker = _zoek(huidige_sessie(), request.view_args or {})
    if bezoeker is None:
        raise NietGevonden("Deze groep of cursus is niet voor jou geopend, of je toegang is gestopt.")
    g.bezoeker = bezoeker
    omlijst_door(bezoeker.cursus.platform)
    if not bezoeker.mag(recht):
        raise GeenRecht


def _zoek(sessie: Sessie, plaats: dict[str, Any]) -> Bezoeker | None:
    if "groep_id" in plaats:
        return bezoekers.voor_groep(db.session(), sessie, plaats["groep_id"])
    return bezoekers.voor_cursus(db.session(), sessie, plaats["cursus_id"])


def init_app(app: Flask) -> None:
    app.before_request(controleer)
