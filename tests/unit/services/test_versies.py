"""Who saves names the version they saw; one statement decides who was first."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus, Persoon, Plaatsing, Regel, Subgroep
from lti_tool.services import versies
from tests.factories.bouwer import Bouwer


@pytest.fixture
def mentor(bouwer: Bouwer) -> Persoon:
    return bouwer.docent()


@pytest.fixture
def subgroep(bouwer: Bouwer, session: Session, mentor: Persoon) -> Subgroep:
    cursus = bouwer.cursus()
    bouwer.klas(cursus)
    cyclus = bouwer.cyclus(bouwer.groep(cursus, mentor))
    rij = Subgroep(cyclus_id=cyclus.id, domein="rk", naam="Breuken", volgorde=1, gewijzigd_door_id=mentor.id)
    session.add(rij)
    session.commit()
    return rij


def test_a_save_over_the_version_that_was_seen_counts_it_up(
    session: Session, subgroep: Subgroep, bouwer: Bouwer
) -> None:
    ander = bouwer.docent("Bo", "Bakker")
    assert versies.schrijf(session, subgroep, 1, ander, naam="Breuken en procenten")
    assert (subgroep.naam, subgroep.versie) == ("Breuken en procenten", 2)
    assert versies.wie_en_wanneer(session, subgroep)[0] == "Bo Bakker"


def test_a_save_over_an_older_version_writes_nothing_and_tells_what_stands_there(
    session: Session, subgroep: Subgroep, mentor: Persoon
) -> None:
    assert versies.schrijf(session, subgroep, 1, mentor, naam="Eerst")
    assert not versies.schrijf(session, subgroep, 1, mentor, naam="Te laat")
    assert subgroep.naam == "Eerst"
    fout = versies.conflict(session, subgroep, "deze subgroep", naam=subgroep.naam)
    assert str(fout).startswith("Marieke de Jong heeft deze subgroep om ")
    assert (fout.gegevens["naam"], fout.gegevens["versie"]) == ("Eerst", 2)


def test_a_made_up_version_writes_nothing(session: Session, subgroep: Subgroep, mentor: Persoon) -> None:
    for versie in (-1, 0, 10**30):
        assert not versies.schrijf(session, subgroep, versie, mentor, naam="Verzonnen")
    assert subgroep.naam == "Breuken"


def test_a_row_that_may_be_there_once_is_added_once(session: Session, subgroep: Subgroep) -> None:
    cyclus = session.get_one(Cyclus, subgroep.cyclus_id)
    regel_id = session.scalars(select(Regel.id).where(Regel.cyclus_id == cyclus.id).limit(1)).one()
    assert versies.voeg_toe(session, Plaatsing(regel_id=regel_id, domein="rk", subgroep_id=subgroep.id))
    assert not versies.voeg_toe(session, Plaatsing(regel_id=regel_id, domein="rk", subgroep_id=None))
    session.commit()
    assert session.scalars(select(Plaatsing.subgroep_id)).all() == [subgroep.id]
