"""The overview as the screens show it: plain data, read with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import Score, Verloop, bewaarde_score, lees_score, onder_ijkpunt, verloop
from lti_tool.models import Cel, Cyclus, Kolom, Kolomsoort, Onderwerp, Regel, Signaal, Wijziging
from lti_tool.services.groep import regels as rijen
from lti_tool.services.groep.rooster import Leerling
from lti_tool.services.overzicht import metingen
from lti_tool.services.school.formaten import BLOKKEN

# So many earlier values stand beside the latest one.
VORIGE_TEN_HOOGSTE = 3


@dataclass(frozen=True)
class Zicht:
    """What the reader may see and do; security fills it in.

    `alles`: every column, else only the needs. `vertrouwelijk`: sensitive columns too, asked for on
    purpose. `eigen_observaties_van`: this person's own added lines instead of the whole text.
    `alleen`: only these pupils (persoon ids); None for the whole class.
    """

    bewerken: bool
    alles: bool
    vertrouwelijk: bool = False
    eigen_observaties_van: int | None = None
    alleen: frozenset[int] | None = None


@dataclass(frozen=True)
class Kolomweergave:
    id: int
    sleutel: str
    kop: str
    naam: str
    blok: str
    soort: str
    schaalnaam: str
    toegestaan: str
    ijkpunt: str
    uitleg: str
    gevoelig: bool
    observatie: bool
    bewerkbaar: bool
    numeriek: bool
    # of a scale of words or levels, worst first; empty for numbers and text
    waarden: tuple[str, ...]


@dataclass(frozen=True)
class Celweergave:
    """`vorige`: earlier values in words, oldest first; `onder`: below the agreed minimum.

    `naast`: what stood in this place in an earlier cycle, the latest.
    """

    waarde: str
    versie: int
    onder: bool
    verloop: Verloop | None
    vorige: str
    naast: str = ""


@dataclass(frozen=True)
class Regelweergave:
    regel_id: int
    leerling: Leerling
    signalen: tuple[str, ...]
    cellen: tuple[Celweergave, ...]


@dataclass(frozen=True)
class Blokweergave:
    sleutel: str
    naam: str
    aantal: int


@dataclass(frozen=True)
class Overzicht:
    kolommen: tuple[Kolomweergave, ...]
    blokken: tuple[Blokweergave, ...]
    regels: tuple[Regelweergave, ...]


_LEEG = Celweergave("", 0, False, None, "")


def lees(session: Session, cyclus: Cyclus, zicht: Zicht) -> Overzicht:
    """The overview of one cycle within what the reader may see. Six queries, whatever the class."""
    kolommen = [k for k in rijen.kolommen(session, cyclus) if _zichtbaar(k, zicht)]
    # one pupil's page needn't read the whole class
    een = zicht.alleen if zicht.alleen and len(zicht.alleen) == 1 else None
    regels = _regels(session, cyclus, zicht, een)
    regel_ids = [regel.id for regel, _ in regels]
    cellen = _cellen(session, cyclus, kolommen, regel_ids if een else None)
    eerder = _eerdere_waarden(session, cyclus, kolommen, een)
    signalen = _signalen(session, regel_ids)
    eigen = _eigen_observaties(session, zicht, regel_ids)
    schrijfbaar = zicht.bewerken and cyclus.gesloten_op is None
    meetlatten = {k.id: Meetlat.van(k) for k in kolommen}
    voorgangers = metingen.voorgangers(kolommen, cyclus)

    def cel(regel: Regel, kolom: Kolom) -> Celweergave:
        if zicht.eigen_observaties_van is not None and kolom.observatie:
            return Celweergave(eigen.get((regel.id, kolom.id), ""), 0, False, None, "")
        gevonden = cellen.get((regel.id, kolom.id))
        vorige = eerder.get((regel.persoon_id, kolom.sleutel), [])
        reeks = _uit_reeks(cellen, regel.id, voorgangers.get(kolom.id, ()))
        if gevonden is None and not vorige and not reeks:
            return _LEEG
        return weergave(
            gevonden.waarde if gevonden else "",
            gevonden.versie if gevonden else 0,
            vorige,
            meetlatten[kolom.id],
            reeks,
        )

    return Overzicht(
        tuple(_kolomweergave(k, schrijfbaar) for k in kolommen),
        _blokken(kolommen),
        tuple(
            Regelweergave(r.id, leerling, tuple(signalen.get(r.id, ())), tuple(cel(r, k) for k in kolommen))
            for r, leerling in regels
        ),
    )


@dataclass(frozen=True)
class Meetlat:
    """A column's scale and agreed minimum, read once for all its cells; no scale for a text column."""

    schaal: Schaal | None
    ijkpunt: Score | None

    @classmethod
    def van(cls, kolom: Kolom) -> "Meetlat":
        if kolom.soort == Kolomsoort.TEKST or kolom.schaal is None:
            return cls(None, None)
        schaal = Schaal.van_dict(kolom.schaal)
        return cls(schaal, lees_score(schaal, kolom.ijkpunt))

    def score(self, waarde: str) -> Score | None:
        """The score that stands in a cell."""
        return bewaarde_score(self.schaal, waarde) if self.schaal else None


