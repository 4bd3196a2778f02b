"""Goals of a plan are changed over versions, taken out and brought back."""

from datetime import date

import pytest

from lti_tool.services.fouten import Conflict, NietGevonden, OngeldigeWaarde
from lti_tool.services.groepsplan import plandoelen
from lti_tool.services.groepsplan.plandoelen import Plandoelinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import LEEST, benoem, lees, open_plan, rij, subgroep


@pytest.fixture
def werk(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 5)


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
