"""An owner's columns: whatever changes, what was entered stays."""

from dataclasses import replace
from datetime import date

import pytest

from lti_tool.models import nu
from lti_tool.services.fouten import Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.overzicht import indeling, kolomherhaling, kolommen, overzicht
from lti_tool.services.overzicht.kolommen import Kolomgegevens
from lti_tool.services.overzicht.overzichtbeeld import Zicht
from lti_tool.services.school.formaten import OngeldigeKolom
from tests.factories.bouwer import Bouwer
from tests.factories.kolommen import BREUKEN, CIJFER, Kolomwerk, mentorklas, volgende

ALLES = Zicht(bewerken=True, alles=True, vertrouwelijk=True)


@pytest.fixture
def werk(bouwer: Bouwer) -> Kolomwerk:
    return mentorklas(bouwer)


def test_a_test_is_added_at_the_end_of_its_block_and_can_be_scored(werk: Kolomwerk) -> None:
    kolom = kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)
    assert (kolom.sleutel, kolom.ijkpunt, kolom.toets and kolom.toets.datum) == (
        "eigen_so_breuken",
        "5,5",
        date(2026, 10, 6),
    )
    assert werk.sleutels()[4:7] == ["analyse", "eigen_so_breuken", "motivatie"]
    werk.vul("eigen_so_breuken", "4.9")
    gelezen = overzicht.lees(werk.session, werk.cyclus, ALLES)
    assert gelezen.blokken[0].aantal == 6
    assert gelezen.regels[0].cellen[5].onder is True
    assert werk.geschiedenis() == ["kolom “SO breuken” toegevoegd"]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naam": " spelling "}, "naam"),
        ({"kop": "sp"}, "kop"),
        ({"naam": "  "}, "naam"),
        ({"kop": "x" * 25}, "kop"),
        ({"schaal": None}, "schaal"),
        ({"schaal": {"soort": "getal", "minimum": 3, "maximum": 1}}, "schaal"),
        ({"ijkpunt": "12"}, "ijkpunt"),
        ({"datum": date(1970, 1, 1)}, "datum"),
        ({"toetssoort": "raar"}, "toetssoort"),
    ],
)
def test_a_column_that_makes_no_sense_is_refused_by_its_field(
    werk: Kolomwerk, anders: dict[str, object], veld: str
) -> None:
    with pytest.raises(OngeldigeKolom) as fout:
        kolommen.voeg_toets_toe(werk.session, werk.cyclus, replace(BREUKEN, **anders), werk.mentor)
    assert [naam for naam, _ in fout.value.bezwaren] == [veld]
    werk.session.rollback()
    assert "eigen_so_breuken" not in werk.sleutels()


def test_two_names_that_fold_to_one_key_stay_two_columns(werk: Kolomwerk) -> None:
    eerste = kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)
    tweede = kolommen.voeg_toets_toe(
        werk.session, werk.cyclus, replace(BREUKEN, naam="SO: breuken!", kop="Br2"), werk.mentor
    )
    derde = kolommen.voeg_toets_toe(
        werk.session, werk.cyclus, replace(BREUKEN, naam="!!!", kop="!"), werk.mentor
    )
    assert [eerste.sleutel, tweede.sleutel, derde.sleutel] == [
        "eigen_so_breuken",
        "eigen_so_breuken_2",
        "eigen_toets",
    ]


def test_no_more_columns_than_can_be_shown(werk: Kolomwerk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kolommen, "TEN_HOOGSTE", len(werk.sleutels()))
    with pytest.raises(OngeldigeWaarde, match="Meer passen er niet in"):
        kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)


def test_another_scale_is_refused_while_scores_do_not_fit_and_they_are_named(werk: Kolomwerk) -> None:
    werk.vul("sp", "IV", "II")
    with pytest.raises(OngeldigeKolom) as fout:
        kolommen.wijzig(
            werk.session, werk.cyclus, werk.kolom("sp"), Kolomgegevens("Spelling", "SP", CIJFER), werk.mentor
        )
    assert "passen 2 scores niet: IV (Leerling01 Achternaam01), II (Leerling02" in str(fout.value)
    assert werk.kolom("sp").schaal == {"soort": "niveau_i_v"}


