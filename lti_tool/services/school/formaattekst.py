"""A school's columns as a text that a person can edit (TOML), with a message for every line that is wrong."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from typing import Any

from lti_tool.services.school.formaten import (
    BLOKKEN,
    EIGEN,
    TOETSSOORTEN,
    Kolomformaat,
    OngeldigeKolom,
    ordonneer,
)
from lti_tool.services.school.kolomtekst import Regels, als_toml, eis_goed, lees_kolommen

KOLOMMEN_TEN_HOOGSTE = 60

_VELDEN = {veld.name: veld for veld in fields(Kolomformaat)}
_STANDAARD = {naam: veld.default for naam, veld in _VELDEN.items()}
_NODIG = ("sleutel", "kop", "naam", "blok", "soort")


def schrijf(kolommen: Sequence[Kolomformaat]) -> str:
    """The columns as TOML that `lees` reads back exactly, with an explanation in Dutch on top."""
    return "\n\n".join([_UITLEG, *(_blok(kolom) for kolom in kolommen)]) + "\n"


def lees(tekst: str) -> tuple[Kolomformaat, ...]:
    """The columns that a text describes, blocks kept together. Raises OngeldigFormaat, naming bad lines."""
    gelezen = lees_kolommen(tekst, KOLOMMEN_TEN_HOOGSTE)
    rijen, fouten, regels = gelezen.rijen, gelezen.fouten, gelezen.regels
    kolommen = []
    for nummer, rij in enumerate(rijen):
        try:
            kolommen.append(_kolom(rij))
        except OngeldigeKolom as fout:
            fouten += [f"{regels.plek(nummer, veld)}: {melding}" for veld, melding in fout.bezwaren]
    eis_goed([*fouten, *_samen(rijen, regels)])
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


def _samen(rijen: Sequence[dict[str, Any]], regels: Regels) -> Iterator[str]:
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


def _blok(kolom: Kolomformaat) -> str:
    waarden = {naam: waarde for naam, waarde in asdict(kolom).items() if waarde != _STANDAARD[naam]}
    return "\n".join(["[[kolommen]]", *(f"{naam} = {als_toml(waarde)}" for naam, waarde in waarden.items())])


_UITLEG = f"""# Elke kolom begint met [[kolommen]]. De volgorde hier is de volgorde in het overzicht.
# sleutel: vaste naam; laat die zo, dan blijven eerdere scores ernaast staan. kop: kort, boven de kolom.
# blok: {", ".join(BLOKKEN)}. soort: toets, seo (uitkomst van een vragenlijst) of tekst.
# toetssoort: {", ".join(TOETSSOORTEN)}. ijkpunt: de afspraak, een score eronder valt op.
# schaal: cijfer, percentage, niveau_i_v, niveau_a_e, referentieniveau, woorden (met waarden, laagste eerst)
#   of getal (met minimum, maximum en decimalen). uitleg: staat bij de kop.
# gevoelig = true: alleen te zien als iemand erom vraagt. observatie = true: ook andere docenten vullen aan.
# blijvend = true: gaat mee naar de volgende cyclus."""
