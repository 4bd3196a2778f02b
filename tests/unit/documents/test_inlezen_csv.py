"""CSV as schools' systems write it."""

import pytest

from lti_tool.documents.blad import OnleesbaarBestand
from lti_tool.documents.inlezen import lees_bestand

TABEL = [["Naam", "Cijfer"], ["Zoë de Vries", "7,5"], ["Bram", "6,0"]]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("teken", [";", "\t", ":"])
def test_any_separator_in_any_encoding_gives_the_same_cells(teken, codering):
    inhoud = "\r\n".join(teken.join(rij) for rij in TABEL).encode(codering)
    blad = lees_bestand("cijfers.csv", inhoud)
    assert [blad.koppen, *blad.rijen] == TABEL


def test_a_comma_separates_where_decimals_are_points():
    blad = lees_bestand("cijfers.csv", b"Naam,Toets 1,Toets 2\nAya,7.5,6.0\nBram,-,0.00\n")
    assert blad.rijen == [["Aya", "7.5", "6.0"], ["Bram", "-", "0.00"]]


def test_names_with_commas_do_not_win_from_the_semicolon():
    blad = lees_bestand("lijst.csv", b"Achternaam, voornaam, tv;Score\nJansen, Piet, de;7\nBos, Ali, van;8")
    assert blad.koppen == ["Achternaam, voornaam, tv", "Score"]


def test_the_hint_that_excel_puts_on_top_is_no_row():
    assert lees_bestand("x.csv", b"sep=,\r\nNaam,Cijfer\r\nAya,7\r\n").koppen == ["Naam", "Cijfer"]


def test_a_quoted_cell_keeps_its_line_breaks_separators_and_quotes():
    blad = lees_bestand("x.csv", b'Naam,Feedback\nAya,"Goed,\r\nze zei ""ja"""\n')
    assert blad.rijen == [["Aya", 'Goed,\nze zei "ja"']]


@pytest.mark.parametrize(
    ("geschreven", "bedoeld"),
    [
        (r'"zei \"dag\" en ging"', r"zei \"dag\" en ging"),
        (r'"eindigt op \""', r"eindigt op \""),
        (r'"zei \", en ""nee"" ook"', r'zei \", en "nee" ook'),
        (r'"map C:\"', "map C:\\"),
    ],
)
def test_a_quote_after_a_backslash_is_read_as_php_wrote_it(geschreven, bedoeld):
    blad = lees_bestand("x.csv", f'Naam,Feedback,Cijfer\nAya,{geschreven},7\nBram,"ja, goed",8\n'.encode())
    assert blad.rijen == [["Aya", bedoeld, "7"], ["Bram", "ja, goed", "8"]]


def test_title_lines_above_the_head_are_skipped_and_it_says_so():
    blad = lees_bestand("cito.csv", b"Toetsexport\nSchool: De Horizon\n\nNummer;Naam;Niveau\n12;Aya;II\n")
    assert blad.koppen == ["Nummer", "Naam", "Niveau"]
    assert blad.meldingen == ["De eerste 2 regels zijn overgeslagen, want de kopregel staat eronder."]


def test_rows_that_are_too_short_or_too_long_still_line_up():
    blad = lees_bestand("x.csv", b"Naam;A;B\nAya;1\nBram;1;2;3\n")
    assert blad.koppen == ["Naam", "A", "B", ""]
    assert blad.rijen == [["Aya", "1", "", ""], ["Bram", "1", "2", "3"]]


def test_a_single_column_is_a_table_too():
    assert lees_bestand("x.txt", b"Cijfer\n7,5\n6\n").rijen == [["7,5"], ["6"]]


def test_an_apostrophe_before_a_formula_is_taken_away_and_before_a_name_it_stays():
    blad = lees_bestand("x.csv", b"Naam;Tekst\n't Hooft;'=1+1\n")
    assert blad.rijen == [["'t Hooft", "=1+1"]]


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        (b"", "leeg"),
        (b" \r\n \n", "leeg"),
        (b";;;\n;;\n", "leeg"),
        (b"Naam;Cijfer\n", "alleen een kopregel"),
        (b'Naam;Tekst\nAya;"begint en houdt', "afgebroken"),
        (bytes(range(256)) * 4, "geen tekstbestand"),
        (b"Naam\x00;Cijfer\nAya;7", "geen tekstbestand"),
        (b"\xff\xfeN", "geen tekstbestand"),
        (b"%PDF-1.7\n1;2\n3;4", "heet .csv, maar er zit iets anders in"),
        (b"Naam;Cijfer\n" + b"Aya;7\n" * 2001, "meer dan 2000 rijen"),
        (b";".join([b"k"] * 201) + b"\n" + b";".join([b"1"] * 201), "meer dan 200 kolommen"),
        (b"Naam;Cijfer\n" + b"a" * (10 * 1024 * 1024), "groter dan 10 MB"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_is_wrong(inhoud, zegt):
    with pytest.raises(OnleesbaarBestand, match=zegt):
        lees_bestand("cijfers.csv", inhoud)


def test_two_thousand_rows_are_read():
    assert len(lees_bestand("x.csv", b"Naam;Cijfer\n" + b"Aya;7\n" * 2000).rijen) == 2000


@pytest.mark.parametrize("naam", ["lijst.pdf", "lijst", "lijst.numbers", "lijst.docx"])
def test_another_kind_of_file_is_named(naam):
    with pytest.raises(OnleesbaarBestand, match=r"alleen \.csv, \.xlsx en \.ods"):
        lees_bestand(naam, b"Naam;Cijfer\nAya;7\n")
