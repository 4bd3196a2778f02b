"""The launch: start (login initiation), authentication request, and the published keys."""

import json

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from .conf import PlatformConf, key_set
from .core import Launch, Platform, Refused, platform
from .faults import misbehave
from .forms import posting_page
from .messages import FlaskRequest, Initiation, Login, MessageLaunch, target_link_uri
from .school import Course, Person
from .store import Activity, Tool

bp = Blueprint("oidc", __name__)
_TARGETS = ("iframe", "window", "frame")
# What an authentication request of LTI 1.3 must say literally.
_FIXED = {
    "scope": "openid",
    "response_type": "id_token",
    "response_mode": "form_post",
    "prompt": "none",
}


@bp.get("/als/<username>/activiteit/<int:activity_id>/start")
def start(username: str, activity_id: int) -> ResponseReturnValue:
    """Launch an activity for a person: ?venster=iframe|window|frame, ?rol=leerling."""
    here = platform()
    activity = here.store.state.activities.get(activity_id)
    if activity is None:
        raise Refused(404, "Deze activiteit bestaat niet meer.")
    person, course = here.person(username), here.course(activity.course_id)
    here.role(person, course)
    target = request.args.get("venster", "iframe")
    if target not in _TARGETS:
        raise Refused(400, "Onbekend venster.")
    as_pupil = request.args.get("rol") == "leerling"
    tool = here.tool(activity.client_id)
    return _initiate(here, new_launch(here, person, course, tool, activity, as_pupil, target))


@bp.get("/als/<username>/cursus/<int:course_id>/inhoud-kiezen")
def start_deep_linking(username: str, course_id: int) -> ResponseReturnValue:
    """Let the tool choose content for a course: ?koppeling=<client id>."""
    here = platform()
    person, course = here.person(username), here.course(course_id)
    if not here.role(person, course).may_edit:
        raise Refused(403, "Alleen wie de cursus mag bewerken, kan inhoud kiezen.")
    tool = here.tool(request.args.get("koppeling", ""))
    return _initiate(here, new_launch(here, person, course, tool, None, False, "iframe"))


def new_launch(
    here: Platform,
    person: Person,
    course: Course,
    tool: Tool,
    activity: Activity | None,
    as_pupil: bool,
    target: str,
) -> Launch:
    """Note a launch, to be collected once by the tool's authentication request."""
    kind = str(activity.id) if activity else "_ContentItemSelectionRequest"
    content = {"launchid": here.new_key(f"ltilaunch{kind}_")}
    hint = json.dumps(({"cmid": activity.id} if activity else {}) | content, separators=(",", ":"))
    launch = Launch(hint, person, course, tool, activity, as_pupil, target)
    here.launches[hint] = launch
    return launch


def _initiate(here: Platform, launch: Launch) -> ResponseReturnValue:
    login = Login(None, PlatformConf(platform=here, tool=launch.tool))
    login.set_lti_message_hint(hint=launch.hint)
    login.set_launch_url(target_link_uri(launch))
    initiation: Initiation = login.initiate_login(str(launch.person.id))
    return posting_page(initiation["action"], initiation["fields"])


@bp.route("/lti/auth", methods=["GET", "POST"])
def authenticate() -> ResponseReturnValue:
    """Answer the tool's authentication request with a signed launch message.

    An unknown tool or redirect_uri gets a page here (400), a launch that was used a 404;
    any other mistake goes back to the tool as an error, as OpenID Connect wants.
    """
    misbehave("auth")
    here = platform()
    asked = request.values.to_dict()
    tool = here.tool(asked.get("client_id", ""))
    redirect_uri = asked.get("redirect_uri", "")
    if redirect_uri not in tool.redirect_uris:
        raise Refused(400, "Dit adres (redirect_uri) is niet bij deze koppeling geregistreerd.")
    launch = here.launches.pop(asked.get("lti_message_hint", ""), None)
    if launch is None or launch.tool.client_id != tool.client_id:
        raise Refused(404, "Ongeldig verzoek. Open de activiteit opnieuw vanuit de cursus.")
    error = _mistake(asked, launch)
    if error:
        return posting_page(redirect_uri, {"error": error, "state": asked.get("state", "")})
    message = MessageLaunch(FlaskRequest(request), PlatformConf(platform=here, tool=tool))
    message.fill(here, launch)
    return posting_page(redirect_uri, message.lti_launch())


def _mistake(asked: dict[str, str], launch: Launch) -> str:
    if any(asked.get(name) != value for name, value in _FIXED.items()):
        return "invalid_request"
    if not (asked.get("nonce") and asked.get("state")):
        return "invalid_request"
    return "" if asked.get("login_hint") == str(launch.person.id) else "access_denied"


@bp.get("/lti/certs")
def certs() -> ResponseReturnValue:
    """The platform's public key as a JWK set."""
    misbehave("certs")
    return key_set(platform())
