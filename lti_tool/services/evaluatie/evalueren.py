"""What an evaluation hands on to the next cycle: goals that weren't reached, rows that go on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from lti_tool.hgw.evaluatie import GAAT_DOOR, NIET_BEHAALD
from lti_tool.models import (
    Cyclus,
    Doel,
    Doelresultaat,
    Groepsplan,
    Onderwijsbehoefte,
    Persoon,
    Plandoel,
    Plandoelbron,
    Planevaluatie,
    Planregel,
    Planregelsoort,
    Regel,
    Subgroep,
)
from lti_tool.services.groep.rooster import leerling_van
from lti_tool.services.groepsplan.planlezen import HELE_GROEP


@dataclass(frozen=True)
class Doeluitkomst:
    """What became of a goal of a pupil in the previous cycle.

    `doel_id`: the pupil's own goal, None for one that stands in the plan only. `resultaat` and `oorzaak`:
    keys of hgw.evaluatie.
    """

    persoon_id: int
    domein: str
    tekst: str
    maat: str
    resultaat: str
    oorzaak: str = ""
    toelichting: str = ""
    doel_id: int | None = None

    @property
    def open(self) -> bool:
        """Whether the goal is to be offered again."""
        return self.resultaat in NIET_BEHAALD


@dataclass(frozen=True)
class Rijuitkomst:
    """A row of the previous plan that goes on or is to be adjusted, with its goals that are still there."""

    planregel_id: int
    soort: str
    domein: str
    naam: str
    persoon_id: int | None
    besluit: str
    doelen: tuple[str, ...]


@dataclass(frozen=True)
class Vorigeuitkomsten:
    """Of the cycle with this number; `doelen` of which something was said, also that they were reached."""

    volgnummer: int
    doelen: tuple[Doeluitkomst, ...]
    rijen: tuple[Rijuitkomst, ...]

    @property
    def open_doelen(self) -> tuple[Doeluitkomst, ...]:
        """The goals that were reached partly or not."""
        return tuple(doel for doel in self.doelen if doel.open)


def vorige_uitkomsten(session: Session, cyclus: Cyclus) -> Vorigeuitkomsten | None:
    """What the cycle before this one hands on; None for the first. A fixed number of queries."""
    vorige = _vorige(session, cyclus)
    if vorige is None:
        return None
    return Vorigeuitkomsten(
        vorige.volgnummer, tuple(_doelen(session, vorige)), tuple(_rijen(session, vorige))
    )


def van_leerling(session: Session, cyclus: Cyclus, persoon_id: int) -> tuple[Doeluitkomst, ...]:
    """What became of the goals of one pupil in the cycle before this one. Three queries."""
    vorige = _vorige(session, cyclus)
    return tuple(_doelen(session, vorige, Regel.persoon_id == persoon_id)) if vorige else ()


def _vorige(session: Session, cyclus: Cyclus) -> Cyclus | None:
    vraag = select(Cyclus).where(Cyclus.groep_id == cyclus.groep_id, Cyclus.volgnummer < cyclus.volgnummer)
    return session.scalars(vraag.order_by(Cyclus.volgnummer.desc()).limit(1)).first()


@dataclass(frozen=True)
class _Gezegd:
    """A result with the goal of the plan that it is about."""

    resultaat: Doelresultaat
    doel: Plandoel
    domein: str
    persoon_id: int

    def uitkomst(self) -> Doeluitkomst:
        zegt = self.resultaat
        return Doeluitkomst(
            self.persoon_id,
            self.domein,
            self.doel.tekst,
            self.doel.maat,
            zegt.resultaat,
            zegt.oorzaak,
            zegt.toelichting,
        )


def _doelen(session: Session, vorige: Cyclus, *wie: ColumnElement[bool]) -> Iterator[Doeluitkomst]:
    """Pupils' own goals first, with cause and remark from the plan; then what stands in the plan only."""
    gezegd = _resultaten(session, vorige, *wie)
    vraag = (
        select(Doel, Onderwijsbehoefte.domein, Regel.id, Regel.persoon_id, Plandoelbron.plandoel_id)
        .join(Onderwijsbehoefte, Onderwijsbehoefte.id == Doel.behoefte_id)
        .join(Regel, Regel.id == Onderwijsbehoefte.regel_id)
        .join(Plandoelbron, Plandoelbron.doel_id == Doel.id, isouter=True)
        .where(Regel.cyclus_id == vorige.id, *wie)
        .order_by(Regel.id, Onderwijsbehoefte.id, Doel.prioriteit, Plandoelbron.id)
    )
    gezien: set[int] = set()
    for doel, domein, regel_id, persoon_id, plandoel_id in session.execute(vraag):
        if not doel.bereikt:
            continue
        van_plan = gezegd.pop((plandoel_id, regel_id), None)
        if doel.id not in gezien:
            oorzaak = van_plan.resultaat.oorzaak if van_plan else ""
            toelichting = van_plan.resultaat.toelichting if van_plan else ""
            yield Doeluitkomst(
                persoon_id, domein, doel.tekst, doel.maat, doel.bereikt, oorzaak, toelichting, doel.id
            )
        gezien.add(doel.id)
    yield from (rest.uitkomst() for rest in gezegd.values())


