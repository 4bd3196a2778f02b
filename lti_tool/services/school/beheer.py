"""What an administrator sees of a school: its courses and groups, owners, and what courses are for."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from lti_tool.models import Aanwijzing, Bestemming, Cursus, Groep, Persoon, Platform, School, Soort
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import eigenaren, groepen

CSV_KOPPEN = ("cursus", "eigenaar", "soort", "vak")
CSV_TEN_HOOGSTE = 2000
VELD_LANGSTE = 255


def platform_van_school(session: Session, naam: str) -> Platform:
    """The platform of the school with this name. Raises NietGevonden, or OngeldigeWaarde for several."""
    vraag = select(Platform).join(School, School.id == Platform.school_id).where(School.naam == naam)
    gevonden = session.scalars(vraag).all()
    if not gevonden:
        raise NietGevonden(f"De school {naam} heeft nog geen leeromgeving.")
    if len(gevonden) > 1:
        raise OngeldigeWaarde(f"De school {naam} heeft meer dan één leeromgeving.")
    return gevonden[0]


def cursussen(session: Session, platform_id: int) -> Sequence[Cursus]:
    """All courses that were ever launched, by name."""
    vraag = select(Cursus).where(Cursus.platform_id == platform_id).order_by(Cursus.titel, Cursus.id)
    return session.scalars(vraag).all()


def groepen_van_platform(session: Session, platform_id: int) -> Sequence[Groep]:
    """All groups of a platform, by course."""
    vraag = (
        select(Groep)
        .join(Cursus, Cursus.id == Groep.cursus_id)
        .where(Cursus.platform_id == platform_id)
        .options(joinedload(Groep.cursus))
        .order_by(Cursus.titel, Groep.soort, Groep.vak)
    )
    return session.scalars(vraag).all()


def zoek_groep(session: Session, platform_id: int, groep_id: int) -> Groep:
    """A group of this platform. Raises NietGevonden."""
    groep = next((g for g in groepen_van_platform(session, platform_id) if g.id == groep_id), None)
    if groep is None:
        raise NietGevonden("Deze groep is er niet.")
    return groep


def bestem(session: Session, platform_id: int, cursus_id: int, bestemming: str) -> Cursus:
    """Mark a course as the care team's, leadership's or an ordinary one.

    Raises NietGevonden or OngeldigeWaarde.
    """
    if bestemming not in set(Bestemming):
        raise OngeldigeWaarde("Kies gewoon, zorgteam of schoolleiding.")
    cursus = next((c for c in cursussen(session, platform_id) if c.id == cursus_id), None)
    if cursus is None:
        raise NietGevonden("Deze cursus is er niet.")
    cursus.bestemming = bestemming
    session.flush()
    return cursus


@dataclass(frozen=True)
class Toewijzing:
    """One line of the owners' list: by whatever the school knows the course and the teacher."""

    cursus: str
    eigenaar: str
    soort: str
    vak: str


def lees_eigenaren_csv(tekst: str) -> list[Toewijzing]:
    """Lines `cursus;eigenaar;soort;vak` (comma or semicolon). Raises OngeldigeWaarde naming the line."""
    tekst = tekst.lstrip("\ufeff").replace("\x00", "")
    scheiding = ";" if tekst.partition("\n")[0].count(";") else ","
    lezer = csv.DictReader(io.StringIO(tekst), delimiter=scheiding)
    try:
        koppen = tuple((kop or "").strip().casefold() for kop in lezer.fieldnames or ())
        if koppen[: len(CSV_KOPPEN) - 1] != CSV_KOPPEN[:-1]:
            raise OngeldigeWaarde(f"De eerste regel moet zijn: {scheiding.join(CSV_KOPPEN)}")
        lezer.fieldnames = list(koppen)
        return _toewijzingen(lezer)
    except csv.Error as fout:
        raise OngeldigeWaarde(f"Na regel {lezer.line_num} is de lijst niet te lezen.") from fout


