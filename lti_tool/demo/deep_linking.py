"""Adding an activity: by hand, or filled by what the tool hands back (deep linking 2.0)."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from .claims import parameter_lines
from .conf import InvalidToken, PlatformConf
from .core import Platform, Refused, platform
from .school import Course, Person
from .store import Activity, Tool

bp = Blueprint("deep_linking", __name__)


@bp.get("/als/<username>/cursus/<int:course_id>/activiteit-toevoegen")
def add_page(username: str, course_id: int) -> ResponseReturnValue:
    """The form for a new activity: ?koppeling=<client id>, ?keuze=<key of what the tool chose>."""
    here = platform()
    person, course = _editor(here, username, course_id)
    tools = [tool for tool in here.store.state.tools.values() if tool.active]
    wanted = request.args.get("koppeling")
    tool = here.tool(wanted) if wanted else (tools[0] if tools else None)
    return render_template(
        "demo/toevoegen.html",
        person=person,
        course=course,
        role=here.role(person, course),
        tools=tools,
        tool=tool,
        chosen=here.choices.get(request.args.get("keuze", ""), []),
        choice=request.args.get("keuze", ""),
        sesskey=here.sesskey(person),
    )


@bp.post("/als/<username>/cursus/<int:course_id>/activiteit-toevoegen")
def add(username: str, course_id: int) -> ResponseReturnValue:
    """Save one activity from the form, or all that the tool chose (field `keuze`)."""
    here = platform()
    person, course = _editor(here, username, course_id)
    here.check_sesskey(person, request.form.get("sesskey", ""))
    chosen = here.choices.pop(request.form.get("keuze", ""), [])
    if len(chosen) < 2:
        chosen = [_from_form(here.tool(request.form.get("koppeling", "")), course)]
    with here.store.change() as state:
        for activity in chosen:
            activity.id = max(state.activities, default=0) + 1
            state.activities[activity.id] = activity
    return redirect(
        url_for("pages.activity", username=username, course_id=course_id, activity_id=chosen[0].id)
    )


@bp.post("/als/<username>/cursus/<int:course_id>/activiteit/<int:activity_id>/verwijderen")
def remove(username: str, course_id: int, activity_id: int) -> ResponseReturnValue:
    """Remove an activity from its course."""
    here = platform()
    person, course = _editor(here, username, course_id)
    here.check_sesskey(person, request.form.get("sesskey", ""))
    with here.store.change() as state:
        activity = state.activities.get(activity_id)
        if activity and activity.course_id == course.id:
            del state.activities[activity_id]
    return redirect(url_for("pages.course", username=username, course_id=course_id))


@bp.post("/lti/inhoud")
def chosen() -> ResponseReturnValue:
    """Take the tool's signed answer and lead the page around the frame back to the form."""
    here = platform()
    person, course = _editor(here, request.args.get("persoon", ""), request.args.get("course", 0, type=int))
    here.check_sesskey(person, request.args.get("sesskey", ""))
    tool = _tool(here, request.args.get("id", ""))
    conf = PlatformConf(platform=here, tool=tool, audience=here.config.issuer)
    try:
        items = conf.content_items(request.form.get("JWT", ""))
        activities = [_from_item(tool, course, item) for item in items]
    except InvalidToken as error:
        raise Refused(400, f"Het antwoord van {tool.name} klopt niet ({error}).") from error
    key = here.new_key()
    here.choices[key] = activities
    return render_template(
        "demo/gekozen.html", person=person, course=course, tool=tool, key=key, activities=activities
    )


def _editor(here: Platform, username: str, course_id: int) -> tuple[Person, Course]:
    person, course = here.person(username), here.course(course_id)
    if not here.role(person, course).may_edit:
        raise Refused(403, "Alleen wie de cursus mag bewerken, kan activiteiten toevoegen.")
    return person, course


def _tool(here: Platform, deployment_id: str) -> Tool:
    for tool in here.store.state.tools.values():
        if tool.active and tool.deployment_id == deployment_id:
            return tool
    raise Refused(404, "Deze koppeling bestaat niet meer.")


def _from_form(tool: Tool, course: Course) -> Activity:
    title = request.form.get("naam", "").strip()
    if not title:
        raise Refused(400, "Geef de activiteit een naam.")
    return Activity(
        id=0,
        course_id=course.id,
        client_id=tool.client_id,
        title=title,
        text=request.form.get("beschrijving", "").strip(),
        url=request.form.get("adres", "").strip(),
        parameters=request.form.get("parameters", "").strip(),
    )


def _from_item(tool: Tool, course: Course, item: dict[str, Any]) -> Activity:
    """An item as an activity; window, iframe and the like are ignored. Raises InvalidToken."""
    custom = item.get("custom", {})
    if not isinstance(custom, dict):
        raise InvalidToken("custom is not an object")
    return Activity(
        id=0,
        course_id=course.id,
        client_id=tool.client_id,
        title=str(item.get("title") or tool.name),
        text=str(item.get("text") or ""),
        url=str(item.get("url") or ""),
        parameters=parameter_lines(custom),
    )
