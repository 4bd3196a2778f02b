"""Where a cycle stands: the six steps of HGW, counted where they can be, else as declared."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

# number, name, phase, and what the step asks as long as nothing is counted for it
_STAPPEN = (
    (1, "verzamelen", "waarnemen", "Vul het overzicht met wat je van de leerlingen weet."),
    (2, "signaleren", "waarnemen", "Loop alle leerlingen langs: wie heeft extra aandacht nodig?"),
    (3, "benoemen", "begrijpen", "Benoem wat de gesignaleerde leerlingen nodig hebben."),
    (4, "clusteren", "plannen", "Zet leerlingen met vergelijkbare behoeften bij elkaar."),
    (5, "opstellen", "plannen", "Schrijf het plan voor de groep en de subgroepen."),
    (6, "uitvoeren en evalueren", "realiseren", "Voer het plan uit en kijk per doel terug."),
)
STAPNUMMERS = frozenset(nummer for nummer, *_ in _STAPPEN)


@dataclass(frozen=True)
class Telling:
    """Numbers of pupils in one cycle's overview.

    ``met_gegeven``: with at least one fresh datum; ``doorlopen``: the owner looked at them for
    signalling; ``zonder_reden``: signalled without a reason yet; ``te_benoemen``: whose needs are to
    be named, the signalled ones unless a subject works divergently (all); ``met_behoefte``: of those,
    with a need; ``te_clusteren``: with a need, signalled or not; ``geclusterd``: of those, in a subgroup or
    alone on purpose, for each of their needs; ``planrijen``: subgroups and the whole group's points to plan
    for, once there is a plan; ``planrijen_klaar``: of those, with goal, offer, organisation and evaluation;
    ``uitkomsten``: goals of the plan times their pupils; ``gezegd``: of those, with a result;
    ``evaluatierijen``: rows of the plan; ``besluiten``: of those, with a decision. Raises ValueError when a
    part is larger than its whole.
    """

    leerlingen: int
    met_gegeven: int = 0
    doorlopen: int = 0
    gesignaleerd: int = 0
    zonder_reden: int = 0
    met_behoefte: int = 0
    te_benoemen: int | None = None
    te_clusteren: int = 0
    geclusterd: int = 0
    planrijen: int = 0
    planrijen_klaar: int = 0
    uitkomsten: int = 0
    gezegd: int = 0
    evaluatierijen: int = 0
    besluiten: int = 0

    @property
    def benoemen(self) -> int:
        """How many pupils step 3 asks for."""
        return self.gesignaleerd if self.te_benoemen is None else self.te_benoemen

    def __post_init__(self) -> None:
        delen = (self.met_gegeven, self.doorlopen, self.gesignaleerd, self.benoemen)
        if min(delen) < 0 or max(delen) > self.leerlingen:
            raise ValueError("een aantal is negatief of groter dan het aantal leerlingen")
        if not 0 <= self.geclusterd <= self.te_clusteren <= self.leerlingen:
            raise ValueError("een deel is negatief of groter dan het geheel")
        if not 0 <= self.planrijen_klaar <= self.planrijen:
            raise ValueError("een deel is negatief of groter dan het geheel")
        if not (0 <= self.zonder_reden <= self.gesignaleerd and 0 <= self.met_behoefte <= self.benoemen):
            raise ValueError("een deel is negatief of groter dan het geheel")
        if not (0 <= self.gezegd <= self.uitkomsten and 0 <= self.besluiten <= self.evaluatierijen):
            raise ValueError("een deel van de evaluatie is negatief of groter dan het geheel")


@dataclass(frozen=True)
class Stap:
    """One step: ``klaar`` when the counts or the owner say so, ``toelichting`` in Dutch."""

    nummer: int
    naam: str
    fase: str
    klaar: bool
    toelichting: str


def stappen(telling: Telling, verklaard: Set[int] = frozenset()) -> tuple[Stap, ...]:
    """The six steps in order; ``verklaard`` holds the numbers that the owner declared done.

    A step that the owner declared done is done, and still tells what is missing: advice, no block.
    Step 5 is done by declaration only until there is a plan, step 6 until there are goals to look back on.
    Raises ValueError for a number that isn't a step.
    """
    if not verklaard <= STAPNUMMERS:
        raise ValueError("een cyclus heeft zes stappen, 1 tot en met 6")
    geteld = {1: _verzamelen(telling), 2: _signaleren(telling)}
    # Without marks there is nothing to name, but only once the owner has looked at everyone.
    geteld[3] = _benoemen(telling, gesignaleerd=geteld[2][0] or 2 in verklaard)
    if telling.te_clusteren:
        geteld[4] = _clusteren(telling)
    if telling.planrijen:
        geteld[5] = _opstellen(telling)
    if telling.uitkomsten:
        geteld[6] = _evalueren(telling)
    return tuple(
        Stap(nummer, naam, fase, *_met_verklaring(nummer in verklaard, *geteld.get(nummer, (False, vraag))))
        for nummer, naam, fase, vraag in _STAPPEN
    )


def volgende_stap(reeks: Sequence[Stap]) -> Stap | None:
    """The first step that isn't done; None when the cycle is ready for the groepsbespreking."""
    return next((stap for stap in reeks if not stap.klaar), None)


