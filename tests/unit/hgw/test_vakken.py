"""The names of subjects are read in whole, folded words."""

from lti_tool.hgw.vakken import vaknamen, woorden


def test_longer_names_come_first_and_empty_ones_are_left_out() -> None:
    namen = vaknamen(
        [{"naam": "wiskunde", "afkortingen": ["wi", "wiskunde A", "", " & "]}, {"naam": "drama"}]
    )
    assert namen == [
        (("wiskunde", "a"), "wiskunde"),
        (("drama",), "drama"),
        (("wi",), "wiskunde"),
        (("wiskunde",), "wiskunde"),
    ]


def test_a_title_is_read_in_folded_words() -> None:
    assert woorden("4h.wisA3 – Économie (m&o)") == ("4h", "wisa3", "economie", "m", "o")
    assert woorden("") == ()
