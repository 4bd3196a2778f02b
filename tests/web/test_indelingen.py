"""The administrator's pages for the school's columns."""

import html
import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from lti_tool.models import Rol, Schoolformaat, Soort
from lti_tool.services.school.formaattekst import schrijf
from lti_tool.services.school.formaten import kolomformaten
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
    assert lijst.count("standaard</td>") == 2
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
    [("raar", 404), ("vakoverstijgend?vak=wiskunde", 422), (f"vakspecifiek?vak={'x' * 61}", 422)],
)
def test_an_overview_that_is_not_there_has_no_columns(
    plek: str, status: int, beheer: tuple[Bezoeker, str]
) -> None:
    browser, basis = beheer
    assert browser.get(f"{basis}/indeling/{plek}").status_code == status
    assert browser.post(f"{basis}/indeling/{plek}", {"tekst": GOED, "bewaren": "1"}).status_code == status
