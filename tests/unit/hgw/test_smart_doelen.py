"""Precision and recall of the SMART(I) help on goals as teachers write them (tests/data/doelen.toml)."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lti_tool.hgw.smart import CHECKS, bekijk_doel

DATA = tomllib.loads((Path(__file__).parents[2] / "data" / "doelen.toml").read_text(encoding="utf-8"))
ONTWIKKELING = ("ontwikkeling", "lastig")
ACHTERGEHOUDEN = ("achtergehouden", "achtergehouden_2")
PRECISIE = 0.95
# Just under what was measured over all goals.
VANGST = {
    "specifiek": 0.95,
    "meetbaar": 0.93,
    "tijdgebonden": 0.95,
    "positief": 0.95,
    "vaag": 0.95,
    "aantal": 0.85,
}


def opmerkingen(doel: Mapping[str, Any]) -> set[str]:
    begin, eind = DATA["cyclus"][str(doel.get("cyclus", 2))]
    datum: date | None = doel.get("datum")
    gezien = bekijk_doel(doel["tekst"], doel.get("maat", ""), datum, (begin, eind), doel.get("aantal", 1))
    return {opmerking.check for opmerking in gezien}


def tel(*delen: str) -> Counter[tuple[str, str]]:
    telling: Counter[tuple[str, str]] = Counter()
    for doel in (doel for deel in delen for doel in DATA["doelen"][deel]):
        gezien, verwacht = opmerkingen(doel), set(doel["verwacht"])
        telling.update((check, "goed") for check in gezien & verwacht)
        telling.update((check, "onterecht") for check in gezien - verwacht)
        telling.update((check, "gemist") for check in verwacht - gezien)
    return telling


def precisie_en_vangst(telling: Counter[tuple[str, str]], check: str) -> tuple[float, float]:
    goed, onterecht, gemist = (telling[check, soort] for soort in ("goed", "onterecht", "gemist"))
    return goed / ((goed + onterecht) or 1), goed / ((goed + gemist) or 1)


def test_the_set_is_large_and_labelled_with_known_checks() -> None:
    doelen = [doel for deel in DATA["doelen"].values() for doel in deel]
    assert len({doel["tekst"] for doel in doelen}) >= 140
    assert sum(len(DATA["doelen"][deel]) for deel in ACHTERGEHOUDEN) >= 40
    assert {check for doel in doelen for check in doel["verwacht"]} == set(CHECKS)


def test_precision_and_recall_per_check_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        for naam, delen in (("development", ONTWIKKELING), ("held out", ACHTERGEHOUDEN)):
            telling = tel(*delen)
            print(f"\nSMART(I) help, {naam}: {sum(len(DATA['doelen'][deel]) for deel in delen)} goals")
            for check in CHECKS:
                precisie, vangst = precisie_en_vangst(telling, check)
                print(f"  {check:13} precision {precisie:.2f}  recall {vangst:.2f}")
    telling = tel(*ONTWIKKELING, *ACHTERGEHOUDEN)
    assert all(telling[check, "goed"] > 0 for check in CHECKS)


@pytest.mark.parametrize("check", CHECKS)
def test_a_remark_is_hardly_ever_wrong(check: str) -> None:
    precisie, _ = precisie_en_vangst(tel(*ONTWIKKELING, *ACHTERGEHOUDEN), check)
    assert precisie >= PRECISIE


@pytest.mark.parametrize("check", CHECKS)
def test_a_held_out_goal_hardly_ever_gets_a_wrong_remark(check: str) -> None:
    precisie, _ = precisie_en_vangst(tel(*ACHTERGEHOUDEN), check)
    assert precisie >= PRECISIE


@pytest.mark.parametrize("check", CHECKS)
def test_most_expected_remarks_are_made(check: str) -> None:
    _, vangst = precisie_en_vangst(tel(*ONTWIKKELING, *ACHTERGEHOUDEN), check)
    assert vangst >= VANGST[check]
