"""The administrator's pages for the school's columns."""

import html
import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from lti_tool.models import Rol, Schoolformaat, Soort
from lti_tool.services.school import planformaten
from lti_tool.services.school.formaattekst import schrijf
from lti_tool.services.school.formaten import kolomformaten
from lti_tool.services.school.planformaattekst import schrijf as schrijf_plan
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]
GOED = schrijf(kolomformaten(Soort.VAKOVERSTIJGEND)).replace('naam = "Spelling"', 'naam = "Spelling <b>"')
FOUT = GOED.replace('blok = "toetsen"', 'blok = "toets"', 1)


@pytest.fixture
def beheer(bouwer: Bouwer, als: Als) -> tuple[Bezoeker, str]:
    """An administrator in a course, and the address of their pages."""
    cursus = bouwer.cursus()
    return als(bouwer.docent("Pia", "Oost"), cursus, Rol.BEHEERDER), f"/cursus/{cursus.id}/beheer"


def tekst_van(pagina: str) -> str:
    gevonden = re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", pagina, re.DOTALL)
    assert gevonden is not None
    return html.unescape(gevonden[1])


def test_what_holds_is_shown_as_text_and_as_table(beheer: tuple[Bezoeker, str]) -> None:
    browser, basis = beheer
    lijst = browser.get(f"{basis}/indelingen").text
    assert lijst.count("standaard</td>") == 4  # overviews and plans
    pagina = browser.get(f"{basis}/indeling/vakoverstijgend").text
    assert 'sleutel = "sociaal_gedrag"' in tekst_van(pagina)
    assert 'colspan="4">Sociaal-emotioneel</th>' in pagina


def test_columns_are_tried_out_before_they_are_kept(beheer: tuple[Bezoeker, str], bouwer: Bouwer) -> None:
    browser, basis = beheer
    pagina = browser.post(f"{basis}/indeling/vakoverstijgend", {"tekst": GOED})
    assert pagina.status_code == 200
    assert "Spelling &lt;b&gt;" in pagina.text
    assert bouwer.session.scalars(select(Schoolformaat)).all() == []
    antwoord = browser.post(f"{basis}/indeling/vakoverstijgend", {"tekst": GOED, "bewaren": "1"})
    assert antwoord.status_code == 303
    formaat = bouwer.session.scalars(select(Schoolformaat)).one()
    assert (formaat.soort, formaat.vak, formaat.kolommen[2]["naam"]) == (
        "vakoverstijgend",
        "",
        "Spelling <b>",
    )
    assert "van de school, bewaard op" in browser.get(f"{basis}/indelingen").text


def test_a_wrong_line_is_named_and_the_text_stays(beheer: tuple[Bezoeker, str], bouwer: Bouwer) -> None:
    browser, basis = beheer
    windows = FOUT.replace("\n", "\r\n")  # as browsers send it
    pagina = browser.post(f"{basis}/indeling/vakoverstijgend", {"tekst": windows, "bewaren": "1"})
    assert pagina.status_code == 422
    regel = FOUT.split("\n").index('blok = "toets"') + 1
    assert f"<li>Regel {regel}: blok is toetsen" in pagina.text
    assert 'blok = "toets"' in tekst_van(pagina.text)
    assert bouwer.session.scalars(select(Schoolformaat)).all() == []


@pytest.mark.parametrize("tekst", ["", "[[", "x" * 100_001])
def test_a_text_that_is_none_is_refused(tekst: str, beheer: tuple[Bezoeker, str]) -> None:
    browser, basis = beheer
    antwoord = browser.post(f"{basis}/indeling/vakoverstijgend", {"tekst": tekst, "bewaren": "1"})
    assert antwoord.status_code == 422


