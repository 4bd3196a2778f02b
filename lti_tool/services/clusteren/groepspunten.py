"""Points of attention for the whole group: proposed from what many share, accepted or turned down, or own."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from lti_tool.hgw import groepspunten as regels_hgw
from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.hgw.groepspunten import Puntvoorstel
from lti_tool.models import Cyclus, Groep, Groepspunt, Onderwerp, Persoon
from lti_tool.services import geschiedenis, versies
from lti_tool.services.begrijpwijzer.behoeftelezen import zoek_domein
from lti_tool.services.clusteren import puntgegevens
from lti_tool.services.clusteren.clusterbord import Klas
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.school import formaten

TEKST_LANGSTE = 255


def van_cyclus(session: Session, cyclus: Cyclus) -> Sequence[Groepspunt]:
    """Every point of a cycle, also what was turned down, in the order in which they came. One query."""
    vraag = select(Groepspunt).where(Groepspunt.cyclus_id == cyclus.id)
    return session.scalars(vraag.order_by(Groepspunt.volgorde, Groepspunt.id)).all()


def voorstellen(session: Session, klas: Klas, bekend: Sequence[Groepspunt]) -> tuple[Puntvoorstel, ...]:
    """What many share, unless it was decided on before (`bekend`)."""
    gedaan = {punt.herkomst for punt in bekend if punt.herkomst}
    kandidaten = puntgegevens.kandidaten(session, klas)
    leerlingen = [regel.persoon_id for regel, _ in klas.leerlingen]
    deel = float(formaten.clusteren()["groepspunt_deel"])
    gevonden = regels_hgw.stel_punten_voor(kandidaten, leerlingen, deel)
    return tuple(voorstel for voorstel in gevonden if voorstel.herkomst not in gedaan)


def voeg_toe(session: Session, cyclus: Cyclus, domein: str, tekst: str, door: Persoon) -> Groepspunt:
    """An own point. Raises Gesloten, NietGevonden or OngeldigeWaarde."""
    eis_open(cyclus)
    zoek_domein(cyclus.groep, domein)
    punt = _maak(session, cyclus, domein, _tekst(tekst), door)
    _noteer(session, cyclus, door, "", _in_woorden(punt))
    return punt


def beslis(session: Session, klas: Klas, herkomst: str, overnemen: bool, door: Persoon) -> Groepspunt:
    """Accept a proposal or turn it down for this cycle. Deciding the same twice changes nothing more.

    Raises Gesloten, or Conflict when the proposal is no longer there.
    """
    cyclus = klas.cyclus
    eis_open(cyclus)
    bekend = van_cyclus(session, cyclus)
    al = next((punt for punt in bekend if herkomst and punt.herkomst == herkomst), None)
    if al is not None and al.afgewezen is not overnemen:
        return al
    voorstel = next((v for v in voorstellen(session, klas, bekend) if v.herkomst == herkomst), None)
    if voorstel is None:
        raise Conflict("De gegevens zijn veranderd. Dit voorstel is er niet meer.")
    tekst = voorstel.tekst[:TEKST_LANGSTE]
    punt = _maak(session, cyclus, voorstel.domein, tekst, door, herkomst=herkomst, afgewezen=not overnemen)
    _noteer(session, cyclus, door, "", _in_woorden(punt))
    return punt


def wijzig(
    session: Session, groep: Groep, punt_id: int, tekst: str, versie: int, door: Persoon
) -> Groepspunt:
    """Other words over the version that was seen.

    Raises NietGevonden, Gesloten, OngeldigeWaarde or Conflict.
    """
    punt, cyclus = _zoek(session, groep, punt_id)
    nieuw, oud = _tekst(tekst), _in_woorden(punt)
    if nieuw == punt.tekst:
        return punt
    if not versies.schrijf(session, punt, versie, door, tekst=nieuw):
        raise versies.conflict(session, punt, "dit punt", tekst=punt.tekst)
    _noteer(session, cyclus, door, oud, _in_woorden(punt))
    return punt


def verwijder(session: Session, groep: Groep, punt_id: int, versie: int, door: Persoon) -> Groepspunt:
    """Take a point away, or forget that it was turned down: a proposal can be made again.

    Gives the point as it was. Raises NietGevonden, Gesloten or Conflict.
    """
    punt, cyclus = _zoek(session, groep, punt_id)
    session.flush()
    weg = delete(Groepspunt).where(Groepspunt.id == punt.id, Groepspunt.versie == versie)
    if punt.versie != versie or session.connection().execute(weg).rowcount != 1:
        session.refresh(punt)
        raise versies.conflict(session, punt, "dit punt", tekst=punt.tekst)
    session.expunge(punt)
    _noteer(session, cyclus, door, _in_woorden(punt), "weggehaald")
    return punt


def _zoek(session: Session, groep: Groep, punt_id: int) -> tuple[Groepspunt, Cyclus]:
    vraag = (
        select(Groepspunt, Cyclus)
        .join(Cyclus, Cyclus.id == Groepspunt.cyclus_id)
        .where(Groepspunt.id == punt_id, Cyclus.groep_id == groep.id)
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Dit punt is er niet (meer).")
    eis_open(rij.Cyclus)
    return rij.Groepspunt, rij.Cyclus


def _maak(
    session: Session,
    cyclus: Cyclus,
    domein: str,
    tekst: str,
    door: Persoon,
    *,
    herkomst: str = "",
    afgewezen: bool = False,
) -> Groepspunt:
    punt = Groepspunt(
        cyclus_id=cyclus.id,
        domein=domein,
        herkomst=herkomst,
        afgewezen=afgewezen,
        tekst=tekst,
        volgorde=max((p.volgorde for p in van_cyclus(session, cyclus)), default=0) + 1,
        gewijzigd_door_id=door.id,
    )
    session.add(punt)
    session.flush()
    return punt


def _tekst(tekst: str) -> str:
    kaal = " ".join(tekst.split())
    if not 1 <= len(kaal) <= TEKST_LANGSTE:
        raise OngeldigeWaarde(f"Schrijf het punt in hoogstens {TEKST_LANGSTE} tekens.")
    return kaal


def _in_woorden(punt: Groepspunt) -> str:
    stand = "Geen punt" if punt.afgewezen else "Punt"
    return f"{stand} voor de hele groep ({DOMEIN_PER_SLEUTEL[punt.domein].naam}): {punt.tekst}"


def _noteer(session: Session, cyclus: Cyclus, door: Persoon, oud: str, nieuw: str) -> None:
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.SUBGROEP, door, oud, nieuw)
    session.flush()
