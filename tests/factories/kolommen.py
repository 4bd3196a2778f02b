"""Columns of an overview, for tests: what an owner and a school do with them."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Cyclus, Kolom, Onderwerp, Persoon, Regel, Soort, Wijziging
from lti_tool.services.cyclus import cyclusopening
from lti_tool.services.groep import regels
from lti_tool.services.overzicht import cellen
from lti_tool.services.overzicht.kolommen import Kolomgegevens
from lti_tool.services.school import formaten, schoolformaten
from lti_tool.services.school.formaten import Kolomformaat
from tests.factories.bouwer import Bouwer

CIJFER = {"soort": "cijfer"}
BREUKEN = Kolomgegevens("SO breuken", "Breuken", CIJFER, "5.5", date(2026, 10, 6))
STANDAARD = {kolom.sleutel: kolom for kolom in formaten.kolomformaten(Soort.VAKOVERSTIJGEND)}


@dataclass
class Kolomwerk:
    """An overview of a mentor class with two pupils."""

    session: Session
    cyclus: Cyclus
    mentor: Persoon

    def kolom(self, sleutel: str) -> Kolom:
        vraag = select(Kolom).where(Kolom.cyclus_id == self.cyclus.id, Kolom.sleutel == sleutel)
        return self.session.scalars(vraag).one()

    def vul(self, sleutel: str, *waarden: str) -> None:
        rijen = self.session.scalars(
            select(Regel).where(Regel.cyclus_id == self.cyclus.id).order_by(Regel.id)
        )
        for regel, waarde in zip(rijen, waarden, strict=False):
            plaats = cellen.zoek_plaats(self.session, self.cyclus.groep, regel.id, self.kolom(sleutel).id)
            cellen.bewaar(self.session, plaats, waarde, 0, self.mentor)

    def sleutels(self) -> list[str]:
        return [k.sleutel for k in regels.kolommen(self.session, self.cyclus) if not k.verborgen]

    def waarden(self) -> list[str]:
        return sorted(self.session.scalars(select(Cel.waarde)))

    def geschiedenis(self) -> list[str]:
        vraag = select(Wijziging.nieuw).where(Wijziging.onderwerp == Onderwerp.KOLOM)
        return list(self.session.scalars(vraag.order_by(Wijziging.id)))

    def school(self, *kolommen: Kolomformaat) -> None:
        """What the administrator sets."""
        school_id = self.cyclus.groep.cursus.platform.school_id
        schoolformaten.bewaar(self.session, school_id, self.cyclus.groep.soort, "", kolommen, None)


def mentorklas(bouwer: Bouwer) -> Kolomwerk:
    """The overview of a new class."""
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 2)
    return Kolomwerk(bouwer.session, bouwer.cyclus(bouwer.groep(cursus, mentor)), mentor)


def volgende(werk: Kolomwerk) -> Kolomwerk:
    """The same class in its next cycle."""
    nieuw = cyclusopening.open_cyclus(
        werk.session, werk.cyclus.groep, date(2026, 12, 1), date(2027, 3, 15), werk.mentor
    )
    return Kolomwerk(werk.session, nieuw, werk.mentor)


def formaat(**anders: object) -> list[Kolomformaat]:
    """The default columns with some changed: sp={"ijkpunt": "II"}; None leaves one out."""
    return [
        replace(kolom, **anders.get(sleutel, {}))  # type: ignore[arg-type]
        for sleutel, kolom in STANDAARD.items()
        if anders.get(sleutel, {}) is not None
    ]
