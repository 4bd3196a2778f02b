"""The plain data that every writer takes: one groepsoverzicht, in the order in which it is shown."""

from dataclasses import dataclass
from datetime import date

VASTE_KOPPEN = ("Leerling", "Nummer", "S")
VERTROUWELIJK = "vertrouwelijk"
TEKEN_ONDER = "!"  # beside tint and weight, so that a printer and a colour-blind reader keep it
UITLEG_ONDER = f"{TEKEN_ONDER} = onder de afspraak"


@dataclass(frozen=True)
class Documentkolom:
    """One column: its head, the name that the caller knows it by, and the block it is in ("" for none)."""

    kop: str
    naam: str
    blok: str
    gevoelig: bool = False
    numeriek: bool = False


@dataclass(frozen=True)
class Documentrij:
    """One pupil. `cellen` and `onder` (score under its ijkpunt) have one value per column of the document."""

    leerling: str
    nummer: str
    signalen: str
    cellen: list[str]
    onder: list[bool]


@dataclass(frozen=True)
class Overzichtsdocument:
    """A whole overview. `blokken` gives the order of the blocks; the columns stand in that order already.

    Raises ValueError when a row doesn't have one cell and one mark per column, or when a sensitive column
    is in a document that isn't marked as confidential (rechten.md: sensitive only on purpose, and marked).
    """

    school: str
    groep: str
    eigenaar: str
    cyclus: str
    datum: date
    vertrouwelijk: bool
    blokken: list[str]
    kolommen: list[Documentkolom]
    rijen: list[Documentrij]
    # what kind of table it is, and the name of its sheet in a workbook
    naam: str = "Groepsoverzicht"
    blad: str = "Overzicht"

    def __post_init__(self) -> None:
        breedte = len(self.kolommen)
        for rij in self.rijen:
            if len(rij.cellen) != breedte or len(rij.onder) != breedte:
                raise ValueError(f"a row holds {len(rij.cellen)} cells for {breedte} columns")
        if not self.vertrouwelijk and any(kolom.gevoelig for kolom in self.kolommen):
            raise ValueError("a document with sensitive columns must be marked vertrouwelijk")

    @property
    def dag(self) -> str:
        """The date as people in the Netherlands write it: 22-11-2026."""
        return self.datum.strftime("%d-%m-%Y")

    @property
    def titel(self) -> str:
        """What the document is called in its properties and at its top."""
        return f"{self.naam} {self.groep}"

    @property
    def iets_onder(self) -> bool:
        """Whether any score stands under its ijkpunt, so that the sign must be explained."""
        return any(any(rij.onder) for rij in self.rijen)

    def koppen(self) -> list[str]:
        """The heads of a table of data: the three fixed ones, then the columns, sensitive ones marked."""
        return [*VASTE_KOPPEN, *(kolomkop(kolom) for kolom in self.kolommen)]


def kolomkop(kolom: Documentkolom) -> str:
    """The head of a column; a sensitive column says so itself, also where it is torn from its page."""
    return f"{kolom.kop} ({VERTROUWELIJK})" if kolom.gevoelig else kolom.kop


def rijcellen(rij: Documentrij) -> list[str]:
    """All cells of a row, in the order of `Overzichtsdocument.koppen`."""
    return [rij.leerling, rij.nummer, rij.signalen, *rij.cellen]
