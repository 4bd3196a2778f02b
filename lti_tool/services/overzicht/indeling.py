"""Taking over the school's present columns in an open overview: what would change, then the change."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Kolom, Kolomsoort, Persoon, Toets
from lti_tool.services.groep import regels
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.overzicht import kolomcontrole, kolommen
from lti_tool.services.school import schoolformaten
from lti_tool.services.school.formaten import EIGEN, Kolomformaat, maak_kolom

_VELDEN = {"naam": "naam", "kop": "kop", "blok": "blok", "soort": "soort", "schaal": "schaal"}
_VELDEN |= {"ijkpunt": "ijkpunt", "uitleg": "uitleg", "observatie": "aanvullen door collega's"}
_VELDEN |= {"blijvend": "meenemen naar de volgende cyclus"}
_DUBBEL = "je hebt zelf al een kolom met deze naam of kop. Geef die eerst een andere."


@dataclass(frozen=True)
class Kolomwissel:
    """A column that the school describes otherwise now; `wat`: words for what differs."""

    kolom: Kolom
    formaat: Kolomformaat
    wat: tuple[str, ...]


@dataclass(frozen=True)
class Wissel:
    """What taking over would do. `blijft`: sentences about what can't be taken over, and why."""

    erbij: tuple[Kolomformaat, ...]
    weg: tuple[Kolom, ...]
    anders: tuple[Kolomwissel, ...]
    blijft: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.erbij or self.weg or self.anders)


def vergelijk(session: Session, cyclus: Cyclus) -> Wissel:
    """The school's columns beside those of an overview. What the owner added or hid is left alone."""
    bestaand = regels.kolommen(session, cyclus)
    per_sleutel = {kolom.sleutel: kolom for kolom in bestaand}
    school = schoolformaten.voor_groep(session, cyclus.groep)
    anders, blijft = [], []
    for formaat in school:
        kolom = per_sleutel.get(formaat.sleutel)
        wat = _verschil(kolom, formaat) if kolom else ()
        if kolom is None or not wat:
            continue
        bezwaar = _bezwaar(session, bestaand, kolom, formaat)
        if bezwaar:
            blijft.append(f"{kolom.naam}: {bezwaar}")
        else:
            anders.append(Kolomwissel(kolom, formaat, wat))
    nieuw = [formaat for formaat in school if formaat.sleutel not in per_sleutel]
    blijft += [f"{formaat.naam}: {_DUBBEL}" for formaat in nieuw if _dubbel(bestaand, formaat)]
    sleutels = {formaat.sleutel for formaat in school}
    return Wissel(
        tuple(formaat for formaat in nieuw if not _dubbel(bestaand, formaat)),
        tuple(
            kolom
            for kolom in bestaand
            if kolom.sleutel not in sleutels and not kolom.sleutel.startswith(EIGEN) and not kolom.verborgen
        ),
        tuple(anders),
        tuple(blijft),
    )


def neem_over(session: Session, cyclus: Cyclus, door: Persoon) -> Wissel:
    """Make the overview as the school has it now; every entered cell stays. Raises Gesloten."""
    eis_open(cyclus)
    wissel = vergelijk(session, cyclus)
    for kolom in wissel.weg:
        kolommen.zet_zicht(session, cyclus, kolom, True, door)
    for anders in wissel.anders:
        _pas_aan(session, cyclus, anders, door)
    nieuw = _plaats(session, cyclus, wissel)
    session.flush()
    for kolom in nieuw:
        kolommen.noteer(session, cyclus, kolom, door, "", "toegevoegd uit de indeling van de school")
    return wissel


def _plaats(session: Session, cyclus: Cyclus, wissel: Wissel) -> list[Kolom]:
    """Put new columns, and those that went to another block, where the school has them; the new ones."""
    rij = list(regels.kolommen(session, cyclus))
    staat = {kolom.sleutel: kolom for kolom in rij}
    erbij = {formaat.sleutel for formaat in wissel.erbij}
    verplaatst = {anders.kolom.sleutel for anders in wissel.anders if "blok" in anders.wat}
    vorige: Kolom | None = None
    for formaat in schoolformaten.voor_groep(session, cyclus.groep):
        if formaat.sleutel in erbij:
            staat[formaat.sleutel] = maak_kolom(cyclus, formaat, len(rij))
            session.add(staat[formaat.sleutel])
        elif formaat.sleutel in verplaatst:
            rij.remove(staat[formaat.sleutel])
        kolom = staat.get(formaat.sleutel)
        if kolom is not None and kolom not in rij:
            rij = kolommen.voeg_in(rij, kolom, vorige)
        vorige = kolom or vorige
    kolommen.zet_volgorde(rij)
    return [staat[sleutel] for sleutel in staat if sleutel in erbij]


def _verschil(kolom: Kolom, formaat: Kolomformaat) -> tuple[str, ...]:
    """What the school describes otherwise. A column never stops being sensitive while its cycle is open."""
    wat = [woord for veld, woord in _VELDEN.items() if getattr(kolom, veld) != getattr(formaat, veld)]
    if formaat.gevoelig and not kolom.gevoelig:
        wat.append("vertrouwelijk")
    if kolom.toets and formaat.soort == Kolomsoort.TOETS and kolom.toets.reeks != _reeks(formaat):
        wat.append("reeks")
    return tuple(wat)


def _bezwaar(session: Session, bestaand: Sequence[Kolom], kolom: Kolom, formaat: Kolomformaat) -> str:
    """Why the school's description can't be taken over, in Dutch; "" when it can."""
    niet = kolomcontrole.onpassend(session, kolom, formaat) if _andere_maat(kolom, formaat) else []
    if niet:
        scores = "1 score past" if len(niet) == 1 else f"{len(niet)} scores passen"
        return f"{scores} niet op de nieuwe schaal. Deze kolom blijft zoals die is."
    return _DUBBEL if _dubbel(bestaand, formaat) else ""


def _dubbel(bestaand: Sequence[Kolom], formaat: Kolomformaat) -> bool:
    """Whether a column that the owner added has this name or head."""
    return any(
        kolom.sleutel.startswith(EIGEN)
        and (
            kolom.kop.casefold() == formaat.kop.casefold() or kolom.naam.casefold() == formaat.naam.casefold()
        )
        for kolom in bestaand
    )


def _reeks(formaat: Kolomformaat) -> str:
    return formaat.reeks or formaat.sleutel


def _andere_maat(kolom: Kolom, formaat: Kolomformaat) -> bool:
    return (kolom.soort, kolom.schaal) != (formaat.soort, formaat.schaal)


def _pas_aan(session: Session, cyclus: Cyclus, anders: Kolomwissel, door: Persoon) -> None:
    kolom, formaat = anders.kolom, anders.formaat
    oud = kolommen.beschrijf(kolom)
    for veld in _VELDEN:
        setattr(kolom, veld, getattr(formaat, veld))
    kolom.gevoelig = kolom.gevoelig or formaat.gevoelig
    if kolom.soort == Kolomsoort.TOETS:
        kolom.toets = kolom.toets or Toets(soort=formaat.toetssoort)
        kolom.toets.reeks = _reeks(formaat)
    else:
        kolom.toets = None
    session.flush()
    kolommen.noteer(
        session, cyclus, kolom, door, oud, f"{kolommen.beschrijf(kolom)} (indeling van de school)"
    )
