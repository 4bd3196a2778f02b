"""The pages for people: who are you, which course, which activity, who takes part."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from .core import Platform, Refused, platform
from .school import Course, Person, Role
from .services import enrolled
from .store import Activity

bp = Blueprint("pages", __name__)


@bp.get("/")
def front() -> ResponseReturnValue:
    """Everyone, and for each a link to each of their courses."""
    here = platform()
    entries = [(person, here.courses_of(person)) for person in here.school.people.values()]
    staff = [entry for entry in entries if entry[0].username != entry[0].number]
    pupils = [entry for entry in entries if entry not in staff]
    return render_template("demo/voorpagina.html", school=here.school, staff=staff, pupils=pupils)


@bp.get("/gezond")
def healthy() -> ResponseReturnValue:
    """Whether the platform answers."""
    return "ok"


@bp.get("/als/<username>/cursus/<int:course_id>")
def course(username: str, course_id: int) -> ResponseReturnValue:
    """A course, opened at its first activity."""
    here = platform()
    found = here.course(course_id)
    return _course_page(here, username, found, next(iter(here.activities_of(found)), None))


@bp.get("/als/<username>/cursus/<int:course_id>/activiteit/<int:activity_id>")
def activity(username: str, course_id: int, activity_id: int) -> ResponseReturnValue:
    """A course, opened at one activity."""
    here = platform()
    found = here.course(course_id)
    for candidate in here.activities_of(found):
        if candidate.id == activity_id:
            return _course_page(here, username, found, candidate)
    raise Refused(404, "Deze activiteit bestaat niet meer.")


def _course_page(
    here: Platform, username: str, course: Course, activity: Activity | None
) -> ResponseReturnValue:
    """The course page; with ?rol=leerling a teacher sees it, and launches, as a pupil."""
    person = here.person(username)
    role = here.role(person, course)
    as_pupil = request.args.get("rol") == "leerling" and role is not Role.PUPIL
    return render_template(
        "demo/cursus.html",
        person=person,
        course=course,
        role=role,
        as_pupil=as_pupil,
        activity=activity,
        activities=here.activities_of(course),
        sesskey=here.sesskey(person),
    )


@bp.get("/als/<username>/cursus/<int:course_id>/deelnemers")
def participants(username: str, course_id: int) -> ResponseReturnValue:
    """Who is enrolled; whoever may edit the course can enrol and remove people."""
    here = platform()
    person, found = here.person(username), here.course(course_id)
    role = here.role(person, found)
    members = enrolled(here, course_id)
    inside = {member.id for member, _ in members}
    return render_template(
        "demo/deelnemers.html",
        person=person,
        course=found,
        role=role,
        members=members,
        others=[other for other in here.people.values() if other.id not in inside and not other.site_role],
        roles=[Role.PUPIL, Role.TEACHER, Role.EDITING_TEACHER],
        sesskey=here.sesskey(person),
    )


@bp.post("/als/<username>/cursus/<int:course_id>/deelnemers")
def change_participants(username: str, course_id: int) -> ResponseReturnValue:
    """Fields deelnemer (user name) and rol: a role to enrol with, or "" to remove."""
    here = platform()
    person, found = here.person(username), here.course(course_id)
    if not here.role(person, found).may_edit:
        raise Refused(403, "Alleen wie de cursus mag bewerken, kan deelnemers wijzigen.")
    here.check_sesskey(person, request.form.get("sesskey", ""))
    other = here.person(request.form.get("deelnemer", ""))
    enrol(here, found, other, request.form.get("rol", ""))
    return redirect(url_for("pages.participants", username=username, course_id=course_id))


def enrol(here: Platform, course: Course, person: Person, role: str) -> None:
    """Enrol someone with a role, or with "" remove them; raises Refused (400) for an unknown role."""
    if role and role not in (Role.PUPIL, Role.TEACHER, Role.EDITING_TEACHER):
        raise Refused(400, "Deze rol bestaat niet in een cursus.")
    with here.store.change() as state:
        state.members[course.id].pop(person.id, None)
        if role:
            state.members[course.id][person.id] = Role(role)


@bp.get("/terug")
def back() -> ResponseReturnValue:
    """Where a tool leads back to (return_url): the course, with the tool's own message above it."""
    here = platform()
    person = here.person(request.args.get("persoon", ""))
    here.check_sesskey(person, request.args.get("sesskey", ""))
    return render_template(
        "demo/terug.html",
        person=person,
        course=here.course(request.args.get("course", 0, type=int)),
        message=request.args.get("lti_msg", ""),
        error=request.args.get("lti_errormsg", ""),
    )
