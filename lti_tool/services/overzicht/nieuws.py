"""What others changed since a page last asked: cells and signals, as they stand now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, true
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Cyclus, Kolom, Onderwerp, Persoon, Regel, Wijziging, nu
from lti_tool.services.overzicht import celweergave, signalering
from lti_tool.services.overzicht.overzichtbeeld import Celweergave

# Ids are given out before they are committed, and not in that order: what is this young is told again.
_OVERLAP = timedelta(seconds=10)
# A page that slept longer than this many changes had better be opened again.
TEN_HOOGSTE = 300


@dataclass(frozen=True)
class Celnieuws:
    """A cell as it stands now; `nummer`: its newest change."""

    regel_id: int
    kolom_id: int
    weergave: Celweergave
    door: str
    nummer: int


@dataclass(frozen=True)
class Nieuws:
    """`laatste`: ask on from here. `te_veel`: more than can be told; open the page again."""

    laatste: int
    cellen: tuple[Celnieuws, ...] = ()
    signalen: tuple[tuple[int, tuple[str, ...]], ...] = ()
    te_veel: bool = False


def laatste(session: Session, groep_id: int) -> int:
    """The number of the newest change of a group; 0 before the first one."""
    return session.scalar(select(func.max(Wijziging.id)).where(Wijziging.groep_id == groep_id)) or 0


def laatst_gewijzigd(session: Session, cyclus: Cyclus) -> datetime | None:
    """When a row of this overview was last changed; None before the first time."""
    vraag = select(func.max(Wijziging.op)).join(Regel, Regel.id == Wijziging.regel_id)
    return session.scalar(vraag.where(Wijziging.groep_id == cyclus.groep_id, Regel.cyclus_id == cyclus.id))


def sinds(
    session: Session, cyclus: Cyclus, vanaf: int, kolommen: Sequence[Kolom], lezer_id: int | None
) -> Nieuws:
    """Changes after number `vanaf`, in the given columns, by others than `lezer_id` (None: by anybody).

    Six queries and one per signal.
    """
    wijzigingen = _wijzigingen(session, cyclus.groep_id, vanaf, lezer_id)
    nieuwste = max((w.id for w in wijzigingen), default=vanaf)
    if len(wijzigingen) > TEN_HOOGSTE:
        return Nieuws(laatste(session, cyclus.groep_id), te_veel=True)
    per_id = {kolom.id: kolom for kolom in kolommen}
    # newest first, so the first number of a place is its newest
    plaatsen: dict[tuple[int | None, int | None], int] = {}
    for w in wijzigingen:
        if w.onderwerp != Onderwerp.SIGNAAL and w.kolom_id in per_id:
            plaatsen.setdefault((w.regel_id, w.kolom_id), w.id)
    regels = {w.regel_id for w in wijzigingen if w.onderwerp == Onderwerp.SIGNAAL and w.regel_id}
    return Nieuws(
        max(nieuwste, vanaf),
        tuple(_cellen(session, cyclus, plaatsen)),
        tuple((regel_id, tuple(signalering.signalen(session, regel_id))) for regel_id in sorted(regels)),
    )


def _wijzigingen(session: Session, groep_id: int, vanaf: int, lezer_id: int | None) -> Sequence[Wijziging]:
    vraag = (
        select(Wijziging)
        .where(
            Wijziging.groep_id == groep_id,
            or_(Wijziging.id > vanaf, Wijziging.op > nu() - _OVERLAP),
            true() if lezer_id is None else or_(Wijziging.door_id.is_(None), Wijziging.door_id != lezer_id),
        )
        .order_by(Wijziging.id.desc())
        .limit(TEN_HOOGSTE + 1)
    )
    return session.scalars(vraag).all()


def _cellen(
    session: Session,
    cyclus: Cyclus,
    plaatsen: dict[tuple[int | None, int | None], int],
) -> list[Celnieuws]:
    if not plaatsen:
        return []
    vraag = (
        select(Cel, Persoon.naam)
        .join(Regel, Regel.id == Cel.regel_id)
        .join(Persoon, Persoon.id == Cel.gewijzigd_door_id, isouter=True)
        .where(
            Regel.cyclus_id == cyclus.id,
            Cel.regel_id.in_({regel_id for regel_id, _ in plaatsen}),
            Cel.kolom_id.in_({kolom_id for _, kolom_id in plaatsen}),
        )
    )
    rijen = session.execute(vraag).all()
    namen = {cel.id: naam or "Beheer" for cel, naam in rijen if (cel.regel_id, cel.kolom_id) in plaatsen}
    cellen = celweergave.lees_cellen(session, cyclus, [cel for cel, _ in rijen if cel.id in namen])
    return [
        Celnieuws(cel.regel_id, cel.kolom_id, weergave, namen[cel.id], plaatsen[cel.regel_id, cel.kolom_id])
        for cel, weergave in cellen
    ]
