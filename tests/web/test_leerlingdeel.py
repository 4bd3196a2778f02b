"""The pupil's own part: by the teacher, by the pupil who was invited; goals shared one by one."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from lti_tool.models import Cyclus, Leerlingdeel, Rol, Wijziging, nu
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker
from tests.web.test_begrijpwijzer import DOEL, Klas, maak_klas

Als = Callable[..., Bezoeker]
WOORDEN = {"wil_leren": "breuken", "kan_zelf": "oefenen", "hulp_bij": "plannen"}


@pytest.fixture
def klas(bouwer: Bouwer, als: Als) -> Klas:
    return maak_klas(bouwer, als)


@pytest.fixture
def leerling(klas: Klas, als: Als) -> Bezoeker:
    return als(klas.leerlingen[0], klas.groep.cursus, Rol.LEERLING)


def deel_url(klas: Klas, staart: str = "") -> str:
    return f"/groep/{klas.groep.id}/leerlingdeel/{klas.regels[0]}{staart}"


def eigen_url(klas: Klas, staart: str = "") -> str:
    return f"/cursus/{klas.groep.cursus_id}/mijn{staart}"


def nodig_uit(klas: Klas) -> None:
    assert klas.browser.json("PUT", deel_url(klas, "/uitnodiging")).json == {"uitgenodigd": True}


def test_the_teacher_writes_down_what_the_pupil_says(klas: Klas) -> None:
    antwoord = klas.browser.json("PUT", deel_url(klas), WOORDEN | {"versie": 0})
    assert antwoord.json["versie"] == 1
    assert "breuken" in klas.pagina()


def test_an_invited_pupil_writes_and_the_teacher_reads_it(klas: Klas, leerling: Bezoeker) -> None:
    assert "Er is nog niets met je gedeeld" in leerling.get(eigen_url(klas)).text
    nodig_uit(klas)
    pagina = leerling.get(eigen_url(klas, f"/{klas.regels[0]}"))
    assert "Dit wil ik leren" in pagina.text
    antwoord = leerling.post(eigen_url(klas, f"/{klas.regels[0]}"), WOORDEN | {"versie": "0"})
    assert antwoord.location == eigen_url(klas)
    assert "breuken" in leerling.get(eigen_url(klas)).text
    assert "van de leerling zelf" in klas.pagina()


def test_without_an_invitation_and_after_it_a_pupil_writes_nothing(
    klas: Klas, leerling: Bezoeker, bouwer: Bouwer
) -> None:
    url = eigen_url(klas, f"/{klas.regels[0]}")
    assert leerling.get(url).status_code == 404
    nodig_uit(klas)
    klas.browser.json("DELETE", deel_url(klas, "/uitnodiging"))
    assert leerling.post(url, WOORDEN | {"versie": "0"}).status_code == 404
    assert bouwer.session.scalars(select(Leerlingdeel.wil_leren)).all() == [""]


def test_a_pupil_never_comes_at_somebody_elses_words(klas: Klas, als: Als) -> None:
    nodig_uit(klas)
    klas.browser.json("PUT", deel_url(klas), WOORDEN | {"versie": 0})
    ander = als(klas.leerlingen[1], klas.groep.cursus, Rol.LEERLING)
    assert ander.get(eigen_url(klas, f"/{klas.regels[0]}")).status_code == 404
    assert "breuken" not in ander.get(eigen_url(klas)).text


def test_a_teacher_who_switches_to_pupil_sees_an_empty_page(klas: Klas, als: Als) -> None:
    nodig_uit(klas)
    klas.bewaar(doelen=[DOEL | {"gedeeld": True}])
    tekst = als(klas.mentor, klas.groep.cursus, Rol.LEERLING).get(eigen_url(klas)).text
    assert "Er is nog niets met je gedeeld" in tekst


def test_the_pupil_reads_the_shared_goal_and_no_other(klas: Klas, leerling: Bezoeker) -> None:
    geheim = DOEL | {"tekst": "blijft rustig"}
    antwoord = klas.bewaar(doelen=[DOEL | {"gedeeld": True, "maat": "op de lijst"}, geheim])
    tekst = leerling.get(eigen_url(klas)).text
    assert "leest elke dag" in tekst
    assert "op de lijst" in tekst
    assert "blijft rustig" not in tekst
    assert "vertrouwen" not in tekst
    doelen = [doel | {"gedeeld": False} for doel in antwoord.json["doelen"]]
    for doel in doelen:
        del doel["bereikt"]
    klas.bewaar(doelen=doelen, versie=1)
    assert "leest elke dag" not in leerling.get(eigen_url(klas)).text


def test_two_who_write_at_once_are_told_of_each_other(klas: Klas, leerling: Bezoeker) -> None:
    nodig_uit(klas)
    klas.browser.json("PUT", deel_url(klas), WOORDEN | {"versie": 0})
    mijn = {"wil_leren": "spelling", "kan_zelf": "", "hulp_bij": ""}
    antwoord = leerling.post(eigen_url(klas, f"/{klas.regels[0]}"), mijn | {"versie": "0"})
    assert antwoord.status_code == 409
    assert "Marieke de Jong schreef hier" in antwoord.text
    assert "breuken" in antwoord.text
    assert "spelling" in antwoord.text
    assert klas.browser.json("PUT", deel_url(klas), mijn | {"versie": 0}).status_code == 409


@pytest.mark.parametrize("versie", ["", "x", "-1", "9" * 30, "²"])
def test_a_made_up_version_is_no_reason_to_lose_words(klas: Klas, leerling: Bezoeker, versie: str) -> None:
    nodig_uit(klas)
    klas.browser.json("PUT", deel_url(klas), WOORDEN | {"versie": 0})
    url = eigen_url(klas, f"/{klas.regels[0]}")
    antwoord = leerling.post(url, {"wil_leren": "iets anders", "versie": versie})
    assert antwoord.status_code == 409
    assert "iets anders" in antwoord.text


def test_words_that_are_too_long_stay_in_the_form(klas: Klas, leerling: Bezoeker) -> None:
    nodig_uit(klas)
    url = eigen_url(klas, f"/{klas.regels[0]}")
    antwoord = leerling.post(url, WOORDEN | {"versie": "0", "wil_leren": "x" * 4001})
    assert antwoord.status_code == 422
    assert "x" * 4001 in antwoord.text
    assert klas.browser.json("PUT", deel_url(klas), {"versie": 0}).status_code == 400


def test_after_the_cycle_nobody_writes_any_more(klas: Klas, leerling: Bezoeker, bouwer: Bouwer) -> None:
    nodig_uit(klas)
    bouwer.session.scalars(select(Cyclus)).one().gesloten_op = nu()
    bouwer.session.commit()
    assert leerling.get(eigen_url(klas, f"/{klas.regels[0]}")).status_code == 404
    assert klas.browser.json("PUT", deel_url(klas), WOORDEN | {"versie": 1}).json["code"] == "gesloten"


def test_who_wrote_what_when_is_kept(klas: Klas, leerling: Bezoeker, bouwer: Bouwer) -> None:
    nodig_uit(klas)
    leerling.post(eigen_url(klas, f"/{klas.regels[0]}"), WOORDEN | {"versie": "0"})
    vraag = select(Wijziging).where(Wijziging.onderwerp == "behoefte").order_by(Wijziging.id)
    uitnodiging, woorden = bouwer.session.scalars(vraag).all()
    assert (uitnodiging.door_id, woorden.door_id) == (klas.mentor.id, klas.leerlingen[0].id)
    assert "Dit wil ik leren: breuken" in woorden.nieuw
