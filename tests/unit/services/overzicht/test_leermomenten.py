"""A learning moment is entered once for the group; the marks of its pupils follow it."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from lti_tool.models import Leermoment, Leermomentleerling
from lti_tool.services.fouten import Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.overzicht import leermomenten, signalering
from lti_tool.services.overzicht.leermomenten import Momentgegevens
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld


@pytest.fixture
def klas(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 3)


def gegevens(klas: Gevuld, *rijen: int, naam: str = "breuken", reden: str = "leermoment") -> Momentgegevens:
    return Momentgegevens(naam, date(2027, 1, 12), reden, frozenset(klas.regel(rij) for rij in rijen))


def maak(klas: Gevuld, *rijen: int, **anders: str) -> Leermoment:
    return leermomenten.maak(klas.session, klas.cyclus, gegevens(klas, *rijen, **anders), klas.eigenaar)


def signalen(klas: Gevuld, rij: int) -> list[str]:
    return signalering.signalen(klas.session, klas.regel(rij))


def test_the_pupils_who_are_picked_are_marked_and_the_moment_stands_beside_it(klas: Gevuld) -> None:
    maak(klas, 0, 2, naam="  breuken  vereenvoudigen ")
    assert [signalen(klas, rij) for rij in range(3)] == [["leermoment"], [], ["leermoment"]]
    assert leermomenten.bij_signalen(klas.session, klas.cyclus) == {
        klas.regel(rij): {"leermoment": "breuken vereenvoudigen, 12 januari 2027"} for rij in (0, 2)
    }


def test_another_choice_of_pupils_moves_the_marks(klas: Gevuld) -> None:
    moment = maak(klas, 0, 1)
    leermomenten.wijzig(klas.session, klas.cyclus, moment, gegevens(klas, 1, 2), klas.eigenaar)
    assert [signalen(klas, rij) for rij in range(3)] == [[], ["leermoment"], ["leermoment"]]


def test_another_reason_changes_the_marks(klas: Gevuld) -> None:
    moment = maak(klas, 0)
    leermomenten.wijzig(klas.session, klas.cyclus, moment, gegevens(klas, 0, reden="examen"), klas.eigenaar)
    assert signalen(klas, 0) == ["examen"]


def test_a_mark_stays_while_another_moment_gives_it(klas: Gevuld) -> None:
    eerste, tweede = maak(klas, 0), maak(klas, 0, naam="procenten")
    assert "breuken" in leermomenten.bij_signalen(klas.session, klas.cyclus)[klas.regel(0)]["leermoment"]
    leermomenten.verwijder(klas.session, klas.cyclus, eerste, klas.eigenaar)
    assert signalen(klas, 0) == ["leermoment"]
    leermomenten.verwijder(klas.session, klas.cyclus, tweede, klas.eigenaar)
    assert signalen(klas, 0) == []
    assert leermomenten.alle(klas.session, klas.cyclus) == []


def test_taking_the_mark_back_in_the_overview_takes_the_pupil_off_the_moment(klas: Gevuld) -> None:
    maak(klas, 0, 1)
    signalering.zet(klas.session, klas.groep, klas.regel(0), "leermoment", False, klas.eigenaar)
    ((_, gekozen),) = leermomenten.alle(klas.session, klas.cyclus)
    assert gekozen == {klas.regel(1)}


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        ({"naam": "   "}, "naam"),
        ({"naam": "x" * 121}, "naam"),
        ({"reden": "gedrag"}, "redenen"),
        ({"reden": "onbekend"}, "redenen"),
        ({"datum": date(2026, 8, 1)}, "begin van de cyclus"),
        ({"datum": date(2062, 1, 12)}, "vooruit"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    klas: Gevuld, fout: dict[str, object], melding: str
) -> None:
    with pytest.raises(OngeldigeWaarde, match=melding):
        leermomenten.maak(klas.session, klas.cyclus, replace(gegevens(klas, 0), **fout), klas.eigenaar)
    assert klas.session.scalars(select(Leermoment)).all() == []


def test_a_pupil_or_moment_of_elsewhere_is_not_found(klas: Gevuld, bouwer: Bouwer) -> None:
    ander = Gevuld(bouwer, 1)
    with pytest.raises(NietGevonden):
        leermomenten.maak(klas.session, klas.cyclus, gegevens(ander, 0), klas.eigenaar)
    verre = maak(ander, 0)
    with pytest.raises(NietGevonden):
        leermomenten.zoek(klas.session, klas.cyclus, verre.id)


def test_a_closed_cycle_keeps_its_moments_as_they_were(klas: Gevuld) -> None:
    moment, vorige = maak(klas, 0), klas.cyclus
    klas.volgende_cyclus()
    with pytest.raises(Gesloten):
        leermomenten.verwijder(klas.session, vorige, moment, klas.eigenaar)
    assert len(klas.session.scalars(select(Leermomentleerling)).all()) == 1
