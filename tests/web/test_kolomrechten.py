"""Which columns of a pupil reach whom, by any address: secrets are written, and every page is searched."""

import re
from datetime import date
from itertools import product
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Eigenaarschap, Inzage, Klad, Kolom, Lidmaatschap, Regel, Rol, Signaal, nu
from lti_tool.security.toegang import PUBLIEK
from lti_tool.services.groep import cycli
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker
from tests.web.school import Plek, School, maak_school

GEHEIM = {
    "analyse": "GEHEIM-score",
    "gesprek_leerling": "GEHEIM-gesprek",
    "stimulerend": "GEHEIM-observatie",
    "gesprek_ouders": "GEHEIM-ouders",
    "bijzonderheden": "GEHEIM-bijzonder",
}
ALGEMEEN = "ALGEMEEN-nodig"


@pytest.fixture
def school(app: Flask, bouwer: Bouwer) -> School:
    """The mentor has written everything down, in the first cycle and again in the second."""
    school = maak_school(app, bouwer)
    klas = school.klas
    schrijf(bouwer.session, klas, GEHEIM | {"behoeften": ALGEMEEN})
    bouwer.cyclus(klas.groep, date(2026, 12, 1), date(2027, 2, 1))
    schrijf(bouwer.session, klas, GEHEIM)
    return school


def schrijf(session: Session, plek: Plek, teksten: dict[str, str]) -> None:
    """In the newest cycle of the group, for its one pupil."""
    cyclus = cycli.kies(session, plek.groep, None)
    regel = session.scalars(select(Regel).filter_by(cyclus_id=cyclus.id, persoon_id=plek.leerling.id)).one()
    for kolom in session.scalars(select(Kolom).filter_by(cyclus_id=cyclus.id)).all():
        cel = session.scalars(select(Cel).filter_by(regel_id=regel.id, kolom_id=kolom.id)).one_or_none()
        if kolom.sleutel in teksten and cel is None:
            session.add(Cel(regel_id=regel.id, kolom_id=kolom.id, waarde=teksten[kolom.sleutel]))
    session.add(Signaal(regel_id=regel.id, reden="gedrag"))
    session.commit()


def plaats(session: Session, plek: Plek, sleutel: str, nummer: int = 2) -> str:
    """The address part of a cell: <regel>/<kolom>."""
    cyclus = cycli.kies(session, plek.groep, nummer)
    regel = session.scalars(select(Regel).filter_by(cyclus_id=cyclus.id, persoon_id=plek.leerling.id)).one()
    kolom = session.scalars(select(Kolom).filter_by(cyclus_id=cyclus.id, sleutel=sleutel)).one()
    return f"{regel.id}/{kolom.id}"


def adressen(app: Flask, session: Session, school: School) -> list[str]:
    """Every address that is read, with every id that leads to the mentor's class or to the subject."""
    plaatsen = [plaats(session, school.klas, sleutel, nummer) for sleutel in GEHEIM for nummer in (1, 2)]
    waarden: dict[str, list[Any]] = {
        "groep_id": [school.klas.groep.id, school.wiskunde.groep.id],
        "cursus_id": [school.klas.cursus.id, school.wiskunde.cursus.id],
        "doelgroep_id": [school.klas.groep.id],
        "leerling_id": [school.klas.leerling.id],
        "vakgroep_id": [school.klas.groep.id, school.wiskunde.groep.id],
        "cel": plaatsen,
    }
    gevonden = []
    for regel in app.url_map.iter_rules():
        # row and column of one cycle belong together
        adres = regel.rule.replace("<int:regel_id>/<int:kolom_id>", "<int:cel>")
        namen = re.findall(r"<int:(\w+)>", adres)
        if "GET" in (regel.methods or ()) and regel.endpoint not in PUBLIEK and set(namen) <= set(waarden):
            vorm = re.sub(r"<int:\w+>", "{}", adres)
            gevonden += [vorm.format(*ids) for ids in product(*(waarden[naam] for naam in namen))]
    return gevonden


def zoek(bezoeker: Bezoeker, adressen: list[str]) -> set[str]:
    """What of the written texts is found anywhere."""
    gevonden = set()
    for adres in adressen:
        for vraag in ("?vertrouwelijk=1&cyclus=1", "?vertrouwelijk=1"):
            tekst = bezoeker.client.get(adres + vraag, headers={"X-Fragment": "1"}).text
            gevonden |= {geheim for geheim in (*GEHEIM.values(), ALGEMEEN) if geheim in tekst}
    return gevonden


# what may be read doesn't depend on the database, and there is much to read
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("rol", "leest"),
    [
        ("mentor", {*GEHEIM.values(), ALGEMEEN}),
        ("kernteam", {ALGEMEEN}),
        ("vakdocent", {ALGEMEEN}),
        ("vakgroep", set()),
        ("zorgteam", set()),
        ("schoolleiding", set()),
        ("beheerder", set()),
        ("leerling", set()),
        ("niemand", set()),
    ],
)
def test_no_address_shows_more_of_cycle_a_than_the_table_gives(
    app: Flask, session: Session, school: School, rol: str, leest: set[str]
) -> None:
    assert zoek(school.bezoekers[rol], adressen(app, session, school)) == leest


