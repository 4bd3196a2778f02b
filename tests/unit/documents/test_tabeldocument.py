"""Tables as PDF, Word and Excel, read back: nothing lost, nothing run, heads on every page."""

import io
from datetime import date

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from lti_tool.documents.tabeldocument import Alinea, Tabeldeel, Tabeldocument, Tabelkolom, cel
from lti_tool.documents.tabeldocx import schrijf_tabeldocx
from lti_tool.documents.tabelpdf import schrijf_tabelpdf
from lti_tool.documents.tabelxlsx import schrijf_tabelxlsx

VIJANDIG = '=1+1 {{ 7*7 }} {% raw %} #eval("1+1") <b>vet</b> & $x^2$ *y* @z'
KOLOMMEN = (Tabelkolom("Leerlingen", 2), Tabelkolom("Doelen", 4), Tabelkolom("Aanpak", 4))


def maak(*rijen, delen=None, **anders):
    basis = {
        "soort": "Groepsplan",
        "school": "De Horizon",
        "groep": "3HA",
        "eigenaar": "M. de Jong",
        "cyclus": "Cyclus 1",
        "datum": date(2026, 11, 22),
        "stand": "concept",
        "kenmerken": (("Evaluatie", "20 november 2026"),),
        "delen": delen or (Tabeldeel("Pedagogisch domein", KOLOMMEN, rijen),),
        "uitleg": "* = gewijzigd",
    }
    return Tabeldocument(**(basis | anders))


def rij(naam="Rust", doel="werkt door", aanpak=""):
    return (Alinea(naam, vet=True), Alinea("Aya, Sem")), cel(doel), cel(aanpak)


def pdf_paginas(inhoud):
    return [p.extract_text().replace("\u200b", "") for p in PdfReader(io.BytesIO(inhoud)).pages]


def pdf_tekst(inhoud):
    return " ".join(" ".join(pdf_paginas(inhoud)).split())


def docx_tekst(inhoud):
    document = docx.Document(io.BytesIO(inhoud))
    cellen = [c.text for tabel in document.tables for r in tabel.rows for c in r.cells]
    randen = [
        p.text for deel in document.sections for p in (*deel.header.paragraphs, *deel.footer.paragraphs)
    ]
    return " ".join(" ".join([*(p.text for p in document.paragraphs), *cellen, *randen]).split())


def xlsx_tekst(inhoud):
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    cellen = [str(w) for b in boek for r in b.iter_rows(values_only=True) for w in r if w]
    return " ".join(" ".join([*boek.sheetnames, *cellen]).split())


WEGEN = {
    "pdf": (schrijf_tabelpdf, pdf_tekst),
    "docx": (schrijf_tabeldocx, docx_tekst),
    "xlsx": (schrijf_tabelxlsx, xlsx_tekst),
}


@pytest.fixture(params=WEGEN)
def tekst(request):
    """The text of a document, by each of the three ways."""
    schrijf, lees = WEGEN[request.param]
    return lambda document: lees(schrijf(document))


def test_everything_comes_through_and_marks_are_only_text(tekst):
    gelezen = tekst(maak(rij(VIJANDIG, VIJANDIG, "stap voor stap"), kenmerken=(("Wie", VIJANDIG),)))
    assert gelezen.count('=1+1 {{ 7*7 }} {% raw %} #eval("1+1") <b>vet</b> & $x^2$ *y* @z') == 3
    for woord in ("Pedagogisch domein", "Doelen", "Aya, Sem", "stap voor stap"):
        assert woord in gelezen


def test_what_was_changed_says_by_whom_and_when(tekst):
    gewijzigd = (Alinea("leest elke dag", merk="gewijzigd op 3 december 2026 door Bas Bakker"),)
    gelezen = tekst(maak((cel("Rust"), gewijzigd, ())))
    assert "* gewijzigd op 3 december 2026 door Bas Bakker" in gelezen


def test_a_text_of_4000_characters_loses_no_word(tekst):
    woorden = " ".join(f"woord{n}" for n in range(480))
    assert len(woorden) > 4000
    gelezen = tekst(maak(rij(aanpak=woorden))).split()
    assert [woord for woord in gelezen if woord.startswith("woord")] == woorden.split()


def test_lines_stay_lines(tekst):
    assert "eerste tweede" in tekst(maak(rij(doel="eerste\ntweede")))


