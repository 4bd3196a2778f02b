"""The rows of a plan: added, taken out, brought back, put in another order."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.hgw.planvorm import Plandeel, delen
from lti_tool.models import (
    Cyclus,
    Doelresultaat,
    Groep,
    Groepsplan,
    Onderwerp,
    Persoon,
    Plandoel,
    Planevaluatie,
    Planregel,
    Planregelsoort,
    Soort,
    Subgroep,
    nu,
)
from lti_tool.services import geschiedenis
from lti_tool.services.begrijpwijzer.behoeftelezen import zoek_domein, zoek_plaats
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import planlezen, planopzet


def voeg_subgroep_toe(session: Session, plan: Groepsplan, subgroep_id: int, door: Persoon) -> Planregel:
    """A row for a subgroup; one that was taken out comes back. Raises NietGevonden or Gesloten."""
    cyclus = plan.cyclus
    eis_open(cyclus)
    subgroep = session.scalars(select(Subgroep).filter_by(id=subgroep_id, cyclus_id=cyclus.id)).one_or_none()
    if subgroep is None:
        raise NietGevonden("Deze subgroep is er niet (meer).")
    bestaand = _bestaand(session, plan, subgroep_id=subgroep_id)
    if bestaand is not None:
        return zet_terug(session, cyclus.groep, bestaand.id, door)
    regel = planopzet.subgroeprij(session, plan, subgroep)
    planopzet.vul(session, plan, cyclus, [regel], door)
    _noteer(session, cyclus, door, f"Rij erbij: {subgroep.naam}")
    return regel


def voeg_leerling_toe(
    session: Session, plan: Groepsplan, regel_id: int, domein: str, door: Persoon
) -> Planregel:
    """A row for one pupil, the exception, in a domain. Raises NietGevonden, Gesloten."""
    cyclus = plan.cyclus
    eis_open(cyclus)
    plaats = zoek_plaats(session, cyclus.groep, regel_id)
    if plaats.cyclus.id != cyclus.id:
        raise NietGevonden("Deze leerling staat niet in dit overzicht.")
    soort = zoek_domein(cyclus.groep, domein)
    bestaand = _bestaand(session, plan, regel_id=regel_id, domein=soort.sleutel)
    if bestaand is not None:
        return zet_terug(session, cyclus.groep, bestaand.id, door)
    regel = planopzet.maak_rij(session, plan, Planregelsoort.LEERLING, soort.sleutel, regel_id=regel_id)
    planopzet.vul(session, plan, cyclus, [regel], door)
    geschiedenis.noteer(
        session,
        cyclus.groep,
        Onderwerp.PLAN,
        door,
        "",
        f"Eigen rij in het groepsplan ({soort.naam})",
        leerling_id=plaats.regel.persoon_id,
        regel_id=regel_id,
    )
    return regel


def voeg_basis_toe(session: Session, plan: Groepsplan, domein: str, door: Persoon) -> Planregel:
    """A row for the whole group in a domain. Raises NietGevonden, Gesloten, OngeldigeWaarde (divergent)."""
    cyclus = plan.cyclus
    eis_open(cyclus)
    soort = zoek_domein(cyclus.groep, domein)
    if cyclus.groep.soort == Soort.VAKSPECIFIEK and planopzet.is_divergent(plan):
        raise OngeldigeWaarde("Een divergent plan heeft geen rij voor de hele groep.")
    bestaand = _bestaand(session, plan, soort=Planregelsoort.BASIS, domein=soort.sleutel)
    if bestaand is not None:
        return zet_terug(session, cyclus.groep, bestaand.id, door)
    regel = planopzet.basisrij(session, plan, soort.sleutel)
    planopzet.vul(session, plan, cyclus, [regel], door)
    _noteer(session, cyclus, door, f"Rij erbij: {planlezen.HELE_GROEP}, {soort.naam}")
    return regel


def haal_weg(session: Session, groep: Groep, planregel_id: int, door: Persoon) -> tuple[Planregel, int]:
    """Take a row out; with how many results and evaluations hang on it, which are kept. Raises as below."""
    regel = planlezen.zoek_regel(session, groep, planregel_id)
    eis_open(regel.plan.cyclus)
    regel.verwijderd_op = nu()
    _noteer(session, regel.plan.cyclus, door, f"Rij weggehaald: {_naam(session, regel)}")
    return regel, _resultaten(session, regel)


def zet_terug(session: Session, groep: Groep, planregel_id: int, door: Persoon) -> Planregel:
    """Undo of `haal_weg`; twice is once. Raises NietGevonden or Gesloten."""
    regel = planlezen.zoek_regel(session, groep, planregel_id, ook_weg=True)
    eis_open(regel.plan.cyclus)
    if regel.verwijderd_op is not None:
        regel.verwijderd_op = None
        _noteer(session, regel.plan.cyclus, door, f"Rij teruggezet: {_naam(session, regel)}")
    return regel


def verplaats(session: Session, groep: Groep, planregel_id: int, richting: int, door: Persoon) -> None:
    """One place up (-1) or down (1) inside its part of the sheet; at the edge nothing changes.

    Raises NietGevonden, Gesloten, or OngeldigeWaarde for another direction.
    """
    regel = planlezen.zoek_regel(session, groep, planregel_id)
    eis_open(regel.plan.cyclus)
    if richting not in (-1, 1):
        raise OngeldigeWaarde("Een rij gaat één plek omhoog of omlaag.")
    deel = _deel(groep, regel.domein)
    domeinen = [domein.sleutel for domein in deel.domeinen]
    vraag = select(Planregel).where(
        Planregel.plan_id == regel.plan_id,
        Planregel.verwijderd_op.is_(None),
        Planregel.domein.in_(domeinen),
    )
    rijen = list(session.scalars(vraag.order_by(Planregel.volgorde, Planregel.id)))
    plek = rijen.index(regel)
    if not 0 <= plek + richting < len(rijen):
        return
    rijen[plek], rijen[plek + richting] = rijen[plek + richting], rijen[plek]
    for nummer, rij in enumerate(rijen, start=1):
        rij.volgorde = nummer
    _noteer(session, regel.plan.cyclus, door, f"Rij verplaatst: {_naam(session, regel)}")


def _bestaand(session: Session, plan: Groepsplan, **waarin: object) -> Planregel | None:
    vraag = select(Planregel).filter_by(plan_id=plan.id, **waarin).order_by(Planregel.id)
    return session.scalars(vraag).first()


def _deel(groep: Groep, domein: str) -> Plandeel:
    alle = delen(vakspecifiek=groep.soort == Soort.VAKSPECIFIEK)
    return next(deel for deel in alle if domein in {d.sleutel for d in deel.domeinen})


def _resultaten(session: Session, regel: Planregel) -> int:
    """How many results per pupil, and the evaluation, hang on a row."""
    per_doel = (
        select(func.count(Doelresultaat.id))
        .join(Plandoel, Plandoel.id == Doelresultaat.plandoel_id)
        .where(Plandoel.planregel_id == regel.id, Doelresultaat.resultaat != "")
    )
    van_rij = select(func.count(Planevaluatie.id)).where(Planevaluatie.planregel_id == regel.id)
    return (session.scalar(per_doel) or 0) + (session.scalar(van_rij) or 0)


def _naam(session: Session, regel: Planregel) -> str:
    """A name for the history that others may read: of one pupil no name."""
    if regel.soort == Planregelsoort.BASIS:
        return planlezen.HELE_GROEP
    if regel.soort == Planregelsoort.LEERLING:
        return "een leerling"
    subgroep = session.get(Subgroep, regel.subgroep_id) if regel.subgroep_id else None
    return subgroep.naam if subgroep else regel.naam


def _noteer(session: Session, cyclus: Cyclus, door: Persoon, nieuw: str) -> None:
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.PLAN, door, "", nieuw)
    session.flush()
