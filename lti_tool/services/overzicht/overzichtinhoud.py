"""What stands in an overview, question by question: cells, earlier values, signals, own observations."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Cyclus, Kolom, Onderwerp, Regel, Signaal, Wijziging
from lti_tool.services.overzicht.overzichtbeeld import Zicht


def cellen(
    session: Session, cyclus: Cyclus, kolommen: Sequence[Kolom], regel_ids: Sequence[int] | None = None
) -> dict[tuple[int, int], Cel]:
    """(regel, kolom) -> cell of the whole class, or of these rows."""
    vraag = (
        select(Cel)
        .join(Regel, Regel.id == Cel.regel_id)
        .where(Regel.cyclus_id == cyclus.id, Cel.kolom_id.in_([k.id for k in kolommen]))
    )
    if regel_ids is not None:
        vraag = vraag.where(Cel.regel_id.in_(regel_ids))
    return {(cel.regel_id, cel.kolom_id): cel for cel in session.scalars(vraag)}


def eerdere_waarden(
    session: Session, cyclus: Cyclus, kolommen: Sequence[Kolom], personen: Collection[int] | None = None
) -> dict[tuple[int, str], list[tuple[int, str]]]:
    """(persoon, kolomsleutel) -> values of earlier cycles of this group, oldest first; of all or of these."""
    vraag = (
        select(Regel.persoon_id, Kolom.sleutel, Kolom.schaal, Cyclus.volgnummer, Cel.waarde)
        .join(Cel, Cel.regel_id == Regel.id)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .where(
            Cyclus.groep_id == cyclus.groep_id,
            Cyclus.volgnummer < cyclus.volgnummer,
            Kolom.sleutel.in_([k.sleutel for k in kolommen]),
            Cel.waarde != "",
        )
        .order_by(Cyclus.volgnummer)
    )
    if personen is not None:
        vraag = vraag.where(Regel.persoon_id.in_(personen))
    # a column that changed its scale starts anew: a 7,5 says nothing next to a III
    schalen = {k.sleutel: k.schaal for k in kolommen}
    gevonden: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)
    for persoon, sleutel, schaal, nummer, waarde in session.execute(vraag):
        if schaal == schalen[sleutel]:
            gevonden[persoon, sleutel].append((nummer, waarde))
    return gevonden


def signalen(session: Session, regel_ids: Sequence[int]) -> dict[int, list[str]]:
    """regel -> the reasons for which the pupil was signalled."""
    vraag = select(Signaal.regel_id, Signaal.reden).where(Signaal.regel_id.in_(regel_ids))
    gevonden: dict[int, list[str]] = defaultdict(list)
    for regel_id, reden in session.execute(vraag.order_by(Signaal.id)):
        gevonden[regel_id].append(reden)
    return gevonden


def eigen_observaties(session: Session, zicht: Zicht, regel_ids: Sequence[int]) -> dict[tuple[int, int], str]:
    """(regel, kolom) -> the lines that this reader added."""
    if zicht.eigen_observaties_van is None:
        return {}
    vraag = (
        select(Wijziging.regel_id, Wijziging.kolom_id, Wijziging.nieuw)
        .where(
            Wijziging.onderwerp == Onderwerp.OBSERVATIE,
            Wijziging.door_id == zicht.eigen_observaties_van,
            Wijziging.regel_id.in_(regel_ids),
        )
        .order_by(Wijziging.id)
    )
    gevonden: dict[tuple[int, int], list[str]] = defaultdict(list)
    for regel_id, kolom_id, tekst in session.execute(vraag):
        if regel_id is not None and kolom_id is not None:
            gevonden[regel_id, kolom_id].append(tekst)
    return {plaats: "\n".join(teksten) for plaats, teksten in gevonden.items()}
