"""Bad values in every form of groups, courses and administration: a clear refusal, and nothing changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from tests.factories.bouwer import Bouwer
from tests.web.momentopname import momentopname
from tests.web.school import School, maak_school

SCRIPT = "<script>alert(1)</script>"
ENORM = "x" * 1024 * 1024
OMGEKEERD = "wis\u202ekunde"
NUL = "wis\x00kunde"


@dataclass
class Proef:
    """A form: `goed` is taken; the fields in `nodig` must be there; `vrij` takes any text."""

    wie: str
    url: str
    goed: dict[str, str]
    nodig: set[str]
    vrij: set[str] = field(default_factory=set)

    def slechte(self) -> Iterator[tuple[str, MultiDict[str, str]]]:
        """(what is wrong, the fields)"""
        for naam, waarde in self.goed.items():
            anders = MultiDict(self.goed)
            anders.poplist(naam)
            if naam in self.nodig:
                yield f"{naam} ontbreekt", anders
            for wat, waarden in {
                "dubbel": [waarde, waarde],
                "enorm": [ENORM],
                "omgekeerd": [OMGEKEERD],
                "nul": [NUL],
                "script": [SCRIPT],
                "lang getal": ["9" * 5000],
                "te groot": [str(2**70)],
            }.items():
                # a script is a name like any other, until it is shown
                if naam not in self.vrij or wat in ("dubbel", "enorm", "omgekeerd", "nul", "lang getal"):
                    yield (
                        f"{naam} {wat}",
                        MultiDict([*anders.items(multi=True), *((naam, w) for w in waarden)]),
                    )


PROEVEN = {
    "inrichten": Proef(
        "kernteam",
        "/cursus/{cursus}/inrichten",
        {"soort": "vakspecifiek", "vak": "wiskunde", "begin": "2026-08-24", "eind": "2026-11-30"},
        {"soort", "vak", "begin", "eind"},
        {"vak"},
    ),
    "eigenaren": Proef(
        "mentor", "/groep/{groep}/eigenaren", {"collega": "{collega}", "hoe": "erbij"}, {"collega", "hoe"}
    ),
    "cyclus": Proef(
        "mentor", "/groep/{groep}/cyclus", {"begin": "2026-08-25", "eind": "2026-11-29"}, {"begin", "eind"}
    ),
    "nieuwe cyclus": Proef(
        "mentor",
        "/groep/{groep}/cyclus/nieuw",
        {"begin": "2026-12-01", "eind": "2027-02-01"},
        {"begin", "eind"},
    ),
    "stap": Proef("mentor", "/groep/{groep}/stap", {"stap": "4", "klaar": "y"}, {"stap"}),
    "eigenaren van beheer": Proef(
        "beheerder",
        "/cursus/{cursus}/beheer/groep/{groep}",
        {"eerste": "{mentor}", "tweede": "{kernteam}"},
        {"eerste"},
    ),
    "bestemming": Proef(
        "beheerder", "/cursus/{cursus}/beheer/bestemming/{cursus}", {"bestemming": "zorgteam"}, {"bestemming"}
    ),
}


@pytest.fixture
def school(app: Flask, bouwer: Bouwer) -> School:
    school = maak_school(app, bouwer)
    bouwer.lid(school.klas.cursus, school.personen["kernteam"])
    return school


def vul_in(tekst: str, school: School) -> str:
    return tekst.format(
        cursus=school.klas.cursus.id,
        groep=school.klas.groep.id,
        collega=school.personen["kernteam"].id,
        mentor=school.personen["mentor"].sub,
        kernteam=school.personen["kernteam"].sub,
    )


@pytest.mark.parametrize("naam", PROEVEN)
def test_a_bad_value_is_refused_and_changes_nothing(naam: str, school: School, session: Session) -> None:
    proef = PROEVEN[naam]
    proef = Proef(
        proef.wie,
        vul_in(proef.url, school),
        {veld: vul_in(waarde, school) for veld, waarde in proef.goed.items()},
        proef.nodig,
        proef.vrij,
    )
    browser = school.bezoekers[proef.wie]
    voor = momentopname(session)
    for wat, velden in proef.slechte():
        antwoord = browser.client.post(
            proef.url, data=MultiDict([("csrf_token", browser.csrf), *velden.items(multi=True)])
        )
        assert antwoord.status_code in (400, 413, 422), wat
        assert SCRIPT not in antwoord.text, wat
        assert "Traceback" not in antwoord.text
    assert momentopname(session) == voor
    assert browser.post(proef.url, proef.goed).status_code == 303
    assert momentopname(session) != voor


def test_a_form_without_the_secret_of_this_visit_is_refused(school: School, session: Session) -> None:
    voor = momentopname(session)
    for proef, csrf in product(PROEVEN.values(), ({}, {"csrf_token": ""}, {"csrf_token": "verzonnen"})):
        velden = {veld: vul_in(waarde, school) for veld, waarde in proef.goed.items()} | csrf
        antwoord = school.bezoekers[proef.wie].client.post(vul_in(proef.url, school), data=velden)
        assert antwoord.status_code == 401
        assert "Je bezoek is voorbij" in antwoord.text
    assert momentopname(session) == voor


def test_ids_of_another_group_or_school_are_not_found_or_no_choice(school: School, session: Session) -> None:
    ver, klas = school.andere_school, school.klas
    beheer, groep = f"/cursus/{klas.cursus.id}/beheer", f"/groep/{klas.groep.id}"
    voor = momentopname(session)
    for wie, url, velden in (
        ("mentor", f"{groep}/eigenaren", {"collega": ver.collega.id, "hoe": "over"}),
        ("mentor", f"{groep}/leerlingen/{ver.leerling.id}/merk", {}),
        ("beheerder", f"{beheer}/groep/{ver.groep.id}", {"eerste": ver.collega.sub}),
        ("beheerder", f"{beheer}/groep/{klas.groep.id}", {"eerste": "Ver Weg"}),
        ("beheerder", f"{beheer}/bestemming/{ver.cursus.id}", {"bestemming": "zorgteam"}),
    ):
        assert school.bezoekers[wie].post(url, velden).status_code in (404, 422), url
    assert momentopname(session) == voor


def test_what_was_typed_stays_in_a_refused_form(school: School) -> None:
    url = f"/cursus/{school.klas.cursus.id}/inrichten"
    velden = {"soort": "vakspecifiek", "vak": "Frans voor 3HA", "begin": "2026-08-24", "eind": "gisteren"}
    pagina = school.bezoekers["kernteam"].post(url, velden).text
    assert 'value="Frans voor 3HA"' in pagina
    assert 'value="gisteren"' in pagina
    beheer = f"/cursus/{school.klas.cursus.id}/beheer/groep/{school.klas.groep.id}"
    assert (
        'value="onbekend@x.example"'
        in school.bezoekers["beheerder"].post(beheer, {"eerste": "onbekend@x.example"}).text
    )


def test_a_name_that_is_a_script_is_shown_as_text_everywhere(school: School, session: Session) -> None:
    school.klas.leerling.voornaam = school.klas.cursus.titel = school.klas.cursus.label = SCRIPT
    school.personen["mentor"].naam = school.personen["mentor"].voornaam = SCRIPT
    session.commit()
    velden = {"soort": "vakspecifiek", "vak": SCRIPT, "begin": "2026-08-24", "eind": "2026-11-30"}
    cursus, groep = school.klas.cursus.id, school.klas.groep.id
    assert school.bezoekers["mentor"].post(f"/cursus/{cursus}/inrichten", velden).status_code == 303
    for wie, url in (
        *(("mentor", f"/groep/{groep}/{p}") for p in ("", "overzicht", "eigenaren", "leerlingen", "cyclus")),
        ("mentor", f"/groep/{groep}/leerling/{school.klas.leerling.id}"),
        *(("mentor", f"/cursus/{cursus}/{p}") for p in ("groepen", "inrichten?vak=" + SCRIPT)),
        *(("beheerder", f"/cursus/{cursus}/{p}") for p in ("beheer/", "voortgang", f"beheer/groep/{groep}")),
        ("leerling", f"/cursus/{cursus}/mijn"),
    ):
        pagina = school.bezoekers[wie].get(url)
        assert pagina.status_code == 200, url
        assert SCRIPT not in pagina.text, url


KOP = b"cursus;eigenaar;soort;vak\n"
SLECHTE_LIJSTEN = [
    (b"", "Kies een bestand"),
    (b"naam;klas\nx;y\n", "De eerste regel moet zijn: cursus;eigenaar;soort;vak"),
    (KOP + b"3HA;;mentorklas;\n", "Regel 2: cursus en eigenaar zijn nodig."),
    (KOP + b"\n3HA;x;directeur;\n", "Regel 3: soort is mentorklas of vak."),
    (KOP + b"3HA;x;vak;\n", "Regel 2: noem het vak."),
    (KOP + b"3HA;" + b"x" * 300 + b";mentor;\n", "Regel 2: een van de velden is te lang."),
    (KOP + b"3HA;" + b"x" * 200_000 + b";mentor;\n", "Na regel 1 is de lijst niet te lezen."),
    (KOP + b"3HA;a;mentor;\n" * 3, "Regel 4: een groep heeft één of twee eigenaren."),
    (KOP + b"%d;a;mentor;\n" * 2001 % tuple(range(2001)), "meer dan 2000 regels"),
    (b"\x81\x8d\x8f", "geen leesbare tekst"),
    (KOP.decode().encode("utf-16"), "De eerste regel moet zijn"),
    (b"x" * (1024 * 1024 + 1), "groter dan 1 MB"),
]


def test_a_bad_list_of_owners_is_refused_by_its_line_and_nothing_of_it_is_kept(
    school: School, session: Session
) -> None:
    browser, url = school.bezoekers["beheerder"], f"/cursus/{school.klas.cursus.id}/beheer/lijst"
    voor = momentopname(session)
    for inhoud, melding in SLECHTE_LIJSTEN:
        bestand = (
            b'--grens\r\nContent-Disposition: form-data; name="bestand"; filename="eigenaren.csv"\r\n\r\n'
            + inhoud
            + b"\r\n--grens--\r\n"
        )
        antwoord = browser.client.post(
            url,
            data=bestand if inhoud else b"--grens--\r\n",
            content_type="multipart/form-data; boundary=grens",
            headers={"X-CSRFToken": browser.csrf},
        )
        assert antwoord.status_code == 422, melding
        assert melding in antwoord.text
    assert momentopname(session) == voor
