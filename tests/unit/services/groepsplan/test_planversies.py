"""A plan is fixed, kept as it stood, and shows what changed since."""

import pytest
from sqlalchemy import select

from lti_tool.models import Planversie, nu
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.groepsplan import plandoelen, planlezen, plannen, planrijen, planversies
from lti_tool.services.groepsplan.planbeeld import Planbeeld, Regelbeeld
from lti_tool.services.groepsplan.plandoelen import Plandoelinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import INSTRUCTIE, benoem, subgroep


@pytest.fixture
def werk(bouwer: Bouwer) -> Gevuld:
    """A plan with one subgroup, not fixed yet."""
    werk = Gevuld(bouwer, 3)
    benoem(werk, 0, Doelinvoer("leest elke dag"), INSTRUCTIE)
    subgroep(werk, "Lezers", 0)
    plannen.open_plan(werk.session, werk.cyclus, werk.eigenaar)
    werk.session.commit()
    return werk


def stel_vast(werk: Gevuld) -> Planversie:
    versie = planversies.stel_vast(werk.session, werk.groep, werk.cyclus, werk.eigenaar)
    werk.session.commit()
    return versie


def lees(werk: Gevuld) -> Planbeeld:
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    return beeld


def lezers(werk: Gevuld) -> Regelbeeld:
    return lees(werk).rijen[1]


def typ(werk: Gevuld, veld: str, tekst: str) -> None:
    rij = lezers(werk)
    plannen.bewaar_veld(werk.session, werk.groep, rij.id, veld, tekst, rij.velden[veld].versie, werk.eigenaar)


def test_a_later_change_is_marked_with_who_when_and_what_stood_there(werk: Gevuld) -> None:
    stel_vast(werk)
    assert not any(veld.gewijzigd for rij in lees(werk).rijen for veld in rij.velden.values())
    typ(werk, "aanpak", "korter")
    veld = lezers(werk).velden["aanpak"]
    assert (veld.gewijzigd, veld.eerst, veld.door) == (True, INSTRUCTIE.tekst, werk.eigenaar.naam)
    typ(werk, "aanpak", INSTRUCTIE.tekst)
    assert not lezers(werk).velden["aanpak"].gewijzigd


def test_an_emptied_field_a_changed_goal_and_a_new_row_are_marked(werk: Gevuld) -> None:
    stel_vast(werk)
    typ(werk, "aanpak", "")
    doel = lezers(werk).doelen[0]
    plandoelen.bewaar(
        werk.session, werk.groep, doel.id, Plandoelinvoer("leest vlot"), doel.versie, werk.eigenaar
    )
    plandoelen.voeg_toe(werk.session, werk.groep, lezers(werk).id, Plandoelinvoer("nieuw"), werk.eigenaar)
    planrijen.voeg_leerling_toe(werk.session, lees(werk).plan, werk.regel(2), "sp", werk.eigenaar)
    rij = lezers(werk)
    assert rij.velden["aanpak"].gewijzigd
    assert [(d.gewijzigd, d.eerst) for d in rij.doelen] == [(True, "leest elke dag"), (True, "")]
    assert [r.nieuw for r in lees(werk).rijen] == [False, False, True]


def test_fixing_twice_is_refused_and_leaves_one_version(werk: Gevuld) -> None:
    stel_vast(werk)
    with pytest.raises(Conflict, match="al vastgesteld"):
        stel_vast(werk)
    assert len(werk.session.scalars(select(Planversie)).all()) == 1


def test_unchanged_since_the_fixing_can_be_undone_as_if_it_never_was(werk: Gevuld) -> None:
    stel_vast(werk)
    assert planversies.maak_concept(werk.session, werk.groep, werk.cyclus, werk.eigenaar)
    assert werk.session.scalars(select(Planversie)).all() == []
    assert lees(werk).plan.vastgesteld_op is None
    assert not planversies.maak_concept(werk.session, werk.groep, werk.cyclus, werk.eigenaar)


def test_back_to_draft_after_changes_keeps_the_version(werk: Gevuld) -> None:
    stel_vast(werk)
    typ(werk, "aanpak", "anders")
    assert not planversies.maak_concept(werk.session, werk.groep, werk.cyclus, werk.eigenaar)
    assert not lezers(werk).velden["aanpak"].gewijzigd
    assert stel_vast(werk).nummer == 2
    assert [versie.nummer for versie in planversies.lijst(werk.session, lees(werk).plan)] == [2, 1]


def test_the_first_version_shows_its_differences_word_by_word(werk: Gevuld) -> None:
    eerste = stel_vast(werk)
    typ(werk, "organisatie", "elke dinsdag")
    planrijen.haal_weg(werk.session, werk.groep, lees(werk).rijen[0].id, werk.eigenaar)
    planrijen.voeg_leerling_toe(werk.session, lees(werk).plan, werk.regel(2), "sp", werk.eigenaar)
    rijen = planversies.verschillen(lees(werk), eerste)
    assert [(rij.naam, rij.stand) for rij in rijen] == [
        ("Lezers", "gebleven"),
        ("Leerling03 Achternaam03", "nieuw"),
        ("Hele groep", "weg"),
    ]
    velden = {veld.naam: veld for veld in rijen[0].velden}
    assert [(stuk.soort, stuk.tekst) for stuk in velden["Organisatie"].stukken] == [("nieuw", "elke dinsdag")]
    assert not velden["Aanpak"].gewijzigd
    assert velden["Doelen"].toen == "leest elke dag"


def test_a_version_keeps_no_names_of_pupils(werk: Gevuld) -> None:
    planrijen.voeg_leerling_toe(werk.session, lees(werk).plan, werk.regel(2), "sp", werk.eigenaar)
    versie = stel_vast(werk)
    assert "Leerling0" not in str(versie.inhoud["rijen"])


def test_an_empty_plan_a_closed_cycle_and_an_unknown_version_are_refused(werk: Gevuld) -> None:
    plan = lees(werk).plan
    with pytest.raises(NietGevonden):
        planversies.zoek(werk.session, plan, 1)
    for rij in lees(werk).rijen:
        planrijen.haal_weg(werk.session, werk.groep, rij.id, werk.eigenaar)
    with pytest.raises(OngeldigeWaarde, match="nog geen rijen"):
        stel_vast(werk)
    werk.cyclus.gesloten_op = nu()
    werk.session.commit()
    for poging in (planversies.stel_vast, planversies.maak_concept):
        with pytest.raises(Gesloten):
            poging(werk.session, werk.groep, werk.cyclus, werk.eigenaar)
