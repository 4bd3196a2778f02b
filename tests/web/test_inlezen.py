"""Reading a file in, step by step, as a teacher does it; and every way in which it can't."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import select

from lti_tool.models import Cel, Cyclus, Groep, Rol, Scoreimport, Soort, nu
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

LIJST = (
    "Leerling;Toets 1;Toets 2\n"
    "Achternaam01, Leerling01;7.46;8\n"
    "Leerling02 Achternaam02;-;x\n"
    "Leerlin03 Achternaam03;6;\n"
    "Piet Puk;1;1\n"
)


# what is refused before the database is asked is the same for both
sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass
class Vak:
    """A subject group with its teacher in a browser."""

    groep: Groep
    cyclus: Cyclus
    browser: Bezoeker
    bouwer: Bouwer

    @property
    def url(self) -> str:
        return f"/groep/{self.groep.id}/inlezen"

    def stuur(self, inhoud: bytes | str = LIJST, naam: str = "cijfers.csv") -> Any:
        rauw = inhoud.encode() if isinstance(inhoud, str) else inhoud
        velden = {"bestand": (BytesIO(rauw), naam)}
        return self.browser.post(self.url, velden, content_type="multipart/form-data")

    def tot_voorbeeld(self, inhoud: bytes | str = LIJST) -> str:
        """The address of the preview, with the guesses accepted."""
        kolommen = self.stuur(inhoud).location
        rollen = re.findall(r'<option selected value="([^"]*)"', self.browser.get(kolommen).text)
        antwoord = self.browser.post(kolommen, {f"rollen-{n}": rol for n, rol in enumerate(rollen)})
        assert antwoord.status_code == 303
        return str(antwoord.location)

    def bevestig(self, voorbeeld: str, **velden: str) -> Any:
        stand = re.search(r'name="stand" value="(\w+)"', self.browser.get(voorbeeld).text)
        assert stand
        return self.browser.post(voorbeeld, {"stand": stand[1]} | velden)

    def waarden(self) -> list[str]:
        self.bouwer.session.expire_all()
        vraag = select(Cel).order_by(Cel.regel_id, Cel.kolom_id)
        return [cel.waarde for cel in self.bouwer.session.scalars(vraag)]


@pytest.fixture
def vak(bouwer: Bouwer, als: Any) -> Vak:
    docent, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 3)
    groep = bouwer.groep(cursus, docent, Soort.VAKSPECIFIEK, "wiskunde")
    return Vak(groep, bouwer.cyclus(groep), als(docent, cursus, Rol.DOCENT), bouwer)


def test_a_file_is_read_in_and_undone_with_one_click(vak: Vak) -> None:
    voorbeeld = vak.tot_voorbeeld()
    tekst = vak.browser.get(voorbeeld).text
    assert "2 cellen veranderen" in tekst
    assert "7,46" in tekst
    assert "1 rij hoort" in tekst
    assert "Piet Puk" in tekst
    assert "De naam lijkt erop" in tekst
    assert "1,0 tot en met 10,0" in tekst
    assert vak.waarden() == []
    antwoord = vak.bevestig(voorbeeld)
    assert antwoord.status_code == 303
    assert vak.waarden() == ["7,5", "8,0"]
    klaar = vak.browser.get(antwoord.location).text
    assert "2 cellen gewijzigd" in klaar
    assert "1 waarde paste niet" in klaar
    assert vak.browser.post(f"{antwoord.location}/ongedaan").status_code == 303
    assert vak.waarden() == ["", ""]
    assert "Alles staat weer zoals het was" in vak.browser.get(antwoord.location).text


def test_a_doubtful_row_is_read_in_for_the_pupil_that_the_teacher_picks(vak: Vak) -> None:
    voorbeeld = vak.tot_voorbeeld()
    keuze = re.search(r'<option value="(\d+)">Leerling03', vak.browser.get(voorbeeld).text)
    assert keuze
    assert vak.bevestig(voorbeeld, **{"rij-2": keuze[1]}).status_code == 303
    assert vak.waarden() == ["7,5", "8,0", "6,0"]


def test_a_row_of_nobody_is_looked_at_with_the_pick_and_then_read_in_for_that_pupil(vak: Vak) -> None:
    voorbeeld = vak.tot_voorbeeld()
    tekst = vak.browser.get(voorbeeld).text
    keuze = re.search(r'id="rij-3".*?<option value="(\d+)">Leerling03', tekst, re.DOTALL)
    assert keuze
    bekeken = vak.bevestig(voorbeeld, **{"rij-3": keuze[1], "bekijk": "1"})
    assert bekeken.status_code == 200
    assert "4 cellen veranderen" in bekeken.text
    assert f'<option value="{keuze[1]}" selected>' in bekeken.text
    assert vak.waarden() == []
    assert vak.bevestig(voorbeeld, **{"rij-3": keuze[1]}).status_code == 303
    assert vak.waarden() == ["7,5", "8,0", "1,0", "1,0"]


def test_two_rows_for_one_pupil_are_refused_with_the_picks_kept(vak: Vak) -> None:
    voorbeeld = vak.tot_voorbeeld("Leerling;Toets 1\nLeerlin01 Achternaam01;7\nLeerling01 Achternam01;8\n")
    keuze = re.findall(r'<option value="(\d+)">Leerling01', vak.browser.get(voorbeeld).text)
    antwoord = vak.bevestig(voorbeeld, **{"rij-0": keuze[0], "rij-1": keuze[1]})
    assert antwoord.status_code == 422
    assert "Deze leerling heeft al een andere rij" in antwoord.text
    assert antwoord.text.count(f'<option value="{keuze[0]}" selected>') == 2
    assert vak.waarden() == []


def test_a_change_since_the_preview_shows_the_preview_again(vak: Vak) -> None:
    vak.bevestig(vak.tot_voorbeeld("Leerling;Toets 1\nLeerling01 Achternaam01;4\n"))
    voorbeeld = vak.tot_voorbeeld()
    antwoord = vak.browser.post(voorbeeld, {"stand": "van-daarvoor"})
    assert antwoord.status_code == 409
    assert "Intussen is er" in antwoord.text
    assert "4,0" in antwoord.text
    assert vak.waarden() == ["4,0"]


def test_a_second_yes_leads_to_what_was_read_in(vak: Vak) -> None:
    voorbeeld = vak.tot_voorbeeld()
    klaar = vak.bevestig(voorbeeld).location
    assert vak.browser.post(voorbeeld, {"stand": "x"}).location == klaar
    assert vak.browser.get(voorbeeld.replace("voorbeeld", "kolommen")).location == klaar


def test_emptying_is_a_choice(vak: Vak) -> None:
    vak.bevestig(
        vak.tot_voorbeeld("Leerling;Toets 1\nLeerling01 Achternaam01;4\nLeerling02 Achternaam02;5\n")
    )
    streepjes = (
        "Leerling;Toets 1\nLeerling01 Achternaam01;-\nLeerling02 Achternaam02;6\nLeerling03 Achternaam03;7\n"
    )
    vak.bevestig(vak.tot_voorbeeld(streepjes))
    assert vak.waarden() == ["4,0", "6,0", "7,0"]
    vak.bevestig(vak.tot_voorbeeld(streepjes), leegmaken="y")
    assert vak.waarden() == ["", "6,0", "7,0"]


def test_the_page_lists_what_was_read_in_before(vak: Vak) -> None:
    vak.bevestig(vak.tot_voorbeeld())
    tekst = vak.browser.get(vak.url).text
    assert "cijfers.csv" in tekst
    assert "Ongedaan maken" in tekst


def test_the_guess_for_each_column_can_be_changed_and_is_checked(vak: Vak) -> None:
    kolommen = vak.stuur().location
    assert vak.browser.get(kolommen.replace("kolommen", "voorbeeld")).location == kolommen
    antwoord = vak.browser.post(kolommen, {"rollen-0": "", "rollen-1": "", "rollen-2": ""})
    assert antwoord.status_code == 422
    assert "over wie een rij gaat" in antwoord.text
    assert "waar de scores in het overzicht komen" in antwoord.text


def test_a_column_of_another_overview_is_no_choice(vak: Vak) -> None:
    kolommen = vak.stuur().location
    antwoord = vak.browser.post(kolommen, {"rollen-0": "naam", "rollen-1": "999999", "rollen-2": ""})
    assert antwoord.status_code == 422


def test_sensitive_columns_are_no_choice(bouwer: Bouwer, als: Any) -> None:
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 1)
    groep = bouwer.groep(cursus, mentor)
    klas = Vak(groep, bouwer.cyclus(groep), als(mentor, cursus, Rol.DOCENT), bouwer)
    tekst = klas.browser.get(klas.stuur().location).text
    assert "Technisch lezen</option>" in tekst
    assert "Bijzonderheden</option>" not in tekst


@sqlite
@pytest.mark.parametrize(
    ("inhoud", "naam", "melding"),
    [
        (b"", "leeg.csv", "leeg"),
        (b"Leerling;Toets 1\n", "kop.csv", "alleen een kopregel"),
        (b"PK\x03\x04stuk", "stuk.xlsx", "beschadigd"),
        (b"x", "macro.xlsm", "macro"),
        (b"<html>", "web.xls", "iets anders"),
        (b"%PDF", "lijst.pdf", ".pdf"),
        (b"Leerling;Toets 1\n" + b"Piet Puk;7\n" * 2001, "school.csv", "2000 rijen"),
        (b"", "", "Kies eerst een bestand"),
    ],
)
def test_a_bad_file_gets_a_clear_page_and_changes_nothing(
    vak: Vak, inhoud: bytes, naam: str, melding: str
) -> None:
    antwoord = vak.stuur(inhoud, naam)
    assert antwoord.status_code == 422
    assert melding in antwoord.text
    assert vak.bouwer.session.scalars(select(Scoreimport)).all() == []


def test_hostile_heads_names_and_values_are_shown_as_text(vak: Vak) -> None:
    kwaad = "<script>alert(1)</script>"
    lijst = f"Leerling;Toets 1;{kwaad}\n{kwaad};7;8\nLeerling01 Achternaam01;{kwaad};{kwaad}\n"
    kolommen = vak.stuur(lijst, f"{kwaad}.csv").location
    assert kwaad not in vak.browser.get(kolommen).text
    assert kwaad not in vak.browser.get(vak.tot_voorbeeld(lijst)).text


def test_a_closed_cycle_takes_no_file(vak: Vak) -> None:
    vak.cyclus.gesloten_op = nu()
    vak.bouwer.session.commit()
    assert "Deze cyclus is afgesloten" in vak.browser.get(vak.url).text
    assert vak.stuur().status_code == 409
    assert vak.bouwer.session.scalars(select(Scoreimport)).all() == []


def test_steps_are_for_who_made_them_and_for_owners_only(vak: Vak, als: Any) -> None:
    voorbeeld = vak.tot_voorbeeld()
    collega = als(vak.bouwer.docent("Noor", "Visser"), vak.groep.cursus, Rol.DOCENT)
    for url in (vak.url, voorbeeld, voorbeeld.replace("/voorbeeld", "")):
        assert collega.get(url).status_code == 403
    assert collega.post(voorbeeld, {"stand": "x"}).status_code == 403
    assert vak.browser.get(f"{vak.url}/999/voorbeeld").status_code == 404
    assert vak.browser.get(f"{vak.url}/999/kolommen").status_code == 404
    # not read in yet: nothing to show, nothing to undo
    assert vak.browser.get(voorbeeld.replace("/voorbeeld", "")).status_code == 404
    assert vak.browser.post(voorbeeld.replace("/voorbeeld", "/ongedaan")).status_code == 404
    assert vak.waarden() == []


@sqlite
@pytest.mark.parametrize("velden", [{}, {"rij-x": "1"}, {"rij-2": "9" * 5000}, {"stand": ""}])
def test_a_yes_that_is_no_yes_changes_nothing(vak: Vak, velden: dict[str, str]) -> None:
    assert vak.browser.post(vak.tot_voorbeeld(), velden).status_code == 422
    assert vak.waarden() == []
