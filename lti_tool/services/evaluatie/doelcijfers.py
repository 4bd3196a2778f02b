"""Shares of goals reached: of one group, and of a school for its leadership. Numbers only, no texts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL, VAK
from lti_tool.hgw.evaluatie import Doelcijfer
from lti_tool.hgw.schooljaar import Schooljaar, schooljaar_van
from lti_tool.models import Cursus, Cyclus, Doelresultaat, Groep, Groepsplan, Plandoel, Planregel


@dataclass(frozen=True)
class Jaarcijfers:
    """Of one school year: a figure per domain of the mentor classes, and one per subject."""

    schooljaar: Schooljaar
    domeinen: tuple[Doelcijfer, ...]
    vakken: tuple[Doelcijfer, ...]


def van_cyclus(session: Session, cyclus: Cyclus) -> tuple[Doelcijfer, ...]:
    """Per domain of a group's plan, where something is said. One query."""
    vraag = _geteld(Planregel.domein).where(Groepsplan.cyclus_id == cyclus.id)
    per_domein: dict[str, Counter[str]] = defaultdict(Counter)
    for domein, resultaat, aantal in session.execute(vraag):
        per_domein[domein][resultaat] += aantal
    return _per_domein(per_domein)


def van_school(session: Session, platform_id: int) -> tuple[Jaarcijfers, ...]:
    """Per school year, the newest first. One query, however many groups."""
    vraag = (
        _geteld(Cyclus.begin, Groep.vak, Planregel.domein)
        .join(Cyclus, Cyclus.id == Groepsplan.cyclus_id)
        .join(Groep, Groep.id == Cyclus.groep_id)
        .join(Cursus, Cursus.id == Groep.cursus_id)
        .where(Cursus.platform_id == platform_id)
    )
    domeinen: dict[Schooljaar, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    vakken: dict[Schooljaar, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for begin, vak, domein, resultaat, aantal in session.execute(vraag):
        jaar = schooljaar_van(begin)
        if domein == VAK.sleutel:
            vakken[jaar][vak.strip().casefold()][resultaat] += aantal
        else:
            domeinen[jaar][domein][resultaat] += aantal
    jaren = sorted({*domeinen, *vakken}, key=lambda jaar: -jaar.begin_jaar)
    return tuple(
        Jaarcijfers(
            jaar,
            _per_domein(domeinen[jaar]),
            tuple(
                _cijfer(vak[:1].upper() + vak[1:], telling) for vak, telling in sorted(vakken[jaar].items())
            ),
        )
        for jaar in jaren
    )


def _geteld(*per: Any) -> Select[Any]:
    """Results that were said, counted by these columns and by the result; nothing that was taken out."""
    return (
        select(*per, Doelresultaat.resultaat, func.count(Doelresultaat.id))
        .select_from(Doelresultaat)
        .join(Plandoel, Plandoel.id == Doelresultaat.plandoel_id)
        .join(Planregel, Planregel.id == Plandoel.planregel_id)
        .join(Groepsplan, Groepsplan.id == Planregel.plan_id)
        .where(
            Doelresultaat.resultaat != "",
            Plandoel.verwijderd_op.is_(None),
            Planregel.verwijderd_op.is_(None),
        )
        .group_by(*per, Doelresultaat.resultaat)
    )


def _per_domein(tellingen: Mapping[str, Counter[str]]) -> tuple[Doelcijfer, ...]:
    namen: Iterable[tuple[str, str]] = ((sleutel, d.naam) for sleutel, d in DOMEIN_PER_SLEUTEL.items())
    return tuple(_cijfer(naam, tellingen[sleutel]) for sleutel, naam in namen if sleutel in tellingen)


def _cijfer(naam: str, telling: Counter[str]) -> Doelcijfer:
    return Doelcijfer(naam, telling["bereikt"], telling["deels"], telling["niet"])
