"""Launches look like the ones captured from a real Moodle 4.5."""

import json

import pytest

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"


def test_a_launch_starts_with_a_posted_form_with_these_six_fields(browser, tool):
    action, fields = browser.start("/als/m.dejong/activiteit/1/start")
    hint = json.loads(fields.pop("lti_message_hint"))
    assert action == f"{tool.url}/lti/login"
    assert hint["cmid"] == 1
    assert fields == {
        "iss": "http://127.0.0.1:8100",
        "target_link_uri": f"{tool.url}/lti/launch",
        "login_hint": "3",
        "client_id": "demo-client",
        "lti_deployment_id": "1",
    }


def test_the_message_says_who_where_and_what(browser, tool):
    claims = browser.launch("/als/m.dejong/activiteit/1/start")
    assert claims["exp"] - claims["iat"] == 60
    assert claims["aud"] == "demo-client"
    assert "azp" not in claims
    assert (claims["sub"], claims["nonce"]) == ("3", "a-nonce")
    assert (claims["name"], claims["family_name"]) == ("Marieke de Jong", "de Jong")
    assert claims[CLAIM + "message_type"] == "LtiResourceLinkRequest"
    assert claims[CLAIM + "target_link_uri"] == f"{tool.url}/lti/launch"
    assert claims[CLAIM + "deployment_id"] == "1"
    assert claims[CLAIM + "resource_link"] == {"id": "1", "title": "Groepswijzer"}
    assert claims[CLAIM + "lis"] == {
        "person_sourcedid": "JNG",
        "course_section_sourcedid": "KLAS-3HA-2627",
    }
    assert claims[CLAIM + "context"] == {
        "id": "2",
        "label": "3HA",
        "title": "Klas 3HA – mentoruur",
        "type": ["CourseSection"],
    }
    assert claims[CLAIM + "tool_platform"]["product_family_code"] == "moodle"


def test_the_message_holds_the_course_dates_and_the_address_of_the_roster(browser):
    claims = browser.launch("/als/m.dejong/activiteit/1/start")
    custom = claims[CLAIM + "custom"]
    assert custom["cursus_begin"] == "2026-08-23T22:00:00+00:00"
    assert custom["cursus_eind"] == "2027-07-16T22:00:00+00:00"
    address = "http://127.0.0.1:8100/lti/services/CourseSection/2/bindings/1/memberships"
    assert custom["context_memberships_url"] == address
    assert claims[ROSTER] == {"context_memberships_url": address, "service_versions": ["1.0", "2.0"]}


@pytest.mark.parametrize(
    ("username", "roles"),
    [
        ("m.dejong", ["Instructor"]),
        ("b.bakker", ["Instructor"]),
        ("w.kramer", ["Instructor"]),
        ("150301", ["Learner"]),
    ],
)
def test_editing_teacher_teacher_and_manager_cannot_be_told_apart(browser, username, roles):
    claims = browser.launch(f"/als/{username}/activiteit/1/start")
    assert claims[CLAIM + "roles"] == [MEMBERSHIP + role for role in roles]


def test_an_administrator_has_three_roles(browser):
    claims = browser.launch("/als/p.oosterhuis/activiteit/1/start")
    assert [role.rpartition("/v2/")[2] for role in claims[CLAIM + "roles"]] == [
        "institution/person#Administrator",
        "membership#Instructor",
        "system/person#Administrator",
    ]


def test_a_teacher_who_switches_to_the_pupils_role_keeps_the_own_sub(browser):
    claims = browser.launch("/als/m.dejong/activiteit/1/start?rol=leerling")
    assert (claims["sub"], claims[CLAIM + "roles"]) == ("3", [MEMBERSHIP + "Learner"])


@pytest.mark.parametrize("target", ["iframe", "window", "frame"])
def test_the_message_says_in_which_kind_of_window_it_opens(browser, target):
    claims = browser.launch(f"/als/m.dejong/activiteit/1/start?venster={target}")
    presentation = claims[CLAIM + "launch_presentation"]
    assert (presentation["locale"], presentation["document_target"]) == ("nl", target)
    assert "Terug in Klas 3HA" in browser.client.get(presentation["return_url"] + "&lti_msg=Klaar").text


def test_without_privacy_consent_names_and_email_stay_here(browser):
    browser.client.put("/api/koppeling/demo-client", json={"share_names": False, "share_email": False})
    claims = browser.launch("/als/m.dejong/activiteit/1/start")
    assert claims.keys().isdisjoint({"name", "given_name", "family_name", "email"})


def test_a_launch_is_good_for_once(browser):
    _, login = browser.start("/als/m.dejong/activiteit/1/start")
    question = browser.question(login)
    assert browser.client.post("/lti/auth", data=question).status_code == 200
    again = browser.client.post("/lti/auth", data=question)
    assert again.status_code == 404
    assert "Ongeldig verzoek" in again.text


@pytest.mark.parametrize(
    "changes",
    [
        {"redirect_uri": "http://127.0.0.1:8000/lti/launch?x=1"},
        {"redirect_uri": ""},
        {"client_id": "someone-else"},
    ],
)
def test_an_unknown_tool_or_return_address_gets_a_page_here(browser, changes):
    _, login = browser.start("/als/m.dejong/activiteit/1/start")
    answer = browser.client.get("/lti/auth", query_string=browser.question(login, **changes))
    assert answer.status_code == 400
    assert "id_token" not in answer.text


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"scope": "profile"}, "invalid_request"),
        ({"response_mode": "query"}, "invalid_request"),
        ({"prompt": "login"}, "invalid_request"),
        ({"nonce": ""}, "invalid_request"),
        ({"login_hint": "4"}, "access_denied"),
    ],
)
def test_other_mistakes_go_back_to_the_tool(browser, changes, error):
    answer = browser.answer("/als/m.dejong/activiteit/1/start", **changes)
    assert answer == {"error": error, "state": "a-state"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/als/m.dejong/activiteit/99/start", 404),
        ("/als/niemand/activiteit/1/start", 404),
        ("/als/m.dejong/activiteit/2/start", 403),
        ("/als/m.dejong/activiteit/1/start?venster=popup", 400),
    ],
)
def test_what_is_not_there_or_not_yours_cannot_be_launched(client, path, status):
    assert client.get(path).status_code == status
