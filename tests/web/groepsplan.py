"""The groepsplan over HTTP: a class with its owner in a browser, and short verbs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lti_tool.models import Rol
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.groepsplan.planbeeld import Planbeeld
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import INSTRUCTIE, benoem, subgroep
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]


@dataclass
class Werk:
    """A mentor class with one subgroup, its owner's browser, and short verbs."""

    gevuld: Gevuld
    browser: Bezoeker

    @property
    def url(self) -> str:
        return f"/groep/{self.gevuld.groep.id}/plan"

    def beeld(self) -> Planbeeld:
        self.gevuld.session.rollback()
        beeld = planlezen.lees(self.gevuld.session, self.gevuld.cyclus)
        assert beeld is not None
        return beeld

    def rij(self) -> int:
        return self.beeld().rijen[1].id

    def doel(self) -> int:
        return self.beeld().rijen[1].doelen[0].id

    def json(self, methode: str, pad: str, gegevens: Any = None) -> Any:
        return self.browser.json(methode, f"{self.url}{pad}", gegevens)

    def typ(self, tekst: str, versie: int, veld: str = "aanpak") -> Any:
        return self.json("PUT", f"/rij/{self.rij()}/veld/{veld}", {"waarde": tekst, "versie": versie})


def maak_leeg(bouwer: Bouwer, als: Als) -> Werk:
    """Before there is a plan."""
    gevuld = Gevuld(bouwer, 4)
    benoem(gevuld, 0, Doelinvoer("leest elke dag", "op de lijst"), INSTRUCTIE)
    subgroep(gevuld, "Lezers", 0)
    return Werk(gevuld, als(gevuld.eigenaar, gevuld.groep.cursus, Rol.DOCENT))


def maak(bouwer: Bouwer, als: Als) -> Werk:
    """With a plan made from the needs."""
    leeg = maak_leeg(bouwer, als)
    antwoord = leeg.browser.post(f"{leeg.url}/openen", {"vorm": "groepsplan", "differentiatie": "convergent"})
    assert antwoord.location == f"{leeg.url}#vul"
    return leeg
