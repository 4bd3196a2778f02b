"""Checklists as data: parts with items, each judged + or - by people, with what can be counted beside it.

Read from plain data (a parsed TOML file); nothing here opens a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

OORDELEN = ("+", "-", "")
# the agreements at the end, kept as one more item without a judgement
AFSPRAKEN = "afspraken"


class OngeldigeWijzer(ValueError):
    """The data can't be used; the message says what is wrong where."""


@dataclass(frozen=True)
class Item:
    """`geteld` names what is counted ("" for nothing), `feit` how the sentence about it ends."""

    sleutel: str
    tekst: str
    geteld: str = ""
    feit: str = ""


@dataclass(frozen=True)
class Onderdeel:
    sleutel: str
    naam: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Wijzer:
    """A whole checklist, in the order of the file."""

    naam: str
    inleiding: str
    onderdelen: tuple[Onderdeel, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for onderdeel in self.onderdelen for item in onderdeel.items)

    def zoek(self, sleutel: str) -> Item | None:
        """The item with this key; the agreements are one too."""
        if sleutel == AFSPRAKEN:
            return Item(AFSPRAKEN, "Afspraken")
        return next((item for item in self.items if item.sleutel == sleutel), None)


def lees_wijzer(gegevens: Mapping[str, Any]) -> Wijzer:
    """Build from parsed TOML. Raises OngeldigeWijzer: something missing, empty or doubled."""
    try:
        wijzer = Wijzer(
            gegevens["naam"],
            gegevens["inleiding"],
            tuple(
                Onderdeel(deel["sleutel"], deel["naam"], tuple(Item(**item) for item in deel["items"]))
                for deel in gegevens["onderdeel"]
            ),
        )
    except (KeyError, TypeError) as fout:
        raise OngeldigeWijzer(f"er ontbreekt iets, of er staat iets onbekends: {fout}") from fout
    sleutels = [AFSPRAKEN, *(item.sleutel for item in wijzer.items)]
    for item in wijzer.items:
        if not (item.sleutel and item.tekst.strip()):
            raise OngeldigeWijzer(f"item {item.sleutel!r} heeft geen sleutel of geen tekst")
        if sleutels.count(item.sleutel) > 1:
            raise OngeldigeWijzer(f"de sleutel {item.sleutel} staat er twee keer")
    return wijzer
