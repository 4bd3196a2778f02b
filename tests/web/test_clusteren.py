"""The board of subgroups: what it shows to whom, and what its scripts send."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Groepsplan, Groepspunt, Plaatsing, Regel, Rol, Soort
from lti_tool.services.begrijpwijzer.behoefteinvoer import Doelinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.plan import FEEDBACK, INSTRUCTIE, OPDRACHTEN, benoem, subgroep
from tests.web.clusteren import DOEL, Als, Klas, maak, met_behoeften
from tests.web.test_groepsoverzicht import tel_vragen

# the verbs are tested on both databases in tests/unit/services
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    return maak(bouwer, als)


def test_without_needs_the_board_shows_the_way_to_them(klas: Klas) -> None:
    assert "Benoem eerst wat ze nodig hebben" in klas.bord()
    assert f"/groep/{klas.werk.groep.id}/begrijpwijzer" in klas.bord()


def test_the_board_shows_needs_and_proposes_who_fits_together(klas: Klas) -> None:
    met_behoeften(klas)
    bord = klas.bord()
    assert "Steekt zelf een vinger op" in bord
    assert "Alle drie: een instructie die een aanpak stap voor stap aanleert" in bord
    assert "3 leerlingen met een behoefte staan nog in geen subgroep." in bord
    assert "Zonder behoefte hier (1)" in bord


def test_a_need_in_own_words_stands_in_the_first_domain(klas: Klas) -> None:
    klas.werk.vul("behoeften", "Heeft rust nodig")
    assert "Heeft rust nodig" in klas.bord()
    assert "Past nergens bij (1)" in klas.bord()
    assert "Heeft rust nodig" not in klas.browser.get(f"{klas.basis}?domein=rk").text


def test_a_proposal_is_accepted_and_taken_back_in_one_act_each(klas: Klas, session: Session) -> None:
    rijen = met_behoeften(klas)
    antwoord = klas.doe("POST", "/voorstel/pedagogisch", leerlingen=rijen, bij=None)
    assert antwoord["gezegd"] == "3 leerlingen in Instructie."
    assert "Iedereen met een behoefte heeft een plek." in antwoord["bord"]
    assert "Wat ze delen" in antwoord["bord"]
    klas.terug(antwoord)
    assert session.scalars(select(Plaatsing)).all() == []
    assert "Voorstel" in klas.bord()


def test_who_was_placed_meanwhile_stays_there_when_a_proposal_is_accepted(klas: Klas) -> None:
    rijen = met_behoeften(klas)
    groep = subgroep(klas.werk, "Al bezig", 0)
    antwoord = klas.doe("POST", "/voorstel/pedagogisch", leerlingen=rijen, bij=None)
    assert antwoord["gezegd"] == "2 leerlingen in Instructie. De anderen zijn ondertussen al ingedeeld."
    klas.doe("POST", "/voorstel/pedagogisch", 409, leerlingen=rijen, bij=groep.id)


def test_others_can_join_a_subgroup_that_is_there(klas: Klas, session: Session) -> None:
    rijen = met_behoeften(klas)
    groep = subgroep(klas.werk, "Durven", 0, 1)
    assert "Erbij in Durven" in klas.bord()
    antwoord = klas.doe("POST", "/voorstel/pedagogisch", leerlingen=rijen[2:], bij=groep.id)
    assert antwoord["gezegd"] == "1 leerling in Durven."
    klas.terug(antwoord)
    assert len(session.scalars(select(Plaatsing)).all()) == 2


def test_a_pupil_is_moved_and_moved_back(klas: Klas) -> None:
    groep = subgroep(klas.werk, "Durven")
    pad = f"/plaats/{klas.werk.regel(0)}/pedagogisch"
    antwoord = klas.doe("PUT", pad, naar=groep.id, versie=0)
    assert antwoord["gezegd"] == "Leerling01 Achternaam01 staat nu in Durven."
    assert "In Durven zit één leerling." in antwoord["bord"]
    alleen = klas.doe("PUT", pad, naar="alleen", versie=1)
    assert alleen["gezegd"] == "Leerling01 Achternaam01 blijft bewust alleen."
    assert klas.terug(alleen)["gezegd"] == "Leerling01 Achternaam01 staat nu in Durven."
    fout = klas.doe("PUT", pad, 409, naar="alleen", versie=1)
    assert fout["code"] == "conflict"
    assert fout["waar"] == groep.id


def test_a_subgroup_is_made_named_moved_taken_away_and_brought_back(klas: Klas) -> None:
    een = klas.doe("POST", "/subgroep", domein="pedagogisch", naam="", soort="extra")
    assert een["gezegd"] == "Groep A is gemaakt."
    nummer = int(een["sleutel"].split(":")[1])
    klas.doe("POST", "/subgroep", domein="pedagogisch", naam="Rust", soort="handreiking")
    nieuw = klas.doe("PUT", f"/subgroep/{nummer}", naam="Durven", soort="extra", versie=1)
    assert (
        klas.doe("PUT", f"/subgroep/{nummer}", 409, naam="Anders", soort="extra", versie=1)["naam"]
        == "Durven"
    )
    assert klas.terug(nieuw)["gezegd"] == "Groep A is bewaard."
    klas.doe("PUT", f"/subgroep/{nummer}", 422, naam="rust", soort="extra", versie=3)
    plek = klas.doe("PUT", f"/subgroep/{nummer}/plek", plek=2, versie=3)
    assert plek["bord"].index('data-naam="Rust"') < plek["bord"].index('data-naam="Groep A"')
    klas.terug(plek)
    klas.doe("PUT", f"/plaats/{klas.werk.regel(0)}/pedagogisch", naar=nummer, versie=0)
    weg = klas.doe("DELETE", f"/subgroep/{nummer}", versie=5)
    assert weg["gezegd"] == "Groep A is weggehaald."
    terug = klas.terug(weg)
    assert terug["gezegd"] == "Groep A is terug."
    assert "In Groep A zit één leerling." in terug["bord"]


def test_pupils_who_are_kept_apart_are_never_proposed_together_and_a_warning_says_so(klas: Klas) -> None:
    met_behoeften(klas)
    een, ander = (leerling.id for leerling in klas.werk.leerlingen[:2])
    antwoord = klas.doe("PUT", "/uiteen", een=een, ander=ander, uiteen=True)
    assert "maar je houdt hen uit elkaar" in antwoord["bord"]
    subgroep(klas.werk, "Samen", 0, 1)
    assert "zitten samen in Samen, maar je wilt hen uit elkaar houden" in klas.bord()
    assert "uit elkaar houden." not in klas.terug(antwoord)["bord"]
    klas.doe("PUT", "/uiteen", 422, een=een, ander=een, uiteen=True)
    klas.doe("PUT", "/uiteen", 404, een=een, ander=klas.werk.eigenaar.id, uiteen=True)


def test_what_half_of_the_group_needs_is_a_point_for_all(klas: Klas, session: Session) -> None:
    met_behoeften(klas)
    herkomst = "zin:pedagogisch:instructie-stappen"
    assert "Bij 3 van de 4 leerlingen." in klas.bord()
    over = klas.doe("POST", "/puntvoorstel", herkomst=herkomst, overnemen=True)
    assert "Bij 3 van de 4" not in over["bord"]
    punt = session.scalars(select(Groepspunt)).one()
    anders = klas.doe("PUT", f"/punt/{punt.id}", tekst="Leg alles in stappen uit", versie=1)
    assert "Leg alles in stappen uit" in anders["bord"]
    klas.doe("PUT", f"/punt/{punt.id}", 409, tekst="Te laat", versie=1)
    klas.terug(anders)
    klas.terug(klas.doe("DELETE", f"/punt/{punt.id}", versie=3))
    session.expire_all()
    nieuw = session.scalars(select(Groepspunt)).one()
    klas.doe("DELETE", f"/punt/{nieuw.id}", versie=1)
    weg = klas.doe("POST", "/puntvoorstel", herkomst=herkomst, overnemen=False)
    assert "Afgewezen voorstellen (1)" in weg["bord"]
    assert "Bij 3 van de 4 leerlingen." in klas.terug(weg)["bord"]
    klas.doe("POST", "/puntvoorstel", 409, herkomst="signaal:gedrag", overnemen=True)


def test_an_own_point_is_added_and_taken_away(klas: Klas) -> None:
    antwoord = klas.doe("POST", "/punt", domein="pedagogisch", tekst="  Begin  elke les rustig ")
    assert "Begin elke les rustig" in antwoord["bord"]
    assert "Begin elke les rustig" not in klas.terug(antwoord)["bord"]
    klas.doe("POST", "/punt", 422, domein="pedagogisch", tekst="  ")
    klas.doe("POST", "/punt", 404, domein="vak", tekst="Anders")


def test_the_overview_can_be_narrowed_to_a_subgroup(klas: Klas) -> None:
    groep = subgroep(klas.werk, "Durven", 1)
    overzicht = klas.browser.get(f"/groep/{klas.werk.groep.id}/overzicht").text
    assert f'<option value="subgroep:{groep.id}">Durven (pedagogisch)</option>' in overzicht
    assert f'data-regel="{klas.werk.regel(1)}" data-subgroep="{groep.id}"' in overzicht
    assert overzicht.count("data-subgroep=") == 1


def test_a_subject_chooses_its_model_and_each_pupils_need_of_instruction(
    bouwer: Bouwer, als: Als, session: Session
) -> None:
    klas = maak(bouwer, als, 3, Soort.VAKSPECIFIEK)
    met_behoeften(klas, 2, "vak")
    antwoord = klas.doe("PUT", "/differentiatie", keuze="divergent", versie=0)
    assert "Zonder behoefte: 1." in antwoord["bord"]
    assert session.scalars(select(Groepsplan.differentiatie)).one() == "divergent"
    klas.doe("PUT", "/differentiatie", 409, keuze="convergent", versie=7)
    assert "Zonder behoefte: 1." not in klas.terug(antwoord)["bord"]
    klas.doe("PUT", "/differentiatie", 422, keuze="anders", versie=0)
    pad = f"/instructie/{klas.werk.regel(0)}"
    zet = klas.doe("PUT", pad, wat="afhankelijk", was="")
    assert zet["gezegd"] == "Leerling01 Achternaam01: instructieafhankelijk (verlengd)."
    assert klas.doe("PUT", pad, 409, wat="gevoelig", was="")["instructie"] == "afhankelijk"
    klas.terug(zet)
    assert session.scalars(select(Regel.instructie).where(Regel.id == klas.werk.regel(0))).one() == ""
    klas.doe("PUT", pad, 422, wat="veel", was="")


def test_the_page_hears_that_a_colleague_changed_something(klas: Klas, bouwer: Bouwer, als: Als) -> None:
    duo = bouwer.docent("Bert", "Bakker")
    bouwer.eigenaar(klas.werk.groep, duo)
    ander = als(duo, klas.werk.groep.cursus, Rol.DOCENT)
    voor = klas.browser.get(f"{klas.basis}/live").json
    ander.json("POST", f"{klas.basis}/subgroep", {"domein": "pedagogisch", "naam": "Nieuw", "soort": "extra"})
    ander.get(f"{klas.basis}/live")
    na = klas.browser.get(f"{klas.basis}/live").json
    assert na["laatste"] > voor["laatste"]
    assert na["aanwezig"] == ["Bert Bakker"]
    fragment = klas.browser.client.get(klas.basis, headers={"X-Fragment": "1"}).text
    assert fragment.lstrip().startswith('<div class="bord"')
    assert "Nieuw" in fragment


def test_more_groups_are_proposed_when_asked(bouwer: Bouwer, als: Als) -> None:
    klas = maak(bouwer, als, 8)
    doelen = ("Appels plukken", "Boeken lenen", "Citroenen persen", "Dromen tekenen")
    for rij in range(8):
        benoem(klas.werk, rij, Doelinvoer(doelen[rij // 2], "", None, False, None))
    assert "Meer groepen voorstellen" in klas.bord()
    meer = klas.browser.get(f"{klas.basis}?groepen=4").text
    assert "Meer groepen voorstellen" not in meer
    assert meer.count("data-voorstel=") == 4


def test_the_board_asks_the_same_number_of_questions_for_any_class(
    bouwer: Bouwer, als: Als, app: Flask
) -> None:
    aantallen = []
    for grootte in (3, 12):
        klas = maak(bouwer, als, grootte)
        for rij in range(grootte):
            benoem(klas.werk, rij, DOEL, (INSTRUCTIE, FEEDBACK, OPDRACHTEN)[rij % 3])
        for nummer in range(grootte // 3):
            subgroep(klas.werk, f"Groep {nummer}", nummer)
        klas.werk.volgende_cyclus()
        for rij in range(grootte // 3):
            subgroep(klas.werk, f"Groep {rij}", rij)
        with tel_vragen(app) as vragen:
            assert "Eerder" not in klas.bord()
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1] <= 36
