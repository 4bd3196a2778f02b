"""Read the first visible sheet of an ODS file (LibreOffice, and Moodle's own export), streaming.

Our own, because odfpy (last release 2020) keeps a whole tree in memory, and calamine lays out every cell up
to the last one, so that a mark in the last corner takes all memory there is.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from openpyxl.utils import get_column_letter

from lti_tool.documents.blad import (
    MAX_KOLOMMEN,
    MAX_RIJEN,
    beschadigd,
    formule_zonder_uitkomst,
    te_veel_kolommen,
    te_veel_rijen,
)
from lti_tool.documents.getal import toon_getal
from lti_tool.documents.pakket import Pakket, met_wachtwoord

_OPENDOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
_O, _T, _P, _S = (f"{{{_OPENDOCUMENT}{deel}:1.0}}" for deel in ("office", "table", "text", "style"))
_VERSLEUTELD = f"{{{_OPENDOCUMENT}manifest:1.0}}encryption-data"
_MEESTE_RIJEN = 10 * MAX_RIJEN
_MEESTE_SPATIES = 100
_DIEPST = 20  # marks within marks (bold within a link …) of a text


def lees_ods(pakket: Pakket) -> tuple[Iterator[list[str]], list[str]]:
    """The rows of the first visible sheet, and remarks about what was left out. Raises OnleesbaarBestand."""
    manifest = "META-INF/manifest.xml"
    if manifest in pakket.namen and next(pakket.boom(manifest).iter(_VERSLEUTELD), None) is not None:
        raise met_wachtwoord()
    return _rijen(pakket), []


def _rijen(pakket: Pakket) -> Iterator[list[str]]:
    """Rows of the first table that isn't hidden. A run of empty rows (sheets end so) counts as one."""
    verborgen: set[str] = set()
    in_blad = False
    nummer = 0
    for gebeurtenis, element in pakket.stroom("content.xml"):
        if gebeurtenis == "start":
            if element.tag == f"{_T}table":
                in_blad = element.get(f"{_T}style-name", "") not in verborgen
        elif element.tag == f"{_S}style":
            if any(e.get(f"{_T}display") == "false" for e in element.iter(f"{_S}table-properties")):
                verborgen.add(element.get(f"{_S}name", ""))
        elif element.tag == f"{_T}table-row":
            keer = _herhaling(element, "rows")
            if in_blad:
                yield from _herhaald(_rij(element, nummer + 1), keer)
            nummer += keer
            element.clear()
        elif element.tag == f"{_T}table" and in_blad:
            return


def _herhaald(rij: list[str], keer: int) -> Iterator[list[str]]:
    if rij and keer > _MEESTE_RIJEN:
        raise te_veel_rijen()
    for _ in range(keer if rij else 1):
        yield rij


def _rij(element: Element, nummer: int) -> list[str]:
    rij: list[str] = []
    kolom = 0  # cells passed so far, empty ones included
    for cel in element:
        if cel.tag not in (f"{_T}table-cell", f"{_T}covered-table-cell"):
            continue
        keer = _herhaling(cel, "columns")
        waarde = _waarde(cel, kolom + 1, nummer)
        if waarde:
            if kolom + keer > MAX_KOLOMMEN:
                raise te_veel_kolommen()
            rij += [""] * (kolom - len(rij)) + [waarde] * keer
        kolom += keer
    return rij


def _herhaling(element: Element, wat: str) -> int:
    return _aantal(element, f"{_T}number-{wat}-repeated")


def _aantal(element: Element, eigenschap: str) -> int:
    keer = element.get(eigenschap, "1")
    if not re.fullmatch("[1-9][0-9]{0,7}", keer):
        raise beschadigd()
    return int(keer)


def _waarde(cel: Element, kolom: int, rij: int) -> str:
    soort = cel.get(f"{_O}value-type")
    if soort is None and cel.get(f"{_T}formula"):
        raise formule_zonder_uitkomst(f"{get_column_letter(min(kolom, MAX_KOLOMMEN))}{rij}")
    getoond = "\n".join(_alinea(alinea) for alinea in cel.findall(f"{_P}p"))
    if soort == "float":
        return _getal(cel.get(f"{_O}value", ""), getoond)
    if soort == "percentage":
        return getoond.replace(".", ",").replace(" ", "") or toon_getal(cel.get(f"{_O}value", ""), "0%")
    return getoond


def _getal(ruw: str, getoond: str) -> str:
    """The number with as many decimals as the cell shows, whatever language the maker's program spoke."""
    decimalen = re.fullmatch(r"-?[\d.,\s]*?\d(?:[.,](\d+))?", getoond)
    cijfers = len(decimalen[1] or "") if decimalen else 0
    try:
        rond = Decimal(getoond.replace(",", ".")) if decimalen else None
        if rond is not None and abs(rond - Decimal(ruw)) <= Decimal("0.5").scaleb(-cijfers):
            return getoond.replace(".", ",")
    except InvalidOperation:
        pass  # thousands are marked too: take the value itself
    return toon_getal(ruw)


def _alinea(element: Element, diepte: int = 0) -> str:
    """Text of one paragraph. Comments stand beside the paragraphs of a cell, so they stay out."""
    if diepte > _DIEPST:
        raise beschadigd()
    delen = [element.text or ""]
    for kind in element:
        if kind.tag == f"{_P}s":
            delen.append(" " * min(_aantal(kind, f"{_P}c"), _MEESTE_SPATIES))
        elif kind.tag in (f"{_P}tab", f"{_P}line-break"):
            delen.append("\t" if kind.tag == f"{_P}tab" else "\n")
        elif kind.tag != f"{_O}annotation":
            delen.append(_alinea(kind, diepte + 1))
        delen.append(kind.tail or "")
    return "".join(delen)
