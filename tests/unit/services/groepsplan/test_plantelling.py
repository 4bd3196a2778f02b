"""Step 5 counts which rows of a plan have a goal, an offer, organisation and evaluation."""

from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from lti_tool.services.cyclus import voortgang
from lti_tool.services.groepsplan import planlezen, plannen, planrijen, plantelling
from lti_tool.services.groepsplan.plantelling import Planstand
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import INSTRUCTIE, benoem, subgroep


def stand(werk: Gevuld) -> Planstand | None:
    werk.session.commit()
    return plantelling.tel(werk.session, [werk.cyclus.id]).get(werk.cyclus.id)


def test_a_row_counts_when_it_has_all_and_a_subgroup_without_a_row_does_not(bouwer: Bouwer) -> None:
    werk = Gevuld(bouwer, 3)
    benoem(werk, 0, Doelinvoer("leest elke dag"), INSTRUCTIE)
    subgroep(werk, "Lezers", 0)
    assert stand(werk) is None
    assert not voortgang.stand(werk.session, werk.cyclus)[4].klaar
    plannen.open_plan(werk.session, werk.cyclus, werk.eigenaar)
    assert stand(werk) == Planstand(1, 0)
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    rij = beeld.rijen[1]
    plannen.bewaar_veld(werk.session, werk.groep, rij.id, "organisatie", "dinsdag", 0, werk.eigenaar)
    assert stand(werk) == Planstand(1, 1)
    stap = voortgang.stand(werk.session, werk.cyclus)[4]
    assert (stap.klaar, "1 van de 1 rij compleet" in stap.toelichting) == (True, True)
    subgroep(werk, "Durf")
    assert stand(werk) == Planstand(2, 1)
    planrijen.haal_weg(werk.session, werk.groep, rij.id, werk.eigenaar)
    assert stand(werk) == Planstand(2, 0)


def test_the_row_of_the_whole_group_counts_once_something_is_planned_in_it(bouwer: Bouwer) -> None:
    werk = Gevuld(bouwer, 3)
    plannen.open_plan(werk.session, werk.cyclus, werk.eigenaar)
    assert stand(werk) is None
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    plannen.bewaar_veld(
        werk.session, werk.groep, beeld.rijen[0].id, "aanpak", "complimenten", 0, werk.eigenaar
    )
    assert stand(werk) == Planstand(1, 0)
