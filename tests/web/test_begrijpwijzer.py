"""The begrijpwijzer's pages and what its scripts send: shown, saved, refused, and who may."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from lti_tool.models import Cel, Groep, Kolom, Persoon, Regel, Rol, Signaal, Soort
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]
DOEL = {"id": None, "tekst": "leest elke dag", "maat": "", "wanneer": "20-11", "gedeeld": False}
ZIN = {"categorie": "docenten", "sleutel": "docenten-vertrouwen", "tekst": "docenten die vertrouwen geven"}


@dataclass
class Klas:
    """A mentor class of three with its mentor in a browser; rows in the order of the pupils."""

    groep: Groep
    mentor: Persoon
    leerlingen: list[Persoon]
    browser: Bezoeker
    bouwer: Bouwer
    regels: list[int]

    def bewaar(self, browser: Bezoeker | None = None, regel: int = 0, **anders: Any) -> Any:
        domein = anders.pop("domein", "pedagogisch")
        gegevens = {"versie": 0, "doelen": [DOEL], "zinnen": [ZIN], "opnieuw": False} | anders
        url = f"/groep/{self.groep.id}/behoefte/{self.regels[regel]}/{domein}"
        return (browser or self.browser).json("PUT", url, gegevens)

    def pagina(self, regel: int = 0, vraag: str = "", browser: Bezoeker | None = None) -> str:
        url = f"/groep/{self.groep.id}/begrijpwijzer/{self.regels[regel]}{vraag}"
        return (browser or self.browser).get(url).text

    def vul(self, sleutel: str, tekst: str, regel: int = 0) -> None:
        session = self.bouwer.session
        kolom = session.scalars(select(Kolom).where(Kolom.sleutel == sleutel)).one()
        session.add(Cel(regel_id=self.regels[regel], kolom_id=kolom.id, waarde=tekst))
        session.commit()

    def signaleer(self, *regels: int, reden: str = "gedrag") -> None:
        self.bouwer.session.add_all(Signaal(regel_id=self.regels[regel], reden=reden) for regel in regels)
        self.bouwer.session.commit()


def maak_klas(bouwer: Bouwer, als: Als, soort: Soort = Soort.VAKOVERSTIJGEND, vak: str = "") -> Klas:
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    leerlingen = bouwer.klas(cursus)
    groep = bouwer.groep(cursus, mentor, soort, vak)
    cyclus = bouwer.cyclus(groep)
    alle = bouwer.session.scalars(select(Regel).where(Regel.cyclus_id == cyclus.id))
    rijen = {regel.persoon_id: regel.id for regel in alle}
    browser = als(mentor, cursus, Rol.DOCENT)
    return Klas(groep, mentor, leerlingen, browser, bouwer, [rijen[leerling.id] for leerling in leerlingen])


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    return maak_klas(bouwer, als)


def test_the_tab_leads_to_the_first_signalled_pupil_without_a_need(klas: Klas) -> None:
    klas.signaleer(1, 2)
    klas.bewaar(regel=1)
    antwoord = klas.browser.get(f"/groep/{klas.groep.id}/begrijpwijzer")
    assert antwoord.location == f"/groep/{klas.groep.id}/begrijpwijzer/{klas.regels[2]}"


def test_without_pupils_the_page_says_where_they_come_from(bouwer: Bouwer, als: Als) -> None:
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    groep = bouwer.groep(cursus, mentor)
    bouwer.cyclus(groep)
    tekst = als(mentor, cursus, Rol.DOCENT).get(f"/groep/{groep.id}/begrijpwijzer").text
    assert "Nog geen leerlingen" in tekst


def test_what_is_known_stands_beside_the_need_and_nothing_sensitive(klas: Klas) -> None:
    klas.signaleer(0)
    klas.vul("tl", "IV")
    klas.vul("stimulerend", "Tekent graag. Helpt anderen.")
    klas.vul("gesprek_leerling", "wil naar de havo")
    klas.vul("bijzonderheden", "astma")
    tekst = klas.pagina()
    for bekend in ("gedrag", "IV", "Tekent graag", "wil naar de havo"):
        assert bekend in tekst
    assert "astma" not in tekst


def test_a_furthering_factor_is_ready_to_be_used_and_brings_sentences_that_fit(klas: Klas) -> None:
    klas.vul("stimulerend", "Tekent graag.")
    tekst = klas.pagina()
    assert 'data-factor="leeractiviteiten die gebruikmaken van wat helpt: tekent graag"' in tekst
    assert "sluit aan bij wat helpt: “tekent”" in tekst


def test_the_page_tells_how_far_the_class_is_and_who_is_next(klas: Klas) -> None:
    klas.signaleer(0, 2)
    klas.bewaar()
    tekst = klas.pagina()
    assert "<span data-benoemd>1</span> van 2" in tekst
    assert f'rel="next" href="/groep/{klas.groep.id}/begrijpwijzer/{klas.regels[2]}"' in tekst


def test_a_saved_need_is_answered_with_the_cell_and_found_back_in_the_overview(klas: Klas) -> None:
    antwoord = klas.bewaar().json
    zin = "Doel: leest elke dag, uiterlijk 20 november 2026."
    assert antwoord["cel"]["waarde"].startswith(zin)
    assert antwoord["doelen"][0]["wanneer"] == "20 november 2026"
    assert zin in klas.browser.get(f"/groep/{klas.groep.id}/overzicht").text


def test_editing_the_cell_in_the_overview_is_seen_here(klas: Klas) -> None:
    cel = klas.bewaar().json["cel"]
    url = f"/groep/{klas.groep.id}/cel/{klas.regels[0]}/{cel['kolom_id']}"
    klas.browser.json("PUT", url, {"waarde": "Zelf geschreven.", "versie": cel["versie"]})
    tekst = klas.pagina()
    assert "Zelf geschreven." in tekst
    assert '<p class="zin-stand" data-met-hand>' in tekst
    assert klas.bewaar(zinnen=[], versie=1).json["met_hand"] is True
    assert klas.bewaar(zinnen=[], versie=2, opnieuw=True).json["cel"]["waarde"].startswith("Doel: leest")


def test_remarks_come_while_typing_and_save_nothing(klas: Klas, bouwer: Bouwer) -> None:
    url = f"/groep/{klas.groep.id}/behoefte/{klas.regels[0]}/pedagogisch/kijk"
    doel = DOEL | {"tekst": "rekenen verbeteren", "wanneer": "snel"}
    antwoord = klas.browser.json("POST", url, {"doelen": [doel], "zinnen": []}).json
    assert antwoord["kijk"][0]["dag_onbekend"] is True
    assert any("kan nog van alles betekenen" in o["gezien"] for o in antwoord["kijk"][0]["opmerkingen"])
    assert antwoord["cel"] == "Doel: rekenen verbeteren."
    assert bouwer.session.scalars(select(Cel)).all() == []


def test_the_second_teacher_is_told_who_changed_the_need_and_to_what(klas: Klas) -> None:
    klas.bewaar()
    assert klas.bewaar(doelen=[], versie=10**9).status_code == 409
    antwoord = klas.bewaar(doelen=[DOEL | {"id": 10**9}], zinnen=[], versie=0)
    assert antwoord.status_code == 409
    assert (antwoord.json["code"], antwoord.json["door"]) == ("conflict", "Marieke de Jong")
    assert antwoord.json["doelen"][0]["tekst"] == "leest elke dag"


@pytest.mark.parametrize(
    "fout",
    [
        {"versie": "0"},
        {"versie": True},
        {"doelen": {}},
        {"doelen": ["leest"]},
        {"doelen": [{"tekst": "leest"}]},
        {"doelen": [DOEL | {"gedeeld": 1}]},
        {"doelen": [DOEL | {"id": True}]},
        {"zinnen": [ZIN | {"tekst": None}]},
        {"opnieuw": "ja"},
    ],
)
def test_a_body_of_another_shape_is_refused_and_nothing_is_kept(
    klas: Klas, bouwer: Bouwer, fout: dict[str, Any]
) -> None:
    assert klas.bewaar(**fout).status_code == 400
    assert bouwer.session.scalars(select(Cel)).all() == []


def test_a_text_that_is_too_long_is_refused_with_its_length(klas: Klas) -> None:
    antwoord = klas.bewaar(doelen=[DOEL | {"tekst": "a" * 4001}])
    assert antwoord.status_code == 422
    assert "4001 tekens" in antwoord.json["fout"]


def test_another_groups_row_and_an_unknown_domain_are_not_there(klas: Klas, bouwer: Bouwer) -> None:
    ander = bouwer.groep(klas.groep.cursus, klas.mentor, Soort.VAKSPECIFIEK, "wiskunde")
    bouwer.cyclus(ander)
    assert klas.bewaar(domein="vak").status_code == 404
    url = f"/groep/{ander.id}/begrijpwijzer/{klas.regels[0]}"
    assert klas.browser.get(url).status_code == 404


def test_a_colleague_reads_the_needs_and_changes_nothing(klas: Klas, bouwer: Bouwer, als: Als) -> None:
    klas.vul("gesprek_leerling", "wil naar de havo")
    klas.bewaar()
    collega = als(bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    tekst = klas.pagina(browser=collega)
    assert "leest elke dag" in tekst
    assert "wil naar de havo" not in tekst
    assert "data-zoekveld" not in tekst
    assert klas.bewaar(collega, versie=1, zinnen=[]).status_code == 403


def test_a_pupil_and_a_stranger_come_nowhere(klas: Klas, bouwer: Bouwer, als: Als) -> None:
    leerling = als(klas.leerlingen[0], klas.groep.cursus, Rol.LEERLING)
    url = f"/groep/{klas.groep.id}/begrijpwijzer/{klas.regels[0]}"
    assert leerling.get(url).status_code == 403
    assert klas.bewaar(leerling).status_code == 403
    vreemd = als(bouwer.docent("Vera", "Vreemd"), bouwer.cursus(), Rol.DOCENT)
    assert vreemd.get(url).status_code == 404


def test_the_teacher_reads_the_general_needs_and_the_mentor_those_of_the_subject(
    klas: Klas, bouwer: Bouwer, als: Als
) -> None:
    docent = bouwer.docent("Bas", "Bakker")
    wiskunde = bouwer.cursus("Wiskunde 3HA", "WI3HA")
    bouwer.lid(wiskunde, klas.leerlingen[0])
    groep = bouwer.groep(wiskunde, docent, Soort.VAKSPECIFIEK, "wiskunde")
    cyclus = bouwer.cyclus(groep)
    regel = bouwer.session.scalars(select(Regel.id).where(Regel.cyclus_id == cyclus.id)).one()
    browser = als(docent, wiskunde, Rol.DOCENT)
    vak = Klas(groep, docent, klas.leerlingen[:1], browser, bouwer, [regel])
    klas.bewaar()
    vak.bewaar(domein="vak", doelen=[DOEL | {"tekst": "rekent met breuken"}])
    assert "leest elke dag" in vak.pagina()
    assert "rekent met breuken" in klas.pagina()


def test_the_checklist_counts_what_can_be_counted(klas: Klas) -> None:
    klas.signaleer(0, 1)
    klas.bewaar(doelen=[DOEL | {"tekst": "leest 3 keer per week"}, DOEL | {"tekst": "rekenen verbeteren"}])
    url = f"/groep/{klas.groep.id}/begrijpwijzer/checklist"
    tekst = klas.browser.get(url).text
    assert "Bij 1 van de 2 gesignaleerde leerlingen staat een behoefte." in tekst
    assert "Bij 1 van de 2 doelen is te zien wanneer het gehaald is." in tekst
    bewaard = klas.browser.json(
        "PUT",
        f"/groep/{klas.groep.id}/wijzer/begrijpwijzer/doelen-gesteld",
        {"oordeel": "+", "opmerking": "samen bekeken", "versie": 0},
    )
    assert bewaard.status_code == 200
    assert "samen bekeken" in klas.browser.get(url).text


def test_the_checklist_of_a_class_without_needs_says_so(klas: Klas) -> None:
    tekst = klas.browser.get(f"/groep/{klas.groep.id}/begrijpwijzer/checklist").text
    assert "Er zijn nog geen gesignaleerde leerlingen." in tekst
    assert "Er zijn nog geen doelen." in tekst


def test_lasting_needs_come_along_for_review_and_those_of_a_subject_are_shown(
    klas: Klas, bouwer: Bouwer
) -> None:
    eerste = klas.bewaar(regel=0).json
    nieuw = bouwer.cyclus(klas.groep, date(2026, 12, 1), date(2027, 2, 28))
    vraag = select(Regel.id).where(Regel.cyclus_id == nieuw.id, Regel.persoon_id == klas.leerlingen[0].id)
    klas.regels = [bouwer.session.scalars(vraag).one()]
    tekst = klas.pagina()
    assert "Deze behoefte komt uit de vorige cyclus." in tekst
    assert "Wat werd er van “leest elke dag”?" in tekst
    basis = f"/groep/{klas.groep.id}"
    doel = f"{basis}/doel/{eerste['doelen'][0]['id']}/bereikt"
    assert "data-herziening-advies hidden" in tekst
    gehaald = klas.browser.json("PUT", doel, {"bereikt": "bereikt"}).json
    assert gehaald["advies"].startswith("Het doel is bereikt. Voorstel: beëindigen.")
    assert "Het doel is bereikt. Voorstel: beëindigen." in klas.pagina()
    deels = {"bereikt": "deels", "advies": "Het doel is nog niet bereikt."}
    assert klas.browser.json("PUT", doel, {"bereikt": "deels"}).json == deels
    assert klas.browser.json("PUT", doel, {"bereikt": "x"}).status_code == 422
    assert klas.browser.json("PUT", f"{basis}/doel/0/bereikt", {"bereikt": "niet"}).status_code == 404
    url = f"{basis}/behoefte/{klas.regels[0]}/pedagogisch/herziening"
    einde = klas.browser.json("PUT", url, {"besluit": "beeindigd", "versie": 1}).json
    assert einde["cel"]["waarde"] == ""
    terug = klas.browser.json("PUT", url, {"besluit": "behouden", "versie": 2}).json
    assert terug["cel"]["waarde"].startswith("Doel: leest elke dag")
    # who decided isn't asked again
    assert klas.browser.json("PUT", doel, {"bereikt": "bereikt"}).json["advies"] == ""
    assert klas.bewaar(versie=3, zinnen=[]).json["herziening"] == "gewijzigd"
    assert klas.browser.json("PUT", url, {"besluit": "weg", "versie": 4}).status_code == 404
    assert klas.browser.json("PUT", url, {"besluit": "behouden", "versie": 1}).status_code == 409


def test_the_needs_of_a_subject_stay_behind_and_are_shown_as_previous(bouwer: Bouwer, als: Als) -> None:
    klas = maak_klas(bouwer, als, Soort.VAKSPECIFIEK, "wiskunde")
    klas.bewaar(domein="vak")
    nieuw = bouwer.cyclus(klas.groep, date(2026, 12, 1), date(2027, 2, 28))
    vraag = select(Regel.id).where(Regel.cyclus_id == nieuw.id, Regel.persoon_id == klas.leerlingen[0].id)
    klas.regels = [bouwer.session.scalars(vraag).one()]
    tekst = klas.pagina()
    assert "Vorige cyclus (1)" in tekst
    assert "Deze behoefte komt uit de vorige cyclus." not in tekst


def test_a_goal_that_was_not_reached_is_offered_with_its_cause(bouwer: Bouwer, als: Als) -> None:
    plan = Gepland(bouwer, soort=Soort.VAKSPECIFIEK)
    eigen = plan.eigen_doel(0, "rekent met breuken")
    docent = als(plan.mentor, plan.groep.cursus, Rol.DOCENT)
    uitslag = {"resultaat": "deels", "oorzaak": "instructie", "toelichting": "te snel", "versie": 0}
    for doel in (plan.doel("breuken", None, eigen), plan.doel("werkt netjes", plan.basis)):
        url = f"/groep/{plan.groep.id}/plan/evaluatie/doel/{doel.id}/{plan.regels[0]}"
        assert docent.json("PUT", url, uitslag).status_code == 200
    nieuwe = bouwer.cyclus(plan.groep, date(2026, 12, 1), date(2027, 3, 1))
    regel = bouwer.session.scalars(
        select(Regel.id).where(Regel.cyclus_id == nieuwe.id, Regel.persoon_id == plan.leerlingen[0].id)
    ).one()
    pagina = f"/groep/{plan.groep.id}/begrijpwijzer/{regel}"
    tekst = docent.get(pagina).text
    assert 'data-neem="rekent met breuken"' in tekst
    assert "Door: de instructie. te snel" in tekst
    assert "In het plan stond “werkt netjes”: <b>deels bereikt</b>" in tekst
    behoefte = {
        "versie": 0,
        "doelen": [DOEL | {"tekst": "rekent met breuken", "wanneer": ""}],
        "zinnen": [],
        "opnieuw": False,
    }
    docent.json("PUT", f"/groep/{plan.groep.id}/behoefte/{regel}/vak", behoefte)
    assert 'data-neem="rekent met breuken"' not in docent.get(pagina).text
