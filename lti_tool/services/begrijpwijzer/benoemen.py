"""Step 3 over a whole class: whose needs are to be named, who is next, how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Cyclus, Kolom, Regel, Signaal
from lti_tool.services.groep import regels as rijen
from lti_tool.services.groep.rooster import Leerling


@dataclass(frozen=True)
class Benoemrij:
    """A pupil in the list: reasons why signalled (none: not), and whether a need stands in the overview."""

    regel_id: int
    leerling: Leerling
    signalen: tuple[str, ...]
    benoemd: bool


def lijst(session: Session, cyclus: Cyclus) -> list[Benoemrij]:
    """The pupils of a cycle, sorted as the Dutch do; who left only while there is a need of theirs."""
    signalen: dict[int, list[str]] = {}
    vraag = select(Signaal.regel_id, Signaal.reden).join(Regel).where(Regel.cyclus_id == cyclus.id)
    for nummer, reden in session.execute(vraag.order_by(Signaal.id)):
        signalen.setdefault(nummer, []).append(reden)
    benoemd = set(
        session.scalars(
            select(Cel.regel_id)
            .join(Kolom, Kolom.id == Cel.kolom_id)
            .where(Kolom.cyclus_id == cyclus.id, Kolom.blok == "behoeften", Cel.waarde != "")
        )
    )
    return [
        Benoemrij(regel.id, leerling, tuple(signalen.get(regel.id, ())), regel.id in benoemd)
        for regel, leerling in rijen.van_leerlingen(session, cyclus)
        if not leerling.vertrokken or regel.id in benoemd
    ]


def te_benoemen(rijen: Sequence[Benoemrij]) -> list[Benoemrij]:
    """Those whose needs are to be named: the signalled ones who are still here."""
    return [rij for rij in rijen if rij.signalen and not rij.leerling.vertrokken]


def eerste(rijen: Sequence[Benoemrij]) -> Benoemrij | None:
    """Where to go on: the first signalled pupil without a need, else the first one at all."""
    gesignaleerd = te_benoemen(rijen)
    open_rijen = [rij for rij in gesignaleerd if not rij.benoemd]
    return next(iter([*open_rijen, *gesignaleerd, *rijen]), None)


def volgende(rijen: Sequence[Benoemrij], regel_id: int, stap: int = 1) -> Benoemrij | None:
    """The next (1) or previous (-1) signalled pupil, going round; None when there is no other."""
    plek = next((nummer for nummer, rij in enumerate(rijen) if rij.regel_id == regel_id), 0)
    rond = [*rijen[plek + 1 :], *rijen[:plek]][::stap]
    return next(iter(te_benoemen(rond)), None)
