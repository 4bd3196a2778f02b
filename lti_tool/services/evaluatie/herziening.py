"""What is said when a lasting need is reviewed: whether its goals were reached, and so whether it may end."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.evaluatie import Herzieningsadvies, herzieningsadvies
from lti_tool.models import Cyclus, Doel, Onderwijsbehoefte, Regel
from lti_tool.services.begrijpwijzer.behoefteovername import TE_HERZIEN
from lti_tool.services.evaluatie import evalueren
from lti_tool.services.evaluatie.evalueren import Doeluitkomst


def advies(
    session: Session, behoefte: Onderwijsbehoefte | None, uitkomsten: Sequence[Doeluitkomst]
) -> Herzieningsadvies | None:
    """None for a need that isn't (any longer) to be reviewed, or of whose goals nothing was said.

    `uitkomsten`: what evalueren.van_leerling says of this pupil.
    """
    if behoefte is None or behoefte.herziening != TE_HERZIEN or behoefte.vorige_id is None:
        return None
    vraag = select(Doel.bereikt).where(Doel.behoefte_id == behoefte.vorige_id, Doel.tekst != "")
    open_in_plan = [
        u.tekst for u in uitkomsten if u.doel_id is None and u.domein == behoefte.domein and u.open
    ]
    return herzieningsadvies(session.scalars(vraag).all(), open_in_plan)


def na_terugblik(session: Session, doel: Doel) -> Herzieningsadvies | None:
    """The advice on the need that goes on from this goal's need; None when none does."""
    vraag = (
        select(Onderwijsbehoefte, Cyclus, Regel.persoon_id)
        .join(Regel, Regel.id == Onderwijsbehoefte.regel_id)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .where(Onderwijsbehoefte.vorige_id == doel.behoefte_id)
    )
    rij = session.execute(vraag.order_by(Onderwijsbehoefte.id.desc()).limit(1)).one_or_none()
    if rij is None:
        return None
    return advies(session, rij.Onderwijsbehoefte, evalueren.van_leerling(session, rij.Cyclus, rij.persoon_id))