def weergave(
    waarde: str,
    versie: int,
    vorige: Sequence[tuple[int, str]],
    meetlat: Meetlat,
    reeks: Sequence[tuple[str, str]] = (),
) -> Celweergave:
    """One cell with what follows from it; `vorige` are (cycle number, value), oldest first.

    `reeks` are (head, value) of the tests before it in this cycle.
    """
    eerder = [*((f"cyclus {nummer}", oud) for nummer, oud in vorige), *reeks]
    toelichting = ", ".join(f"{wanneer}: {oud}" for wanneer, oud in eerder[-VORIGE_TEN_HOOGSTE:])
    naast = vorige[-1][1] if vorige else ""
    if meetlat.schaal is None:
        return Celweergave(waarde, versie, False, None, toelichting, naast)
    score = meetlat.score(waarde)
    richting = verloop([*(meetlat.score(oud) for _, oud in eerder), score]) if score else None
    return Celweergave(waarde, versie, onder_ijkpunt(score, meetlat.ijkpunt), richting, toelichting, naast)


def _uit_reeks(
    cellen: Mapping[tuple[int, int], Cel], regel_id: int, voorgangers: Iterable[Kolom]
) -> list[tuple[str, str]]:
    """(head, value) of the earlier tests that have a score."""
    gevonden = ((kolom.kop, cellen.get((regel_id, kolom.id))) for kolom in voorgangers)
    return [(kop, cel.waarde) for kop, cel in gevonden if cel is not None and cel.waarde]


def lees_cel(session: Session, cyclus: Cyclus, kolom: Kolom, cel: Cel) -> Celweergave:
    """One saved cell, as the page needs it after saving."""
    if kolom.soort == Kolomsoort.TEKST:  # nothing follows from it but itself
        return Celweergave(cel.waarde, cel.versie, False, None, "")
    return lees_cellen(session, cyclus, [cel])[0][1]


def lees_cellen(session: Session, cyclus: Cyclus, cellen: Sequence[Cel]) -> list[tuple[Cel, Celweergave]]:
    """Saved cells of one cycle, as the page needs them after saving; four queries at most."""
    geraakt = {cel.kolom_id for cel in cellen}
    alle = rijen.kolommen(session, cyclus)
    kolommen = {k.id: k for k in alle if k.id in geraakt}
    vraag = select(Regel.id, Regel.persoon_id).where(Regel.id.in_({cel.regel_id for cel in cellen}))
    personen = dict(session.execute(vraag).all())
    scores = [kolom for kolom in kolommen.values() if kolom.soort != Kolomsoort.TEKST]
    vorige = _eerdere_waarden(session, cyclus, scores, personen.values()) if scores else {}
    meetlatten = {kolom_id: Meetlat.van(kolom) for kolom_id, kolom in kolommen.items()}
    voorgangers = metingen.voorgangers(alle, cyclus)
    nodig = {kolom.id: kolom for kolom_id in geraakt for kolom in voorgangers.get(kolom_id, ())}
    ernaast = _cellen(session, cyclus, list(nodig.values()), list(personen)) if nodig else {}

    def lees_een(cel: Cel) -> Celweergave:
        eerder = vorige.get((personen[cel.regel_id], kolommen[cel.kolom_id].sleutel), [])
        reeks = _uit_reeks(ernaast, cel.regel_id, voorgangers.get(cel.kolom_id, ()))
        return weergave(cel.waarde, cel.versie, eerder, meetlatten[cel.kolom_id], reeks)

    return [(cel, lees_een(cel)) for cel in cellen]


def zichtbare_kolommen(session: Session, cyclus: Cyclus, zicht: Zicht) -> list[Kolom]:
    """The columns within what the reader may see."""
    return [k for k in rijen.kolommen(session, cyclus) if _zichtbaar(k, zicht)]


def _zichtbaar(kolom: Kolom, zicht: Zicht) -> bool:
    if kolom.verborgen or (kolom.gevoelig and not zicht.vertrouwelijk):
        return False
    if zicht.alles or kolom.blok == "behoeften":
        return True
    return kolom.observatie and zicht.eigen_observaties_van is not None


def _regels(
    session: Session, cyclus: Cyclus, zicht: Zicht, een: frozenset[int] | None
) -> list[tuple[Regel, Leerling]]:
    gevonden = rijen.van_leerlingen(session, cyclus, een)
    return [paar for paar in gevonden if zicht.alleen is None or paar[0].persoon_id in zicht.alleen]


