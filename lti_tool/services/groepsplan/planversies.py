"""Fixing a plan: kept as it stood, back to draft, and how it differs from then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from lti_tool.hgw.tekstverschil import Stuk, verschil
from lti_tool.models import Cyclus, Groep, Groepsplan, Onderwerp, Persoon, Planversie, nu
from lti_tool.services import geschiedenis, versies
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.groepsplan.planbeeld import Planbeeld, Regelbeeld
from lti_tool.services.groepsplan.planlezen import doel_in_woorden


@dataclass(frozen=True)
class Verschilveld:
    """One field of a row as it stood then, and how it became what stands there now."""

    naam: str
    toen: str
    stukken: tuple[Stuk, ...]

    @property
    def gewijzigd(self) -> bool:
        return any(stuk.soort != "gelijk" for stuk in self.stukken)


@dataclass(frozen=True)
class Verschilrij:
    """A row of a fixed version beside the row of now. `stand`: gebleven | nieuw | weg."""

    naam: str
    domein: str
    stand: str
    velden: tuple[Verschilveld, ...]

    @property
    def gewijzigd(self) -> bool:
        return self.stand != "gebleven" or any(veld.gewijzigd for veld in self.velden)


def stel_vast(session: Session, groep: Groep, cyclus: Cyclus, door: Persoon) -> Planversie:
    """Fix the plan as it stands now. Raises NietGevonden, Gesloten, OngeldigeWaarde (no rows), Conflict."""
    eis_open(cyclus)
    plan = planlezen.zoek_plan(session, groep, cyclus)
    beeld = planlezen.lees(session, cyclus)
    if beeld is None or not beeld.rijen:
        raise OngeldigeWaarde("Dit plan heeft nog geen rijen. Voeg eerst een subgroep toe.")
    if plan.vastgesteld_op is not None:
        raise _al_vast(plan)
    op = nu()
    if not versies.schrijf(session, plan, plan.versie, door, vastgesteld_op=op, vastgesteld_door_id=door.id):
        raise _al_vast(plan)
    nummer = laatste_nummer(session, plan) + 1
    versie = Planversie(plan_id=plan.id, nummer=nummer, inhoud=momentopname(beeld), door_id=door.id, op=op)
    session.add(versie)
    _noteer(session, cyclus, door, "concept", f"vastgesteld, versie {nummer}")
    return versie


def maak_concept(session: Session, groep: Groep, cyclus: Cyclus, door: Persoon) -> bool:
    """Back to a draft. True: nothing had changed since, so the version goes too (an undo); else it is kept.

    Raises NietGevonden or Gesloten. A draft stays one.
    """
    eis_open(cyclus)
    plan = planlezen.zoek_plan(session, groep, cyclus)
    if plan.vastgesteld_op is None:
        return False
    beeld = planlezen.lees(session, cyclus)
    laatste = lijst(session, plan)[0]
    onveranderd = beeld is not None and momentopname(beeld) == laatste.inhoud
    versies.schrijf(session, plan, plan.versie, door, vastgesteld_op=None, vastgesteld_door_id=None)
    if onveranderd:
        session.delete(laatste)
    _noteer(session, cyclus, door, f"vastgesteld, versie {laatste.nummer}", "weer concept")
    return onveranderd


def lijst(session: Session, plan: Groepsplan) -> Sequence[Planversie]:
    """The fixed versions, newest first."""
    vraag = select(Planversie).where(Planversie.plan_id == plan.id).options(joinedload(Planversie.door))
    return session.scalars(vraag.order_by(Planversie.nummer.desc())).all()


def zoek(session: Session, plan: Groepsplan, nummer: int) -> Planversie:
    """The version with this number. Raises NietGevonden."""
    gevonden = next((versie for versie in lijst(session, plan) if versie.nummer == nummer), None)
    if gevonden is None:
        raise NietGevonden("Deze versie van het plan is er niet.")
    return gevonden


def laatste_nummer(session: Session, plan: Groepsplan) -> int:
    """The number of the newest fixed version; 0 before the first."""
    vraag = select(func.max(Planversie.nummer)).where(Planversie.plan_id == plan.id)
    return session.scalar(vraag) or 0


def momentopname(beeld: Planbeeld) -> dict[str, Any]:
    """A plan as plain data (JSON). Pupils are kept as rows of the overview: their names stay in one place."""
    plan = beeld.plan
    return {
        "kop": {
            "vorm": plan.vorm,
            "differentiatie": plan.differentiatie,
            "evaluatie_op": _dag(plan.evaluatie_op),
            "halverwege": _dag(plan.halverwege),
        },
        "kolommen": [{"sleutel": k.sleutel, "naam": k.naam, "soort": k.soort} for k in beeld.kolommen],
        "rijen": [_rij(rij) for rij in beeld.rijen],
    }


def verschillen(beeld: Planbeeld, versie: Planversie) -> tuple[Verschilrij, ...]:
    """Every row of then beside the row of now, in the order of now; rows that went come last."""
    toen = {rij["id"]: rij for rij in versie.inhoud["rijen"]}
    namen = {leerling.regel_id: leerling.naam for leerling in beeld.leerlingen}
    kolommen = _kolommen(beeld, versie)
    nu_ = [_verschil(toen.get(rij.id), _rij(rij), rij.naam, kolommen, namen) for rij in beeld.rijen]
    over = [rij for id_, rij in toen.items() if id_ not in {r.id for r in beeld.rijen}]
    return (*nu_, *(_verschil(rij, None, _naam(rij, namen), kolommen, namen) for rij in over))


def _kolommen(beeld: Planbeeld, versie: Planversie) -> dict[str, str]:
    """key -> name of the text columns of now, and of then where they went."""
    oud = {k["sleutel"]: k["naam"] for k in versie.inhoud["kolommen"] if k["soort"] == "tekst"}
    return {k.sleutel: k.naam for k in beeld.kolommen if k.soort == "tekst"} | oud


def _verschil(
    toen: dict[str, Any] | None,
    nu_: dict[str, Any] | None,
    naam: str,
    kolommen: dict[str, str],
    namen: dict[int, str],
) -> Verschilrij:
    stand = "nieuw" if toen is None else "weg" if nu_ is None else "gebleven"
    paren = [("Leerlingen", *(_leerlingen(rij, namen) for rij in (toen, nu_)))]
    paren += [("Doelen", *(_doelen(rij) for rij in (toen, nu_)))]
    paren += [
        (kolom, *((rij or {}).get("velden", {}).get(sleutel, "") for rij in (toen, nu_)))
        for sleutel, kolom in kolommen.items()
    ]
    velden = tuple(Verschilveld(kop, links, verschil(links, rechts)) for kop, links, rechts in paren)
    rij = nu_ or toen or {}
    return Verschilrij(naam, str(rij.get("domein", "")), stand, velden)


def _leerlingen(rij: dict[str, Any] | None, namen: dict[int, str]) -> str:
    if rij is None:
        return ""
    if rij["soort"] == "basis":
        return planlezen.HELE_GROEP
    return "\n".join(
        namen.get(regel_id, "een leerling die hier niet meer staat") for regel_id in rij["leerlingen"]
    )


def _doelen(rij: dict[str, Any] | None) -> str:
    return "\n".join(
        doel_in_woorden(
            d["tekst"], d["maat"], date.fromisoformat(d["voor_wanneer"]) if d["voor_wanneer"] else None
        )
        for d in (rij or {}).get("doelen", ())
    )


def _naam(rij: dict[str, Any], namen: dict[int, str]) -> str:
    if rij["soort"] == "basis":
        return planlezen.HELE_GROEP
    if rij["soort"] == "leerling":
        return namen.get(rij["regel_id"], "een leerling die hier niet meer staat")
    return str(rij["naam"])


def _rij(rij: Regelbeeld) -> dict[str, Any]:
    groep = rij.soort == "basis"
    return {
        "id": rij.id,
        "soort": rij.soort,
        "domein": rij.domein,
        # of one pupil the name stays in one place
        "naam": "" if rij.soort == "leerling" else rij.naam,
        "subgroep_id": rij.subgroep_id,
        "regel_id": rij.regel_id,
        "leerlingen": [] if groep else [leerling.regel_id for leerling in rij.leerlingen],
        "doelen": [
            {"id": d.id, "tekst": d.tekst, "maat": d.maat, "voor_wanneer": _dag(d.voor_wanneer)}
            for d in rij.doelen
        ],
        "velden": {sleutel: veld.waarde for sleutel, veld in rij.velden.items() if veld.waarde},
    }


def _dag(dag: date | datetime | None) -> str | None:
    return dag.isoformat() if dag else None


def _al_vast(plan: Groepsplan) -> Conflict:
    return Conflict("Dit plan is al vastgesteld.", versie=plan.versie)


def _noteer(session: Session, cyclus: Cyclus, door: Persoon, oud: str, nieuw: str) -> None:
    geschiedenis.noteer(
        session, cyclus.groep, Onderwerp.PLAN, door, f"Groepsplan {oud}", f"Groepsplan {nieuw}"
    )
    session.flush()
