"""A group: its front page, and the steps of its cycle."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.agenda import met_links
from lti_tool.blueprints.groep import beheer
from lti_tool.blueprints.groep.forms import StapForm
from lti_tool.extensions import db
from lti_tool.hgw.voortgang import Stap, volgende_stap
from lti_tool.models import Cyclus, Eigenaarschap, Groep, Herkomst
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services.cyclus import agenda, voortgang
from lti_tool.services.evaluatie import doelcijfers
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groep import cycli, eigenaren, verwant
from lti_tool.services.groepsplan import mentorplannen
from lti_tool.services.handelingsplan import vakplannen

bp = Blueprint("groep", __name__, url_prefix="/groep/<int:groep_id>")
beheer.registreer(bp)

HERKOMST = {
    Herkomst.KOPPELING: "plaatste het formulier in de cursus",
    Herkomst.INGEBRUIKNAME: "nam de groep in gebruik",
    Herkomst.OVERDRACHT: "aangewezen door een eigenaar",
    Herkomst.BEHEER: "ingesteld door de beheerder",
}


@bp.get("/")
@vereist(Recht.GROEP_BEKIJKEN)
def voorpagina(groep_id: int) -> ResponseReturnValue:
    """Where the cycle stands, what is next, who works here."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = cycli.huidige(db.session(), groep)
    stappen = voortgang.stand(db.session(), cyclus) if cyclus else []
    volgende = volgende_stap(stappen) if stappen else None
    verklaard = voortgang.verklaard(db.session(), cyclus) if cyclus else frozenset()
    context = pagina.context(bezoeker, cyclus, actief="start")
    if volgende:
        context["stap"] = {"nummer": volgende.nummer, "naam": volgende.naam}
    return render_template(
        "groep/voorpagina.html",
        **context,
        stappen=[_stap(stap, volgende, bezoeker, verklaard) for stap in stappen],
        mag_verklaren=bezoeker.mag(Recht.CYCLUS_BEHEREN) and not (cyclus and cyclus.gesloten_op),
        agenda=_agenda(bezoeker, groep),
        eigenaren=[_eigenaar(e) for e in eigenaren.eigenaren(db.session(), groep)],
        mag_worden=bezoeker.mag(Recht.EIGENAAR_WORDEN),
        inrichten_url=url_for("cursus.inrichten", cursus_id=groep.cursus_id, soort=groep.soort, vak=groep.vak)
        if bezoeker.mag(Recht.GROEP_INRICHTEN)
        else "",
        vakgroepen=_vakgroepen(bezoeker, groep),
        mentorplannen=_mentorplannen(bezoeker, groep),
        vakplannen=vakplannen.bij_vakken(db.session(), groep)
        if bezoeker.mag(Recht.VAKOVERZICHT_BEKIJKEN)
        else [],
        cijfers=_cijfers(bezoeker, cyclus),
        cycli=_eerdere(groep, cyclus),
        mag_overzicht=bezoeker.mag(Recht.OVERZICHT_BEKIJKEN),
        mag_beheren=bezoeker.mag(Recht.CYCLUS_BEHEREN),
    )


@bp.post("/stap")
@vereist(Recht.CYCLUS_BEHEREN)
def stap(groep_id: int) -> ResponseReturnValue:
    """The owner says that a step is done, or takes it back."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    form = StapForm()
    if not form.validate_on_submit():
        raise OngeldigeWaarde("Een cyclus heeft zes stappen.")
    cyclus = cycli.kies(db.session(), groep, None)
    cycli.verklaar(db.session(), cyclus, form.stap.data, form.klaar.data, bezoeker.persoon)
    db.session.commit()
    return redirect(url_for("groep.voorpagina", groep_id=groep_id), 303)


@bp.post("/eigenaar-worden")
@vereist(Recht.EIGENAAR_WORDEN)
def eigenaar_worden(groep_id: int) -> ResponseReturnValue:
    """Claim a group that nobody owns."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    if eigenaren.claim(db.session(), groep, bezoeker.persoon, Herkomst.INGEBRUIKNAME):
        flash("Je bent nu eigenaar van deze groep.", "goed")
    else:
        flash("Deze groep heeft al een eigenaar.", "let-op")
    db.session.commit()
    return redirect(url_for("groep.voorpagina", groep_id=groep_id), 303)


