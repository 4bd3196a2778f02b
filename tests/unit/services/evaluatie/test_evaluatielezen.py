"""The plan as it is looked back on: results per pupil, progress, figures; in a fixed number of queries."""

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from lti_tool.hgw.evaluatie import Doelcijfer
from lti_tool.models import Plaatsing, Soort, nu
from lti_tool.services.evaluatie import (
    allenzetten,
    doelcijfers,
    doelresultaten,
    doelwoorden,
    evaluatielezen,
    evaluatiestand,
    rijevaluatie,
)
from lti_tool.services.evaluatie.doelresultaten import Uitslag
from lti_tool.services.evaluatie.evaluatielezen import Evaluatie
from lti_tool.services.evaluatie.evaluatiestand import Evaluatiestand
from lti_tool.services.evaluatie.rijevaluatie import Rijuitslag
from lti_tool.services.groepsplan import planparen
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


def lees(klas: Gepland, *, woorden: bool = True) -> Evaluatie:
    klas.session.expire_all()
    evaluatie = evaluatielezen.lees(klas.session, klas.cyclus, woorden=woorden)
    assert evaluatie is not None
    return evaluatie


def zeg(klas: Gepland, doel_id: int, *resultaten: str) -> None:
    """Results of the first pupils."""
    for nummer, resultaat in enumerate(resultaten):
        plaats = doelresultaten.zoek(klas.session, klas.groep, doel_id)
        rij = doelresultaten.van_leerling(klas.session, doel_id, klas.regels[nummer])
        versie = rij.versie if rij else 0
        uitslag = Uitslag(resultaat)
        doelresultaten.bewaar(klas.session, plaats, klas.regels[nummer], uitslag, versie, klas.mentor)
    klas.session.commit()


def besluit(klas: Gepland, planregel_id: int, besluit: str = "stoppen") -> None:
    plaats = rijevaluatie.zoek(klas.session, klas.groep, planregel_id)
    rijevaluatie.bewaar(klas.session, plaats, Rijuitslag(besluit=besluit), 0, klas.mentor)
    klas.session.commit()


def test_every_goal_has_its_pupils_and_what_was_said(klas: Gepland) -> None:
    klas.doel("werkt rustig", klas.basis)
    doel = klas.doel()
    zeg(klas, doel.id, "deels")
    besluit(klas, klas.rij.id)
    evaluatie = lees(klas)
    assert [naam for naam, _ in evaluatie.delen] == ["Pedagogisch domein", "Basisvaardigheden"]
    basis, breuken = evaluatie.rijen
    assert [len(d.leerlingen) for rij in (basis, breuken) for d in rij.doelen] == [4, 2]
    eerste, tweede = breuken.doelen[0].leerlingen
    assert (eerste.naam, eerste.uitslag, eerste.versie) == ("Leerling01 Achternaam01", Uitslag("deels"), 1)
    assert (tweede.uitslag, tweede.versie) == (Uitslag(), 0)
    assert (breuken.uitslag.besluit, breuken.versie, basis.versie) == ("stoppen", 1, 0)
    assert (evaluatie.gezegd, evaluatie.totaal, evaluatie.besluiten) == (1, 6, 1)
    stand = evaluatiestand.van_cyclus(klas.session, klas.cyclus)
    assert stand == Evaluatiestand(totaal=6, gezegd=1, rijen=2, besluiten=1)
    assert stand.open == 5


def test_who_left_the_subgroup_or_the_course_stays_to_be_seen_but_does_not_count(klas: Gepland) -> None:
    doel = klas.doel()
    zeg(klas, doel.id, "deels")
    klas.session.delete(klas.session.scalars(select(Plaatsing).filter_by(regel_id=klas.regels[0])).one())
    klas.vertrek(1)
    (rij,) = (rij for rij in lees(klas).rijen if rij.doelen)
    assert [(wie.naam, wie.weg) for wie in rij.doelen[0].leerlingen] == [("Leerling01 Achternaam01", True)]
    assert (rij.doelen[0].gezegd, rij.doelen[0].totaal) == (0, 0)
    assert evaluatiestand.van_cyclus(klas.session, klas.cyclus) == Evaluatiestand(rijen=2)


def test_what_a_pupil_wrote_stands_beside_it_for_who_may_read_that(klas: Gepland) -> None:
    eigen = klas.gedeeld_doel()
    klas.doel("breuken", None, eigen)
    plaats = doelwoorden.zoek(klas.session, klas.groep.cursus_id, klas.leerlingen[0].id, eigen.id)
    doelwoorden.bewaar(klas.session, plaats, "het gaat goed", 0, klas.leerlingen[0])
    klas.session.commit()

    def woorden(evaluatie: Evaluatie) -> list[list[str]]:
        (doel,) = evaluatie.rijen[1].doelen
        return [[woord.tekst for woord in wie.woorden] for wie in doel.leerlingen]

    assert woorden(lees(klas)) == [["het gaat goed"]]
    assert woorden(lees(klas, woorden=False)) == [[]]


