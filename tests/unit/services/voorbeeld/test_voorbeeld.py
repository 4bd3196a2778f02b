"""The example school: what a launch into the demo finds, and what loading it never does."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lti_tool import create_app
from lti_tool.demo.gegevens import course_data
from lti_tool.demo.school import load_school
from lti_tool.extensions import db
from lti_tool.models import (
    Bestemming,
    Cel,
    Cursus,
    Groep,
    Lognotitie,
    Onderwijsbehoefte,
    Persoon,
    Roosterles,
    Signaal,
    Soort,
    Wijziging,
)
from lti_tool.services.begrijpwijzer import leerlingdeel
from lti_tool.services.cyclus import voortgang
from lti_tool.services.fouten import NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import cycli, eigenaren, groepen, rooster
from lti_tool.services.groepsplan import planlezen
from lti_tool.services.handelingsplan import handelingsplannen, handelingsplanvelden, handelingsplanvorm
from lti_tool.services.overzicht import overzicht
from lti_tool.services.overzicht.overzichtbeeld import Zicht
from lti_tool.services.school import schoolrooster
from lti_tool.services.voorbeeld import voorbeeld
from tests.conftest import instellingen
from tests.factories.bouwer import Bouwer

SCHOOL = load_school()
BESTANDEN = sorted((Path(__file__).parents[4] / "config" / "voorbeeld").glob("*.toml"))


def cursussen() -> list[dict[str, Any]]:
    return [course_data(SCHOOL, cursus) for cursus in SCHOOL.courses.values()]


@pytest.fixture(scope="module")
def geladen(sqlite_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A school with the example in it, loaded once: the tests that take it only look."""
    bestand = tmp_path_factory.mktemp("voorbeeld") / "vol.db"
    shutil.copy(sqlite_sjabloon, bestand)
    app = create_app(instellingen(f"sqlite:///{bestand}"))
    with app.app_context():
        session = db.session()
        assert voorbeeld.laad(session, Bouwer(session).platform, cursussen())
        session.commit()
        yield session
        db.session.remove()
        db.engine.dispose()


def mentorklas(session: Session) -> Groep:
    return session.scalars(select(Groep).where(Groep.soort == Soort.VAKOVERSTIJGEND)).one()


def test_a_launch_finds_the_people_and_courses_by_the_ids_of_the_platform(geladen: Session) -> None:
    cursus = geladen.scalars(select(Cursus).where(Cursus.context_id == "2")).one()
    assert (cursus.titel, cursus.label) == ("Klas 3HA – mentoruur", "3HA")
    mentor = geladen.scalars(select(Persoon).where(Persoon.sub == "3")).one()
    (eigenaarschap,) = eigenaren.eigenaren(geladen, mentorklas(geladen))
    assert eigenaarschap.persoon is mentor
    assert len(rooster.leerlingen(geladen, cursus.id)) == 28


def test_every_group_is_in_its_second_cycle_with_earlier_scores_beside_the_new_ones(geladen: Session) -> None:
    groepen_ = geladen.scalars(select(Groep)).all()
    assert {groepen.naam(g) for g in groepen_} == {"3HA", "Wiskunde 3HA", "Nederlands 3HA"}
    for groep in groepen_:
        nieuwste, eerste = cycli.cycli(geladen, groep)
        assert nieuwste.gesloten_op is None
        assert eerste.gesloten_op is not None
        inhoud = overzicht.lees(geladen, nieuwste, Zicht(bewerken=True, alles=True))
        cellen = [cel for regel in inhoud.regels for cel in regel.cellen]
        assert any(cel.vorige and cel.waarde for cel in cellen)
        assert any(cel.onder for cel in cellen)
        assert any(regel.signalen for regel in inhoud.regels)


def test_the_mentor_class_stands_where_needs_are_being_named(geladen: Session) -> None:
    cyclus = cycli.huidige(geladen, mentorklas(geladen))
    assert cyclus is not None
    standen = {stap.nummer: stap for stap in voortgang.stand(geladen, cyclus)}
    # one pupil came in after the tests: nobody has written anything down yet
    assert "27 van de 28" in standen[1].toelichting
    assert "6 van de 9" in standen[3].toelichting


def test_one_pupil_has_a_plan_of_their_own_that_parents_agreed_to(geladen: Session) -> None:
    klas = mentorklas(geladen)
    cyclus = cycli.kies(geladen, klas, None)
    (rij,) = handelingsplannen.lijst(geladen, cyclus)
    assert (rij.leerling.naam, rij.akkoord_wijze) == ("Maximiliaan van den Bergh-Oudshoorn", "ondertekend")
    plaats = handelingsplannen.zoek(geladen, klas, rij.regel_id)
    staat = handelingsplanvelden.velden(geladen, plaats.plan)
    vorm = handelingsplanvorm.vorm(klas.soort)
    # all but what can only be said at the end
    assert {veld.sleutel for veld in vorm.velden} - set(staat) == {"uitkomst"}
    # from the overview
    assert staat["belemmerend"].waarde.startswith("Door de trainingen")


