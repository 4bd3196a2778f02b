"""The heads that schools' systems put above columns, in Dutch and English: which one means what."""

import re
import unicodedata
from typing import Literal

Rol = Literal[
    "nummer", "email", "voornaam", "tussenvoegsel", "achternaam", "naam", "score", "feedback", "overslaan"
]

_ROLLEN: dict[Rol, str] = {
    "nummer": "nummer, nr, id nummer, nummer id, id number, leerlingnummer, leerlingnr, leerling nr, "
    "leerling id, lln nr, llnr, llnnr, stamnummer, stamnr, student number, studentnummer, student id, "
    "administratienummer",
    "email": "e mail, email, mail, e mailadres, emailadres, mailadres, email address, e mail address",
    "voornaam": "voornaam, first name, roepnaam, given name",
    "tussenvoegsel": "tussenvoegsel, tussenvoegsels, tussenv, tv, voorvoegsel, voorvoegsels",
    "achternaam": "achternaam, last name, surname, family name",
    "naam": "naam, name, leerling, leerlingnaam, naam leerling, student, full name, volledige naam, "
    "achternaam voornaam, naam en voornaam",
    "overslaan": "s, institution, instelling, department, afdeling, suspended, geschorst, klas, groep, "
    "stamgroep, stamklas, lesgroep, leerjaar, jaarlaag, niveau opleiding, opleiding, studie, profiel, "
    "geslacht, geboortedatum, datum, afnamedatum, toets, toetsnaam, afnamemoment, vak, docent, mentor, "
    "gebruikersnaam, username, telefoon, "
    "last downloaded from this course, laatst gedownload uit deze cursus, laatst gedownload van deze cursus",
}
_BIJ_KOP: dict[str, Rol] = {kop: rol for rol, koppen in _ROLLEN.items() for kop in koppen.split(", ")}

Weergave = Literal["", "punten", "percentage", "letter", "niveau", "referentie", "woord"]

# Moodle: "Quiz: Breuken (Real)", cut at the last bracket; "Reëel" in Dutch.
_MOODLE_ITEM = re.compile(r"(?P<titel>.*\S)\s*\((?P<weergave>[^()]*)\)", re.DOTALL)
_MOODLE_WEERGAVEN: dict[str, Weergave | Literal["feedback"]] = {
    "real": "punten",
    "reeel": "punten",
    "percentage": "percentage",
    "letter": "letter",
    "feedback": "feedback",
}
_ACTIVITEITEN = frozenset(
    {"assignment", "opdracht", "quiz", "test", "external tool", "externe tool", "lesson", "les", "forum"}
    | {"glossary", "begrippenlijst", "workshop", "scorm package", "scorm pakket", "h5p", "h5p package"}
    | {"database", "databank", "bigbluebutton"}
)
_TOTAAL = re.compile(r"(course total|cursustotaal|.* total|.* totaal|total|totaal)")


def vereenvoudig(kop: str) -> str:
    """A head in plain small letters: no accents, no punctuation, single spaces."""
    letters = unicodedata.normalize("NFKD", kop.casefold())
    return " ".join(
        re.sub(r"[^a-z0-9]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).split()
    )


def rol_van(kop: str) -> Rol | None:
    """The role that a head names by itself, or None when only the values can tell."""
    return _BIJ_KOP.get(vereenvoudig(kop))


def moodle_item(kop: str) -> tuple[str, Weergave | Literal["feedback"]] | None:
    """Title and display of an item of Moodle's gradebook export, or None when the head isn't one."""
    match = _MOODLE_ITEM.fullmatch(kop)
    weergave = _MOODLE_WEERGAVEN.get(vereenvoudig(match["weergave"])) if match else None
    if match is None or weergave is None:
        return None
    soort, dubbelepunt, rest = match["titel"].partition(":")
    zonder = rest.strip() if dubbelepunt and vereenvoudig(soort) in _ACTIVITEITEN else ""
    return zonder or match["titel"], weergave


def is_totaal(titel: str) -> bool:
    """Whether Moodle calculated this column from others (Course total, … totaal)."""
    return bool(_TOTAAL.fullmatch(vereenvoudig(titel)))
