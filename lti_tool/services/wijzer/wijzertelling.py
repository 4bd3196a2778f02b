"""What can be counted beside an item of a checklist: one sentence, from the data of the overview."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool.hgw.wijzers import Item, Wijzer
from lti_tool.models import Cel, Cyclus, Kolom, Kolomsoort, Onderwerp, Regel, Signaal, Wijziging
from lti_tool.services.groep import regels
from lti_tool.services.overzicht import metingen


@dataclass(frozen=True)
class _Stand:
    """The counted facts of one cycle, over the pupils who are there now.

    `gevuld`: column key -> rows with something in it; columns that the overview doesn't show are absent.
    """

    regel_ids: frozenset[int]
    kolommen: tuple[Kolom, ...]
    gevuld: dict[str, set[int]]
    signalen: dict[str, set[int]]
    met_verleden: frozenset[int]
    collegas: tuple[int, int]


def tel(session: Session, cyclus: Cyclus, wijzer: Wijzer) -> dict[str, str]:
    """Item -> the counted fact in Dutch; items that nothing can be counted for are left out."""
    stand = _lees(session, cyclus)
    zinnen = {item.sleutel: _zin(stand, item) for item in wijzer.items if item.geteld}
    return {sleutel: zin for sleutel, zin in zinnen.items() if zin}


def _lees(session: Session, cyclus: Cyclus) -> _Stand:
    aanwezig = {regel.id: ll.id for regel, ll in regels.van_leerlingen(session, cyclus) if not ll.vertrokken}
    kolommen = tuple(k for k in regels.kolommen(session, cyclus) if not k.verborgen)
    gevuld: dict[str, set[int]] = {kolom.sleutel: set() for kolom in kolommen}
    vraag = select(Kolom.sleutel, Cel.regel_id).join(Kolom, Kolom.id == Cel.kolom_id)
    vraag = vraag.where(Kolom.cyclus_id == cyclus.id, Kolom.verborgen.is_(False), Cel.waarde != "")
    for sleutel, regel_id in session.execute(vraag):
        gevuld[sleutel].add(regel_id)
    signalen: dict[str, set[int]] = {}
    for reden, regel_id in session.execute(
        select(Signaal.reden, Signaal.regel_id).where(Signaal.regel_id.in_(aanwezig))
    ):
        signalen.setdefault(reden, set()).add(regel_id)
    return _Stand(
        frozenset(aanwezig),
        kolommen,
        {sleutel: rijen & set(aanwezig) for sleutel, rijen in gevuld.items()},
        signalen,
        _met_verleden(session, cyclus, aanwezig),
        _collegas(session, cyclus),
    )


def _met_verleden(session: Session, cyclus: Cyclus, aanwezig: dict[int, int]) -> frozenset[int]:
    afnames = metingen.lees(session, cyclus)
    return frozenset(
        regel_id
        for regel_id, persoon_id in aanwezig.items()
        if any(afname.volgnummer < cyclus.volgnummer for afname in afnames.get(persoon_id, ()))
    )


def _collegas(session: Session, cyclus: Cyclus) -> tuple[int, int]:
    """(colleagues, lines) that were added to the observations by who doesn't own the overview."""
    vraag = (
        select(func.count(Wijziging.door_id.distinct()), func.count(Wijziging.id))
        .join(Regel, Regel.id == Wijziging.regel_id)
        .where(Wijziging.onderwerp == Onderwerp.OBSERVATIE, Regel.cyclus_id == cyclus.id)
    )
    mensen, zinnen = session.execute(vraag).one()
    return int(mensen), int(zinnen)


def _zin(stand: _Stand, item: Item) -> str:
    soort, _, rest = item.geteld.partition(":")
    return _TELLERS[soort](stand, rest.split(","), item.feit)


def _kolom(stand: _Stand, sleutels: Collection[str], feit: str) -> str:
    hier = [stand.gevuld[sleutel] for sleutel in sleutels if sleutel in stand.gevuld]
    return _bij(set().union(*hier), stand, feit) if hier else ""


def _signaal(stand: _Stand, redenen: Collection[str], feit: str) -> str:
    gesignaleerd = set[int]().union(*(stand.signalen.get(reden, set()) for reden in redenen))
    if not gesignaleerd:
        return "Nog niemand gesignaleerd."
    return _bij(gesignaleerd, stand, feit or "staat dit signaal")


def _scores(stand: _Stand, _: Collection[str], feit: str) -> str:
    toetsen = _van_soort(stand, Kolomsoort.TOETS)
    return _bij(set(stand.regel_ids).intersection(*toetsen), stand, feit) if toetsen else ""


def _seo(stand: _Stand, _: Collection[str], feit: str) -> str:
    categorieen = _van_soort(stand, Kolomsoort.SEO)
    return _bij(set().union(*categorieen), stand, feit) if categorieen else ""


def _eerdere_scores(stand: _Stand, _: Collection[str], feit: str) -> str:
    return _bij(stand.met_verleden, stand, feit)


def _ijkpunten(stand: _Stand, _: Collection[str], feit: str) -> str:
    toetsen = [kolom for kolom in stand.kolommen if kolom.soort != Kolomsoort.TEKST]
    aantal = sum(bool(kolom.ijkpunt) for kolom in toetsen)
    return f"Bij {aantal} van de {len(toetsen)} metingen {feit}." if toetsen else ""


def _collega(stand: _Stand, _: Collection[str], feit: str) -> str:  # noqa: ARG001 (one signature for all)
    mensen, zinnen = stand.collegas
    if not mensen:
        return "Nog geen observaties van collega's."
    wie = "1 collega" if mensen == 1 else f"{mensen} collega's"
    return f"{wie}, {zinnen} {'observatie' if zinnen == 1 else 'observaties'}."


_TELLERS: dict[str, Callable[[_Stand, Collection[str], str], str]] = {
    "kolom": _kolom,
    "signaal": _signaal,
    "scores": _scores,
    "seo": _seo,
    "eerdere_scores": _eerdere_scores,
    "ijkpunten": _ijkpunten,
    "collegas": _collega,
}


def _van_soort(stand: _Stand, soort: Kolomsoort) -> list[set[int]]:
    return [stand.gevuld[kolom.sleutel] for kolom in stand.kolommen if kolom.soort == soort]


def _bij(rijen: Iterable[int], stand: _Stand, feit: str) -> str:
    geheel = len(stand.regel_ids)
    woord = "leerling" if geheel == 1 else "leerlingen"
    return f"Bij {len(set(rijen))} van de {geheel} {woord} {feit}."
