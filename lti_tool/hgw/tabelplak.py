"""A block pasted from a spreadsheet or a web table, as rows of cells."""

import re

# A class list with every test of a year fits many times; a whole workbook doesn't.
MEESTE_RIJEN = 2_000
MEESTE_KOLOMMEN = 200
MEESTE_TEKENS = 1_000_000

_REGELEINDE = re.compile(r"\r\n|[\n\r]")
# A quoted cell is one whose closing quote ends the cell; else the quote is just a sign in the text.
_AANGEHAALD = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\n]|\Z)')
_CELEINDE = re.compile(r"[\t\n]|\Z")

Tabel = tuple[tuple[str, ...], ...]


class TeGroot(ValueError):
    """More was pasted than fits; the Dutch message says how much does."""


def lees_plaktekst(tekst: str) -> Tabel:
    """Read tab-separated text as Excel, LibreOffice, Google Sheets and browsers put it on the clipboard.

    Cells are stripped, and all rows are as wide as the widest; an empty cell is "". A quoted cell
    may hold tabs, line breaks (given back as a newline) and doubled quotes. The line end after the last
    row makes no extra row, an empty row in the middle stays. Nothing pasted is no rows.
    Raises TeGroot.
    """
    if len(tekst) > MEESTE_TEKENS:
        raise TeGroot("Dit is te veel om in één keer te plakken. Plak een kleiner stuk.")
    schoon = _REGELEINDE.sub("\n", tekst.removeprefix("\ufeff").replace("\0", "")).removesuffix("\n")
    if not schoon.strip():
        return ()
    rijen = _rijen(schoon)
    breedte = max(map(len, rijen))
    if len(rijen) > MEESTE_RIJEN or breedte > MEESTE_KOLOMMEN:
        raise TeGroot(f"Plak hoogstens {MEESTE_RIJEN} rijen en {MEESTE_KOLOMMEN} kolommen.")
    return tuple((*rij, *[""] * (breedte - len(rij))) for rij in rijen)


def _rijen(tekst: str) -> list[list[str]]:
    rijen: list[list[str]] = [[]]
    plaats = 0
    while True:
        waarde, plaats = _cel(tekst, plaats)
        rijen[-1].append(waarde)
        if plaats >= len(tekst):
            return rijen
        if tekst[plaats] == "\n":
            rijen.append([])
        plaats += 1


def _cel(tekst: str, plaats: int) -> tuple[str, int]:
    """The cell that begins here, and where it ends."""
    if aangehaald := _AANGEHAALD.match(tekst, plaats):
        return aangehaald[1].replace('""', '"').strip(), aangehaald.end()
    einde = _CELEINDE.search(tekst, plaats)
    eind = einde.start() if einde else len(tekst)
    return tekst[plaats:eind].strip(), eind
