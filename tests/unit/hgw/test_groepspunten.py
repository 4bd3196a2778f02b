"""What half of a class shares is proposed as a point of attention for all."""

import pytest

from lti_tool.hgw.domeinen import DOMEIN_PER_SLEUTEL, domeinen_voor
from lti_tool.hgw.groepspunten import Kandidaat, stel_punten_voor, uit_behoeften, uit_scores, uit_signalen
from tests.unit.hgw.behoeften import CATEGORIEEN, KORT, STAPPEN, SUCCES, beeld

KLAS = range(8)
REKENEN = DOMEIN_PER_SLEUTEL["rk"]


def kandidaat(*leerlingen: int, herkomst: str = "signaal:gedrag", ruimer: str = "") -> Kandidaat:
    return Kandidaat(herkomst, "pedagogisch", "Extra aandacht voor gedrag", frozenset(leerlingen), ruimer)


@pytest.mark.parametrize(
    ("wie", "deel", "aantal"), [((0, 1, 2), 0.5, 0), ((0, 1, 2, 3), 0.5, 1), ((0, 1, 2), 0.3, 1)]
)
def test_from_half_of_the_pupils_on_something_is_for_all_unless_the_school_says_otherwise(
    wie: tuple[int, ...], deel: float, aantal: int
) -> None:
    assert len(stel_punten_voor([kandidaat(*wie)], KLAS, deel)) == aantal


def test_who_left_does_not_count_and_two_pupils_are_no_group() -> None:
    assert stel_punten_voor([kandidaat(0, 1, 2, 90)], KLAS) == ()
    assert stel_punten_voor([kandidaat(0, 1)], range(2)) == ()


def test_a_proposal_says_how_many_it_is_about() -> None:
    (punt,) = stel_punten_voor([kandidaat(0, 1, 2, 3, 4)], KLAS)
    assert punt.uitleg == "Bij 5 van de 8 leerlingen."
    assert (punt.herkomst, punt.domein) == ("signaal:gedrag", "pedagogisch")


def test_a_shared_sentence_says_more_than_its_category() -> None:
    klas = [beeld(nummer, STAPPEN) for nummer in range(4)] + [beeld(nummer, KORT) for nummer in (4, 5)]
    punten = stel_punten_voor(uit_behoeften(REKENEN, klas, CATEGORIEEN), KLAS)
    assert [punt.tekst for punt in punten] == [
        "Voor iedereen: een instructie die een strategie stap voor stap aanleert"
    ]


def test_without_a_shared_sentence_the_category_is_the_point() -> None:
    klas = [beeld(nummer, STAPPEN if nummer % 2 else KORT, SUCCES) for nummer in range(3)]
    klas += [beeld(nummer, STAPPEN) for nummer in (3, 4)]
    punten = stel_punten_voor(uit_behoeften(REKENEN, klas, CATEGORIEEN), KLAS)
    assert [(punt.tekst, punt.uitleg) for punt in punten] == [
        ("Extra aandacht voor een instructie", "Bij 5 van de 8 leerlingen.")
    ]


def test_reasons_and_low_scores_go_to_the_domain_that_they_are_about() -> None:
    domeinen = domeinen_voor(False)
    signalen = {nummer: ["rekenen", "bestaat_niet"] for nummer in range(4)}
    laag = {"Toets spelling": range(5), "SEO welbevinden": range(6)}
    kandidaten = uit_signalen(domeinen, signalen) + uit_scores(domeinen, laag, {"Toets spelling": "spelling"})
    assert [(punt.domein, punt.tekst) for punt in stel_punten_voor(kandidaten, KLAS)] == [
        ("pedagogisch", "Extra aandacht voor SEO welbevinden: velen scoren onder de afspraak"),
        ("sp", "Extra aandacht voor Toets spelling: velen scoren onder de afspraak"),
        ("rk", "Extra aandacht voor basisvaardigheid rekenen"),
    ]
    (van_het_vak,) = stel_punten_voor(uit_signalen(domeinen_voor(True), signalen), KLAS)
    assert van_het_vak.domein == "vak"
