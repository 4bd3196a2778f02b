"""How the class did on a test: levels, mean, how many below the agreement."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.scores import Score
from lti_tool.hgw.verdeling import Verdeling, verdeling
from lti_tool.models import Cel, Cyclus, Kolom
from lti_tool.services.groep import regels
from lti_tool.services.overzicht.celweergave import Meetlat


@dataclass(frozen=True)
class Toetsverdeling:
    """`onder`: per level of the spread whether it lies below the agreement."""

    kolom: Kolom
    verdeling: Verdeling
    onder: tuple[bool, ...]


def lees(session: Session, cyclus: Cyclus, kolommen: Sequence[Kolom]) -> list[Toetsverdeling]:
    """The spread per score column, over the pupils who are there now. Three queries."""
    aanwezig = [regel.id for regel, ll in regels.van_leerlingen(session, cyclus) if not ll.vertrokken]
    vraag = select(Cel.regel_id, Cel.kolom_id, Cel.waarde).where(
        Cel.kolom_id.in_([kolom.id for kolom in kolommen]), Cel.regel_id.in_(aanwezig)
    )
    waarden = {(regel_id, kolom_id): waarde for regel_id, kolom_id, waarde in session.execute(vraag)}
    gevonden = []
    for kolom in kolommen:
        meetlat = Meetlat.van(kolom)
        if meetlat.schaal is None:
            continue
        scores = [meetlat.score(waarden.get((regel_id, kolom.id), "")) for regel_id in aanwezig]
        spreiding = verdeling(meetlat.schaal, scores, meetlat.ijkpunt)
        gevonden.append(Toetsverdeling(kolom, spreiding, _onder(spreiding, meetlat.ijkpunt)))
    return gevonden


def _onder(spreiding: Verdeling, ijkpunt: Score | None) -> tuple[bool, ...]:
    """Which levels lie below the agreement; classes of points and percentages straddle it, so none do."""
    grens = -1
    if ijkpunt is not None and not ijkpunt.schaal.numeriek:
        grens = int(ijkpunt.rang)
    elif ijkpunt is not None and ijkpunt.schaal.soort == "cijfer":
        grens = int(ijkpunt.rang.to_integral_value(ROUND_HALF_UP)) - 1
    return tuple(plaats < grens for plaats in range(len(spreiding.niveaus)))
