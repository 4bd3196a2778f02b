"""One value that came in beside what stands in its cell: what would change, and what can't."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial

from lti_tool.hgw.afronden import lees_ruim
from lti_tool.hgw.scores import OngeldigeScore, onder_ijkpunt
from lti_tool.models import Cel, Kolom
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.overzicht.cellen import lees_waarde
from lti_tool.services.overzicht.celweergave import Meetlat


class Uitkomst(StrEnum):
    WIJZIGT = "wijzigt"
    GELIJK = "gelijk"
    LEEG = "leeg"  # nothing came in: what stands there stays
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True)
class Celvoorstel:
    """One cell. `was`: the finer number before rounding; `waarom`: why it is refused, or what to look at."""

    regel_id: int
    kolom: Kolom
    oud: str
    ruw: str
    nieuw: str
    uitkomst: Uitkomst
    was: str = ""
    waarom: str = ""


class Vergelijker:
    """Compares values that came in with what stands in the cells of one overview."""

    def __init__(
        self, kolommen: Mapping[int, Kolom], staat: Mapping[tuple[int, int], Cel], leegmaken: bool
    ) -> None:
        self._kolommen = kolommen
        self._meetlatten = {kolom_id: Meetlat.van(kolom) for kolom_id, kolom in kolommen.items()}
        self._staat = staat
        self._leegmaken = leegmaken
        # a list holds few different values, so each is read once
        self._lees_kolom = {
            kolom_id: cache(partial(self._lees, kolom)) for kolom_id, kolom in kolommen.items()
        }

    def vergelijk(self, regel_id: int, waarden: Mapping[int, str]) -> tuple[Celvoorstel, ...]:
        """One row: `waarden` has the text as it came per kolom id."""
        return tuple(self._cel(regel_id, kolom_id, waarden[kolom_id]) for kolom_id in waarden)

    def _cel(self, regel_id: int, kolom_id: int, ruw: str) -> Celvoorstel:
        kolom = self._kolommen[kolom_id]
        cel = self._staat.get((regel_id, kolom_id))
        oud = cel.waarde if cel else ""
        try:
            nieuw, was, let_op = self._lees_kolom[kolom_id](ruw)
        except OngeldigeWaarde as fout:
            return Celvoorstel(regel_id, kolom, oud, ruw, oud, Uitkomst.GEWEIGERD, waarom=str(fout))
        uitkomst = Uitkomst.WIJZIGT
        if nieuw == oud:
            uitkomst = Uitkomst.GELIJK if nieuw else Uitkomst.LEEG
        elif not nieuw and not self._leegmaken:
            uitkomst = Uitkomst.LEEG
        return Celvoorstel(regel_id, kolom, oud, ruw, nieuw, uitkomst, was, let_op)

    def _lees(self, kolom: Kolom, ruw: str) -> tuple[str, str, str]:
        """Canonical value, the number before rounding, and what to look at."""
        meetlat = self._meetlatten[kolom.id]
        if meetlat.schaal is None:
            return lees_waarde(kolom, ruw), "", ""
        try:
            gelezen = lees_ruim(meetlat.schaal, ruw)
        except OngeldigeScore as fout:
            raise OngeldigeWaarde(str(fout)) from fout
        if gelezen.score is None:
            return "", "", ""
        let_op = ""
        if gelezen.was and meetlat.ijkpunt and not onder_ijkpunt(gelezen.score, meetlat.ijkpunt):
            precies = Decimal(gelezen.was.rstrip("%").replace(",", "."))
            let_op = "door afronden op de afspraak" if precies < meetlat.ijkpunt.rang else ""
        return gelezen.score.tekst, gelezen.was, let_op
