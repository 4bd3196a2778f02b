"""Read the first visible sheet of an XLSX file, streaming.

Not openpyxl's own reader: it fills every gap in a sheet with empty cells, so that one cell in the last corner
costs minutes, and it doesn't tell a formula without an outcome from one whose outcome is empty text.
"""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.escape import unescape

from lti_tool.documents.blad import (
    MAX_KOLOMMEN,
    MAX_RIJEN,
    beschadigd,
    formule_zonder_uitkomst,
    te_veel_kolommen,
    te_veel_rijen,
)
from lti_tool.documents.getal import toon_getal
from lti_tool.documents.pakket import Pakket

_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MEESTE_RIJEN = 10 * MAX_RIJEN  # rows with nothing but formatting, among them


def lees_xlsx(pakket: Pakket) -> tuple[Iterator[list[str]], list[str]]:
    """The rows of the first visible sheet, and remarks about what was left out. Raises OnleesbaarBestand."""
    boek = pakket.boom("xl/workbook.xml")
    bladen = [blad for blad in boek.iter(f"{_NS}sheet") if blad.get("state", "visible") == "visible"]
    if not bladen:
        raise beschadigd()
    meldingen = []
    if len(bladen) > 1:
        naam = bladen[0].get("name", "")
        meldingen.append(f"Alleen het blad '{naam}' is gelezen; het bestand heeft er {len(bladen)}.")
    eigenschappen = boek.find(f"{_NS}workbookPr")
    vanaf_1904 = eigenschappen is not None and eigenschappen.get("date1904") in ("1", "true")
    lezer = _Bladlezer(_teksten(pakket), _opmaak(pakket), vanaf_1904)
    return lezer.rijen(pakket, _pad(pakket, bladen[0].get(f"{_R}id", ""))), meldingen


def _pad(pakket: Pakket, verwijzing: str) -> str:
    for relatie in pakket.boom("xl/_rels/workbook.xml.rels"):
        if relatie.get("Id") == verwijzing:
            doel = relatie.get("Target", "")
            return doel.lstrip("/") if doel.startswith("/") else posixpath.normpath(f"xl/{doel}")
    raise beschadigd()


def _teksten(pakket: Pakket) -> list[str]:
    """The shared strings."""
    naam = "xl/sharedStrings.xml"
    teksten = []
    if naam in pakket.namen:
        for gebeurtenis, element in pakket.stroom(naam):
            if gebeurtenis == "end" and element.tag == f"{_NS}si":
                teksten.append(_tekst(element))
                element.clear()
    return teksten


def _tekst(element: Element) -> str:
    """Plain or rich text, without the reading aids that East Asian text can carry."""
    delen = [element, *element.findall(f"{_NS}r")]
    tekst = "".join(deel.findtext(f"{_NS}t") or "" for deel in delen)
    return str(unescape(tekst)).replace("\r\n", "\n").replace("\r", "\n")


def _opmaak(pakket: Pakket) -> list[str]:
    """The number format of every cell style."""
    naam = "xl/styles.xml"
    if naam not in pakket.namen:
        return []
    stijlen = pakket.boom(naam)
    formaten = {str(nummer): opmaak for nummer, opmaak in BUILTIN_FORMATS.items()}
    formaten |= {f.get("numFmtId", ""): f.get("formatCode", "") for f in stijlen.iter(f"{_NS}numFmt")}
    cellen = stijlen.find(f"{_NS}cellXfs")
    return [formaten.get(xf.get("numFmtId", "0"), "General") for xf in (cellen if cellen is not None else [])]


class _Bladlezer:
    def __init__(self, teksten: list[str], opmaak: list[str], vanaf_1904: bool) -> None:
        self._teksten = teksten
        self._opmaak = opmaak
        self._vanaf_1904 = vanaf_1904

    def rijen(self, pakket: Pakket, naam: str) -> Iterator[list[str]]:
        aantal = 0
        for gebeurtenis, element in pakket.stroom(naam):
            if gebeurtenis == "end" and element.tag == f"{_NS}row":
                aantal += 1
                if aantal > _MEESTE_RIJEN:
                    raise te_veel_rijen()
                yield self._rij(element)
                element.clear()

    def _rij(self, element: Element) -> list[str]:
        rij: list[str] = []
        for volgende, cel in enumerate(element.iterfind(f"{_NS}c"), start=1):
            # Cells without a place (some exporters leave it out) simply follow each other.
            plek = cel.get("r") or get_column_letter(min(volgende, MAX_KOLOMMEN + 1)) + element.get("r", "")
            waarde = self._waarde(cel, plek)
            if not waarde:
                continue
            kolom = _kolom(plek)
            if kolom > MAX_KOLOMMEN:
                raise te_veel_kolommen()
            rij.extend([""] * (kolom - len(rij)))
            rij[kolom - 1] = waarde
        return rij

    def _waarde(self, cel: Element, plek: str) -> str:
        soort = cel.get("t", "n")
        if soort == "inlineStr":
            tekst = cel.find(f"{_NS}is")
            return _tekst(tekst) if tekst is not None else ""
        ruw = cel.findtext(f"{_NS}v") or ""
        if not ruw and soort != "str" and cel.find(f"{_NS}f") is not None:
            raise formule_zonder_uitkomst(plek)
        if not ruw or soort in ("str", "e", "d"):
            return str(unescape(ruw))
        if soort == "b":
            return "WAAR" if ruw == "1" else "ONWAAR"
        if soort == "s":
            return self._gedeeld(ruw)
        return toon_getal(ruw, self._getalopmaak(cel), vanaf_1904=self._vanaf_1904)

    def _gedeeld(self, ruw: str) -> str:
        if not ruw.isdecimal() or int(ruw) >= len(self._teksten):
            raise beschadigd()
        return self._teksten[int(ruw)]

    def _getalopmaak(self, cel: Element) -> str:
        stijl = cel.get("s", "0")
        return self._opmaak[int(stijl)] if stijl.isdecimal() and int(stijl) < len(self._opmaak) else "General"


def _kolom(plek: str) -> int:
    return _kolomnummer(plek.rstrip("0123456789"))


@lru_cache(maxsize=2 * MAX_KOLOMMEN)
def _kolomnummer(letters: str) -> int:
    if not re.fullmatch("[A-Z]{1,3}", letters):
        raise beschadigd()
    return int(column_index_from_string(letters))
