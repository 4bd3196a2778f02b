"""A cycle lies inside one school year, and a long one is evaluated halfway."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.schooljaar import Schooljaar, controleer_cyclus, schooljaar_van, tussenevaluatie_voor

DAGEN = st.dates(date(2001, 1, 1), date(2099, 12, 31))


@given(DAGEN)
def test_every_day_lies_in_its_school_year(dag: date) -> None:
    schooljaar = schooljaar_van(dag)
    assert schooljaar.begin <= dag <= schooljaar.eind


def test_a_school_year_turns_on_the_first_of_august() -> None:
    assert schooljaar_van(date(2027, 7, 31)) == Schooljaar(2026)
    assert str(schooljaar_van(date(2027, 8, 1))) == "2027-2028"


def test_good_dates_have_no_remark() -> None:
    assert controleer_cyclus(date(2026, 8, 24), date(2026, 11, 20)) == ()
    assert controleer_cyclus(date(2026, 8, 1), date(2027, 7, 31)) == ()


@pytest.mark.parametrize(
    ("begin", "eind", "bericht"),
    [
        (date(2026, 9, 1), date(2026, 9, 1), "na de begindatum"),
        (date(2026, 9, 2), date(2026, 9, 1), "na de begindatum"),
        (date(2027, 6, 1), date(2027, 9, 1), "31 juli 2027"),
        (date(2026, 8, 1), date(2027, 8, 1), "2026-2027"),
        (date(26, 9, 1), date(2026, 12, 1), "jaartal"),
        (date(2026, 9, 1), date(9999, 12, 31), "jaartal"),
    ],
)
def test_wrong_dates_are_explained(begin: date, eind: date, bericht: str) -> None:
    (melding,) = controleer_cyclus(begin, eind)
    assert bericht in melding


def test_ten_weeks_need_no_halfway_evaluation() -> None:
    begin = date(2026, 8, 24)
    assert tussenevaluatie_voor(begin, begin + timedelta(weeks=10)) is None
    assert tussenevaluatie_voor(begin, begin + timedelta(weeks=10, days=1)) == date(2026, 9, 28)


@given(DAGEN, st.integers(71, 364))
def test_a_halfway_evaluation_lies_on_a_school_day_near_the_middle(begin: date, dagen: int) -> None:
    dag = tussenevaluatie_voor(begin, begin + timedelta(days=dagen))
    assert dag is not None
    assert dag.weekday() < 5
    assert abs((dag - begin).days - dagen / 2) <= 3
