"""XLSX files: what a teacher sees in the cells, and every reason not to read one."""

import io
import zipfile

import pytest

from lti_tool.documents.blad import OnleesbaarBestand
from lti_tool.documents.inlezen import lees_bestand

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def test_numbers_read_as_they_are_shown(maak):
    inhoud = maak.xlsx(
        [["Naam", "A", "B", "C", "D", "E", "F"], ["Aya", 7.48, 7, 0.755, 77, 7.4 - 0.1, True]],
        {"B2": "0.0", "C2": "0.00", "D2": "0%", "E2": "000000"},
    )
    assert lees_bestand("x.xlsx", inhoud).rijen == [["Aya", "7,5", "7,00", "76%", "000077", "7,3", "WAAR"]]


def test_a_sign_in_a_number_format_is_no_part_of_the_score(maak):
    inhoud = maak.xlsx([["Naam", "Cijfer"], ["Aya", 5.4]], {"B2": '0.0" !"'})
    assert lees_bestand("x.xlsx", inhoud).rijen == [["Aya", "5,4"]]


def test_dates_read_as_dutch_days(maak):
    inhoud = maak.xlsx(
        [["Naam", "Dag", "Moment", "Tijd"], ["Aya", 46348, 46348.3958334, 0.5]],
        {"B2": "dd-mm-yyyy", "C2": "d/m/yy h:mm", "D2": "h:mm"},
    )
    assert lees_bestand("x.xlsx", inhoud).rijen == [["Aya", "22-11-2026", "22-11-2026 09:30", "12:00"]]


def test_a_formula_gives_the_outcome_that_was_kept(maak):
    inhoud = maak.blad_xlsx(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c><c r="B1" t="str"><v>Cijfer</v></c></row>'
        '<row r="2"><c r="A2" t="str"><f>"A"&amp;"ya"</f><v>Aya</v></c><c r="B2"><f>3+4</f><v>7</v></c></row>'
        '<row r="3"><c r="A3" t="str"><v>Bram</v></c><c r="B3" t="str"><f>IF(1,"")</f><v></v></c></row>'
    )
    assert lees_bestand("x.xlsx", inhoud).rijen == [["Aya", "7"], ["Bram", ""]]


def test_a_formula_that_nobody_calculated_is_refused_by_its_cell(maak):
    with pytest.raises(OnleesbaarBestand, match="Cel B2 bevat een formule zonder uitkomst"):
        lees_bestand("x.xlsx", maak.xlsx([["Naam", "Cijfer"], ["Aya", "=3+4"]]))


def test_gaps_between_cells_and_cells_without_a_place_line_up(maak):
    inhoud = maak.blad_xlsx(
        '<row r="1"><c t="str"><v>Naam</v></c><c t="str"><v>A</v></c><c t="str"><v>B</v></c></row>'
        '<row r="9"><c r="A9" t="str"><v>Aya</v></c><c r="C9"><v>7.5</v></c></row>'
    )
    assert lees_bestand("x.xlsx", inhoud).rijen == [["Aya", "", "7,5"]]


def test_only_the_first_visible_sheet_is_read_and_it_says_so():
    from openpyxl import Workbook

    boek = Workbook()
    boek.active.append(["geheim", "x"])
    boek.active.sheet_state = "hidden"
    for naam in ("Klas", "Rest"):
        blad = boek.create_sheet(naam)
        blad.append(["Naam", "Cijfer"])
        blad.append([naam, 7])
    uit = io.BytesIO()
    boek.save(uit)
    blad = lees_bestand("x.xlsx", uit.getvalue())
    assert blad.rijen == [["Klas", "7"]]
    assert blad.meldingen == ["Alleen het blad 'Klas' is gelezen; het bestand heeft er 2."]


