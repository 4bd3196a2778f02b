"""Many cells written as one: all of them or none, with their history, in a few statements."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Cyclus, Persoon, Regel, nu
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import Conflict
from lti_tool.services.scores.scorevoorstel import lees_cellen

GEWIJZIGD = "Intussen is er in deze kolommen iets gewijzigd. Bekijk het voorstel opnieuw."


class Plaats(NamedTuple):
    regel_id: int
    kolom_id: int


class Celopdracht(NamedTuple):
    plaats: Plaats
    oud: str
    nieuw: str


def schrijf(
    session: Session, cyclus: Cyclus, import_id: int, opdrachten: Sequence[Celopdracht], door: Persoon
) -> list[int]:
    """Write cells of one import, each once; their versions after it, in the same order.

    The cells that are there must be locked already (`lees_cellen` with op_slot). Cells that the session holds
    are out of date afterwards: read them again. Raises Conflict when somebody filled an empty one just now.
    """
    if not opdrachten:
        return []
    staat = lees_cellen(session, cyclus, sorted({o.plaats.kolom_id for o in opdrachten}))
    versies = [cel.versie + 1 if (cel := staat.get(o.plaats)) else 1 for o in opdrachten]
    nieuw, gewijzigd = [], []
    wie_wanneer = {"gewijzigd_door_id": door.id, "gewijzigd_op": nu()}
    for opdracht, versie in zip(opdrachten, versies, strict=True):
        waarden = wie_wanneer | {"waarde": opdracht.nieuw, "versie": versie}
        cel = staat.get(opdracht.plaats)
        if cel is None:
            nieuw.append(waarden | opdracht.plaats._asdict())
        else:
            gewijzigd.append(waarden | {"id": cel.id})
    if gewijzigd:
        session.execute(update(Cel), gewijzigd)
    if nieuw:
        _voeg_toe(session, nieuw)
    _noteer(session, cyclus, import_id, opdrachten, door)
    return versies


def _voeg_toe(session: Session, cellen: Sequence[dict[str, object]]) -> None:
    try:
        with session.begin_nested():
            session.execute(insert(Cel), cellen)
    except IntegrityError as fout:
        raise Conflict(GEWIJZIGD) from fout


def _noteer(
    session: Session, cyclus: Cyclus, import_id: int, opdrachten: Sequence[Celopdracht], door: Persoon
) -> None:
    personen = dict(session.execute(select(Regel.id, Regel.persoon_id).filter_by(cyclus_id=cyclus.id)).all())
    wijzigingen = [
        {"leerling_id": personen[o.plaats.regel_id], "import_id": import_id, "oud": o.oud, "nieuw": o.nieuw}
        | o.plaats._asdict()
        for o in opdrachten
    ]
    geschiedenis.noteer_veel(session, cyclus.groep, door, wijzigingen)
