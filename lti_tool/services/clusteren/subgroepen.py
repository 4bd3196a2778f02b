"""Subgroups of a cycle: read, made, named, put in order.

Who is in them: plaatsingen.py; taking away and bringing back: subgroepherstel.py.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.models import Cyclus, Groep, Onderwerp, Persoon, Plaatsing, Subgroep, Subgroepsoort
from lti_tool.services import geschiedenis, versies
from lti_tool.services.begrijpwijzer.behoeftelezen import zoek_domein
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import regels
from lti_tool.services.groep.cycli import eis_open

SOORTNAMEN = {
    Subgroepsoort.HANDREIKING: "handreiking",
    Subgroepsoort.EXTRA: "extra instructie of begeleiding",
}
NAAM_LANGSTE = 60


@dataclass(frozen=True)
class Lid:
    """A pupil in a subgroup; `versie` is that of the placement."""

    regel_id: int
    persoon_id: int
    naam: str
    versie: int


@dataclass(frozen=True)
class Subgroepbeeld:
    """A subgroup with the pupils who are there now, sorted as the Dutch do."""

    id: int
    domein: str
    naam: str
    soort: str
    volgorde: int
    gedeeld: tuple[str, ...]
    versie: int
    leerlingen: tuple[Lid, ...]


def van_cyclus(session: Session, cyclus: Cyclus) -> tuple[Subgroepbeeld, ...]:
    """The subgroups of a cycle by domain and order. Four queries, whatever the class."""
    leden: dict[int, list[Lid]] = defaultdict(list)
    vraag = select(Plaatsing.regel_id, Subgroep.id, Plaatsing.versie).join(
        Subgroep, Subgroep.id == Plaatsing.subgroep_id
    )
    plaatsen = defaultdict(list)
    for regel_id, subgroep_id, versie in session.execute(vraag.where(Subgroep.cyclus_id == cyclus.id)):
        plaatsen[regel_id].append((subgroep_id, versie))
    for regel, leerling in regels.van_leerlingen(session, cyclus) if plaatsen else ():
        for subgroep_id, versie in () if leerling.vertrokken else plaatsen[regel.id]:
            leden[subgroep_id].append(Lid(regel.id, leerling.id, leerling.naam, versie))
    return tuple(_beeld(subgroep, leden[subgroep.id]) for subgroep in alle(session, cyclus))


def alle(session: Session, cyclus: Cyclus, domein: str = "") -> Sequence[Subgroep]:
    """The subgroups themselves, by domain and order; of one domain when it is named."""
    vraag = select(Subgroep).where(Subgroep.cyclus_id == cyclus.id)
    if domein:
        vraag = vraag.where(Subgroep.domein == domein)
    plek = {sleutel: nummer for nummer, sleutel in enumerate(DOMEIN_PER_SLEUTEL)}
    return sorted(session.scalars(vraag), key=lambda s: (plek[s.domein], s.volgorde, s.id))


def zoek(session: Session, groep: Groep, subgroep_id: int) -> tuple[Subgroep, Cyclus]:
    """A subgroup of an open cycle of this group. Raises NietGevonden or Gesloten."""
    vraag = (
        select(Subgroep, Cyclus)
        .join(Cyclus, Cyclus.id == Subgroep.cyclus_id)
        .where(Subgroep.id == subgroep_id, Cyclus.groep_id == groep.id)
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Deze subgroep is er niet (meer).")
    eis_open(rij.Cyclus)
    return rij.Subgroep, rij.Cyclus


def maak(
    session: Session,
    cyclus: Cyclus,
    domein: str,
    naam: str,
    soort: str,
    door: Persoon,
    gedeeld: Sequence[str] = (),
) -> Subgroep:
    """A new, empty subgroup, the last of its domain; "" as name: the first free letter.

    `gedeeld`: what its pupils have in common, in Dutch. Raises Gesloten, NietGevonden or OngeldigeWaarde.
    """
    eis_open(cyclus)
    zoek_domein(cyclus.groep, domein)
    bestaand = alle(session, cyclus, domein)
    subgroep = Subgroep(
        cyclus_id=cyclus.id,
        domein=domein,
        naam=_naam(naam, bestaand) if naam.strip() else _vrije_naam(bestaand),
        soort=_soort(soort),
        volgorde=max((s.volgorde for s in bestaand), default=0) + 1,
        gedeeld=list(gedeeld),
        gewijzigd_door_id=door.id,
    )
    session.add(subgroep)
    session.flush()
    noteer(session, cyclus, door, "", in_woorden(subgroep))
    return subgroep


def wijzig(
    session: Session,
    cyclus: Cyclus,
    subgroep: Subgroep,
    versie: int,
    door: Persoon,
    *,
    naam: str,
    soort: str,
) -> Subgroep:
    """Another name or kind over the version that was seen. Raises Gesloten, OngeldigeWaarde or Conflict."""
    eis_open(cyclus)
    anderen = [s for s in alle(session, cyclus, subgroep.domein) if s.id != subgroep.id]
    nieuw = {"naam": _naam(naam, anderen), "soort": _soort(soort)}
    oud = in_woorden(subgroep)
    if all(getattr(subgroep, veld) == waarde for veld, waarde in nieuw.items()):
        return subgroep
    schrijf(session, subgroep, versie, door, **nieuw)
    noteer(session, cyclus, door, oud, in_woorden(subgroep))
    return subgroep


def zet_op_plek(
    session: Session, cyclus: Cyclus, subgroep: Subgroep, plek: int, versie: int, door: Persoon
) -> Subgroep:
    """Make it the `plek`-th (from 1) subgroup of its domain. Raises Gesloten, OngeldigeWaarde or Conflict."""
    eis_open(cyclus)
    rij = [s for s in alle(session, cyclus, subgroep.domein) if s.id != subgroep.id]
    if not 1 <= plek <= len(rij) + 1:
        raise OngeldigeWaarde(f"Kies een plek van 1 tot en met {len(rij) + 1}.")
    rij.insert(plek - 1, subgroep)
    if rij == list(alle(session, cyclus, subgroep.domein)):
        return subgroep
    schrijf(session, subgroep, versie, door, volgorde=plek)
    for nummer, ander in enumerate(rij, start=1):
        ander.volgorde = nummer
    session.flush()
    noteer(session, cyclus, door, "", f"{in_woorden(subgroep)}: plek {plek}")
    return subgroep


def schrijf(session: Session, subgroep: Subgroep, versie: int, door: Persoon, **waarden: Any) -> None:
    """Write over the version that was seen. Raises Conflict with how the subgroup stands now."""
    if not versies.schrijf(session, subgroep, versie, door, **waarden):
        stand = {"naam": subgroep.naam, "soort": subgroep.soort}
        raise versies.conflict(session, subgroep, f"de subgroep {subgroep.naam}", **stand)


def in_woorden(subgroep: Subgroep) -> str:
    """As the history tells it."""
    soort = SOORTNAMEN[Subgroepsoort(subgroep.soort)]
    return f"Subgroep {subgroep.naam} ({DOMEIN_PER_SLEUTEL[subgroep.domein].naam}, {soort})"


def noteer(session: Session, cyclus: Cyclus, door: Persoon, oud: str, nieuw: str) -> None:
    """A line about the subgroups of a group, in its history."""
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.SUBGROEP, door, oud, nieuw)
    session.flush()


def _beeld(subgroep: Subgroep, leden: Sequence[Lid]) -> Subgroepbeeld:
    return Subgroepbeeld(
        subgroep.id,
        subgroep.domein,
        subgroep.naam,
        subgroep.soort,
        subgroep.volgorde,
        tuple(subgroep.gedeeld),
        subgroep.versie,
        tuple(leden),
    )


def _naam(naam: str, anderen: Sequence[Subgroep]) -> str:
    kaal = " ".join(naam.split())
    if not 1 <= len(kaal) <= NAAM_LANGSTE:
        raise OngeldigeWaarde(f"Geef de subgroep een naam van hoogstens {NAAM_LANGSTE} tekens.")
    if kaal.casefold() in {ander.naam.casefold() for ander in anderen}:
        raise OngeldigeWaarde(f"Er is al een subgroep {kaal} in dit domein. Kies een andere naam.")
    return kaal


def _vrije_naam(anderen: Sequence[Subgroep]) -> str:
    bezet = {ander.naam.casefold() for ander in anderen}
    letters = (f"Groep {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    naam = next((naam for naam in letters if naam.casefold() not in bezet), None)
    if naam is None:
        raise OngeldigeWaarde("Zo veel subgroepen zijn niet uit te voeren. Haal er eerst een weg.")
    return naam


def _soort(soort: str) -> str:
    if soort not in tuple(Subgroepsoort):
        raise OngeldigeWaarde("Deze soort subgroep is er niet.", ", ".join(SOORTNAMEN.values()))
    return soort
