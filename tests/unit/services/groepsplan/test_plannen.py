"""A plan is opened from the needs in one act, changed over versions, and filled up without losing words."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import (
    Differentiatie,
    Groepsplan,
    Plaatsing,
    Plandoel,
    Planregel,
    Planregelsoort,
    Planveld,
    Soort,
    Subgroepsoort,
    Wijziging,
    nu,
)
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer, Zininvoer
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.groepsplan import planaanvulling, plandoelen, planlezen, plannen, planrijen
from lti_tool.services.groepsplan.planbeeld import Planbeeld, Regelbeeld
from lti_tool.services.groepsplan.plandoelen import Plandoelinvoer
from lti_tool.services.groepsplan.plannen import Kopinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import FEEDBACK, INSTRUCTIE, OPDRACHTEN, benoem, plaats, punt, subgroep

LEEST = Doelinvoer("leest elke dag een kwartier", "op de lijst", date(2026, 11, 20))


@pytest.fixture
def werk(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 5)


@pytest.fixture
def vak(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 5, Soort.VAKSPECIFIEK)


def lees(werk: Gevuld) -> Planbeeld:
    werk.session.commit()
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    return beeld


def open_plan(werk: Gevuld, **keuzes: str) -> Planbeeld:
    plannen.open_plan(werk.session, werk.cyclus, werk.eigenaar, **keuzes)
    return lees(werk)


def rij(beeld: Planbeeld, naam: str) -> Regelbeeld:
    return next(rij for rij in beeld.rijen if rij.naam == naam)


def bewaar(werk: Gevuld, regel_id: int, veld: str, tekst: str, versie: int = 0) -> Planveld:
    return plannen.bewaar_veld(werk.session, werk.groep, regel_id, veld, tekst, versie, werk.eigenaar)


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


def test_a_goal_is_added_changed_and_never_written_over_unseen(werk: Gevuld) -> None:
    regel = open_plan(werk).rijen[0].id
    doel = plandoelen.voeg_toe(werk.session, werk.groep, regel, Plandoelinvoer("werkt rustig"), werk.eigenaar)
    nieuw = Plandoelinvoer("werkt rustig", "in 4 van de 5 lessen", date(2026, 11, 1))
    assert plandoelen.bewaar(werk.session, werk.groep, doel.id, nieuw, 1, werk.eigenaar).versie == 2
    assert plandoelen.bewaar(werk.session, werk.groep, doel.id, nieuw, 1, werk.eigenaar).versie == 2
    with pytest.raises(Conflict) as fout:
        plandoelen.bewaar(werk.session, werk.groep, doel.id, Plandoelinvoer("anders"), 1, werk.eigenaar)
    assert (fout.value.nu["tekst"], fout.value.nu["wanneer"]) == ("werkt rustig", "1 november 2026")
    with pytest.raises(OngeldigeWaarde, match="Een doel heeft woorden"):
        plandoelen.bewaar(werk.session, werk.groep, doel.id, Plandoelinvoer(" "), 2, werk.eigenaar)


def test_a_goal_taken_out_comes_back(werk: Gevuld) -> None:
    benoem(werk, 0, LEEST)
    subgroep(werk, "Lezers", 0)
    doel = rij(open_plan(werk), "Lezers").doelen[0]
    _, resultaten = plandoelen.haal_weg(werk.session, werk.groep, doel.id, werk.eigenaar)
    assert resultaten == 0
    assert rij(lees(werk), "Lezers").doelen == ()
    with pytest.raises(NietGevonden):
        plandoelen.zoek(werk.session, werk.groep, doel.id)
    plandoelen.zet_terug(werk.session, werk.groep, doel.id, werk.eigenaar)
    assert len(rij(lees(werk), "Lezers").doelen[0].bronnen) == 1


def test_rows_and_goals_change_places_inside_their_part(werk: Gevuld) -> None:
    for naam, domein in (("A", "pedagogisch"), ("B", "pedagogisch"), ("C", "sp")):
        subgroep(werk, naam, domein=domein)
    beeld = open_plan(werk)

    def namen() -> list[str]:
        return [rij.naam for rij in lees(werk).rijen]

    planrijen.verplaats(werk.session, werk.groep, rij(beeld, "B").id, -1, werk.eigenaar)
    assert namen() == ["Hele groep", "B", "A", "C"]
    planrijen.verplaats(werk.session, werk.groep, rij(beeld, "C").id, -1, werk.eigenaar)
    assert namen() == ["Hele groep", "B", "A", "C"]
    with pytest.raises(OngeldigeWaarde):
        planrijen.verplaats(werk.session, werk.groep, rij(beeld, "C").id, 3, werk.eigenaar)


def test_a_row_taken_out_comes_back_with_what_stood_in_it(werk: Gevuld) -> None:
    groep = subgroep(werk, "Lezers", 0)
    beeld = open_plan(werk)
    regel = rij(beeld, "Lezers").id
    bewaar(werk, regel, "organisatie", "elke dinsdag")
    planrijen.haal_weg(werk.session, werk.groep, regel, werk.eigenaar)
    assert [rij.naam for rij in lees(werk).rijen] == ["Hele groep"]
    planrijen.voeg_subgroep_toe(werk.session, beeld.plan, groep.id, werk.eigenaar)
    assert rij(lees(werk), "Lezers").velden["organisatie"].waarde == "elke dinsdag"


def test_one_pupil_gets_a_row_of_their_own_once(werk: Gevuld) -> None:
    benoem(werk, 2, LEEST, INSTRUCTIE)
    beeld = open_plan(werk)
    for _ in range(2):
        planrijen.voeg_leerling_toe(werk.session, beeld.plan, werk.regel(2), "pedagogisch", werk.eigenaar)
    eigen = [rij for rij in lees(werk).rijen if rij.soort == Planregelsoort.LEERLING]
    assert [(rij.naam, len(rij.doelen)) for rij in eigen] == [("Leerling03 Achternaam03", 1)]
    regels = werk.session.scalars(select(Wijziging).where(Wijziging.onderwerp == "plan")).all()
    assert all("Leerling03" not in regel.nieuw for regel in regels)


def test_what_is_new_is_offered_and_added_under_what_was_typed(werk: Gevuld) -> None:
    benoem(werk, 0, LEEST, INSTRUCTIE)
    groep = subgroep(werk, "Lezers", 0)
    beeld = open_plan(werk)
    regel = rij(beeld, "Lezers").id
    bewaar(werk, regel, "aanpak", "eigen, kortere woorden", 1)
    assert planaanvulling.lees(werk.session, werk.cyclus, lees(werk)).rijen == ()
    benoem(werk, 1, Doelinvoer("leest elke dag een kwartier"), Doelinvoer("spreekt voor de klas"), FEEDBACK)
    plaats(werk, groep, 1)
    ((_, nieuw),) = planaanvulling.lees(werk.session, werk.cyclus, lees(werk)).rijen
    assert [(doel.tekst, bestaand is not None) for doel, bestaand in nieuw.doelen] == [
        ("leest elke dag een kwartier", True),
        ("spreekt voor de klas", False),
    ]
    assert [zin.tekst for zin in nieuw.zinnen] == [FEEDBACK.tekst]
    planaanvulling.neem_over(werk.session, werk.groep, regel, werk.eigenaar)
    lezers = rij(lees(werk), "Lezers")
    assert lezers.velden["aanpak"].waarde == f"eigen, kortere woorden\n{FEEDBACK.tekst}"
    assert [(doel.tekst, len(doel.bronnen)) for doel in lezers.doelen] == [
        (LEEST.tekst, 2),
        ("spreekt voor de klas", 1),
    ]
    assert planaanvulling.lees(werk.session, werk.cyclus, lees(werk)).rijen == ()


def test_what_was_turned_down_is_not_offered_again_until_that_is_undone(werk: Gevuld) -> None:
    groep = subgroep(werk, "Lezers", 0)
    regel = rij(open_plan(werk), "Lezers").id
    benoem(werk, 0, LEEST)
    merken = planaanvulling.laat_weg(werk.session, werk.groep, regel)
    assert planaanvulling.lees(werk.session, werk.cyclus, lees(werk)).rijen == ()
    planaanvulling.bied_weer_aan(werk.session, werk.groep, regel, merken)
    assert len(planaanvulling.lees(werk.session, werk.cyclus, lees(werk)).rijen) == 1
    assert groep.naam == "Lezers"


def test_a_new_subgroup_and_who_is_alone_are_offered_a_row(werk: Gevuld) -> None:
    open_plan(werk)
    nieuw = subgroep(werk, "Nieuw", 0)
    benoem(werk, 3, LEEST)
    werk.session.add(Plaatsing(regel_id=werk.regel(3), domein="pedagogisch", subgroep_id=None))
    werk.session.commit()
    aanvulling = planaanvulling.lees(werk.session, werk.cyclus, lees(werk))
    assert [groep.id for groep in aanvulling.subgroepen] == [nieuw.id]
    assert [alleen.leerling.regel_id for alleen in aanvulling.alleen] == [werk.regel(3)]


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
