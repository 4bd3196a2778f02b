"""How it goes, in the pupil's own words: of goals shared with them, over the version that they saw."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Doelwoord, Wijziging, nu
from lti_tool.services.evaluatie import doelwoorden
from lti_tool.services.evaluatie.doelwoorden import Woord
from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


def schrijf(klas: Gepland, doel_id: int, tekst: str, versie: int = 0, wie: int = 0) -> Doelwoord:
    leerling = klas.leerlingen[wie]
    plaats = doelwoorden.zoek(klas.session, klas.groep.cursus_id, leerling.id, doel_id)
    rij = doelwoorden.bewaar(klas.session, plaats, tekst, versie, leerling)
    klas.session.commit()
    return rij


def test_words_are_kept_with_their_history(klas: Gepland, session: Session) -> None:
    doel = klas.gedeeld_doel()
    assert schrijf(klas, doel.id, "").versie == 0
    assert session.scalars(select(Doelwoord)).all() == []
    assert schrijf(klas, doel.id, " het gaat goed ").versie == 1
    assert schrijf(klas, doel.id, "het gaat goed").versie == 1
    assert schrijf(klas, doel.id, "", 1).versie == 2
    eerste, tweede = session.scalars(select(Wijziging).where(Wijziging.onderwerp == "behoefte")).all()
    assert eerste.nieuw == "Hoe het gaat met “kan breuken optellen”: het gaat goed"
    assert (tweede.oud, tweede.nieuw) == (eerste.nieuw, "")
    assert eerste.door_id == eerste.leerling_id == klas.leerlingen[0].id
    assert doelwoorden.van_doelen(session, [doel.id]) == {}, "nothing said any more"


def test_words_of_goals_that_are_asked_for_are_found(klas: Gepland, session: Session) -> None:
    doel, ander = klas.gedeeld_doel(0), klas.gedeeld_doel(1)
    schrijf(klas, doel.id, "goed")
    schrijf(klas, ander.id, "lastig", wie=1)
    assert {id_: woord.tekst for id_, woord in doelwoorden.van_doelen(session, [doel.id]).items()} == {
        doel.id: "goed"
    }
    assert doelwoorden.woord_van(None) == Woord()


def test_words_over_an_older_version_are_refused_with_what_stands_there(klas: Gepland) -> None:
    doel = klas.gedeeld_doel()
    schrijf(klas, doel.id, "goed")
    with pytest.raises(Conflict) as fout:
        schrijf(klas, doel.id, "lastig")
    assert (fout.value.gegevens["tekst"], fout.value.gegevens["versie"]) == ("goed", 1)


def test_words_that_are_too_long_are_refused(klas: Gepland) -> None:
    with pytest.raises(OngeldigeWaarde, match="4001 tekens"):
        schrijf(klas, klas.gedeeld_doel().id, "x" * 4001)


def test_only_of_ones_own_goal_while_it_is_shared_and_the_cycle_is_open(klas: Gepland) -> None:
    doel, geheim = klas.gedeeld_doel(), klas.eigen_doel(0, "geheim")
    for wie, doel_id in ((1, doel.id), (0, geheim.id), (0, 0)):
        with pytest.raises(NietGevonden):
            schrijf(klas, doel_id, "x", wie=wie)
    klas.cyclus.gesloten_op = nu()
    klas.session.commit()
    with pytest.raises(NietGevonden, match="niet \\(meer\\) met je gedeeld"):
        schrijf(klas, doel.id, "x")
