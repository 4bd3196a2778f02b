"""Filled-in checklists of a cycle: read, and saved item by item without overwriting somebody unseen."""

import tomllib
from dataclasses import dataclass
from functools import cache

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lti_tool.hgw.wijzers import AFSPRAKEN, OORDELEN, Item, Onderdeel, Wijzer, lees_wijzer
from lti_tool.models import Cyclus, Onderwerp, Persoon, Wijzerantwoord, nu
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.school.hulpzinnen import begrijpwijzer
from lti_tool.services.tijd import SCHOOLTIJD
from lti_tool.settings import data_dir

OPMERKING_LANGSTE = 4000
_BESTANDEN = frozenset({"kijkwijzer", "planwijzer"})


@dataclass(frozen=True)
class Invulling:
    """What somebody fills in at one item; `versie`: the one they saw, 0 when nothing stood there."""

    oordeel: str
    opmerking: str
    versie: int


@cache
def definitie(wijzer: str) -> Wijzer:
    """The items of a checklist in config/instrumenten/. Raises NietGevonden."""
    if wijzer == "begrijpwijzer":
        return _begrijpwijzer()
    if wijzer not in _BESTANDEN:
        raise NietGevonden("Deze wijzer is er niet.")
    bestand = data_dir("config") / "instrumenten" / f"{wijzer}.toml"
    return lees_wijzer(tomllib.loads(bestand.read_text(encoding="utf-8")))


def _begrijpwijzer() -> Wijzer:
    """The checklist that stands in config/instrumenten/begrijpwijzer.toml beside the help sentences."""
    items = tuple(Item(punt.sleutel, punt.naam) for punt in begrijpwijzer().checklist)
    return Wijzer(
        "Checklist begrijpwijzer",
        "Kijk samen naar alle behoeften van deze groep. Wat is in orde, en waar moet je nog iets aan doen?",
        (Onderdeel("behoeften", "Onderwijsbehoeften", items),),
    )


def antwoorden(session: Session, cyclus: Cyclus, wijzer: str) -> dict[str, Wijzerantwoord]:
    """Item -> what was filled in; items that nobody touched are left out."""
    vraag = select(Wijzerantwoord).filter_by(cyclus_id=cyclus.id, wijzer=wijzer)
    return {antwoord.item: antwoord for antwoord in session.scalars(vraag)}


def bewaar(
    session: Session, cyclus: Cyclus, wijzer: str, item: str, invulling: Invulling, door: Persoon
) -> Wijzerantwoord:
    """Save one item over the version that the writer saw. The same again is no change.

    Raises NietGevonden, Gesloten, OngeldigeWaarde, or Conflict when somebody else was first.
    """
    gevonden = definitie(wijzer).zoek(item)
    if gevonden is None:
        raise NietGevonden("Dit onderdeel van de wijzer is er niet.")
    eis_open(cyclus)
    oordeel, opmerking = _schoon(item, invulling)
    antwoord = _zoek(session, cyclus, wijzer, item)
    if antwoord is None:
        antwoord = Wijzerantwoord(
            cyclus_id=cyclus.id, wijzer=wijzer, item=item, oordeel="", opmerking="", versie=0, door_id=door.id
        )
        if (oordeel, opmerking) == ("", ""):
            return antwoord  # nothing stood there and nothing was filled in
        try:
            with session.begin_nested():
                session.add(antwoord)
        except IntegrityError:
            # somebody was first, between our look and our write
            eerste = _zoek(session, cyclus, wijzer, item)
            if eerste is None:
                raise
            antwoord = eerste
    oud = _tekst(antwoord.oordeel, antwoord.opmerking)
    if oud == _tekst(oordeel, opmerking):
        return antwoord
    _schrijf(session, antwoord, oordeel, opmerking, invulling.versie, door)
    nieuw = f"{gevonden.tekst} {_tekst(oordeel, opmerking)}"
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.WIJZER, door, oud, nieuw)
    session.flush()
    return antwoord


def _schoon(item: str, invulling: Invulling) -> tuple[str, str]:
    if invulling.oordeel not in OORDELEN or (item == AFSPRAKEN and invulling.oordeel):
        raise OngeldigeWaarde("Kies + of -.", "+ of -")
    opmerking = invulling.opmerking.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()
    if len(opmerking) > OPMERKING_LANGSTE:
        raise OngeldigeWaarde(
            f"De opmerking is {len(opmerking)} tekens lang. Er passen er {OPMERKING_LANGSTE} in.",
            f"ten hoogste {OPMERKING_LANGSTE} tekens",
        )
    return invulling.oordeel, opmerking


def _zoek(session: Session, cyclus: Cyclus, wijzer: str, item: str) -> Wijzerantwoord | None:
    vraag = select(Wijzerantwoord).filter_by(cyclus_id=cyclus.id, wijzer=wijzer, item=item)
    return session.scalars(vraag).one_or_none()


def _schrijf(
    session: Session, antwoord: Wijzerantwoord, oordeel: str, opmerking: str, versie: int, door: Persoon
) -> None:
    """One statement decides who is first: the version must still be the one that the writer saw."""
    opdracht = (
        update(Wijzerantwoord)
        .where(Wijzerantwoord.id == antwoord.id, Wijzerantwoord.versie == versie)
        .values(oordeel=oordeel, opmerking=opmerking, versie=versie + 1, door_id=door.id, op=nu())
        .execution_options(synchronize_session=False)
    )
    geraakt = session.connection().execute(opdracht).rowcount
    session.refresh(antwoord)
    if geraakt != 1:
        raise _conflict(session, antwoord)


def _tekst(oordeel: str, opmerking: str) -> str:
    return f"{oordeel} {opmerking}".strip()


def _conflict(session: Session, antwoord: Wijzerantwoord) -> Conflict:
    ander = session.get(Persoon, antwoord.door_id) if antwoord.door_id else None
    naam = ander.naam if ander else "Iemand anders"
    op = antwoord.op.astimezone(SCHOOLTIJD).strftime("%H:%M")
    return Conflict(
        f"{naam} heeft dit om {op} gewijzigd.",
        oordeel=antwoord.oordeel,
        opmerking=antwoord.opmerking,
        versie=antwoord.versie,
        door=naam,
        op=op,
    )
