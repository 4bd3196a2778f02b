"""Make tabel.docx, the template of the Word export of plans, week tables and evaluations, anew.

Run this file to do so. A school may also change tabel.docx in Word; keep the {{ … }} and {% … %} marks.
"""

from pathlib import Path

from docx import Document
from docx.document import Document as Documenttype
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import _Cell
from maak_overzicht_docx import (
    eigenschappen,
    herhaald,
    lijnen_en_lucht,
    pagina,
    rijkenmerk,
    stijlen,
    zonder_vreemde_delen,
)

NIEUW = RGBColor(0x0B, 0x53, 0x94)


def maak() -> Documenttype:
    """The template as a document of python-docx."""
    document = Document()
    zonder_vreemde_delen(document)
    eigenschappen(document)
    stijlen(document)
    _tussenkop(document)
    pagina(document, "{{ stand }}", RGBColor(0, 0, 0))
    document.add_heading("{{ titel }}", level=1)
    document.add_paragraph("{%p for wat, waarde in kenmerken %}")
    kenmerk = document.add_paragraph()
    kenmerk.add_run("{{ wat }}: ").bold = True
    kenmerk.add_run("{{ waarde }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for deel in delen %}")
    document.add_paragraph("{%p if deel.blad and not loop.first %}")
    document.add_paragraph().paragraph_format.page_break_before = True
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if deel.titel %}")
    document.add_heading("{{ deel.titel }}", level=2)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if deel.rijen %}")
    _tabel(document)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ deel.leeg }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph().paragraph_format.space_after = Pt(6)  # else Word joins tables that touch
    document.add_paragraph("{%p endfor %}")
    return document


def _tussenkop(document: Documenttype) -> None:
    kop = document.styles["Heading 2"]
    kop.font.name, kop.font.size, kop.font.color.rgb = "Arial", Pt(10.5), RGBColor(0, 0, 0)
    kop.element.rPr.rFonts.attrib.clear()
    kop.element.rPr.rFonts.set(qn("w:ascii"), "Arial")
    kop.element.rPr.rFonts.set(qn("w:hAnsi"), "Arial")
    kop.paragraph_format.space_before, kop.paragraph_format.space_after = Pt(6), Pt(3)


def _tabel(document: Documenttype) -> None:
    """A head row, repeated on every page, then the rows; cells repeat sideways, paragraphs inside them."""
    tabel = document.add_table(rows=4, cols=3)
    tabel.style = document.styles["Table Grid"]
    tabel.autofit = False
    lijnen_en_lucht(tabel)
    koppen, begin, rij, einde = tabel.rows
    rijkenmerk(koppen, "w:tblHeader")
    rijkenmerk(koppen, "w:cantSplit")
    kop = herhaald(koppen, "kop in deel.koppen")
    kop.add_run("{% cellbg 'EDEDED' %}")
    kop.add_run("{{ kop.tekst }}").bold = True
    begin.cells[0].paragraphs[0].text = "{%tr for rij in deel.rijen %}"
    einde.cells[0].paragraphs[0].text = "{%tr endfor %}"
    herhaald(rij, "cel in rij").text = "{%p for alinea in cel %}"
    _alinea(rij.cells[1])


def _alinea(cel: _Cell) -> None:
    """The paragraph of a cell that repeats; bold, or marked as changed, where the data say so."""
    alinea = cel.add_paragraph()
    alinea.paragraph_format.space_after = Pt(2)
    alinea.add_run("{%r if alinea.vet %}")
    alinea.add_run("{{ alinea.tekst }}").bold = True
    alinea.add_run("{%r elif alinea.merk %}")
    alinea.add_run("{{ alinea.tekst }}").font.color.rgb = NIEUW
    alinea.add_run("{%r else %}")
    alinea.add_run("{{ alinea.tekst }}")
    alinea.add_run("{%r endif %}")
    alinea.add_run("{%r if alinea.merk %}")
    merk = alinea.add_run(" * {{ alinea.merk }}")
    merk.italic, merk.font.size, merk.font.color.rgb = True, Pt(7), NIEUW
    alinea.add_run("{%r endif %}")
    cel.add_paragraph("{%p endfor %}")


if __name__ == "__main__":
    maak().save(str(Path(__file__).with_name("tabel.docx")))
