"""What a colleague changed reaches the page that asks, within its reader's rights."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from lti_tool.models import Groep, Herkomst, Inzage, Kolom, Regel, Rol
from lti_tool.services.groep import eigenaren
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker


@dataclass
class Klas:
    """Two owners of one class, and a colleague who only reads, each in a browser."""

    groep: Groep
    marieke: Bezoeker
    duo: Bezoeker
    bas: Bezoeker
    bouwer: Bouwer

    def schrijf(self, sleutel: str, waarde: str, versie: int = 0) -> tuple[int, int]:
        kolom = self.bouwer.session.scalars(select(Kolom).filter_by(sleutel=sleutel)).one()
        regel = self.bouwer.session.scalars(select(Regel).order_by(Regel.id)).first()
        assert regel is not None
        url = f"/groep/{self.groep.id}/cel/{regel.id}/{kolom.id}"
        assert self.marieke.json("PUT", url, {"waarde": waarde, "versie": versie}).status_code == 200
        return regel.id, kolom.id

    def nieuws(self, wie: Bezoeker, vraag: str = "sinds=0") -> dict:
        antwoord = wie.json("GET", f"/groep/{self.groep.id}/live?{vraag}")
        assert antwoord.status_code == 200
        return antwoord.json


@pytest.fixture
def klas(bouwer: Bouwer, als: Callable[..., Bezoeker]) -> Klas:
    cursus = bouwer.cursus()
    bouwer.klas(cursus, 2)
    marieke, duo, bas = bouwer.docent(), bouwer.docent("Duo", "Mentor"), bouwer.docent("Bas", "Bakker")
    groep = bouwer.groep(
        cursus,
        marieke,
    )
    eigenaren.wijs_aan(bouwer.session, groep, duo, marieke, Herkomst.OVERDRACHT)
    bouwer.cyclus(groep)
    browsers = [als(wie, cursus, Rol.DOCENT) for wie in (marieke, duo, bas)]
    return Klas(groep, *browsers, bouwer)


def test_a_change_is_told_to_others_and_not_to_who_made_it(klas: Klas) -> None:
    regel, kolom = klas.schrijf("tl", "iv")
    verteld = klas.nieuws(klas.duo)["cellen"]
    assert [(c["regel_id"], c["kolom_id"], c["waarde"], c["onder"]) for c in verteld] == [
        (regel, kolom, "IV", True)
    ]
    assert verteld[0]["door"] == "Marieke de Jong"
    assert klas.nieuws(klas.marieke)["cellen"] == []


def test_a_signal_is_told_as_it_stands_now(klas: Klas) -> None:
    regel = klas.schrijf("tl", "iv")[0]
    url = f"/groep/{klas.groep.id}/signaal/{regel}/gedrag"
    klas.marieke.json("PUT", url)
    assert klas.nieuws(klas.duo)["signalen"] == [{"regel_id": regel, "signalen": ["gedrag"]}]
    klas.marieke.json("DELETE", url)
    assert klas.nieuws(klas.duo)["signalen"] == [{"regel_id": regel, "signalen": []}]


def test_who_may_not_read_a_column_hears_nothing_of_it(klas: Klas) -> None:
    klas.schrijf("tl", "iv")
    klas.schrijf("stimulerend", "tekent graag")
    klas.schrijf("bijzonderheden", "astma")
    klas.schrijf("behoeften", "Leest hardop voor.")
    assert [c["waarde"] for c in klas.nieuws(klas.bas, "sinds=0&vertrouwelijk=1")["cellen"]] == [
        "Leest hardop voor."
    ]


def test_a_sensitive_change_is_told_where_it_is_shown_and_the_reading_is_logged_once(klas: Klas) -> None:
    klas.schrijf("bijzonderheden", "astma")
    assert klas.nieuws(klas.duo)["cellen"] == []
    nieuws = klas.nieuws(klas.duo, "sinds=0&vertrouwelijk=1")
    assert [c["waarde"] for c in nieuws["cellen"]] == ["astma"]
    klas.nieuws(klas.duo, f"sinds={nieuws['laatste']}&vertrouwelijk=1")
    assert len(klas.bouwer.session.scalars(select(Inzage)).all()) == 1


def test_who_else_is_here_is_told_with_their_place(klas: Klas) -> None:
    klas.nieuws(klas.bas, "sinds=0&plaats=c1-2")
    assert klas.nieuws(klas.marieke)["aanwezig"] == [{"naam": "Bas Bakker", "plaats": "c1-2"}]


@pytest.mark.parametrize("sinds", ["", "abc", "-5", "9" * 40, "1&sinds=2"])
def test_an_odd_number_is_answered_all_the_same(klas: Klas, sinds: str) -> None:
    assert klas.nieuws(klas.duo, f"sinds={sinds}&plaats={'x' * 500}")["te_veel"] is False


def test_a_board_hears_its_own_reader_too_and_shows_the_others_no_cursor(klas: Klas) -> None:
    regel, kolom = klas.schrijf("tl", "iv")
    assert klas.nieuws(klas.marieke)["cellen"] == []
    klas.nieuws(klas.marieke, f"sinds=0&plaats=c{regel}-{kolom}")
    op_bord = klas.nieuws(klas.marieke, "sinds=0&bord=1")
    assert [(cel["regel_id"], cel["waarde"]) for cel in op_bord["cellen"]] == [(regel, "IV")]
    klas.nieuws(klas.bas, "sinds=0&bord=1")
    assert klas.nieuws(klas.duo)["aanwezig"] == [{"naam": "Marieke de Jong", "plaats": f"c{regel}-{kolom}"}]
