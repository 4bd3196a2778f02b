"""Write a document of tables as a Word document, from the template templates/documents/tabel.docx."""

import io

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Twips
from docx.table import Table
from docxtpl import DocxTemplate

from lti_tool.documents.docx import BLADEN, TWIPS_PER_MM, lijn_rechts_uit, zet_eigenschappen_op_volgorde
from lti_tool.documents.indeling import BESCHIKBAAR, Papier
from lti_tool.documents.tabeldocument import Tabeldeel, Tabeldocument, sjabloongegevens
from lti_tool.documents.tekst import schoon
from lti_tool.settings import data_dir

_KORT = 900  # characters in a cell; a row with more may go on over the page


def schrijf_tabeldocx(document: Tabeldocument, papier: Papier = "a4") -> bytes:
    """The document as DOCX on A4 or A3 landscape: head rows repeated, page numbers.

    User text goes in as escaped data: marks of the template language in it are shown, not followed.
    """
    sjabloon = DocxTemplate(data_dir("templates") / "documents" / "tabel.docx")
    sjabloon.render(sjabloongegevens(document), autoescape=True)
    # Not in the template: there docxtpl would escape it once too often. The standard takes 255 characters.
    sjabloon.docx.core_properties.title = schoon(document.titel)[:255]
    blad = sjabloon.docx.sections[0]
    blad.page_width, blad.page_height = (Mm(maat) for maat in BLADEN[papier])
    lijn_rechts_uit(sjabloon, BESCHIKBAAR[papier])
    met_rijen = [deel for deel in document.delen if deel.rijen]
    for tabel, deel in zip(sjabloon.docx.tables, met_rijen, strict=True):
        _maten(tabel, deel, BESCHIKBAAR[papier])
    uit = io.BytesIO()
    sjabloon.save(uit)
    return uit.getvalue()


def _maten(tabel: Table, deel: Tabeldeel, beschikbaar: float) -> None:
    """Give every column its share of the width, and keep short rows whole."""
    geheel = sum(kolom.breedte for kolom in deel.kolommen)
    twips = [round(kolom.breedte / geheel * beschikbaar * TWIPS_PER_MM) for kolom in deel.kolommen]
    for kolom, breedte in zip(tabel._tbl.tblGrid.findall(qn("w:gridCol")), twips, strict=True):
        kolom.set(qn("w:w"), str(breedte))
    for rij, inhoud in zip(tabel._tbl.tr_lst[1:], deel.rijen, strict=True):
        if max(sum(len(alinea.tekst) for alinea in cel) for cel in inhoud) < _KORT:
            rij.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for rij in tabel._tbl.tr_lst:
        for cel, breedte in zip(rij.tc_lst, twips, strict=True):
            cel.width = Twips(breedte)
            zet_eigenschappen_op_volgorde(cel)
