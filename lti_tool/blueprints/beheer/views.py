"""The school's administrator: courses, what they are for, and owners. No pupil's texts here."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints.beheer import indelingen, rooster
from lti_tool.blueprints.beheer.forms import BESTEMMINGEN, BestemmingForm, EigenarenForm, LijstForm
from lti_tool.blueprints.pagina import SOORTNAMEN
from lti_tool.extensions import db
from lti_tool.models import Groep, Persoon, Soort
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import DomeinFout, OngeldigeWaarde
from lti_tool.services.groep import eigenaren, groepen
from lti_tool.services.school import beheer

bp = Blueprint("beheer", __name__, url_prefix="/cursus/<int:cursus_id>/beheer")
indelingen.registreer(bp)
rooster.registreer(bp)


@bp.get("/")
@vereist(Recht.SCHOOL_BEHEREN)
def start(cursus_id: int) -> ResponseReturnValue:
    """All courses and groups of this platform, with their owners."""
    return _toon(cursus_id, LijstForm()), 200


def _toon(cursus_id: int, lijstform: LijstForm) -> str:
    bezoeker = huidige_bezoeker()
    platform_id = bezoeker.cursus.platform_id
    alle = beheer.groepen_van_platform(db.session(), platform_id)
    wie = eigenaren.per_groep(db.session(), [groep.id for groep in alle])
    per_cursus: dict[int, list[dict[str, Any]]] = {}
    for groep in alle:
        rij = _groep(cursus_id, groep, wie.get(groep.id, []))
        per_cursus.setdefault(groep.cursus_id, []).append(rij)
    return render_template(
        "beheer/start.html",
        cursus=bezoeker.cursus,
        school=bezoeker.cursus.platform.school.naam,
        cursussen=[
            {
                "id": cursus.id,
                "naam": cursus.titel or cursus.label,
                "bestemming": cursus.bestemming,
                "rooster_op": cursus.rooster_op,
                "groepen": per_cursus.get(cursus.id, []),
            }
            for cursus in beheer.cursussen(db.session(), platform_id)
        ],
        bestemmingen=BESTEMMINGEN,
        lijstform=lijstform,
    )


def _groep(cursus_id: int, groep: Groep, wie: list[Persoon]) -> dict[str, Any]:
    return {
        "naam": groepen.naam(groep),
        "soort": SOORTNAMEN[Soort(groep.soort)],
        "eigenaren": [persoon.naam for persoon in wie],
        "url": url_for("beheer.eigenaars", cursus_id=cursus_id, doelgroep_id=groep.id),
    }


@bp.post("/bestemming/<int:doelcursus_id>")
@vereist(Recht.SCHOOL_BEHEREN)
def bestemming(cursus_id: int, doelcursus_id: int) -> ResponseReturnValue:
    """Mark a course as the care team's or leadership's, or back."""
    form = BestemmingForm()
    if not form.validate_on_submit():
        raise OngeldigeWaarde("Kies gewoon, zorgteam of schoolleiding.")
    platform_id = huidige_bezoeker().cursus.platform_id
    cursus = beheer.bestem(db.session(), platform_id, doelcursus_id, form.bestemming.data)
    db.session.commit()
    flash(f"De cursus {cursus.titel} is nu ingesteld als: {BESTEMMINGEN[cursus.bestemming]}.", "goed")
    return redirect(url_for("beheer.start", cursus_id=cursus_id), 303)


@bp.route("/groep/<int:doelgroep_id>", methods=["GET", "POST"])
@vereist(Recht.SCHOOL_BEHEREN)
def eigenaars(cursus_id: int, doelgroep_id: int) -> ResponseReturnValue:
    """Set who owns a group; nobody can claim it then."""
    bezoeker = huidige_bezoeker()
    groep = beheer.zoek_groep(db.session(), bezoeker.cursus.platform_id, doelgroep_id)
    huidige = eigenaren.eigenaren(db.session(), groep)
    kenmerken = [e.persoon.email or e.persoon.nummer or e.persoon.sub for e in huidige] + ["", ""]
    form = EigenarenForm(data={"eerste": kenmerken[0], "tweede": kenmerken[1]})
    if form.validate_on_submit():
        gevraagd = [veld.data.strip() for veld in (form.eerste, form.tweede) if (veld.data or "").strip()]
        try:
            beheer.stel_eigenaren_in(db.session(), groep, gevraagd, bezoeker.persoon)
        except OngeldigeWaarde as fout:
            db.session.rollback()
            form.eerste.errors = [*form.eerste.errors, str(fout)]
        else:
            db.session.commit()
            flash(f"De eigenaren van {groepen.naam(groep)} zijn bewaard.", "goed")
            return redirect(url_for("beheer.start", cursus_id=cursus_id), 303)
    return render_template(
        "beheer/eigenaars.html",
        form=form,
        naam=groepen.naam(groep),
        eigenaren=huidige,
        terug_url=url_for("beheer.start", cursus_id=cursus_id),
    ), (422 if form.errors else 200)


@bp.post("/lijst")
@vereist(Recht.SCHOOL_BEHEREN)
def lijst(cursus_id: int) -> ResponseReturnValue:
    """Owners for the whole school at once; all lines or none."""
    form = LijstForm()
    if form.validate_on_submit():
        try:
            toewijzingen = beheer.lees_eigenaren_csv(_tekst(form.bestand.data.read()))
            platform = huidige_bezoeker().cursus.platform
            gedaan = sum(beheer.wijs_toe(db.session(), platform, t) for t in toewijzingen)
        except DomeinFout as fout:
            db.session.rollback()
            form.bestand.errors = [*form.bestand.errors, str(fout)]
        else:
            db.session.commit()
            wachten = len(toewijzingen) - gedaan
            flash(f"{gedaan} eigenaren ingesteld, {wachten} wachten tot de cursus wordt geopend.", "goed")
            return redirect(url_for("beheer.start", cursus_id=cursus_id), 303)
    return _toon(cursus_id, form), 422


def _tekst(inhoud: bytes) -> str:
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return inhoud.decode("cp1252")
    except UnicodeDecodeError:
        raise OngeldigeWaarde("Dit bestand is geen leesbare tekst. Bewaar het als CSV (UTF-8).") from None
