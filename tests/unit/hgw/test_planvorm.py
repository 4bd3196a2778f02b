"""The forms of a plan, and what a school may make of its columns."""

from typing import Any

import pytest

from lti_tool.hgw.planvorm import (
    Plankolom,
    bezwaren,
    bezwaren_samen,
    delen,
    kolom_voor,
    vorm_van,
)

KOLOMMEN = (
    Plankolom("leerlingen", "Leerlingen", "leerlingen"),
    Plankolom("doelen", "Doelen", "doelen"),
    Plankolom("inhoud", "Inhoud", categorieen=("opdrachten",)),
    Plankolom("aanpak", "Aanpak", categorieen=("*",)),
    Plankolom("organisatie", "Organisatie"),
    Plankolom("evaluatie", "Evaluatie"),
)


def test_only_a_subject_can_be_divergent_and_then_without_a_row_for_all() -> None:
    assert vorm_van(vakspecifiek=False, divergent=True).sleutel == "vakoverstijgend"
    assert vorm_van(vakspecifiek=True, divergent=False).basisrij
    assert not vorm_van(vakspecifiek=True, divergent=True).basisrij


def test_the_mentors_plan_has_two_parts_and_a_subjects_one() -> None:
    assert [len(deel.domeinen) for deel in delen(vakspecifiek=False)] == [1, 4]
    assert [(deel.naam, len(deel.domeinen)) for deel in delen(vakspecifiek=True)] == [("", 1)]


def test_a_sentence_finds_its_column_or_the_one_for_the_rest() -> None:
    gevonden = [kolom_voor(KOLOMMEN, categorie) for categorie in ("opdrachten", "feedback", "onbekend")]
    assert [kolom.sleutel if kolom else None for kolom in gevonden] == ["inhoud", "aanpak", "aanpak"]
    zonder_rest = [kolom for kolom in KOLOMMEN if kolom.sleutel != "aanpak"]
    kolom = kolom_voor(zonder_rest, "feedback")
    assert kolom is not None
    assert kolom.sleutel == "inhoud"
    assert kolom_voor(KOLOMMEN[:2], "feedback") is None


def test_the_default_columns_are_in_order() -> None:
    assert [list(bezwaren(kolom)) for kolom in KOLOMMEN] == [[]] * 6
    assert bezwaren_samen(KOLOMMEN) == []


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("sleutel", "Aanpak"),
        ("sleutel", 3),
        ("naam", ""),
        ("naam", "x" * 41),
        ("naam", "twee\nregels"),
        ("uitleg", None),
        ("soort", "getal"),
        ("breedte", 0),
        ("breedte", True),
        ("breedte", 2.5),
        ("categorieen", "feedback"),
        ("categorieen", (1,)),
    ],
)
def test_a_column_that_makes_no_sense_is_refused_by_its_field(veld: str, waarde: Any) -> None:
    gegevens: dict[str, Any] = {"sleutel": "aanpak", "naam": "Aanpak"} | {veld: waarde}
    assert [gevonden for gevonden, _ in bezwaren(Plankolom(**gegevens))] == [veld]


def test_goals_take_no_sentences() -> None:
    assert list(bezwaren(Plankolom("doelen", "Doelen", "doelen", categorieen=("*",))))


@pytest.mark.parametrize(
    ("kolommen", "woord"),
    [
        (KOLOMMEN[1:], "leerlingen"),
        ((*KOLOMMEN, KOLOMMEN[3]), "meer dan één keer"),
        (KOLOMMEN[:4] + KOLOMMEN[5:], "organisatie"),
        (KOLOMMEN[:2] + KOLOMMEN[4:], "aanpak of de inhoud"),
    ],
)
def test_what_the_rest_of_the_tool_counts_on_must_be_there(
    kolommen: tuple[Plankolom, ...], woord: str
) -> None:
    (fout,) = bezwaren_samen(kolommen)
    assert woord in fout
