"""The begrijpwijzer of a school: config/instrumenten/ with what the school changed, hid and added."""

import tomllib
from functools import cache

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from lti_tool.hgw.begrijpwijzer import Begrijpwijzer, Hulpzin, lees_begrijpwijzer
from lti_tool.models import Groep, Schoolzin
from lti_tool.settings import data_dir


@cache
def begrijpwijzer() -> Begrijpwijzer:
    """What every school starts with, read once."""
    bestand = data_dir("config") / "instrumenten" / "begrijpwijzer.toml"
    return lees_begrijpwijzer(tomllib.loads(bestand.read_text(encoding="utf-8")))


def categorienamen() -> dict[str, str]:
    """Key -> name of the categories, in order."""
    return {categorie.sleutel: categorie.naam for categorie in begrijpwijzer().categorieen}


def school_van(groep: Groep) -> int:
    """The id of the school that a group is of."""
    return groep.cursus.platform.school_id


def voor_school(session: Session, school_id: int, domein: str) -> list[Hulpzin]:
    """The sentences that a school offers in a domain, by category; its own stand after the given ones."""
    # as plain rows: a school may have hundreds, and none is changed here
    kolommen = (
        Schoolzin.sleutel,
        Schoolzin.categorie,
        Schoolzin.domein,
        Schoolzin.tekst,
        Schoolzin.verborgen,
    )
    vraag = select(*kolommen).where(Schoolzin.school_id == school_id).order_by(Schoolzin.id)
    eigen = {zin.sleutel: zin for zin in session.execute(vraag)}
    gegeven = [_met_wijziging(zin, eigen.pop(zin.sleutel, None)) for zin in begrijpwijzer().hulpzinnen]
    toegevoegd = [
        Hulpzin(zin.sleutel, zin.categorie, zin.tekst)
        for zin in eigen.values()
        if zin.tekst and not zin.verborgen and zin.domein in ("", domein)
    ]
    plek = {sleutel: nummer for nummer, sleutel in enumerate(categorienamen())}
    alle = [zin for zin in gegeven if zin is not None] + toegevoegd
    return sorted((zin for zin in alle if zin.categorie in plek), key=lambda zin: plek[zin.categorie])


def schoolzinnen(session: Session, school_id: int) -> list[Schoolzin]:
    """What this school changed, hid and added, oldest first."""
    vraag = select(Schoolzin).where(Schoolzin.school_id == school_id).order_by(Schoolzin.id)
    return list(session.scalars(vraag))


def _met_wijziging(zin: Hulpzin, eigen: Row[str, str, str, str, bool] | None) -> Hulpzin | None:
    if eigen is None:
        return zin
    if eigen.verborgen:
        return None
    if not eigen.tekst:
        return zin
    return Hulpzin(zin.sleutel, zin.categorie, eigen.tekst, zin.signalen, zin.trefwoorden, zin.basisbehoefte)
