"""The school as plain data holds what the running platform tells a tool."""

from lti_tool.demo.gegevens import course_data
from lti_tool.demo.school import load_school

SCHOOL = load_school()


def test_a_course_comes_with_its_names_and_dates():
    data = course_data(SCHOOL, SCHOOL.courses[3])
    assert (data["context_id"], data["titel"], data["label"]) == ("3", "Wiskunde 3HA", "3HA wi")
    assert data["begin"] == "2026-08-23T22:00:00+00:00"


def test_only_who_may_edit_the_course_is_a_teacher_in_it():
    leden = course_data(SCHOOL, SCHOOL.courses[2])["leden"]
    assert [lid["naam"] for lid in leden if lid["rol"] == "docent"] == ["Marieke de Jong"]
    assert len(leden) == 1 + 3 + 28
    carla = next(lid for lid in leden if lid["naam"] == "Carla Dijkstra")
    assert (carla["rol"], carla["nummer"], carla["actief"]) == ("leerling", "DIJ", True)


def test_two_pupils_of_one_name_keep_their_own_number():
    leden = course_data(SCHOOL, SCHOOL.courses[2])["leden"]
    assert [lid["nummer"] for lid in leden if lid["naam"] == "Daan Jansen"] == ["150302", "150303"]
