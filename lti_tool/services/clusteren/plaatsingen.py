"""Where pupils are in a domain: in a subgroup, deliberately alone, or not placed yet."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.models import Cyclus, Groep, Onderwerp, Persoon, Plaatsing, Regel, Subgroep
from lti_tool.services import geschiedenis, versies
from lti_tool.services.begrijpwijzer.behoeftelezen import zoek_domein
from lti_tool.services.fouten import Conflict, NietGevonden
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groep.rooster import leerling_van

# besides the id of a subgroup
ALLEEN = "alleen"  # deliberately in no subgroup
GEEN = ""  # not placed yet
Bestemming = int | str


@dataclass(frozen=True)
class Plek:
    """Where one pupil is in one domain: a subgroup's id, ALLEEN or GEEN (then version 0)."""

    waar: Bestemming
    versie: int


def van_domein(session: Session, cyclus: Cyclus, domein: str) -> dict[int, Plek]:
    """Row -> where its pupil is; who isn't placed is left out. One query."""
    vraag = (
        select(Plaatsing.regel_id, Plaatsing.subgroep_id, Plaatsing.versie)
        .join(Regel, Regel.id == Plaatsing.regel_id)
        .where(Regel.cyclus_id == cyclus.id, Plaatsing.domein == domein)
    )
    return {
        regel_id: Plek(ALLEEN if subgroep_id is None else subgroep_id, versie)
        for regel_id, subgroep_id, versie in session.execute(vraag)
    }


def subgroepen_van(session: Session, cyclus: Cyclus) -> dict[int, list[int]]:
    """Row -> the subgroups that its pupil is in, of whatever domain. One query."""
    vraag = (
        select(Plaatsing.regel_id, Subgroep.id)
        .join(Subgroep, Subgroep.id == Plaatsing.subgroep_id)
        .where(Subgroep.cyclus_id == cyclus.id)
        .order_by(Subgroep.id)
    )
    gevonden: dict[int, list[int]] = defaultdict(list)
    for regel_id, subgroep_id in session.execute(vraag):
        gevonden[regel_id].append(subgroep_id)
    return dict(gevonden)


def zoek_regel(session: Session, groep: Groep, regel_id: int) -> tuple[Regel, Cyclus]:
    """A pupil's row in an open cycle of this group. Raises NietGevonden or Gesloten."""
    vraag = (
        select(Regel, Cyclus)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .where(Regel.id == regel_id, Cyclus.groep_id == groep.id)
        .options(joinedload(Regel.persoon))
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Deze leerling staat niet in dit overzicht.")
    eis_open(rij.Cyclus)
    return rij.Regel, rij.Cyclus


def plaats(
    session: Session,
    groep: Groep,
    regel_id: int,
    domein: str,
    naar: Bestemming,
    versie: int,
    door: Persoon,
) -> Plek:
    """Put a pupil somewhere, over the version that was seen (0: not placed).

    Raises NietGevonden, Gesloten, or Conflict with where the pupil is now.
    """
    regel, cyclus = zoek_regel(session, groep, regel_id)
    zoek_domein(groep, domein)
    doel = _subgroep(session, cyclus, domein, naar)
    vraag = select(Plaatsing).where(Plaatsing.regel_id == regel_id, Plaatsing.domein == domein)
    rij = session.scalars(vraag).one_or_none()
    was = _plek(rij)
    if was.waar == naar:
        return was
    oud = _in_woorden(session, domein, was.waar)
    if rij is None:
        if versie != 0:
            raise _conflict_leeg(regel)
        _voeg_toe(session, regel, domein, doel, door)
    elif naar == GEEN:
        _haal_weg(session, regel, rij, versie)
    elif not versies.schrijf(session, rij, versie, door, subgroep_id=doel.id if doel else None):
        raise _conflict(session, regel, rij)
    geschiedenis.noteer(
        session,
        groep,
        Onderwerp.SUBGROEP,
        door,
        oud,
        _in_woorden(session, domein, naar),
        leerling_id=regel.persoon_id,
        regel_id=regel.id,
    )
    session.flush()
    return _plek(session.scalars(vraag).one_or_none())


def plaats_nieuwen(
    session: Session, groep: Groep, subgroep: Subgroep, regel_ids: Sequence[int], door: Persoon
) -> list[int]:
    """Put those in a subgroup who aren't placed in its domain yet; gives the rows that were placed.

    Who was placed by somebody meanwhile stays there. Raises NietGevonden or Gesloten.
    """
    vraag = select(Plaatsing.regel_id).where(
        Plaatsing.regel_id.in_(regel_ids), Plaatsing.domein == subgroep.domein
    )
    bezet = set(session.scalars(vraag))
    nieuw = [regel_id for regel_id in dict.fromkeys(regel_ids) if regel_id not in bezet]
    for regel_id in nieuw:
        plaats(session, groep, regel_id, subgroep.domein, subgroep.id, 0, door)
    return nieuw


def _subgroep(session: Session, cyclus: Cyclus, domein: str, naar: Bestemming) -> Subgroep | None:
    if naar in (ALLEEN, GEEN):
        return None
    vraag = select(Subgroep).where(
        Subgroep.id == naar, Subgroep.cyclus_id == cyclus.id, Subgroep.domein == domein
    )
    gevonden = session.scalars(vraag).one_or_none() if isinstance(naar, int) else None
    if gevonden is None:
        raise NietGevonden("Deze subgroep is er niet (meer).")
    return gevonden


def _plek(rij: Plaatsing | None) -> Plek:
    if rij is None:
        return Plek(GEEN, 0)
    return Plek(ALLEEN if rij.subgroep_id is None else rij.subgroep_id, rij.versie)


def _voeg_toe(session: Session, regel: Regel, domein: str, doel: Subgroep | None, door: Persoon) -> None:
    rij = Plaatsing(
        regel_id=regel.id,
        domein=domein,
        subgroep_id=doel.id if doel else None,
        gewijzigd_door_id=door.id,
    )
    if not versies.voeg_toe(session, rij):
        vraag = select(Plaatsing).where(Plaatsing.regel_id == regel.id, Plaatsing.domein == domein)
        raise _conflict(session, regel, session.scalars(vraag).one())


def _haal_weg(session: Session, regel: Regel, rij: Plaatsing, versie: int) -> None:
    session.flush()
    weg = delete(Plaatsing).where(Plaatsing.id == rij.id, Plaatsing.versie == versie)
    # a made-up version may not even fit in the database
    if rij.versie != versie or session.connection().execute(weg).rowcount != 1:
        session.refresh(rij)
        raise _conflict(session, regel, rij)
    session.expunge(rij)


def _conflict(session: Session, regel: Regel, rij: Plaatsing) -> Conflict:
    plek = _plek(rij)
    return versies.conflict(session, rij, f"de plek van {leerling_van(regel.persoon).naam}", waar=plek.waar)


def _conflict_leeg(regel: Regel) -> Conflict:
    naam = leerling_van(regel.persoon).naam
    return Conflict(f"Iemand anders heeft {naam} net uit de subgroep gehaald.", waar=GEEN, versie=0)


def _in_woorden(session: Session, domein: str, waar: Bestemming) -> str:
    if waar == GEEN:
        return ""
    domeinnaam = DOMEIN_PER_SLEUTEL[domein].naam
    subgroep = session.get(Subgroep, waar) if isinstance(waar, int) else None
    return f"{domeinnaam}: subgroep {subgroep.naam}" if subgroep else f"{domeinnaam}: bewust alleen"
