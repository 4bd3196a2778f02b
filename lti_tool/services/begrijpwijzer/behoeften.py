"""Educational needs: saved without losing anybody's work, and reviewed in the next cycle."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from lti_tool.hgw.domeinen import Domein
from lti_tool.models import Doel, Hulpzinkeuze, Onderwerp, Onderwijsbehoefte, Persoon, nu
from lti_tool.services import geschiedenis, versies
from lti_tool.services.begrijpwijzer.behoeftecel import Celstand, cel_van, is_met_hand, werk_bij
from lti_tool.services.begrijpwijzer.behoefteinvoer import Behoefteinvoer, schoon, uit_behoefte
from lti_tool.services.begrijpwijzer.behoeftelezen import als_gegevens, van_domein, zin_in_woorden
from lti_tool.services.fouten import Conflict, NietGevonden
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.overzicht.cellen import Celplaats

BEHOUDEN, GEWIJZIGD, BEEINDIGD = "behouden", "gewijzigd", "beeindigd"


@dataclass(frozen=True)
class Bewaard:
    """A need after saving (None: nothing was there and nothing was given) and the cell with its statement."""

    behoefte: Onderwijsbehoefte | None
    cel: Celstand


def bewaar(
    session: Session,
    plaats: Celplaats,
    domein: Domein,
    invoer: Behoefteinvoer,
    versie: int,
    door: Persoon,
    *,
    opnieuw: bool = False,
) -> Bewaard:
    """Save a need over the version that the writer saw (0: never saved) and bring the cell up to date.

    `opnieuw`: the statement replaces words that were changed by hand. The same again is no change. Raises
    Gesloten, OngeldigeWaarde, or Conflict when the need has changed since.
    """
    eis_open(plaats.cyclus)
    gegeven = schoon(invoer)
    behoefte = van_domein(session, plaats.regel.id, domein)
    if behoefte is None:
        if gegeven.leeg:
            return Bewaard(None, celstand(session, plaats, None))
        behoefte = _maak(session, plaats, domein, door)
    elif _inhoud(uit_behoefte(behoefte)) == _inhoud(gegeven) and not opnieuw:
        return Bewaard(behoefte, celstand(session, plaats, behoefte))
    else:
        _verhoog(session, behoefte, versie, door)
    oud = zin_in_woorden(behoefte)
    _vul(session, plaats, behoefte, gegeven, door)
    zin = zin_in_woorden(behoefte)
    stand = werk_bij(session, plaats, behoefte, zin, door, opnieuw=opnieuw)
    if (stand.met_hand or stand.te_lang) and oud != zin:
        # the cell keeps its own words, so the cell's history wouldn't tell
        _noteer(session, plaats, oud, zin, door)
    return Bewaard(behoefte, stand)


def herzie(
    session: Session, plaats: Celplaats, domein: Domein, besluit: str, versie: int, door: Persoon
) -> Bewaard:
    """Decide on a need that came along from the previous cycle: BEHOUDEN or BEEINDIGD.

    Ending takes its statement out of the cell; keeping puts it back. Raises NietGevonden, Gesloten, Conflict.
    """
    eis_open(plaats.cyclus)
    behoefte = van_domein(session, plaats.regel.id, domein)
    if behoefte is None or not behoefte.herziening or besluit not in (BEHOUDEN, BEEINDIGD):
        raise NietGevonden("Deze behoefte is er niet (meer).")
    _verhoog(session, behoefte, versie, door)
    behoefte.herziening = besluit
    zin = "" if besluit == BEEINDIGD else zin_in_woorden(behoefte)
    stand = werk_bij(session, plaats, behoefte, zin, door, opnieuw=False)
    woord = "beëindigd" if besluit == BEEINDIGD else "behouden"
    _noteer(session, plaats, "", f"Behoefte uit de vorige cyclus ({domein.naam}): {woord}", door)
    session.flush()
    return Bewaard(behoefte, stand)


def celstand(session: Session, plaats: Celplaats, behoefte: Onderwijsbehoefte | None) -> Celstand:
    """How the cell stands, with whether this need's statement is in it as it was composed."""
    cel = cel_van(session, plaats)
    waarde, versie = (cel.waarde, cel.versie) if cel else ("", 0)
    if behoefte is None or behoefte.herziening == BEEINDIGD:
        return Celstand(waarde, versie)
    met_hand = is_met_hand(waarde, behoefte.zin)
    niet_erin = bool(waarde) and behoefte.zin != zin_in_woorden(behoefte)
    return Celstand(waarde, versie, met_hand=met_hand, te_lang=niet_erin and not met_hand)


def _maak(session: Session, plaats: Celplaats, domein: Domein, door: Persoon) -> Onderwijsbehoefte:
    behoefte = Onderwijsbehoefte(regel_id=plaats.regel.id, domein=domein.sleutel, gewijzigd_door_id=door.id)
    if not versies.voeg_toe(session, behoefte):
        # somebody was first, between our look and our write
        eerste = van_domein(session, plaats.regel.id, domein)
        if eerste is None:
            raise NietGevonden("Deze behoefte is er niet (meer).")
        raise _conflict(session, eerste)
    return behoefte


def _verhoog(session: Session, behoefte: Onderwijsbehoefte, versie: int, door: Persoon) -> None:
    if not versies.schrijf(session, behoefte, versie, door):
        raise _conflict(session, behoefte)


def _vul(
    session: Session, plaats: Celplaats, behoefte: Onderwijsbehoefte, invoer: Behoefteinvoer, door: Persoon
) -> None:
    bekend = {doel.id: doel for doel in behoefte.doelen}
    doelen = []
    for nummer, gegeven in enumerate(invoer.doelen, start=1):
        doel = bekend.pop(gegeven.id or 0, None) or Doel(bereikt="")
        doel.tekst, doel.maat, doel.voor_wanneer = gegeven.tekst, gegeven.maat, gegeven.voor_wanneer
        doel.prioriteit = nummer
        if gegeven.gedeeld != (doel.gedeeld_op is not None):
            doel.gedeeld_op = nu() if gegeven.gedeeld else None
            wat = "gedeeld met de leerling" if gegeven.gedeeld else "niet meer gedeeld met de leerling"
            _noteer(session, plaats, "", f"Doel {wat}: {doel.tekst}", door)
        doelen.append(doel)
    behoefte.doelen = doelen
    behoefte.zinnen = [
        Hulpzinkeuze(categorie=zin.categorie, sleutel=zin.sleutel, tekst=zin.tekst, volgorde=nummer)
        for nummer, zin in enumerate(invoer.zinnen, start=1)
    ]
    if behoefte.herziening:
        behoefte.herziening = GEWIJZIGD
    session.flush()


def _inhoud(invoer: Behoefteinvoer) -> tuple[object, ...]:
    """What makes two needs the same: everything but the numbers of goals."""
    doelen = tuple((doel.tekst, doel.maat, doel.voor_wanneer, doel.gedeeld) for doel in invoer.doelen)
    return doelen, invoer.zinnen


def _noteer(session: Session, plaats: Celplaats, oud: str, nieuw: str, door: Persoon) -> None:
    leerling_id, regel_id = plaats.regel.persoon_id, plaats.regel.id
    geschiedenis.noteer(
        session,
        plaats.groep,
        Onderwerp.BEHOEFTE,
        door,
        oud,
        nieuw,
        leerling_id=leerling_id,
        regel_id=regel_id,
    )


def _conflict(session: Session, behoefte: Onderwijsbehoefte) -> Conflict:
    return versies.conflict(session, behoefte, "deze behoefte", **als_gegevens(behoefte))
