"""Damaged files of every kind: a clear message or a table, never a crash."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lti_tool.documents.blad import OnleesbaarBestand
from lti_tool.documents.inlezen import lees_bestand
from lti_tool.documents.xlsx import schrijf_xlsx

stukken = st.sampled_from(
    [b"", b"0", b"-1", b"99999999999", b"<a>", b'"', b"e9", b"\xff", b"NaN", b"\xd9\xa3", b"\n;"]
)


@st.composite
def schade(draw, heel):
    """The bytes with up to four small pieces replaced."""
    for _ in range(draw(st.integers(1, 4))):
        plek = draw(st.integers(0, len(heel)))
        heel = heel[:plek] + draw(stukken) + heel[plek + draw(st.integers(0, 20)) :]
    return heel


@st.composite
def schade_binnenin(draw, heel):
    """The zip file with one of its members damaged."""
    with zipfile.ZipFile(io.BytesIO(heel)) as pakket:
        naam = draw(st.sampled_from([n for n in pakket.namelist() if n.endswith((".xml", ".rels"))]))
        delen = {n: pakket.read(n) for n in pakket.namelist()}
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as doel:
        for n, inhoud in delen.items():
            doel.writestr(n, draw(schade(inhoud)) if n == naam else inhoud)
    return uit.getvalue()


def bestand(maak, naam):
    if naam == "x.csv":
        return b'Naam;Cijfer\nAya;"7,5"\nBram;"zei ""dag"""\n'
    if naam == "x.xlsx":
        return schrijf_xlsx(maak.document())
    spaties = maak.ods_cel(inhoud='<text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p>')
    return maak.ods(
        maak.ods_rij("Naam", "A") + maak.ods_rij(spaties, 7.5, herhaal=2),
        extra={"META-INF/manifest.xml": "<a/>"},
    )


@pytest.mark.parametrize("naam", ["x.csv", "x.xlsx", "x.ods"])
@pytest.mark.parametrize("waar", [schade, schade_binnenin])
def test_a_damaged_file_gives_a_message_or_a_table(maak, naam, waar):
    heel = bestand(maak, naam)

    @settings(deadline=None)
    @given((schade if naam == "x.csv" else waar)(heel))
    def nooit_een_val(kapot):
        with contextlib.suppress(OnleesbaarBestand):
            blad = lees_bestand(naam, kapot)
            assert {len(rij) for rij in blad.rijen} == {len(blad.koppen)}

    nooit_een_val()


@given(st.binary(max_size=200))
def test_binary_junk_with_any_name_gives_a_message_or_a_table(junk):
    for naam in ("x.csv", "x.xlsx", "x.ods", "x.xls"):
        with contextlib.suppress(OnleesbaarBestand):
            assert lees_bestand(naam, junk).rijen


def test_marks_nested_without_end_are_refused(maak):
    diep = "<text:p>" + "<text:span>" * 5000 + "x" + "</text:span>" * 5000 + "</text:p>"
    with pytest.raises(OnleesbaarBestand, match="afgebroken of beschadigd"):
        lees_bestand("x.ods", maak.ods(maak.ods_rij("Naam") + maak.ods_rij(maak.ods_cel(inhoud=diep))))


def test_a_rare_way_of_packing_is_refused_before_it_asks_for_memory():
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_LZMA) as doel:
        doel.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(OnleesbaarBestand, match="afgebroken of beschadigd"):
        lees_bestand("x.xlsx", uit.getvalue())
