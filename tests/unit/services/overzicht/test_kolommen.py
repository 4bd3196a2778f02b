"""An owner's columns, and a school's: whatever changes, what was entered stays."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Cel, Cyclus, Kolom, Onderwerp, Persoon, Regel, Soort, Wijziging, nu
from lti_tool.services.cyclus import cyclusopening
from lti_tool.services.fouten import Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import regels
from lti_tool.services.overzicht import cellen, indeling, kolomherhaling, kolommen, overzicht
from lti_tool.services.overzicht.kolommen import Kolomgegevens
from lti_tool.services.overzicht.overzichtbeeld import Zicht
from lti_tool.services.school import formaten, schoolformaten
from lti_tool.services.school.formaten import Kolomformaat, OngeldigeKolom
from tests.factories.bouwer import Bouwer

CIJFER = {"soort": "cijfer"}
BREUKEN = Kolomgegevens("SO breuken", "Breuken", CIJFER, "5.5", date(2026, 10, 6))
ALLES = Zicht(bewerken=True, alles=True, vertrouwelijk=True)


@dataclass
class Werk:
    """An overview of a mentor class with two pupils."""

    session: Session
    cyclus: Cyclus
    mentor: Persoon

    def kolom(self, sleutel: str) -> Kolom:
        vraag = select(Kolom).where(Kolom.cyclus_id == self.cyclus.id, Kolom.sleutel == sleutel)
        return self.session.scalars(vraag).one()

    def vul(self, sleutel: str, *waarden: str) -> None:
        rijen = self.session.scalars(
            select(Regel).where(Regel.cyclus_id == self.cyclus.id).order_by(Regel.id)
        )
        for regel, waarde in zip(rijen, waarden, strict=False):
            plaats = cellen.zoek_plaats(self.session, self.cyclus.groep, regel.id, self.kolom(sleutel).id)
            cellen.bewaar(self.session, plaats, waarde, 0, self.mentor)

    def sleutels(self) -> list[str]:
        return [k.sleutel for k in regels.kolommen(self.session, self.cyclus) if not k.verborgen]

    def waarden(self) -> list[str]:
        return sorted(self.session.scalars(select(Cel.waarde)))

    def geschiedenis(self) -> list[str]:
        vraag = select(Wijziging.nieuw).where(Wijziging.onderwerp == Onderwerp.KOLOM)
        return list(self.session.scalars(vraag.order_by(Wijziging.id)))

    def school(self, *kolommen: Kolomformaat) -> None:
        """What the administrator sets."""
        school_id = self.cyclus.groep.cursus.platform.school_id
        schoolformaten.bewaar(self.session, school_id, self.cyclus.groep.soort, "", kolommen, None)


@pytest.fixture
def werk(bouwer: Bouwer) -> Werk:
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 2)
    return Werk(bouwer.session, bouwer.cyclus(bouwer.groep(cursus, mentor)), mentor)


STANDAARD = {kolom.sleutel: kolom for kolom in formaten.kolomformaten(Soort.VAKOVERSTIJGEND)}


def formaat(**anders: object) -> list[Kolomformaat]:
    """The default columns with some changed: sp={"ijkpunt": "II"}; None leaves one out."""
    return [
        replace(kolom, **anders.get(sleutel, {}))  # type: ignore[arg-type]
        for sleutel, kolom in STANDAARD.items()
        if anders.get(sleutel, {}) is not None
    ]


def test_a_test_is_added_at_the_end_of_its_block_and_can_be_scored(werk: Werk) -> None:
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
    werk: Werk, anders: dict[str, object], veld: str
) -> None:
    with pytest.raises(OngeldigeKolom) as fout:
        kolommen.voeg_toets_toe(werk.session, werk.cyclus, replace(BREUKEN, **anders), werk.mentor)
    assert [naam for naam, _ in fout.value.bezwaren] == [veld]
    werk.session.rollback()
    assert "eigen_so_breuken" not in werk.sleutels()


def test_two_names_that_fold_to_one_key_stay_two_columns(werk: Werk) -> None:
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


def test_no_more_columns_than_can_be_shown(werk: Werk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kolommen, "TEN_HOOGSTE", len(werk.sleutels()))
    with pytest.raises(OngeldigeWaarde, match="Meer passen er niet in"):
        kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)


def test_another_scale_is_refused_while_scores_do_not_fit_and_they_are_named(werk: Werk) -> None:
    werk.vul("sp", "IV", "II")
    with pytest.raises(OngeldigeKolom) as fout:
        kolommen.wijzig(
            werk.session, werk.cyclus, werk.kolom("sp"), Kolomgegevens("Spelling", "SP", CIJFER), werk.mentor
        )
    assert "passen 2 scores niet: IV (Leerling01 Achternaam01), II (Leerling02" in str(fout.value)
    assert werk.kolom("sp").schaal == {"soort": "niveau_i_v"}


def test_scores_of_a_sensitive_column_are_counted_not_named(werk: Werk) -> None:
    werk.vul("sp", "IV")
    werk.kolom("sp").gevoelig = True
    with pytest.raises(OngeldigeKolom) as fout:
        kolommen.wijzig(
            werk.session, werk.cyclus, werk.kolom("sp"), Kolomgegevens("Spelling", "SP", CIJFER), werk.mentor
        )
    assert "past één score niet. " in str(fout.value)
    assert "IV" not in str(fout.value)


def test_another_scale_is_taken_when_everything_fits_and_nothing_is_rewritten(werk: Werk) -> None:
    kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)
    werk.vul("eigen_so_breuken", "7", "8,5")
    procent = replace(BREUKEN, schaal={"soort": "percentage"}, ijkpunt="5")
    kolommen.wijzig(werk.session, werk.cyclus, werk.kolom("eigen_so_breuken"), procent, werk.mentor)
    assert werk.waarden() == ["7,0", "8,5"]
    assert werk.geschiedenis()[-1] == (
        "kolom “SO breuken”, kop Breuken, schaal percentage, ijkpunt 5%, eigen toets, 6 oktober 2026"
    )


def test_a_score_that_slipped_past_a_new_scale_is_shown_and_breaks_nothing(werk: Werk) -> None:
    werk.vul("sp", "IV")
    werk.kolom("sp").schaal = CIJFER
    werk.kolom("sp").ijkpunt = "5,5"
    cel = overzicht.lees(werk.session, werk.cyclus, ALLES).regels[0].cellen[2]
    assert (cel.waarde, cel.onder, cel.verloop) == ("IV", False, None)


def test_name_and_head_of_a_text_column_change_and_nothing_else(werk: Werk) -> None:
    vreemd = Kolomgegevens("Thuis", "Thuis", CIJFER, "5,5", date(2026, 10, 1))
    kolommen.wijzig(werk.session, werk.cyclus, werk.kolom("gesprek_ouders"), vreemd, werk.mentor)
    kolom = werk.kolom("gesprek_ouders")
    assert (kolom.naam, kolom.schaal, kolom.ijkpunt, kolom.gevoelig) == ("Thuis", None, "", True)


def test_the_same_again_is_no_change(werk: Werk) -> None:
    gegevens = Kolomgegevens(
        "Spelling", "SP", {"soort": "niveau_i_v"}, "iii", toetssoort="methodeonafhankelijk"
    )
    kolommen.wijzig(werk.session, werk.cyclus, werk.kolom("sp"), gegevens, werk.mentor)
    assert werk.geschiedenis() == []


def test_a_hidden_column_keeps_its_data_and_comes_back(werk: Werk) -> None:
    werk.vul("sp", "IV")
    for _ in range(2):
        kolommen.zet_zicht(werk.session, werk.cyclus, werk.kolom("sp"), True, werk.mentor)
    assert "SP" not in {k.kop for k in overzicht.lees(werk.session, werk.cyclus, ALLES).kolommen}
    assert kolommen.ingevuld(werk.session, werk.cyclus) == {werk.kolom("sp").id: 1}
    kolommen.zet_zicht(werk.session, werk.cyclus, werk.kolom("sp"), False, werk.mentor)
    assert overzicht.lees(werk.session, werk.cyclus, ALLES).regels[0].cellen[2].waarde == "IV"
    assert werk.geschiedenis() == ["kolom “Spelling” verborgen", "kolom “Spelling” weer getoond"]


def test_the_needs_are_never_hidden(werk: Werk) -> None:
    with pytest.raises(OngeldigeWaarde, match="horen bij elk overzicht"):
        kolommen.zet_zicht(werk.session, werk.cyclus, werk.kolom("behoeften"), True, werk.mentor)


def test_columns_move_within_their_block_past_hidden_ones(werk: Werk) -> None:
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


def test_a_closed_cycle_keeps_its_columns(werk: Werk) -> None:
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


def test_a_column_of_another_cycle_is_not_found(werk: Werk, bouwer: Bouwer) -> None:
    ander = bouwer.cyclus(bouwer.groep(bouwer.cursus(label="3HB"), werk.mentor))
    with pytest.raises(NietGevonden):
        kolommen.zoek(werk.session, ander, werk.kolom("sp").id)
    with pytest.raises(NietGevonden):
        kolommen.zoek(werk.session, ander, 10**9)


def volgende(werk: Werk) -> Werk:
    nieuw = cyclusopening.open_cyclus(
        werk.session, werk.cyclus.groep, date(2026, 12, 1), date(2027, 3, 15), werk.mentor
    )
    return Werk(werk.session, nieuw, werk.mentor)


def test_what_the_owner_hid_stays_hidden_in_the_next_cycle_and_own_tests_are_offered_again(
    werk: Werk,
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


def test_the_first_cycle_has_nothing_to_repeat(werk: Werk) -> None:
    assert kolomherhaling.uit_vorige(werk.session, werk.cyclus) == []
    with pytest.raises(NietGevonden):
        kolomherhaling.herhaal(werk.session, werk.cyclus, "sp", werk.mentor)


def test_a_subject_has_its_own_columns_before_those_of_all_subjects(werk: Werk) -> None:
    school_id = werk.cyclus.groep.cursus.platform.school_id
    vak, alle = list(formaten.kolomformaten(Soort.VAKSPECIFIEK)), Soort.VAKSPECIFIEK
    schoolformaten.bewaar(werk.session, school_id, alle, "", vak[1:], None)
    schoolformaten.bewaar(werk.session, school_id, alle, " Wiskunde ", vak[2:], werk.mentor)
    assert len(schoolformaten.geldend(werk.session, school_id, alle, "wiskunde")) == len(vak) - 2
    assert len(schoolformaten.geldend(werk.session, school_id, alle, "Frans")) == len(vak) - 1
    assert schoolformaten.zet_terug(werk.session, school_id, alle, "WISKUNDE")
    assert not schoolformaten.zet_terug(werk.session, school_id, alle, "wiskunde")
    assert len(schoolformaten.geldend(werk.session, school_id, alle, "wiskunde")) == len(vak) - 1


@pytest.mark.parametrize(
    ("soort", "vak"), [("raar", ""), (Soort.VAKOVERSTIJGEND, "Frans"), (Soort.VAKSPECIFIEK, "x" * 61)]
)
def test_a_format_for_something_that_is_not_there_is_refused(werk: Werk, soort: str, vak: str) -> None:
    with pytest.raises(OngeldigeWaarde):
        schoolformaten.bewaar(werk.session, 1, soort, vak, formaat(), None)


def test_another_school_keeps_its_own_columns(werk: Werk, bouwer: Bouwer) -> None:
    werk.school(*formaat(tl=None))
    elders = bouwer.nieuw_platform("De Horizon", "https://elo.horizon.example")
    geldend = schoolformaten.geldend(werk.session, elders.school_id, Soort.VAKOVERSTIJGEND, "")
    assert [k.sleutel for k in geldend] == [*STANDAARD]


def test_a_new_cycle_gets_the_schools_columns_and_an_open_one_stays_as_it_was(werk: Werk) -> None:
    werk.school(*formaat(tl=None))
    assert "tl" in werk.sleutels()
    assert "tl" not in volgende(werk).sleutels()


def test_taking_over_adds_hides_and_changes_and_loses_nothing(werk: Werk) -> None:
    kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)
    werk.vul("tl", "IV")
    werk.vul("sp", "II")
    nieuw = Kolomformaat("dyslexie", "Dyslexie", "Dyslexie", "seo", "seo", {"soort": "woorden"})
    school = formaat(tl=None, sp={"ijkpunt": "II", "gevoelig": True})
    werk.school(*school[:5], nieuw, *school[5:])
    wissel = indeling.vergelijk(werk.session, werk.cyclus)
    assert [k.sleutel for k in wissel.erbij] == ["dyslexie"]
    assert [k.sleutel for k in wissel.weg] == ["tl"]
    assert [(w.kolom.sleutel, w.wat) for w in wissel.anders] == [("sp", ("ijkpunt", "vertrouwelijk"))]
    indeling.neem_over(werk.session, werk.cyclus, werk.mentor)
    assert werk.sleutels()[:7] == ["bl", "sp", "rk", "analyse", "eigen_so_breuken", "motivatie", "dyslexie"]
    assert werk.waarden() == ["II", "IV"]
    assert (werk.kolom("sp").ijkpunt, werk.kolom("sp").gevoelig) == ("II", True)
    assert not indeling.vergelijk(werk.session, werk.cyclus)
    assert len(werk.geschiedenis()) == 4


def test_a_scale_that_does_not_fit_is_left_and_said(werk: Werk) -> None:
    werk.vul("sp", "IV")
    werk.school(*formaat(sp={"schaal": CIJFER, "ijkpunt": ""}, rk={"schaal": CIJFER, "ijkpunt": "6"}))
    wissel = indeling.neem_over(werk.session, werk.cyclus, werk.mentor)
    assert wissel.blijft == (
        "Spelling: 1 score past niet op de nieuwe schaal. Deze kolom blijft zoals die is.",
    )
    assert werk.kolom("sp").schaal == {"soort": "niveau_i_v"}
    assert (werk.kolom("rk").schaal, werk.kolom("rk").ijkpunt) == (CIJFER, "6,0")


def test_a_column_can_become_a_text_or_go_to_another_block(werk: Werk) -> None:
    werk.vul("sp", "IV")
    los = {"soort": "tekst", "schaal": None, "ijkpunt": "", "blok": "waarnemen"}
    werk.school(*formaat(sp=los))
    indeling.neem_over(werk.session, werk.cyclus, werk.mentor)
    assert werk.sleutels()[8] == "sp"
    assert werk.kolom("sp").toets is None
    assert werk.waarden() == ["IV"]
    blokken = [k.blok for k in overzicht.lees(werk.session, werk.cyclus, ALLES).kolommen]
    assert blokken == sorted(blokken, key=list(formaten.BLOKKEN).index)


def test_what_was_sensitive_does_not_come_into_the_open_by_a_new_format(werk: Werk) -> None:
    werk.school(*formaat(bijzonderheden={"gevoelig": False}))
    assert not indeling.vergelijk(werk.session, werk.cyclus)
    assert werk.kolom("bijzonderheden").gevoelig


def test_a_school_column_named_as_the_owners_own_waits(werk: Werk) -> None:
    kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)
    zelfde = Kolomformaat("breuken", "breuken", "Breuken (norm)", "toetsen", "toets", CIJFER)
    werk.school(zelfde, *formaat())
    wissel = indeling.vergelijk(werk.session, werk.cyclus)
    assert wissel.erbij == ()
    assert wissel.blijft[0].startswith("Breuken (norm): je hebt zelf al een kolom")
