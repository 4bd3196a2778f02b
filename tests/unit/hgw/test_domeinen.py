"""The domains of needs."""

import pytest

from lti_tool.hgw.domeinen import ALGEMEEN, VAK, domeinen_voor, kies_domein


@pytest.mark.parametrize(
    ("signalen", "domein"),
    [
        (["spelling"], "sp"),
        (["rekenen"], "rk"),
        (["gedrag"], "pedagogisch"),
        (["spelling", "gedrag"], "pedagogisch"),
        ([], "pedagogisch"),
        (["weet-ik-niet"], "pedagogisch"),
    ],
)
def test_a_pupil_marked_for_one_basic_skill_begins_there(signalen: list[str], domein: str) -> None:
    assert kies_domein(ALGEMEEN, signalen).sleutel == domein


def test_a_subject_has_one_domain() -> None:
    assert domeinen_voor(True) == (VAK,)
    assert domeinen_voor(False) == ALGEMEEN
