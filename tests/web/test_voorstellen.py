"""Proposals in the overview: shown to who decides, decided with one request, gone for everybody else."""

from collections.abc import Callable

from lti_tool.models import Rol
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]


def basis(klas: Gevuld) -> str:
    return f"/groep/{klas.groep.id}"


def van_regel(browser: Bezoeker, klas: Gevuld, rij: int = 0) -> dict:
    return browser.json("GET", f"{basis(klas)}/voorstellen").json["regels"][str(klas.regel(rij))]


def adres(browser: Bezoeker, klas: Gevuld) -> str:
    kenmerk = van_regel(browser, klas)["voorstellen"][0]["kenmerk"]
    return f"{basis(klas)}/voorstel/{klas.regel()}/{kenmerk}"


def test_the_table_shows_a_proposal_with_its_reason(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("sp", "IV", "III", "II")
    tekst = eigenaar.get(f"{basis(klas)}/overzicht").text
    assert "voorstel: Spelling: IV, onder de afspraak III" in tekst
    assert 'data-voorstel="1" data-bekeken="nee"' in tekst


def test_one_request_accepts_and_the_signal_stands(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("sp", "V")
    url = adres(eigenaar, klas)
    for _ in range(2):
        antwoord = eigenaar.json("PUT", url)
        assert antwoord.json == {
            "voorstellen": [],
            "bekeken": True,
            "doorlopen": False,
            "signalen": ["spelling"],
        }
    assert 'data-signaal="spelling"' in eigenaar.get(f"{basis(klas)}/overzicht").text


def test_who_needs_no_signal_is_ticked_off_by_the_owner(klas: Gevuld, eigenaar: Bezoeker) -> None:
    url = f"{basis(klas)}/bekeken/{klas.regel()}"
    for methode, bekeken in (("PUT", True), ("PUT", True), ("DELETE", False)):
        antwoord = eigenaar.json(methode, url)
        assert (antwoord.json["bekeken"], antwoord.json["doorlopen"]) == (bekeken, bekeken)
    assert eigenaar.json("PUT", f"{basis(klas)}/bekeken/0").status_code == 404


def test_turned_down_can_be_taken_back_and_stands_in_the_history(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("sp", "V")
    url = adres(eigenaar, klas)
    assert eigenaar.json("DELETE", url).json["voorstellen"] == []
    pagina = eigenaar.get(f"{basis(klas)}/leerling/{klas.leerlingen[0].id}").text
    assert "niet gesignaleerd" in pagina
    assert len(eigenaar.json("POST", f"{url}/terug").json["voorstellen"]) == 1


def test_what_was_proposed_of_older_data_is_a_conflict_that_says_so(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("sp", "V")
    url = adres(eigenaar, klas)
    klas.vul("sp", "I")
    antwoord = eigenaar.json("PUT", url)
    assert (antwoord.status_code, antwoord.json["code"]) == (409, "conflict")
    assert "veranderd" in antwoord.json["fout"]


def test_a_made_up_proposal_or_row_changes_nothing(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("sp", "V")
    assert eigenaar.json("PUT", f"{basis(klas)}/voorstel/{klas.regel()}/{'x' * 300}").status_code == 409
    assert eigenaar.json("DELETE", f"{basis(klas)}/voorstel/999999/x").status_code == 404
    assert van_regel(eigenaar, klas)["voorstellen"]


def test_a_closed_cycle_proposes_nothing(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("sp", "V")
    url = adres(eigenaar, klas)
    klas.volgende_cyclus()
    assert eigenaar.json("PUT", url).json["code"] == "gesloten"
    assert "onder de afspraak III</span>" not in eigenaar.get(f"{basis(klas)}/overzicht?cyclus=1").text


def test_a_colleague_sees_the_marks_but_no_proposals_and_no_counts(
    klas: Gevuld, bouwer: Bouwer, als: Als, eigenaar: Bezoeker
) -> None:
    klas.vul("sp", "V")
    collega = als(bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    tekst = collega.get(f"{basis(klas)}/overzicht").text
    assert "onder de afspraak" not in tekst
    assert collega.json("GET", f"{basis(klas)}/voorstellen").status_code == 403
    assert collega.json("PUT", adres(eigenaar, klas)).status_code == 403


def test_the_count_weighs_per_pupil_and_per_test(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("sp", "I", "I")
    klas.volgende_cyclus()
    klas.vul("sp", "V", "II")
    klas.vul("tl", "V")
    stand = eigenaar.json("GET", f"{basis(klas)}/voorstellen").json
    assert stand["regels"][str(klas.regel(0))]["weging"] == {
        "gewicht": 5,
        "woorden": "2 onder de afspraak, 1 gedaald",
    }
    assert stand["kolommen"][str(klas.kolom("sp").id)]["gewicht"] == 4
    assert stand["kolommen"][str(klas.kolom("rk").id)] == {"gewicht": 0, "woorden": ""}
