"""The administrator's page: external tools, their registration and activation."""

from urllib.parse import urlencode, urlsplit

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from .core import Platform, Refused, platform
from .registration import new_token
from .school import Person, Role
from .store import Tool

bp = Blueprint("admin", __name__, url_prefix="/als/<username>/beheer")


@bp.get("/")
def tools(username: str) -> ResponseReturnValue:
    """The registered tools and the field for a registration link."""
    here = platform()
    person = _administrator(here, username)
    return render_template(
        "demo/beheer.html",
        person=person,
        tools=list(here.store.state.tools.values()),
        platform=here,
        sesskey=here.sesskey(person),
    )


@bp.post("/registreren")
def register(username: str) -> ResponseReturnValue:
    """Open the tool's registration link in a frame: fields adres, bijwerken (client id, optional)."""
    here = platform()
    person = _administrator(here, username)
    here.check_sesskey(person, request.form.get("sesskey", ""))
    address = request.form.get("adres", "").strip()
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise Refused(400, "Plak de hele registratielink, met http:// of https:// ervoor.")
    updated = request.form.get("bijwerken", "")
    known = updated in here.store.state.tools
    query = urlencode(
        {
            "openid_configuration": here.url("/lti/openid-configuration"),
            "registration_token": new_token(here, updated if known else here.new_key("tool-")),
        }
    )
    return render_template(
        "demo/registreren.html",
        person=person,
        address=f"{address}{'&' if parts.query else '?'}{query}",
        host=parts.netloc,
    )


@bp.post("/koppelingen/<client_id>/activeren")
def activate(username: str, client_id: str) -> ResponseReturnValue:
    """Let courses use a tool that registered itself."""
    here = platform()
    tool = _tool(here, username, client_id)
    with here.store.change():
        tool.active = True
    return redirect(url_for("admin.tools", username=username))


@bp.post("/koppelingen/<client_id>/verwijderen")
def remove(username: str, client_id: str) -> ResponseReturnValue:
    """Remove a tool and its activities."""
    here = platform()
    tool = _tool(here, username, client_id)
    with here.store.change() as state:
        del state.tools[tool.client_id]
        state.activities = {
            key: activity
            for key, activity in state.activities.items()
            if activity.client_id != tool.client_id
        }
    return redirect(url_for("admin.tools", username=username))


def _administrator(here: Platform, username: str) -> Person:
    person = here.person(username)
    if person.site_role is not Role.ADMIN:
        raise Refused(403, "Alleen de beheerder kan externe tools toevoegen.")
    return person


def _tool(here: Platform, username: str, client_id: str) -> Tool:
    """The tool, for an administrator's own form; raises Refused (403, 404)."""
    person = _administrator(here, username)
    here.check_sesskey(person, request.form.get("sesskey", ""))
    if client_id not in here.store.state.tools:
        raise Refused(404, "Deze koppeling bestaat niet meer.")
    return here.store.state.tools[client_id]
