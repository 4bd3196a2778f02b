"""Needs as files: the class, and one pupil's page for a talk; opened and read back."""

import io
from collections.abc import Callable

import docx
import openpyxl
import pytest
from sqlalchemy import select

from lti_tool.models import Inzage, Rol, Soort
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.pagina import Bezoeker
from tests.web.test_groepsoverzicht import tel_vragen
from tests.web.test_uitvoer import docx_tekst, pdf_tekst, xlsx_tekst

Als = Callable[..., Bezoeker]
DOEL = {
    "id": None,
    "tekst": "leest elke dag",
    "maat": "op de lijst",
    "wanneer": "2026-11-20",
    "gedeeld": False,
}
ZIN = {"categorie": "docenten", "sleutel": "", "tekst": "docenten die vertrouwen geven"}
LEZERS = {"pdf": pdf_tekst, "docx": docx_tekst, "xlsx": xlsx_tekst}


def blad_tekst(soort: str, inhoud: bytes) -> str:
    """The words of one pupil's page."""
    if soort == "pdf":
        return pdf_tekst(inhoud)
    document = docx.Document(io.BytesIO(inhoud))
    return " ".join(" ".join(alinea.text for alinea in document.paragraphs).split())


class Klas(Gevuld):
    """A class with its owner in a browser."""

    def __init__(self, bouwer: Bouwer, als: Als, soort: Soort = Soort.VAKOVERSTIJGEND) -> None:
        super().__init__(bouwer, 3, soort)
        self.browser = als(self.eigenaar, self.groep.cursus, Rol.DOCENT)

    def behoefte(self, rij: int = 0, domein: str = "pedagogisch", **anders: object) -> None:
        gegevens = {"versie": 0, "doelen": [DOEL], "zinnen": [ZIN], "opnieuw": False} | anders
        url = f"/groep/{self.groep.id}/behoefte/{self.regel(rij)}/{domein}"
        assert self.browser.json("PUT", url, gegevens).status_code == 200

    def bestand(self, soort: str, browser: Bezoeker | None = None, **keuzes: str) -> bytes:
        return self._haal("behoeften/bestand", browser, soort=soort, **keuzes)

    def blad(self, soort: str, browser: Bezoeker | None = None, rij: int = 0, **keuzes: str) -> str:
        regel = str(self.regel(rij))
        return blad_tekst(
            soort, self._haal("behoeften/leerling", browser, soort=soort, regel=regel, **keuzes)
        )

    def _haal(self, wat: str, browser: Bezoeker | None, **vraag: str) -> bytes:
        antwoord = (browser or self.browser).get(f"/groep/{self.groep.id}/uitvoer/{wat}", query_string=vraag)
        assert antwoord.status_code == 200, antwoord.text
        assert antwoord.headers["Cache-Control"] == "no-store"
        return antwoord.data

    def inzagen(self) -> list[Inzage]:
        return list(self.session.scalars(select(Inzage)))


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    return Klas(bouwer, als)


@pytest.mark.parametrize("soort", LEZERS)
def test_goals_and_what_is_needed_of_the_class_stand_apart(soort: str, klas: Klas) -> None:
    klas.vul("bijzonderheden", "astma")
    klas.behoefte()
    klas.behoefte(1, "rk", zinnen=[ZIN | {"tekst": "=1+1 docenten die\tlangslopen"}])
    tekst = LEZERS[soort](klas.bestand(soort))
    for woord in ("Leerling01", "Leerling02", "Pedagogisch", "Rekenen", "=1+1 docenten die langslopen"):
        assert woord in tekst
    assert "leest elke dag (te zien aan: op de lijst), uiterlijk 20 november 2026" in tekst
    # without need or signal, and what never comes along
    assert "Leerling03" not in tekst
    assert "astma" not in tekst
    assert klas.inzagen() == []


def test_a_cell_that_looks_like_a_formula_is_text(klas: Klas) -> None:
    klas.behoefte(zinnen=[ZIN | {"tekst": '=HYPERLINK("http://x")'}])
    blad = openpyxl.load_workbook(io.BytesIO(klas.bestand("xlsx"))).worksheets[0]
    assert blad.title == "Behoeften"
    cellen = [cel for rij in blad.iter_rows(min_row=2) for cel in rij if "HYPERLINK" in str(cel.value)]
    assert [cel.data_type for cel in cellen] == ["s"]


