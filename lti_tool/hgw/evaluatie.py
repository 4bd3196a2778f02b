"""Looking back on a plan: the words to choose from, and what its figures say."""

from collections.abc import Sequence
from dataclasses import dataclass

# what became of a goal for one pupil
UITKOMSTEN = {"": "nog niet ingevuld", "bereikt": "bereikt", "deels": "deels bereikt", "niet": "niet bereikt"}
# the same on a button, where it is clear what it is about
UITKOMSTEN_KORT = {"bereikt": "bereikt", "deels": "deels", "niet": "niet"}
# where that came from
OORZAKEN = {
    "": "geen oorzaak gekozen",
    "instructie": "de instructie",
    "omgeving": "de omgeving",
    "begeleiding": "de begeleiding",
    "clustering": "de indeling in subgroepen",
    "doel_te_hoog": "het doel was te hoog",
    "doel_te_laag": "het doel was te laag",
}
# of a row: were its activities carried out, did pupils profit
JA_DEELS_NEE = {"": "nog niet ingevuld", "ja": "ja", "deels": "deels", "nee": "nee"}
BESLUITEN = {
    "": "nog geen besluit",
    "doorgaan": "doorgaan",
    "bijstellen": "bijstellen",
    "afbouwen": "afbouwen",
    "stoppen": "stoppen",
}
# what of a plan is offered when the next one opens
GAAT_DOOR = frozenset({"doorgaan", "bijstellen"})
NIET_BEHAALD = frozenset({"deels", "niet"})

# below this a share says nothing, and may say something of one pupil
MINSTE_VOOR_AANDEEL = 5


@dataclass(frozen=True)
class Herzieningsadvies:
    """What became of the goals of a lasting need; `beeindigen`: ending it is the proposal."""

    zin: str
    beeindigen: bool = False


def herzieningsadvies(
    uitkomsten: Sequence[str], open_in_plan: Sequence[str] = ()
) -> Herzieningsadvies | None:
    """What the review of a need that came along says; None while nothing was said of its goals.

    `uitkomsten`: of each of its goals, key of UITKOMSTEN; `open_in_plan`: words of goals that stood for the
    pupil in the plan only, in the same domain, and weren't reached.
    """
    bereikt = sum(uitkomst == "bereikt" for uitkomst in uitkomsten)
    aantal = len(uitkomsten)
    if not any(uitkomsten):
        return None
    if not bereikt:
        geen = "Het doel is" if aantal == 1 else f"Van de {aantal} doelen is er"
        return Herzieningsadvies(f"{geen} nog {'niet' if aantal == 1 else 'geen'} bereikt.")
    if bereikt < aantal:
        return Herzieningsadvies(
            f"{bereikt} van de {aantal} doelen {'is' if bereikt == 1 else 'zijn'} bereikt."
        )
    alle = {1: "Het doel is", 2: "Beide doelen zijn"}.get(aantal, f"Alle {aantal} doelen zijn")
    if open_in_plan:
        nog = f"maar in het plan stond ook “{open_in_plan[0]}”, en dat is nog niet gehaald"
        return Herzieningsadvies(f"{alle} bereikt, {nog}.")
    voorstel = "Voorstel: beëindigen. Is er een volgend doel, pas de behoefte dan aan."
    return Herzieningsadvies(f"{alle} bereikt. {voorstel}", beeindigen=True)


@dataclass(frozen=True)
class Doelcijfer:
    """What became of the goals in one domain; one goal of one pupil counts once, and only once said."""

    naam: str
    bereikt: int = 0
    deels: int = 0
    niet: int = 0

    @property
    def totaal(self) -> int:
        return self.bereikt + self.deels + self.niet

    @property
    def te_weinig(self) -> bool:
        """Whether there are too few goals for a share."""
        return self.totaal < MINSTE_VOOR_AANDEEL

    @property
    def aandeel(self) -> int | None:
        """How many of a hundred were reached, rounded half up; None when there are too few."""
        return None if self.te_weinig else (200 * self.bereikt + self.totaal) // (2 * self.totaal)
