"""What is due in a cycle, and what is late: the halfway evaluation, goals, the evaluation, the end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.schooljaar import tussenevaluatie_voor

# what is further ahead is no concern of today
VOORUIT = timedelta(days=14)


@dataclass(frozen=True)
class Stand:
    """The dates of one cycle and its plan.

    ``doelen``: the day of each goal of the plan that has no result yet.
    """

    begin: date
    eind: date
    heeft_plan: bool = False
    halverwege: date | None = None
    halverwege_gedaan: bool = False
    evaluatie: date | None = None
    geevalueerd: bool = False
    doelen: Sequence[date] = field(default=())


@dataclass(frozen=True)
class Agendaregel:
    """One thing to do. ``soort``: halverwege | doelen | evaluatie | cyclus; ``te_laat``: its day is past."""

    soort: str
    tekst: str
    op: date
    te_laat: bool


def agenda(stand: Stand, vandaag: date) -> tuple[Agendaregel, ...]:
    """What is late, and what comes within two weeks, the earliest first."""
    regels = [*_halverwege(stand, vandaag), *_doelen(stand, vandaag)]
    if stand.heeft_plan and not stand.geevalueerd:
        # without a day of its own the plan is evaluated when the cycle ends
        regels.append(_regel("evaluatie", "Evaluatie van het plan", stand.evaluatie or stand.eind, vandaag))
    regels.append(_regel("cyclus", "Einde van de cyclus", stand.eind, vandaag))
    return tuple(sorted((r for r in regels if r.op - vandaag <= VOORUIT), key=lambda regel: regel.op))


def wanneer(op: date, vandaag: date) -> str:
    """A day as one says it: "vandaag", "morgen", "over 5 dagen", "2 dagen te laat"."""
    dagen = (op - vandaag).days
    if dagen < 0:
        return "1 dag te laat" if dagen == -1 else f"{-dagen} dagen te laat"
    return {0: "vandaag", 1: "morgen"}.get(dagen, f"over {dagen} dagen")


def _halverwege(stand: Stand, vandaag: date) -> list[Agendaregel]:
    if not stand.heeft_plan or stand.halverwege_gedaan:
        return []
    if stand.halverwege is not None:
        return [_regel("halverwege", "Evaluatie halverwege", stand.halverwege, vandaag)]
    voorstel = tussenevaluatie_voor(stand.begin, stand.eind)
    if voorstel is None:
        return []
    tekst = (
        "Dit plan loopt langer dan tien weken. Kies een dag om halverwege te evalueren, "
        f"bijvoorbeeld {datum_tekst(voorstel)}."
    )
    return [Agendaregel("halverwege", tekst, min(voorstel, vandaag), voorstel < vandaag)]


def _doelen(stand: Stand, vandaag: date) -> list[Agendaregel]:
    return [
        _regel("doelen", f"{aantal} {'doel' if aantal == 1 else 'doelen'} van het plan", op, vandaag)
        for op, aantal in Counter(stand.doelen).items()
    ]


def _regel(soort: str, wat: str, op: date, vandaag: date) -> Agendaregel:
    return Agendaregel(soort, f"{wat}: {wanneer(op, vandaag)} ({datum_tekst(op)})", op, op < vandaag)
