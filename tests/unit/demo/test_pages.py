"""The pages for people."""

import html5lib
import pytest

PAGES = [
    "/",
    "/als/m.dejong/cursus/2",
    "/als/m.dejong/cursus/2?rol=leerling",
    "/als/150301/cursus/5/activiteit/4",
    "/als/m.dejong/cursus/2/deelnemers",
    "/als/b.bakker/cursus/2/deelnemers",
    "/als/m.dejong/cursus/2/activiteit-toevoegen",
    "/als/p.oosterhuis/beheer/",
    "/als/m.dejong/activiteit/1/start",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_valid_html_with_one_heading_of_the_first_level(client, path):
    page = client.get(path)
    assert page.status_code == 200
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.text)
    assert len(document.findall(".//h1")) == 1
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_pages_hold_no_inline_script_and_forbid_it(client):
    page = client.get("/als/m.dejong/activiteit/1/start")
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"


def test_the_front_page_leads_each_person_to_each_of_their_courses(client):
    page = client.get("/").text
    for path in ("m.dejong/cursus/2", "b.bakker/cursus/2", "b.bakker/cursus/3", "150304/cursus/5"):
        assert f'href="/als/{path}"' in page
    assert 'href="/als/m.dejong/cursus/3"' not in page
    assert 'href="/als/p.oosterhuis/beheer/"' in page


def test_the_course_page_holds_the_tool_in_a_frame_and_says_who_you_are(client):
    page = client.get("/als/n.visser/cursus/2").text
    assert 'src="/als/n.visser/activiteit/1/start?venster=iframe"' in page
    assert "Je bent <strong>Noor Visser</strong>" in page
    assert "docent zonder bewerkrechten" in page


def test_a_teacher_can_look_as_a_pupil_and_a_pupil_is_not_offered_that(client):
    page = client.get("/als/m.dejong/cursus/2?rol=leerling").text
    assert "Je bekijkt deze cursus nu als leerling" in page
    assert "venster=iframe&amp;rol=leerling" in page
    assert "Bekijk als leerling" not in client.get("/als/150301/cursus/2").text


def test_a_teacher_enrols_and_removes_people_on_the_page(browser):
    page = "/als/m.dejong/cursus/2/deelnemers"
    form = {"sesskey": browser.key_of(page), "deelnemer": "150331", "rol": "leerling"}
    browser.client.post(page, data=form)
    assert "33 deelnemers" in browser.client.get(page).text
    browser.client.post(page, data=form | {"rol": ""})
    assert "32 deelnemers" in browser.client.get(page).text


@pytest.mark.parametrize(
    ("username", "form", "status"),
    [
        ("b.bakker", {"deelnemer": "150301", "rol": ""}, 403),
        ("m.dejong", {"deelnemer": "150301", "rol": "", "sesskey": "é"}, 403),
        ("m.dejong", {"deelnemer": "niemand", "rol": "leerling"}, 404),
        ("m.dejong", {"deelnemer": "150331", "rol": "beheerder"}, 400),
    ],
)
def test_a_change_of_participants_that_is_not_allowed_is_refused(browser, username, form, status):
    key = {"sesskey": browser.key_of("/als/m.dejong/cursus/2/deelnemers")}
    answer = browser.client.post(f"/als/{username}/cursus/2/deelnemers", data=key | form)
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/als/m.dejong/cursus/3", 403),
        ("/als/m.dejong/cursus/99", 404),
        ("/als/niemand/cursus/2", 404),
        ("/als/m.dejong/cursus/2/activiteit/2", 404),
        ("/terug?persoon=m.dejong&course=2&sesskey=x", 403),
        ("/terug", 404),
    ],
)
def test_what_is_not_there_or_not_yours_gets_a_plain_page(client, path, status):
    page = client.get(path)
    assert page.status_code == status
    assert "Dat gaat niet" in page.text


def test_the_tools_error_is_shown_as_text_on_the_way_back(browser):
    claims = browser.launch("/als/m.dejong/activiteit/1/start")
    address = claims["https://purl.imsglobal.org/spec/lti/claim/launch_presentation"]["return_url"]
    assert "&lt;b&gt;" in browser.client.get(address + "&lti_errormsg=<b>").text


def test_the_platform_says_that_it_is_healthy(client):
    assert (client.get("/gezond").status_code, client.get("/gezond").text) == (200, "ok")
