"""Needs as they are kept, and as plain data for the screens."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL, Domein, domeinen_voor
from lti_tool.models import Cyclus, Groep, Kolom, Onderwijsbehoefte, Regel, Soort
from lti_tool.services.begrijpwijzer.behoefteinvoer import uit_behoefte, zin_van
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.overzicht.cellen import Celplaats


def zoek_plaats(session: Session, groep: Groep, regel_id: int) -> Celplaats:
    """The cell for the needs in this row. Raises NietGevonden when the row isn't this group's."""
    vraag = (
        select(Regel, Kolom, Cyclus)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .join(Kolom, Kolom.cyclus_id == Cyclus.id)
        .where(Cyclus.groep_id == groep.id, Regel.id == regel_id, Kolom.blok == "behoeften")
        .order_by(Kolom.volgorde)
        .limit(1)
        .options(joinedload(Regel.persoon))
    )
    rij = session.execute(vraag).one_or_none()
    if rij is None:
        raise NietGevonden("Deze leerling staat niet in dit overzicht.")
    return Celplaats(groep, rij.Cyclus, rij.Regel, rij.Kolom)


def zoek_domein(groep: Groep, sleutel: str) -> Domein:
    """The domain with this key in a group's overview. Raises NietGevonden."""
    for domein in domeinen_voor(groep.soort == Soort.VAKSPECIFIEK):
        if domein.sleutel == sleutel:
            return domein
    raise NietGevonden("Dit domein hoort niet bij dit overzicht.")


def van_regel(session: Session, regel_id: int) -> Sequence[Onderwijsbehoefte]:
    """The needs of one pupil in one cycle, with their goals and sentences."""
    return session.scalars(met_inhoud().where(Onderwijsbehoefte.regel_id == regel_id)).all()


def van_domein(session: Session, regel_id: int, domein: Domein) -> Onderwijsbehoefte | None:
    """The need of one pupil in one domain; None before it was ever saved."""
    vraag = met_inhoud().where(
        Onderwijsbehoefte.regel_id == regel_id, Onderwijsbehoefte.domein == domein.sleutel
    )
    return session.scalars(vraag).one_or_none()


def met_inhoud() -> Select[Onderwijsbehoefte]:
    """The question for needs, with goals and sentences in two more."""
    return (
        select(Onderwijsbehoefte)
        .options(selectinload(Onderwijsbehoefte.doelen), selectinload(Onderwijsbehoefte.zinnen))
        .order_by(Onderwijsbehoefte.id)
    )


def zin_in_woorden(behoefte: Onderwijsbehoefte) -> str:
    """The statement that follows from what is kept now."""
    inhoud = uit_behoefte(behoefte)
    return zin_van(DOMEIN_PER_SLEUTEL[behoefte.domein], inhoud.doelen, inhoud.zinnen)


def als_gegevens(behoefte: Onderwijsbehoefte | None) -> dict[str, Any]:
    """A need for the screen and its scripts; days in words, an unsaved need with version 0."""
    if behoefte is None:
        return {"versie": 0, "herziening": "", "zin": "", "doelen": [], "zinnen": []}
    return {
        "versie": behoefte.versie,
        "herziening": behoefte.herziening,
        "zin": zin_in_woorden(behoefte),
        "doelen": [
            {
                "id": doel.id,
                "tekst": doel.tekst,
                "maat": doel.maat,
                "wanneer": datum_tekst(doel.voor_wanneer) if doel.voor_wanneer else "",
                "gedeeld": doel.gedeeld_op is not None,
                "bereikt": doel.bereikt,
            }
            for doel in behoefte.doelen
        ],
        "zinnen": [
            {"categorie": zin.categorie, "sleutel": zin.sleutel, "tekst": zin.tekst}
            for zin in behoefte.zinnen
        ],
    }
