"""The overview: the table, one pupil's page, a colleague's subject overview, a cell's history."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from lti_tool.blueprints import pagina
from lti_tool.blueprints.logboek.leerling import van_leerling
from lti_tool.blueprints.overzicht import cellen, live, presentatie, verdelingen, voorkeur, voorstellen
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.extensions import db
from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL
from lti_tool.hgw.redenen import GROEPEN, REDENEN
from lti_tool.models import Cyclus, Groep, Soort
from lti_tool.security import kladbewijs
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.security.toegang import huidige_bezoeker, vereist
from lti_tool.services import geschiedenis, klad
from lti_tool.services.clusteren import plaatsingen, subgroepen
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groep import groepen, rooster, verwant
from lti_tool.services.handelingsplan import handelingsplannen, vakplannen
from lti_tool.services.klad import Kladcel
from lti_tool.services.overzicht import leermomenten, overzicht, verloop, voorkeuren
from lti_tool.services.overzicht.overzichtbeeld import Overzicht, Regelweergave, Zicht

bp = Blueprint("overzicht", __name__, url_prefix="/groep/<int:groep_id>")
cellen.registreer(bp)
voorstellen.registreer(bp)
verdelingen.registreer(bp)
live.registreer(bp)
voorkeur.registreer(bp)
presentatie.registreer(bp)


@bp.get("/overzicht")
@vereist(Recht.OVERZICHT_BEKIJKEN)
def toon(groep_id: int) -> ResponseReturnValue:
    """The whole class in one table."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = pagina.cyclus_of_inrichten(groep)
    inhoud = overzicht.lees(db.session(), cyclus, gezien.zicht_van(bezoeker))
    html = render_template(
        "overzicht/overzicht.html",
        **gezien.context(bezoeker, cyclus),
        overzicht=_tabel(bezoeker, groep, cyclus, inhoud)
        | gezien.stand(bezoeker, cyclus)
        | gezien.vertrouwelijk(bezoeker, cyclus, endpoint="overzicht.toon", groep_id=groep_id),
    )
    gezien.log_inzage(bezoeker, groep, inhoud)
    return html


