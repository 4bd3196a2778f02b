"""Cycles of a group: proposed, opened with what the previous one hands on, closed."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.cyclusvoorstel import Periode, stel_cyclus_voor
from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.schooljaar import controleer_cyclus
from lti_tool.models import (
    Cel,
    Cursus,
    Cyclus,
    Groep,
    Groepsplan,
    Groepspunt,
    Handelingsplan,
    Klad,
    Kolom,
    Leermoment,
    Onderwerp,
    Persoon,
    Regel,
    Roosterles,
    Stapverklaring,
    Subgroep,
    Wijzerantwoord,
    Wijziging,
    nu,
)
from lti_tool.services import behoefteovername, formaten, geschiedenis, regels, schoolformaten
from lti_tool.services.fouten import Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.tijd import vandaag


def stel_voor(cursus: Cursus, na: Cyclus | None = None) -> Periode:
    """Dates for the next cycle: of today, or of the day after the one that ends."""
    peildag = vandaag()
    if na is not None:
        peildag = max(peildag, date.fromordinal(na.eind.toordinal() + 1))
    return stel_cyclus_voor(peildag, cursus.begin, cursus.eind, formaten.periodes())


def cycli(session: Session, groep: Groep) -> Sequence[Cyclus]:
    """All cycles of a group, the newest first."""
    vraag = select(Cyclus).where(Cyclus.groep_id == groep.id).order_by(Cyclus.volgnummer.desc())
    return session.scalars(vraag).all()


def huidige(session: Session, groep: Groep) -> Cyclus | None:
    """The newest cycle; None before the first one."""
    return next(iter(cycli(session, groep)), None)


def kies(session: Session, groep: Groep, volgnummer: int | None) -> Cyclus:
    """The cycle with this number, or the newest one. Raises NietGevonden."""
    alle = cycli(session, groep)
    gekozen = next((c for c in alle if volgnummer in (None, c.volgnummer)), None)
    if gekozen is None:
        raise NietGevonden("Deze cyclus is er niet.")
    return gekozen


def open_cyclus(session: Session, groep: Groep, begin: date, eind: date, door: Persoon | None) -> Cyclus:
    """Open a cycle; the one that was open is closed. Raises OngeldigeWaarde for dates that can't be."""
    bezwaren = controleer_cyclus(begin, eind)
    if bezwaren:
        raise OngeldigeWaarde(" ".join(bezwaren))
    vorige = huidige(session, groep)
    if vorige is not None:
        if begin <= vorige.begin:
            raise OngeldigeWaarde(
                f"De nieuwe cyclus begint na {datum_tekst(vorige.begin)}, het begin van de vorige."
            )
        vorige.gesloten_op = vorige.gesloten_op or nu()
    cyclus = Cyclus(
        groep_id=groep.id, volgnummer=(vorige.volgnummer if vorige else 0) + 1, begin=begin, eind=eind
    )
    session.add(cyclus)
    session.flush()
    cyclus.groep = groep
    session.add_all(schoolformaten.kolommen_voor(session, groep, cyclus, _verborgen(session, vorige)))
    regels.vul_aan(session, cyclus)
    if vorige is not None:
        _neem_blijvende_over(session, vorige, cyclus, door)
        behoefteovername.neem_over(session, vorige, cyclus, door)
    _noteer(session, groep, door, cyclus)
    return cyclus


def wijzig_data(session: Session, cyclus: Cyclus, begin: date, eind: date, door: Persoon) -> None:
    """Other dates for an open cycle. Raises Gesloten or OngeldigeWaarde."""
    eis_open(cyclus)
    bezwaren = controleer_cyclus(begin, eind)
    if bezwaren:
        raise OngeldigeWaarde(" ".join(bezwaren))
    oud = _tekst(cyclus)
    cyclus.begin, cyclus.eind = begin, eind
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.CYCLUS, door, oud, _tekst(cyclus))


