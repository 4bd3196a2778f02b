"""The columns of a school's groepsplannen: its own per kind and subject, else config/formats/plan.toml."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.planvorm import Plankolom
from lti_tool.models import Groep, Persoon, Schoolformaat, Soort, nu
from lti_tool.services.schoolformaten import schoon_vak
from lti_tool.settings import data_dir

# a school's own columns of a plan stand beside those of its overviews, under another kind
_SOORT = "plan_"


@cache
def standaard(soort: str) -> tuple[Plankolom, ...]:
    """The columns that every school starts with, for this kind of group (Soort)."""
    bestand = data_dir("config") / "formats" / "plan.toml"
    return uit_gegevens(tomllib.loads(bestand.read_text(encoding="utf-8"))[Soort(soort).value])


def uit_gegevens(rijen: Iterable[Mapping[str, Any]]) -> tuple[Plankolom, ...]:
    """Columns as they are kept in a file or a plan."""
    return tuple(Plankolom(**{**rij, "categorieen": tuple(rij.get("categorieen", ()))}) for rij in rijen)


def als_gegevens(kolommen: Sequence[Plankolom]) -> list[dict[str, Any]]:
    """Columns as they are kept in a plan: the opposite of `uit_gegevens`."""
    return [asdict(kolom) | {"categorieen": list(kolom.categorieen)} for kolom in kolommen]


def zoek(session: Session, school_id: int, soort: str, vak: str) -> Schoolformaat | None:
    """What the school set for the plans of exactly this kind and subject, case of the subject aside."""
    vraag = select(Schoolformaat).where(
        Schoolformaat.school_id == school_id, Schoolformaat.soort == f"{_SOORT}{soort}"
    )
    vak = " ".join(vak.split()).casefold()
    return next((f for f in session.scalars(vraag) if f.vak.casefold() == vak), None)


def geldend(session: Session, school_id: int, soort: str, vak: str) -> tuple[Plankolom, ...]:
    """The columns that hold: the subject's, else the school's for all subjects, else the default ones."""
    for naam in dict.fromkeys([vak, ""]):
        eigen = zoek(session, school_id, soort, naam)
        if eigen is not None:
            return uit_gegevens(eigen.kolommen)
    return standaard(soort)


def voor_groep(session: Session, groep: Groep) -> tuple[Plankolom, ...]:
    """The columns that hold for a group's next plan."""
    return geldend(session, groep.cursus.platform.school_id, groep.soort, groep.vak)


def bewaar(
    session: Session,
    school_id: int,
    soort: str,
    vak: str,
    kolommen: Sequence[Plankolom],
    door: Persoon | None,
) -> Schoolformaat:
    """Set the columns of a school's next plans; plans that are there keep theirs. Raises OngeldigeWaarde."""
    vak = schoon_vak(soort, vak)
    formaat = zoek(session, school_id, soort, vak)
    if formaat is None:
        formaat = Schoolformaat(school_id=school_id, soort=f"{_SOORT}{soort}", vak=vak)
        session.add(formaat)
    formaat.kolommen = als_gegevens(kolommen)
    formaat.door_id, formaat.op = door.id if door else None, nu()
    session.flush()
    return formaat


def zet_terug(session: Session, school_id: int, soort: str, vak: str) -> bool:
    """Back to what holds without it; False when the school had set nothing here. Raises OngeldigeWaarde."""
    formaat = zoek(session, school_id, soort, schoon_vak(soort, vak))
    if formaat is None:
        return False
    session.delete(formaat)
    session.flush()
    return True
