"""The week table: lessons by day and hour, clashes here and elsewhere, gaps, and a calendar file."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from lti_tool.models import Cyclus, Lidmaatschap, Persoon, Roosterles, Soort, Subgroepsoort, Wijziging, nu
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden
from lti_tool.services.school import schoolrooster
from lti_tool.services.uitvoering import lesagenda, roosterlessen, weekrooster
from lti_tool.services.uitvoering.roosterlessen import Lesinvoer, OngeldigeLes
from tests.factories.bouwer import Bouwer
from tests.factories.uitvoering import Gepland

LES = Lesinvoer(None, 1, "09:20", "10:10", "lokaal 12", "Marieke de Jong")


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


def maak(klas: Gepland, les: Lesinvoer) -> Roosterles:
    gemaakt = roosterlessen.maak(klas.session, klas.cyclus, les, klas.eigenaar)
    klas.session.commit()
    return gemaakt


def naast(bouwer: Bouwer, klas: Gepland, soort: Soort = Soort.VAKSPECIFIEK) -> Gepland:
    """Another group of the school in a course of its own, with the same pupils and no teacher in common."""
    ander = Gepland(bouwer, 0, soort)
    for leerling in klas.leerlingen:
        bouwer.lid(ander.groep.cursus, leerling)
    ander.leerlingen = klas.leerlingen
    ander.session.delete(ander.cyclus)
    ander.session.commit()
    ander.cyclus = bouwer.cyclus(ander.groep)
    return ander


def geschiedenis(klas: Gepland) -> list[tuple[str, str]]:
    vraag = select(Wijziging.oud, Wijziging.nieuw).where(Wijziging.onderwerp == "roosterles")
    return [(oud, nieuw) for oud, nieuw in klas.session.execute(vraag.order_by(Wijziging.id))]


def test_a_lesson_stands_in_the_row_of_its_hour_and_an_own_time_in_a_row_of_its_own(klas: Gepland) -> None:
    spelling = klas.subgroep("Spelling", 1, 0)
    maak(klas, replace(LES, subgroep_id=spelling.id))
    maak(klas, replace(LES, dag=5, begin="10.15", eind="1030", weken="even"))
    beeld = weekrooster.beeld(klas.session, klas.cyclus)
    gevuld = [(rij.naam, rij.begin, rij.eind) for rij in beeld.rijen if not rij.leeg]
    assert gevuld == [("2", "09:20", "10:10"), ("", "10:15", "10:30")]
    (les,) = beeld.van_dag(1)
    assert (les.naam, les.plaats, les.docent, les.weken_tekst) == (
        "Spelling",
        "lokaal 12",
        "Marieke de Jong",
        "elke week",
    )
    assert les.leerlingen == ("Leerling01 Achternaam01", "Leerling02 Achternaam02")
    assert beeld.van_dag(5)[0].weken == "even"
    assert beeld.botsingen == beeld.gaten == beeld.adviezen == ()


def test_subgroups_of_one_name_are_told_apart_by_their_domain(klas: Gepland) -> None:
    klas.subgroep("Groep A")
    klas.domein = "bl"
    klas.subgroep("groep a")
    klas.subgroep("Groep B")
    namen = [gat.naam for gat in weekrooster.beeld(klas.session, klas.cyclus).gaten]
    assert namen == ["groep a (Begrijpend lezen)", "Groep B", "Groep A (Spelling)"]


def test_a_pupil_and_a_teacher_twice_at_one_time_are_told_at_both_lessons(klas: Gepland) -> None:
    spelling, lezen = klas.subgroep("Spelling", 0, 1), klas.subgroep("Lezen")
    maak(klas, replace(LES, subgroep_id=spelling.id))
    maak(klas, replace(LES, subgroep_id=lezen.id, weken="oneven"))
    maak(klas, replace(LES, docent="Bas", begin="10:00", eind="10:30"))
    beeld = weekrooster.beeld(klas.session, klas.cyclus)
    spellingles, leesles, groepsles = sorted(beeld.lessen, key=lambda les: les.id)
    assert spellingles.meldingen == (
        "Tegelijk met Lezen (09:20–10:10, oneven weken): Marieke de Jong geeft ze allebei.",
        "Tegelijk met Hele groep (10:00–10:30): Leerling01 Achternaam01 en Leerling02 Achternaam02 "
        "zitten in allebei.",
    )
    assert len(leesles.meldingen) == 1
    assert len(groepsles.meldingen) == 1
    assert beeld.botsingen[0].startswith("Spelling op maandag: tegelijk met Lezen")
    assert len(beeld.botsingen) == 2


def test_a_pupil_who_has_left_clashes_no_more(klas: Gepland) -> None:
    spelling = klas.subgroep("Spelling", 0)
    maak(klas, replace(LES, subgroep_id=spelling.id))
    maak(klas, replace(LES, docent="Bas"))
    assert weekrooster.beeld(klas.session, klas.cyclus).botsingen
    lid = klas.session.scalars(
        select(Lidmaatschap).where(Lidmaatschap.persoon_id == klas.leerlingen[0].id)
    ).one()
    lid.vertrokken_op = nu()
    assert weekrooster.beeld(klas.session, klas.cyclus).botsingen == ()


def test_subgroups_for_extra_help_without_a_time_and_a_teacher_with_four_are_pointed_out(
    klas: Gepland,
) -> None:
    vier = [klas.subgroep(f"Groep {letter}") for letter in "ABCD"]
    klas.subgroep("Aanpak", soort=Subgroepsoort.HANDREIKING)
    klas.subgroep("Vergeten", 2)
    for dag, subgroep in enumerate(vier, 1):
        maak(klas, replace(LES, subgroep_id=subgroep.id, dag=dag))
    beeld = weekrooster.beeld(klas.session, klas.cyclus)
    assert [gat.naam for gat in beeld.gaten] == ["Vergeten"]
    assert beeld.adviezen[0].startswith("Marieke de Jong begeleidt 4 subgroepen.")


def test_a_teacher_who_is_busy_elsewhere_is_told_without_saying_where(klas: Gepland, bouwer: Bouwer) -> None:
    ander = naast(bouwer, klas)
    bas = bouwer.docent("Bas", "Bakker")
    for groep in (klas.groep, ander.groep):
        bouwer.lid(groep.cursus, bas)
    maak(klas, replace(LES, docent="Bas Bakker"))
    maak(ander, replace(LES, docent="Bas Bakker", subgroep_id=ander.subgroep("Breuken", 0).id))
    (melding,) = weekrooster.beeld(klas.session, klas.cyclus).botsingen
    assert melding == (
        "Hele groep op maandag: tegelijk met een les in een andere groep (09:20–10:10): "
        "Bas Bakker geeft ze allebei."
    )


def test_own_pupils_in_another_group_are_told_only_to_who_may_read_it(klas: Gepland, bouwer: Bouwer) -> None:
    ander = naast(bouwer, klas)
    maak(klas, replace(LES, docent=""))
    maak(ander, replace(LES, subgroep_id=ander.subgroep("Breuken", 0).id, docent=""))
    assert weekrooster.beeld(klas.session, klas.cyclus).botsingen == ()
    (melding,) = weekrooster.beeld(klas.session, klas.cyclus, {Soort.VAKSPECIFIEK}).botsingen
    assert "Breuken van wiskunde 3HA" in melding
    assert "Leerling01 Achternaam01 zit in allebei" in melding
    # a name without a number is nobody in another group
    maak(ander, replace(LES, dag=1, docent="Marieke de Jong"))
    assert "geeft" not in "".join(weekrooster.beeld(klas.session, klas.cyclus).botsingen)


@pytest.mark.parametrize("hoe", ["gesloten", "later"])
def test_a_cycle_that_is_closed_or_at_another_time_clashes_with_nothing(
    klas: Gepland, bouwer: Bouwer, hoe: str
) -> None:
    ander = naast(bouwer, klas)
    maak(klas, LES)
    maak(ander, LES)
    assert weekrooster.beeld(klas.session, klas.cyclus, {Soort.VAKSPECIFIEK}).botsingen
    rij = klas.session.get_one(Cyclus, ander.cyclus.id)
    if hoe == "gesloten":
        rij.gesloten_op = nu()
    else:
        rij.begin, rij.eind = date(2026, 12, 1), date(2027, 1, 20)
    klas.session.flush()
    assert weekrooster.beeld(klas.session, klas.cyclus, {Soort.VAKSPECIFIEK}).botsingen == ()


def test_another_school_never_clashes(klas: Gepland, bouwer: Bouwer) -> None:
    maak(klas, LES)
    bouwer._platform = bouwer.nieuw_platform("De Overkant", "https://elo.overkant.example")
    maak(Gepland(bouwer), LES)
    assert weekrooster.beeld(klas.session, klas.cyclus, set(Soort)).botsingen == ()


def test_the_same_lesson_again_is_no_second_one(klas: Gepland) -> None:
    een = maak(klas, LES)
    assert maak(klas, replace(LES, begin="9.20", docent=" marieke  DE JONG ")).id == een.id
    assert len(geschiedenis(klas)) == 1
    assert een.docent_id == klas.eigenaar.id


def test_a_name_that_two_people_bear_stays_a_name(klas: Gepland, bouwer: Bouwer) -> None:
    for _ in range(2):
        bouwer.lid(klas.groep.cursus, bouwer.docent("Jan", "Jansen"))
    les = maak(klas, replace(LES, docent="Jan Jansen"))
    assert (les.docent_id, les.docent_naam) == (None, "Jan Jansen")


def test_a_change_is_kept_with_what_it_was_and_a_teacher_who_left_stays(
    klas: Gepland, bouwer: Bouwer
) -> None:
    bas = bouwer.docent("Bas", "Bakker")
    lid = bouwer.lid(klas.groep.cursus, bas)
    les = maak(klas, replace(LES, docent="Bas Bakker"))
    lid.vertrokken_op = nu()
    klas.session.commit()
    invoer = replace(LES, docent="Bas Bakker", weken="even", plaats="")
    roosterlessen.wijzig(klas.session, klas.cyclus, les, invoer, 1, klas.eigenaar)
    assert (les.docent_id, les.versie) == (bas.id, 2)
    roosterlessen.wijzig(klas.session, klas.cyclus, les, invoer, 1, klas.eigenaar)
    assert geschiedenis(klas)[1:] == [
        (
            "Hele groep: maandag 09:20–10:10, lokaal 12, Bas Bakker",
            "Hele groep: maandag 09:20–10:10, Bas Bakker, even weken",
        )
    ]


def test_who_saves_second_or_takes_away_what_was_changed_is_told(klas: Gepland) -> None:
    les = maak(klas, LES)
    roosterlessen.wijzig(klas.session, klas.cyclus, les, replace(LES, dag=2), 1, klas.eigenaar)
    with pytest.raises(Conflict, match="Marieke de Jong heeft deze les") as fout:
        roosterlessen.wijzig(klas.session, klas.cyclus, les, replace(LES, dag=3), 1, klas.eigenaar)
    assert fout.value.gegevens["nu_in_woorden"].startswith("Hele groep: dinsdag")
    with pytest.raises(Conflict):
        roosterlessen.verwijder(klas.session, klas.cyclus, les, 1, klas.eigenaar)


def test_a_lesson_that_was_taken_away_comes_back_as_it_was(klas: Gepland) -> None:
    les = maak(klas, replace(LES, subgroep_id=klas.subgroep("Spelling").id, weken="oneven"))
    voor = roosterlessen.in_woorden(klas.session, les)
    weg = roosterlessen.verwijder(klas.session, klas.cyclus, les, 1, klas.eigenaar)
    assert klas.session.scalars(select(Roosterles)).all() == []
    terug = maak(klas, weg)
    assert roosterlessen.in_woorden(klas.session, terug) == voor


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        ({"dag": 0}, "dag"),
        ({"dag": 6}, "dag"),
        ({"begin": "negen"}, "begin"),
        ({"eind": "09:20"}, "eind"),
        ({"eind": "08:00"}, "eind"),
        ({"weken": "soms"}, "weken"),
        ({"plaats": "x" * 61}, "plaats"),
        ({"docent": "x" * 81}, "docent"),
    ],
)
def test_a_lesson_that_makes_no_sense_is_refused_with_its_field(
    klas: Gepland, fout: dict[str, object], veld: str
) -> None:
    with pytest.raises(OngeldigeLes) as gevonden:
        maak(klas, replace(LES, **fout))  # type: ignore[arg-type]
    assert gevonden.value.veld == veld
    assert klas.session.scalars(select(Roosterles)).all() == []


def test_a_subgroup_or_lesson_of_elsewhere_is_not_found_and_a_closed_cycle_is_read_only(
    klas: Gepland, bouwer: Bouwer
) -> None:
    ander = naast(bouwer, klas)
    with pytest.raises(NietGevonden):
        maak(klas, replace(LES, subgroep_id=ander.subgroep("Breuken").id))
    verre = maak(ander, LES)
    with pytest.raises(NietGevonden):
        roosterlessen.zoek(klas.session, klas.cyclus, verre.id)
    vorige = klas.cyclus
    klas.volgende_cyclus()
    with pytest.raises(Gesloten):
        roosterlessen.maak(klas.session, vorige, LES, klas.eigenaar)


def bestand(klas: Gepland, docent: str) -> str:
    return lesagenda.bestand(klas.session, klas.cyclus, docent)[1].decode().replace("\r\n ", "")


def test_the_calendar_of_a_teacher_holds_their_lessons_and_no_pupil(klas: Gepland) -> None:
    leerling: Persoon = klas.leerlingen[0]
    leerling.voornaam = "Ravi"
    les = maak(klas, replace(LES, subgroep_id=klas.subgroep("Ravi en co").id, plaats="bij Ravi thuis"))
    maak(klas, replace(LES, docent="Bas", dag=2))
    eigen = bestand(klas, f"p{klas.eigenaar.id}")
    assert eigen.count("BEGIN:VEVENT") == 1
    assert f"UID:les-{les.id}-" in eigen
    assert "SUMMARY:Subgroep (3HA)" in eigen
    assert "Ravi" not in eigen
    assert "SUMMARY:Hele groep (3HA)" in bestand(klas, "n:bas")
    assert bestand(klas, f"p{klas.eigenaar.id}") == eigen


def test_lessons_on_days_off_are_left_out_and_a_calendar_sees_that_it_changed(klas: Gepland) -> None:
    """Of the school and of all schools; the row of the school is made once, whoever is first."""
    maak(klas, LES)
    docent, school_id = f"p{klas.eigenaar.id}", klas.groep.cursus.platform.school_id
    voor = bestand(klas, docent)
    assert "EXDATE" not in voor

    def zet(versie: int, *vrij: tuple[str, str]) -> None:
        rijen = [{"naam": "vrij", "van": van, "tot": tot} for van, tot in vrij]
        schoolrooster.bewaar(klas.session, school_id, [], rijen, versie, klas.eigenaar)
        klas.session.commit()

    zet(0, ("2026-10-17", "2026-10-25"), ("2026-11-28", "2026-11-30"))
    na = bestand(klas, docent)
    assert "EXDATE;TZID=Europe/Amsterdam:20261019T092000" in na
    assert ("COUNT=15" in voor, "COUNT=14" in na) == (True, True)
    assert ("SEQUENCE:1" in voor, "SEQUENCE:2" in na) == (True, True)
    with pytest.raises(Conflict):
        zet(0)
    klas.session.rollback()
    zet(1)
    assert "EXDATE" not in bestand(klas, docent)


@pytest.mark.parametrize("docent", ["", "p0", "n:", "n:niemand"])
def test_who_has_no_lessons_has_no_calendar(klas: Gepland, docent: str) -> None:
    maak(klas, replace(LES, docent=""))
    with pytest.raises(NietGevonden):
        bestand(klas, docent)
