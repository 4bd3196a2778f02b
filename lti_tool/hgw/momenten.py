"""Moments in a Dutch text: dates, weeks, months, holidays, "over zes weken", "in de toetsweek"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lti_tool.hgw.doeltekst import GETALWOORDEN
from lti_tool.hgw.schooljaar import schooljaar_van
from lti_tool.hgw.schoolmomenten import Looptijd, schoolmomenten

_MAANDNAMEN = {
    1: "januari januarie jan",
    2: "februari febuari feburari febr feb",
    3: "maart mrt",
    4: "april apr",
    5: "mei",
    6: "juni jun",
    7: "juli jul",
    8: "augustus aug",
    9: "september sept sep",
    10: "oktober october okt oct",
    11: "november nov",
    12: "december dec",
}
_MAAND_VAN = {naam: nummer for nummer, namen in _MAANDNAMEN.items() for naam in namen.split()}
_MAAND = "(" + "|".join(sorted(_MAAND_VAN, key=len, reverse=True)) + r")(?![\w])\.?"
_JAAR = r"(?:\s{1,2}(20\d\d|'\d\d)(?!\w))?"

_DAG_MAAND = re.compile(r"(?<![\w,.])(\d{1,2})(?:e|de|ste)?\s{0,2}" + _MAAND + _JAAR)
_JAAR_EERST = re.compile(r"(?<!\d)(20\d\d)-(\d{1,2})-(\d{1,2})(?!\d)")
_CIJFERS_JAAR = re.compile(r"(?<![\d,.])(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?'?(20\d\d|\d\d)(?!\d)")
_CIJFERS = re.compile(r"(?<![\w,./-])(\d{1,2})[-/](\d{1,2})(?![\w,./%-]*\d)(?!\s?%)")
_MAAND_LOS = re.compile(r"(?<!\w)(?:(begin|half|midden|medio|eind|einde)\s{1,2}(?:van\s)?)?" + _MAAND + _JAAR)
_WEEK = re.compile(
    r"(?<!\w)(?:week|weeknr|wk)\.?\s{0,2}(\d{1,2})(?![\d.,]*\d|%|x|\w)(?!\s(?:keer|maal|van|goed|x)\b)"
)
_OVER = re.compile(
    r"(?<!\w)(over|binnen|na|in)\s{1,2}(?:de\s)?(?:komende\s)?(\d{1,2}|een half|half|een paar|enkele|"
    + "|".join(GETALWOORDEN)
    + r")\s{0,2}-?(dag|dagen|weken|week|wkn|wk|lesweken|maanden|maand|mnd|jaar|schooljaar|lessen)(?!\w)"
)

_DATUMWOORD = re.compile(r"(?<!\w)(?:voor|tot|t/m|uiterlijk|tegen|per|op|rond|d\.d\.|dd)\.?\s{1,2}(?:de\s)?$")
_UITERLIJK = re.compile(r"(?<!\w)(?:voor|t/m|uiterlijk|tegen)\.?\s{1,2}(?:(?:op|de|het)\s)?$")
_GEWOONTE = re.compile(r"(?<!\w)(?:per|elke|iedere|de|een|p\.)\s{0,2}$")
_VERLEDEN = re.compile(r"(?<!\w)sinds\s{1,2}(?:de\s|het\s)?$")
_VERWIJZING = re.compile(
    r"(?<!\w)(?:blz|bladz|pag|p|par|opg|opgave|opgaven|som|sommen|vraag|vragen|hst|h|les|nr|ex)\.?\s{0,2}$"
)
_EENHEID = re.compile(
    r"\s{0,2}(?:x|keer|maal|goed|juist|vragen|sommen|opgaven|opdrachten|lessen|punten|zinnen|woorden|min|minuten|"
    r"dagen|uur|weken|leerlingen|lln|fouten|boeken|vakken|personen|blz|toetsen|alinea's)(?!\w)"
)
_DAGEN = {
    "dag": 1,
    "dagen": 1,
    "lessen": 2,
    "maand": 30,
    "maanden": 30,
    "mnd": 30,
    "jaar": 365,
    "schooljaar": 330,
}


@dataclass(frozen=True)
class Moment:
    """A moment that a text names: its place in the text and the days that it can mean.

    ``eerste`` is None for a moment that only the school knows (test week, report). ``zeker`` is False where
    the words may mean something else, such as 2-3; such a moment is never called wrong. ``uiterlijk`` says
    that a word such as "vóór" makes it a deadline.
    """

    begin: int
    einde: int
    eerste: date | None = None
    laatste: date | None = None
    zeker: bool = True
    uiterlijk: bool = False

    def buiten(self, periode: Looptijd) -> bool:
        """Whether no day that it can mean lies in the period (first day, last day)."""
        if self.eerste is None or self.laatste is None or not self.zeker:
            return False
        return self.eerste > periode[1] or self.laatste < periode[0]


def momenten(vlakke_tekst: str, periode: Looptijd) -> list[Moment]:
    """All moments in a folded text (``doeltekst.vlak``), without overlap; years follow from the period."""
    gevonden: list[Moment] = []
    bezet = bytearray(len(vlakke_tekst))
    for zoeker in (_met_maand, _met_cijfers, _weken, _over, _school):
        for moment in zoeker(vlakke_tekst, periode):
            if any(bezet[moment.begin : moment.einde]):
                continue
            if not _VERLEDEN.search(vlakke_tekst[max(0, moment.begin - 12) : moment.begin]):
                gevonden.append(moment)
            bezet[moment.begin : moment.einde] = b"x" * (moment.einde - moment.begin)
    return sorted(gevonden, key=lambda moment: moment.begin)


def _met_maand(tekst: str, periode: Looptijd) -> Iterator[Moment]:
    for treffer in _DAG_MAAND.finditer(tekst):
        maand = _MAAND_VAN[treffer[2]]
        dag = _dag(_jaar(treffer[3], maand, periode), maand, int(treffer[1]))
        if dag:
            yield _op(tekst, treffer, dag, dag)
    for treffer in _MAAND_LOS.finditer(tekst):
        maand = _MAAND_VAN[treffer[2]]
        eerste, laatste = _maanddeel(treffer[1], _jaar(treffer[3], maand, periode), maand)
        # "jan" or "dec" by itself may be a name or a short word.
        yield _op(
            tekst,
            treffer,
            eerste,
            laatste,
            zeker=bool(treffer[1]) or len(treffer[2]) > 4 or treffer[2] == "juni",
        )


def _met_cijfers(tekst: str, periode: Looptijd) -> Iterator[Moment]:
    for treffer in _JAAR_EERST.finditer(tekst):
        dag = _dag(int(treffer[1]), int(treffer[2]), int(treffer[3]))
        if dag:
            yield _op(tekst, treffer, dag, dag)
    for treffer in _CIJFERS_JAAR.finditer(tekst):
        dag = _dag(int(treffer[3]) % 100 + 2000, int(treffer[2]), int(treffer[1]))
        if dag:
            yield _op(tekst, treffer, dag, dag)
    for treffer in _CIJFERS.finditer(tekst):
        dagnummer, maand = int(treffer[1]), int(treffer[2])
        dag = _dag(_jaar(None, maand, periode), maand, dagnummer)
        ervoor, erna = (
            tekst[max(0, treffer.start() - 14) : treffer.start()],
            tekst[treffer.end() : treffer.end() + 14],
        )
        if not dag or _EENHEID.match(erna) or _VERWIJZING.search(ervoor):
            continue
        # 4/5 and 2-3 look like a share or a range, unless a word such as "uiterlijk" stands before it.
        if dagnummer > maand or _DATUMWOORD.search(ervoor):
            los = not erna.strip() or not erna.strip()[0].isalnum()
            yield _op(
                tekst,
                treffer,
                dag,
                dag,
                zeker=bool(_DATUMWOORD.search(ervoor)) and (dagnummer > maand or los),
            )


def _weken(tekst: str, periode: Looptijd) -> Iterator[Moment]:
    for treffer in _WEEK.finditer(tekst):
        if _GEWOONTE.search(tekst[max(0, treffer.start() - 8) : treffer.start()]):
            continue  # "per week 12 woorden"
        week = int(treffer[1])
        try:
            maandag = date.fromisocalendar(schooljaar_van(periode[0]).begin_jaar + (week < 31), week, 1)
        except ValueError:
            continue
        yield _op(tekst, treffer, maandag, maandag + timedelta(days=6))


def _over(tekst: str, periode: Looptijd) -> Iterator[Moment]:
    for treffer in _OVER.finditer(tekst):
        aantal, eenheid = treffer[2], treffer[3]
        if treffer[1] == "in" and aantal == "een":
            continue  # "3x in een week" is how often
        keer = (
            0.5
            if aantal.endswith("half")
            else GETALWOORDEN.get(aantal, int(aantal) if aantal.isdigit() else 2)
        )
        dagen = timedelta(days=int(keer * _DAGEN.get(eenheid, 7)))
        # When it was written isn't known: on the first day at the earliest.
        eerste = periode[0] if treffer[1] in ("binnen", "in") else _plus(periode[0], dagen)
        yield _op(tekst, treffer, eerste, date.max)


def _school(tekst: str, periode: Looptijd) -> Iterator[Moment]:
    for begin, einde, dagen in schoolmomenten(tekst, periode):
        eerste, laatste = dagen or (None, None)
        yield Moment(begin, einde, eerste, laatste, uiterlijk=_is_uiterlijk(tekst, begin))


def _op(tekst: str, treffer: re.Match[str], eerste: date, laatste: date, *, zeker: bool = True) -> Moment:
    # "voor 1 april" is still right in a period that ends on 31 March.
    eerste = _plus(eerste, timedelta(days=-1))
    uiterlijk = _is_uiterlijk(tekst, treffer.start())
    return Moment(treffer.start(), treffer.end(), eerste, laatste, zeker, uiterlijk)


def _is_uiterlijk(tekst: str, begin: int) -> bool:
    return bool(_UITERLIJK.search(tekst[max(0, begin - 20) : begin]))


def _jaar(tekst: str | None, maand: int, periode: Looptijd) -> int:
    if tekst:
        return int(tekst.lstrip("'")) % 100 + 2000
    return schooljaar_van(periode[0]).begin_jaar + (maand < 8)


def _dag(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def _maanddeel(deel: str | None, jaar: int, maand: int) -> tuple[date, date]:
    laatste = date(jaar + maand // 12, maand % 12 + 1, 1) - timedelta(days=1)
    van, tot = {"begin": (1, 12), "eind": (19, 31), "einde": (19, 31), None: (1, 31)}.get(deel, (9, 21))
    return date(jaar, maand, van), min(laatste, date(jaar, maand, min(tot, laatste.day)))


def _plus(dag: date, verschil: timedelta) -> date:
    try:
        return dag + verschil
    except OverflowError:
        return dag
