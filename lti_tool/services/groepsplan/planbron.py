"""What needs and whole-group points hold for a plan: read once for a cycle, taken out per row."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.planvulling import (
    Behoefte,
    Behoeftedoel,
    Behoeftezin,
    Vuldoel,
    Vulzin,
    voeg_doelen_samen,
    voeg_zinnen_samen,
    zelfde_doel,
)
from lti_tool.models import Cyclus, Groepspunt, Planregelsoort, Regel
from lti_tool.models import Onderwijsbehoefte as Rij
from lti_tool.services.begrijpwijzer.behoeftelezen import met_inhoud
from lti_tool.services.begrijpwijzer.behoeften import BEEINDIGD
from lti_tool.services.groepsplan.planbeeld import Doelbeeld, Regelbeeld
from lti_tool.services.school.hulpzinnen import categorienamen


@dataclass(frozen=True)
class Punt:
    """A point of attention for the whole group; `merk` knows it again."""

    merk: str
    tekst: str


@dataclass(frozen=True)
class Nieuw:
    """What a row could still get: goals, each with the goal of the row that already says so, and texts."""

    doelen: tuple[tuple[Vuldoel, Doelbeeld | None], ...] = ()
    zinnen: tuple[Vulzin, ...] = ()
    punten: tuple[Punt, ...] = ()

    @property
    def merken(self) -> list[str]:
        """By what all of this is known again."""
        doelen = [f"doel:{doel_id}" for doel, _ in self.doelen for doel_id in doel.bronnen]
        return [*doelen, *(zin.merk for zin in self.zinnen), *(punt.merk for punt in self.punten)]


@dataclass(frozen=True)
class Planbron:
    """The needs of a cycle by domain and row of the overview, and the points of the whole group by domain."""

    behoeften: dict[str, dict[int, Behoefte]]
    punten: dict[str, list[Punt]]

    def nieuw_voor(self, rij: Regelbeeld) -> Nieuw:
        """What of the needs of a row's pupils (of the whole group: its points) isn't in it yet."""
        if rij.soort == Planregelsoort.BASIS:
            punten = self.punten.get(rij.domein, [])
            return Nieuw(punten=tuple(punt for punt in punten if punt.merk not in rij.verwerkt))
        van_domein = self.behoeften.get(rij.domein, {})
        behoeften = [van_domein[wie.regel_id] for wie in rij.leerlingen if wie.regel_id in van_domein]
        vers = [
            Behoefte(
                behoefte.regel_id,
                tuple(doel for doel in behoefte.doelen if f"doel:{doel.id}" not in rij.verwerkt),
                behoefte.zinnen,
            )
            for behoefte in behoeften
        ]
        doelen = [(doel, _bestaand(doel, rij.doelen)) for doel in voeg_doelen_samen(vers)]
        zinnen = voeg_zinnen_samen(vers, [*categorienamen()])
        return Nieuw(tuple(doelen), tuple(zin for zin in zinnen if zin.merk not in rij.verwerkt))


def lees(session: Session, cyclus: Cyclus) -> Planbron:
    """Four queries, whatever the size of the group. Needs that were ended are left out."""
    vraag = (
        met_inhoud()
        .join(Regel, Regel.id == Rij.regel_id)
        .where(Regel.cyclus_id == cyclus.id, Rij.herziening != BEEINDIGD)
    )
    behoeften: dict[str, dict[int, Behoefte]] = defaultdict(dict)
    for rij in session.scalars(vraag):
        behoeften[rij.domein][rij.regel_id] = _behoefte(rij)
    punten: dict[str, list[Punt]] = defaultdict(list)
    open_punten = select(Groepspunt).where(Groepspunt.cyclus_id == cyclus.id, Groepspunt.afgewezen.is_(False))
    for punt in session.scalars(open_punten.order_by(Groepspunt.volgorde, Groepspunt.id)):
        punten[punt.domein].append(Punt(f"punt:{punt.id}", punt.tekst))
    return Planbron(behoeften, punten)


def _behoefte(rij: Rij) -> Behoefte:
    return Behoefte(
        rij.regel_id,
        tuple(Behoeftedoel(d.id, d.tekst, d.maat, d.voor_wanneer) for d in rij.doelen if d.tekst),
        tuple(Behoeftezin(z.categorie, z.sleutel, z.tekst) for z in rij.zinnen),
    )


def _bestaand(doel: Vuldoel, doelen: Sequence[Doelbeeld]) -> Doelbeeld | None:
    """The goal of the row that says the same, also when its words were changed since."""
    gezocht = Behoeftedoel(0, doel.tekst, doel.maat)
    for bestaand in doelen:
        teksten = [(bestaand.tekst, bestaand.maat), *((bron.tekst, "") for bron in bestaand.bronnen)]
        if any(zelfde_doel(Behoeftedoel(0, tekst, maat), gezocht) for tekst, maat in teksten):
            return bestaand
    return None
