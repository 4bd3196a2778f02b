"""When a school has lessons: its own hours, else the default ones, and its days off."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from lti_tool.hgw.lesuren import Bezwaar, Lesuur, keur_lesuren
from lti_tool.hgw.vrijedagen import Vrij, keur_vrij, vrij_in
from lti_tool.models import Groep, Persoon, Schoolrooster
from lti_tool.services import versies
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.school import formaten

Rijen = Sequence[Mapping[str, object]]


class OngeldigRooster(OngeldigeWaarde):
    """What is wrong with the rows of hours (`lesuren`) and of days off (`vrij`)."""

    def __init__(self, lesuren: Sequence[Bezwaar], vrij: Sequence[Bezwaar]) -> None:
        super().__init__([*lesuren, *vrij][0][2])
        self.lesuren, self.vrij = tuple(lesuren), tuple(vrij)


def zoek(session: Session, school_id: int) -> Schoolrooster | None:
    """What the school set itself."""
    return session.scalars(_van(school_id)).one_or_none()


def van_groep(session: Session, groep: Groep) -> Schoolrooster | None:
    """What the school of this group set itself."""
    return zoek(session, groep.cursus.platform.school_id)


def lesuren(rooster: Schoolrooster | None) -> tuple[Lesuur, ...]:
    """The hours that hold, in order of time."""
    if rooster is None or not rooster.lesuren:
        return formaten.lesuren()
    return tuple(Lesuur(**uur) for uur in rooster.lesuren)


def eigen_vrij(rooster: Schoolrooster | None) -> tuple[Vrij, ...]:
    """The days off that the school set, in order of time."""
    rijen = rooster.vrij if rooster else ()
    return tuple(Vrij(rij["naam"], *map(date.fromisoformat, (rij["van"], rij["tot"]))) for rij in rijen)


def vrij(rooster: Schoolrooster | None, van: date, tot: date) -> tuple[Vrij, ...]:
    """Days off on which lessons fall out from `van` to `tot`, also those that are free everywhere."""
    return vrij_in(eigen_vrij(rooster), van, tot)


def bewaar(
    session: Session, school_id: int, uren: Rijen, vrije_dagen: Rijen, versie: int, door: Persoon | None
) -> Schoolrooster:
    """Save what was filled in over the version that was seen (0: nothing yet); the same again is no change.

    No hours at all, or the default ones: the default holds. Raises OngeldigRooster or Conflict.
    """
    gelezen, bezwaren = keur_lesuren(uren)
    dagen, bezwaren_vrij = keur_vrij(vrije_dagen)
    if bezwaren or bezwaren_vrij:
        raise OngeldigRooster(bezwaren, bezwaren_vrij)
    waarden = {
        "lesuren": [asdict(uur) for uur in gelezen] if gelezen != formaten.lesuren() else [],
        "vrij": [{"naam": v.naam, "van": v.van.isoformat(), "tot": v.tot.isoformat()} for v in dagen],
    }
    rooster = zoek(session, school_id)
    if rooster is None:
        nieuw = Schoolrooster(school_id=school_id, gewijzigd_door_id=door.id if door else None, **waarden)
        if versies.voeg_toe(session, nieuw):
            return nieuw
        rooster = session.scalars(_van(school_id)).one()
    if all(getattr(rooster, veld) == waarde for veld, waarde in waarden.items()):
        return rooster
    if not versies.schrijf(session, rooster, versie, door, **waarden):
        stand = in_woorden(rooster)
        raise versies.conflict(session, rooster, "de lesuren of vrije dagen", nu_in_woorden=stand)
    return rooster


def in_woorden(rooster: Schoolrooster) -> str:
    """All of it in one line: "1 08:30–09:20, 2 09:20–10:10; vrij: herfstvakantie 17 t/m 25 oktober"."""
    uren = ", ".join(f"{uur.naam} {uur.begin}–{uur.eind}" for uur in lesuren(rooster))
    return f"{uren}; vrij: {', '.join(map(str, eigen_vrij(rooster))) or 'niets'}"


def _van(school_id: int) -> Select[Schoolrooster]:
    return select(Schoolrooster).where(Schoolrooster.school_id == school_id)
