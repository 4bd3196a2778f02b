"""What reading a file gives: one sheet of text, or a message that says what is wrong and what to do now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lti_tool.documents.tekst import schoon

MAX_RIJEN = 2_000
MAX_KOLOMMEN = 200
MAX_BYTES = 10 * 1024 * 1024
_ZOEK_KOP_IN = 15  # title lines above the head of a test export are few

VERWACHT = "Kies een bestand met een kopregel en een rij per leerling."
OPSLAAN = "Open het in je spreadsheetprogramma, sla het op als .xlsx of .csv en kies het opnieuw."


class OnleesbaarBestand(Exception):
    """A file that can't be read. The message is for the user, in Dutch: what is wrong and what to do now."""


@dataclass(frozen=True)
class Bladinhoud:
    """One sheet as text. Every row is as wide as `koppen`; `meldingen` are remarks to show with it."""

    koppen: list[str]
    rijen: list[list[str]]
    meldingen: list[str] = field(default_factory=list)


def begrens(rijen: Iterable[list[str]]) -> Iterator[list[str]]:
    """Pass rows on without empty cells at their end and without empty rows.

    Stops reading at the first row or cell too many, so that an endless sheet costs no time or memory.
    Raises OnleesbaarBestand.
    """
    gevuld = 0
    for rij in rijen:
        breedte = next((n for n in range(len(rij), 0, -1) if rij[n - 1].strip()), 0)
        if not breedte:
            continue
        if breedte > MAX_KOLOMMEN:
            raise te_veel_kolommen()
        gevuld += 1
        if gevuld > MAX_RIJEN + _ZOEK_KOP_IN:
            raise te_veel_rijen()
        yield rij[:breedte]


def maak_blad(rijen: list[list[str]], meldingen: list[str]) -> Bladinhoud:
    """Find the head among the first rows and make all rows equally wide.

    The head is the first row with at least two cells and more than half as many as the widest row. Raises
    OnleesbaarBestand when nothing, or nothing but a head, is left.
    """
    if not rijen:
        raise OnleesbaarBestand(f"Het bestand is leeg. {VERWACHT}")
    aantallen = [sum(1 for cel in rij if cel.strip()) for rij in rijen]
    genoeg = max(aantallen) / 2
    kop = next((n for n, aantal in enumerate(aantallen[:_ZOEK_KOP_IN]) if aantal > max(1.0, genoeg)), 0)
    data = rijen[kop + 1 :]
    if not data:
        raise OnleesbaarBestand(
            "Het bestand heeft alleen een kopregel. Kies een bestand met daaronder een rij per leerling."
        )
    if len(data) > MAX_RIJEN:
        raise te_veel_rijen()
    if kop:
        regels = "De eerste regel is" if kop == 1 else f"De eerste {kop} regels zijn"
        meldingen = [*meldingen, f"{regels} overgeslagen, want de kopregel staat eronder."]
    breedte = max(len(rij) for rij in rijen[kop:])
    vol = [[schoon(cel) for cel in rij] + [""] * (breedte - len(rij)) for rij in rijen[kop:]]
    return Bladinhoud([" ".join(cel.split()) for cel in vol[0]], vol[1:], meldingen)


def te_veel_rijen() -> OnleesbaarBestand:
    """The error for more rows than we read, empty rows in between included."""
    return OnleesbaarBestand(
        f"Het bestand heeft meer dan {MAX_RIJEN} rijen (of heel veel lege rijen). "
        "Bewaar alleen de rijen van je eigen groep in een nieuw bestand en kies dat."
    )


def te_veel_kolommen() -> OnleesbaarBestand:
    """The error for more columns than we read."""
    return OnleesbaarBestand(
        f"Het bestand heeft meer dan {MAX_KOLOMMEN} kolommen. "
        "Verwijder de kolommen die je niet nodig hebt, bewaar het bestand en kies het opnieuw."
    )


def beschadigd() -> OnleesbaarBestand:
    """The error for a file that stops halfway or doesn't add up."""
    return OnleesbaarBestand(
        "Het bestand is afgebroken of beschadigd. Download of bewaar het opnieuw en kies het dan nog eens."
    )


def formule_zonder_uitkomst(cel: str) -> OnleesbaarBestand:
    """The error for a formula that nobody calculated yet: we never calculate one ourselves."""
    return OnleesbaarBestand(
        f"Cel {cel} bevat een formule zonder uitkomst. Open het bestand in je spreadsheetprogramma, "
        "sla het daar op en kies het opnieuw, of zet de uitkomst als gewoon getal in de cel."
    )
