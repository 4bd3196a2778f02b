"""Every reason can be told from the others, on screen and on the keyboard."""

from itertools import groupby

import pytest

from lti_tool.hgw.redenen import GROEPEN, REDEN_PER_SLEUTEL, REDENEN, Reden


def test_keys_names_and_shortcuts_are_unique() -> None:
    assert len(REDEN_PER_SLEUTEL) == len(REDENEN)
    assert len({reden.naam for reden in REDENEN}) == len(REDENEN)
    assert len({reden.letter for reden in REDENEN}) == len(REDENEN)


@pytest.mark.parametrize("reden", REDENEN, ids=lambda reden: reden.sleutel)
def test_a_shortcut_is_a_letter_that_the_name_shows(reden: Reden) -> None:
    assert len(reden.letter) == 1
    assert reden.letter.islower()
    assert reden.letter in reden.naam


@pytest.mark.parametrize("reden", REDENEN, ids=lambda reden: reden.sleutel)
def test_a_key_can_be_stored_and_put_in_a_url(reden: Reden) -> None:
    assert reden.sleutel.isascii()
    assert reden.sleutel.isidentifier()


def test_the_reasons_stand_together_in_their_groups() -> None:
    assert [groep for groep, _ in groupby(REDENEN, key=lambda reden: reden.groep)] == list(GROEPEN)
