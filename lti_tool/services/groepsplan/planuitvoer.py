"""The groepsplan as a document: one table per part of the plan, or one document per subgroup."""

from collections.abc import Sequence
from datetime import datetime

from lti_tool.documents.tabeldocument import Alinea, Tabelcel, Tabeldeel, Tabeldocument, Tabelkolom
from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.planvorm import DOELEN, LEERLINGEN, Plankolom
from lti_tool.models import Differentiatie, Groepsplan, Planregelsoort, Planvorm, Soort
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groepsplan.planbeeld import Doelbeeld, Planbeeld, Regelbeeld
from lti_tool.services.overzicht.uitvoer import Documentkop
from lti_tool.services.tijd import SCHOOLTIJD

UITLEG = "* = gewijzigd nadat het plan was vastgesteld"
CONCEPT = "concept"
_DIFFERENTIATIE = {
    Differentiatie.CONVERGENT: "convergent: dezelfde basisdoelen voor iedereen",
    Differentiatie.DIVERGENT: "divergent: elke niveaugroep heeft eigen doelen",
}


def per_subgroep(beeld: Planbeeld) -> bool:
    """Whether the school wants a document per subgroup (groepshandelingsplannen)."""
    return beeld.plan.vorm == Planvorm.GROEPSHANDELINGSPLAN


def plandocument(kop: Documentkop, beeld: Planbeeld, rij_id: int | None = None) -> Tabeldocument:
    """The plan on paper, or the document of one row of it. Raises NietGevonden for a row that isn't in it."""
    if rij_id is not None:
        rijen = [rij for rij in beeld.rijen if rij.id == rij_id]
        if not rijen:
            raise NietGevonden("Deze rij staat niet (meer) in het plan.")
        return _van_plan(kop, beeld.plan, f"Groepshandelingsplan {rijen[0].naam}", _bladen(beeld, rijen))
    if per_subgroep(beeld):
        return _van_plan(kop, beeld.plan, "Groepshandelingsplannen", _bladen(beeld, beeld.rijen))
    return _van_plan(kop, beeld.plan, "Groepsplan", _tabellen(beeld))


def document(
    kop: Documentkop,
    soort: str,
    delen: Sequence[Tabeldeel],
    kenmerken: Sequence[tuple[str, str]] = (),
    *,
    stand: str = "",
    uitleg: str = "",
) -> Tabeldocument:
    """A document of this group and cycle; features without a value are left out."""
    return Tabeldocument(
        soort,
        kop.school,
        kop.groep,
        kop.eigenaar,
        kop.cyclus,
        kop.datum,
        stand,
        tuple((wat, waarde) for wat, waarde in kenmerken if waarde),
        tuple(delen),
        uitleg,
    )


def _van_plan(kop: Documentkop, plan: Groepsplan, soort: str, delen: Sequence[Tabeldeel]) -> Tabeldocument:
    vast = plan.vastgesteld_op
    stand = f"vastgesteld op {_dag(vast)}" if vast else CONCEPT
    return document(kop, soort, delen, _kenmerken(plan), stand=stand, uitleg=UITLEG if vast else "")


def _kenmerken(plan: Groepsplan) -> tuple[tuple[str, str], ...]:
    vak = plan.cyclus.groep.soort == Soort.VAKSPECIFIEK
    return (
        ("Vak", plan.cyclus.groep.vak),
        ("Differentiatie", _DIFFERENTIATIE[Differentiatie(plan.differentiatie)] if vak else ""),
        ("Vastgesteld door", plan.vastgesteld_door.naam if plan.vastgesteld_door else ""),
        ("Evaluatie halverwege", datum_tekst(plan.halverwege) if plan.halverwege else ""),
        ("Evaluatie", datum_tekst(plan.evaluatie_op) if plan.evaluatie_op else ""),
    )


def _tabellen(beeld: Planbeeld) -> list[Tabeldeel]:
    """A table per part; a part without rows is left out as long as another has some."""
    kolommen = tuple(Tabelkolom(kolom.naam, kolom.breedte) for kolom in beeld.kolommen)
    delen = [(naam, rijen) for naam, rijen in beeld.delen if rijen] or list(beeld.delen[:1])
    return [
        Tabeldeel(
            naam,
            kolommen,
            tuple(tuple(_cel(kolom, rij) for kolom in beeld.kolommen) for rij in rijen),
            "Er staat nog niets in dit plan.",
        )
        for naam, rijen in delen
    ]


def _bladen(beeld: Planbeeld, rijen: Sequence[Regelbeeld]) -> list[Tabeldeel]:
    """A sheet per row: what it is about at the left, what was agreed at the right."""
    koppen = (Tabelkolom("Onderdeel"), Tabelkolom("Afspraak", 5))
    return [
        Tabeldeel(
            rij.naam,
            koppen,
            tuple(((Alinea(kolom.naam, vet=True),), _cel(kolom, rij)) for kolom in beeld.kolommen),
            blad=True,
        )
        for rij in rijen
    ]


def _cel(kolom: Plankolom, rij: Regelbeeld) -> Tabelcel:
    if kolom.soort == LEERLINGEN:
        return wie(rij)
    if kolom.soort == DOELEN:
        return tuple(_doel(nummer, doel, len(rij.doelen)) for nummer, doel in enumerate(rij.doelen, 1))
    veld = rij.velden[kolom.sleutel]
    merk = gewijzigd(veld.op, veld.door) if veld.gewijzigd else ""
    return (Alinea(veld.waarde or "(weggehaald)", merk=merk),) if veld.waarde or merk else ()


def wie(rij: Regelbeeld) -> Tabelcel:
    """Who a row is about: its name, and the pupils in it; of the whole group their number."""
    merk = "toegevoegd nadat het plan was vastgesteld" if rij.nieuw else ""
    naam = Alinea(rij.naam, vet=True, merk=merk)
    if rij.soort == Planregelsoort.LEERLING:
        return (naam,)
    if rij.soort == Planregelsoort.BASIS:
        aantal = len(rij.leerlingen)
        return (naam, Alinea("1 leerling" if aantal == 1 else f"{aantal} leerlingen"))
    namen = [f"{wie.naam} (uit de groep)" if wie.vertrokken else wie.naam for wie in rij.leerlingen]
    return (naam, Alinea(", ".join(namen))) if namen else (naam,)


def _doel(nummer: int, doel: Doelbeeld, aantal: int) -> Alinea:
    merk = gewijzigd(doel.op, doel.door) if doel.gewijzigd else ""
    return Alinea((f"{nummer}. " if aantal > 1 else "") + doeltekst(doel), merk=merk)


def doeltekst(doel: Doelbeeld) -> str:
    """A goal with how it is seen and by when, each on a line of its own."""
    regels = [doel.tekst]
    regels += [f"Te zien aan: {doel.maat}"] if doel.maat else []
    regels += [f"Uiterlijk {datum_tekst(doel.voor_wanneer)}"] if doel.voor_wanneer else []
    return "\n".join(regels)


def gewijzigd(op: datetime | None, door: str) -> str:
    """What is said in small of what was changed: "gewijzigd op 3 december 2026 door Bas Bakker"."""
    wanneer = f" op {_dag(op)}" if op else ""
    return f"gewijzigd{wanneer}{f' door {door}' if door else ''}"


def _dag(moment: datetime) -> str:
    return datum_tekst(moment.astimezone(SCHOOLTIJD).date())
