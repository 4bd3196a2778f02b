"""Plans for one pupil on screen: made, saved field by field, refused, read, logged, on paper."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from lti_tool.models import Inzage, Rol, Soort
from lti_tool.services.tijd import vandaag
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.pagina import Bezoeker
from tests.web.test_behoefteuitvoer import blad_tekst
from tests.web.test_groepsoverzicht import tel_vragen

Als = Callable[..., Bezoeker]
REDEN = "Volgt de lessen deels thuis."
JA = {"wijze": "ondertekend", "naam": "Anna de Vries", "akkoord_op": vandaag().isoformat(), "versie": 1}


class Klas(Gevuld):
    """A class with its owner in a browser."""

    def __init__(self, bouwer: Bouwer, als: Als, soort: Soort = Soort.VAKOVERSTIJGEND) -> None:
        super().__init__(bouwer, 3, soort)
        self.browser = als(self.eigenaar, self.groep.cursus, Rol.DOCENT)
        self.groep_id, self.cursus = self.groep.id, self.groep.cursus
        self.regels = [self.regel(rij) for rij in range(3)]
        self.url = f"/groep/{self.groep_id}/plan/handelingsplannen"
        self.plan = f"{self.url}/{self.regels[0]}"

    def maak(self, rij: int = 0, reden: str = REDEN) -> None:
        antwoord = self.browser.post(self.url, {"regel": str(self.regels[rij]), "reden": reden})
        assert antwoord.status_code == 303, antwoord.text

    def schrijf(self, waarde: str = "kort en vaak", versie: int = 0, veld: str = "aanpak"):
        return self.browser.json("PUT", f"{self.plan}/veld/{veld}", {"waarde": waarde, "versie": versie})

    def inzagen(self) -> list[Inzage]:
        self.session.expire_all()
        return list(self.session.scalars(select(Inzage).order_by(Inzage.id)))


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    return Klas(bouwer, als)


def test_making_one_asks_why_and_opens_it_filled(klas: Klas) -> None:
    klas.vul("stimulerend", "tekent <b>graag</b>")
    leeg = klas.browser.get(klas.url).text
    assert "Nog geen handelingsplannen" in leeg
    antwoord = klas.browser.post(
        klas.url, {"regel": str(klas.regels[0]), "reden": REDEN}, follow_redirects=True
    )
    assert antwoord.request.path == klas.plan
    for woord in (REDEN, "tekent &lt;b&gt;graag&lt;/b&gt;", "24 augustus 2026 tot en met 30 november 2026"):
        assert woord in antwoord.text
    lijst = klas.browser.get(klas.url).text
    assert f'<a href="{klas.plan}">Leerling01 Achternaam01</a>' in lijst
    assert "nog geen akkoord" in lijst


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"reden": ""}, "Schrijf op waarom dit niet in het groepsplan past."),
        ({"reden": "x" * 4001}, "Er passen er 4000"),
        ({"reden": "x\u202ey"}, "tekens in die je niet kunt zien"),
        ({"regel": ""}, "Leerling"),
        ({"regel": "999999"}, "Leerling"),
        ({"regel": "x"}, "Leerling"),
    ],
)
def test_what_cannot_be_made_is_told_and_what_was_typed_stays(
    velden: dict[str, str], melding: str, klas: Klas
) -> None:
    gegeven = {"regel": str(klas.regels[0]), "reden": REDEN} | velden
    antwoord = klas.browser.post(klas.url, gegeven)
    assert antwoord.status_code == 422
    assert melding in antwoord.text
    assert velden.get("reden", REDEN) in antwoord.text
    assert "Nog geen handelingsplannen" in antwoord.text


def test_a_reason_of_4000_characters_in_lines_is_taken(klas: Klas) -> None:
    klas.maak(reden="x\r\n" * 1999 + "xx")
    assert "x\nx" in klas.browser.get(klas.plan).text


def test_two_owners_who_make_the_same_plan_lose_no_reason(klas: Klas) -> None:
    klas.maak()
    antwoord = klas.browser.post(klas.url, {"regel": str(klas.regels[0]), "reden": "Heel iets anders"})
    assert antwoord.status_code == 422
    assert "Heel iets anders" in antwoord.text


def test_a_field_is_saved_and_who_comes_second_sees_what_stands_there(klas: Klas) -> None:
    klas.maak()
    eerste = klas.schrijf(" kort en vaak ").json
    assert (eerste["waarde"], eerste["versie"]) == ("kort en vaak", 1)
    tweede = klas.schrijf("iets anders")
    assert tweede.status_code == 409
    assert (tweede.json["waarde"], tweede.json["versie"]) == ("kort en vaak", 1)
    assert tweede.json["door"] == "Marieke de Jong"
    assert klas.schrijf("iets anders", 1).json["versie"] == 2
    assert "iets anders" in klas.browser.get(klas.plan).text


@pytest.mark.parametrize(
    ("pad", "gegevens", "status"),
    [
        ("veld/aanpak", {"waarde": "x"}, 400),
        ("veld/aanpak", {"waarde": 1, "versie": 0}, 400),
        ("veld/aanpak", {"waarde": "x", "versie": "0"}, 400),
        ("veld/aanpak", {"waarde": "x", "versie": True}, 400),
        ("veld/aanpak", ["x"], 400),
        ("veld/aanpak", {"waarde": "x" * 4001, "versie": 0}, 422),
        ("veld/aanpak", {"waarde": "x", "versie": 2**70}, 400),
        ("veld/aanpak", {"waarde": "x", "versie": 5}, 409),
        ("veld/bsn", {"waarde": "x", "versie": 0}, 404),
        ("veld/inhoud", {"waarde": "x", "versie": 0}, 404),
        ("veld/gehoord_op", {"waarde": "31-02-2026", "versie": 0}, 422),
        ("akkoord", JA | {"wijze": "stilzwijgend"}, 422),
        ("akkoord", JA | {"naam": ""}, 422),
        ("akkoord", JA | {"akkoord_op": "2099-01-01"}, 422),
        ("akkoord", JA | {"versie": 7}, 409),
        ("akkoord", {"wijze": "mondeling"}, 400),
    ],
)
def test_bad_input_gets_a_message_and_changes_nothing(
    pad: str, gegevens: object, status: int, klas: Klas
) -> None:
    klas.maak()
    antwoord = klas.browser.json("PUT", f"{klas.plan}/{pad}", gegevens)
    assert antwoord.status_code == status
    assert antwoord.json["fout"]
    assert "Ouders hebben nog geen akkoord gegeven." in klas.browser.get(klas.plan).text


def test_parents_agreement_is_recorded_and_shown_in_the_list(klas: Klas) -> None:
    klas.maak()
    gegeven = klas.browser.json("PUT", f"{klas.plan}/akkoord", JA).json
    assert (gegeven["wijze"], gegeven["versie"]) == ("ondertekend", 2)
    assert "ondertekend</span>" in klas.browser.get(klas.url).text
    ander = klas.browser.json("PUT", f"{klas.plan}/akkoord", JA | {"wijze": "mondeling"})
    assert ander.status_code == 409
    assert ander.json["naam"] == "Anna de Vries"
    terug = {"wijze": "", "naam": "", "akkoord_op": "", "versie": 2}
    assert klas.browser.json("PUT", f"{klas.plan}/akkoord", terug).json["wijze"] == ""


def test_the_care_teams_help_is_recorded_with_its_day(klas: Klas) -> None:
    klas.maak()
    op = klas.browser.json("PUT", f"{klas.plan}/hulp").json["gevraagd_op"]
    assert f"Gevraagd op {op}" in klas.browser.get(klas.plan).text
    assert "hulp gevraagd" in klas.browser.get(klas.url).text
    assert klas.browser.json("DELETE", f"{klas.plan}/hulp").json["gevraagd_op"] == ""


def test_a_plan_is_taken_out_and_put_back(klas: Klas) -> None:
    klas.maak()
    assert f'action="{klas.plan}/weg"' in klas.browser.get(klas.plan).text
    na = klas.browser.post(f"{klas.plan}/weg", follow_redirects=True)
    assert "Het handelingsplan is weggehaald." in na.text
    assert f'action="{klas.plan}/terug"' in na.text
    assert klas.browser.get(klas.plan).status_code == 404
    assert klas.schrijf().status_code == 404
    terug = klas.browser.post(f"{klas.plan}/terug", follow_redirects=True)
    assert terug.request.path == klas.plan
    assert REDEN in terug.text


def test_two_things_done_before_a_page_is_seen_are_both_told(klas: Klas) -> None:
    klas.maak()
    klas.browser.post(f"{klas.plan}/weg")
    gezien = klas.browser.get(klas.url).text
    assert "Het handelingsplan is gemaakt." in gezien
    assert "Het handelingsplan is weggehaald." in gezien


def test_many_plans_are_told_of(klas: Klas) -> None:
    klas.maak(0)
    assert "is veel" not in klas.browser.get(klas.url).text
    klas.maak(1)
    assert "2 handelingsplannen op 3 leerlingen is veel" in klas.browser.get(klas.url).text


def test_every_opening_and_every_file_is_in_the_log_of_the_pupil(klas: Klas) -> None:
    klas.maak()
    assert klas.inzagen() == []
    klas.browser.get(klas.plan)
    klas.browser.get(f"{klas.plan}/bestand?soort=docx")
    klas.browser.get(klas.url)
    gelezen = [(inzage.velden, inzage.groep_id) for inzage in klas.inzagen()]
    assert gelezen == [
        ("Handelingsplan 3HA", klas.groep_id),
        ("Handelingsplan 3HA, als bestand: Word", klas.groep_id),
    ]


@pytest.mark.parametrize("soort", ["pdf", "docx"])
def test_on_paper_it_is_marked_complete_and_ready_to_sign(soort: str, klas: Klas) -> None:
    klas.maak()
    lang = "#let x {{ 7*7 }} " + "woord " * 600 + "slot"
    assert klas.schrijf(lang).status_code == 200
    antwoord = klas.browser.get(f"{klas.plan}/bestand?soort={soort}")
    naam = f"handelingsplan-Leerling01-Achternaam01-{vandaag().isoformat()}-vertrouwelijk.{soort}"
    assert naam in antwoord.headers["Content-Disposition"]
    assert antwoord.headers["Cache-Control"] == "no-store"
    tekst = blad_tekst(soort, antwoord.data)
    for woord in (REDEN, "#let x {{ 7*7 }} woord", "woord slot", "Voor akkoord", "Handtekening"):
        assert woord in tekst
    if soort == "pdf":
        assert "VERTROUWELIJK" in tekst


@pytest.mark.parametrize("soort", ["xlsx", "csv", "", "exe"])
def test_a_file_that_cannot_be_is_refused_and_not_logged(soort: str, klas: Klas) -> None:
    klas.maak()
    assert klas.browser.get(f"{klas.plan}/bestand?soort={soort}").status_code == 422
    assert klas.inzagen() == []


def test_a_closed_cycle_is_read_only(klas: Klas) -> None:
    klas.maak()
    klas.schrijf()
    klas.volgende_cyclus()
    gelezen = klas.browser.get(klas.plan).text
    assert "afgesloten" in gelezen
    assert "kort en vaak" in gelezen
    assert "<textarea" not in gelezen
    assert klas.schrijf("anders", 1).status_code == 409
    assert klas.browser.post(f"{klas.plan}/weg").status_code == 409
    oud = klas.browser.get(f"{klas.url}?cyclus=1").text
    assert "Leerling01" in oud
    assert 'name="reden"' not in oud


def test_nothing_of_it_is_for_a_colleague_who_owns_nothing(klas: Klas, als: Als) -> None:
    klas.maak()
    klas.schrijf("dit is van ons")
    collega = als(klas.bouwer.docent("Bas", "Bakker"), klas.cursus, Rol.DOCENT)
    for pad in ("", f"/{klas.regels[0]}", f"/{klas.regels[0]}/bestand?soort=pdf"):
        assert collega.get(klas.url + pad).status_code == 403
    leerling_id = klas.leerlingen[0].id
    for pagina in (f"/groep/{klas.groep_id}/", f"/groep/{klas.groep_id}/leerling/{leerling_id}"):
        assert "andelingsplan" not in collega.get(pagina).text
    assert klas.inzagen() == []


def test_a_colleague_of_the_subject_sees_no_trace_in_the_pupils_history(bouwer: Bouwer, als: Als) -> None:
    vak = Klas(bouwer, als, Soort.VAKSPECIFIEK)
    vak.maak()
    vak.schrijf("dit is van ons")
    leerling_id = vak.leerlingen[0].id
    collega = als(bouwer.docent("Bas", "Bakker"), vak.cursus, Rol.DOCENT)
    pagina = collega.get(f"/groep/{vak.groep_id}/leerling/{leerling_id}").text
    assert "dit is van ons" not in pagina
    assert REDEN not in pagina
    eigen = vak.browser.get(f"/groep/{vak.groep_id}/leerling/{leerling_id}").text
    assert f'href="{vak.plan}"' in eigen
    assert REDEN not in eigen


def test_the_mentor_is_told_of_a_subject_plan_and_reads_it_logged(bouwer: Bouwer, als: Als) -> None:
    vak = Klas(bouwer, als, Soort.VAKSPECIFIEK)
    vak.maak()
    vak.maak(1)
    mentor, klascursus = bouwer.docent("Mo", "Mentor"), bouwer.cursus("Klas 3HB", "3HB")
    klas = bouwer.groep(klascursus, mentor).id
    leerling_id, ander_id = vak.leerlingen[0].id, vak.leerlingen[1].id
    bouwer.lid(klascursus, vak.leerlingen[0])
    browser = als(mentor, klascursus, Rol.DOCENT)
    weg = f"/groep/{klas}/vak/{vak.groep_id}/handelingsplan/{leerling_id}"
    voorpagina = browser.get(f"/groep/{klas}/").text
    assert f'href="{weg}"' in voorpagina
    assert REDEN not in voorpagina
    assert vak.inzagen() == []
    gelezen = browser.get(weg).text
    assert REDEN in gelezen
    assert "<textarea" not in gelezen
    assert "Wat er veranderde" not in gelezen
    assert [(i.leerling_id, i.groep_id) for i in vak.inzagen()] == [(leerling_id, vak.groep_id)]
    assert browser.get(weg.replace(f"plan/{leerling_id}", f"plan/{ander_id}")).status_code == 404
    assert "Mo Mentor (mentor) ziet dat dit plan er is" in vak.browser.get(vak.plan).text


def test_plans_of_subjects_stand_in_the_list_of_now_and_not_in_that_of_a_closed_cycle(
    bouwer: Bouwer, als: Als
) -> None:
    vak = Klas(bouwer, als, Soort.VAKSPECIFIEK)
    vak.maak()
    mentor, klascursus = bouwer.docent("Mo", "Mentor"), bouwer.cursus("Klas 3HB", "3HB")
    klas = bouwer.groep(klascursus, mentor)
    bouwer.lid(klascursus, vak.leerlingen[0])
    bouwer.cyclus(klas)
    bouwer.cyclus(klas, date(2026, 12, 1), date(2027, 3, 15))
    browser = als(mentor, klascursus, Rol.DOCENT)
    lijst = f"/groep/{klas.id}/plan/handelingsplannen"
    weg = f"/groep/{klas.id}/vak/{vak.groep_id}/handelingsplan/{vak.leerlingen[0].id}"
    assert weg in browser.get(lijst).text
    assert weg not in browser.get(f"{lijst}?cyclus=1").text


def test_another_groups_plan_is_not_there(klas: Klas, bouwer: Bouwer, als: Als) -> None:
    ander = Klas(bouwer, als)
    ander.maak()
    url = f"{klas.url}/{ander.regels[0]}"
    assert klas.browser.get(url).status_code == 404
    assert klas.browser.json("PUT", f"{url}/akkoord", JA).status_code == 404
    assert klas.browser.post(f"{url}/weg").status_code == 404
    assert REDEN in ander.browser.get(ander.plan).text


def test_the_list_asks_the_same_number_of_questions_for_any_number_of_plans(klas: Klas) -> None:
    app = klas.browser.client.application
    aantallen = []
    for rij in (0, 1):
        klas.maak(rij)
        # a session of its own: what the test has read is no answer for the page
        with app.app_context(), tel_vragen(app) as vragen:
            assert klas.browser.get(klas.url).status_code == 200
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
