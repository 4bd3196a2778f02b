"""The evaluation of a plan as a document: per row what became of its goals, and what was decided."""

from collections.abc import Iterator, Sequence

from lti_tool.documents.tabeldocument import Alinea, Tabelcel, Tabeldeel, Tabeldocument, Tabelkolom, cel
from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.evaluatie import BESLUITEN, JA_DEELS_NEE, OORZAKEN, UITKOMSTEN
from lti_tool.models import Groepsplan
from lti_tool.services.evaluatie.evaluatielezen import Doelevaluatie, Evaluatie, Leerlinguitslag, Rijevaluatie
from lti_tool.services.evaluatie.rijevaluatie import VELDNAMEN
from lti_tool.services.groepsplan.planuitvoer import document, wie
from lti_tool.services.overzicht.uitvoer import Documentkop

_KOLOMMEN = (
    Tabelkolom("Leerlingen", 3),
    Tabelkolom("Doelen en wat ervan kwam", 6),
    Tabelkolom("Uitgevoerd?", 3),
    Tabelkolom("Hadden leerlingen er iets aan?", 2),
    Tabelkolom("Wat lukte, wat zeggen leerlingen?", 4),
    Tabelkolom("Besluit", 2),
)
_LIJST = (
    Tabelkolom("Rij", 2),
    Tabelkolom("Doel", 4),
    Tabelkolom("Leerling", 2),
    Tabelkolom("Uitkomst", 1),
    Tabelkolom("Oorzaak", 2),
    Tabelkolom("Toelichting", 4),
)


def evaluatiedocument(kop: Documentkop, evaluatie: Evaluatie, *, met_lijst: bool) -> Tabeldocument:
    """The rows of the plan with how they went. `met_lijst`: with a table of a row per goal and pupil."""
    delen = [
        Tabeldeel(naam, _KOLOMMEN, tuple(_rij(rij) for rij in rijen))
        for naam, rijen in evaluatie.delen
        if rijen
    ]
    if met_lijst:
        delen.append(Tabeldeel("Uitkomsten", _LIJST, tuple(_regels(evaluatie.rijen))))
    delen += _halverwege(evaluatie.plan)
    plan = evaluatie.plan
    kenmerken = (
        ("Uitkomsten ingevuld", f"{evaluatie.gezegd} van {evaluatie.totaal}"),
        ("Evaluatie gepland op", datum_tekst(plan.evaluatie_op) if plan.evaluatie_op else ""),
    )
    leeg = Tabeldeel("", _KOLOMMEN, (), "Er staat nog niets in dit plan.")
    return document(kop, "Evaluatie groepsplan", delen or [leeg], kenmerken)


def _halverwege(plan: Groepsplan) -> list[Tabeldeel]:
    if not plan.halverwege_verslag:
        return []
    dag = f" van {datum_tekst(plan.halverwege)}" if plan.halverwege else ""
    verslag = (cel(plan.halverwege_verslag),)
    return [Tabeldeel(f"Evaluatie halverwege{dag}", (Tabelkolom("Verslag"),), (verslag,))]


def _rij(rij: Rijevaluatie) -> tuple[Tabelcel, ...]:
    uitslag = rij.uitslag
    return (
        wie(rij.rij),
        tuple(alinea for doel in rij.doelen for alinea in _doel(doel)),
        cel(JA_DEELS_NEE[uitslag.uitgevoerd], uitslag.reden),
        cel(JA_DEELS_NEE[uitslag.geprofiteerd]),
        tuple(
            Alinea(f"{VELDNAMEN[veld]}: {tekst}")
            for veld, tekst in (("successen", uitslag.successen), ("leerlingen", uitslag.leerlingen))
            if tekst
        ),
        cel(BESLUITEN[uitslag.besluit]),
    )


def _doel(doel: Doelevaluatie) -> Iterator[Alinea]:
    """The goal, and a line for every outcome that some pupil has."""
    yield Alinea(doel.doel.tekst, vet=True)
    for uitkomst, woorden in UITKOMSTEN.items():
        namen = [_naam(leerling) for leerling in doel.leerlingen if leerling.uitslag.resultaat == uitkomst]
        if namen and uitkomst:
            yield Alinea(f"{woorden.capitalize()}: {', '.join(namen)}")
        elif namen:
            yield Alinea(f"{woorden.capitalize()}: {len(namen)}")


def _naam(leerling: Leerlinguitslag) -> str:
    """The name, with the cause and the remark where there are any."""
    oorzaak = OORZAKEN[leerling.uitslag.oorzaak] if leerling.uitslag.oorzaak else ""
    erbij = ": ".join(deel for deel in (oorzaak, leerling.uitslag.toelichting) if deel)
    return f"{leerling.naam} ({erbij})" if erbij else leerling.naam


def _regels(rijen: Sequence[Rijevaluatie]) -> Iterator[tuple[Tabelcel, ...]]:
    for rij in rijen:
        for doel in rij.doelen:
            for leerling in doel.leerlingen:
                uitslag = leerling.uitslag
                yield (
                    cel(rij.rij.naam),
                    cel(doel.doel.tekst),
                    cel(leerling.naam),
                    cel(UITKOMSTEN[uitslag.resultaat]),
                    cel(OORZAKEN[uitslag.oorzaak] if uitslag.oorzaak else ""),
                    cel(uitslag.toelichting),
                )
