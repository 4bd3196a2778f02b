"""The administrator's page for lesson hours and days off, and what comes of it in the week table."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Rol, Schoolrooster
from lti_tool.services.uitvoering import roosterlessen
from lti_tool.services.uitvoering.roosterlessen import Lesinvoer
from tests.factories.bouwer import Bouwer
from tests.factories.uitvoering import Gepland
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]
Velden = dict[str, object]
SCRIPT = "<script>alert(1)</script>"
UREN = [("1", "08:30", "09:15"), ("2", "09:15", "10:00")]
VRIJ = [("herfstvakantie", "2026-10-17", "2026-10-25"), ("studiedag", "2026-12-01", "")]


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


@pytest.fixture
def beheer(klas: Gepland, bouwer: Bouwer, als: Als) -> Bezoeker:
    return als(bouwer.docent("Pia", "Oost"), klas.groep.cursus, Rol.BEHEERDER)


def adres(klas: Gepland) -> str:
    return f"/cursus/{klas.groep.cursus_id}/beheer/rooster"


def velden(
    uren: list[tuple[str, str, str]] = UREN,
    vrij: list[tuple[str, str, str]] = VRIJ,
    versie: int = 0,
    **anders: object,
) -> Velden:
    """The form as a browser sends it, "bewaren" pressed."""
    ingevuld: Velden = {"versie": str(versie), "bewaren": "1"}
    for lijst, namen, rijen in (("lesuren", ("begin", "eind"), uren), ("vrij", ("van", "tot"), vrij)):
        for nummer, rij in enumerate(rijen):
            for naam, waarde in zip(("naam", *namen), rij, strict=True):
                ingevuld[f"{lijst}-{nummer}-{naam}"] = waarde
    return ingevuld | anders


def bewaard(session: Session) -> list[tuple[list[tuple[str, ...]], list[tuple[str, ...]], int]]:
    """What is kept: hours, days off, version."""
    session.rollback()
    rijen = session.scalars(select(Schoolrooster).execution_options(populate_existing=True))
    return [
        (
            [(u["naam"], u["begin"], u["eind"]) for u in rij.lesuren],
            [(v["naam"], v["van"], v["tot"]) for v in rij.vrij],
            rij.versie,
        )
        for rij in rijen
    ]


def waarde(pagina: str, veld: str) -> str | None:
    """What stands in a field."""
    (kenmerken,) = re.findall(rf'<input [^>]*id="{veld}"[^>]*>', pagina)
    gevonden = re.search(r'value="([^"]*)"', kenmerken)
    return gevonden[1] if gevonden else None


def test_the_default_hours_stand_there_and_the_days_that_need_no_filling_in(
    beheer: Bezoeker, klas: Gepland
) -> None:
    pagina = beheer.get(adres(klas)).text
    assert waarde(pagina, "lesuren-0-begin") == "08:30"
    assert waarde(pagina, "lesuren-8-naam") == ""
    assert waarde(pagina, "vrij-0-naam") == ""
    assert "eerste kerstdag 25 december" in pagina
    assert "Lesuren en vrije dagen" in beheer.get(f"/cursus/{klas.groep.cursus_id}/beheer/").text


def test_hours_and_days_are_kept_and_the_same_again_is_no_change(beheer: Bezoeker, klas: Gepland) -> None:
    for _ in range(2):
        antwoord = beheer.post(adres(klas), velden([UREN[1], ("", "", ""), UREN[0]]))
        assert antwoord.status_code == 303
    vrij = [VRIJ[0], ("studiedag", "2026-12-01", "2026-12-01")]
    assert bewaard(klas.session) == [(UREN, vrij, 1)]
    pagina = beheer.get(adres(klas)).text
    assert (waarde(pagina, "lesuren-1-eind"), waarde(pagina, "vrij-1-tot")) == ("10:00", "")
    # all hours taken away: the default ones hold again
    assert beheer.post(adres(klas), velden([], VRIJ, 1)).status_code == 303
    assert bewaard(klas.session) == [([], vrij, 2)]
    assert waarde(beheer.get(adres(klas)).text, "lesuren-0-eind") == "09:20"


@pytest.mark.parametrize(
    ("ingevuld", "veld", "fout"),
    [
        (velden([("1", "08:30", "09:30"), ("2", "09:15", "10:00")]), "lesuren-1-begin", "voordat lesuur 1"),
        (velden([("1", "09:30", "08:30")]), "lesuren-0-eind", "eindigt voordat"),
        (velden([*UREN, ("1", "10:00", "11:00")]), "lesuren-2-naam", "dezelfde naam"),
        (velden([("1", "vroeg", "09:30")]), "lesuren-0-begin", "Schrijf een tijd"),
        (velden([("\u202e1", "08:30", "09:30")]), "lesuren-0-naam", "tekens in die je niet kunt zien"),
        (velden(vrij=[("", "2026-10-17", "")]), "vrij-0-naam", "een naam"),
        (velden(vrij=[("kerst", "2026-12-19", "2026-01-03")]), "vrij-0-tot", "vóór de eerste"),
        (velden(vrij=[("kerst", "19 december", "")]), "vrij-0-van", "Vul een datum in"),
        (velden(vrij=[*VRIJ, ("brug", "2026-10-25", "2026-10-26")]), "vrij-2-van", "samen met"),
        (velden(vrij=[("kerst", "2026-12-19", "2062-01-03")]), "vrij-0-tot", "jaartal"),
        (velden(vrij=[(SCRIPT * 3, "2026-12-19", "")]), "vrij-0-naam", "hoogstens 60"),
        (
            velden([(str(n), f"{n // 6:02}:{n % 6}0", f"{n // 6:02}:{n % 6}9") for n in range(61)]),
            "lesuren-0-naam",
            "hoogstens 20 lesuren",
        ),
        (velden(**{"vrij-0-van": ["2026-10-17", "2026-10-18"]}), "vrij-0-van", "meer dan één keer"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_all_that_was_typed_stays(
    ingevuld: Velden, veld: str, fout: str, beheer: Bezoeker, klas: Gepland
) -> None:
    antwoord = beheer.post(adres(klas), ingevuld)
    assert antwoord.status_code == 422
    pagina = antwoord.text
    assert f'<a href="#{veld}">' in pagina
    assert fout in re.findall(rf'<p class="veld-fout" id="{veld}-fout">(.*?)</p>', pagina)[0]
    for naam, getypt in ingevuld.items():
        if "-" in naam and isinstance(getypt, str):
            assert waarde(pagina, naam) == getypt.replace("<", "&lt;").replace(">", "&gt;")
    assert SCRIPT not in pagina
    assert bewaard(klas.session) == []


def test_rows_come_and_go_without_keeping_anything(beheer: Bezoeker, klas: Gepland) -> None:
    los = {naam: waarde for naam, waarde in velden().items() if naam != "bewaren"}
    meer = beheer.post(adres(klas), los | {"meer": "vrij"}).text
    assert (waarde(meer, "vrij-0-naam"), waarde(meer, "vrij-4-naam")) == ("herfstvakantie", "")
    assert 'id="lesuren-2-naam"' not in meer
    minder = beheer.post(adres(klas), los | {"weg": "vrij-0"}).text
    assert waarde(minder, "vrij-0-naam") == "studiedag"
    assert 'id="vrij-1-naam"' not in minder
    for vreemd in ({"weg": "vrij-9"}, {"weg": "vrij--1"}, {"weg": "versie-0"}, {"meer": SCRIPT}, {}):
        antwoord = beheer.post(adres(klas), los | vreemd)
        assert antwoord.status_code == 200
        assert waarde(antwoord.text, "vrij-1-naam") == "studiedag"
    assert bewaard(klas.session) == []


def test_of_two_administrators_the_second_sees_what_stands_there(beheer: Bezoeker, klas: Gepland) -> None:
    beheer.post(adres(klas), velden(vrij=[]))
    for versie in ("0", "7", "", "x", "9" * 5000):
        antwoord = beheer.post(adres(klas), velden(UREN[:1], VRIJ) | {"versie": versie})
        assert antwoord.status_code == 409
        assert "Pia Oost heeft de lesuren of vrije dagen om" in antwoord.text
        assert "2 09:15–10:00; vrij: niets" in antwoord.text
        assert waarde(antwoord.text, "vrij-1-naam") == "studiedag"
        assert waarde(antwoord.text, "versie") == "1"
    assert beheer.post(adres(klas), velden(UREN[:1], VRIJ, 1)).status_code == 303
    assert bewaard(klas.session)[0][2] == 2


def test_the_week_table_has_the_schools_hours_and_names_the_days_off(
    beheer: Bezoeker, klas: Gepland, als: Als
) -> None:
    eigenaar = als(klas.eigenaar, klas.groep.cursus, Rol.DOCENT)
    week = f"/groep/{klas.groep.id}/plan/weekrooster"
    les = Lesinvoer(None, 1, "09:20", "10:10", "", "Marieke de Jong")
    roosterlessen.maak(klas.session, klas.cyclus, les, klas.eigenaar)
    klas.session.commit()
    beheer.post(adres(klas), velden(vrij=[(f"studie {SCRIPT}", "2026-10-12", "2026-10-13"), *VRIJ]))
    pagina = eigenaar.get(week).text
    assert "09:15–10:00" in pagina
    # a lesson that was there keeps its time
    assert "09:20–10:10" in pagina
    assert "10:30–11:20" not in pagina
    studie = "studie &lt;script&gt;alert(1)&lt;/script&gt; 12 t/m 13 oktober"
    assert f"Geen les: {studie}; herfstvakantie 17 t/m 25 oktober.</p>" in pagina
    agenda = eigenaar.get(f"{week}/agenda?docent=p{klas.eigenaar.id}").text
    assert "EXDATE;TZID=Europe/Amsterdam:20261012T092000,20261019T092000" in agenda


def test_another_school_has_its_own(beheer: Bezoeker, klas: Gepland, als: Als, bouwer: Bouwer) -> None:
    beheer.post(adres(klas), velden())
    verre = bouwer.cursus(platform=bouwer.nieuw_platform("Elders", "https://elo.elders.example"))
    ander = als(bouwer.docent("Ad", "Verre", platform=verre.platform), verre, Rol.BEHEERDER)
    pagina = ander.get(f"/cursus/{verre.id}/beheer/rooster").text
    assert (waarde(pagina, "lesuren-0-eind"), waarde(pagina, "vrij-0-naam")) == ("09:20", "")
