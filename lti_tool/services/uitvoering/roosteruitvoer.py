"""The week table as a document: who gives what to which subgroup, when and where. No pupil is named in it."""

from lti_tool.documents.tabeldocument import Alinea, Tabelcel, Tabeldeel, Tabeldocument, Tabelkolom
from lti_tool.hgw.weekrooster import DAGEN
from lti_tool.services.groepsplan.planuitvoer import document
from lti_tool.services.overzicht.uitvoer import Documentkop
from lti_tool.services.uitvoering.weekrooster import Lesbeeld, Urenrij, Weekbeeld


def roosterdocument(kop: Documentkop, week: Weekbeeld) -> Tabeldocument:
    """Days beside each other, hours under each other; hours without a lesson are left out.

    Above it: the days on which it doesn't hold.
    """
    kolommen = (Tabelkolom("Tijd", 2), *(Tabelkolom(naam.capitalize(), 3) for naam in DAGEN.values()))
    rijen = tuple((_tijd(rij), *(_dag(lessen) for lessen in rij.dagen)) for rij in week.rijen if not rij.leeg)
    tabel = Tabeldeel("", kolommen, rijen, "Er staan nog geen lessen in het weekrooster.")
    return document(kop, "Weekrooster", [tabel], [("Geen les", "; ".join(map(str, week.vrij)))])


def _tijd(rij: Urenrij) -> Tabelcel:
    tijd = f"{rij.begin} – {rij.eind}"
    return (Alinea(rij.naam, vet=True), Alinea(tijd)) if rij.naam else (Alinea(tijd),)


def _dag(lessen: tuple[Lesbeeld, ...]) -> Tabelcel:
    return tuple(alinea for les in lessen for alinea in _les(les))


def _les(les: Lesbeeld) -> Tabelcel:
    weken = les.weken_tekst if les.weken != "elke" else ""
    erbij = " · ".join(deel for deel in (les.docent, les.plaats, weken) if deel)
    naam = Alinea(les.naam, vet=True)
    return (naam, Alinea(erbij)) if erbij else (naam,)
