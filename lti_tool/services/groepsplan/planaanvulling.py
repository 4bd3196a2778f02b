"""What changed in needs and clustering since the plan was filled: shown, offered, never put in by itself."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Groep, Persoon, Plaatsing, Planregel, Planregelsoort, Subgroep
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import planbron, planlezen, planvullen
from lti_tool.services.groepsplan.planbeeld import Planbeeld, Planleerling, Regelbeeld
from lti_tool.services.groepsplan.planbron import Nieuw


@dataclass(frozen=True)
class Alleen:
    """A pupil who is deliberately in no subgroup of a domain, and has no row of their own."""

    leerling: Planleerling
    domein: str


@dataclass(frozen=True)
class Aanvulling:
    """`rijen`: (row, what it could get); `subgroepen`: without a row; `punten`: domains with only points."""

    rijen: tuple[tuple[Regelbeeld, Nieuw], ...] = ()
    subgroepen: tuple[Subgroep, ...] = ()
    punten: tuple[str, ...] = ()
    alleen: tuple[Alleen, ...] = ()

    def voor(self, rij: Regelbeeld) -> Nieuw | None:
        """What one row could get; None for nothing."""
        return next((nieuw for ander, nieuw in self.rijen if ander.id == rij.id), None)


def lees(session: Session, cyclus: Cyclus, beeld: Planbeeld) -> Aanvulling:
    """Six queries, whatever the size of the group."""
    bron = planbron.lees(session, cyclus)
    gevonden = [(rij, bron.nieuw_voor(rij)) for rij in beeld.rijen]
    met_basis = {rij.domein for rij in beeld.rijen if rij.soort == Planregelsoort.BASIS}
    heeft_basis = bool(met_basis) or not beeld.rijen
    return Aanvulling(
        tuple((rij, nieuw) for rij, nieuw in gevonden if nieuw.merken),
        tuple(_zonder_rij(session, cyclus, beeld)),
        tuple(domein for domein in bron.punten if domein not in met_basis) if heeft_basis else (),
        tuple(_alleen(session, beeld, bron)),
    )


def neem_over(session: Session, groep: Groep, planregel_id: int, door: Persoon) -> Planregel:
    """Put what is new into a row, under what stands there. Raises NietGevonden or Gesloten."""
    regel, rij, nieuw = _zoek(session, groep, planregel_id)
    if rij is not None:
        kolommen = planlezen.kolommen_van(regel.plan, groep.soort)
        planvullen.vul(session, regel, kolommen, nieuw, door)
    return regel


def laat_weg(session: Session, groep: Groep, planregel_id: int) -> list[str]:
    """Don't offer it again; returns by what it is known, for the undo. Raises NietGevonden or Gesloten."""
    regel, _, nieuw = _zoek(session, groep, planregel_id)
    regel.verwerkt = sorted({*regel.verwerkt, *nieuw.merken})
    session.flush()
    return nieuw.merken


def bied_weer_aan(session: Session, groep: Groep, planregel_id: int, merken: list[str]) -> None:
    """Undo of `laat_weg`. Raises NietGevonden or Gesloten."""
    regel = planlezen.zoek_regel(session, groep, planregel_id)
    eis_open(regel.plan.cyclus)
    regel.verwerkt = [merk for merk in regel.verwerkt if merk not in merken]
    session.flush()


def _zoek(session: Session, groep: Groep, planregel_id: int) -> tuple[Planregel, Regelbeeld | None, Nieuw]:
    regel = planlezen.zoek_regel(session, groep, planregel_id)
    cyclus = regel.plan.cyclus
    eis_open(cyclus)
    beeld = planlezen.lees(session, cyclus)
    rij = next((r for r in beeld.rijen if r.id == regel.id), None) if beeld else None
    return regel, rij, planbron.lees(session, cyclus).nieuw_voor(rij) if rij else Nieuw()


def _zonder_rij(session: Session, cyclus: Cyclus, beeld: Planbeeld) -> list[Subgroep]:
    met_rij = {rij.subgroep_id for rij in beeld.rijen}
    vraag = select(Subgroep).where(Subgroep.cyclus_id == cyclus.id).order_by(Subgroep.volgorde, Subgroep.id)
    return [subgroep for subgroep in session.scalars(vraag) if subgroep.id not in met_rij]


def _alleen(session: Session, beeld: Planbeeld, bron: planbron.Planbron) -> list[Alleen]:
    eigen = {(rij.regel_id, rij.domein) for rij in beeld.rijen if rij.soort == Planregelsoort.LEERLING}
    bekend = {leerling.regel_id: leerling for leerling in beeld.leerlingen}
    vraag = (
        select(Plaatsing.regel_id, Plaatsing.domein)
        .where(Plaatsing.subgroep_id.is_(None), Plaatsing.regel_id.in_(bekend))
        .order_by(Plaatsing.id)
    )
    return [
        Alleen(bekend[regel_id], domein)
        for regel_id, domein in session.execute(vraag)
        if (regel_id, domein) not in eigen
        and regel_id in bron.behoeften.get(domein, {})
        and not bekend[regel_id].vertrokken
    ]
