"""Scores over time: what the rules of the field look at, of this cycle and the ones before it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.reeksen import Meting
from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import bewaarde_score, lees_score
from lti_tool.models import Cel, Cyclus, Kolom, Kolomsoort, Regel

# A pupil's course goes back so many cycles: about two school years.
_TERUG = 6


@dataclass(frozen=True)
class Afname:
    """One result of a pupil: `meting` for the rules, and where it was written down.

    `reeks` is the stable key of what is measured; `label` says when, for a chart.
    """

    meting: Meting
    reeks: str
    soort: str
    volgnummer: int
    label: str


def reeks_van(kolom: Kolom) -> str:
    """The key that joins a column to earlier measurements of the same thing."""
    return kolom.toets.reeks if kolom.toets else kolom.sleutel


def voorgangers(kolommen: Sequence[Kolom], cyclus: Cyclus) -> dict[int, list[Kolom]]:
    """Test -> the tests of its reeks that came before it in this cycle, on the same scale, oldest first.

    Hidden and sensitive ones stay out of it, as in `lees`.
    """
    toetsen = [kolom for kolom in kolommen if kolom.toets and not (kolom.gevoelig or kolom.verborgen)]
    toetsen.sort(key=lambda kolom: ((kolom.toets and kolom.toets.datum) or cyclus.begin, kolom.volgorde))
    eerder: dict[int, list[Kolom]] = {}
    per_reeks: dict[str, list[Kolom]] = defaultdict(list)
    for kolom in toetsen:
        reeks = per_reeks[reeks_van(kolom)]
        eerder[kolom.id] = [ander for ander in reeks if ander.schaal == kolom.schaal]
        reeks.append(kolom)
    return eerder


def lees(session: Session, cyclus: Cyclus, persoon_id: int | None = None) -> dict[int, list[Afname]]:
    """Per person (or of one) the results in this cycle's score columns and earlier ones of the same reeks.

    Oldest cycle first, in the order of the columns. Two queries. Hidden and sensitive columns stay
    out of it: what follows from this is shown to whoever sees the table.
    """
    kolommen = _kolommen(session, cyclus)
    vraag = (
        select(Regel.persoon_id, Cel.kolom_id, Cel.waarde)
        .join(Cel, Cel.regel_id == Regel.id)
        .where(Cel.kolom_id.in_(kolommen), Cel.waarde != "")
    )
    if persoon_id is not None:
        vraag = vraag.where(Regel.persoon_id == persoon_id)
    waarden: dict[int, dict[int, str]] = defaultdict(dict)
    for wie, kolom_id, waarde in session.execute(vraag):
        waarden[wie][kolom_id] = waarde
    afname = _lezer(kolommen)
    return {
        wie: [afname(kolom_id, van[kolom_id]) for kolom_id in kolommen if kolom_id in van]
        for wie, van in waarden.items()
    }


def _kolommen(session: Session, cyclus: Cyclus) -> Mapping[int, tuple[Afname, Schaal]]:
    """Column id -> what it measures, over this cycle and earlier ones, oldest first."""
    vraag = (
        select(Kolom, Cyclus)
        .join(Cyclus, Cyclus.id == Kolom.cyclus_id)
        .where(
            Cyclus.groep_id == cyclus.groep_id,
            Cyclus.volgnummer.between(cyclus.volgnummer - _TERUG, cyclus.volgnummer),
            Kolom.soort != Kolomsoort.TEKST,
            Kolom.gevoelig.is_(False),
            Kolom.verborgen.is_(False),
        )
        .order_by(Cyclus.volgnummer, Kolom.volgorde, Kolom.id)
    )
    rijen = session.execute(vraag).all()
    namen = _reeksnamen(kolom for kolom, van in rijen if van.id == cyclus.id)
    return {kolom.id: _zonder_score(kolom, van, namen) for kolom, van in rijen if reeks_van(kolom) in namen}


def _reeksnamen(kolommen: Iterable[Kolom]) -> dict[str, str]:
    """Reeks -> what teachers call it; two reeksen never share a name.

    That is the name of its column; of several tests the key of the reeks as a word.
    """
    namen: dict[str, str] = {}
    for kolom in kolommen:
        reeks = reeks_van(kolom)
        anders = {naam for sleutel, naam in namen.items() if sleutel != reeks}
        mogelijk: tuple[str, ...] = (
            kolom.naam,
            f"{kolom.naam} ({kolom.kop})",
            f"{kolom.naam} ({kolom.sleutel})",
        )
        if reeks in namen:
            woord = reeks.replace("_", " ").capitalize()
            mogelijk = (woord, f"{woord} (reeks)", *mogelijk)
        namen[reeks] = next((naam for naam in mogelijk if naam not in anders), reeks)
    return namen


def _zonder_score(kolom: Kolom, cyclus: Cyclus, namen: Mapping[str, str]) -> tuple[Afname, Schaal]:
    schaal = Schaal.van_dict(kolom.schaal or {})
    reeks = reeks_van(kolom)
    datum = kolom.toets.datum if kolom.toets else None
    # a test without a date was taken in its cycle, so after everything of the cycle before
    meting = Meting(
        namen[reeks], str(kolom.id), datum or cyclus.begin, None, lees_score(schaal, kolom.ijkpunt)
    )
    label = datum_tekst(datum) if datum else f"cyclus {cyclus.volgnummer}"
    if not datum and reeks != kolom.sleutel:
        label = f"{kolom.kop} ({label})"
    return Afname(meting, reeks, kolom.soort, cyclus.volgnummer, label), schaal


def _lezer(kolommen: Mapping[int, tuple[Afname, Schaal]]) -> Callable[[int, str], Afname]:
    """(column, value) -> the result; a class shares few different values, so each is read once."""

    @cache
    def afname(kolom_id: int, waarde: str) -> Afname:
        leeg, schaal = kolommen[kolom_id]
        return replace(leeg, meting=replace(leeg.meting, score=bewaarde_score(schaal, waarde)))

    return afname
