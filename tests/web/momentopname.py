"""What stands in the database, so that a test can say: nothing changed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Base

# A request may note that somebody is here; that changes nothing of theirs.
_BEZOEK = {"sessie", "toegang", "aanwezigheid"}


def momentopname(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Table -> all its rows, visits apart."""
    session.rollback()
    return {
        tabel.name: [tuple(rij) for rij in session.execute(select(tabel).order_by(*tabel.primary_key))]
        for tabel in Base.metadata.sorted_tables
        if tabel.name not in _BEZOEK
    }
