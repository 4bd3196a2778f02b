"""Write an overview as a Word document, from the template templates/documents/overzicht.docx."""

import io

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.shared import Mm, Twips
from docx.table import Table
from docxtpl import DocxTemplate

from lti_tool.documents.indeling import BESCHIKBAAR, Deel, Papier, sjabloongegevens, verdeel
from lti_tool.documents.overzichtsdocument import Overzichtsdocument
from lti_tool.documents.tekst import schoon
from lti_tool.settings import data_dir

# Word wants a cell's properties in the order of the standard (ECMA-376, CT_TcPr), docxtpl doesn't.
_VOLGORDE = [qn(f"w:{naam}") for naam in ("tcW", "gridSpan", "shd")]
TWIPS_PER_MM = 1440 / 25.4
BLADEN: dict[Papier, tuple[int, int]] = {"a4": (297, 210), "a3": (420, 297)}  # mm


def schrijf_docx(document: Overzichtsdocument, papier: Papier = "a4") -> bytes:
    """The overview as DOCX on A4 or A3 landscape: head rows repeated, page numbers, parts as in the PDF.

    User text goes in as escaped data: marks of the template language in it are shown, not followed.
    """
    delen = verdeel(document, papier)
    sjabloon = DocxTemplate(data_dir("templates") / "documents" / "overzicht.docx")
    sjabloon.render(sjabloongegevens(document, delen), autoescape=True)
    # Not in the template: there docxtpl would escape it once too often. The standard takes 255 characters.
    sjabloon.docx.core_properties.title = schoon(document.titel)[:255]
    blad = sjabloon.docx.sections[0]
    blad.page_width, blad.page_height = (Mm(maat) for maat in BLADEN[papier])
    lijn_rechts_uit(sjabloon, BESCHIKBAAR[papier])
    for tabel, deel in zip(sjabloon.docx.tables, delen, strict=True):
        _maten(tabel, deel, BESCHIKBAAR[papier])
    uit = io.BytesIO()
    sjabloon.save(uit)
    return uit.getvalue()


def lijn_rechts_uit(sjabloon: DocxTemplate, breedte: float) -> None:
    """Put the tab stop of head and foot at the right edge of the text, `breedte` millimetres from the left.

    By way of the relations: docxtpl makes new parts, and `section.header` still gives the old ones.
    """
    for relatie in sjabloon.docx.part.rels.values():
        if relatie.reltype.endswith(("/header", "/footer")):
            for stop in relatie.target_part.element.iter(qn("w:tab")):
                if stop.get(qn("w:pos")):
                    stop.set(qn("w:pos"), str(round(breedte * TWIPS_PER_MM)))


def _maten(tabel: Table, deel: Deel, beschikbaar: float) -> None:
    """Give the columns their widths; those that may stretch share the room that is left."""
    rest = beschikbaar - sum(kop.breedte for kop in deel.koppen)
    rekbaar = sum(kop.breedte for kop in deel.koppen if kop.rekt)
    factor = 1 + max(rest, 0) / rekbaar if rekbaar else 1
    twips = [round(kop.breedte * (factor if kop.rekt else 1) * TWIPS_PER_MM) for kop in deel.koppen]
    for kolom, breedte in zip(tabel._tbl.tblGrid.findall(qn("w:gridCol")), twips, strict=True):
        kolom.set(qn("w:w"), str(breedte))
    for nummer, rij in enumerate(tabel._tbl.tr_lst):
        plek = 0
        for cel in rij.tc_lst:
            breed = cel.grid_span
            cel.width = Twips(sum(twips[plek : plek + breed]))
            zet_eigenschappen_op_volgorde(cel)
            if nummer and deel.koppen[plek].rechts:
                cel.p_lst[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
            plek += breed


def zet_eigenschappen_op_volgorde(cel: CT_Tc) -> None:
    """Put the properties of a cell in the order in which Word wants them."""
    eigenschappen = cel.get_or_add_tcPr()
    eigenschappen[:] = sorted(eigenschappen, key=lambda eigenschap: _VOLGORDE.index(eigenschap.tag))
