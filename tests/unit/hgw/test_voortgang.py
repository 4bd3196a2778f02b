"""The steps of a cycle say what is done, and what is still to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.voortgang import STAPNUMMERS, Stap, Telling, stappen, volgende_stap

KLAAR = Telling(28, met_gegeven=28, doorlopen=28, gesignaleerd=7, met_behoefte=7)


def stap(nummer: int, telling: Telling, verklaard: frozenset[int] = frozenset()) -> Stap:
    return stappen(telling, verklaard)[nummer - 1]


def test_a_cycle_has_six_steps_in_four_phases() -> None:
    reeks = stappen(Telling(28))
    assert [s.nummer for s in reeks] == [1, 2, 3, 4, 5, 6]
    assert [s.fase for s in reeks] == ["waarnemen"] * 2 + ["begrijpen"] + ["plannen"] * 2 + ["realiseren"]
    assert not any(s.klaar for s in reeks)


def test_collecting_is_done_when_every_pupil_has_a_fresh_datum() -> None:
    assert stap(1, Telling(28, met_gegeven=27)).toelichting == "Nieuwe gegevens bij 27 van de 28 leerlingen."
    assert not stap(1, Telling(28, met_gegeven=27)).klaar
    assert stap(1, Telling(28, met_gegeven=28)).klaar
    assert stap(1, Telling(1, met_gegeven=1)).toelichting == "Nieuwe gegevens bij 1 van de 1 leerling."


def test_signalling_is_done_when_all_were_looked_at_and_each_mark_has_a_reason() -> None:
    zonder_reden = Telling(28, doorlopen=28, gesignaleerd=4, zonder_reden=1)
    assert not stap(2, zonder_reden).klaar
    assert stap(2, zonder_reden).toelichting == (
        "28 van de 28 leerlingen bekeken, 4 gesignaleerd. Nog zonder reden: 1."
    )
    assert not stap(2, Telling(28, doorlopen=27)).klaar
    assert stap(2, Telling(28, doorlopen=28)).klaar


def test_naming_waits_for_signalling() -> None:
    allen_benoemd = Telling(28, gesignaleerd=2, met_behoefte=2)
    assert not stap(3, allen_benoemd).klaar
    assert stap(3, allen_benoemd, frozenset({2})).klaar
    assert stap(3, KLAAR).klaar


def test_without_marks_there_is_nothing_to_name() -> None:
    assert not stap(3, Telling(28, doorlopen=27)).klaar
    assert stap(3, Telling(28, doorlopen=28)).klaar
    assert stap(3, Telling(28, doorlopen=28)).toelichting == "Geen gesignaleerde leerlingen."


def test_in_a_divergent_subject_all_pupils_have_needs() -> None:
    telling = Telling(28, doorlopen=28, te_benoemen=28, met_behoefte=20)
    assert not stap(3, telling).klaar
    assert stap(3, telling).toelichting == "Behoeften benoemd bij 20 van de 28 leerlingen."


def test_what_the_owner_declares_is_done_and_still_says_what_is_missing() -> None:
    verzameld = stap(1, Telling(28, met_gegeven=20), frozenset({1}))
    assert verzameld.klaar
    assert verzameld.toelichting == (
        "Door de eigenaar op klaar gezet. Nieuwe gegevens bij 20 van de 28 leerlingen."
    )
    assert stap(5, KLAAR, frozenset({5})).klaar
    assert not stap(5, KLAAR).klaar


def test_clustering_is_done_when_everybody_with_a_need_has_a_place() -> None:
    assert not stap(4, Telling(28)).klaar
    assert not stap(4, Telling(28, te_clusteren=7, geclusterd=5)).klaar
    assert stap(4, Telling(28, te_clusteren=7, geclusterd=5)).toelichting == (
        "Een plek voor 5 van de 7 leerlingen met een behoefte."
    )
    assert stap(4, Telling(28, te_clusteren=7, geclusterd=7)).klaar


def test_carrying_out_is_done_when_every_goal_has_a_result_and_every_row_a_decision() -> None:
    bezig = Telling(28, uitkomsten=32, gezegd=32, evaluatierijen=3, besluiten=2)
    assert not stap(6, bezig).klaar
    assert stap(6, bezig).toelichting == (
        "32 van de 32 uitkomsten ingevuld, over 2 van de 3 rijen van het plan besloten."
    )
    assert not stap(6, Telling(28, uitkomsten=32, gezegd=31, evaluatierijen=3, besluiten=3)).klaar
    assert stap(6, Telling(28, uitkomsten=32, gezegd=32, evaluatierijen=3, besluiten=3)).klaar
    # rows without goals have nothing to look back on
    assert not stap(6, Telling(28, evaluatierijen=1, besluiten=1)).klaar


def test_the_next_step_is_the_first_that_is_not_done() -> None:
    volgende = volgende_stap(stappen(KLAAR))
    assert volgende is not None
    assert volgende.naam == "clusteren"
    assert volgende_stap(stappen(KLAAR, STAPNUMMERS)) is None


def test_an_empty_group_has_nothing_done() -> None:
    assert not any(s.klaar for s in stappen(Telling(0)))
    assert stap(1, Telling(0)).toelichting == "Er staan nog geen leerlingen in deze groep."


@pytest.mark.parametrize(
    "aantallen",
    [
        {"leerlingen": -1},
        {"leerlingen": 3, "met_gegeven": 4},
        {"leerlingen": 3, "doorlopen": -1},
        {"leerlingen": 3, "gesignaleerd": 1, "zonder_reden": 2},
        {"leerlingen": 3, "gesignaleerd": 1, "met_behoefte": 2},
        {"leerlingen": 3, "gesignaleerd": 1, "zonder_reden": -1},
        {"leerlingen": 3, "te_benoemen": 4},
        {"leerlingen": 3, "te_clusteren": 4},
        {"leerlingen": 3, "te_clusteren": 2, "geclusterd": 3},
        {"leerlingen": 3, "te_clusteren": 1, "geclusterd": -1},
        {"leerlingen": 3, "te_benoemen": 1, "met_behoefte": 2},
        {"leerlingen": 3, "uitkomsten": 3, "gezegd": 4},
        {"leerlingen": 3, "evaluatierijen": 1, "besluiten": -1},
    ],
)
def test_counts_that_cannot_be_are_refused(aantallen: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"negatief|groter"):
        Telling(**aantallen)


@pytest.mark.parametrize("verklaard", [{0}, {7}, {1, 99}])
def test_a_step_that_does_not_exist_is_refused(verklaard: set[int]) -> None:
    with pytest.raises(ValueError, match="zes stappen"):
        stappen(Telling(3), verklaard)


@given(st.sets(st.integers(1, 6)))
def test_declaring_a_step_never_undoes_another(verklaard: set[int]) -> None:
    eerst = stappen(KLAAR)
    later = stappen(KLAAR, verklaard)
    assert {s.nummer for s in eerst if s.klaar} | verklaard == {s.nummer for s in later if s.klaar}
