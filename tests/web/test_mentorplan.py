"""The mentor's plan at the subject teachers, their answer, and the group folder: shared pupils only."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from lti_tool.models import (
    Cyclus,
    Groepsplan,
    Lidmaatschap,
    Onderwerp,
    Planregel,
    Planregelsoort,
    Planveld,
    Regel,
    Rol,
    Soort,
    Vakantwoord,
    Wijziging,
    nu,
)
from lti_tool.services.groep import regels
from lti_tool.services.groepsplan import mentorplannen, vakantwoorden
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland
from tests.web.pagina import Bezoeker
from tests.web.test_groepsoverzicht import tel_vragen

Als = Callable[..., Bezoeker]


class Klas(Gepland):
    """A mentor's plan: the first two pupils are in its subgroup. Wiskunde has the second and the third."""

    def __init__(self, bouwer: Bouwer, als: Als) -> None:
        super().__init__(bouwer)
        self.bas, cursus = bouwer.docent("Bas", "Bakker"), bouwer.cursus("Wiskunde 3HA", "wi3HA")
        for leerling in self.leerlingen[1:3]:
            bouwer.lid(cursus, leerling)
        self.wiskunde = bouwer.groep(cursus, self.bas, Soort.VAKSPECIFIEK, "wiskunde")
        bouwer.cyclus(self.wiskunde)
        self.docent = als(self.bas, cursus, Rol.DOCENT)
        self.browser = als(self.mentor, self.groep.cursus, Rol.DOCENT)
        self.bewaar(Planveld(planregel_id=self.rij.id, veld="aanpak", waarde="stap voor stap <b>"))

    def bewaar(self, *rijen: object) -> None:
        self.session.add_all(rijen)
        self.session.commit()

    def stel_vast(self) -> None:
        self.plan.vastgesteld_op = nu()
        self.session.commit()

    @property
    def pagina(self) -> str:
        return f"/groep/{self.wiskunde.id}/plan/mentor"

    def antwoord(self, tekst: str = "ik doe het voor", versie: int = 0, **anders: Any) -> Any:
        url = f"{self.pagina}/{anders.get('plan_id', self.plan.id)}/antwoord"
        return anders.get("wie", self.docent).json("PUT", url, {"tekst": tekst, "versie": versie})

    def antwoorden(self) -> int:
        return self.session.scalar(select(func.count()).select_from(Vakantwoord)) or 0


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    return Klas(bouwer, als)


def test_a_draft_is_in_the_making_and_nothing_of_it_is_shown(klas: Klas) -> None:
    klas.doel("rekent met breuken")
    tekst = klas.docent.get(klas.pagina).text
    assert "Het groepsplan is in de maak" in tekst
    for geheim in ("rekent met breuken", "stap voor stap", "Leerling02", "data-antwoord"):
        assert geheim not in tekst
    start = klas.docent.get(f"/groep/{klas.wiskunde.id}/").text
    assert "in de maak" in start
    assert klas.antwoord().status_code == 404


def test_the_fixed_plan_shows_the_rows_of_own_pupils_and_no_other_names(klas: Klas) -> None:
    klas.doel("rekent met breuken")
    alleen_anderen = Planregel(
        plan_id=klas.plan.id,
        soort=Planregelsoort.LEERLING,
        domein="pedagogisch",
        regel_id=klas.regels[0],
        volgorde=3,
    )
    klas.bewaar(alleen_anderen)
    klas.doel("komt op tijd", alleen_anderen)
    klas.stel_vast()
    tekst = klas.docent.get(klas.pagina).text
    assert "rekent met breuken" in tekst
    assert "stap voor stap &lt;b&gt;" in tekst
    assert "Leerling02 Achternaam02" in tekst
    assert "2 leerlingen</span>" in tekst  # of the whole group
    for ander in ("Leerling01", "Leerling04", "komt op tijd"):
        assert ander not in tekst
    assert klas.pagina in klas.docent.get(f"/groep/{klas.wiskunde.id}/").text


