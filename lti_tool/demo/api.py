"""Doors for automated tests: change the roster, break a service, start afresh.

JSON only, so that no web page can post here by a form; the platform listens on the own
machine only.
"""

from dataclasses import asdict, replace
from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from .core import Fault, Platform, Refused, platform
from .faults import SERVICES
from .forms import refused_as_json
from .keys import new_private_key
from .pages import enrol
from .school import Person, Role
from .services import enrolled

bp = Blueprint("api", __name__, url_prefix="/api")
bp.register_error_handler(Refused, refused_as_json)
_MOST_MEMBERS = 10_000
_GIVEN = ("Bram", "Noa", "Yasmin", "Jip", "Elif", "Teun", "Fleur", "Omar", "Pien", "Luca")
_FAMILY = ("de Ruiter", "Aydın", "van der Velde", "Kok", "Ouali", "Verbeek", "in 't Veld", "Schouten")


@bp.get("/cursus/<int:course_id>/leden")
def members(course_id: int) -> ResponseReturnValue:
    """Who is enrolled in a course."""
    here = platform()
    here.course(course_id)
    return {"members": [asdict(person) | {"role": role} for person, role in enrolled(here, course_id)]}


@bp.put("/cursus/<int:course_id>/leden/<username>")
def put_member(course_id: int, username: str) -> ResponseReturnValue:
    """Enrol someone: role, and for a new or changed person given_name, family_name, number, email."""
    here = platform()
    wanted = _body()
    course = here.course(course_id)
    known = next((person for person in here.people.values() if person.username == username), None)
    details: dict[str, Any] = {
        name: str(wanted[name]) for name in ("given_name", "family_name", "number", "email") if name in wanted
    }
    if known is None:
        known = Person(_next_id(here), username, "Nieuw", "Lid", "", f"{username}@lindecollege.example")
    person = replace(known, **details)
    enrol(here, course, person, str(wanted.get("role", Role.PUPIL)))
    with here.store.change() as state:
        state.added_people[person.id] = person
    return asdict(person)


@bp.delete("/cursus/<int:course_id>/leden/<username>")
def delete_member(course_id: int, username: str) -> ResponseReturnValue:
    """Remove someone from a course."""
    here = platform()
    enrol(here, here.course(course_id), here.person(username), "")
    return "", 204


@bp.post("/cursus/<int:course_id>/vullen")
def fill(course_id: int) -> ResponseReturnValue:
    """Add made-up pupils until the course has `count` members (at most 10,000)."""
    here = platform()
    here.course(course_id)
    count = _body().get("count")
    if not isinstance(count, int) or not 0 <= count <= _MOST_MEMBERS:
        raise Refused(400, f"count must be 0 to {_MOST_MEMBERS}")
    first = _next_id(here)
    with here.store.change() as state:
        inside = state.members[course_id]
        for new_id in range(first, first + max(count - len(inside), 0)):
            state.added_people[new_id] = _made_up(new_id)
            inside[new_id] = Role.PUPIL
        return {"count": len(inside)}


@bp.put("/storing/<service>")
def break_service(service: str) -> ResponseReturnValue:
    """Let auth, certs, token, nrps or registratie fail: status (e.g. 503), seconds to hang first."""
    if service not in SERVICES:
        raise Refused(404, f"No such service; there are {', '.join(SERVICES)}")
    wanted = _body()
    try:
        fault = Fault(int(wanted.get("status", 0)), float(wanted.get("seconds", 0)))
    except (TypeError, ValueError) as error:
        raise Refused(400, "status and seconds must be numbers") from error
    if fault.status and not 400 <= fault.status <= 599:
        raise Refused(400, "status must be an error status")
    platform().faults[service] = fault
    return asdict(fault)


@bp.delete("/storing/<service>")
def mend_service(service: str) -> ResponseReturnValue:
    """Let a service work again."""
    platform().faults.pop(service, None)
    return "", 204


@bp.put("/koppeling/<client_id>")
def privacy(client_id: str) -> ResponseReturnValue:
    """What a tool is told of people: share_names, share_email."""
    here, wanted = platform(), _body()
    tool = here.tool(client_id)
    with here.store.change():
        tool.share_names = bool(wanted.get("share_names", tool.share_names))
        tool.share_email = bool(wanted.get("share_email", tool.share_email))
    return asdict(tool)


@bp.post("/sleutel")
def new_key() -> ResponseReturnValue:
    """Sign with a new key from now on; the old one is no longer published."""
    with platform().store.change() as state:
        state.private_key = new_private_key()
    return "", 204


@bp.post("/begin-opnieuw")
def start_afresh() -> ResponseReturnValue:
    """Forget every change: people, activities, registrations, faults. The keys stay."""
    here = platform()
    here.store.reset()
    here.faults.clear()
    here.connect()
    return "", 204


def _body() -> dict[str, Any]:
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        raise Refused(400, "The body must be a JSON object")
    return body


def _next_id(here: Platform) -> int:
    return max(here.people) + 1


def _made_up(new_id: int) -> Person:
    number = str(200_000 + new_id)
    return Person(
        id=new_id,
        username=number,
        given_name=_GIVEN[new_id % len(_GIVEN)],
        family_name=_FAMILY[new_id // len(_GIVEN) % len(_FAMILY)],
        number=number,
        email=f"{number}@leerling.lindecollege.example",
    )
