"""Builds a plan to look back on: a class, a subgroup of it, goals over needs."""

from sqlalchemy import select

from lti_tool.models import (
    Doel,
    Groepsplan,
    Lidmaatschap,
    Onderwijsbehoefte,
    Plaatsing,
    Plandoel,
    Plandoelbron,
    Planregel,
    Planregelsoort,
    Regel,
    Soort,
    Subgroep,
    nu,
)
from tests.factories.bouwer import Bouwer


class Gepland:
    """A class with an owner, a cycle and a plan in it; every verb commits.

    Rows of the plan: `basis` for the whole class, `rij` for the subgroup of the first pupils.
    """

    def __init__(
        self, bouwer: Bouwer, aantal: int = 4, in_subgroep: int = 2, soort: Soort = Soort.VAKOVERSTIJGEND
    ) -> None:
        self.bouwer, self.session = bouwer, bouwer.session
        self.mentor = bouwer.docent()
        cursus = bouwer.cursus()
        self.leerlingen = bouwer.klas(cursus, aantal)
        vak = "wiskunde" if soort is Soort.VAKSPECIFIEK else ""
        self.groep = bouwer.groep(cursus, self.mentor, soort, vak)
        self.domein = "vak" if vak else "rk"
        self.maak_plan(in_subgroep)

    def maak_plan(self, in_subgroep: int) -> None:
        """A (next) cycle with a plan: a row for all and one for the subgroup of the first pupils."""
        self.cyclus = self.bouwer.cyclus(self.groep)
        regels = self.session.scalars(select(Regel).where(Regel.cyclus_id == self.cyclus.id))
        per_persoon = {regel.persoon_id: regel.id for regel in regels}
        self.regels = [per_persoon[leerling.id] for leerling in self.leerlingen]
        self.subgroep = Subgroep(cyclus_id=self.cyclus.id, domein=self.domein, naam="Breuken", volgorde=1)
        self.plan = Groepsplan(cyclus_id=self.cyclus.id)
        self._bewaar(self.subgroep, self.plan)
        self._bewaar(
            *(
                Plaatsing(regel_id=regel_id, domein=self.domein, subgroep_id=self.subgroep.id)
                for regel_id in self.regels[:in_subgroep]
            )
        )
        eerste = "pedagogisch" if self.domein == "rk" else self.domein
        self.basis = Planregel(plan_id=self.plan.id, soort=Planregelsoort.BASIS, domein=eerste, volgorde=1)
        self.rij = Planregel(
            plan_id=self.plan.id,
            soort=Planregelsoort.SUBGROEP,
            domein=self.domein,
            subgroep_id=self.subgroep.id,
            volgorde=2,
        )
        self._bewaar(self.basis, self.rij)

    def doel(
        self, tekst: str = "rekent met breuken", rij: Planregel | None = None, *bronnen: Doel
    ) -> Plandoel:
        """A goal of the subgroup, or of another row, over these goals of pupils."""
        regel = rij or self.rij
        doel = Plandoel(planregel_id=regel.id, tekst=tekst, volgorde=1)
        doel.bronnen = [Plandoelbron(doel_id=bron.id) for bron in bronnen]
        self._bewaar(doel)
        return doel

    def eigen_doel(self, nummer: int = 0, tekst: str = "kan breuken optellen", **velden: object) -> Doel:
        """A goal of one pupil's need in the domain of the subgroup."""
        vraag = select(Onderwijsbehoefte).filter_by(regel_id=self.regels[nummer], domein=self.domein)
        behoefte = self.session.scalars(vraag).one_or_none()
        if behoefte is None:
            behoefte = Onderwijsbehoefte(regel_id=self.regels[nummer], domein=self.domein)
        doel = Doel(tekst=tekst, prioriteit=len(behoefte.doelen) + 1, bereikt="", **velden)
        behoefte.doelen.append(doel)
        self._bewaar(behoefte)
        return doel

    def gedeeld_doel(self, nummer: int = 0) -> Doel:
        """A goal that the pupil may read."""
        return self.eigen_doel(nummer, gedeeld_op=nu())

    def vertrek(self, nummer: int) -> None:
        """A pupil leaves the course."""
        vraag = select(Lidmaatschap).filter_by(
            cursus_id=self.groep.cursus_id, persoon_id=self.leerlingen[nummer].id
        )
        self.session.scalars(vraag).one().vertrokken_op = nu()
        self.session.commit()

    def _bewaar(self, *rijen: object) -> None:
        self.session.add_all(rijen)
        self.session.commit()
