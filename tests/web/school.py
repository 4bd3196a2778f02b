"""A small school with every role in it, beside another school whose ids begin at the same numbers."""

from dataclasses import dataclass

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cursus, Groep, Kolom, Persoon, Regel, Rol, Roosterophaling, Soort
from lti_tool.services.groep import rooster
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker


@dataclass
class Plek:
    """A course with one group in it; `collega` is listed among its pupils, but in no row."""

    cursus: Cursus
    groep: Groep
    leerling: Persoon
    collega: Persoon
    cyclus_id: int
    regel_id: int
    kolom_id: int
    gevoelig_id: int


@dataclass
class School:
    """`bezoekers`: role -> a browser; `eigen`: role -> where that role is at home."""

    klas: Plek
    wiskunde: Plek
    andere_klas: Plek
    andere_school: Plek
    eigen: dict[str, Plek]
    bezoekers: dict[str, Bezoeker]
    personen: dict[str, Persoon]


def maak_school(app: Flask, bouwer: Bouwer) -> School:
    """Everybody of the table in domain terms: who owns what, and who teaches where."""
    with bouwer.in_een_keer():
        return _maak_school(app, bouwer)


def _maak_school(app: Flask, bouwer: Bouwer) -> School:
    namen = ("mentor", "vakdocent", "kernteam", "vakgroep", "zorgteam", "schoolleiding", "beheerder", "geen")
    personen = {naam: bouwer.docent(naam.capitalize(), "Proef") for naam in namen}
    klas = _plek(bouwer, bouwer.cursus(), personen["mentor"])
    personen["leerling"] = klas.leerling
    wiskundecursus = bouwer.cursus("Wiskunde 3HA", "wi3HA")
    wiskunde = _plek(bouwer, wiskundecursus, personen["vakdocent"], leerling=klas.leerling, vak="wiskunde")
    zorg = _plek(bouwer, bouwer.cursus("Zorgteam", "ZT", bestemming="zorgteam"), personen["mentor"])
    leiding = _plek(bouwer, bouwer.cursus("Leiding", "SL", bestemming="schoolleiding"), personen["mentor"])
    eigen = dict.fromkeys((*personen, "niemand"), klas)
    eigen |= {"vakdocent": wiskunde, "vakgroep": wiskunde, "zorgteam": zorg, "schoolleiding": leiding}
    rollen = {"leerling": Rol.LEERLING, "beheerder": Rol.BEHEERDER, "geen": Rol.GEEN}
    bezoekers = {
        naam: Bezoeker(app, bouwer.token(persoon, eigen[naam].cursus, rollen.get(naam, Rol.DOCENT)))
        for naam, persoon in personen.items()
    }
    bezoekers["niemand"] = Bezoeker(app)
    andere_klas = _plek(bouwer, bouwer.cursus("Klas 3HB – mentoruur", "3HB"), bouwer.docent("Bo", "Buur"))
    elders = bouwer.nieuw_platform("De Overkant", "https://elo.overkant.example")
    verre_docent = bouwer.docent("Vera", "Ver", platform=elders)
    verre_cursus = bouwer.cursus("Klas 1A", "1A", platform=elders)
    verre_leerling = bouwer.persoon("Ver", "Weg", platform=elders)
    andere_school = _plek(bouwer, verre_cursus, verre_docent, leerling=verre_leerling)
    return School(klas, wiskunde, andere_klas, andere_school, eigen, bezoekers, personen)


def _plek(
    bouwer: Bouwer, cursus: Cursus, eigenaar: Persoon, *, leerling: Persoon | None = None, vak: str = ""
) -> Plek:
    leerling = leerling or bouwer.persoon("Sem", f"de Vries {cursus.id}")
    bouwer.lid(cursus, leerling)
    groep = bouwer.groep(cursus, eigenaar, Soort.VAKSPECIFIEK if vak else Soort.VAKOVERSTIJGEND, vak)
    cyclus = bouwer.cyclus(groep)
    regel_id = bouwer.session.scalars(select(Regel.id).where(Regel.cyclus_id == cyclus.id)).one()
    kolommen = bouwer.session.scalars(select(Kolom).where(Kolom.cyclus_id == cyclus.id)).all()
    kolom = {k.sleutel: k.id for k in kolommen}
    collega = bouwer.persoon("Cor", "Collega", platform=cursus.platform)
    bouwer.lid(cursus, collega)
    return Plek(
        cursus,
        groep,
        leerling,
        collega,
        cyclus.id,
        regel_id,
        kolom["stimulerend"],
        kolom.get("bijzonderheden", 0),
    )


def neem_rooster_over(session: Session, cursus: Cursus, *leden: tuple[Persoon, Rol, bool]) -> None:
    """A complete class list of the LMS: (who, role, active)."""
    ophaling = Roosterophaling(
        cursus_id=cursus.id,
        volgende_url="",
        leden=[{"sub": p.sub, "rol": str(rol), "actief": actief} for p, rol, actief in leden],
    )
    session.add(ophaling)
    session.flush()
    rooster.pas_toe(session, cursus, ophaling)
    session.commit()
