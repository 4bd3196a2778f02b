"""The school's own help sentences: added, changed, hidden; never with a name of a class list in them."""

import secrets
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.hgw.naamvangst import namen_in
from lti_tool.models import Cursus, Lidmaatschap, Persoon, Schoolzin, nu
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.school.hulpzinnen import begrijpwijzer, categorienamen, schoolzinnen
from lti_tool.services.teksten import platte_tekst

ZIN_LANGSTE = 300


def voeg_toe(
    session: Session, cursus: Cursus, categorie: str, domein: str, tekst: str, door: Persoon
) -> Schoolzin:
    """Add a sentence of the school; `domein` "" for every domain. Raises OngeldigeWaarde as `controleer`."""
    zin = controleer(session, cursus, categorie, domein, tekst)
    return zet_erbij(session, cursus.platform.school_id, categorie, domein, zin, door)


def wijzig(
    session: Session, cursus: Cursus, sleutel: str, tekst: str, verborgen: bool, door: Persoon
) -> Schoolzin:
    """Other words for a sentence, or hide it; the given words again bring it back.

    Raises NietGevonden for an unknown key, OngeldigeWaarde as `controleer`.
    """
    school_id = cursus.platform.school_id
    eigen = next((zin for zin in schoolzinnen(session, school_id) if zin.sleutel == sleutel), None)
    gegeven = next((zin for zin in begrijpwijzer().hulpzinnen if zin.sleutel == sleutel), None)
    if eigen is None and gegeven is None:
        raise NietGevonden("Deze zin is er niet (meer).")
    if eigen is None and gegeven is not None:
        eigen = Schoolzin(school_id=school_id, sleutel=sleutel, categorie=gegeven.categorie)
        session.add(eigen)
    assert eigen is not None  # noqa: S101 (one of the two is there)
    zin = platte_tekst(tekst, "De zin", ZIN_LANGSTE)
    if not verborgen and zin != (gegeven.tekst if gegeven else eigen.tekst):
        zin = controleer(session, cursus, eigen.categorie, eigen.domein or "", zin, behalve=sleutel)
    eigen.tekst = "" if gegeven is not None and zin in ("", gegeven.tekst) else zin or eigen.tekst
    eigen.verborgen, eigen.door_id, eigen.op = verborgen, door.id, nu()
    session.flush()
    return eigen


def controleer(
    session: Session, cursus: Cursus, categorie: str, domein: str, tekst: str, *, behalve: str = ""
) -> str:
    """The sentence as it is kept, on one line. Raises OngeldigeWaarde.

    Refused: an unknown category or domain, an empty or too long text, one that is there already, or a name of
    the class list in it (the message says which).
    """
    if categorie not in categorienamen() or (domein and domein not in DOMEIN_PER_SLEUTEL):
        raise OngeldigeWaarde("Kies een categorie uit de lijst.", ", ".join(categorienamen().values()))
    zin = " ".join(platte_tekst(tekst, "De zin", ZIN_LANGSTE).split()).rstrip(".")
    if not zin:
        raise OngeldigeWaarde("Schrijf eerst een zin op.")
    gevonden = namen_in(zin, _namen(session, cursus))
    if gevonden:
        namen = " en ".join(f"“{naam}”" for naam in gevonden)
        raise OngeldigeWaarde(f"In een zin voor collega’s staat geen naam. Haal {namen} weg.")
    if zin.casefold() in {t.casefold() for t in bekende_teksten(session, cursus.platform.school_id, behalve)}:
        raise OngeldigeWaarde("Deze zin staat al in de lijst.")
    return zin


def zet_erbij(
    session: Session, school_id: int, categorie: str, domein: str, tekst: str, door: Persoon
) -> Schoolzin:
    sleutel = f"school-{secrets.token_hex(8)}"
    """Add a checked sentence."""
    zin = Schoolzin(
        school_id=school_id,
        sleutel=sleutel,
        categorie=categorie,
        domein=domein,
        tekst=tekst,
        door_id=door.id,
    )
    session.add(zin)
    session.flush()
    return zin


def _namen(session: Session, cursus: Cursus) -> Sequence[str]:
    vraag = select(Persoon.naam).join(Lidmaatschap).where(Lidmaatschap.cursus_id == cursus.id)
    return session.scalars(vraag).all()


def bekende_teksten(session: Session, school_id: int, behalve: str = "") -> list[str]:
    """All sentences of a school, hidden ones too; `behalve`: the key of one to leave out."""
    gegeven = [zin.tekst for zin in begrijpwijzer().hulpzinnen if zin.sleutel != behalve]
    return gegeven + [
        zin.tekst for zin in schoolzinnen(session, school_id) if zin.tekst and zin.sleutel != behalve
    ]
