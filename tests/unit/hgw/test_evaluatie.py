"""The words and figures of looking back."""

import pytest

from lti_tool.hgw.evaluatie import BESLUITEN, GAAT_DOOR, NIET_BEHAALD, UITKOMSTEN, UITKOMSTEN_KORT, Doelcijfer


@pytest.mark.parametrize(
    ("cijfer", "aandeel"),
    [
        (Doelcijfer("Rekenen", 5, 0, 0), 100),
        (Doelcijfer("Rekenen", 0, 3, 2), 0),
        (Doelcijfer("Rekenen", 1, 0, 7), 13),  # 12,5 is rounded up
        (Doelcijfer("Rekenen", 18, 6, 4), 64),
    ],
)
def test_the_share_of_goals_that_were_reached(cijfer: Doelcijfer, aandeel: int) -> None:
    assert cijfer.aandeel == aandeel
    assert not cijfer.te_weinig


@pytest.mark.parametrize(
    "cijfer", [Doelcijfer("Spelling"), Doelcijfer("Spelling", 4), Doelcijfer("", 1, 1, 2)]
)
def test_fewer_than_five_goals_have_no_share(cijfer: Doelcijfer) -> None:
    assert cijfer.te_weinig
    assert cijfer.aandeel is None


def test_what_goes_on_is_one_of_the_words_to_choose_from() -> None:
    assert set(BESLUITEN) > GAAT_DOOR
    assert set(UITKOMSTEN) > NIET_BEHAALD
    assert set(UITKOMSTEN) == {"", *UITKOMSTEN_KORT}
