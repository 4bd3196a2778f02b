"""What a plan still misses, said in a friendly way: advice, never a block."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MEESTE_SUBGROEPEN = 3


@dataclass(frozen=True)
class Doelfeit:
    """What is known of one goal: how it is seen ("" when not given), by when."""

    maat: str
    voor_wanneer: date | None


@dataclass(frozen=True)
class Rijfeit:
    """What is known of one row; ``plek``: the id of its place on the page."""

    plek: str
    naam: str
    doelen: tuple[Doelfeit, ...]
    aanbod: bool
    organisatie: bool
    evaluatie: bool
    is_subgroep: bool = True


@dataclass(frozen=True)
class Advies:
    """A sentence in Dutch and the place on the page that it is about ("" for the whole plan)."""

    plek: str
    tekst: str


def bekijk_plan(rijen: Sequence[Rijfeit], zonder_rij: Sequence[str]) -> list[Advies]:
    """What to point out in a plan; ``zonder_rij``: names of subgroups that aren't in it."""
    adviezen = [Advies("", f"Subgroep {naam} staat nog niet in het plan.") for naam in zonder_rij]
    subgroepen = sum(rij.is_subgroep for rij in rijen)
    if subgroepen > MEESTE_SUBGROEPEN:
        te_doen = "Naast het gewone programma zijn er twee, hooguit drie te doen."
        adviezen.append(Advies("", f"Dit zijn {subgroepen} subgroepen. {te_doen}"))
    for rij in rijen:
        adviezen += [Advies(rij.plek, f"{rij.naam}: {tekst}") for tekst in _van_rij(rij)]
    return adviezen


def _van_rij(rij: Rijfeit) -> list[str]:
    teksten = []
    if not rij.doelen:
        teksten.append("nog geen doel.")
    zonder = sum(not doel.maat.strip() for doel in rij.doelen)
    if zonder:
        teksten.append(f"{_doelen(zonder)} nog geen maat: waaraan zie je dat het is gelukt?")
    zonder = sum(doel.voor_wanneer is None for doel in rij.doelen)
    if zonder:
        teksten.append(f"{_doelen(zonder)} nog geen datum.")
    for heeft, wat in (
        (rij.aanbod, "nog geen aanpak of inhoud."),
        (rij.organisatie, "nog geen organisatie: wie doet wat, wanneer en hoe vaak?"),
        (rij.evaluatie, "nog geen evaluatie: wie kijkt wanneer, en hoe?"),
    ):
        if not heeft:
            teksten.append(wat)
    return teksten


def _doelen(aantal: int) -> str:
    return "1 doel heeft" if aantal == 1 else f"{aantal} doelen hebben"