def _cellen(
    session: Session, cyclus: Cyclus, kolommen: Sequence[Kolom], regel_ids: Sequence[int] | None = None
) -> dict[tuple[int, int], Cel]:
    """(regel, kolom) -> cell of the whole class, or of these rows."""
    vraag = (
        select(Cel)
        .join(Regel, Regel.id == Cel.regel_id)
        .where(Regel.cyclus_id == cyclus.id, Cel.kolom_id.in_([k.id for k in kolommen]))
    )
    if regel_ids is not None:
        vraag = vraag.where(Cel.regel_id.in_(regel_ids))
    return {(cel.regel_id, cel.kolom_id): cel for cel in session.scalars(vraag)}


def _eerdere_waarden(
    session: Session, cyclus: Cyclus, kolommen: Sequence[Kolom], personen: Collection[int] | None = None
) -> dict[tuple[int, str], list[tuple[int, str]]]:
    """(persoon, kolomsleutel) -> values of earlier cycles of this group, oldest first; of all or of these."""
    vraag = (
        select(Regel.persoon_id, Kolom.sleutel, Kolom.schaal, Cyclus.volgnummer, Cel.waarde)
        .join(Cel, Cel.regel_id == Regel.id)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .join(Cyclus, Cyclus.id == Regel.cyclus_id)
        .where(
            Cyclus.groep_id == cyclus.groep_id,
            Cyclus.volgnummer < cyclus.volgnummer,
            Kolom.sleutel.in_([k.sleutel for k in kolommen]),
            Cel.waarde != "",
        )
        .order_by(Cyclus.volgnummer)
    )
    if personen is not None:
        vraag = vraag.where(Regel.persoon_id.in_(personen))
    # a column that changed its scale starts anew: a 7,5 says nothing next to a III
    schalen = {k.sleutel: k.schaal for k in kolommen}
    gevonden: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)
    for persoon, sleutel, schaal, nummer, waarde in session.execute(vraag):
        if schaal == schalen[sleutel]:
            gevonden[persoon, sleutel].append((nummer, waarde))
    return gevonden


def _signalen(session: Session, regel_ids: Sequence[int]) -> dict[int, list[str]]:
    vraag = select(Signaal.regel_id, Signaal.reden).where(Signaal.regel_id.in_(regel_ids))
    gevonden: dict[int, list[str]] = defaultdict(list)
    for regel_id, reden in session.execute(vraag.order_by(Signaal.id)):
        gevonden[regel_id].append(reden)
    return gevonden


def _eigen_observaties(
    session: Session, zicht: Zicht, regel_ids: Sequence[int]
) -> dict[tuple[int, int], str]:
    """(regel, kolom) -> the lines that this reader added."""
    if zicht.eigen_observaties_van is None:
        return {}
    vraag = (
        select(Wijziging.regel_id, Wijziging.kolom_id, Wijziging.nieuw)
        .where(
            Wijziging.onderwerp == Onderwerp.OBSERVATIE,
            Wijziging.door_id == zicht.eigen_observaties_van,
            Wijziging.regel_id.in_(regel_ids),
        )
        .order_by(Wijziging.id)
    )
    gevonden: dict[tuple[int, int], list[str]] = defaultdict(list)
    for regel_id, kolom_id, tekst in session.execute(vraag):
        if regel_id is not None and kolom_id is not None:
            gevonden[regel_id, kolom_id].append(tekst)
    return {plaats: "\n".join(teksten) for plaats, teksten in gevonden.items()}


def _kolomweergave(kolom: Kolom, schrijfbaar: bool) -> Kolomweergave:
    schaal = Meetlat.van(kolom).schaal
    return Kolomweergave(
        id=kolom.id,
        sleutel=kolom.sleutel,
        kop=kolom.kop,
        naam=kolom.naam,
        blok=kolom.blok,
        soort=kolom.soort,
        schaalnaam=schaal.soort if schaal else "",
        toegestaan=schaal.toegestaan() if schaal else "",
        ijkpunt=kolom.ijkpunt,
        uitleg=kolom.uitleg,
        gevoelig=kolom.gevoelig,
        observatie=kolom.observatie,
        bewerkbaar=schrijfbaar,
        numeriek=bool(schaal and schaal.numeriek),
        waarden=schaal.waarden if schaal else (),
    )


def _blokken(kolommen: Sequence[Kolom]) -> tuple[Blokweergave, ...]:
    aantallen: dict[str, int] = defaultdict(int)
    for kolom in kolommen:
        aantallen[kolom.blok] += 1
    return tuple(Blokweergave(blok, BLOKKEN[blok], aantal) for blok, aantal in aantallen.items())
