"""The page on which an owner arranges the columns."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from lti_tool.models import Kolom, Rol, Soort, Wijziging, nu
from lti_tool.services.school import formaten, schoolformaten
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]
TOETS = {
    "naam": "SO breuken",
    "kop": "Breuken",
    "toetssoort": "methodegebonden",
    "datum": "2026-10-06",
    "schaal": "cijfer",
    "ijkpunt": "5.5",
}


class Werk:
    """A mentor at the columns of their class."""

    def __init__(self, bouwer: Bouwer, als: Als) -> None:
        self.bouwer = bouwer
        self.mentor, cursus = bouwer.docent(), bouwer.cursus()
        bouwer.klas(cursus, 2)
        self.groep = bouwer.groep(cursus, self.mentor)
        self.cyclus = bouwer.cyclus(self.groep)
        self.browser = als(self.mentor, cursus, Rol.DOCENT)
        self.url = f"/groep/{self.groep.id}/kolommen"

    def kolom(self, sleutel: str) -> Kolom:
        self.bouwer.session.expire_all()
        return self.bouwer.session.scalars(select(Kolom).where(Kolom.sleutel == sleutel)).one()

    def koppen(self) -> list[str]:
        """The heads as the overview shows them."""
        tekst = self.browser.get(f"/groep/{self.groep.id}/overzicht").text
        return re.findall(
            r'data-kolomkop="\d+".*?<span aria-hidden="true">(?:<svg.*?</svg> )?([^<]*)</span>', tekst
        )


@pytest.fixture
def werk(bouwer: Bouwer, als: Als) -> Werk:
    return Werk(bouwer, als)


def test_a_test_is_added_and_stands_in_the_overview(werk: Werk) -> None:
    assert "Toets toevoegen" in werk.browser.get(f"{werk.url}/nieuw").text
    antwoord = werk.browser.post(f"{werk.url}/nieuw", TOETS)
    kolom = werk.kolom("eigen_so_breuken")
    assert antwoord.headers["Location"].endswith(f"/kolommen#kolom-{kolom.id}")
    assert werk.koppen()[4:6] == ["Analyse", "Breuken"]
    lijst = werk.browser.get(werk.url).text
    assert "methodegebonden toets, cijfer, afspraak 5,5 · 6 okt 2026" in lijst


@pytest.mark.parametrize(
    ("schaal", "verwacht"),
    [
        ({"schaal": "woorden", "waarden": "zwak, goed ,sterk", "ijkpunt": "goed"}, ["zwak", "goed", "sterk"]),
        ({"schaal": "getal", "minimum": "0", "maximum": "12,5", "decimalen": "1", "ijkpunt": "6"}, 12.5),
    ],
)
def test_scales_with_their_own_words_or_bounds_come_back_in_the_form(
    werk: Werk, schaal: dict[str, str], verwacht: object
) -> None:
    werk.browser.post(f"{werk.url}/nieuw", TOETS | schaal)
    kolom = werk.kolom("eigen_so_breuken")
    assert kolom.schaal is not None
    assert verwacht in kolom.schaal.values()
    velden = dict(re.findall(r'name="(waarden|minimum|maximum)"[^>]*value="([^"]*)"', _form(werk, kolom)))
    antwoord = werk.browser.post(f"{werk.url}/{kolom.id}", TOETS | schaal | velden)
    assert antwoord.status_code == 303
    assert werk.kolom("eigen_so_breuken").schaal == kolom.schaal


def _form(werk: Werk, kolom: Kolom) -> str:
    return werk.browser.get(f"{werk.url}/{kolom.id}").text


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"naam": ""}, "Vul een naam in."),
        ({"naam": "Spelling"}, "Er is al een kolom met naam Spelling."),
        ({"kop": "x" * 25}, "24"),
        ({"schaal": "raar"}, "Schaal"),
        ({"schaal": "getal", "minimum": "veel"}, "een getal als minimum"),
        ({"schaal": "getal", "minimum": "5", "maximum": "nan"}, "maximum"),
        ({"schaal": "woorden", "waarden": "goed"}, "minstens twee woorden"),
        ({"ijkpunt": "11"}, "Dit ijkpunt past niet op de schaal."),
        ({"datum": "gisteren"}, "Datum"),
        ({"datum": "1970-01-01"}, "Deze datum kan niet kloppen."),
        ({"toetssoort": "x"}, "Soort toets"),
        ({"reeks": "bestaat_niet"}, "Vergelijken met"),
    ],
)
def test_a_bad_column_is_refused_with_what_was_filled_in_still_there(
    werk: Werk, anders: dict[str, str], melding: str
) -> None:
    antwoord = werk.browser.post(f"{werk.url}/nieuw", TOETS | anders)
    assert antwoord.status_code == 422
    assert melding in antwoord.text
    assert f'value="{(TOETS | anders)["ijkpunt"]}"' in antwoord.text
    assert "Breuken" not in werk.koppen()


def test_a_scale_on_which_scores_do_not_fit_is_refused_and_they_are_named(werk: Werk) -> None:
    kolom = werk.kolom("sp")
    regel_id = re.findall(r'data-regel="(\d+)"', werk.browser.get(f"/groep/{werk.groep.id}/overzicht").text)[
        0
    ]
    werk.browser.json(
        "PUT", f"/groep/{werk.groep.id}/cel/{regel_id}/{kolom.id}", {"waarde": "iv", "versie": 0}
    )
    antwoord = werk.browser.post(
        f"{werk.url}/{kolom.id}", TOETS | {"naam": "Spelling", "kop": "SP", "ijkpunt": ""}
    )
    assert antwoord.status_code == 422
    assert "past één score niet: IV (Leerling01 Achternaam01)" in antwoord.text
    assert "1 ingevuld" in werk.browser.get(werk.url).text


def test_a_text_column_gets_another_name(werk: Werk) -> None:
    kolom = werk.kolom("gesprek_ouders")
    assert "Schaal" not in _form(werk, kolom)
    werk.browser.post(f"{werk.url}/{kolom.id}", {"naam": "Gesprek thuis", "kop": "Thuis"})
    assert werk.kolom("gesprek_ouders").naam == "Gesprek thuis"


def test_a_score_of_the_seo_instrument_has_no_date(werk: Werk) -> None:
    kolom = werk.kolom("motivatie")
    assert 'name="datum"' not in _form(werk, kolom)
    velden = {"naam": "Motivatie", "kop": "Motiv.", "schaal": "woorden", "ijkpunt": "goed"}
    velden["waarden"] = "onvoldoende, voldoende, goed"
    assert werk.browser.post(f"{werk.url}/{kolom.id}", velden).status_code == 303
    assert werk.kolom("motivatie").ijkpunt == "goed"


def test_a_column_is_hidden_and_shown_again(werk: Werk) -> None:
    url = f"{werk.url}/{werk.kolom('sp').id}/zicht"
    werk.browser.post(url, {"verborgen": "1"})
    assert "SP" not in werk.koppen()
    assert "Verborgen</h2>" in werk.browser.get(werk.url).text
    werk.browser.post(url, {"verborgen": "0"})
    assert "SP" in werk.koppen()
    assert werk.browser.post(url, {"verborgen": "x"}).status_code == 422
    behoeften = f"{werk.url}/{werk.kolom('behoeften').id}/zicht"
    assert werk.browser.post(behoeften, {"verborgen": "1"}).status_code == 422


def test_a_column_goes_earlier_and_later(werk: Werk) -> None:
    url = f"{werk.url}/{werk.kolom('sp').id}/plaats"
    assert werk.browser.post(url, {"richting": "eerder"}).status_code == 303
    assert werk.koppen()[:3] == ["TL", "SP", "BL"]
    json = {"Accept": "application/json"}
    assert werk.browser.post(url, {"richting": "eerder"}, headers=json).json == {"verplaatst": True}
    assert werk.browser.post(url, {"richting": "eerder"}, headers=json).json == {"verplaatst": False}
    assert werk.koppen()[:3] == ["SP", "TL", "BL"]
    assert werk.browser.post(url, {"richting": "omhoog"}, headers=json).status_code == 422


def test_what_the_school_changed_is_shown_first_and_taken_over_on_request(werk: Werk) -> None:
    assert "nieuwe indeling" not in werk.browser.get(werk.url).text
    school_id = werk.groep.cursus.platform.school_id
    standaard = formaten.kolomformaten(Soort.VAKOVERSTIJGEND)
    extra = formaten.Kolomformaat("dyscalculie", "Dyscalculie", "Dyscalculie", "waarnemen", "tekst")
    schoolformaten.bewaar(
        werk.bouwer.session, school_id, Soort.VAKOVERSTIJGEND, "", [*standaard[1:], extra], werk.mentor
    )
    werk.bouwer.session.commit()
    lijst = werk.browser.get(werk.url).text
    assert "Erbij: Dyscalculie" in lijst
    assert "Verborgen: Technisch lezen" in lijst
    assert "TL" in werk.koppen()
    werk.browser.post(f"{werk.url}/indeling")
    assert "Dyscalculie" in werk.koppen()
    assert "TL" not in werk.koppen()
    assert "had al de indeling" in werk.browser.post(f"{werk.url}/indeling", follow_redirects=True).text


def test_a_test_of_the_previous_cycle_is_used_again(werk: Werk) -> None:
    werk.browser.post(f"{werk.url}/nieuw", TOETS)
    werk.browser.post(f"/groep/{werk.groep.id}/cyclus/nieuw", {"begin": "2026-12-01", "eind": "2027-03-15"})
    assert "Opnieuw gebruiken" in werk.browser.get(werk.url).text
    werk.browser.post(f"{werk.url}/herhaal", {"sleutel": "eigen_so_breuken"})
    assert "Breuken" in werk.koppen()
    assert werk.browser.post(f"{werk.url}/herhaal", {"sleutel": "eigen_so_breuken"}).status_code == 404
    assert werk.browser.post(f"{werk.url}/herhaal").status_code == 422


def test_in_a_closed_cycle_the_columns_are_only_read(werk: Werk) -> None:
    werk.cyclus.gesloten_op = nu()
    werk.bouwer.session.commit()
    lijst = werk.browser.get(werk.url).text
    assert "afgesloten" in lijst
    assert "Verbergen" not in lijst
    assert werk.browser.post(f"{werk.url}/{werk.kolom('sp').id}/zicht", {"verborgen": "1"}).status_code == 409
    assert werk.browser.post(f"{werk.url}/indeling").status_code == 409


def test_a_column_of_another_group_is_not_there(werk: Werk, bouwer: Bouwer) -> None:
    elders = bouwer.cyclus(bouwer.groep(bouwer.cursus(label="3HB"), bouwer.docent()))
    vreemd = bouwer.session.scalars(select(Kolom).where(Kolom.cyclus_id == elders.id)).first()
    assert vreemd is not None
    assert werk.browser.get(f"{werk.url}/{vreemd.id}").status_code == 404
    assert werk.browser.post(f"{werk.url}/{vreemd.id}/zicht", {"verborgen": "1"}).status_code == 404


def test_the_history_of_the_group_tells_what_happened_to_columns(werk: Werk) -> None:
    werk.browser.post(f"{werk.url}/nieuw", TOETS)
    werk.browser.post(f"{werk.url}/{werk.kolom('sp').id}/zicht", {"verborgen": "1"})
    tekst = werk.browser.get(f"/groep/{werk.groep.id}/eigenaren").text
    assert "kolom “SO breuken” toegevoegd" in tekst
    assert "kolom “Spelling” verborgen" in tekst


def test_an_added_test_follows_others_and_is_taken_out_again(werk: Werk) -> None:
    form = werk.browser.get(f"{werk.url}/nieuw").text
    assert re.findall(r'<option[^>]*value="(\w*)">(geen andere toets|SP)<', form) == [
        ("", "geen andere toets"),
        ("sp", "SP"),
    ]
    werk.browser.post(f"{werk.url}/nieuw", TOETS | {"reeks": "sp"})
    kolom = werk.kolom("eigen_so_breuken")
    assert kolom.toets is not None
    assert kolom.toets.reeks == "sp"
    assert re.search(r'<option selected value="sp">SP<', _form(werk, kolom))
    werk.browser.post(f"{werk.url}/{kolom.id}", TOETS | {"reeks": ""})
    assert kolom.toets.reeks == "eigen_so_breuken"
    regels = werk.bouwer.session.scalars(select(Wijziging.oud).where(Wijziging.kolom_id == kolom.id))
    assert any("reeks sp" in (oud or "") for oud in regels)


def test_a_test_that_others_follow_is_not_taken_from_them(werk: Werk) -> None:
    werk.browser.post(f"{werk.url}/nieuw", TOETS)
    tweede = TOETS | {"naam": "SO procenten", "kop": "Procenten", "reeks": "eigen_so_breuken"}
    assert werk.browser.post(f"{werk.url}/nieuw", tweede).status_code == 303
    eerste = werk.kolom("eigen_so_breuken")
    assert '<option selected value="eigen_so_breuken">Procenten<' in _form(werk, eerste)
    antwoord = werk.browser.post(f"{werk.url}/{eerste.id}", TOETS | {"reeks": ""})
    assert antwoord.status_code == 422
    assert "Procenten hoort hierbij. Maak die eerst los." in antwoord.text


def test_a_test_that_is_used_again_keeps_what_it_follows(werk: Werk) -> None:
    werk.browser.post(f"{werk.url}/nieuw", TOETS | {"reeks": "sp"})
    werk.browser.post(f"/groep/{werk.groep.id}/cyclus/nieuw", {"begin": "2026-12-01", "eind": "2027-03-15"})
    werk.browser.post(f"{werk.url}/herhaal", {"sleutel": "eigen_so_breuken"})
    werk.bouwer.session.expire_all()
    vraag = select(Kolom).where(Kolom.sleutel == "eigen_so_breuken").order_by(Kolom.id)
    assert [k.toets.reeks for k in werk.bouwer.session.scalars(vraag) if k.toets] == ["sp", "sp"]


def test_of_the_schools_own_tests_the_school_says_what_they_follow(werk: Werk) -> None:
    spelling = werk.kolom("sp")
    assert "Vergelijken met" not in _form(werk, spelling)
    velden = TOETS | {
        "naam": "Spelling",
        "kop": "SP",
        "schaal": "niveau_i_v",
        "ijkpunt": "III",
        "reeks": "rk",
    }
    assert werk.browser.post(f"{werk.url}/{spelling.id}", velden).status_code == 303
    toets = werk.kolom("sp").toets
    assert toets is not None
    assert toets.reeks == "sp"
