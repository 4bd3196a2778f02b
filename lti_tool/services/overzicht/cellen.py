"""Saving a cell: checked, never over somebody else's unseen change, kept in the history."""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from lti_tool.documents.tekst import schoon
from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import OngeldigeScore, lees_score
from lti_tool.models import Cel, Cyclus, Groep, Kolom, Kolomsoort, Onderwerp, Persoon, Regel, nu
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.overzicht import celweergave
from lti_tool.services.teksten import TEKST_LANGSTE
from lti_tool.services.tijd import SCHOOLTIJD

# so much of a refused value is said back
_AANGEHAALD = 20


@dataclass(frozen=True)
class Celplaats:
    """A cell's row, column and cycle, checked to belong together and to the group."""

    groep: Groep
    cyclus: Cyclus
    regel: Regel
    kolom: Kolom


def zoek_plaats(session: Session, groep: Groep, regel_id: int, kolom_id: int) -> Celplaats:
    """Raises NietGevonden when row or column isn't this group's, or not of one cycle."""
    vraag = (
        select(Regel, Kolom, Cyclus)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .join(Kolom, Kolom.cyclus_id == Cyclus.id)
        .where(Cyclus.groep_id == groep.id, Regel.id == regel_id, Kolom.id == kolom_id)
        .options(joinedload(Regel.persoon))
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Deze cel is er niet (meer).")
    return Celplaats(groep, rij.Cyclus, rij.Regel, rij.Kolom)


def lees_waarde(kolom: Kolom, tekst: str) -> str:
    """What was typed as it is kept: a score in its canonical form, a text without odd characters.

    Raises OngeldigeWaarde, naming what the column takes.
    """
    if kolom.soort == Kolomsoort.TEKST:
        if len(tekst.strip()) > TEKST_LANGSTE:
            raise OngeldigeWaarde(
                f"De tekst is {len(tekst.strip())} tekens lang. Er passen er {TEKST_LANGSTE} in een cel.",
                f"ten hoogste {TEKST_LANGSTE} tekens",
            )
        return schoon(tekst).strip()
    schaal = Schaal.van_dict(kolom.schaal or {})
    try:
        score = lees_score(schaal, tekst)
    except OngeldigeScore as fout:
        getypt = tekst.strip()[:_AANGEHAALD]
        raise OngeldigeWaarde(f"“{getypt}” past hier niet.", schaal.toegestaan()) from fout
    return score.tekst if score else ""


def bewaar(session: Session, plaats: Celplaats, tekst: str, versie: int, door: Persoon) -> Cel:
    """Save what was typed over the version that the writer saw (0: never saved).

    Raises Gesloten, OngeldigeWaarde, or Conflict when the cell has changed since. The same text
    again is no change.
    """
    eis_open(plaats.cyclus)
    waarde = lees_waarde(plaats.kolom, tekst)
    cel = _zoek(session, plaats)
    if cel is None:
        return _maak(session, plaats, waarde, versie, door)
    if cel.waarde == waarde:
        return cel
    if cel.versie != versie:
        raise _conflict(session, plaats, cel)
    return _schrijf(session, plaats, cel, waarde, door, Onderwerp.CEL, waarde)


def voeg_observatie_toe(session: Session, plaats: Celplaats, tekst: str, door: Persoon) -> Cel:
    """Add a signed line under what stands in a cell; nobody's text is replaced.

    Raises Gesloten, or OngeldigeWaarde for an empty or too long line or another kind of column.
    """
    eis_open(plaats.cyclus)
    if not plaats.kolom.observatie:
        raise OngeldigeWaarde("Bij deze kolom kun je geen observatie toevoegen.")
    regel = " ".join(schoon(tekst).split())
    if not regel:
        raise OngeldigeWaarde("Schrijf eerst je observatie op.")
    datum = nu().astimezone(SCHOOLTIJD)
    getekend = f"{regel} ({door.naam}, {datum.day}-{datum.month})"
    for _ in range(3):
        # held until the end: during a conference several people add to the same cell at once
        cel = _zoek(session, plaats, op_slot=True)
        waarde = lees_waarde(plaats.kolom, f"{cel.waarde}\n{getekend}" if cel else getekend)
        try:
            if cel is None:
                return _maak(session, plaats, waarde, 0, door, Onderwerp.OBSERVATIE, regel)
            return _schrijf(session, plaats, cel, waarde, door, Onderwerp.OBSERVATIE, regel)
        except Conflict:
            session.expire_all()
    raise Conflict("Er schrijven nu meer mensen in deze cel. Probeer het nog eens.")


def _zoek(session: Session, plaats: Celplaats, *, op_slot: bool = False) -> Cel | None:
    vraag = select(Cel).where(Cel.regel_id == plaats.regel.id, Cel.kolom_id == plaats.kolom.id)
    if op_slot:
        vraag = vraag.with_for_update()
    return session.scalars(vraag).one_or_none()


def _maak(
    session: Session,
    plaats: Celplaats,
    waarde: str,
    versie: int,
    door: Persoon,
    onderwerp: Onderwerp = Onderwerp.CEL,
    genoteerd: str | None = None,
) -> Cel:
    cel = Cel(regel_id=plaats.regel.id, kolom_id=plaats.kolom.id, waarde=waarde, gewijzigd_door_id=door.id)
    if not waarde and versie == 0:
        cel.versie = 0
        return cel  # nothing stood there and nothing was typed
    try:
        with session.begin_nested():
            session.add(cel)
    except IntegrityError:
        # somebody was first, between our look and our write
        eerste = _zoek(session, plaats)
        if eerste is None:
            raise
        raise _conflict(session, plaats, eerste) from None
    _noteer(session, plaats, onderwerp, "", waarde if genoteerd is None else genoteerd, door)
    return cel


def _schrijf(
    session: Session,
    plaats: Celplaats,
    cel: Cel,
    waarde: str,
    door: Persoon,
    onderwerp: Onderwerp,
    genoteerd: str,
) -> Cel:
    """One statement decides who is first: the version must still be the one that was read."""
    oud, versie = cel.waarde, cel.versie
    opdracht = (
        update(Cel)
        .where(Cel.id == cel.id, Cel.versie == versie)
        .values(waarde=waarde, versie=versie + 1, gewijzigd_door_id=door.id, gewijzigd_op=nu())
        .execution_options(synchronize_session=False)
    )
    geraakt = session.connection().execute(opdracht).rowcount
    session.refresh(cel)
    if geraakt != 1:
        raise _conflict(session, plaats, cel)
    _noteer(session, plaats, onderwerp, "" if onderwerp is Onderwerp.OBSERVATIE else oud, genoteerd, door)
    return cel


def _noteer(
    session: Session, plaats: Celplaats, onderwerp: Onderwerp, oud: str, nieuw: str, door: Persoon
) -> None:
    geschiedenis.noteer(
        session,
        plaats.groep,
        onderwerp,
        door,
        oud,
        nieuw,
        leerling_id=plaats.regel.persoon_id,
        regel_id=plaats.regel.id,
        kolom_id=plaats.kolom.id,
    )
    session.flush()


def _conflict(session: Session, plaats: Celplaats, cel: Cel) -> Conflict:
    weergave = celweergave.lees_cel(session, plaats.cyclus, plaats.kolom, cel)
    ander = session.get(Persoon, cel.gewijzigd_door_id) if cel.gewijzigd_door_id else None
    naam = ander.naam if ander else "Iemand anders"
    op = cel.gewijzigd_op.astimezone(SCHOOLTIJD).strftime("%H:%M")
    return Conflict(
        f"{naam} heeft deze cel om {op} gewijzigd.",
        waarde=cel.waarde,
        versie=cel.versie,
        onder=weergave.onder,
        verloop=weergave.verloop,
        door=naam,
        op=op,
    )
