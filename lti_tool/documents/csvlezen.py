"""Read CSV as schools' systems write it: four separators, old and new encodings, PHP's own quotes."""

import csv
import re
from collections import Counter
from collections.abc import Iterator

from lti_tool.documents.blad import OnleesbaarBestand, beschadigd
from lti_tool.documents.tekst import herstel

SCHEIDINGSTEKENS = (";", "\t", ",", ":")  # in the order of preference where two of them fit equally well
_PROEF = 20
_BINAIR = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def lees_csv(inhoud: bytes) -> Iterator[list[str]]:
    """The rows of a CSV file, ragged as they are. Raises OnleesbaarBestand for junk and broken quotes."""
    tekst = _ontcijfer(inhoud)
    eerste, _, rest = tekst.partition("\n")
    if re.fullmatch(r"sep=[;,\t:]", eerste, re.IGNORECASE):  # Excel's own hint, not a row
        teken, tekst = eerste[-1], rest
    else:
        teken = _scheidingsteken(tekst)
    return ([herstel(cel) for cel in rij] for rij in _rijen(tekst, teken))


def _ontcijfer(inhoud: bytes) -> str:
    utf_16 = inhoud.startswith((b"\xff\xfe", b"\xfe\xff"))  # what Excel calls "Unicode text"
    for codering in ("utf-16",) if utf_16 else ("utf-8-sig", "cp1252"):
        try:
            tekst = inhoud.decode(codering)
        except UnicodeDecodeError:
            continue
        if not _BINAIR.search(tekst):
            return tekst.replace("\r\n", "\n").replace("\r", "\n")
    raise OnleesbaarBestand(
        "Dit is geen tekstbestand, al heet het wel zo. "
        "Kies een bestand dat je als .csv, .xlsx of .ods hebt bewaard of gedownload."
    )


def _scheidingsteken(tekst: str) -> str:
    """The separator that cuts most of the first rows into equally many cells, title lines and all."""

    def score(teken: str) -> float:
        try:
            breedtes = Counter(len(rij) for rij in _eerste_rijen(tekst, teken))
        except csv.Error:
            return 0.0
        [(breedte, aantal)] = breedtes.most_common(1) or [(0, 0)]
        return aantal / breedtes.total() if breedte > 1 else 0.0

    return max(SCHEIDINGSTEKENS, key=score)


def _eerste_rijen(tekst: str, teken: str) -> list[list[str]]:
    rijen = []
    for rij in csv.reader(_regels(tekst), delimiter=teken):
        if any(cel.strip() for cel in rij):
            rijen.append(rij)
        if len(rijen) == _PROEF:
            break
    return rijen


def _regels(tekst: str) -> Iterator[str]:
    """Lines with their end, cut at line feeds only: str.splitlines also cuts at rarer characters."""
    return (match.group() for match in re.finditer(r"[^\n]*\n|[^\n]+", tekst))


def _rijen(tekst: str, teken: str) -> Iterator[list[str]]:
    if '\\"' in tekst and not _klopt(tekst, teken):
        return _rijen_van_php(tekst, teken)
    return _rijen_streng(tekst, teken)


def _rijen_streng(tekst: str, teken: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(_regels(tekst), delimiter=teken, strict=True)
    except csv.Error as fout:
        raise beschadigd() from fout


def _klopt(tekst: str, teken: str) -> bool:
    try:
        breedtes = {len(rij) for rij in csv.reader(_regels(tekst), delimiter=teken, strict=True) if rij}
    except csv.Error:
        return False
    return len(breedtes) == 1


def _rijen_van_php(tekst: str, teken: str) -> Iterator[list[str]]:
    r"""Rows as PHP's fputcsv writes them: a quote that follows a backslash isn't doubled (moodle.md).

    `"5\" hoog"` is one cell, 5\" hoog. Where such a quote also stands before a separator it closes the cell,
    unless a space follows: fputcsv quotes every cell that holds a space, so none starts with one.
    """
    rij: list[str] = []
    plek = 0
    while plek < len(tekst):
        if tekst[plek] == '"':
            cel, plek = _aangehaald(tekst, plek + 1, teken)
        else:
            einde = re.compile(f"[{re.escape(teken)}\n]").search(tekst, plek)
            stop = einde.start() if einde else len(tekst)
            cel, plek = tekst[plek:stop], stop
        rij.append(cel)
        if plek >= len(tekst) or tekst[plek] == "\n":
            yield rij
            rij = []
        plek += 1
    if rij:
        yield [*rij, ""]


def _aangehaald(tekst: str, begin: int, teken: str) -> tuple[str, int]:
    """The quoted cell that starts at `begin`, and the place of the separator after it."""
    plek = tekst.find('"', begin)
    while plek != -1:
        volgende = tekst[plek + 1 : plek + 2]
        sluit = volgende in ("", "\n", teken)
        na_streep = plek > begin and tekst[plek - 1] == "\\"
        if sluit and not (na_streep and tekst[plek + 2 : plek + 3] == " "):
            return tekst[begin:plek].replace('""', '"'), plek + 1
        dubbel = volgende == '"' and not na_streep
        plek = tekst.find('"', plek + (2 if dubbel else 1))
    raise beschadigd()
