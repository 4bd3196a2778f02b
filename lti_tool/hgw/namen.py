"""Names as the Dutch sort, show and search them: de Vries stands under the V."""

import re
import unicodedata

# Prefixes as they are written in the Netherlands, and their short forms in sloppy lists.
_HELE = ["de", "den", "der", "van", "ter", "ten", "te", "'t", "'s", "in", "op", "aan", "bij", "uit", "onder"]
_HELE += ["over", "tot", "voor", "von"]
_AFGEKORT = ["van't", "in't", "op't", "v.", "v.d.", "v.d", "v/d", "vd", "v.h.", "v/h"]
_VOORVOEGSELS = frozenset(_HELE + _AFGEKORT)
# Prefixes from elsewhere: only where they are written small, for a family called Le or Da exists.
_KLEINE_VOORVOEGSELS = frozenset(
    ["la", "le", "les", "du", "da", "do", "dos", "das", "di", "del", "della", "zu", "zum", "zur", "vom", "af"]
)
# Words that belong to the family name: El Idrissi stands under the E.
_NAAMDELEN = frozenset(["el", "al", "ben", "ait", "abu", "ould", "bin", "bint", "ibn"])

_ZONDER_ONTLEDING = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_APOSTROFS = str.maketrans("\u2018\u2019\u201b\u0060\u00b4\u02bc", "'" * 6)
_GEEN_LETTER = re.compile(r"[^\w]+|_+")

NAAMLOOS = "Naam onbekend"


def zoek_tekst(tekst: str) -> str:
    """Fold a name or search text: no accents, case, hyphens or double spaces.

    A name is found when the folded search text occurs in the folded name.
    """
    if tekst.isascii():  # as most names are: nothing to take apart, in a third of the time
        kaal = tekst.lower().replace("`", "").replace("'", "")
        return " ".join(_GEEN_LETTER.sub(" ", kaal).split())
    kaal = tekst.translate(_APOSTROFS)
    for _ in range(2):  # taking a sign apart can bring capitals back
        kaal = unicodedata.normalize("NFKD", kaal.casefold())
    kaal = "".join(teken for teken in kaal if not unicodedata.combining(teken)).translate(_ZONDER_ONTLEDING)
    # An apostrophe joins (d'Hondt, 't), every other sign parts (Bergh-Oudshoorn).
    kaal = kaal.translate(_APOSTROFS).replace("'", "")
    return " ".join(_GEEN_LETTER.sub(" ", kaal).split())


def splits_voorvoegsel(achternaam: str) -> tuple[str, str]:
    """Part a family name into prefix and name: ``("van den", "Berg")``; the name is never empty."""
    woorden = _woorden(achternaam)
    aantal = 0
    while aantal < len(woorden) - 1 and is_voorvoegsel(woorden[aantal]):
        aantal += 1
    return " ".join(woorden[:aantal]), " ".join(woorden[aantal:])


def is_voorvoegsel(woord: str) -> bool:
    """Whether one word of a family name is a prefix that doesn't count for sorting."""
    return woord.translate(_APOSTROFS).casefold() in _VOORVOEGSELS or woord in _KLEINE_VOORVOEGSELS


def sorteersleutel(voornaam: str, achternaam: str) -> tuple[str, str, str]:
    """Key for a class list: family name without prefix, then prefix, then first name."""
    voorvoegsel, kern = splits_voorvoegsel(achternaam)
    if not kern:
        return zoek_tekst(voornaam), "", ""
    return zoek_tekst(kern), zoek_tekst(voorvoegsel), zoek_tekst(voornaam)


def weergavenaam(voornaam: str, achternaam: str) -> str:
    """The name as people say it: ``Sem de Vries``."""
    return " ".join(_woorden(f"{voornaam} {achternaam}")) or NAAMLOOS


def achternaam_eerst(voornaam: str, achternaam: str) -> str:
    """The name as a sorted list shows it: ``Vries, de, Sem``."""
    voorvoegsel, kern = splits_voorvoegsel(achternaam)
    delen = (kern, voorvoegsel, " ".join(_woorden(voornaam)))
    return ", ".join(deel for deel in delen if deel) or NAAMLOOS


def initialen(voornaam: str, achternaam: str) -> str:
    """Two capitals at most, without prefix: ``SV`` for Sem de Vries; "?" without a name."""
    _, kern = splits_voorvoegsel(achternaam)
    return "".join(_eerste_letter(deel) for deel in (voornaam, kern)) or "?"


def splits_naam(volledig: str) -> tuple[str, str]:
    """Split a full name into first name and family name (with its prefix) as well as can be.

    Reads ``Sem de Vries`` as well as ``Vries, de, Sem``, ``Vries, Sem de`` and ``de Vries, Sem``.
    A single word is taken for a first name.
    """
    if "," in volledig:
        return _splits_komma(volledig)
    woorden = _woorden(volledig)
    for plaats in range(1, len(woorden) - 1):
        if is_voorvoegsel(woorden[plaats]) or woorden[plaats].casefold() in _NAAMDELEN:
            return " ".join(woorden[:plaats]), " ".join(woorden[plaats:])
    # Two first names are commoner than two family names without a hyphen.
    return " ".join(woorden[:-1]) or volledig.strip(), " ".join(woorden[1:][-1:])


def _splits_komma(volledig: str) -> tuple[str, str]:
    delen = [deel for deel in volledig.split(",") if deel.strip()]
    if len(delen) < 2:
        return "", " ".join(_woorden("".join(delen)))
    kern, *midden, voornaam = delen
    woorden = _woorden(voornaam)
    aantal = len(woorden)
    while aantal > 1 and is_voorvoegsel(woorden[aantal - 1]):
        aantal -= 1
    achternaam = _woorden(" ".join([*midden, *woorden[aantal:], kern]))
    return " ".join(woorden[:aantal]), " ".join(achternaam)


def _woorden(tekst: str) -> list[str]:
    return unicodedata.normalize("NFC", tekst).split()


def _eerste_letter(tekst: str) -> str:
    return next((teken.upper() for teken in tekst if teken.isalpha()), "")[:1]