def test_a_subject_gets_its_own_columns_and_goes_back(beheer: tuple[Bezoeker, str]) -> None:
    browser, basis = beheer
    url = f"{basis}/indeling/vakspecifiek?vak=Wiskunde+B"
    tekst = tekst_van(browser.get(url).text)
    browser.post(url, {"tekst": tekst, "bewaren": "1"})
    assert "Vakoverzicht Wiskunde B" in browser.get(f"{basis}/indelingen").text
    standaard = f"{basis}/indeling/vakspecifiek/standaard?vak=wiskunde+b"
    assert "terug naar de standaard" in browser.post(standaard, follow_redirects=True).text
    assert "had al de standaard" in browser.post(standaard, follow_redirects=True).text


@pytest.mark.parametrize(
    ("plek", "status"),
    [
        ("raar", 404),
        ("plan-raar", 404),
        ("vakoverstijgend?vak=wiskunde", 422),
        ("plan-vakoverstijgend?vak=wiskunde", 422),
        (f"vakspecifiek?vak={'x' * 61}", 422),
    ],
)
def test_an_overview_that_is_not_there_has_no_columns(
    plek: str, status: int, beheer: tuple[Bezoeker, str]
) -> None:
    browser, basis = beheer
    assert browser.get(f"{basis}/indeling/{plek}").status_code == status
    assert browser.post(f"{basis}/indeling/{plek}", {"tekst": GOED, "bewaren": "1"}).status_code == status


PLAN = schrijf_plan(planformaten.standaard(Soort.VAKSPECIFIEK)).replace(
    'naam = "Inhoud"', 'naam = "Leerstof <b>"'
)


def test_a_subjects_plan_gets_its_own_columns_and_goes_back(
    beheer: tuple[Bezoeker, str], bouwer: Bouwer
) -> None:
    browser, basis = beheer
    url = f"{basis}/indeling/plan-vakspecifiek?vak=Wiskunde+B"
    assert 'naam = "Inhoud"' in tekst_van(browser.get(url).text)
    geprobeerd = browser.post(url, {"tekst": PLAN})
    assert '<th scope="col">Leerstof &lt;b&gt;</th>' in geprobeerd.text
    assert bouwer.session.scalars(select(Schoolformaat)).all() == []
    browser.post(url, {"tekst": PLAN, "bewaren": "1"})
    lijst = browser.get(f"{basis}/indelingen").text
    assert "Groepsplan Wiskunde B" in lijst
    assert "Vakoverzicht Wiskunde B" not in lijst
    school_id = bouwer.platform.school_id
    kolommen = planformaten.geldend(bouwer.session, school_id, Soort.VAKSPECIFIEK, "wiskunde b")
    assert "Leerstof <b>" in [kolom.naam for kolom in kolommen]
    standaard = f"{basis}/indeling/plan-vakspecifiek/standaard?vak=wiskunde+b"
    assert "terug naar de standaard" in browser.post(standaard, follow_redirects=True).text
    assert "had al de standaard" in browser.post(standaard, follow_redirects=True).text


def test_a_wrong_line_of_a_plans_columns_is_named_and_the_text_stays(
    beheer: tuple[Bezoeker, str], bouwer: Bouwer
) -> None:
    browser, basis = beheer
    fout = PLAN.replace("breedte = 4", "breedte = 9", 1)
    pagina = browser.post(f"{basis}/indeling/plan-vakspecifiek", {"tekst": fout, "bewaren": "1"})
    assert pagina.status_code == 422
    regel = fout.split("\n").index("breedte = 9") + 1
    assert f"<li>Regel {regel}: breedte is een heel getal van 1 tot 6.</li>" in pagina.text
    assert tekst_van(pagina.text) == fout.strip() + "\n"
    assert bouwer.session.scalars(select(Schoolformaat)).all() == []


def test_a_plan_without_a_column_that_the_rest_needs_is_refused(beheer: tuple[Bezoeker, str]) -> None:
    browser, basis = beheer
    fout = PLAN.replace('sleutel = "evaluatie"', 'sleutel = "terugblik"')
    pagina = browser.post(f"{basis}/indeling/plan-vakspecifiek", {"tekst": fout, "bewaren": "1"})
    assert pagina.status_code == 422
    assert "<li>Een plan heeft een kolom evaluatie (soort tekst).</li>" in pagina.text
