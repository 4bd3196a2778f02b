"""What goes to the next cycle: goals that weren't reached with their cause, rows that go on."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from lti_tool.models import Cyclus
from lti_tool.services.clusteren import subgroepen
from lti_tool.services.evaluatie import doelresultaten, evalueren, rijevaluatie, terugblik
from lti_tool.services.evaluatie.doelresultaten import Uitslag
from lti_tool.services.evaluatie.evalueren import Doeluitkomst
from lti_tool.services.evaluatie.rijevaluatie import Rijuitslag
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


def zeg(klas: Gepland, doel_id: int, nummer: int, uitslag: Uitslag) -> None:
    plaats = doelresultaten.zoek(klas.session, klas.groep, doel_id)
    doelresultaten.bewaar(klas.session, plaats, klas.regels[nummer], uitslag, 0, klas.mentor)


def besluit(klas: Gepland, planregel_id: int, besluit: str) -> None:
    plaats = rijevaluatie.zoek(klas.session, klas.groep, planregel_id)
    rijevaluatie.bewaar(klas.session, plaats, Rijuitslag(besluit=besluit), 0, klas.mentor)


def volgende(klas: Gepland) -> Cyclus:
    klas.session.commit()
    return klas.bouwer.cyclus(klas.groep, date(2026, 12, 1), date(2027, 3, 1))


def test_the_first_cycle_has_nothing_before_it(klas: Gepland, session: Session) -> None:
    assert evalueren.vorige_uitkomsten(session, klas.cyclus) is None
    assert evalueren.van_leerling(session, klas.cyclus, klas.leerlingen[0].id) == ()


def test_goals_come_with_result_and_cause_each_once(klas: Gepland, session: Session) -> None:
    """Own goals under the plan, an own goal outside any plan, and a goal of the plan without an own one."""
    onder, los = klas.eigen_doel(0, maat="9 van de 10"), klas.eigen_doel(1, "schat een antwoord")
    klas.eigen_doel(1, "niets van gezegd")
    doel, breed = klas.doel("breuken", None, onder), klas.doel("werkt rustig", klas.basis)
    van_beiden = klas.doel("breuken")
    klas.doel("ook breuken", klas.basis, onder)
    zeg(klas, doel.id, 0, Uitslag("deels", "doel_te_hoog", "bijna"))
    zeg(klas, van_beiden.id, 1, Uitslag("bereikt"))
    zeg(klas, breed.id, 2, Uitslag("niet", "omgeving"))
    terugblik.zet(session, klas.groep, los.id, "niet", klas.mentor)
    gevonden = evalueren.vorige_uitkomsten(session, volgende(klas))
    assert gevonden is not None
    assert gevonden.volgnummer == 1
    personen = [leerling.id for leerling in klas.leerlingen]
    assert gevonden.open_doelen == (
        Doeluitkomst(
            personen[0],
            "rk",
            "kan breuken optellen",
            "9 van de 10",
            "deels",
            "doel_te_hoog",
            "bijna",
            onder.id,
        ),
        Doeluitkomst(personen[1], "rk", "schat een antwoord", "", "niet", doel_id=los.id),
        Doeluitkomst(personen[2], "pedagogisch", "werkt rustig", "", "niet", "omgeving"),
    )
    assert [d.tekst for d in gevonden.doelen if not d.open] == ["breuken"]


def test_each_pupil_has_their_own(klas: Gepland, session: Session) -> None:
    zeg(klas, klas.doel().id, 0, Uitslag("niet"))
    nieuwe = volgende(klas)
    assert [d.tekst for d in evalueren.van_leerling(session, nieuwe, klas.leerlingen[0].id)] == [
        "rekent met breuken"
    ]
    assert evalueren.van_leerling(session, nieuwe, klas.leerlingen[1].id) == ()


@pytest.mark.parametrize(
    ("woord", "gaat_door"), [("doorgaan", 1), ("bijstellen", 1), ("afbouwen", 0), ("stoppen", 0)]
)
def test_rows_that_go_on_are_handed_on_with_their_goals(
    klas: Gepland, session: Session, woord: str, gaat_door: int
) -> None:
    klas.doel()
    besluit(klas, klas.rij.id, woord)
    besluit(klas, klas.basis.id, "doorgaan")
    gevonden = evalueren.vorige_uitkomsten(session, volgende(klas))
    assert gevonden is not None
    assert [(rij.naam, rij.doelen) for rij in gevonden.rijen] == [
        ("Hele groep", ()),
        ("Breuken", ("rekent met breuken",)),
    ][: 1 + gaat_door]


def test_a_name_changed_since_is_the_name_that_is_handed_on(klas: Gepland, session: Session) -> None:
    besluit(klas, klas.rij.id, "doorgaan")
    subgroepen.wijzig(
        session, klas.cyclus, klas.subgroep, 1, klas.mentor, naam="Rekenen A", soort="handreiking"
    )
    gevonden = evalueren.vorige_uitkomsten(session, volgende(klas))
    assert gevonden is not None
    assert [(rij.naam, rij.besluit, rij.domein) for rij in gevonden.rijen] == [
        ("Rekenen A", "doorgaan", "rk")
    ]
