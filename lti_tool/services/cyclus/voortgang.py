"""Where cycles stand: the counts behind the six steps, with as many queries for a school as for a class."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from lti_tool.hgw.voortgang import Stap, Telling, stappen
from lti_tool.models import (
    Cel,
    Cyclus,
    Kolom,
    Signaal,
    Stapverklaring,
    Voorstelbesluit,
)
from lti_tool.services.clusteren import clustertelling
from lti_tool.services.evaluatie import evaluatiestand
from lti_tool.services.groep import regels
from lti_tool.services.groepsplan import plantelling


def stand(session: Session, cyclus: Cyclus) -> list[Stap]:
    """The six steps of a cycle with what is done."""
    return standen(session, [cyclus.id])[cyclus.id]


def standen(session: Session, cyclus_ids: Sequence[int]) -> dict[int, list[Stap]]:
    """cyclus_id -> its six steps with what is done. Ten queries, however many cycles."""
    tellingen, verklaringen = _tellingen(session, cyclus_ids), _verklaringen(session, cyclus_ids)
    return {id_: list(stappen(tellingen[id_], frozenset(verklaringen[id_]))) for id_ in cyclus_ids}


def verklaard(session: Session, cyclus: Cyclus) -> frozenset[int]:
    """The steps that the owner said are done, whatever the counts say."""
    return frozenset(_verklaringen(session, [cyclus.id])[cyclus.id])


def _verklaringen(session: Session, cyclus_ids: Sequence[int]) -> dict[int, set[int]]:
    vraag = select(Stapverklaring.cyclus_id, Stapverklaring.stap).where(
        Stapverklaring.cyclus_id.in_(cyclus_ids)
    )
    gevonden: dict[int, set[int]] = defaultdict(set)
    for cyclus_id, stap in session.execute(vraag):
        gevonden[cyclus_id].add(stap)
    return gevonden


def _tellingen(session: Session, cyclus_ids: Sequence[int]) -> dict[int, Telling]:
    """The counted facts of cycles, over the pupils who are there now."""
    rijen = regels.aanwezigen(cyclus_ids)
    aantal = func.count(rijen.c.id.distinct())
    basis = select(rijen.c.cyclus_id, aantal).group_by(rijen.c.cyclus_id)
    gesignaleerd = select(Signaal.id).where(Signaal.regel_id == rijen.c.id).exists()
    besloten = select(Voorstelbesluit.regel_id).where(Voorstelbesluit.regel_id == rijen.c.id).exists()
    met_tekst = (
        basis.join(Cel, Cel.regel_id == rijen.c.id)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .where(Cel.waarde != "")
    )
    leerlingen = _lees(session, basis)
    met_gegeven = _lees(session, met_tekst.where(Kolom.blok != "behoeften"))
    met_signaal = _lees(session, basis.where(gesignaleerd))
    doorlopen = _lees(session, basis.where(rijen.c.doorlopen_op.is_not(None) | besloten | gesignaleerd))
    met_behoefte = _lees(session, met_tekst.where(Kolom.blok == "behoeften", gesignaleerd))
    te_clusteren = basis.where(clustertelling.heeft_behoefte(rijen.c.id))
    met_nodig = _lees(session, te_clusteren)
    met_plek = _lees(session, te_clusteren.where(clustertelling.heeft_plek(rijen.c.id)))
    plannen = plantelling.tel(session, cyclus_ids)
    evaluaties = evaluatiestand.standen(session, cyclus_ids)
    leeg = evaluatiestand.Evaluatiestand()
    return {
        id_: Telling(
            leerlingen=leerlingen.get(id_, 0),
            met_gegeven=met_gegeven.get(id_, 0),
            doorlopen=doorlopen.get(id_, 0),
            gesignaleerd=met_signaal.get(id_, 0),
            met_behoefte=met_behoefte.get(id_, 0),
            te_clusteren=met_nodig.get(id_, 0),
            geclusterd=met_plek.get(id_, 0),
            planrijen=plannen[id_].rijen if id_ in plannen else 0,
            planrijen_klaar=plannen[id_].klaar if id_ in plannen else 0,
            uitkomsten=evaluaties.get(id_, leeg).totaal,
            gezegd=evaluaties.get(id_, leeg).gezegd,
            evaluatierijen=evaluaties.get(id_, leeg).rijen,
            besluiten=evaluaties.get(id_, leeg).besluiten,
        )
        for id_ in cyclus_ids
    }


def _lees(session: Session, vraag: Select[Any]) -> dict[int, int]:
    return {rij[0]: rij[1] for rij in session.execute(vraag)}
