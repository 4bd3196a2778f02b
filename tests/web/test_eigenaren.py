"""Owners of a group: claimed once, shared by two, handed over, and an administrator's word."""

import io
import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.extensions import db
from lti_tool.models import Aanwijzing, Eigenaarschap, Groep, Herkomst, Persoon, Rol, nu
from lti_tool.services.fouten import Conflict
from lti_tool.services.groep import eigenaren, groepen
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker
from tests.web.school import School, maak_school


@pytest.fixture
def school(app: Flask, bouwer: Bouwer) -> School:
    school = maak_school(app, bouwer)
    bouwer.lid(school.klas.cursus, school.personen["kernteam"], Rol.DOCENT)
    return school


def namen(session: Session, groep: Groep) -> list[str]:
    """Who owns the group now."""
    session.rollback()
    return [e.persoon.voornaam for e in eigenaren.eigenaren(session, groep)]


def zonder_eigenaar(session: Session, groep: Groep) -> None:
    for eigenaarschap in eigenaren.eigenaren(session, groep):
        eigenaarschap.tot = nu()
    session.commit()


def test_the_first_teacher_claims_a_group_and_the_second_is_told_so(
    app: Flask, school: School, bouwer: Bouwer, session: Session
) -> None:
    groep, url = school.klas.groep, f"/groep/{school.klas.groep.id}"
    zonder_eigenaar(session, groep)
    assert "Deze groep heeft nog geen eigenaar." in school.bezoekers["kernteam"].get(f"{url}/").text
    assert school.bezoekers["kernteam"].post(f"{url}/eigenaar-worden").status_code == 303
    assert namen(session, groep) == ["Kernteam"]
    ander = Bezoeker(app, bouwer.token(bouwer.docent("An", "Ander"), school.klas.cursus, Rol.DOCENT))
    pagina = ander.client.post(
        f"{url}/eigenaar-worden", data={"csrf_token": ander.csrf}, follow_redirects=True
    )
    assert "Deze groep heeft al een eigenaar." in pagina.text
    assert namen(session, groep) == ["Kernteam"]


def test_of_two_who_claim_at_once_one_becomes_owner(app: Flask, school: School, session: Session) -> None:
    zonder_eigenaar(session, school.klas.groep)
    groep_id, tweede_id = school.klas.groep.id, school.personen["vakgroep"].id
    uitslagen = []

    def tweede() -> None:
        with app.app_context():
            groep, persoon = db.session.get_one(Groep, groep_id), db.session.get_one(Persoon, tweede_id)
            uitslagen.append(eigenaren.claim(db.session(), groep, persoon, Herkomst.INGEBRUIKNAME))
            db.session.commit()

    assert eigenaren.claim(session, school.klas.groep, school.personen["kernteam"], Herkomst.INGEBRUIKNAME)
    draad = threading.Thread(target=tweede)
    draad.start()
    session.commit()
    draad.join()
    assert uitslagen == [False]
    assert namen(session, school.klas.groep) == ["Kernteam"]


def test_an_owner_names_a_colleague_and_there_are_two_at_most(
    school: School, bouwer: Bouwer, session: Session
) -> None:
    url = f"/groep/{school.klas.groep.id}/eigenaren"
    mentor = school.bezoekers["mentor"]
    derde = bouwer.docent("Dirk", "Derde")
    bouwer.lid(school.klas.cursus, derde, Rol.DOCENT)
    collega = school.personen["kernteam"].id
    assert mentor.post(url, {"collega": collega, "hoe": "erbij"}).status_code == 303
    assert namen(session, school.klas.groep) == ["Mentor", "Kernteam"]
    te_veel = mentor.post(url, {"collega": derde.id, "hoe": "erbij"})
    assert te_veel.status_code == 422
    assert "Er zijn al twee eigenaren." in te_veel.text
    # the colleague is an owner from the next request on
    assert school.bezoekers["kernteam"].get(f"/groep/{school.klas.groep.id}/cyclus").status_code == 200


def test_handing_over_puts_a_colleague_in_ones_place_and_everybody_sees_by_whose_act(
    school: School, session: Session
) -> None:
    url = f"/groep/{school.klas.groep.id}/eigenaren"
    velden = {"collega": school.personen["kernteam"].id, "hoe": "over"}
    assert school.bezoekers["mentor"].post(url, velden).status_code == 303
    assert namen(session, school.klas.groep) == ["Kernteam"]
    pagina = school.bezoekers["mentor"].get(url).text
    assert "Kernteam Proef werd eigenaar" in pagina
    assert "door Mentor Proef" in pagina
    assert school.bezoekers["mentor"].post(url, velden).status_code == 403
    with pytest.raises(Exception, match="geen eigenaar meer"):
        eigenaren.draag_over(
            session, school.klas.groep, school.personen["mentor"], school.personen["vakdocent"]
        )


def test_the_last_owner_stays_and_one_of_two_may_stop(school: School, session: Session) -> None:
    basis, mentor = f"/groep/{school.klas.groep.id}/eigenaren", school.bezoekers["mentor"]
    weg = f"{basis}/{school.personen['mentor'].id}/weg"
    mentor.post(weg)
    assert namen(session, school.klas.groep) == ["Mentor"]
    mentor.post(basis, {"collega": school.personen["kernteam"].id, "hoe": "erbij"})
    mentor.post(weg)
    assert namen(session, school.klas.groep) == ["Kernteam"]
    assert mentor.get(f"/groep/{school.klas.groep.id}/cyclus").status_code == 403


