"""The groepsplan, its week table and its evaluation as files: what is in them, and who gets them."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from lti_tool.models import (
    Doelresultaat,
    Planevaluatie,
    Planveld,
    Planvorm,
    Rol,
    Roosterles,
    Schoolrooster,
    Soort,
)
from lti_tool.services.groepsplan import plannen, planversies
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland
from tests.unit.documents.test_tabeldocument import docx_tekst, pdf_paginas, pdf_tekst, xlsx_tekst
from tests.web.pagina import Bezoeker

# what a file holds is the same over both databases: what it is made of is tested where it is read
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

Als = Callable[..., Bezoeker]
LEZERS = {"pdf": pdf_tekst, "docx": docx_tekst, "xlsx": xlsx_tekst}
VIJANDIG = '=1+1 {{ 7*7 }} #eval("1") <b>vet</b> & $x$'


class Klas(Gepland):
    """A class with a plan of two rows, and its mentor in a browser."""

    def __init__(self, bouwer: Bouwer, als: Als, soort: Soort = Soort.VAKOVERSTIJGEND) -> None:
        super().__init__(bouwer, soort=soort)
        self.browser = als(self.mentor, self.groep.cursus, Rol.DOCENT)
        self.gezet = self.doel("telt breuken op")
        self.gezet.maat, self.gezet.voor_wanneer = "8 van de 10 goed", date(2026, 11, 20)
        self.bewaar(Planveld(planregel_id=self.rij.id, veld="aanpak", waarde=VIJANDIG))

    def bewaar(self, *rijen: object) -> None:
        self.session.add_all(rijen)
        self.session.commit()

    def stel_vast(self) -> None:
        planversies.stel_vast(self.session, self.groep, self.cyclus, self.mentor)
        self.session.commit()

    @property
    def adres(self) -> str:
        return f"/groep/{self.groep.id}/uitvoer/plan"

    def bestand(self, soort: str, wie: Bezoeker | None = None, **keuzes: object) -> bytes:
        vraag = {"soort": soort, **keuzes}
        antwoord = (wie or self.browser).get(f"{self.adres}/bestand", query_string=vraag)
        assert antwoord.status_code == 200, antwoord.text
        assert antwoord.headers["Cache-Control"] == "no-store"
        return antwoord.data

    def tekst(self, soort: str, **keuzes: object) -> str:
        return LEZERS[soort](self.bestand(soort, **keuzes))


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    return Klas(bouwer, als)


def test_a_pdf_of_the_plan_is_two_clicks_away(klas: Klas) -> None:
    assert f'href="{klas.adres}"' in klas.browser.get(f"/groep/{klas.groep.id}/plan/planwijzer").text
    keuze = klas.browser.get(klas.adres).text
    assert 'name="wat" value="plan"' in keuze
    assert 'name="soort" value="pdf"' in keuze
    assert 'value="a4" id="plan-a4" checked' in keuze


@pytest.mark.parametrize("soort", LEZERS)
def test_the_file_holds_the_plan_and_runs_nothing(soort: str, klas: Klas) -> None:
    tekst = klas.tekst(soort)
    for woord in ("Breuken", "Leerling01 Achternaam01", "telt breuken op", "Te zien aan: 8 van de 10 goed"):
        assert woord in tekst
    assert "Uiterlijk 20 november 2026" in tekst
    assert VIJANDIG in tekst
    assert "Hele groep" in tekst
    assert "4 leerlingen" in tekst
    assert "Leerling04" not in tekst


def test_a_draft_says_so_and_a_fixed_plan_when_and_by_whom(klas: Klas) -> None:
    assert "concept" in klas.tekst("pdf")
    klas.stel_vast()
    tekst = klas.tekst("pdf")
    assert "vastgesteld op" in tekst
    assert "Vastgesteld door: Marieke de Jong" in tekst
    assert "concept" not in tekst
    assert "gewijzigd op" not in tekst


@pytest.mark.parametrize("soort", LEZERS)
def test_what_was_changed_after_fixing_is_marked(soort: str, klas: Klas) -> None:
    klas.stel_vast()
    plannen.bewaar_veld(klas.session, klas.groep, klas.rij.id, "organisatie", "elke dinsdag", 0, klas.mentor)
    klas.session.commit()
    tekst = klas.tekst(soort)
    assert "elke dinsdag" in tekst
    assert "* gewijzigd op" in tekst
    assert "door Marieke de Jong" in tekst
    assert "* = gewijzigd nadat het plan was vastgesteld" in tekst


def test_long_texts_run_over_pages_and_lose_no_word(klas: Klas) -> None:
    woorden = " ".join(f"woord{n}" for n in range(450))[:4000]
    klas.bewaar(Planveld(planregel_id=klas.rij.id, veld="organisatie", waarde=woorden))
    for soort in LEZERS:
        assert [w for w in klas.tekst(soort).split() if w.startswith("woord")] == woorden.split()


def test_groepshandelingsplannen_are_a_document_per_subgroup(klas: Klas) -> None:
    klas.plan.vorm = Planvorm.GROEPSHANDELINGSPLAN
    klas.session.commit()
    assert "Alle, elk op een eigen blad" in klas.browser.get(klas.adres).text
    paginas = pdf_paginas(klas.bestand("pdf"))
    assert ["Hele groep" in pagina for pagina in paginas] == [True, False]
    assert "Groepshandelingsplannen" in paginas[0]
    assert "telt breuken op" in paginas[1]
    een = klas.tekst("docx", rij=klas.rij.id)
    assert "Groepshandelingsplan Breuken" in een
    assert "Hele groep" not in een


def test_the_file_of_one_subgroup_is_named_after_it(klas: Klas) -> None:
    antwoord = klas.browser.get(f"{klas.adres}/bestand?soort=pdf&rij={klas.rij.id}")
    assert "filename=groepshandelingsplan-Breuken-3HA-20" in antwoord.headers["Content-Disposition"]
    assert klas.browser.get(f"{klas.adres}/bestand?soort=pdf&rij=99999").status_code == 404


def test_a_subjects_plan_names_subject_and_differentiation(bouwer: Bouwer, als: Als) -> None:
    vak = Klas(bouwer, als, Soort.VAKSPECIFIEK)
    tekst = vak.tekst("pdf")
    assert "Vak: wiskunde" in tekst
    assert "Differentiatie: convergent" in tekst
    assert "Inhoud" in tekst


@pytest.mark.parametrize("soort", LEZERS)
def test_the_week_table_names_teachers_and_no_pupils(soort: str, klas: Klas) -> None:
    assert 'value="weekrooster"' not in klas.browser.get(klas.adres).text
    klas.bewaar(
        Roosterles(
            cyclus_id=klas.cyclus.id,
            subgroep_id=klas.subgroep.id,
            dag=2,
            begin="09:00",
            eind="09:25",
            plaats="A1.12",
            docent_naam="mw. Bos",
            weken="even",
        ),
        Schoolrooster(
            school_id=klas.cyclus.groep.cursus.platform.school_id,
            vrij=[{"naam": "herfstvakantie", "van": "2026-10-17", "tot": "2026-10-25"}],
        ),
    )
    assert 'value="weekrooster"' in klas.browser.get(klas.adres).text
    tekst = klas.tekst(soort, wat="weekrooster")
    for woord in ("Dinsdag", "09:00 – 09:25", "Breuken", "mw. Bos · A1.12 · even weken"):
        assert woord in tekst
    assert re.search("Geen les:? herfstvakantie 17 t/m 25 oktober", tekst)
    assert "Leerling0" not in tekst


def evalueer(klas: Klas) -> None:
    klas.bewaar(
        Doelresultaat(plandoel_id=klas.gezet.id, regel_id=klas.regels[0], resultaat="bereikt"),
        Doelresultaat(
            plandoel_id=klas.gezet.id,
            regel_id=klas.regels[1],
            resultaat="niet",
            oorzaak="doel_te_hoog",
            toelichting="=kort ziek",
        ),
        Planevaluatie(
            planregel_id=klas.rij.id, uitgevoerd="deels", reden="roosterwissel", besluit="bijstellen"
        ),
    )
    klas.plan.halverwege_verslag = "Het loopt goed."
    klas.session.commit()


@pytest.mark.parametrize("soort", LEZERS)
def test_the_evaluation_says_what_became_of_each_goal(soort: str, klas: Klas) -> None:
    evalueer(klas)
    tekst = klas.tekst(soort, wat="evaluatie")
    assert "Bereikt: Leerling01 Achternaam01" in tekst
    assert "Niet bereikt: Leerling02 Achternaam02 (het doel was te hoog: =kort ziek)" in tekst
    for woord in ("roosterwissel", "bijstellen", "2 van 2", "Evaluatie halverwege", "Het loopt goed."):
        assert woord in tekst


def test_excel_gets_a_row_per_goal_and_pupil_to_count_with(klas: Klas) -> None:
    evalueer(klas)
    tekst = klas.tekst("xlsx", wat="evaluatie")
    assert "Uitkomsten" in tekst
    assert "Leerling02 Achternaam02 niet bereikt het doel was te hoog =kort ziek" in tekst
    # on paper the goals stand with their row, once
    assert "Leerling02 Achternaam02 niet bereikt" not in klas.tekst("pdf", wat="evaluatie")


def test_a_colleague_of_the_class_gets_the_plan_and_an_administrator_does_not(
    klas: Klas, bouwer: Bouwer, als: Als
) -> None:
    collega = als(bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    assert "telt breuken op" in pdf_tekst(klas.bestand("pdf", collega))
    beheerder = als(bouwer.docent("Pia", "Oost"), klas.groep.cursus, Rol.BEHEERDER)
    assert beheerder.get(klas.adres).status_code == 403
    assert beheerder.get(f"{klas.adres}/bestand?soort=pdf").status_code == 403


@pytest.mark.parametrize(
    "vraag", ["", "soort=csv", "soort=exe", "soort=pdf&papier=a5", "soort=pdf&wat=alles", "soort=pdf&wat="]
)
def test_a_choice_that_is_none_gets_a_message(vraag: str, klas: Klas) -> None:
    assert klas.browser.get(f"{klas.adres}/bestand?{vraag}").status_code == 422


def test_an_earlier_cycle_is_taken_as_it_was(klas: Klas) -> None:
    klas.bouwer.cyclus(klas.groep, date(2026, 12, 1), date(2027, 3, 1))
    assert "Nog geen groepsplan" in klas.browser.get(klas.adres).text
    for wat in ("plan", "evaluatie"):
        url = f"{klas.adres}/bestand?soort=pdf&wat={wat}"
        assert klas.browser.get(url).status_code == 404
        assert klas.browser.get(f"{url}&cyclus=1").status_code == 200
    assert 'name="cyclus" value="1"' in klas.browser.get(f"{klas.adres}?cyclus=1").text
