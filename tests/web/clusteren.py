"""The board of subgroups over HTTP: a class with its owner in a browser, and short verbs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lti_tool.models import Cursus, Persoon, Rol, Soort
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import INSTRUCTIE, benoem
from tests.web.pagina import Bezoeker

Als = Callable[[Persoon, Cursus, Rol], Bezoeker]
DOEL = Doelinvoer("Steekt zelf een vinger op bij een vraag", "", None, False, None)


@dataclass
class Klas:
    """A group with a board, and its owner in a browser."""

    werk: Gevuld
    browser: Bezoeker

    @property
    def basis(self) -> str:
        return f"/groep/{self.werk.groep.id}/clusteren"

    def doe(self, methode: str, pad: str, status: int = 200, **inhoud: Any) -> Any:
        antwoord = self.browser.json(methode, pad if pad.startswith("/groep") else self.basis + pad, inhoud)
        assert antwoord.status_code == status, antwoord.text
        return antwoord.json

    def terug(self, antwoord: Any) -> Any:
        """Undo a change as the page does."""
        for stap in antwoord["terug"]:
            antwoord = self.doe(stap["methode"], stap["url"], **stap["inhoud"])
        return antwoord

    def bord(self) -> str:
        return self.browser.get(self.basis).text


def maak(bouwer: Bouwer, als: Als, aantal: int = 4, soort: Soort = Soort.VAKOVERSTIJGEND) -> Klas:
    werk = Gevuld(bouwer, aantal, soort)
    return Klas(werk, als(werk.eigenaar, werk.groep.cursus, Rol.DOCENT))


def met_behoeften(klas: Klas, aantal: int = 3, domein: str = "pedagogisch") -> list[int]:
    """The rows of pupils who need the same."""
    for rij in range(aantal):
        benoem(klas.werk, rij, DOEL, INSTRUCTIE, domein=domein)
    return [klas.werk.regel(rij) for rij in range(aantal)]
