"""What templates/begrijpwijzer/ reads."""

from collections.abc import Sequence
from typing import Any

from flask import request, url_for

from lti_tool.blueprints.begrijpwijzer import terugblik
from lti_tool.blueprints.overzicht import zicht as gezien
from lti_tool.extensions import db
from lti_tool.hgw.begrijpwijzer import Hulpzin
from lti_tool.hgw.datums import datum_tekst
from lti_tool.hgw.domeinen import PEDAGOGISCH, Domein, domeinen_voor, kies_domein
from lti_tool.hgw.evaluatie import UITKOMSTEN
from lti_tool.hgw.factoren import CATEGORIE, als_nodig
from lti_tool.hgw.hulpzinnen import rangschik, zoekwoorden
from lti_tool.models import Onderwijsbehoefte, Soort
from lti_tool.security import kladbewijs
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.services import klad
from lti_tool.services.begrijpwijzer import bekend as kennis
from lti_tool.services.begrijpwijzer import benoemen, leerlingdeel
from lti_tool.services.begrijpwijzer.behoeftelezen import als_gegevens, van_regel
from lti_tool.services.begrijpwijzer.behoeften import celstand
from lti_tool.services.begrijpwijzer.bekend import Bekend
from lti_tool.services.begrijpwijzer.benoemen import Benoemrij
from lti_tool.services.groep import rooster, verwant
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.school.hulpzinnen import begrijpwijzer, categorienamen, school_van, voor_school

# So many sentences that fit stand on top; the others are under their category.
MEEST_PASSEND = 6


def context(bezoeker: Bezoeker, plaats: Celplaats) -> dict[str, Any]:
    """The whole page of one pupil."""
    session = db.session()
    bekend = kennis.lees(session, plaats.cyclus, plaats.regel, gezien.zicht_van(bezoeker))
    behoeften = {behoefte.domein: behoefte for behoefte in van_regel(session, plaats.regel.id)}
    domein = _domein(plaats, bekend, list(behoeften))
    zinnen = voor_school(session, school_van(plaats.groep), domein.sleutel)
    mag = plaats.cyclus.gesloten_op is None and bezoeker.mag(Recht.BEHOEFTE_BEWERKEN)
    return {
        "leerling": rooster.leerling_van(plaats.regel.persoon),
        "regel_id": plaats.regel.id,
        "mag_bewerken": mag,
        "lijst": _lijst(plaats, benoemen.lijst(session, plaats.cyclus)),
        "bekend": bekend,
        "factoren": [{"tekst": f, "nodig": als_nodig(f), "categorie": CATEGORIE} for f in bekend.factoren],
        "van_anderen": _van_anderen(bezoeker, plaats),
        "uitkomsten": UITKOMSTEN,
        **terugblik.context(plaats, domein, bekend, behoeften, bezoeker.mag(Recht.GEGEVENS_BEKIJKEN)),
        "domein": domein,
        "domeinen": _domeinen(plaats, domein, behoeften),
        "pedagogisch": domein == PEDAGOGISCH,
        "wijzer": begrijpwijzer(),
        "categorienamen": categorienamen(),
        "hulp": _hulp(zinnen, bekend),
        "behoefte": als_gegevens(behoeften.get(domein.sleutel)),
        "stand": celstand(session, plaats, behoeften.get(domein.sleutel)),
        "periode_eind": datum_tekst(plaats.cyclus.eind),
        "deel": _deel(bezoeker, plaats),
        "overzicht": _werkblad(bezoeker, plaats, bekend),
        "adressen": adressen(plaats, domein),
    }


def _domein(plaats: Celplaats, bekend: Bekend, aanwezig: Sequence[str]) -> Domein:
    """What the address asks for, else where there is a need already, else what the signals point at."""
    domeinen = domeinen_voor(plaats.groep.soort == Soort.VAKSPECIFIEK)
    gevraagd = request.args.get("domein")
    for domein in domeinen:
        if domein.sleutel == gevraagd:
            return domein
    voor_de_hand = kies_domein(domeinen, bekend.signalen)
    met_behoefte = [domein for domein in domeinen if domein.sleutel in aanwezig]
    return voor_de_hand if voor_de_hand in met_behoefte or not met_behoefte else met_behoefte[0]


def _domeinen(
    plaats: Celplaats, gekozen: Domein, behoeften: dict[str, Onderwijsbehoefte]
) -> list[dict[str, Any]]:
    groep_id, regel_id = plaats.groep.id, plaats.regel.id
    return [
        {
            "naam": domein.naam,
            "url": url_for("begrijpwijzer.toon", groep_id=groep_id, regel_id=regel_id, domein=domein.sleutel),
            "actief": domein == gekozen,
            "gevuld": domein.sleutel in behoeften and bool(als_gegevens(behoeften[domein.sleutel])["zin"]),
        }
        for domein in domeinen_voor(plaats.groep.soort == Soort.VAKSPECIFIEK)
    ]


