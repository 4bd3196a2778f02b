"""CSV and XLSX as a teacher opens them."""

import io

import pytest
from openpyxl import load_workbook

from lti_tool.documents.csv import schrijf_csv
from lti_tool.documents.overzichtsdocument import Documentkolom, Documentrij
from lti_tool.documents.xlsx import schrijf_xlsx


@pytest.fixture
def boek(maak):
    return load_workbook(io.BytesIO(schrijf_xlsx(maak.document())))


def test_csv_opens_in_dutch_excel_and_runs_nothing(maak):
    regels = schrijf_csv(maak.document()).decode("utf-8").split("\r\n")
    assert regels[0] == "\ufeffLeerling;Nummer;S;Spelling;Rekenen;Stimulerend"
    assert regels[1].startswith("Aya de Vries;100234;leerachterstand;5,4;IV;")
    assert regels[3] == "Çelik, Deniz;;talent;'-;I;'=1+1"


def test_a_negative_number_stays_a_number_in_a_column_of_numbers_only(maak):
    kolommen = [Documentkolom("A", "a", "", numeriek=True), Documentkolom("B", "b", "")]
    document = maak.document(kolommen, [Documentrij("Aya", "", "", ["-2,5", "-2,5"], [False, False])])
    assert schrijf_csv(document).decode("utf-8").split("\r\n")[1] == "Aya;;;-2,5;'-2,5"
    rij = load_workbook(io.BytesIO(schrijf_xlsx(document))).active[2]
    assert (rij[3].value, rij[4].value) == (-2.5, "-2,5")


def test_xlsx_keeps_heads_and_names_in_view_and_on_paper(boek):
    blad = boek["Overzicht"]
    assert blad.freeze_panes == "B2"
    assert blad.print_title_rows == "$1:$1"
    assert blad.page_setup.orientation == "landscape"
    assert "De Horizon · 3HA · M. Bakker · Cyclus 1 · 22-11-2026" in blad.oddHeader.left.text
    assert blad.oddFooter.right.text == "Bladzijde &P van &N"


def test_xlsx_holds_numbers_as_numbers_and_formulas_as_text(boek):
    blad = boek["Overzicht"]
    assert blad["D2"].value == 5.4
    assert blad["B3"].value == "0077"
    formule = blad["F4"]
    assert (formule.value, formule.data_type, formule.number_format, formule.quotePrefix) == (
        "=1+1",
        "s",
        "@",
        True,
    )


def test_a_score_under_its_ijkpunt_shows_in_three_ways(boek):
    onder, gewoon = boek["Overzicht"]["D2"], boek["Overzicht"]["D3"]
    assert (onder.font.bold, onder.number_format) == (True, '0.0" !"')
    assert onder.fill.fgColor.rgb != gewoon.fill.fgColor.rgb
    assert boek["Overzicht"]["E2"].number_format == '@" !"'
    assert boek["Overzicht"].oddFooter.left.text == "! = onder de afspraak"


def test_a_sensitive_column_says_so_and_so_does_every_page(maak):
    kolommen = [Documentkolom("Bijzonderheden", "b", "Waarnemen", gevoelig=True)]
    document = maak.document(kolommen, [Documentrij("Aya", "", "", ["x"], [False])], vertrouwelijk=True)
    assert "Bijzonderheden (vertrouwelijk)" in schrijf_csv(document).decode("utf-8")
    blad = load_workbook(io.BytesIO(schrijf_xlsx(document)))["Overzicht"]
    assert blad["D1"].value == "Bijzonderheden (vertrouwelijk)"
    assert blad.oddHeader.right.text == "VERTROUWELIJK"


def test_codes_for_page_heads_in_a_name_do_nothing(maak):
    inhoud = schrijf_xlsx(maak.document(school="A&B &P" + "x" * 500, groep="&D"))
    assert load_workbook(io.BytesIO(inhoud))["Overzicht"].oddHeader.left.text.startswith("A&&B &&P")


def test_a_sensitive_column_in_a_document_that_is_not_confidential_is_refused(maak):
    with pytest.raises(ValueError, match="vertrouwelijk"):
        maak.document([Documentkolom("B", "b", "", gevoelig=True)], [])


def test_a_row_that_does_not_fit_its_columns_is_refused(maak):
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        maak.document([Documentkolom("A", "a", "")], [Documentrij("Aya", "", "", ["1", "2"], [False])])


def test_an_overview_without_pupils_or_columns_is_still_a_file(maak):
    assert schrijf_csv(maak.document([], [])).decode("utf-8-sig") == "Leerling;Nummer;S\r\n"
    assert load_workbook(io.BytesIO(schrijf_xlsx(maak.document([], []))))["Overzicht"].max_row == 1
