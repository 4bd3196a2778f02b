"""A tool registers itself, waits, and is activated by the administrator."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration"
SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
ADMIN = "/als/p.oosterhuis/beheer"


def wanted(tool, **about):
    return {
        "application_type": "web",
        "initiate_login_uri": f"{tool.url}/lti/login",
        "redirect_uris": [f"{tool.url}/lti/launch"],
        "client_name": "Nieuwe tool",
        "jwks_uri": f"{tool.url}/jwks",
        "scope": f"{SCOPE} https://purl.imsglobal.org/spec/lti-ags/scope/score",
        TOOL: {
            "domain": tool.url.removeprefix("http://"),
            "target_link_uri": f"{tool.url}/lti/launch",
            "custom_parameters": {"klas": "$CourseSection.label"},
            "claims": ["sub", "iss", "name", "given_name", "family_name"],
        }
        | about,
    }


@pytest.fixture
def register(browser, tool):
    """Open the registration page as the administrator and send what the tool sends."""

    def send(body=None, update=""):
        form = {
            "sesskey": browser.key_of(f"{ADMIN}/"),
            "adres": f"{tool.url}/registreer?sleutel=abc",
            "bijwerken": update,
        }
        page = browser.client.post(f"{ADMIN}/registreren", data=form).text
        address = unescape(re.search(r'<iframe[^>]* src="([^"]*)"', page)[1])
        query = parse_qs(urlsplit(address).query)
        assert query["sleutel"] == ["abc"]
        configuration = browser.client.get(urlsplit(query["openid_configuration"][0]).path).get_json()
        return browser.client.post(
            urlsplit(configuration["registration_endpoint"]).path,
            json=wanted(tool) if body is None else body,
            headers={"Authorization": f"Bearer {query['registration_token'][0]}"},
        )

    return send


def test_the_answer_names_the_client_and_the_deployment_and_only_known_scopes(register):
    answer = register()
    assert answer.status_code == 200
    assert answer.get_json()["client_id"].startswith("tool-")
    assert answer.get_json()["scope"] == SCOPE
    assert answer.get_json()[TOOL]["deployment_id"] == "2"
    assert answer.get_json()[TOOL]["custom_parameters"] == {"klas": "$CourseSection.label"}


def test_a_registered_tool_waits_until_it_is_activated(browser, register):
    client_id = register().get_json()["client_id"]
    choose = f"/als/m.dejong/cursus/2/inhoud-kiezen?koppeling={client_id}"
    assert "Wacht op activeren" in browser.client.get(f"{ADMIN}/").text
    assert browser.client.get(choose).status_code == 400
    browser.client.post(
        f"{ADMIN}/koppelingen/{client_id}/activeren", data={"sesskey": browser.key_of(f"{ADMIN}/")}
    )
    assert "Wacht op activeren" not in browser.client.get(f"{ADMIN}/").text
    _, login = browser.start(choose)
    assert (login["client_id"], login["lti_deployment_id"]) == (client_id, "2")


def test_claims_that_were_not_asked_for_are_not_sent(browser, register):
    client_id = register().get_json()["client_id"]
    tools = browser.client.application.extensions["demo"].store.state.tools
    assert tools[client_id].share_names
    assert not tools[client_id].share_email


def test_a_known_tool_can_be_updated_and_stays_active(browser, register, tool):
    answer = register(update="demo-client", body=wanted(tool, description="Vernieuwd"))
    assert answer.get_json()["client_id"] == "demo-client"
    assert answer.get_json()[TOOL]["deployment_id"] == "1"
    assert "Vernieuwd" in browser.client.get(f"{ADMIN}/").text
    assert browser.client.get("/als/m.dejong/activiteit/1/start").status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        {"redirect_uris": []},
        {"redirect_uris": "http://a.example/launch"},
        {"jwks_uri": None},
        {"initiate_login_uri": "javascript:alert(1)"},
        {TOOL: None},
        {TOOL: {"domain": "elders.example", "target_link_uri": "http://a.example/"}},
        {TOOL: {"domain": "a.example", "target_link_uri": "http://a.example/", "custom_parameters": "x"}},
        {TOOL: {"domain": "a.example", "target_link_uri": "http://a.example/", "claims": 3}},
    ],
)
def test_an_incomplete_description_is_refused(register, tool, change):
    answer = register(body=wanted(tool) | change)
    assert answer.status_code == 400
    assert answer.get_json()["error"]


def test_without_a_good_token_nothing_is_registered(client, tool):
    for header in ({}, {"Authorization": "Bearer nonsense"}, {"Authorization": "Basic abc"}):
        assert client.post("/lti/registratie", json=wanted(tool), headers=header).status_code == 401


def test_a_registration_token_is_good_for_once(app, client, tool):
    from lti_tool.demo.registration import new_token

    headers = {"Authorization": f"Bearer {new_token(app.extensions['demo'], 'tool-x')}"}
    assert client.post("/lti/registratie", json=wanted(tool), headers=headers).status_code == 200
    assert client.post("/lti/registratie", json=wanted(tool), headers=headers).status_code == 401


@pytest.mark.parametrize("address", ["", "groepswijzer.nl/registreer", "javascript:alert(1)", "http://"])
def test_only_a_whole_web_address_can_be_pasted(browser, address):
    form = {"sesskey": browser.key_of(f"{ADMIN}/"), "adres": address}
    assert browser.client.post(f"{ADMIN}/registreren", data=form).status_code == 400


def test_a_removed_tool_takes_its_activities_along(browser):
    key = browser.key_of(f"{ADMIN}/")
    browser.client.post(f"{ADMIN}/koppelingen/demo-client/verwijderen", data={"sesskey": key})
    assert "nog geen activiteit" in browser.client.get("/als/m.dejong/cursus/2").text


@pytest.mark.parametrize("username", ["m.dejong", "w.kramer", "150301"])
def test_only_the_administrator_adds_tools(client, username):
    assert client.get(f"/als/{username}/beheer/").status_code == 403
    assert client.post(f"/als/{username}/beheer/registreren").status_code == 403
