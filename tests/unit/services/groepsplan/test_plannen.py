"""A plan is opened from the needs in one act, and changed over versions."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import (
    Differentiatie,
    Groepsplan,
    Plandoel,
    Planregel,
    Planveld,
    Soort,
    Subgroepsoort,
    nu,
)
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer, Zininvoer
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.groepsplan import planaanvulling, plandoelen, plannen, planrijen
from lti_tool.services.groepsplan.plandoelen import Plandoelinvoer
from lti_tool.services.groepsplan.plannen import Kopinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import (
    FEEDBACK,
    INSTRUCTIE,
    LEEST,
    OPDRACHTEN,
    benoem,
    bewaar,
    lees,
    open_plan,
    punt,
    rij,
    subgroep,
)


@pytest.fixture
def werk(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 5)


@pytest.fixture
def vak(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 5, Soort.VAKSPECIFIEK)


def test_a_plan_opens_with_the_pupils_goals_and_sentences_of_its_subgroups(werk: Gevuld) -> None:
    benoem(werk, 0, LEEST, INSTRUCTIE, FEEDBACK)
    benoem(werk, 1, Doelinvoer("Leest elke dag een kwartier."), INSTRUCTIE)
    subgroep(werk, "Lezers", 0, 1)
    (basis, lezers) = open_plan(werk).rijen
    assert (basis.soort, basis.naam, len(basis.leerlingen)) == ("basis", "Hele groep", 5)
    (doel,) = lezers.doelen
    assert (doel.tekst, doel.maat, doel.voor_wanneer) == (LEEST.tekst, "op de lijst", date(2026, 11, 20))
    assert [bron.regel_id for bron in doel.bronnen] == [werk.regel(0), werk.regel(1)]
    assert lezers.velden["aanpak"].waarde == f"{INSTRUCTIE.tekst}\n{FEEDBACK.tekst}"
    assert "23 november 2026" in lezers.velden["evaluatie"].waarde
    assert lezers.velden["organisatie"].waarde == ""


def test_a_handreiking_says_already_that_everybody_does_it_in_the_lesson(werk: Gevuld) -> None:
    groep = subgroep(werk, "Durf", 0)
    groep.soort = Subgroepsoort.HANDREIKING
    assert rij(open_plan(werk), "Durf").velden["organisatie"].waarde == "Alle docenten, in de gewone lessen."


def test_the_points_of_the_whole_group_stand_in_its_row_but_not_those_turned_down(werk: Gevuld) -> None:
    punt(werk, "complimenten geven voor inzet")
    punt(werk, "afgewezen punt", afgewezen=True)
    punt(werk, "werkwoorden", "sp")
    beeld = open_plan(werk)
    assert [(rij.domein, rij.velden["aanpak"].waarde) for rij in beeld.rijen] == [
        ("pedagogisch", "complimenten geven voor inzet"),
        ("sp", "werkwoorden"),
    ]


def test_sentences_go_to_content_or_approach_by_their_category(vak: Gevuld) -> None:
    benoem(vak, 0, LEEST, INSTRUCTIE, OPDRACHTEN, domein="vak")
    subgroep(vak, "Plus", 0, domein="vak")
    plus = rij(open_plan(vak), "Plus")
    assert plus.velden["inhoud"].waarde == OPDRACHTEN.tekst
    assert plus.velden["aanpak"].waarde == INSTRUCTIE.tekst


def test_a_divergent_plan_has_no_row_for_the_whole_group(vak: Gevuld) -> None:
    subgroep(vak, "Plus", 0, domein="vak")
    beeld = open_plan(vak, differentiatie="divergent")
    assert [rij.soort for rij in beeld.rijen] == ["subgroep"]
    with pytest.raises(OngeldigeWaarde):
        planrijen.voeg_basis_toe(vak.session, beeld.plan, "vak", vak.eigenaar)


def test_the_choice_for_divergent_takes_the_row_of_the_whole_group_out_and_back(vak: Gevuld) -> None:
    plan = open_plan(vak).plan
    for keuze, aantal in ((Differentiatie.DIVERGENT, 0), (Differentiatie.CONVERGENT, 1)):
        invoer = Kopinvoer("groepsplan", keuze, "A4", plan.evaluatie_op, plan.halverwege)
        plannen.bewaar_kop(vak.session, vak.groep, vak.cyclus, invoer, plan.versie, vak.eigenaar)
        assert len(lees(vak).rijen) == aantal


def test_a_long_plan_gets_a_day_halfway_and_a_day_to_look_back(werk: Gevuld) -> None:
    plan = open_plan(werk).plan
    assert (plan.halverwege, plan.evaluatie_op) == (date(2026, 10, 12), date(2026, 11, 23))


def test_opening_twice_changes_nothing(werk: Gevuld) -> None:
    subgroep(werk, "Lezers", 0)
    eerst = open_plan(werk)
    assert [rij.id for rij in open_plan(werk).rijen] == [rij.id for rij in eerst.rijen]


def test_a_plan_that_somebody_made_without_rows_is_filled(werk: Gevuld) -> None:
    werk.session.add(Groepsplan(cyclus_id=werk.cyclus.id))
    werk.session.commit()
    assert len(open_plan(werk).rijen) == 1


def test_a_need_that_ended_and_a_pupil_who_left_give_nothing_new(werk: Gevuld) -> None:
    benoem(werk, 0, LEEST).herziening = "beeindigd"
    subgroep(werk, "Lezers", 0)
    assert rij(open_plan(werk), "Lezers").doelen == ()


def test_what_is_typed_is_kept_over_the_version_that_was_seen(werk: Gevuld) -> None:
    regel = open_plan(werk).rijen[0].id
    eerste = bewaar(werk, regel, "organisatie", "  elke dinsdag  ")
    assert (eerste.waarde, eerste.versie) == ("elke dinsdag", 1)
    assert bewaar(werk, regel, "organisatie", "elke dinsdag").versie == 1
    assert bewaar(werk, regel, "organisatie", "elke woensdag", 1).versie == 2
    with pytest.raises(Conflict) as fout:
        bewaar(werk, regel, "organisatie", "elke donderdag", 1)
    assert fout.value.nu["waarde"] == "elke woensdag"
    with pytest.raises(Conflict):
        bewaar(werk, regel, "organisatie", "nooit", 0)


def test_an_empty_field_that_was_never_filled_stays_unwritten(werk: Gevuld) -> None:
    regel = open_plan(werk).rijen[0].id
    assert bewaar(werk, regel, "organisatie", " ").versie == 0
    assert werk.session.scalars(select(Planveld).filter_by(veld="organisatie")).all() == []


@pytest.mark.parametrize("veld", ["leerlingen", "doelen", "bestaat_niet", ""])
def test_only_a_text_column_of_the_plan_takes_a_text(werk: Gevuld, veld: str) -> None:
    with pytest.raises(NietGevonden):
        bewaar(werk, open_plan(werk).rijen[0].id, veld, "x")


def test_a_text_that_is_too_long_is_refused_by_name(werk: Gevuld) -> None:
    with pytest.raises(OngeldigeWaarde, match="Aanpak is 4001 tekens"):
        bewaar(werk, open_plan(werk).rijen[0].id, "aanpak", "x" * 4001)


def test_a_closed_cycle_is_read_only(werk: Gevuld) -> None:
    benoem(werk, 0, LEEST)
    subgroep(werk, "Lezers", 0)
    beeld = open_plan(werk)
    regel, doel = rij(beeld, "Lezers"), rij(beeld, "Lezers").doelen[0]
    werk.cyclus.gesloten_op = nu()
    werk.session.commit()
    s, groep, door = werk.session, werk.groep, werk.eigenaar
    pogingen = [
        lambda: plannen.open_plan(s, werk.cyclus, door),
        lambda: bewaar(werk, regel.id, "aanpak", "x"),
        lambda: plandoelen.voeg_toe(s, groep, regel.id, Plandoelinvoer("x"), door),
        lambda: plandoelen.bewaar(s, groep, doel.id, Plandoelinvoer("x"), 1, door),
        lambda: plandoelen.haal_weg(s, groep, doel.id, door),
        lambda: plandoelen.zet_terug(s, groep, doel.id, door),
        lambda: planrijen.haal_weg(s, groep, regel.id, door),
        lambda: planrijen.verplaats(s, groep, regel.id, 1, door),
        lambda: planaanvulling.neem_over(s, groep, regel.id, door),
    ]
    for poging in pogingen:
        with pytest.raises(Gesloten):
            poging()


def test_somebody_elses_rows_and_goals_are_not_found(werk: Gevuld, bouwer: Bouwer) -> None:
    benoem(werk, 0, LEEST)
    subgroep(werk, "Lezers", 0)
    beeld = open_plan(werk)
    ander = bouwer.groep(werk.groep.cursus, werk.eigenaar, Soort.VAKSPECIFIEK, "wiskunde")
    cyclus = bouwer.cyclus(ander)
    plan = plannen.open_plan(werk.session, cyclus, werk.eigenaar)
    vreemd = rij(beeld, "Lezers")
    s: Session = werk.session
    pogingen = [
        lambda: plannen.bewaar_veld(s, ander, vreemd.id, "aanpak", "x", 0, werk.eigenaar),
        lambda: plandoelen.haal_weg(s, ander, vreemd.doelen[0].id, werk.eigenaar),
        lambda: planrijen.haal_weg(s, ander, vreemd.id, werk.eigenaar),
        lambda: planrijen.voeg_subgroep_toe(s, plan, vreemd.subgroep_id or 0, werk.eigenaar),
        lambda: planrijen.voeg_leerling_toe(s, plan, werk.regel(0), "vak", werk.eigenaar),
        lambda: planrijen.voeg_basis_toe(s, plan, "pedagogisch", werk.eigenaar),
    ]
    for poging in pogingen:
        with pytest.raises(NietGevonden):
            poging()
    assert len(werk.session.scalars(select(Plandoel)).all()) == 1
    assert len(werk.session.scalars(select(Planregel)).all()) == 3


def test_a_head_outside_the_period_or_unknown_is_refused(werk: Gevuld) -> None:
    plan = open_plan(werk).plan
    goed = ("groepsplan", "convergent", "A4", None, None)
    for plek, waarde in (
        (0, "anders"),
        (1, "divergent"),
        (2, "A5"),
        (3, date(2020, 1, 1)),
        (4, date(2030, 1, 1)),
    ):
        delen = [waarde if nummer == plek else deel for nummer, deel in enumerate(goed)]
        with pytest.raises(OngeldigeWaarde):
            plannen.bewaar_kop(
                werk.session,
                werk.groep,
                werk.cyclus,
                Kopinvoer(*delen),
                plan.versie,
                werk.eigenaar,  # type: ignore[arg-type]
            )


def test_an_own_sentence_of_two_pupils_stands_there_once(werk: Gevuld) -> None:
    for nummer, woorden in enumerate(("docenten die wachten", "Docenten die wachten.")):
        benoem(werk, nummer, LEEST, Zininvoer("docenten", "", woorden))
    subgroep(werk, "Rust", 0, 1)
    assert rij(open_plan(werk), "Rust").velden["aanpak"].waarde == "docenten die wachten"
