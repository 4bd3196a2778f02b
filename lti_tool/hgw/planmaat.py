"""How much of one sheet a plan takes, estimated from its texts and the width of its columns.

The print (static/css/plandruk.css) is 8.5 pt on a landscape sheet with margins of 10 mm. A letter is half as
wide as the type is high; lines break at words, so a line holds a little less than fits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

_LETTER_MM, _REGEL_MM = 1.46, 3.75
# of a line, what is left of it after breaking at words
_VOL = 0.93
# white space of a cell, and the lines around it
_RAND_MM = 3.0
# title, head of the plan, and the heads of the columns
_KOP_MM = 24.0
_DEELKOP_MM = 6.0


@dataclass(frozen=True)
class Papier:
    """The inside of a landscape sheet, in millimetres."""

    naam: str
    breedte: float
    hoogte: float


PAPIER = {"A4": Papier("A4", 277, 190), "A3": Papier("A3", 400, 277)}


@dataclass(frozen=True)
class Maat:
    """``procent`` of one sheet; ``bladen`` that come out of the printer."""

    papier: str
    procent: int
    bladen: int

    @property
    def zin(self) -> str:
        """In Dutch, with what to do when it is too long."""
        if self.bladen == 1:
            return f"Ongeveer {self.procent}% van één {self.papier}"
        raad = "Kort in, of kies A3." if self.papier == "A4" else "Kort in."
        return f"Ongeveer {self.bladen} bladen {self.papier}. {raad}"


def meet(papier: str, breedtes: Sequence[int], rijen: Sequence[Sequence[str]], deelkoppen: int = 0) -> Maat:
    """The estimate for rows of cell texts under columns with these shares; line ends count.

    Raises KeyError for another paper than A4 or A3, ValueError for a row with another number of cells.
    """
    blad = PAPIER[papier]
    heel = sum(breedtes)
    tekens = [
        max(4, int((blad.breedte * breedte / heel - _RAND_MM) / _LETTER_MM * _VOL)) for breedte in breedtes
    ]
    hoogte = _KOP_MM + deelkoppen * _DEELKOP_MM
    for rij in rijen:
        regels = max(regels_van(tekst, per) for tekst, per in zip(rij, tekens, strict=True))
        hoogte += regels * _REGEL_MM + _RAND_MM
    return Maat(papier, round(100 * hoogte / blad.hoogte), max(1, ceil(hoogte / blad.hoogte)))


def regels_van(tekst: str, per_regel: int) -> int:
    """The lines that a text takes at so many characters a line; an empty text takes one."""
    return sum(max(1, ceil(len(regel) / per_regel)) for regel in tekst.split("\n"))
