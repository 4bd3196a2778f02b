"""HTTP of deep linking: choose what comes into the course, and hand it to the platform."""

from typing import Any

from flask import g, render_template, request, session
from werkzeug.exceptions import BadRequest

from lti_tool.blueprints.lti.forms import MEESTE_VAKKEN, KoppelForm
from lti_tool.extensions import db
from lti_tool.hgw.groepgok import raad_soort
from lti_tool.lti.adressen import oorsprong_tekst
from lti_tool.lti.deeplinking import Antwoord, Keuze, maak_antwoord
from lti_tool.lti.fouten import Code, LtiFout
from lti_tool.models import Cursus, Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import GroepsRol
from lti_tool.services.groep import groepen
from lti_tool.services.school import formaten
from lti_tool.settings import Settings

# custom parameter `formulier` -> what the link is called
TITELS = {"groepsoverzicht": "Groepsoverzicht", "begrijpwijzer": "Begrijpwijzer", "groepsplan": "Groepsplan"}


def toon(bezoeker: Bezoeker, settings: Settings) -> str:
    """The page with the form, or after a valid post the page that goes back to the platform."""
    if any(len(waarden) > 1 for _, waarden in request.form.lists()):
        # no browser does; which of the two was meant can't be known
        raise BadRequest
    afspraak = _afspraak(bezoeker.cursus)
    form = KoppelForm(meer=afspraak["meer"], data=_gok(bezoeker))
    if form.is_submitted() and form.nog_een.data and len(form.vakken) < MEESTE_VAKKEN:
        form.vakken.append_entry()
    elif form.validate_on_submit():
        return _plaats(bezoeker, settings, afspraak, form)
    return render_template(
        "lti/koppelen.html",
        form=form,
        cursus=_cursusnaam(bezoeker.cursus),
        meer=afspraak["meer"],
        vol=len(form.vakken) >= MEESTE_VAKKEN,
        vakken=[vak["naam"] for vak in formaten.vakken()],
    )


def _afspraak(cursus: Cursus) -> dict[str, Any]:
    """What the launch said of this placing; it is used up by the answer."""
    afspraak = session.get("koppelen")
    if afspraak is None or afspraak["cursus_id"] != cursus.id:
        raise LtiFout(Code.KOPPELEN_VERLOPEN, "no deep linking is under way in this course")
    return dict(afspraak)


def _gok(bezoeker: Bezoeker) -> dict[str, Any]:
    cursus = bezoeker.cursus
    gok = raad_soort(cursus.titel, cursus.label, formaten.vakken())
    return {
        "mentorklas": gok.soort == Soort.VAKOVERSTIJGEND.value,
        "vakken": [gok.vak or ""],
        # an administrator places links for others
        "eigenaar": GroepsRol.BEHEERDER not in bezoeker.rollen,
    }


def _plaats(bezoeker: Bezoeker, settings: Settings, afspraak: dict[str, Any], form: KoppelForm) -> str:
    for soort, vak in form.keuzes:
        groepen.koppel(
            db.session(), bezoeker.cursus, bezoeker.persoon, soort, vak, als_eigenaar=form.eigenaar.data
        )
    keuzes = [
        _keuze(bezoeker.cursus, formulier, soort, vak)
        for soort, vak in form.keuzes
        for formulier in form.formulieren
    ]
    antwoord = maak_antwoord(db.session(), settings, afspraak, keuzes)
    session.pop("koppelen")
    db.session.commit()
    return _terug(antwoord)


def _keuze(cursus: Cursus, formulier: str, soort: str, vak: str) -> Keuze:
    titel = f"{TITELS[formulier]} {vak or _cursusnaam(cursus)}"
    return Keuze(titel, {"formulier": formulier, "soort": soort, "vak": vak})


def _cursusnaam(cursus: Cursus) -> str:
    return cursus.label or cursus.titel


def _terug(antwoord: Antwoord) -> str:
    g.formulierdoelen = {oorsprong_tekst(antwoord.url)}
    return render_template("lti/terug.html", antwoord=antwoord)
