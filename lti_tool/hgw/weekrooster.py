"""When which subgroup gets its extra support: what can't be at once, and what has no time yet.

Times are minutes after midnight on the school's clock; weeks are those of ISO 8601, even or odd.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

DAGEN = {1: "maandag", 2: "dinsdag", 3: "woensdag", 4: "donderdag", 5: "vrijdag"}
WEKEN = {"elke": "elke week", "even": "even weken", "oneven": "oneven weken"}
# a teacher can serve two, at most three subgroups beside the base programme
_SUBGROEPEN_MEESTE = 3
_TIJD = re.compile(r"([01]?[0-9]|2[0-3])[:.uU]?([0-5][0-9])")
_WEEK = timedelta(weeks=1)


class OngeldigeTijd(ValueError):
    """A time or a lesson hour that can't be; the message is Dutch."""


@dataclass(frozen=True)
class Les:
    """A lesson as far as it can clash.

    ``dag``: 1 Monday … 5 Friday; ``docent``: any key, "" for nobody; ``leerlingen``: keys of who is in it;
    ``naam``: what the other one is told of it; ``elders``: of another group, told of but not judged itself.
    """

    id: int
    dag: int
    begin: int
    eind: int
    weken: str
    naam: str
    docent: str = ""
    docent_naam: str = ""
    leerlingen: frozenset[int] = frozenset()
    subgroep: int | None = None
    elders: bool = False


@dataclass(frozen=True)
class Botsing:
    """Two lessons at one time that share a teacher (``docent``: the name, or "") or pupils."""

    een: Les
    ander: Les
    docent: str
    leerlingen: frozenset[int]


def lees_tijd(tekst: str) -> str:
    """A time as it is kept ("09:10"), from "9:10", "9.10", "910" or "9u10". Raises OngeldigeTijd."""
    treffer = _TIJD.fullmatch(tekst.strip())
    if treffer is None:
        raise OngeldigeTijd("Schrijf een tijd als 09:10.")
    return f"{int(treffer[1]):02}:{treffer[2]}"


def minuten(tijd: str) -> int:
    """Minutes after midnight of "HH:MM"."""
    uur, minuut = tijd.split(":")
    return int(uur) * 60 + int(minuut)


def tegelijk(een: Les, ander: Les) -> bool:
    """Whether two lessons ever take place at one time: even and odd weeks never meet."""
    weken_samen = "elke" in (een.weken, ander.weken) or een.weken == ander.weken
    return weken_samen and een.dag == ander.dag and een.begin < ander.eind and ander.begin < een.eind


def botsingen(lessen: Sequence[Les]) -> tuple[Botsing, ...]:
    """Each pair of lessons at one time with the same teacher or a same pupil, in order of time.

    Two lessons of elsewhere are no concern here.
    """
    gevonden = []
    for een, ander in combinations(sorted(lessen, key=_volgorde), 2):
        if (een.elders and ander.elders) or not tegelijk(een, ander):
            continue
        docent = een.docent_naam if een.docent and een.docent == ander.docent else ""
        samen = een.leerlingen & ander.leerlingen
        if docent or samen:
            gevonden.append(Botsing(een, ander, docent, samen))
    return tuple(gevonden)


def woorden(botsing: Botsing, kant: Les, namen: Mapping[int, str]) -> str:
    """A clash as it is told at one of its two lessons; names (key -> name) in the order of the mapping."""
    ander = botsing.ander if kant == botsing.een else botsing.een
    delen = []
    if botsing.docent:
        delen.append(f"{botsing.docent} geeft ze allebei")
    wie = [naam for sleutel, naam in namen.items() if sleutel in botsing.leerlingen]
    if wie:
        delen.append(f"{_opsomming(wie)} {'zit' if len(wie) == 1 else 'zitten'} in allebei")
    weken = "" if ander.weken == "elke" else f", {WEKEN[ander.weken]}"
    return f"Tegelijk met {ander.naam} ({klok(ander.begin)}–{klok(ander.eind)}{weken}): {' en '.join(delen)}."


def gaten(subgroepen: Iterable[int], lessen: Sequence[Les]) -> tuple[int, ...]:
    """Which of these subgroups (ids, those that need times) no lesson is for."""
    ingeroosterd = {les.subgroep for les in lessen}
    return tuple(subgroep for subgroep in subgroepen if subgroep not in ingeroosterd)


def adviezen(lessen: Sequence[Les]) -> tuple[str, ...]:
    """A sentence on each teacher with more subgroups than one person can serve well."""
    per_docent: dict[str, tuple[str, set[int]]] = {}
    for les in lessen:
        if les.docent and les.subgroep is not None and not les.elders:
            per_docent.setdefault(les.docent, (les.docent_naam, set()))[1].add(les.subgroep)
    return tuple(
        f"{naam} begeleidt {len(subgroepen)} subgroepen. Meer dan {_SUBGROEPEN_MEESTE} naast het "
        "basisprogramma is voor één docent veel."
        for naam, subgroepen in per_docent.values()
        if len(subgroepen) > _SUBGROEPEN_MEESTE
    )


def lesdagen(dag: int, weken: str, begin: date, eind: date) -> tuple[date, ...]:
    """The days of a lesson from ``begin`` up to and including ``eind``.

    A year of 53 weeks ends and begins with an odd week, so "every other week" is not the same.
    """
    eerste = begin + timedelta(days=(dag - begin.isoweekday()) % 7)
    return tuple(
        les
        for les in _wekelijks(eerste, eind)
        if weken == "elke" or (les.isocalendar().week % 2 == 0) == (weken == "even")
    )


def klok(minuut: int) -> str:
    """Minutes after midnight as "HH:MM"."""
    return f"{minuut // 60:02}:{minuut % 60:02}"


def _wekelijks(eerste: date, eind: date) -> Iterator[date]:
    while eerste <= eind:
        yield eerste
        eerste += _WEEK


def _volgorde(les: Les) -> tuple[int, int, int, int, bool]:
    return les.dag, les.begin, les.eind, les.id, les.elders


def _opsomming(namen: Sequence[str]) -> str:
    return namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
