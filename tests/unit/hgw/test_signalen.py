"""Proposals say what the data show, once, and come back only when the data change."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lti_tool.hgw.redenen import REDEN_PER_SLEUTEL
from lti_tool.hgw.reeksen import Meting
from lti_tool.hgw.schalen import Schaal
from lti_tool.hgw.scores import Score, lees_score
from lti_tool.hgw.signalen import Groepsbeeld, Leerlingbeeld, Voorstel, stel_voor

CIJFER = Schaal.van_dict({"soort": "cijfer"})
CITO = Schaal.van_dict({"soort": "niveau_i_v"})
WOORDEN = Schaal.van_dict({"soort": "woorden"})
REDENEN = {"spelling": "spelling", "rekenen": "rekenen"}


def score(schaal: Schaal, tekst: str) -> Score:
    gelezen = lees_score(schaal, tekst)
    assert gelezen is not None
    return gelezen


def reeks(naam: str, schaal: Schaal, *teksten: str, ijkpunt: str = "-") -> list[Meting]:
    return [
        Meting(naam, f"{naam}{nr}", date(2026, 9, nr), lees_score(schaal, tekst), lees_score(schaal, ijkpunt))
        for nr, tekst in enumerate(teksten, start=1)
    ]


def voorstellen(*metingen: Meting, seo: list[Meting] | None = None) -> tuple[Voorstel, ...]:
    beeld = Leerlingbeeld(metingen, seo or [], andere_gegevens=True)
    return stel_voor(beeld, Groepsbeeld(redenen=REDENEN))


def test_a_low_and_falling_score_is_one_proposal() -> None:
    (voorstel,) = voorstellen(*reeks("spelling", CITO, "I", "III", "IV", ijkpunt="III"))
    assert voorstel.reden == "spelling"
    assert voorstel.uitleg == "spelling: IV, onder de afspraak III; daalt drie metingen op rij"


def test_a_low_score_of_another_subject_is_an_arrear() -> None:
    (voorstel,) = voorstellen(*reeks("hoofdstuk 2", CIJFER, "4,8", ijkpunt="5,5"))
    assert voorstel.reden == "leerachterstand"
    assert voorstel.uitleg == "hoofdstuk 2: 4,8, onder de afspraak 5,5"


def test_a_falling_score_above_the_agreement_is_named_as_falling() -> None:
    (voorstel,) = voorstellen(*reeks("rekenen", CIJFER, "9,0", "7,5", ijkpunt="5,5"))
    assert (voorstel.reden, voorstel.uitleg) == ("teruglopend", "rekenen: 7,5, was 9,0")


def test_a_good_row_gives_no_proposal() -> None:
    assert voorstellen(*reeks("spelling", CITO, "III", "II", ijkpunt="III")) == ()


def test_only_the_last_score_counts() -> None:
    assert voorstellen(*reeks("spelling", CITO, "V", "III", ijkpunt="III")) == ()


def test_an_agreement_on_an_older_scale_says_nothing() -> None:
    meting = Meting("spelling", "t", date(2026, 9, 1), score(CIJFER, "2,0"), score(CITO, "III"))
    assert voorstellen(meting) == ()


def test_a_low_seo_category_is_proposed() -> None:
    (voorstel,) = voorstellen(seo=reeks("welbevinden", WOORDEN, "onvoldoende", ijkpunt="voldoende"))
    assert voorstel.reden == "sociaal_emotioneel"
    assert voorstel.uitleg == "welbevinden: onvoldoende, onder de norm voldoende"


def test_a_score_far_above_the_group_is_proposed() -> None:
    metingen = reeks("rekenen", CIJFER, "9,5")
    groep = Groepsbeeld(scores={"rekenen1": [score(CIJFER, "6,0"), score(CIJFER, "7,0")] * 5})
    (voorstel,) = stel_voor(Leerlingbeeld(metingen), groep)
    assert (voorstel.reden, voorstel.uitleg) == ("voorsprong", "rekenen: 9,5, ver boven de groep")
    verder = Groepsbeeld(scores={"rekenen1": [score(CIJFER, "5,0"), score(CIJFER, "6,0")] * 5})
    assert stel_voor(Leerlingbeeld(metingen), verder)[0].kenmerk == voorstel.kenmerk


def test_a_pupil_nobody_looked_at_is_pointed_out() -> None:
    leeg = Leerlingbeeld(reeks("spelling", CITO, "-"), reeks("motivatie", WOORDEN, ""))
    (voorstel,) = stel_voor(leeg, Groepsbeeld())
    assert voorstel.reden is None
    assert "nog geen gegevens" in voorstel.uitleg
    assert stel_voor(replace(leeg, andere_gegevens=True), Groepsbeeld()) == ()


def test_a_proposal_turned_down_comes_back_when_score_or_agreement_change() -> None:
    def kenmerk(*teksten: str, ijkpunt: str = "III") -> str:
        (voorstel,) = voorstellen(*reeks("spelling", CITO, *teksten, ijkpunt=ijkpunt))
        return voorstel.kenmerk

    eerste = kenmerk("III", "IV")
    assert eerste == kenmerk("III", "IV")
    assert eerste != kenmerk("III", "V")
    assert eerste != kenmerk("II", "IV")
    assert eerste != kenmerk("III", "IV", "V")
    assert eerste != kenmerk("III", "IV", ijkpunt="II")


def test_the_order_in_which_data_come_in_makes_no_difference() -> None:
    metingen = reeks("spelling", CITO, "I", "III", "IV", ijkpunt="III")
    assert voorstellen(*metingen) == voorstellen(*reversed(metingen))


NIVEAUS = st.lists(st.sampled_from(["I", "II", "III", "IV", "V", "-"]), max_size=6)


@given(NIVEAUS, NIVEAUS)
def test_any_data_give_known_reasons_and_different_fingerprints(eerste: list[str], tweede: list[str]) -> None:
    metingen = [
        *reeks("spelling", CITO, *eerste, ijkpunt="III"),
        *reeks("rekenen", CITO, *tweede, ijkpunt="III"),
    ]
    gegeven = voorstellen(*metingen)
    assert len({voorstel.kenmerk for voorstel in gegeven}) == len(gegeven) <= 2
    assert all(voorstel.reden in REDEN_PER_SLEUTEL for voorstel in gegeven)
