"""What is due on the front page, and what is late."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.agenda import Stand, agenda, wanneer

VANDAAG = date(2026, 10, 12)
LANG = Stand(date(2026, 8, 24), date(2026, 11, 30), heeft_plan=True)


def soorten(stand: Stand, vandaag: date = VANDAAG) -> list[tuple[str, bool]]:
    return [(regel.soort, regel.te_laat) for regel in agenda(stand, vandaag)]


def test_a_plan_over_ten_weeks_asks_for_a_day_halfway() -> None:
    (regel,) = agenda(LANG, VANDAAG)
    assert (regel.soort, regel.te_laat) == ("halverwege", False)
    assert "langer dan tien weken" in regel.tekst
    assert "12 oktober 2026" in regel.tekst
    assert soorten(LANG, date(2026, 10, 20)) == [("halverwege", True)]


def test_a_short_plan_and_a_cycle_without_a_plan_ask_for_none() -> None:
    assert soorten(replace(LANG, eind=date(2026, 10, 30))) == []
    assert soorten(replace(LANG, heeft_plan=False)) == []


def test_a_chosen_day_is_reminded_of_until_it_is_done() -> None:
    gekozen = replace(LANG, halverwege=date(2026, 10, 9))
    (regel,) = agenda(gekozen, VANDAAG)
    assert regel.tekst == "Evaluatie halverwege: 3 dagen te laat (9 oktober 2026)"
    assert soorten(replace(gekozen, halverwege=date(2026, 11, 10))) == []
    assert soorten(replace(gekozen, halverwege_gedaan=True)) == []


def test_goals_of_one_day_come_in_one_line_and_earlier_days_first() -> None:
    doelen = [VANDAAG, date(2026, 10, 1), date(2026, 10, 1), date(2026, 12, 1)]
    regels = agenda(replace(LANG, halverwege_gedaan=True, doelen=doelen), VANDAAG)
    assert [regel.tekst for regel in regels] == [
        "2 doelen van het plan: 11 dagen te laat (1 oktober 2026)",
        "1 doel van het plan: vandaag (12 oktober 2026)",
    ]


def test_the_evaluation_and_the_end_of_the_cycle_come_together_unless_the_plan_has_its_own_day() -> None:
    gedaan = replace(LANG, halverwege_gedaan=True)
    aan_het_eind = date(2026, 11, 29)
    assert soorten(gedaan, aan_het_eind) == [("evaluatie", False), ("cyclus", False)]
    assert soorten(replace(gedaan, geevalueerd=True), aan_het_eind) == [("cyclus", False)]
    assert soorten(replace(gedaan, evaluatie=VANDAAG)) == [("evaluatie", False)]


def test_a_cycle_that_is_over_is_late_even_without_a_plan() -> None:
    (regel,) = agenda(replace(LANG, heeft_plan=False), date(2026, 12, 2))
    assert regel.tekst == "Einde van de cyclus: 2 dagen te laat (30 november 2026)"
    assert regel.te_laat


@pytest.mark.parametrize(
    ("dagen", "tekst"),
    [
        (-1, "1 dag te laat"),
        (-8, "8 dagen te laat"),
        (0, "vandaag"),
        (1, "morgen"),
        (2, "over 2 dagen"),
    ],
)
def test_a_day_is_told_as_one_says_it(dagen: int, tekst: str) -> None:
    assert wanneer(VANDAAG + timedelta(days=dagen), VANDAAG) == tekst


DAGEN = st.dates(date(2026, 8, 1), date(2027, 7, 31))


@given(st.builds(Stand, DAGEN, DAGEN, st.booleans(), st.none() | DAGEN, doelen=st.lists(DAGEN)), DAGEN)
def test_lines_come_in_order_and_late_is_before_today(stand: Stand, vandaag: date) -> None:
    regels = agenda(stand, vandaag)
    assert [regel.op for regel in regels] == sorted(regel.op for regel in regels)
    for regel in regels:
        assert regel.op <= vandaag + timedelta(days=14)
        if regel.soort != "halverwege":
            assert regel.te_laat == (regel.op < vandaag)
