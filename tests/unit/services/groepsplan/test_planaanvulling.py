"""What is new in needs and subgroups is offered to a plan, and put in without losing words."""

import pytest

from lti_tool.models import Plaatsing
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from lti_tool.services.groepsplan import planaanvulling
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import (
    FEEDBACK,
    INSTRUCTIE,
    LEEST,
    benoem,
    bewaar,
    lees,
    open_plan,
    plaats,
    rij,
    subgroep,
)


@pytest.fixture
def werk(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 5)


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
