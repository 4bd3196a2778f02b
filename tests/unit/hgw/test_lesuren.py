"""The hours of a school day: in order, and each thing that is wrong at its row and field."""

import pytest

from lti_tool.hgw.lesuren import UREN_TEN_HOOGSTE, Lesuur, keur_lesuren, lees_lesuren
from lti_tool.hgw.weekrooster import OngeldigeTijd, klok


def uur(naam: str, begin: str, eind: str) -> dict[str, str]:
    return {"naam": naam, "begin": begin, "eind": eind}


def test_the_hours_of_a_school_come_in_order_of_time_and_empty_rows_are_none() -> None:
    rijen = [uur("2", "9:20", "10:10"), uur("", " ", ""), {}, uur(" 1 ", "8.30", "9.20")]
    assert lees_lesuren(rijen) == (Lesuur("1", "08:30", "09:20"), Lesuur("2", "09:20", "10:10"))
    assert keur_lesuren([]) == ((), ())


@pytest.mark.parametrize(
    ("uren", "waar", "fout"),
    [
        ([uur("", "08:30", "09:20")], (0, "naam"), "naam"),
        ([{"begin": "08:30", "eind": "09:20"}], (0, "naam"), "naam"),
        ([uur("x" * 21, "08:30", "09:20")], (0, "naam"), "hoogstens 20"),
        ([uur("1", "09:30", "09:20")], (0, "eind"), "eindigt"),
        ([uur("1", "09:30", "09:30")], (0, "eind"), "eindigt"),
        ([uur("1", "x", "09:20")], (0, "begin"), "tijd"),
        ([uur("1", "08:30", "")], (0, "eind"), "tijd"),
        ([uur("1", "08:30", "10:00"), uur("2", "09:20", "10:00")], (1, "begin"), "voordat lesuur 1 voorbij"),
        # inside one that is longer than the one before
        (
            [uur("0", "08:00", "12:00"), uur("1", "08:10", "08:20"), uur("2", "11:00", "11:30")],
            (1, "begin"),
            "voordat lesuur 0",
        ),
        ([uur("a", "08:30", "09:00"), {}, uur("A", "09:00", "10:00")], (2, "naam"), "dezelfde naam"),
    ],
)
def test_hours_that_make_no_sense_are_refused(
    uren: list[dict[str, str]], waar: tuple[int, str], fout: str
) -> None:
    bezwaren = keur_lesuren(uren)[1]
    assert bezwaren[0][:2] == waar
    with pytest.raises(OngeldigeTijd, match=fout):
        lees_lesuren(uren)


def test_a_day_has_no_sixty_one_hours() -> None:
    rijen = [uur(str(n), klok(480 + 10 * n), klok(490 + 10 * n)) for n in range(61)]
    (bezwaar,) = keur_lesuren(rijen)[1]
    assert bezwaar == (0, "", "Een schooldag heeft hoogstens 20 lesuren.")
    assert keur_lesuren(rijen[:UREN_TEN_HOOGSTE])[1] == ()
