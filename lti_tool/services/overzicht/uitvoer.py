"""An overview as a file or on paper: exactly what its reader sees, and nothing more."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from lti_tool.documents.csv import schrijf_csv
from lti_tool.documents.docx import schrijf_docx
from lti_tool.documents.indeling import Papier
from lti_tool.documents.overzichtsdocument import Documentkolom, Documentrij, Overzichtsdocument
from lti_tool.documents.pdf import schrijf_pdf
from lti_tool.documents.xlsx import schrijf_xlsx
from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.redenen import REDEN_PER_SLEUTEL
from lti_tool.models import Cyclus
from lti_tool.services.groep import eigenaren, groepen
from lti_tool.services.groep.rooster import Leerling
from lti_tool.services.groep.verwant import Algemeen
from lti_tool.services.overzicht.overzichtbeeld import Overzicht, Regelweergave
from lti_tool.services.tijd import vandaag

BLOK_MENTOR = "Van de mentor"
_NAAM_LANGSTE = 60


class Bestandssoort(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"


# on paper a pupil who left must be told apart; in a table of data a name is only a name
_PAPIER: Mapping[Bestandssoort, Callable[[Overzichtsdocument, Papier], bytes]] = {
    Bestandssoort.PDF: schrijf_pdf,
    Bestandssoort.DOCX: schrijf_docx,
}
_GEGEVENS: Mapping[Bestandssoort, Callable[[Overzichtsdocument], bytes]] = {
    Bestandssoort.XLSX: schrijf_xlsx,
    Bestandssoort.CSV: schrijf_csv,
}


@dataclass(frozen=True)
class Documentkop:
    """What stands above the table, in words."""

    school: str
    groep: str
    eigenaar: str
    cyclus: str
    datum: date


def kop_van(session: Session, cyclus: Cyclus) -> Documentkop:
    """School, group, owners, cycle and today's date."""
    groep = cyclus.groep
    namen = [e.persoon.naam for e in eigenaren.eigenaren(session, groep)]
    return Documentkop(
        groep.cursus.platform.school.naam,
        groepen.naam(groep),
        " en ".join(namen) or "nog geen eigenaar",
        f"Cyclus {cyclus.volgnummer}: {datum_tekst(cyclus.begin)} tot en met {datum_tekst(cyclus.eind)}",
        vandaag(),
    )


def maak_document(
    kop: Documentkop,
    inhoud: Overzicht,
    algemeen: Mapping[int, Algemeen] | None = None,
    *,
    op_papier: bool,
) -> Overzichtsdocument:
    """What a reader sees of an overview, as the writers take it.

    `algemeen`: what the mentor shares per pupil (persoon id), where the reader sees those columns; None
    where they don't. Marked as confidential as soon as one sensitive column is in it.
    """
    blokken = {blok.sleutel: blok.naam for blok in inhoud.blokken}
    kolommen = [
        Documentkolom(kolom.kop, kolom.naam, blokken[kolom.blok], kolom.gevoelig, kolom.numeriek)
        for kolom in inhoud.kolommen
    ]
    if algemeen is not None:
        kolommen += [
            Documentkolom("S van mentor", "Signaal van de mentor", BLOK_MENTOR),
            Documentkolom("Algemene behoeften", "Algemene onderwijsbehoeften", BLOK_MENTOR),
        ]
    return Overzichtsdocument(
        school=kop.school,
        groep=kop.groep,
        eigenaar=kop.eigenaar,
        cyclus=kop.cyclus,
        datum=kop.datum,
        vertrouwelijk=any(kolom.gevoelig for kolom in kolommen),
        blokken=list(dict.fromkeys(kolom.blok for kolom in kolommen)),
        kolommen=kolommen,
        rijen=[_rij(regel, algemeen, op_papier) for regel in inhoud.regels],
    )


def _rij(regel: Regelweergave, algemeen: Mapping[int, Algemeen] | None, op_papier: bool) -> Documentrij:
    leerling = regel.leerling
    cellen = [cel.waarde for cel in regel.cellen]
    if algemeen is not None:
        van_mentor = algemeen.get(leerling.id, Algemeen("", ()))
        cellen += [redenen(van_mentor.signalen), van_mentor.behoeften]
    onder = [cel.onder for cel in regel.cellen]
    return Documentrij(
        naam_op_papier(leerling) if op_papier else leerling.naam,
        leerling.nummer,
        redenen(regel.signalen),
        cellen,
        onder + [False] * (len(cellen) - len(onder)),
    )


def naam_op_papier(leerling: Leerling) -> str:
    """The name, and whether this pupil left."""
    return f"{leerling.naam} (uit de groep)" if leerling.vertrokken else leerling.naam


def redenen(sleutels: tuple[str, ...]) -> str:
    """Reasons of signals in words."""
    return ", ".join(REDEN_PER_SLEUTEL[s].naam if s in REDEN_PER_SLEUTEL else s for s in sleutels)


def is_papier(soort: Bestandssoort) -> bool:
    """Whether a file of this kind is laid out on pages."""
    return soort in _PAPIER


def schrijf(document: Overzichtsdocument, soort: Bestandssoort, papier: Papier) -> bytes:
    """The file. `papier` says nothing for XLSX and CSV."""
    if soort in _PAPIER:
        return _PAPIER[soort](document, papier)
    return _GEGEVENS[soort](document)


def bestandsnaam(document: Overzichtsdocument, soort: Bestandssoort) -> str:
    """groepsoverzicht-3HA-2026-11-22.pdf; a confidential one says so in its name as well."""
    return naam_van(
        document.naam, document.groep, document.datum, soort, vertrouwelijk=document.vertrouwelijk
    )


def naam_van(wat: str, over: str, datum: date, soort: Bestandssoort, *, vertrouwelijk: bool = False) -> str:
    """The name of a file: what it is, whom it is about, of which day."""
    delen = [wat.lower(), re.sub(r"[^\w]+", "-", over).strip("-")[:_NAAM_LANGSTE], datum.isoformat()]
    delen += ["vertrouwelijk"] if vertrouwelijk else []
    return f"{'-'.join(deel for deel in delen if deel)}.{soort}"
