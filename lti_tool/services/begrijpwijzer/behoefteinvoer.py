"""What a teacher gives for a need, as plain data, and its check."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lti_tool.hgw.behoeftezin import Doelzin, Nodigzin, stel_samen
from lti_tool.hgw.domeinen import Domein
from lti_tool.models import Onderwijsbehoefte
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.school.hulpzinnen import begrijpwijzer, categorienamen
from lti_tool.services.teksten import platte_tekst

MEESTE_DOELEN = 10
MEESTE_ZINNEN = 40
_SLEUTEL_LANGSTE = 64


@dataclass(frozen=True)
class Doelinvoer:
    """A goal; `id` of one that was saved before, else None. Their order is their priority."""

    tekst: str
    maat: str = ""
    voor_wanneer: date | None = None
    gedeeld: bool = False
    id: int | None = None


@dataclass(frozen=True)
class Zininvoer:
    """A chosen sentence; `sleutel` of the help sentence behind it, "" for an own one."""

    categorie: str
    sleutel: str
    tekst: str


@dataclass(frozen=True)
class Behoefteinvoer:
    doelen: tuple[Doelinvoer, ...] = ()
    zinnen: tuple[Zininvoer, ...] = ()

    @property
    def leeg(self) -> bool:
        return not (self.doelen or self.zinnen)


def schoon(invoer: Behoefteinvoer) -> Behoefteinvoer:
    """As it is kept: plain text, without what is empty.

    Raises OngeldigeWaarde for a text that is too long, an unknown category, or too many of something.
    """
    if len(invoer.doelen) > MEESTE_DOELEN:
        raise OngeldigeWaarde(f"Een behoefte heeft ten hoogste {MEESTE_DOELEN} doelen.")
    if len(invoer.zinnen) > MEESTE_ZINNEN:
        raise OngeldigeWaarde(f"Een behoefte heeft ten hoogste {MEESTE_ZINNEN} zinnen.")
    doelen = [
        replace(doel, tekst=platte_tekst(doel.tekst, "Het doel"), maat=platte_tekst(doel.maat, "De maat"))
        for doel in invoer.doelen
    ]
    zinnen = [replace(zin, tekst=platte_tekst(zin.tekst, "De zin")) for zin in invoer.zinnen]
    for zin in zinnen:
        if zin.categorie not in categorienamen() or len(zin.sleutel) > _SLEUTEL_LANGSTE:
            raise OngeldigeWaarde("Deze categorie is er niet.", ", ".join(categorienamen().values()))
    return Behoefteinvoer(
        # a measure or a date without a goal is still somebody's work
        tuple(doel for doel in doelen if doel.tekst or doel.maat or doel.voor_wanneer),
        tuple(zin for zin in zinnen if zin.tekst),
    )


def uit_behoefte(behoefte: Onderwijsbehoefte) -> Behoefteinvoer:
    """What is kept, as it would be given."""
    return Behoefteinvoer(
        tuple(
            Doelinvoer(d.tekst, d.maat, d.voor_wanneer, d.gedeeld_op is not None, d.id)
            for d in behoefte.doelen
        ),
        tuple(Zininvoer(z.categorie, z.sleutel, z.tekst) for z in behoefte.zinnen),
    )


def zin_van(domein: Domein, doelen: Sequence[Doelinvoer], zinnen: Sequence[Zininvoer]) -> str:
    """The readable statement of a need, on one line; "" without anything to say."""
    tekst = stel_samen(
        [Doelzin(d.tekst, d.maat, d.voor_wanneer, nummer) for nummer, d in enumerate(doelen, start=1)],
        [Nodigzin(zin.categorie, zin.tekst) for zin in zinnen],
        begrijpwijzer().categorieen,
    )
    return f"{domein.kop}. {tekst}" if tekst and domein.kop else tekst
