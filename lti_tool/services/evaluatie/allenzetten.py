"""Set a result for all pupils of a goal in one act, then the exceptions; and take it back."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lti_tool.hgw.evaluatie import UITKOMSTEN
from lti_tool.models import Doelresultaat, Onderwerp, Persoon, Regel, nu
from lti_tool.services import geschiedenis, versies
from lti_tool.services.evaluatie import uitkomsten
from lti_tool.services.evaluatie.doelresultaten import Doelplaats, in_woorden, uitslag_van
from lti_tool.services.fouten import Conflict, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import planparen


@dataclass(frozen=True)
class Gezet:
    """One pupil whose result was set: the version it has since, and the result that stood there (`was`)."""

    regel_id: int
    versie: int
    was: str


@dataclass(frozen=True)
class Allen:
    """`gezet`: whose result was set; `gebleven`: how many kept a different one that stood there already."""

    gezet: tuple[Gezet, ...]
    gebleven: int


def zet_allen(
    session: Session, plaats: Doelplaats, uitkomst: str, door: Persoon, *, ook_gezette: bool = False
) -> Allen:
    """Give every pupil of the goal this result who has none yet; with `ook_gezette` everybody.

    Causes and remarks stay. Raises Gesloten, or OngeldigeWaarde for an unknown result.
    """
    eis_open(plaats.cyclus)
    if not uitkomst or uitkomst not in UITKOMSTEN:
        raise OngeldigeWaarde("Deze uitkomst is er niet.", ", ".join(filter(None, UITKOMSTEN.values())))
    regel_ids = planparen.leerlingen_van(session, plaats.cyclus.id, plaats.doel.id)
    _maak_ontbrekende(session, plaats, regel_ids)
    voor = {rij.regel_id: (rij.versie, rij.resultaat) for rij in _lees(session, plaats, regel_ids)}
    te_zetten = [id_ for id_, (_, was) in voor.items() if was != uitkomst and (ook_gezette or not was)]
    opdracht = update(Doelresultaat).where(
        Doelresultaat.plandoel_id == plaats.doel.id, Doelresultaat.regel_id.in_(te_zetten)
    )
    if not ook_gezette:
        # whoever was set meanwhile stays as a colleague set them
        opdracht = opdracht.where(Doelresultaat.resultaat == "")
    session.execute(
        opdracht.values(
            resultaat=uitkomst,
            versie=Doelresultaat.versie + 1,
            gewijzigd_door_id=door.id,
            gewijzigd_op=nu(),
        ).execution_options(synchronize_session=False)
    )
    na = {rij.regel_id: rij for rij in _lees(session, plaats, regel_ids)}
    gezet = tuple(
        Gezet(id_, na[id_].versie, voor[id_][1]) for id_ in te_zetten if na[id_].resultaat == uitkomst
    )
    _verwerk(session, plaats, [(na[rij.regel_id], rij.was) for rij in gezet], door)
    return Allen(gezet, sum(rij.resultaat != uitkomst for rij in na.values()))


def neem_terug(
    session: Session, plaats: Doelplaats, gezet: Iterable[Gezet], door: Persoon
) -> Sequence[Doelresultaat]:
    """Put back what stood there, except where somebody changed it since. Raises Gesloten or Conflict.

    Conflict: nothing could be put back any more. Gives the results as they are now.
    """
    eis_open(plaats.cyclus)
    per_regel = {rij.regel_id: rij for rij in gezet}
    terug = []
    for rij in _lees(session, plaats, per_regel.keys()):
        uitkomst, was = rij.resultaat, per_regel[rij.regel_id]
        if was.was in UITKOMSTEN and versies.schrijf(session, rij, was.versie, door, resultaat=was.was):
            terug.append((rij, uitkomst))
    if not terug:
        raise Conflict("Deze uitkomsten zijn intussen gewijzigd. Er is niets teruggezet.")
    _verwerk(session, plaats, terug, door)
    return _lees(session, plaats, per_regel.keys())


def _lees(session: Session, plaats: Doelplaats, regel_ids: Collection[int]) -> Sequence[Doelresultaat]:
    vraag = select(Doelresultaat).where(
        Doelresultaat.plandoel_id == plaats.doel.id, Doelresultaat.regel_id.in_(regel_ids)
    )
    return session.scalars(vraag.execution_options(populate_existing=True)).all()


def _maak_ontbrekende(session: Session, plaats: Doelplaats, regel_ids: Collection[int]) -> None:
    """A row without a result for everybody, so that one statement can set them all."""
    for _ in range(3):
        bekend = {rij.regel_id for rij in _lees(session, plaats, regel_ids)}
        try:
            with session.begin_nested():
                session.add_all(
                    Doelresultaat(plandoel_id=plaats.doel.id, regel_id=id_, resultaat="", versie=0)
                    for id_ in sorted(set(regel_ids) - bekend)
                )
        except IntegrityError:
            continue  # a colleague was first with somebody: look again
        return
    raise Conflict("Er vullen nu meer mensen deze uitkomsten in. Probeer het nog eens.")


def _verwerk(
    session: Session, plaats: Doelplaats, gezet: Sequence[tuple[Doelresultaat, str]], door: Persoon
) -> None:
    """The pupils' own goals follow, and the history tells. `gezet`: rows, and what stood there."""
    verbanden = uitkomsten.rond_plandoel(session, plaats.doel.id, [rij.regel_id for rij, _ in gezet])
    per_uitkomst: dict[str, set[int]] = {}
    for rij, _ in gezet:
        verband = verbanden[rij.regel_id]
        per_uitkomst.setdefault(rij.resultaat, set()).update(verband.doelen)
        anders = verband.plandoelen - {plaats.doel.id}
        if anders:
            uitkomsten.zet_plandoelen(session, anders, rij.regel_id, rij.resultaat, door)
    for uitkomst, doelen in per_uitkomst.items():
        uitkomsten.zet_doelen(session, doelen, uitkomst)
    _noteer(session, plaats, gezet, door)


def _noteer(
    session: Session, plaats: Doelplaats, gezet: Sequence[tuple[Doelresultaat, str]], door: Persoon
) -> None:
    if not gezet:
        return
    vraag = select(Regel.id, Regel.persoon_id).where(Regel.id.in_([rij.regel_id for rij, _ in gezet]))
    personen = dict(session.execute(vraag).all())
    geschiedenis.noteer_veel(
        session,
        plaats.groep,
        door,
        [
            {
                "onderwerp": Onderwerp.EVALUATIE,
                "oud": in_woorden(plaats.doel, replace(uitslag_van(rij), resultaat=was)),
                "nieuw": in_woorden(plaats.doel, uitslag_van(rij)),
                "leerling_id": personen[rij.regel_id],
                "regel_id": rij.regel_id,
                "kolom_id": None,
            }
            for rij, was in gezet
        ],
    )
