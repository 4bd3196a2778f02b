"""Make formulier.docx, the template of a form about one pupil in Word, anew. Run this file to do so.

A school may also change formulier.docx in Word; keep the {{ … }} and {% … %} marks, which docxtpl fills in.
"""

from pathlib import Path

from docx import Document
from docx.document import Document as Documenttype
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from maak_overzicht_docx import GEHEIM, eigenschappen, veld, zonder_vreemde_delen

BREED = 170  # mm between the margins


def maak() -> Documenttype:
    """The template as a document of python-docx."""
    document = Document()
    zonder_vreemde_delen(document)
    eigenschappen(document)
    _stijlen(document)
    _pagina(document)
    document.add_heading("{{ titel }}", level=1)
    _gegevens(document)
    _delen(document)
    _handtekeningen(document)
    return document


def _stijlen(document: Documenttype) -> None:
    gewoon = document.styles["Normal"]
    gewoon.font.name, gewoon.font.size = "Arial", Pt(10)
    gewoon.paragraph_format.space_after = Pt(4)
    for niveau, grootte, voor in ((1, 16, 0), (2, 11, 12)):
        kop = document.styles[f"Heading {niveau}"]
        kop.font.name, kop.font.size, kop.font.color.rgb = "Arial", Pt(grootte), RGBColor(0, 0, 0)
        kop.element.rPr.rFonts.attrib.clear()
        kop.element.rPr.rFonts.set(qn("w:ascii"), "Arial")
        kop.element.rPr.rFonts.set(qn("w:hAnsi"), "Arial")
        kop.paragraph_format.space_before, kop.paragraph_format.space_after = Pt(voor), Pt(4)


def _pagina(document: Documenttype) -> None:
    deel = document.sections[0]
    deel.page_width, deel.page_height = Mm(210), Mm(297)
    deel.left_margin = deel.right_margin = Mm(20)
    deel.top_margin, deel.bottom_margin = Mm(22), Mm(18)
    kop, voet = deel.header.paragraphs[0], deel.footer.paragraphs[0]
    for alinea in (kop, voet):
        alinea.style = document.styles["Normal"]
        alinea.paragraph_format.tab_stops.add_tab_stop(Mm(BREED), WD_TAB_ALIGNMENT.RIGHT)
    kop.add_run("{{ groep }}").bold = True
    kop.add_run(" · {{ school }} · {{ dag }}\t")
    merk = kop.add_run("{{ vertrouwelijk|upper }}")
    merk.bold, merk.font.color.rgb = True, GEHEIM
    voet.add_run("{{ titel }}\tBladzijde ")
    veld(voet, "PAGE")
    voet.add_run(" van ")
    veld(voet, "NUMPAGES")


def _gegevens(document: Documenttype) -> None:
    document.add_paragraph("{%p for g in gegevens %}")
    alinea = document.add_paragraph("{{ g.wat }}: ")
    alinea.add_run("{{ g.waarde }}").bold = True
    document.add_paragraph("{%p endfor %}")


def _delen(document: Documenttype) -> None:
    document.add_paragraph("{%p for deel in delen %}")
    document.add_heading("{{ deel.kop }}{% if deel.gevoelig %} ({{ vertrouwelijk }}){% endif %}", level=2)
    document.add_paragraph("{%p for alinea in deel.alineas %}")
    document.add_paragraph("{{ alinea }}")
    document.add_paragraph("{%p endfor %}")
    _lijnen(document, "deel.lijnen")
    document.add_paragraph("{%p endfor %}")


def _handtekeningen(document: Documenttype) -> None:
    document.add_paragraph("{%p if handtekeningen %}")
    document.add_heading("Voor akkoord", level=2)
    document.add_paragraph("{%p for naam in handtekeningen %}")
    wie = document.add_paragraph()
    wie.paragraph_format.space_before = Pt(12)
    wie.paragraph_format.keep_with_next = True
    wie.add_run("{{ naam }}").bold = True
    for wat in ("Naam en datum", "Handtekening"):
        alinea = document.add_paragraph(f"{wat}\t")
        alinea.paragraph_format.space_before = Pt(14)
        alinea.paragraph_format.keep_with_next = wat == "Naam en datum"
        _lijn_tot(alinea)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _lijnen(document: Documenttype, waarvan: str) -> None:
    document.add_paragraph(f"{{%p for _ in {waarvan} %}}")
    alinea = document.add_paragraph("\t")
    alinea.paragraph_format.space_before = Pt(10)
    _lijn_tot(alinea)
    document.add_paragraph("{%p endfor %}")


def _lijn_tot(alinea: Paragraph) -> None:
    """A line to write on: the tab at the end of the paragraph, drawn."""
    stops = alinea.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(BREED), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


if __name__ == "__main__":
    maak().save(str(Path(__file__).with_name("formulier.docx")))
