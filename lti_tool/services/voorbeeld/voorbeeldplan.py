"""The subgroups, plans, week table and log of the example class, put in by the tool's own verbs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Groep, Persoon, Regel
from lti_tool.services.clusteren import groepspunten, plaatsingen, subgroepen
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groepsplan import planlezen, plannen, planversies
from lti_tool.services.groepsplan.planbeeld import Regelbeeld
from lti_tool.services.handelingsplan import handelingsplannen, handelingsplanvelden
from lti_tool.services.handelingsplan.handelingsplanvelden import Akkoord
from lti_tool.services.tijd import vandaag
from lti_tool.services.uitvoering import lognotities, roosterlessen
from lti_tool.services.uitvoering.lognotities import Notitieinvoer
from lti_tool.services.uitvoering.roosterlessen import Lesinvoer

Gegevens = Mapping[str, Any]


@dataclass(frozen=True)
class Planinvuller:
    """`regels`: number of a pupil -> row; `zoek`: address of a teacher -> person."""

    session: Session
    groep: Groep
    cyclus: Cyclus
    eigenaar: Persoon
    regels: Mapping[str, Regel]
    zoek: Callable[[str], Persoon]

    def vul_in(self, gegevens: Gegevens) -> None:
        """Everything under `plan` in the example; fixed before the changes that come after it."""
        for punt in gegevens["punten"]:
            groepspunten.voeg_toe(self.session, self.cyclus, punt["domein"], punt["tekst"], self.eigenaar)
        ids = {subgroep["naam"]: self._groepeer(subgroep) for subgroep in gegevens["subgroepen"]}
        plannen.open_plan(self.session, self.cyclus, self.eigenaar)
        for rij in gegevens["rijen"]:
            self._schrijf(rij)
        planversies.stel_vast(self.session, self.groep, self.cyclus, self.eigenaar)
        for rij in gegevens["later"]:
            self._schrijf(rij)
        for les in gegevens["lessen"]:
            invoer = Lesinvoer(
                ids[les["subgroep"]],
                les["dag"],
                les["begin"],
                les["eind"],
                les["plaats"],
                self.zoek(les["docent"]).naam,
            )
            roosterlessen.maak(self.session, self.cyclus, invoer, self.eigenaar)
        for notitie in gegevens["logboek"]:
            self._noteer(notitie)
        for plan in gegevens["handelingsplannen"]:
            self._maak_handelingsplan(plan)

    def _groepeer(self, gegevens: Gegevens) -> int:
        subgroep = subgroepen.maak(
            self.session,
            self.cyclus,
            gegevens["domein"],
            gegevens["naam"],
            gegevens["soort"],
            self.eigenaar,
            gegevens["gedeeld"],
        )
        rijen = [self.regels[nummer].id for nummer in gegevens["leerlingen"]]
        plaatsingen.plaats_nieuwen(self.session, self.groep, subgroep, rijen, self.eigenaar)
        return subgroep.id

    def _schrijf(self, gegevens: Gegevens) -> None:
        rij = self._rij(gegevens["rij"])
        for veld, tekst in gegevens["velden"].items():
            versie = rij.velden[veld].versie
            plannen.bewaar_veld(self.session, self.groep, rij.id, veld, tekst, versie, self.eigenaar)

    def _noteer(self, gegevens: Gegevens) -> None:
        dag = date.fromisoformat(_geweest(gegevens["dag"]))
        regel_id = self.regels[gegevens["leerling"]].id if "leerling" in gegevens else None
        invoer = Notitieinvoer(
            self._rij(gegevens["rij"]).id, regel_id, gegevens["soort"], gegevens["tekst"], dag
        )
        lognotities.voeg_toe(self.session, self.cyclus, invoer, self.zoek(gegevens["door"]))

    def _maak_handelingsplan(self, gegevens: Gegevens) -> None:
        """What the tool fills in by itself stays, unless the example says otherwise."""
        plaats = handelingsplannen.maak(
            self.session,
            self.groep,
            self.cyclus,
            self.regels[gegevens["leerling"]].id,
            gegevens["reden"],
            self.eigenaar,
        )
        begin = handelingsplanvelden.velden(self.session, plaats.plan)
        for veld, waarde in gegevens["velden"].items():
            tekst = _geweest(waarde) if isinstance(waarde, date) else waarde
            versie = begin[veld].versie if veld in begin else 0
            handelingsplanvelden.bewaar_veld(self.session, plaats, veld, tekst, versie, self.eigenaar)
        # the plan is made today, so nobody agreed to it before
        akkoord = Akkoord(gegevens["akkoord"], gegevens["door"], vandaag().isoformat())
        handelingsplanvelden.bewaar_akkoord(self.session, plaats, akkoord, plaats.plan.versie, self.eigenaar)

    def _rij(self, naam: str) -> Regelbeeld:
        beeld = planlezen.lees(self.session, self.cyclus)
        rijen = {rij.naam: rij for rij in beeld.rijen} if beeld else {}
        if naam not in rijen:
            raise NietGevonden(f"De rij “{naam}” staat niet in het plan van het voorbeeld.")
        return rijen[naam]


def _geweest(dag: date) -> str:
    """What happened on a day that is still to come, happened today: whenever the example is loaded."""
    return min(dag, vandaag()).isoformat()
