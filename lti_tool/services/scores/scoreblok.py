"""Rows of scores that came in, from a file or the clipboard, each with the pupil it seems to be about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from lti_tool.hgw.namenmatch import Kandidaat, Rij, Zekerheid, koppel
from lti_tool.models import Regel
from lti_tool.services.groep.rooster import Leerling

Klas = Sequence[tuple[Regel, Leerling]]


@dataclass(frozen=True)
class Blokrij:
    """One row. `wie` as it came, `kandidaten` are regel ids, `waarden` has the text as it came per kolom id.

    A row that is nobody's keeps its values as long as the concept: the teacher may know whose it is.
    """

    wie: str
    zekerheid: Zekerheid
    kandidaten: tuple[int, ...]
    reden: str
    waarden: dict[int, str]

    @classmethod
    def van_dict(cls, gegevens: dict[str, Any]) -> "Blokrij":
        """The reverse of `als_dict`; JSON has no numbers as keys."""
        return cls(
            gegevens["wie"],
            Zekerheid(gegevens["zekerheid"]),
            tuple(gegevens["kandidaten"]),
            gegevens["reden"],
            {int(kolom_id): tekst for kolom_id, tekst in gegevens["waarden"].items()},
        )

    def als_dict(self) -> dict[str, Any]:
        """Plain data, to be kept until it is confirmed."""
        return dict(vars(self))


def koppel_rijen(
    klas: Klas, rijen: Sequence[Rij], waarden: Sequence[dict[int, str]], wie: Iterable[str]
) -> list[Blokrij]:
    """Match rows by number, e-mail or name with the class; the three sequences run along."""
    gekoppeld = koppel(rijen, kandidaten(klas))
    return [
        Blokrij(naam, k.zekerheid, k.kandidaten, k.reden, cellen)
        for naam, k, cellen in zip(wie, gekoppeld, waarden, strict=True)
    ]


def kandidaten(klas: Klas) -> list[Kandidaat]:
    """The pupils to match with, known by the id of their row."""
    return [
        Kandidaat(
            regel.id,
            regel.persoon.voornaam,
            regel.persoon.achternaam or ("" if regel.persoon.voornaam else regel.persoon.naam),
            regel.persoon.nummer,
            regel.persoon.email,
        )
        for regel, _ in klas
    ]
