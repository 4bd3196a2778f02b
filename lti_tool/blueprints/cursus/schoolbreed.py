"""What a course shows to those who have no group of their own in it: leadership and the care team."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from lti_tool.blueprints.pagina import SOORTNAMEN
from lti_tool.extensions import db
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.cyclus import schoolvoortgang
from lti_tool.services.evaluatie import doelcijfers


def registreer(bp: Blueprint) -> None:
    """Hang this page under the course's address."""
    bp.add_url_rule("/voortgang", view_func=voortgang, methods=["GET"])


@vereist(Recht.VOORTGANG_BEKIJKEN)
def voortgang(cursus_id: int) -> ResponseReturnValue:
    """Every group of the school: its cycle and the six steps; goals reached per year. No pupils, no texts."""
    bezoeker = huidige_bezoeker()
    platform = bezoeker.cursus.platform
    return render_template(
        "cursus/voortgang.html",
        school=platform.school.naam,
        groepen=schoolvoortgang.lees(db.session(), platform.id),
        jaren=doelcijfers.van_school(db.session(), platform.id),
        soortnamen=SOORTNAMEN,
        cursus=bezoeker.cursus,
        mag_beheren=bezoeker.mag(Recht.SCHOOL_BEHEREN),
    )


def welkom_zorgteam(bezoeker: Bezoeker) -> ResponseReturnValue:
    """Who teaches in the care team's course has no page of forms there yet; say so kindly."""
    return render_template(
        "cursus/zorgteam.html", voornaam=bezoeker.persoon.voornaam or bezoeker.persoon.naam
    )
