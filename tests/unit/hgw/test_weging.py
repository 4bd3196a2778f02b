"""Below the agreement weighs double, a fall once; nothing to see weighs nothing."""

from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.weging import weeg

scores = st.lists(st.tuples(st.booleans(), st.booleans()))


def test_a_low_score_that_also_fell_counts_for_both() -> None:
    weging = weeg([(True, True), (True, False), (False, True), (False, False)])
    assert (weging.onder, weging.daalt, weging.gewicht) == (2, 2, 6)
    assert weging.woorden == "2 onder de afspraak, 2 gedaald"


def test_only_what_is_there_is_named() -> None:
    assert weeg([(False, True)]).woorden == "1 gedaald"
    assert weeg([(True, False)]).woorden == "1 onder de afspraak"
    assert (weeg([]).woorden, weeg([]).gewicht) == ("", 0)


@given(scores, scores)
def test_two_parts_weigh_together_what_they_weigh_apart(deel: list, rest: list) -> None:
    assert weeg(deel + rest).gewicht == weeg(deel).gewicht + weeg(rest).gewicht


@given(scores)
def test_there_are_words_exactly_when_there_is_weight(deel: list) -> None:
    assert bool(weeg(deel).woorden) == (weeg(deel).gewicht > 0)
