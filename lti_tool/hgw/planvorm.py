"""The forms of a groepsplan: what its parts are, which rows it has, and which columns a row has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lti_tool.hgw.domeinen import Domein, domeinen_voor

LEERLINGEN, DOELEN, TEKST = "leerlingen", "doelen", "tekst"
KOLOMSOORTEN = (LEERLINGEN, DOELEN, TEKST)
# Every plan has these, by key: the rest of the tool counts them, prints them and evaluates them.
ORGANISATIE, EVALUATIE = "organisatie", "evaluatie"
# the sentences of every category that no other column takes
REST = "*"
NAAM_LANGSTE, UITLEG_LANGSTE = 40, 300
KOLOMMEN_TEN_HOOGSTE = 10
BREEDSTE = 6

_SLEUTEL = re.compile(r"[a-z][a-z0-9_]{0,62}")


@dataclass(frozen=True)
class Plankolom:
    """One column. ``soort``: leerlingen | doelen | tekst; ``breedte``: its share of the sheet (1 to 6).

    ``categorieen``: keys of the begrijpwijzer's categories whose sentences a new plan puts here; REST takes
    all that no other column does.
    """

    sleutel: str
    naam: str
    soort: str = TEKST
    breedte: int = 2
    uitleg: str = ""
    categorieen: tuple[str, ...] = ()

    @property
    def is_aanbod(self) -> bool:
        """Whether it says what is offered and how, rather than when or how it went."""
        return self.soort == TEKST and self.sleutel not in (ORGANISATIE, EVALUATIE)


@dataclass(frozen=True)
class Plandeel:
    """A part of the sheet with the domains of its rows; ``naam`` "" where there is only one part."""

    naam: str
    domeinen: tuple[Domein, ...]


@dataclass(frozen=True)
class Vorm:
    """``basisrij``: the whole group has a row, with its attention points."""

    sleutel: str
    naam: str
    basisrij: bool


VAKOVERSTIJGEND = Vorm("vakoverstijgend", "Vakoverstijgend", basisrij=True)
CONVERGENT = Vorm("convergent", "Vakspecifiek, convergent", basisrij=True)
DIVERGENT = Vorm("divergent", "Vakspecifiek, divergent", basisrij=False)


def vorm_van(*, vakspecifiek: bool, divergent: bool) -> Vorm:
    """The form of a plan. The mentor's plan knows no divergent form."""
    if not vakspecifiek:
        return VAKOVERSTIJGEND
    return DIVERGENT if divergent else CONVERGENT


def delen(*, vakspecifiek: bool) -> tuple[Plandeel, ...]:
    """The parts of a plan in order: the pedagogic domain and the basic skills, or the one of a subject."""
    domeinen = domeinen_voor(vakspecifiek)
    if vakspecifiek:
        return (Plandeel("", domeinen),)
    return (Plandeel("Pedagogisch domein", domeinen[:1]), Plandeel("Basisvaardigheden", domeinen[1:]))


def kolom_voor(kolommen: Sequence[Plankolom], categorie: str) -> Plankolom | None:
    """The column in which sentences of a category belong; None when no text column is left for it."""
    teksten = [kolom for kolom in kolommen if kolom.soort == TEKST]
    for gezocht in (categorie, REST):
        for kolom in teksten:
            if gezocht in kolom.categorieen:
                return kolom
    return next((kolom for kolom in teksten if kolom.is_aanbod), None)


def bezwaren(kolom: Plankolom) -> Iterator[tuple[str, str]]:
    """(field, what is wrong with it in Dutch); the fields may be of any type when they come from a file."""
    if not isinstance(kolom.sleutel, str) or not _SLEUTEL.fullmatch(kolom.sleutel):
        yield "sleutel", "Een sleutel begint met een kleine letter, met daarna kleine letters, cijfers of _."
    for veld, kortste, langste in (("naam", 1, NAAM_LANGSTE), ("uitleg", 0, UITLEG_LANGSTE)):
        tekst = getattr(kolom, veld)
        if not isinstance(tekst, str) or not kortste <= len(tekst.strip()) <= langste:
            yield veld, f"{veld} is een tekst van {kortste} tot {langste} tekens."
        elif not tekst.isprintable():
            yield veld, f"{veld} staat op één regel, zonder tabs."
    if kolom.soort not in KOLOMSOORTEN:
        yield "soort", "soort is leerlingen, doelen of tekst."
    if type(kolom.breedte) is not int or not 1 <= kolom.breedte <= BREEDSTE:
        yield "breedte", f"breedte is een heel getal van 1 tot {BREEDSTE}."
    if not isinstance(kolom.categorieen, tuple) or not all(isinstance(c, str) for c in kolom.categorieen):
        yield "categorieen", 'categorieen is een lijst, bijvoorbeeld ["feedback", "docenten"].'
    elif kolom.categorieen and kolom.soort != TEKST:
        yield "categorieen", "Alleen een kolom met soort tekst krijgt zinnen."


def bezwaren_samen(kolommen: Sequence[Plankolom]) -> list[str]:
    """What is wrong with columns together, in Dutch; each by itself is in order."""
    fouten = []
    for soort in (LEERLINGEN, DOELEN):
        gevonden = [kolom.sleutel for kolom in kolommen if kolom.soort == soort]
        if gevonden != [soort]:
            fouten.append(f"Er is precies één kolom met soort {soort}; de sleutel daarvan is {soort}.")
    sleutels = [kolom.sleutel for kolom in kolommen]
    fouten += [
        f"Sleutel {s} staat er meer dan één keer." for s in dict.fromkeys(sleutels) if sleutels.count(s) > 1
    ]
    teksten = {kolom.sleutel for kolom in kolommen if kolom.soort == TEKST}
    fouten += [
        f"Een plan heeft een kolom {sleutel} (soort tekst)."
        for sleutel in (ORGANISATIE, EVALUATIE)
        if sleutel not in teksten
    ]
    if not any(kolom.is_aanbod for kolom in kolommen):
        fouten.append("Er hoort een kolom bij voor de aanpak of de inhoud (soort tekst).")
    return fouten
