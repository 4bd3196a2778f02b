"""The words and figures of looking back."""

import pytest

from lti_tool.hgw.evaluatie import (
    BESLUITEN,
    GAAT_DOOR,
    NIET_BEHAALD,
    UITKOMSTEN,
    UITKOMSTEN_KORT,
    Doelcijfer,
    herzieningsadvies,
)


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


@pytest.mark.parametrize(
    ("uitkomsten", "zin"),
    [
        (("bereikt",), "Het doel is bereikt. Voorstel: beëindigen."),
        (("bereikt", "bereikt"), "Beide doelen zijn bereikt. Voorstel: beëindigen."),
        (("bereikt",) * 3, "Alle 3 doelen zijn bereikt. Voorstel: beëindigen."),
    ],
)
def test_a_need_of_which_all_goals_were_reached_may_end(uitkomsten: tuple[str, ...], zin: str) -> None:
    advies = herzieningsadvies(uitkomsten)
    assert advies is not None
    assert advies.beeindigen
    assert advies.zin.startswith(zin)


@pytest.mark.parametrize(
    ("uitkomsten", "in_plan", "zin"),
    [
        (("niet",), (), "Het doel is nog niet bereikt."),
        (("deels", ""), (), "Van de 2 doelen is er nog geen bereikt."),
        (("bereikt", ""), (), "1 van de 2 doelen is bereikt."),
        (("bereikt", "bereikt", "niet"), (), "2 van de 3 doelen zijn bereikt."),
        (
            ("bereikt",),
            ("leest voor", "spelt"),
            "Het doel is bereikt, maar in het plan stond ook “leest voor”, en dat is nog niet gehaald.",
        ),
    ],
)
def test_a_need_of_which_something_is_open_is_not_proposed_to_end(
    uitkomsten: tuple[str, ...], in_plan: tuple[str, ...], zin: str
) -> None:
    advies = herzieningsadvies(uitkomsten, in_plan)
    assert advies is not None
    assert (advies.zin, advies.beeindigen) == (zin, False)


@pytest.mark.parametrize("uitkomsten", [(), ("",), ("", "")])
def test_nothing_is_advised_while_nothing_was_said(uitkomsten: tuple[str, ...]) -> None:
    assert herzieningsadvies(uitkomsten, ("leest voor",)) is None
