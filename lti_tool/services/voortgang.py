"""Where a cycle stands: the counts behind the six steps."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.hgw.voortgang import Stap, Telling, stappen
from lti_tool.models import Cel, Cyclus, Kolom, Regel, Signaal, Stapverklaring
from lti_tool.services.rooster import leerlingen


def stand(session: Session, cyclus: Cyclus) -> list[Stap]:
    """The six steps of a cycle with what is done."""
    return list(stappen(tel(session, cyclus), verklaard(session, cyclus)))


def verklaard(session: Session, cyclus: Cyclus) -> frozenset[int]:
    """The steps that the owner said are done, whatever the counts say."""
    return frozenset(
        session.scalars(select(Stapverklaring.stap).where(Stapverklaring.cyclus_id == cyclus.id))
    )


def tel(session: Session, cyclus: Cyclus) -> Telling:
    """The counted facts of a cycle, over the pupils who are there now."""
    aanwezig = [ll.id for ll in leerlingen(session, cyclus.groep.cursus_id) if not ll.vertrokken]
    regel_ids = list(
        session.scalars(select(Regel.id).where(Regel.cyclus_id == cyclus.id, Regel.persoon_id.in_(aanwezig)))
    )
    gesignaleerd = set(session.scalars(select(Signaal.regel_id).where(Signaal.regel_id.in_(regel_ids))))
    return Telling(
        leerlingen=len(regel_ids),
        met_gegeven=_met_tekst(session, regel_ids, Kolom.blok != "behoeften"),
        gesignaleerd=len(gesignaleerd),
        met_behoefte=_met_tekst(session, sorted(gesignaleerd), Kolom.blok == "behoeften"),
    )


def _met_tekst(session: Session, regel_ids: list[int], voorwaarde: object) -> int:
    vraag = (
        select(func.count(Cel.regel_id.distinct()))
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .where(Cel.regel_id.in_(regel_ids), Cel.waarde != "", voorwaarde)  # type: ignore[arg-type]
    )
    return session.scalar(vraag) or 0
