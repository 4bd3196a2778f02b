"""The running platform: its configuration, its state, and what it hands out once."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import cast

from flask import current_app

from .config import PlatformConfig
from .school import Course, Person, Role, load_school
from .store import Activity, Store, Tool

NRPS_SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"


class Refused(Exception):
    """A request that the platform turns down: an HTTP status and a Dutch text for who asked."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


@dataclass(frozen=True)
class Launch:
    """One click on an activity (or on "Inhoud kiezen", without an activity), good for one launch.

    target is iframe, window or frame; as_pupil is Moodle's "switch role to student".
    """

    hint: str
    person: Person
    course: Course
    tool: Tool
    activity: Activity | None
    as_pupil: bool
    target: str


@dataclass
class Fault:
    """How a service misbehaves: an HTTP status to answer with, or seconds to wait first."""

    status: int = 0
    seconds: float = 0.0


@dataclass
class Platform:
    """One platform. Choices, launches and faults live in memory: they are worthless after a restart."""

    config: PlatformConfig
    launches: dict[str, Launch] = field(default_factory=dict)
    choices: dict[str, list[Activity]] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.school = load_school()
        self.store = Store(self.school, self.config.data_dir)
        self.connect()

    def connect(self) -> None:
        """Register the tool of the configuration and put a plain activity in each course, once."""
        config = self.config
        if not config.client_id:
            return
        launch_url = config.tool_url + config.launch_path
        with self.store.change() as state:
            state.tools[config.client_id] = Tool(
                client_id=config.client_id,
                deployment_id=config.deployment_id,
                name=config.tool_name,
                description="Groepsoverzicht, begrijpwijzer en groepsplan",
                login_url=config.tool_url + config.login_path,
                redirect_uris=[launch_url],
                jwks_url=config.tool_url + config.jwks_path,
                target_url=launch_url,
                custom=dict(config.custom),
                scopes=[NRPS_SCOPE],
                active=True,
            )
            if not state.activities:
                for number, course in enumerate(self.school.courses, start=1):
                    state.activities[number] = Activity(number, course, config.client_id, config.tool_name)

    def url(self, path: str) -> str:
        """A path of this platform as a full address."""
        return self.config.issuer + path

    @property
    def people(self) -> dict[int, Person]:
        """Everyone by id, those added later included."""
        return {**self.school.people, **self.store.state.added_people}

    def person(self, username: str) -> Person:
        """Who has this user name; raises Refused (404)."""
        for person in self.people.values():
            if person.username == username:
                return person
        raise Refused(404, "Deze persoon bestaat hier niet.")

    def course(self, course_id: int) -> Course:
        """The course with this id; raises Refused (404)."""
        if course_id not in self.school.courses:
            raise Refused(404, "Deze cursus bestaat hier niet.")
        return self.school.courses[course_id]

    def role(self, person: Person, course: Course) -> Role:
        """What this person is in this course; raises Refused (403) for who isn't in it."""
        role = person.site_role or self.store.state.members[course.id].get(person.id)
        if role is None:
            raise Refused(403, f"{person.name} is niet ingeschreven in {course.title}.")
        return role

    def courses_of(self, person: Person) -> list[tuple[Course, Role]]:
        """The courses that this person can open, each with the role there."""
        members = self.store.state.members
        return [
            (course, person.site_role or members[course.id][person.id])
            for course in self.school.courses.values()
            if person.site_role or person.id in members[course.id]
        ]

    def activities_of(self, course: Course) -> list[Activity]:
        """The activities of a course whose tool can be launched, oldest first."""
        state = self.store.state
        return [
            activity
            for activity in state.activities.values()
            if activity.course_id == course.id and state.tools[activity.client_id].active
        ]

    def tool(self, client_id: str) -> Tool:
        """The active tool with this client id; raises Refused (400) for an unknown or waiting one."""
        tool = self.store.state.tools.get(client_id)
        if tool is None or not tool.active:
            raise Refused(400, "Deze koppeling is hier niet bekend of nog niet actief.")
        return tool

    def sesskey(self, person: Person) -> str:
        """The key that a person's own forms carry, so that no other site can send them."""
        secret = self.store.state.secret.encode()
        return hmac.new(secret, str(person.id).encode(), hashlib.sha256).hexdigest()[:10]

    def check_sesskey(self, person: Person, key: str) -> None:
        """Raise Refused (403) unless the key is this person's."""
        if not hmac.compare_digest(self.sesskey(person).encode(), key.encode()):
            raise Refused(403, "Je sessie klopt niet meer. Ga terug en probeer het opnieuw.")

    def use_once(self, token_id: str) -> bool:
        """Remember a token's id; False when it was used before."""
        if token_id in self.used:
            return False
        self.used.add(token_id)
        return True

    def new_key(self, prefix: str = "") -> str:
        """A key that can't be guessed."""
        return prefix + secrets.token_hex(8)


def platform() -> Platform:
    """The platform of the current Flask app."""
    return cast(Platform, current_app.extensions["demo"])