@bp.get("/leerling/<int:leerling_id>")
@vereist(Recht.OVERZICHT_BEKIJKEN)
def leerling(groep_id: int, leerling_id: int) -> ResponseReturnValue:
    """One pupil: the same cells as a list, for long texts and small screens, with their history."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    cyclus = pagina.cyclus_of_inrichten(groep)
    kijk = gezien.zicht_van(bezoeker)
    inhoud = overzicht.lees(db.session(), cyclus, gezien.alleen(kijk, leerling_id))
    if not inhoud.regels:
        raise NietGevonden("Deze leerling staat niet in dit overzicht.")
    vorige, volgende = _buren(bezoeker, cyclus, leerling_id)
    html = render_template(
        "overzicht/leerling.html",
        **gezien.context(bezoeker, cyclus),
        overzicht=_tabel(bezoeker, groep, cyclus, inhoud)
        | gezien.stand(bezoeker, cyclus)
        | gezien.vertrouwelijk(
            bezoeker, cyclus, endpoint="overzicht.leerling", groep_id=groep_id, leerling_id=leerling_id
        ),
        **_handelingsplannen(bezoeker, groep, inhoud.regels[0]),
        vorige_leerling=vorige,
        volgende_leerling=volgende,
        wijzigingen=_wijzigingen(groep, inhoud, leerling_id) if kijk.alles else [],
        logboek=van_leerling(bezoeker, cyclus, inhoud.regels[0].regel_id),
        grafieken=verloop.lees(db.session(), cyclus, leerling_id) if kijk.alles else {},
    )
    gezien.log_inzage(bezoeker, groep, inhoud)
    return html


@bp.get("/vak/<int:vakgroep_id>")
@vereist(Recht.VAKOVERZICHT_BEKIJKEN)
def vak(groep_id: int, vakgroep_id: int) -> ResponseReturnValue:
    """The mentor reads a subject overview, for the pupils of the class only."""
    bezoeker = huidige_bezoeker()
    groep = pagina.groep_van(bezoeker)
    vakgroep, cyclus = verwant.kies_vakgroep(db.session(), groep, vakgroep_id)
    eigen = frozenset(rooster.aanwezigen(db.session(), groep.cursus_id))
    inhoud = overzicht.lees(db.session(), cyclus, Zicht(bewerken=False, alles=True, alleen=eigen))
    return render_template(
        "overzicht/overzicht.html",
        **_als_lezer(bezoeker, cyclus, vakgroep),
        overzicht=_tabel(bezoeker, groep, cyclus, inhoud, met_leerlingpagina=False)
        | gezien.lezersstand(bezoeker, cyclus),
    )


@bp.get("/cel/<int:regel_id>/<int:kolom_id>/geschiedenis")
@vereist(Recht.GEGEVENS_BEKIJKEN)
def geschiedenis_van_cel(groep_id: int, regel_id: int, kolom_id: int) -> ResponseReturnValue:
    """Who changed this cell, when, from what to what."""
    bezoeker = huidige_bezoeker()
    plaats = cellen.zichtbare_plaats(bezoeker, regel_id, kolom_id)
    html = render_template(
        "overzicht/geschiedenis.html",
        **pagina.context(bezoeker, plaats.cyclus, actief="overzicht"),
        leerling=rooster.leerling_van(plaats.regel.persoon),
        kolom=plaats.kolom,
        wijzigingen=geschiedenis.van_cel(db.session(), plaats.groep, regel_id, kolom_id),
        grafiek=verloop.lees(db.session(), plaats.cyclus, plaats.regel.persoon_id).get(kolom_id),
        fragment=request.headers.get("X-Fragment") == "1",
    )
    gezien.log_inzage_van_cel(bezoeker, plaats)
    return html


def _tabel(
    bezoeker: Bezoeker, groep: Groep, cyclus: Cyclus, inhoud: Overzicht, *, met_leerlingpagina: bool = True
) -> dict[str, Any]:
    """The table's part of the context, as templates/overzicht/ reads it."""
    algemeen = {}
    if groep.soort == Soort.VAKSPECIFIEK and bezoeker.mag(Recht.ALGEMEEN_BEKIJKEN):
        # who has left the group is no pupil of this teacher any more
        eigen = [regel.leerling.id for regel in inhoud.regels if not regel.leerling.vertrokken]
        algemeen = verwant.algemeen(db.session(), groep, eigen)
    momenten = leermomenten.bij_signalen(db.session(), cyclus)
    in_groep = plaatsingen.subgroepen_van(db.session(), cyclus)
    return {
        "kolommen": inhoud.kolommen,
        "blokken": inhoud.blokken,
        "regels": [
            _regel(regel, groep, cyclus, algemeen, met_leerlingpagina)
            | {"momenten": momenten.get(regel.regel_id, {}), "subgroepen": in_groep.get(regel.regel_id, [])}
            for regel in inhoud.regels
        ],
        "signaalstand": voorstellen.stand(bezoeker, cyclus, inhoud),
        "algemeen": bool(algemeen),
        "redenen": _redenen(),
        "subgroepen": [
            {
                "id": subgroep.id,
                "naam": f"{subgroep.naam} ({DOMEIN_PER_SLEUTEL[subgroep.domein].naam.lower()})",
            }
            for subgroep in subgroepen.alle(db.session(), cyclus)
        ],
        "klad_token": kladbewijs.maak(bezoeker.persoon.id, groep.id),
        "klad": _klad(bezoeker, cyclus, inhoud),
        "voorkeur": voorkeuren.lees(db.session(), bezoeker.persoon.id, groep.id),
        "heeft_vorige": any(cel.naast for regel in inhoud.regels for cel in regel.cellen),
    }


def _klad(bezoeker: Bezoeker, cyclus: Cyclus, inhoud: Overzicht) -> list[Kladcel]:
    """What waits for this person, in the columns that the page shows: a sensitive one stays away."""
    zichtbaar = {kolom.id for kolom in inhoud.kolommen}
    wachtend = klad.wachtend(db.session(), bezoeker.persoon, cyclus)
    return [cel for cel in wachtend if cel.kolom_id in zichtbaar]


