"""Cycles: opened with what goes along, closed and kept, and the way back while nothing was done."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Cyclus, Klad, Kolom, Persoon, Regel, Signaal
from lti_tool.services.groep import cycli, regels
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker
from tests.web.school import Plek, School, maak_school

VOLGENDE = {"begin": "2026-12-01", "eind": "2027-02-01"}


@pytest.fixture
def school(app: Flask, bouwer: Bouwer) -> School:
    return maak_school(app, bouwer)


def plaats(
    session: Session, plek: Plek, sleutel: str, nummer: int, wie: Persoon | None = None
) -> tuple[int, int]:
    session.rollback()
    cyclus = cycli.kies(session, plek.groep, nummer)
    regel = select(Regel.id).filter_by(cyclus_id=cyclus.id, persoon_id=(wie or plek.leerling).id)
    kolom = select(Kolom.id).filter_by(cyclus_id=cyclus.id, sleutel=sleutel)
    return session.scalars(regel).one(), session.scalars(kolom).one()


def schrijf(session: Session, browser: Bezoeker, plek: Plek, sleutel: str, nummer: int, tekst: str) -> int:
    regel, kolom = plaats(session, plek, sleutel, nummer)
    url = f"/groep/{plek.groep.id}/cel/{regel}/{kolom}"
    return browser.json("PUT", url, {"waarde": tekst, "versie": 0}).status_code


def open_volgende(school: School, plek: Plek, wie: str = "mentor") -> None:
    antwoord = school.bezoekers[wie].post(f"/groep/{plek.groep.id}/cyclus/nieuw", VOLGENDE)
    assert antwoord.status_code == 303


def test_lasting_needs_go_along_and_scores_stand_beside_as_previous(school: School, session: Session) -> None:
    mentor, klas = school.bezoekers["mentor"], school.klas
    for sleutel, tekst in {"behoeften": "vaste plek", "tl": "IV", "stimulerend": "tekent"}.items():
        assert schrijf(session, mentor, klas, sleutel, 1, tekst) == 200
    aankondiging = mentor.get(f"/groep/{klas.groep.id}/cyclus/nieuw").text
    assert "de algemene onderwijsbehoeften, om na te lopen" in aankondiging
    open_volgende(school, klas)
    pagina = mentor.get(f"/groep/{klas.groep.id}/overzicht").text
    assert "vaste plek</textarea>" in pagina
    assert 'data-vorige="cyclus 1: IV"' in pagina
    assert 'value="IV"' not in pagina
    assert "tekent</textarea>" not in pagina


def test_needs_of_a_subject_are_shown_as_previous_and_not_taken_over(
    school: School, session: Session
) -> None:
    docent, groep = school.bezoekers["vakdocent"], school.wiskunde
    assert schrijf(session, docent, groep, "behoeften", 1, "stappenplan") == 200
    open_volgende(school, groep, "vakdocent")
    pagina = docent.get(f"/groep/{groep.groep.id}/overzicht").text
    assert "stappenplan</textarea>" not in pagina
    assert 'data-vorige="cyclus 1: stappenplan"' in pagina


def test_a_closed_cycle_is_read_and_never_written(school: School, session: Session) -> None:
    mentor, klas = school.bezoekers["mentor"], school.klas
    schrijf(session, mentor, klas, "stimulerend", 1, "tekent")
    open_volgende(school, klas)
    pagina = mentor.get(f"/groep/{klas.groep.id}/overzicht?cyclus=1").text
    assert "Deze cyclus is afgesloten." in pagina
    assert "tekent</textarea>" in pagina
    regel, kolom = plaats(session, klas, "stimulerend", 1)
    basis = f"/groep/{klas.groep.id}"
    for wie, methode, url, inhoud in (
        ("mentor", "PUT", f"{basis}/cel/{regel}/{kolom}", {"waarde": "anders", "versie": 1}),
        ("mentor", "PUT", f"{basis}/signaal/{regel}/gedrag", None),
        ("mentor", "DELETE", f"{basis}/signaal/{regel}/gedrag", None),
        ("kernteam", "POST", f"{basis}/observatie/{regel}/{kolom}", {"tekst": "nog iets"}),
    ):
        antwoord = school.bezoekers[wie].json(methode, url, inhoud)
        assert (antwoord.status_code, antwoord.json["code"]) == (409, "gesloten")
    assert session.scalars(select(Cel.waarde)).all() == ["tekent"]
    assert session.scalars(select(Signaal)).all() == []


def test_the_way_back_opens_the_previous_cycle_again_with_who_came_since(
    school: School, bouwer: Bouwer, session: Session
) -> None:
    mentor, klas = school.bezoekers["mentor"], school.klas
    schrijf(session, mentor, klas, "behoeften", 1, "vaste plek")
    open_volgende(school, klas)
    nieuw = bouwer.persoon("Nieuw", "Hier")
    bouwer.lid(klas.cursus, nieuw)
    regels.vul_cursus_aan(session, klas.cursus)
    session.commit()
    assert "Terug naar de vorige cyclus" in mentor.get(f"/groep/{klas.groep.id}/cyclus").text
    mentor.post(f"/groep/{klas.groep.id}/cyclus/terug")
    assert [(c.volgnummer, c.gesloten_op) for c in cycli.cycli(session, klas.groep)] == [(1, None)]
    assert plaats(session, klas, "behoeften", 1, nieuw)
    assert schrijf(session, mentor, klas, "stimulerend", 1, "tekent") == 200


def _cel(school: School, session: Session) -> None:
    schrijf(session, school.bezoekers["mentor"], school.klas, "stimulerend", 2, "tekent")


def _nieuwe_behoefte(school: School, session: Session) -> None:
    # a lasting column, in a cell that nothing was taken over into
    schrijf(session, school.bezoekers["mentor"], school.klas, "behoeften", 2, "vaste plek")


def _signaal(school: School, session: Session) -> None:
    regel, _ = plaats(session, school.klas, "tl", 2)
    school.bezoekers["mentor"].json("PUT", f"/groep/{school.klas.groep.id}/signaal/{regel}/gedrag")


def _afgevinkt(school: School, session: Session) -> None:  # noqa: ARG001 (as the others)
    school.bezoekers["mentor"].post(f"/groep/{school.klas.groep.id}/stap", {"stap": 1, "klaar": "y"})


def _klad(school: School, session: Session) -> None:
    regel, kolom = plaats(session, school.klas, "tl", 2)
    session.add(
        Klad(
            persoon_id=school.personen["mentor"].id,
            regel_id=regel,
            kolom_id=kolom,
            waarde="IV",
            basisversie=0,
        )
    )
    session.commit()


@pytest.mark.parametrize("werk", [_cel, _nieuwe_behoefte, _signaal, _afgevinkt, _klad])
def test_there_is_no_way_back_once_anything_was_done(
    school: School, session: Session, werk: Callable[[School, Session], None]
) -> None:
    groep, mentor = f"/groep/{school.klas.groep.id}", school.bezoekers["mentor"]
    open_volgende(school, school.klas)
    werk(school, session)
    assert "Terug naar de vorige cyclus" not in mentor.get(f"{groep}/cyclus").text
    mentor.post(f"{groep}/cyclus/terug")
    session.rollback()
    assert len(cycli.cycli(session, school.klas.groep)) == 2


@pytest.mark.parametrize(
    ("begin", "eind", "bezwaar"),
    [
        ("2026-08-24", "2026-11-30", "begint na"),
        ("2026-12-01", "2026-11-30", "na de begindatum"),
        ("2026-12-01", "2027-09-01", "één schooljaar"),
        ("0001-01-01", "0001-02-01", "jaartal"),
        ("9999-12-01", "9999-12-31", "jaartal"),
    ],
)
def test_dates_that_can_not_be_are_refused_in_words(
    school: School, session: Session, begin: str, eind: str, bezwaar: str
) -> None:
    antwoord = school.bezoekers["mentor"].post(
        f"/groep/{school.klas.groep.id}/cyclus/nieuw", {"begin": begin, "eind": eind}
    )
    assert antwoord.status_code == 422
    assert bezwaar in antwoord.text
    assert f'value="{begin}"' in antwoord.text
    assert session.scalars(select(Cyclus.begin).filter_by(groep_id=school.klas.groep.id)).all() == [
        date(2026, 8, 24)
    ]


@pytest.mark.parametrize(
    ("pad", "kop"),
    [
        ("plan", "Geen groepsplan"),
        ("plan/evaluatie", "Geen groepsplan"),
        ("plan/logboek", "Geen groepsplan"),
        ("plan/weekrooster", "Geen weekrooster"),
        ("uitvoer/plan", "Geen groepsplan"),
    ],
)
def test_what_was_not_made_in_a_closed_cycle_is_not_asked_for_any_more(
    school: School, pad: str, kop: str
) -> None:
    open_volgende(school, school.klas)
    mentor, adres = school.bezoekers["mentor"], f"/groep/{school.klas.groep.id}/{pad}"
    assert "Nog geen" in mentor.get(adres).text or "Les toevoegen" in mentor.get(adres).text
    oud = mentor.get(f"{adres}?cyclus=1").text
    assert f"<h2>{kop}</h2>" in oud
    assert "Nog geen" not in oud
