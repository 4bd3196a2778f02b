"""How one row of the plan went: carried out, profit, decision, successes, and what pupils say of it."""

from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.evaluatie import BESLUITEN, JA_DEELS_NEE
from lti_tool.models import Cyclus, Groep, Groepsplan, Onderwerp, Persoon, Planevaluatie, Planregel
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.teksten import platte_tekst


@dataclass(frozen=True)
class Rijuitslag:
    """`uitgevoerd`, `geprofiteerd` and `besluit`: keys of hgw.evaluatie; the others are texts."""

    uitgevoerd: str = ""
    reden: str = ""
    geprofiteerd: str = ""
    besluit: str = ""
    successen: str = ""
    leerlingen: str = ""


# field -> what its question is called, in messages and in the history
VELDNAMEN = {
    "uitgevoerd": "Uitgevoerd",
    "reden": "Waarom niet (helemaal)",
    "geprofiteerd": "Leerlingen hadden er iets aan",
    "besluit": "Besluit",
    "successen": "Dit lukte",
    "leerlingen": "Dit zeggen de leerlingen",
}
KEUZES = {"uitgevoerd": JA_DEELS_NEE, "geprofiteerd": JA_DEELS_NEE, "besluit": BESLUITEN}


@dataclass(frozen=True)
class Rijplaats:
    """A row of a plan, with where it stands."""

    groep: Groep
    cyclus: Cyclus
    regel: Planregel


def zoek(session: Session, groep: Groep, planregel_id: int) -> Rijplaats:
    """Raises NietGevonden when the row isn't this group's, or was taken out of the plan."""
    vraag = (
        select(Planregel, Cyclus)
        .join(Groepsplan, Groepsplan.id == Planregel.plan_id)
        .join(Cyclus, Cyclus.id == Groepsplan.cyclus_id)
        .where(Planregel.id == planregel_id, Cyclus.groep_id == groep.id, Planregel.verwijderd_op.is_(None))
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Deze rij staat niet (meer) in het plan.")
    return Rijplaats(groep, rij.Cyclus, rij.Planregel)


def bewaar(
    session: Session, plaats: Rijplaats, uitslag: Rijuitslag, versie: int, door: Persoon
) -> Planevaluatie:
    """Save how a row went, over the version that the writer saw (0: never saved).

    The same again is no change. Raises Gesloten, OngeldigeWaarde or Conflict.
    """
    eis_open(plaats.cyclus)
    nieuw = _schoon(uitslag)
    rij = van_rij(session, plaats.regel.id)
    if rij is None:
        rij = Planevaluatie(planregel_id=plaats.regel.id, versie=0, **asdict(Rijuitslag()))
        if nieuw == Rijuitslag():
            return rij
        if not versies.voeg_toe(session, rij):
            rij = van_rij(session, plaats.regel.id) or rij
    oud = uitslag_van(rij)
    if oud == nieuw:
        return rij
    if not versies.schrijf(session, rij, versie, door, **asdict(nieuw)):
        raise versies.conflict(session, rij, "deze evaluatie", **asdict(uitslag_van(rij)))
    geschiedenis.noteer(
        session, plaats.groep, Onderwerp.EVALUATIE, door, in_woorden(oud, nieuw), in_woorden(nieuw, oud)
    )
    session.flush()
    return rij


def van_rij(session: Session, planregel_id: int) -> Planevaluatie | None:
    """What was said of this row; None before anything was."""
    return session.scalars(select(Planevaluatie).filter_by(planregel_id=planregel_id)).one_or_none()


def uitslag_van(rij: Planevaluatie | None) -> Rijuitslag:
    """What is kept, as it would be given."""
    if rij is None:
        return Rijuitslag()
    return Rijuitslag(**{veld: getattr(rij, veld) for veld in VELDNAMEN})


def in_woorden(uitslag: Rijuitslag, andere: Rijuitslag) -> str:
    """What is different from the other one, a line for each question that has an answer."""
    waarden, anders = asdict(uitslag), asdict(andere)
    return "\n".join(
        f"{VELDNAMEN[veld]}: {KEUZES.get(veld, {}).get(waarde, waarde)}"
        for veld, waarde in waarden.items()
        if waarde and waarde != anders[veld]
    )


def _schoon(uitslag: Rijuitslag) -> Rijuitslag:
    for veld, keuzes in KEUZES.items():
        if getattr(uitslag, veld) not in keuzes:
            melding = f"{VELDNAMEN[veld]}: kies een van de antwoorden."
            raise OngeldigeWaarde(melding, ", ".join(keuzes.values()))
    teksten = {
        veld: platte_tekst(getattr(uitslag, veld), f"“{VELDNAMEN[veld]}”")
        for veld in ("reden", "successen", "leerlingen")
    }
    return Rijuitslag(
        uitgevoerd=uitslag.uitgevoerd, geprofiteerd=uitslag.geprofiteerd, besluit=uitslag.besluit, **teksten
    )
