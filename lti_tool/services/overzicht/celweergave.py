"""A cell with what follows from it: below the norm, rise or fall, what stood there before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import Score, bewaarde_score, lees_score, onder_ijkpunt, verloop
from lti_tool.models import Cel, Cyclus, Kolom, Kolomsoort, Regel
from lti_tool.services.groep import regels as rijen
from lti_tool.services.overzicht import metingen, overzichtinhoud
from lti_tool.services.overzicht.overzichtbeeld import Celweergave

# So many earlier values stand beside the latest one.
VORIGE_TEN_HOOGSTE = 3


@dataclass(frozen=True)
class Meetlat:
    """A column's scale and agreed minimum, read once for all its cells; no scale for a text column."""

    schaal: Schaal | None
    ijkpunt: Score | None

    @classmethod
    def van(cls, kolom: Kolom) -> "Meetlat":
        if kolom.soort == Kolomsoort.TEKST or kolom.schaal is None:
            return cls(None, None)
        schaal = Schaal.van_dict(kolom.schaal)
        return cls(schaal, lees_score(schaal, kolom.ijkpunt))

    def score(self, waarde: str) -> Score | None:
        """The score that stands in a cell."""
        return bewaarde_score(self.schaal, waarde) if self.schaal else None


def weergave(
    waarde: str,
    versie: int,
    vorige: Sequence[tuple[int, str]],
    meetlat: Meetlat,
    reeks: Sequence[tuple[str, str]] = (),
) -> Celweergave:
    """One cell with what follows from it; `vorige` are (cycle number, value), oldest first.

    `reeks` are (head, value) of the tests before it in this cycle.
    """
    eerder = [*((f"cyclus {nummer}", oud) for nummer, oud in vorige), *reeks]
    toelichting = ", ".join(f"{wanneer}: {oud}" for wanneer, oud in eerder[-VORIGE_TEN_HOOGSTE:])
    naast = vorige[-1][1] if vorige else ""
    if meetlat.schaal is None:
        return Celweergave(waarde, versie, False, None, toelichting, naast)
    score = meetlat.score(waarde)
    richting = verloop([*(meetlat.score(oud) for _, oud in eerder), score]) if score else None
    return Celweergave(waarde, versie, onder_ijkpunt(score, meetlat.ijkpunt), richting, toelichting, naast)


def uit_reeks(
    cellen: Mapping[tuple[int, int], Cel], regel_id: int, voorgangers: Iterable[Kolom]
) -> list[tuple[str, str]]:
    """(head, value) of the earlier tests that have a score."""
    gevonden = ((kolom.kop, cellen.get((regel_id, kolom.id))) for kolom in voorgangers)
    return [(kop, cel.waarde) for kop, cel in gevonden if cel is not None and cel.waarde]


def lees_cel(session: Session, cyclus: Cyclus, kolom: Kolom, cel: Cel) -> Celweergave:
    """One saved cell, as the page needs it after saving."""
    if kolom.soort == Kolomsoort.TEKST:  # nothing follows from it but itself
        return Celweergave(cel.waarde, cel.versie, False, None, "")
    return lees_cellen(session, cyclus, [cel])[0][1]


def lees_cellen(session: Session, cyclus: Cyclus, cellen: Sequence[Cel]) -> list[tuple[Cel, Celweergave]]:
    """Saved cells of one cycle, as the page needs them after saving; four queries at most."""
    geraakt = {cel.kolom_id for cel in cellen}
    alle = rijen.kolommen(session, cyclus)
    kolommen = {k.id: k for k in alle if k.id in geraakt}
    vraag = select(Regel.id, Regel.persoon_id).where(Regel.id.in_({cel.regel_id for cel in cellen}))
    personen = dict(session.execute(vraag).all())
    scores = [kolom for kolom in kolommen.values() if kolom.soort != Kolomsoort.TEKST]
    vorige = overzichtinhoud.eerdere_waarden(session, cyclus, scores, personen.values()) if scores else {}
    meetlatten = {kolom_id: Meetlat.van(kolom) for kolom_id, kolom in kolommen.items()}
    voorgangers = metingen.voorgangers(alle, cyclus)
    nodig = {kolom.id: kolom for kolom_id in geraakt for kolom in voorgangers.get(kolom_id, ())}
    ernaast = overzichtinhoud.cellen(session, cyclus, list(nodig.values()), list(personen)) if nodig else {}

    def lees_een(cel: Cel) -> Celweergave:
        eerder = vorige.get((personen[cel.regel_id], kolommen[cel.kolom_id].sleutel), [])
        reeks = uit_reeks(ernaast, cel.regel_id, voorgangers.get(cel.kolom_id, ()))
        return weergave(cel.waarde, cel.versie, eerder, meetlatten[cel.kolom_id], reeks)

    return [(cel, lees_een(cel)) for cel in cellen]
