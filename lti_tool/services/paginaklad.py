"""Unsaved text of any page of a cycle that waits for its writer's next visit (of cells: klad.py)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from lti_tool.documents.tekst import schoon
from lti_tool.models import Cyclus, Paginaklad, Persoon, nu
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.klad import TEN_HOOGSTE
from lti_tool.services.teksten import TEKST_LANGSTE

_PLAATS_LANGSTE = 255
# a part of a page may hold a few texts, sent as one
_WAARDE_LANGSTE = 4 * TEKST_LANGSTE


@dataclass(frozen=True)
class Kladveld:
    """One unsaved field or part of a page, by its name there: what was typed, over which version."""

    plaats: str
    waarde: str
    versie: int


def leg_weg(
    session: Session, persoon_id: int, cyclus_id: int, pagina: str, velden: Sequence[Kladveld]
) -> None:
    """Keep these for their writer; later text for the same field replaces earlier.

    Raises OngeldigeWaarde (too many, too long) or NietGevonden (the cycle or the person is gone).
    """
    te_lang = any(len(v.waarde) > _WAARDE_LANGSTE or len(v.plaats) > _PLAATS_LANGSTE for v in velden)
    if len(velden) > TEN_HOOGSTE or te_lang:
        raise OngeldigeWaarde("Dit is meer tekst dan er bewaard kan worden.")
    if session.get(Cyclus, cyclus_id) is None or session.get(Persoon, persoon_id) is None:
        raise NietGevonden("Deze cyclus is er niet meer.")
    # of the same field twice in one deposit the later one counts
    laatste = {veld.plaats: veld for veld in velden}
    ruim_op(session, persoon_id, cyclus_id, pagina, laatste)
    session.add_all(
        Paginaklad(
            persoon_id=persoon_id,
            cyclus_id=cyclus_id,
            pagina=pagina,
            plaats=veld.plaats,
            waarde=schoon(veld.waarde),
            basisversie=veld.versie,
            op=nu(),
        )
        for veld in laatste.values()
    )
    session.flush()


def wachtend(session: Session, persoon: Persoon, cyclus: Cyclus, pagina: str) -> list[Kladveld]:
    """What waits for this person on this page."""
    vraag = select(Paginaklad).filter_by(persoon_id=persoon.id, cyclus_id=cyclus.id, pagina=pagina)
    return [
        Kladveld(klad.plaats, klad.waarde, klad.basisversie)
        for klad in session.scalars(vraag.order_by(Paginaklad.id))
    ]


def ruim_op(
    session: Session, persoon_id: int, cyclus_id: int, pagina: str, plaatsen: Collection[str]
) -> None:
    """These fields were saved after all, or their writer let them go. Raises OngeldigeWaarde (too many)."""
    if len(plaatsen) > TEN_HOOGSTE:
        raise OngeldigeWaarde("Zoveel velden heeft geen pagina.")
    session.execute(
        delete(Paginaklad).where(
            Paginaklad.persoon_id == persoon_id,
            Paginaklad.cyclus_id == cyclus_id,
            Paginaklad.pagina == pagina,
            Paginaklad.plaats.in_(plaatsen),
        )
    )
