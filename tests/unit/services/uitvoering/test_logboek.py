"""The log of a plan: everyone adds, the writer changes, and what hangs on left pupils and rows stays."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from lti_tool.models import Lidmaatschap, Lognotitie, Wijziging, nu
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.tijd import vandaag
from lti_tool.services.uitvoering import logboek, lognotities
from lti_tool.services.uitvoering.lognotities import Notitieinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.uitvoering import Gepland

GEHEIM = "huilde na de les"


class Klas(Gepland):
    def __init__(self, bouwer: Bouwer) -> None:
        super().__init__(bouwer, 3)
        # whatever the day on which the test runs
        self.cyclus.begin = vandaag() - timedelta(days=20)
        self.spelling = self.subgroep("Spelling", 0, 1)
        self.groepsplan, (self.basis, self.rij) = self.plan(self.spelling)
        self.collega = bouwer.docent("Bas", "Bakker")

    def invoer(self, **anders: object) -> Notitieinvoer:
        basis = Notitieinvoer(None, None, "werkt", "oefenen met een maatje", vandaag())
        return replace(basis, **anders)  # type: ignore[arg-type]

    def schrijf(self, door: object = None, **anders: object) -> Lognotitie:
        wie = door or self.eigenaar
        notitie = lognotities.voeg_toe(self.session, self.cyclus, self.invoer(**anders), wie)  # type: ignore[arg-type]
        self.session.commit()
        return notitie

    def teksten(self, **filters: object) -> list[str]:
        return [n.tekst for n in logboek.lees(self.session, self.cyclus, **filters)]  # type: ignore[arg-type]


@pytest.fixture
def klas(bouwer: Bouwer) -> Klas:
    return Klas(bouwer)


def test_two_teachers_read_each_others_notes_newest_day_first(klas: Klas) -> None:
    klas.schrijf(tekst="eerste", planregel_id=klas.rij.id)
    klas.schrijf(klas.collega, tekst="eerder", dag=vandaag() - timedelta(days=2), regel_id=klas.regel(1))
    eerste, eerder = logboek.lees(klas.session, klas.cyclus)
    assert (eerste.tekst, eerste.rij, eerste.leerling, eerste.door) == (
        "eerste",
        "Spelling",
        "",
        "Marieke de Jong",
    )
    assert (eerder.tekst, eerder.rij, eerder.leerling, eerder.door) == (
        "eerder",
        "",
        "Leerling02 Achternaam02",
        "Bas Bakker",
    )


def test_notes_are_filtered_by_row_pupil_and_kind_together(klas: Klas) -> None:
    klas.schrijf(tekst="rij", planregel_id=klas.rij.id)
    klas.schrijf(tekst="leerling in rij", planregel_id=klas.rij.id, regel_id=klas.regel(0))
    klas.schrijf(tekst="resultaat", soort="resultaat", regel_id=klas.regel(0))
    assert klas.teksten(planregel_id=klas.rij.id) == ["leerling in rij", "rij"]
    assert klas.teksten(planregel_id=klas.rij.id, regel_id=klas.regel(0)) == ["leerling in rij"]
    assert klas.teksten(soort="resultaat") == ["resultaat"]
    van_regel = logboek.van_regel(klas.session, klas.cyclus, klas.regel(0))
    assert [n.tekst for n in van_regel] == ["resultaat", "leerling in rij"]


def test_the_row_that_somebody_used_last_is_remembered_for_them_alone(klas: Klas) -> None:
    assert logboek.laatste_rij(klas.session, klas.cyclus, klas.eigenaar) is None
    klas.schrijf(planregel_id=klas.rij.id)
    klas.schrijf(klas.collega, planregel_id=klas.basis.id)
    assert logboek.laatste_rij(klas.session, klas.cyclus, klas.eigenaar) == klas.rij.id
    assert logboek.laatste_rij(klas.session, klas.cyclus, klas.collega) == klas.basis.id


def test_a_note_that_arrives_twice_is_kept_once(klas: Klas) -> None:
    assert klas.schrijf().id == klas.schrijf(tekst=" oefenen met een maatje ").id
    assert klas.schrijf(klas.collega).id != klas.schrijf().id
    assert len(klas.teksten()) == 2


def test_the_writer_changes_a_note_over_the_version_that_was_seen(klas: Klas) -> None:
    notitie = klas.schrijf()
    nieuw = klas.invoer(tekst="met tekst erbij", soort="aandacht")
    lognotities.wijzig(klas.session, klas.cyclus, notitie, nieuw, 1, klas.eigenaar)
    lognotities.wijzig(klas.session, klas.cyclus, notitie, nieuw, 1, klas.eigenaar)
    assert (notitie.tekst, notitie.soort, notitie.versie) == ("met tekst erbij", "aandacht", 2)
    with pytest.raises(Conflict) as fout:
        lognotities.wijzig(klas.session, klas.cyclus, notitie, klas.invoer(), 1, klas.eigenaar)
    assert fout.value.gegevens["tekst"] == "met tekst erbij"
    with pytest.raises(Conflict):
        lognotities.verwijder(klas.session, klas.cyclus, notitie, 1, klas.eigenaar)


def test_a_colleagues_note_is_read_and_not_changed(klas: Klas) -> None:
    notitie = klas.schrijf(klas.collega)
    with pytest.raises(NietGevonden, match="Alleen wie een notitie schreef"):
        lognotities.zoek_eigen(klas.session, klas.cyclus, notitie.id, klas.eigenaar)
    assert lognotities.zoek_eigen(klas.session, klas.cyclus, notitie.id, klas.collega).id == notitie.id


def test_what_a_note_says_is_gone_with_it_and_stands_in_no_history(klas: Klas) -> None:
    notitie = klas.schrijf(tekst=GEHEIM, regel_id=klas.regel(0))
    lognotities.wijzig(klas.session, klas.cyclus, notitie, klas.invoer(tekst=f"{GEHEIM}!"), 1, klas.eigenaar)
    lognotities.verwijder(klas.session, klas.cyclus, notitie, 2, klas.eigenaar)
    assert klas.teksten() == []
    regels = klas.session.scalars(select(Wijziging).where(Wijziging.onderwerp == "logboek")).all()
    assert len(regels) == 3
    assert not any(GEHEIM in f"{regel.oud} {regel.nieuw}" for regel in regels)
    assert regels[0].leerling_id == klas.leerlingen[0].id


def test_a_row_that_was_taken_out_keeps_its_notes_under_its_name(klas: Klas) -> None:
    klas.schrijf(planregel_id=klas.rij.id)
    klas.rij.verwijderd_op = nu()
    klas.rij.subgroep_id, klas.rij.naam = None, "Spelling"
    klas.session.commit()
    assert logboek.lees(klas.session, klas.cyclus)[0].rij == "Spelling"


def test_who_is_no_pupil_here_is_in_no_note_and_who_left_still_is(klas: Klas) -> None:
    klas.schrijf(regel_id=klas.regel(0))
    lid = klas.session.scalars(
        select(Lidmaatschap).where(Lidmaatschap.persoon_id == klas.leerlingen[0].id)
    ).one()
    lid.vertrokken_op = nu()
    assert len(klas.teksten()) == 1
    lid.geen_leerling = True
    assert klas.teksten() == []


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        ({"soort": "klacht"}, "wat voor notitie"),
        ({"soort": ""}, "wat voor notitie"),
        ({"tekst": " \u200b "}, "Schrijf eerst op"),
        ({"tekst": "x" * 100_000}, "tekens lang"),
        ({"dag": vandaag() + timedelta(days=1)}, "Kies een dag"),
        ({"dag": date(1970, 1, 1)}, "Kies een dag"),
    ],
)
def test_what_makes_no_sense_is_refused(klas: Klas, fout: dict[str, object], melding: str) -> None:
    with pytest.raises(OngeldigeWaarde, match=melding):
        klas.schrijf(**fout)
    assert klas.teksten() == []


def test_a_row_pupil_or_note_of_elsewhere_is_not_found(klas: Klas, bouwer: Bouwer) -> None:
    ander = Klas(bouwer)
    for verkeerd in ({"planregel_id": ander.rij.id}, {"regel_id": ander.regel(0)}, {"regel_id": 0}):
        with pytest.raises(NietGevonden):
            klas.schrijf(**verkeerd)
    verre = ander.schrijf()
    with pytest.raises(NietGevonden):
        lognotities.zoek_eigen(klas.session, klas.cyclus, verre.id, ander.eigenaar)
    assert klas.teksten() == []


def test_without_a_plan_or_in_a_closed_cycle_nothing_is_written(klas: Klas) -> None:
    notitie, vorige = klas.schrijf(), klas.cyclus
    klas.volgende_cyclus()
    with pytest.raises(NietGevonden, match="Maak eerst het groepsplan"):
        klas.schrijf()
    for poging in (
        lambda: lognotities.voeg_toe(klas.session, vorige, klas.invoer(), klas.eigenaar),
        lambda: lognotities.wijzig(klas.session, vorige, notitie, klas.invoer(tekst="x"), 1, klas.eigenaar),
        lambda: lognotities.verwijder(klas.session, vorige, notitie, 1, klas.eigenaar),
    ):
        with pytest.raises(Gesloten):
            poging()
    assert [n.tekst for n in logboek.lees(klas.session, vorige)] == ["oefenen met een maatje"]
