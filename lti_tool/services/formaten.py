"""What a school measures and calls things: config/formats/, read once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import lees_score
from lti_tool.models import Cyclus, Kolom, Kolomsoort, Soort, Toets
from lti_tool.settings import data_dir

BLOKKEN = {
    "toetsen": "Toetsen",
    "seo": "Sociaal-emotioneel",
    "waarnemen": "Waarnemen",
    "behoeften": "Behoeften",
}


@dataclass(frozen=True)
class Kolomformaat:
    """One column as config/formats/ gives it. What the words mean stands in docs/formats.md.

    Raises ValueError from __post_init__ when it makes no sense: a mistake in the configuration.
    """

    sleutel: str
    kop: str
    naam: str
    blok: str
    soort: str
    schaal: dict[str, Any] | None = None
    ijkpunt: str = ""
    toetssoort: str = "eigen"
    uitleg: str = ""
    gevoelig: bool = False
    # colleagues who don't own the overview may add a line here
    observatie: bool = False
    # goes along to the next cycle
    blijvend: bool = False

    def __post_init__(self) -> None:
        if self.blok not in BLOKKEN:
            raise ValueError(f"kolom {self.sleutel}: onbekend blok {self.blok!r}")
        Kolomsoort(self.soort)
        if self.soort != Kolomsoort.TEKST:
            lees_score(Schaal.van_dict(self.schaal or {}), self.ijkpunt)


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


def kolommen_voor(cyclus: Cyclus, soort: str) -> list[Kolom]:
    """New columns for a cycle's overview, from the configuration."""
    return [_kolom(cyclus, formaat, volgorde) for volgorde, formaat in enumerate(kolomformaten(soort))]


def _kolom(cyclus: Cyclus, formaat: Kolomformaat, volgorde: int) -> Kolom:
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
        kolom.toets = Toets(soort=formaat.toetssoort, reeks=formaat.sleutel)
    return kolom
