"""Course and spread of scores: on the pupil's page, in the history of a cell, and per test."""

from collections.abc import Callable

from lti_tool.models import Rol
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]


def twee_cycli(klas: Gevuld) -> None:
    klas.vul("sp", "I")
    klas.volgende_cyclus()
    klas.vul("sp", "IV")


WOORDEN = "Verloop van Spelling. cyclus 1: I, cyclus 2: IV; de laatste keer gedaald; afspraak: III"


def test_the_pupils_page_draws_the_course_with_words_that_say_the_same(
    klas: Gevuld, eigenaar: Bezoeker
) -> None:
    twee_cycli(klas)
    tekst = eigenaar.get(f"/groep/{klas.groep.id}/leerling/{klas.leerlingen[0].id}").text
    assert tekst.count('<svg class="verloop"') == 1
    assert WOORDEN in tekst


def test_the_history_of_a_score_begins_with_its_course(klas: Gevuld, eigenaar: Bezoeker) -> None:
    twee_cycli(klas)
    url = f"/groep/{klas.groep.id}/cel/{klas.regel()}/{klas.kolom('sp').id}/geschiedenis"
    assert WOORDEN in eigenaar.get(url).text
    assert WOORDEN in eigenaar.client.get(url, headers={"X-Fragment": "1"}).text


def test_one_score_draws_nothing(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("sp", "I")
    url = f"/groep/{klas.groep.id}/leerling/{klas.leerlingen[0].id}"
    assert 'class="verloop"' not in eigenaar.get(url).text


def test_a_test_without_scores_says_so_and_counts_nothing(klas: Gevuld, eigenaar: Bezoeker) -> None:
    tekst = eigenaar.get(f"/groep/{klas.groep.id}/verdeling/{klas.kolom('sp').id}").text
    assert "Nog geen scores" in tekst
    assert "onder de afspraak" not in tekst


def test_a_test_is_spread_over_its_levels(klas: Gevuld, eigenaar: Bezoeker) -> None:
    klas.vul("sp", "IV", "IV")
    url = f"/groep/{klas.groep.id}/verdeling/{klas.kolom('sp').id}"
    tekst = " ".join(eigenaar.get(url).text.split())
    assert "2 scores, 1 nog zonder" in tekst
    assert "<b>2</b> onder de afspraak III" in tekst
    assert "<h1" not in eigenaar.client.get(url, headers={"X-Fragment": "1"}).text


def test_all_tests_stand_on_one_page(klas: Gevuld, eigenaar: Bezoeker) -> None:
    tekst = eigenaar.get(f"/groep/{klas.groep.id}/verdeling").text
    assert all(naam in tekst for naam in ("Technisch lezen", "Rekenen", "Zelfbeeld"))


def test_a_text_a_hidden_column_and_another_groups_test_are_not_spread(
    klas: Gevuld, eigenaar: Bezoeker, bouwer: Bouwer
) -> None:
    ander = Gevuld(bouwer, 1)
    klas.kolom("tl").verborgen = True
    klas.session.commit()
    for kolom in (klas.kolom("stimulerend"), klas.kolom("tl"), ander.kolom("sp")):
        assert eigenaar.get(f"/groep/{klas.groep.id}/verdeling/{kolom.id}").status_code == 404


def test_a_colleague_who_sees_no_scores_sees_no_spread(klas: Gevuld, bouwer: Bouwer, als: Als) -> None:
    collega = als(bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    assert collega.get(f"/groep/{klas.groep.id}/verdeling").status_code == 403
