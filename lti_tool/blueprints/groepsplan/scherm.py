"""What the page of the plan shows, from what is kept."""

from typing import Any

from flask import url_for

from lti_tool.blueprints.pagina import groep_van
from lti_tool.extensions import db
from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL, domeinen_voor
from lti_tool.hgw.planadvies import Advies, Doelfeit, Rijfeit, bekijk_plan
from lti_tool.hgw.plandata import wil_halverwege
from lti_tool.hgw.planmaat import Maat, meet
from lti_tool.hgw.planvorm import DOELEN, EVALUATIE, LEERLINGEN, ORGANISATIE, vorm_van
from lti_tool.hgw.smart import bekijk_doel
from lti_tool.models import Cyclus, Differentiatie, Groep, Planregelsoort, Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.services.clusteren import subgroepen
from lti_tool.services.evaluatie import planvorige
from lti_tool.services.groep import eigenaren, groepen
from lti_tool.services.groepsplan import (
    planaanvulling,
    planbron,
    plankolommen,
    planlezen,
    planstempel,
    planversies,
)
from lti_tool.services.groepsplan.planaanvulling import Aanvulling
from lti_tool.services.groepsplan.planbeeld import Doelbeeld, Planbeeld, Regelbeeld
from lti_tool.weergave import datum


def mag_bewerken(bezoeker: Bezoeker, cyclus: Cyclus) -> bool:
    """Whether this visitor may change the plan of this cycle."""
    return bezoeker.mag(Recht.PLAN_BEWERKEN) and cyclus.gesloten_op is None


def context(bezoeker: Bezoeker, cyclus: Cyclus, beeld: Planbeeld) -> dict[str, Any]:
    """The sheet with everything on it."""
    groep = groep_van(bezoeker)
    mag = mag_bewerken(bezoeker, cyclus)
    session = db.session()
    aanvulling = planaanvulling.lees(session, cyclus, beeld) if mag else Aanvulling()
    periode = (cyclus.begin, cyclus.eind)
    return {
        "groepsnaam": groepen.naam(groep),
        "groep_id": groep.id,
        "cyclusvraag": None if cyclus.gesloten_op is None else cyclus.volgnummer,
        # of the newest fixed version; 0 before the first
        "nummer": planversies.laatste_nummer(session, beeld.plan),
        "plan": beeld.plan,
        "leerlingen": [leerling for leerling in beeld.leerlingen if not leerling.vertrokken],
        "domeinkeuze": domeinen_voor(groep.soort == Soort.VAKSPECIFIEK),
        "kolommen": beeld.kolommen,
        "delen": beeld.delen,
        "rijen": beeld.rijen,
        "kolomwissel": plankolommen.vergelijk(session, cyclus, beeld) if mag else None,
        "resten": plankolommen.resten(session, cyclus, beeld),
        "mag": mag,
        "vast": beeld.plan.vastgesteld_op is not None,
        "vorm": vorm_van(
            vakspecifiek=groep.soort == Soort.VAKSPECIFIEK,
            divergent=beeld.plan.differentiatie == Differentiatie.DIVERGENT,
        ),
        "eigenaars": [e.persoon.naam for e in eigenaren.eigenaren(session, groep)],
        "domeinen": DOMEIN_PER_SLEUTEL,
        "nieuw": {rij.id: nieuw for rij, nieuw in aanvulling.rijen},
        "aanvulling": aanvulling,
        "adviezen": adviezen(beeld, aanvulling) if mag else [],
        "smart": {
            doel.id: bekijk_doel(doel.tekst, doel.maat, doel.voor_wanneer, periode, len(rij.doelen))
            for rij in beeld.rijen
            for doel in rij.doelen
        }
        if mag
        else {},
        "toe_te_voegen": _toe_te_voegen(groep, beeld) if mag else [],
        "maat": maat(beeld),
        "wil_halverwege": wil_halverwege(*periode),
        "bron_url": url_for("begrijpwijzer.toon", groep_id=groep.id, regel_id=0),
        "evaluatie_url": _onderdeel(bezoeker, "evaluatie.toon", cyclus),
        "clusteren_url": _onderdeel(bezoeker, "clusteren.bord", cyclus),
    }


def begin(bezoeker: Bezoeker, cyclus: Cyclus) -> dict[str, Any]:
    """What the page shows before there is a plan: what it would be filled with."""
    bron = planbron.lees(db.session(), cyclus)
    met_behoefte = {regel_id for per_leerling in bron.behoeften.values() for regel_id in per_leerling}
    return {
        "mag": mag_bewerken(bezoeker, cyclus),
        "subgroepen": subgroepen.van_cyclus(db.session(), cyclus),
        "met_behoefte": len(met_behoefte),
        "vorige_rijen": planvorige.aanbod(db.session(), cyclus),
        "clusteren_url": _onderdeel(bezoeker, "clusteren.bord", cyclus),
    }


