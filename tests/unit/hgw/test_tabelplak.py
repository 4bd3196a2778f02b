"""What is copied in a spreadsheet arrives as the same cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.tabelplak import MEESTE_KOLOMMEN, MEESTE_RIJEN, TeGroot, lees_plaktekst


@pytest.mark.parametrize(
    ("geplakt", "tabel"),
    [
        ("7,5\r\n8,0\r\n-\r\n", [["7,5"], ["8,0"], ["-"]]),
        ("7,5\n\n8,0\n", [["7,5"], [""], ["8,0"]]),
        ("7,5\n\n", [["7,5"], [""]]),
        ("7,5", [["7,5"]]),
        ("Sem\t7,5\nZoë\t8", [["Sem", "7,5"], ["Zoë", "8"]]),
        ("Sem\t7,5\t\nZoë", [["Sem", "7,5", ""], ["Zoë", "", ""]]),
        ('"twee\nregels"\t7', [["twee\nregels", "7"]]),
        ('"twee\r\nregels"\t7\r\n', [["twee\nregels", "7"]]),
        ('"met ""aanhaling"" en\ttab"\t7', [['met "aanhaling" en\ttab', "7"]]),
        ('"begin" van een zin\t7', [['"begin" van een zin', "7"]]),
        ('"nooit gesloten\t7\n8', [['"nooit gesloten', "7"], ["8", ""]]),
        ('een 5" buis\t7', [['een 5" buis', "7"]]),
        ('""\t7', [["", "7"]]),
        ("\ufeffSem\u00a0\t 7 ", [["Sem", "7"]]),
        ("a\rb", [["a"], ["b"]]),
        ("\tx", [["", "x"]]),
        ("7,5; 8,0", [["7,5; 8,0"]]),
        ("=1+1\t<b>", [["=1+1", "<b>"]]),
    ],
)
def test_a_block_is_read_cell_by_cell(geplakt: str, tabel: list[list[str]]) -> None:
    assert [list(rij) for rij in lees_plaktekst(geplakt)] == tabel


@pytest.mark.parametrize("niets", ["", "\n", "\r\n\r\n", " \t \n", "\ufeff", "\0"])
def test_nothing_pasted_is_no_rows(niets: str) -> None:
    assert lees_plaktekst(niets) == ()


@pytest.mark.parametrize(
    "te_veel",
    ["1\n" * (MEESTE_RIJEN + 1), "\t" * MEESTE_KOLOMMEN + "1", "x" * 1_000_001],
)
def test_too_much_is_refused(te_veel: str) -> None:
    with pytest.raises(TeGroot, match="lak"):
        lees_plaktekst(te_veel)


def test_the_largest_block_fits() -> None:
    assert len(lees_plaktekst("1\n" * MEESTE_RIJEN)) == MEESTE_RIJEN


def test_a_block_full_of_unclosed_quotes_is_read() -> None:
    assert len(lees_plaktekst('"x\t' * 100 + "\n" + '"y"z\n' * 500)) == 501


CEL = st.text(alphabet='ab7,"\t\n é', max_size=8).map(str.strip)


def _als_excel(cel: str) -> str:
    return '"' + cel.replace('"', '""') + '"' if set(cel) & set('"\t\n') else cel


@given(st.lists(st.lists(CEL, min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_excel_copies_comes_back_the_same(tabel: list[list[str]]) -> None:
    geplakt = "".join("\t".join(map(_als_excel, rij)) + "\r\n" for rij in tabel)
    verwacht = [] if not any(any(rij) for rij in tabel) else tabel
    assert [list(rij) for rij in lees_plaktekst(geplakt)] == verwacht


@given(st.text(max_size=60))
def test_any_text_gives_a_straight_table(tekst: str) -> None:
    assert len({len(rij) for rij in lees_plaktekst(tekst)}) <= 1
