"""The week table on the page: added, changed, taken away and back; clashes and gaps pointed out in place."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Rol, Roosterles, Soort
from lti_tool.services.uitvoering import roosterlessen
from lti_tool.services.uitvoering.roosterlessen import Lesinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.uitvoering import Gepland
from tests.web.momentopname import momentopname
from tests.web.pagina import Bezoeker
from tests.web.test_groepsoverzicht import tel_vragen

Als = Callable[..., Bezoeker]
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


@pytest.fixture
def eigenaar(klas: Gepland, als: Als) -> Bezoeker:
    return als(klas.eigenaar, klas.groep.cursus, Rol.DOCENT)


def basis(klas: Gepland, staart: str = "") -> str:
    return f"/groep/{klas.groep.id}/plan/weekrooster{staart}"


def velden(**anders: object) -> dict[str, object]:
    gewoon: dict[str, object] = {"subgroep": "", "dag": "1", "uur": "09:20-10:10", "begin": "", "eind": ""}
    return gewoon | {"plaats": "lokaal 12", "docent": "Marieke de Jong", "weken": "elke"} | anders


def lessen(session: Session) -> list[Roosterles]:
    session.rollback()
    return list(session.scalars(select(Roosterles).order_by(Roosterles.id)))


def les(klas: Gepland, **anders: object) -> Roosterles:
    basis_ = {"subgroep_id": None, "dag": 1, "begin": "09:20", "eind": "10:10", "docent": "Marieke de Jong"}
    invoer = Lesinvoer(**(basis_ | anders))  # type: ignore[arg-type]
    gemaakt = roosterlessen.maak(klas.session, klas.cyclus, invoer, klas.eigenaar)
    klas.session.commit()
    return gemaakt


def test_an_empty_table_shows_the_hours_and_the_form_and_a_colleague_reads(
    klas: Gepland, eigenaar: Bezoeker, bouwer: Bouwer, als: Als
) -> None:
    tekst = eigenaar.get(basis(klas)).text
    assert "Les toevoegen" in tekst
    assert "15:25–16:15" in tekst
    collega = als(bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    assert "Nog geen weekrooster" in collega.get(basis(klas)).text
    les(klas)
    gelezen = collega.get(basis(klas)).text
    assert "Hele groep" in gelezen
    assert "Les toevoegen" not in gelezen
    assert "wijzigen" not in gelezen.split("<main", 1)[1]


def test_a_lesson_is_added_and_the_next_one_begins_as_the_last_one(klas: Gepland, eigenaar: Bezoeker) -> None:
    spelling = klas.subgroep("Spelling", 0)
    antwoord = eigenaar.post(basis(klas), velden(subgroep=spelling.id, dag="3", plaats="aula"))
    assert (antwoord.status_code, antwoord.location) == (303, basis(klas))
    pagina = eigenaar.get(basis(klas)).text
    assert "Spelling: woensdag 09:20–10:10, aula, Marieke de Jong staat in het rooster." in pagina
    assert "Leerling01 Achternaam01" in pagina
    assert re.search(r'<option selected value="3">woensdag', pagina)
    assert 'value="aula"' in pagina
    gekozen = eigenaar.get(basis(klas, "?dag=5&uur=10:30-11:20")).text
    assert re.search(r'<option selected value="5">vrijdag', gekozen)
    assert re.search(r'<option selected value="10:30-11:20">', gekozen)


def test_a_time_of_ones_own_and_a_name_of_ones_own(
    klas: Gepland, eigenaar: Bezoeker, session: Session
) -> None:
    eigenaar.post(basis(klas), velden(uur="eigen", begin="10:15", eind="10:30", docent="Mevrouw Stage"))
    (rij,) = lessen(session)
    assert (rij.begin, rij.eind, rij.docent_id, rij.docent_naam) == ("10:15", "10:30", None, "Mevrouw Stage")
    assert 'value="10:15"' in eigenaar.get(basis(klas, f"/{rij.id}")).text


def test_clashes_gaps_and_too_much_for_one_teacher_are_pointed_out(klas: Gepland, eigenaar: Bezoeker) -> None:
    groepen = [klas.subgroep(f"Groep {letter}", 0) for letter in "A"]
    groepen += [klas.subgroep(f"Groep {letter}") for letter in "BCDE"]
    for dag, groep in enumerate(groepen[:4], 1):
        les(klas, subgroep_id=groep.id, dag=dag)
    les(klas, dag=1, begin="10:00", eind="10:30")
    tekst = eigenaar.get(basis(klas)).text
    assert "Er is een botsing in het rooster" in tekst
    assert tekst.count('class="les botst"') == 4  # both lessons, in the table and in the list for a phone
    assert "Marieke de Jong geeft ze allebei en Leerling01 Achternaam01 zit in allebei." in tekst
    assert "Nog zonder vaste tijd" in tekst
    assert f"subgroep={groepen[4].id}#les" in tekst
    assert "Marieke de Jong begeleidt 4 subgroepen" in tekst


def test_a_subject_teacher_is_told_of_own_pupils_in_the_mentors_lessons_and_a_colleague_is_not(
    klas: Gepland, bouwer: Bouwer, als: Als
) -> None:
    vak = Gepland(bouwer, 0, Soort.VAKSPECIFIEK)
    bouwer.lid(vak.groep.cursus, klas.leerlingen[0])
    vak.session.delete(vak.cyclus)
    vak.session.commit()
    vak.cyclus = bouwer.cyclus(vak.groep)
    les(klas, docent="")
    les(vak, docent="")
    docent = als(vak.eigenaar, vak.groep.cursus, Rol.DOCENT)
    assert "de hele groep van 3HA" in docent.get(basis(vak)).text
    collega = als(bouwer.docent("Bas", "Bakker"), vak.groep.cursus, Rol.DOCENT)
    assert "botsing" not in collega.get(basis(vak)).text


def test_a_lesson_is_changed_taken_away_and_brought_back(
    klas: Gepland, eigenaar: Bezoeker, session: Session
) -> None:
    rij = les(klas)
    url = basis(klas, f"/{rij.id}")
    assert 'name="versie" type="hidden" value="1"' in eigenaar.get(url).text
    assert eigenaar.post(url, velden(dag="2", versie="1")).status_code == 303
    weg = eigenaar.post(f"{url}/weg", velden(versie="2"))
    assert weg.location == basis(klas, "?weg=1")
    assert lessen(session) == []
    assert "Ongedaan maken" in eigenaar.get(weg.location).text
    assert "Ongedaan maken" not in eigenaar.get(basis(klas)).text
    assert eigenaar.post(basis(klas, "/terug")).status_code == 303
    assert [(r.dag, r.plaats) for r in lessen(session)] == [(2, "lokaal 12")]
    assert eigenaar.post(basis(klas, "/terug")).status_code == 404


def test_who_comes_second_sees_both_and_loses_nothing(
    klas: Gepland, eigenaar: Bezoeker, session: Session
) -> None:
    rij = les(klas)
    url = basis(klas, f"/{rij.id}")
    eigenaar.post(url, velden(plaats="aula", versie="1"))
    antwoord = eigenaar.post(url, velden(plaats="mediatheek", versie="1"))
    assert antwoord.status_code == 409
    assert "Marieke de Jong heeft deze les" in antwoord.text
    assert "Nu staat er: Hele groep: maandag 09:20–10:10, aula" in antwoord.text
    assert 'value="mediatheek"' in antwoord.text
    assert 'name="versie" type="hidden" value="2"' in antwoord.text
    assert eigenaar.post(f"{url}/weg", velden(versie="1")).status_code == 409
    assert [r.plaats for r in lessen(session)] == ["aula"]


@pytest.mark.parametrize(
    "fout",
    [
        {"subgroep": "0"},
        {"subgroep": "x"},
        {"dag": "6"},
        {"dag": ""},
        {"dag": "9" * 5000},
        {"uur": "00:00-24:00"},
        {"uur": "eigen"},
        {"uur": "eigen", "begin": "negen", "eind": "10:00"},
        {"uur": "eigen", "begin": "10:00", "eind": "09:00"},
        {"weken": "soms"},
        {"plaats": "x" * 61},
        {"docent": "x" * 81},
        {"plaats": "wis\u202ekunde"},
        {"plaats": ["lokaal 1", "lokaal 2"]},
    ],
)
def test_a_bad_value_is_refused_keeps_what_was_typed_and_changes_nothing(
    klas: Gepland, eigenaar: Bezoeker, session: Session, fout: dict[str, object]
) -> None:
    rij = les(klas)
    voor = momentopname(session)
    for url in (basis(klas), basis(klas, f"/{rij.id}")):
        antwoord = eigenaar.post(url, velden(docent="Wie dan ook", versie="1") | fout)
        assert antwoord.status_code == 422
        assert "Er klopt nog iets niet" in antwoord.text
    assert momentopname(session) == voor


def test_more_lessons_and_subgroups_ask_no_more_questions(
    klas: Gepland, eigenaar: Bezoeker, app: Flask, bouwer: Bouwer
) -> None:
    elders = bouwer.groep(klas.groep.cursus, klas.eigenaar, Soort.VAKSPECIFIEK, "wiskunde")
    bouwer.cyclus(elders)

    def vul(nummer: int) -> int:
        les(klas, subgroep_id=klas.subgroep(f"Groep {nummer}", nummer).id, dag=nummer + 1)
        les(klas, dag=nummer + 1, docent="")
        eigenaar.get(basis(klas))
        with tel_vragen(app) as vragen:
            eigenaar.get(basis(klas))
        return len(vragen)

    assert len({vul(nummer) for nummer in range(3)}) == 1


def test_texts_are_shown_as_text(klas: Gepland, eigenaar: Bezoeker) -> None:
    rij = les(klas, plaats=SCRIPT, docent=SCRIPT)
    for url in (basis(klas), basis(klas, f"/{rij.id}")):
        assert SCRIPT not in eigenaar.get(url).text


def test_a_closed_cycle_is_read_and_not_changed(klas: Gepland, eigenaar: Bezoeker, session: Session) -> None:
    rij = les(klas)
    klas.volgende_cyclus()
    oud = eigenaar.get(basis(klas, "?cyclus=1")).text
    assert "Deze cyclus is afgesloten" in oud
    assert "Les toevoegen" not in oud
    assert "Hele groep" in oud
    assert f"docent=p{klas.eigenaar.id}&amp;cyclus=1" in oud
    for staart in (f"/{rij.id}", f"/{rij.id}/weg"):
        assert eigenaar.post(basis(klas, staart), velden(versie="1")).status_code == 404
    assert len(lessen(session)) == 1


def test_the_calendar_file_comes_with_its_type_and_name(klas: Gepland, eigenaar: Bezoeker) -> None:
    les(klas, subgroep_id=klas.subgroep("Spelling", 0).id)
    antwoord = eigenaar.get(basis(klas, f"/agenda?docent=p{klas.eigenaar.id}"))
    assert antwoord.mimetype == "text/calendar"
    assert "weekrooster Marieke de Jong.ics" in antwoord.headers["Content-Disposition"]
    assert b"SUMMARY:Spelling (3HA)" in antwoord.data
    assert b"Leerling01" not in antwoord.data
    assert eigenaar.get(basis(klas, "/agenda?docent=p0")).status_code == 404
    assert eigenaar.get(basis(klas, "/agenda")).status_code == 404
