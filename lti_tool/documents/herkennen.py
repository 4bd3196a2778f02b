"""Guess which column of a file holds what, from its head and its values. The teacher has the last word."""

import html
import re
from dataclasses import dataclass

from lti_tool.documents.koppen import Rol, Weergave, is_totaal, moodle_item, rol_van
from lti_tool.documents.overzichtsdocument import VERTROUWELIJK

# What every row has at most once; a second column with the same meaning is skipped.
_EENMALIG = ("nummer", "email", "voornaam", "tussenvoegsel", "achternaam", "naam")
_GENOEG = 0.8
_ONTBREEKT = ("", "-", "–", "—")  # Moodle writes - for "no grade", in every display

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TIJDSTIP = re.compile(r"1[0-9]{9}")  # Unix seconds, 2001 to 2033: the last column of Moodle's export
# In the order of asking: I to V before A to E leaves no doubt, "1F" is no number.
_WEERGAVEN: tuple[tuple[Weergave, re.Pattern[str]], ...] = (
    ("percentage", re.compile(r"-?\d{1,3}([.,]\d+)?\s?%")),
    ("punten", re.compile(r"-?\d{1,5}([.,]\d{1,10})?")),
    ("referentie", re.compile(r"<\s?1F|1F|1S|2F|2S|3F|3S|4F", re.IGNORECASE)),
    ("niveau", re.compile(r"I|II|III|IV|V|[IV]+[+-]|[A-E][+-]?")),
    ("letter", re.compile(r"[A-F][+-]?")),
    (
        "woord",
        re.compile(
            r"(ruim |zwak |zeer )?(on)?voldoende|goed|zeer goed|uitstekend|matig|slecht", re.IGNORECASE
        ),
    ),
)


@dataclass(frozen=True)
class Kolomgok:
    """What a column seems to hold: its role, a title for a new test, and how scores are written ("" if none).

    `weergave`: punten (a number), percentage, letter (American A to F), niveau (I to V or A to E), referentie
    (1F to 4F) or woord.
    """

    rol: Rol
    titel: str
    weergave: Weergave = ""


def raad_kolommen(koppen: list[str], rijen: list[list[str]]) -> list[Kolomgok]:
    """One guess per column, in the order of `koppen`. Rows must be as wide as the heads."""
    gokken: list[Kolomgok] = []
    gehad: set[Rol] = set()
    for plek, kop in enumerate(koppen):
        gok = _raad(kop, [rij[plek].strip() for rij in rijen])
        if gok.rol in _EENMALIG and gok.rol in gehad:
            gok = Kolomgok("overslaan", gok.titel)
        gehad.add(gok.rol)
        gokken.append(gok)
    return gokken


def celwaarde(gok: Kolomgok, cel: str) -> str:
    """What a cell says: "" for a missing score or feedback, feedback with its entities decoded once.

    Decoded feedback can hold anything, markup included: show it as text, never as HTML.
    """
    cel = cel.strip()
    if gok.rol in ("score", "feedback") and cel in _ONTBREEKT:
        return ""
    return html.unescape(cel) if gok.rol == "feedback" else cel


def _raad(kop: str, cellen: list[str]) -> Kolomgok:
    item = moodle_item(kop)
    if item is not None:
        titel, weergave = item
        if weergave == "feedback":
            return Kolomgok("feedback", titel)
        return Kolomgok("overslaan" if is_totaal(titel) else "score", titel, _woorden(weergave, cellen))
    titel = kop.removesuffix(f"({VERTROUWELIJK})").strip()
    rol = rol_van(titel)
    if rol is not None:
        return Kolomgok(rol, titel)
    return _raad_op_waarden(titel, cellen)


def _raad_op_waarden(titel: str, cellen: list[str]) -> Kolomgok:
    gevuld = [cel for cel in cellen if cel not in _ONTBREEKT]
    if _meest(_EMAIL, gevuld):
        return Kolomgok("email", titel)
    if _meest(_TIJDSTIP, gevuld):
        return Kolomgok("overslaan", titel)
    weergave = _weergave(gevuld)
    return Kolomgok("score", titel, weergave) if weergave and titel else Kolomgok("overslaan", titel)


def _woorden(weergave: Weergave, cellen: list[str]) -> Weergave:
    """Moodle calls a scale's words (Real) too: look at the values where they aren't numbers."""
    gevuld = [cel for cel in cellen if cel not in _ONTBREEKT]
    if weergave != "punten" or not gevuld:
        return weergave
    return _weergave(gevuld) or "woord"


def _weergave(gevuld: list[str]) -> Weergave:
    return next((weergave for weergave, patroon in _WEERGAVEN if _meest(patroon, gevuld)), "")


def _meest(patroon: re.Pattern[str], gevuld: list[str]) -> bool:
    """Whether (nearly) all values fit; a few notes among the scores don't change what a column is."""
    return bool(gevuld) and sum(bool(patroon.fullmatch(cel)) for cel in gevuld) / len(gevuld) >= _GENOEG
