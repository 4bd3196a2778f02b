"""Lasting needs go along to the next cycle, for review."""

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from lti_tool.models import Cyclus, Doel, Hulpzinkeuze, Leerlingdeel, Onderwijsbehoefte, Persoon, Regel, Soort

TE_HERZIEN = "te_herzien"
_BEEINDIGD = "beeindigd"


def neem_over(session: Session, vorige: Cyclus, nieuwe: Cyclus, door: Persoon | None) -> None:
    """Copy the general needs (cyclus A) with goals and sentences; those of a subject are shown as previous.

    The text in the cell goes along by itself (services/cycli.py).
    """
    if nieuwe.groep.soort != Soort.VAKOVERSTIJGEND:
        return
    rijen = session.execute(select(Regel.persoon_id, Regel.id).where(Regel.cyclus_id == nieuwe.id))
    nieuwe_regels = {rij.persoon_id: rij.id for rij in rijen}
    vraag = (
        select(Onderwijsbehoefte, Regel.persoon_id)
        .join(Regel, Regel.id == Onderwijsbehoefte.regel_id)
        .where(Regel.cyclus_id == vorige.id, Onderwijsbehoefte.herziening != _BEEINDIGD)
        .options(selectinload(Onderwijsbehoefte.doelen), selectinload(Onderwijsbehoefte.zinnen))
    )
    for behoefte, persoon_id in session.execute(vraag):
        if persoon_id in nieuwe_regels and (behoefte.doelen or behoefte.zinnen):
            session.add(_kopie(behoefte, nieuwe_regels[persoon_id], door))
    session.flush()


def is_gewerkt(session: Session, cyclus: Cyclus) -> bool:
    """Whether somebody named, changed or reviewed a need in this cycle, or wrote down a pupil's words."""
    eigen = (Onderwijsbehoefte.versie > 1) | (Onderwijsbehoefte.herziening == "")
    behoeften = select(Onderwijsbehoefte.id).join(Regel).where(Regel.cyclus_id == cyclus.id, eigen)
    delen = select(Leerlingdeel.id).join(Regel).where(Regel.cyclus_id == cyclus.id)
    return any(session.scalar(vraag.limit(1)) is not None for vraag in (behoeften, delen))


def _kopie(behoefte: Onderwijsbehoefte, regel_id: int, door: Persoon | None) -> Onderwijsbehoefte:
    return Onderwijsbehoefte(
        regel_id=regel_id,
        domein=behoefte.domein,
        zin=behoefte.zin,
        herziening=TE_HERZIEN,
        vorige_id=behoefte.id,
        gewijzigd_door_id=door.id if door else None,
        doelen=[
            Doel(
                tekst=doel.tekst,
                maat=doel.maat,
                voor_wanneer=doel.voor_wanneer,
                prioriteit=doel.prioriteit,
                gedeeld_op=doel.gedeeld_op,
            )
            for doel in behoefte.doelen
        ],
        zinnen=[
            Hulpzinkeuze(categorie=zin.categorie, sleutel=zin.sleutel, tekst=zin.tekst, volgorde=zin.volgorde)
            for zin in behoefte.zinnen
        ],
    )
