"""What the tool calls without a browser: access tokens and the roster (NRPS 2.0)."""

from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue
from lti1p3platform.exceptions import MissingRequiredClaim, UnsupportedGrantType
from lti1p3platform.response import generate_next_link

from .conf import InvalidToken, PlatformConf, unverified_issuer
from .core import NRPS_SCOPE, Platform, Refused, platform
from .faults import misbehave
from .forms import refused_as_json
from .school import Person, Role
from .store import Tool

bp = Blueprint("services", __name__)
bp.register_error_handler(Refused, refused_as_json)
ROSTER_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"
# A teacher who may not edit is a Learner in the roster, though an Instructor in a launch.
_ROSTER_ROLES = {Role.EDITING_TEACHER: "Instructor", Role.TEACHER: "Learner", Role.PUPIL: "Learner"}
_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@bp.post("/lti/token")
def token() -> ResponseReturnValue:
    """Give an access token for an hour to a tool that proves itself with a signed JWT (RFC 7523)."""
    misbehave("token")
    here = platform()
    form = request.form.to_dict()
    try:
        if form.get("client_assertion_type") != _ASSERTION:
            raise InvalidToken("unknown client_assertion_type")
        tool = here.tool(unverified_issuer(form.get("client_assertion", "")))
        if "scope" in form:
            form["scope"] = " ".join(scope for scope in form["scope"].split() if scope in tool.scopes)
        conf = PlatformConf(platform=here, tool=tool, audience=here.url("/lti/token"))
        answer = conf.get_access_token(form)
        _check_used_once(here, conf.verified, tool)
    except UnsupportedGrantType:
        return _oauth_error("unsupported_grant_type")
    except MissingRequiredClaim as error:
        return _oauth_error("invalid_request", str(error))
    except (InvalidToken, Refused) as error:
        return _oauth_error("invalid_client", str(error))
    return jsonify(answer) if answer["scope"] else _oauth_error("invalid_scope")


def _check_used_once(here: Platform, verified: dict[str, Any], tool: Tool) -> None:
    if verified.get("sub") != tool.client_id:
        raise InvalidToken("sub is not the client id")
    token_id = verified.get("jti")
    if not isinstance(token_id, str) or not here.use_once(token_id):
        raise InvalidToken("jti is missing or was used before")


def _oauth_error(error: str, description: str = "") -> ResponseReturnValue:
    return {"error": error, "error_description": description}, 400


@bp.get("/lti/services/CourseSection/<int:course_id>/bindings/<deployment_id>/memberships")
def memberships(course_id: int, deployment_id: str) -> ResponseReturnValue:
    """Everyone enrolled in a course; with ?limit= in pages, with ?role= only that role.

    The page size is the tool's wish; the next page is found with the Link header.
    """
    misbehave("nrps")
    here = platform()
    tool = _authorised(here, deployment_id)
    if request.headers.get("Accept") != ROSTER_TYPE:
        raise Refused(400, f"Accept must be {ROSTER_TYPE}")
    course = here.course(course_id)
    members = [_member(tool, person, role) for person, role in enrolled(here, course_id)]
    role = request.args.get("role", "").rpartition("#")[2]
    members = [member for member in members if not role or role in member["roles"]]
    limit = request.args.get("limit", 0, type=int)
    first = max(request.args.get("from", 0, type=int), 0)
    last = first + limit if limit > 0 else len(members)
    answer = jsonify(
        id=request.base_url,
        context={"id": str(course.id), "label": course.label, "title": course.title},
        members=members[first:last],
    )
    answer.content_type = f"{ROSTER_TYPE}; charset=utf-8"
    if last < len(members):
        # Like Moodle's, the next link forgets role=.
        address = here.url(request.path)
        answer.headers["Link"] = generate_next_link(f"{address}?limit={limit}&from={last}")
    return answer


def _authorised(here: Platform, deployment_id: str) -> Tool:
    """The tool of this deployment, if the request carries its token; raises Refused (401)."""
    scheme, _, access_token = request.headers.get("Authorization", "").partition(" ")
    for tool in here.store.state.tools.values():
        if tool.active and tool.deployment_id == deployment_id and scheme.lower() == "bearer":
            conf = PlatformConf(platform=here, tool=tool)
            if conf.may_use(access_token, NRPS_SCOPE):
                return tool
    raise Refused(401, "This needs a valid access token")


def enrolled(here: Platform, course_id: int) -> list[tuple[Person, Role]]:
    """Who is enrolled in a course, by family name; administrators and managers are not."""
    people = here.people
    members = [(people[key], role) for key, role in here.store.state.members[course_id].items()]
    return sorted(members, key=lambda member: (member[0].family_name, member[0].given_name, member[0].id))


def _member(tool: Tool, person: Person, role: Role) -> dict[str, Any]:
    member: dict[str, Any] = {
        "status": "Active",
        "roles": [_ROSTER_ROLES[role]],
        "user_id": str(person.id),
        "lis_person_sourcedid": person.number,
    }
    if tool.share_names:
        member |= {
            "name": person.name,
            "given_name": person.given_name,
            "family_name": person.family_name,
        }
    if tool.share_email:
        member["email"] = person.email
    return member | {"ext_user_username": person.username}
