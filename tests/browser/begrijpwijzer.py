"""What tests of the begrijpwijzer share: a pupil's row, a signal, and the page on which needs are named."""

from playwright.sync_api import Frame, Locator, expect

from tests.browser.omgeving import Omgeving
from tests.browser.scherm import klaar

SEM = "Sem de Vries"


def regel_van(demo: Omgeving, groep: int = 1, naam: str = SEM) -> int:
    """The row of this pupil in the group's newest cycle."""
    vraag = (
        "SELECT max(r.id) FROM regel r JOIN persoon p ON p.id = r.persoon_id "
        "JOIN cyclus c ON c.id = r.cyclus_id "
        "WHERE c.groep_id = ? AND p.voornaam || ' ' || p.achternaam = ?"
    )
    return int(demo.sql(vraag, groep, naam)[0][0])


def signaleer(demo: Omgeving, *regels: int) -> None:
    for regel in regels:
        demo.sql(
            "INSERT INTO signaal (regel_id, reden, gezet_op) VALUES (?, 'werkhouding', '2026-11-20 10:00')",
            regel,
        )


def open_regel(scherm: Frame, demo: Omgeving, regel: int, groep: int = 1) -> Frame:
    scherm.goto(f"{demo.tool}/groep/{groep}/begrijpwijzer/{regel}")
    return klaar(scherm)


def doel(scherm: Frame) -> Locator:
    """The field in which a goal begins."""
    return scherm.get_by_label("Wat doet of kan de leerling straks?")


def zin(scherm: Frame) -> Locator:
    """The statement as it will stand in the overview."""
    return scherm.get_by_label("Zo staat het in het overzicht")


def wacht_op_bewaard(scherm: Frame) -> None:
    """Until the statement on the page is the one that the server has."""
    scherm.wait_for_function(
        "() => { const v = document.querySelector('.zin textarea'); return v.value === v.defaultValue; }"
    )
    expect(scherm.locator("#opslagstatus")).to_contain_text("Alles opgeslagen")
