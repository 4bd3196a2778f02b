"""The made-up school: people, courses and who is in them, read from ``school.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib.resources import files
from typing import Any


class Role(StrEnum):
    """What someone is in a course. ADMIN and MANAGER hold everywhere and are enrolled nowhere."""

    EDITING_TEACHER = "docent"
    TEACHER = "meekijker"
    PUPIL = "leerling"
    ADMIN = "beheerder"
    MANAGER = "manager"

    @property
    def may_edit(self) -> bool:
        """Whether this role may add activities and change who is enrolled."""
        return self in (Role.EDITING_TEACHER, Role.ADMIN, Role.MANAGER)

    @property
    def label(self) -> str:
        """The role as the pages name it."""
        return _LABELS[self]


_LABELS = {
    Role.EDITING_TEACHER: "docent",
    Role.TEACHER: "docent zonder bewerkrechten",
    Role.PUPIL: "leerling",
    Role.ADMIN: "beheerder",
    Role.MANAGER: "manager",
}


@dataclass(frozen=True)
class Person:
    """Someone with an account on the platform; `number` is the school's own number, "" if none."""

    id: int
    username: str
    given_name: str
    family_name: str
    number: str
    email: str
    job: str = "Leerling"
    site_role: Role | None = None

    @property
    def name(self) -> str:
        """Given name and family name, as the platform sends it."""
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True)
class Course:
    """A course; `number` is its idnumber in the school's timetable."""

    id: int
    title: str
    label: str
    number: str
    begin: datetime
    end: datetime


Members = dict[int, Role]


@dataclass(frozen=True)
class School:
    """The starting state: people by id, courses by id, per course id who is enrolled as what."""

    name: str
    guid: str
    people: Mapping[int, Person]
    courses: Mapping[int, Course]
    members: Mapping[int, Members]


def load_school() -> School:
    """Read ``school.toml``.

    Raises KeyError when a course names a person or class that the file doesn't hold.
    """
    text = files(__package__).joinpath("school.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    staff = [_staff_member(row) for row in data["persoon"]]
    classes = {row["naam"]: _pupils(row, data["school"]) for row in data["klas"]}
    pupils = [pupil for group in classes.values() for pupil in group]
    by_name = {person.username: person for person in staff + pupils}
    return School(
        name=data["school"]["naam"],
        guid=data["school"]["guid"],
        people={person.id: person for person in by_name.values()},
        courses={row["id"]: _course(row) for row in data["cursus"]},
        members={row["id"]: _members(row, by_name, classes) for row in data["cursus"]},
    )


def _staff_member(row: Mapping[str, Any]) -> Person:
    return Person(
        id=row["id"],
        username=row["gebruikersnaam"],
        given_name=row["voornaam"],
        family_name=row["achternaam"],
        number=row["nummer"],
        email=row["email"],
        job=row["functie"],
        site_role=Role(row["rol"]) if "rol" in row else None,
    )


def _pupils(row: Mapping[str, Any], school: Mapping[str, Any]) -> list[Person]:
    return [
        Person(
            id=number_id,
            username=number,
            given_name=given,
            family_name=family,
            number=number,
            email=f"{number}@{school['leerlingdomein']}",
            job=f"Leerling van {row['naam']}",
        )
        for number_id, (number, given, family) in enumerate(row["leerlingen"], start=row["eerste_id"])
    ]


def _course(row: Mapping[str, Any]) -> Course:
    return Course(
        id=row["id"],
        title=row["titel"],
        label=row["label"],
        number=row["nummer"],
        begin=row["begin"],
        end=row["eind"],
    )


def _members(
    row: Mapping[str, Any], people: Mapping[str, Person], classes: Mapping[str, list[Person]]
) -> Members:
    members = {people[name].id: Role.EDITING_TEACHER for name in row["docent"]}
    members |= {people[name].id: Role.TEACHER for name in row["meekijker"]}
    for entry in row["leerlingen"]:
        pupils = classes[entry] if entry in classes else [people[entry]]
        members |= {pupil.id: Role.PUPIL for pupil in pupils}
    return members