def test_a_document_without_rows_says_so_on_paper():
    leeg = maak(delen=(Tabeldeel("", KOLOMMEN, (), leeg="Er staat nog niets in dit plan."),))
    assert "Er staat nog niets in dit plan." in pdf_tekst(schrijf_tabelpdf(leeg))
    assert "Er staat nog niets in dit plan." in docx_tekst(schrijf_tabeldocx(leeg))


def test_a_row_of_another_width_is_refused():
    with pytest.raises(ValueError, match="cells"):
        maak((cel("te"), cel("smal")))


def test_every_page_of_the_pdf_says_what_it_is_and_repeats_the_heads():
    paginas = pdf_paginas(schrijf_tabelpdf(maak(*(rij(f"Rij {n}", aanpak="x " * 200) for n in range(12)))))
    assert len(paginas) > 1
    for nummer, pagina in enumerate(paginas, 1):
        assert "3HA · De Horizon · M. de Jong · Cyclus 1 · 22-11-2026" in pagina
        assert "concept" in pagina
        assert "Leerlingen" in pagina
        assert f"Bladzijde {nummer} van {len(paginas)}" in pagina


def test_the_pdf_is_tagged_in_dutch_and_keeps_to_pdf_ua():
    document = PdfReader(io.BytesIO(schrijf_tabelpdf(maak(rij()))))
    wortel = document.root_object
    assert wortel["/MarkInfo"]["/Marked"].value is True
    assert wortel["/Lang"] == "nl"
    assert document.metadata.title == "Groepsplan 3HA"
    assert b"pdfuaid:part" in wortel["/Metadata"].get_object().get_data()


def test_a_sheet_of_its_own_begins_on_a_new_page():
    delen = tuple(Tabeldeel(naam, KOLOMMEN, (rij(),), blad=True) for naam in ("Rust", "Lezen", "Rekenen"))
    paginas = pdf_paginas(schrijf_tabelpdf(maak(delen=delen)))
    assert [naam in pagina for naam, pagina in zip(("Rust", "Lezen", "Rekenen"), paginas, strict=True)]


@pytest.mark.parametrize(("papier", "breedte"), [("a4", 297), ("a3", 420)])
def test_paper_lies_on_its_side(papier, breedte):
    bladzijde = PdfReader(io.BytesIO(schrijf_tabelpdf(maak(rij()), papier))).pages[0].mediabox
    assert round(bladzijde.width / 72 * 25.4) == breedte
    word = docx.Document(io.BytesIO(schrijf_tabeldocx(maak(rij()), papier)))
    assert round(word.sections[0].page_width.mm) == breedte


def test_in_word_heads_repeat_and_short_rows_stay_whole():
    document = docx.Document(io.BytesIO(schrijf_tabeldocx(maak(rij(), rij(aanpak="lang " * 300)))))
    kop, kort, lang = (r._tr.trPr for r in document.tables[0].rows)
    assert kop.find(qn("w:tblHeader")) is not None
    assert kort.find(qn("w:cantSplit")) is not None
    assert lang is None or lang.find(qn("w:cantSplit")) is None


def test_in_excel_nothing_is_a_formula_and_every_sheet_has_its_own_name():
    delen = tuple(
        Tabeldeel(naam, KOLOMMEN, (rij("=1+1"),)) for naam in ("Rust/[1]", "Rust  1 ", "", "gegevens")
    )
    boek = openpyxl.load_workbook(io.BytesIO(schrijf_tabelxlsx(maak(delen=delen, groep="=2+2"))))
    assert boek.sheetnames == ["Rust  1", "Rust 1", "Groepsplan", "gegevens 2", "Gegevens"]
    assert all(c.data_type == "s" for blad in boek for r in blad.iter_rows() for c in r if c.value)


def test_a_name_too_long_for_a_sheet_is_cut():
    lang = "Maximiliaan van den Bergh-Oudshoorn en anderen"
    delen = tuple(Tabeldeel(lang, KOLOMMEN, (rij(),)) for _ in range(2))
    namen = openpyxl.load_workbook(io.BytesIO(schrijf_tabelxlsx(maak(delen=delen)))).sheetnames
    assert namen[:2] == ["Maximiliaan van den Bergh-Oudsh", "Maximiliaan van den Bergh-Oud 2"]
