"""What the rules for signalling look at: the measurements of a class, and who anything was noted of."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.reeksen import Meting
from lti_tool.hgw.scores import Score
from lti_tool.hgw.signalen import Groepsbeeld, Leerlingbeeld, Voorstel, stel_voor
from lti_tool.models import Cel, Cyclus, Kolom, Kolomsoort, Regel
from lti_tool.services.overzicht import metingen
from lti_tool.services.overzicht.metingen import Afname
from lti_tool.settings import data_dir


def lees(session: Session, cyclus: Cyclus) -> "Klasbeeld":
    """The picture of one cycle's class. Two queries."""
    return Klasbeeld(metingen.lees(session, cyclus), cyclus)


def met_gegevens(session: Session, cyclus: Cyclus) -> dict[int, bool]:
    """Row -> whether anything was noted; needs that came along from the previous cycle are no news."""
    genoteerd = (
        select(Cel.id)
        .join(Kolom, Kolom.id == Cel.kolom_id)
        .where(Cel.regel_id == Regel.id, Cel.waarde != "", Kolom.blok != "behoeften")
        .exists()
    )
    vraag = select(Regel.id, genoteerd).where(Regel.cyclus_id == cyclus.id)
    return {regel_id: bool(staat_iets) for regel_id, staat_iets in session.execute(vraag)}


class Klasbeeld:
    """The measurements of a class as the rules want them, per pupil beside the others."""

    def __init__(self, afnames: Mapping[int, Sequence[Afname]], cyclus: Cyclus) -> None:
        self._van = {persoon_id: _vers(reeks, cyclus) for persoon_id, reeks in afnames.items()}
        self._redenen: dict[str, str] = {}
        self._per_toets: dict[str, dict[int, Score | None]] = defaultdict(dict)
        redenen = redenen_bij_lage_score()
        for persoon_id, reeks in self._van.items():
            for afname in reeks:
                self._per_toets[afname.meting.toets][persoon_id] = afname.meting.score
                if afname.reeks in redenen:
                    self._redenen[afname.meting.reeks] = redenen[afname.reeks]

    def stel_voor(self, persoon_id: int, *, andere_gegevens: bool) -> tuple[Voorstel, ...]:
        eigen = self._van.get(persoon_id, ())
        toetsen = [a.meting for a in eigen if a.soort == Kolomsoort.TOETS]
        seo = [a.meting for a in eigen if a.soort == Kolomsoort.SEO]
        groep = Groepsbeeld(self._anderen(persoon_id, toetsen), self._redenen)
        return stel_voor(Leerlingbeeld(toetsen, seo, andere_gegevens), groep)

    def _anderen(self, persoon_id: int, toetsen: Iterable[Meting]) -> dict[str, list[Score | None]]:
        return {
            meting.toets: [s for wie, s in self._per_toets[meting.toets].items() if wie != persoon_id]
            for meting in toetsen
        }


def _vers(afnames: Sequence[Afname], cyclus: Cyclus) -> list[Afname]:
    """Only what was measured anew in this cycle, with its past: last cycle's marks were decided on then."""
    nieuw = {afname.reeks for afname in afnames if afname.volgnummer == cyclus.volgnummer}
    return [afname for afname in afnames if afname.reeks in nieuw]


@cache
def redenen_bij_lage_score() -> dict[str, str]:
    """Reeks of a test -> key of a reason; elsewhere a low score is leerachterstand."""
    bestand = data_dir("config") / "formats" / "signalen.toml"
    return dict(tomllib.loads(bestand.read_text(encoding="utf-8"))["lage_score"])
