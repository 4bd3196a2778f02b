"""Scores in: kept as a concept, written in one transaction after a yes, and undone in one step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Groep, Persoon, Scoreimport, nu
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.scores.celblok import GEWIJZIGD, Celopdracht, Plaats, schrijf
from lti_tool.services.scores.scoreblok import Blokrij
from lti_tool.services.scores.scorevoorstel import Voorstel, lees_cellen, stel_voor

GEPLAKT = "geplakt"
# A concept can hold the scores of other classes in the same file: it isn't kept longer than needed.
CONCEPT_BLIJFT = timedelta(days=1)


@dataclass(frozen=True)
class Terugzetting:
    """What an undo put back, and what stayed because somebody changed it since."""

    terug: tuple[Plaats, ...]
    gebleven: tuple[Plaats, ...]


def begin(
    session: Session, cyclus: Cyclus, door: Persoon, bron: str, gegevens: dict[str, Any]
) -> Scoreimport:
    """Keep what was read as a concept of this person; their earlier one makes way. Raises Gesloten."""
    eis_open(cyclus)
    soortgenoot = Scoreimport.bron == GEPLAKT if bron == GEPLAKT else Scoreimport.bron != GEPLAKT
    session.execute(
        delete(Scoreimport).where(
            Scoreimport.bevestigd_op.is_(None),
            ((Scoreimport.cyclus_id == cyclus.id) & (Scoreimport.door_id == door.id) & soortgenoot)
            | (Scoreimport.aangemaakt_op < nu() - CONCEPT_BLIJFT),
        )
    )
    concept = Scoreimport(cyclus_id=cyclus.id, door_id=door.id, bron=bron[:255], gegevens=gegevens)
    session.add(concept)
    session.flush()
    return concept


def zoek(session: Session, groep: Groep, import_id: int, lezer: Persoon) -> tuple[Scoreimport, Cyclus]:
    """An import of this group with its cycle; a concept only for who made it. Raises NietGevonden."""
    vraag = (
        select(Scoreimport, Cyclus)
        .join(Cyclus, Cyclus.id == Scoreimport.cyclus_id)
        .where(Scoreimport.id == import_id, Cyclus.groep_id == groep.id)
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None or (rij.Scoreimport.bevestigd_op is None and rij.Scoreimport.door_id != lezer.id):
        raise NietGevonden("Dit voorstel is er niet meer. Lees het bestand opnieuw in.")
    return rij.Scoreimport, rij.Cyclus


def bewaar_rijen(concept: Scoreimport, rijen: Iterable[Blokrij], **meer: Any) -> None:
    """Keep the matched rows with the concept."""
    concept.gegevens = concept.gegevens | meer | {"rijen": [rij.als_dict() for rij in rijen]}


def rijen_van(concept: Scoreimport) -> list[Blokrij]:
    """The matched rows of a concept; none before they were matched."""
    return [Blokrij.van_dict(rij) for rij in concept.gegevens.get("rijen", ())]


def bevestig(
    session: Session,
    concept: Scoreimport,
    cyclus: Cyclus,
    door: Persoon,
    *,
    stand: str,
    keuzes: Mapping[int, int],
    leegmaken: bool,
) -> Sequence[Plaats]:
    """Write what the proposal with this `stand` said; the cells that changed. A second yes writes nothing.

    Raises Gesloten, Conflict when a cell changed since the proposal was shown, and OngeldigeWaarde when two
    rows are for one pupil or nothing would change. Then nothing is written.
    """
    session.refresh(concept, with_for_update=True)
    if concept.bevestigd_op is not None:
        return gewijzigd(concept)
    eis_open(cyclus)
    voorstel = stel_voor(session, cyclus, rijen_van(concept), keuzes, leegmaken=leegmaken, op_slot=True)
    _controleer(voorstel, stand)
    opdrachten = [
        Celopdracht(Plaats(cel.regel_id, cel.kolom.id), cel.oud, cel.nieuw) for _, cel in voorstel.wijzigt
    ]
    versies = schrijf(session, cyclus, concept.id, opdrachten, door)
    concept.bevestigd_op = nu()
    # the file itself goes: what changed is all that the undo needs
    concept.gegevens = {
        "cellen": [[*o.plaats, o.oud, versie] for o, versie in zip(opdrachten, versies, strict=True)],
        "geweigerd": len(voorstel.geweigerd),
        "zonder": voorstel.niet_gelezen,
    }
    session.flush()
    return gewijzigd(concept)


def gewijzigd(scoreimport: Scoreimport) -> list[Plaats]:
    """The cells that a confirmed import changed."""
    return [Plaats(regel_id, kolom_id) for regel_id, kolom_id, *_ in scoreimport.gegevens["cellen"]]


def maak_ongedaan(session: Session, scoreimport: Scoreimport, cyclus: Cyclus, door: Persoon) -> Terugzetting:
    """Put back what stood there, in cells that nobody changed since. A second time changes nothing more.

    Raises Gesloten, or NietGevonden for an import that was never confirmed.
    """
    session.refresh(scoreimport, with_for_update=True)
    if scoreimport.bevestigd_op is None:
        raise NietGevonden("Dit is nog niet ingelezen, dus er is niets om ongedaan te maken.")
    if scoreimport.ongedaan_op is None:
        eis_open(cyclus)
        _zet_terug(session, scoreimport, cyclus, door)
    gebleven = tuple(Plaats(*plaats) for plaats in scoreimport.gegevens["gebleven"])
    terug = tuple(plaats for plaats in gewijzigd(scoreimport) if plaats not in set(gebleven))
    return Terugzetting(terug, gebleven)


def _zet_terug(session: Session, scoreimport: Scoreimport, cyclus: Cyclus, door: Persoon) -> None:
    kolom_ids = {plaats.kolom_id for plaats in gewijzigd(scoreimport)}
    staat = lees_cellen(session, cyclus, sorted(kolom_ids), op_slot=True)
    opdrachten: list[Celopdracht] = []
    gebleven: list[Plaats] = []
    for regel_id, kolom_id, oud, versie in scoreimport.gegevens["cellen"]:
        plaats = Plaats(regel_id, kolom_id)
        cel = staat.get(plaats)
        if cel is None or cel.versie != versie:
            gebleven.append(plaats)
        else:
            opdrachten.append(Celopdracht(plaats, cel.waarde, oud))
    schrijf(session, cyclus, scoreimport.id, opdrachten, door)
    scoreimport.ongedaan_op = nu()
    scoreimport.gegevens = scoreimport.gegevens | {"gebleven": gebleven}
    session.flush()


def _controleer(voorstel: Voorstel, stand: str) -> None:
    if voorstel.stand != stand:
        raise Conflict(GEWIJZIGD)
    if voorstel.fouten:
        raise OngeldigeWaarde("Twee rijen zijn voor dezelfde leerling. Kies er een.")
    if not voorstel.wijzigt:
        raise OngeldigeWaarde("Er verandert niets. Kies eerst bij wie een rij hoort.")
