"""Learning moments that come up for a group, entered once, and the pupils who are marked for them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.redenen import REDENEN
from lti_tool.models import Cyclus, Leermoment, Leermomentleerling, Persoon, Regel
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.overzicht import signalering

# the proactive reasons, in the order of the field
REDENNAMEN = {reden.sleutel: reden.naam for reden in REDENEN if reden.groep == "proactief"}
NAAM_LANGSTE = 120
# further ahead than two school years is a slip of the keyboard
_VERSTE = timedelta(days=2 * 366)


@dataclass(frozen=True)
class Momentgegevens:
    """What an owner fills in. `regel_ids`: the rows of the pupils it matters for."""

    naam: str
    datum: date
    reden: str
    regel_ids: frozenset[int]


def alle(session: Session, cyclus: Cyclus) -> list[tuple[Leermoment, frozenset[int]]]:
    """The moments of a cycle with the rows picked for them, the earliest first. Two queries."""
    momenten = session.scalars(
        select(Leermoment).where(Leermoment.cyclus_id == cyclus.id).order_by(Leermoment.datum, Leermoment.id)
    ).all()
    gekozen: dict[int, set[int]] = defaultdict(set)
    vraag = select(Leermomentleerling.leermoment_id, Leermomentleerling.regel_id)
    for moment_id, regel_id in session.execute(
        vraag.where(Leermomentleerling.leermoment_id.in_([moment.id for moment in momenten]))
    ):
        gekozen[moment_id].add(regel_id)
    return [(moment, frozenset(gekozen[moment.id])) for moment in momenten]


def bij_signalen(session: Session, cyclus: Cyclus) -> dict[int, dict[str, str]]:
    """Row -> reason -> the moments behind it in words ("breuken, 12 januari 2027"). One query."""
    vraag = (
        select(Leermomentleerling.regel_id, Leermoment.reden, Leermoment.naam, Leermoment.datum)
        .join(Leermoment, Leermoment.id == Leermomentleerling.leermoment_id)
        .where(Leermoment.cyclus_id == cyclus.id)
        .order_by(Leermoment.datum, Leermoment.id)
    )
    teksten: dict[int, dict[str, str]] = defaultdict(dict)
    for regel_id, reden, naam, datum in session.execute(vraag):
        eerder = teksten[regel_id].get(reden)
        tekst = f"{naam}, {datum_tekst(datum)}"
        teksten[regel_id][reden] = f"{eerder}; {tekst}" if eerder else tekst
    return dict(teksten)


def zoek(session: Session, cyclus: Cyclus, moment_id: int) -> Leermoment:
    """Raises NietGevonden when the moment isn't this cycle's."""
    moment = session.scalars(
        select(Leermoment).where(Leermoment.id == moment_id, Leermoment.cyclus_id == cyclus.id)
    ).one_or_none()
    if moment is None:
        raise NietGevonden("Dit leermoment is er niet (meer).")
    return moment


def maak(session: Session, cyclus: Cyclus, gegevens: Momentgegevens, door: Persoon) -> Leermoment:
    """Add a moment and mark its pupils. Raises Gesloten or OngeldigeWaarde."""
    naam = _controleer(session, cyclus, gegevens)
    moment = Leermoment(
        cyclus_id=cyclus.id, naam=naam, datum=gegevens.datum, reden=gegevens.reden, door_id=door.id
    )
    session.add(moment)
    session.flush()
    _kies(session, cyclus, moment, gegevens.regel_ids, door)
    return moment


def wijzig(
    session: Session, cyclus: Cyclus, moment: Leermoment, gegevens: Momentgegevens, door: Persoon
) -> None:
    """Other words, date, reason or pupils; the marks follow. Raises Gesloten or OngeldigeWaarde."""
    naam = _controleer(session, cyclus, gegevens)
    if gegevens.reden != moment.reden:
        _laat_los(session, cyclus, moment, _gekozen(session, moment), door)
    moment.naam, moment.datum, moment.reden = naam, gegevens.datum, gegevens.reden
    session.flush()
    _laat_los(session, cyclus, moment, _gekozen(session, moment) - gegevens.regel_ids, door)
    _kies(session, cyclus, moment, gegevens.regel_ids - _gekozen(session, moment), door)


def verwijder(session: Session, cyclus: Cyclus, moment: Leermoment, door: Persoon) -> None:
    """Take a moment away, with the marks that nothing else gives. Raises Gesloten."""
    eis_open(cyclus)
    _laat_los(session, cyclus, moment, _gekozen(session, moment), door)
    session.delete(moment)
    session.flush()


def _controleer(session: Session, cyclus: Cyclus, gegevens: Momentgegevens) -> str:
    """The name as it is kept. Raises Gesloten or OngeldigeWaarde."""
    eis_open(cyclus)
    naam = " ".join(gegevens.naam.split())
    if not 1 <= len(naam) <= NAAM_LANGSTE:
        raise OngeldigeWaarde(f"Geef het leermoment een naam van hoogstens {NAAM_LANGSTE} tekens.")
    if gegevens.reden not in REDENNAMEN:
        raise OngeldigeWaarde("Kies een van de redenen.", ", ".join(REDENNAMEN.values()))
    if not cyclus.begin <= gegevens.datum <= cyclus.eind + _VERSTE:
        raise OngeldigeWaarde(
            f"De datum ligt na {datum_tekst(cyclus.begin)}, het begin van de cyclus, en niet jaren vooruit."
        )
    bekend = set(session.scalars(select(Regel.id).where(Regel.cyclus_id == cyclus.id)))
    if not gegevens.regel_ids <= bekend:
        raise NietGevonden("Een van de leerlingen staat niet in dit overzicht.")
    return naam


def _gekozen(session: Session, moment: Leermoment) -> frozenset[int]:
    vraag = select(Leermomentleerling.regel_id).where(Leermomentleerling.leermoment_id == moment.id)
    return frozenset(session.scalars(vraag))


def _kies(
    session: Session, cyclus: Cyclus, moment: Leermoment, regel_ids: Collection[int], door: Persoon
) -> None:
    for regel_id in sorted(regel_ids):
        session.add(Leermomentleerling(leermoment_id=moment.id, regel_id=regel_id))
        signalering.zet(session, cyclus.groep, regel_id, moment.reden, True, door)


def _laat_los(
    session: Session, cyclus: Cyclus, moment: Leermoment, regel_ids: Collection[int], door: Persoon
) -> None:
    """Take pupils off a moment; a mark stays where another moment gives the same reason."""
    elders = _met_reden(session, cyclus, moment)
    for regel_id in sorted(regel_ids):
        session.execute(
            delete(Leermomentleerling).where(
                Leermomentleerling.leermoment_id == moment.id, Leermomentleerling.regel_id == regel_id
            )
        )
        if regel_id not in elders:
            signalering.zet(session, cyclus.groep, regel_id, moment.reden, False, door)


def _met_reden(session: Session, cyclus: Cyclus, behalve: Leermoment) -> Sequence[int]:
    vraag = (
        select(Leermomentleerling.regel_id)
        .join(Leermoment, Leermoment.id == Leermomentleerling.leermoment_id)
        .where(
            Leermoment.cyclus_id == cyclus.id,
            Leermoment.reden == behalve.reden,
            Leermoment.id != behalve.id,
        )
    )
    return session.scalars(vraag).all()
