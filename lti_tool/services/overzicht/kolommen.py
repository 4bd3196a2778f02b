"""The columns of one overview, as its owner arranges them. Whatever is changed, what was entered stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.models import Cel, Cyclus, Kolom, Kolomsoort, Onderwerp, Persoon, Regel
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import regels
from lti_tool.services.groep.cycli import eis_open
from lti_tool.services.overzicht import kolomcontrole
from lti_tool.services.overzicht.kolomcontrole import op_een_regel
from lti_tool.services.school.formaten import EIGEN, TOETSSOORTEN, Kolomformaat, maak_kolom

Richting = Literal["eerder", "later"]

TEN_HOOGSTE = 80


@dataclass(frozen=True)
class Kolomgegevens:
    """What an owner says of a column; `schaal` as hgw.schalen takes it, None for a text.

    `reeks`: of the tests that an added one follows (kolomcontrole.reekskeuzes), "" for a test by itself.
    """

    naam: str
    kop: str
    schaal: dict[str, Any] | None = None
    ijkpunt: str = ""
    datum: date | None = None
    toetssoort: str = "eigen"
    reeks: str = ""


def zoek(session: Session, cyclus: Cyclus, kolom_id: int) -> Kolom:
    """A column of this cycle. Raises NietGevonden."""
    kolom = session.get(Kolom, kolom_id)
    if kolom is None or kolom.cyclus_id != cyclus.id:
        raise NietGevonden("Deze kolom is er niet (meer).")
    return kolom


def ingevuld(session: Session, cyclus: Cyclus) -> dict[int, int]:
    """Column -> in how many cells something stands."""
    vraag = (
        select(Cel.kolom_id, func.count(Cel.id))
        .join(Regel, Regel.id == Cel.regel_id)
        .where(Regel.cyclus_id == cyclus.id, Cel.waarde != "")
        .group_by(Cel.kolom_id)
    )
    return dict(session.execute(vraag).all())


def voeg_toets_toe(
    session: Session, cyclus: Cyclus, gegevens: Kolomgegevens, door: Persoon, sleutel: str = ""
) -> Kolom:
    """Add a test at the end of its block; `sleutel` of the same test in an earlier cycle, "" for a new one.

    The same name in a later cycle gets the same key, so that the earlier scores stand beside it.

    Raises Gesloten, OngeldigeKolom, or OngeldigeWaarde when there are too many columns.
    """
    eis_open(cyclus)
    bestaand = regels.kolommen(session, cyclus)
    if len(bestaand) >= TEN_HOOGSTE:
        raise OngeldigeWaarde(f"Er zijn al {len(bestaand)} kolommen. Meer passen er niet in.")
    formaat = Kolomformaat(
        sleutel=sleutel or kolomcontrole.sleutel_voor(gegevens.naam, {k.sleutel for k in bestaand}),
        kop=op_een_regel(gegevens.kop),
        naam=op_een_regel(gegevens.naam),
        blok="toetsen",
        soort=Kolomsoort.TOETS,
        schaal=gegevens.schaal,
        ijkpunt=gegevens.ijkpunt,
        toetssoort=gegevens.toetssoort,
        reeks=kolomcontrole.geldige_reeks(bestaand, gegevens.reeks),
    )
    kolomcontrole.weiger_dubbel(bestaand, formaat, None)
    kolom = maak_kolom(cyclus, formaat, len(bestaand))
    if kolom.toets:
        kolom.toets.datum = kolomcontrole.geldige_datum(gegevens.datum)
    session.add(kolom)
    zet_volgorde(voeg_in(bestaand, kolom))
    session.flush()
    noteer(session, cyclus, kolom, door, "", "toegevoegd")
    return kolom


def wijzig(
    session: Session, cyclus: Cyclus, kolom: Kolom, gegevens: Kolomgegevens, door: Persoon | None
) -> None:
    """Another name, date, agreed minimum or scale; of an added test also what it follows.

    A text column takes a name and a head only.

    Raises Gesloten, OngeldigeKolom, or OngeldigeWaarde naming the scores that don't fit another scale.
    """
    eis_open(cyclus)
    is_tekst = kolom.soort == Kolomsoort.TEKST
    formaat = Kolomformaat(
        sleutel=kolom.sleutel,
        kop=op_een_regel(gegevens.kop),
        naam=op_een_regel(gegevens.naam),
        blok=kolom.blok,
        soort=kolom.soort,
        schaal=None if is_tekst else gegevens.schaal,
        ijkpunt="" if is_tekst else gegevens.ijkpunt,
        toetssoort=gegevens.toetssoort,
    )
    datum = kolomcontrole.geldige_datum(gegevens.datum)
    alle = regels.kolommen(session, cyclus)
    kolomcontrole.weiger_dubbel(alle, formaat, kolom)
    reeks = kolomcontrole.geldige_reeks(alle, gegevens.reeks, kolom) if is_eigen(kolom) else ""
    if formaat.schaal != kolom.schaal:
        kolomcontrole.weiger_onpassend(session, kolom, formaat)
    oud = beschrijf(kolom)
    kolom.naam, kolom.kop = formaat.naam, formaat.kop
    kolom.schaal, kolom.ijkpunt = formaat.schaal, formaat.ijkpunt
    if kolom.toets:
        kolom.toets.soort, kolom.toets.datum = formaat.toetssoort, datum
    if kolom.toets and is_eigen(kolom):
        kolom.toets.reeks = reeks or kolom.sleutel
    session.flush()
    if beschrijf(kolom) != oud:
        noteer(session, cyclus, kolom, door, oud, beschrijf(kolom))


def is_eigen(kolom: Kolom) -> bool:
    """Whether the owner added this test; of the others the school says which follow each other."""
    return kolom.toets is not None and kolom.sleutel.startswith(EIGEN)


def zet_zicht(session: Session, cyclus: Cyclus, kolom: Kolom, verborgen: bool, door: Persoon) -> None:
    """Hide a column or show it again; its data stay. Raises Gesloten or OngeldigeWaarde."""
    eis_open(cyclus)
    if verborgen and kolom.blok == "behoeften":
        raise OngeldigeWaarde("De onderwijsbehoeften horen bij elk overzicht en blijven staan.")
    if kolom.verborgen == verborgen:
        return
    kolom.verborgen = verborgen
    session.flush()
    noteer(session, cyclus, kolom, door, "", "verborgen" if verborgen else "weer getoond")


def verplaats(session: Session, cyclus: Cyclus, kolom: Kolom, richting: Richting, door: Persoon) -> bool:
    """One place earlier or later among the shown columns of its block; False at the end. Raises Gesloten."""
    eis_open(cyclus)
    alle = list(regels.kolommen(session, cyclus))
    buren = [k for k in alle if k.blok == kolom.blok and (not k.verborgen or k is kolom)]
    plaats = buren.index(kolom) + (-1 if richting == "eerder" else 1)
    if not 0 <= plaats < len(buren):
        return False
    alle.remove(kolom)
    alle.insert(alle.index(buren[plaats]) + (richting == "later"), kolom)
    zet_volgorde(alle)
    waar = "voor" if richting == "eerder" else "na"
    noteer(session, cyclus, kolom, door, "", f"verplaatst, {waar} “{buren[plaats].naam}”")
    return True


def voeg_in(kolommen: Sequence[Kolom], kolom: Kolom, na: Kolom | None = None) -> list[Kolom]:
    """The columns with one more: right after `na`; without it at the end of its block.

    When `na` is of another block: in front of its own block, or after that of `na` when that is the first
    column of its block.
    """
    rij = list(kolommen)
    blok = [k for k in rij if k.blok == kolom.blok]
    if na is not None and na.blok != kolom.blok:
        ervoor = [k for k in rij if k.blok == na.blok]
        plaats = rij.index(blok[0]) if blok else rij.index(ervoor[-1]) + 1
    else:
        anker = na or (blok[-1] if blok else None)
        plaats = rij.index(anker) + 1 if anker else 0
    return [*rij[:plaats], kolom, *rij[plaats:]]


def zet_volgorde(kolommen: Sequence[Kolom]) -> None:
    """Number the columns as they stand here."""
    for plaats, kolom in enumerate(kolommen):
        kolom.volgorde = plaats


def beschrijf(kolom: Kolom) -> str:
    """A column in one line, for the history."""
    delen = [f"“{kolom.naam}”", f"kop {kolom.kop}"]
    if kolom.schaal:
        delen.append(f"schaal {kolom.schaal['soort'].replace('_', ' ')}")
    if kolom.ijkpunt:
        delen.append(f"ijkpunt {kolom.ijkpunt}")
    if kolom.toets:
        delen.append(TOETSSOORTEN[kolom.toets.soort])
    if kolom.toets and kolom.toets.datum:
        delen.append(datum_tekst(kolom.toets.datum))
    if kolom.toets and is_eigen(kolom) and kolom.toets.reeks != kolom.sleutel:
        delen.append(f"reeks {kolom.toets.reeks.removeprefix(EIGEN).replace('_', ' ')}")
    return ", ".join(delen)


def noteer(
    session: Session, cyclus: Cyclus, kolom: Kolom, door: Persoon | None, oud: str, nieuw: str
) -> None:
    """Keep in the group's history what happened to a column."""
    wat = f"kolom {nieuw}" if oud else f"kolom “{kolom.naam}” {nieuw}"
    geschiedenis.noteer(session, cyclus.groep, Onderwerp.KOLOM, door, oud, wat, kolom_id=kolom.id)
    session.flush()