def test_the_answer_is_kept_and_the_mentor_reads_it(klas: Klas) -> None:
    klas.stel_vast()
    antwoord = klas.antwoord("ik doe het\r\nvoor ")
    assert (antwoord.status_code, antwoord.json["versie"], antwoord.json["tekst"]) == (
        *(200, 1),
        "ik doe het\nvoor",
    )
    assert "ik doe het\nvoor" in klas.docent.get(klas.pagina).text
    (beeld,) = vakantwoorden.van_plan(klas.session, klas.plan)
    assert (beeld.naam, beeld.docenten, beeld.tekst) == ("Wiskunde 3HA", "Bas Bakker", "ik doe het\nvoor")
    regel = klas.session.scalars(select(Wijziging).where(Wijziging.onderwerp == Onderwerp.PLAN)).one()
    assert (regel.groep_id, regel.nieuw) == (klas.groep.id, "Antwoord van Wiskunde 3HA: ik doe het\nvoor")


def test_the_mentor_sees_who_has_not_answered_yet(klas: Klas) -> None:
    (beeld,) = vakantwoorden.van_plan(klas.session, klas.plan)
    assert (beeld.naam, beeld.tekst, beeld.op) == ("Wiskunde 3HA", "", None)


def test_the_same_again_is_no_change_and_an_empty_first_answer_is_none(klas: Klas) -> None:
    klas.stel_vast()
    assert klas.antwoord("").json["versie"] == 0
    assert klas.antwoorden() == 0
    assert [klas.antwoord("zo").json["versie"] for _ in range(2)] == [1, 1]
    assert klas.antwoord("", 1).json["versie"] == 2


def test_the_second_of_two_teachers_is_told_what_stands_there(klas: Klas, bouwer: Bouwer, als: Als) -> None:
    klas.stel_vast()
    nora = bouwer.docent("Nora", "Visser")
    bouwer.eigenaar(klas.wiskunde, nora)
    collega = als(nora, klas.wiskunde.cursus, Rol.DOCENT)
    klas.antwoord("eerst")
    tweede = klas.antwoord("daarna", wie=collega)
    assert (tweede.status_code, tweede.json["tekst"], tweede.json["door"]) == (409, "eerst", "Bas Bakker")
    assert klas.antwoord("daarna", 1, wie=collega).status_code == 200


@pytest.mark.parametrize(
    "inhoud", [{}, [], {"tekst": 3, "versie": 0}, {"tekst": "x", "versie": True}, {"tekst": "x"}]
)
def test_an_answer_of_another_shape_is_refused(klas: Klas, inhoud: Any) -> None:
    klas.stel_vast()
    url = f"{klas.pagina}/{klas.plan.id}/antwoord"
    assert klas.docent.json("PUT", url, inhoud).status_code == 400
    assert klas.antwoorden() == 0


def test_too_long_is_told_and_4000_characters_fit(klas: Klas) -> None:
    klas.stel_vast()
    assert klas.antwoord("x" * 4001).status_code == 422
    assert klas.antwoord("x" * 4000).status_code == 200


def test_a_plan_of_another_class_or_school_is_not_found(klas: Klas, bouwer: Bouwer) -> None:
    klas.stel_vast()
    ander = Gepland(bouwer)
    ander.plan.vastgesteld_op = nu()
    ander.session.commit()
    assert klas.antwoord(plan_id=ander.plan.id).status_code == 404
    assert klas.antwoord(plan_id=999).status_code == 404
    assert klas.docent.get(klas.pagina).text.count('class="mentorplan"') == 1


def test_a_closed_cycle_of_the_mentor_is_read_only(klas: Klas) -> None:
    klas.stel_vast()
    klas.antwoord("zo doe ik het")
    klas.cyclus.gesloten_op = nu()
    klas.session.commit()
    assert klas.antwoord("anders", 1).status_code == 409
    tekst = klas.docent.get(klas.pagina).text
    assert "zo doe ik het" in tekst
    assert "data-antwoord" not in tekst


def test_a_pupil_who_left_the_class_is_no_longer_shared(klas: Klas) -> None:
    klas.stel_vast()
    lid = klas.session.scalars(
        select(Lidmaatschap).filter_by(cursus_id=klas.groep.cursus_id, persoon_id=klas.leerlingen[1].id)
    ).one()
    lid.vertrokken_op = nu()
    klas.session.commit()
    assert "Leerling02" not in klas.docent.get(klas.pagina).text


