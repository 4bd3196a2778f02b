"""Proposals for subgroups: who fits together, who doesn't and why; and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.behoeftegelijkenis import Behoeftebeeld, doelgelijkenis, gelijkenis
from lti_tool.hgw.clusteren import Groepsvoorstel, Indeling, Overig, Waarom, stel_groepen_voor
from tests.unit.hgw.behoeften import (
    AGENDA,
    EIGEN,
    KORT,
    RUST,
    STAPPEN,
    SUCCES,
    TAFELS,
    TAFELS_ANDERS,
    beeld,
    klassen,
    paren,
)


def groepen(indeling: Indeling) -> list[tuple[int, ...]]:
    return [groep.leerlingen for groep in indeling.groepen]


def test_goals_are_alike_in_what_they_are_about() -> None:
    assert doelgelijkenis(TAFELS, TAFELS) == 1
    assert doelgelijkenis(TAFELS, TAFELS_ANDERS) >= 0.5
    assert doelgelijkenis(TAFELS, AGENDA) == 0
    assert doelgelijkenis("zo niet", "zo niet") == 1
    assert doelgelijkenis(TAFELS, "") == 0


def test_needs_are_compared_over_what_both_have() -> None:
    assert gelijkenis(beeld(1, TAFELS, STAPPEN), beeld(2, TAFELS)) == 1
    assert gelijkenis(beeld(1, STAPPEN), beeld(2, STAPPEN)) == pytest.approx(1)
    assert gelijkenis(beeld(1, STAPPEN), beeld(2, KORT)) == pytest.approx(1 / 3)
    assert gelijkenis(beeld(1, TAFELS), beeld(2, STAPPEN)) == 0
    zonder_sleutel = beeld(2, EIGEN)
    assert gelijkenis(beeld(1, EIGEN), zonder_sleutel) == pytest.approx(1)


def test_pupils_with_the_same_needs_are_proposed_as_a_subgroup() -> None:
    klas = [
        beeld(1, TAFELS, STAPPEN),
        beeld(2, AGENDA, RUST),
        beeld(3, TAFELS_ANDERS, STAPPEN, SUCCES),
        beeld(4, AGENDA, RUST),
        beeld(5, TAFELS, STAPPEN),
    ]
    assert stel_groepen_voor(klas) == Indeling((Groepsvoorstel((1, 3, 5)), Groepsvoorstel((2, 4))), ())


def test_who_fits_nowhere_is_named_with_the_reason() -> None:
    klas = [beeld(1, TAFELS), beeld(2, TAFELS), beeld(3, AGENDA), beeld(4)]
    indeling = stel_groepen_voor(klas)
    assert groepen(indeling) == [(1, 2)]
    assert indeling.overig == (Overig(3, Waarom.ANDERS), Overig(4, Waarom.LEEG))


def test_a_pair_that_is_kept_apart_is_never_proposed_together() -> None:
    klas = [beeld(nummer, TAFELS) for nummer in (1, 2, 3)]
    indeling = stel_groepen_voor(klas, uiteen=[(2, 1)])
    assert groepen(indeling) == [(1, 3)]
    assert indeling.overig == (Overig(2, Waarom.UITEEN, (1,)),)


def test_there_are_at_most_three_subgroups_unless_more_are_asked() -> None:
    doelen = ["appels plukken", "boeken lenen", "citroenen persen", "dromen tekenen"]
    klas = [beeld(10 * nummer + wie, doel) for nummer, doel in enumerate(doelen) for wie in range(2)]
    indeling = stel_groepen_voor(klas)
    assert groepen(indeling) == [(0, 1), (10, 11), (20, 21)]
    assert indeling.overig == (Overig(30, Waarom.VOL, (31,)), Overig(31, Waarom.VOL, (30,)))
    assert len(stel_groepen_voor(klas, ten_hoogste=4).groepen) == 4


def test_rather_a_broader_group_than_a_fourth() -> None:
    basis = [beeld(1, "a", STAPPEN), beeld(2, "a", STAPPEN), beeld(3, "b", KORT), beeld(4, "b", KORT)]
    anders = [beeld(5, AGENDA, RUST), beeld(6, AGENDA, RUST)]
    assert groepen(stel_groepen_voor([*basis, *anders])) == [(1, 2), (3, 4), (5, 6)]
    assert groepen(stel_groepen_voor([*basis, *anders], ten_hoogste=2)) == [(1, 2, 3, 4), (5, 6)]


def test_who_is_in_a_subgroup_stays_there_and_others_can_join() -> None:
    klas = [beeld(1, TAFELS), beeld(2, AGENDA), beeld(3, TAFELS), beeld(4, AGENDA), beeld(5, AGENDA)]
    indeling = stel_groepen_voor(klas, {7: [1, 99], 8: []})
    assert indeling.groepen == (Groepsvoorstel((3,), bij=7), Groepsvoorstel((2, 4, 5)))
    vol = stel_groepen_voor(klas, {7: [1], 8: [2], 9: []})
    assert vol.groepen == (Groepsvoorstel((3,), bij=7), Groepsvoorstel((4, 5), bij=8))


def test_a_pupil_who_comes_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="twee keer"):
        stel_groepen_voor([beeld(1, TAFELS), beeld(1, AGENDA)])


@given(klassen(), st.data())
def test_everybody_stands_once_in_the_proposal_and_nobody_is_lost(
    klas: list[Behoeftebeeld], data: st.DataObject
) -> None:
    uiteen = data.draw(paren(len(klas)))
    ten_hoogste = data.draw(st.integers(0, 6))
    vast = data.draw(st.lists(st.integers(0, 40), max_size=6, unique=True))
    bestaand = {1: vast[:3], 2: vast[3:]} if vast else {}
    indeling = stel_groepen_voor(klas, bestaand, uiteen, ten_hoogste)
    genoemd = [wie for groep in indeling.groepen for wie in groep.leerlingen]
    genoemd += [overig.leerling for overig in indeling.overig]
    assert sorted(genoemd) == [b.leerling for b in klas if b.leerling not in vast]
    nieuw = [groep for groep in indeling.groepen if groep.bij is None]
    assert len(nieuw) <= max(ten_hoogste - len(bestaand), 0)
    assert all(len(groep.leerlingen) > 1 for groep in nieuw)
    for groep in indeling.groepen:
        leden = {*groep.leerlingen, *bestaand.get(groep.bij or 0, ())}
        for een, ander in uiteen:
            # who shares a subgroup already was put there by the teacher
            assert not ({een, ander} <= leden) or {een, ander} <= set(vast)


@given(klassen(), st.data())
def test_the_same_needs_in_any_order_give_the_same_proposal(
    klas: list[Behoeftebeeld], data: st.DataObject
) -> None:
    uiteen = data.draw(paren(len(klas)))
    anders = data.draw(st.permutations(klas))
    omgekeerd = [(ander, een) for een, ander in reversed(uiteen)]
    assert stel_groepen_voor(klas, uiteen=uiteen) == stel_groepen_voor(anders, uiteen=omgekeerd)
