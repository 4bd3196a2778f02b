"""What became of a goal for a pupil: kept, told to two at once, and one truth with the goal of the need."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Doelresultaat, Groepsplan, Plaatsing, Wijziging, nu
from lti_tool.services.evaluatie import doelresultaten, terugblik
from lti_tool.services.evaluatie.doelresultaten import Uitslag
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland

DEELS = Uitslag("deels", "instructie", "meer tijd nodig")


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


def bewaar(klas: Gepland, doel_id: int, uitslag: Uitslag, versie: int = 0, rij: int = 0) -> Doelresultaat:
    plaats = doelresultaten.zoek(klas.session, klas.groep, doel_id)
    return doelresultaten.bewaar(klas.session, plaats, klas.regels[rij], uitslag, versie, klas.mentor)


def test_a_result_is_kept_with_its_history(klas: Gepland, session: Session) -> None:
    doel = klas.doel()
    assert bewaar(klas, doel.id, DEELS).versie == 1
    assert bewaar(klas, doel.id, DEELS).versie == 1, "the same again is no change"
    assert bewaar(klas, doel.id, Uitslag("bereikt"), 1).versie == 2
    session.commit()
    eerste, tweede = session.scalars(select(Wijziging).where(Wijziging.onderwerp == "evaluatie")).all()
    assert eerste.nieuw == "Doel deels bereikt, door: de instructie: rekent met breuken\nmeer tijd nodig"
    assert (tweede.oud, tweede.nieuw) == (eerste.nieuw, "Doel bereikt: rekent met breuken")
    assert (tweede.leerling_id, tweede.regel_id) == (klas.leerlingen[0].id, klas.regels[0])


def test_nothing_said_of_nothing_is_not_kept(klas: Gepland, session: Session) -> None:
    assert bewaar(klas, klas.doel().id, Uitslag()).versie == 0
    session.commit()
    assert session.scalars(select(Doelresultaat)).all() == []


def test_who_comes_second_is_told_what_stands_there(klas: Gepland) -> None:
    doel = klas.doel()
    bewaar(klas, doel.id, DEELS)
    with pytest.raises(Conflict, match="Marieke de Jong heeft deze uitkomst om") as fout:
        bewaar(klas, doel.id, Uitslag("niet"))
    stand = {"resultaat": "deels", "oorzaak": "instructie", "toelichting": "meer tijd nodig", "versie": 1}
    assert stand.items() <= fout.value.gegevens.items()


@pytest.mark.parametrize("fout", [Uitslag("ja"), Uitslag("niet", "luiheid"), Uitslag("niet", "", "x" * 4001)])
def test_what_cannot_be_chosen_is_refused(klas: Gepland, fout: Uitslag) -> None:
    with pytest.raises(OngeldigeWaarde):
        bewaar(klas, klas.doel().id, fout)


def test_a_goal_is_about_the_pupils_of_its_row(klas: Gepland, session: Session) -> None:
    van_allen, van_twee = klas.doel("werkt rustig", klas.basis), klas.doel()
    assert bewaar(klas, van_allen.id, DEELS, rij=3).versie == 1
    with pytest.raises(NietGevonden, match="hoort niet"):
        bewaar(klas, van_twee.id, DEELS, rij=2)
    # who leaves the subgroup keeps what was said, and it can still be put right
    bewaar(klas, van_twee.id, DEELS)
    session.delete(session.scalars(select(Plaatsing).filter_by(regel_id=klas.regels[0])).one())
    session.commit()
    assert bewaar(klas, van_twee.id, Uitslag("bereikt"), 1).versie == 2


def test_what_was_taken_out_or_is_of_another_group_is_not_found(klas: Gepland, bouwer: Bouwer) -> None:
    doel = klas.doel()
    ander = bouwer.groep(bouwer.cursus("Klas 4", "4"))
    with pytest.raises(NietGevonden):
        doelresultaten.zoek(klas.session, ander, doel.id)
    klas.rij.verwijderd_op = nu()
    klas.session.commit()
    with pytest.raises(NietGevonden, match="niet \\(meer\\) in het plan"):
        doelresultaten.zoek(klas.session, klas.groep, doel.id)


def test_a_closed_cycle_stays_as_it_is(klas: Gepland) -> None:
    doel = klas.doel()
    klas.cyclus.gesloten_op = nu()
    klas.session.commit()
    with pytest.raises(Gesloten):
        bewaar(klas, doel.id, DEELS)


def test_the_result_and_the_goals_of_the_need_tell_the_same(klas: Gepland, session: Session) -> None:
    """Over every link: two goals of one pupil under one of the plan, and one of those in a second row."""
    een, ander, van_rij = klas.eigen_doel(0), klas.eigen_doel(0, "telt breuken op"), klas.eigen_doel(1)
    doel = klas.doel("breuken", None, een, ander, van_rij)
    tweede = klas.doel("ook breuken", klas.basis, ander)
    bewaar(klas, doel.id, Uitslag("deels"))
    session.commit()
    session.expire_all()
    assert (een.bereikt, ander.bereikt, van_rij.bereikt) == ("deels", "deels", "")
    stand = doelresultaten.van_leerling(session, tweede.id, klas.regels[0])
    assert stand is not None
    assert stand.resultaat == "deels"
    terugblik.zet(session, klas.groep, een.id, "bereikt", klas.mentor)
    session.commit()
    session.expire_all()
    assert {r.resultaat for r in session.scalars(select(Doelresultaat))} == {"bereikt"}
    assert {r.versie for r in session.scalars(select(Doelresultaat))} == {2}
    assert ander.bereikt == "bereikt"
    terugblik.zet(session, klas.groep, van_rij.id, "niet", klas.mentor)
    assert doelresultaten.van_leerling(session, doel.id, klas.regels[1]).resultaat == "niet"  # type: ignore[union-attr]
    assert een.bereikt == "bereikt", "another pupil's goal"


def test_looking_back_on_a_goal_outside_any_plan_changes_that_goal_alone(
    klas: Gepland, session: Session
) -> None:
    doel = klas.eigen_doel()
    weg = klas.doel("breuken", None, doel)
    weg.verwijderd_op = nu()
    session.commit()
    assert terugblik.zet(session, klas.groep, doel.id, "niet", klas.mentor).bereikt == "niet"
    assert session.scalars(select(Doelresultaat)).all() == []
    assert session.scalars(select(Groepsplan.id)).all() == [klas.plan.id]