def test_scores_of_a_sensitive_column_are_counted_not_named(werk: Kolomwerk) -> None:
    werk.vul("sp", "IV")
    werk.kolom("sp").gevoelig = True
    with pytest.raises(OngeldigeKolom) as fout:
        kolommen.wijzig(
            werk.session, werk.cyclus, werk.kolom("sp"), Kolomgegevens("Spelling", "SP", CIJFER), werk.mentor
        )
    assert "past één score niet. " in str(fout.value)
    assert "IV" not in str(fout.value)


def test_another_scale_is_taken_when_everything_fits_and_nothing_is_rewritten(werk: Kolomwerk) -> None:
    kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)
    werk.vul("eigen_so_breuken", "7", "8,5")
    procent = replace(BREUKEN, schaal={"soort": "percentage"}, ijkpunt="5")
    kolommen.wijzig(werk.session, werk.cyclus, werk.kolom("eigen_so_breuken"), procent, werk.mentor)
    assert werk.waarden() == ["7,0", "8,5"]
    assert werk.geschiedenis()[-1] == (
        "kolom “SO breuken”, kop Breuken, schaal percentage, ijkpunt 5%, eigen toets, 6 oktober 2026"
    )


def test_a_score_that_slipped_past_a_new_scale_is_shown_and_breaks_nothing(werk: Kolomwerk) -> None:
    werk.vul("sp", "IV")
    werk.kolom("sp").schaal = CIJFER
    werk.kolom("sp").ijkpunt = "5,5"
    cel = overzicht.lees(werk.session, werk.cyclus, ALLES).regels[0].cellen[2]
    assert (cel.waarde, cel.onder, cel.verloop) == ("IV", False, None)


def test_name_and_head_of_a_text_column_change_and_nothing_else(werk: Kolomwerk) -> None:
    vreemd = Kolomgegevens("Thuis", "Thuis", CIJFER, "5,5", date(2026, 10, 1))
    kolommen.wijzig(werk.session, werk.cyclus, werk.kolom("gesprek_ouders"), vreemd, werk.mentor)
    kolom = werk.kolom("gesprek_ouders")
    assert (kolom.naam, kolom.schaal, kolom.ijkpunt, kolom.gevoelig) == ("Thuis", None, "", True)


def test_the_same_again_is_no_change(werk: Kolomwerk) -> None:
    gegevens = Kolomgegevens(
        "Spelling", "SP", {"soort": "niveau_i_v"}, "iii", toetssoort="methodeonafhankelijk"
    )
    kolommen.wijzig(werk.session, werk.cyclus, werk.kolom("sp"), gegevens, werk.mentor)
    assert werk.geschiedenis() == []


def test_a_hidden_column_keeps_its_data_and_comes_back(werk: Kolomwerk) -> None:
    werk.vul("sp", "IV")
    for _ in range(2):
        kolommen.zet_zicht(werk.session, werk.cyclus, werk.kolom("sp"), True, werk.mentor)
    assert "SP" not in {k.kop for k in overzicht.lees(werk.session, werk.cyclus, ALLES).kolommen}
    assert kolommen.ingevuld(werk.session, werk.cyclus) == {werk.kolom("sp").id: 1}
    kolommen.zet_zicht(werk.session, werk.cyclus, werk.kolom("sp"), False, werk.mentor)
    assert overzicht.lees(werk.session, werk.cyclus, ALLES).regels[0].cellen[2].waarde == "IV"
    assert werk.geschiedenis() == ["kolom “Spelling” verborgen", "kolom “Spelling” weer getoond"]


def test_the_needs_are_never_hidden(werk: Kolomwerk) -> None:
    with pytest.raises(OngeldigeWaarde, match="horen bij elk overzicht"):
        kolommen.zet_zicht(werk.session, werk.cyclus, werk.kolom("behoeften"), True, werk.mentor)


