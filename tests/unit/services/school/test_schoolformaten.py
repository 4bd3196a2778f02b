"""A school's own columns: per subject, for new cycles, never for another school."""

import pytest

from lti_tool.models import Soort
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.school import formaten, schoolformaten
from tests.factories.bouwer import Bouwer
from tests.factories.kolommen import STANDAARD, Kolomwerk, formaat, mentorklas, volgende


@pytest.fixture
def werk(bouwer: Bouwer) -> Kolomwerk:
    return mentorklas(bouwer)


def test_a_subject_has_its_own_columns_before_those_of_all_subjects(werk: Kolomwerk) -> None:
    school_id = werk.cyclus.groep.cursus.platform.school_id
    vak, alle = list(formaten.kolomformaten(Soort.VAKSPECIFIEK)), Soort.VAKSPECIFIEK
    schoolformaten.bewaar(werk.session, school_id, alle, "", vak[1:], None)
    schoolformaten.bewaar(werk.session, school_id, alle, " Wiskunde ", vak[2:], werk.mentor)
    assert len(schoolformaten.geldend(werk.session, school_id, alle, "wiskunde")) == len(vak) - 2
    assert len(schoolformaten.geldend(werk.session, school_id, alle, "Frans")) == len(vak) - 1
    assert schoolformaten.zet_terug(werk.session, school_id, alle, "WISKUNDE")
    assert not schoolformaten.zet_terug(werk.session, school_id, alle, "wiskunde")
    assert len(schoolformaten.geldend(werk.session, school_id, alle, "wiskunde")) == len(vak) - 1


@pytest.mark.parametrize(
    ("soort", "vak"), [("raar", ""), (Soort.VAKOVERSTIJGEND, "Frans"), (Soort.VAKSPECIFIEK, "x" * 61)]
)
def test_a_format_for_something_that_is_not_there_is_refused(werk: Kolomwerk, soort: str, vak: str) -> None:
    with pytest.raises(OngeldigeWaarde):
        schoolformaten.bewaar(werk.session, 1, soort, vak, formaat(), None)


def test_another_school_keeps_its_own_columns(werk: Kolomwerk, bouwer: Bouwer) -> None:
    werk.school(*formaat(tl=None))
    elders = bouwer.nieuw_platform("De Horizon", "https://elo.horizon.example")
    geldend = schoolformaten.geldend(werk.session, elders.school_id, Soort.VAKOVERSTIJGEND, "")
    assert [k.sleutel for k in geldend] == [*STANDAARD]


def test_a_new_cycle_gets_the_schools_columns_and_an_open_one_stays_as_it_was(werk: Kolomwerk) -> None:
    werk.school(*formaat(tl=None))
    assert "tl" in werk.sleutels()
    assert "tl" not in volgende(werk).sleutels()
