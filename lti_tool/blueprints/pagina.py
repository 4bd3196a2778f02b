"""What every page of a group needs around its contents: head, tabs, menu, class list."""

from typing import Any

from flask import current_app, request, session, url_for

from lti_tool.extensions import db
from lti_tool.lti.meldingen import MELDINGEN
from lti_tool.models import Cursus, Cyclus, Groep, Soort
from lti_tool.security.bezoeker import Bezoeker
from lti_tool.security.rechten import Recht
from lti_tool.services.groep import cycli, groepen, rooster

SOORTNAMEN = {Soort.VAKOVERSTIJGEND: "mentorklas", Soort.VAKSPECIFIEK: "vak"}


# What the tab Groepsplan holds: key, name, endpoint, and the right that it takes.
PLANONDERDELEN = (
    ("clusteren", "Clusteren", "clusteren.bord", Recht.PLAN_BEKIJKEN),
    ("plan", "Plan", "groepsplan.toon", Recht.PLAN_BEKIJKEN),
    ("mentorplan", "Van de mentor", "mentorplan.toon", Recht.MENTORPLAN_BEANTWOORDEN),
    ("weekrooster", "Weekrooster", "weekrooster.toon", Recht.PLAN_BEKIJKEN),
    ("logboek", "Logboek", "logboek.toon", Recht.PLAN_BEKIJKEN),
    ("evaluatie", "Evaluatie", "evaluatie.toon", Recht.PLAN_BEKIJKEN),
    ("planwijzer", "Planwijzer", "wijzer.planwijzer", Recht.PLAN_BEWERKEN),
    ("handelingsplannen", "Handelingsplannen", "handelingsplan.lijst", Recht.HANDELINGSPLAN_BEWERKEN),
    ("afdrukken", "PDF en Word", "uitvoer.kies_plan", Recht.PLAN_BEKIJKEN),
)


def context(
    bezoeker: Bezoeker, cyclus: Cyclus | None, *, actief: str = "", onderdeel: str = ""
) -> dict[str, Any]:
    """The context of layouts/groep.html for the group of this request.

    `actief`: the key of the tab; `onderdeel`: of a part of the groepsplan, which shows its parts.
    """
    groep = groep_van(bezoeker)
    actief = "groepsplan" if onderdeel else actief
    return {
        "groep": {
            "id": groep.id,
            "naam": groepen.naam(groep),
            "soort_naam": SOORTNAMEN[Soort(groep.soort)],
        },
        "cyclus": _cyclus(cyclus),
        "stap": None,
        "tabs": _tabs(bezoeker, groep, cyclus, actief),
        "onderdelen": _onderdelen(bezoeker, cyclus, onderdeel),
        "menu": _menu(bezoeker, groep),
        "rooster": roosterstand(bezoeker),
        "wie": {"naam": bezoeker.persoon.naam, "rol": bezoeker.rolnaam},
        "terug_url": None,
    }


def groep_van(bezoeker: Bezoeker) -> Groep:
    """The group that the address names. The check of every request has put it there."""
    assert bezoeker.groep is not None  # noqa: S101 (an address with groep_id)
    return bezoeker.groep


def cyclus_of_inrichten(groep: Groep) -> Cyclus:
    """The cycle that ?cyclus= asks for, or the newest one. Raises NietGevonden."""
    return cycli.kies(db.session(), groep, request.args.get("cyclus", type=int))


def roosterstand(bezoeker: Bezoeker) -> dict[str, Any]:
    """How old the class list is, and what went wrong at the last try."""
    cursus: Cursus = bezoeker.cursus
    melding = MELDINGEN.get(cursus.rooster_fout) if cursus.rooster_fout else None
    mag = bezoeker.mag(Recht.ROOSTER_VERVERSEN)
    return {
        "op": cursus.rooster_op,
        "fout": f"{melding.titel}." if melding else "",
        "vernieuw_url": url_for("cursus.rooster", cursus_id=cursus.id) if mag else "",
        "verouderd": mag and rooster.is_verouderd(cursus, current_app.config["SETTINGS"].roster_minutes),
    }


