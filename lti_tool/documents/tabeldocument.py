"""The plain data of a document made of tables: a groepsplan, a week table, an evaluation."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from lti_tool.documents.tekst import schoon


@dataclass(frozen=True)
class Alinea:
    """A paragraph in a cell. `merk`: said of it in small, "gewijzigd op 3 december door B. Bakker"."""

    tekst: str
    vet: bool = False
    merk: str = ""


Tabelcel = tuple[Alinea, ...]


@dataclass(frozen=True)
class Tabelkolom:
    """One column: its head, and its share of the width of the sheet."""

    kop: str
    breedte: int = 1


@dataclass(frozen=True)
class Tabeldeel:
    """A table under its own heading ("" for none). Every row has one cell per column.

    `blad`: begins on a new sheet; `leeg`: what is said instead of a table without rows.
    Raises ValueError for a row of another width.
    """

    titel: str
    kolommen: tuple[Tabelkolom, ...]
    rijen: tuple[tuple[Tabelcel, ...], ...]
    leeg: str = "Hier staat nog niets."
    blad: bool = False

    def __post_init__(self) -> None:
        if any(len(rij) != len(self.kolommen) for rij in self.rijen):
            raise ValueError(f"a row of {self.titel!r} doesn't hold {len(self.kolommen)} cells")


@dataclass(frozen=True)
class Tabeldocument:
    """A whole document. `soort`: "Groepsplan"; `stand`: "concept" or "vastgesteld op 3 december 2026".

    `kenmerken`: (what, value) that stand above the first table; `uitleg`: at the foot of every page.
    """

    soort: str
    school: str
    groep: str
    eigenaar: str
    cyclus: str
    datum: date
    stand: str
    kenmerken: tuple[tuple[str, str], ...]
    delen: tuple[Tabeldeel, ...]
    uitleg: str = ""

    @property
    def titel(self) -> str:
        """What the document is called in its properties and at its top."""
        return f"{self.soort} {self.groep}"

    @property
    def dag(self) -> str:
        """The date as people in the Netherlands write it: 22-11-2026."""
        return self.datum.strftime("%d-%m-%Y")


def cel(*teksten: str) -> Tabelcel:
    """A cell of plain paragraphs; empty ones are left out."""
    return tuple(Alinea(tekst) for tekst in teksten if tekst)


def sjabloongegevens(document: Tabeldocument) -> dict[str, Any]:
    """The document as lists, numbers and clean text, fit for JSON and for a template. No cell is empty."""
    gegevens: dict[str, Any] = {
        naam: schoon(waarde) if isinstance(waarde, str) else waarde
        for naam, waarde in asdict(document).items()
        if naam != "datum"
    }
    gegevens["delen"] = [_deel(deel) for deel in document.delen]
    gegevens["kenmerken"] = [[schoon(tekst) for tekst in paar] for paar in document.kenmerken]
    return gegevens | {"titel": schoon(document.titel), "dag": document.dag}


def _deel(deel: Tabeldeel) -> dict[str, Any]:
    return {
        "titel": schoon(deel.titel),
        "leeg": schoon(deel.leeg),
        "blad": deel.blad,
        "koppen": [{"tekst": schoon(kolom.kop), "breedte": kolom.breedte} for kolom in deel.kolommen],
        "rijen": [[_cel(alineas) for alineas in rij] for rij in deel.rijen],
    }


def _cel(alineas: Sequence[Alinea]) -> list[dict[str, Any]]:
    gevuld = alineas or (Alinea(""),)
    return [{"tekst": schoon(a.tekst), "vet": a.vet, "merk": schoon(a.merk)} for a in gevuld]
