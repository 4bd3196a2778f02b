"""What to think of when dividing pupils: advice, never a block."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lti_tool.hgw.clusteren import TEN_HOOGSTE

# the present cycle and two before it
_TE_LANG = 3


@dataclass(frozen=True)
class Samenstelling:
    """A subgroup with its pupils (numbers that stay the same over the cycles)."""

    naam: str
    leerlingen: frozenset[int]


def waarschuwingen(
    groepen: Sequence[Samenstelling],
    zonder_groep: int = 0,
    eerder: Sequence[Collection[frozenset[int]]] = (),
    ten_hoogste: int = TEN_HOOGSTE,
) -> tuple[str, ...]:
    """Sentences about the subgroups of one domain, in Dutch.

    ``zonder_groep``: pupils with a need who are neither in a subgroup nor alone on purpose; ``eerder``: the
    compositions of earlier cycles, the latest first.
    """
    gevonden = []
    if len(groepen) > ten_hoogste:
        gevonden.append(
            f"Er zijn {len(groepen)} subgroepen. Meer dan {ten_hoogste} naast het basisaanbod "
            "is bijna niet uit te voeren."
        )
    gevonden += [
        f"In {groep.naam} zit één leerling. Past die ergens anders bij, of is bewust alleen beter?"
        for groep in groepen
        if len(groep.leerlingen) == 1
    ]
    if zonder_groep:
        wie = "1 leerling" if zonder_groep == 1 else f"{zonder_groep} leerlingen"
        staat = "staat" if zonder_groep == 1 else "staan"
        gevonden.append(f"{wie} met een behoefte {staat} nog in geen subgroep.")
    gevonden += [
        f"{groep.naam} heeft voor de {_TE_LANG}e cyclus dezelfde leerlingen. Vaste groepen houden "
        "leerlingen op hun plek: kan het dit keer anders?"
        for groep in groepen
        if _blijft_gelijk(groep.leerlingen, eerder)
    ]
    return tuple(gevonden)


def _blijft_gelijk(leerlingen: frozenset[int], eerder: Sequence[Collection[frozenset[int]]]) -> bool:
    vorige = eerder[: _TE_LANG - 1]
    return len(leerlingen) > 1 and len(vorige) == _TE_LANG - 1 and all(leerlingen in c for c in vorige)
