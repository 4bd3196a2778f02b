"""What the board proposes and points out: from the cards as they lie now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from lti_tool.hgw.clusteren import TEN_HOOGSTE, Overig, Waarom, stel_groepen_voor
from lti_tool.hgw.clusteruitleg import naam_voor, wat_ze_delen
from lti_tool.hgw.clusterwaarschuwing import Samenstelling, waarschuwingen
from lti_tool.models import Persoon, Subgroep, Subgroepsoort
from lti_tool.services.clusteren import plaatsingen, subgroepen
from lti_tool.services.clusteren.clusterbord import Bord, Kaart
from lti_tool.services.clusteren.eerdergroepen import Eerderecyclus
from lti_tool.services.clusteren.uiteen import Paar
from lti_tool.services.fouten import Conflict, NietGevonden
from lti_tool.services.school.hulpzinnen import categorienamen

# More isn't proposed, however often it is asked: nobody can carry that out.
MEESTE_GROEPEN = 6


@dataclass(frozen=True)
class Voorstel:
    """A proposed subgroup, or (`bij`) who could join one that is there; `gedeeld`: what they share."""

    kaarten: tuple[Kaart, ...]
    naam: str
    gedeeld: tuple[str, ...]
    bij: Subgroep | None = None


@dataclass(frozen=True)
class Advies:
    """`past_niet`: (name, why) of who is in no proposal; `vol`: more groups would place more pupils."""

    voorstellen: tuple[Voorstel, ...]
    past_niet: tuple[tuple[str, str], ...]
    vol: bool


def stel_voor(bord: Bord, uiteen: Collection[Paar], ten_hoogste: int = TEN_HOOGSTE) -> Advies:
    """Proposals for who isn't placed yet. Moves nobody."""
    kaarten = {kaart.persoon_id: kaart for kaart in bord.kaarten}
    mee = [kaart for kaart in bord.kaarten if kaart.heeft_behoefte and kaart.waar != plaatsingen.ALLEEN]
    bestaand = {s.id: [k.persoon_id for k in bord.van(s.id)] for s in bord.subgroepen}
    indeling = stel_groepen_voor([kaart.behoefte for kaart in mee], bestaand, uiteen, ten_hoogste)
    per_id = {subgroep.id: subgroep for subgroep in bord.subgroepen}
    bezet = {subgroep.naam.casefold() for subgroep in bord.subgroepen}
    voorstellen = []
    for groep in indeling.groepen:
        erbij = tuple(kaart for kaart in bord.kaarten if kaart.persoon_id in groep.leerlingen)
        al = bord.van(groep.bij) if groep.bij is not None else ()
        voorstel = _voorstel(erbij, al, bezet, per_id.get(groep.bij or 0))
        bezet.add(voorstel.naam.casefold())
        voorstellen.append(voorstel)
    return Advies(
        tuple(voorstellen),
        tuple((kaarten[o.leerling].naam, _waarom(o, kaarten)) for o in indeling.overig),
        any(o.waarom is Waarom.VOL for o in indeling.overig),
    )


def neem_over(
    session: Session, bord: Bord, regel_ids: Sequence[int], bij: int | None, door: Persoon
) -> tuple[Subgroep, list[int]]:
    """Put these pupils in a new subgroup, or in one that is there; gives it, and the rows that were placed.

    Who was placed by a colleague meanwhile stays there. Raises Gesloten, NietGevonden, or Conflict when
    nobody is left to place.
    """
    per_regel = {kaart.regel_id: kaart for kaart in bord.kaarten}
    if not regel_ids or not set(regel_ids) <= set(per_regel):
        raise NietGevonden("Een van de leerlingen staat niet in dit overzicht.")
    groep = bord.cyclus.groep
    if all(per_regel[regel_id].waar != plaatsingen.GEEN for regel_id in regel_ids):
        raise Conflict("Deze leerlingen zijn ondertussen al ingedeeld.")
    if bij is not None:
        subgroep, cyclus = subgroepen.zoek(session, groep, bij)
        if (cyclus.id, subgroep.domein) != (bord.cyclus.id, bord.domein.sleutel):
            raise NietGevonden("Deze subgroep is er niet (meer).")
    else:
        bezet = {s.naam.casefold() for s in bord.subgroepen}
        voorstel = _voorstel(tuple(per_regel[r] for r in dict.fromkeys(regel_ids)), (), bezet, None)
        subgroep = subgroepen.maak(
            session,
            bord.cyclus,
            bord.domein.sleutel,
            voorstel.naam,
            Subgroepsoort.HANDREIKING,
            door,
            voorstel.gedeeld,
        )
    return subgroep, plaatsingen.plaats_nieuwen(session, groep, subgroep, regel_ids, door)


def waarschuw(
    bord: Bord, eerder: Sequence[Eerderecyclus], uiteen: Collection[Paar], ten_hoogste: int = TEN_HOOGSTE
) -> tuple[str, ...]:
    """What to think of; pairs that are kept apart and yet together come first."""
    groepen = [
        Samenstelling(s.naam, frozenset(kaart.persoon_id for kaart in bord.van(s.id)))
        for s in bord.subgroepen
    ]
    samen = [
        f"{een} en {ander} zitten samen in {groep.naam}, maar je wilt hen uit elkaar houden."
        for groep in groepen
        for een, ander in _namen_van(bord, uiteen, groep.leerlingen)
    ]
    vroeger = [[g.personen for g in cyclus.groepen] for cyclus in eerder]
    return (*samen, *waarschuwingen(groepen, len(bord.te_plaatsen), vroeger, ten_hoogste))


def _voorstel(
    erbij: tuple[Kaart, ...], al: Sequence[Kaart], bezet: Collection[str], bij: Subgroep | None
) -> Voorstel:
    beelden, namen = [kaart.behoefte for kaart in (*al, *erbij)], categorienamen()
    naam = bij.naam if bij else naam_voor(beelden, namen)
    if bij is None and naam.casefold() in bezet:
        naam = ""  # the first free letter
    return Voorstel(erbij, naam, wat_ze_delen(beelden, namen), bij)


def _waarom(overig: Overig, kaarten: Mapping[int, Kaart]) -> str:
    met = " en ".join(kaarten[wie].naam for wie in overig.met if wie in kaarten)
    return {
        Waarom.LEEG: "heeft nog geen doel of hulpzin om te vergelijken",
        Waarom.UITEEN: f"lijkt op een groep met {met}, maar je houdt hen uit elkaar",
        Waarom.VOL: f"lijkt op {met}, maar dat zou een groep te veel zijn",
        Waarom.ANDERS: "heeft een andere behoefte dan de rest",
    }[overig.waarom]


def _namen_van(bord: Bord, uiteen: Collection[Paar], leerlingen: frozenset[int]) -> list[tuple[str, str]]:
    naam = {kaart.persoon_id: kaart.naam for kaart in bord.kaarten}
    return [(naam[een], naam[ander]) for een, ander in uiteen if {een, ander} <= leerlingen]
