"""Proposals for column S: worked out from the data, accepted or turned down by the owner."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lti_tool.hgw.signalen import Voorstel
from lti_tool.models import Cyclus, Groep, Onderwerp, Persoon, Regel, Signaal, Voorstelbesluit
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import Conflict, OngeldigeWaarde
from lti_tool.services.groep import regels
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.overzicht import signaalbeeld, signalering

OVERGENOMEN, AFGEWEZEN = "overgenomen", "afgewezen"


@dataclass(frozen=True)
class Rij:
    """A row as far as proposals go; `redenen`: the signals that stand."""

    regel_id: int
    persoon_id: int
    vertrokken: bool
    redenen: Sequence[str]


@dataclass(frozen=True)
class Regelstand:
    """Of one row: the proposals nobody decided on yet, and whether the owner has looked at this pupil.

    `bekeken`: a signal was set, a proposal decided on, or `doorlopen`: said to need no signal.
    """

    voorstellen: tuple[Voorstel, ...]
    bekeken: bool
    doorlopen: bool = False


def rijen(session: Session, cyclus: Cyclus) -> list[Rij]:
    """The rows of a cycle, for who hasn't read its overview already. Three queries."""
    gevonden = regels.van_leerlingen(session, cyclus)
    vraag = select(Signaal.regel_id, Signaal.reden).where(
        Signaal.regel_id.in_([regel.id for regel, _ in gevonden])
    )
    redenen = _per_regel(session, vraag)
    return [
        Rij(regel.id, regel.persoon_id, leerling.vertrokken, redenen[regel.id])
        for regel, leerling in gevonden
    ]


def lees(session: Session, cyclus: Cyclus, van: Sequence[Rij]) -> dict[int, Regelstand]:
    """Per row how it stands. Five queries, whatever the class.

    Who left gets no proposals. A proposal whose reason already stands in S isn't made again.
    """
    vraag = select(Voorstelbesluit.regel_id, Voorstelbesluit.kenmerk)
    besluiten = _per_regel(session, vraag.where(Voorstelbesluit.regel_id.in_([rij.regel_id for rij in van])))
    bekeken = select(Regel.id).where(Regel.cyclus_id == cyclus.id, Regel.doorlopen_op.is_not(None))
    doorlopen = set(session.scalars(bekeken))
    met_gegevens = signaalbeeld.met_gegevens(session, cyclus)
    beeld = signaalbeeld.lees(session, cyclus)
    # while most of the overview is still empty, an empty row says nothing about that pupil
    stil = sum(met_gegevens.values()) * 2 <= len(met_gegevens)

    def stand(rij: Rij) -> Regelstand:
        leeg = not met_gegevens.get(rij.regel_id)
        gedaan = besluiten[rij.regel_id]
        klaar = rij.regel_id in doorlopen
        bekeken = rij.vertrokken or klaar or bool(rij.redenen or gedaan)
        if rij.vertrokken or (leeg and stil):
            return Regelstand((), bekeken, klaar)
        nieuw = (
            voorstel
            for voorstel in beeld.stel_voor(rij.persoon_id, andere_gegevens=not leeg)
            if voorstel.kenmerk not in gedaan and not _staat_al(voorstel, rij.redenen)
        )
        return Regelstand(tuple(nieuw), bekeken, klaar)

    return {rij.regel_id: stand(rij) for rij in van}


def neem_over(session: Session, groep: Groep, regel_id: int, kenmerk: str, door: Persoon) -> None:
    """Set the signal that is proposed. Doing it twice changes nothing more.

    Raises NietGevonden, Gesloten, Conflict when the data no longer say so, or OngeldigeWaarde when only
    the owner can tell the reason.
    """
    regel, cyclus = regels.zoek(session, groep, regel_id)
    eis_open(cyclus)
    if _besluit(session, regel, kenmerk) == OVERGENOMEN:
        return
    voorstel = _voorstel(session, cyclus, regel, kenmerk)
    if voorstel.reden is None:
        raise OngeldigeWaarde("Kies zelf een reden: die staat niet in de gegevens.")
    signalering.zet(session, groep, regel.id, voorstel.reden, True, door)
    _leg_vast(session, regel, kenmerk, OVERGENOMEN, door)


