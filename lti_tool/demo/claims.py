"""The claims of a launch, as Moodle 4.5 fills them."""

from typing import Any

from .core import Launch, Platform
from .school import Role

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"
DEEP_LINKING_SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
_VOCABULARY = "http://purl.imsglobal.org/vocab/lis/v2/"
_MEMBERSHIP = _VOCABULARY + "membership#"
# A launch doesn't tell a teacher who may edit from one who may not, nor from a manager.
_ROLES = {
    Role.EDITING_TEACHER: [_MEMBERSHIP + "Instructor"],
    Role.TEACHER: [_MEMBERSHIP + "Instructor"],
    Role.MANAGER: [_MEMBERSHIP + "Instructor"],
    Role.PUPIL: [_MEMBERSHIP + "Learner"],
    Role.ADMIN: [
        _VOCABULARY + "institution/person#Administrator",
        _MEMBERSHIP + "Instructor",
        _VOCABULARY + "system/person#Administrator",
    ],
}
_CONTAINERS = {"iframe": 3, "window": 4, "frame": 5}


def launch_role(platform: Platform, launch: Launch) -> Role:
    """The role that counts in this launch."""
    return Role.PUPIL if launch.as_pupil else platform.role(launch.person, launch.course)


def role_uris(platform: Platform, launch: Launch) -> list[str]:
    """The roles of the launch as full URIs."""
    return _ROLES[launch_role(platform, launch)]


def memberships_url(platform: Platform, launch: Launch) -> str:
    """Where the tool finds the roster of the course; the capitals in it are Moodle's."""
    binding = launch.tool.deployment_id
    return platform.url(f"/lti/services/CourseSection/{launch.course.id}/bindings/{binding}/memberships")


def extra_claims(platform: Platform, launch: Launch) -> dict[str, Any]:
    """Every claim that the library doesn't build by itself."""
    person, course = launch.person, launch.course
    claims: dict[str, Any] = {
        CLAIM + "lis": {
            "person_sourcedid": person.number,
            "course_section_sourcedid": course.number,
        },
        CLAIM + "context": {
            "id": str(course.id),
            "label": course.label,
            "title": course.title,
            "type": ["CourseSection"],
        },
        CLAIM + "ext": {"user_username": person.username, "lms": "moodle-2"},
        CLAIM + "launch_presentation": _presentation(platform, launch),
        CLAIM + "tool_platform": {
            "product_family_code": "moodle",
            "version": "2024100706",
            "guid": platform.school.guid,
            "name": "Demo-ELO",
            "description": f"Demo-ELO {platform.school.name}",
        },
        CLAIM + "custom": custom_parameters(platform, launch),
    }
    if launch.tool.share_names:
        claims |= {"given_name": person.given_name, "family_name": person.family_name}
    return claims


def _presentation(platform: Platform, launch: Launch) -> dict[str, str]:
    if launch.activity is None:
        return {"locale": "nl"}
    query = (
        f"course={launch.course.id}&launch_container={_CONTAINERS[launch.target]}"
        f"&instanceid={launch.activity.id}&persoon={launch.person.username}"
        f"&sesskey={platform.sesskey(launch.person)}"
    )
    return {
        "locale": "nl",
        "document_target": launch.target,
        "return_url": platform.url(f"/terug?{query}"),
    }


def deep_linking_settings(platform: Platform, launch: Launch) -> dict[str, Any]:
    """What the tool may hand back, and where."""
    query = (
        f"course={launch.course.id}&id={launch.tool.deployment_id}"
        f"&persoon={launch.person.username}&sesskey={platform.sesskey(launch.person)}"
    )
    return {
        "accept_types": ["ltiResourceLink"],
        "accept_presentation_document_targets": ["frame", "iframe", "window"],
        "accept_copy_advice": False,
        "accept_multiple": True,
        "accept_unsigned": False,
        "auto_create": False,
        "can_confirm": False,
        "deep_link_return_url": platform.url(f"/lti/inhoud?{query}"),
        "title": launch.tool.name,
        "text": "",
    }


def custom_parameters(platform: Platform, launch: Launch) -> dict[str, str]:
    """The activity's parameters, over them the tool's, and the roster's address, variables filled in."""
    given: dict[str, str] = {}
    for line in launch.activity.parameters.splitlines() if launch.activity else []:
        key, equals, value = line.partition("=")
        if equals and key.strip():
            # A key that isn't plain arrives twice: mapped, and as it was.
            given[plain_key(key.strip())] = given[key.strip()] = value.strip()
    given |= launch.tool.custom
    known = _variables(platform, launch)
    filled = {key: known.get(value, value) for key, value in given.items()}
    return {**filled, "context_memberships_url": memberships_url(platform, launch)}


def plain_key(key: str) -> str:
    """A parameter's key with only a-z, 0-9 and _."""
    return "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in key.lower())


def parameter_lines(custom: dict[str, Any]) -> str:
    """A deep-linked item's custom parameters as the activity keeps them: one ``key=value`` a line."""
    texts = {key: "1" if value is True else str(value) for key, value in custom.items()}
    return "\n".join(f"{key}={value}" for key, value in texts.items())


def _variables(platform: Platform, launch: Launch) -> dict[str, str]:
    """The variables that Moodle fills in; any other arrives as it was written."""
    person, course, activity = launch.person, launch.course, launch.activity
    return {
        "$Context.id": str(course.id),
        "$Context.id.history": "",
        "$CourseSection.title": course.title,
        "$CourseSection.label": course.label,
        "$CourseSection.sourcedId": course.number,
        "$CourseSection.timeFrame.begin": course.begin.isoformat(),
        "$CourseSection.timeFrame.end": course.end.isoformat(),
        "$ResourceLink.id": str(activity.id) if activity else "",
        "$ResourceLink.title": activity.title if activity else "",
        "$User.id": str(person.id),
        "$User.username": person.username,
        "$Person.sourcedId": person.number,
        "$Membership.role": role_uris(platform, launch)[0].rpartition("#")[2],
        "$Moodle.Person.userGroupIds": "",
        "$ToolProxyBinding.memberships.url": memberships_url(platform, launch),
    }
