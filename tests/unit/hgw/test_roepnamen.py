"""Short forms are recognised as possible, not as the same."""

import pytest

from lti_tool.hgw.roepnamen import kan_dezelfde_voornaam_zijn


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("bram", "abraham"),
        ("kees", "cornelis"),
        ("max", "maximiliaan"),
        ("lotte", "charlotte"),
        ("lex", "sander"),
    ],
)
def test_forms_of_one_name_are_recognised_both_ways(een: str, ander: str) -> None:
    assert kan_dezelfde_voornaam_zijn(een, ander)
    assert kan_dezelfde_voornaam_zijn(ander, een)


@pytest.mark.parametrize(("een", "ander"), [("sem", "mila"), ("jo", "jolanda"), ("", ""), ("", "anna")])
def test_other_names_are_not(een: str, ander: str) -> None:
    assert not kan_dezelfde_voornaam_zijn(een, ander)