def gegevens(groep: Groep, cyclus: Cyclus, beeld: Planbeeld) -> dict[str, Any]:
    """What the page's scripts need; addresses with {id} and {veld} to fill in."""
    basis = url_for("groepsplan.toon", groep_id=groep.id)
    return {
        "groep": groep.id,
        "plan_id": beeld.plan.id,
        "basis": basis,
        "blad": url_for("groepsplan.toon", groep_id=groep.id, cyclus=cyclus.volgnummer),
        "live": url_for("groepsplan.live", groep_id=groep.id),
        "stempel": planstempel.stempel(db.session(), cyclus, beeld.plan),
        "vorm": vormstempel(beeld),
    }


def vormstempel(beeld: Planbeeld) -> str:
    """Another text when the page must be drawn anew: rows, goals, names, pupils, fixed or not, columns."""
    delen = [f"{beeld.plan.versie}"]
    for rij in beeld.rijen:
        leden = ",".join(str(leerling.regel_id) for leerling in rij.leerlingen)
        doelen = ",".join(f"{doel.id}" for doel in rij.doelen)
        resten = ",".join(f"{rest.veld}.{rest.versie}" for rest in rij.resten)
        delen.append(f"{rij.id}:{rij.naam}:{leden}:{doelen}:{resten}")
    return "|".join(delen)


def maat(beeld: Planbeeld) -> Maat:
    """How much of one sheet the plan takes when it is printed."""
    rijen = [[_celtekst(rij, kolom.sleutel, kolom.soort) for kolom in beeld.kolommen] for rij in beeld.rijen]
    koppen = sum(bool(naam and deelrijen) for naam, deelrijen in beeld.delen)
    return meet(beeld.plan.papier, [kolom.breedte for kolom in beeld.kolommen], rijen, koppen)


def doelzin(doel: Doelbeeld) -> str:
    """A goal as it is printed."""
    maat_ = f" (te zien aan: {doel.maat})" if doel.maat else ""
    dag = f", uiterlijk {datum(doel.voor_wanneer)}" if doel.voor_wanneer else ""
    return f"{doel.tekst}{maat_}{dag}"


def adviezen(beeld: Planbeeld, aanvulling: Aanvulling) -> list[Advies]:
    """What the plan still misses."""
    aanbod = [kolom.sleutel for kolom in beeld.kolommen if kolom.is_aanbod]
    feiten = [
        Rijfeit(
            f"rij-{rij.id}",
            rij.naam,
            tuple(Doelfeit(doel.maat, doel.voor_wanneer) for doel in rij.doelen),
            any(rij.velden[sleutel].waarde for sleutel in aanbod if sleutel in rij.velden),
            _gevuld(rij, ORGANISATIE),
            _gevuld(rij, EVALUATIE),
            rij.soort == Planregelsoort.SUBGROEP,
        )
        for rij in beeld.rijen
        # a row for the whole group without points has nothing to plan yet
        if rij.soort != Planregelsoort.BASIS or rij.doelen or any(v.waarde for v in rij.velden.values())
    ]
    return bekijk_plan(feiten, [subgroep.naam for subgroep in aanvulling.subgroepen])


def _gevuld(rij: Regelbeeld, sleutel: str) -> bool:
    return sleutel not in rij.velden or bool(rij.velden[sleutel].waarde)


def _celtekst(rij: Regelbeeld, sleutel: str, soort: str) -> str:
    if soort == LEERLINGEN:
        hele = rij.soort == Planregelsoort.BASIS
        return "\n".join([rij.naam] if hele else [rij.naam, *(wie.naam for wie in rij.leerlingen)])
    if soort == DOELEN:
        return "\n".join(doelzin(doel) for doel in rij.doelen)
    return rij.velden[sleutel].waarde


def _toe_te_voegen(groep: Groep, beeld: Planbeeld) -> list[dict[str, Any]]:
    """Which rows of the whole group aren't there."""
    divergent = beeld.plan.differentiatie == Differentiatie.DIVERGENT
    vakspecifiek = groep.soort == Soort.VAKSPECIFIEK
    if vakspecifiek and divergent:
        return []
    er = {rij.domein for rij in beeld.rijen if rij.soort == Planregelsoort.BASIS}
    return [
        {
            "domein": domein.sleutel,
            "naam": planlezen.HELE_GROEP if vakspecifiek else f"Hele groep: {domein.naam}",
        }
        for domein in domeinen_voor(vakspecifiek)
        if domein.sleutel not in er
    ]


def _onderdeel(bezoeker: Bezoeker, endpoint: str, cyclus: Cyclus) -> str:
    """The address of a part of the plan; "" when it isn't for this visitor."""
    if not bezoeker.mag(Recht.PLAN_BEKIJKEN):
        return ""
    ouder = None if cyclus.gesloten_op is None else cyclus.volgnummer
    return url_for(endpoint, groep_id=cyclus.groep_id, cyclus=ouder)
