"""Scales are built from plain configuration and refuse what makes no sense."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.schalen import OngeldigeSchaal, Schaal

EENVOUDIG = ["cijfer", "percentage", "niveau_i_v", "niveau_a_e", "referentieniveau", "woorden"]


@pytest.mark.parametrize("soort", EENVOUDIG)
def test_a_scale_survives_being_stored(soort: str) -> None:
    schaal = Schaal.van_dict({"soort": soort})
    assert Schaal.van_dict(json.loads(json.dumps(schaal.als_dict()))) == schaal


@given(st.integers(-500, 500), st.integers(1, 900), st.integers(0, 3))
def test_a_number_scale_survives_being_stored(laag: int, bereik: int, decimalen: int) -> None:
    gegevens = {
        "soort": "getal",
        "minimum": laag / 10**decimalen,
        "maximum": (laag + bereik) / 10**decimalen,
        "decimalen": decimalen,
    }
    schaal = Schaal.van_dict(gegevens)
    assert Schaal.van_dict(json.loads(json.dumps(schaal.als_dict()))) == schaal
    assert schaal.minimum < schaal.maximum


def test_a_school_has_its_own_words() -> None:
    schaal = Schaal.van_dict({"soort": "woorden", "waarden": ["zwak", " ruim  goed "]})
    assert schaal.waarden == ("zwak", "ruim goed")
    assert not schaal.numeriek


@pytest.mark.parametrize(
    ("gegevens", "bericht"),
    [
        ({}, "onbekende soort"),
        ({"soort": "sterren"}, "onbekende soort"),
        ({"soort": ["cijfer"]}, "onbekende soort"),
        ({"soort": "cijfer", "maximum": 20}, "maximum"),
        ({"soort": "getal"}, "minimum"),
        ({"soort": "getal", "minimum": 0, "maximum": "10"}, "maximum"),
        ({"soort": "getal", "minimum": True, "maximum": 10}, "minimum"),
        ({"soort": "getal", "minimum": 5, "maximum": 5}, "lager"),
        ({"soort": "getal", "minimum": float("nan"), "maximum": 5}, "miljoen"),
        ({"soort": "getal", "minimum": 0, "maximum": float("inf")}, "miljoen"),
        ({"soort": "getal", "minimum": 0, "maximum": 5, "decimalen": 4}, "decimalen"),
        ({"soort": "getal", "minimum": 0, "maximum": 5, "decimalen": True}, "decimalen"),
        ({"soort": "getal", "minimum": 0.5, "maximum": 5}, "meer decimalen"),
        ({"soort": "woorden", "waarden": "goed"}, "lijst"),
        ({"soort": "woorden", "waarden": ["goed"]}, "lijst"),
        ({"soort": "woorden", "waarden": ["goed", "Goed"]}, "dubbels"),
        ({"soort": "woorden", "waarden": ["goed", 3]}, "anders dan tekst"),
        ({"soort": "woorden", "waarden": ["-", "goed"]}, "geen score"),
    ],
)
def test_a_scale_that_makes_no_sense_is_refused(gegevens: dict[str, Any], bericht: str) -> None:
    with pytest.raises(OngeldigeSchaal, match=bericht):
        Schaal.van_dict(gegevens)


def test_the_allowed_values_are_named_as_people_say_them() -> None:
    def toegestaan(**gegevens: object) -> str:
        return Schaal.van_dict(gegevens).toegestaan()

    assert toegestaan(soort="niveau_i_v") == "Kies uit I, II, III, IV of V."
    assert toegestaan(soort="woorden") == "Kies uit onvoldoende, voldoende of goed."
    assert "<1F, 1F, 1S" in toegestaan(soort="referentieniveau")
    assert "van 1,0 tot en met 10,0" in toegestaan(soort="cijfer")
    assert "van 0 tot en met 100," in toegestaan(soort="percentage")
    assert toegestaan(soort="getal", minimum=0, maximum=120) == (
        "Vul een getal in van 0 tot en met 120, zonder decimalen."
    )
    assert "hoogstens 2 decimalen" in toegestaan(soort="getal", minimum=0, maximum=1, decimalen=2)
