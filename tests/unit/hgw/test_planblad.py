"""The sheet: how long it is, what it misses, its days, and how two versions differ."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.planadvies import Doelfeit, Rijfeit, bekijk_plan
from lti_tool.hgw.plandata import stel_evaluatie_voor, stel_halverwege_voor, wil_halverwege
from lti_tool.hgw.planmaat import meet, regels_van
from lti_tool.hgw.tekstverschil import verschil

DAG = date(2026, 11, 20)


def rij(**anders: object) -> Rijfeit:
    heel: dict[str, object] = {
        "plek": "rij-1",
        "naam": "Lezers",
        "doelen": (Doelfeit("op de lijst", DAG),),
        "aanbod": True,
        "organisatie": True,
        "evaluatie": True,
    }
    return Rijfeit(**(heel | anders))  # type: ignore[arg-type]


def test_a_line_of_text_takes_as_many_lines_as_its_column_is_narrow() -> None:
    assert [regels_van(tekst, 10) for tekst in ("", "x" * 10, "x" * 11, "een\ntwee\n")] == [1, 1, 2, 3]


def test_more_text_makes_a_longer_sheet_and_a_larger_sheet_less_of_it() -> None:
    kort, lang = [["a", "b"]], [["woorden " * 400, "b"]] * 3
    assert meet("A4", (2, 3), kort).bladen == 1
    assert meet("A4", (2, 3), lang).bladen > 1
    assert meet("A3", (2, 3), lang).procent < meet("A4", (2, 3), lang).procent
    assert "kies A3" in meet("A4", (2, 3), lang).zin
    assert "van één A4" in meet("A4", (2, 3), kort).zin


def test_another_paper_or_a_missing_cell_is_refused() -> None:
    with pytest.raises(KeyError):
        meet("A5", (1,), [])
    with pytest.raises(ValueError, match="zip"):
        meet("A4", (1, 2), [["x"]])


@given(st.lists(st.text(max_size=200), min_size=1, max_size=8))
def test_a_sheet_never_shrinks_by_adding_a_row(teksten: list[str]) -> None:
    maten = [meet("A4", (3,), [[tekst] for tekst in teksten[:n]]).procent for n in range(len(teksten) + 1)]
    assert maten == sorted(maten)


def test_a_complete_plan_gets_no_remarks() -> None:
    assert bekijk_plan([rij(), rij()], []) == []


def test_everything_that_misses_is_said_where_it_misses() -> None:
    leeg = rij(doelen=(), aanbod=False, organisatie=False, evaluatie=False)
    assert {advies.plek for advies in bekijk_plan([leeg], [])} == {"rij-1"}
    assert bekijk_plan([leeg], [])[0].tekst == "Lezers: nog geen doel."
    assert len(bekijk_plan([leeg], [])) == 4
    half = rij(doelen=(Doelfeit("", None), Doelfeit(" ", DAG)))
    assert [advies.tekst for advies in bekijk_plan([half], [])] == [
        "Lezers: 2 doelen hebben nog geen maat: waaraan zie je dat het is gelukt?",
        "Lezers: 1 doel heeft nog geen datum.",
    ]


def test_four_subgroups_and_one_outside_the_plan_are_pointed_out() -> None:
    teksten = [advies.tekst for advies in bekijk_plan([rij()] * 4, ["Durf"])]
    assert teksten[0] == "Subgroep Durf staat nog niet in het plan."
    assert teksten[1].startswith("Dit zijn 4 subgroepen.")
    assert len(bekijk_plan([rij(is_subgroep=False)] * 4, [])) == 0


@pytest.mark.parametrize(
    ("begin", "eind", "halverwege", "evaluatie"),
    [
        # ten weeks exactly, and a day more
        (date(2026, 8, 24), date(2026, 11, 1), None, date(2026, 10, 23)),
        (date(2026, 8, 24), date(2026, 11, 2), date(2026, 9, 28), date(2026, 10, 26)),
        # the middle is a Saturday: the Friday before
        (date(2026, 8, 24), date(2026, 12, 3), date(2026, 10, 13), date(2026, 11, 26)),
        # three days
        (date(2026, 8, 24), date(2026, 8, 26), None, date(2026, 8, 24)),
        # begins in a weekend and is over before Friday
        (date(2026, 8, 22), date(2026, 8, 24), None, date(2026, 8, 22)),
    ],
)
def test_the_proposed_days_are_school_days_inside_the_plan(
    begin: date, eind: date, halverwege: date | None, evaluatie: date
) -> None:
    assert (stel_halverwege_voor(begin, eind), stel_evaluatie_voor(begin, eind)) == (halverwege, evaluatie)
    assert wil_halverwege(begin, eind) is (halverwege is not None)


def test_a_difference_is_told_word_by_word() -> None:
    stukken = verschil("elke dinsdag een kwartier", "elke woensdag een kwartier")
    assert [(stuk.soort, stuk.tekst.strip()) for stuk in stukken] == [
        ("gelijk", "elke"),
        ("weg", "dinsdag"),
        ("nieuw", "woensdag"),
        ("gelijk", "een kwartier"),
    ]


@given(st.text(max_size=80), st.text(max_size=80))
def test_both_texts_can_be_read_back_from_their_difference(oud: str, nieuw: str) -> None:
    stukken = verschil(oud, nieuw)
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort != "nieuw") == oud
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort != "weg") == nieuw


def test_very_long_texts_are_shown_whole() -> None:
    assert [stuk.soort for stuk in verschil("a " * 4000, "b " * 4000)] == ["weg", "nieuw"]
