"""Days without lessons: the school's own holidays and study days, and the days that are free everywhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lti_tool.hgw.datums import dag_tekst, geloofwaardig
from lti_tool.hgw.lesuren import Bezwaar

VRIJ_TEN_HOOGSTE = 100
NAAM_LANGSTE = 60
# the summer is the longest; longer is a slip in the year
_DAGEN_LANGSTE = 70
_ZATERDAG = 6
_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Vrij:
    """A stretch of days without lessons; the first and the last day belong to it."""

    naam: str
    van: date
    tot: date

    def __str__(self) -> str:
        return f"{self.naam} {reeks_tekst(self.van, self.tot)}"


def reeks_tekst(van: date, tot: date) -> str:
    """Days without their year: "3 november", "17 t/m 25 oktober", "19 december t/m 3 januari"."""
    if van == tot:
        return dag_tekst(van)
    eerste = str(van.day) if (van.year, van.month) == (tot.year, tot.month) else dag_tekst(van)
    return f"{eerste} t/m {dag_tekst(tot)}"


def keur_vrij(rijen: Sequence[Mapping[str, object]]) -> tuple[tuple[Vrij, ...], tuple[Bezwaar, ...]]:
    """What can be read of rows with naam, van and tot ("2026-10-17"; no tot: one day), and all that is wrong.

    In order of time. An empty row is no holiday.
    """
    gelezen: list[tuple[int, Vrij]] = []
    bezwaren: list[Bezwaar] = []
    for nummer, rij in enumerate(rijen):
        naam, van, tot = (" ".join(str(rij.get(veld) or "").split()) for veld in ("naam", "van", "tot"))
        if not (naam or van or tot):
            continue
        deel, gevonden = _keur(naam, van, tot)
        bezwaren += [(nummer, veld, melding) for veld, melding in gevonden]
        if deel is not None:
            gelezen.append((nummer, deel))
    gelezen.sort(key=lambda paar: (paar[1].van, paar[1].tot))
    langste: Vrij | None = None
    for nummer, vrij in gelezen:
        if langste is not None and vrij.van <= langste.tot:
            bezwaren.append((nummer, "van", f"Deze dagen vallen samen met: {langste}."))
        langste = vrij if langste is None or vrij.tot > langste.tot else langste
    if len(gelezen) > VRIJ_TEN_HOOGSTE:
        bezwaren.append((gelezen[0][0], "", f"Meer dan {VRIJ_TEN_HOOGSTE} regels kan niet. Haal oude weg."))
    return tuple(vrij for _, vrij in gelezen), tuple(sorted(bezwaren, key=lambda bezwaar: bezwaar[0]))


def _keur(naam: str, van: str, tot: str) -> tuple[Vrij | None, list[tuple[str, str]]]:
    bezwaren = []
    if not naam:
        bezwaren.append(("naam", "Geef deze vrije dagen een naam."))
    elif len(naam) > NAAM_LANGSTE:
        bezwaren.append(("naam", f"Gebruik hoogstens {NAAM_LANGSTE} tekens."))
    eerste, laatste = _lees(van), _lees(tot or van)
    if eerste is None:
        bezwaren.append(("van", "Vul een datum in."))
    if tot and laatste is None:
        bezwaren.append(("tot", "Vul een datum in, of laat dit leeg voor één dag."))
    if eerste and laatste and laatste < eerste:
        bezwaren.append(("tot", "De laatste dag komt vóór de eerste."))
    elif eerste and laatste and (laatste - eerste).days >= _DAGEN_LANGSTE:
        bezwaren.append(("tot", f"Dit is langer dan {_DAGEN_LANGSTE} dagen. Kijk het jaartal na."))
    if bezwaren or eerste is None or laatste is None:
        return None, bezwaren
    return Vrij(naam, eerste, laatste), []


def _lees(tekst: str) -> date | None:
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return None
    return dag if geloofwaardig(dag) else None


def feestdagen(jaar: int) -> tuple[Vrij, ...]:
    """The days of a calendar year on which no Dutch school has lessons."""
    pasen = _paaszondag(jaar)
    koningsdag = date(jaar, 4, 27)
    dagen = {
        "Nieuwjaarsdag": date(jaar, 1, 1),
        "tweede paasdag": pasen + _DAG,
        # on a Sunday it is the day before
        "Koningsdag": koningsdag - _DAG * (koningsdag.isoweekday() == _ZATERDAG + 1),
        "Hemelvaartsdag": pasen + 39 * _DAG,
        "tweede pinksterdag": pasen + 50 * _DAG,
        "eerste kerstdag": date(jaar, 12, 25),
        "tweede kerstdag": date(jaar, 12, 26),
    }
    return tuple(sorted((Vrij(naam, dag, dag) for naam, dag in dagen.items()), key=lambda vrij: vrij.van))


def vrij_in(eigen: Iterable[Vrij], van: date, tot: date) -> tuple[Vrij, ...]:
    """The school's days off and those of all schools, as far as lessons fall out from `van` to `tot`."""
    eigen = tuple(eigen)
    elders = [vrij for jaar in range(van.year, tot.year + 1) for vrij in feestdagen(jaar)]
    overal = [feest for feest in elders if not any(vrij.van <= feest.van <= vrij.tot for vrij in eigen)]
    raakt = [v for v in (*eigen, *overal) if any(d.isoweekday() < _ZATERDAG for d in dagen([v], van, tot))]
    return tuple(sorted(raakt, key=lambda vrij: (vrij.van, vrij.tot)))


def dagen(vrij: Iterable[Vrij], van: date, tot: date) -> frozenset[date]:
    """Each free day from `van` up to and including `tot`."""
    return frozenset(
        eerste + nummer * _DAG
        for deel in vrij
        for eerste in [max(van, deel.van)]
        for nummer in range((min(tot, deel.tot) - eerste).days + 1)
    )


def _paaszondag(jaar: int) -> date:
    """Easter in the Gregorian calendar, counted as the church does: after the first full moon of spring."""
    gulden, eeuw = jaar % 19, jaar // 100
    maan = (eeuw - eeuw // 4 - (8 * eeuw + 13) // 25 + 19 * gulden + 15) % 30
    maan -= maan // 28 * (1 - maan // 28 * (29 // (maan + 1)) * ((21 - gulden) // 11))
    weekdag = (jaar + jaar // 4 + maan + 2 - eeuw + eeuw // 4) % 7
    afstand = maan - weekdag
    maand = 3 + (afstand + 40) // 44
    return date(jaar, maand, afstand + 28 - 31 * (maand // 4))
