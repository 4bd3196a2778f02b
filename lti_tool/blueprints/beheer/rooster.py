"""The school's lesson hours and days off: shown, changed row by row, kept all at once."""

from dataclasses import asdict

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints.beheer.roosterform import LIJSTEN, Rij, RoosterForm
from lti_tool.extensions import db
from lti_tool.hgw.schooljaar import schooljaar_van
from lti_tool.hgw.vrijedagen import vrij_in
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.fouten import Conflict
from lti_tool.services.school import schoolrooster
from lti_tool.services.school.schoolrooster import OngeldigRooster
from lti_tool.services.tijd import vandaag

# empty rows at the end: enough for the holidays of a year
_LEEG = {"lesuren": 1, "vrij": 3}


def registreer(bp: Blueprint) -> None:
    """Hang this page under the administrator's address."""
    bp.add_url_rule("/rooster", view_func=rooster, methods=["GET", "POST"])


@vereist(Recht.SCHOOL_BEHEREN)
def rooster(cursus_id: int) -> ResponseReturnValue:
    """Hours and days off. Without "bewaren" rows only come or go, and what was typed stays."""
    bezoeker = huidige_bezoeker()
    school_id = bezoeker.cursus.platform.school_id
    form, conflict = RoosterForm(), None
    if request.method == "GET":
        form = _staat_er(school_id)
    elif form.validate_on_submit() and not form.bewaren.data:
        form = _andere_rijen(form)
    elif not form.errors:
        rijen = form.rijen
        try:
            schoolrooster.bewaar(
                db.session(), school_id, rijen["lesuren"], rijen["vrij"], form.gezien, bezoeker.persoon
            )
        except OngeldigRooster as fout:
            form.wijs_aan("lesuren", fout.lesuren)
            form.wijs_aan("vrij", fout.vrij)
        except Conflict as fout:
            db.session.rollback()
            conflict = fout
            form.versie.data = str(fout.gegevens["versie"])
        else:
            db.session.commit()
            flash("De lesuren en vrije dagen zijn bewaard.", "goed")
            return redirect(url_for("beheer.rooster", cursus_id=cursus_id), 303)
    jaar = schooljaar_van(vandaag())
    return render_template(
        "beheer/rooster.html",
        form=form,
        lijsten=LIJSTEN,
        conflict=conflict,
        altijd_vrij=vrij_in((), jaar.begin, jaar.eind),
        schooljaar=jaar,
        terug_url=url_for("beheer.start", cursus_id=cursus_id),
    ), (409 if conflict else 422 if form.errors else 200)


def _staat_er(school_id: int) -> RoosterForm:
    eigen = schoolrooster.zoek(db.session(), school_id)
    uren = [asdict(uur) for uur in schoolrooster.lesuren(eigen)]
    vrij = [
        {"naam": v.naam, "van": v.van.isoformat(), "tot": v.tot.isoformat() if v.tot != v.van else ""}
        for v in schoolrooster.eigen_vrij(eigen)
    ]
    return _formulier({"lesuren": uren, "vrij": vrij}, str(eigen.versie if eigen else 0), _LEEG)


def _andere_rijen(form: RoosterForm) -> RoosterForm:
    """More empty rows in one list, or a row less."""
    rijen, (meer, weg) = form.rijen, (request.form.get("meer", ""), request.form.get("weg", ""))
    lijst, _, nummer = weg.partition("-")
    if lijst in rijen and nummer in {str(plek) for plek in range(len(rijen[lijst]))}:
        rijen[lijst].pop(int(nummer))
    return _formulier(rijen, form.versie.data or "", {meer: 3} if meer in rijen else {})


def _formulier(rijen: dict[str, list[Rij]], versie: str, leeg: dict[str, int]) -> RoosterForm:
    """The form with these rows, and some more empty ones for each list."""
    gevuld = {lijst: [*rijen[lijst], *({} for _ in range(leeg.get(lijst, 0)))] for lijst in rijen}
    return RoosterForm(formdata=None, data={**gevuld, "versie": versie})
