"""Files made in memory for the tests: workbooks, ODS packages, and a small overview to write."""

import io
import zipfile
from datetime import date
from types import SimpleNamespace
from typing import Any
from xml.sax.saxutils import escape

import pytest
from openpyxl import Workbook

from lti_tool.documents.overzichtsdocument import Documentkolom, Documentrij, Overzichtsdocument

ODS_KOP = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
)


def xlsx(rijen: list[list[Any]], opmaak: dict[str, str] | None = None) -> bytes:
    """A workbook with one sheet; `opmaak` gives number formats by cell name."""
    boek = Workbook()
    for rij in rijen:
        boek.active.append(rij)
    for cel, formaat in (opmaak or {}).items():
        boek.active[cel].number_format = formaat
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def herpak(inhoud: bytes, **vervang: str | bytes | None) -> bytes:
    """The zip file with members replaced, added, or left out (None); __ stands for /, _DOT_ for a dot."""
    nieuw = {naam.replace("__", "/").replace("_DOT_", "."): waarde for naam, waarde in vervang.items()}
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in oud.namelist():
            waarde = nieuw.pop(naam, oud.read(naam))
            if waarde is not None:
                doel.writestr(naam, waarde)
        for naam, nieuwe_waarde in nieuw.items():
            doel.writestr(naam, nieuwe_waarde or b"")
    return uit.getvalue()


def blad_xlsx(sheetdata: str) -> bytes:
    """A workbook whose sheet holds exactly these rows, as XML."""
    naam = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return herpak(
        xlsx([["x"]]),
        xl__worksheets__sheet1_DOT_xml=f"{naam}<sheetData>{sheetdata}</sheetData></worksheet>",
    )


def ods(tabel: str, stijlen: str = "", extra: dict[str, str] | None = None) -> bytes:
    """An ODS file with this XML inside its one table (or with whole tables, when it starts with one)."""
    tabellen = (
        tabel
        if tabel.startswith("<table:table ")
        else f'<table:table table:name="Blad1">{tabel}</table:table>'
    )
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        doel.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        body = f"<office:body><office:spreadsheet>{tabellen}</office:spreadsheet></office:body>"
        automatisch = f"<office:automatic-styles>{stijlen}</office:automatic-styles>"
        doel.writestr("content.xml", f"{ODS_KOP}{automatisch}{body}</office:document-content>")
        for naam, waarde in (extra or {}).items():
            doel.writestr(naam, waarde)
    return uit.getvalue()


def ods_cel(tekst: str = "", soort: str = "string", attributen: str = "", inhoud: str | None = None) -> str:
    """A cell; `inhoud` (XML) instead of `tekst` for anything but one paragraph."""
    binnen = f"<text:p>{escape(tekst)}</text:p>" if inhoud is None else inhoud
    return f'<table:table-cell office:value-type="{soort}" {attributen}>{binnen}</table:table-cell>'


def ods_rij(*cellen: str | float, herhaal: int = 1) -> str:
    """A row of cells as XML, of text and of numbers, repeated or not."""
    uit = "".join(
        (cel if cel.startswith("<") else ods_cel(cel))
        if isinstance(cel, str)
        else ods_cel(str(cel), "float", f'office:value="{cel}"')
        for cel in cellen
    )
    return f'<table:table-row table:number-rows-repeated="{herhaal}">{uit}</table:table-row>'


def document(
    kolommen: list[Documentkolom] | None = None,
    rijen: list[Documentrij] | None = None,
    **anders: Any,
) -> Overzichtsdocument:
    """An overview of three made-up pupils, with anything replaced."""
    if kolommen is None:
        kolommen = [
            Documentkolom("Spelling", "sp", "Toetsen", numeriek=True),
            Documentkolom("Rekenen", "rk", "Toetsen"),
            Documentkolom("Stimulerend", "st", "Waarnemen"),
        ]
        rijen = [
            Documentrij(
                "Aya de Vries",
                "100234",
                "leerachterstand",
                ["5,4", "IV", "tekent graag"],
                [True, True, False],
            ),
            Documentrij("Bram van 't Hof", "0077", "", ["7,0", "II", ""], [False, False, False]),
            Documentrij("Çelik, Deniz", "", "talent", ["-", "I", "=1+1"], [False, False, False]),
        ]
    basis: dict[str, Any] = {
        "school": "De Horizon",
        "groep": "3HA",
        "eigenaar": "M. Bakker",
        "cyclus": "Cyclus 1",
        "datum": date(2026, 11, 22),
        "vertrouwelijk": False,
        "blokken": list(dict.fromkeys(k.blok for k in kolommen if k.blok)),
        "kolommen": kolommen,
        "rijen": rijen or [],
    }
    return Overzichtsdocument(**(basis | anders))


@pytest.fixture(scope="session")
def maak() -> SimpleNamespace:
    """Makers of files and documents: maak.xlsx, maak.ods …"""
    return SimpleNamespace(
        xlsx=xlsx,
        blad_xlsx=blad_xlsx,
        herpak=herpak,
        ods=ods,
        ods_cel=ods_cel,
        ods_rij=ods_rij,
        document=document,
    )