def is_ongebruikt(session: Session, cyclus: Cyclus) -> bool:
    """Whether nobody has changed anything in this cycle since it was opened."""
    # every cell, observation and signal leaves its mark in the history; unsaved text waits in klad
    sporen = (
        select(Wijziging.id).join(Regel, Regel.id == Wijziging.regel_id),
        select(Klad.id).join(Regel, Regel.id == Klad.regel_id),
        select(Handelingsplan.id).join(Regel, Regel.id == Handelingsplan.regel_id),
    )
    if any(session.scalar(s.where(Regel.cyclus_id == cyclus.id).limit(1)) is not None for s in sporen):
        return False
    plaatsen = (
        Stapverklaring.cyclus_id,
        Wijzerantwoord.cyclus_id,
        Leermoment.cyclus_id,
        Roosterles.cyclus_id,
        # pupils who are placed leave their mark in the history
        Subgroep.cyclus_id,
        Groepspunt.cyclus_id,
        # results, evaluation and log hang on it
        Groepsplan.cyclus_id,
    )
    if any(session.scalar(select(p).where(p == cyclus.id).limit(1)) is not None for p in plaatsen):
        return False
    return not behoefteovername.is_gewerkt(session, cyclus)


def heropen_vorige(session: Session, groep: Groep, door: Persoon) -> Cyclus:
    """Undo the opening of a cycle in which nothing was done yet. Raises OngeldigeWaarde otherwise."""
    alle = cycli(session, groep)
    if len(alle) < 2:
        raise OngeldigeWaarde("Er is geen vorige cyclus.")
    if not is_ongebruikt(session, alle[0]):
        raise OngeldigeWaarde(
            "In deze cyclus is al gewerkt. De vorige blijft te lezen, maar gaat niet meer open."
        )
    session.delete(alle[0])
    alle[1].gesloten_op = None
    regels.vul_aan(session, alle[1])
    geschiedenis.noteer(session, groep, Onderwerp.CYCLUS, door, "", f"{_tekst(alle[1])}, weer geopend")
    session.flush()
    return alle[1]


def verklaar(session: Session, cyclus: Cyclus, stap: int, klaar: bool, door: Persoon) -> None:
    """The owner says that a step is done, or takes that back. Raises OngeldigeWaarde or Gesloten."""
    eis_open(cyclus)
    if not 1 <= stap <= 6:
        raise OngeldigeWaarde("Een cyclus heeft zes stappen.")
    vraag = select(Stapverklaring).filter_by(cyclus_id=cyclus.id, stap=stap)
    staat = session.scalars(vraag).one_or_none()
    if klaar and staat is None:
        session.add(Stapverklaring(cyclus_id=cyclus.id, stap=stap, door_id=door.id))
    elif not klaar and staat is not None:
        session.delete(staat)
    session.flush()


def eis_open(cyclus: Cyclus) -> None:
    """Raises Gesloten when the cycle is kept read-only."""
    if cyclus.gesloten_op is not None:
        raise Gesloten("Deze cyclus is afgesloten en alleen te lezen.")


def _verborgen(session: Session, vorige: Cyclus | None) -> frozenset[str]:
    """What the owner had hidden stays hidden in the next cycle; it can come back there."""
    if vorige is None:
        return frozenset()
    return frozenset(k.sleutel for k in regels.kolommen(session, vorige) if k.verborgen)


def _neem_blijvende_over(session: Session, vorige: Cyclus, nieuwe: Cyclus, door: Persoon | None) -> None:
    """Lasting general needs go along for review; everything else is shown as previous."""
    nieuwe_kolommen = {k.sleutel: k.id for k in regels.kolommen(session, nieuwe) if k.blijvend}
    nieuwe_regels = {r.persoon_id: r.id for r in regels.regels(session, nieuwe)}
    vraag = (
        select(Regel.persoon_id, Kolom.sleutel, Cel.waarde)
        .join(Cel, Cel.regel_id == Regel.id)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .where(Regel.cyclus_id == vorige.id, Cel.waarde != "", Kolom.sleutel.in_(nieuwe_kolommen))
    )
    for persoon_id, sleutel, waarde in session.execute(vraag):
        if persoon_id in nieuwe_regels:
            session.add(
                Cel(
                    regel_id=nieuwe_regels[persoon_id],
                    kolom_id=nieuwe_kolommen[sleutel],
                    waarde=waarde,
                    gewijzigd_door_id=door.id if door else None,
                )
            )
    session.flush()


def _tekst(cyclus: Cyclus) -> str:
    return f"cyclus {cyclus.volgnummer}: {datum_tekst(cyclus.begin)} tot en met {datum_tekst(cyclus.eind)}"


def _noteer(session: Session, groep: Groep, door: Persoon | None, cyclus: Cyclus) -> None:
    geschiedenis.noteer(session, groep, Onderwerp.CYCLUS, door, "", _tekst(cyclus))
    session.flush()
