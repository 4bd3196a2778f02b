"""The made-up school as plain data, for who wants to fill a tool before anybody has launched it."""

from typing import Any

from .school import Course, Person, Role, School


def course_data(school: School, course: Course) -> dict[str, Any]:
    """A course with its people, under the names that the tool uses.

    `leden` holds {sub, voornaam, achternaam, naam, email, nummer, rol, actief} per person, as the
    roster of the running platform would give them.
    """
    members = school.members[course.id]
    return {
        "context_id": str(course.id),
        "titel": course.title,
        "label": course.label,
        "sourcedid": course.number,
        "begin": course.begin.isoformat(),
        "eind": course.end.isoformat(),
        "leden": [_member(school.people[person_id], role) for person_id, role in members.items()],
    }


def _member(person: Person, role: Role) -> dict[str, Any]:
    return {
        "sub": str(person.id),
        "voornaam": person.given_name,
        "achternaam": person.family_name,
        "naam": person.name,
        "email": person.email,
        "nummer": person.number,
        # as Moodle's roster says it: who may not edit the course is no teacher there
        "rol": "docent" if role is Role.EDITING_TEACHER else "leerling",
        "actief": True,
    }
