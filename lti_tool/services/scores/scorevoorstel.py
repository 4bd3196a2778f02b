"""What rows that came in would change in the overview: worked out and shown before anything is written."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.namen import zoek_tekst
from lti_tool.hgw.namenmatch import Zekerheid
from lti_tool.models import Cel, Cyclus, Kolom, Regel
from lti_tool.services.groep import regels
from lti_tool.services.groep.rooster import Leerling
from lti_tool.services.overzicht.celvoorstel import Celvoorstel, Uitkomst, Vergelijker
from lti_tool.services.scores.scoreblok import Blokrij


@dataclass(frozen=True)
class Rijvoorstel:
    leerling: Leerling
    regel_id: int
    wie: str
    cellen: tuple[Celvoorstel, ...]

    @cached_property
    def wie_anders(self) -> bool:
        """Whether the row names the pupil in other words, so that both must be seen."""
        if self.wie == self.leerling.naam:
            return False
        hier, daar = (sorted(zoek_tekst(naam).split()) for naam in (self.leerling.naam, self.wie))
        return bool(daar) and hier != daar


@dataclass(frozen=True)
class Twijfelrij:
    """`keuzes`: what the row would change for each candidate; `gekozen`: a regel id, None to leave it out."""

    nummer: int
    wie: str
    reden: str
    keuzes: tuple[Rijvoorstel, ...]
    gekozen: int | None
    fout: str = ""


@dataclass(frozen=True)
class Vrijrij:
    """A row that is nobody's. `waarden`: (head, value) of what it holds; `gekozen`: whose it is after all."""

    nummer: int
    wie: str
    waarden: tuple[tuple[str, str], ...]
    gekozen: Rijvoorstel | None
    fout: str = ""


_Keuzerij = TypeVar("_Keuzerij", Twijfelrij, Vrijrij)


@dataclass(frozen=True)
class Voorstel:
    """`zonder`: rows that are nobody's; `ontbreekt`: present pupils without a row; `stand`: see `_stand`.

    `te_kiezen`: (regel id, pupil) to whom the teacher can give a row of nobody.
    """

    kolommen: tuple[Kolom, ...]
    zeker: tuple[Rijvoorstel, ...]
    twijfel: tuple[Twijfelrij, ...]
    zonder: tuple[Vrijrij, ...]
    te_kiezen: tuple[tuple[int, Leerling], ...]
    ontbreekt: tuple[Leerling, ...]
    stand: str

    @cached_property
    def cellen(self) -> list[tuple[Rijvoorstel, Celvoorstel]]:
        """All cells of the certain rows and of the other rows for which a pupil was picked."""
        gekozen = [k for t in self.twijfel for k in t.keuzes if k.regel_id == t.gekozen]
        gekozen += [rij.gekozen for rij in self.zonder if rij.gekozen]
        return [(rij, cel) for rij in (*self.zeker, *gekozen) for cel in rij.cellen]

    def met(self, uitkomst: Uitkomst) -> list[tuple[Rijvoorstel, Celvoorstel]]:
        """The cells with this outcome."""
        return [paar for paar in self.cellen if paar[1].uitkomst is uitkomst]

    @cached_property
    def wijzigt(self) -> list[tuple[Rijvoorstel, Celvoorstel]]:
        return self.met(Uitkomst.WIJZIGT)

    @cached_property
    def geweigerd(self) -> list[tuple[Rijvoorstel, Celvoorstel]]:
        return self.met(Uitkomst.GEWEIGERD)

    @cached_property
    def te_legen(self) -> int:
        """Cells where nothing came in while something stands there."""
        return sum(bool(cel.oud) and not cel.nieuw for _, cel in self.cellen)

    @cached_property
    def fouten(self) -> list[Twijfelrij | Vrijrij]:
        """Rows whose pick can't be."""
        alle: list[Twijfelrij | Vrijrij] = [*self.twijfel, *self.zonder]
        return [rij for rij in alle if rij.fout]

    @cached_property
    def niet_gelezen(self) -> int:
        """How many rows of nobody are left out."""
        return sum(rij.gekozen is None for rij in self.zonder)


