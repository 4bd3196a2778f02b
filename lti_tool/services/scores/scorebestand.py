"""A file with scores: read, its columns given a meaning, its rows matched with the class."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from lti_tool.documents.blad import Bladinhoud, OnleesbaarBestand
from lti_tool.documents.herkennen import Kolomgok, celwaarde, raad_kolommen
from lti_tool.documents.inlezen import lees_bestand
from lti_tool.documents.koppen import vereenvoudig
from lti_tool.documents.tekst import schoon
from lti_tool.hgw.afronden import lees_ruim
from lti_tool.hgw.namenmatch import Rij
from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import OngeldigeScore
from lti_tool.models import Kolom, Kolomsoort
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.scores.scoreblok import Blokrij, Klas, koppel_rijen

# What a column of the file can say about a pupil. Any other role is "" (left out) or the id of a column.
WIE_ROLLEN = {
    "nummer": "Leerlingnummer",
    "email": "E-mailadres",
    "voornaam": "Voornaam",
    "tussenvoegsel": "Tussenvoegsel",
    "achternaam": "Achternaam",
    "naam": "Hele naam",
}
# Enough of them say who a row is about.
_ZEGT_WIE = {"nummer", "email", "naam", "achternaam", "voornaam"}
# How many values must fit the scale: of a column with the same name, and of one whose name says nothing.
_PAST_BIJ_NAAM = 0.5
_PAST_ZONDER_NAAM = 0.8
_NAAM_LANGSTE = 100


def lees(naam: str, inhoud: bytes) -> tuple[str, dict[str, Any]]:
    """The file's name and its contents as plain data, as a concept keeps it.

    Raises OngeldigeWaarde, whose message says what is wrong with the file and what to do now.
    """
    try:
        blad = lees_bestand(naam, inhoud)
    except OnleesbaarBestand as fout:
        raise OngeldigeWaarde(str(fout)) from fout
    gokken = raad_kolommen(blad.koppen, blad.rijen)
    rijen = [[celwaarde(gok, cel) for gok, cel in zip(gokken, rij, strict=True)] for rij in blad.rijen]
    # some browsers send the whole path
    bron = schoon(PurePath(naam.replace("\\", "/")).name)[:_NAAM_LANGSTE]
    return bron, {
        "koppen": blad.koppen,
        "cellen": rijen,
        "meldingen": blad.meldingen,
        "gokken": [[gok.rol, gok.titel, gok.weergave] for gok in gokken],
    }


def blad_van(gegevens: Mapping[str, Any]) -> tuple[Bladinhoud, list[Kolomgok]]:
    """The reverse of `lees`: the sheet and the guess per column."""
    blad = Bladinhoud(gegevens["koppen"], gegevens["cellen"], gegevens["meldingen"])
    return blad, [Kolomgok(*gok) for gok in gegevens["gokken"]]


def raad_rollen(gegevens: Mapping[str, Any], kolommen: Sequence[Kolom], gevuld: frozenset[int]) -> list[str]:
    """A role per column of the file: who, the id of the overview's column with the same name, or "".

    Of several columns with one name (Moodle gives points, percentage and letter) the first whose values
    fit the scale is taken. A file with a single score column whose name says nothing gets the first test
    column without scores (`gevuld` are those with) that takes the values.
    """
    blad, gokken = blad_van(gegevens)
    namen = {vereenvoudig(naam): k for k in reversed(kolommen) for naam in (k.naam, k.kop)}
    rollen: list[str] = []
    for plek, gok in enumerate(gokken):
        rol: str = gok.rol if gok.rol in WIE_ROLLEN else ""
        kolom = namen.get(vereenvoudig(gok.titel))
        if not rol and kolom and _past(kolom, [rij[plek] for rij in blad.rijen]) >= _PAST_BIJ_NAAM:
            rol = str(kolom.id)
        rollen.append(rol if rol not in rollen else "")
    scores = [plek for plek, gok in enumerate(gokken) if gok.rol == "score"]
    if len(scores) == 1 and not any(rol.isdigit() for rol in rollen):
        waarden = [rij[scores[0]] for rij in blad.rijen]
        toetsen = (k for k in kolommen if k.soort == Kolomsoort.TOETS and k.id not in gevuld)
        rollen[scores[0]] = next((str(k.id) for k in toetsen if _past(k, waarden) >= _PAST_ZONDER_NAAM), "")
    return rollen


def controleer_rollen(rollen: Sequence[str]) -> list[str]:
    """What is in the way of reading with these roles, in Dutch; nothing when it can be done."""
    bezwaren = []
    if not _ZEGT_WIE & set(rollen):
        bezwaren.append("Kies in welke kolom staat over wie een rij gaat: nummer, e-mail of naam.")
    if not any(rol.isdigit() for rol in rollen):
        bezwaren.append("Kies bij minstens een kolom waar de scores in het overzicht komen.")
    gekozen = [rol for rol in rollen if rol]
    if len(set(gekozen)) < len(gekozen):
        bezwaren.append("Twee kolommen van het bestand hebben dezelfde plek gekregen. Kies er een.")
    return bezwaren


def maak_rijen(gegevens: Mapping[str, Any], rollen: Sequence[str], klas: Klas) -> list[Blokrij]:
    """The rows of the file, matched with the class; `rollen` as `raad_rollen` gives them."""
    blad, _ = blad_van(gegevens)
    plek = {rol: n for n, rol in enumerate(rollen) if rol}
    doelen = {int(rol): n for rol, n in plek.items() if rol.isdigit()}

    def cel(rij: Sequence[str], rol: str) -> str:
        return rij[plek[rol]] if rol in plek else ""

    def naam(rij: Sequence[str]) -> str:
        delen = [cel(rij, deel) for deel in ("voornaam", "tussenvoegsel", "achternaam")]
        return cel(rij, "naam") or " ".join(deel for deel in delen if deel)

    wie = [Rij(naam(rij), cel(rij, "nummer"), cel(rij, "email")) for rij in blad.rijen]
    waarden = [{kolom_id: rij[n] for kolom_id, n in doelen.items()} for rij in blad.rijen]
    return koppel_rijen(klas, wie, waarden, (_kort(r.naam or r.nummer or r.email) for r in wie))


def _kort(tekst: str) -> str:
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= _NAAM_LANGSTE else f"{tekst[:_NAAM_LANGSTE]}…"


def _past(kolom: Kolom, waarden: Sequence[str]) -> float:
    """Which part of the values the column's scale knows; 0 when there are none."""
    if kolom.soort == Kolomsoort.TEKST:
        return 1
    schaal = Schaal.van_dict(kolom.schaal or {})
    gevuld = [waarde for waarde in waarden if waarde.strip()]
    goed = 0
    for waarde in gevuld:
        try:
            lees_ruim(schaal, waarde)
        except OngeldigeScore:
            continue
        goed += 1
    return goed / len(gevuld) if gevuld else 0
