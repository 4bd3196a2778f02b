"""What this visitor sees of an overview, from their rights; and the log of sensitive readings."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flask import request, url_for

from lti_tool.blueprints import pagina
from lti_tool.extensions import db
from lti_tool.models import Cyclus, Groep
from lti_tool.models.sqlite import gaat_schrijven
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.services.groep import inzage
from lti_tool.services.overzicht import nieuws, uitvoer
from lti_tool.services.overzicht.cellen import Celplaats
from lti_tool.services.overzicht.overzichtbeeld import Overzicht, Zicht


def zicht_van(bezoeker: Bezoeker, *, vertrouwelijk: bool | None = None) -> Zicht:
    """Sensitive columns only when asked for on purpose (None: the address says so), and allowed."""
    gevraagd = vraagt_vertrouwelijk() if vertrouwelijk is None else vertrouwelijk
    alles = bezoeker.mag(Recht.GEGEVENS_BEKIJKEN)
    return Zicht(
        bewerken=bezoeker.mag(Recht.OVERZICHT_BEWERKEN),
        alles=alles,
        vertrouwelijk=gevraagd and bezoeker.mag(Recht.VERTROUWELIJK_BEKIJKEN),
        eigen_observaties_van=None if alles else bezoeker.persoon.id,
    )


def alleen(kijk: Zicht, leerling_id: int) -> Zicht:
    """The same, of one pupil."""
    return replace(kijk, alleen=frozenset({leerling_id}))


def vraagt_vertrouwelijk() -> bool:
    """Whether the address asks for the sensitive columns."""
    return request.args.get("vertrouwelijk") == "1"


def log_inzage(bezoeker: Bezoeker, groep: Groep, overzicht: Overzicht, *, bestand: str = "") -> None:
    """Every reading of sensitive fields is kept: who, when, whose, and in which file it went along.

    Commits, after the reading.
    """
    velden = [kolom.naam for kolom in overzicht.kolommen if kolom.gevoelig]
    if velden:
        waarin = [f"als bestand: {bestand}"] if bestand else []
        noteer_inzage(bezoeker, groep, [regel.leerling.id for regel in overzicht.regels], velden + waarin)


def log_inzage_van_cel(bezoeker: Bezoeker, plaats: Celplaats) -> None:
    """The same for the history of one cell."""
    if plaats.kolom.gevoelig:
        noteer_inzage(bezoeker, plaats.groep, [plaats.regel.persoon_id], [plaats.kolom.naam])


def noteer_inzage(
    bezoeker: Bezoeker, groep: Groep, leerling_ids: Sequence[int], velden: Sequence[str]
) -> None:
    """Log that this visitor read these fields of these pupils. Commits, after the reading."""
    groep_id, lezer_id = groep.id, bezoeker.persoon.id
    db.session.commit()
    with gaat_schrijven():
        inzage.noteer(db.session(), groep_id, lezer_id, leerling_ids, velden)
        db.session.commit()


def mag(bezoeker: Bezoeker, cyclus: Cyclus) -> dict[str, bool]:
    """What the page offers. The server checks again at every request."""
    is_open = cyclus.gesloten_op is None
    bewerken = bezoeker.mag(Recht.OVERZICHT_BEWERKEN)
    return {
        "bewerken": is_open and bewerken,
        "signaleren": is_open and bewerken,
        "observatie_toevoegen": is_open and not bewerken and bezoeker.mag(Recht.OBSERVATIE_TOEVOEGEN),
        "benoemen": bezoeker.mag(Recht.OVERZICHT_BEKIJKEN),
        "vertrouwelijk": bezoeker.mag(Recht.VERTROUWELIJK_BEKIJKEN),
        "leerling_merken": bezoeker.mag(Recht.LEERLING_MERKEN),
    }


def alleen_lezen(bezoeker: Bezoeker, cyclus: Cyclus) -> str:
    """Why nothing can be changed here, in Dutch; "" when something can."""
    if cyclus.gesloten_op is not None:
        return "Deze cyclus is afgesloten. Je kunt alles lezen, maar niets wijzigen."
    if not bezoeker.mag(Recht.OVERZICHT_BEWERKEN):
        return "Je bent hier geen eigenaar. Je kunt lezen en een observatie toevoegen."
    return ""


def urls(groep: Groep) -> dict[str, str]:
    """Addresses for the page's scripts, with {regel}, {kolom} and {reden} to fill in."""
    basis = url_for("groep.voorpagina", groep_id=groep.id)
    return {
        "cel": f"{basis}cel/{{regel}}/{{kolom}}",
        "signaal": f"{basis}signaal/{{regel}}/{{reden}}",
        "geschiedenis": f"{basis}cel/{{regel}}/{{kolom}}/geschiedenis",
        "observatie": f"{basis}observatie/{{regel}}/{{kolom}}",
        "voorstel": f"{basis}voorstel/{{regel}}/{{kenmerk}}",
        "voorstellen": f"{basis}voorstellen",
        "bekeken": f"{basis}bekeken/{{regel}}",
        "verdeling": f"{basis}verdeling/{{kolom}}",
        "plak": f"{basis}plak",
        "klad": url_for("klad.bewaar"),
    }


