"""The week table of a cycle, read: lessons by day and hour, with what clashes and what has no time yet.

Changing it: roosterlessen.py; a calendar file per teacher: lesagenda.py.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.hgw.lesuren import Lesuur
from lti_tool.hgw.vrijedagen import Vrij
from lti_tool.hgw.weekrooster import (
    DAGEN,
    WEKEN,
    Botsing,
    Les,
    adviezen,
    botsingen,
    gaten,
    minuten,
    woorden,
)
from lti_tool.models import Cyclus, Roosterles, Soort, Subgroep, Subgroepsoort
from lti_tool.services.clusteren import subgroepen
from lti_tool.services.clusteren.subgroepen import Subgroepbeeld
from lti_tool.services.groep import rooster
from lti_tool.services.groepsplan.planlezen import HELE_GROEP
from lti_tool.services.school import schoolrooster
from lti_tool.services.uitvoering.lessenelders import lessen_elders


@dataclass(frozen=True)
class Lesbeeld:
    """A lesson as shown. ``dag``: 1 Monday … 5 Friday; ``weken``: elke | even | oneven, and in words.

    ``docent_sleutel``: the same for all lessons of one teacher, "" for nobody; ``meldingen``: its clashes.
    """

    id: int
    versie: int
    subgroep_id: int | None
    naam: str
    dag: int
    begin: str
    eind: str
    plaats: str
    docent: str
    docent_sleutel: str
    weken: str
    weken_tekst: str
    leerlingen: tuple[str, ...]
    meldingen: tuple[str, ...]


@dataclass(frozen=True)
class Urenrij:
    """One row of the table: a lesson hour ("": a time of its own), and the lessons of each of five days."""

    naam: str
    begin: str
    eind: str
    dagen: tuple[tuple[Lesbeeld, ...], ...]

    @property
    def leeg(self) -> bool:
        return not any(self.dagen)


@dataclass(frozen=True)
class Gat:
    """A subgroup for extra help that has no lesson."""

    subgroep_id: int
    naam: str


@dataclass(frozen=True)
class Weekbeeld:
    """The whole table. ``botsingen``, ``adviezen``: sentences; ``vrij``: when it doesn't hold."""

    rijen: tuple[Urenrij, ...]
    lessen: tuple[Lesbeeld, ...]
    botsingen: tuple[str, ...]
    gaten: tuple[Gat, ...]
    adviezen: tuple[str, ...]
    vrij: tuple[Vrij, ...]

    def van_dag(self, dag: int) -> tuple[Lesbeeld, ...]:
        """The lessons of a day, in order of time."""
        return tuple(les for les in self.lessen if les.dag == dag)


def beeld(session: Session, cyclus: Cyclus, leest: Collection[Soort] = ()) -> Weekbeeld:
    """The week table of a cycle, in a constant number of queries.

    `leest`: kinds of groups elsewhere in the school whose lessons with these pupils the reader may know.
    """
    groepen = {subgroep.id: subgroep for subgroep in subgroepen.van_cyclus(session, cyclus)}
    namen_van = subgroepnamen(tuple(groepen.values()))
    namen = {
        leerling.id: leerling.naam
        for leerling in rooster.leerlingen(session, cyclus.groep.cursus_id)
        if not leerling.vertrokken
    }
    rijen = lessen(session, cyclus)
    eigen = {rij.id: _les(rij, groepen, namen_van, frozenset(namen)) for rij in rijen}
    docenten = {rij.docent_id for rij in rijen if rij.docent_id is not None}
    elders = lessen_elders(session, cyclus, docenten, frozenset(namen), leest) if rijen else []
    gevonden = botsingen([*eigen.values(), *elders])
    meldingen = _meldingen(gevonden, namen)
    beelden = tuple(_beeld(rij, eigen[rij.id], namen, meldingen[rij.id]) for rij in rijen)
    schooltijden = schoolrooster.van_groep(session, cyclus.groep)
    extra = [s.id for s in groepen.values() if s.soort == Subgroepsoort.EXTRA]
    return Weekbeeld(
        _urenrijen(beelden, schoolrooster.lesuren(schooltijden)),
        beelden,
        tuple(_samenvatting(botsing, namen) for botsing in gevonden),
        tuple(
            Gat(subgroep_id, namen_van[subgroep_id]) for subgroep_id in gaten(extra, tuple(eigen.values()))
        ),
        adviezen(tuple(eigen.values())),
        schoolrooster.vrij(schooltijden, cyclus.begin, cyclus.eind),
    )


