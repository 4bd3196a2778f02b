"""What a school measures: its own columns per kind of overview and per subject, else the default ones."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Groep, Kolom, Persoon, School, Schoolformaat, Soort
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep.groepen import VAK_LANGSTE
from lti_tool.services.school import formaatopslag, formaten
from lti_tool.services.school.formaten import Kolomformaat


def zoek_school(session: Session, naam: str) -> School:
    """The school with this name. Raises NietGevonden."""
    school = session.scalars(select(School).where(School.naam == naam)).one_or_none()
    if school is None:
        raise NietGevonden(f"De school {naam} is niet bekend.")
    return school


def geldend(session: Session, school_id: int, soort: str, vak: str) -> tuple[Kolomformaat, ...]:
    """The columns that hold: the subject's, else the school's for all subjects, else the default ones."""
    eigen = formaatopslag.geldend(session, school_id, soort, vak)
    if eigen is None:
        return formaten.kolomformaten(soort)
    return tuple(Kolomformaat(**kolom) for kolom in eigen)


def voor_groep(session: Session, groep: Groep) -> tuple[Kolomformaat, ...]:
    """The columns that hold for a group's next cycle."""
    return geldend(session, groep.cursus.platform.school_id, groep.soort, groep.vak)


def bewaar(
    session: Session,
    school_id: int,
    soort: str,
    vak: str,
    kolommen: Sequence[Kolomformaat],
    door: Persoon | None,
) -> Schoolformaat:
    """Set the school's columns for a kind, and for one subject when `vak` isn't "".

    Overviews that are open stay as they are until their owner takes it over. Raises OngeldigeWaarde.
    """
    gegevens = [asdict(kolom) for kolom in formaten.ordonneer(kolommen)]
    return formaatopslag.zet(session, school_id, soort, schoon_vak(soort, vak), gegevens, door)


def zet_terug(session: Session, school_id: int, soort: str, vak: str) -> bool:
    """Back to what holds without it; False when the school had set nothing here. Raises OngeldigeWaarde."""
    return formaatopslag.verwijder(session, school_id, soort, schoon_vak(soort, vak))


def schoon_vak(soort: str, vak: str) -> str:
    """The subject as it is kept. Raises OngeldigeWaarde for an unknown kind or a wrong subject."""
    vak = " ".join(vak.split())
    if soort not in set(Soort):
        raise OngeldigeWaarde(f"Kies {' of '.join(Soort)}.")
    if vak and soort == Soort.VAKOVERSTIJGEND:
        raise OngeldigeWaarde("Een mentorklas heeft geen vak.")
    if len(vak) > VAK_LANGSTE:
        raise OngeldigeWaarde(f"De naam van een vak heeft ten hoogste {VAK_LANGSTE} tekens.")
    return vak


def kolommen_voor(
    session: Session, groep: Groep, cyclus: Cyclus, verborgen: frozenset[str] = frozenset()
) -> list[Kolom]:
    """New columns for a cycle of this group; those with a key in `verborgen` begin hidden."""
    kolommen = [
        formaten.maak_kolom(cyclus, formaat, volgorde)
        for volgorde, formaat in enumerate(voor_groep(session, groep))
    ]
    for kolom in kolommen:
        kolom.verborgen = kolom.sleutel in verborgen
    return kolommen
