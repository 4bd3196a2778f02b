"""A row goes to a pupil only when no other pupil fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.namenmatch import Kandidaat, Koppeling, Rij, Zekerheid, koppel

KLAS = [
    Kandidaat(1, "Sem", "de Vries", "120301", "120301@leerling.example"),
    Kandidaat(2, "Zoë", "Bos", "120302", "120302@leerling.example"),
    Kandidaat(3, "Maximiliaan", "van den Bergh-Oudshoorn", "012303"),
    Kandidaat(4, "Anna", "van den Berg", "120304"),
    Kandidaat(5, "Anna", "van der Berg", "120305"),
    Kandidaat(6, "Daan", "Jansen", "120306", "daan.jansen@leerling.example"),
    Kandidaat(7, "Daan", "Jansen", "120307", "daan.jansen2@leerling.example"),
    Kandidaat(8, "Abraham", "Bakker"),
    Kandidaat(9, "Mohammed", "El Idrissi", "120309"),
]


def een(**rij: str) -> Koppeling:
    (koppeling,) = koppel([Rij(**rij)], KLAS)
    return koppeling


@pytest.mark.parametrize(
    ("rij", "leerling"),
    [
        ({"nummer": "120301"}, 1),
        ({"nummer": " 120301.0 "}, 1),
        ({"nummer": "12303"}, 3),
        ({"email": "120302@LEERLING.example "}, 2),
        ({"naam": "Vries, Sem de"}, 1),
        ({"naam": "zoe bos"}, 2),
        ({"naam": "Maximiliaan Bergh Oudshoorn"}, 3),
        ({"naam": "Berg, Anna van der"}, 5),
        ({"naam": "Daan Jansen", "nummer": "120307"}, 7),
        ({"naam": "Daan Jansen", "email": "daan.jansen@leerling.example"}, 6),
        ({"naam": "Daan Jansen", "nummer": "120306", "email": "onbekend@leerling.example"}, 6),
        ({"naam": "Abraham Bakker", "nummer": "99"}, 8),
        ({"naam": "Max van den Bergh-Oudshoorn", "nummer": "012303"}, 3),
    ],
)
def test_number_goes_before_email_and_email_before_name(rij: dict[str, str], leerling: int) -> None:
    koppeling = een(**rij)
    assert (koppeling.zekerheid, koppeling.kandidaten) == (Zekerheid.ZEKER, (leerling,))


@pytest.mark.parametrize(
    ("rij", "kandidaten", "reden"),
    [
        ({"naam": "Daan Jansen"}, {6, 7}, "Meer leerlingen hebben deze naam."),
        ({"naam": "Anna Berg"}, {4, 5}, "Meer leerlingen hebben deze naam."),
        ({"naam": "Bram Bakker"}, {8}, "De naam lijkt erop, maar is niet gelijk."),
        ({"naam": "Mohamed El Idrissi"}, {9}, "De naam lijkt erop, maar is niet gelijk."),
        ({"naam": "Anna van 't Berg"}, {4, 5}, "De naam lijkt erop, maar is niet gelijk."),
        ({"naam": "Sem de Vries", "nummer": "999"}, {1}, "Het leerlingnummer is anders."),
        (
            {"naam": "Zoë Bos", "nummer": "120301"},
            {1},
            "Het leerlingnummer klopt, maar de naam is anders.",
        ),
        (
            {"nummer": "999", "email": "120301@leerling.example"},
            {1},
            "Het leerlingnummer is anders.",
        ),
    ],
)
def test_what_is_not_sure_is_left_to_the_teacher(
    rij: dict[str, str], kandidaten: set[int], reden: str
) -> None:
    koppeling = een(**rij)
    assert koppeling.zekerheid is Zekerheid.TWIJFEL
    assert set(koppeling.kandidaten) == kandidaten
    assert koppeling.reden == reden


@pytest.mark.parametrize(
    ("rij", "reden"),
    [
        ({}, "Deze rij heeft geen naam."),
        ({"naam": " - "}, "Deze rij heeft geen naam."),
        ({"nummer": "999"}, "Dit kenmerk is van niemand."),
        ({"naam": "Gemiddelde"}, "Geen leerling met deze naam."),
        ({"naam": "Sem Bakker-Bos"}, "Geen leerling met deze naam."),
        ({"naam": "<script>alert(1)</script>"}, "Geen leerling met deze naam."),
        ({"naam": "x" * 100_000}, "Geen leerling met deze naam."),
    ],
)
def test_a_row_about_nobody_is_said_to_be(rij: dict[str, str], reden: str) -> None:
    assert een(**rij) == Koppeling(Zekerheid.GEEN, (), reden)


def test_two_rows_for_one_pupil_are_both_in_doubt() -> None:
    koppelingen = koppel([Rij("Sem de Vries"), Rij(nummer="120301"), Rij("Zoë Bos")], KLAS)
    assert [k.zekerheid for k in koppelingen] == [Zekerheid.TWIJFEL, Zekerheid.TWIJFEL, Zekerheid.ZEKER]
    assert koppelingen[0].kandidaten == (1,)


def test_one_number_for_two_pupils_is_not_guessed_between() -> None:
    klas = [Kandidaat(1, "Sem", "Bos", "7"), Kandidaat(2, "Mila", "Dekker", "07")]
    (koppeling,) = koppel([Rij("Sem Bos", "7")], klas)
    assert (koppeling.zekerheid, koppeling.kandidaten) == (Zekerheid.TWIJFEL, (1, 2))


def test_a_class_without_names_matches_by_number_only() -> None:
    klas = [Kandidaat(1, "", "", "7"), Kandidaat(2, "", "", "8")]
    assert koppel([Rij("Sem Bos", "7")], klas)[0].zekerheid is Zekerheid.ZEKER
    assert koppel([Rij("Naam onbekend")], klas)[0].zekerheid is not Zekerheid.ZEKER
    assert koppel([Rij("Sem Bos")], [])[0].zekerheid is Zekerheid.GEEN


NAAM = st.sampled_from(["Sem", "Mila", "Anna", "Zoë", "Bram", "Max"])
ACHTERNAAM = st.sampled_from(["Bos", "de Vries", "van den Berg", "van der Berg", "Bakker-Bos", "El Idrissi"])
KLASSEN = st.lists(st.tuples(NAAM, ACHTERNAAM), max_size=8)


@given(KLASSEN, NAAM, ACHTERNAAM)
def test_a_name_is_certain_only_when_one_pupil_has_it(
    klas: list[tuple[str, str]], voornaam: str, achternaam: str
) -> None:
    leerlingen = [Kandidaat(nummer, *naam) for nummer, naam in enumerate(klas)]
    (koppeling,) = koppel([Rij(f"{achternaam}, {voornaam}")], leerlingen)
    assert (koppeling.zekerheid is Zekerheid.ZEKER) == (klas.count((voornaam, achternaam)) == 1)
    assert len(koppeling.kandidaten) <= 5


@given(KLASSEN, st.permutations(range(8)))
def test_the_order_of_the_rows_makes_no_difference(klas: list[tuple[str, str]], orde: list[int]) -> None:
    leerlingen = [Kandidaat(nummer, *naam) for nummer, naam in enumerate(klas)]
    rijen = [Rij(" ".join(naam)) for naam in klas]
    volgorde = [plaats for plaats in orde if plaats < len(klas)]
    gewoon = koppel(rijen, leerlingen)
    assert koppel([rijen[plaats] for plaats in volgorde], leerlingen) == [
        gewoon[plaats] for plaats in volgorde
    ]


def test_a_slip_is_found_among_the_many_names_of_a_whole_school() -> None:
    school = [Kandidaat(n, f"Leerling{n:04}", f"Achternaam{n:04}") for n in range(1500)]
    (koppeling,) = koppel([Rij(naam="Achternam0712, Leerling0712")], school)
    assert koppeling.zekerheid is Zekerheid.TWIJFEL
    assert 712 in koppeling.kandidaten
