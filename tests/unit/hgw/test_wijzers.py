"""A checklist is read whole or refused with what is wrong."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from lti_tool.hgw.redenen import REDEN_PER_SLEUTEL
from lti_tool.hgw.wijzers import AFSPRAKEN, OngeldigeWijzer, lees_wijzer

MAP = Path(__file__).parents[3] / "config" / "instrumenten"
BESTAND = MAP / "kijkwijzer.toml"


def gegevens(*items: dict[str, str]) -> dict[str, Any]:
    deel = {"sleutel": "a", "naam": "A", "items": list(items)}
    return {"naam": "Proef", "inleiding": "Kijk.", "onderdeel": [deel]}


def test_the_kijkwijzer_of_the_product_asks_what_the_field_asks() -> None:
    wijzer = lees_wijzer(tomllib.loads(BESTAND.read_text(encoding="utf-8")))
    assert [len(onderdeel.items) for onderdeel in wijzer.onderdelen] == [11, 11, 4]


def test_the_planwijzer_of_the_product_asks_what_the_field_asks() -> None:
    wijzer = lees_wijzer(tomllib.loads((MAP / "planwijzer.toml").read_text(encoding="utf-8")))
    assert [onderdeel.naam for onderdeel in wijzer.onderdelen] == [
        *("Doelen", "Inhoud", "Aanpak", "Organisatie", "Evaluatie")
    ]
    assert [len(onderdeel.items) for onderdeel in wijzer.onderdelen] == [5, 3, 7, 4, 3]


def test_what_it_counts_exists() -> None:
    wijzer = lees_wijzer(tomllib.loads(BESTAND.read_text(encoding="utf-8")))
    for item in wijzer.items:
        soort, _, rest = item.geteld.partition(":")
        assert soort in ("", "kolom", "signaal", "scores", "eerdere_scores", "seo", "ijkpunten", "collegas")
        assert soort != "signaal" or set(rest.split(",")) <= set(REDEN_PER_SLEUTEL)


def test_an_item_is_found_by_its_key_and_the_agreements_too() -> None:
    wijzer = lees_wijzer(gegevens({"sleutel": "x", "tekst": "Klopt het?"}))
    gevonden = wijzer.zoek("x")
    assert gevonden is not None
    assert gevonden.tekst == "Klopt het?"
    assert wijzer.zoek(AFSPRAKEN) is not None
    assert wijzer.zoek("y") is None


@pytest.mark.parametrize(
    "fout",
    [
        {},
        {"naam": "Proef", "inleiding": "Kijk."},
        gegevens({"sleutel": "x"}),
        gegevens({"sleutel": "x", "tekst": "  "}),
        gegevens({"sleutel": "x", "tekst": "a", "vreemd": "b"}),
        gegevens({"sleutel": "x", "tekst": "a"}, {"sleutel": "x", "tekst": "b"}),
        gegevens({"sleutel": AFSPRAKEN, "tekst": "a"}),
    ],
)
def test_something_missing_empty_unknown_or_doubled_is_refused(fout: dict[str, Any]) -> None:
    with pytest.raises(OngeldigeWijzer):
        lees_wijzer(fout)
