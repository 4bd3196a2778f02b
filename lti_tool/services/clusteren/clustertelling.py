"""Who has a need, and who of them has a place on the board: conditions on the rows of an overview."""

from sqlalchemy import ColumnElement, Select, select

from lti_tool.models import Cel, Doel, Hulpzinkeuze, Kolom, Onderwijsbehoefte, Plaatsing
from lti_tool.services.begrijpwijzer.behoeften import BEEINDIGD

Rijkolom = ColumnElement[int]


def heeft_behoefte(regel_id: Rijkolom) -> ColumnElement[bool]:
    """A need as data, or one in the cell in own words."""
    in_cel = (
        select(Cel.id)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .where(Cel.regel_id == regel_id, Cel.waarde != "", Kolom.blok == "behoeften")
        .exists()
    )
    return _behoeften(regel_id).exists() | in_cel


def heeft_plek(regel_id: Rijkolom) -> ColumnElement[bool]:
    """A subgroup, or alone on purpose, in every domain with a need; for one in own words anywhere."""
    geplaatst = select(Plaatsing.id).where(Plaatsing.regel_id == regel_id)
    hier = geplaatst.where(Plaatsing.domein == Onderwijsbehoefte.domein).correlate_except(Plaatsing)
    zonder_plek = _behoeften(regel_id).where(~hier.exists()).exists()
    return ~zonder_plek & geplaatst.exists()


def _behoeften(regel_id: Rijkolom) -> Select[int]:
    """The needs of a row that say something and weren't ended."""
    doel = select(Doel.id).where(Doel.behoefte_id == Onderwijsbehoefte.id).exists()
    zin = select(Hulpzinkeuze.id).where(Hulpzinkeuze.behoefte_id == Onderwijsbehoefte.id).exists()
    return select(Onderwijsbehoefte.id).where(
        Onderwijsbehoefte.regel_id == regel_id, Onderwijsbehoefte.herziening != BEEINDIGD, doel | zin
    )