def test_several_goals_are_numbered_and_an_ended_need_stays_out(klas: Klas) -> None:
    klas.behoefte(doelen=[DOEL, DOEL | {"tekst": "vraagt om hulp", "maat": "", "wanneer": ""}])
    assert "2. vraagt om hulp" in xlsx_tekst(klas.bestand("xlsx"))
    klas.volgende_cyclus()
    assert "Pedagogisch (uit de vorige cyclus)" in xlsx_tekst(klas.bestand("xlsx"))
    url = f"/groep/{klas.groep.id}/behoefte/{klas.regel()}/pedagogisch/herziening"
    assert klas.browser.json("PUT", url, {"besluit": "beeindigd", "versie": 1}).status_code == 200
    assert "vraagt om hulp" not in xlsx_tekst(klas.bestand("xlsx"))
    assert "vraagt om hulp" in xlsx_tekst(klas.bestand("xlsx", cyclus="1"))


def test_words_changed_by_hand_stand_beside_the_choices(klas: Klas) -> None:
    klas.behoefte()
    assert "Zoals het in" not in xlsx_tekst(klas.bestand("xlsx"))
    klas.vul("behoeften", "Heel andere woorden")
    tekst = xlsx_tekst(klas.bestand("xlsx"))
    assert "Zoals het in het overzicht staat" in tekst
    assert "Heel andere woorden" in tekst
    assert "Heel andere woorden" in klas.blad("pdf")


def test_a_text_of_4000_characters_is_there_to_its_last_word(klas: Klas) -> None:
    klas.behoefte(zinnen=[ZIN | {"tekst": "docenten die " + "a b " * 990 + "slot"}])
    for soort, lees in LEZERS.items():
        assert "a b slot" in lees(klas.bestand(soort))
        if soort != "xlsx":
            assert "a b slot" in klas.blad(soort)


@pytest.mark.parametrize("soort", ["pdf", "docx"])
def test_one_pupils_page_begins_with_what_helps_and_ends_with_room_for_agreements(
    soort: str, klas: Klas
) -> None:
    klas.vul("stimulerend", "tekent <b>graag</b> #en {{ 7*7 }}")
    klas.vul("bijzonderheden", "astma")
    klas.behoefte()
    url = f"/groep/{klas.groep.id}/leerlingdeel/{klas.regel()}"
    woorden = {"wil_leren": "beter plannen", "kan_zelf": "", "hulp_bij": "", "versie": 0}
    assert klas.browser.json("PUT", url, woorden).status_code == 200
    tekst = klas.blad(soort)
    volgorde = ["Leerling01", "tekent <b>graag</b> #en {{ 7*7 }}", "beter plannen", "leest elke dag"]
    plekken = [tekst.index(w) for w in [*volgorde, "docenten die vertrouwen geven", "Dit spreken we af"]]
    assert plekken == sorted(plekken)
    assert "astma" not in tekst
    assert "kan_zelf" not in tekst
    assert klas.inzagen() == []


def test_what_is_confidential_goes_along_on_purpose_marked_and_logged(klas: Klas) -> None:
    klas.vul("bijzonderheden", "astma")
    leerling_id = klas.leerlingen[0].id
    tekst = klas.blad("pdf", vertrouwelijk="1")
    assert "astma" in tekst
    assert "VERTROUWELIJK" in tekst
    gelezen = klas.inzagen()
    assert [i.leerling_id for i in gelezen] == [leerling_id]
    assert gelezen[0].velden == "Gesprek met ouders, Bijzonderheden, als bestand: PDF"


def test_what_became_of_the_previous_goals_is_on_the_page(klas: Klas) -> None:
    klas.behoefte()
    klas.volgende_cyclus()
    assert "leest elke dag: nog niet ingevuld" in klas.blad("docx")


def test_both_files_are_two_clicks_from_the_begrijpwijzer(klas: Klas) -> None:
    regel = klas.regel()
    scherm = klas.browser.get(f"/groep/{klas.groep.id}/begrijpwijzer/{regel}").text
    weg = f"/groep/{klas.groep.id}/uitvoer/behoeften?regel={regel}"
    assert f'href="{weg}"' in scherm
    keuze = klas.browser.get(weg).text
    assert keuze.count('name="soort" value="pdf"') == 2
    assert f'<option value="{regel}" selected>' in keuze


