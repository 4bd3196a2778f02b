"""The columns of a school's groepsplannen: its own per kind and subject, else config/formats/plan.toml."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from lti_tool.hgw.planvorm import Plankolom
from lti_tool.models import Groep, Persoon, Schoolformaat, Soort
from lti_tool.services.school import formaatopslag
from lti_tool.services.school.schoolformaten import schoon_vak
from lti_tool.settings import data_dir


def opslagsoort(soort: str) -> str:
    """The columns of plans stand beside those of overviews (Soort), under a kind of their own."""
    return f"plan_{soort}"


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


def geldend(session: Session, school_id: int, soort: str, vak: str) -> tuple[Plankolom, ...]:
    """The columns that hold: the subject's, else the school's for all subjects, else the default ones."""
    eigen = formaatopslag.geldend(session, school_id, opslagsoort(soort), vak)
    return standaard(soort) if eigen is None else uit_gegevens(eigen)


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
    return formaatopslag.zet(session, school_id, opslagsoort(soort), vak, als_gegevens(kolommen), door)


def zet_terug(session: Session, school_id: int, soort: str, vak: str) -> bool:
    """Back to what holds without it; False when the school had set nothing here. Raises OngeldigeWaarde."""
    return formaatopslag.verwijder(session, school_id, opslagsoort(soort), schoon_vak(soort, vak))
