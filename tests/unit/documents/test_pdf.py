"""The PDF, read back: pages, repeated heads, tags, and text that tries to be typst."""

import io

import pytest
import typst
from pypdf import PdfReader

from lti_tool.documents import pdf
from lti_tool.documents.overzichtsdocument import Documentkolom, Documentrij
from lti_tool.documents.pdf import schrijf_pdf

VIJANDIG = [
    '#eval("1+1") #read("/etc/passwd") $x^2$ *vet* _schuin_ <label> @verwijzing',
    '#import "@preview/x:1.0.0" \\ " \' ` = - + // /* */ #[',
    "A" * 300,
    "שלום مرحبا",
    "regel 1\nregel 2",
    "",
]


def lees(inhoud):
    return PdfReader(io.BytesIO(inhoud))


def tekst(inhoud):
    """All text, without the places where a long word may break."""
    return "\n".join(pagina.extract_text() for pagina in lees(inhoud).pages).replace("\u200b", "")


@pytest.fixture
def lang(maak):
    """Sixty pupils, with a sensitive column."""
    kolommen = [
        Documentkolom("Spelling", "sp", "Toetsen", numeriek=True),
        Documentkolom("Bijzonderheden", "b", "Waarnemen", gevoelig=True),
    ]
    rijen = [Documentrij(f"Leerling {n}", str(n), "", ["5,4", "bril"], [n == 7, False]) for n in range(60)]
    return maak.document(kolommen, rijen, vertrouwelijk=True)


def test_every_page_says_what_it_is_and_repeats_the_heads(lang):
    paginas = [pagina.extract_text() for pagina in lees(schrijf_pdf(lang)).pages]
    assert len(paginas) > 1
    for nummer, pagina in enumerate(paginas, start=1):
        assert "3HA · De Horizon · M. Bakker · Cyclus 1 · 22-11-2026" in pagina
        assert "VERTROUWELIJK" in pagina
        assert f"Bladzijde {nummer} van {len(paginas)}" in pagina
        assert "Spelling" in pagina
        assert "Toetsen" in pagina


def test_all_pupils_are_there_once(lang):
    gelezen = tekst(schrijf_pdf(lang))
    assert [gelezen.count(f"Leerling {n} {n} ") for n in range(60)] == [1] * 60


def test_it_is_tagged_has_a_title_and_a_language_and_keeps_to_pdf_ua(maak):
    document = lees(schrijf_pdf(maak.document()))
    wortel = document.root_object
    assert wortel["/MarkInfo"]["/Marked"].value is True
    assert wortel["/Lang"] == "nl"
    assert document.metadata.title == "Groepsoverzicht 3HA"
    assert b"pdfuaid:part" in wortel["/Metadata"].get_object().get_data()


def test_heads_of_columns_are_heads_for_a_screen_reader(maak):
    assert "/TH" in soorten(lees(schrijf_pdf(maak.document())).root_object["/StructTreeRoot"])


def soorten(knoop):
    """The kinds of structure in a tree of tags."""
    knoop = knoop.get_object() if hasattr(knoop, "get_object") else knoop
    if isinstance(knoop, list):
        return set().union(*(soorten(kind) for kind in knoop))
    if not isinstance(knoop, dict):
        return set()
    return {str(knoop.get("/S"))} | (soorten(knoop["/K"]) if "/K" in knoop else set())


def test_nothing_is_called_confidential_that_is_not(maak):
    assert "VERTROUWELIJK" not in tekst(schrijf_pdf(maak.document())).upper()


def test_a_score_under_its_ijkpunt_has_a_sign_and_the_sign_is_explained(maak):
    gelezen = tekst(schrijf_pdf(maak.document()))
    assert "5,4 !" in gelezen
    assert "! = onder de afspraak" in gelezen


@pytest.mark.parametrize(("papier", "breedte"), [("a4", 297), ("a3", 420)])
def test_paper_lies_on_its_side(maak, papier, breedte):
    bladzijde = lees(schrijf_pdf(maak.document(), papier)).pages[0].mediabox
    assert round(bladzijde.width / 72 * 25.4) == breedte


def test_text_that_tries_to_be_typst_is_only_shown(maak):
    kolommen = [Documentkolom(kop, "k", blok) for kop, blok in zip(VIJANDIG, VIJANDIG[::-1], strict=True)]
    rijen = [Documentrij(cel, cel, cel, VIJANDIG, [True] * len(VIJANDIG)) for cel in VIJANDIG]
    anders = dict.fromkeys(("school", "groep", "eigenaar", "cyclus"), VIJANDIG[0])
    gelezen = " ".join(tekst(schrijf_pdf(maak.document(kolommen, rijen, **anders), "a3")).split())
    assert '#eval("1+1")' in gelezen
    assert "$x^2$" in gelezen
    assert "root:" not in gelezen


def test_a_character_that_no_font_has_costs_the_norm_and_not_the_document(maak, monkeypatch):
    zonder_systeem = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(pdf, "_lettertypen", lambda: zonder_systeem)
    rijen = [Documentrij("Aya 😀", "", "", [], [])]
    document = lees(schrijf_pdf(maak.document([], rijen)))
    assert "Aya" in document.pages[0].extract_text()
    wortel = document.root_object
    assert wortel["/MarkInfo"]["/Marked"].value is True
    assert b"pdfuaid" not in wortel["/Metadata"].get_object().get_data()


def test_a_very_long_text_runs_over_pages_and_loses_no_word(maak):
    woorden = " ".join(f"woord{n}" for n in range(3000))
    document = maak.document(
        [Documentkolom("Verslag", "v", "")], [Documentrij("Aya", "", "", [woorden], [False])]
    )
    gelezen = tekst(schrijf_pdf(document)).split()
    assert [woord for woord in gelezen if woord.startswith("woord")] == woorden.split()


def test_an_overview_without_pupils_or_columns_is_a_page(maak):
    assert len(lees(schrijf_pdf(maak.document([], []))).pages) == 1
