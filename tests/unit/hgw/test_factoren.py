"""Furthering factors out of what teachers wrote."""

import pytest

from lti_tool.hgw.factoren import als_nodig, factoren


def test_every_line_and_sentence_is_a_factor_without_its_signature() -> None:
    tekst = "Tekent graag. Werkt netjes!\n- helpt anderen (Marieke de Jong, 22-11)\n2) humor;"
    assert factoren(tekst) == ["Tekent graag", "Werkt netjes!", "helpt anderen", "humor"]


@pytest.mark.parametrize("tekst", ["", "  \n ", "-", "x" * 201])
def test_nothing_short_enough_to_use_gives_no_factor(tekst: str) -> None:
    assert factoren(tekst) == []


def test_the_same_factor_comes_once() -> None:
    assert factoren("sport\nsport") == ["sport"]


def test_a_factor_becomes_a_sentence_and_keeps_its_capitals_where_they_mean_something() -> None:
    assert als_nodig("Tekent graag").endswith("gebruikmaken van wat helpt: tekent graag")
    assert als_nodig("ICT").endswith("ICT")
    assert als_nodig("x").endswith(": x")
