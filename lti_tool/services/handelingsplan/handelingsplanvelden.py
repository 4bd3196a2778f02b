"""What stands in a handelingsplan: its fields, the parents' agreement, help of the care team."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst, geloofwaardig
from lti_tool.hgw.handelingsplan import Veld
from lti_tool.models import Handelingsplan, Handelingsplanveld, Persoon, nu
from lti_tool.services import versies
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.handelingsplan import handelingsplanvorm
from lti_tool.services.handelingsplan.handelingsplannen import Planplaats, noteer
from lti_tool.services.teksten import platte_tekst
from lti_tool.services.tijd import vandaag

# how parents agreed; "": not yet
AKKOORD = {"": "nog niet", "ondertekend": "ondertekend", "mondeling": "mondeling"}
NAAM_LANGSTE = 120


@dataclass(frozen=True)
class Akkoord:
    """As it is given; with no `wijze` the rest is left aside."""

    wijze: str
    naam: str
    op: str


def velden(session: Session, plan: Handelingsplan) -> dict[str, Handelingsplanveld]:
    """Key -> field; one in which nothing was ever written is left out."""
    gevonden = session.scalars(select(Handelingsplanveld).filter_by(handelingsplan_id=plan.id))
    return {veld.veld: veld for veld in gevonden}


def leesbaar(veld: Veld, waarde: str) -> str:
    """What stands in a field as people read it: a date in words."""
    return datum_tekst(date.fromisoformat(waarde)) if veld.soort == "datum" and waarde else waarde


def bewaar_veld(
    session: Session, plaats: Planplaats, sleutel: str, waarde: str, versie: int, door: Persoon
) -> Handelingsplanveld:
    """Save one field over the version that the writer saw (0: never written). The same is no change.

    Raises NietGevonden, Gesloten, OngeldigeWaarde, or Conflict with the `waarde` that stands there.
    """
    eis_open(plaats.cyclus)
    veld = handelingsplanvorm.vorm(plaats.groep.soort).zoek(sleutel)
    if veld is None:
        raise NietGevonden("Dit veld hoort niet bij dit handelingsplan.")
    tekst = _schoon(veld, waarde)
    rij = velden(session, plaats.plan).get(sleutel)
    if rij is None:
        rij = Handelingsplanveld(handelingsplan_id=plaats.plan.id, veld=sleutel, waarde="", versie=0)
        if not tekst:
            return rij  # nothing stood there and nothing was written
        if not versies.voeg_toe(session, rij):
            rij = velden(session, plaats.plan)[sleutel]
    oud = rij.waarde
    if oud == tekst:
        return rij
    if not versies.schrijf(session, rij, versie, door, waarde=tekst):
        raise versies.conflict(session, rij, f"“{veld.naam}”", waarde=rij.waarde)
    noteer(session, plaats, door, f"{veld.naam}: {oud}" if oud else "", f"{veld.naam}: {tekst or 'leeg'}")
    session.flush()
    return rij


def bewaar_akkoord(
    session: Session, plaats: Planplaats, akkoord: Akkoord, versie: int, door: Persoon
) -> None:
    """Record how parents agreed, who and when, or that they didn't yet. The same is no change.

    Raises Gesloten, OngeldigeWaarde, or Conflict with the agreement that stands there.
    """
    eis_open(plaats.cyclus)
    plan = plaats.plan
    nieuw = _schoon_akkoord(akkoord)
    oud = (plan.akkoord_wijze, plan.akkoord_naam, plan.akkoord_op)
    if oud == nieuw:
        return
    wijze, naam, op = nieuw
    if not versies.schrijf(
        session, plan, versie, door, akkoord_wijze=wijze, akkoord_naam=naam, akkoord_op=op
    ):
        raise versies.conflict(session, plan, "het akkoord van ouders", **akkoordstand(plan))
    noteer(session, plaats, door, _in_woorden(*oud), _in_woorden(*nieuw))
    session.flush()


def akkoordstand(plan: Handelingsplan) -> dict[str, str]:
    """The agreement as the page's script knows it."""
    return {
        "wijze": plan.akkoord_wijze,
        "naam": plan.akkoord_naam,
        "akkoord_op": plan.akkoord_op.isoformat() if plan.akkoord_op else "",
    }


def vraag_hulp(session: Session, plaats: Planplaats, aan: bool, door: Persoon) -> None:
    """Record that the care team's help was asked for, or take that back. Twice is once. Raises Gesloten."""
    eis_open(plaats.cyclus)
    if aan == (plaats.plan.hulp_gevraagd_op is not None):
        return
    plaats.plan.hulp_gevraagd_op = nu() if aan else None
    noteer(session, plaats, door, "", f"Hulp van het zorgteam {'gevraagd' if aan else 'niet meer gevraagd'}")
    session.flush()


def _schoon(veld: Veld, waarde: str) -> str:
    if veld.soort != "datum":
        return platte_tekst(waarde, f"“{veld.naam}”")
    return _dag(waarde, veld.naam).isoformat() if waarde.strip() else ""


def _schoon_akkoord(akkoord: Akkoord) -> tuple[str, str, date | None]:
    if akkoord.wijze not in AKKOORD:
        raise OngeldigeWaarde("Kies: nog niet, ondertekend of mondeling.", ", ".join(AKKOORD.values()))
    if not akkoord.wijze:
        return "", "", None
    naam = " ".join(platte_tekst(akkoord.naam, "De naam", NAAM_LANGSTE).split())
    if not naam:
        raise OngeldigeWaarde("Schrijf op wie akkoord gaf.")
    return akkoord.wijze, naam, _dag(akkoord.op, "de dag van het akkoord")


def _dag(tekst: str, wat: str) -> date:
    """A day up to today: it says when something was done. Raises OngeldigeWaarde."""
    try:
        dag = date.fromisoformat(tekst.strip())
    except ValueError:
        raise OngeldigeWaarde(f"Vul een datum in bij {wat}.", "een datum") from None
    if not geloofwaardig(dag) or dag > vandaag():
        raise OngeldigeWaarde(f"De datum bij {wat} kan niet later zijn dan vandaag, of klopt niet.")
    return dag


def _in_woorden(wijze: str, naam: str, op: date | None) -> str:
    wanneer = f" op {datum_tekst(op)}" if op else ""
    return f"Akkoord van ouders: {AKKOORD[wijze]}{f', {naam}' if naam else ''}{wanneer}"
