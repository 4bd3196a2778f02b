"""Unsaved text of a plan that waits for its writer's next visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from lti_tool.documents.tekst import schoon
from lti_tool.models import Cyclus, Groepsplan, Persoon, Planklad, nu
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.klad import TEN_HOOGSTE
from lti_tool.services.teksten import TEKST_LANGSTE

_PLAATS_LANGSTE = 100


@dataclass(frozen=True)
class Kladveld:
    """One unsaved field, by its id on the page: what was typed, over which version."""

    plaats: str
    waarde: str
    versie: int


def leg_weg(
    session: Session, persoon_id: int, groep_id: int, plan_id: int, velden: Sequence[Kladveld]
) -> None:
    """Keep these for their writer; later text for the same field replaces earlier.

    Raises OngeldigeWaarde (too many, too long) or NietGevonden (a plan of another group).
    """
    te_lang = any(len(v.waarde) > 2 * TEKST_LANGSTE or len(v.plaats) > _PLAATS_LANGSTE for v in velden)
    if len(velden) > TEN_HOOGSTE or te_lang:
        raise OngeldigeWaarde("Dit is meer tekst dan er bewaard kan worden.")
    vraag = select(Groepsplan.id).join(Cyclus).where(Groepsplan.id == plan_id, Cyclus.groep_id == groep_id)
    if session.scalar(vraag) is None:
        raise NietGevonden("Dit plan hoort niet bij deze groep.")
    for veld in velden:
        session.execute(
            delete(Planklad).where(
                Planklad.persoon_id == persoon_id,
                Planklad.plan_id == plan_id,
                Planklad.plaats == veld.plaats,
            )
        )
        session.add(
            Planklad(
                persoon_id=persoon_id,
                plan_id=plan_id,
                plaats=veld.plaats,
                waarde=schoon(veld.waarde),
                basisversie=veld.versie,
                op=nu(),
            )
        )
        session.flush()


def wachtend(session: Session, persoon: Persoon, plan: Groepsplan) -> list[dict[str, Any]]:
    """What waits for this person in this plan."""
    vraag = select(Planklad).where(Planklad.persoon_id == persoon.id, Planklad.plan_id == plan.id)
    return [
        {"plaats": klad.plaats, "waarde": klad.waarde, "versie": klad.basisversie}
        for klad in session.scalars(vraag.order_by(Planklad.id))
    ]


def ruim_op(session: Session, persoon: Persoon, *plaatsen: str) -> None:
    """These fields were saved after all: their notes go."""
    session.execute(delete(Planklad).where(Planklad.persoon_id == persoon.id, Planklad.plaats.in_(plaatsen)))
