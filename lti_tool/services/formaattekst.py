"""A school's columns as a text that a person can edit (TOML), with a message for every line that is wrong."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from typing import Any

from lti_tool.services.formaten import (
    BLOKKEN,
    EIGEN,
    TOETSSOORTEN,
    Kolomformaat,
    OngeldigeKolom,
    ordonneer,
)
from lti_tool.services.fouten import OngeldigeWaarde

TEKST_LANGSTE = 100_000
KOLOMMEN_TEN_HOOGSTE = 60
# more than this nobody repairs before trying again
_FOUTEN_TEN_HOOGSTE = 20

_KOP = re.compile(r"\s*\[\[\s*kolommen\s*\]\]\s*(#.*)?")
_PLAATS = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
_VELDEN = {veld.name: veld for veld in fields(Kolomformaat)}
_STANDAARD = {naam: veld.default for naam, veld in _VELDEN.items()}
_NODIG = ("sleutel", "kop", "naam", "blok", "soort")


class OngeldigFormaat(OngeldigeWaarde):
    """A text of columns that can't be used; `fouten` are sentences, each with the line it is about."""

    def __init__(self, fouten: Sequence[str]) -> None:
        super().__init__(" ".join(fouten))
        self.fouten = list(fouten)


def schrijf(kolommen: Sequence[Kolomformaat]) -> str:
    """The columns as TOML that `lees` reads back exactly, with an explanation in Dutch on top."""
    return "\n\n".join([_UITLEG, *(_blok(kolom) for kolom in kolommen)]) + "\n"


def lees(tekst: str) -> tuple[Kolomformaat, ...]:
    """The columns that a text describes, blocks kept together. Raises OngeldigFormaat, naming bad lines."""
    if len(tekst) > TEKST_LANGSTE:
        raise OngeldigFormaat([f"De tekst is te lang: er passen {TEKST_LANGSTE} tekens in."])
    tekst = tekst.replace("\r\n", "\n")
    try:
        inhoud = tomllib.loads(tekst)
    except (ValueError, RecursionError) as fout:  # the second for thousands of brackets
        raise OngeldigFormaat([leesfout(str(fout))]) from fout
    rijen = inhoud.pop("kolommen", None)
    fouten = [f"{naam} hoort hier niet: alles staat onder een regel [[kolommen]]." for naam in inhoud]
    if not isinstance(rijen, list) or not rijen or not all(isinstance(rij, dict) for rij in rijen):
        raise OngeldigFormaat([*fouten, "Begin elke kolom met een regel [[kolommen]]."])
    if len(rijen) > KOLOMMEN_TEN_HOOGSTE:
        raise OngeldigFormaat([f"Er staan {len(rijen)} kolommen. Er passen er {KOLOMMEN_TEN_HOOGSTE} in."])
    regels = Regels(tekst, len(rijen))
    kolommen = []
    for nummer, rij in enumerate(rijen):
        try:
            kolommen.append(_kolom(rij))
        except OngeldigeKolom as fout:
            fouten += [f"{regels.plek(nummer, veld)}: {melding}" for veld, melding in fout.bezwaren]
    fouten += _samen(rijen, regels)
    if fouten:
        rest = len(fouten) - _FOUTEN_TEN_HOOGSTE
        meer = [f"En nog {rest} andere."] if rest > 0 else []
        raise OngeldigFormaat([*fouten[:_FOUTEN_TEN_HOOGSTE], *meer])
    return ordonneer(kolommen)


def _kolom(rij: dict[str, Any]) -> Kolomformaat:
    """One column. Raises OngeldigeKolom naming all that is wrong, also an unknown or missing word."""
    bezwaren = [(naam, f"{naam} is hier geen bekend woord.") for naam in rij if naam not in _VELDEN]
    mist = [("", f"hier ontbreekt {naam}.") for naam in _NODIG if naam not in rij]
    kolom = None
    if not mist:
        try:
            kolom = Kolomformaat(**{naam: waarde for naam, waarde in rij.items() if naam in _VELDEN})
        except OngeldigeKolom as fout:
            bezwaren += fout.bezwaren
    if kolom is not None and kolom.sleutel.startswith(EIGEN):
        bezwaren.append(("sleutel", f"Een sleutel met {EIGEN} ervoor is voor kolommen van docenten."))
    if kolom is None or bezwaren:
        raise OngeldigeKolom([*bezwaren, *mist])
    return kolom