def test_columns_move_within_their_block_past_hidden_ones(werk: Kolomwerk) -> None:
    kolommen.zet_zicht(werk.session, werk.cyclus, werk.kolom("bl"), True, werk.mentor)
    assert kolommen.verplaats(werk.session, werk.cyclus, werk.kolom("sp"), "eerder", werk.mentor)
    assert werk.sleutels()[:4] == ["sp", "tl", "rk", "analyse"]
    assert not kolommen.verplaats(werk.session, werk.cyclus, werk.kolom("sp"), "eerder", werk.mentor)
    assert not kolommen.verplaats(werk.session, werk.cyclus, werk.kolom("analyse"), "later", werk.mentor)
    assert kolommen.verplaats(werk.session, werk.cyclus, werk.kolom("tl"), "later", werk.mentor)
    assert werk.sleutels()[:4] == ["sp", "rk", "tl", "analyse"]
    assert werk.geschiedenis()[-2:] == [
        "kolom “Spelling” verplaatst, voor “Technisch lezen”",
        "kolom “Technisch lezen” verplaatst, na “Rekenen”",
    ]


def test_a_closed_cycle_keeps_its_columns(werk: Kolomwerk) -> None:
    werk.cyclus.gesloten_op = nu()
    kolom = werk.kolom("sp")
    for doe in (
        lambda: kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor),
        lambda: kolommen.wijzig(werk.session, werk.cyclus, kolom, BREUKEN, werk.mentor),
        lambda: kolommen.zet_zicht(werk.session, werk.cyclus, kolom, True, werk.mentor),
        lambda: kolommen.verplaats(werk.session, werk.cyclus, kolom, "later", werk.mentor),
        lambda: indeling.neem_over(werk.session, werk.cyclus, werk.mentor),
    ):
        with pytest.raises(Gesloten):
            doe()


def test_a_column_of_another_cycle_is_not_found(werk: Kolomwerk, bouwer: Bouwer) -> None:
    ander = bouwer.cyclus(bouwer.groep(bouwer.cursus(label="3HB"), werk.mentor))
    with pytest.raises(NietGevonden):
        kolommen.zoek(werk.session, ander, werk.kolom("sp").id)
    with pytest.raises(NietGevonden):
        kolommen.zoek(werk.session, ander, 10**9)


def test_what_the_owner_hid_stays_hidden_in_the_next_cycle_and_own_tests_are_offered_again(
    werk: Kolomwerk,
) -> None:
    kolommen.zet_zicht(werk.session, werk.cyclus, werk.kolom("tl"), True, werk.mentor)
    kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)
    werk.vul("eigen_so_breuken", "4,0")
    nieuw = volgende(werk)
    assert "tl" not in nieuw.sleutels()
    assert [k.naam for k in kolomherhaling.uit_vorige(nieuw.session, nieuw.cyclus)] == ["SO breuken"]
    kolom = kolomherhaling.herhaal(nieuw.session, nieuw.cyclus, "eigen_so_breuken", werk.mentor)
    assert kolom.toets is not None
    assert kolom.toets.datum is None
    plaats = nieuw.sleutels().index("eigen_so_breuken")
    gelezen = overzicht.lees(nieuw.session, nieuw.cyclus, ALLES)
    assert gelezen.regels[0].cellen[plaats].vorige == "cyclus 1: 4,0"
    with pytest.raises(NietGevonden):
        kolomherhaling.herhaal(nieuw.session, nieuw.cyclus, "eigen_so_breuken", werk.mentor)


def test_the_first_cycle_has_nothing_to_repeat(werk: Kolomwerk) -> None:
    assert kolomherhaling.uit_vorige(werk.session, werk.cyclus) == []
    with pytest.raises(NietGevonden):
        kolomherhaling.herhaal(werk.session, werk.cyclus, "sp", werk.mentor)
