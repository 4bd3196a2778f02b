"""Who has a group's overview open now."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from lti_tool.models import Aanwezigheid, Persoon, nu
from lti_tool.services.groep.aankomst import vind_of_maak

# A page asks every few seconds; who has been silent this long has closed it.
STIL = timedelta(seconds=20)
# Written no more often than this, unless the place changed: readers should not queue for a write.
_VERVERS = timedelta(seconds=8)


def anderen(session: Session, groep_id: int, persoon_id: int) -> Sequence[tuple[str, str]]:
    """(name, place) of everybody else who is here now, in the order of their names."""
    vraag = (
        select(Persoon.naam, Aanwezigheid.plaats)
        .join(Persoon, Persoon.id == Aanwezigheid.persoon_id)
        .where(
            Aanwezigheid.groep_id == groep_id,
            Aanwezigheid.persoon_id != persoon_id,
            Aanwezigheid.gezien_op > nu() - STIL,
        )
        .order_by(Persoon.achternaam, Persoon.voornaam)
    )
    return [(naam, plaats) for naam, plaats in session.execute(vraag)]


def is_vers(session: Session, groep_id: int, persoon_id: int, plaats: str) -> bool:
    """Whether what is stored of this person is still good, so that nothing needs to be written."""
    vraag = select(Aanwezigheid.id).where(
        Aanwezigheid.groep_id == groep_id,
        Aanwezigheid.persoon_id == persoon_id,
        Aanwezigheid.plaats == plaats,
        Aanwezigheid.gezien_op > nu() - _VERVERS,
    )
    return session.scalar(vraag) is not None


def meld(session: Session, groep_id: int, persoon_id: int, plaats: str) -> None:
    """This person is here, with the cursor in this cell ("" for none). Forgets who left long ago."""
    rij = vind_of_maak(session, Aanwezigheid, groep_id=groep_id, persoon_id=persoon_id)
    session.execute(
        update(Aanwezigheid).where(Aanwezigheid.id == rij.id).values(plaats=plaats, gezien_op=nu())
    )
    session.execute(
        delete(Aanwezigheid).where(
            Aanwezigheid.groep_id == groep_id, Aanwezigheid.gezien_op < nu() - 30 * STIL
        )
    )
