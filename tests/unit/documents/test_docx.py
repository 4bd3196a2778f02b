"""The Word document, opened again."""

import io
import runpy
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from lti_tool.documents.docx import schrijf_docx
from lti_tool.documents.overzichtsdocument import Documentkolom, Documentrij
from lti_tool.settings import data_dir

VIJANDIG = ["{{ 7*7 }}", "{% for x in y %}", "<w:p/>&amp;", "regel 1\nregel 2", "😀 שלום", "=1+1"]


def open_docx(document, papier="a4"):
    return Document(io.BytesIO(schrijf_docx(document, papier)))


def cellen(tabel):
    return [[cel.text for cel in rij.cells] for rij in tabel.rows]


def test_the_table_holds_blocks_heads_and_pupils(maak):
    [tabel] = open_docx(maak.document()).tables
    blokken, koppen, *rijen = cellen(tabel)
    assert blokken == ["", "", "", "Toetsen", "Toetsen", "Waarnemen"]
    assert koppen == ["Leerling", "Nummer", "S", "Spelling", "Rekenen", "Stimulerend"]
    assert rijen[0] == ["Aya de Vries", "100234", "leerachterstand", "5,4 !", "IV !", "tekent graag"]
    assert [rij[0] for rij in rijen] == ["Aya de Vries", "Bram van 't Hof", "Çelik, Deniz"]


def test_head_rows_repeat_and_rows_stay_whole(maak):
    [tabel] = open_docx(maak.document()).tables
    assert [rij._tr.trPr.find(qn("w:tblHeader")) is not None for rij in tabel.rows] == [
        True,
        True,
        *[False] * 3,
    ]
    assert all(rij._tr.trPr.find(qn("w:cantSplit")) is not None for rij in tabel.rows)


def test_every_page_says_what_it_is(maak):
    kolommen = [Documentkolom("Bijzonderheden", "b", "", gevoelig=True)]
    document = open_docx(
        maak.document(kolommen, [Documentrij("Aya", "", "", ["x"], [True])], vertrouwelijk=True)
    )
    rand = document.sections[0]
    assert rand.header.paragraphs[0].text == (
        "3HA · De Horizon · M. Bakker · Cyclus 1 · 22-11-2026\tVERTROUWELIJK"
    )
    assert rand.footer.paragraphs[0].text.startswith("! = onder de afspraak\tBladzijde ")
    assert [veld.get(qn("w:instr")) for veld in rand.footer._element.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]
    assert document.tables[0].rows[1].cells[3].text == "Bijzonderheden (vertrouwelijk)"
    assert document.core_properties.title == "Groepsoverzicht 3HA"


def test_marks_of_the_template_language_and_markup_are_only_shown(maak):
    kolommen = [Documentkolom(kop, "k", "Blok") for kop in VIJANDIG]
    document = maak.document(
        kolommen,
        [Documentrij(VIJANDIG[0], "", "", VIJANDIG, [False] * 6)],
        school=VIJANDIG[1],
        groep=VIJANDIG[2],
    )
    geopend = open_docx(document, "a3")
    gelezen = [cel for tabel in geopend.tables for cel in cellen(tabel)[2]]
    assert [cel for cel in VIJANDIG if cel not in gelezen] == []
    assert geopend.core_properties.title == f"Groepsoverzicht {VIJANDIG[2]}"
    assert f"{VIJANDIG[2]} · {VIJANDIG[1]} · " in geopend.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize(("papier", "breedte"), [("a4", 297), ("a3", 420)])
def test_columns_fill_the_paper_on_its_side(maak, papier, breedte):
    document = open_docx(maak.document(), papier)
    rand = document.sections[0]
    for alinea in (rand.header.paragraphs[0], rand.footer.paragraphs[0]):
        (stop,) = alinea.paragraph_format.tab_stops
        assert round(stop.position.mm) == breedte - 20
    assert round(document.sections[0].page_width.mm) == breedte
    kolommen = document.tables[0]._tbl.tblGrid.findall(qn("w:gridCol"))
    twips = sum(int(kolom.get(qn("w:w"))) for kolom in kolommen)
    assert round(twips / 1440 * 25.4) == breedte - 20


def test_properties_of_cells_stand_in_the_order_that_word_wants(maak):
    [tabel] = open_docx(maak.document()).tables
    volgorde = [qn("w:tcW"), qn("w:gridSpan"), qn("w:shd")]
    for cel in tabel._tbl.iter(qn("w:tcPr")):
        namen = [kind.tag for kind in cel]
        assert namen == sorted(namen, key=volgorde.index)


def test_more_columns_than_fit_go_on_in_a_next_table(maak):
    kolommen = [Documentkolom(f"Toets {n}", "t", "Toetsen") for n in range(30)]
    rijen = [Documentrij("Aya", "1", "", ["een tekst"] * 30, [False] * 30)]
    tabellen = open_docx(maak.document(kolommen, rijen)).tables
    assert len(tabellen) > 1
    assert [kop for tabel in tabellen for kop in cellen(tabel)[1] if kop.startswith("Toets")] == [
        f"Toets {n}" for n in range(30)
    ]


def test_an_overview_without_pupils_or_columns_is_still_a_document(maak):
    assert cellen(open_docx(maak.document([], [])).tables[0])[1] == ["Leerling", "Nummer", "S"]


def test_a_name_without_end_is_still_a_document(maak):
    assert open_docx(maak.document(groep="3HA" * 200)).core_properties.title.startswith("Groepsoverzicht 3HA")


def test_the_template_is_what_its_maker_makes(tmp_path):
    map_ = data_dir("templates") / "documents"
    nieuw = tmp_path / "overzicht.docx"
    runpy.run_path(str(map_ / "maak_overzicht_docx.py"))["maak"]().save(str(nieuw))
    with zipfile.ZipFile(nieuw) as gemaakt, zipfile.ZipFile(map_ / "overzicht.docx") as bewaard:
        assert gemaakt.namelist() == bewaard.namelist()
        for deel in gemaakt.namelist():
            assert gemaakt.read(deel) == bewaard.read(deel), deel
