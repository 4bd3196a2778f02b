"""Sentences that teachers wrote, offered to colleagues after approval."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.naamvangst import namen_in
from lti_tool.models import (
    Cursus,
    Cyclus,
    Groep,
    Hulpzinkeuze,
    Onderwijsbehoefte,
    Persoon,
    Platform,
    Regel,
    Zinvoorstel,
    nu,
)
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.school.zinbeheer import ZIN_LANGSTE, bekende_teksten, controleer, zet_erbij

# a sentence that was written for so many pupils says nothing of one of them
VAAK = 3
# a page of candidates
TEN_HOOGSTE = 20


def stel_voor(
    session: Session, cursus: Cursus, categorie: str, domein: str, tekst: str, door: Persoon
) -> Zinvoorstel:
    """Offer a sentence to colleagues of the school.

    Raises OngeldigeWaarde: no such category or domain, empty or too long, there already, or a name of the
    class list in it (the message says which).
    """
    zin = controleer(session, cursus, categorie, domein, tekst)
    school_id = cursus.platform.school_id
    wacht = [voorstel.tekst.casefold() for voorstel in wachtend(session, school_id)]
    if zin.casefold() in wacht:
        raise OngeldigeWaarde("Deze zin is al voorgesteld.")
    voorstel = Zinvoorstel(
        school_id=school_id, categorie=categorie, domein=domein, tekst=zin, door_id=door.id
    )
    session.add(voorstel)
    session.flush()
    return voorstel


def wachtend(session: Session, school_id: int) -> Sequence[Zinvoorstel]:
    """What waits for a decision, oldest first."""
    vraag = (
        select(Zinvoorstel)
        .where(Zinvoorstel.school_id == school_id, Zinvoorstel.besluit == "")
        .order_by(Zinvoorstel.id)
        .options(joinedload(Zinvoorstel.door))
    )
    return session.scalars(vraag).all()


def beslis(
    session: Session, cursus: Cursus, voorstel_id: int, goed: bool, tekst: str, door: Persoon
) -> Zinvoorstel:
    """Approve a sentence (perhaps in other words) or turn it down.

    Raises NietGevonden, or OngeldigeWaarde as `stel_voor` does and for somebody's own proposal.
    """
    school_id = cursus.platform.school_id
    voorstel = next((v for v in wachtend(session, school_id) if v.id == voorstel_id), None)
    if voorstel is None:
        raise NietGevonden("Dit voorstel is er niet (meer).")
    if goed:
        if voorstel.door_id == door.id:
            raise OngeldigeWaarde("Laat een collega je eigen zin goedkeuren.")
        voorstel.tekst = controleer(session, cursus, voorstel.categorie, voorstel.domein, tekst)
        zet_erbij(session, school_id, voorstel.categorie, voorstel.domein, voorstel.tekst, door)
    voorstel.besluit = "goedgekeurd" if goed else "afgewezen"
    voorstel.besloten_door_id, voorstel.besloten_op = door.id, nu()
    session.flush()
    return voorstel


def vaak_geschreven(session: Session, school_id: int) -> list[tuple[str, str, str, int]]:
    """(categorie, domein, tekst, pupils) of own sentences that were written for VAAK pupils or more.

    Without those that the school has or was offered before, and without any with a name of somebody in it.
    """
    aantal = func.count(Regel.persoon_id.distinct())
    vraag = (
        select(Hulpzinkeuze.categorie, Onderwijsbehoefte.domein, Hulpzinkeuze.tekst, aantal)
        .join(Onderwijsbehoefte, Onderwijsbehoefte.id == Hulpzinkeuze.behoefte_id)
        .join(Regel, Regel.id == Onderwijsbehoefte.regel_id)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .join(Groep, Groep.id == Cyclus.groep_id)
        .join(Cursus, Cursus.id == Groep.cursus_id)
        .join(Platform, Platform.id == Cursus.platform_id)
        .where(Platform.school_id == school_id, Hulpzinkeuze.sleutel == "")
        .group_by(Hulpzinkeuze.categorie, Onderwijsbehoefte.domein, Hulpzinkeuze.tekst)
        .having(aantal >= VAAK)
        .order_by(aantal.desc(), Hulpzinkeuze.tekst)
        .limit(10 * TEN_HOOGSTE)
    )
    bekend = {tekst.casefold() for tekst in bekende_teksten(session, school_id)}
    voorgesteld = select(Zinvoorstel.tekst).where(Zinvoorstel.school_id == school_id)
    bekend |= {tekst.casefold() for tekst in session.scalars(voorgesteld)}
    rijen = [
        (categorie, domein, tekst, leerlingen)
        for categorie, domein, tekst, leerlingen in session.execute(vraag)
        if tekst.casefold() not in bekend and len(tekst) <= ZIN_LANGSTE
    ][:TEN_HOOGSTE]
    if not rijen:
        return []
    namen = session.scalars(select(Persoon.naam).join(Platform).where(Platform.school_id == school_id)).all()
    return [rij for rij in rijen if not namen_in(rij[2], namen)]
