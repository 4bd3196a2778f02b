"""What a school sets columns for: overviews and plans, each per kind of group and per subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy.orm import Session

from lti_tool.models import Persoon, Schoolformaat, Soort
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.school import (
    formaatopslag,
    formaattekst,
    planformaattekst,
    planformaten,
    schoolformaten,
)


class Formaten(Protocol):
    """The verbs of schoolformaten and planformaten; a column is of the kind that they keep."""

    def geldend(self, session: Session, school_id: int, soort: str, vak: str) -> tuple[Any, ...]:
        """The columns that hold."""

    def bewaar(
        self,
        session: Session,
        school_id: int,
        soort: str,
        vak: str,
        kolommen: Sequence[Any],
        door: Persoon | None,
    ) -> Schoolformaat:
        """Set the school's columns."""

    def zet_terug(self, session: Session, school_id: int, soort: str, vak: str) -> bool:
        """Back to what holds without them."""


class Tekst(Protocol):
    """Columns as a text and back: formaattekst and planformaattekst."""

    def schrijf(self, kolommen: Sequence[Any]) -> str:
        """The columns as text."""

    def lees(self, tekst: str) -> tuple[Any, ...]:
        """The columns of a text. Raises OngeldigFormaat."""


@dataclass(frozen=True)
class Indeling:
    """`sleutel`: how addresses and commands call it; `geldt_voor`: who gets new columns of it."""

    sleutel: str
    soort: Soort
    formaten: Formaten
    tekst: Tekst
    geldt_voor: str

    @property
    def van_plan(self) -> bool:
        return self.formaten is planformaten

    @property
    def bewaard_als(self) -> str:
        """The kind under which the school's columns are kept."""
        return planformaten.opslagsoort(self.soort) if self.van_plan else self.soort.value

    def naam(self, vak: str) -> str:
        """What people call it, for one subject or for all ("")."""
        if self.soort == Soort.VAKOVERSTIJGEND:
            return "Groepsplan van de mentor" if self.van_plan else "Overzicht van de mentor"
        wat = "Groepsplan" if self.van_plan else "Vakoverzicht"
        return f"{wat} {vak}" if vak else f"{wat}, alle vakken"


INDELINGEN = {
    indeling.sleutel: indeling
    for indeling in (
        *(Indeling(soort.value, soort, schoolformaten, formaattekst, "cycli") for soort in Soort),
        *(Indeling(f"plan-{soort}", soort, planformaten, planformaattekst, "plannen") for soort in Soort),
    )
}


def zoek(sleutel: str) -> Indeling:
    """Raises NietGevonden."""
    if sleutel not in INDELINGEN:
        raise NietGevonden("Deze indeling is er niet.")
    return INDELINGEN[sleutel]


def lijst(session: Session, school_id: int) -> list[tuple[Indeling, str, Schoolformaat | None]]:
    """(what, subject, what the school set): all subjects first, then those with columns of their own."""
    gevonden = []
    for indeling in INDELINGEN.values():
        eigen = {f.vak: f for f in formaatopslag.lijst(session, school_id, indeling.bewaard_als)}
        gevonden += [(indeling, vak, eigen.get(vak)) for vak in dict.fromkeys(["", *eigen])]
    return gevonden


def eigen(session: Session, school_id: int, indeling: Indeling, vak: str) -> Schoolformaat | None:
    """What the school set for exactly this, case of the subject aside."""
    return formaatopslag.zoek(session, school_id, indeling.bewaard_als, vak)