def test_a_colleague_takes_needs_along_but_neither_pupils_words_nor_what_is_confidential(
    klas: Klas, als: Als
) -> None:
    klas.vul("stimulerend", "tekent graag")
    klas.vul("bijzonderheden", "astma")
    klas.behoefte()
    woorden = {"wil_leren": "beter plannen", "kan_zelf": "", "hulp_bij": "", "versie": 0}
    klas.browser.json("PUT", f"/groep/{klas.groep.id}/leerlingdeel/{klas.regel()}", woorden)
    collega = als(klas.bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    assert "met-vertrouwelijk" not in collega.get(f"/groep/{klas.groep.id}/uitvoer/behoeften").text
    assert "leest elke dag" in xlsx_tekst(klas.bestand("xlsx", collega))
    tekst = klas.blad("docx", collega)
    assert "leest elke dag" in tekst
    for woord in ("tekent graag", "astma", "beter plannen"):
        assert woord not in tekst
    url = f"/groep/{klas.groep.id}/uitvoer/behoeften/leerling?soort=pdf&vertrouwelijk=1&regel={klas.regel()}"
    assert collega.get(url).status_code == 403
    assert klas.inzagen() == []


def test_a_subject_teacher_takes_the_general_needs_along(klas: Klas, als: Als, bouwer: Bouwer) -> None:
    klas.behoefte()
    docent, cursus = bouwer.docent("Bas", "Bakker"), bouwer.cursus("Wiskunde 3HA", "wi3HA")
    for leerling in klas.leerlingen[:2]:
        bouwer.lid(cursus, leerling)
    groep = bouwer.groep(cursus, docent, Soort.VAKSPECIFIEK, "wiskunde")
    cyclus = bouwer.cyclus(groep)
    browser = als(docent, cursus, Rol.DOCENT)
    tekst = xlsx_tekst(browser.get(f"/groep/{groep.id}/uitvoer/behoeften/bestand?soort=xlsx").data)
    assert "leest elke dag" in tekst
    assert "Domein" not in tekst
    regel = browser.get(f"/groep/{groep.id}/begrijpwijzer", follow_redirects=True).request.path.split("/")[-1]
    url = f"/groep/{groep.id}/uitvoer/behoeften/leerling?soort=docx&regel={regel}"
    assert "Algemene behoeften, van de mentor" in blad_tekst("docx", browser.get(url).data)
    assert cyclus.volgnummer == 1


@pytest.mark.parametrize(
    ("pad", "status"),
    [
        ("behoeften/bestand?soort=csv", 422),
        ("behoeften/bestand?soort=", 422),
        ("behoeften/bestand?soort=pdf&papier=a9", 422),
        ("behoeften/bestand?soort=pdf&cyclus=9", 404),
        ("behoeften/leerling?soort=xlsx&regel=1", 422),
        ("behoeften/leerling?soort=pdf", 400),
        ("behoeften/leerling?soort=pdf&regel=999999", 404),
        ("behoeften?regel=999999", 404),
    ],
)
def test_a_choice_that_is_none_gets_a_message(pad: str, status: int, klas: Klas) -> None:
    assert klas.browser.get(f"/groep/{klas.groep.id}/uitvoer/{pad}").status_code == status


def test_a_row_of_another_group_is_not_there(klas: Klas, bouwer: Bouwer, als: Als) -> None:
    ander = Klas(bouwer, als)
    url = f"/groep/{klas.groep.id}/uitvoer/behoeften/leerling?soort=pdf&regel={ander.regel()}"
    assert klas.browser.get(url).status_code == 404


def test_a_group_without_any_need_gives_a_file_too(klas: Klas) -> None:
    for soort, lees in LEZERS.items():
        assert "Leerling01" not in lees(klas.bestand(soort))


def test_the_number_of_questions_is_the_same_for_any_class(klas: Klas) -> None:
    app = klas.browser.client.application
    aantallen = []
    for rijen in ((0,), (1, 2)):
        for rij in rijen:
            klas.behoefte(rij)
        url = f"/groep/{klas.groep.id}/uitvoer/behoeften/bestand?soort=xlsx"
        # a session of its own: what the test has read is no answer for the page
        with app.app_context(), tel_vragen(app) as vragen:
            assert klas.browser.get(url).status_code == 200
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
