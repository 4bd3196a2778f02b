"""Columns on paper: everything once, in order, no wider than the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.documents.indeling import BESCHIKBAAR, verdeel
from lti_tool.documents.overzichtsdocument import Documentkolom, Documentrij


@given(
    st.lists(st.tuples(st.text(max_size=40), st.booleans(), st.text(max_size=400)), max_size=60), st.data()
)
def test_every_column_stands_on_paper_once_and_fits(maak, kolommen, data):
    papier = data.draw(st.sampled_from(["a4", "a3"]))
    document = maak.document(
        [
            Documentkolom(f"k{n} {kop}", "k", f"blok {n // 5}", numeriek=getal)
            for n, (kop, getal, _) in enumerate(kolommen)
        ],
        [Documentrij("Aya", "1", "", [cel for *_, cel in kolommen], [False] * len(kolommen))],
    )
    delen = verdeel(document, papier)
    verwacht = [f"k{n}" for n in range(len(kolommen))]
    assert [
        kop.tekst.split()[0] for deel in delen for kop in deel.koppen if kop.tekst.startswith("k")
    ] == verwacht
    for deel in delen:
        assert sum(kop.breedte for kop in deel.koppen) <= BESCHIKBAAR[papier] + 0.1 * len(deel.koppen)
        assert sum(aantal for _, aantal in deel.blokken) == len(deel.koppen) == len(deel.rijen[0])


def test_names_stand_in_every_part_and_number_and_signals_in_the_first(maak):
    kolommen = [Documentkolom(f"Toets {n}", "t", "Toetsen") for n in range(30)]
    delen = verdeel(
        maak.document(kolommen, [Documentrij("Aya", "1", "", ["lange tekst"] * 30, [False] * 30)]), "a4"
    )
    assert len(delen) > 1
    assert [kop.tekst for kop in delen[0].koppen[:3]] == ["Leerling", "Nummer", "S"]
    assert [deel.koppen[0].tekst for deel in delen] == ["Leerling"] * len(delen)
    assert delen[1].koppen[1].tekst != "Nummer"


def test_blocks_span_their_columns(maak):
    assert verdeel(maak.document(), "a4")[0].blokken == [("", 3), ("Toetsen", 2), ("Waarnemen", 1)]


@pytest.mark.parametrize(("papier", "aantal"), [("a4", 2), ("a3", 1)])
def test_a3_takes_more_columns_than_a4(maak, papier, aantal):
    kolommen = [Documentkolom(f"Tekst {n}", "t", "") for n in range(11)]
    rijen = [Documentrij("Aya", "", "", ["x" * 80] * 11, [False] * 11)]
    assert len(verdeel(maak.document(kolommen, rijen), papier)) == aantal