def lessen(session: Session, cyclus: Cyclus) -> Sequence[Roosterles]:
    """The lessons of a cycle with their teachers, in order of day and time."""
    vraag = select(Roosterles).where(Roosterles.cyclus_id == cyclus.id)
    return session.scalars(
        vraag.options(joinedload(Roosterles.docent)).order_by(
            Roosterles.dag, Roosterles.begin, Roosterles.eind, Roosterles.id
        )
    ).all()


def subgroepnamen(alle: Sequence[Subgroep | Subgroepbeeld]) -> dict[int, str]:
    """Subgroup -> name, with its domain where another domain has a subgroup of the same name."""
    gelijk = Counter(subgroep.naam.casefold() for subgroep in alle)
    return {
        s.id: f"{s.naam} ({DOMEIN_PER_SLEUTEL[s.domein].naam})" if gelijk[s.naam.casefold()] > 1 else s.naam
        for s in alle
    }


def docent_van(les: Roosterles) -> tuple[str, str]:
    """(key, name) of who gives a lesson: one that the LMS knows, or a name; ("", "") for nobody."""
    if les.docent is not None:
        return f"p{les.docent.id}", les.docent.naam
    return (f"n:{les.docent_naam.casefold()}", les.docent_naam) if les.docent_naam else ("", "")


def _les(
    rij: Roosterles, groepen: dict[int, Subgroepbeeld], namen: dict[int, str], iedereen: frozenset[int]
) -> Les:
    sleutel, docent = docent_van(rij)
    subgroep = groepen[rij.subgroep_id] if rij.subgroep_id is not None else None
    return Les(
        rij.id,
        rij.dag,
        minuten(rij.begin),
        minuten(rij.eind),
        rij.weken,
        namen[subgroep.id] if subgroep else HELE_GROEP,
        sleutel,
        docent,
        frozenset(lid.persoon_id for lid in subgroep.leerlingen) if subgroep else iedereen,
        rij.subgroep_id,
    )


def _beeld(rij: Roosterles, les: Les, namen: dict[int, str], meldingen: list[str]) -> Lesbeeld:
    wie = tuple(naam for persoon_id, naam in namen.items() if persoon_id in les.leerlingen)
    return Lesbeeld(
        rij.id,
        rij.versie,
        rij.subgroep_id,
        les.naam,
        rij.dag,
        rij.begin,
        rij.eind,
        rij.plaats,
        les.docent_naam,
        les.docent,
        rij.weken,
        WEKEN[rij.weken],
        wie if rij.subgroep_id is not None else (),
        tuple(meldingen),
    )


def _meldingen(gevonden: Sequence[Botsing], namen: dict[int, str]) -> dict[int, list[str]]:
    """Lesson -> what is told there of its clashes."""
    per_les: dict[int, list[str]] = defaultdict(list)
    for botsing in gevonden:
        for kant in (botsing.een, botsing.ander):
            per_les[kant.id].append(woorden(botsing, kant, namen))
    return per_les


def _samenvatting(botsing: Botsing, namen: dict[int, str]) -> str:
    kant = botsing.ander if botsing.een.elders else botsing.een
    zin = woorden(botsing, kant, namen)
    return f"{kant.naam} op {DAGEN[kant.dag]}: {zin[0].lower()}{zin[1:]}"


def _urenrijen(beelden: Sequence[Lesbeeld], lesuren: Sequence[Lesuur]) -> tuple[Urenrij, ...]:
    """The school's hours, and a row for each time that is none of them."""
    uren = {(uur.begin, uur.eind): uur.naam for uur in lesuren}
    tijden = sorted({*uren, *((les.begin, les.eind) for les in beelden)})
    return tuple(
        Urenrij(
            uren.get((begin, eind), ""),
            begin,
            eind,
            tuple(
                tuple(les for les in beelden if (les.dag, les.begin, les.eind) == (dag, begin, eind))
                for dag in DAGEN
            ),
        )
        for begin, eind in tijden
    )
