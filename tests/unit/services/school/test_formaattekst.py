"""A school's columns as text: back and forth without loss, and a sentence for everything that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.models import Soort
from lti_tool.services.school.formaattekst import lees, schrijf
from lti_tool.services.school.formaten import BLOKKEN, Kolomformaat, OngeldigeKolom, kolomformaten
from lti_tool.services.school.kolomtekst import OngeldigFormaat

BEHOEFTEN = """
[[kolommen]]
sleutel = "behoeften"
kop = "Behoeften"
naam = "Onderwijsbehoeften"
blok = "behoeften"
soort = "tekst"
"""


def toets(**anders: str) -> str:
    velden = {
        "sleutel": '"sp"',
        "kop": '"SP"',
        "naam": '"Spelling"',
        "blok": '"toetsen"',
        "soort": '"toets"',
        "schaal": '{ soort = "niveau_i_v" }',
    } | anders
    regels = [f"{naam} = {waarde}" for naam, waarde in velden.items() if waarde]
    return "\n".join(["[[kolommen]]", *regels]) + "\n"


def fouten(tekst: str) -> str:
    with pytest.raises(OngeldigFormaat) as fout:
        lees(tekst)
    return "\n".join(fout.value.fouten)


@pytest.mark.parametrize("soort", list(Soort))
def test_the_default_columns_come_back_as_they_went(soort: Soort) -> None:
    assert lees(schrijf(kolomformaten(soort))) == kolomformaten(soort)


tekst = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=20).filter(str.strip)


@given(
    st.lists(
        st.tuples(tekst, st.sampled_from([*BLOKKEN][:3]), st.booleans(), st.sampled_from(["", "5,5", "7.0"])),
        max_size=5,
        unique_by=lambda kolom: kolom[0].strip().casefold(),
    )
)
def test_whatever_a_school_calls_its_columns_comes_back(gekozen: list[tuple[str, str, bool, str]]) -> None:
    kolommen = [
        Kolomformaat(
            f"k{n}",
            # never a head of the fixed columns: those are refused, as a test below says
            f"T{n} {naam}",
            naam,
            blok,
            "toets",
            {"soort": "cijfer"},
            ijkpunt,
            uitleg=naam,
            gevoelig=gevoelig,
        )
        for n, (naam, blok, gevoelig, ijkpunt) in enumerate(gekozen)
        if naam.strip().casefold() != "behoeften"
    ]
    behoeften = Kolomformaat("behoeften", "Behoeften", "Onderwijsbehoeften", "behoeften", "tekst")
    terug = lees(schrijf([*kolommen, behoeften]))
    assert sorted(terug, key=lambda k: k.sleutel) == sorted([*kolommen, behoeften], key=lambda k: k.sleutel)


def test_the_columns_of_a_block_are_kept_together_in_the_order_of_the_blocks() -> None:
    los = toets(sleutel='"w"', kop='"W"', blok='"waarnemen"', soort='"tekst"', schaal="")
    gelezen = lees(toets() + los + BEHOEFTEN + toets(sleutel='"rk"', kop='"RK"'))
    assert [k.sleutel for k in gelezen] == ["sp", "rk", "w", "behoeften"]


@pytest.mark.parametrize(
    ("velden", "regel", "melding"),
    [
        ({"schaal": '{ soort = "niveau" }'}, 7, "onbekende soort schaal"),
        ({"schaal": '{ soort = "getal", minimum = 1 }'}, 7, "maximum"),
        ({"schaal": ""}, 1, "Zet bij deze soort een schaal"),
        ({"ijkpunt": '"VI"'}, 8, "I, II, III, IV of V"),
        ({"ijkpunt": "3"}, 8, "tussen aanhalingstekens"),
        ({"blok": '"toets"'}, 5, "blok is toetsen, seo, waarnemen of behoeften."),
        ({"soort": '"cijfer"'}, 6, "soort is toets, seo of tekst."),
        ({"soort": '"tekst"'}, 7, "Een tekst heeft geen schaal"),
        ({"sleutel": '"SP 1"'}, 2, "kleine letter"),
        ({"sleutel": '"eigen_sp"'}, 2, "voor kolommen van docenten"),
        ({"kop": '""'}, 3, "kop is een tekst van 1 tot 24 tekens."),
        ({"kop": f'"{"x" * 25}"'}, 3, "kop is een tekst van 1 tot 24 tekens."),
        ({"kop": '" s "'}, 3, "De kop s is al van de vaste kolommen."),
        ({"kop": '"Naam leerling"'}, 3, "al van de vaste kolommen"),
        ({"naam": "2026-01-01"}, 4, "naam is een tekst"),
        ({"naam": '"twee\\nregels"'}, 4, "één regel"),
        ({"gevoelig": '"ja"'}, 8, "true of false"),
        ({"schal": '"x"'}, 8, "schal is hier geen bekend woord."),
        ({"naam": ""}, 1, "hier ontbreekt naam."),
        ({"toetssoort": "[[1]]"}, 8, "toetssoort is"),
    ],
)
def test_a_wrong_line_is_named_with_what_it_may_be(velden: dict[str, str], regel: int, melding: str) -> None:
    gevonden = fouten(toets(**velden) + BEHOEFTEN)
    assert f"Regel {regel}: " in gevonden
    assert melding in gevonden


def test_everything_that_is_wrong_is_said_at_once() -> None:
    gevonden = fouten(toets(kop='""', blok='"x"', schal="1") + toets(naam="") + BEHOEFTEN)
    assert [f"Regel {n}" in gevonden for n in (3, 5, 8, 9)] == [True] * 4


@pytest.mark.parametrize(
    ("kapot", "melding"),
    [
        ("", "Begin elke kolom"),
        ("kolommen = 3", "Begin elke kolom"),
        ("[[kolommen]]\nnaam = Spelling\n", "Regel 2, teken 8"),
        ("[[kolommen]]\nnaam = ", "Aan het einde"),
        ("x = 1\n" + toets() + BEHOEFTEN, "x hoort hier niet"),
        (toets(), "precies één kolom"),
        (toets() + BEHOEFTEN + "gevoelig = true", "niet gevoelig"),
        (toets() + BEHOEFTEN.replace('sleutel = "behoeften"', 'sleutel = "b"'), "sleutel behoeften"),
        (BEHOEFTEN + BEHOEFTEN, "Regel 10: sleutel behoeften staat er al."),
        (toets() + toets(sleutel='"sp2"', kop='" sp"') + BEHOEFTEN, "Regel 10: kop sp staat er al."),
        (f"kolommen = [{{ kop = 3 }}]\n{'#' * 10}", "Kolom 1: hier ontbreekt sleutel."),
        (toets() * 61, "Er passen er 60 in."),
        ("x" * 100_001, "te lang"),
        ("a = " + "[" * 5000, "klopt de schrijfwijze niet"),
        ("a = " + "9" * 5000, "klopt de schrijfwijze niet"),
    ],
)
def test_a_text_that_is_no_list_of_columns_is_refused_in_dutch(kapot: str, melding: str) -> None:
    assert melding in fouten(kapot)


def test_a_long_list_of_mistakes_is_cut() -> None:
    gevonden = fouten("".join(toets(sleutel=f'"s{n}"', kop='""') for n in range(30)) + BEHOEFTEN)
    assert gevonden.endswith("En nog 10 andere.")


def test_a_column_keeps_scale_and_agreed_minimum_in_one_form() -> None:
    kolom = Kolomformaat("a", "A", "A", "toetsen", "toets", {"soort": "woorden"}, "v")
    assert kolom.schaal == {"soort": "woorden", "waarden": ["onvoldoende", "voldoende", "goed"]}
    assert kolom.ijkpunt == "voldoende"
    with pytest.raises(OngeldigeKolom):
        Kolomformaat("a", "A", "A", "toetsen", "toets", {"soort": "cijfer"}, "11")
