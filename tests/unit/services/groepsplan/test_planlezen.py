"""The groepsplan as it is read: rows with their pupils, goals with the needs under them, texts."""

from typing import TypeVar

import pytest

from lti_tool.models import Groepsplan, Plandoel, Plandoelbron, Planregel, Planveld, Soort, nu
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from lti_tool.services.fouten import NietGevonden
from lti_tool.services.groepsplan import planlezen
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import benoem, subgroep

Rij = TypeVar("Rij")


@pytest.fixture
def werk(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 4)


def bewaar(werk: Gevuld, rij: Rij) -> Rij:
    werk.session.add(rij)
    werk.session.commit()
    return rij


def plan_met_rij(werk: Gevuld, **rij: object) -> Planregel:
    plan = bewaar(werk, Groepsplan(cyclus_id=werk.cyclus.id))
    gegevens: dict[str, object] = {"soort": "subgroep", "domein": "pedagogisch", "volgorde": 1} | rij
    return bewaar(werk, Planregel(plan_id=plan.id, **gegevens))


def test_without_a_plan_there_is_nothing_to_read(werk: Gevuld) -> None:
    assert planlezen.lees(werk.session, werk.cyclus) is None
    with pytest.raises(NietGevonden, match="nog geen groepsplan"):
        planlezen.zoek_plan(werk.session, werk.groep, werk.cyclus)


def test_a_row_shows_its_subgroups_pupils_goals_and_texts(werk: Gevuld) -> None:
    lezers = subgroep(werk, "Lezers", 2, 0)
    behoefte = benoem(werk, 0, Doelinvoer("leest elke dag"))
    rij = plan_met_rij(werk, subgroep_id=lezers.id)
    doel = bewaar(werk, Plandoel(planregel_id=rij.id, tekst="leest elke dag", volgorde=1))
    bewaar(werk, Plandoelbron(plandoel_id=doel.id, doel_id=behoefte.doelen[0].id))
    bewaar(werk, Planveld(planregel_id=rij.id, veld="aanpak", waarde="samen lezen"))
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    assert [naam for naam, _ in beeld.delen] == ["Pedagogisch domein", "Basisvaardigheden"]
    (gelezen,) = beeld.rijen
    assert (gelezen.naam, gelezen.soort) == ("Lezers", "subgroep")
    assert [leerling.regel_id for leerling in gelezen.leerlingen] == [werk.regel(0), werk.regel(2)]
    (bron,) = gelezen.doelen[0].bronnen
    assert (bron.regel_id, bron.domein, bron.tekst) == (werk.regel(0), "pedagogisch", "leest elke dag")
    assert gelezen.velden["aanpak"].waarde == "samen lezen"
    assert (gelezen.velden["organisatie"].waarde, gelezen.velden["organisatie"].versie) == ("", 0)


def test_the_row_of_the_whole_group_has_who_is_there_now(werk: Gevuld) -> None:
    plan_met_rij(werk, soort="basis")
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    assert len(beeld.rijen[0].leerlingen) == 4


def test_a_row_keeps_the_name_of_a_subgroup_that_is_gone(werk: Gevuld) -> None:
    plan_met_rij(werk, naam="Lezers", subgroep_id=None)
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    assert (beeld.rijen[0].naam, beeld.rijen[0].leerlingen) == ("Lezers", ())


def test_what_was_taken_out_is_not_read_and_not_found(werk: Gevuld) -> None:
    rij = plan_met_rij(werk, verwijderd_op=nu())
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    assert beeld.rijen == ()
    with pytest.raises(NietGevonden):
        planlezen.zoek_regel(werk.session, werk.groep, rij.id)
    assert (
        planlezen.zoek_regel(werk.session, werk.groep, rij.id, ook_weg=True).plan.cyclus_id == werk.cyclus.id
    )


def test_a_row_of_another_group_is_not_found(werk: Gevuld, bouwer: Bouwer) -> None:
    rij = plan_met_rij(werk)
    ander = bouwer.groep(werk.groep.cursus, werk.eigenaar, Soort.VAKSPECIFIEK, "wiskunde")
    with pytest.raises(NietGevonden):
        planlezen.zoek_regel(werk.session, ander, rij.id)
    with pytest.raises(NietGevonden):
        planlezen.zoek_plan(werk.session, ander, werk.cyclus)