def _met_verklaring(verklaard: bool, klaar: bool, toelichting: str) -> tuple[bool, str]:
    if not verklaard or klaar:
        return klaar, toelichting
    return True, f"Door de eigenaar op klaar gezet. {toelichting}"


def _verzamelen(telling: Telling) -> tuple[bool, str]:
    if not telling.leerlingen:
        return False, "Er staan nog geen leerlingen in deze groep."
    klaar = telling.met_gegeven == telling.leerlingen
    return klaar, f"Nieuwe gegevens bij {_van(telling.met_gegeven, telling.leerlingen)}."


def _signaleren(telling: Telling) -> tuple[bool, str]:
    klaar = 0 < telling.leerlingen == telling.doorlopen and not telling.zonder_reden
    delen = [f"{_van(telling.doorlopen, telling.leerlingen)} bekeken, {telling.gesignaleerd} gesignaleerd."]
    if telling.zonder_reden:
        delen.append(f"Nog zonder reden: {telling.zonder_reden}.")
    return klaar, " ".join(delen)


def _benoemen(telling: Telling, *, gesignaleerd: bool) -> tuple[bool, str]:
    if not telling.benoemen:
        return gesignaleerd, "Geen gesignaleerde leerlingen." if gesignaleerd else "Nog niemand gesignaleerd."
    klaar = gesignaleerd and telling.met_behoefte == telling.benoemen
    return klaar, f"Behoeften benoemd bij {_van(telling.met_behoefte, telling.benoemen)}."


def _clusteren(telling: Telling) -> tuple[bool, str]:
    klaar = telling.geclusterd == telling.te_clusteren
    return klaar, f"Een plek voor {_van(telling.geclusterd, telling.te_clusteren)} met een behoefte."


def _opstellen(telling: Telling) -> tuple[bool, str]:
    geheel, klaar = telling.planrijen, telling.planrijen_klaar
    rijen = "1 rij" if geheel == 1 else f"{geheel} rijen"
    return (
        klaar == geheel,
        f"In het plan {klaar} van de {rijen} compleet: doel, aanbod, organisatie en evaluatie.",
    )


def _evalueren(telling: Telling) -> tuple[bool, str]:
    klaar = telling.gezegd == telling.uitkomsten and telling.besluiten == telling.evaluatierijen
    return klaar, (
        f"{telling.gezegd} van de {telling.uitkomsten} uitkomsten ingevuld, "
        f"over {telling.besluiten} van de {telling.evaluatierijen} rijen van het plan besloten."
    )


def _van(deel: int, geheel: int) -> str:
    if geheel == 1:
        return f"{deel} van de 1 leerling"
    return f"{deel} van de {geheel} leerlingen"
