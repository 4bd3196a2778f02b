"""Days without lessons: read from rows, free everywhere, and in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.vrijedagen import Vrij, dagen, feestdagen, keur_vrij, vrij_in

HERFST = Vrij("herfstvakantie", date(2026, 10, 17), date(2026, 10, 25))


def rij(naam: str, van: str, tot: str = "") -> dict[str, str]:
    return {"naam": naam, "van": van, "tot": tot}


def test_rows_are_read_in_order_of_time_and_one_day_needs_no_end() -> None:
    rijen = [
        rij("studiedag", "2026-11-03"),
        rij("", ""),
        rij(" herfst  vakantie", "2026-10-17", "2026-10-25"),
    ]
    (herfst, studiedag), bezwaren = keur_vrij(rijen)
    assert bezwaren == ()
    assert str(herfst) == "herfst vakantie 17 t/m 25 oktober"
    assert str(studiedag) == "studiedag 3 november"
    assert str(Vrij("kerst", date(2026, 12, 19), date(2027, 1, 3))) == "kerst 19 december t/m 3 januari"


@pytest.mark.parametrize(
    ("rijen", "waar", "fout"),
    [
        ([rij("", "2026-10-17")], (0, "naam"), "naam"),
        ([rij("x" * 61, "2026-10-17")], (0, "naam"), "hoogstens 60"),
        ([rij("kerst", "")], (0, "van"), "datum"),
        ([rij("kerst", "", "2026-10-17")], (0, "van"), "datum"),
        ([rij("kerst", "2026-02-30")], (0, "van"), "datum"),
        ([rij("kerst", "1026-10-17")], (0, "van"), "datum"),
        ([rij("kerst", "2026-12-19", "morgen")], (0, "tot"), "datum"),
        ([rij("kerst", "2026-12-19", "2026-01-03")], (0, "tot"), "vóór"),
        ([rij("kerst", "2026-12-19", "2027-12-20")], (0, "tot"), "jaartal"),
        (
            [rij("dag", "2026-10-20"), {}, rij("herfst", "2026-10-17", "2026-10-25")],
            (0, "van"),
            "samen met: herfst 17 t/m 25 oktober",
        ),
        ([rij("dag", "2026-10-20"), rij("dag", "2026-10-20")], (1, "van"), "samen"),
    ],
)
def test_days_that_make_no_sense_are_pointed_out(
    rijen: list[dict[str, str]], waar: tuple[int, str], fout: str
) -> None:
    bezwaar = keur_vrij(rijen)[1][0]
    assert bezwaar[:2] == waar
    assert fout in bezwaar[2]


def test_more_rows_than_a_school_can_mean_are_refused() -> None:
    dag = date(2026, 1, 1)
    rijen = [rij("x", (dag + timedelta(days=n)).isoformat()) for n in range(101)]
    assert [bezwaar[:2] for bezwaar in keur_vrij(rijen)[1]] == [(0, "")]
    assert keur_vrij(rijen[:100])[1] == ()


def test_days_that_are_free_everywhere_need_not_be_filled_in() -> None:
    assert [str(feest) for feest in feestdagen(2027)] == [
        "Nieuwjaarsdag 1 januari",
        "tweede paasdag 29 maart",
        "Koningsdag 27 april",
        "Hemelvaartsdag 6 mei",
        "tweede pinksterdag 17 mei",
        "eerste kerstdag 25 december",
        "tweede kerstdag 26 december",
    ]
    assert [str(feest) for feest in feestdagen(2031)][2] == "Koningsdag 26 april"


def test_what_falls_in_a_cycle_is_told_once_and_weekends_not_at_all() -> None:
    kerst = Vrij("kerstvakantie", date(2026, 12, 19), date(2027, 1, 3))
    zaterdag = Vrij("open dag", date(2026, 11, 7), date(2026, 11, 7))
    gevonden = vrij_in([kerst, zaterdag, HERFST], date(2026, 10, 12), date(2027, 3, 29))
    assert [vrij.naam for vrij in gevonden] == ["herfstvakantie", "kerstvakantie", "tweede paasdag"]
    # of the Christmas holidays only a weekend is left
    assert vrij_in([kerst], date(2027, 1, 2), date(2027, 1, 9)) == ()


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.integers(0, 60),
    st.integers(-30, 60),
    st.integers(0, 60),
)
def test_the_days_are_those_of_both_stretches(van: date, lengte: int, later: int, vrije: int) -> None:
    tot = van + timedelta(days=lengte)
    begin = van + timedelta(days=later)
    vrij = Vrij("x", begin, begin + timedelta(days=vrije))
    alle = {van + timedelta(days=n) for n in range(lengte + 1)}
    assert dagen([vrij], van, tot) == {dag for dag in alle if vrij.van <= dag <= vrij.tot}
