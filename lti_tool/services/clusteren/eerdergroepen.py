"""Who were together in earlier cycles."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Persoon, Plaatsing, Regel, Subgroep
from lti_tool.services.groep.rooster import leerling_van

# The board shows no more beside it.
TERUG = 3


@dataclass(frozen=True)
class Eerderegroep:
    """A subgroup of an earlier cycle, in one domain."""

    naam: str
    personen: frozenset[int]
    namen: tuple[str, ...]


@dataclass(frozen=True)
class Eerderecyclus:
    volgnummer: int
    groepen: tuple[Eerderegroep, ...]


def lees(session: Session, cyclus: Cyclus, domein: str) -> tuple[Eerderecyclus, ...]:
    """The compositions of the cycles before this one, the latest first; also without any. Two queries."""
    vraag = select(Cyclus.id, Cyclus.volgnummer).where(
        Cyclus.groep_id == cyclus.groep_id, Cyclus.volgnummer < cyclus.volgnummer
    )
    eerdere = session.execute(vraag.order_by(Cyclus.volgnummer.desc()).limit(TERUG)).all()
    leden: dict[int, dict[int, tuple[str, list[Persoon]]]] = defaultdict(dict)
    rijen = session.execute(
        select(Subgroep, Persoon)
        .join(Plaatsing, Plaatsing.subgroep_id == Subgroep.id)
        .join(Regel, Regel.id == Plaatsing.regel_id)
        .join(Persoon, Persoon.id == Regel.persoon_id)
        .where(Subgroep.cyclus_id.in_([id_ for id_, _ in eerdere]), Subgroep.domein == domein)
        .order_by(Subgroep.volgorde, Subgroep.id, Persoon.voornaam, Persoon.achternaam)
    )
    for subgroep, persoon in rijen:
        leden[subgroep.cyclus_id].setdefault(subgroep.id, (subgroep.naam, []))[1].append(persoon)
    return tuple(
        Eerderecyclus(volgnummer, tuple(_groep(*groep) for groep in leden[id_].values()))
        for id_, volgnummer in eerdere
    )


def _groep(naam: str, personen: list[Persoon]) -> Eerderegroep:
    namen = tuple(leerling_van(persoon).naam for persoon in personen)
    return Eerderegroep(naam, frozenset(persoon.id for persoon in personen), namen)
