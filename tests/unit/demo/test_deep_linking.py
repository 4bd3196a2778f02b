"""Adding activities: by hand, one or several that the tool chose, and what is refused."""

import pytest

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
ADD = "/als/m.dejong/cursus/2/activiteit-toevoegen"
ITEM = {"type": "ltiResourceLink", "title": "Groepsplan", "text": "Periode 2"}


@pytest.fixture
def settings(browser):
    """The deep-linking settings of a request made by the mentor."""
    return browser.launch("/als/m.dejong/cursus/2/inhoud-kiezen?koppeling=demo-client")[SETTINGS]


def test_the_request_asks_for_links_only_and_may_get_several(browser):
    claims = browser.launch("/als/m.dejong/cursus/2/inhoud-kiezen?koppeling=demo-client")
    assert claims[CLAIM + "message_type"] == "LtiDeepLinkingRequest"
    assert CLAIM + "resource_link" not in claims
    assert claims[SETTINGS]["accept_types"] == ["ltiResourceLink"]
    assert claims[SETTINGS]["accept_multiple"] is True
    assert "sesskey=" in claims[SETTINGS]["deep_link_return_url"]


@pytest.mark.parametrize("username", ["b.bakker", "150301"])
def test_only_who_may_edit_the_course_can_add_to_it(client, username):
    base = f"/als/{username}/cursus/2"
    assert client.get(f"{base}/inhoud-kiezen?koppeling=demo-client").status_code == 403
    assert client.get(f"{base}/activiteit-toevoegen").status_code == 403
    assert client.post(f"{base}/activiteit-toevoegen").status_code == 403


def test_one_item_fills_the_form_and_is_saved_by_the_teacher(browser, tool, settings):
    item = ITEM | {"custom": {"weergave": "plan"}, "iframe": {"width": 900}}
    page = browser.client.post(settings["deep_link_return_url"], data={"JWT": tool.choice([item])})
    action, fields = browser.form(page.text)
    form = browser.client.get(action, query_string=fields).text
    assert 'value="Groepsplan"' in form
    assert "weergave=plan" in form
    assert "Groepsplan" not in browser.client.get("/als/m.dejong/cursus/2").text
    saved = browser.client.post(
        action,
        data={
            "sesskey": fields_of(form)["sesskey"],
            "koppeling": "demo-client",
            "naam": "Groepsplan",
            "parameters": "weergave=plan",
        },
    )
    assert saved.status_code == 302
    assert "Groepsplan" in browser.client.get(saved.location).text


def fields_of(page):
    """The hidden fields of the first form on a page."""
    return {"sesskey": page.split('name="sesskey" value="')[1].split('"')[0]}


def test_several_items_are_listed_and_saved_together(browser, tool, settings):
    items = [ITEM, ITEM | {"title": "Overzicht", "url": f"{tool.url}/lti/launch?a=b"}]
    page = browser.client.post(settings["deep_link_return_url"], data={"JWT": tool.choice(items)})
    action, fields = browser.form(page.text)
    listing = browser.client.get(action, query_string=fields).text
    assert "Alle 2 activiteiten bewaren" in listing
    data = {"sesskey": browser.key_of(ADD), "keuze": fields["keuze"]}
    browser.client.post(action, data=data)
    course = browser.client.get("/als/m.dejong/cursus/2").text
    assert "Groepsplan" in course
    assert "Overzicht" in course
    claims = browser.launch("/als/m.dejong/activiteit/7/start")
    assert claims[CLAIM + "target_link_uri"] == f"{tool.url}/lti/launch?a=b"


def test_custom_parameters_arrive_as_a_real_moodle_sends_them(browser, tool, settings):
    custom = {
        "vak": "wiskunde",
        "CamelCase": "ja",
        "getal": 3,
        "waar": True,
        "isgelijk": "a=b=c",
        "regels": "regel1\nregel2=kapot",
        "cursus_begin": "van het item",
        "v_label": "$CourseSection.label",
        "v_rol": "$Membership.role",
        "v_onbekend": "$Bestaat.niet",
        "v_deels": "klas-$CourseSection.label",
    }
    items = [ITEM | {"custom": custom}, ITEM]
    page = browser.client.post(settings["deep_link_return_url"], data={"JWT": tool.choice(items)})
    action, fields = browser.form(page.text)
    data = {"sesskey": browser.key_of(ADD), "keuze": fields["keuze"]}
    browser.client.post(action, data=data)
    received = browser.launch("/als/m.dejong/activiteit/6/start")[CLAIM + "custom"]
    assert received.pop("context_memberships_url")
    assert received == {
        "vak": "wiskunde",
        "camelcase": "ja",
        "CamelCase": "ja",
        "getal": "3",
        "waar": "1",
        "isgelijk": "a=b=c",
        "regels": "regel1",
        "regel2": "kapot",
        "cursus_begin": "2026-08-23T22:00:00+00:00",
        "cursus_eind": "2027-07-16T22:00:00+00:00",
        "cursus_nummer": "KLAS-3HA-2627",
        "cursus_historie": "",
        "v_label": "3HA",
        "v_rol": "Instructor",
        "v_onbekend": "$Bestaat.niet",
        "v_deels": "klas-$CourseSection.label",
    }


def test_no_item_at_all_leaves_the_form_as_it_was(browser, tool, settings):
    page = browser.client.post(settings["deep_link_return_url"], data={"JWT": tool.choice([])})
    action, fields = browser.form(page.text)
    assert 'value="Groepswijzer"' in browser.client.get(action, query_string=fields).text


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "https://elders.example"},
        {"iss": "someone-else"},
        {"exp": 1},
        {"kid": "k2"},
        {CLAIM + "deployment_id": "2"},
        {CLAIM + "message_type": "LtiResourceLinkRequest"},
    ],
)
def test_an_answer_that_cannot_be_trusted_is_refused(client, tool, settings, changes):
    answer = client.post(settings["deep_link_return_url"], data={"JWT": tool.choice([ITEM], **changes)})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "items",
    [[{"type": "link", "url": "x"}], [{"title": "zonder soort"}], ["tekst"], [ITEM | {"custom": "x"}]],
)
def test_items_of_another_kind_are_refused(client, tool, settings, items):
    answer = client.post(settings["deep_link_return_url"], data={"JWT": tool.choice(items)})
    assert answer.status_code == 400


def test_the_return_address_works_only_with_its_own_session_key(client, tool, settings):
    wrong = settings["deep_link_return_url"].replace("sesskey=", "sesskey=0")
    assert client.post(wrong, data={"JWT": tool.choice([ITEM])}).status_code == 403
    assert client.post(settings["deep_link_return_url"]).status_code == 400


def test_an_activity_can_be_removed_by_who_may_edit(browser):
    path = "/als/m.dejong/cursus/2/activiteit/1/verwijderen"
    assert browser.client.post(path, data={"sesskey": "0"}).status_code == 403
    browser.client.post(path, data={"sesskey": browser.key_of(ADD)})
    assert "nog geen activiteit" in browser.client.get("/als/m.dejong/cursus/2").text


def test_an_activity_without_a_name_is_not_saved(browser):
    data = {"sesskey": browser.key_of(ADD), "koppeling": "demo-client", "naam": " "}
    assert browser.client.post(ADD, data=data).status_code == 400
