"""The page on which a plan is looked back on, and what its scripts save."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Doel, Doelresultaat, Groepsplan, Plandoel, Planevaluatie, Rol, nu
from lti_tool.services.evaluatie import doelwoorden
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland
from tests.web.momentopname import momentopname
from tests.web.pagina import Bezoeker
from tests.web.test_groepsoverzicht import tel_vragen
from tests.web.test_slechte_json import KAPOT, stuur, varianten

Als = Callable[..., Bezoeker]
UITSLAG = {"resultaat": "deels", "oorzaak": "omgeving", "toelichting": "te druk", "versie": 0}
RIJ = {
    "uitgevoerd": "nee",
    "reden": "ziek",
    "geprofiteerd": "deels",
    "besluit": "doorgaan",
    "successen": "samen <b>gelezen</b>",
    "leerlingen": "leuk",
    "versie": 0,
}


@dataclass
class Werk:
    """A class with a plan; `mentor` in a browser, and a goal for the whole class over one of a pupil."""

    klas: Gepland
    mentor: Bezoeker
    doel: Plandoel
    eigen: Doel

    def url(self, staart: str = "") -> str:
        return f"/groep/{self.klas.groep.id}/plan/evaluatie{staart}"

    def uitslag_url(self, nummer: int = 0) -> str:
        return self.url(f"/doel/{self.doel.id}/{self.klas.regels[nummer]}")

    def allen(self, resultaat: str = "bereikt", *, ook_gezette: bool = False) -> dict[str, object]:
        gegevens = {"resultaat": resultaat, "ook_gezette": ook_gezette}
        antwoord = self.mentor.json("POST", self.url(f"/doel/{self.doel.id}/allen"), gegevens)
        assert antwoord.status_code == 200
        gekregen: dict[str, object] = antwoord.json
        return gekregen


@pytest.fixture
def werk(bouwer: Bouwer, als: Als) -> Werk:
    klas = Gepland(bouwer)
    eigen = klas.gedeeld_doel()
    doel = klas.doel("werkt rustig door", klas.basis, eigen)
    return Werk(klas, als(klas.mentor, klas.groep.cursus, Rol.DOCENT), doel, eigen)


def test_results_and_how_a_row_went_are_saved_and_shown(werk: Werk) -> None:
    antwoord = werk.mentor.json("PUT", werk.uitslag_url(), UITSLAG)
    assert antwoord.json.items() >= (UITSLAG | {"versie": 1}).items()
    antwoord = werk.mentor.json("PUT", werk.url(f"/rij/{werk.klas.basis.id}"), RIJ)
    assert antwoord.json.items() >= (RIJ | {"versie": 1}).items()
    tekst = werk.mentor.get(werk.url()).text
    for deel in (
        "werkt rustig door",
        "te druk",
        "samen &lt;b&gt;gelezen",
        "1</b> van 4 uitkomsten",
        "1</b> van 2 besl",
    ):
        assert deel in tekst
    assert werk.klas.session.get_one(Doel, werk.eigen.id).bereikt == "deels"


def test_a_goal_of_one_pupil_asks_its_result_once(werk: Werk) -> None:
    tekst = werk.mentor.get(werk.url()).text
    assert re.search(rf'data-allen="{werk.doel.id}">', tekst)
    for nummer in (1, 2, 3):
        werk.klas.vertrek(nummer)
    tekst = werk.mentor.get(werk.url()).text
    assert re.search(rf'data-allen="{werk.doel.id}" hidden>', tekst)


def test_the_second_of_two_is_told_what_stands_there(werk: Werk) -> None:
    werk.mentor.json("PUT", werk.uitslag_url(), UITSLAG)
    antwoord = werk.mentor.json("PUT", werk.uitslag_url(), UITSLAG | {"resultaat": "niet"})
    assert (antwoord.status_code, antwoord.json["resultaat"], antwoord.json["door"]) == (
        409,
        "deels",
        "Marieke de Jong",
    )
    werk.mentor.json("PUT", werk.url(f"/rij/{werk.klas.basis.id}"), RIJ)
    antwoord = werk.mentor.json("PUT", werk.url(f"/rij/{werk.klas.basis.id}"), RIJ | {"besluit": "stoppen"})
    assert (antwoord.status_code, antwoord.json["besluit"]) == (409, "doorgaan")


def test_all_at_once_then_the_exceptions_and_undo(werk: Werk) -> None:
    werk.mentor.json("PUT", werk.uitslag_url(3), UITSLAG)
    gekregen = werk.allen()
    assert (len(gekregen["gezet"]), gekregen["gebleven"]) == (3, 1)  # type: ignore[arg-type]
    assert "<b><span data-gezegd>4</span> van 4</b>" in werk.mentor.get(werk.url()).text
    antwoord = werk.mentor.json("POST", werk.url(f"/doel/{werk.doel.id}/terug"), {"gezet": gekregen["gezet"]})
    assert sorted(rij["resultaat"] for rij in antwoord.json["uitslagen"]) == ["", "", "", "deels"]
    opnieuw = werk.mentor.json("POST", werk.url(f"/doel/{werk.doel.id}/terug"), {"gezet": gekregen["gezet"]})
    assert opnieuw.status_code == 409
    assert len(werk.allen(ook_gezette=True)["gezet"]) == 4  # type: ignore[arg-type]


def test_a_colleague_reads_but_not_what_pupils_say_and_changes_nothing(
    werk: Werk, als: Als, bouwer: Bouwer
) -> None:
    werk.mentor.json("PUT", werk.uitslag_url(), UITSLAG)
    leerling = werk.klas.leerlingen[0]
    plaats = doelwoorden.zoek(bouwer.session, werk.klas.groep.cursus_id, leerling.id, werk.eigen.id)
    doelwoorden.bewaar(bouwer.session, plaats, "ik vind het lastig", 0, leerling)
    bouwer.session.commit()
    collega = als(bouwer.docent("Bo", "Bakker"), werk.klas.groep.cursus, Rol.DOCENT)
    tekst = collega.get(werk.url()).text
    assert "deels bereikt" in tekst
    assert "Je bent hier geen eigenaar" in tekst
    assert "ik vind het lastig" not in tekst
    assert "data-waarde" not in tekst
    assert "evaluatie.js" not in tekst
    assert "ik vind het lastig" in werk.mentor.get(werk.url()).text


def test_without_a_plan_or_goals_the_page_says_what_to_do(werk: Werk, bouwer: Bouwer) -> None:
    assert "Deze rij heeft nog geen doelen" in werk.mentor.get(werk.url()).text
    bouwer.session.delete(bouwer.session.scalars(select(Groepsplan)).one())
    bouwer.session.commit()
    assert "Nog geen plan om op terug te kijken" in werk.mentor.get(werk.url()).text


def test_a_closed_cycle_is_read_and_never_changed(werk: Werk, session: Session) -> None:
    gezet = werk.allen()["gezet"]
    werk.klas.cyclus.gesloten_op = nu()
    session.commit()
    voor = momentopname(session)
    tekst = werk.mentor.get(werk.url("?cyclus=1")).text
    assert "Deze cyclus is afgesloten" in tekst
    assert "data-waarde" not in tekst
    for antwoord in (
        werk.mentor.json("PUT", werk.uitslag_url(), UITSLAG | {"versie": 1}),
        werk.mentor.json("PUT", werk.url(f"/rij/{werk.klas.basis.id}"), RIJ),
        werk.mentor.json(
            "POST", werk.url(f"/doel/{werk.doel.id}/allen"), {"resultaat": "niet", "ook_gezette": True}
        ),
        werk.mentor.json("POST", werk.url(f"/doel/{werk.doel.id}/terug"), {"gezet": gezet}),
    ):
        assert (antwoord.status_code, antwoord.json["code"]) == (409, "gesloten")
    assert momentopname(session) == voor


def test_rows_goals_and_pupils_of_another_group_are_not_found(
    werk: Werk, bouwer: Bouwer, session: Session
) -> None:
    ander = Gepland(bouwer)
    vreemd = ander.doel("van een ander", ander.basis)
    voor = momentopname(session)
    for methode, staart, gegevens in (
        ("PUT", f"/doel/{werk.doel.id}/{ander.regels[0]}", UITSLAG),
        ("PUT", f"/doel/{vreemd.id}/{ander.regels[0]}", UITSLAG),
        ("PUT", f"/rij/{ander.basis.id}", RIJ),
        ("POST", f"/doel/{vreemd.id}/allen", {"resultaat": "niet", "ook_gezette": True}),
        ("POST", f"/doel/{vreemd.id}/terug", {"gezet": []}),
    ):
        assert werk.mentor.json(methode, werk.url(staart), gegevens).status_code == 404
    assert momentopname(session) == voor


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_bad_bodies_are_refused_and_change_nothing(werk: Werk, session: Session) -> None:
    gezet = {"gezet": [{"regel_id": werk.klas.regels[0], "versie": 1, "was": "bereikt"}]}
    goede = [
        ("PUT", werk.uitslag_url(), UITSLAG),
        ("PUT", werk.url(f"/rij/{werk.klas.basis.id}"), RIJ),
        ("POST", werk.url(f"/doel/{werk.doel.id}/allen"), {"resultaat": "bereikt", "ook_gezette": False}),
        ("POST", werk.url(f"/doel/{werk.doel.id}/terug"), gezet),
    ]
    voor = momentopname(session)
    for methode, url, goed in goede:
        lang = json.dumps(goed | {naam: "x" * 4001 for naam in goed if isinstance(goed[naam], str)}).encode()
        for inhoud in [*KAPOT, *varianten(goed), *([lang] if "gezet" not in goed else [])]:
            antwoord = stuur(werk.mentor, methode, url, inhoud)
            assert antwoord.status_code in (400, 409, 422), (url, inhoud[:80])
            assert antwoord.json["fout"]
    assert momentopname(session) == voor


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_page_asks_as_many_questions_for_a_large_class_as_for_a_small_one(
    bouwer: Bouwer, als: Als
) -> None:
    def maak(aantal: int, doelen: int) -> tuple[Bezoeker, str]:
        klas = Gepland(bouwer, aantal)
        for nummer in range(doelen):
            klas.doel(f"doel {nummer}", klas.basis, klas.eigen_doel(nummer % aantal))
        return als(klas.mentor, klas.groep.cursus, Rol.DOCENT), f"/groep/{klas.groep.id}/plan/evaluatie"

    def vragen(mentor: Bezoeker, url: str) -> int:
        with tel_vragen(mentor.client.application) as gesteld:
            assert mentor.client.get(url).status_code == 200
        return len(gesteld)

    plekken = [maak(2, 1), maak(14, 8)]
    # what the test has read is no answer for the pages
    bouwer.session.close()
    vragen(*plekken[0])
    klein, groot = (vragen(*plek) for plek in plekken)
    assert klein == groot <= 40


def test_what_is_left_undone_leaves_no_rows_behind(werk: Werk, session: Session) -> None:
    leeg = {"resultaat": "", "oorzaak": "", "toelichting": " ", "versie": 0}
    assert werk.mentor.json("PUT", werk.uitslag_url(), leeg).json["versie"] == 0
    assert (
        werk.mentor.json(
            "PUT", werk.url(f"/rij/{werk.klas.basis.id}"), dict.fromkeys(RIJ, "") | {"versie": 0}
        ).json["versie"]
        == 0
    )
    assert session.scalars(select(Doelresultaat)).all() == []
    assert session.scalars(select(Planevaluatie)).all() == []


def test_closing_a_cycle_says_what_was_not_looked_back_on_and_goes_on(werk: Werk) -> None:
    nieuw = f"/groep/{werk.klas.groep.id}/cyclus/nieuw"
    assert "4 van de 4 uitkomsten en 2 van de 2 besluiten staan open" in werk.mentor.get(nieuw).text
    werk.allen("niet")
    assert "0 van de 4 uitkomsten en 2 van de 2 besluiten" in werk.mentor.get(nieuw).text
    for rij in (werk.klas.basis, werk.klas.rij):
        werk.mentor.json("PUT", werk.url(f"/rij/{rij.id}"), RIJ)
    tekst = werk.mentor.get(nieuw).text
    assert "staan open" not in tekst
    assert "doelen die nog niet of deels bereikt zijn" in tekst
    assert werk.mentor.post(nieuw, {"begin": "2026-12-01", "eind": "2027-03-01"}).status_code == 303


def test_the_front_page_and_step_six_follow_and_few_goals_have_no_share(werk: Werk, bouwer: Bouwer) -> None:
    voor = f"/groep/{werk.klas.groep.id}/"
    assert "Doelen in cyclus" not in werk.mentor.get(voor).text
    werk.allen()
    tekst = werk.mentor.get(voor).text
    assert "4 van de 4 uitkomsten ingevuld, over 0 van de 2 rijen van het plan besloten." in tekst
    assert "Doelen in cyclus 1" in tekst
    assert "minder dan 5 doelen" in tekst
    extra = werk.klas.doel("luistert", werk.klas.basis)
    werk.mentor.json("POST", werk.url(f"/doel/{extra.id}/allen"), {"resultaat": "niet", "ook_gezette": False})
    assert "<b>50 %</b>" in werk.mentor.get(voor).text
    bouwer.cyclus(werk.klas.groep, date(2026, 12, 1), date(2027, 3, 1))
    assert "Doelen in cyclus 1" in werk.mentor.get(voor).text


def test_leadership_sees_shares_per_domain_and_no_pupil_or_text(werk: Werk, bouwer: Bouwer, als: Als) -> None:
    cursus = bouwer.cursus("Leiding", "SL", bestemming="schoolleiding")
    leiding = als(bouwer.docent("Saskia", "Leider"), cursus, Rol.DOCENT)
    url = f"/cursus/{cursus.id}/voortgang"
    assert "Doelen bereikt in schooljaar" not in leiding.get(url).text
    werk.mentor.json("PUT", werk.uitslag_url(), UITSLAG)
    extra = werk.klas.doel("luistert", werk.klas.basis)
    werk.mentor.json(
        "POST", werk.url(f"/doel/{extra.id}/allen"), {"resultaat": "bereikt", "ook_gezette": False}
    )
    tekst = leiding.get(url).text
    assert "Doelen bereikt in schooljaar 2026-2027" in tekst
    assert "<b>80 %</b>" in tekst
    for geheim in ("luistert", "te druk", "Leerling01", "werkt rustig door"):
        assert geheim not in tekst


def test_rows_that_go_on_are_offered_when_the_next_plan_opens(werk: Werk, bouwer: Bouwer) -> None:
    werk.allen("niet")
    werk.mentor.json("PUT", werk.url(f"/rij/{werk.klas.basis.id}"), RIJ)
    bouwer.cyclus(werk.klas.groep, date(2026, 12, 1), date(2027, 3, 1))
    plan = f"/groep/{werk.klas.groep.id}/plan"
    tekst = werk.mentor.get(plan).text
    assert "Uit de vorige cyclus meenemen" in tekst
    assert "werkt rustig door" in tekst
    keuze = {"vorm": "groepsplan", "differentiatie": "convergent"}
    assert werk.mentor.post(f"{plan}/openen", keuze | {"mee": "x"}).status_code == 422
    assert werk.mentor.post(f"{plan}/openen", keuze | {"mee": str(werk.klas.basis.id)}).status_code == 303
    assert "werkt rustig door" in werk.mentor.get(plan).text
