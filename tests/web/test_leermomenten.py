"""Learning moments on the page: entered once, shown with the signal, refused when they make no sense."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from lti_tool.models import Leermoment, Rol, Signaal
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.web.pagina import Bezoeker

Als = Callable[..., Bezoeker]


def basis(klas: Gevuld) -> str:
    return f"/groep/{klas.groep.id}/leermomenten/"


def velden(klas: Gevuld, **anders: object) -> dict[str, object]:
    gewoon = {"naam": "breuken", "datum": "2027-01-12", "reden": "leermoment", "leerlingen": [klas.regel(0)]}
    return gewoon | anders


def test_entered_once_it_stands_in_the_list_and_with_the_signal(klas: Gevuld, eigenaar: Bezoeker) -> None:
    assert "Nog geen leermomenten" in eigenaar.get(basis(klas)).text
    assert eigenaar.post(basis(klas), velden(klas)).status_code == 303
    assert "breuken" in eigenaar.get(basis(klas)).text
    overzicht = eigenaar.get(f"/groep/{klas.groep.id}/overzicht").text
    assert "cruciaal leermoment (breuken, 12 januari 2027)" in overzicht


def test_it_can_be_changed_and_taken_away(klas: Gevuld, eigenaar: Bezoeker) -> None:
    eigenaar.post(basis(klas), velden(klas))
    moment = klas.session.scalars(select(Leermoment.id)).one()
    assert "checked" in eigenaar.get(f"{basis(klas)}{moment}").text
    eigenaar.post(f"{basis(klas)}{moment}", velden(klas, naam="procenten", leerlingen=[klas.regel(1)]))
    assert klas.session.scalars(select(Signaal.regel_id)).all() == [klas.regel(1)]
    klas.session.rollback()
    assert eigenaar.post(f"{basis(klas)}{moment}/weg").status_code == 303
    assert klas.session.scalars(select(Signaal)).all() == []


@pytest.mark.parametrize(
    "fout",
    [
        {"naam": ""},
        {"naam": "x" * 200},
        {"datum": "morgen"},
        {"datum": "2020-01-01"},
        {"reden": "gedrag"},
        {"leerlingen": ["999999"]},
        {"leerlingen": ["<script>"]},
    ],
)
def test_what_makes_no_sense_is_said_beside_its_field(
    klas: Gevuld, eigenaar: Bezoeker, fout: dict[str, object]
) -> None:
    antwoord = eigenaar.post(basis(klas), velden(klas, **fout))
    assert antwoord.status_code == 422
    assert "Er klopt nog iets niet" in antwoord.text
    assert "<script>" not in antwoord.text.split("<main")[1].split("</main>")[0]
    assert klas.session.scalars(select(Leermoment)).all() == []


def test_a_moment_of_another_group_is_not_there(klas: Gevuld, eigenaar: Bezoeker, bouwer: Bouwer) -> None:
    ander = Gevuld(bouwer, 1)
    ander.session.add(Leermoment(cyclus_id=ander.cyclus.id, naam="x", datum=ander.cyclus.eind, reden="stage"))
    ander.session.commit()
    moment = ander.session.scalars(select(Leermoment.id)).one()
    assert eigenaar.get(f"{basis(klas)}{moment}").status_code == 404
    assert eigenaar.post(f"{basis(klas)}{moment}/weg").status_code == 404


def test_who_does_not_own_the_overview_stays_out(klas: Gevuld, bouwer: Bouwer, als: Als) -> None:
    collega = als(bouwer.docent("Bas", "Bakker"), klas.groep.cursus, Rol.DOCENT)
    assert collega.get(basis(klas)).status_code == 403
    assert collega.post(basis(klas), velden(klas)).status_code == 403
