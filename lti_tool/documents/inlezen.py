"""Read a file with scores: what is it really, may we, and what does it say."""

from collections.abc import Iterator
from pathlib import PurePath

from lti_tool.documents.blad import (
    MAX_BYTES,
    OPSLAAN,
    VERWACHT,
    Bladinhoud,
    OnleesbaarBestand,
    begrens,
    beschadigd,
    maak_blad,
)
from lti_tool.documents.csvlezen import lees_csv
from lti_tool.documents.odslezen import lees_ods
from lti_tool.documents.pakket import Pakket, met_macros, met_wachtwoord
from lti_tool.documents.xlsxlezen import lees_xlsx

TEKSTSOORTEN = (".csv", ".tsv", ".txt")
_MACROSOORTEN = (".xlsm", ".xltm", ".xlam")
_OUDE_SOORTEN = (".xls", ".xlsb", ".xlt")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Office files, and of files with a password
_ZIP = b"PK\x03\x04"


def lees_bestand(naam: str, inhoud: bytes) -> Bladinhoud:
    """Read a CSV, XLSX or ODS file: the first visible sheet, up to 2,000 rows and 200 columns, all as text.

    Nothing in it is calculated or run; a formula gives the outcome that the spreadsheet kept. Raises
    OnleesbaarBestand, whose message in Dutch says what is wrong with the file and what to do now.
    """
    soort = PurePath(naam.strip().lower()).suffix
    _weiger(soort, inhoud)
    rijen: Iterator[list[str]]
    if soort in TEKSTSOORTEN:
        rijen, meldingen = lees_csv(inhoud), list[str]()
    else:
        pakket = Pakket(inhoud)
        if _soort_pakket(pakket) != soort:
            raise _andere_inhoud(soort)
        rijen, meldingen = lees_xlsx(pakket) if soort == ".xlsx" else lees_ods(pakket)
    return maak_blad(list(begrens(rijen)), meldingen)


def _weiger(soort: str, inhoud: bytes) -> None:
    """Refuse what shows from the name and the first bytes alone."""
    if soort in _MACROSOORTEN:
        raise met_macros()
    if soort not in (*TEKSTSOORTEN, ".xlsx", ".ods", *_OUDE_SOORTEN):
        wat = f"geen {soort}" if soort else "geen bestand zonder soort"
        raise OnleesbaarBestand(f"We kunnen alleen .csv, .xlsx en .ods inlezen, {wat}. {OPSLAAN}")
    if not inhoud.strip():
        raise OnleesbaarBestand(f"Het bestand is leeg. {VERWACHT}")
    if len(inhoud) > MAX_BYTES:
        raise OnleesbaarBestand(
            f"Het bestand is groter dan {MAX_BYTES // 1024 // 1024} MB. "
            "Bewaar alleen de rijen van je eigen groep in een nieuw bestand en kies dat."
        )
    if inhoud.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in inhoud:
            raise met_wachtwoord()
        raise _oud_excel()
    if soort in _OUDE_SOORTEN:
        # A web page or plain text called .xls: what some school systems call an Excel export.
        raise _oud_excel() if soort == ".xlsb" else _andere_inhoud(soort)
    if soort in TEKSTSOORTEN and inhoud.startswith((_ZIP, b"%PDF")):
        raise _andere_inhoud(soort)
    if soort not in TEKSTSOORTEN and not inhoud.startswith(b"PK"):
        raise _andere_inhoud(soort)


def _soort_pakket(pakket: Pakket) -> str:
    if "xl/workbook.xml" in pakket.namen:
        return ".xlsx"
    if "content.xml" in pakket.namen and pakket.namen & {"mimetype", "META-INF/manifest.xml"}:
        return ".ods"
    if "encrypted-package" in pakket.namen:  # how LibreOffice locks a file since 24.8
        raise met_wachtwoord()
    if "[Content_Types].xml" in pakket.namen or "mimetype" in pakket.namen:
        return ""  # a document or a presentation
    raise beschadigd()


def _andere_inhoud(soort: str) -> OnleesbaarBestand:
    return OnleesbaarBestand(f"Het bestand heet {soort}, maar er zit iets anders in. {OPSLAAN}")


def _oud_excel() -> OnleesbaarBestand:
    return OnleesbaarBestand(
        "Dit is een Excel-bestand van een soort die we niet lezen. "
        "Open het in je spreadsheetprogramma, sla het op als .xlsx en kies het opnieuw."
    )