def vertrouwelijk(bezoeker: Bezoeker, cyclus: Cyclus, *, endpoint: str, **plaats: Any) -> dict[str, Any]:
    """Whether the sensitive columns are shown, and the same page with them shown or hidden."""
    aan = vraagt_vertrouwelijk()
    nummer = cyclus.volgnummer if "cyclus" in request.args else None
    return {
        "toont_vertrouwelijk": aan and bezoeker.mag(Recht.VERTROUWELIJK_BEKIJKEN),
        "vertrouwelijk_url": url_for(endpoint, **plaats, vertrouwelijk=None if aan else "1", cyclus=nummer),
    }


def context(bezoeker: Bezoeker, cyclus: Cyclus) -> dict[str, Any]:
    """The context of layouts/groep.html for an overview of this visitor's own group."""
    basis = pagina.context(bezoeker, cyclus, actief="overzicht")
    if cyclus.gesloten_op is not None:
        basis["rooster"]["verouderd"] = False
    return basis | {"herkomst": herkomst(cyclus)}


def herkomst(cyclus: Cyclus) -> dict[str, Any]:
    """Whose overview it is, of which school, and when it was last changed: on the screen and on paper."""
    kop = uitvoer.kop_van(db.session(), cyclus)
    op = nieuws.laatst_gewijzigd(db.session(), cyclus)
    return {"school": kop.school, "eigenaar": kop.eigenaar, "gewijzigd": op}


def stand(bezoeker: Bezoeker, cyclus: Cyclus) -> dict[str, Any]:
    """What can be done with the table, and where its scripts send things."""
    reden = alleen_lezen(bezoeker, cyclus)
    return {
        "mag": mag(bezoeker, cyclus),
        # nothing changes any more in a closed cycle
        "live": _live(pagina.groep_van(bezoeker)) if cyclus.gesloten_op is None else None,
        "alleen_lezen": bool(reden),
        "reden": reden,
        "uitvoer_url": url_for(
            "uitvoer.kies",
            groep_id=pagina.groep_van(bezoeker).id,
            cyclus=cyclus.volgnummer if "cyclus" in request.args else None,
        ),
        "urls": urls(pagina.groep_van(bezoeker)),
    }


def _live(groep: Groep) -> dict[str, Any]:
    """Where the page asks what others changed, and from which change on."""
    vertrouwelijk = "1" if vraagt_vertrouwelijk() else None
    url = url_for("overzicht.live", groep_id=groep.id, vertrouwelijk=vertrouwelijk)
    return {"url": url, "sinds": nieuws.laatste(db.session(), groep.id)}


def lezersstand(bezoeker: Bezoeker, cyclus: Cyclus) -> dict[str, Any]:
    """A colleague's overview: nothing to change."""
    basis = stand(bezoeker, cyclus)
    return basis | {
        "mag": dict.fromkeys(basis["mag"], False),
        "urls": basis["urls"] | {"verdeling": ""},
        "live": None,
        "uitvoer_url": "",
        "alleen_lezen": True,
        "reden": "Je leest het overzicht van een collega, van leerlingen uit jouw klas.",
    }