def _samen(rijen: Sequence[dict[str, Any]], regels: "Regels") -> Iterator[str]:
    """What is wrong between the columns: double keys or heads, and not one column for the needs."""
    for veld in ("sleutel", "kop"):
        waarden = [str(rij.get(veld, "")).strip().casefold() for rij in rijen]
        dubbel = {waarde for waarde, aantal in Counter(waarden).items() if aantal > 1 and waarde}
        for nummer, waarde in enumerate(waarden):
            if waarde in dubbel and waarde in waarden[:nummer]:
                yield f"{regels.plek(nummer, veld)}: {veld} {waarde} staat er al."
    plaatsen = [rij.get("sleutel") for rij in rijen if rij.get("blok") == "behoeften"]
    vast = [rij for rij in rijen if rij.get("sleutel") == "behoeften" and rij.get("soort") == "tekst"]
    if plaatsen != ["behoeften"] or len(vast) != 1 or vast[0].get("gevoelig"):
        # the begrijpwijzer writes there, and subject teachers read it
        yield (
            "In het blok behoeften staat precies één kolom: de onderwijsbehoeften, met sleutel behoeften, "
            "soort tekst en niet gevoelig."
        )


class Regels:
    """Where the columns stand in the text; says only their number when they aren't under [[kolommen]]."""

    def __init__(self, tekst: str, aantal: int) -> None:
        self._regels = tekst.split("\n")
        koppen = [n for n, regel in enumerate(self._regels) if _KOP.fullmatch(regel)]
        self._koppen = [*koppen, len(self._regels)] if len(koppen) == aantal else []

    def plek(self, nummer: int, veld: str) -> str:
        """ "Regel 12" for a field of the column with this number (from 0)."""
        if not self._koppen:
            return f"Kolom {nummer + 1}"
        begin, eind = self._koppen[nummer : nummer + 2]
        regel = re.compile(rf"\s*[\"']?{re.escape(veld)}[\"']?\s*[=.]")
        gevonden = (n for n in range(begin, eind) if veld and regel.match(self._regels[n]))
        return f"Regel {next(gevonden, begin) + 1}"


def leesfout(melding: str) -> str:
    """What stops the reader, with the place; the words of the reader itself are English."""
    plaats = _PLAATS.search(melding)
    waar = f"Regel {plaats[1]}, teken {plaats[2]}" if plaats and plaats[1] else "Aan het einde"
    return (
        f"{waar}: hier klopt de schrijfwijze niet. Op een regel staat een woord, een is-teken en een waarde, "
        'bijvoorbeeld naam = "Spelling". Ontbreekt er een aanhalingsteken of een haakje?'
    )


def _blok(kolom: Kolomformaat) -> str:
    waarden = {naam: waarde for naam, waarde in asdict(kolom).items() if waarde != _STANDAARD[naam]}
    return "\n".join(["[[kolommen]]", *(f"{naam} = {als_toml(waarde)}" for naam, waarde in waarden.items())])


def als_toml(waarde: Any) -> str:
    """A value as TOML writes it; its strings are written as JSON's."""
    if isinstance(waarde, dict):
        return "{ " + ", ".join(f"{naam} = {als_toml(w)}" for naam, w in waarde.items()) + " }"
    if isinstance(waarde, list):
        return "[" + ", ".join(als_toml(w) for w in waarde) + "]"
    return json.dumps(waarde, ensure_ascii=False).replace("\x7f", "\\u007f")


_UITLEG = f"""# Elke kolom begint met [[kolommen]]. De volgorde hier is de volgorde in het overzicht.
# sleutel: vaste naam; laat die zo, dan blijven eerdere scores ernaast staan. kop: kort, boven de kolom.
# blok: {", ".join(BLOKKEN)}. soort: toets, seo (uitkomst van een vragenlijst) of tekst.
# toetssoort: {", ".join(TOETSSOORTEN)}. ijkpunt: de afspraak, een score eronder valt op.
# schaal: cijfer, percentage, niveau_i_v, niveau_a_e, referentieniveau, woorden (met waarden, laagste eerst)
#   of getal (met minimum, maximum en decimalen). uitleg: staat bij de kop.
# gevoelig = true: alleen te zien als iemand erom vraagt. observatie = true: ook andere docenten vullen aan.
# blijvend = true: gaat mee naar de volgende cyclus."""
