"""An open overview takes over the school's columns: whatever changes, what was entered stays."""

import pytest

from lti_tool.services.overzicht import indeling, kolommen, overzicht
from lti_tool.services.overzicht.overzichtbeeld import Zicht
from lti_tool.services.school import formaten
from lti_tool.services.school.formaten import Kolomformaat
from tests.factories.bouwer import Bouwer
from tests.factories.kolommen import BREUKEN, CIJFER, Kolomwerk, formaat, mentorklas

ALLES = Zicht(bewerken=True, alles=True, vertrouwelijk=True)


@pytest.fixture
def werk(bouwer: Bouwer) -> Kolomwerk:
    return mentorklas(bouwer)


def test_taking_over_adds_hides_and_changes_and_loses_nothing(werk: Kolomwerk) -> None:
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


def test_a_scale_that_does_not_fit_is_left_and_said(werk: Kolomwerk) -> None:
    werk.vul("sp", "IV")
    werk.school(*formaat(sp={"schaal": CIJFER, "ijkpunt": ""}, rk={"schaal": CIJFER, "ijkpunt": "6"}))
    wissel = indeling.neem_over(werk.session, werk.cyclus, werk.mentor)
    assert wissel.blijft == (
        "Spelling: 1 score past niet op de nieuwe schaal. Deze kolom blijft zoals die is.",
    )
    assert werk.kolom("sp").schaal == {"soort": "niveau_i_v"}
    assert (werk.kolom("rk").schaal, werk.kolom("rk").ijkpunt) == (CIJFER, "6,0")


def test_a_column_can_become_a_text_or_go_to_another_block(werk: Kolomwerk) -> None:
    werk.vul("sp", "IV")
    los = {"soort": "tekst", "schaal": None, "ijkpunt": "", "blok": "waarnemen"}
    werk.school(*formaat(sp=los))
    indeling.neem_over(werk.session, werk.cyclus, werk.mentor)
    assert werk.sleutels()[8] == "sp"
    assert werk.kolom("sp").toets is None
    assert werk.waarden() == ["IV"]
    blokken = [k.blok for k in overzicht.lees(werk.session, werk.cyclus, ALLES).kolommen]
    assert blokken == sorted(blokken, key=list(formaten.BLOKKEN).index)


def test_what_was_sensitive_does_not_come_into_the_open_by_a_new_format(werk: Kolomwerk) -> None:
    werk.school(*formaat(bijzonderheden={"gevoelig": False}))
    assert not indeling.vergelijk(werk.session, werk.cyclus)
    assert werk.kolom("bijzonderheden").gevoelig


def test_a_school_column_named_as_the_owners_own_waits(werk: Kolomwerk) -> None:
    kolommen.voeg_toets_toe(werk.session, werk.cyclus, BREUKEN, werk.mentor)
    zelfde = Kolomformaat("breuken", "breuken", "Breuken (norm)", "toetsen", "toets", CIJFER)
    werk.school(zelfde, *formaat())
    wissel = indeling.vergelijk(werk.session, werk.cyclus)
    assert wissel.erbij == ()
    assert wissel.blijft[0].startswith("Breuken (norm): je hebt zelf al een kolom")
