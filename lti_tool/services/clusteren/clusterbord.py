"""The board of one domain: every pupil as a card with what they need, and where they are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.behoeftegelijkenis import Behoeftebeeld, Nodig
from lti_tool.hgw.clusteruitleg import zonder_voornaam
from lti_tool.hgw.domeinen import Domein, domeinen_voor
from lti_tool.hgw.redenen import REDEN_PER_SLEUTEL
from lti_tool.models import Cel, Cyclus, Kolom, Onderwijsbehoefte, Regel, Signaal, Soort, Subgroep
from lti_tool.services.begrijpwijzer.behoeftelezen import met_inhoud
from lti_tool.services.clusteren import plaatsingen, subgroepen
from lti_tool.services.clusteren.plaatsingen import ALLEEN, GEEN, Bestemming, Plek
from lti_tool.services.groep import regels

_NIET_GEPLAATST = Plek(GEEN, 0)
_BEEINDIGD = "beeindigd"


@dataclass(frozen=True)
class Kaart:
    """A pupil on the board. `eigen_tekst`: a need that stands in the overview only, in the owner's words."""

    regel_id: int
    persoon_id: int
    naam: str
    waar: Bestemming
    versie: int
    instructie: str
    doelen: tuple[str, ...]
    behoefte: Behoeftebeeld
    eigen_tekst: str
    signalen: tuple[str, ...]

    @property
    def heeft_behoefte(self) -> bool:
        return not self.behoefte.leeg or bool(self.eigen_tekst)

    @property
    def redenen(self) -> tuple[str, ...]:
        """Why signalled, in words."""
        return tuple(REDEN_PER_SLEUTEL[sleutel].naam for sleutel in self.signalen)


@dataclass(frozen=True)
class Bord:
    """One domain of a cycle: the pupils who are there now, sorted as the Dutch do, and its subgroups."""

    cyclus: Cyclus
    domein: Domein
    subgroepen: tuple[Subgroep, ...]
    kaarten: tuple[Kaart, ...]

    def van(self, waar: Bestemming) -> tuple[Kaart, ...]:
        """The cards in one place."""
        return tuple(kaart for kaart in self.kaarten if kaart.waar == waar)

    @property
    def te_plaatsen(self) -> tuple[Kaart, ...]:
        """With a need here, and not placed yet."""
        return tuple(kaart for kaart in self.van(GEEN) if kaart.heeft_behoefte)

    @property
    def zonder_behoefte(self) -> tuple[Kaart, ...]:
        """Not placed, and no need here."""
        return tuple(kaart for kaart in self.van(GEEN) if not kaart.heeft_behoefte)

    @property
    def alleen(self) -> tuple[Kaart, ...]:
        return self.van(ALLEEN)


@dataclass(frozen=True)
class Klas:
    """What the boards of all domains are made of."""

    cyclus: Cyclus
    leerlingen: tuple[tuple[Regel, str], ...]
    behoeften: Mapping[int, Mapping[str, Onderwijsbehoefte]]
    teksten: Mapping[int, str]
    signalen: Mapping[int, tuple[str, ...]]

    @property
    def domeinen(self) -> tuple[Domein, ...]:
        return domeinen_voor(self.cyclus.groep.soort == Soort.VAKSPECIFIEK)

    def beelden(self, domein: Domein) -> tuple[Behoeftebeeld, ...]:
        """The needs in one domain, by person."""
        return tuple(self.beeld(regel, domein) for regel, _ in self.leerlingen)

    def beeld(self, regel: Regel, domein: Domein) -> Behoeftebeeld:
        behoefte = self.behoeften.get(regel.id, {}).get(domein.sleutel)
        if behoefte is None:
            return Behoeftebeeld(regel.persoon_id)
        return Behoeftebeeld(
            regel.persoon_id,
            # what they share is told without names
            tuple(zonder_voornaam(doel.tekst, regel.persoon.voornaam) for doel in behoefte.doelen),
            tuple(Nodig(zin.categorie, zin.sleutel, zin.tekst) for zin in behoefte.zinnen),
        )

    def doelen(self, regel: Regel, domein: Domein) -> tuple[str, ...]:
        """The goals in the words of who wrote them."""
        behoefte = self.behoeften.get(regel.id, {}).get(domein.sleutel)
        return tuple(doel.tekst for doel in behoefte.doelen) if behoefte else ()

    def eigen_tekst(self, regel: Regel, domein: Domein) -> str:
        """What stands in the cell of who has no need as data: it is shown in the first domain."""
        if domein != self.domeinen[0] or self.behoeften.get(regel.id):
            return ""
        return self.teksten.get(regel.id, "")


def lees_klas(session: Session, cyclus: Cyclus) -> Klas:
    """Pupils, needs, signals. Seven queries, whatever the class."""
    behoeften: dict[int, dict[str, Onderwijsbehoefte]] = defaultdict(dict)
    vraag = (
        met_inhoud().join(Regel, Regel.id == Onderwijsbehoefte.regel_id).where(Regel.cyclus_id == cyclus.id)
    )
    for behoefte in session.scalars(vraag):
        if behoefte.herziening != _BEEINDIGD and (behoefte.doelen or behoefte.zinnen):
            behoeften[behoefte.regel_id][behoefte.domein] = behoefte
    return Klas(
        cyclus,
        tuple(
            (regel, leerling.naam)
            for regel, leerling in regels.van_leerlingen(session, cyclus)
            if not leerling.vertrokken
        ),
        behoeften,
        _teksten(session, cyclus),
        _signalen(session, cyclus),
    )


def lees(session: Session, klas: Klas, domein: Domein) -> Bord:
    """The board of one domain. Two queries more."""
    plekken = plaatsingen.van_domein(session, klas.cyclus, domein.sleutel)

    def kaart(regel: Regel, naam: str) -> Kaart:
        plek = plekken.get(regel.id, _NIET_GEPLAATST)
        return Kaart(
            regel.id,
            regel.persoon_id,
            naam,
            plek.waar,
            plek.versie,
            regel.instructie,
            klas.doelen(regel, domein),
            klas.beeld(regel, domein),
            klas.eigen_tekst(regel, domein),
            klas.signalen.get(regel.id, ()),
        )

    return Bord(
        klas.cyclus,
        domein,
        tuple(subgroepen.alle(session, klas.cyclus, domein.sleutel)),
        tuple(kaart(regel, naam) for regel, naam in klas.leerlingen),
    )


def _teksten(session: Session, cyclus: Cyclus) -> dict[int, str]:
    vraag = (
        select(Cel.regel_id, Cel.waarde)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .where(Kolom.cyclus_id == cyclus.id, Kolom.blok == "behoeften", Cel.waarde != "")
        .order_by(Kolom.volgorde, Kolom.id)
    )
    teksten: dict[int, str] = {}
    for regel_id, waarde in session.execute(vraag):
        teksten.setdefault(regel_id, waarde)
    return teksten


def _signalen(session: Session, cyclus: Cyclus) -> dict[int, tuple[str, ...]]:
    vraag = select(Signaal.regel_id, Signaal.reden).join(Regel, Regel.id == Signaal.regel_id)
    gezet: dict[int, set[str]] = defaultdict(set)
    for regel_id, reden in session.execute(vraag.where(Regel.cyclus_id == cyclus.id)):
        gezet[regel_id].add(reden)
    return {
        regel_id: tuple(sleutel for sleutel in REDEN_PER_SLEUTEL if sleutel in redenen)
        for regel_id, redenen in gezet.items()
    }
