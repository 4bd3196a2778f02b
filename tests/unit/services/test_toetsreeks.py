"""Tests of one series follow each other: in the cell, in the proposals and in the drawing of a pupil."""

import pytest
from sqlalchemy import select

from lti_tool.models import Cel, Kolomsoort, Soort, Toets
from lti_tool.services.overzicht import celweergave, overzicht, signaalbeeld, verloop
from lti_tool.services.overzicht.overzichtbeeld import Celweergave, Zicht
from lti_tool.services.school.formaten import Kolomformaat, OngeldigeKolom, kolomformaten
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld


@pytest.fixture
def vak(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 1, Soort.VAKSPECIFIEK)


def gelezen(vak: Gevuld, sleutel: str) -> Celweergave:
    inhoud = overzicht.lees(vak.session, vak.cyclus, Zicht(bewerken=True, alles=True))
    plaats = [kolom.sleutel for kolom in inhoud.kolommen].index(sleutel)
    return inhoud.regels[0].cellen[plaats]


def test_the_next_test_of_a_subject_shows_the_one_before_it_and_which_way_it_went(vak: Gevuld) -> None:
    vak.vul("toets_1", "7,0")
    vak.vul("toets_2", "6,0")
    assert (gelezen(vak, "toets_2").verloop, gelezen(vak, "toets_2").vorige) == ("daalt", "Toets 1: 7,0")
    assert (gelezen(vak, "toets_1").verloop, gelezen(vak, "toets_1").vorige) == (None, "")
    assert gelezen(vak, "toets_3").vorige == "Toets 1: 7,0, Toets 2: 6,0"
    assert gelezen(vak, "normtoets").vorige == ""


def test_the_cycle_before_stands_beside_the_same_test(vak: Gevuld) -> None:
    vak.vul("toets_2", "5,0")
    vak.volgende_cyclus()
    vak.vul("toets_1", "7,0")
    vak.vul("toets_2", "6,0")
    cel = gelezen(vak, "toets_2")
    assert (cel.naast, cel.vorige, cel.verloop) == ("5,0", "cyclus 1: 5,0, Toets 1: 7,0", "daalt")


def test_a_saved_score_is_told_as_the_page_shows_it(vak: Gevuld) -> None:
    vak.vul("toets_1", "7,0")
    vak.vul("toets_2", "8,0")
    for sleutel in ("toets_1", "toets_2", "stimulerend"):
        vak.vul(sleutel, "8,5" if sleutel != "stimulerend" else "vraagt door")
    vraag = select(Cel).where(Cel.kolom_id == vak.kolom("toets_2").id)
    cel = vak.session.scalars(vraag).one()
    assert celweergave.lees_cel(vak.session, vak.cyclus, vak.kolom("toets_2"), cel) == gelezen(vak, "toets_2")


def test_a_fall_over_three_tests_of_a_subject_is_proposed_and_drawn(vak: Gevuld) -> None:
    for sleutel, cijfer in (("toets_1", "8,0"), ("toets_2", "7,5"), ("toets_3", "7,0")):
        vak.vul(sleutel, cijfer)
    persoon = vak.leerlingen[0].id
    (voorstel,) = signaalbeeld.lees(vak.session, vak.cyclus).stel_voor(persoon, andere_gegevens=True)
    assert (voorstel.reden, voorstel.uitleg) == ("teruglopend", "Toetsen: 7,0, daalt drie metingen op rij")
    grafieken = verloop.lees(vak.session, vak.cyclus, persoon)
    assert {vak.kolom(f"toets_{n}").id for n in (1, 2, 3)} == set(grafieken)
    assert [punt.label for punt in grafieken[vak.kolom("toets_1").id].punten] == [
        "Toets 1 (cyclus 1)",
        "Toets 2 (cyclus 1)",
        "Toets 3 (cyclus 1)",
    ]


@pytest.mark.parametrize("veld", ["gevoelig", "verborgen"])
def test_what_is_kept_from_sight_is_no_part_of_a_series(vak: Gevuld, veld: str) -> None:
    vak.vul("toets_1", "8,0")
    vak.vul("toets_2", "6,0")
    setattr(vak.kolom("toets_1"), veld, True)
    vak.session.commit()
    assert (gelezen(vak, "toets_2").verloop, gelezen(vak, "toets_2").vorige) == (None, "")


def test_another_scale_is_another_measure(vak: Gevuld) -> None:
    vak.vul("toets_1", "8,0")
    vak.kolom("normtoets").toets = Toets(soort="eigen", reeks="toetsen")
    vak.vul("normtoets", "II")
    vak.vul("toets_2", "8,0")
    assert gelezen(vak, "toets_2").vorige == "Toets 1: 8,0"


@pytest.mark.parametrize("reeks", ["Toetsen", "1e", "a b", 3, "x" * 99])
def test_a_series_is_named_by_a_plain_word(reeks: object) -> None:
    met = {"sleutel": "a", "kop": "A", "naam": "A", "blok": "toetsen", "soort": Kolomsoort.TOETS}
    with pytest.raises(OngeldigeKolom, match="reeks"):
        Kolomformaat(**met, schaal={"soort": "cijfer"}, reeks=reeks)  # type: ignore[arg-type]


def test_the_three_tests_of_a_subject_are_one_series() -> None:
    reeksen = {k.sleutel: k.reeks for k in kolomformaten(Soort.VAKSPECIFIEK) if k.soort == Kolomsoort.TOETS}
    assert reeksen == {"normtoets": "", "toets_1": "toetsen", "toets_2": "toetsen", "toets_3": "toetsen"}