def _cyclus(cyclus: Cyclus | None) -> dict[str, Any] | None:
    if cyclus is None:
        return None
    return {
        "volgnummer": cyclus.volgnummer,
        "begin": cyclus.begin,
        "eind": cyclus.eind,
        "gesloten": cyclus.gesloten_op is not None,
    }


def _onderdelen(bezoeker: Bezoeker, cyclus: Cyclus | None, actief: str) -> list[dict[str, Any]]:
    """The parts of the groepsplan, of the cycle that the page shows."""
    if not actief or cyclus is None:
        return []
    ouder: dict[str, Any] = {} if cyclus.gesloten_op is None else {"cyclus": cyclus.volgnummer}
    return [
        {
            "naam": naam,
            "url": url_for(endpoint, groep_id=cyclus.groep_id, **ouder),
            "actief": sleutel == actief,
        }
        for sleutel, naam, endpoint, recht in PLANONDERDELEN
        if bezoeker.mag(recht)
    ]


def _tabs(bezoeker: Bezoeker, groep: Groep, cyclus: Cyclus | None, actief: str) -> list[dict[str, Any]]:
    paginas = [("start", "Start", "groep.voorpagina", Recht.GROEP_BEKIJKEN)]
    if cyclus is not None:
        paginas.append(("overzicht", "Overzicht", "overzicht.toon", Recht.OVERZICHT_BEKIJKEN))
    paginas.append(("begrijpwijzer", "Begrijpwijzer", "begrijpwijzer.start", Recht.OVERZICHT_BEKIJKEN))
    if cyclus is not None:
        paginas.append(("groepsplan", "Groepsplan", "groepsplan.toon", Recht.PLAN_BEKIJKEN))
    return [
        {"naam": naam, "url": url_for(endpoint, groep_id=groep.id), "actief": sleutel == actief}
        for sleutel, naam, endpoint, recht in paginas
        if bezoeker.mag(recht)
    ]


def _menu(bezoeker: Bezoeker, groep: Groep) -> list[dict[str, str]]:
    punten = [
        ("Kijkwijzer", url_for("wijzer.kijkwijzer", groep_id=groep.id), Recht.GEGEVENS_BEKIJKEN),
        ("Verdeling per toets", url_for("overzicht.verdelingen", groep_id=groep.id), Recht.GEGEVENS_BEKIJKEN),
        ("Leermomenten", url_for("leermoment.lijst", groep_id=groep.id), Recht.OVERZICHT_BEWERKEN),
        ("Eigenaren", url_for("groep.eigenaren", groep_id=groep.id), Recht.EIGENAAR_BEKIJKEN),
        ("Leerlingen in de lijst", url_for("groep.leerlingen", groep_id=groep.id), Recht.LEERLING_MERKEN),
        (
            "Hulpzinnen van de school",
            url_for("hulpzinnen.voorstellen", groep_id=groep.id),
            Recht.HULPZIN_BEOORDELEN,
        ),
        ("Cyclus", url_for("groep.cyclus", groep_id=groep.id), Recht.CYCLUS_BEHEREN),
        ("Kolommen", url_for("kolommen.lijst", groep_id=groep.id), Recht.KOLOMMEN_BEHEREN),
        ("Op het bord tonen", url_for("overzicht.presentatie", groep_id=groep.id), Recht.OVERZICHT_BEKIJKEN),
        ("Afdrukken en bewaren", url_for("uitvoer.kies", groep_id=groep.id), Recht.OVERZICHT_BEKIJKEN),
        (
            "Andere formulieren in deze cursus",
            url_for("cursus.groepen", cursus_id=groep.cursus_id),
            Recht.GROEP_INRICHTEN,
        ),
        ("Beheer van de school", url_for("beheer.start", cursus_id=groep.cursus_id), Recht.SCHOOL_BEHEREN),
    ]
    menu = [{"naam": naam, "url": url} for naam, url, recht in punten if bezoeker.mag(recht)]
    terug = session.get("terug", {}).get(str(groep.cursus_id))
    return [*menu, {"naam": "Terug naar de cursus", "url": terug}] if terug else menu
