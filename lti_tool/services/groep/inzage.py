"""The log of who read sensitive fields of whom."""

from collections.abc import Sequence

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from lti_tool.models import Inzage, Regel, nu


def noteer(
    session: Session, groep_id: int, lezer_id: int, leerling_ids: Sequence[int], velden: Sequence[str]
) -> None:
    """One row a pupil, so that the log of one pupil can be read by itself."""
    if not leerling_ids:
        return
    op = nu()
    session.execute(
        insert(Inzage),
        [
            {
                "groep_id": groep_id,
                "lezer_id": lezer_id,
                "leerling_id": leerling_id,
                "velden": ", ".join(velden),
                "op": op,
            }
            for leerling_id in leerling_ids
        ],
    )


def noteer_regels(
    session: Session, groep_id: int, lezer_id: int, regel_ids: Sequence[int], velden: Sequence[str]
) -> None:
    """The same, by the rows of an overview."""
    if regel_ids:
        leerlingen = session.scalars(select(Regel.persoon_id).where(Regel.id.in_(regel_ids)).distinct())
        noteer(session, groep_id, lezer_id, leerlingen.all(), velden)
