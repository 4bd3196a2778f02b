"""The plan of a cycle with what became of it, for the page, the print and the counts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.namen import sorteersleutel
from lti_tool.models import (
    Cyclus,
    Doelresultaat,
    Groepsplan,
    Persoon,
    Plandoel,
    Planevaluatie,
    Planregel,
    Planregelsoort,
    Regel,
)
from lti_tool.services.evaluatie import doelwoorden
from lti_tool.services.evaluatie.doelresultaten import Uitslag, uitslag_van
from lti_tool.services.evaluatie.doelwoorden import Woord
from lti_tool.services.evaluatie.rijevaluatie import Rijuitslag
from lti_tool.services.evaluatie.rijevaluatie import uitslag_van as rijuitslag_van
from lti_tool.services.groep.rooster import leerling_van
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.groepsplan.planbeeld import Doelbeeld, Planbeeld, Regelbeeld


@dataclass(frozen=True)
class Leerlinguitslag:
    """What became of a goal for one pupil; `versie` 0: nothing said yet.

    `weg`: not in this row (any more), but something was said. `woorden`: what the pupil says of it.
    """

    regel_id: int
    naam: str
    uitslag: Uitslag
    versie: int
    woorden: tuple[Woord, ...]
    weg: bool = False


@dataclass(frozen=True)
class Doelevaluatie:
    """A goal of a row with its pupils."""

    doel: Doelbeeld
    leerlingen: tuple[Leerlinguitslag, ...]

    @property
    def gezegd(self) -> int:
        return sum(bool(wie.uitslag.resultaat) for wie in self.leerlingen if not wie.weg)

    @property
    def totaal(self) -> int:
        return sum(not wie.weg for wie in self.leerlingen)


@dataclass(frozen=True)
class Rijevaluatie:
    """A row of the plan with how it went; `versie` 0: nothing said yet."""

    rij: Regelbeeld
    uitslag: Rijuitslag
    versie: int
    doelen: tuple[Doelevaluatie, ...]


@dataclass(frozen=True)
class Evaluatie:
    """`delen`: (name, rows) per part of the sheet, as in the plan."""

    plan: Groepsplan
    delen: tuple[tuple[str, tuple[Rijevaluatie, ...]], ...]

    @property
    def rijen(self) -> tuple[Rijevaluatie, ...]:
        """All rows, in the order of the sheet."""
        return tuple(rij for _, rijen in self.delen for rij in rijen)

    @property
    def gezegd(self) -> int:
        """How many goals of pupils have a result."""
        return sum(doel.gezegd for rij in self.rijen for doel in rij.doelen)

    @property
    def totaal(self) -> int:
        """How many goals of pupils there are to look back on."""
        return sum(doel.totaal for rij in self.rijen for doel in rij.doelen)

    @property
    def besluiten(self) -> int:
        """How many rows have a decision."""
        return sum(bool(rij.uitslag.besluit) for rij in self.rijen)


def lees(session: Session, cyclus: Cyclus, *, woorden: bool) -> Evaluatie | None:
    """None before there is a plan. `woorden`: with what pupils wrote. A fixed number of queries."""
    beeld = planlezen.lees(session, cyclus)
    if beeld is None:
        return None
    resultaten = _resultaten(session, beeld.plan)
    bronnen = [bron.doel_id for rij in beeld.rijen for doel in rij.doelen for bron in doel.bronnen]
    gezegd = doelwoorden.van_doelen(session, bronnen) if woorden else {}
    evaluaties = _evaluaties(session, beeld.plan)
    return Evaluatie(beeld.plan, _delen(beeld, evaluaties, resultaten, gezegd))


def _delen(
    beeld: Planbeeld,
    evaluaties: Mapping[int, Planevaluatie],
    resultaten: Mapping[int, list[tuple[Doelresultaat, str]]],
    gezegd: Mapping[int, Woord],
) -> tuple[tuple[str, tuple[Rijevaluatie, ...]], ...]:
    def rij_van(rij: Regelbeeld) -> Rijevaluatie:
        evaluatie = evaluaties.get(rij.id)
        return Rijevaluatie(
            rij,
            rijuitslag_van(evaluatie),
            evaluatie.versie if evaluatie else 0,
            tuple(
                Doelevaluatie(doel, _leerlingen(rij, doel, resultaten.get(doel.id, ()), gezegd))
                for doel in rij.doelen
            ),
        )

    return tuple((naam, tuple(rij_van(rij) for rij in rijen)) for naam, rijen in beeld.delen)


def _leerlingen(
    rij: Regelbeeld,
    doel: Doelbeeld,
    resultaten: Sequence[tuple[Doelresultaat, str]],
    gezegd: Mapping[int, Woord],
) -> tuple[Leerlinguitslag, ...]:
    woorden: dict[int, list[Woord]] = defaultdict(list)
    for bron in doel.bronnen:
        if bron.doel_id in gezegd:
            woorden[bron.regel_id].append(gezegd[bron.doel_id])
    bekend = {resultaat.regel_id: (resultaat, naam) for resultaat, naam in resultaten}
    # as planparen.paren has it
    bronnen = doel.bronnen if rij.soort == Planregelsoort.SUBGROEP else ()
    van_wie = {bron.regel_id for bron in bronnen}
    hier = {
        wie.regel_id: wie.naam
        for wie in rij.leerlingen
        if not wie.vertrokken and (not van_wie or wie.regel_id in van_wie)
    }
    elders = {
        r.regel_id: naam for r, naam in resultaten if r.regel_id not in hier and uitslag_van(r) != Uitslag()
    }
    return tuple(
        Leerlinguitslag(
            regel_id,
            naam,
            uitslag_van(bekend[regel_id][0]) if regel_id in bekend else Uitslag(),
            bekend[regel_id][0].versie if regel_id in bekend else 0,
            tuple(woorden[regel_id]),
            weg=regel_id not in hier,
        )
        for regel_id, naam in (hier | elders).items()
    )


def _resultaten(session: Session, plan: Groepsplan) -> dict[int, list[tuple[Doelresultaat, str]]]:
    """plandoel_id -> results with the names of their pupils, sorted as the Dutch do."""
    vraag = (
        select(Doelresultaat, Persoon)
        .join(Plandoel, Plandoel.id == Doelresultaat.plandoel_id)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .join(Regel, Regel.id == Doelresultaat.regel_id)
        .join(Persoon, Persoon.id == Regel.persoon_id)
        .where(Planregel.plan_id == plan.id)
    )
    rijen = session.execute(vraag).all()
    gevonden: dict[int, list[tuple[Doelresultaat, str]]] = defaultdict(list)
    for resultaat, persoon in sorted(rijen, key=lambda r: sorteersleutel(r[1].voornaam, r[1].achternaam)):
        gevonden[resultaat.plandoel_id].append((resultaat, leerling_van(persoon).naam))
    return gevonden


def _evaluaties(session: Session, plan: Groepsplan) -> dict[int, Planevaluatie]:
    vraag = (
        select(Planevaluatie)
        .join(Planregel, Planregel.id == Planevaluatie.planregel_id)
        .where(Planregel.plan_id == plan.id)
    )
    return {rij.planregel_id: rij for rij in session.scalars(vraag)}
