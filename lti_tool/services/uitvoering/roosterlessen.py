"""Lessons of the week table: added, changed over the version that was seen, taken away."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.weekrooster import DAGEN, WEKEN, OngeldigeTijd, lees_tijd
from lti_tool.models import Cyclus, Onderwerp, Persoon, Roosterles, Subgroep
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import eigenaren
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan.planlezen import HELE_GROEP
from lti_tool.services.teksten import platte_tekst
from lti_tool.services.uitvoering.weekrooster import docent_van

PLAATS_LANGSTE, DOCENT_LANGSTE = 60, 80


@dataclass(frozen=True)
class Lesinvoer:
    """What somebody fills in. ``subgroep_id`` None: the whole group; times as people write them.

    ``docent``: a name; of somebody whom the LMS knows in this course, it is taken for that person.
    """

    subgroep_id: int | None
    dag: int
    begin: str
    eind: str
    plaats: str = ""
    docent: str = ""
    weken: str = "elke"


class OngeldigeLes(OngeldigeWaarde):
    """A lesson that can't be; `veld` is the field of Lesinvoer that is wrong."""

    def __init__(self, veld: str, melding: str) -> None:
        super().__init__(melding)
        self.veld = veld


def docenten(session: Session, cyclus: Cyclus) -> Sequence[Persoon]:
    """The teachers whom the tool knows here: the group's owners first, then the other ones of the course."""
    gevonden = [e.persoon for e in eigenaren.eigenaren(session, cyclus.groep)]
    return list(dict.fromkeys([*gevonden, *eigenaren.collegas(session, cyclus.groep)]))


def zoek(session: Session, cyclus: Cyclus, les_id: int) -> Roosterles:
    """Raises NietGevonden when the lesson isn't this cycle's."""
    vraag = select(Roosterles).where(Roosterles.id == les_id, Roosterles.cyclus_id == cyclus.id)
    les = session.scalars(vraag.options(joinedload(Roosterles.docent))).one_or_none()
    if les is None:
        raise NietGevonden("Deze les staat niet (meer) in het weekrooster.")
    return les


def maak(session: Session, cyclus: Cyclus, invoer: Lesinvoer, door: Persoon) -> Roosterles:
    """Add a lesson; the same one again is no change. Raises Gesloten, NietGevonden or OngeldigeLes."""
    eis_open(cyclus)
    waarden = _waarden(session, cyclus, invoer)
    bestaand = session.scalars(select(Roosterles).filter_by(cyclus_id=cyclus.id, **waarden)).first()
    if bestaand is not None:
        return bestaand
    les = Roosterles(cyclus_id=cyclus.id, gewijzigd_door_id=door.id, **waarden)
    session.add(les)
    session.flush()
    _noteer(session, cyclus, door, "", in_woorden(session, les))
    return les


def wijzig(
    session: Session, cyclus: Cyclus, les: Roosterles, invoer: Lesinvoer, versie: int, door: Persoon
) -> None:
    """Save a lesson over the version that was seen; the same again is no change.

    Raises Gesloten, NietGevonden, OngeldigeLes or Conflict.
    """
    eis_open(cyclus)
    waarden = _waarden(session, cyclus, invoer, les)
    if all(getattr(les, veld) == waarde for veld, waarde in waarden.items()):
        return
    oud = in_woorden(session, les)
    _schrijf(session, les, versie, door, **waarden)
    _noteer(session, cyclus, door, oud, in_woorden(session, les))


def verwijder(session: Session, cyclus: Cyclus, les: Roosterles, versie: int, door: Persoon) -> Lesinvoer:
    """Take a lesson away; `maak` with what this gives brings it back. Raises Gesloten or Conflict."""
    eis_open(cyclus)
    _schrijf(session, les, versie, door)
    was, invoer = in_woorden(session, les), als_invoer(les)
    session.delete(les)
    session.flush()
    _noteer(session, cyclus, door, was, "")
    return invoer


def als_invoer(les: Roosterles) -> Lesinvoer:
    """A lesson as it would be filled in."""
    velden = {veld: getattr(les, veld) for veld in ("subgroep_id", "dag", "begin", "eind", "plaats", "weken")}
    return Lesinvoer(**velden, docent=docent_van(les)[1])


def in_woorden(session: Session, les: Roosterles) -> str:
    """A lesson in one line: "Spelling: maandag 09:10–10:00, lokaal 12, Bas Bakker, even weken"."""
    subgroep = session.get(Subgroep, les.subgroep_id) if les.subgroep_id is not None else None
    delen = [f"{DAGEN[les.dag]} {les.begin}–{les.eind}", les.plaats, docent_van(les)[1]]
    weken = [WEKEN[les.weken]] if les.weken != "elke" else []
    return f"{subgroep.naam if subgroep else HELE_GROEP}: {', '.join([*filter(None, delen), *weken])}"


def _waarden(
    session: Session, cyclus: Cyclus, invoer: Lesinvoer, les: Roosterles | None = None
) -> dict[str, object]:
    """The columns of a lesson. Raises NietGevonden or OngeldigeLes."""
    if invoer.subgroep_id is not None:
        subgroep = session.get(Subgroep, invoer.subgroep_id)
        if subgroep is None or subgroep.cyclus_id != cyclus.id:
            raise NietGevonden("Deze subgroep is er niet (meer).")
    if invoer.dag not in DAGEN:
        raise OngeldigeLes("dag", "Kies een dag van maandag tot en met vrijdag.")
    if invoer.weken not in WEKEN:
        raise OngeldigeLes("weken", "Kies elke week, even of oneven weken.")
    begin, eind = _tijd("begin", invoer.begin), _tijd("eind", invoer.eind)
    if begin >= eind:
        raise OngeldigeLes("eind", "De les eindigt later dan die begint.")
    plaats = _woorden("plaats", invoer.plaats, PLAATS_LANGSTE)
    docent_id, naam = _docent(session, cyclus, _woorden("docent", invoer.docent, DOCENT_LANGSTE), les)
    return {
        "subgroep_id": invoer.subgroep_id,
        "dag": invoer.dag,
        "begin": begin,
        "eind": eind,
        "plaats": plaats,
        "docent_id": docent_id,
        "docent_naam": naam,
        "weken": invoer.weken,
    }


def _docent(session: Session, cyclus: Cyclus, naam: str, les: Roosterles | None) -> tuple[int | None, str]:
    """(person, "") for whom this name means here, or (None, the name)."""
    if les is not None and les.docent is not None and les.docent.naam == naam:
        return les.docent_id, ""
    zelfde = [p.id for p in docenten(session, cyclus) if p.naam.casefold() == naam.casefold()]
    return (zelfde[0], "") if naam and len(zelfde) == 1 else (None, naam)


def _tijd(veld: str, tekst: str) -> str:
    try:
        return lees_tijd(tekst)
    except OngeldigeTijd as fout:
        raise OngeldigeLes(veld, str(fout)) from None


def _woorden(veld: str, tekst: str, langste: int) -> str:
    try:
        return " ".join(platte_tekst(tekst, "Dit", langste).split())
    except OngeldigeWaarde as fout:
        raise OngeldigeLes(veld, str(fout)) from None


def _schrijf(session: Session, les: Roosterles, versie: int, door: Persoon, **waarden: object) -> None:
    if not versies.schrijf(session, les, versie, door, **waarden):
        raise versies.conflict(session, les, "deze les", nu_in_woorden=in_woorden(session, les))


def _noteer(session: Session, cyclus: Cyclus, door: Persoon, oud: str, nieuw: str) -> None:
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.ROOSTERLES, door, oud, nieuw)
    session.flush()
