"""What the pupils of a subgroup have in common, in Dutch and without names."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from lti_tool.hgw.behoeftegelijkenis import ZELFDE_DOEL, Behoeftebeeld, doelgelijkenis

_TELWOORDEN = {3: "drie", 4: "vier", 5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen", 10: "tien"}
# More than this is no help in choosing.
_TEN_HOOGSTE = 4
_DOEL_LANGSTE = 120


def wat_ze_delen(behoeften: Sequence[Behoeftebeeld], categorienamen: Mapping[str, str]) -> tuple[str, ...]:
    """Lines that say what these pupils share, what most share first; () when nothing is shared by two.

    ``categorienamen``: key of a category -> its name. Categories are named only where no sentence is shared.
    """
    beelden = sorted(behoeften, key=lambda beeld: beeld.leerling)
    aantal = len(beelden)
    if aantal < 2:
        return ()
    doelen, zinnen = _doelen(beelden), _zinnen(beelden)
    regels = [
        (hoeveel, f"{_wie(hoeveel, aantal)}: het doel “{_kort(tekst)}”") for hoeveel, tekst in doelen[:1]
    ]
    regels += [(hoeveel, f"{_wie(hoeveel, aantal)}: {_kaal(tekst)}") for hoeveel, tekst in zinnen]
    if not zinnen:
        regels += [
            (hoeveel, f"{_wie(hoeveel, aantal)}: iets nodig in “{categorienamen.get(sleutel, sleutel)}”")
            for hoeveel, sleutel in _geteld([{zin.categorie for zin in beeld.nodig} for beeld in beelden])
        ]
    regels.sort(key=lambda regel: -regel[0])
    return tuple(tekst for _, tekst in regels[:_TEN_HOOGSTE])


def naam_voor(behoeften: Sequence[Behoeftebeeld], categorienamen: Mapping[str, str]) -> str:
    """A short name for a subgroup: the category that most of its pupils need something in, or ""."""
    geteld = _geteld([{zin.categorie for zin in beeld.nodig} for beeld in behoeften])
    naam = (categorienamen.get(geteld[0][1], "") if geteld else "").removeprefix("Een ")
    return naam[:1].upper() + naam[1:]


def _doelen(beelden: Sequence[Behoeftebeeld]) -> list[tuple[int, str]]:
    """(how many have a goal like it, goal), for goals that at least two share."""
    alle = sorted({doel for beeld in beelden for doel in beeld.doelen})
    geteld = [
        (
            sum(
                any(doelgelijkenis(doel, eigen) >= ZELFDE_DOEL for eigen in beeld.doelen) for beeld in beelden
            ),
            doel,
        )
        for doel in alle
    ]
    return sorted(((n, doel) for n, doel in geteld if n > 1), key=lambda paar: (-paar[0], len(paar[1])))


def _zinnen(beelden: Sequence[Behoeftebeeld]) -> list[tuple[int, str]]:
    """(how many, sentence) for sentences that at least two share, in the words that most use."""
    teksten: dict[str, Counter[str]] = {}
    for beeld in beelden:
        for zin in {zin.kenmerk: zin for zin in beeld.nodig}.values():
            teksten.setdefault(zin.kenmerk, Counter())[zin.tekst] += 1
    geteld = _geteld([{zin.kenmerk for zin in beeld.nodig} for beeld in beelden])
    return [(n, min(teksten[k].items(), key=lambda paar: (-paar[1], paar[0]))[0]) for n, k in geteld]


def _geteld(per_leerling: Sequence[set[str]]) -> list[tuple[int, str]]:
    tel = Counter(sleutel for sleutels in per_leerling for sleutel in sleutels)
    return sorted(((n, sleutel) for sleutel, n in tel.items() if n > 1), key=lambda paar: (-paar[0], paar[1]))


def _wie(hoeveel: int, aantal: int) -> str:
    if hoeveel < aantal:
        return f"{hoeveel} van de {aantal}"
    return "Beide" if aantal == 2 else f"Alle {_TELWOORDEN.get(aantal, aantal)}"


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split()).rstrip(" .;,")


def _kort(tekst: str) -> str:
    kaal = _kaal(tekst)
    return kaal if len(kaal) <= _DOEL_LANGSTE else kaal[:_DOEL_LANGSTE].rsplit(" ", 1)[0] + " …"


def zonder_voornaam(tekst: str, voornaam: str) -> str:
    """A goal as it can be told of others too: the pupil's first name goes, at the start or inside it."""
    if not voornaam.strip():
        return tekst
    naam = rf"\b{re.escape(voornaam.strip())}\b"
    kaal = re.sub(rf"^\s*{naam}\s+", "", tekst)
    kaal = re.sub(naam, "de leerling", kaal)
    return kaal[:1].upper() + kaal[1:]
