"""When two names are the same, and when they only look alike."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from lti_tool.hgw.namen import is_voorvoegsel, zoek_tekst
from lti_tool.hgw.roepnamen import kan_dezelfde_voornaam_zijn

# A slip of the keyboard in a word of this length or longer; shorter words differ too easily.
_KORTSTE_MET_TIKFOUT = 4
_ZELFDE_WOORD = 80
# Names have a handful of words; more is a sentence that landed in the wrong column.
_MEESTE_WOORDEN = 8


@dataclass(frozen=True)
class Naamvorm:
    """A name in any order as sorted folded words, with the prefixes (van, den, 't) apart."""

    kern: tuple[str, ...]
    voorvoegsels: tuple[str, ...]


def naamvorm(naam: str) -> Naamvorm:
    """Fold a name in whatever order and spelling: ``Vries, Sem de`` is as ``Sem de Vries``."""
    woorden = naam.replace(",", " ").split()
    voorvoegsels = [woord for woord in woorden if is_voorvoegsel(woord)]
    kern = [woord for woord in woorden if not is_voorvoegsel(woord)]
    if not kern:
        # A family can be called Van, and a pupil In: then the words are the name itself.
        kern, voorvoegsels = voorvoegsels, []
    return Naamvorm(_gevouwen(kern), _gevouwen(voorvoegsels))


def zelfde_naam(een: Naamvorm, ander: Naamvorm) -> bool:
    """Whether two names are the same but for order, accents and hyphens; a prefix may be left out."""
    if not een.kern or een.kern != ander.kern:
        return False
    return een.voorvoegsels == ander.voorvoegsels or not (een.voorvoegsels and ander.voorvoegsels)


def lijkt_op(een: Naamvorm, ander: Naamvorm) -> bool:
    """Whether the shorter name may be the longer one: typing slips, initials, short forms, parts of it.

    Every word of the shorter name needs its own word in the longer one. Prefixes don't count.
    """
    kort, lang = sorted((een.kern, ander.kern), key=len)
    if not kort or len(lang) > _MEESTE_WOORDEN:
        return False
    vrij = list(lang)
    # Longest words first, so that an initial doesn't take the place of a whole name.
    for woord in sorted(kort, key=len, reverse=True):
        passend = max(vrij, key=lambda kandidaat, w=woord: _gelijkenis(w, kandidaat), default="")  # type: ignore[misc]
        if _gelijkenis(woord, passend) < _ZELFDE_WOORD:
            return False
        vrij.remove(passend)
    return any(len(woord) > 1 for woord in kort)


def _gelijkenis(een: str, ander: str) -> float:
    """0 to 100; from _ZELFDE_WOORD on two words may be the same."""
    if een == ander:
        return 100
    if min(len(een), len(ander)) == 1:
        return _ZELFDE_WOORD if een[0] == ander[0] else 0
    if kan_dezelfde_voornaam_zijn(een, ander):
        return 90
    if min(len(een), len(ander)) < _KORTSTE_MET_TIKFOUT:
        return 0
    return fuzz.ratio(een, ander)


def _gevouwen(woorden: list[str]) -> tuple[str, ...]:
    return tuple(sorted(zoek_tekst(" ".join(woorden)).split()))
