"""Fills an overview for tests: a class with scores, over as many cycles as needed."""

from datetime import date

from sqlalchemy import select

from lti_tool.models import Cel, Cyclus, Groep, Kolom, Persoon, Regel, Soort
from lti_tool.services.overzicht import cellen
from tests.factories.bouwer import Bouwer


class Gevuld:
    """A group with an owner and a cycle; `vul` writes cells as the owner does, by column key and row."""

    def __init__(self, bouwer: Bouwer, aantal: int = 3, soort: Soort = Soort.VAKOVERSTIJGEND) -> None:
        self.bouwer, self.session = bouwer, bouwer.session
        self.eigenaar: Persoon = bouwer.docent()
        cursus = bouwer.cursus()
        self.leerlingen = bouwer.klas(cursus, aantal)
        vak = "wiskunde" if soort is Soort.VAKSPECIFIEK else ""
        self.groep: Groep = bouwer.groep(cursus, self.eigenaar, soort, vak)
        self.cyclus: Cyclus = bouwer.cyclus(self.groep)

    def volgende_cyclus(self) -> None:
        self.cyclus = self.bouwer.cyclus(self.groep, date(2026, 12, 1), date(2027, 3, 15))

    def regel(self, rij: int = 0) -> int:
        """The id of the row of one pupil in this cycle."""
        vraag = select(Regel.id).where(
            Regel.cyclus_id == self.cyclus.id, Regel.persoon_id == self.leerlingen[rij].id
        )
        return self.session.scalars(vraag).one()

    def kolom(self, sleutel: str) -> Kolom:
        vraag = select(Kolom).where(Kolom.cyclus_id == self.cyclus.id, Kolom.sleutel == sleutel)
        return self.session.scalars(vraag).one()

    def vul(self, sleutel: str, *waarden: str, rij: int = 0) -> None:
        """Write values under each other in one column, from this row on."""
        kolom = self.kolom(sleutel)
        for nummer, waarde in enumerate(waarden, rij):
            regel_id = self.regel(nummer)
            versie = self.session.scalar(
                select(Cel.versie).where(Cel.regel_id == regel_id, Cel.kolom_id == kolom.id)
            )
            plaats = cellen.zoek_plaats(self.session, self.groep, regel_id, kolom.id)
            cellen.bewaar(self.session, plaats, waarde, versie or 0, self.eigenaar)
        self.session.commit()
