"""Taking a subgroup away, saying what hangs on it, and bringing it back with all of that."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from lti_tool.models import (
    Cyclus,
    Doelresultaat,
    Groep,
    Persoon,
    Plaatsing,
    Plandoel,
    Planregel,
    Regel,
    Roosterles,
    Subgroep,
    Subgroepherstel,
    nu,
)
from lti_tool.services.clusteren.subgroepen import alle, in_woorden, noteer, schrijf
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep.cycli import eis_open

_LES = ("dag", "begin", "eind", "plaats", "docent_id", "docent_naam", "weken")


@dataclass(frozen=True)
class Gevolgen:
    """What hangs on a subgroup, in numbers."""

    leerlingen: int
    planregels: int
    resultaten: int
    lessen: int

    def in_woorden(self) -> str:
        """What becomes of it when the subgroup goes; "" when nothing hangs on it."""
        zinnen = []
        if self.planregels:
            erbij = f", met {_aantal(self.resultaten, 'resultaat', 'resultaten')}" if self.resultaten else ""
            zinnen.append(f"De regel in het groepsplan blijft staan onder de oude naam{erbij}.")
        if self.lessen:
            ging = "ging" if self.lessen == 1 else "gingen"
            zinnen.append(f"{_aantal(self.lessen, 'les', 'lessen')} in het weekrooster {ging} mee.")
        return " ".join(zinnen)


def gevolgen(session: Session, subgroep: Subgroep) -> Gevolgen:
    """Count what hangs on a subgroup. One query."""
    resultaten = (
        select(func.count(Doelresultaat.id))
        .join(Plandoel, Plandoel.id == Doelresultaat.plandoel_id)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .where(Planregel.subgroep_id == subgroep.id, Doelresultaat.resultaat != "")
    )
    vraag = select(
        select(func.count(Plaatsing.id)).where(Plaatsing.subgroep_id == subgroep.id).scalar_subquery(),
        select(func.count(Planregel.id))
        .where(Planregel.subgroep_id == subgroep.id, Planregel.verwijderd_op.is_(None))
        .scalar_subquery(),
        resultaten.scalar_subquery(),
        select(func.count(Roosterles.id)).where(Roosterles.subgroep_id == subgroep.id).scalar_subquery(),
    )
    return Gevolgen(*session.execute(vraag).one())


def verwijder(
    session: Session, cyclus: Cyclus, subgroep: Subgroep, versie: int, door: Persoon
) -> tuple[int, Gevolgen]:
    """Take a subgroup away over the version that was seen; its rows in the plan keep its name and results.

    Gives the number for zet_terug, and what hung on it. Raises Gesloten or Conflict.
    """
    eis_open(cyclus)
    schrijf(session, subgroep, versie, door)
    hing, was = gevolgen(session, subgroep), in_woorden(subgroep)
    herstel = Subgroepherstel(cyclus_id=cyclus.id, inhoud=_inhoud(session, subgroep, versie))
    session.add(herstel)
    session.execute(
        update(Planregel)
        .where(Planregel.subgroep_id == subgroep.id)
        .values(subgroep_id=None, naam=subgroep.naam)
        .execution_options(synchronize_session=False)
    )
    session.delete(subgroep)
    session.flush()
    # what the database took along or let go of is read anew
    session.expire_all()
    noteer(session, cyclus, door, was, "weggehaald")
    return herstel.id, hing


def zet_terug(session: Session, groep: Groep, herstel_id: int, door: Persoon) -> Subgroep:
    """Bring a subgroup back with its plan rows, lessons and pupils.

    Pupils who are in another subgroup by now stay there. Raises NietGevonden or Gesloten.
    """
    rij = session.execute(
        select(Subgroepherstel, Cyclus)
        .join(Cyclus, Cyclus.id == Subgroepherstel.cyclus_id)
        .where(Subgroepherstel.id == herstel_id, Cyclus.groep_id == groep.id)
    ).one_or_none()
    if rij is None:
        raise NietGevonden("Deze subgroep kan niet meer terugkomen.")
    eis_open(rij.Cyclus)
    inhoud = rij.Subgroepherstel.inhoud
    subgroep = _maak(session, rij.Cyclus, inhoud, door)
    _plaats(session, subgroep, inhoud["leerlingen"], door)
    session.execute(
        update(Planregel)
        .where(Planregel.id.in_(inhoud["planregels"]), Planregel.subgroep_id.is_(None))
        .values(subgroep_id=subgroep.id, naam="")
        .execution_options(synchronize_session=False)
    )
    session.add_all(
        Roosterles(cyclus_id=rij.Cyclus.id, subgroep_id=subgroep.id, gewijzigd_door_id=door.id, **les)
        for les in inhoud["lessen"]
    )
    session.delete(rij.Subgroepherstel)
    session.flush()
    noteer(session, rij.Cyclus, door, "weggehaald", in_woorden(subgroep))
    return subgroep


def _inhoud(session: Session, subgroep: Subgroep, versie: int) -> dict[str, Any]:
    """What comes back is the same as what went, so the versions are too."""
    leerlingen = select(Plaatsing.regel_id, Plaatsing.versie).where(Plaatsing.subgroep_id == subgroep.id)
    planregels = select(Planregel.id).where(Planregel.subgroep_id == subgroep.id)
    lessen = session.scalars(select(Roosterles).where(Roosterles.subgroep_id == subgroep.id))
    return {
        "id": subgroep.id,
        "domein": subgroep.domein,
        "naam": subgroep.naam,
        "soort": subgroep.soort,
        "volgorde": subgroep.volgorde,
        "gedeeld": list(subgroep.gedeeld),
        "versie": versie,
        "leerlingen": sorted([regel_id, plek] for regel_id, plek in session.execute(leerlingen)),
        "planregels": sorted(session.scalars(planregels)),
        "lessen": [{veld: getattr(les, veld) for veld in _LES} for les in lessen],
    }


def _maak(session: Session, cyclus: Cyclus, inhoud: dict[str, Any], door: Persoon) -> Subgroep:
    namen = {ander.naam.casefold() for ander in alle(session, cyclus, inhoud["domein"])}
    naam = inhoud["naam"]
    # its old number is free, unless the database has given it to a newer one
    vrij = session.get(Subgroep, inhoud["id"]) is None
    subgroep = Subgroep(
        **({"id": inhoud["id"]} if vrij else {}),
        cyclus_id=cyclus.id,
        domein=inhoud["domein"],
        naam=naam if naam.casefold() not in namen else f"{naam} (teruggezet)",
        soort=inhoud["soort"],
        volgorde=inhoud["volgorde"],
        gedeeld=inhoud["gedeeld"],
        versie=inhoud["versie"],
        gewijzigd_door_id=door.id,
        gewijzigd_op=nu(),
    )
    session.add(subgroep)
    session.flush()
    return subgroep


def _plaats(session: Session, subgroep: Subgroep, leerlingen: list[list[int]], door: Persoon) -> None:
    bezet = select(Plaatsing.regel_id).where(Plaatsing.domein == subgroep.domein)
    rijen = [regel_id for regel_id, _ in leerlingen]
    vrij = set(session.scalars(select(Regel.id).where(Regel.id.in_(rijen), Regel.id.not_in(bezet))))
    session.add_all(
        Plaatsing(
            regel_id=regel_id,
            domein=subgroep.domein,
            subgroep_id=subgroep.id,
            versie=versie,
            gewijzigd_door_id=door.id,
        )
        for regel_id, versie in leerlingen
        if regel_id in vrij
    )
    session.flush()


def _aantal(hoeveel: int, een: str, meer: str) -> str:
    return f"{hoeveel} {een if hoeveel == 1 else meer}"