def _resultaten(
    session: Session, vorige: Cyclus, *wie: ColumnElement[bool]
) -> dict[tuple[int, int], _Gezegd]:
    """(plandoel_id, regel_id) -> what was said, in the order of the plan."""
    vraag = (
        select(Doelresultaat, Plandoel, Planregel.domein, Regel.persoon_id)
        .join(Plandoel, Plandoel.id == Doelresultaat.plandoel_id)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .join(Groepsplan, Groepsplan.id == Planregel.plan_id)
        .join(Regel, Regel.id == Doelresultaat.regel_id)
        .where(
            Groepsplan.cyclus_id == vorige.id,
            Doelresultaat.resultaat != "",
            Plandoel.verwijderd_op.is_(None),
            Planregel.verwijderd_op.is_(None),
            *wie,
        )
        .order_by(Planregel.volgorde, Planregel.id, Plandoel.volgorde, Plandoel.id, Doelresultaat.id)
    )
    return {
        (resultaat.plandoel_id, resultaat.regel_id): _Gezegd(resultaat, doel, domein, persoon_id)
        for resultaat, doel, domein, persoon_id in session.execute(vraag)
    }


def _rijen(session: Session, vorige: Cyclus) -> Iterator[Rijuitkomst]:
    vraag = (
        select(Planregel, Planevaluatie.besluit, Subgroep.naam, Persoon)
        .join(Groepsplan, Groepsplan.id == Planregel.plan_id)
        .join(Planevaluatie, Planevaluatie.planregel_id == Planregel.id)
        .join(Subgroep, Subgroep.id == Planregel.subgroep_id, isouter=True)
        .join(Regel, Regel.id == Planregel.regel_id, isouter=True)
        .join(Persoon, Persoon.id == Regel.persoon_id, isouter=True)
        .where(
            Groepsplan.cyclus_id == vorige.id,
            Planregel.verwijderd_op.is_(None),
            Planevaluatie.besluit.in_(GAAT_DOOR),
        )
        .order_by(Planregel.volgorde, Planregel.id)
    )
    rijen = session.execute(vraag).all()
    doelen = _teksten(session, [rij.Planregel.id for rij in rijen])
    for regel, besluit, naam, persoon in rijen:
        yield Rijuitkomst(
            regel.id,
            regel.soort,
            regel.domein,
            _naam(regel, naam, persoon),
            persoon.id if persoon else None,
            besluit,
            tuple(doelen.get(regel.id, ())),
        )


def _naam(regel: Planregel, subgroep: str | None, leerling: Persoon | None) -> str:
    if regel.soort == Planregelsoort.BASIS:
        return HELE_GROEP
    return leerling_van(leerling).naam if leerling else subgroep or regel.naam


def _teksten(session: Session, planregel_ids: Sequence[int]) -> dict[int, list[str]]:
    """planregel_id -> the words of its goals, but those that everybody of whom it was said has reached."""
    gezegd = select(Doelresultaat.id).where(
        Doelresultaat.plandoel_id == Plandoel.id, Doelresultaat.resultaat != ""
    )
    open_voor = gezegd.where(Doelresultaat.resultaat != "bereikt").exists() | ~gezegd.exists()
    vraag = (
        select(Plandoel.planregel_id, Plandoel.tekst)
        .where(Plandoel.planregel_id.in_(planregel_ids), Plandoel.verwijderd_op.is_(None), open_voor)
        .order_by(Plandoel.volgorde, Plandoel.id)
    )
    gevonden: dict[int, list[str]] = {}
    for planregel_id, tekst in session.execute(vraag):
        gevonden.setdefault(planregel_id, []).append(tekst)
    return gevonden
