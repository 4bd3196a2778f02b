"""The good launches of the 1EdTech certification suite, for a teacher and for a pupil."""

from typing import Any

import pytest

from lti_tool.models import Rol

WIE = pytest.mark.parametrize(("rol", "verwacht"), [("Instructor", Rol.DOCENT), ("Learner", Rol.LEERLING)])
GEEN_NAMEN = {"name": None, "given_name": None, "family_name": None}
PERSOONSROL = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#"


@WIE
def test_good_full_pii(browser: Any, rol: str, verwacht: Rol) -> None:
    launch = browser.launch(rol)
    assert (launch.voornaam, launch.achternaam, launch.naam) == ("Marieke", "de Jong", "Marieke de Jong")
    assert (launch.email, launch.sub, launch.rol) == ("mentor@x.example", "3", verwacht)


@WIE
def test_good_names_only(browser: Any, rol: str, verwacht: Rol) -> None:
    launch = browser.launch(rol, email=None)
    assert (launch.naam, launch.email, launch.rol) == ("Marieke de Jong", "", verwacht)


@WIE
def test_good_email_only(browser: Any, rol: str, verwacht: Rol) -> None:
    launch = browser.launch(rol, **GEEN_NAMEN)
    assert (launch.naam, launch.voornaam, launch.email) == ("", "", "mentor@x.example")
    assert launch.rol is verwacht


@WIE
def test_good_no_pii(browser: Any, rol: str, verwacht: Rol) -> None:
    launch = browser.launch(rol, email=None, **GEEN_NAMEN)
    assert (launch.naam, launch.email, launch.sub, launch.rol) == ("", "", "3", verwacht)


@WIE
def test_good_email_without_context(browser: Any, rol: str, verwacht: Rol) -> None:
    launch = browser.launch(rol, context=None, **GEEN_NAMEN)
    assert (launch.context_id, launch.email, launch.rol) == ("", "mentor@x.example", verwacht)


@WIE
def test_good_several_roles(browser: Any, rol: str, verwacht: Rol) -> None:
    assert browser.launch(rol, "Member").rol is verwacht


@WIE
def test_good_short_role(browser: Any, rol: str, verwacht: Rol) -> None:
    assert browser.launch(roles=[rol]).rol is verwacht


@pytest.mark.parametrize("rol", ["Instructor", "Student"])
def test_good_unknown_role_gives_no_rights(browser: Any, rol: str) -> None:
    assert browser.launch(roles=[PERSOONSROL + rol, "http://school.example/rollen#koor"]).rol is Rol.GEEN


def test_good_no_role_gives_no_rights(browser: Any) -> None:
    assert browser.launch(roles=[]).rol is Rol.GEEN


def test_a_launch_tells_of_course_link_and_presentation(browser: Any) -> None:
    launch = browser.launch(
        lis={"person_sourcedid": "JNG", "course_section_sourcedid": "KLAS-3HA"},
        custom={
            "cursus_begin": "2026-08-23T23:00:00+00:00",
            "formulier": "groepsoverzicht",
            "leeg": "$Bestaat.niet",
        },
        tool_platform={"product_family_code": "moodle"},
        launch_presentation={
            "locale": "nl",
            "document_target": "iframe",
            "return_url": "https://x.example/?k=1",
        },
    )
    assert (launch.context_id, launch.context_label, launch.context_titel) == (
        "2",
        "3HA",
        "Klas 3HA – mentoruur",
    )
    assert (launch.nummer, launch.context_sourcedid) == ("JNG", "KLAS-3HA")
    assert (launch.begin, launch.eind) == ("2026-08-23T23:00:00+00:00", "")
    assert launch.custom["formulier"] == "groepsoverzicht"
    assert "leeg" not in launch.custom
    assert (launch.locale, launch.doel, launch.link_id, launch.soort) == ("nl", "iframe", "9", "resource")
    assert launch.platform.product == "moodle"
    assert "sesskey" not in repr(launch)
