"""Looking back in a browser: 28 pupils on a phone, without a mouse, two on one pupil, pupils' words."""

import pytest
from playwright.sync_api import Frame, Locator, expect
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from lti_tool.models import (
    Cyclus,
    Doel,
    Groepsplan,
    Onderwijsbehoefte,
    Persoon,
    Plandoel,
    Plandoelbron,
    Planregel,
    Planregelsoort,
    Regel,
    nu,
)
from tests.browser.conftest import Fouten, Start
from tests.browser.omgeving import Omgeving
from tests.browser.scherm import TELEFOON, Teller, bezwaren, klaar

pytestmark = pytest.mark.browser

SEM = "Sem de Vries"


@pytest.fixture
def gepland(ingericht: Omgeving) -> Omgeving:
    """A plan with one goal for the whole class, over a goal that is shared with one pupil."""
    motor = create_engine(f"sqlite:///{ingericht.database}")
    with Session(motor) as session:
        cyclus = session.scalars(select(Cyclus).where(Cyclus.groep_id == 1)).one()
        vraag = (
            select(Regel.id)
            .join(Persoon)
            .where(Regel.cyclus_id == cyclus.id, Persoon.achternaam == "de Vries")
        )
        doel = Doel(tekst="begint op tijd", prioriteit=1, bereikt="", gedeeld_op=nu())
        behoefte = Onderwijsbehoefte(
            regel_id=session.scalars(vraag).one(), domein="pedagogisch", doelen=[doel]
        )
        plan = Groepsplan(cyclus_id=cyclus.id)
        session.add_all([behoefte, plan])
        session.flush()
        rij = Planregel(plan_id=plan.id, soort=Planregelsoort.BASIS, domein="pedagogisch", volgorde=1)
        session.add(rij)
        session.flush()
        plandoel = Plandoel(planregel_id=rij.id, tekst="begint binnen drie minuten", volgorde=1)
        plandoel.bronnen = [Plandoelbron(doel_id=doel.id)]
        session.add(plandoel)
        session.commit()
    motor.dispose()
    return ingericht


def evaluatie(scherm: Frame, demo: Omgeving) -> Frame:
    scherm.goto(f"{demo.tool}/groep/1/plan/evaluatie")
    return klaar(scherm)


def leerling(scherm: Frame, naam: str) -> Locator:
    return scherm.get_by_role("group", name=naam, exact=True)


def knop(scherm: Frame, naam: str, woord: str) -> Locator:
    return leerling(scherm, naam).get_by_role("button", name=woord, exact=True)


def bewaard(scherm: Frame, tekst: str) -> None:
    expect(scherm.locator("[data-voortgang]")).to_contain_text(tekst)
    expect(scherm.locator("#opslagstatus")).to_contain_text("Alles opgeslagen ")


def test_28_pupils_with_three_exceptions_on_a_phone_take_four_actions(
    gepland: Omgeving, start: Start
) -> None:
    scherm = start("m.dejong", 1)
    scherm.page.set_viewport_size(TELEFOON)
    evaluatie(scherm, gepland)
    teller = Teller(scherm)
    teller.klik(scherm.locator("[data-allen]").get_by_role("button", name="bereikt", exact=True))
    for naam, woord in ((SEM, "niet"), ("Ravi Bissessur", "deels"), ("Emma de Boer", "deels")):
        teller.klik(knop(scherm, naam, woord))
    assert teller.aantal <= 8
    bewaard(scherm, "28 van 28 uitkomsten")
    evaluatie(scherm, gepland)
    expect(scherm.locator(".evaldoel-stand")).to_contain_text("25 bereikt, 2 deels, 1 niet")
    expect(knop(scherm, SEM, "niet")).to_have_attribute("aria-pressed", "true")
    # all pupils again, over what stands there only when asked; and back
    scherm.locator("[data-allen]").get_by_role("button", name="deels", exact=True).click()
    scherm.get_by_role("button", name="Die ook allemaal zetten").click()
    expect(scherm.locator(".evaldoel-stand")).to_contain_text("28 deels")
    scherm.get_by_role("button", name="Ongedaan maken").click()
    expect(scherm.locator(".evaldoel-stand")).to_contain_text("25 bereikt, 2 deels, 1 niet")
    assert gepland.sql("SELECT bereikt FROM doel WHERE tekst = 'begint op tijd'") == [("niet",)]
    assert bezwaren(scherm) == []


def test_without_a_mouse_and_what_is_typed_saves_itself(gepland: Omgeving, start: Start) -> None:
    scherm = evaluatie(start("m.dejong", 1), gepland)
    eerste = scherm.locator(".uitslag").first
    eerste.get_by_role("button", name="bereikt", exact=True).focus()
    teller = Teller(scherm)
    teller.toets("d", "ArrowDown", "n", "ArrowDown", "b", "ArrowUp", "t", "Tab")
    teller.typ("begint na een tweede uitleg")
    teller.toets("Tab")
    bewaard(scherm, "3 van 28 uitkomsten")
    assert gepland.sql("SELECT resultaat, toelichting FROM doelresultaat ORDER BY id") == [
        ("deels", ""),
        ("niet", "begint na een tweede uitleg"),
        ("bereikt", ""),
    ]
    scherm.get_by_role("button", name="bijstellen").click()
    bewaard(scherm, "1 van 1 besluiten")


def test_two_on_one_pupil_are_told_of_each_other(gepland: Omgeving, start: Start, fouten: Fouten) -> None:
    fouten.verwacht("status of 409")
    een = evaluatie(start("m.dejong", 1), gepland)
    ander = evaluatie(start("m.dejong", 1), gepland)
    knop(een, SEM, "bereikt").click()
    bewaard(een, "1 van 28")
    knop(ander, SEM, "niet").click()
    expect(ander.get_by_text("Wat jij invulde, is nog niet bewaard.")).to_be_visible()
    ander.get_by_role("button", name="Die van mij bewaren").click()
    bewaard(ander, "1 van 28")
    assert gepland.sql("SELECT resultaat, versie FROM doelresultaat") == [("niet", 2)]


def test_the_pupil_says_on_a_phone_how_it_goes_and_the_teacher_reads_it(
    gepland: Omgeving, start: Start
) -> None:
    scherm = start("150309", 1)
    scherm.page.set_viewport_size(TELEFOON)
    scherm.get_by_role("link", name="Schrijf hoe het gaat").click()
    scherm.get_by_label("Hoe gaat het met dit doel?").fill("Het lukt als ik vooraan zit.")
    assert bezwaren(scherm) == []
    scherm.get_by_role("button", name="Bewaren").click()
    expect(scherm.get_by_text("Jij schreef op")).to_contain_text("vooraan zit")
    mentor = evaluatie(start("m.dejong", 1), gepland)
    expect(mentor.get_by_text("“Het lukt als ik vooraan zit.”")).to_be_visible()
