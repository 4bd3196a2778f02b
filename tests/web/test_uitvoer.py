"""Files of an overview: who gets what, opened and read back, and the log of what is confidential."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

import docx
import openpyxl
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from lti_tool.models import Cyclus, Groep, Inzage, Kolom, Persoon, Rol, Soort
from lti_tool.services.cyclus import cyclusopening
from lti_tool.services.groep import regels
from lti_tool.services.overzicht import cellen
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]


@dataclass
class Klas:
    """A mentor class with a few filled cells, and its mentor in a browser."""

    bouwer: Bouwer
    mentor: Persoon
    groep: Groep
    cyclus: Cyclus
    browser: Bezoeker

    def vul(self, sleutel: str, waarde: str) -> None:
        kolom = self.bouwer.session.scalars(
            select(Kolom).where(Kolom.sleutel == sleutel, Kolom.cyclus_id == self.cyclus.id)
        ).one()
        regel = regels.van_leerlingen(self.bouwer.session, self.cyclus)[0][0]
        plaats = cellen.zoek_plaats(self.bouwer.session, self.groep, regel.id, kolom.id)
        cellen.bewaar(self.bouwer.session, plaats, waarde, 0, self.mentor)
        self.bouwer.session.commit()

    def bestand(self, soort: str, **keuzes: str) -> bytes:
        return haal(self.browser, self.groep, soort, **keuzes)

    def inzagen(self) -> list[Inzage]:
        return list(self.bouwer.session.scalars(select(Inzage)))


def haal(browser: Bezoeker, groep: Groep, soort: str, **keuzes: str) -> bytes:
    antwoord = browser.get(f"/groep/{groep.id}/uitvoer/bestand", query_string={"soort": soort, **keuzes})
    assert antwoord.status_code == 200
    assert antwoord.headers["Cache-Control"] == "no-store"
    return antwoord.data


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 2)
    groep = bouwer.groep(cursus, mentor)
    klas = Klas(bouwer, mentor, groep, bouwer.cyclus(groep), als(mentor, cursus, Rol.DOCENT))
    klas.vul("sp", "IV")
    klas.vul("stimulerend", "=1+1 tekent graag")
    klas.vul("bijzonderheden", "astma")
    return klas


def pdf_tekst(inhoud: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(inhoud)).pages).split())


def docx_tekst(inhoud: bytes) -> str:
    document = docx.Document(io.BytesIO(inhoud))
    return " ".join(cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells)


def xlsx_tekst(inhoud: bytes) -> str:
    blad = openpyxl.load_workbook(io.BytesIO(inhoud)).worksheets[0]
    return " ".join(str(cel) for rij in blad.iter_rows(values_only=True) for cel in rij if cel)


def csv_tekst(inhoud: bytes) -> str:
    return " ".join(
        " ".join(rij) for rij in csv.reader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";")
    )


LEZERS = {"pdf": pdf_tekst, "docx": docx_tekst, "xlsx": xlsx_tekst, "csv": csv_tekst}


def test_a_pdf_is_two_clicks_from_the_overview(klas: Klas) -> None:
    overzicht = klas.browser.get(f"/groep/{klas.groep.id}/overzicht").text
    assert f'href="/groep/{klas.groep.id}/uitvoer"' in overzicht
    keuze = klas.browser.get(f"/groep/{klas.groep.id}/uitvoer").text
    assert 'name="soort" value="pdf"' in keuze


@pytest.mark.parametrize("soort", LEZERS)
def test_the_file_holds_what_the_overview_shows_and_nothing_confidential(soort: str, klas: Klas) -> None:
    tekst = LEZERS[soort](klas.bestand(soort))
    for woord in ("Leerling02 Achternaam02", "SP", "IV", "1+1 tekent graag"):
        assert woord in tekst
    assert "astma" not in tekst
    assert "Bijzonderheden" not in tekst
    assert klas.inzagen() == []


@pytest.mark.parametrize(
    ("soort", "naam"), [("pdf", "PDF"), ("docx", "Word"), ("xlsx", "Excel"), ("csv", "CSV")]
)
def test_confidential_columns_go_along_on_purpose_marked_and_logged(
    soort: str, naam: str, klas: Klas
) -> None:
    tekst = LEZERS[soort](klas.bestand(soort, vertrouwelijk="1"))
    assert "astma" in tekst
    assert "vertrouwelijk" in tekst.casefold()
    gelezen = klas.inzagen()
    assert len(gelezen) == 2
    assert {i.velden for i in gelezen} == {f"Gesprek met ouders, Bijzonderheden, als bestand: {naam}"}


def test_every_page_of_a_confidential_pdf_says_so(klas: Klas) -> None:
    lezer = PdfReader(io.BytesIO(klas.bestand("pdf", vertrouwelijk="1")))
    assert len(lezer.pages) > 1
    assert all("VERTROUWELIJK" in bladzijde.extract_text() for bladzijde in lezer.pages)


@pytest.mark.parametrize(("papier", "breedte"), [("a4", 842), ("a3", 1191)])
def test_the_paper_is_landscape_and_of_the_chosen_size(papier: str, breedte: int, klas: Klas) -> None:
    lezer = PdfReader(io.BytesIO(klas.bestand("pdf", papier=papier)))
    assert round(lezer.pages[0].mediabox.width) == breedte
    word = docx.Document(io.BytesIO(klas.bestand("docx", papier=papier)))
    assert round(word.sections[0].page_width.pt) == breedte


def test_the_file_is_named_after_group_and_day(klas: Klas) -> None:
    antwoord = klas.browser.get(f"/groep/{klas.groep.id}/uitvoer/bestand?soort=csv&vertrouwelijk=1")
    kop = antwoord.headers["Content-Disposition"]
    assert kop.startswith("attachment; filename=groepsoverzicht-3HA-20")
    assert kop.endswith("-vertrouwelijk.csv")


def test_a_colleague_takes_what_they_see_and_is_offered_nothing_more(klas: Klas, als: Als) -> None:
    collega = als(klas.bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    keuze = collega.get(f"/groep/{klas.groep.id}/uitvoer").text
    assert "met-vertrouwelijk" not in keuze
    tekst = csv_tekst(haal(collega, klas.groep, "csv"))
    assert "Onderwijsbehoeften" in tekst
    for woord in ("IV", "tekent graag", "astma"):
        assert woord not in tekst
    url = f"/groep/{klas.groep.id}/uitvoer/bestand?soort=csv&vertrouwelijk=1"
    assert collega.get(url).status_code == 403
    assert klas.inzagen() == []


def test_an_administrator_gets_no_pupils_texts(klas: Klas, als: Als) -> None:
    beheerder = als(klas.bouwer.docent("Pia", "Oost"), klas.groep.cursus, Rol.BEHEERDER)
    assert beheerder.get(f"/groep/{klas.groep.id}/uitvoer").status_code == 403
    assert beheerder.get(f"/groep/{klas.groep.id}/uitvoer/bestand?soort=pdf").status_code == 403


@pytest.mark.parametrize("vraag", ["", "soort=exe", "soort=pdf&papier=a5", "soort=pdf&papier="])
def test_a_choice_that_is_none_gets_a_message(vraag: str, klas: Klas) -> None:
    assert klas.browser.get(f"/groep/{klas.groep.id}/uitvoer/bestand?{vraag}").status_code == 422


def test_the_pages_script_hears_in_words_why_there_is_no_file(klas: Klas) -> None:
    antwoord = klas.browser.get(
        f"/groep/{klas.groep.id}/uitvoer/bestand?soort=exe", headers={"Accept": "application/json"}
    )
    assert antwoord.json["fout"] == "Kies een bestand: PDF, Word, Excel of CSV."


def test_an_earlier_cycle_is_taken_as_it_was(klas: Klas) -> None:
    from datetime import date

    cyclusopening.open_cyclus(
        klas.bouwer.session, klas.groep, date(2026, 12, 1), date(2027, 3, 1), klas.mentor
    )
    klas.bouwer.session.commit()
    assert "IV" not in csv_tekst(klas.bestand("csv"))
    assert "IV" in csv_tekst(klas.bestand("csv", cyclus="1"))
    keuze = klas.browser.get(f"/groep/{klas.groep.id}/uitvoer?cyclus=1").text
    assert '<input type="hidden" name="cyclus" value="1">' in keuze
    weg = f"/groep/{klas.groep.id}/uitvoer?cyclus=1"
    assert weg in klas.browser.get(f"/groep/{klas.groep.id}/overzicht?cyclus=1").text
    assert klas.browser.get(f"/groep/{klas.groep.id}/uitvoer?cyclus=9").status_code == 404


def test_a_subject_teacher_takes_the_general_needs_along(klas: Klas, als: Als) -> None:
    klas.vul("behoeften", "een vaste plek vooraan")
    bouwer = klas.bouwer
    docent, cursus = bouwer.docent("Bas", "Bakker"), bouwer.cursus("Wiskunde 3HA", "wi3HA")
    leerling = regels.van_leerlingen(bouwer.session, klas.cyclus)[0][0].persoon
    bouwer.lid(cursus, leerling)
    groep = bouwer.groep(cursus, docent, Soort.VAKSPECIFIEK, "wiskunde")
    bouwer.cyclus(groep)
    tekst = csv_tekst(haal(als(docent, cursus, Rol.DOCENT), groep, "csv"))
    assert "een vaste plek vooraan" in tekst
    assert "astma" not in tekst