def wijs_af(session: Session, groep: Groep, regel_id: int, kenmerk: str, door: Persoon) -> None:
    """Turn a proposal down: it stays down until the data behind it change. Raises as neem_over does."""
    regel, cyclus = regels.zoek(session, groep, regel_id)
    eis_open(cyclus)
    if _besluit(session, regel, kenmerk) == AFGEWEZEN:
        return
    voorstel = _voorstel(session, cyclus, regel, kenmerk)
    _leg_vast(session, regel, kenmerk, AFGEWEZEN, door)
    _noteer(session, groep, regel, door, voorstel.uitleg, "niet gesignaleerd")


def draai_terug(session: Session, groep: Groep, regel_id: int, kenmerk: str, door: Persoon) -> None:
    """Forget a decision, and take back the signal that it set. Raises NietGevonden or Gesloten."""
    regel, cyclus = regels.zoek(session, groep, regel_id)
    eis_open(cyclus)
    besluit = _besluit(session, regel, kenmerk)
    if besluit is None:
        return
    voorstel = _voorstellen(session, cyclus, regel).get(kenmerk)
    session.execute(
        delete(Voorstelbesluit).where(
            Voorstelbesluit.regel_id == regel.id, Voorstelbesluit.kenmerk == kenmerk
        )
    )
    if besluit == OVERGENOMEN and voorstel and voorstel.reden:
        signalering.zet(session, groep, regel.id, voorstel.reden, False, door)
    elif besluit == AFGEWEZEN:
        _noteer(session, groep, regel, door, "niet gesignaleerd", voorstel.uitleg if voorstel else "")
    session.flush()


def _staat_al(voorstel: Voorstel, redenen: Sequence[str]) -> bool:
    return bool(redenen) if voorstel.reden is None else voorstel.reden in redenen


def _per_regel(session: Session, vraag: Any) -> defaultdict[int, list[str]]:
    gevonden: defaultdict[int, list[str]] = defaultdict(list)
    for regel_id, waarde in session.execute(vraag):
        gevonden[regel_id].append(waarde)
    return gevonden


def _voorstel(session: Session, cyclus: Cyclus, regel: Regel, kenmerk: str) -> Voorstel:
    voorstel = _voorstellen(session, cyclus, regel).get(kenmerk)
    if voorstel is None:
        raise Conflict("De gegevens zijn veranderd. Dit voorstel is er niet meer.")
    return voorstel


def _voorstellen(session: Session, cyclus: Cyclus, regel: Regel) -> dict[str, Voorstel]:
    """All proposals for one row by their kenmerk, whatever was decided."""
    beeld = signaalbeeld.lees(session, cyclus)
    andere = signaalbeeld.met_gegevens(session, cyclus)[regel.id]
    return {v.kenmerk: v for v in beeld.stel_voor(regel.persoon_id, andere_gegevens=andere)}


def _besluit(session: Session, regel: Regel, kenmerk: str) -> str | None:
    vraag = select(Voorstelbesluit.besluit).where(
        Voorstelbesluit.regel_id == regel.id, Voorstelbesluit.kenmerk == kenmerk
    )
    return session.scalar(vraag)


def _leg_vast(session: Session, regel: Regel, kenmerk: str, besluit: str, door: Persoon) -> None:
    """Keep the decision; a second owner who decides otherwise at the same time has the last word."""
    vraag = select(Voorstelbesluit).filter_by(regel_id=regel.id, kenmerk=kenmerk)
    try:
        with session.begin_nested():
            session.add(Voorstelbesluit(regel_id=regel.id, kenmerk=kenmerk, besluit=besluit, door_id=door.id))
    except IntegrityError:
        eerder = session.scalars(vraag).one()
        eerder.besluit, eerder.door_id = besluit, door.id
        session.flush()


def _noteer(session: Session, groep: Groep, regel: Regel, door: Persoon, oud: str, nieuw: str) -> None:
    geschiedenis.noteer(
        session,
        groep,
        Onderwerp.VOORSTEL,
        door,
        oud,
        nieuw,
        leerling_id=regel.persoon_id,
        regel_id=regel.id,
    )
    session.flush()
