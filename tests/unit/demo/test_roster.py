"""Access tokens and the roster, as a real Moodle 4.5 gives them."""

import pytest

SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"
ROSTER = "/lti/services/CourseSection/{}/bindings/1/memberships"


def ask_token(client, assertion, **changes):
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion,
        "scope": SCOPE,
    }
    return client.post("/lti/token", data={k: v for k, v in (form | changes).items() if v is not None})


@pytest.fixture
def roster(client, tool):
    token = ask_token(client, tool.assertion()).get_json()["access_token"]

    def fetch(path, **headers):
        return client.get(path, headers={"Accept": TYPE, "Authorization": f"Bearer {token}"} | headers)

    return fetch


def test_a_tool_that_proves_itself_gets_a_token_for_an_hour(client, tool):
    answer = ask_token(client, tool.assertion())
    assert answer.status_code == 200
    assert answer.get_json()["expires_in"] == 3600
    assert answer.get_json()["scope"] == SCOPE


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "https://elders.example/token"},
        {"aud": None},
        {"iss": "someone-else"},
        {"sub": "someone-else"},
        {"exp": 1},
        {"exp": None},
        {"iat": None},
        {"jti": None},
        {"kid": "k2"},
    ],
)
def test_a_doubtful_assertion_gets_no_token(client, tool, changes):
    answer = ask_token(client, tool.assertion(**changes))
    assert (answer.status_code, answer.get_json()["error"]) == (400, "invalid_client")


def test_an_assertion_is_good_for_once(client, tool):
    assertion = tool.assertion()
    assert ask_token(client, assertion).status_code == 200
    assert ask_token(client, assertion).get_json()["error"] == "invalid_client"


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"scope": None}, "invalid_request"),
        ({"scope": "https://purl.imsglobal.org/spec/lti-ags/scope/score"}, "invalid_scope"),
        ({"client_assertion": "no.jwt.atall"}, "invalid_client"),
        ({"client_assertion_type": None}, "invalid_client"),
    ],
)
def test_a_request_that_is_not_as_agreed_gets_no_token(client, tool, changes, error):
    assert ask_token(client, tool.assertion(), **changes).get_json()["error"] == error


def test_everyone_who_is_enrolled_comes_in_one_answer(roster):
    answer = roster(ROSTER.format(2))
    assert answer.content_type == f"{TYPE}; charset=utf-8"
    assert "Link" not in answer.headers
    assert answer.get_json()["context"] == {"id": "2", "label": "3HA", "title": "Klas 3HA – mentoruur"}
    members = answer.get_json()["members"]
    assert len(members) == 32
    bakker = next(member for member in members if member["user_id"] == "4")
    assert bakker == {
        "status": "Active",
        "roles": ["Learner"],
        "user_id": "4",
        "lis_person_sourcedid": "BAK",
        "name": "Bas Bakker",
        "given_name": "Bas",
        "family_name": "Bakker",
        "email": "b.bakker@lindecollege.example",
        "ext_user_username": "b.bakker",
    }


def test_only_the_editing_teacher_is_an_instructor_and_managers_are_missing(roster):
    members = roster(ROSTER.format(2)).get_json()["members"]
    assert [m["name"] for m in members if m["roles"] == ["Instructor"]] == ["Marieke de Jong"]
    assert {"Pim Oosterhuis", "Willemijn Kramer"}.isdisjoint(member["name"] for member in members)


def test_with_a_limit_it_comes_in_pages_and_the_next_link_forgets_the_role(roster):
    first = roster(ROSTER.format(2) + "?limit=20&role=Learner")
    assert first.headers["Link"] == (f"<http://127.0.0.1:8100{ROSTER.format(2)}?limit=20&from=20>; rel=next")
    second = roster(ROSTER.format(2) + "?limit=20&from=20")
    assert (len(first.get_json()["members"]), len(second.get_json()["members"])) == (20, 12)
    assert "Link" not in second.headers


@pytest.mark.parametrize("accept", ["application/json", "*/*", f"{TYPE}, application/json"])
def test_any_other_accept_header_is_refused(roster, accept):
    assert roster(ROSTER.format(2), Accept=accept).status_code == 400


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer nonsense", "Basic abc"])
def test_without_a_valid_token_there_is_no_roster(roster, authorization):
    assert roster(ROSTER.format(2), Authorization=authorization).status_code == 401


def test_of_an_unknown_course_or_binding_there_is_no_roster(roster):
    assert roster(ROSTER.format(99)).status_code == 404
    assert roster(ROSTER.format(2).replace("bindings/1", "bindings/7")).status_code == 401


def test_pupils_come_and_go(client, roster):
    client.put(
        "/api/cursus/2/leden/150399",
        json={"given_name": "Yusuf", "family_name": "Aksoy", "number": "150399"},
    )
    client.delete("/api/cursus/2/leden/150301")
    names = {member["name"] for member in roster(ROSTER.format(2)).get_json()["members"]}
    assert "Yusuf Aksoy" in names
    assert "Emma de Boer" not in names


def test_a_course_can_be_filled_with_two_thousand(client, roster):
    assert client.post("/api/cursus/5/vullen", json={"count": 2000}).get_json() == {"count": 2000}
    assert len(roster(ROSTER.format(5)).get_json()["members"]) == 2000


def test_a_service_can_be_down_and_be_mended(client, roster):
    client.put("/api/storing/nrps", json={"status": 503, "seconds": 0.01})
    assert roster(ROSTER.format(2)).status_code == 503
    client.delete("/api/storing/nrps")
    assert roster(ROSTER.format(2)).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "/api/storing/koffie", {}),
        ("PUT", "/api/storing/nrps", {"status": 200}),
        ("PUT", "/api/storing/nrps", {"seconds": "lang"}),
        ("POST", "/api/cursus/5/vullen", {"count": 1_000_000}),
        ("POST", "/api/cursus/5/vullen", ["count"]),
        ("PUT", "/api/cursus/2/leden/150301", {"role": "beheerder"}),
        ("DELETE", "/api/cursus/2/leden/niemand", {}),
        ("PUT", "/api/koppeling/niets", {}),
    ],
)
def test_the_doors_for_tests_refuse_nonsense(client, method, path, body):
    answer = client.open(path, method=method, json=body)
    assert answer.status_code in (400, 404)
    assert answer.get_json()["error"]


def test_after_a_new_key_only_that_one_is_published_and_used(client, browser):
    old = client.get("/lti/certs").get_json()["keys"][0]["kid"]
    client.post("/api/sleutel", json={})
    new = client.get("/lti/certs").get_json()["keys"][0]["kid"]
    assert new != old
    assert browser.launch("/als/m.dejong/activiteit/1/start")["sub"] == "3"
