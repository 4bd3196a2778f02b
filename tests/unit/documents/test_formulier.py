"""A form about one pupil, written as PDF and DOCX and read back."""

import io
from datetime import date

import docx
import pytest
from pypdf import PdfReader

from lti_tool.documents.formulier import (
    Formulier,
    Formulierdeel,
    schrijf_formulier_docx,
    schrijf_formulier_pdf,
)

VREEMD = '#let x = 1 {{ 7*7 }} {% for %} <b>vet</b> &amp; *ster* $x$ "zeg" \\ '


def maak(*delen: Formulierdeel, **anders: object) -> Formulier:
    velden = {
        "titel": "Handelingsplan van Sem",
        "school": "De Linde",
        "groep": "3HA",
        "datum": date(2026, 11, 22),
        "gegevens": (("Leerling", "Sem de Vries"),),
        "delen": delen,
    }
    return Formulier(**(velden | anders))  # type: ignore[arg-type]


def pdf(formulier: Formulier) -> str:
    lezer = PdfReader(io.BytesIO(schrijf_formulier_pdf(formulier)))
    return " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())


def woord(formulier: Formulier) -> str:
    document = docx.Document(io.BytesIO(schrijf_formulier_docx(formulier)))
    return " ".join(" ".join(alinea.text for alinea in document.paragraphs).split())


@pytest.mark.parametrize("lees", [pdf, woord])
def test_parts_stand_under_their_heads_in_the_order_given(lees) -> None:
    tekst = lees(maak(Formulierdeel("Doelen", "Leest elke dag."), Formulierdeel("Aanpak", "Kort en vaak.")))
    volgorde = ("Sem de Vries", "Doelen", "Leest elke dag.", "Aanpak", "Kort en vaak.")
    plekken = [tekst.index(woorden) for woorden in volgorde]
    assert plekken == sorted(plekken)
    assert "Voor akkoord" not in tekst


@pytest.mark.parametrize("lees", [pdf, woord])
def test_markup_of_any_language_is_shown_and_not_followed(lees) -> None:
    assert " ".join(VREEMD.split()) in lees(maak(Formulierdeel("Aanpak", VREEMD)))
    assert " ".join(VREEMD.split()) in lees(maak(titel=VREEMD))


@pytest.mark.parametrize("lees", [pdf, woord])
def test_a_text_of_4000_characters_is_there_to_its_last_word(lees) -> None:
    lang = ("woord " * 665 + "slot").strip()
    tekst = lees(maak(Formulierdeel("Aanpak", lang), Formulierdeel("Eind", "hier")))
    assert tekst.count("woord ") == 665
    assert tekst.index("slot") < tekst.index("hier")


@pytest.mark.parametrize("lees", [pdf, woord])
def test_who_signs_has_room_to(lees) -> None:
    tekst = lees(maak(handtekeningen=("Leerling", "Ouder of verzorger")))
    assert "Voor akkoord" in tekst
    assert tekst.count("Handtekening") == 2


def test_every_page_of_a_confidential_form_says_so() -> None:
    deel = Formulierdeel("Bijzonderheden", "astma\n" * 120, gevoelig=True)
    lezer = PdfReader(io.BytesIO(schrijf_formulier_pdf(maak(deel, vertrouwelijk=True))))
    assert len(lezer.pages) > 1
    assert all("VERTROUWELIJK" in blad.extract_text() for blad in lezer.pages)
    document = docx.Document(io.BytesIO(schrijf_formulier_docx(maak(deel, vertrouwelijk=True))))
    assert "VERTROUWELIJK" in document.sections[0].header.paragraphs[0].text


def test_a_sensitive_part_in_a_form_that_is_not_confidential_is_refused() -> None:
    with pytest.raises(ValueError, match="vertrouwelijk"):
        maak(Formulierdeel("Bijzonderheden", "astma", gevoelig=True))


def test_the_pdf_is_tagged_and_has_a_title_and_a_language() -> None:
    lezer = PdfReader(io.BytesIO(schrijf_formulier_pdf(maak(Formulierdeel("Doelen", "x")))))
    assert lezer.metadata is not None
    assert lezer.metadata.title == "Handelingsplan van Sem"
    catalogus = lezer.trailer["/Root"]
    assert catalogus["/MarkInfo"]["/Marked"]
    assert catalogus["/Lang"] == "nl"


def test_characters_that_no_font_has_or_no_file_can_hold_do_no_harm() -> None:
    tekst = "rust 😀\x00\x0b\ud800 en \U000e0001 regelmaat"
    for lees in (pdf, woord):
        assert "regelmaat" in lees(maak(Formulierdeel("Aanpak", tekst)))
