"""Rows of a plan change places, go and come back with what stood in them."""

import pytest
from sqlalchemy import select

from lti_tool.models import Planregelsoort, Wijziging
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groepsplan import planrijen
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import INSTRUCTIE, LEEST, benoem, bewaar, lees, open_plan, rij, subgroep


@pytest.fixture
def werk(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 5)


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