def test_a_cell_in_the_last_corner_costs_nothing_and_is_refused(maak):
    kop = '<row r="1"><c r="A1" t="str"><v>Naam</v></c><c r="B1" t="str"><v>A</v></c></row>'
    with pytest.raises(OnleesbaarBestand, match="meer dan 200 kolommen"):
        lees_bestand("x.xlsx", maak.blad_xlsx(kop + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


@pytest.mark.parametrize("rij", ['<row><c t="str"><v>x</v></c></row>', "<row/>"])
def test_a_million_rows_are_refused_before_they_are_read(maak, rij):
    with pytest.raises(OnleesbaarBestand, match="meer dan 2000 rijen"):
        lees_bestand("x.xlsx", maak.blad_xlsx(rij * 1_000_000 if rij == "<row/>" else rij * 400_000))


def test_a_zip_bomb_is_refused_on_its_declared_size(maak):
    with pytest.raises(OnleesbaarBestand, match="veel te groot"):
        lees_bestand(
            "x.xlsx", maak.herpak(maak.xlsx([["x"]]), xl__media__groot_DOT_bin=bytes(81 * 1024 * 1024))
        )


def test_a_member_that_lies_about_its_size_is_refused(maak):
    echt = maak.blad_xlsx('<row r="1"><c r="A1" t="str"><v>' + "x" * 50_000 + "</v></c></row>")
    naam = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(echt)) as pakket:
        grootte = pakket.getinfo(naam).file_size
    gelogen = echt.replace(grootte.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(OnleesbaarBestand, match="afgebroken of beschadigd"):
        lees_bestand("x.xlsx", gelogen)


def test_millions_of_empty_tags_are_refused(maak):
    with pytest.raises(OnleesbaarBestand, match="veel te groot"):
        lees_bestand("x.xlsx", maak.blad_xlsx("<row>" + "<c/>" * 2_600_000 + "</row>"))


def test_entities_are_refused_whatever_they_would_become(maak):
    bom = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(OnleesbaarBestand, match="afgebroken of beschadigd"):
        lees_bestand("x.xlsx", maak.herpak(maak.xlsx([["x"]]), xl__workbook_DOT_xml=bom))


def test_macros_are_refused(maak):
    met_macro = maak.herpak(maak.xlsx([["Naam"], ["Aya"]]), xl__vbaProject_DOT_bin=b"macro")
    with pytest.raises(OnleesbaarBestand, match="macro"):
        lees_bestand("x.xlsx", met_macro)
    with pytest.raises(OnleesbaarBestand, match="macro"):
        lees_bestand("x.xlsm", maak.xlsx([["Naam"], ["Aya"]]))


@pytest.mark.parametrize(
    ("naam", "inhoud", "zegt"),
    [
        ("x.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        ("x.xls", OLE, "soort die we niet lezen"),
        ("x.xlsx", OLE, "soort die we niet lezen"),
        ("x.xls", b"<html><table><tr><td>Naam", "heet .xls, maar er zit iets anders in"),
        ("x.xlsx", b"Naam;Cijfer\nAya;7\n", "heet .xlsx, maar er zit iets anders in"),
        ("x.xlsx", b"", "leeg"),
        ("x.xlsx", b"PK\x03\x04 en verder niets", "afgebroken of beschadigd"),
    ],
)
def test_what_the_first_bytes_tell(naam, inhoud, zegt):
    with pytest.raises(OnleesbaarBestand, match=zegt):
        lees_bestand(naam, inhoud)


def test_a_workbook_called_csv_or_ods_is_refused(maak):
    for naam in ("x.csv", "x.ods"):
        with pytest.raises(OnleesbaarBestand, match="er zit iets anders in"):
            lees_bestand(naam, maak.xlsx([["Naam"], ["Aya"]]))


@pytest.mark.parametrize("rijen", [[], [["Naam", "Cijfer"]]])
def test_an_empty_sheet_and_a_head_alone_are_refused(maak, rijen):
    with pytest.raises(OnleesbaarBestand, match=r"leeg|alleen een kopregel"):
        lees_bestand("x.xlsx", maak.xlsx(rijen))


def test_a_file_cut_off_anywhere_is_refused(maak):
    heel = maak.xlsx([["Naam", "Cijfer"], ["Aya", 7]])
    for stop in range(10, len(heel) - 1, len(heel) // 40):
        with pytest.raises(OnleesbaarBestand):
            lees_bestand("x.xlsx", heel[:stop])


@pytest.mark.parametrize(
    "sheetdata",
    [
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="1A" t="str"><v>x</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>x</v>',
    ],
)
def test_a_sheet_that_does_not_add_up_is_refused(maak, sheetdata):
    with pytest.raises(OnleesbaarBestand, match="afgebroken of beschadigd"):
        lees_bestand("x.xlsx", maak.blad_xlsx(sheetdata))


@pytest.mark.parametrize(
    "deel", ["xl__workbook_DOT_xml", "xl___rels__workbook_DOT_xml_DOT_rels", "xl__styles_DOT_xml"]
)
def test_a_broken_part_is_refused(maak, deel):
    kapot = maak.herpak(maak.xlsx([["Naam"], ["Aya"]]), **{deel: "<kapot"})
    with pytest.raises(OnleesbaarBestand, match="afgebroken of beschadigd"):
        lees_bestand("x.xlsx", kapot)
