"""Rows of the previous plan that go on or are to be adjusted: offered when a plan opens, and taken along."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import (
    Cyclus,
    Groepsplan,
    Persoon,
    Plandoel,
    Planregel,
    Planregelsoort,
    Regel,
    Subgroep,
)
from lti_tool.services.evaluatie import evalueren
from lti_tool.services.evaluatie.evalueren import Rijuitkomst
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groepsplan import plandoelen, planrijen
from lti_tool.services.groepsplan.plandoelen import Plandoelinvoer


@dataclass(frozen=True)
class Aanbod:
    """A row that goes on. `plek`: the subgroup of that name, or the pupil's row, in this cycle.

    0 for the whole group; None when there is no such place: then the row can't be taken along.
    """

    rij: Rijuitkomst
    plek: int | None


def aanbod(session: Session, cyclus: Cyclus) -> Sequence[Aanbod]:
    """The rows of the cycle before this one that go on by their evaluation."""
    vorige = evalueren.vorige_uitkomsten(session, cyclus)
    if vorige is None or not vorige.rijen:
        return ()
    groepen = session.scalars(select(Subgroep).where(Subgroep.cyclus_id == cyclus.id))
    subgroepen = {(s.domein, s.naam.casefold()): s.id for s in groepen}
    rijen = select(Regel.persoon_id, Regel.id).where(Regel.cyclus_id == cyclus.id)
    leerlingen = dict(session.execute(rijen).all())
    return [Aanbod(rij, _plek(rij, subgroepen, leerlingen)) for rij in vorige.rijen]


def neem_mee(session: Session, plan: Groepsplan, planregel_ids: Collection[int], door: Persoon) -> int:
    """Put the goals of these rows of the previous plan in this one, once; how many came along.

    What has no place here is left out. Raises Gesloten.
    """
    aantal = 0
    for gevonden in aanbod(session, plan.cyclus):
        if gevonden.rij.planregel_id not in planregel_ids or gevonden.plek is None:
            continue
        regel = _regel(session, plan, gevonden, door)
        if regel is None:
            continue
        for tekst in _nieuw(session, regel, gevonden.rij.doelen):
            try:
                plandoelen.voeg_toe(session, plan.cyclus.groep, regel.id, Plandoelinvoer(tekst), door)
            except OngeldigeWaarde:
                break  # the row is full: what stands there goes first
            aantal += 1
    return aantal


def _plek(
    rij: Rijuitkomst, subgroepen: Mapping[tuple[str, str], int], leerlingen: Mapping[int, int]
) -> int | None:
    if rij.soort == Planregelsoort.BASIS:
        return 0
    if rij.soort == Planregelsoort.LEERLING:
        return leerlingen.get(rij.persoon_id or 0)
    return subgroepen.get((rij.domein, rij.naam.casefold()))


def _regel(session: Session, plan: Groepsplan, gevonden: Aanbod, door: Persoon) -> Planregel | None:
    """The row of this plan for it; None where the form of the plan has no row for the whole group."""
    rij, plek = gevonden.rij, gevonden.plek or 0
    waar: dict[str, object] = (
        {"subgroep_id": plek} if rij.soort == Planregelsoort.SUBGROEP else {"domein": rij.domein}
    )
    if rij.soort == Planregelsoort.LEERLING:
        waar |= {"regel_id": plek}
    vraag = select(Planregel).filter_by(plan_id=plan.id, soort=rij.soort, verwijderd_op=None, **waar)
    bestaand = session.scalars(vraag.order_by(Planregel.id).limit(1)).first()
    if bestaand is not None:
        return bestaand
    if rij.soort == Planregelsoort.SUBGROEP:
        return planrijen.voeg_subgroep_toe(session, plan, plek, door)
    if rij.soort == Planregelsoort.LEERLING:
        return planrijen.voeg_leerling_toe(session, plan, plek, rij.domein, door)
    try:
        return planrijen.voeg_basis_toe(session, plan, rij.domein, door)
    except OngeldigeWaarde:
        return None


def _nieuw(session: Session, regel: Planregel, teksten: Sequence[str]) -> list[str]:
    """The goals that the row doesn't have yet."""
    vraag = select(Plandoel.tekst).where(Plandoel.planregel_id == regel.id, Plandoel.verwijderd_op.is_(None))
    bekend = set(session.scalars(vraag))
    return [tekst for tekst in teksten if tekst not in bekend]
