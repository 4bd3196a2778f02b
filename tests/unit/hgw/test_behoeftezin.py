"""The statement reads as one: the goal first, then what is needed, joined as one would write it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lti_tool.hgw.begrijpwijzer import Categorie
from lti_tool.hgw.behoeftezin import Doelzin, Nodigzin, stel_samen

CATEGORIEEN = (
    Categorie("instructie", "Een instructie", "een instructie"),
    Categorie("feedback", "Feedback", "feedback"),
)
KORT = Nodigzin("instructie", "een instructie die kort is")
VOORDOEN = Nodigzin("instructie", "een instructie die voordoet")
STAPPEN = Nodigzin("instructie", "een instructie die stappen geeft")
INZET = Nodigzin("feedback", "feedback die inzet beloont")
DOEL = Doelzin("Leest een boek.")


def test_the_goal_comes_first_and_then_what_is_needed() -> None:
    assert stel_samen([DOEL], [KORT], CATEGORIEEN) == (
        "Doel: Leest een boek. Om dit doel te bereiken heeft deze leerling nodig: een instructie die kort is."
    )


def test_measure_and_date_belong_to_the_goal() -> None:
    doel = Doelzin("Leest een boek", "boekverslag", date(2027, 3, 5))
    assert stel_samen([doel], [], CATEGORIEEN) == (
        "Doel: Leest een boek (te zien aan: boekverslag), uiterlijk 5 maart 2027."
    )


def test_goals_stand_in_order_of_priority() -> None:
    doelen = [Doelzin("Later", prioriteit=2), Doelzin("Eerst", prioriteit=1)]
    assert stel_samen(doelen, [INZET], CATEGORIEEN) == (
        "Doelen: 1. Eerst; 2. Later. Om deze doelen te bereiken heeft deze leerling nodig: "
        "feedback die inzet beloont."
    )


def test_without_a_goal_the_need_still_reads() -> None:
    assert stel_samen([], [INZET], CATEGORIEEN) == "Deze leerling heeft nodig: feedback die inzet beloont."


@pytest.mark.parametrize(
    ("nodig", "zin"),
    [
        ([KORT, VOORDOEN], "een instructie die kort is en die voordoet"),
        ([KORT, VOORDOEN, STAPPEN], "een instructie die kort is, die voordoet en die stappen geeft"),
        ([KORT, INZET, VOORDOEN], "een instructie die kort is en die voordoet; feedback die inzet beloont"),
        ([INZET, KORT], "feedback die inzet beloont; een instructie die kort is"),
    ],
)
def test_sentences_of_one_category_become_one(nodig: list[Nodigzin], zin: str) -> None:
    assert stel_samen([], nodig, CATEGORIEEN) == f"Deze leerling heeft nodig: {zin}."


def test_parts_with_a_comma_or_en_stay_apart() -> None:
    lang = Nodigzin("instructie", "een instructie die langer duurt en rustig is")
    assert stel_samen([], [lang, KORT], CATEGORIEEN) == (
        "Deze leerling heeft nodig: een instructie die langer duurt en rustig is, en die kort is."
    )


def test_an_own_sentence_stands_by_itself() -> None:
    eigen = Nodigzin("instructie", "Elke vrijdag tien minuten met de mentor.")
    assert stel_samen([], [KORT, eigen], CATEGORIEEN) == (
        "Deze leerling heeft nodig: een instructie die kort is; Elke vrijdag tien minuten met de mentor."
    )


def test_a_sentence_of_an_unknown_category_is_kept() -> None:
    assert stel_samen([], [Nodigzin("weg", "rust")], CATEGORIEEN) == "Deze leerling heeft nodig: rust."


@pytest.mark.parametrize("leeg", ["", "  ", "\n", "."])
def test_nothing_comes_of_nothing(leeg: str) -> None:
    assert stel_samen([Doelzin(leeg)], [Nodigzin("instructie", leeg)], CATEGORIEEN) == ""


def test_line_breaks_become_spaces() -> None:
    assert stel_samen([Doelzin("Leest\n een  boek")], [], ()) == "Doel: Leest een boek."


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.builds(Doelzin, st.text(max_size=4000), st.text(), st.none() | st.dates(), st.integers()),
        max_size=5,
    ),
    st.lists(st.builds(Nodigzin, st.sampled_from(["instructie", "weg"]), st.text()), max_size=9),
)
def test_any_text_becomes_one_line(doelen: list[Doelzin], nodig: list[Nodigzin]) -> None:
    zin = stel_samen(doelen, nodig, CATEGORIEEN)
    assert len(zin.splitlines()) <= 1
    assert zin == stel_samen(doelen, nodig, CATEGORIEEN)
