"""The statement of a need in the overview's cell: one text, whether it is edited there or here."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Onderwijsbehoefte, Persoon
from lti_tool.services.fouten import Conflict
from lti_tool.services.overzicht import cellen
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.teksten import TEKST_LANGSTE


@dataclass(frozen=True)
class Celstand:
    """The cell after a change of a need, and why the statement isn't in it when it isn't.

    `met_hand`: somebody changed the statement's words in the cell, and those stay. `te_lang`: it doesn't fit.
    """

    waarde: str
    versie: int
    met_hand: bool = False
    te_lang: bool = False


def plek_van(celtekst: str, zin: str) -> int:
    """Where a statement stands in a cell, at the start of a line; -1 when it doesn't."""
    plek = celtekst.find(zin)
    while plek > 0 and celtekst[plek - 1] != "\n":
        plek = celtekst.find(zin, plek + 1)
    return plek


def is_met_hand(celtekst: str, zin: str) -> bool:
    """Whether the words of a statement were changed in the cell; an emptied cell says nothing."""
    return bool(zin and celtekst) and plek_van(celtekst, zin) < 0


def vervang(celtekst: str, oud: str, nieuw: str) -> str | None:
    """The cell with one statement in place of another; None when the old one isn't there as it was."""
    if is_met_hand(celtekst, oud):
        return celtekst if nieuw and plek_van(celtekst, nieuw) >= 0 else None
    if not (oud and celtekst):
        delen = [celtekst, nieuw]
    else:
        plek = plek_van(celtekst, oud)
        voor, na = celtekst[:plek], celtekst[plek + len(oud) :]
        if nieuw:
            return voor + nieuw + na
        delen = [voor.rstrip("\n"), na.lstrip("\n")]
    return "\n".join(deel for deel in delen if deel)


def herschrijf(celtekst: str, andere: Sequence[str], nieuw: str) -> str:
    """The cell with a fresh statement instead of all words that don't belong to another need."""
    blijft = [zin for zin in andere if zin and plek_van(celtekst, zin) >= 0]
    return "\n".join([*blijft, nieuw]) if nieuw else "\n".join(blijft)


def werk_bij(
    session: Session,
    plaats: Celplaats,
    behoefte: Onderwijsbehoefte,
    zin: str,
    door: Persoon,
    *,
    opnieuw: bool,
) -> Celstand:
    """Put a need's statement in the cell and remember it in the need.

    What stands in the cell besides stays, also when somebody is writing there now. Raises Gesloten.
    """
    for _ in range(3):
        cel = cel_van(session, plaats)
        waarde, versie = (cel.waarde, cel.versie) if cel else ("", 0)
        tekst = vervang(waarde, behoefte.zin, zin)
        if tekst is None and not opnieuw:
            return Celstand(waarde, versie, met_hand=True)
        if tekst is None:
            tekst = herschrijf(waarde, _andere_zinnen(session, behoefte), zin)
        if len(tekst) > TEKST_LANGSTE:
            return Celstand(waarde, versie, te_lang=True)
        try:
            cel = cellen.bewaar(session, plaats, tekst, versie, door)
        except Conflict:
            session.flush()
            session.expire_all()
            continue
        behoefte.zin = zin
        session.flush()
        return Celstand(cel.waarde, cel.versie)
    raise Conflict("Er schrijven nu meer mensen in deze cel. Probeer het nog eens.")


def cel_van(session: Session, plaats: Celplaats) -> Cel | None:
    """The cell as it stands in the database."""
    vraag = select(Cel).where(Cel.regel_id == plaats.regel.id, Cel.kolom_id == plaats.kolom.id)
    return session.scalars(vraag).one_or_none()


def _andere_zinnen(session: Session, behoefte: Onderwijsbehoefte) -> list[str]:
    vraag = select(Onderwijsbehoefte.zin).where(
        Onderwijsbehoefte.regel_id == behoefte.regel_id, Onderwijsbehoefte.id != behoefte.id
    )
    return list(session.scalars(vraag.order_by(Onderwijsbehoefte.id)))