def test_a_goal_of_a_subgroup_is_about_whose_needs_it_came_from_else_about_all_of_them(klas: Gepland) -> None:
    klas.doel("rekent met breuken", None, klas.eigen_doel(1))
    klas.doel("werkt samen")
    klas.doel("werkt rustig", klas.basis, klas.eigen_doel(0))
    basis, rij = lees(klas).rijen
    assert [[wie.regel_id for wie in doel.leerlingen] for doel in rij.doelen] == [
        [klas.regels[1]],
        klas.regels[:2],
    ]
    assert len(basis.doelen[0].leerlingen) == len(klas.regels)
    for doel in (*rij.doelen, *basis.doelen):
        gezien = {wie.regel_id for wie in doel.leerlingen}
        assert planparen.leerlingen_van(klas.session, klas.cyclus.id, doel.doel.id) == gezien


def test_without_a_plan_there_is_nothing_to_look_back_on(bouwer: Bouwer, session: Session) -> None:
    cyclus = bouwer.cyclus(bouwer.groep(bouwer.cursus()))
    assert evaluatielezen.lees(session, cyclus, woorden=True) is None
    assert evaluatiestand.van_cyclus(session, cyclus) == Evaluatiestand()
    assert evaluatiestand.standen(session, []) == {}
    assert doelcijfers.van_cyclus(session, cyclus) == ()


def test_what_was_taken_out_of_the_plan_is_not_counted(klas: Gepland) -> None:
    een, ander = klas.doel(), klas.doel("werkt rustig", klas.basis)
    zeg(klas, een.id, "bereikt", "bereikt")
    zeg(klas, ander.id, "niet")
    een.verwijderd_op = klas.basis.verwijderd_op = nu()
    klas.session.commit()
    assert evaluatiestand.van_cyclus(klas.session, klas.cyclus) == Evaluatiestand(rijen=1)
    assert doelcijfers.van_cyclus(klas.session, klas.cyclus) == ()
    assert doelcijfers.van_school(klas.session, klas.bouwer.platform.id) == ()


def test_figures_per_domain_of_the_group_and_per_year_and_subject_of_the_school(bouwer: Bouwer) -> None:
    klas = Gepland(bouwer, aantal=6)
    breed = klas.doel("werkt rustig", klas.basis)
    zeg(klas, breed.id, "bereikt", "bereikt", "deels", "niet", "bereikt")
    zeg(klas, klas.doel().id, "niet", "bereikt")
    vak = Gepland(bouwer, soort=Soort.VAKSPECIFIEK)
    zeg(vak, vak.doel().id, "bereikt", "deels")
    verwacht = (Doelcijfer("Pedagogisch", 3, 1, 1), Doelcijfer("Rekenen", 1, 0, 1))
    assert doelcijfers.van_cyclus(bouwer.session, klas.cyclus) == verwacht
    (jaar,) = doelcijfers.van_school(bouwer.session, bouwer.platform.id)
    assert str(jaar.schooljaar) == "2026-2027"
    assert jaar.domeinen == verwacht
    assert jaar.vakken == (Doelcijfer("Wiskunde", 1, 1, 0),)
    elders = bouwer.nieuw_platform("De Overkant", "https://elo.overkant.example")
    assert doelcijfers.van_school(bouwer.session, elders.id) == ()


def test_as_many_questions_for_many_pupils_and_goals_as_for_few(bouwer: Bouwer) -> None:
    def vragen(klas: Gepland, doelen: int) -> int:
        for nummer in range(doelen):
            plaats = doelresultaten.zoek(klas.session, klas.groep, klas.doel(f"doel {nummer}", klas.basis).id)
            allenzetten.zet_allen(klas.session, plaats, "bereikt", klas.mentor)
        klas.session.commit()
        klas.session.expire_all()
        cyclus = klas.cyclus
        assert cyclus.groep.soort
        gesteld: list[str] = []

        def luister(*wat: object) -> None:
            gesteld.append(str(wat[2]))

        event.listen(klas.session.get_bind(), "before_cursor_execute", luister)
        evaluatielezen.lees(klas.session, cyclus, woorden=True)
        event.remove(klas.session.get_bind(), "before_cursor_execute", luister)
        return len(gesteld)

    assert vragen(Gepland(bouwer, 12), 5) == vragen(Gepland(bouwer, 2), 1)
