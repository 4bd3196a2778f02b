"""The shipped begrijpwijzer covers every category, uses only known keys, and speaks of every pupil alike."""

import copy
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from lti_tool.hgw.begrijpwijzer import OngeldigeBegrijpwijzer, lees_begrijpwijzer
from lti_tool.hgw.redenen import REDENEN

BESTAND = Path(__file__).parents[3] / "config" / "instrumenten" / "begrijpwijzer.toml"
GEGEVENS = tomllib.loads(BESTAND.read_text(encoding="utf-8"))
WIJZER = lees_begrijpwijzer(GEGEVENS)
MINSTENS = {
    "instructie": 10,
    "opdrachten": 10,
    "activiteiten": 9,
    "feedback": 6,
    "groepsgenoten": 6,
    "leeromgeving": 7,
    "docenten": 14,
}


@pytest.mark.parametrize(("categorie", "aantal"), MINSTENS.items())
def test_each_category_has_enough_sentences(categorie: str, aantal: int) -> None:
    assert sum(zin.categorie == categorie for zin in WIJZER.hulpzinnen) >= aantal


def test_there_are_the_seven_categories() -> None:
    assert [categorie.sleutel for categorie in WIJZER.categorieen] == list(MINSTENS)


def test_every_sentence_goes_on_from_its_category() -> None:
    begin = {categorie.sleutel: categorie.begin for categorie in WIJZER.categorieen}
    assert [
        zin.tekst for zin in WIJZER.hulpzinnen if not zin.tekst.startswith(f"{begin[zin.categorie]} die ")
    ] == []


def test_no_two_sentences_are_the_same() -> None:
    assert len({zin.tekst for zin in WIJZER.hulpzinnen}) == len(WIJZER.hulpzinnen)


def test_every_reason_to_signal_has_sentences() -> None:
    gebruikt = {signaal for zin in WIJZER.hulpzinnen for signaal in zin.signalen}
    assert gebruikt == {reden.sleutel for reden in REDENEN}


def test_every_basic_need_has_sentences() -> None:
    gebruikt = {zin.basisbehoefte for zin in WIJZER.hulpzinnen} - {""}
    assert gebruikt == {"relatie", "competentie", "autonomie"}


def test_a_pedagogic_entry_opens_known_categories() -> None:
    assert {sleutel for ingang in WIJZER.ingangen for sleutel in ingang.categorieen} <= set(MINSTENS)


def test_the_checklist_holds_its_eight_items() -> None:
    assert len(WIJZER.checklist) == 8
    assert all(item.naam.endswith(".") for item in WIJZER.checklist)


def test_the_words_suit_every_pupil() -> None:
    assert re.findall(r"(?i)\b(hij|zij|hem|haar|jongen|meisje)\b", BESTAND.read_text(encoding="utf-8")) == []


def zonder(naam: str) -> dict[str, Any]:
    return {sleutel: waarde for sleutel, waarde in GEGEVENS.items() if sleutel != naam}


@pytest.mark.parametrize("naam", list(GEGEVENS))
def test_a_missing_part_is_named(naam: str) -> None:
    with pytest.raises(OngeldigeBegrijpwijzer, match=naam):
        lees_begrijpwijzer(zonder(naam))


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("signalen", ["humeur"], "onbekend signaal humeur"),
        ("basisbehoefte", "honger", "onbekende basisbehoefte honger"),
        ("tekst", "  ", "heeft geen tekst"),
        ("sleutel", "instructie-voordoen", "staat er twee keer"),
    ],
)
def test_a_wrong_sentence_is_refused(veld: str, waarde: object, melding: str) -> None:
    gegevens = copy.deepcopy(GEGEVENS)
    gegevens["categorie"][0]["zinnen"][0][veld] = waarde
    with pytest.raises(OngeldigeBegrijpwijzer, match=melding):
        lees_begrijpwijzer(gegevens)


def test_a_part_of_the_wrong_shape_is_refused() -> None:
    with pytest.raises(OngeldigeBegrijpwijzer):
        lees_begrijpwijzer(GEGEVENS | {"categorie": 7})