def test_a_colleague_adds_to_no_other_column_and_reads_nothing_by_trying(
    session: Session, school: School
) -> None:
    groep = school.klas.groep.id
    for sleutel in sorted({*GEHEIM} - {"stimulerend"}):
        cel = plaats(session, school.klas, sleutel)
        for methode, url, inhoud in (
            ("POST", f"/groep/{groep}/observatie/{cel}", {"tekst": "x"}),
            ("PUT", f"/groep/{groep}/cel/{cel}", {"waarde": "x", "versie": 0}),
            ("PUT", f"/groep/{groep}/cel/{cel}", {"waarde": "", "versie": 1}),
        ):
            antwoord = school.bezoekers["kernteam"].json(methode, url, inhoud)
            assert antwoord.status_code in (403, 422)
            assert "GEHEIM" not in antwoord.text


def test_a_colleague_gets_only_their_own_line_back(session: Session, school: School) -> None:
    cel = plaats(session, school.klas, "stimulerend")
    url = f"/groep/{school.klas.groep.id}"
    antwoord = school.bezoekers["kernteam"].json("POST", f"{url}/observatie/{cel}", {"tekst": "helpt Noor"})
    assert antwoord.json["waarde"] == "helpt Noor"
    assert "GEHEIM" not in antwoord.text
    eigen = school.bezoekers["kernteam"].get(f"{url}/overzicht").text
    assert "helpt Noor" in eigen
    assert "GEHEIM-observatie" not in eigen
    assert (
        "GEHEIM-observatie\nhelpt Noor (Kernteam Proef"
        in school.bezoekers["mentor"].get(f"{url}/overzicht").text
    )


def test_one_colleague_does_not_read_anothers_line(
    app: Flask, bouwer: Bouwer, session: Session, school: School
) -> None:
    url = f"/groep/{school.klas.groep.id}"
    cel = plaats(session, school.klas, "stimulerend")
    school.bezoekers["kernteam"].json("POST", f"{url}/observatie/{cel}", {"tekst": "helpt Noor"})
    ander = Bezoeker(app, bouwer.token(bouwer.docent("An", "Ander"), school.klas.cursus, Rol.DOCENT))
    for pagina in ("overzicht", f"leerling/{school.klas.leerling.id}"):
        assert "helpt Noor" not in ander.get(f"{url}/{pagina}").text


def test_reading_the_history_of_a_sensitive_column_is_logged_too(session: Session, school: School) -> None:
    url = f"/groep/{school.klas.groep.id}/cel/{{}}/geschiedenis"
    school.bezoekers["mentor"].get(url.format(plaats(session, school.klas, "analyse")))
    assert session.scalars(select(Inzage)).all() == []
    school.bezoekers["mentor"].get(url.format(plaats(session, school.klas, "bijzonderheden")))
    gelezen = session.scalars(select(Inzage)).one()
    assert (gelezen.leerling_id, gelezen.velden) == (school.klas.leerling.id, "Bijzonderheden")


def test_unsaved_text_of_a_sensitive_column_waits_until_that_column_is_shown(
    session: Session, school: School
) -> None:
    regel_id, kolom_id = plaats(session, school.klas, "bijzonderheden").split("/")
    session.add(
        Klad(
            persoon_id=school.personen["mentor"].id,
            regel_id=int(regel_id),
            kolom_id=int(kolom_id),
            waarde="KLAD-geheim",
            basisversie=1,
        )
    )
    session.commit()
    url = f"/groep/{school.klas.groep.id}/overzicht"
    assert "KLAD-geheim" not in school.bezoekers["mentor"].get(url).text
    assert "KLAD-geheim" in school.bezoekers["mentor"].get(f"{url}?vertrouwelijk=1").text


def test_the_mentor_reads_no_subject_data_of_a_pupil_who_left_the_class(
    session: Session, school: School
) -> None:
    schrijf(session, school.wiskunde, {"stimulerend": "VAK-tekst"})
    url = f"/groep/{school.klas.groep.id}/vak/{school.wiskunde.groep.id}"
    assert "VAK-tekst" in school.bezoekers["mentor"].get(url).text
    vertrek(session, school.klas)
    assert "VAK-tekst" not in school.bezoekers["mentor"].get(url).text


def test_the_subject_teacher_reads_no_general_needs_of_a_pupil_who_left_their_group(
    session: Session, school: School
) -> None:
    for pagina in ("overzicht", f"leerling/{school.klas.leerling.id}"):
        assert (
            ALGEMEEN in school.bezoekers["vakdocent"].get(f"/groep/{school.wiskunde.groep.id}/{pagina}").text
        )
    vertrek(session, school.wiskunde)
    for pagina in ("overzicht", f"leerling/{school.klas.leerling.id}"):
        tekst = school.bezoekers["vakdocent"].get(f"/groep/{school.wiskunde.groep.id}/{pagina}").text
        assert "uit de groep" in tekst or "niet meer in de groep" in tekst
        assert ALGEMEEN not in tekst


def vertrek(session: Session, plek: Plek) -> None:
    lid = session.scalars(
        select(Lidmaatschap).filter_by(cursus_id=plek.cursus.id, persoon_id=plek.leerling.id)
    ).one()
    lid.vertrokken_op = nu()
    session.commit()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_hands_the_class_over_reads_as_a_colleague_from_the_next_request(
    app: Flask, session: Session, school: School
) -> None:
    eigenaarschap = session.scalars(
        select(Eigenaarschap).filter_by(groep_id=school.klas.groep.id, tot=None)
    ).one()
    eigenaarschap.tot = nu()
    session.commit()
    assert zoek(school.bezoekers["mentor"], adressen(app, session, school)) == {ALGEMEEN}
