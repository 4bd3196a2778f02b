"""The good guess: is this course a mentor class or a subject, and which subject?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from lti_tool.hgw.vakken import Woorden, vaknamen, woorden

Soort = Literal["vakoverstijgend", "vakspecifiek"]

# A word that begins like this tells of a mentor class: mentoruur, mentorles, coachgroep.
_MENTORBEGIN = ("mentor", "coach", "tutor", "stamklas", "stamgroep", "klassenuur", "klassenleraar")
# Words that say nothing about the subject, so that "3HA wi" is a subject and "groep na 3HA" isn't.
_OMLIJSTING = frozenset(
    """klas groep cluster clustergroep leerjaar jaar schooljaar brugklas vwo havo vmbo mavo gymnasium
    atheneum lyceum basis kader tl gt gl bb kb""".split()  # noqa: SIM905 - a list of words reads as words
)
_KLASCODE = re.compile(r"[0-9]{1,2}[a-z]{0,4}[0-9]{0,2}|[a-z]{1,3}[0-9]{1,2}[a-z]?|[0-9]{4,8}|[a-d]")
_STAM = re.compile(r"([a-z]{2,})[0-9]{1,2}")
# Shorter names than this are only believed between class codes: "en" is mostly just "and".
_DUIDELIJK = 5
_LANGSTE = 300
_LANGSTE_VAK = 60


@dataclass(frozen=True)
class Gok:
    """What the set-up page fills in beforehand; ``waarom`` is one Dutch sentence for the teacher.

    Both are None where nothing can be said.
    """

    soort: Soort | None
    vak: str | None
    waarom: str


def raad_soort(
    titel: str,
    label: str,
    vakken: Sequence[Mapping[str, Any]],
    custom: Mapping[str, str] = MappingProxyType({}),
) -> Gok:
    """Guess from how the tool was placed, else from the course's title, else from its label.

    ``vakken`` is as ``vaknamen`` takes it. ``custom`` holds the launch's custom parameters, of which
    ``soort`` and ``vak`` count here; a subject named there may be one that the school doesn't list.
    Anyone who edits the course can change those, so a guess never decides on a right.
    """
    namen = vaknamen(vakken)
    if geplaatst := _uit_plaatsing(custom, namen):
        return geplaatst
    for tekst, plek in ((titel, "de naam"), (label, "de korte naam")):
        if gok := _uit_tekst(woorden(tekst[:_LANGSTE]), plek, namen):
            return gok
    for tekst in (titel, label):
        alle = woorden(tekst[:_LANGSTE])
        if alle and all(_is_omlijsting(woord) for woord in alle) and any(map(_is_klas, alle)):
            return Gok("vakoverstijgend", None, "De naam van de cursus is alleen een klas, zonder vak.")
    return Gok(None, None, "Aan de naam van de cursus is niet te zien of het om een klas of een vak gaat.")


def _uit_plaatsing(custom: Mapping[str, str], namen: list[tuple[Woorden, str]]) -> Gok | None:
    genoemd = " ".join(custom.get("vak", "").split())[:_LANGSTE_VAK]
    # A platform sends a variable that it doesn't know literally.
    if genoemd and not genoemd.startswith("$"):
        vak = next((vak for naam, vak in namen if naam == woorden(genoemd)), genoemd)
        return Gok("vakspecifiek", vak, f"Zo is de tool in deze cursus gezet: voor {vak}.")
    match custom.get("soort", ""):
        case "vakoverstijgend":
            return Gok("vakoverstijgend", None, "Zo is de tool in deze cursus gezet: voor de mentorklas.")
        case "vakspecifiek":
            return Gok("vakspecifiek", None, "Zo is de tool in deze cursus gezet: voor een vak.")
    return None


def _uit_tekst(alle: Woorden, plek: str, namen: list[tuple[Woorden, str]]) -> Gok | None:
    mentorwoord = next((woord for woord in alle if woord.startswith(_MENTORBEGIN)), None)
    vakken = _vakken_in(alle, namen)
    if mentorwoord and vakken:
        return Gok(None, None, f"In {plek} van de cursus staat een vak ({_en(vakken)}) en „{mentorwoord}”.")
    if mentorwoord:
        return Gok("vakoverstijgend", None, f"In {plek} van de cursus staat „{mentorwoord}”.")
    if len(vakken) > 1:
        return Gok("vakspecifiek", None, f"In {plek} van de cursus staan meer vakken: {_en(vakken)}.")
    if vakken:
        return Gok("vakspecifiek", vakken[0], f"In {plek} van de cursus staat het vak {vakken[0]}.")
    return None


def _vakken_in(alle: Woorden, namen: list[tuple[Woorden, str]]) -> list[str]:
    """The subjects named, in the order of the title; a longer name goes before a shorter one in it."""
    # A timetable numbers its groups: netl1 is netl.
    stammen = tuple(stam[1] if (stam := _STAM.fullmatch(woord)) else woord for woord in alle)
    gevonden: dict[int, str] = {}
    bezet: set[int] = set()
    for naam, vak in namen:
        for plaats in range(len(alle) - len(naam) + 1):
            hier = range(plaats, plaats + len(naam))
            past = naam in (alle[plaats : hier.stop], stammen[plaats : hier.stop])
            if past and bezet.isdisjoint(hier) and (_duidelijk(naam) or _kaal(alle, hier)):
                gevonden[plaats] = vak
                bezet.update(hier)
    return list(dict.fromkeys(vak for _, vak in sorted(gevonden.items())))


def _duidelijk(naam: Woorden) -> bool:
    return max(map(len, naam)) >= _DUIDELIJK


def _kaal(alle: Woorden, hier: range) -> bool:
    rest = [woord for plaats, woord in enumerate(alle) if plaats not in hier]
    return all(_is_omlijsting(woord) for woord in rest)


def _is_omlijsting(woord: str) -> bool:
    return woord in _OMLIJSTING or bool(_KLASCODE.fullmatch(woord))


def _is_klas(woord: str) -> bool:
    return bool(re.fullmatch(r"[0-9][a-z]{1,4}[0-9]{0,2}|[a-z]{1,2}[0-9][a-z]?", woord))


def _en(namen: Iterable[str]) -> str:
    *eerste, laatste = namen
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
