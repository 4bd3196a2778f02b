"""Make overzicht.docx, the template of the Word export, anew. Run this file to do so.

A school may also change overzicht.docx in Word; keep the {{ … }} and {% … %} marks, which docxtpl fills in.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Documenttype
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

LIJN = "B3B3B3"
GEHEIM = RGBColor(0x8A, 0x1C, 0x3B)


def maak() -> Documenttype:
    """The template as a document of python-docx."""
    document = Document()
    zonder_vreemde_delen(document)
    eigenschappen(document)
    stijlen(document)
    pagina(document, "{{ vertrouwelijk|upper }}", GEHEIM)
    document.add_heading("{{ titel }}{% if vertrouwelijk %} ({{ vertrouwelijk }}){% endif %}", level=1)
    document.add_paragraph("{%p for deel in delen %}")
    _tabel(document)
    document.add_paragraph().paragraph_format.space_after = Pt(6)  # else Word joins tables that touch
    document.add_paragraph("{%p endfor %}")
    return document


def zonder_vreemde_delen(document: Documenttype) -> None:
    """Leave out what python-docx starts from and we don't use: a picture of an empty page and old styles."""
    for houder in (document.part.package, document.part):
        for nummer, relatie in list(houder.rels.items()):
            if relatie.reltype.endswith(("/thumbnail", "/stylesWithEffects", "/customXml")):
                houder.rels.pop(nummer)


def eigenschappen(document: Documenttype) -> None:
    eigen = document.core_properties
    eigen.title, eigen.author, eigen.comments, eigen.language = "", "", "", "nl-NL"
    eigen.created = eigen.modified = datetime(2026, 1, 1, tzinfo=UTC)


def stijlen(document: Documenttype) -> None:
    """The letter of all text and of the heading at the top."""
    gewoon = document.styles["Normal"]
    gewoon.font.name, gewoon.font.size = "Arial", Pt(8)
    gewoon.paragraph_format.space_after = Pt(0)
    taal = OxmlElement("w:lang")
    taal.set(qn("w:val"), "nl-NL")
    gewoon.element.get_or_add_rPr().append(taal)
    kop = document.styles["Heading 1"]
    kop.font.name, kop.font.size, kop.font.color.rgb = "Arial", Pt(13), RGBColor(0, 0, 0)
    kop.element.rPr.rFonts.attrib.clear()
    kop.element.rPr.rFonts.set(qn("w:ascii"), "Arial")
    kop.element.rPr.rFonts.set(qn("w:hAnsi"), "Arial")
    kop.paragraph_format.space_before, kop.paragraph_format.space_after = Pt(0), Pt(6)


def pagina(document: Documenttype, merk: str, kleur: RGBColor) -> None:
    """A4 on its side. In the head what it is of, with a mark at the right; page numbers in the foot."""
    deel = document.sections[0]
    deel.orientation, deel.page_width, deel.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    deel.left_margin = deel.right_margin = Mm(10)
    deel.top_margin, deel.bottom_margin = Mm(18), Mm(14)
    deel.header_distance, deel.footer_distance = Mm(9), Mm(7)
    kop, voet = deel.header.paragraphs[0], deel.footer.paragraphs[0]
    for alinea in (kop, voet):
        alinea.style = document.styles["Normal"]
        alinea.paragraph_format.tab_stops.add_tab_stop(Mm(277), WD_TAB_ALIGNMENT.RIGHT)
    kop.add_run("{{ groep }}").bold = True
    kop.add_run(" · {{ school }} · {{ eigenaar }} · {{ cyclus }} · {{ dag }}\t")
    rechts = kop.add_run(merk)
    rechts.bold, rechts.font.color.rgb = True, kleur
    voet.add_run("{{ uitleg }}\tBladzijde ")
    veld(voet, "PAGE")
    voet.add_run(" van ")
    veld(voet, "NUMPAGES")


