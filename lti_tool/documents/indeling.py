"""Lay an overview out on paper: which columns stand side by side, how wide, and under which block."""

from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Literal

from lti_tool.documents.overzichtsdocument import (
    TEKEN_ONDER,
    UITLEG_ONDER,
    VERTROUWELIJK,
    Documentkolom,
    Overzichtsdocument,
)
from lti_tool.documents.tekst import schoon

Papier = Literal["a4", "a3"]
BESCHIKBAAR: dict[Papier, int] = {"a4": 277, "a3": 400}  # mm between the margins, landscape

_LETTER = 1.6  # mm that one letter takes, on average, in the size that the templates use
_MARGE = 4.0
_NAAM, _NUMMER, _SIGNALEN = 34.0, 17.0, 26.0
_SMALST, _SMAL, _BREEDST = 13.0, 24.0, 62.0


@dataclass(frozen=True)
class Cel:
    """One cell of the printed table."""

    tekst: str
    rechts: bool = False
    onder: bool = False


@dataclass(frozen=True)
class Kop:
    """The head of one column; `rekt` when the column may take the room that is left."""

    tekst: str
    breedte: float  # mm
    rekt: bool = False
    rechts: bool = False
    gevoelig: bool = False


@dataclass(frozen=True)
class Deel:
    """Columns that fit side by side. Every part starts with names, the first with number and signals too."""

    blokken: list[tuple[str, int]]  # name and number of columns; the fixed columns stand under ""
    koppen: list[Kop]
    rijen: list[list[Cel]]


def verdeel(document: Overzichtsdocument, papier: Papier) -> list[Deel]:
    """Cut the overview into parts that are no wider than the paper, columns in order; at least one part."""
    koppen = [_kop(document, nummer) for nummer in range(len(document.kolommen))]
    delen: list[list[int]] = [[]]
    vol = _NAAM + _NUMMER + _SIGNALEN
    for nummer, kop in enumerate(koppen):
        if delen[-1] and vol + kop.breedte > BESCHIKBAAR[papier]:
            delen.append([])
            vol = _NAAM
        delen[-1].append(nummer)
        vol += kop.breedte
    return [_deel(document, koppen, kolommen, eerste=not n) for n, kolommen in enumerate(delen)]


def _kop(document: Overzichtsdocument, nummer: int) -> Kop:
    """A column as wide as its contents ask for: narrow for scores, wider for the longer texts."""
    kolom = document.kolommen[nummer]
    woorden = [*_kopwoorden(kolom), *(rij.cellen[nummer] for rij in document.rijen if kolom.numeriek)]
    woord = max((len(woord) for woord in woorden), default=0) * _LETTER + _MARGE
    lengtes = sorted(len(rij.cellen[nummer]) for rij in document.rijen)
    lang = lengtes[int(len(lengtes) * 0.8)] if lengtes else 0  # a few very long texts don't set the width
    if kolom.numeriek or (lengtes and lengtes[-1] <= 5):
        return _maak_kop(kolom, max(_SMALST, min(woord, _SMAL)), rekt=False)
    breedte = max(_SMAL, woord if woord < _BREEDST / 2 else 0, lang * 0.35)
    return _maak_kop(kolom, min(breedte, _BREEDST), rekt=True)


def _maak_kop(kolom: Documentkolom, breedte: float, *, rekt: bool) -> Kop:
    return Kop(schoon(kolom.kop), round(breedte, 1), rekt, kolom.numeriek, kolom.gevoelig)


def _kopwoorden(kolom: Documentkolom) -> list[str]:
    return [*kolom.kop.split(), *([VERTROUWELIJK] if kolom.gevoelig else [])]


def _deel(document: Overzichtsdocument, koppen: list[Kop], kolommen: list[int], *, eerste: bool) -> Deel:
    vast = [Kop("Leerling", _NAAM)]
    if eerste:
        vast += [Kop("Nummer", _NUMMER), Kop("S", _SIGNALEN, rekt=not any(koppen[n].rekt for n in kolommen))]
    rijen = []
    for rij in document.rijen:
        begin = [rij.leerling, rij.nummer, rij.signalen][: len(vast)]
        cellen = [Cel(schoon(rij.cellen[n]), document.kolommen[n].numeriek, rij.onder[n]) for n in kolommen]
        rijen.append([*(Cel(schoon(tekst)) for tekst in begin), *cellen])
    groepen = groupby(kolommen, key=lambda n: document.kolommen[n].blok)
    blokken = [("", len(vast)), *((schoon(blok), len(list(groep))) for blok, groep in groepen)]
    return Deel(blokken, [*vast, *(koppen[n] for n in kolommen)], rijen)


def sjabloongegevens(document: Overzichtsdocument, delen: list[Deel]) -> dict[str, object]:
    """What the templates in templates/documents/ get, for PDF and DOCX alike: text, numbers and lists."""
    return {
        "titel": schoon(document.titel),
        "school": schoon(document.school),
        "groep": schoon(document.groep),
        "eigenaar": schoon(document.eigenaar),
        "cyclus": schoon(document.cyclus),
        "dag": document.dag,
        "vertrouwelijk": VERTROUWELIJK if document.vertrouwelijk else "",
        "teken": TEKEN_ONDER,
        "uitleg": UITLEG_ONDER if document.iets_onder else "",
        "delen": [asdict(deel) for deel in delen],
    }
