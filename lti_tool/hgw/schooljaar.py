"""School years, and the dates of a cycle inside them."""

from dataclasses import dataclass
from datetime import date, timedelta

from lti_tool.hgw.datums import datum_tekst, geloofwaardig

# A plan that runs longer wants a halfway evaluation.
_TIEN_WEKEN = timedelta(weeks=10)


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
