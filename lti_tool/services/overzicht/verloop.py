"""The course of one pupil's scores over time, per score column, ready to draw."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.reeksen import per_reeks
from lti_tool.hgw.verloopgrafiek import Grafiek, teken
from lti_tool.models import Cyclus, Kolom, Kolomsoort
from lti_tool.services.overzicht import metingen


def lees(session: Session, cyclus: Cyclus, persoon_id: int) -> dict[int, Grafiek]:
    """Column of this cycle -> the course of what it measures, where there are two scores or more."""
    afnames = metingen.lees(session, cyclus, persoon_id).get(persoon_id, [])
    labels = {afname.meting.toets: afname.label for afname in afnames}
    grafieken: dict[str, Grafiek] = {}
    sleutels = {afname.meting.reeks: afname.reeks for afname in afnames}
    for naam, gemeten in per_reeks(afname.meting for afname in afnames).items():
        punten = [(labels[een.meting.toets], een.score) for een in gemeten]
        if grafiek := teken(punten, gemeten[-1].meting.ijkpunt):
            grafieken[sleutels[naam]] = grafiek
    vraag = select(Kolom).where(Kolom.cyclus_id == cyclus.id, Kolom.soort != Kolomsoort.TEKST)
    # a sensitive column is no part of a series, also when it bears the name of one
    kolommen = [kolom for kolom in session.scalars(vraag) if not (kolom.gevoelig or kolom.verborgen)]
    return {
        kolom.id: grafieken[reeks] for kolom in kolommen if (reeks := metingen.reeks_van(kolom)) in grafieken
    }
