"""What changes while the platform runs, and how it survives a restart: one JSON file."""

import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from .keys import new_private_key
from .school import Members, Person, Role, School


@dataclass
class Tool:
    """A registered tool. A tool that registered itself stays inactive until an administrator agrees."""

    client_id: str
    deployment_id: str
    name: str
    description: str
    login_url: str
    redirect_uris: list[str]
    jwks_url: str
    target_url: str
    custom: dict[str, str]
    scopes: list[str]
    active: bool
    share_names: bool = True
    share_email: bool = True


@dataclass
class Activity:
    """A link to the tool in a course. `parameters` is text, one ``key=value`` a line."""

    id: int
    course_id: int
    client_id: str
    title: str
    text: str = ""
    url: str = ""
    parameters: str = ""


@dataclass
class State:
    """Everything that is kept. `members` maps a course's id to who is enrolled there."""

    private_key: str
    secret: str
    members: dict[int, Members]
    tools: dict[str, Tool] = field(default_factory=dict)
    activities: dict[int, Activity] = field(default_factory=dict)
    added_people: dict[int, Person] = field(default_factory=dict)

    @classmethod
    def fresh(cls, school: School) -> Self:
        """The state of a platform that was never used, with a key of its own."""
        return cls(
            private_key=new_private_key(),
            secret=secrets.token_hex(16),
            members={course: dict(members) for course, members in school.members.items()},
        )

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The reverse of `as_json`; raises KeyError, TypeError or ValueError on a foreign file."""
        people = {int(key): _person(row) for key, row in data["added_people"].items()}
        return cls(
            private_key=data["private_key"],
            secret=data["secret"],
            members={
                int(course): {int(person): Role(role) for person, role in members.items()}
                for course, members in data["members"].items()
            },
            tools={key: Tool(**row) for key, row in data["tools"].items()},
            activities={int(key): Activity(**row) for key, row in data["activities"].items()},
            added_people=people,
        )

    def as_json(self) -> dict[str, Any]:
        """Plain data for the file."""
        return asdict(self)


def _person(row: dict[str, Any]) -> Person:
    person = Person(**row)
    return replace(person, site_role=Role(person.site_role) if person.site_role else None)


class Store:
    """Holds the state, lets one thread at a time change it, and writes each change to the file."""

    def __init__(self, school: School, data_dir: Path | None) -> None:
        self._school = school
        self._lock = threading.RLock()
        self._path: Path | None = None
        if data_dir is not None:
            data_dir.mkdir(parents=True, exist_ok=True)
            self._path = data_dir / "platform.json"
        self.state = self._load()

    def _load(self) -> State:
        if self._path is None or not self._path.exists():
            return State.fresh(self._school)
        try:
            return State.from_json(json.loads(self._path.read_text(encoding="utf-8")))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise SystemExit(
                f"{self._path} is geen bestand van dit demoplatform. "
                "Verwijder het, of kies een andere map met --data-dir."
            ) from error

    @contextmanager
    def change(self) -> Iterator[State]:
        """Change the state; it is written when the block ends well."""
        with self._lock:
            yield self.state
            self._save()

    def reset(self) -> None:
        """Forget everything that happened, except the keys, which tools may have cached."""
        with self.change() as state:
            fresh = State.fresh(self._school)
            self.state = replace(fresh, private_key=state.private_key, secret=state.secret)

    def _save(self) -> None:
        if self._path is None:
            return
        # The file holds a private key: written apart, for the owner only, then put in place.
        part = self._path.with_suffix(".part")
        part.touch(mode=0o600)
        part.write_text(json.dumps(self.state.as_json(), ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(self._path)