def test_a_subject_whose_pupils_have_no_mentor_class_says_what_will_come(bouwer: Bouwer, als: Als) -> None:
    bas, cursus = bouwer.docent("Bas", "Bakker"), bouwer.cursus("Wiskunde", "wi")
    bouwer.klas(cursus, 2)
    groep = bouwer.groep(cursus, bas, Soort.VAKSPECIFIEK, "wiskunde")
    bouwer.cyclus(groep)
    tekst = als(bas, cursus, Rol.DOCENT).get(f"/groep/{groep.id}/plan/mentor").text
    assert "Nog geen plan van een mentor" in tekst


def maak_vakplan(klas: Klas) -> None:
    """Wiskunde's own plan: a row for all, a row for the pupil that the class shares, one for a stranger."""
    bouwer, session = klas.bouwer, klas.session
    vreemd = bouwer.persoon("Vera", "Vreemd")
    bouwer.lid(klas.wiskunde.cursus, vreemd)
    cyclus = session.scalars(select(Cyclus).filter_by(groep_id=klas.wiskunde.id)).one()
    regels.vul_aan(session, cyclus)
    plan = Groepsplan(cyclus_id=cyclus.id)
    klas.bewaar(plan)
    per_persoon = {r.persoon_id: r.id for r in session.scalars(select(Regel).filter_by(cyclus_id=cyclus.id))}
    for nummer, wie in enumerate((klas.leerlingen[1], vreemd)):
        rij = Planregel(
            plan_id=plan.id,
            soort=Planregelsoort.LEERLING,
            domein="vak",
            regel_id=per_persoon[wie.id],
            volgorde=nummer,
        )
        klas.bewaar(rij)
        klas.doel(f"doel van {wie.voornaam}", rij)


def test_the_group_folder_leads_to_the_subjects_plan_for_own_pupils_only(klas: Klas) -> None:
    url = f"/groep/{klas.groep.id}/vakplan/{klas.wiskunde.id}"
    assert url not in klas.browser.get(f"/groep/{klas.groep.id}/").text
    assert "Nog geen groepsplan" in klas.browser.get(url).text
    maak_vakplan(klas)
    start = klas.browser.get(f"/groep/{klas.groep.id}/").text
    assert url in start
    assert "plan in de maak" in start
    tekst = klas.browser.get(url).text
    assert "doel van Leerling02" in tekst
    assert "Vera" not in tekst


def test_a_subject_without_shared_pupils_is_not_found(klas: Klas, bouwer: Bouwer) -> None:
    vreemd = Gepland(bouwer, soort=Soort.VAKSPECIFIEK)
    assert klas.browser.get(f"/groep/{klas.groep.id}/vakplan/{vreemd.groep.id}").status_code == 404


def test_the_plan_of_the_newest_cycle_counts(klas: Klas) -> None:
    klas.stel_vast()
    nieuw = klas.bouwer.cyclus(klas.groep, date(2026, 12, 1), date(2027, 3, 15))
    klas.bewaar(Groepsplan(cyclus_id=nieuw.id))
    stand = mentorplannen.standen(klas.session, [klas.groep.id, klas.wiskunde.id])
    assert list(stand) == [klas.groep.id]
    assert stand[klas.groep.id].vastgesteld_op is None


def test_the_page_asks_the_database_as_much_for_a_whole_class(bouwer: Bouwer, als: Als, app: Flask) -> None:
    aantallen = []
    for grootte in (4, 32):
        mentor = Gepland(bouwer, grootte, grootte)
        mentor.plan.vastgesteld_op = nu()
        bas, cursus = bouwer.docent("Bas", "Bakker"), bouwer.cursus(f"Wiskunde {grootte}", "wi")
        for nummer, leerling in enumerate(mentor.leerlingen):
            bouwer.lid(cursus, leerling)
            mentor.doel(f"doel {nummer}", None, mentor.eigen_doel(nummer))
        groep = bouwer.groep(cursus, bas, Soort.VAKSPECIFIEK, "wiskunde")
        bouwer.cyclus(groep)
        docent = als(bas, cursus, Rol.DOCENT)
        with tel_vragen(app) as vragen:
            assert "doel 3" in docent.get(f"/groep/{groep.id}/plan/mentor").text
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
