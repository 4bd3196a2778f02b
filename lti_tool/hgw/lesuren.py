"""The hours of a school day: read as people write them, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lti_tool.hgw.weekrooster import OngeldigeTijd, lees_tijd

UREN_TEN_HOOGSTE = 20
_NAAM_LANGSTE = 20

Bezwaar = tuple[int, str, str]
"""Which row (from 0), its field ("" for the row as a whole), and what is wrong, in Dutch."""


@dataclass(frozen=True)
class Lesuur:
    """An hour of the school's timetable; ``begin`` and ``eind`` as "HH:MM"."""

    naam: str
    begin: str
    eind: str


def lees_lesuren(uren: Sequence[Mapping[str, object]]) -> tuple[Lesuur, ...]:
    """The hours of a school in order of time. Raises OngeldigeTijd with the first thing that is wrong."""
    gelezen, bezwaren = keur_lesuren(uren)
    if bezwaren:
        raise OngeldigeTijd(bezwaren[0][2])
    return gelezen


def keur_lesuren(uren: Sequence[Mapping[str, object]]) -> tuple[tuple[Lesuur, ...], tuple[Bezwaar, ...]]:
    """The hours that can be read, in order of time, and all that is wrong. An empty row is no hour."""
    gelezen: list[tuple[int, Lesuur]] = []
    bezwaren: list[Bezwaar] = []
    for nummer, uur in enumerate(uren):
        lesuur = Lesuur(*(" ".join(str(uur.get(veld) or "").split()) for veld in ("naam", "begin", "eind")))
        if lesuur == Lesuur("", "", ""):
            continue
        lesuur, gevonden = _keur(lesuur)
        bezwaren += [(nummer, veld, melding) for veld, melding in gevonden]
        if not gevonden:
            gelezen.append((nummer, lesuur))
    gelezen.sort(key=lambda paar: (paar[1].begin, paar[1].eind))
    bezwaren += _bezwaren_samen(gelezen)
    if len(gelezen) > UREN_TEN_HOOGSTE:
        bezwaren.append((gelezen[0][0], "", f"Een schooldag heeft hoogstens {UREN_TEN_HOOGSTE} lesuren."))
    return tuple(uur for _, uur in gelezen), tuple(sorted(bezwaren, key=lambda bezwaar: bezwaar[0]))


def _keur(uur: Lesuur) -> tuple[Lesuur, list[tuple[str, str]]]:
    """The hour with its times as they are kept, and what is wrong with it by itself."""
    bezwaren = []
    if not uur.naam:
        bezwaren.append(("naam", "Geef dit lesuur een naam, zoals 1."))
    elif len(uur.naam) > _NAAM_LANGSTE:
        bezwaren.append(("naam", f"Gebruik hoogstens {_NAAM_LANGSTE} tekens."))
    tijden = {"begin": uur.begin, "eind": uur.eind}
    for veld, tekst in tijden.items():
        try:
            tijden[veld] = lees_tijd(tekst)
        except OngeldigeTijd as fout:
            bezwaren.append((veld, str(fout)))
    gelezen = Lesuur(uur.naam, **tijden)
    if not bezwaren and gelezen.begin >= gelezen.eind:
        bezwaren.append(("eind", f"Lesuur {uur.naam} eindigt voordat het begint."))
    return gelezen, bezwaren


def _bezwaren_samen(gelezen: Sequence[tuple[int, Lesuur]]) -> list[Bezwaar]:
    """What is wrong between hours that stand in order of time."""
    bezwaren: list[Bezwaar] = []
    namen: set[str] = set()
    langste: Lesuur | None = None
    for nummer, uur in gelezen:
        if langste is not None and uur.begin < langste.eind:
            melding = f"Lesuur {uur.naam} begint voordat lesuur {langste.naam} voorbij is."
            bezwaren.append((nummer, "begin", melding))
        if uur.naam.casefold() in namen:
            bezwaren.append((nummer, "naam", f"Twee lesuren hebben dezelfde naam: {uur.naam}."))
        namen.add(uur.naam.casefold())
        langste = uur if langste is None or uur.eind > langste.eind else langste
    return bezwaren
