"""A pupil says how it goes with a shared goal; the teacher reads it, nobody else."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from lti_tool.models import Doel, Rol, Sessie, nu
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland
from tests.web.momentopname import momentopname
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


@pytest.fixture
def doel(klas: Gepland) -> Doel:
    return klas.gedeeld_doel()


@pytest.fixture
def leerling(klas: Gepland, als: Als) -> Bezoeker:
    return als(klas.leerlingen[0], klas.groep.cursus, Rol.LEERLING)


def url(klas: Gepland, staart: str = "") -> str:
    return f"/cursus/{klas.groep.cursus_id}/mijn{staart}"


def test_a_pupil_writes_how_it_goes_and_the_teacher_reads_it(
    klas: Gepland, doel: Doel, leerling: Bezoeker, als: Als
) -> None:
    adres = url(klas, f"/doel/{doel.id}")
    assert adres in leerling.get(url(klas)).text
    assert "Hoe gaat het met dit doel?" in leerling.get(adres).text
    woorden = "plus & min <lukt>"
    assert leerling.post(adres, {"tekst": woorden, "versie": "0"}).location == url(klas)
    assert "plus &amp; min &lt;lukt&gt;" in leerling.get(url(klas)).text
    assert "plus &amp; min &lt;lukt&gt;" in leerling.get(adres).text
    mentor = als(klas.mentor, klas.groep.cursus, Rol.DOCENT)
    begrijpwijzer = f"/groep/{klas.groep.id}/begrijpwijzer/{klas.regels[0]}?domein=rk"
    assert "plus &amp; min &lt;lukt&gt;" in mentor.get(begrijpwijzer).text
    klas.doel("breuken", None, doel)
    assert "plus &amp; min &lt;lukt&gt;" in mentor.get(f"/groep/{klas.groep.id}/plan/evaluatie").text


def test_the_result_that_a_teacher_gave_is_not_shown_to_the_pupil(
    klas: Gepland, doel: Doel, leerling: Bezoeker
) -> None:
    doel.bereikt = "niet"
    klas.session.commit()
    assert "niet bereikt" not in leerling.get(url(klas)).text
    assert "niet bereikt" not in leerling.get(url(klas, f"/doel/{doel.id}")).text


def test_a_pupil_never_comes_at_somebody_elses_goal_or_one_that_is_not_shared(
    klas: Gepland, doel: Doel, leerling: Bezoeker, als: Als, session: Session
) -> None:
    geheim = klas.eigen_doel(0, "geheim doel")
    ander = als(klas.leerlingen[1], klas.groep.cursus, Rol.LEERLING)
    voor = momentopname(session)
    for bezoeker, doel_id in ((ander, doel.id), (leerling, geheim.id), (leerling, 0), (leerling, 2**70)):
        adres = url(klas, f"/doel/{doel_id}")
        assert bezoeker.get(adres).status_code == 404
        assert bezoeker.post(adres, {"tekst": "x", "versie": "0"}).status_code == 404
    assert momentopname(session) == voor


def test_in_a_second_window_the_pupil_sees_both_texts(klas: Gepland, doel: Doel, leerling: Bezoeker) -> None:
    adres = url(klas, f"/doel/{doel.id}")
    leerling.post(adres, {"tekst": "gaat goed", "versie": "0"})
    antwoord = leerling.post(adres, {"tekst": "nog lastig", "versie": "0"})
    assert antwoord.status_code == 409
    assert "gaat goed" in antwoord.text
    assert "nog lastig" in antwoord.text
    assert 'name="versie" type="hidden" value="1"' in antwoord.text


@pytest.mark.parametrize("versie", ["", "x", "-1", "9" * 30, "\u00b2"])
def test_a_made_up_version_is_no_reason_to_lose_words(
    klas: Gepland, doel: Doel, leerling: Bezoeker, versie: str
) -> None:
    adres = url(klas, f"/doel/{doel.id}")
    leerling.post(adres, {"tekst": "gaat goed", "versie": "0"})
    antwoord = leerling.post(adres, {"tekst": "nog lastig", "versie": versie})
    assert antwoord.status_code == 409
    assert "nog lastig" in antwoord.text


def test_words_that_are_too_long_stay_in_the_form(klas: Gepland, doel: Doel, leerling: Bezoeker) -> None:
    antwoord = leerling.post(url(klas, f"/doel/{doel.id}"), {"tekst": "x" * 4001, "versie": "0"})
    assert antwoord.status_code == 422
    assert "x" * 4001 in antwoord.text


def test_words_of_which_the_visit_ended_are_shown_to_copy_and_only_those_of_an_own_page(
    klas: Gepland, doel: Doel, leerling: Bezoeker, session: Session
) -> None:
    adres = url(klas, f"/doel/{doel.id}")
    session.execute(delete(Sessie))
    session.commit()
    woorden = {"tekst": "Het lukt als ik <vooraan> zit.", "versie": "0"}
    eigen = leerling.post(adres, woorden, headers={"Sec-Fetch-Site": "same-origin"})
    assert eigen.status_code == 401
    assert "Het lukt als ik &lt;vooraan&gt; zit." in eigen.text
    assert "Kopieer wat je wilt houden." in eigen.text
    assert leerling.csrf not in eigen.text
    for herkomst in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
        assert "vooraan" not in leerling.post(adres, woorden, headers=herkomst).text
    groot = leerling.post(adres, {"tekst": "x " * 20_000}, headers={"Sec-Fetch-Site": "same-origin"})
    assert (groot.status_code, "x x" in groot.text) == (401, False)


def test_after_the_cycle_and_without_the_secret_of_the_visit_nothing_is_written(
    klas: Gepland, doel: Doel, leerling: Bezoeker, session: Session
) -> None:
    adres = url(klas, f"/doel/{doel.id}")
    voor = momentopname(session)
    assert leerling.client.post(adres, data={"tekst": "x", "versie": "0"}).status_code == 401
    assert momentopname(session) == voor
    klas.cyclus.gesloten_op = nu()
    session.commit()
    assert leerling.post(adres, {"tekst": "x", "versie": "0"}).status_code == 404