def _redenen() -> list[dict[str, str]]:
    return [
        {
            "sleutel": reden.sleutel,
            "naam": reden.naam,
            "letter": reden.letter.upper(),
            "groep": GROEPEN[reden.groep],
        }
        for reden in REDENEN
    ]


def _regel(
    regel: Regelweergave,
    groep: Groep,
    cyclus: Cyclus,
    algemeen: dict[int, verwant.Algemeen],
    met_leerlingpagina: bool,
) -> dict[str, Any]:
    leerling = regel.leerling
    van_mentor = algemeen.get(leerling.id)
    url = url_for("overzicht.leerling", groep_id=groep.id, leerling_id=leerling.id, cyclus=cyclus.volgnummer)
    return {
        "regel_id": regel.regel_id,
        "leerling": {
            "id": leerling.id,
            "naam": leerling.naam,
            "sorteernaam": leerling.sorteernaam,
            "nummer": leerling.nummer,
            "vertrokken": leerling.vertrokken,
            "url": url if met_leerlingpagina else "",
            "merk_url": url_for("groep.merk", groep_id=groep.id, persoon_id=leerling.id),
        },
        "signalen": regel.signalen,
        "cellen": regel.cellen,
        "algemene_behoeften": van_mentor.behoeften if van_mentor else "",
        "mentor_signalen": van_mentor.signalen if van_mentor else (),
    }


def _buren(
    bezoeker: Bezoeker, cyclus: Cyclus, leerling_id: int
) -> tuple[dict[str, str] | None, dict[str, str] | None]:
    """The pupils before and after this one in the class list."""
    groep = pagina.groep_van(bezoeker)
    lijst = rooster.leerlingen(db.session(), groep.cursus_id)
    plaats = next((i for i, ll in enumerate(lijst) if ll.id == leerling_id), 0)

    def buur(index: int) -> dict[str, str] | None:
        if not 0 <= index < len(lijst):
            return None
        url = url_for(
            "overzicht.leerling", groep_id=groep.id, leerling_id=lijst[index].id, cyclus=cyclus.volgnummer
        )
        return {"naam": lijst[index].naam, "url": url}

    return buur(plaats - 1), buur(plaats + 1)


def _handelingsplannen(bezoeker: Bezoeker, groep: Groep, regel: Regelweergave) -> dict[str, Any]:
    """The way to this pupil's own plan, and to those that the mentor may read."""
    plan_url = ""
    if bezoeker.mag(Recht.HANDELINGSPLAN_BEWERKEN) and handelingsplannen.is_er(db.session(), regel.regel_id):
        plan_url = url_for("handelingsplan.toon", groep_id=groep.id, regel_id=regel.regel_id)
    mag_vakken = bezoeker.mag(Recht.VAKOVERZICHT_BEKIJKEN)
    vakken = vakplannen.bij_vakken(db.session(), groep, regel.leerling.id) if mag_vakken else []
    return {"plan_url": plan_url, "vakplannen": vakken}


def _wijzigingen(groep: Groep, inhoud: Overzicht, leerling_id: int) -> list[dict[str, Any]]:
    namen = {kolom.id: kolom.naam for kolom in inhoud.kolommen}
    gevonden = geschiedenis.van_leerling(db.session(), groep, leerling_id, list(namen))
    return [
        {
            "op": wijziging.op,
            "door": wijziging.door.naam if wijziging.door else "Beheer",
            "kolom": namen.get(wijziging.kolom_id or 0, wijziging.onderwerp.capitalize()),
            "oud": wijziging.oud,
            "nieuw": wijziging.nieuw,
        }
        for wijziging in gevonden
    ]


def _als_lezer(bezoeker: Bezoeker, cyclus: Cyclus, vakgroep: Groep) -> dict[str, Any]:
    """The head of a colleague's overview, with the way back to one's own class."""
    eigen_id = pagina.groep_van(bezoeker).id
    return gezien.context(bezoeker, cyclus) | {
        "groep": {"id": eigen_id, "naam": groepen.naam(vakgroep), "soort_naam": "vak"},
        "terug_url": url_for("groep.voorpagina", groep_id=eigen_id),
        "rooster": None,
    }
