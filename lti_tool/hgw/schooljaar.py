"""School years, and the dates of a cycle inside them: proposed, checked and halved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lti_tool.hgw.platformdatums import datum_tekst, geloofwaardig, lees_platformdatum

# A plan that runs longer wants a halfway evaluation.
_TIEN_WEKEN = timedelta(weeks=10)
# A course this short is itself one period; a longer one holds several cycles.
_HALFJAAR = timedelta(weeks=26)
# Less than this is left over when a course only just touches a period.
_KORTSTE = timedelta(weeks=4)
# A course that begins later than this has a date that nobody meant.
_VOORUIT = timedelta(days=366)


class OngeldigeKalender(ValueError):  # noqa: N818 - "ongeldig" says that it is an error
    """The periods in the configuration make no sense; the message says what is wrong."""


@dataclass(frozen=True)
class Periode:
    """Proposed dates; ``nummer`` counts from 1 in the school year, ``toelichting`` says where from."""

    begin: date
    eind: date
    nummer: int
    toelichting: str


@dataclass(frozen=True)
class Schooljaar:
    """A school year, named after the calendar year it begins in: 1 August to 31 July."""

    begin_jaar: int

    @property
    def begin(self) -> date:
        return date(self.begin_jaar, 8, 1)

    @property
    def eind(self) -> date:
        return date(self.begin_jaar + 1, 7, 31)

    def __str__(self) -> str:
        return f"{self.begin_jaar}-{self.begin_jaar + 1}"


def schooljaar_van(dag: date) -> Schooljaar:
    """The school year that a day falls in."""
    return Schooljaar(dag.year if dag.month >= 8 else dag.year - 1)


def controleer_cyclus(begin: date, eind: date) -> tuple[str, ...]:
    """What is wrong with the dates of a cycle, in Dutch; nothing when they are good."""
    if not (geloofwaardig(begin) and geloofwaardig(eind)):
        return ("Kijk het jaartal na.",)
    if begin >= eind:
        return ("De einddatum moet na de begindatum liggen.",)
    schooljaar = schooljaar_van(begin)
    if eind > schooljaar.eind:
        return (
            f"Een cyclus valt in één schooljaar. Schooljaar {schooljaar} loopt tot en met "
            f"{datum_tekst(schooljaar.eind)}.",
        )
    return ()


def tussenevaluatie_voor(begin: date, eind: date) -> date | None:
    """The proposed day of a halfway evaluation, never in a weekend; None up to ten weeks."""
    if eind - begin <= _TIEN_WEKEN:
        return None
    halverwege = begin + (eind - begin) / 2
    return halverwege - timedelta(days=max(0, halverwege.weekday() - 4))


def stel_cyclus_voor(
    vandaag: date,
    cursus_begin: str | None,
    cursus_eind: str | None,
    periodes: Sequence[Mapping[str, str]],
) -> Periode:
    """Propose the current cycle, or the first one of a course that is still to begin.

    Course dates are ISO texts as the platform sends them, absent or odd ones are passed over;
    ``periodes`` holds ``{"begin": "08-01", "eind": "11-30"}``, one per period of a school year,
    in order. Raises OngeldigeKalender.
    """
    cursus = _lees_cursus(vandaag, cursus_begin, cursus_eind)
    if cursus is None:
        periode = _kalenderperiode(vandaag, periodes)
        return Periode(*periode, f"Periode {periode[2]} van de schoolkalender.")
    begin, eind = cursus
    peildag = max(vandaag, begin)
    van, tot, nummer = _kalenderperiode(peildag, periodes)
    if eind - begin <= _HALFJAAR and not controleer_cyclus(begin, eind):
        midden = begin + (eind - begin) / 2
        nummer = _kalenderperiode(midden, periodes)[2]
        return Periode(begin, eind, nummer, f"Volgens de data van de cursus: {_tekst(begin, eind)}.")
    geknipt = max(van, begin), min(tot, eind)
    if geknipt == (van, tot) or geknipt[1] - geknipt[0] < _KORTSTE:
        return Periode(van, tot, nummer, f"Periode {nummer} van de schoolkalender.")
    uitleg = f"Periode {nummer} van de schoolkalender, binnen de data van de cursus: {_tekst(begin, eind)}."
    return Periode(*geknipt, nummer, uitleg)


def _lees_cursus(vandaag: date, begin_tekst: str | None, eind_tekst: str | None) -> tuple[date, date] | None:
    """Course dates that can be believed: both there, in order, not over and not far ahead."""
    begin, eind = lees_platformdatum(begin_tekst), lees_platformdatum(eind_tekst)
    if begin is None or eind is None or begin >= eind:
        return None
    # Courses are copied from year to year: the old dates often stay behind.
    if eind < vandaag or begin - vandaag > _VOORUIT:
        return None
    return begin, eind


def _kalenderperiode(dag: date, periodes: Sequence[Mapping[str, str]]) -> tuple[date, date, int]:
    """The period a day falls in; in a gap (a holiday) the next one."""
    jaar = schooljaar_van(dag)
    for schooljaar in (jaar, Schooljaar(jaar.begin_jaar + 1)):
        for begin, eind, nummer in _lees_periodes(schooljaar, periodes):
            if dag <= eind:
                return begin, eind, nummer
    raise OngeldigeKalender("er staat geen periode in de schoolkalender")


def _lees_periodes(
    schooljaar: Schooljaar, periodes: Sequence[Mapping[str, str]]
) -> list[tuple[date, date, int]]:
    gelezen: list[tuple[date, date, int]] = []
    for nummer, periode in enumerate(periodes, start=1):
        begin, eind = (_lees_dag(schooljaar, periode.get(naam)) for naam in ("begin", "eind"))
        if begin >= eind or (gelezen and begin <= gelezen[-1][1]):
            raise OngeldigeKalender(f"periode {nummer}: de dagen staan niet op volgorde")
        gelezen.append((begin, eind, nummer))
    return gelezen


def _lees_dag(schooljaar: Schooljaar, tekst: object) -> date:
    try:
        maand, dag = (int(deel) for deel in str(tekst).split("-"))
        return date(schooljaar.begin_jaar + (maand < 8), maand, dag)
    except ValueError as fout:
        raise OngeldigeKalender(f"{tekst!r} is geen dag als maand-dag, bijvoorbeeld 08-24") from fout


def _tekst(begin: date, eind: date) -> str:
    return f"{datum_tekst(begin)} tot en met {datum_tekst(eind)}"
