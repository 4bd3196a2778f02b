"""What became of a goal of the plan for one pupil: saved over the version that was seen."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.evaluatie import OORZAKEN, UITKOMSTEN
from lti_tool.models import (
    Cyclus,
    Doelresultaat,
    Groep,
    Groepsplan,
    Onderwerp,
    Persoon,
    Plandoel,
    Planregel,
    Regel,
)
from lti_tool.services import geschiedenis, versies
from lti_tool.services.evaluatie import uitkomsten
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import planparen
from lti_tool.services.teksten import platte_tekst


@dataclass(frozen=True)
class Uitslag:
    """`resultaat` and `oorzaak`: keys of hgw.evaluatie; `toelichting`: a remark."""

    resultaat: str = ""
    oorzaak: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class Doelplaats:
    """A goal of a plan, with where it stands."""

    groep: Groep
    cyclus: Cyclus
    doel: Plandoel


def zoek(session: Session, groep: Groep, plandoel_id: int) -> Doelplaats:
    """Raises NietGevonden when the goal isn't this group's, or was taken out of the plan."""
    vraag = (
        select(Plandoel, Cyclus)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .join(Groepsplan, Groepsplan.id == Planregel.plan_id)
        .join(Cyclus, Cyclus.id == Groepsplan.cyclus_id)
        .where(
            Plandoel.id == plandoel_id,
            Cyclus.groep_id == groep.id,
            Plandoel.verwijderd_op.is_(None),
            Planregel.verwijderd_op.is_(None),
        )
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Dit doel staat niet (meer) in het plan.")
    return Doelplaats(groep, rij.Cyclus, rij.Plandoel)


def bewaar(
    session: Session, plaats: Doelplaats, regel_id: int, uitslag: Uitslag, versie: int, door: Persoon
) -> Doelresultaat:
    """Save a result over the version that the writer saw (0: never saved). The same again is no change.

    The pupil's own goals under this one follow. Raises Gesloten, NietGevonden, OngeldigeWaarde or Conflict.
    """
    eis_open(plaats.cyclus)
    nieuw = _schoon(uitslag)
    rij = van_leerling(session, plaats.doel.id, regel_id)
    regel = _regel(session, plaats, regel_id, bekend=rij is not None)
    if rij is None:
        rij = Doelresultaat(plandoel_id=plaats.doel.id, regel_id=regel_id, versie=0, **asdict(Uitslag()))
        if nieuw == Uitslag():
            return rij
        if not versies.voeg_toe(session, rij):
            rij = van_leerling(session, plaats.doel.id, regel_id) or rij
    oud = uitslag_van(rij)
    if oud == nieuw:
        return rij
    if not versies.schrijf(session, rij, versie, door, **asdict(nieuw)):
        raise versies.conflict(session, rij, "deze uitkomst", **asdict(uitslag_van(rij)))
    if oud.resultaat != nieuw.resultaat:
        verband = uitkomsten.rond_plandoel(session, plaats.doel.id, [regel_id])[regel_id]
        uitkomsten.zet_doelen(session, verband.doelen, nieuw.resultaat)
        anders = verband.plandoelen - {plaats.doel.id}
        uitkomsten.zet_plandoelen(session, anders, regel_id, nieuw.resultaat, door)
    geschiedenis.noteer(
        session,
        plaats.groep,
        Onderwerp.EVALUATIE,
        door,
        in_woorden(plaats.doel, oud),
        in_woorden(plaats.doel, nieuw),
        leerling_id=regel.persoon_id,
        regel_id=regel_id,
    )
    session.flush()
    return rij


def van_leerling(session: Session, plandoel_id: int, regel_id: int) -> Doelresultaat | None:
    """What was said of this goal for this pupil; None before anything was."""
    vraag = select(Doelresultaat).filter_by(plandoel_id=plandoel_id, regel_id=regel_id)
    return session.scalars(vraag).one_or_none()


def van_doel(session: Session, plandoel_id: int) -> Sequence[Doelresultaat]:
    """What was said of this goal, for every pupil."""
    return session.scalars(select(Doelresultaat).filter_by(plandoel_id=plandoel_id)).all()


def uitslag_van(rij: Doelresultaat) -> Uitslag:
    """What is kept, as it would be given."""
    return Uitslag(rij.resultaat, rij.oorzaak, rij.toelichting)


def in_woorden(doel: Plandoel, uitslag: Uitslag) -> str:
    """A result as the history tells it; "" for none."""
    if uitslag == Uitslag():
        return ""
    oorzaak = f", door: {OORZAKEN[uitslag.oorzaak]}" if uitslag.oorzaak else ""
    toelichting = f"\n{uitslag.toelichting}" if uitslag.toelichting else ""
    return f"Doel {UITKOMSTEN[uitslag.resultaat]}{oorzaak}: {doel.tekst}{toelichting}"


def _schoon(uitslag: Uitslag) -> Uitslag:
    if uitslag.resultaat not in UITKOMSTEN:
        raise OngeldigeWaarde("Deze uitkomst is er niet.", ", ".join(UITKOMSTEN.values()))
    if uitslag.oorzaak not in OORZAKEN:
        raise OngeldigeWaarde("Deze oorzaak is er niet.", ", ".join(OORZAKEN.values()))
    toelichting = platte_tekst(uitslag.toelichting, "De toelichting")
    return Uitslag(uitslag.resultaat, uitslag.oorzaak, toelichting)


def _regel(session: Session, plaats: Doelplaats, regel_id: int, *, bekend: bool) -> Regel:
    """The pupil's row; also of who isn't in the subgroup any more but has a result. Raises NietGevonden."""
    regel = session.get(Regel, regel_id, options=[joinedload(Regel.persoon)])
    hoort = bekend or regel_id in planparen.leerlingen_van(session, plaats.cyclus.id, plaats.doel.id)
    if regel is None or not hoort:
        raise NietGevonden("Deze leerling hoort niet (meer) bij dit doel.")
    return regel