def _toewijzingen(lezer: "csv.DictReader[str]") -> list[Toewijzing]:
    toewijzingen: list[Toewijzing] = []
    per_groep: Counter[tuple[str, str, str]] = Counter()
    for rij in lezer:
        if len(toewijzingen) >= CSV_TEN_HOOGSTE:
            raise OngeldigeWaarde(f"De lijst heeft meer dan {CSV_TEN_HOOGSTE} regels.")
        nieuw = _toewijzing(lezer.line_num, rij)
        groep = (nieuw.cursus, nieuw.soort, nieuw.vak.casefold())
        per_groep[groep] += 1
        if per_groep[groep] > eigenaren.TEN_HOOGSTE:
            raise OngeldigeWaarde(f"Regel {lezer.line_num}: een groep heeft één of twee eigenaren.")
        toewijzingen.append(nieuw)
    return toewijzingen


def _toewijzing(nummer: int, rij: dict[str, str | None]) -> Toewijzing:
    velden = {kop: (rij.get(kop) or "").strip() for kop in CSV_KOPPEN}
    soort = {"mentor": Soort.VAKOVERSTIJGEND, "mentorklas": Soort.VAKOVERSTIJGEND, "vak": Soort.VAKSPECIFIEK}
    velden["soort"] = soort.get(velden["soort"].casefold(), velden["soort"].casefold())
    if any(len(veld) > VELD_LANGSTE for veld in velden.values()):
        raise OngeldigeWaarde(f"Regel {nummer}: een van de velden is te lang.")
    if not velden["cursus"] or not velden["eigenaar"]:
        raise OngeldigeWaarde(f"Regel {nummer}: cursus en eigenaar zijn nodig.")
    if velden["soort"] not in set(Soort):
        raise OngeldigeWaarde(f"Regel {nummer}: soort is mentorklas of vak.")
    if velden["soort"] == Soort.VAKSPECIFIEK and not velden["vak"]:
        raise OngeldigeWaarde(f"Regel {nummer}: noem het vak.")
    return Toewijzing(**velden)


def wijs_toe(session: Session, platform: Platform, toewijzing: Toewijzing) -> bool:
    """Make somebody an owner, now or as soon as course and person are known. True: done at once.

    Raises Conflict when an administrator has set two others already.
    """
    aanwijzing = Aanwijzing(
        platform_id=platform.id,
        cursus=toewijzing.cursus,
        persoon=toewijzing.eigenaar,
        soort=toewijzing.soort,
        vak=toewijzing.vak,
    )
    session.add(aanwijzing)
    session.flush()
    cursus = zoek_cursus(session, platform.id, toewijzing.cursus)
    if cursus is None:
        return False
    groep = groepen.vind(session, cursus.id, toewijzing.soort, toewijzing.vak)
    if groep is None:
        return False
    return groepen.verwerk_aanwijzing(session, groep, aanwijzing)


def zoek_cursus(session: Session, platform_id: int, kenmerk: str) -> Cursus | None:
    """A course by id, short name or number in the LMS; None when none or several answer to it."""
    for kolom in (Cursus.sourcedid, Cursus.label, Cursus.context_id):
        vraag = select(Cursus).where(Cursus.platform_id == platform_id, kolom == kenmerk).limit(2)
        gevonden = session.scalars(vraag).all()
        if len(gevonden) == 1:
            return gevonden[0]
        if gevonden:
            return None
    return None


def stel_eigenaren_in(session: Session, groep: Groep, kenmerken: Sequence[str], door: Persoon | None) -> None:
    """Exactly these owners, by e-mail, number or id. Raises OngeldigeWaarde for who can't be one."""
    personen: list[Persoon] = []
    for kenmerk in kenmerken:
        persoon = groepen.zoek_persoon(session, groep.cursus.platform_id, kenmerk)
        if persoon is None:
            raise OngeldigeWaarde(f"{kenmerk}: deze persoon is niet bekend, of er zijn er meer.")
        if persoon.docent_sinds is None:
            raise OngeldigeWaarde(
                f"{kenmerk}: deze persoon is nog niet als docent bekend. "
                "Vraag hen om Groepswijzer één keer te openen."
            )
        if persoon not in personen:
            personen.append(persoon)
    eigenaren.stel_in(session, groep, personen, door)
