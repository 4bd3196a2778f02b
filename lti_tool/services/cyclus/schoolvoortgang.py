"""How far every group of a school is, for its leadership: dates and steps, no pupil's texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from lti_tool.hgw.voortgang import Stap, volgende_stap
from lti_tool.models import Cyclus, Soort
from lti_tool.services.cyclus import voortgang
from lti_tool.services.groep import eigenaren, groepen
from lti_tool.services.school import beheer


@dataclass(frozen=True)
class Groepsvoortgang:
    """One group: `begin`, `eind` and the steps are of its newest cycle; None and () before the first."""

    naam: str
    soort: Soort
    eigenaren: tuple[str, ...]
    volgnummer: int
    begin: date | None
    eind: date | None
    gesloten: bool
    stappen: tuple[Stap, ...]

    @property
    def volgende(self) -> Stap | None:
        """The first step that isn't done."""
        return volgende_stap(self.stappen)


def lees(session: Session, platform_id: int) -> list[Groepsvoortgang]:
    """All groups of a platform, mentor classes first, by name. The same queries for any number."""
    alle = beheer.groepen_van_platform(session, platform_id)
    groep_ids = [groep.id for groep in alle]
    nieuwste = _nieuwste_cycli(session, groep_ids)
    standen = voortgang.standen(session, [cyclus.id for cyclus in nieuwste.values()])
    wie = eigenaren.per_groep(session, groep_ids)
    gevonden = []
    for groep in alle:
        cyclus = nieuwste.get(groep.id)
        gevonden.append(
            Groepsvoortgang(
                naam=groepen.naam(groep),
                soort=Soort(groep.soort),
                eigenaren=tuple(persoon.naam for persoon in wie.get(groep.id, ())),
                volgnummer=cyclus.volgnummer if cyclus else 0,
                begin=cyclus.begin if cyclus else None,
                eind=cyclus.eind if cyclus else None,
                gesloten=cyclus is not None and cyclus.gesloten_op is not None,
                stappen=tuple(standen[cyclus.id]) if cyclus else (),
            )
        )
    return sorted(gevonden, key=lambda g: (g.soort != Soort.VAKOVERSTIJGEND, g.naam.casefold()))


def _nieuwste_cycli(session: Session, groep_ids: Sequence[int]) -> dict[int, Cyclus]:
    latere = aliased(Cyclus)
    hoogste = select(func.max(latere.volgnummer)).where(latere.groep_id == Cyclus.groep_id).scalar_subquery()
    vraag = select(Cyclus).where(Cyclus.groep_id.in_(groep_ids), Cyclus.volgnummer == hoogste)
    return {cyclus.groep_id: cyclus for cyclus in session.scalars(vraag)}
