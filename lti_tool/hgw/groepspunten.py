"""Points of attention for a whole group: what so many pupils share that it is for all."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lti_tool.hgw.behoeftegelijkenis import Behoeftebeeld
from lti_tool.hgw.domeinen import Domein, kies_domein
from lti_tool.hgw.redenen import REDEN_PER_SLEUTEL

# From this part of the pupils on; config/formats/clusteren.toml can say otherwise.
DEEL = 0.5
# Two pupils are no group.
_KLEINSTE = 3


@dataclass(frozen=True)
class Kandidaat:
    """Something that pupils share.

    ``herkomst`` stays the same as long as it is about the same thing; ``ruimer`` is that of what says the
    same less precisely.
    """

    herkomst: str
    domein: str
    tekst: str
    leerlingen: frozenset[int]
    ruimer: str = ""


@dataclass(frozen=True)
class Puntvoorstel:
    """A proposed point with how many pupils it is about, in Dutch."""

    herkomst: str
    domein: str
    tekst: str
    uitleg: str


def stel_punten_voor(
    kandidaten: Sequence[Kandidaat], leerlingen: Collection[int], deel: float = DEEL
) -> tuple[Puntvoorstel, ...]:
    """What at least ``deel`` of the pupils share, what most share first; the precise before the broad."""
    aanwezig = frozenset(leerlingen)
    velen = [
        (len(k.leerlingen & aanwezig), k)
        for k in kandidaten
        if len(k.leerlingen & aanwezig) >= max(_KLEINSTE, deel * len(aanwezig))
    ]
    gezegd = {k.ruimer for _, k in velen}
    velen.sort(key=lambda paar: (-paar[0], paar[1].herkomst))
    return tuple(
        Puntvoorstel(k.herkomst, k.domein, k.tekst, f"Bij {hoeveel} van de {len(aanwezig)} leerlingen.")
        for hoeveel, k in velen
        if k.herkomst not in gezegd
    )


def uit_behoeften(
    domein: Domein, behoeften: Sequence[Behoeftebeeld], categorienamen: Mapping[str, str]
) -> list[Kandidaat]:
    """Help sentences and categories of one domain."""
    zinnen: dict[str, set[int]] = defaultdict(set)
    categorieen: dict[str, set[int]] = defaultdict(set)
    teksten: dict[str, tuple[str, str]] = {}
    for beeld in sorted(behoeften, key=lambda beeld: beeld.leerling):
        for zin in beeld.nodig:
            zinnen[zin.kenmerk].add(beeld.leerling)
            teksten.setdefault(zin.kenmerk, (zin.categorie, zin.tekst))
            categorieen[zin.categorie].add(beeld.leerling)
    precies = [
        Kandidaat(
            _herkomst("zin", domein.sleutel, kenmerk),
            domein.sleutel,
            f"Voor iedereen: {teksten[kenmerk][1]}",
            frozenset(wie),
            _herkomst("categorie", domein.sleutel, teksten[kenmerk][0]),
        )
        for kenmerk, wie in zinnen.items()
    ]
    return precies + [
        Kandidaat(
            _herkomst("categorie", domein.sleutel, sleutel),
            domein.sleutel,
            f"Extra aandacht voor {categorienamen.get(sleutel, sleutel).lower()}",
            frozenset(wie),
        )
        for sleutel, wie in categorieen.items()
    ]


def uit_signalen(domeinen: tuple[Domein, ...], signalen: Mapping[int, Collection[str]]) -> list[Kandidaat]:
    """Reasons for which pupils are marked: pupil -> keys of reasons (unknown ones are passed over)."""
    per_reden: dict[str, set[int]] = defaultdict(set)
    for leerling, redenen in signalen.items():
        for reden in redenen:
            per_reden[reden].add(leerling)
    return [
        Kandidaat(
            f"signaal:{reden.sleutel}",
            kies_domein(domeinen, [reden.sleutel]).sleutel,
            f"Extra aandacht voor {reden.naam}",
            frozenset(per_reden[reden.sleutel]),
        )
        for reden in REDEN_PER_SLEUTEL.values()
        if reden.sleutel in per_reden
    ]


def uit_scores(
    domeinen: tuple[Domein, ...], laag: Mapping[str, Collection[int]], redenen: Mapping[str, str]
) -> list[Kandidaat]:
    """Low scores: what is measured -> the pupils below the agreement, and -> the reason it stands for."""
    return [
        Kandidaat(
            f"score:{naam}"[:255],
            kies_domein(domeinen, [redenen[naam]] if naam in redenen else []).sleutel,
            f"Extra aandacht voor {naam}: velen scoren onder de afspraak",
            frozenset(wie),
        )
        for naam, wie in laag.items()
    ]


def _herkomst(soort: str, domein: str, sleutel: str) -> str:
    return f"{soort}:{domein}:{sleutel}"[:255]
