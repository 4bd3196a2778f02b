"""Bad bodies and addresses, for the addresses that scripts call and for every other one."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from lti_tool.models import Cel, Klad, Wijziging
from lti_tool.security import kladbewijs, sessies
from tests.factories.bouwer import Bouwer
from tests.web.momentopname import momentopname
from tests.web.pagina import Bezoeker
from tests.web.school import School, maak_school
from tests.web.test_rechten_matrix import adres, regels

SCRIPT = "<script>alert(1)</script>"
# No JSON object at all, or one that no program of ours makes.
KAPOT = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'"tekst"',
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"waarde": NaN}',
    b'{"waarde": "\\ud83d"}',
    b'{"waarde": "a\\u0000b"}',
    b'{"versie": ' + b"9" * 5000 + b"}",
]
VERKEERD = [None, True, 1.5, -1.5, [], {}, "1", 2**31, 2**70, "\x00", "\ud83d"]


@pytest.fixture
def school(app: Flask, bouwer: Bouwer) -> School:
    return maak_school(app, bouwer)


def stuur(
    bezoeker: Bezoeker, methode: str, url: str, inhoud: bytes, soort: str = "application/json"
) -> TestResponse:
    koppen = {"X-CSRFToken": bezoeker.csrf, "Accept": "application/json"}
    return bezoeker.client.open(url, method=methode, data=inhoud, content_type=soort, headers=koppen)


def verzoeken(school: School, app: Flask) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """What a page of the mentor sends, when all is well."""
    plek = school.klas
    cel = f"{plek.regel_id}/{plek.kolom_id}"
    with app.app_context():
        bewijs = kladbewijs.maak(school.personen["mentor"].id, plek.groep.id)
        paginabewijs = kladbewijs.maak_pagina(school.personen["mentor"].id, plek.cyclus_id, "plan")
    kladveld = {"plaats": "veld", "waarde": "tekst", "versie": 0}
    kladcel = {"regel_id": plek.regel_id, "kolom_id": plek.kolom_id, "waarde": "tekst", "versie": 0}
    return {
        "cel": ("PUT", f"/groep/{plek.groep.id}/cel/{cel}", {"waarde": "tekst", "versie": 0}),
        "observatie": ("POST", f"/groep/{plek.groep.id}/observatie/{cel}", {"tekst": "een regel"}),
        "klad": ("POST", "/klad", {"token": bewijs, "cellen": [kladcel]}),
        "paginaklad": ("POST", "/klad/pagina", {"token": paginabewijs, "velden": [kladveld]}),
    }


def varianten(goed: dict[str, Any]) -> Iterator[bytes]:
    """The good body with one field away, doubled, or of another kind; also inside a list of objects."""
    for naam, waarde in goed.items():
        rest = {n: w for n, w in goed.items() if n != naam}
        yield json.dumps(rest).encode()
        yield f"{{{json.dumps(naam)}: {json.dumps(waarde)}, {json.dumps(goed)[1:]}".encode()
        for verkeerd in VERKEERD:
            if type(verkeerd) is not type(waarde) or verkeerd in ("\x00", "\ud83d"):
                yield json.dumps(rest | {naam: verkeerd}).encode()
        if isinstance(waarde, list):
            yield from (json.dumps(rest | {naam: [v]}).encode() for v in VERKEERD)
            for binnen in varianten(waarde[0]):
                yield json.dumps(rest)[:-1].encode() + b', "' + naam.encode() + b'": [' + binnen + b"]}"


@pytest.mark.parametrize("naam", ["cel", "observatie", "klad", "paginaklad"])
def test_a_bad_body_is_refused_in_json_and_changes_nothing(
    naam: str, app: Flask, school: School, session: Session
) -> None:
    methode, url, goed = verzoeken(school, app)[naam]
    mentor = school.bezoekers["mentor"]
    voor = momentopname(session)
    for inhoud in [*KAPOT, *varianten(goed)]:
        antwoord = stuur(mentor, methode, url, inhoud)
        assert antwoord.status_code in (400, 401, 422), inhoud[:80]
        assert antwoord.json["fout"]
    for soort in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        assert stuur(mentor, methode, url, json.dumps(goed).encode(), soort).status_code == 415
    assert momentopname(session) == voor
    assert stuur(mentor, methode, url, json.dumps(goed).encode()).status_code == 200
    assert momentopname(session) != voor


@pytest.mark.parametrize("naam", ["cel", "observatie", "klad", "paginaklad"])
def test_a_text_of_a_megabyte_is_refused_and_one_of_five_is_not_even_read(
    naam: str, app: Flask, school: School, session: Session
) -> None:
    methode, url, goed = verzoeken(school, app)[naam]
    voor = momentopname(session)
    for megabytes, status in ((1, 422), (5, 413)):
        groot = json.loads(json.dumps(goed))
        doel = next((deel[0] for deel in groot.values() if isinstance(deel, list)), groot)
        doel["tekst" if naam == "observatie" else "waarde"] = "x" * megabytes * 1024 * 1024
        antwoord = stuur(school.bezoekers["mentor"], methode, url, json.dumps(groot).encode())
        assert antwoord.status_code == status
    assert momentopname(session) == voor


def test_a_script_without_the_secret_of_this_visit_is_told_that_the_visit_is_over(
    app: Flask, school: School, session: Session
) -> None:
    voor = momentopname(session)
    for naam in ("cel", "observatie"):
        methode, url, goed = verzoeken(school, app)[naam]
        for koppen in ({}, {"X-CSRFToken": "verzonnen"}):
            antwoord = school.bezoekers["mentor"].client.open(url, method=methode, json=goed, headers=koppen)
            assert (antwoord.status_code, antwoord.json["code"]) == (401, "sessie")
    assert momentopname(session) == voor


def test_what_is_typed_is_kept_as_typed_and_shown_as_text(school: School, session: Session) -> None:
    plek, mentor = school.klas, school.bezoekers["mentor"]
    groep = f"/groep/{plek.groep.id}"
    getypt = f"{SCRIPT}</textarea>&amp; \u202eomgekeerd\u202c 👩\u200d🏫\x07 =1+1"
    url = f"{groep}/cel/{plek.regel_id}/{plek.kolom_id}"
    assert mentor.json("PUT", url, {"waarde": getypt, "versie": 0}).status_code == 200
    assert session.scalars(select(Cel.waarde)).one() == getypt.replace("\x07", "")
    for pagina in (
        "overzicht",
        f"leerling/{plek.leerling.id}",
        f"cel/{plek.regel_id}/{plek.kolom_id}/geschiedenis",
    ):
        tekst = mentor.get(f"{groep}/{pagina}").text
        assert SCRIPT not in tekst
        assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;/textarea&gt;&amp;amp;" in tekst


def test_an_observation_of_control_characters_is_empty(school: School, session: Session) -> None:
    plek = school.klas
    url = f"/groep/{plek.groep.id}/observatie/{plek.regel_id}/{plek.kolom_id}"
    assert school.bezoekers["mentor"].json("POST", url, {"tekst": "\x07 \x1b"}).status_code == 422
    assert school.bezoekers["mentor"].json("POST", url, {"tekst": "rustig\x07 gewerkt"}).status_code == 200
    assert session.scalars(select(Wijziging.nieuw).where(Wijziging.onderwerp == "observatie")).all() == [
        "rustig gewerkt"
    ]


def test_unsaved_text_needs_an_unforged_fresh_proof_and_cells_of_that_group(
    app: Flask, school: School, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, url, goed = verzoeken(school, app)["klad"]
    niemand = Bezoeker(app)
    voor = momentopname(session)
    for bewijs in ("", "verzonnen", goed["token"][:-2], goed["token"] + "x"):
        antwoord = niemand.json("POST", url, goed | {"token": bewijs})
        assert (antwoord.status_code, antwoord.json["code"]) == (401, "sessie")
    for plek in (school.andere_klas, school.andere_school, school.wiskunde):
        cel = {"regel_id": plek.regel_id, "kolom_id": plek.kolom_id, "waarde": "x", "versie": 0}
        assert niemand.json("POST", url, goed | {"cellen": [*goed["cellen"], cel]}).status_code == 404
    assert niemand.json("POST", url, goed | {"cellen": goed["cellen"] * 501}).status_code == 422
    monkeypatch.setattr(kladbewijs, "_GELDIG_SECONDEN", -1)
    assert niemand.json("POST", url, goed).status_code == 401
    assert momentopname(session) == voor


def test_unsaved_text_is_kept_without_a_visit_and_only_for_its_writer(
    app: Flask, school: School, session: Session
) -> None:
    _, url, goed = verzoeken(school, app)["klad"]
    assert Bezoeker(app).json("POST", url, goed).json == {"bewaard": 1}
    assert session.scalars(select(Klad.persoon_id)).one() == school.personen["mentor"].id
    assert session.scalars(select(Cel)).all() == []
    overzicht = f"/groep/{school.klas.groep.id}/overzicht"
    assert '"waarde": "tekst"' in school.bezoekers["mentor"].get(overzicht).text
    assert '"waarde": "tekst"' not in school.bezoekers["kernteam"].get(overzicht).text


def test_a_number_that_is_no_id_is_not_found(school: School) -> None:
    groep = school.klas.groep.id
    for nummer in ("0", "2147483648", "9" * 20, "9" * 5000, "-1", "1.0", "%00", "één"):
        for url in (f"/groep/{nummer}/", f"/groep/{groep}/leerling/{nummer}", f"/cursus/{nummer}/"):
            assert school.bezoekers["mentor"].get(url).status_code == 404, url


# every address there is; what it does with good values is its own test's
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_address_breaks_on_any_body_or_query(app: Flask, school: School) -> None:
    plaats = {rol: school.eigen[rol] for rol in ("mentor", "beheerder", "leerling")}
    vraag = f"?cyclus={'9' * 30}&sinds={'9' * 30}&plaats=%00&vertrouwelijk={SCRIPT}&domein={SCRIPT}&soort=%ff"
    for (wat, (methode, regel)), rol in ((paar, rol) for paar in regels(app).items() for rol in plaats):
        url = adres(app, regel, plaats[rol], school)
        if methode == "GET":
            antwoord = school.bezoekers[rol].client.get(url + vraag)
            assert antwoord.status_code < 500, wat
            assert SCRIPT not in antwoord.text
            continue
        for soort, inhoud in (
            *(("application/json", kapot) for kapot in (b"{", b"[[1]]", b'{"a": "\\u0000"}', b'{"a": {}}')),
            ("application/x-www-form-urlencoded", b"a=%00&a=%ff&a=%ed%a0%80"),
            ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n--"),
        ):
            antwoord = stuur(school.bezoekers[rol], methode, url, inhoud, soort)
            assert antwoord.status_code < 500, (wat, soort, inhoud)


def test_a_database_that_does_not_answer_is_a_page_too(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weigert(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("weg"))

    monkeypatch.setattr(sessies, "_zoek", weigert)
    antwoord = school.bezoekers["mentor"].get(f"/groep/{school.klas.groep.id}/overzicht")
    assert antwoord.status_code == 500
    assert "Er ging iets mis in Groepswijzer" in antwoord.text


def test_while_the_database_does_not_answer_a_page_is_not_told_that_the_visit_is_over(
    app: Flask, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weigert(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("weg"))

    methode, url, goed = verzoeken(school, app)["cel"]
    monkeypatch.setattr(sessies, "_zoek", weigert)
    antwoord = school.bezoekers["mentor"].json(methode, url, goed)
    # what the page tries again by itself (static/js/api.js)
    assert (antwoord.status_code, antwoord.json["code"]) == (500, "storing")
