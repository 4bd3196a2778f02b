"""The planwijzer: the groepsplan judged item by item, with what was counted beside it."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from lti_tool.models import Planveld, Rol, Roosterles, Soort, Subgroepsoort
from lti_tool.services.wijzer import wijzers
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland
from tests.web.pagina import Bezoeker
from tests.web.test_groepsoverzicht import tel_vragen

Als = Callable[..., Bezoeker]


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


@pytest.fixture
def mentor(klas: Gepland, als: Als) -> Bezoeker:
    return als(klas.mentor, klas.groep.cursus, Rol.DOCENT)


def pagina(klas: Gepland) -> str:
    return f"/groep/{klas.groep.id}/plan/planwijzer"


def bewaar(klas: Gepland, *rijen: object) -> None:
    klas.session.add_all(rijen)
    klas.session.commit()


def test_goals_are_counted_by_what_one_can_see_of_them(klas: Gepland, mentor: Bezoeker) -> None:
    klas.doel("rekent beter")
    goed = klas.doel("telt breuken op", None, klas.gedeeld_doel(0), klas.eigen_doel(1))
    goed.maat, goed.voor_wanneer = "8 van de 10 sommen goed", date(2026, 11, 20)
    klas.session.commit()
    tekst = mentor.get(pagina(klas)).text
    assert "Bij 1 van de 2 doelen staat waaraan je dat ziet." in tekst
    assert "Bij 1 van de 2 doelen staat een dag binnen deze periode." in tekst
    assert "Bij 1 van de 2 doelen ligt er een behoefte van een leerling onder." in tekst
    assert "Bij 1 van de 2 doelen van leerlingen kan de leerling het doel zien." in tekst


def test_rows_lessons_and_subgroups_are_counted(klas: Gepland, mentor: Bezoeker) -> None:
    klas.subgroep.soort = Subgroepsoort.EXTRA
    klas.plan.evaluatie_op = date(2026, 11, 20)
    les = {"cyclus_id": klas.cyclus.id, "dag": 2, "begin": "09:00", "eind": "09:30"}
    bewaar(
        klas,
        Planveld(planregel_id=klas.rij.id, veld="aanpak", waarde="samen voordoen"),
        Roosterles(**les, subgroep_id=klas.subgroep.id, docent_naam="mw. Bos"),
        Roosterles(**les, subgroep_id=klas.subgroep.id, weken="even"),
    )
    tekst = mentor.get(pagina(klas)).text
    assert "Bij 1 van de 2 rijen van het plan staat een aanpak." in tekst
    assert "Bij 1 van de 1 subgroepen met extra lessen staat wat er extra is." in tekst
    assert "staat tijd in het weekrooster. Samen 45 minuten per week." in tekst
    assert "Bij 1 van de 2 lessen in het weekrooster staat een docent." in tekst
    assert "Er is 1 subgroep." in tekst
    assert "Evaluatie: 20 november 2026." in tekst
    assert "Bij 0 van de 4 leerlingen in het plan staat wat de leerling zelf zegt." in tekst
    # a mentor's plan has no column for the subject's contents
    assert "staat welke stof het is" not in tekst


def test_a_subjects_plan_has_contents_too(bouwer: Bouwer, als: Als) -> None:
    vak = Gepland(bouwer, soort=Soort.VAKSPECIFIEK)
    tekst = als(vak.mentor, vak.groep.cursus, Rol.DOCENT).get(pagina(vak)).text
    assert "Bij 0 van de 2 rijen van het plan staat welke stof het is." in tekst
    assert "Er zijn nog geen doelen." in tekst


def test_it_counts_something_of_every_item_that_says_so(klas: Gepland, mentor: Bezoeker) -> None:
    klas.subgroep.soort = Subgroepsoort.EXTRA
    klas.doel("telt op", None, klas.eigen_doel(0))
    klas.session.commit()
    geteld = [item for item in wijzers.definitie("planwijzer").items if item.geteld]
    tekst = mentor.get(pagina(klas)).text
    # the contents of a subject aside
    assert tekst.count('class="wijzer-feit"') == len(geteld) - 1


def test_a_judgement_is_found_back_and_stands_in_the_history_of_its_own(
    klas: Gepland, mentor: Bezoeker
) -> None:
    url = f"/groep/{klas.groep.id}/wijzer/planwijzer/doelen-concreet"
    antwoord = mentor.json("PUT", url, {"oordeel": "-", "opmerking": "nog vaag", "versie": 0})
    assert antwoord.json["versie"] == 1
    assert "nog vaag" in mentor.get(pagina(klas)).text
    assert mentor.json("PUT", f"{url}x", {"oordeel": "-", "opmerking": "", "versie": 0}).status_code == 404


def test_without_a_plan_nothing_is_counted_and_the_page_says_why(bouwer: Bouwer, als: Als) -> None:
    docent, cursus = bouwer.docent(), bouwer.cursus()
    groep = bouwer.groep(cursus, docent)
    bouwer.cyclus(groep)
    tekst = als(docent, cursus, Rol.DOCENT).get(f"/groep/{groep.id}/plan/planwijzer").text
    assert "Er is nog geen groepsplan" in tekst
    assert "wijzer-feit" not in tekst


def test_it_asks_the_database_as_much_for_a_whole_class(bouwer: Bouwer, als: Als, app: Flask) -> None:
    aantallen = []
    for grootte in (2, 32):
        klas = Gepland(bouwer, grootte, grootte)
        for nummer in range(grootte):
            klas.doel(f"doel {nummer}", None, klas.eigen_doel(nummer))
        browser = als(klas.mentor, klas.groep.cursus, Rol.DOCENT)
        with tel_vragen(app) as vragen:
            assert browser.get(pagina(klas)).status_code == 200
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]


def test_a_colleague_who_does_not_own_the_plan_stays_out(klas: Gepland, bouwer: Bouwer, als: Als) -> None:
    collega = als(bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    assert collega.get(pagina(klas)).status_code == 403
