"""What a validated launch tells us of a person and a course, kept."""

from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lti_tool.lti.launch import Launch
from lti_tool.models import Base, Cursus, Lidmaatschap, Persoon, Rol, nu

Rij = TypeVar("Rij", bound=Base)


def vind_of_maak(session: Session, model: type[Rij], **sleutel: Any) -> Rij:
    """The row with this unique key, made when it isn't there; two launches at once make one row."""
    vraag = select(model).filter_by(**sleutel)
    rij = session.scalars(vraag).one_or_none()
    if rij is not None:
        return rij
    try:
        with session.begin_nested():
            rij = model(**sleutel)
            session.add(rij)
    except IntegrityError:
        return session.scalars(vraag).one()
    return rij


def registreer(session: Session, launch: Launch) -> tuple[Persoon, Cursus]:
    """Keep who arrived and where; the launch is newer than whatever was known."""
    persoon = vind_of_maak(session, Persoon, platform_id=launch.platform.id, sub=launch.sub)
    _werk_bij(
        persoon,
        voornaam=launch.voornaam,
        achternaam=launch.achternaam,
        naam=launch.naam,
        email=launch.email,
        nummer=launch.nummer,
    )
    cursus = vind_of_maak(session, Cursus, platform_id=launch.platform.id, context_id=launch.context_id)
    _werk_bij(
        cursus,
        titel=launch.context_titel,
        label=launch.context_label,
        sourcedid=launch.context_sourcedid,
        begin=launch.begin,
        eind=launch.eind,
        rooster_url=launch.rooster_url,
    )
    cursus.registratie_id = launch.registratie.id
    lid = vind_of_maak(session, Lidmaatschap, cursus_id=cursus.id, persoon_id=persoon.id)
    lid.vertrokken_op = None
    if launch.rol is Rol.DOCENT and persoon.docent_sinds is None:
        persoon.docent_sinds = nu()
    session.flush()
    return persoon, cursus


def _werk_bij(rij: Base, **velden: str) -> None:
    """An empty claim is no news: it doesn't wipe what was known."""
    for veld, waarde in velden.items():
        if waarde:
            setattr(rij, veld, waarde)