def test_a_pupil_or_a_stranger_is_no_choice_for_an_owner(school: School, session: Session) -> None:
    url = f"/groep/{school.klas.groep.id}/eigenaren"
    for persoon in (school.klas.leerling, school.personen["vakdocent"], school.andere_school.collega):
        velden = {"collega": persoon.id, "hoe": "erbij"}
        assert school.bezoekers["mentor"].post(url, velden).status_code == 422
    assert namen(session, school.klas.groep) == ["Mentor"]


def test_an_administrator_sets_exactly_the_owners_who_then_can_not_be_claimed_away(
    school: School, session: Session
) -> None:
    groep = school.klas.groep
    url = f"/cursus/{school.klas.cursus.id}/beheer/groep/{groep.id}"
    sub = school.personen["vakgroep"].sub
    velden = {"eerste": f" {sub} ", "tweede": sub}
    assert school.bezoekers["beheerder"].post(url, velden).status_code == 303
    assert namen(session, groep) == ["Vakgroep"]
    assert [e.herkomst for e in eigenaren.eigenaren(session, groep)] == [Herkomst.BEHEER]
    school.bezoekers["kernteam"].post(f"/groep/{groep.id}/eigenaar-worden")
    school.bezoekers["mentor"].post(f"/groep/{groep.id}/eigenaar-worden")
    assert namen(session, groep) == ["Vakgroep"]


def test_an_administrator_can_not_make_a_pupil_or_somebody_unknown_an_owner(
    school: School, session: Session
) -> None:
    url = f"/cursus/{school.klas.cursus.id}/beheer/groep/{school.klas.groep.id}"
    for kenmerk, melding in (
        (school.klas.leerling.sub, "nog niet als docent bekend"),
        ("niemand@linde.example", "deze persoon is niet bekend"),
    ):
        antwoord = school.bezoekers["beheerder"].post(url, {"eerste": kenmerk})
        assert antwoord.status_code == 422
        assert melding in antwoord.text
    assert namen(session, school.klas.groep) == ["Mentor"]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("scheiding", [";", ","])
def test_a_list_sets_who_is_known_and_keeps_the_rest_until_they_are(
    school: School, session: Session, codering: str, scheiding: str
) -> None:
    school.personen["kernteam"].email = "René@linde.example"
    session.commit()
    regels = [
        "cursus;eigenaar;soort;vak",
        "3HA;rené@LINDE.example;mentorklas;",
        "",
        "3HA;later@linde.example;mentorklas;",
        f"wi3HA;{school.personen['vakgroep'].sub};vak;Wiskunde",
        f"4VA;{school.personen['vakgroep'].sub};vak;Frans",
    ]
    inhoud = "\r\n".join(regels).replace(";", scheiding).encode(codering)
    antwoord = school.bezoekers["beheerder"].client.post(
        f"/cursus/{school.klas.cursus.id}/beheer/lijst",
        data={
            "bestand": (io.BytesIO(inhoud), "eigenaren.csv"),
            "csrf_token": school.bezoekers["beheerder"].csrf,
        },
        follow_redirects=True,
    )
    assert "2 eigenaren ingesteld, 2 wachten" in antwoord.text
    assert namen(session, school.klas.groep) == ["Kernteam"]
    assert namen(session, school.wiskunde.groep) == ["Vakgroep"]
    assert {a.persoon for a in session.scalars(select(Aanwijzing))} == {
        "later@linde.example",
        school.personen["vakgroep"].sub,
    }


def test_who_waits_becomes_owner_once_they_are_seen_as_a_teacher(
    school: School, bouwer: Bouwer, session: Session
) -> None:
    noteer(session, school, "later@linde.example")
    later = bouwer.persoon("Later", "Docent", email="later@linde.example")
    bouwer.lid(school.klas.cursus, later)  # as Moodle lists a non-editing teacher
    groepen.verwerk_aanwijzingen_van(session, school.klas.cursus)
    assert namen(session, school.klas.groep) == ["Mentor"]
    later.docent_sinds = nu()
    session.commit()
    groepen.verwerk_aanwijzingen_van(session, school.klas.cursus)
    session.commit()
    assert namen(session, school.klas.groep) == ["Later"]
    assert session.scalars(select(Aanwijzing)).all() == []


def test_a_third_name_for_one_group_waits_and_keeps_nobody_out(school: School, session: Session) -> None:
    for wie in ("kernteam", "vakgroep", "vakdocent"):
        noteer(session, school, school.personen[wie].sub)
    groepen.verwerk_aanwijzingen_van(session, school.klas.cursus)
    session.commit()
    assert len(namen(session, school.klas.groep)) == eigenaren.TEN_HOOGSTE
    assert len(session.scalars(select(Aanwijzing)).all()) == 1
    with pytest.raises(Conflict):
        eigenaren.wijs_aan(session, school.klas.groep, school.personen["zorgteam"], None, Herkomst.OVERDRACHT)


def noteer(session: Session, school: School, kenmerk: str) -> None:
    """As a list does for a course or a person that isn't known yet."""
    cursus = school.klas.cursus
    session.add(
        Aanwijzing(
            platform_id=cursus.platform_id, cursus=cursus.label, persoon=kenmerk, soort="vakoverstijgend"
        )
    )
    session.commit()


def test_every_teacher_of_the_group_sees_who_owns_it_and_since_when(school: School, session: Session) -> None:
    eigenaarschap = session.scalars(select(Eigenaarschap).filter_by(groep_id=school.klas.groep.id)).one()
    eigenaarschap.sinds = nu() - timedelta(days=400)
    session.commit()
    jaar = str(eigenaarschap.sinds.year)
    for pagina in ("", "eigenaren"):
        tekst = school.bezoekers["kernteam"].get(f"/groep/{school.klas.groep.id}/{pagina}").text
        assert "Mentor Proef" in tekst
        assert jaar in tekst
