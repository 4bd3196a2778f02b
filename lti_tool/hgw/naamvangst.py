"""Names of the class list in a sentence that is to be shared: such a sentence never holds a name."""

import re
from collections.abc import Iterable

from lti_tool.hgw.namen import is_voorvoegsel, splits_naam, zoek_tekst

# First and family names that are words too (folded): only a name with a capital inside a sentence.
_OOK_WOORD = frozenset(
    """roos wolf mei max mark jan bas sam bo lente zomer winter herfst juni juli april storm dag rein wil
    wim jet pip lot iris jasmijn linde olijf merel vos kok bakker visser boer meester koning prins
    keizer ridder berg dijk bos veld meer brug kerk hof huis bloem haas haan leeuw beer mol vogel
    zwaan valk duif groot klein lang kort jong oud wit zwart bruin groen blauw rood rijk stil vroom
    sterk goed best kuiper schipper timmerman schilder slager dekker smid post pot ster hoek kamp
    baan graaf boom zondag maandag vrijdag koster bode pen ham peer appel dam sluis poort plas stap
    sport kunst vriend lief lieve mooi blok stok tak blad gras zand steen klei water vuur donker
    licht ruiter jager leraar raad wijs wijn kan can su ben dan dus van mees sterre rust stage vrij
    hart hand voet mond hout goud zilver maan zon toon tijd trees lies lijn zeven tien acht drie bij
    mus jade amber joy hope faith rover kruis kool schaap kat mens hond gans vink kraai raaf pauw
    lam bok bever snoek haring molen muis spin vlinder nacht feest dans zang bron beek poel kade
    werf markt straat weg laan park plein school schrijver lezer rekers denker spreker vader moeder
    broer zus neef kind man heer dame sep sept okt nov dec aug feb
    """.split()  # noqa: SIM905 - a list of words reads as words
)
# Always with a capital, so that even that says nothing: a subject or a country.
_ALTIJD_HOOFDLETTER = frozenset(
    ["frans", "engels", "duits", "nederlands", "spaans", "paris", "milan", "london"]
)
_WOORD = re.compile(r"[^\W\d_]+(?:['\u2019\u2018][^\W\d_]*)?")
_ZINSBEGIN = re.compile(r"(?:^|[.!?:;\n(\u201c\u2018\"'\u2022*-])\s{0,9}$")
_TUSSEN = re.compile(r"[\s-]{1,3}")


def namen_in(tekst: str, roosternamen: Iterable[str]) -> list[str]:
    """Words of a text that are names of the class list, as written, in order and each once.

    ``roosternamen`` are full names ("Sem de Vries", "Vries, Sem de"). Found are first names and family names,
    with or without accents and capitals, also as "Sems" or "Noa's"; names side by side come as one.
    A name that is a word too (Roos, Visser) counts when written with a capital inside a sentence, or beside
    another part of the same name; a prefix by itself never does.
    """
    personen = [_naamdelen(naam) for naam in roosternamen]
    alle = frozenset().union(*personen)
    gevonden: list[str] = []
    for reeks in _reeksen(tekst, alle):
        delen = {_deel(woord[0], alle) for woord in reeks}
        samen = len(delen) > 1 and any(delen <= persoon for persoon in personen)
        if samen or any(_zeker(tekst, woord, alle) for woord in reeks):
            gevonden.append(tekst[reeks[0].start() : reeks[-1].end()].rstrip("'\u2019\u2018"))
    return list(dict.fromkeys(gevonden))


def _naamdelen(naam: str) -> frozenset[str]:
    """Folded words of a name without prefixes; single letters say nothing."""
    woorden = [woord for deel in splits_naam(naam) for woord in deel.split() if not is_voorvoegsel(woord)]
    delen = {deel for woord in woorden for deel in zoek_tekst(woord).split()}
    return frozenset(deel for deel in delen if len(deel) > 1 and deel not in ("el", "al"))


def _reeksen(tekst: str, alle: frozenset[str]) -> list[list[re.Match[str]]]:
    """Runs of name words that stand side by side, prefixes between them passed over."""
    reeksen: list[list[re.Match[str]]] = []
    einde, lopend = -1, False
    for woord in _WOORD.finditer(tekst):
        aan_elkaar = lopend and bool(_TUSSEN.fullmatch(tekst, einde, woord.start()))
        if _deel(woord[0], alle):
            if aan_elkaar:
                reeksen[-1].append(woord)
            else:
                reeksen.append([woord])
            lopend = True
        else:
            lopend = aan_elkaar and is_voorvoegsel(woord[0])
        einde = woord.end()
    return reeksen


def _deel(woord: str, alle: frozenset[str]) -> str:
    """The part of a name that a word is, with or without the s of possession, or ""."""
    kaal = zoek_tekst(woord)
    if kaal in alle and (len(kaal) > 2 or woord[0].isupper()):
        return kaal
    if len(kaal) > 3 and kaal.endswith("s") and kaal[:-1] in alle:
        return kaal[:-1]
    return ""


def _zeker(tekst: str, woord: re.Match[str], alle: frozenset[str]) -> bool:
    deel = _deel(woord[0], alle)
    if deel in _ALTIJD_HOOFDLETTER:
        return False
    if deel not in _OOK_WOORD:
        return True
    ervoor = tekst[max(0, woord.start() - 10) : woord.start()]
    return woord[0][0].isupper() and not woord[0].isupper() and not _ZINSBEGIN.search(ervoor)
