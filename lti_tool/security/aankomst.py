"""From a validated launch to a visit, and to the page that the launch meant."""

from typing import Any

from flask import current_app, redirect, session, url_for
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from lti_tool.extensions import db
from lti_tool.lti import moodle
from lti_tool.lti.launch import Launch
from lti_tool.models import Cursus, Rol, Sessie, Soort, Toegang, nu
from lti_tool.security import bezoeker as bezoekers
from lti_tool.security import sessies
from lti_tool.security.fouten import GeenRecht
from lti_tool.security.sessies import Bezoek
from lti_tool.security.toegang import recht_van
from lti_tool.services.groep import aankomst, cycli, groepen

# custom parameter `formulier` -> endpoint; another or none: the group's front page
FORMULIEREN = {
    "groepsoverzicht": "overzicht.toon",
    "begrijpwijzer": "begrijpwijzer.start",
    "groepsplan": "groepsplan.toon",
}


def verwelkom(launch: Launch) -> Response:
    """Begin (or go on with) the visit of who arrives, and send them on. Commits.

    Raises GeenRecht for somebody without a role here; nothing is kept of them then.
    """
    if launch.rol is Rol.GEEN:
        raise GeenRecht(
            "De leeromgeving zegt niet dat je hier docent of leerling bent. "
            "Daarom kan Groepswijzer je niets laten zien."
        )
    persoon, cursus = aankomst.registreer(db.session(), launch)
    groepen.verwerk_aanwijzingen_van(db.session(), cursus)
    sessie = _begin_bezoek(persoon.id, cursus, launch)
    db.session.commit()
    return redirect(_bestemming(sessie, cursus, launch), 303)


def _begin_bezoek(persoon_id: int, cursus: Cursus, launch: Launch) -> Sessie:
    bezoek = session._get_current_object()  # type: ignore[attr-defined]  # werkzeug's proxy
    assert isinstance(bezoek, Bezoek)  # noqa: S101 (our session interface makes no other)
    sessies.ruim_op(db.session(), current_app.config["SETTINGS"])
    vorige = db.session.get(Sessie, bezoek.sessie.id) if bezoek.sessie else None
    sessie, token = sessies.nieuw_bezoek(
        db.session(), vorige, persoon_id, als_leerling=launch.rol is Rol.LEERLING
    )
    toegang = next((t for t in sessie.toegangen if t.cursus_id == cursus.id), None)
    if toegang is None:
        toegang = Toegang(cursus_id=cursus.id, rol=launch.rol)
        sessie.toegangen.append(toegang)
    toegang.rol, toegang.verleend_op = launch.rol, nu()
    db.session.flush()
    bezoek.begin(sessie, token)
    generate_csrf()
    if launch.doel == "frame" and launch.platform.product == moodle.PRODUCT:
        # phones and tablets: Moodle gave up its own window, so the way back is ours to offer
        adres = moodle.cursusadres(launch.platform.issuer, launch.context_id)
        bezoek["terug"] = bezoek.get("terug", {}) | {str(cursus.id): adres}
    if launch.deeplink is not None:
        bezoek["koppelen"] = {"cursus_id": cursus.id, **launch.deeplink}
    return sessie


def _bestemming(sessie: Sessie, cursus: Cursus, launch: Launch) -> str:
    """The page that the launch meant, or the course's front page when that isn't for this visitor."""
    if launch.soort == "deeplink":
        return url_for("lti.koppelen", cursus_id=cursus.id)
    if launch.rol is Rol.LEERLING:
        return url_for("leerling.eigen_pagina", cursus_id=cursus.id)
    return _geplaatst(sessie, cursus, launch.custom) or url_for("cursus.voorpagina", cursus_id=cursus.id)


def _geplaatst(sessie: Sessie, cursus: Cursus, custom: dict[str, str]) -> str:
    """The page of a link that deep linking placed; "" for another link, or who may not open that page."""
    soort, vak = custom.get("soort", ""), custom.get("vak", "")
    if soort not in set(Soort):
        return ""
    groep = groepen.vind(db.session(), cursus.id, soort, vak)
    if groep is None or cycli.huidige(db.session(), groep) is None:
        # deep linking makes the group; its first cycle is opened in the set-up
        bezoeker = bezoekers.voor_cursus(db.session(), sessie, cursus.id)
        endpoint = "cursus.inrichten"
        plaats: dict[str, Any] = {"cursus_id": cursus.id, "soort": soort, "vak": vak}
    else:
        bezoeker = bezoekers.voor_groep(db.session(), sessie, groep.id)
        endpoint = FORMULIEREN.get(custom.get("formulier", ""), "groep.voorpagina")
        plaats = {"groep_id": groep.id}
    recht = recht_van(endpoint)
    mag = bezoeker is not None and recht is not None and bezoeker.mag(recht)
    return url_for(endpoint, **plaats) if mag else ""
