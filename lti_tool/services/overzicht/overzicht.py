"""The overview as the screens show it: plain data, read with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Kolom, Regel
from lti_tool.services.groep import regels as rijen
from lti_tool.services.groep.rooster import Leerling
from lti_tool.services.overzicht import metingen, overzichtinhoud
from lti_tool.services.overzicht.celweergave import Meetlat, uit_reeks, weergave
from lti_tool.services.overzicht.overzichtbeeld import (
    Blokweergave,
    Celweergave,
    Kolomweergave,
    Overzicht,
    Regelweergave,
    Zicht,
)
from lti_tool.services.school.formaten import BLOKKEN

_LEEG = Celweergave("", 0, False, None, "")


def lees(session: Session, cyclus: Cyclus, zicht: Zicht) -> Overzicht:
    """The overview of one cycle within what the reader may see. Six queries, whatever the class."""
    kolommen = zichtbare_kolommen(session, cyclus, zicht)
    # one pupil's page needn't read the whole class
    een = zicht.alleen if zicht.alleen and len(zicht.alleen) == 1 else None
    regels = _regels(session, cyclus, zicht, een)
    regel_ids = [regel.id for regel, _ in regels]
    cellen = overzichtinhoud.cellen(session, cyclus, kolommen, regel_ids if een else None)
    eerder = overzichtinhoud.eerdere_waarden(session, cyclus, kolommen, een)
    signalen = overzichtinhoud.signalen(session, regel_ids)
    eigen = overzichtinhoud.eigen_observaties(session, zicht, regel_ids)
    schrijfbaar = zicht.bewerken and cyclus.gesloten_op is None
    meetlatten = {k.id: Meetlat.van(k) for k in kolommen}
    voorgangers = metingen.voorgangers(kolommen, cyclus)

    def cel(regel: Regel, kolom: Kolom) -> Celweergave:
        if zicht.eigen_observaties_van is not None and kolom.observatie:
            return Celweergave(eigen.get((regel.id, kolom.id), ""), 0, False, None, "")
        gevonden = cellen.get((regel.id, kolom.id))
        vorige = eerder.get((regel.persoon_id, kolom.sleutel), [])
        reeks = uit_reeks(cellen, regel.id, voorgangers.get(kolom.id, ()))
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
