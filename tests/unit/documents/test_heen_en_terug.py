"""What is exported and then imported again is the same, whatever people typed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lti_tool.documents.csv import schrijf_csv
from lti_tool.documents.inlezen import lees_bestand
from lti_tool.documents.overzichtsdocument import Documentkolom, Documentrij, Overzichtsdocument
from lti_tool.documents.tekst import beveilig, herstel, is_getal, schoon
from lti_tool.documents.xlsx import schrijf_xlsx

gevaarlijk = st.sampled_from(
    ["=1+1", "+31", "-", "@x", "'=1", "''-1", "\t=1", " =1", "'t Hof", "_x0041_", "\uff1d1"]
)
vrij = st.one_of(st.text(max_size=30), st.text("=+-@'\"\\;,\t\n :_x0", max_size=8), gevaarlijk).map(schoon)
getallen = st.one_of(
    st.integers(-99999, 99999).map(str),
    st.decimals(-1000, 1000, places=1).map(lambda d: f"{d:f}".replace(".", ",")),
)
kop = st.text("abcdefghij XYZ-;,", min_size=1, max_size=12).map(lambda k: f"K{k}".strip())


@st.composite
def documenten(draw):
    soorten = draw(st.lists(st.tuples(kop, st.booleans(), st.booleans()), max_size=5))
    kolommen = [Documentkolom(k, k, "Blok", gevoelig, getal) for k, gevoelig, getal in soorten]
    cel = [st.one_of(getallen, vrij) if kolom.numeriek else vrij for kolom in kolommen]
    rij = st.builds(
        Documentrij,
        leerling=vrij.map(lambda naam: f"{naam}x"),
        nummer=vrij,
        signalen=vrij,
        cellen=st.tuples(*cel).map(list),
        onder=st.lists(st.booleans(), min_size=len(cel), max_size=len(cel)),
    )
    rijen = draw(st.lists(rij, min_size=1, max_size=5))
    return Overzichtsdocument("S", "G", "E", "C", date(2026, 11, 22), True, ["Blok"], kolommen, rijen)


def verwacht(document):
    koppen = [" ".join(kop.split()) for kop in document.koppen()]
    return koppen, [[rij.leerling, rij.nummer, rij.signalen, *rij.cellen] for rij in document.rijen]


@pytest.mark.parametrize(("naam", "schrijf"), [("x.csv", schrijf_csv), ("x.xlsx", schrijf_xlsx)])
def test_export_then_import_gives_the_same_cells(naam, schrijf):
    @settings(deadline=None)
    @given(documenten())
    def zelfde(document):
        blad = lees_bestand(naam, schrijf(document))
        assert (blad.koppen, blad.rijen) == verwacht(document)

    zelfde()


@given(vrij)
def test_no_protected_cell_starts_as_a_formula_and_all_come_back(tekst):
    assert (
        not beveilig(tekst).lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"))
    )
    assert herstel(beveilig(tekst)) == tekst


@given(st.text())
def test_cleaning_twice_changes_nothing_more(tekst):
    assert schoon(schoon(tekst)) == schoon(tekst)


@pytest.mark.parametrize(
    ("tekst", "getal"), [("7", True), ("-2,5", True), ("0,0", True), ("7.5", False), ("-0", False)]
)
def test_only_numbers_that_come_back_as_they_were_are_numbers(tekst, getal):
    assert is_getal(tekst) is getal


@pytest.mark.parametrize("tekst", ["", "007", "1e5", "7,", ",5", "٧", "1" * 20, "=7", "7,1234"])
def test_what_only_resembles_a_number_stays_text(tekst):
    assert not is_getal(tekst)


def test_characters_that_files_cannot_hold_go_and_long_text_is_cut_visibly():
    assert schoon("a\x00b\x1fc\ud800\r\nd") == "abc\nd"
    assert schoon("x" * 40_000).endswith("x…")
    assert len(schoon("x" * 40_000)) == 32_000
