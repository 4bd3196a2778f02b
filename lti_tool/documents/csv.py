"""Write an overview as CSV: Dutch Excel opens it at a double click, and it comes back as it went."""

import csv
import io

from lti_tool.documents.overzichtsdocument import Overzichtsdocument, rijcellen
from lti_tool.documents.tekst import beveilig, is_getal, schoon


def schrijf_csv(document: Overzichtsdocument) -> bytes:
    """The overview as CSV: UTF-8 with BOM, semicolons, one head row; the head of a sensitive column says so.

    Text that a spreadsheet could run gets an apostrophe in front, which `lees_bestand` takes away again;
    a number in a column of numbers stays a number.
    """
    numeriek = [False, False, False, *(kolom.numeriek for kolom in document.kolommen)]
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([_cel(kop, False) for kop in document.koppen()])
    for rij in document.rijen:
        schrijver.writerow([_cel(cel, getal) for cel, getal in zip(rijcellen(rij), numeriek, strict=True)])
    return uit.getvalue().encode("utf-8-sig")


def _cel(tekst: str, numeriek: bool) -> str:
    tekst = schoon(tekst)
    return tekst if numeriek and is_getal(tekst) else beveilig(tekst)