def _lijst(plaats: Celplaats, rijen: Sequence[Benoemrij]) -> dict[str, Any]:
    """Progress over the class, and the way to the others."""
    gesignaleerd = benoemen.te_benoemen(rijen)

    def adres(rij: Benoemrij | None) -> dict[str, str] | None:
        if rij is None:
            return None
        url = url_for("begrijpwijzer.toon", groep_id=plaats.groep.id, regel_id=rij.regel_id)
        return {"naam": rij.leerling.naam, "url": url}

    return {
        "benoemd": sum(rij.benoemd for rij in gesignaleerd),
        "totaal": len(gesignaleerd),
        "volgende": adres(benoemen.volgende(rijen, plaats.regel.id)),
        "vorige": adres(benoemen.volgende(rijen, plaats.regel.id, -1)),
        "allen": [
            {
                **(adres(rij) or {}),
                "gesignaleerd": bool(rij.signalen),
                "benoemd": rij.benoemd,
                "huidig": rij.regel_id == plaats.regel.id,
            }
            for rij in rijen
        ],
    }


def _van_anderen(bezoeker: Bezoeker, plaats: Celplaats) -> dict[str, Any]:
    """The teacher sees the general needs; the mentor those of the subjects."""
    persoon_id = plaats.regel.persoon_id
    gevonden: dict[str, Any] = {"algemeen": None, "vakken": []}
    if plaats.groep.soort == Soort.VAKSPECIFIEK and bezoeker.mag(Recht.ALGEMEEN_BEKIJKEN):
        gevonden["algemeen"] = verwant.algemeen(db.session(), plaats.groep, [persoon_id]).get(persoon_id)
    if plaats.groep.soort == Soort.VAKOVERSTIJGEND and bezoeker.mag(Recht.VAKOVERZICHT_BEKIJKEN):
        gevonden["vakken"] = verwant.vakbehoeften(db.session(), plaats.groep, persoon_id)
    return gevonden


def _hulp(zinnen: Sequence[Hulpzin], bekend: Bekend) -> dict[str, Any]:
    """The sentences with their reason: what fits best on top, and all of them by category."""
    gerangschikt = [
        {
            "sleutel": zin.sleutel,
            "categorie": zin.categorie,
            "tekst": zin.tekst,
            "basis": zin.basisbehoefte,
            "zoek": zoekwoorden(zin),
            "waarom": waarom or "",
        }
        for zin, waarom in rangschik(zinnen, bekend.signalen, bekend.stimulerend)
    ]
    groepen = [
        {"categorie": categorie, "zinnen": [z for z in gerangschikt if z["categorie"] == categorie.sleutel]}
        for categorie in begrijpwijzer().categorieen
    ]
    passend = [zin for zin in gerangschikt if zin["waarom"]][:MEEST_PASSEND]
    return {"passend": passend, "groepen": groepen}


def _deel(bezoeker: Bezoeker, plaats: Celplaats) -> dict[str, Any] | None:
    """The pupil's own part; None for who may not read what pupils say."""
    if not bezoeker.mag(Recht.GEGEVENS_BEKIJKEN):
        return None
    deel = leerlingdeel.van_regel(db.session(), plaats.regel.id)
    return {
        "vragen": leerlingdeel.VRAGEN,
        "woorden": leerlingdeel.woorden_van(deel),
        "versie": deel.versie if deel else 0,
        "uitgenodigd": deel is not None and deel.uitgenodigd_op is not None,
        "van_leerling": deel is not None and deel.gewijzigd_door_id == plaats.regel.persoon_id,
        "op": deel.gewijzigd_op if deel and deel.versie else None,
    }


def _werkblad(bezoeker: Bezoeker, plaats: Celplaats, bekend: Bekend) -> dict[str, Any]:
    """The one cell on this page that the overview's scripts save: the statement."""
    kolommen = [bekend.behoeften[0]] if bekend.behoeften else []
    wachtend = klad.wachtend(db.session(), bezoeker.persoon, plaats.cyclus)
    hier = {(plaats.regel.id, kolom.id) for kolom in kolommen}
    return gezien.stand(bezoeker, plaats.cyclus) | {
        "kolommen": kolommen,
        "redenen": [],
        "klad_token": kladbewijs.maak(bezoeker.persoon.id, plaats.groep.id),
        "klad": [cel for cel in wachtend if (cel.regel_id, cel.kolom_id) in hier],
    }


def adressen(plaats: Celplaats, domein: Domein) -> dict[str, str]:
    """Where the page's scripts send things; {doel} is to be filled in."""
    basis = f"/groep/{plaats.groep.id}"
    regel_id = plaats.regel.id
    behoefte = url_for(
        "begrijpwijzer.bewaar", groep_id=plaats.groep.id, regel_id=regel_id, domein=domein.sleutel
    )
    return {
        "behoefte": behoefte,
        "kijk": f"{behoefte}/kijk",
        "herziening": f"{behoefte}/herziening",
        "bereikt": f"{basis}/doel/{{doel}}/bereikt",
        "leerlingdeel": url_for("begrijpwijzer.bewaar_deel", groep_id=plaats.groep.id, regel_id=regel_id),
        "uitnodiging": url_for("begrijpwijzer.uitnodiging", groep_id=plaats.groep.id, regel_id=regel_id),
        "voorstel": f"{basis}/hulpzinnen/voorstel",
    }
