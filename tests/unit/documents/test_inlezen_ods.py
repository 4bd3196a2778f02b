"""ODS files: LibreOffice and Moodle write them."""

import pytest

from lti_tool.documents.blad import OnleesbaarBestand
from lti_tool.documents.inlezen import lees_bestand

KOP = ("Naam", "Cijfer")


def test_text_and_numbers_read_as_they_are_shown(maak):
    inhoud = maak.ods(
        maak.ods_rij(*KOP, "Procent")
        + maak.ods_rij(
            maak.ods_cel(inhoud='<text:p>Aya<text:s text:c="2"/>V</text:p><text:p>regel 2</text:p>'),
            maak.ods_cel("7,5", "float", 'office:value="7.48"'),
            maak.ods_cel("75 %", "percentage", 'office:value="0.75"'),
        )
    )
    assert lees_bestand("x.ods", inhoud).rijen == [["Aya  V\nregel 2", "7,5", "75%"]]


@pytest.mark.parametrize(
    ("waarde", "getoond", "leest"), [("1234.5", "1.234,5", "1234,5"), ("7", "zeven", "7")]
)
def test_what_a_number_shows_counts_only_when_it_is_that_number(maak, waarde, getoond, leest):
    rij = maak.ods_rij(maak.ods_cel(getoond, "float", f'office:value="{waarde}"'))
    assert lees_bestand("x.ods", maak.ods(maak.ods_rij("Cijfer") + rij)).rijen == [[leest]]


def test_comments_stay_out(maak):
    notitie = "<office:annotation><text:p>notitie</text:p></office:annotation><text:p>Aya</text:p>"
    inhoud = maak.ods(maak.ods_rij("Naam") + maak.ods_rij(maak.ods_cel(inhoud=notitie)))
    assert lees_bestand("x.ods", inhoud).rijen == [["Aya"]]


def test_repeated_cells_and_rows_count_and_the_million_empty_ones_below_do_not(maak):
    leeg = '<table:table-cell table:number-columns-repeated="16384"/>'
    zeven = maak.ods_cel("7", "float", 'office:value="7" table:number-columns-repeated="2"')
    inhoud = maak.ods(
        maak.ods_rij("Naam", "A", "B")
        + maak.ods_rij("Aya", zeven, leeg, herhaal=2)
        + maak.ods_rij(leeg, herhaal=1048000)
    )
    assert lees_bestand("x.ods", inhoud).rijen == [["Aya", "7", "7"]] * 2


def test_a_hidden_sheet_is_passed_over(maak):
    stijl = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    tabel = '<table:table table:name="{}" table:style-name="{}">{}{}</table:table>'
    inhoud = maak.ods(
        tabel.format("geheim", "ta1", maak.ods_rij(*KOP), maak.ods_rij("nee", 1))
        + tabel.format("klas", "ta2", maak.ods_rij(*KOP), maak.ods_rij("Aya", 7))
        + tabel.format("rest", "ta2", maak.ods_rij(*KOP), maak.ods_rij("Bram", 8)),
        stijl,
    )
    assert lees_bestand("x.ods", inhoud).rijen == [["Aya", "7"]]


def test_a_formula_gives_its_kept_outcome_and_is_refused_without_one(maak):
    cel = '<table:table-row><table:table-cell/><table:table-cell table:formula="of:=3+4"{}</table:table-row>'
    met = cel.format(' office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>')
    assert lees_bestand("x.ods", maak.ods(maak.ods_rij(*KOP) + met)).rijen == [["", "7"]]
    with pytest.raises(OnleesbaarBestand, match="Cel B2 bevat een formule zonder uitkomst"):
        lees_bestand("x.ods", maak.ods(maak.ods_rij(*KOP) + cel.format("/>")))


@pytest.mark.parametrize(
    ("rijen", "zegt"),
    [
        ("", "leeg"),
        ('<table:table-row table:number-rows-repeated="9000000"/>', "leeg"),
        ("<table:table-row><table:table-cell", "afgebroken of beschadigd"),
        ('<table:table-row table:number-rows-repeated="-1"/>', "afgebroken of beschadigd"),
    ],
)
def test_a_sheet_without_use_is_refused(maak, rijen, zegt):
    with pytest.raises(OnleesbaarBestand, match=zegt):
        lees_bestand("x.ods", maak.ods(rijen))


def test_a_million_filled_rows_or_columns_are_refused(maak):
    rij = maak.ods_rij("Aya", 7, herhaal=1_000_000)
    with pytest.raises(OnleesbaarBestand, match="meer dan 2000 rijen"):
        lees_bestand("x.ods", maak.ods(maak.ods_rij(*KOP) + rij))
    breed = maak.ods_cel("x", attributen='table:number-columns-repeated="9000000"')
    with pytest.raises(OnleesbaarBestand, match="meer dan 200 kolommen"):
        lees_bestand("x.ods", maak.ods(maak.ods_rij(breed)))


def test_a_password_and_macros_are_refused(maak):
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    with pytest.raises(OnleesbaarBestand, match="wachtwoord"):
        lees_bestand("x.ods", maak.ods("", extra={"META-INF/manifest.xml": manifest}))
    nieuw = maak.herpak(maak.ods(""), **{"encrypted-package": b"x"}, content_DOT_xml=None)
    with pytest.raises(OnleesbaarBestand, match="wachtwoord"):
        lees_bestand("x.ods", nieuw)
    with pytest.raises(OnleesbaarBestand, match="macro"):
        lees_bestand("x.ods", maak.ods("", extra={"Basic/script-lc.xml": "<x/>"}))


def test_entities_are_refused(maak):
    bom = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    with pytest.raises(OnleesbaarBestand, match="afgebroken of beschadigd"):
        lees_bestand("x.ods", maak.herpak(maak.ods(""), content_DOT_xml=bom))
