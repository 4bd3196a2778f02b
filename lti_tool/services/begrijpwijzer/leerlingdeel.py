"""The pupil's own part: what they want to learn, can do themselves, and need help with."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import (
    Cyclus,
    Doel,
    Groep,
    Leerlingdeel,
    Onderwerp,
    Onderwijsbehoefte,
    Persoon,
    Regel,
    nu,
)
from lti_tool.services import geschiedenis, versies
from lti_tool.services.begrijpwijzer.behoeften import BEEINDIGD
from lti_tool.services.fouten import Conflict, NietGevonden
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.teksten import platte_tekst

VRAGEN = {
    "wil_leren": "Dit wil ik leren",
    "kan_zelf": "Dit kan ik er zelf voor doen",
    "hulp_bij": "Hier heb ik hulp bij nodig",
}


def van_regel(session: Session, regel_id: int) -> Leerlingdeel | None:
    """What was written in this row; None before anything was, and before an invitation."""
    return session.scalars(select(Leerlingdeel).where(Leerlingdeel.regel_id == regel_id)).one_or_none()


def bewaar(
    session: Session,
    groep: Groep,
    cyclus: Cyclus,
    regel: Regel,
    woorden: Mapping[str, str],
    versie: int,
    door: Persoon,
) -> Leerlingdeel:
    """Save the three answers (keys of VRAGEN) over the version that the writer saw (0: never saved).

    Raises Gesloten, OngeldigeWaarde for a text that is too long, or Conflict.
    """
    eis_open(cyclus)
    schoon = {sleutel: platte_tekst(woorden[sleutel], f"“{vraag}”") for sleutel, vraag in VRAGEN.items()}
    deel = van_regel(session, regel.id) or _maak(session, regel)
    oud = woorden_van(deel)
    if oud == schoon:
        return deel
    if not versies.schrijf(session, deel, versie, door, **schoon):
        raise _conflict(session, deel)
    _noteer(session, groep, regel, _als_tekst(oud), _als_tekst(schoon), door)
    return deel


def nodig_uit(
    session: Session, groep: Groep, cyclus: Cyclus, regel: Regel, aan: bool, door: Persoon
) -> Leerlingdeel:
    """Let the pupil write on their own page, or end that. Twice is once. Raises Gesloten."""
    eis_open(cyclus)
    deel = van_regel(session, regel.id) or _maak(session, regel)
    if aan != (deel.uitgenodigd_op is not None):
        deel.uitgenodigd_op = nu() if aan else None
        woord = "uitgenodigd om zelf te schrijven" if aan else "niet meer uitgenodigd om zelf te schrijven"
        _noteer(session, groep, regel, "", f"De leerling is {woord}", door)
        session.flush()
    return deel


def uitnodigingen(session: Session, cursus_id: int, persoon_id: int) -> Sequence[tuple[Groep, Cyclus, Regel]]:
    """Where in this course a pupil may write now: group, open cycle, row."""
    vraag = (
        select(Groep, Cyclus, Regel)
        .join(Cyclus, Cyclus.groep_id == Groep.id)
        .join(Regel, Regel.cyclus_id == Cyclus.id)
        .join(Leerlingdeel, Leerlingdeel.regel_id == Regel.id)
        .where(
            Groep.cursus_id == cursus_id,
            Regel.persoon_id == persoon_id,
            Cyclus.gesloten_op.is_(None),
            Leerlingdeel.uitgenodigd_op.is_not(None),
        )
        .order_by(Groep.id)
        .options(joinedload(Groep.cursus))
    )
    return [(rij.Groep, rij.Cyclus, rij.Regel) for rij in session.execute(vraag)]


def zoek_uitnodiging(
    session: Session, cursus_id: int, persoon_id: int, regel_id: int
) -> tuple[Groep, Cyclus, Regel]:
    """The invitation for this row. Raises NietGevonden: not theirs, ended, or the cycle is closed."""
    for groep, cyclus, regel in uitnodigingen(session, cursus_id, persoon_id):
        if regel.id == regel_id:
            return groep, cyclus, regel
    raise NietGevonden("Je docent heeft je hier niet (meer) uitgenodigd.")


def gedeelde_doelen(session: Session, cursus_id: int, persoon_id: int) -> list[tuple[Groep, list[Doel]]]:
    """The goals of open cycles in this course that a teacher shared with this pupil, by group."""
    vraag = (
        select(Groep, Doel)
        .join(Cyclus, Cyclus.groep_id == Groep.id)
        .join(Regel, Regel.cyclus_id == Cyclus.id)
        .join(Onderwijsbehoefte, Onderwijsbehoefte.regel_id == Regel.id)
        .join(Doel, Doel.behoefte_id == Onderwijsbehoefte.id)
        .where(*is_gedeeld(cursus_id, persoon_id))
        .order_by(Groep.id, Onderwijsbehoefte.id, Doel.prioriteit)
        .options(joinedload(Groep.cursus))
    )
    per_groep: dict[int, tuple[Groep, list[Doel]]] = {}
    for groep, doel in session.execute(vraag):
        per_groep.setdefault(groep.id, (groep, []))[1].append(doel)
    return list(per_groep.values())


def is_gedeeld(cursus_id: int, persoon_id: int) -> tuple[ColumnElement[bool], ...]:
    """That a goal is shared with this pupil, as conditions on a join from Groep to Doel."""
    return (
        Groep.cursus_id == cursus_id,
        Regel.persoon_id == persoon_id,
        Cyclus.gesloten_op.is_(None),
        Doel.gedeeld_op.is_not(None),
        Doel.tekst != "",
        Onderwijsbehoefte.herziening != BEEINDIGD,
    )


def woorden_van(deel: Leerlingdeel | None) -> dict[str, str]:
    """The three answers by key of VRAGEN."""
    return {sleutel: getattr(deel, sleutel) if deel else "" for sleutel in VRAGEN}


def _maak(session: Session, regel: Regel) -> Leerlingdeel:
    deel = Leerlingdeel(regel_id=regel.id, versie=0)
    if not versies.voeg_toe(session, deel):
        eerste = van_regel(session, regel.id)
        if eerste is None:
            raise NietGevonden("Deze leerling staat niet in dit overzicht.")
        return eerste
    return deel


def _als_tekst(woorden: Mapping[str, str]) -> str:
    return "\n".join(f"{VRAGEN[sleutel]}: {tekst}" for sleutel, tekst in woorden.items() if tekst)


def _noteer(session: Session, groep: Groep, regel: Regel, oud: str, nieuw: str, door: Persoon) -> None:
    geschiedenis.noteer(
        session,
        groep,
        Onderwerp.BEHOEFTE,
        door,
        oud,
        nieuw,
        leerling_id=regel.persoon_id,
        regel_id=regel.id,
    )


def _conflict(session: Session, deel: Leerlingdeel) -> Conflict:
    return versies.conflict(session, deel, "dit", **woorden_van(deel))