# where the work of a step is done; the first three are done in the overview
STAPPAGINAS = {4: "clusteren.bord", 5: "groepsplan.toon", 6: "evaluatie.toon"}


def _stap(stap: Stap, volgende: Stap | None, bezoeker: Bezoeker, verklaard: frozenset[int]) -> dict[str, Any]:
    groep = pagina.groep_van(bezoeker)
    endpoint = STAPPAGINAS.get(stap.nummer, "overzicht.toon")
    mag = bezoeker.mag(Recht.PLAN_BEKIJKEN if stap.nummer in STAPPAGINAS else Recht.OVERZICHT_BEKIJKEN)
    return {
        "nummer": stap.nummer,
        "naam": stap.naam,
        "uitleg": stap.toelichting,
        "gedaan": stap.klaar,
        "verklaard": stap.nummer in verklaard,
        "nu": volgende is not None and stap.nummer == volgende.nummer,
        "url": url_for(endpoint, groep_id=groep.id) if mag else None,
    }


def _agenda(bezoeker: Bezoeker, groep: Groep) -> list[dict[str, Any]]:
    if not bezoeker.mag(Recht.PLAN_BEKIJKEN):
        return []
    return met_links(bezoeker, groep.id, agenda.van_groepen(db.session(), [groep.id]).get(groep.id, ()))


def _cijfers(bezoeker: Bezoeker, cyclus: Cyclus | None) -> dict[str, Any] | None:
    """Goals reached: of this cycle, or of the one before it as long as nothing is said in this one."""
    if cyclus is None or not bezoeker.mag(Recht.PLAN_BEKIJKEN):
        return None
    for van in cycli.cycli(db.session(), pagina.groep_van(bezoeker))[:2]:
        cijfers = doelcijfers.van_cyclus(db.session(), van)
        if cijfers:
            ouder: dict[str, Any] = {} if van.id == cyclus.id else {"cyclus": van.volgnummer}
            url = url_for("evaluatie.toon", groep_id=van.groep_id, **ouder)
            return {"volgnummer": van.volgnummer, "cijfers": cijfers, "url": url}
    return None


def _eigenaar(eigenaarschap: Eigenaarschap) -> dict[str, Any]:
    return {
        "naam": eigenaarschap.persoon.naam,
        "sinds": eigenaarschap.sinds,
        "herkomst": HERKOMST[Herkomst(eigenaarschap.herkomst)],
        "door": eigenaarschap.door.naam if eigenaarschap.door else "",
    }


def _vakgroepen(bezoeker: Bezoeker, groep: Groep) -> list[dict[str, Any]]:
    if not bezoeker.mag(Recht.VAKOVERZICHT_BEKIJKEN):
        return []
    gevonden = verwant.vakgroepen(db.session(), groep)
    plannen = mentorplannen.standen(db.session(), [vak.groep.id for vak in gevonden])
    return [
        {
            "naam": vak.naam,
            "gedeeld": vak.gedeeld,
            "url": url_for("overzicht.vak", groep_id=groep.id, vakgroep_id=vak.groep.id),
            "plan": plannen.get(vak.groep.id),
            "plan_url": url_for("mentorplan.vakplan", groep_id=groep.id, vakgroep_id=vak.groep.id),
        }
        for vak in gevonden
    ]


def _mentorplannen(bezoeker: Bezoeker, groep: Groep) -> list[dict[str, Any]]:
    """The mentor classes of the subject's pupils whose plan was begun."""
    if not bezoeker.mag(Recht.MENTORPLAN_BEANTWOORDEN):
        return []
    klassen = verwant.mentorklassen(db.session(), groep)
    plannen = mentorplannen.standen(db.session(), [klas.groep.id for klas in klassen])
    return [
        {"naam": klas.naam, "plan": plannen[klas.groep.id]} for klas in klassen if klas.groep.id in plannen
    ]


def _eerdere(groep: Groep, huidige: Cyclus | None) -> list[dict[str, Any]]:
    return [
        {
            "volgnummer": cyclus.volgnummer,
            "begin": cyclus.begin,
            "eind": cyclus.eind,
            "url": url_for("overzicht.toon", groep_id=groep.id, cyclus=cyclus.volgnummer),
        }
        for cyclus in cycli.cycli(db.session(), groep)
        if huidige is not None and cyclus.id != huidige.id
    ]
