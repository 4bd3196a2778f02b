"""Roles of the platform become one role of ours; no role, no rights."""

from typing import Any

import pytest

from lti_tool.lti.rollen import lees_rol
from lti_tool.models import Rol

CURSUS = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
SUB = "http://purl.imsglobal.org/vocab/lis/v2/membership/"
INSTELLING = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#"
SYSTEEM = "http://purl.imsglobal.org/vocab/lis/v2/system/person#"
BEHEER = [INSTELLING + "Administrator", SYSTEEM + "Administrator"]


@pytest.mark.parametrize(
    ("rollen", "verwacht"),
    [
        ([CURSUS + "Instructor"], Rol.DOCENT),
        (["Instructor"], Rol.DOCENT),
        ([SUB + "Instructor#TeachingAssistant"], Rol.DOCENT),
        ([CURSUS + "Learner"], Rol.LEERLING),
        (["Learner"], Rol.LEERLING),
        ([SUB + "Learner#GuestLearner"], Rol.LEERLING),
        ([CURSUS + "Instructor", CURSUS + "Learner"], Rol.DOCENT),
        ([*BEHEER, CURSUS + "Instructor"], Rol.BEHEERDER),
        (BEHEER, Rol.BEHEERDER),
        ([*BEHEER, CURSUS + "Learner"], Rol.LEERLING),
        ([], Rol.GEEN),
        ([CURSUS + "Mentor"], Rol.GEEN),
        (["Mentor"], Rol.GEEN),
        ([CURSUS + "ContentDeveloper"], Rol.GEEN),
        ([CURSUS + "Administrator"], Rol.GEEN),
        ([SUB + "Instructor#GuestInstructor"], Rol.GEEN),
        ([INSTELLING + "Instructor"], Rol.GEEN),
        ([INSTELLING + "Student"], Rol.GEEN),
        (["instructor"], Rol.GEEN),
        (["", "x" * 500, "Instructor "], Rol.GEEN),
    ],
)
def test_the_role_that_counts(rollen: list[str], verwacht: Rol) -> None:
    assert lees_rol(rollen, {}) is verwacht


@pytest.mark.parametrize(
    ("vertaling", "rollen", "verwacht"),
    [
        ({"ContentDeveloper": "docent"}, [CURSUS + "ContentDeveloper"], Rol.DOCENT),
        ({CURSUS + "ContentDeveloper": "docent"}, ["ContentDeveloper"], Rol.GEEN),
        ({"Instructor": "geen"}, [CURSUS + "Instructor"], Rol.GEEN),
        ({INSTELLING + "Administrator": "geen"}, [INSTELLING + "Administrator"], Rol.GEEN),
        ({"Instructor": "directeur"}, ["Instructor"], Rol.GEEN),
        ({"Instructor": ["docent"]}, ["Instructor"], Rol.GEEN),
        ({"Instructor": None}, ["Instructor"], Rol.GEEN),
    ],
)
def test_the_table_of_a_school_wins(vertaling: dict[str, Any], rollen: list[str], verwacht: Rol) -> None:
    assert lees_rol(rollen, vertaling) is verwacht
