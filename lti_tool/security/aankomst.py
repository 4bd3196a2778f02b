"""From a validated launch to a visit, and to the page that the launch meant."""

from flask import current_app, redirect, session, url_for
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from lti_tool.extensions import db
from lti_tool.lti import moodle
from lti_tool.lti.launch import Launch
from lti_tool.models import Cursus, Rol, Sessie, Soort, Toegang, nu
from lti_tool.security import sessies
from lti_tool.security.fouten import GeenRecht
from lti_tool.security.sessies import Bezoek
from lti_tool.services import aankomst, groepen

# custom parameter `formulier` -> endpoint; another or none: the group's front page
FORMULIEREN = {"groepsoverzicht": "overzicht.toon"}


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
    _begin_bezoek(persoon.id, cursus, launch)
    db.session.commit()
    return redirect(_bestemming(cursus, launch), 303)


def _begin_bezoek(persoon_id: int, cursus: Cursus, launch: Launch) -> None:
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


def _bestemming(cursus: Cursus, launch: Launch) -> str:
    if launch.soort == "deeplink":
        return url_for("lti.koppelen", cursus_id=cursus.id)
    if launch.rol is Rol.LEERLING:
        return url_for("leerling.eigen_pagina", cursus_id=cursus.id)
    soort = launch.custom.get("soort", "")
    if soort not in set(Soort):
        return url_for("cursus.voorpagina", cursus_id=cursus.id)
    vak = launch.custom.get("vak", "")
    groep = groepen.vind(db.session(), cursus.id, soort, vak)
    if groep is None:
        return url_for("cursus.inrichten", cursus_id=cursus.id, soort=soort, vak=vak)
    endpoint = FORMULIEREN.get(launch.custom.get("formulier", ""), "groep.voorpagina")
    return url_for(endpoint, groep_id=groep.id)
