"""How much instruction a pupil needs in a subject: said over what was seen."""

import pytest
from sqlalchemy import select

from lti_tool.models import Onderwerp, Soort, Wijziging, nu
from lti_tool.services.clusteren import instructie
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld

OVER_SUBGROEPEN = select(Wijziging).where(Wijziging.onderwerp == Onderwerp.SUBGROEP)


@pytest.fixture
def klas(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 2, Soort.VAKSPECIFIEK)


def zet(klas: Gevuld, wat: str, was: str = "") -> str:
    regel = instructie.zet(klas.session, klas.groep, klas.regel(), wat, was, klas.eigenaar)
    return regel.instructie


def test_the_need_of_instruction_is_said_changed_and_taken_back(klas: Gevuld) -> None:
    assert zet(klas, "afhankelijk") == "afhankelijk"
    assert zet(klas, "gevoelig", "afhankelijk") == "gevoelig"
    assert zet(klas, "", "gevoelig") == ""
    laatste = klas.session.scalars(OVER_SUBGROEPEN.order_by(Wijziging.id.desc())).first()
    assert laatste is not None
    assert (laatste.oud, laatste.nieuw) == (
        "Instructie: instructiegevoelig (basis)",
        "Instructie: niet aangegeven",
    )
    assert laatste.regel_id == klas.regel()


def test_the_same_again_is_no_change(klas: Gevuld) -> None:
    zet(klas, "gevoelig")
    assert zet(klas, "gevoelig") == "gevoelig"
    assert len(klas.session.scalars(OVER_SUBGROEPEN).all()) == 1


def test_who_comes_second_is_told_what_stands_there(klas: Gevuld) -> None:
    zet(klas, "gevoelig")
    with pytest.raises(Conflict) as fout:
        zet(klas, "afhankelijk")
    assert fout.value.nu == {"instructie": "gevoelig"}


@pytest.mark.parametrize(("wat", "was"), [("veel", ""), ("gevoelig", "weinig")])
def test_a_word_that_is_not_there_is_refused(klas: Gevuld, wat: str, was: str) -> None:
    with pytest.raises(OngeldigeWaarde):
        zet(klas, wat, was)


def test_a_mentor_class_has_none_a_stranger_is_not_found_and_a_closed_cycle_stays(
    klas: Gevuld, bouwer: Bouwer
) -> None:
    mentorklas = Gevuld(bouwer, 1)
    with pytest.raises(OngeldigeWaarde):
        zet(mentorklas, "gevoelig")
    with pytest.raises(NietGevonden):
        instructie.zet(klas.session, klas.groep, mentorklas.regel(), "gevoelig", "", klas.eigenaar)
    klas.cyclus.gesloten_op = nu()
    with pytest.raises(Gesloten):
        zet(klas, "gevoelig")
