"""Lessons that can't be at once, subgroups without a time, and a teacher with too many of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.weekrooster import (
    Les,
    OngeldigeTijd,
    adviezen,
    botsingen,
    gaten,
    lees_tijd,
    lesdagen,
    minuten,
    tegelijk,
    woorden,
)

NAMEN = {1: "Noor Bakker", 2: "Sem de Vries", 3: "Ravi Bissessur"}


def les(nummer: int, tijd: str = "09:10-10:00", **anders: object) -> Les:
    begin, eind = tijd.split("-")
    vast: dict[str, object] = {"dag": 1, "weken": "elke", "naam": f"Subgroep {nummer}"}
    return Les(nummer, begin=minuten(begin), eind=minuten(eind), **(vast | anders))  # type: ignore[arg-type]


LESSEN = st.builds(
    Les,
    id=st.integers(1, 50),
    dag=st.integers(1, 5),
    begin=st.integers(480, 600),
    eind=st.integers(601, 660),
    weken=st.sampled_from(["elke", "even", "oneven"]),
    naam=st.sampled_from(["Lezen", "Rekenen"]),
    docent=st.sampled_from(["", "p1", "p2"]),
    docent_naam=st.just("Bas Bakker"),
    leerlingen=st.frozensets(st.integers(1, 4), max_size=3),
    elders=st.booleans(),
)


def test_one_pupil_in_two_lessons_at_one_time_is_told_at_both() -> None:
    een = les(1, leerlingen=frozenset({1, 2}))
    ander = les(2, "09:50-10:30", leerlingen=frozenset({2, 3}))
    (botsing,) = botsingen([ander, een])
    assert (
        woorden(botsing, een, NAMEN) == "Tegelijk met Subgroep 2 (09:50–10:30): Sem de Vries zit in allebei."
    )
    assert woorden(botsing, ander, NAMEN).startswith("Tegelijk met Subgroep 1 (09:10–10:00)")


def test_a_teacher_and_pupils_who_are_shared_come_in_one_sentence() -> None:
    samen = {"docent": "p1", "docent_naam": "Bas Bakker", "leerlingen": frozenset(NAMEN)}
    een, ander = les(1, **samen), les(2, weken="even", **samen)
    (botsing,) = botsingen([een, ander])
    assert woorden(botsing, een, NAMEN) == (
        "Tegelijk met Subgroep 2 (09:10–10:00, even weken): Bas Bakker geeft ze allebei en Noor Bakker, "
        "Sem de Vries en Ravi Bissessur zitten in allebei."
    )


@pytest.mark.parametrize(
    ("anders", "botst"),
    [
        ({}, True),
        ({"dag": 2}, False),
        ({"tijd": "10:00-10:50"}, False),
        ({"tijd": "08:20-09:10"}, False),
        ({"tijd": "09:30-09:40"}, True),
        ({"weken": "even"}, True),
        ({"docent": "p2"}, False),
        ({"docent": ""}, False),
    ],
)
def test_lessons_clash_only_when_they_meet(anders: dict[str, str], botst: bool) -> None:
    een = les(1, docent="p1", docent_naam="Bas")
    ander = les(2, **({"docent": "p1", "docent_naam": "Bas"} | anders))
    assert bool(botsingen([een, ander])) is botst


def test_even_and_odd_weeks_never_meet() -> None:
    even, oneven = (les(n, weken=weken, docent="p1") for n, weken in ((1, "even"), (2, "oneven")))
    assert not tegelijk(even, oneven)
    assert botsingen([even, oneven]) == ()


def test_two_lessons_of_elsewhere_are_no_concern_here() -> None:
    paar = [les(n, docent="p1", docent_naam="Bas", elders=True) for n in (1, 2)]
    assert botsingen(paar) == ()
    assert len(botsingen([*paar, les(3, docent="p1", docent_naam="Bas")])) == 2


@given(st.lists(LESSEN, max_size=7, unique_by=lambda een: een.id))
def test_clashes_are_symmetric_complete_and_the_same_in_any_order(lessen: list[Les]) -> None:
    gevonden = botsingen(lessen)
    assert botsingen(lessen[::-1]) == gevonden
    paren = {frozenset({b.een.id, b.ander.id}) for b in gevonden}
    for een in lessen:
        for ander in lessen:
            if een.id == ander.id:
                continue
            assert tegelijk(een, ander) == tegelijk(ander, een)
            gedeeld = (een.docent and een.docent == ander.docent) or een.leerlingen & ander.leerlingen
            botst = tegelijk(een, ander) and gedeeld and not (een.elders and ander.elders)
            assert (frozenset({een.id, ander.id}) in paren) == bool(botst)


def test_only_subgroups_without_any_lesson_are_gaps() -> None:
    assert gaten([7, 8], [les(1, subgroep=7), les(2, subgroep=None)]) == (8,)
    assert gaten([], []) == ()


def test_a_fourth_subgroup_of_one_teacher_is_pointed_out_and_a_third_is_not() -> None:
    drie = [les(n, subgroep=n, docent="p1", docent_naam="Bas Bakker") for n in (1, 2, 3)]
    zelfde = [*drie, les(4, subgroep=3, docent="p1"), les(5, subgroep=None, docent="p1")]
    assert adviezen(zelfde) == ()
    (advies,) = adviezen([*zelfde, les(6, subgroep=4, docent="p1")])
    assert advies.startswith("Bas Bakker begeleidt 4 subgroepen.")


@pytest.mark.parametrize(
    ("getypt", "tijd"),
    [("09:10", "09:10"), ("9:10", "09:10"), ("9.10", "09:10"), ("910", "09:10"), (" 14u05 ", "14:05")],
)
def test_a_time_is_read_as_people_write_it(getypt: str, tijd: str) -> None:
    assert lees_tijd(getypt) == tijd


@pytest.mark.parametrize("getypt", ["", "9", "24:00", "09:60", "negen uur", "09:10:00", "-9:10", "1٠:1٠"])
def test_what_is_no_time_is_refused(getypt: str) -> None:
    with pytest.raises(OngeldigeTijd):
        lees_tijd(getypt)


def test_a_lesson_falls_on_its_weekday_within_the_cycle() -> None:
    dagen = lesdagen(1, "elke", date(2026, 8, 25), date(2026, 9, 14))
    assert dagen == (date(2026, 8, 31), date(2026, 9, 7), date(2026, 9, 14))
    assert lesdagen(5, "elke", date(2026, 9, 1), date(2026, 9, 3)) == ()


def test_after_week_53_comes_another_odd_week() -> None:
    weken = [dag.isocalendar().week for dag in lesdagen(1, "oneven", date(2026, 12, 14), date(2027, 1, 20))]
    assert weken == [51, 53, 1, 3]


@given(st.integers(1, 5), st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 300))
def test_even_and_odd_weeks_together_are_every_week(dag: int, begin: date, dagen: int) -> None:
    eind = date.fromordinal(begin.toordinal() + dagen)
    alle = lesdagen(dag, "elke", begin, eind)
    assert all(begin <= les_ <= eind and les_.isoweekday() == dag for les_ in alle)
    even, oneven = (lesdagen(dag, weken, begin, eind) for weken in ("even", "oneven"))
    assert tuple(sorted(even + oneven)) == alle
