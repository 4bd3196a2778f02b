"""Write a document of tables as an Excel workbook: a sheet per table, and one that says what it is."""

import io
import re

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lti_tool.documents.tabeldocument import Alinea, Tabelcel, Tabeldeel, Tabeldocument
from lti_tool.documents.tekst import schoon
from lti_tool.documents.xlsx import paginatekst, vul

_VET = Font(bold=True)
_KOP = PatternFill("solid", fgColor="E7ECF2")
_BREEDTE = 13  # characters per share of the sheet
_ONBRUIKBAAR = re.compile(r"[\[\]:*?/\\']")  # not taken in the name of a sheet
_NAAM_LANGSTE = 31
GEGEVENS = "Gegevens"


def schrijf_tabelxlsx(document: Tabeldocument) -> bytes:
    """The document as XLSX. All text is stored as text, so nothing in it runs as a formula."""
    boek = Workbook()
    boek.remove(boek.active)
    namen: set[str] = {GEGEVENS.casefold()}
    for deel in document.delen:
        _tabel(boek.create_sheet(_bladnaam(deel.titel or document.soort, namen)), deel, document)
    _gegevens(boek.create_sheet(GEGEVENS), document)
    boek.properties.title = schoon(document.titel)
    boek.properties.creator = schoon(document.school)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _bladnaam(titel: str, namen: set[str]) -> str:
    """A name that Excel takes and that no sheet has yet, case aside."""
    kort = _ONBRUIKBAAR.sub(" ", " ".join(schoon(titel).split()))[:_NAAM_LANGSTE].strip() or "Tabel"
    naam, nummer = kort, 2
    while naam.casefold() in namen:
        achter = f" {nummer}"
        naam, nummer = kort[: _NAAM_LANGSTE - len(achter)] + achter, nummer + 1
    namen.add(naam.casefold())
    return naam


def _tabel(blad: Worksheet, deel: Tabeldeel, document: Tabeldocument) -> None:
    for nummer, kolom in enumerate(deel.kolommen, start=1):
        kop = blad.cell(1, nummer)
        vul(kop, kolom.kop)
        kop.font, kop.fill = _VET, _KOP
        blad.column_dimensions[get_column_letter(nummer)].width = 8 + _BREEDTE * kolom.breedte
    for rijnummer, rij in enumerate(deel.rijen, start=2):
        for nummer, cel in enumerate(rij, start=1):
            vul(blad.cell(rijnummer, nummer), _tekst(cel))
    blad.freeze_panes = "B2"
    blad.print_title_rows = "1:1"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True
    kopregel = (document.school, document.groep, document.eigenaar, document.cyclus, document.dag)
    blad.oddHeader.left.text = paginatekst(" · ".join(kopregel))
    blad.oddHeader.right.text = paginatekst(document.stand)
    blad.oddFooter.left.text = paginatekst(document.uitleg)
    blad.oddFooter.right.text = "Bladzijde &P van &N"


def _tekst(cel: Tabelcel) -> str:
    return "\n".join(_regel(alinea) for alinea in cel)


def _regel(alinea: Alinea) -> str:
    return f"{alinea.tekst} (* {alinea.merk})" if alinea.merk else alinea.tekst


def _gegevens(blad: Worksheet, document: Tabeldocument) -> None:
    regels = [
        ("Soort", document.soort),
        ("School", document.school),
        ("Groep", document.groep),
        ("Eigenaar", document.eigenaar),
        ("Cyclus", document.cyclus),
        ("Datum", document.dag),
        ("Stand", document.stand),
        *document.kenmerken,
        ("Uitleg", document.uitleg),
    ]
    for nummer, (wat, waarde) in enumerate(regels, start=1):
        vul(blad.cell(nummer, 1), wat)
        vul(blad.cell(nummer, 2), waarde)
        blad.cell(nummer, 1).font = _VET
    blad.column_dimensions["A"].width = 24
    blad.column_dimensions["B"].width = 80