def test_the_school_has_days_off_in_the_example(geladen: Session) -> None:
    rooster_ = schoolrooster.van_groep(geladen, mentorklas(geladen))
    cyclus = cycli.kies(geladen, mentorklas(geladen), None)
    assert [str(vrij) for vrij in schoolrooster.vrij(rooster_, cyclus.begin, cyclus.eind)] == [
        "herfstvakantie 17 t/m 25 oktober",
        "studiedag 1 december",
        "kerstvakantie 19 december t/m 3 januari",
    ]


def test_needs_are_kept_as_data_and_one_waits_to_be_reviewed(geladen: Session) -> None:
    behoeften = geladen.scalars(select(Onderwijsbehoefte).order_by(Onderwijsbehoefte.id)).all()
    assert all(b.doelen and b.zinnen for b in behoeften)
    assert next(b.zin for b in behoeften if b.herziening == "te_herzien").startswith(
        "Doel: Anne-Fleur vraagt"
    )
    in_cel = set(geladen.scalars(select(Cel.waarde).where(Cel.waarde.contains("Doel: "))))
    assert {b.zin for b in behoeften} <= in_cel


def test_one_pupil_has_a_goal_to_read_and_is_asked_for_words(geladen: Session) -> None:
    klas = mentorklas(geladen)
    sem = geladen.scalars(select(Persoon).where(Persoon.nummer == "150309")).one()
    ((groep, doelen),) = leerlingdeel.gedeelde_doelen(geladen, klas.cursus_id, sem.id)
    assert groep is klas
    assert [doel.maat for doel in doelen] == ["hoogstens vijf spelfouten"]
    assert len(leerlingdeel.uitnodigingen(geladen, klas.cursus_id, sem.id)) == 1


def test_colleagues_have_added_observations_under_their_own_names(geladen: Session) -> None:
    teksten = geladen.scalars(select(Cel.waarde).where(Cel.waarde.like("%(Bas Bakker, %"))).all()
    assert len(teksten) == 2


def test_the_care_teams_course_is_marked_and_its_teacher_is_no_pupil(geladen: Session) -> None:
    cursus = geladen.scalars(select(Cursus).where(Cursus.context_id == "6")).one()
    assert cursus.bestemming == Bestemming.ZORGTEAM
    klas = mentorklas(geladen).cursus_id
    assert "Carla Dijkstra" not in {leerling.naam for leerling in rooster.leerlingen(geladen, klas)}


def test_loading_it_again_changes_nothing_on_either_database(session: Session, bouwer: Bouwer) -> None:
    assert voorbeeld.laad(session, bouwer.platform, cursussen())
    tabellen = (Cel, Signaal, Wijziging, Persoon, Cursus)
    eerst = [session.scalar(select(func.count()).select_from(tabel)) for tabel in tabellen]
    # a group that somebody made since is no reason to refuse
    bouwer.groep(session.scalars(select(Cursus).where(Cursus.context_id == "5")).one())
    assert voorbeeld.laad(session, bouwer.platform, []) is False
    assert [session.scalar(select(func.count()).select_from(tabel)) for tabel in tabellen] == eerst


def test_a_school_with_groups_of_its_own_is_left_alone(session: Session, bouwer: Bouwer) -> None:
    bouwer.cyclus(bouwer.groep(bouwer.cursus(context_id="2")))
    with pytest.raises(OngeldigeWaarde, match="heeft al groepen"):
        voorbeeld.laad(session, bouwer.platform, cursussen())
    assert session.scalars(select(Persoon)).all() == []


def test_a_course_without_the_owner_is_refused_by_name(session: Session, bouwer: Bouwer) -> None:
    zonder = [c | {"leden": [lid for lid in c["leden"] if lid["rol"] != "docent"]} for c in cursussen()]
    with pytest.raises(NietGevonden, match=r"m\.dejong@"):
        voorbeeld.laad(session, bouwer.platform, zonder)


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda pad: pad.stem)
def test_the_texts_speak_of_pupils_without_he_or_she(bestand: Path) -> None:
    tekst = str(tomllib.loads(bestand.read_text(encoding="utf-8")))
    assert re.findall(r"\b(hij|zij|hem|haar|jongen|meisje)\b", tekst, re.IGNORECASE) == []


def test_the_mentor_class_has_a_fixed_plan_with_one_change_since(geladen: Session) -> None:
    cyclus = cycli.kies(geladen, mentorklas(geladen), None)
    beeld = planlezen.lees(geladen, cyclus)
    assert beeld is not None
    assert beeld.plan.vastgesteld_op is not None
    rij = next(rij for rij in beeld.rijen if rij.naam == "Verhaalsommen")
    assert [leerling.regel_id for leerling in rij.leerlingen] == [
        doel.bronnen[0].regel_id for doel in rij.doelen
    ]
    assert [veld.veld for veld in rij.velden.values() if veld.gewijzigd] == ["organisatie"]
    assert geladen.scalar(select(func.count(Lognotitie.id))) == 2
    (les,) = geladen.scalars(select(Roosterles))
    assert (les.dag, les.begin, les.docent and les.docent.voornaam) == (2, "13:30", "Bas")
