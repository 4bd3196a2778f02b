"""The SMART(I) help says what it saw and how to mend it, and never gets in the way."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lti_tool.hgw.smart import CHECKS, Opmerking, bekijk_doel

PERIODE = (date(2027, 1, 4), date(2027, 4, 2))
GOED = "Heeft 4 van de 5 keer het huiswerk af"


def bekijk(tekst: str, *, maat: str = "", datum: date | None = None, aantal: int = 1) -> dict[str, Opmerking]:
    return {opmerking.check: opmerking for opmerking in bekijk_doel(tekst, maat, datum, PERIODE, aantal)}


def test_a_good_goal_gets_no_remark() -> None:
    assert bekijk(GOED, datum=date(2027, 3, 1)) == {}


@pytest.mark.parametrize("tekst", ["", "   ", "\n\t", "\u00a0"])
def test_nothing_is_said_about_an_empty_goal(tekst: str) -> None:
    assert bekijk(tekst) == {}


def test_a_missing_date_is_asked_for_within_the_period() -> None:
    opmerking = bekijk(GOED)["tijdgebonden"]
    assert opmerking.gezien == "Er staat nog niet bij voor wanneer."
    assert "4 januari 2027 en 2 april 2027" in opmerking.voorstel


@pytest.mark.parametrize("dag", [date(2027, 1, 4), date(2027, 4, 2)])
def test_the_first_and_last_day_of_the_period_are_inside(dag: date) -> None:
    assert bekijk(GOED, datum=dag) == {}


@pytest.mark.parametrize("dag", [date(2027, 1, 3), date(2027, 4, 3), date.min, date.max])
def test_a_day_outside_the_period_is_pointed_out(dag: date) -> None:
    assert "buiten deze periode" in bekijk(GOED, datum=dag)["tijdgebonden"].gezien


def test_a_deadline_in_the_text_that_lies_outside_is_pointed_out_beside_a_good_date() -> None:
    opmerking = bekijk(f"{GOED}, uiterlijk 15 mei", datum=date(2027, 3, 1))["tijdgebonden"]
    assert "“15 mei”" in opmerking.gezien


def test_a_date_that_is_no_deadline_doesnt_matter_beside_a_good_date() -> None:
    assert bekijk(f"{GOED}. Zie gesprek van 12 november.", datum=date(2027, 3, 1)) == {}


def test_an_aim_put_as_less_is_turned_round_in_words_that_fit() -> None:
    opmerking = bekijk("Komt niet meer te laat", datum=date(2027, 3, 1))["positief"]
    assert opmerking.gezien.startswith("“niet meer")
    assert "is bij het begin van de les op de eigen plek" in opmerking.voorstel


@pytest.mark.parametrize(
    ("tekst", "gezien"),
    [
        ("Minder kletsen in de les", "Minder kletsen"),
        ("is minder vaak te laat", "minder vaak te laat"),
        ("Roept niet meer", "niet meer"),
        ("Kijkt niet op de telefoon", "niet op de telefoon"),
    ],
)
def test_what_was_seen_is_shown_without_loose_ends(tekst: str, gezien: str) -> None:
    assert bekijk(tekst, datum=date(2027, 3, 1))["positief"].gezien.startswith(f"“{gezien}”")


def test_an_unknown_kind_of_less_gets_a_general_proposal() -> None:
    assert "wat je wel wilt zien" in bekijk("Niet meer wiebelen", datum=date(2027, 3, 1))["positief"].voorstel


def test_the_words_are_shown_as_the_teacher_wrote_them() -> None:
    assert "“VERBETEREN”" in bekijk("Tafels VERBETEREN", datum=date(2027, 3, 1))["vaag"].gezien


def test_a_whole_domain_is_asked_to_be_narrowed() -> None:
    gezien = bekijk("Beter worden in Rekenen", datum=date(2027, 3, 1))
    assert set(gezien) == {"specifiek", "vaag"}
    assert gezien["specifiek"].gezien == "“Rekenen” is nog een heel gebied."


def test_a_measure_in_its_own_field_counts() -> None:
    assert bekijk("Begrijpt procenten", maat="8 van de 10 sommen", datum=date(2027, 3, 1)) == {}


@pytest.mark.parametrize("maat", ["", " ", "?", "-", "...", "n.v.t.", "volgt", "gaat beter"])
def test_a_field_that_says_nothing_is_no_measure(maat: str) -> None:
    assert set(bekijk("Begrijpt procenten", maat=maat, datum=date(2027, 3, 1))) == {"meetbaar"}


@pytest.mark.parametrize(
    ("aantal", "checks"), [(-1, set()), (0, set()), (3, set()), (4, {"aantal"}), (99, {"aantal"})]
)
def test_more_than_three_goals_is_too_many(aantal: int, checks: set[str]) -> None:
    assert set(bekijk(GOED, datum=date(2027, 3, 1), aantal=aantal)) == checks


@pytest.mark.parametrize(
    "tekst",
    [
        "Werkt aan de hand van het stappenplan",
        "Werkt aan het eind van de les nog tien minuten door",
        "Kan het eigen gevoel benoemen",
        "Zegt hardop dat die het niet meer weet",
        "Leert elke dag tien woorden",
        "Schrijft een brief zonder het op te zoeken",
        "Stopt met lezen zodra de timer gaat",
        "Steekt de hand omhoog bij een vraag",
        "Ontwikkelt een spel in Scratch",
        "Vindt in elke alinea de kernzin",
    ],
)
def test_words_that_only_look_wrong_get_no_remark(tekst: str) -> None:
    assert bekijk(tekst, datum=date(2027, 3, 1)) == {}


LASTIG = """
    geen niet minder meer beter zonder te om als en week wk 12 15-5 3/4 op voor over zes weken mei eind van de
    periode door ; : , . - ( ) 1. a) \u2019 é İ ß ǅ ﬁ \u0301
""".split()  # noqa: SIM905 - a list of words reads as words
TEKST = st.one_of(st.text(max_size=4000), st.lists(st.sampled_from(LASTIG), max_size=800).map(" ".join))


@settings(deadline=None, max_examples=60)
@given(TEKST, st.text(max_size=200), st.one_of(st.none(), st.dates()), st.integers(-5, 50))
def test_any_text_gets_the_same_remarks_twice_and_each_check_once(
    tekst: str, maat: str, datum: date | None, aantal: int
) -> None:
    eerste = bekijk_doel(tekst, maat, datum, PERIODE, aantal)
    assert eerste == bekijk_doel(tekst, maat, datum, PERIODE, aantal)
    checks = [opmerking.check for opmerking in eerste]
    assert checks == [check for check in CHECKS if check in checks]
    assert all(opmerking.gezien and opmerking.voorstel for opmerking in eerste)


@pytest.mark.parametrize("woord", ["geen a", "als beter", "door te", "12-", "p1", "werken aan", "meer", "\n"])
def test_the_longest_text_that_repeats_a_word_comes_to_an_end(woord: str) -> None:
    tekst = (f"{woord} " * 4000)[:4000]
    assert {opmerking.check for opmerking in bekijk_doel(tekst, "", None, PERIODE, 1)} <= set(CHECKS)
