"""The form of a handelingsplan (config/instrumenten/), and what its fields start with."""

import tomllib
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.handelingsplan import Vorm, lees_vorm
from lti_tool.models import Cel, Cyclus, Groep, Handelingsplan, Handelingsplanveld, Kolom, Regel
from lti_tool.services.begrijpwijzer import leerlingdeel
from lti_tool.services.begrijpwijzer.behoeftelezen import van_regel
from lti_tool.services.begrijpwijzer.behoeften import BEEINDIGD
from lti_tool.services.begrijpwijzer.behoefteuitvoer import doelregels, nodigregels
from lti_tool.services.teksten import TEKST_LANGSTE
from lti_tool.settings import data_dir

# source -> key of the overview's column
_KOLOMMEN = {"bevorderend": "stimulerend", "belemmerend": "belemmerend"}


@cache
def vorm(soort: str) -> Vorm:
    """The form for groups of this kind (models.Soort), read once."""
    bestand = data_dir("config") / "instrumenten" / "handelingsplan.toml"
    return lees_vorm(tomllib.loads(bestand.read_text(encoding="utf-8")), soort)


def beginwaarden(session: Session, groep: Groep, cyclus: Cyclus, regel: Regel) -> dict[str, str]:
    """Field -> what it starts with: from overview, needs and talk, and from the pupil's previous plan.

    Fields that start empty are left out. Nothing comes from a sensitive column.
    """
    bronnen = _bronnen(session, regel)
    vorige = _vorige(session, cyclus, regel.persoon_id)
    begin = {
        veld.sleutel: vorige.get(veld.sleutel, "") if veld.blijvend else bronnen.get(veld.vul, "")
        for veld in vorm(groep.soort).velden
    }
    return {sleutel: tekst[:TEKST_LANGSTE] for sleutel, tekst in begin.items() if tekst}


def _bronnen(session: Session, regel: Regel) -> dict[str, str]:
    teksten = _kolomteksten(session, regel.id)
    behoeften = [b for b in van_regel(session, regel.id) if b.herziening != BEEINDIGD]
    gevonden = {bron: teksten.get(sleutel, "") for bron, sleutel in _KOLOMMEN.items()}
    nodig = "\n".join(regel for behoefte in behoeften for regel in nodigregels(behoefte))
    return gevonden | {
        # words that stand in the overview only are a need too
        "behoeften": nodig or teksten.get("behoeften", ""),
        "doelen": "\n".join(regel for behoefte in behoeften for regel in doelregels(behoefte)),
        "gehoord": _gehoord(session, regel, teksten),
    }


def _kolomteksten(session: Session, regel_id: int) -> dict[str, str]:
    """Key of the column -> text, of columns that aren't sensitive."""
    vraag = select(Kolom.sleutel, Cel.waarde).join(Cel, Cel.kolom_id == Kolom.id)
    vraag = vraag.where(Cel.regel_id == regel_id, Kolom.gevoelig.is_(False), Cel.waarde != "")
    return dict(session.execute(vraag).all())


def _gehoord(session: Session, regel: Regel, teksten: dict[str, str]) -> str:
    """The pupil's own part of the begrijpwijzer, else the talk in the overview."""
    woorden = leerlingdeel.woorden_van(leerlingdeel.van_regel(session, regel.id))
    eigen = [f"{leerlingdeel.VRAGEN[vraag]}: {tekst}" for vraag, tekst in woorden.items() if tekst]
    return "\n".join(eigen) or teksten.get("gesprek_leerling", "")


def _vorige(session: Session, cyclus: Cyclus, persoon_id: int) -> dict[str, str]:
    """Field -> text of this pupil's newest earlier plan in the group."""
    eerder = (
        select(Handelingsplan.id)
        .join(Regel, Regel.id == Handelingsplan.regel_id)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .where(
            Cyclus.groep_id == cyclus.groep_id,
            Cyclus.volgnummer < cyclus.volgnummer,
            Regel.persoon_id == persoon_id,
            Handelingsplan.verwijderd_op.is_(None),
        )
        .order_by(Cyclus.volgnummer.desc())
        .limit(1)
    )
    plan_id = session.scalar(eerder)
    velden = session.scalars(select(Handelingsplanveld).filter_by(handelingsplan_id=plan_id))
    return {veld.veld: veld.waarde for veld in velden}
