"""Taking over the school's present columns in a draft of a plan: what would change, the change, and back."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from lti_tool.hgw.planvorm import Plankolom
from lti_tool.models import Cyclus, Groep, Groepsplan, Onderwerp, Persoon
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import Conflict, NietGevonden
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.groepsplan.planbeeld import Planbeeld
from lti_tool.services.school import planformaten

_VELDEN = {"naam": "naam", "soort": "soort", "breedte": "breedte", "uitleg": "uitleg"}
_VELDEN |= {"categorieen": "welke zinnen uit de behoeften erin beginnen"}


@dataclass(frozen=True)
class Planwissel:
    """What taking over would do.

    `weg`: (column, rows with text in it); `anders`: (name of now, words for what differs).
    """

    erbij: tuple[Plankolom, ...] = ()
    weg: tuple[tuple[Plankolom, int], ...] = ()
    anders: tuple[tuple[str, tuple[str, ...]], ...] = ()
    andere_volgorde: bool = False

    def __bool__(self) -> bool:
        return bool(self.erbij or self.weg or self.anders or self.andere_volgorde)


@dataclass(frozen=True)
class Resttekst:
    """Text in a column that the plan no longer has: kept, and shown beneath the sheet."""

    rij: str
    kolom: str
    tekst: str


def vergelijk(session: Session, cyclus: Cyclus, beeld: Planbeeld) -> Planwissel:
    """The school's columns beside those of a plan; nothing for a plan that is fixed or closed."""
    if cyclus.gesloten_op is not None or beeld.plan.vastgesteld_op is not None:
        return Planwissel()
    hier = {kolom.sleutel: kolom for kolom in beeld.kolommen}
    school = planformaten.voor_groep(session, cyclus.groep)
    daar = {kolom.sleutel: kolom for kolom in school}
    gevuld = Counter(sleutel for rij in beeld.rijen for sleutel, v in rij.velden.items() if v.waarde)
    verschil = ((hier[s].naam, tuple(_verschil(hier[s], daar[s]))) for s in hier if s in daar)
    return Planwissel(
        tuple(kolom for kolom in school if kolom.sleutel not in hier),
        tuple((kolom, gevuld[s]) for s, kolom in hier.items() if s not in daar),
        tuple((naam, wat) for naam, wat in verschil if wat),
        [s for s in hier if s in daar] != [s for s in daar if s in hier],
    )


def neem_over(session: Session, groep: Groep, cyclus: Cyclus, versie: int, door: Persoon) -> Groepsplan:
    """Give the plan the school's columns, over the version that was seen; every text stays.

    Columns that are the school's already are no change. Raises NietGevonden, Gesloten or Conflict.
    """
    plan = _zoek_concept(session, groep, cyclus)
    nu_ = planlezen.kolommen_van(plan, groep.soort)
    school = planformaten.voor_groep(session, groep)
    if nu_ == school:
        return plan
    eerder = [*plan.kolommen_eerder, planformaten.als_gegevens(nu_)]
    return _schrijf(session, plan, groep, versie, door, planformaten.als_gegevens(school), eerder)


def zet_terug(session: Session, groep: Groep, cyclus: Cyclus, versie: int, door: Persoon) -> Groepsplan:
    """The columns that the plan had before it took over others. Raises as `neem_over`."""
    plan = _zoek_concept(session, groep, cyclus)
    if not plan.kolommen_eerder:
        raise NietGevonden("Dit plan had nog geen andere kolommen.")
    *eerder, vorige = plan.kolommen_eerder
    return _schrijf(session, plan, groep, versie, door, vorige, eerder)


def resten(session: Session, cyclus: Cyclus, beeld: Planbeeld) -> tuple[Resttekst, ...]:
    """Text that stands in no column of the plan any more, row by row."""
    gevonden = [(rij.naam, veld) for rij in beeld.rijen for veld in rij.resten]
    if not gevonden:
        return ()
    bekend = [*planformaten.standaard(cyclus.groep.soort), *planformaten.voor_groep(session, cyclus.groep)]
    namen = {kolom.sleutel: kolom.naam for kolom in [*bekend, *planlezen.eerdere_kolommen(beeld.plan)]}
    return tuple(Resttekst(rij, namen.get(veld.veld, veld.veld), veld.waarde) for rij, veld in gevonden)


def _zoek_concept(session: Session, groep: Groep, cyclus: Cyclus) -> Groepsplan:
    eis_open(cyclus)
    plan = planlezen.zoek_plan(session, groep, cyclus)
    if plan.vastgesteld_op is not None:
        uitleg = (
            "Dit plan is vastgesteld. Maak er eerst weer een concept van; dan kun je de kolommen wijzigen."
        )
        raise Conflict(uitleg, versie=plan.versie)
    return plan


def _schrijf(
    session: Session,
    plan: Groepsplan,
    groep: Groep,
    versie: int,
    door: Persoon,
    kolommen: list[dict[str, Any]],
    eerder: list[list[dict[str, Any]]],
) -> Groepsplan:
    oud = _namen(planlezen.kolommen_van(plan, groep.soort))
    if not versies.schrijf(session, plan, versie, door, kolommen=kolommen, kolommen_eerder=eerder):
        raise versies.conflict(session, plan, "dit plan")
    nieuw = _namen(planlezen.kolommen_van(plan, groep.soort))
    geschiedenis.noteer(session, groep, Onderwerp.PLAN, door, f"Kolommen: {oud}", f"Kolommen: {nieuw}")
    session.flush()
    return plan


def _namen(kolommen: Sequence[Plankolom]) -> str:
    return ", ".join(kolom.naam for kolom in kolommen)


def _verschil(hier: Plankolom, daar: Plankolom) -> Iterator[str]:
    for veld, woord in _VELDEN.items():
        if getattr(hier, veld) != getattr(daar, veld):
            yield f"heet dan “{daar.naam}”" if veld == "naam" else woord