def stel_voor(
    session: Session,
    cyclus: Cyclus,
    rijen: Sequence[Blokrij],
    keuzes: Mapping[int, int] | None = None,
    *,
    leegmaken: bool = False,
    op_slot: bool = False,
) -> Voorstel:
    """Compare rows with what stands in the overview now.

    `keuzes`: place of a row that isn't certain -> the picked regel id. `leegmaken`: nothing that came in
    wipes what stands there. `op_slot`: hold the cells until the end of the transaction, to write in them.
    """
    klas = {regel.id: leerling for regel, leerling in regels.van_leerlingen(session, cyclus)}
    bedoeld = {kolom_id for rij in rijen for kolom_id in rij.waarden}
    kolommen = {k.id: k for k in regels.kolommen(session, cyclus) if k.id in bedoeld}
    staat = lees_cellen(session, cyclus, list(kolommen), op_slot=op_slot)
    vergelijker = Vergelijker(kolommen, staat, leegmaken)

    def voor(rij: Blokrij, regel_id: int) -> Rijvoorstel:
        return Rijvoorstel(klas[regel_id], regel_id, rij.wie, vergelijker.vergelijk(regel_id, rij.waarden))

    zeker: list[Rijvoorstel] = []
    twijfel: list[Twijfelrij] = []
    zonder: list[Vrijrij] = []
    for nummer, rij in enumerate(rijen):
        # somebody may have left the list since the rows were matched
        over = [k for k in rij.kandidaten if k in klas]
        keuze = (keuzes or {}).get(nummer)
        if not over:
            gekozen = voor(rij, keuze) if keuze in klas else None
            zonder.append(Vrijrij(nummer, rij.wie, _waarden(rij, kolommen), gekozen))
        elif rij.zekerheid is Zekerheid.ZEKER:
            zeker.append(voor(rij, over[0]))
        else:
            opties = tuple(voor(rij, k) for k in over)
            twijfel.append(Twijfelrij(nummer, rij.wie, rij.reden, opties, keuze if keuze in over else None))
    vast = {rij.regel_id for rij in zeker}
    keren = Counter([*(rij.regel_id for rij in zeker), *map(_keuze, twijfel), *map(_keuze, zonder)])
    return Voorstel(
        tuple(kolommen.values()),
        tuple(zeker),
        tuple(_met_fout(t, keren) for t in twijfel),
        tuple(_met_fout(v, keren) for v in zonder),
        tuple(paar for paar in klas.items() if not paar[1].vertrokken and paar[0] not in vast),
        tuple(ll for regel_id, ll in klas.items() if not ll.vertrokken and regel_id not in keren),
        _stand(rijen, staat.values()),
    )


def _keuze(rij: Twijfelrij | Vrijrij) -> int | None:
    """The regel id that was picked for a row."""
    return rij.gekozen.regel_id if isinstance(rij.gekozen, Rijvoorstel) else rij.gekozen


def _waarden(rij: Blokrij, kolommen: Mapping[int, Kolom]) -> tuple[tuple[str, str], ...]:
    return tuple((kolommen[k].kop, tekst) for k, tekst in rij.waarden.items() if k in kolommen and tekst)


def lees_cellen(
    session: Session, cyclus: Cyclus, kolom_ids: Sequence[int], *, op_slot: bool = False
) -> dict[tuple[int, int], Cel]:
    """(regel, kolom) -> cell, as it stands in the database now."""
    vraag = (
        select(Cel)
        .join(Regel, Regel.id == Cel.regel_id)
        .where(Regel.cyclus_id == cyclus.id, Cel.kolom_id.in_(kolom_ids))
        .order_by(Cel.id)  # one order for everybody who locks: nobody waits in a circle
        .execution_options(populate_existing=True)
    )
    if op_slot:
        vraag = vraag.with_for_update(of=Cel)
    return {(cel.regel_id, cel.kolom_id): cel for cel in session.scalars(vraag)}


def _met_fout(rij: _Keuzerij, keren: Mapping[int | None, int]) -> _Keuzerij:
    gekozen = _keuze(rij)
    if gekozen is None or keren[gekozen] < 2:
        return rij
    return replace(rij, fout="Deze leerling heeft al een andere rij. Kies er een.")


def _stand(rijen: Sequence[Blokrij], cellen: Iterable[Cel]) -> str:
    """A short mark of what was proposed over what; another one when either changes."""
    versies = sorted((cel.regel_id, cel.kolom_id, cel.versie) for cel in cellen)
    return hashlib.sha256(repr((list(rijen), versies)).encode()).hexdigest()[:24]
