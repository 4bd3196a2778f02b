"""Moments of a school year without a date of their own: holidays, test weeks, reports, end of the period."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lti_tool.hgw.schooljaar import schooljaar_van

Looptijd = tuple[date, date]
"""First and last day of a cycle."""

# Widest span over the three regions and over the years: (calendar year of the school year, month, day). The
# weeks differ per region and year, so only what lies clearly outside is called outside.
_VAKANTIES = {
    "herfst": ((0, 10, 8), (0, 11, 1)),
    "kerst": ((0, 12, 18), (1, 1, 10)),
    "voorjaars": ((1, 2, 5), (1, 3, 8)),
    "krokus": ((1, 2, 5), (1, 3, 8)),
    "carnavals": ((1, 2, 1), (1, 3, 9)),
    "paas": ((1, 3, 20), (1, 4, 28)),
    "mei": ((1, 4, 17), (1, 5, 12)),
    "pinkster": ((1, 5, 8), (1, 6, 16)),
    "zomer": ((1, 7, 1), (1, 9, 5)),
}
_FEESTEN = {
    "sinterklaas": "herfst",
    "kerst": "kerst",
    "kerstmis": "kerst",
    "carnaval": "carnavals",
    "pasen": "paas",
}
_FEESTEN |= {"pinksteren": "pinkster", "zomer": "zomer"}
_VAKANTIE = re.compile(r"(?<!\w)(" + "|".join(_VAKANTIES) + r")[\s-]?vak(?:antie|\.|\b)")
_FEEST = re.compile(r"(?<!\w)(?:voor|na|met|tot|rond|tegen)\s(?:de\s)?(" + "|".join(_FEESTEN) + r")(?!\w)")
_VOOR = re.compile(r"(?<!\w)(?:voor|tot|tegen)\s(?:de\s)?$")
_NA = re.compile(r"(?<!\w)na\s(?:de\s)?$")

_VOLGEND = r"(?:volgende?|eerstvolgende|komende?|aankomende?|aanstaande?|a\.s\.|as|deze|dit)"
_TOETS = (
    r"(?:toets|so|s\.o\.|pw|proefwerk|repetitie|rep|schoolexamen|se|examen|tentamen|dictee|presentatie|practicum|"
    r"afname|meting|cito|dia|dmt|avi|overhoring|schriftelijke|praktijktoets|bloktoets|eindtoets|hoofdstuktoets|"
    r"spreekbeurt|mondeling)"
)
_DEEL = r"(?:periode|per\.|cyclus|blok|kwartaal|trimester|semester|thema|module|hoofdstuk|hst\.?|unit)"
_WEEKDAG = r"(?:maan|dins|woens|donder|vrij)dag"
_SCHOOLJAAR = re.compile(
    r"(?<!\w)(?:eind(?:e)?\s(?:van\s)?(?:dit|het|v\.?h\.?)?\s?(?:school|les)?jaar|overgangsrapport|eindrapport|"
    r"eindexamens?|bij\sde\sovergang)(?!\w)"
)
_VOLGEND_JAAR = re.compile(r"(?<!\w)volgend\s(?:school)?jaar(?!\w)")
# Each alternative begins with fixed words and has no open repetition: linear on any text.
_MOMENTEN = re.compile(
    r"(?<!\w)(?:"
    r"(?:(?:aan|op|tegen|voor)\s)?(?:het\s)?(?:eind|einde|slot)\s(?:van\s)?(?:de\s|deze\s|het\s|dit\s|v\.?d\.?\s|v/d\s)?"
    rf"(?:{_DEEL}|project|plan|groepsplan|maand|week)(?:\s\d{{1,2}})?"
    rf"|{_VOLGEND}\s(?:{_DEEL}|week|weken|maand|maanden|schooljaar|jaar)"
    rf"|{_VOLGEND}\s(?:\w{{1,20}}\s)?{_TOETS}"
    r"|(?:volgende?|eerstvolgende|komende)\s(?:\w{0,12}bespreking|\w{0,12}gesprek|evaluatie|\w{0,9}rapport)"
    rf"|(?:op|bij|voor|tijdens|na)\s(?:de|het)\s(?:\w{{1,20}}\s)?{_TOETS}"
    rf"|{_TOETS}\s(?:van|over|bij)?\s?(?:blok|h|hst|hoofdstuk|thema|unit|par)\.?\s?\d{{1,2}}"
    rf"|(?:in|voor|tot|tegen|per|na|t/m)\s(?:{_DEEL}|h)\s?\d{{1,2}}|p[1-6]"
    r"|toetsweek|toetswk|toetsperiode|tw\s?\d|pta-?week|se-?week|projectweek|werkweek"
    r"|(?:op|tot|voor|bij|na|met)\s(?:(?:het|mijn|dit)\s)?(?:\w{1,9}\s)?\w{0,9}rapport(?:\s\d)?|r[1-4]"
    r"|\w{0,12}vergadering|(?:groeps|leerling|klassen|rapport)bespreking"
    r"|(?:op|bij|voor|in|tot)\s(?:de|het|een)\s(?:mentor|ouder|voortgangs|evaluatie|mol-?|tienminuten|10-minuten|start)"
    r"-?gesprek|(?:tussen|eind)evaluatie|(?:bij|tot|voor)\sde\sevaluatie|halverwege"
    r"|(?:voor|na|tot|tijdens)\sde\s(?:stage|vakantie|excursie)"
    rf"|(?:a\.s\.|aanstaande|volgende|komende|voor|uiterlijk)\s{_WEEKDAG}|{_WEEKDAG}\sa\.s\."
    r"|(?:in\s)?(?:dit|het|begin|eind)\s(?:voorjaar|najaar)|eind\s20\d\d"
    r"|morgen|overmorgen"
    r")(?!\w)"
)


def schoolmomenten(tekst: str, periode: Looptijd) -> Iterator[tuple[int, int, Looptijd | None]]:
    """Yield start, end and days (or None: the school knows) of each such moment in a folded text."""
    jaar = schooljaar_van(periode[0]).begin_jaar
    for treffer in _VAKANTIE.finditer(tekst):
        yield treffer.start(), treffer.end(), _vakantie(_staart(tekst, treffer.start()), treffer[1], jaar)
    for treffer in _FEEST.finditer(tekst):
        yield (
            treffer.start(),
            treffer.end(),
            _vakantie(_staart(tekst, treffer.start(1)), _FEESTEN[treffer[1]], jaar),
        )
    for treffer in _SCHOOLJAAR.finditer(tekst):
        yield treffer.start(), treffer.end(), (date(jaar + 1, 5, 1), date(jaar + 1, 7, 31))
    for treffer in _VOLGEND_JAAR.finditer(tekst):
        yield treffer.start(), treffer.end(), (date(jaar + 1, 8, 1), date(jaar + 2, 7, 31))
    for treffer in _MOMENTEN.finditer(tekst):
        yield treffer.start(), treffer.end(), None


def _vakantie(ervoor: str, naam: str, jaar: int) -> Looptijd:
    (erbij, maand, dag), (erbij_tot, maand_tot, dag_tot) = _VAKANTIES[naam]
    eerste, laatste = date(jaar + erbij, maand, dag), date(jaar + erbij_tot, maand_tot, dag_tot)
    if _VOOR.search(ervoor):
        return eerste - timedelta(days=14), laatste
    if _NA.search(ervoor):
        return eerste, laatste + timedelta(days=21)
    return eerste, laatste


def _staart(tekst: str, einde: int) -> str:
    return tekst[max(0, einde - 20) : einde]
