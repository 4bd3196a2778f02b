"""One truth of what became of a goal: the plan's for a pupil, and the pupil's own goals under it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lti_tool.models import (
    Doel,
    Doelresultaat,
    Onderwijsbehoefte,
    Persoon,
    Plandoel,
    Plandoelbron,
    Planregel,
    nu,
)


@dataclass(frozen=True)
class Verband:
    """Goals of a plan and a pupil's own goals that stand for the same thing."""

    plandoelen: frozenset[int]
    doelen: frozenset[int]


def rond_plandoel(session: Session, plandoel_id: int, regel_ids: Collection[int]) -> dict[int, Verband]:
    """regel_id -> what hangs together with this goal of the plan for that pupil."""
    koppels = _koppels(session, regel_ids)
    return {regel_id: _verband(koppels.get(regel_id, []), plandoel_id, None) for regel_id in regel_ids}


def rond_doel(session: Session, doel_id: int, regel_id: int) -> Verband:
    """What hangs together with a pupil's own goal; the goal itself when no plan knows it."""
    return _verband(_koppels(session, [regel_id]).get(regel_id, []), None, doel_id)


def zet_doelen(session: Session, doel_ids: Iterable[int], uitkomst: str) -> None:
    """Say of pupils' own goals what became of them."""
    opdracht = update(Doel).where(Doel.id.in_(list(doel_ids)), Doel.bereikt != uitkomst)
    session.execute(opdracht.values(bereikt=uitkomst))


def zet_plandoelen(
    session: Session, plandoel_ids: Collection[int], regel_id: int, uitkomst: str, door: Persoon
) -> None:
    """Say the same of goals of plans for one pupil, so that who had them on screen is told of it."""
    vraag = select(Doelresultaat).where(
        Doelresultaat.plandoel_id.in_(plandoel_ids), Doelresultaat.regel_id == regel_id
    )
    bekend = {rij.plandoel_id: rij for rij in session.scalars(vraag)}
    for plandoel_id in plandoel_ids:
        rij = bekend.get(plandoel_id)
        if rij is None and uitkomst:
            session.add(
                Doelresultaat(
                    plandoel_id=plandoel_id,
                    regel_id=regel_id,
                    resultaat=uitkomst,
                    gewijzigd_door_id=door.id,
                )
            )
        elif rij is not None and rij.resultaat != uitkomst:
            rij.resultaat, rij.versie = uitkomst, rij.versie + 1
            rij.gewijzigd_door_id, rij.gewijzigd_op = door.id, nu()
    session.flush()


def _koppels(session: Session, regel_ids: Collection[int]) -> dict[int, list[tuple[int, int]]]:
    """regel_id -> (goal of the plan, own goal) of that pupil; nothing that was taken out of the plan."""
    vraag = (
        select(Onderwijsbehoefte.regel_id, Plandoelbron.plandoel_id, Plandoelbron.doel_id)
        .join(Doel, Doel.id == Plandoelbron.doel_id)
        .join(Onderwijsbehoefte, Onderwijsbehoefte.id == Doel.behoefte_id)
        .join(Plandoel, Plandoel.id == Plandoelbron.plandoel_id)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .where(
            Onderwijsbehoefte.regel_id.in_(regel_ids),
            Plandoel.verwijderd_op.is_(None),
            Planregel.verwijderd_op.is_(None),
        )
    )
    gevonden: dict[int, list[tuple[int, int]]] = {}
    for regel_id, plandoel_id, doel_id in session.execute(vraag):
        gevonden.setdefault(regel_id, []).append((plandoel_id, doel_id))
    return gevonden


def _verband(koppels: list[tuple[int, int]], plandoel_id: int | None, doel_id: int | None) -> Verband:
    """Everything that can be reached from one goal over the links of a pupil."""
    plandoelen = {plandoel_id} - {None}
    doelen = {doel_id} - {None}
    while True:
        nieuw = [(p, d) for p, d in koppels if (p in plandoelen) != (d in doelen)]
        if not nieuw:
            break
        plandoelen |= {p for p, _ in nieuw}
        doelen |= {d for _, d in nieuw}
    return Verband(frozenset(p for p in plandoelen if p), frozenset(d for d in doelen if d))
