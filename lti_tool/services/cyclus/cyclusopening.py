"""A cycle opens with what the previous one hands on, and opens again while nothing was done in the next."""

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
    Paginaklad,
    Persoon,
    Regel,
    Roosterles,
    Stapverklaring,
    Subgroep,
    Wijzerantwoord,
    Wijziging,
    nu,
)
from lti_tool.services import geschiedenis
from lti_tool.services.begrijpwijzer import behoefteovername
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import regels
from lti_tool.services.groep.cycli import als_tekst, cycli, huidige
from lti_tool.services.school import formaten, schoolformaten
from lti_tool.services.tijd import vandaag


def stel_voor(cursus: Cursus, na: Cyclus | None = None) -> Periode:
    """Dates for the next cycle: of today, or of the day after the one that ends."""
    peildag = vandaag()
    if na is not None:
        peildag = max(peildag, date.fromordinal(na.eind.toordinal() + 1))
    return stel_cyclus_voor(peildag, cursus.begin, cursus.eind, formaten.periodes())


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
        Paginaklad.cyclus_id,
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
    geschiedenis.noteer(session, groep, Onderwerp.CYCLUS, door, "", f"{als_tekst(alle[1])}, weer geopend")
    session.flush()
    return alle[1]


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


def _noteer(session: Session, groep: Groep, door: Persoon | None, cyclus: Cyclus) -> None:
    geschiedenis.noteer(session, groep, Onderwerp.CYCLUS, door, "", als_tekst(cyclus))
    session.flush()
