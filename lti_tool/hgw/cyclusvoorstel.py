"""The proposal for the dates of a group's next cycle, so that nobody has to type them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.platformdatums import lees_platformdatum
from lti_tool.hgw.schooljaar import Schooljaar, controleer_cyclus, schooljaar_van

# A course this short is itself one period; a longer one holds several cycles.
_HALFJAAR = timedelta(weeks=26)
# Less than this is left over when a course only just touches a period.
_KORTSTE = timedelta(weeks=4)
# A course that begins later than this has a date that nobody meant.
_VOORUIT = timedelta(days=366)


class OngeldigeKalender(ValueError):
    """The periods in the configuration make no sense; the message says what is wrong."""


@dataclass(frozen=True)
class Periode:
    """Proposed dates; ``nummer`` counts from 1 in the school year, ``toelichting`` says where from."""

    begin: date
    eind: date
    nummer: int
    toelichting: str


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
