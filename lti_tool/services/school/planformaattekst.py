"""The columns of a school's plans as a text to edit (TOML), with a message for a wrong line."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from lti_tool.hgw.planvorm import KOLOMMEN_TEN_HOOGSTE, Plankolom, bezwaren, bezwaren_samen
from lti_tool.services.school.hulpzinnen import categorienamen
from lti_tool.services.school.kolomtekst import als_toml, eis_goed, lees_kolommen

_VELDEN = {veld.name: veld.default for veld in fields(Plankolom)}
_NODIG = ("sleutel", "naam")


def schrijf(kolommen: Sequence[Plankolom]) -> str:
    """The columns as TOML that `lees` reads back exactly, with an explanation in Dutch on top."""
    return "\n\n".join([_uitleg(), *(_blok(kolom) for kolom in kolommen)]) + "\n"


def lees(tekst: str) -> tuple[Plankolom, ...]:
    """The columns that a text describes. Raises OngeldigFormaat, naming bad lines."""
    gelezen = lees_kolommen(tekst, KOLOMMEN_TEN_HOOGSTE)
    fouten, kolommen = gelezen.fouten, []
    for nummer, rij in enumerate(gelezen.rijen):
        gevonden = _fouten(rij)
        fouten += [f"{gelezen.regels.plek(nummer, veld)}: {melding}" for veld, melding in gevonden]
        if not gevonden:
            kolommen.append(_kolom(rij))
    # what is wrong between columns says little while one of them is wrong itself
    eis_goed(fouten or bezwaren_samen(kolommen))
    return tuple(kolommen)


def _fouten(rij: dict[str, Any]) -> list[tuple[str, str]]:
    """(word, what is wrong with it) of one column, also a word that isn't known or that misses."""
    onbekend = [(naam, f"{naam} is hier geen bekend woord.") for naam in rij if naam not in _VELDEN]
    mist = [("", f"hier ontbreekt {naam}.") for naam in _NODIG if naam not in rij]
    return onbekend or mist or list(bezwaren(_kolom(rij)))


def _kolom(rij: dict[str, Any]) -> Plankolom:
    categorieen = rij.get("categorieen", ())
    lijst = tuple(categorieen) if isinstance(categorieen, list) else categorieen
    return Plankolom(**rij | {"categorieen": lijst})


def _blok(kolom: Plankolom) -> str:
    waarden = asdict(kolom) | {"categorieen": list(kolom.categorieen)}
    anders = {naam: w for naam, w in waarden.items() if w != _VELDEN[naam] and w != []}
    return "\n".join(["[[kolommen]]", *(f"{naam} = {als_toml(w)}" for naam, w in anders.items())])


def _uitleg() -> str:
    return f"""# Elke kolom van het groepsplan begint met [[kolommen]], in de volgorde van het blad.
# sleutel: vaste naam. naam: boven de kolom. soort: leerlingen, doelen of tekst (gewoon).
# breedte: deel van het blad, 1 tot 6. uitleg: staat in een leeg veld.
# categorieen: welke zinnen uit de behoeften hier beginnen; "*" is de rest.
#   {", ".join(categorienamen())}
# leerlingen, doelen, organisatie en evaluatie staan in elk plan, en een kolom voor de aanpak of de inhoud."""
