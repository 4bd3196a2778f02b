"""What is known of one pupil, beside which a need is written. Sensitive columns never stand here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.factoren import factoren
from lti_tool.models import Cel, Cyclus, Kolom, Kolomsoort, Onderwijsbehoefte, Regel
from lti_tool.services.begrijpwijzer.behoeftelezen import als_gegevens, met_inhoud
from lti_tool.services.overzicht import overzicht
from lti_tool.services.overzicht.overzichtbeeld import Celweergave, Kolomweergave, Zicht

# key of the column that holds what helps a pupil: from it a factor is pulled into the need
STIMULEREND = "stimulerend"


@dataclass(frozen=True)
class Vorige:
    """The previous cycle: its text in the overview, and its needs as plain data (behoeftelezen)."""

    volgnummer: int
    tekst: str
    behoeften: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Bekend:
    """`scores` and `teksten`: (column, cell) pairs in which something stands, now or earlier.

    `stimulerend`: the whole text of what helps; `factoren`: its separate parts. `behoeften`: the column and
    cell that the statement stands in.
    """

    signalen: tuple[str, ...]
    scores: tuple[tuple[Kolomweergave, Celweergave], ...]
    teksten: tuple[tuple[Kolomweergave, Celweergave], ...]
    stimulerend: str
    factoren: tuple[str, ...]
    vorige: Vorige | None
    behoeften: tuple[Kolomweergave, Celweergave] | None


def lees(session: Session, cyclus: Cyclus, regel: Regel, zicht: Zicht) -> Bekend:
    """What this reader may see of a pupil, without what is sensitive."""
    kijk = replace(zicht, vertrouwelijk=False, alleen=frozenset({regel.persoon_id}))
    inhoud = overzicht.lees(session, cyclus, kijk)
    rij = next(iter(inhoud.regels), None)
    paren = list(zip(inhoud.kolommen, rij.cellen, strict=True)) if rij else []
    gevuld = [(kolom, cel) for kolom, cel in paren if cel.waarde or cel.vorige]
    teksten = [paar for paar in gevuld if paar[0].soort == Kolomsoort.TEKST and paar[0].blok != "behoeften"]
    helpt = next((cel.waarde for kolom, cel in teksten if kolom.sleutel == STIMULEREND), "")
    return Bekend(
        signalen=rij.signalen if rij else (),
        scores=tuple(paar for paar in gevuld if paar[0].soort != Kolomsoort.TEKST),
        teksten=tuple(teksten),
        stimulerend=helpt,
        factoren=tuple(factoren(helpt)),
        vorige=_vorige(session, cyclus, regel.persoon_id),
        behoeften=next((paar for paar in paren if paar[0].blok == "behoeften"), None),
    )


def _vorige(session: Session, cyclus: Cyclus, persoon_id: int) -> Vorige | None:
    """The newest earlier cycle of this group in which the pupil has a row."""
    eerder = session.execute(
        select(Regel.id, Cyclus.volgnummer)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .where(
            Cyclus.groep_id == cyclus.groep_id,
            Cyclus.volgnummer < cyclus.volgnummer,
            Regel.persoon_id == persoon_id,
        )
        .order_by(Cyclus.volgnummer.desc())
        .limit(1)
    ).one_or_none()
    if eerder is None:
        return None
    tekst = session.scalar(
        select(Cel.waarde)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .where(Cel.regel_id == eerder.id, Kolom.blok == "behoeften", Cel.waarde != "")
    )
    behoeften = _van_rij(session, eerder.id)
    if not (tekst or behoeften):
        return None
    return Vorige(
        eerder.volgnummer,
        tekst or "",
        tuple(als_gegevens(behoefte) | {"domein": behoefte.domein} for behoefte in behoeften),
    )


def _van_rij(session: Session, regel_id: int) -> Sequence[Onderwijsbehoefte]:
    vraag = met_inhoud().where(Onderwijsbehoefte.regel_id == regel_id, Onderwijsbehoefte.doelen.any())
    return session.scalars(vraag).all()
