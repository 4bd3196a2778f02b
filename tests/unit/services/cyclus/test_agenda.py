"""The halfway evaluation of a plan, and what is due in several groups at once."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from lti_tool.models import (
    Doelresultaat,
    Groepsplan,
    Plandoel,
    Planevaluatie,
    Planregel,
    Stapverklaring,
    nu,
)
from lti_tool.services.cyclus import agenda
from lti_tool.services.fouten import Conflict, Gesloten, OngeldigeWaarde
from lti_tool.services.tijd import vandaag
from lti_tool.services.uitvoering import halverwege
from tests.factories.bouwer import Bouwer
from tests.factories.uitvoering import Gepland


class Klas(Gepland):
    """A plan that began five weeks ago and runs for fifteen."""

    def __init__(self, bouwer: Bouwer) -> None:
        super().__init__(bouwer, 2)
        self.cyclus.begin = vandaag() - timedelta(weeks=5)
        self.cyclus.eind = vandaag() + timedelta(weeks=10)
        self.spelling = self.subgroep("Spelling", 0)
        self.groepsplan, (self.basis, self.rij) = self.plan(self.spelling)

    def soorten(self) -> list[tuple[str, bool]]:
        gevonden = agenda.van_groepen(self.session, [self.groep.id])
        return [(regel.soort, regel.te_laat) for regel in gevonden.get(self.groep.id, ())]

    def bewaar(
        self, dag: date | None, verslag: str = "", gedaan: bool = False, versie: int | None = None
    ) -> None:
        versie = self.groepsplan.versie if versie is None else versie
        halverwege.bewaar(
            self.session, self.cyclus, self.groepsplan, dag, verslag, gedaan, versie, self.eigenaar
        )

    def doel(self, dag: date | None, rij: Planregel | None = None) -> Plandoel:
        doel = Plandoel(planregel_id=(rij or self.rij).id, tekst="leest", voor_wanneer=dag, volgorde=1)
        self.session.add(doel)
        self.session.flush()
        return doel


@pytest.fixture
def klas(bouwer: Bouwer) -> Klas:
    return Klas(bouwer)


def test_a_long_plan_asks_for_a_day_then_reminds_of_it_until_it_is_done(klas: Klas) -> None:
    assert klas.soorten() == [("halverwege", False)]
    klas.bewaar(vandaag() - timedelta(days=1))
    assert klas.soorten() == [("halverwege", True)]
    klas.bewaar(klas.groepsplan.halverwege, "Het gaat goed.", gedaan=True)
    gedaan_op = klas.groepsplan.halverwege_gedaan_op
    assert klas.soorten() == []
    klas.bewaar(klas.groepsplan.halverwege, "Het gaat heel goed.", gedaan=True)
    assert klas.groepsplan.halverwege_gedaan_op == gedaan_op
    klas.bewaar(klas.groepsplan.halverwege, "Het gaat heel goed.")
    assert klas.soorten() == [("halverwege", True)]


def test_who_saves_the_plan_second_is_told_what_stands_there(klas: Klas) -> None:
    klas.bewaar(vandaag(), "van mij")
    klas.bewaar(vandaag(), "van mij", versie=1)
    with pytest.raises(Conflict) as fout:
        klas.bewaar(vandaag(), "van een ander", versie=1)
    assert fout.value.gegevens["verslag"] == "van mij"


def test_a_day_outside_the_cycle_a_book_and_a_closed_cycle_are_refused(klas: Klas) -> None:
    for dag in (klas.cyclus.begin - timedelta(days=1), klas.cyclus.eind + timedelta(days=1)):
        with pytest.raises(OngeldigeWaarde, match="Kies een dag in de cyclus"):
            klas.bewaar(dag)
    with pytest.raises(OngeldigeWaarde, match="tekens lang"):
        klas.bewaar(None, "x" * 100_000)
    klas.cyclus.gesloten_op = nu()
    with pytest.raises(Gesloten):
        klas.bewaar(vandaag())
    assert klas.soorten() == []


def test_goals_count_until_one_result_of_them_was_written_down(klas: Klas) -> None:
    klas.bewaar(vandaag(), gedaan=True)
    gisteren = vandaag() - timedelta(days=1)
    doel = klas.doel(gisteren)
    klas.doel(None)
    klas.doel(gisteren).verwijderd_op = nu()
    klas.session.flush()
    assert klas.soorten() == [("doelen", True)]
    klas.session.add(Doelresultaat(plandoel_id=doel.id, regel_id=klas.regel(0), resultaat=""))
    klas.session.flush()
    assert klas.soorten() == [("doelen", True)]
    klas.session.add(Doelresultaat(plandoel_id=doel.id, regel_id=klas.regel(1), resultaat="deels"))
    klas.session.flush()
    assert klas.soorten() == []


@pytest.mark.parametrize("hoe", ["besluiten", "stap"])
def test_the_evaluation_is_done_when_every_row_was_decided_on_or_the_owner_says_so(
    klas: Klas, hoe: str
) -> None:
    klas.bewaar(vandaag(), gedaan=True)
    klas.groepsplan.evaluatie_op = vandaag()
    klas.session.flush()
    assert klas.soorten() == [("evaluatie", False)]
    if hoe == "stap":
        klas.session.add(Stapverklaring(cyclus_id=klas.cyclus.id, stap=6))
    else:
        klas.session.add(Planevaluatie(planregel_id=klas.basis.id, besluit="doorgaan"))
        klas.session.add(Planevaluatie(planregel_id=klas.rij.id, besluit=""))
        klas.session.flush()
        assert klas.soorten() == [("evaluatie", False)]
        klas.rij.verwijderd_op = nu()
    klas.session.flush()
    assert klas.soorten() == []


def tel(session: Session, groep_ids: list[int]) -> int:
    vragen: list[str] = []

    def noteer(_c: object, _k: object, tekst: str, *_: object) -> None:
        vragen.append(tekst)

    verbinding = session.connection()
    event.listen(verbinding, "before_cursor_execute", noteer)
    agenda.van_groepen(session, groep_ids)
    event.remove(verbinding, "before_cursor_execute", noteer)
    return len(vragen)


def test_ten_groups_take_as_many_questions_as_one(klas: Klas, bouwer: Bouwer) -> None:
    ids = [klas.groep.id, *(Klas(bouwer).groep.id for _ in range(3))]
    klas.session.add(Groepsplan(cyclus_id=bouwer.cyclus(bouwer.groep(bouwer.cursus())).id))
    klas.session.commit()
    assert tel(klas.session, ids) == tel(klas.session, ids[:1]) == 5
    assert set(agenda.van_groepen(klas.session, ids)) == set(ids)
    assert agenda.van_groepen(klas.session, []) == {}