def veld(alinea: Paragraph, opdracht: str) -> None:
    veld = OxmlElement("w:fldSimple")
    veld.set(qn("w:instr"), opdracht)
    run = OxmlElement("w:r")
    tekst = OxmlElement("w:t")
    tekst.text = "1"
    run.append(tekst)
    veld.append(run)
    alinea._p.append(veld)


def _tabel(document: Documenttype) -> None:
    """Rows of blocks and heads, repeated on every page, then one row per pupil; cells repeat sideways."""
    tabel = document.add_table(rows=5, cols=3)
    tabel.style = document.styles["Table Grid"]
    tabel.autofit = False
    lijnen_en_lucht(tabel)
    blokken, koppen, begin, rij, einde = tabel.rows
    for kopregel in (blokken, koppen):
        rijkenmerk(kopregel, "w:tblHeader")
    for regel in (blokken, koppen, rij):
        rijkenmerk(regel, "w:cantSplit")
    blok = herhaald(blokken, "blok in deel.blokken")
    blok.add_run("{% cellbg 'EDEDED' %}{% colspan blok[1] %}{{ blok[0] }}").font.size = Pt(7)
    kop = herhaald(koppen, "kop in deel.koppen")
    kop.add_run("{% cellbg 'F6DCE4' if kop.gevoelig else 'EDEDED' %}")
    kop.add_run("{{ kop.tekst }}").bold = True
    kop.add_run("{% if kop.gevoelig %} ({{ vertrouwelijk }}){% endif %}").font.size = Pt(6.5)
    begin.cells[0].paragraphs[0].text = "{%tr for rij in deel.rijen %}"
    einde.cells[0].paragraphs[0].text = "{%tr endfor %}"
    cel = herhaald(rij, "cel in rij")
    geheim = "'FBF1F4' if deel.koppen[loop.index0].gevoelig else 'FFFFFF'"
    cel.add_run(f"{{% cellbg 'FCE8C9' if cel.onder else {geheim} %}}")
    cel.add_run("{%r if cel.onder or loop.first %}")
    cel.add_run("{{ cel.tekst }}{% if cel.onder %} {{ teken }}{% endif %}").bold = True
    cel.add_run("{%r else %}")
    cel.add_run("{{ cel.tekst }}")
    cel.add_run("{%r endif %}")


def lijnen_en_lucht(tabel: Table) -> None:
    """Thin grey lines, and some room around the text."""
    lijnen, lucht = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for kant in ("top", "left", "bottom", "right", "insideH", "insideV"):
        lijn = OxmlElement(f"w:{kant}")
        for naam, waarde in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LIJN)):
            lijn.set(qn(f"w:{naam}"), waarde)
        lijnen.append(lijn)
    for kant, twips in (("top", "40"), ("left", "70"), ("bottom", "40"), ("right", "70")):
        ruimte = OxmlElement(f"w:{kant}")
        ruimte.set(qn("w:w"), twips)
        ruimte.set(qn("w:type"), "dxa")
        lucht.append(ruimte)
    # in the standard's order: lines, layout, room
    layout = tabel._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(lijnen)
    layout.addnext(lucht)


def herhaald(rij: _Row, lus: str) -> Paragraph:
    """The paragraph of the cell that repeats, between the cells that say so."""
    begin, midden, einde = _alineas(rij.cells)
    begin.text, einde.text = f"{{%tc for {lus} %}}", "{%tc endfor %}"
    return midden


def _alineas(cellen: tuple[_Cell, ...]) -> Iterator[Paragraph]:
    return (cel.paragraphs[0] for cel in cellen)


def rijkenmerk(rij: _Row, naam: str) -> None:
    """Say of a row w:tblHeader (repeated on every page) or w:cantSplit."""
    rij._tr.get_or_add_trPr().append(OxmlElement(naam))


if __name__ == "__main__":
    maak().save(str(Path(__file__).with_name("overzicht.docx")))
