"""Help sentences that fit come first and say why; typing finds a sentence in any category."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lti_tool.hgw.begrijpwijzer import Hulpzin
from lti_tool.hgw.hulpzinnen import rangschik, zoek

KORT = Hulpzin("kort", "instructie", "een instructie die kort is", ("gedrag", "werkhouding"), ("snel",))
SAMEN = Hulpzin("samen", "groepsgenoten", "groepsgenoten die willen samenwerken", ("gedrag",), ("samen",))
BEELD = Hulpzin(
    "beeld", "instructie", "een instructie die veel beeld geeft", ("leerstijl",), ("teken", "wil graag")
)
CAFE = Hulpzin("cafe", "opdrachten", "opdrachten die over een café gaan", (), ("!",))
ZINNEN = (CAFE, BEELD, SAMEN, KORT)


def volgorde(signalen: list[str], bevorderend: str = "") -> list[str]:
    return [zin.sleutel for zin, _ in rangschik(ZINNEN, signalen, bevorderend)]


def waarom(sleutel: str, signalen: list[str], bevorderend: str = "") -> str | None:
    return next(reden for zin, reden in rangschik(ZINNEN, signalen, bevorderend) if zin.sleutel == sleutel)


def test_without_signals_the_order_stays_and_nothing_is_claimed() -> None:
    assert rangschik(ZINNEN, [], "") == [(zin, None) for zin in ZINNEN]


def test_sentences_for_the_signals_come_first() -> None:
    assert volgorde(["gedrag"]) == ["samen", "kort", "cafe", "beeld"]


def test_more_signals_weigh_more() -> None:
    assert volgorde(["gedrag", "werkhouding"])[0] == "kort"


def test_what_a_pupil_is_good_at_weighs_more_than_a_signal() -> None:
    assert volgorde(["gedrag"], "Tékent de hele dag")[0] == "beeld"


def test_the_reason_names_the_signal() -> None:
    assert waarom("samen", ["gedrag"]) == "past bij het signaal “gedrag”"


def test_the_reason_names_several_signals_in_their_usual_order() -> None:
    reden = waarom("kort", ["werkhouding", "gedrag"])
    assert reden == "past bij de signalen “gedrag” en “werkhouding, taakaanpak of studievaardigheden”"


def test_the_reason_names_the_word_that_helps() -> None:
    assert waarom("samen", [], "Kan goed samenwerken") == "sluit aan bij wat helpt: “samenwerken”"


def test_a_catchword_of_two_words_is_found_as_two_words() -> None:
    assert waarom("beeld", [], "Wil graag leren") == "sluit aan bij wat helpt: “wil graag”"
    assert waarom("beeld", [], "Wil niet graag leren") is None


def test_an_unknown_signal_does_no_harm() -> None:
    assert volgorde(["humeur", ""]) == [zin.sleutel for zin in ZINNEN]


@pytest.mark.parametrize("tekst", ["cafe", "CAFÉ", "caf", "gaan over", " op  caf "])
def test_typing_finds_beginnings_of_words_without_accents_and_case(tekst: str) -> None:
    assert zoek(ZINNEN, tekst) == [CAFE]


def test_a_middle_of_a_word_is_not_found() -> None:
    assert zoek(ZINNEN, "afe") == []


def test_all_typed_words_have_to_be_there() -> None:
    assert zoek(ZINNEN, "instructie beeld") == [BEELD]
    assert zoek(ZINNEN, "instructie zebra") == []


def test_a_catchword_finds_a_sentence_after_those_that_say_it() -> None:
    assert zoek((KORT, Hulpzin("snel", "feedback", "feedback die snel komt")), "snel")[0].sleutel == "snel"
    assert KORT in zoek(ZINNEN, "snel")


@pytest.mark.parametrize("tekst", ["", "  ", "!?", "\n"])
def test_an_empty_search_finds_all(tekst: str) -> None:
    assert zoek(ZINNEN, tekst) == list(ZINNEN)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=12)), st.text(max_size=4000))
def test_ranking_keeps_every_sentence_whatever_is_written(signalen: list[str], bevorderend: str) -> None:
    gerangschikt = rangschik(ZINNEN, signalen, bevorderend)
    assert sorted(zin.sleutel for zin, _ in gerangschikt) == sorted(zin.sleutel for zin in ZINNEN)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=4000))
def test_searching_takes_any_text(tekst: str) -> None:
    assert set(zoek(ZINNEN, tekst)) <= set(ZINNEN)
