"""The halfway evaluation of a plan: its day, what came of it, and when it was done."""

from datetime import date

from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.schooljaar import tussenevaluatie_voor
from lti_tool.models import Cyclus, Groepsplan, Onderwerp, Persoon, nu
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.teksten import platte_tekst


def voorstel(cyclus: Cyclus) -> date | None:
    """The day to propose; None for a plan of at most ten weeks, which needs none."""
    return tussenevaluatie_voor(cyclus.begin, cyclus.eind)


def bewaar(
    session: Session,
    cyclus: Cyclus,
    plan: Groepsplan,
    dag: date | None,
    verslag: str,
    gedaan: bool,
    versie: int,
    door: Persoon,
) -> None:
    """Set the day, the report and whether it was done, over the version of the plan that was seen.

    The same again is no change. Raises Gesloten, OngeldigeWaarde or Conflict.
    """
    eis_open(cyclus)
    tekst = platte_tekst(verslag, "Het verslag")
    if dag is not None and not cyclus.begin <= dag <= cyclus.eind:
        periode = f"van {datum_tekst(cyclus.begin)} tot en met {datum_tekst(cyclus.eind)}"
        raise OngeldigeWaarde(f"Kies een dag in de cyclus: {periode}.")
    was_gedaan = plan.halverwege_gedaan_op is not None
    if (plan.halverwege, plan.halverwege_verslag, was_gedaan) == (dag, tekst, gedaan):
        return
    oud = _in_woorden(plan)
    gedaan_op = (plan.halverwege_gedaan_op or nu()) if gedaan else None
    if not versies.schrijf(
        session,
        plan,
        versie,
        door,
        halverwege=dag,
        halverwege_verslag=tekst,
        halverwege_gedaan_op=gedaan_op,
    ):
        raise versies.conflict(
            session, plan, "het plan", verslag=plan.halverwege_verslag, stand=_in_woorden(plan)
        )
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.PLAN, door, oud, _in_woorden(plan))
    session.flush()


def _in_woorden(plan: Groepsplan) -> str:
    """As the history tells it: not what the report says."""
    delen = [f"Evaluatie halverwege op {datum_tekst(plan.halverwege)}"] if plan.halverwege else []
    if plan.halverwege_verslag:
        delen.append(f"verslag van {len(plan.halverwege_verslag)} tekens")
    if plan.halverwege_gedaan_op:
        delen.append("gedaan")
    return ", ".join(delen)
