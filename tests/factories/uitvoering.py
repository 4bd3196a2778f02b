"""A group with subgroups and a plan, for tests of what comes after the plan."""

from lti_tool.models import (
    Groepsplan,
    Plaatsing,
    Planregel,
    Planregelsoort,
    Soort,
    Subgroep,
    Subgroepsoort,
)
from lti_tool.services.clusteren import subgroepen
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld


class Gepland(Gevuld):
    """`subgroep` makes a filled subgroup; `plan` the plan with a row for the group and one a subgroup."""

    def __init__(self, bouwer: Bouwer, aantal: int = 4, soort: Soort = Soort.VAKOVERSTIJGEND) -> None:
        super().__init__(bouwer, aantal, soort)
        self.domein = "vak" if soort is Soort.VAKSPECIFIEK else "sp"

    def subgroep(self, naam: str, *rijen: int, soort: str = Subgroepsoort.EXTRA) -> Subgroep:
        gemaakt = subgroepen.maak(self.session, self.cyclus, self.domein, naam, soort, self.eigenaar)
        for rij in rijen:
            self.session.add(Plaatsing(regel_id=self.regel(rij), domein=self.domein, subgroep_id=gemaakt.id))
        self.session.commit()
        return gemaakt

    def plan(self, *subgroepen_: Subgroep) -> tuple[Groepsplan, list[Planregel]]:
        plan = Groepsplan(cyclus_id=self.cyclus.id)
        self.session.add(plan)
        self.session.flush()
        rijen = [
            Planregel(plan_id=plan.id, soort=Planregelsoort.BASIS, domein=self.domein, volgorde=1),
            *(
                Planregel(
                    plan_id=plan.id,
                    soort=Planregelsoort.SUBGROEP,
                    domein=self.domein,
                    subgroep_id=subgroep.id,
                    volgorde=plek,
                )
                for plek, subgroep in enumerate(subgroepen_, start=2)
            ),
        ]
        self.session.add_all(rijen)
        self.session.commit()
        return plan, rijen
