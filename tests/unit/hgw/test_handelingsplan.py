"""The form of a plan for one pupil as data, and how many of them are many."""

import tomllib

import pytest

from lti_tool.hgw.handelingsplan import OngeldigeVorm, lees_vorm, zijn_er_veel
from lti_tool.settings import data_dir

BESTAND = data_dir("config") / "instrumenten" / "handelingsplan.toml"
VELD = {"sleutel": "reden", "naam": "Waarom?"}


def met(*velden: dict[str, object]) -> dict[str, object]:
    return {"vakspecifiek": [{"naam": "Deel", "velden": [VELD, *velden]}]}


@pytest.mark.parametrize(
    ("soort", "eigen"),
    [
        ("vakoverstijgend", {"bestemming", "bevorderend", "belemmerend"}),
        ("vakspecifiek", {"leerrendement", "inhoud"}),
    ],
)
def test_each_kind_of_group_has_the_fields_of_its_form(soort: str, eigen: set[str]) -> None:
    vorm = lees_vorm(tomllib.loads(BESTAND.read_text(encoding="utf-8")), soort)
    sleutels = {veld.sleutel for veld in vorm.velden}
    samen = {"reden", "behoeften", "doelen", "aanpak", "organisatie", "evaluatie", "afspraken", "uitkomst"}
    assert sleutels >= eigen | samen | {"gehoord_hoe", "gehoord_op", "gehoord_woorden"}
    assert vorm.zoek("reden") == vorm.velden[0]
    assert vorm.zoek("bsn") is None


@pytest.mark.parametrize(
    ("gegevens", "melding"),
    [
        ({}, "vakspecifiek"),
        ({"vakspecifiek": [{"naam": "Deel"}]}, "velden"),
        ({"vakspecifiek": [{"naam": "Deel", "velden": []}]}, "reden ontbreekt"),
        (met({"sleutel": "a", "naam": "A", "kleur": "rood"}), "kleur"),
        (met({"sleutel": "a", "naam": " "}), "geen naam"),
        (met(VELD), "twee keer"),
        (met({"sleutel": "a", "naam": "A", "vul": "bsn"}), "vul of soort"),
        (met({"sleutel": "a", "naam": "A", "soort": "getal"}), "vul of soort"),
    ],
)
def test_a_form_that_cannot_be_used_says_where(gegevens: dict[str, object], melding: str) -> None:
    with pytest.raises(OngeldigeVorm, match=melding):
        lees_vorm(gegevens, "vakspecifiek")


@pytest.mark.parametrize(
    ("aantal", "leerlingen", "veel"),
    [
        (0, 28, False),
        (1, 4, False),  # one is never many, however small the group
        (2, 28, False),
        (2, 12, True),
        (3, 28, True),
        (3, 30, False),
        (4, 60, True),
        (0, 0, False),
    ],
)
def test_more_than_three_or_a_tenth_of_the_class_is_many(aantal: int, leerlingen: int, veel: bool) -> None:
    assert zijn_er_veel(aantal, leerlingen) is veel
