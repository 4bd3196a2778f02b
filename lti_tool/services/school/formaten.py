"""What a column is, and what is measured by default: config/formats/, read once."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lti_tool.documents.koppen import rol_van
from lti_tool.hgw.lesuren import Lesuur, lees_lesuren
from lti_tool.hgw.schalen import OngeldigeSchaal, Schaal
from lti_tool.hgw.scores import OngeldigeScore, lees_score
from lti_tool.models import Cyclus, Kolom, Kolomsoort, Soort, Toets
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.settings import data_dir

BLOKKEN = {
    "toetsen": "Toetsen",
    "seo": "Sociaal-emotioneel",
    "waarnemen": "Waarnemen",
    "behoeften": "Behoeften",
}


TOETSSOORTEN = {
    "methodeonafhankelijk": "methodeonafhankelijke toets",
    "methodegebonden": "methodegebonden toets",
    "eigen": "eigen toets",
}
# what an owner adds in one overview; a school's own columns never begin like this
EIGEN = "eigen_"
KOP_LANGSTE, NAAM_LANGSTE, UITLEG_LANGSTE = 24, 80, 400

_VASTE_ROLLEN = ("nummer", "email", "voornaam", "tussenvoegsel", "achternaam", "naam")
_SLEUTEL = re.compile(r"[a-z][a-z0-9_]{0,62}")


class OngeldigeKolom(OngeldigeWaarde):
    """A column that makes no sense. `bezwaren`: (field of Kolomformaat, what is wrong in Dutch)."""

    def __init__(self, bezwaren: Sequence[tuple[str, str]]) -> None:
        super().__init__(" ".join(melding for _, melding in bezwaren))
        self.bezwaren = tuple(bezwaren)


@dataclass(frozen=True)
class Kolomformaat:
    """One column as config/formats/ gives it. What the words mean stands in docs/formats.md.

    Scale and ijkpunt are brought into the one form in which they are kept (5.5 becomes 5,5), so that scales
    can be compared. Raises OngeldigeKolom from __post_init__, with all that is wrong.
    """

    sleutel: str
    kop: str
    naam: str
    blok: str
    soort: str
    schaal: dict[str, Any] | None = None
    ijkpunt: str = ""
    toetssoort: str = "eigen"
    # tests with the same reeks measure the same thing: their scores follow each other; "": a test by itself
    reeks: str = ""
    uitleg: str = ""
    gevoelig: bool = False
    # colleagues who don't own the overview may add a line here
    observatie: bool = False
    # goes along to the next cycle
    blijvend: bool = False

    def __post_init__(self) -> None:
        bezwaren = [*_woorden(self), *_keuzes(self)]
        if not bezwaren:
            bezwaren = list(_meetlat(self))
        if bezwaren:
            raise OngeldigeKolom(bezwaren)
        if self.schaal is not None:
            schaal = Schaal.van_dict(self.schaal)
            score = lees_score(schaal, self.ijkpunt)
            # frozen: the only moment at which it may still change
            object.__setattr__(self, "schaal", schaal.als_dict())
            object.__setattr__(self, "ijkpunt", score.tekst if score else "")


def _woorden(formaat: Kolomformaat) -> Iterator[tuple[str, str]]:
    """What is wrong with the texts of a column; they may be of any type when they come from a file."""
    if not isinstance(formaat.sleutel, str) or not _SLEUTEL.fullmatch(formaat.sleutel):
        yield "sleutel", "Een sleutel begint met een kleine letter, met daarna kleine letters, cijfers of _."
    if formaat.reeks != "" and (not isinstance(formaat.reeks, str) or not _SLEUTEL.fullmatch(formaat.reeks)):
        yield "reeks", "Een reeks begint met een kleine letter, met daarna kleine letters, cijfers of _."
    grenzen = (("kop", 1, KOP_LANGSTE), ("naam", 1, NAAM_LANGSTE), ("uitleg", 0, UITLEG_LANGSTE))
    for veld, kortste, langste in grenzen:
        tekst = getattr(formaat, veld)
        if not isinstance(tekst, str) or not kortste <= len(tekst.strip()) <= langste:
            yield veld, f"{veld} is een tekst van {kortste} tot {langste} tekens."
        elif any(unicodedata.category(teken) in ("Cc", "Cs") for teken in tekst):
            yield veld, f"{veld} staat op één regel, zonder tabs."
        elif veld == "kop" and (rol_van(tekst) in _VASTE_ROLLEN or tekst.strip().casefold() == "s"):
            # in a file that comes back it would be taken for who the row is about, or for the signals
            yield veld, f"De kop {tekst.strip()} is al van de vaste kolommen. Kies een andere."


def _keuzes(formaat: Kolomformaat) -> Iterator[tuple[str, str]]:
    for veld, keuzes in (("blok", [*BLOKKEN]), ("soort", [*Kolomsoort]), ("toetssoort", [*TOETSSOORTEN])):
        if getattr(formaat, veld) not in keuzes:
            yield veld, f"{veld} is {', '.join(keuzes[:-1])} of {keuzes[-1]}."
    for veld in ("gevoelig", "observatie", "blijvend"):
        if not isinstance(getattr(formaat, veld), bool):
            yield veld, f"{veld} is true of false, zonder aanhalingstekens."


def _meetlat(formaat: Kolomformaat) -> Iterator[tuple[str, str]]:
    """A text has no scale; anything else has one, and its agreed minimum is a score on it."""
    if formaat.soort == Kolomsoort.TEKST:
        if formaat.schaal is not None or formaat.ijkpunt != "":
            yield (
                ("ijkpunt" if formaat.schaal is None else "schaal"),
                "Een tekst heeft geen schaal of ijkpunt.",
            )
        return
    if not isinstance(formaat.schaal, dict):
        yield "schaal", 'Zet bij deze soort een schaal, bijvoorbeeld schaal = { soort = "cijfer" }.'
        return
    try:
        schaal = Schaal.van_dict(formaat.schaal)
        if not isinstance(formaat.ijkpunt, str):
            yield "ijkpunt", f"ijkpunt is een tekst tussen aanhalingstekens. {schaal.toegestaan()}"
        else:
            lees_score(schaal, formaat.ijkpunt)
    except OngeldigeSchaal as fout:
        yield "schaal", f"De schaal klopt niet: {fout}."
    except OngeldigeScore as fout:
        yield "ijkpunt", f"Dit ijkpunt past niet op de schaal. {fout}"


@cache
def _lees(naam: str) -> dict[str, Any]:
    return tomllib.loads((data_dir("config") / "formats" / f"{naam}.toml").read_text(encoding="utf-8"))


@cache
def kolomformaten(soort: str) -> tuple[Kolomformaat, ...]:
    """The columns of an overview of this kind (Soort), in order."""
    return tuple(Kolomformaat(**kolom) for kolom in _lees(Soort(soort).value)["kolommen"])


def vakken() -> list[dict[str, Any]]:
    """The subjects with their abbreviations, as hgw.groepgok takes them."""
    return list(_lees("vakken")["vakken"])


def periodes() -> list[dict[str, str]]:
    """The cycles of a school year as month and day, as hgw.schooljaar takes them."""
    return list(_lees("school")["periodes"])


@cache
def lesuren() -> tuple[Lesuur, ...]:
    """The hours of a day of a school that set none itself, in order of time; () for no fixed hours."""
    return lees_lesuren(_lees("school").get("lesuren", ()))


def clusteren() -> dict[str, Any]:
    """`ten_hoogste` subgroups are proposed; a point that `groepspunt_deel` of the pupils share is for all."""
    return dict(_lees("clusteren"))


def maak_kolom(cyclus: Cyclus, formaat: Kolomformaat, volgorde: int) -> Kolom:
    """A new column of a cycle's overview, not yet in the session."""
    kolom = Kolom(
        cyclus_id=cyclus.id,
        sleutel=formaat.sleutel,
        naam=formaat.naam,
        kop=formaat.kop,
        blok=formaat.blok,
        soort=formaat.soort,
        schaal=formaat.schaal,
        ijkpunt=formaat.ijkpunt,
        uitleg=formaat.uitleg,
        gevoelig=formaat.gevoelig,
        observatie=formaat.observatie,
        blijvend=formaat.blijvend,
        volgorde=volgorde,
    )
    if formaat.soort == Kolomsoort.TOETS:
        kolom.toets = Toets(soort=formaat.toetssoort, reeks=formaat.reeks or formaat.sleutel)
    return kolom


def ordonneer(kolommen: Sequence[Kolomformaat]) -> tuple[Kolomformaat, ...]:
    """Each block's columns together, blocks in the order in which they first come: a block is one head."""
    blokken = list(dict.fromkeys(kolom.blok for kolom in kolommen))
    return tuple(sorted(kolommen, key=lambda kolom: blokken.index(kolom.blok)))
