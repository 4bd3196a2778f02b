"""The log on the page: who writes and reads it, what is refused, and where else a note is shown."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Groepsplan, Lognotitie, Persoon, Rol
from lti_tool.services.tijd import vandaag
from tests.factories.bouwer import Bouwer
from tests.factories.uitvoering import Gepland
from tests.web.momentopname import momentopname
from tests.web.pagina import Bezoeker
from tests.web.test_groepsoverzicht import tel_vragen

Als = Callable[..., Bezoeker]
SCRIPT = "<script>alert(1)</script>"


class Klas(Gepland):
    def __init__(self, bouwer: Bouwer) -> None:
        super().__init__(bouwer, 3)
        self.cyclus.begin = vandaag() - timedelta(days=40)
        self.cyclus.eind = vandaag() + timedelta(days=60)
        self.spelling = self.subgroep("Spelling", 0, 1)
        self.groepsplan, (self.basis, self.rij) = self.plan(self.spelling)
        self.collega: Persoon = bouwer.docent("Bas", "Bakker")

    def url(self, staart: str = "", waar: str = "logboek") -> str:
        return f"/groep/{self.groep.id}/plan/{waar}{staart}"

    def notitie(self, **anders: object) -> dict[str, Any]:
        vast = {"planregel_id": self.rij.id, "regel_id": None, "soort": "werkt", "tekst": "gaat goed"}
        return vast | {"dag": vandaag().isoformat()} | anders


@pytest.fixture
def klas(bouwer: Bouwer) -> Klas:
    return Klas(bouwer)


@pytest.fixture
def eigenaar(klas: Klas, als: Als) -> Bezoeker:
    return als(klas.eigenaar, klas.groep.cursus, Rol.DOCENT)


@pytest.fixture
def collega(klas: Klas, als: Als) -> Bezoeker:
    return als(klas.collega, klas.groep.cursus, Rol.DOCENT)


def test_without_a_plan_the_page_says_so_and_nothing_is_written(
    klas: Klas, eigenaar: Bezoeker, session: Session
) -> None:
    rij = klas.notitie()
    session.delete(session.get_one(Groepsplan, klas.groepsplan.id))
    session.commit()
    assert "Nog geen plan" in eigenaar.get(klas.url()).text
    assert eigenaar.json("POST", klas.url(), rij | {"planregel_id": None}).status_code == 404
    assert eigenaar.get(klas.url(waar="halverwege")).location == klas.url()
    assert "Nog geen plan" in eigenaar.get(klas.url(waar="halverwege"), follow_redirects=True).text
    assert eigenaar.get(klas.url(waar="halverwege") + "?cyclus=9", follow_redirects=True).status_code == 404


def test_every_teacher_writes_and_reads_and_the_last_row_is_remembered(
    klas: Klas, eigenaar: Bezoeker, collega: Bezoeker
) -> None:
    assert "Nog geen notities" in eigenaar.get(klas.url()).text
    antwoord = collega.json("POST", klas.url(), klas.notitie(tekst="van Bas"))
    assert antwoord.json["versie"] == 1
    assert "van Bas" in eigenaar.get(klas.url()).text
    keuze = f'<option value="{klas.rij.id}" data-leerlingen="{klas.regel(0)} {klas.regel(1)}" selected>'
    assert keuze in collega.get(klas.url()).text
    assert keuze not in eigenaar.get(klas.url()).text


def test_only_own_notes_have_buttons_and_take_changes(
    klas: Klas, eigenaar: Bezoeker, collega: Bezoeker, session: Session
) -> None:
    nummer = collega.json("POST", klas.url(), klas.notitie()).json["id"]
    assert "data-weg" in collega.get(klas.url()).text
    assert "data-weg" not in eigenaar.get(klas.url()).text
    anders = klas.notitie(tekst="toch niet", versie=1)
    for methode in ("PUT", "DELETE"):
        assert eigenaar.json(methode, klas.url(f"/{nummer}"), anders).status_code == 404
    assert collega.json("PUT", klas.url(f"/{nummer}"), anders).json["versie"] == 2
    conflict = collega.json("PUT", klas.url(f"/{nummer}"), klas.notitie(versie=1))
    assert (conflict.status_code, conflict.json["tekst"], conflict.json["versie"]) == (409, "toch niet", 2)
    assert collega.json("DELETE", klas.url(f"/{nummer}"), {"versie": 1}).status_code == 409
    assert collega.json("DELETE", klas.url(f"/{nummer}"), {"versie": 2}).json == {"weg": nummer}
    assert session.scalars(select(Lognotitie)).all() == []


def test_the_notes_alone_come_as_a_fragment_filtered_as_asked(klas: Klas, eigenaar: Bezoeker) -> None:
    eigenaar.json("POST", klas.url(), klas.notitie(tekst="bij de rij"))
    bij_leerling = klas.notitie(tekst="bij Sem", planregel_id=None, regel_id=klas.regel(0))
    eigenaar.json("POST", klas.url(), bij_leerling)
    kop = {"X-Fragment": "1"}
    for vraag, gezien in (
        ("", {"bij de rij", "bij Sem"}),
        (f"?rij={klas.rij.id}", {"bij de rij"}),
        (f"?leerling={klas.regel(0)}", {"bij Sem"}),
        ("?soort=aandacht", set()),
        ("?soort=onzin&rij=x&leerling=", {"bij de rij", "bij Sem"}),
    ):
        tekst = eigenaar.client.get(klas.url(vraag), headers=kop).text
        assert {woord for woord in ("bij de rij", "bij Sem") if woord in tekst} == gezien
        assert "<main" not in tekst
    assert "Geen notities die hierbij passen" in eigenaar.get(klas.url("?soort=resultaat")).text


def test_what_was_written_of_a_pupil_stands_on_the_pupils_page_and_on_no_others(
    klas: Klas, eigenaar: Bezoeker, collega: Bezoeker
) -> None:
    collega.json("POST", klas.url(), klas.notitie(tekst="wil graag voorlezen", regel_id=klas.regel(0)))
    eerste, tweede = (f"/groep/{klas.groep.id}/leerling/{klas.leerlingen[n].id}" for n in (0, 1))
    for bezoeker in (eigenaar, collega):
        assert "wil graag voorlezen" in bezoeker.get(eerste).text
        assert "Uit het logboek" not in bezoeker.get(tweede).text


VERKEERD = [None, True, 1.5, [], {}, "1", 2**31, "\x00"]


@pytest.mark.parametrize("veld", ["planregel_id", "regel_id", "soort", "tekst", "dag"])
def test_a_bad_body_is_refused_and_changes_nothing(
    klas: Klas, eigenaar: Bezoeker, session: Session, veld: str
) -> None:
    nummer = eigenaar.json("POST", klas.url(), klas.notitie()).json["id"]
    voor = momentopname(session)
    goed = klas.notitie(versie=1)
    slecht = [{naam: waarde for naam, waarde in goed.items() if naam != veld}]
    # a note may be about no row and no pupil, and "1" is a text
    mag = {"planregel_id": None, "regel_id": None, "tekst": "1"}
    slecht += [goed | {veld: waarde} for waarde in VERKEERD if waarde != mag.get(veld, "")]
    for inhoud in slecht:
        for methode, url in (("POST", klas.url()), ("PUT", klas.url(f"/{nummer}"))):
            antwoord = eigenaar.json(methode, url, inhoud)
            assert antwoord.status_code in (400, 404, 422), inhoud
            assert antwoord.json["fout"]
    assert momentopname(session) == voor


def test_more_notes_ask_no_more_questions(klas: Klas, eigenaar: Bezoeker, app: Flask) -> None:
    def schrijf(nummer: int) -> list[int]:
        eigenaar.json("POST", klas.url(), klas.notitie(tekst=f"les {nummer}", regel_id=klas.regel(nummer)))
        aantallen = []
        for url in (klas.url(), klas.url(waar="halverwege"), f"/groep/{klas.groep.id}/"):
            with tel_vragen(app) as vragen:
                eigenaar.get(url)
            aantallen.append(len(vragen))
        return aantallen

    assert schrijf(0) == schrijf(1) == schrijf(2)


def test_a_note_is_shown_as_text(klas: Klas, eigenaar: Bezoeker) -> None:
    eigenaar.json("POST", klas.url(), klas.notitie(tekst=SCRIPT, regel_id=klas.regel(0)))
    leerling = f"/groep/{klas.groep.id}/leerling/{klas.leerlingen[0].id}"
    for url in (klas.url(), klas.url(waar="halverwege"), leerling):
        tekst = eigenaar.get(url).text
        assert SCRIPT not in tekst
        assert "&lt;script&gt;" in tekst


def test_a_closed_cycle_is_read_and_not_written(klas: Klas, eigenaar: Bezoeker, session: Session) -> None:
    nummer = eigenaar.json("POST", klas.url(), klas.notitie(tekst="van toen")).json["id"]
    klas.volgende_cyclus()
    oud = eigenaar.get(klas.url("?cyclus=1")).text
    assert "van toen" in oud
    assert "Deze cyclus is afgesloten" in oud
    assert "data-logboek" not in oud
    assert "data-weg" not in oud
    for methode, staart in (("POST", ""), ("PUT", f"/{nummer}"), ("DELETE", f"/{nummer}")):
        assert eigenaar.json(methode, klas.url(staart), klas.notitie(versie=1)).status_code == 404
    assert len(session.scalars(select(Lognotitie)).all()) == 1


def halverwege(**anders: str) -> dict[str, str]:
    dag = (vandaag() - timedelta(days=2)).isoformat()
    return {"dag": dag, "verslag": "Het gaat beter.", "versie": "1"} | anders


def test_a_long_plan_is_evaluated_halfway_and_the_front_page_reminds_of_it(
    klas: Klas, eigenaar: Bezoeker, collega: Bezoeker
) -> None:
    voorpagina = f"/groep/{klas.groep.id}/"
    assert "Dit plan loopt langer dan tien weken" in eigenaar.get(voorpagina).text
    assert "Dit plan loopt langer dan tien weken" in eigenaar.get(klas.url(waar="halverwege")).text
    assert eigenaar.post(klas.url(waar="halverwege"), halverwege()).status_code == 303
    for bezoeker in (eigenaar, collega):
        tekst = bezoeker.get(voorpagina).text
        assert "Evaluatie halverwege: 2 dagen te laat" in tekst
        assert klas.url(waar="halverwege") in tekst
    gelezen = collega.get(klas.url(waar="halverwege")).text
    assert "Het gaat beter." in gelezen
    assert "<textarea" not in gelezen
    eigenaar.post(klas.url(waar="halverwege"), halverwege(gedaan="y", versie="2"))
    assert "Wat is er aan de beurt?" not in eigenaar.get(voorpagina).text


def test_an_administrator_is_not_told_what_is_due(klas: Klas, bouwer: Bouwer, als: Als) -> None:
    beheerder = als(bouwer.docent("Ad", "Beheer"), klas.groep.cursus, Rol.BEHEERDER)
    assert "Wat is er aan de beurt?" not in beheerder.get(f"/groep/{klas.groep.id}/").text
    assert "langer dan tien weken" not in beheerder.get(f"/cursus/{klas.groep.cursus_id}/groepen").text


def test_a_course_with_several_forms_tells_what_is_due_in_each(klas: Klas, eigenaar: Bezoeker) -> None:
    assert "langer dan tien weken" in eigenaar.get(f"/cursus/{klas.groep.cursus_id}/groepen").text


@pytest.mark.parametrize(
    ("fout", "status"),
    [
        ({"dag": "2062-01-01"}, 422),
        ({"dag": "morgen"}, 422),
        ({"verslag": "x" * 100_000}, 422),
        ({"verslag": "om\u202egekeerd"}, 422),
        ({"gedaan": "misschien"}, 422),
        ({"versie": "0", "verslag": "anders"}, 409),
        ({"versie": "9" * 5000, "verslag": "anders"}, 409),
        ({"versie": "²", "verslag": "anders"}, 409),
    ],
)
def test_a_report_that_cannot_be_saved_stays_in_the_form(
    klas: Klas, eigenaar: Bezoeker, session: Session, fout: dict[str, str], status: int
) -> None:
    url = klas.url(waar="halverwege")
    assert eigenaar.post(url, halverwege()).status_code == 303
    voor = momentopname(session)
    antwoord = eigenaar.post(url, halverwege(versie="2") | fout)
    assert antwoord.status_code == status
    if status == 409:
        assert "Het gaat beter." in antwoord.text
        assert "anders</textarea>" in antwoord.text
    assert momentopname(session) == voor
