"""Putting what needs hold into the rows of a plan. Typed text is added to, never replaced."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.planvorm import EVALUATIE, ORGANISATIE, REST, Plankolom, kolom_voor
from lti_tool.hgw.planvulling import Vuldoel
from lti_tool.models import (
    Groepsplan,
    Persoon,
    Plandoel,
    Plandoelbron,
    Planregel,
    Planveld,
    Subgroep,
    Subgroepsoort,
    nu,
)
from lti_tool.services.groepsplan.planbron import Nieuw

IN_DE_LES = "Alle docenten, in de gewone lessen."


def vul(
    session: Session,
    regel: Planregel,
    kolommen: Sequence[Plankolom],
    nieuw: Nieuw,
    door: Persoon,
) -> None:
    """Put new goals and sentences in a row: sentences go under what stands in their column."""
    volgorde = session.scalar(select(func.max(Plandoel.volgorde)).where(Plandoel.planregel_id == regel.id))
    for nummer, (doel, bestaand) in enumerate(nieuw.doelen, start=(volgorde or 0) + 1):
        doel_id = bestaand.id if bestaand else _maak_doel(session, regel, doel, nummer, door)
        session.add_all(Plandoelbron(plandoel_id=doel_id, doel_id=bron) for bron in doel.bronnen)
    teksten: dict[str, list[str]] = {}
    for zin in nieuw.zinnen:
        kolom = kolom_voor(kolommen, zin.categorie)
        if kolom is not None:
            teksten.setdefault(kolom.sleutel, []).append(zin.tekst)
    punten_in = kolom_voor(kolommen, REST)
    if punten_in is not None:
        teksten.setdefault(punten_in.sleutel, []).extend(punt.tekst for punt in nieuw.punten)
    for veld, regels in teksten.items():
        voeg_toe(session, regel, veld, regels, door)
    regel.verwerkt = sorted({*regel.verwerkt, *nieuw.merken})
    session.flush()


def voeg_toe(session: Session, regel: Planregel, veld: str, regels: Iterable[str], door: Persoon) -> None:
    """Put lines under what stands in a field; a line that stands there already isn't doubled."""
    rij = session.scalars(select(Planveld).filter_by(planregel_id=regel.id, veld=veld)).one_or_none()
    staat = rij.waarde if rij else ""
    erbij = [tekst for tekst in dict.fromkeys(regels) if tekst.casefold() not in staat.casefold()]
    if not erbij:
        return
    waarde = "\n".join([*([staat] if staat else []), *erbij])
    if rij is None:
        session.add(Planveld(planregel_id=regel.id, veld=veld, waarde=waarde, gewijzigd_door_id=door.id))
    else:
        rij.waarde, rij.versie = waarde, rij.versie + 1
        rij.gewijzigd_door_id, rij.gewijzigd_op = door.id, nu()
    session.flush()


def zet_begin(
    session: Session, plan: Groepsplan, regel: Planregel, subgroep: Subgroep | None, door: Persoon
) -> None:
    """What can be said of organisation and evaluation beforehand, ready to be changed."""
    if subgroep is not None and subgroep.soort == Subgroepsoort.HANDREIKING:
        voeg_toe(session, regel, ORGANISATIE, [IN_DE_LES], door)
    if plan.evaluatie_op is not None:
        zin = f"{door.naam}, {datum_tekst(plan.evaluatie_op)}: per doel en leerling bekijken wat is gelukt."
        voeg_toe(session, regel, EVALUATIE, [zin], door)


def _maak_doel(session: Session, regel: Planregel, doel: Vuldoel, volgorde: int, door: Persoon) -> int:
    nieuw = Plandoel(
        planregel_id=regel.id,
        tekst=doel.tekst,
        maat=doel.maat,
        voor_wanneer=doel.voor_wanneer,
        volgorde=volgorde,
        gewijzigd_door_id=door.id,
    )
    session.add(nieuw)
    session.flush()
    return nieuw.id
