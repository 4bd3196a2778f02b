"""Write an overview as an Excel workbook: a sheet to work with, and a sheet that says what it is."""

import io
import re

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lti_tool.documents.overzichtsdocument import (
    TEKEN_ONDER,
    UITLEG_ONDER,
    Documentkolom,
    Overzichtsdocument,
    rijcellen,
)
from lti_tool.documents.tekst import als_punt, is_getal, schoon

_LIJN = Side(style="thin", color="BFBFBF")
_RAND = Border(left=_LIJN, right=_LIJN, top=_LIJN, bottom=_LIJN)
_KOP = PatternFill("solid", fgColor="E7ECF2")
_KOP_OM_EN_OM = PatternFill("solid", fgColor="D5DEE9")
_GEVOELIG = PatternFill("solid", fgColor="F6DCE4")
_ONDER = PatternFill("solid", fgColor="FCE8C9")
_VET = Font(bold=True)
_LINKS = Alignment(vertical="top", horizontal="left", wrap_text=True)
_RECHTS = Alignment(vertical="top", horizontal="right")
_BREEDTES = (28, 12, 22)  # name, number, signals; in characters


def schrijf_xlsx(document: Overzichtsdocument) -> bytes:
    """The overview as XLSX. The first sheet has one head row and comes back exactly through `lees_bestand`.

    All text is stored as text, so nothing in it runs as a formula; a number in a column of numbers is a real
    number. A score under its ijkpunt is tinted and bold and shows a sign, which isn't part of the value.
    """
    boek = Workbook()
    blad = boek.active
    blad.title = document.blad
    _koppen(blad, document)
    for nummer, rij in enumerate(document.rijen, start=2):
        onder = [False, False, False, *rij.onder]
        for kolom, tekst in enumerate(rijcellen(rij), start=1):
            numeriek = kolom > 3 and document.kolommen[kolom - 4].numeriek
            vul(blad.cell(nummer, kolom), tekst, numeriek=numeriek, onder=onder[kolom - 1])
    _pagina(blad, document)
    _gegevens(boek.create_sheet("Gegevens"), document)
    boek.properties.title = schoon(document.titel)
    boek.properties.creator = schoon(document.school)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _koppen(blad: Worksheet, document: Overzichtsdocument) -> None:
    for kolom, kop in enumerate(document.koppen(), start=1):
        cel = blad.cell(1, kolom)
        vul(cel, kop)
        cel.font = _VET
        beschrijving = document.kolommen[kolom - 4] if kolom > 3 else None
        cel.fill = _kopkleur(document, beschrijving)
        breedte = _BREEDTES[kolom - 1] if beschrijving is None else (10 if beschrijving.numeriek else 32)
        blad.column_dimensions[get_column_letter(kolom)].width = breedte
    blad.freeze_panes = "B2"


def _kopkleur(document: Overzichtsdocument, kolom: Documentkolom | None) -> PatternFill:
    """Blocks next to each other differ; a sensitive column stands out (its head says so in words too)."""
    if kolom is None:
        return _KOP
    if kolom.gevoelig:
        return _GEVOELIG
    om = kolom.blok in document.blokken and document.blokken.index(kolom.blok) % 2 == 0
    return _KOP_OM_EN_OM if om else _KOP


def vul(cel: Cell, tekst: str, *, numeriek: bool = False, onder: bool = False) -> None:
    tekst = schoon(tekst)
    teken = f'" {TEKEN_ONDER}"' if onder else ""
    cel.border = _RAND
    cel.alignment = _RECHTS if numeriek else _LINKS
    if onder:
        cel.font = _VET
        cel.fill = _ONDER
    if not tekst:
        return
    if numeriek and is_getal(tekst):
        _, komma, decimalen = tekst.partition(",")
        cel.value = float(als_punt(tekst)) if komma else int(tekst)
        cel.number_format = "0" + ("." + "0" * len(decimalen) if komma else "") + teken
        return
    # Text, whatever it looks like: the type says so, and the quote prefix keeps it so when somebody edits it.
    cel.value = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", tekst)
    cel.data_type = "s"
    cel.number_format = "@" + teken
    cel.quotePrefix = True


def _pagina(blad: Worksheet, document: Overzichtsdocument) -> None:
    """Paper: A3 landscape, as wide as one sheet, the head row and the names on every page."""
    blad.print_title_rows = "1:1"
    blad.print_title_cols = "A:A"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = Worksheet.PAPERSIZE_A3
    blad.page_setup.fitToWidth = 1
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True
    kop = " · ".join((document.school, document.groep, document.eigenaar, document.cyclus, document.dag))
    blad.oddHeader.left.text = paginatekst(kop)
    blad.oddHeader.right.text = "VERTROUWELIJK" if document.vertrouwelijk else ""
    blad.oddFooter.left.text = UITLEG_ONDER if document.iets_onder else ""
    blad.oddFooter.right.text = "Bladzijde &P van &N"


def paginatekst(tekst: str) -> str:
    """Text for a page head: & starts a command there, and Excel takes no more than 255 characters."""
    return " ".join(schoon(tekst).split())[:180].replace("&", "&&")[:200]


def _gegevens(blad: Worksheet, document: Overzichtsdocument) -> None:
    regels = [
        ("School", document.school),
        ("Groep", document.groep),
        ("Eigenaar", document.eigenaar),
        ("Cyclus", document.cyclus),
        ("Datum", document.dag),
        ("Vertrouwelijk", "ja" if document.vertrouwelijk else "nee"),
        ("Teken", UITLEG_ONDER if document.iets_onder else ""),
        *(
            (f"Blok {blok}", ", ".join(k.kop for k in document.kolommen if k.blok == blok))
            for blok in document.blokken
        ),
    ]
    for nummer, (wat, waarde) in enumerate(regels, start=1):
        vul(blad.cell(nummer, 1), wat)
        vul(blad.cell(nummer, 2), waarde)
        blad.cell(nummer, 1).font = _VET
    blad.column_dimensions["A"].width = 24
    blad.column_dimensions["B"].width = 80
