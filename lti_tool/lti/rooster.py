"""The class list of a course: Names and Role Provisioning Services 2.0, page by page.

https://www.imsglobal.org/spec/lti-nrps/v2p0. No `limit` and no `role` are asked for: Moodle's next page
forgets them (see moodle.py), and every platform sends everybody without. A list counts only when whole.
"""

from datetime import timedelta
from typing import Any

from pylti1p3.names_roles import NamesRolesProvisioningService
from sqlalchemy import delete
from sqlalchemy.orm import Session

from lti_tool.lti.adressen import is_van_platform, oorsprong
from lti_tool.lti.fouten import Code, RoosterFout
from lti_tool.lti.rollen import lees_rol
from lti_tool.lti.tokens import Dienst
from lti_tool.lti.vormen import is_lijst_van_tekst, kenmerk, tekst
from lti_tool.models import Cursus, Registratie, Roosterophaling, nu
from lti_tool.settings import Settings

MEESTE_PAGINAS = 200
MEESTE_LEDEN = 5000
# one that was left half (a browser closed) is of no use after this
_VERGETEN_NA = timedelta(minutes=10)

Lid = dict[str, Any]


def begin_ophaling(session: Session, settings: Settings, cursus: Cursus) -> Roosterophaling:  # noqa: ARG001 (the same first arguments everywhere in lti/)
    """Start fetching the list of a course, whose rooster_url came from a validated launch.

    Raises RoosterFout when the platform offers none.
    """
    registratie = _registratie(session, cursus)
    if not cursus.rooster_url or not is_van_platform(registratie, cursus.rooster_url):
        raise RoosterFout(Code.ROOSTER_NIET_AAN, "the launch named no roster on the platform")
    session.execute(
        delete(Roosterophaling).where(
            Roosterophaling.cursus_id == cursus.id, Roosterophaling.aangemaakt_op < nu() - _VERGETEN_NA
        )
    )
    ophaling = Roosterophaling(cursus_id=cursus.id, volgende_url=cursus.rooster_url, paginas=0, leden=[])
    session.add(ophaling)
    session.flush()
    return ophaling


def haal_pagina(session: Session, settings: Settings, ophaling: Roosterophaling) -> bool:
    """Fetch one page more; True when the list is complete.

    Then ophaling.leden holds {sub, voornaam, achternaam, naam, email, nummer, rol, actief} per person:
    rol a value of Rol, actief False for who is Inactive or Deleted. Commits before it asks the platform.
    Raises RoosterFout; the list so far is then of no use.
    """
    if not ophaling.volgende_url:
        return True
    cursus = session.get_one(Cursus, ophaling.cursus_id)
    registratie = _registratie(session, cursus)
    url = ophaling.volgende_url
    with Dienst(session, settings, registratie) as dienst:
        pagina = NamesRolesProvisioningService(dienst, {"context_memberships_url": url}).get_nrps_data()
    vertaling = registratie.platform.school.rolvertaling
    nieuw = _lees_pagina(pagina["body"], cursus.context_id, vertaling)
    # who was moved to a later page while we were reading comes twice: once is enough
    leden = {lid["sub"]: lid for lid in [*ophaling.leden, *nieuw]}
    if len(leden) > MEESTE_LEDEN:
        raise RoosterFout(Code.ROOSTER_TE_GROOT, "more members than we take")
    ophaling.leden = list(leden.values())
    ophaling.paginas += 1
    ophaling.volgende_url = _volgende(pagina["next_page_url"], url, cursus, ophaling.paginas)
    session.flush()
    return not ophaling.volgende_url


def _registratie(session: Session, cursus: Cursus) -> Registratie:
    registratie = session.get(Registratie, cursus.registratie_id) if cursus.registratie_id else None
    if registratie is None or not registratie.actief:
        raise RoosterFout(Code.ROOSTER_NIET_AAN, "the registration is gone or switched off")
    return registratie


def _volgende(volgende: str | None, huidige: str, cursus: Cursus, paginas: int) -> str:
    if not volgende:
        return ""
    if paginas >= MEESTE_PAGINAS:
        raise RoosterFout(Code.ROOSTER_TE_GROOT, "more pages than we take")
    # our token goes along: only to where the launch pointed
    if volgende == huidige or oorsprong(volgende) != oorsprong(cursus.rooster_url):
        raise RoosterFout(Code.ROOSTER_VERVOLG, "the next page is the same one, or elsewhere")
    return volgende


def _lees_pagina(inhoud: Any, context_id: str, vertaling: dict[str, Any]) -> list[Lid]:
    leden = inhoud.get("members") if isinstance(inhoud, dict) else None
    if not isinstance(leden, list):
        raise RoosterFout(Code.ROOSTER_ONLEESBAAR, "the answer holds no list of members")
    context = inhoud.get("context", {})
    if isinstance(context, dict) and "id" in context and kenmerk(context["id"]) != context_id:
        raise RoosterFout(Code.ROOSTER_ANDERE_CURSUS, "the list is of another context")
    return [_lees_lid(lid, vertaling) for lid in leden]


def _lees_lid(lid: Any, vertaling: dict[str, Any]) -> Lid:
    """One member; one that can't be read spoils the list, for leaving it out would be silent."""
    sub = kenmerk(lid.get("user_id")) if isinstance(lid, dict) else ""
    rollen = lid.get("roles", []) if sub else []
    if not sub or not is_lijst_van_tekst(rollen):
        raise RoosterFout(Code.ROOSTER_ONLEESBAAR, "a member without a usable id or roles")
    return {
        "sub": sub,
        "voornaam": tekst(lid.get("given_name")),
        "achternaam": tekst(lid.get("family_name")),
        "naam": tekst(lid.get("name")),
        "email": tekst(lid.get("email")),
        "nummer": tekst(lid.get("lis_person_sourcedid")),
        "rol": lees_rol(rollen, vertaling).value,
        # absent means active (NRPS 2.0, section 2.2)
        "actief": lid.get("status", "Active") == "Active",
    }
