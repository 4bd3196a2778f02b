"""A draft takes over the school's newer columns and goes back; what was typed stays, also out of sight."""

from dataclasses import replace

import pytest

from lti_tool.hgw.planvorm import Plankolom
from lti_tool.models import Soort, nu
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden
from lti_tool.services.groepsplan import plankolommen, planlezen, plannen, planversies
from lti_tool.services.groepsplan.planbeeld import Planbeeld
from lti_tool.services.groepsplan.plankolommen import Planwissel, Resttekst
from lti_tool.services.school import planformaten
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import subgroep

VAK = Soort.VAKSPECIFIEK
ROUTE = Plankolom("leerroute", "Leerroute", breedte=3, uitleg="Welke weg volgt deze groep?")


@pytest.fixture
def werk(bouwer: Bouwer) -> Gevuld:
    """A subject class with a plan, of which one row has words under Inhoud."""
    werk = Gevuld(bouwer, 3, VAK)
    subgroep(werk, "Rekenaars", 0, 1, domein="vak")
    plannen.open_plan(werk.session, werk.cyclus, werk.eigenaar)
    typ(werk, "inhoud", "Blok 3 met rekenhulp")
    return werk


def typ(werk: Gevuld, veld: str, tekst: str) -> None:
    regel = next(rij.id for rij in lees(werk).rijen if rij.naam == "Rekenaars")
    plannen.bewaar_veld(werk.session, werk.groep, regel, veld, tekst, 0, werk.eigenaar)
    werk.session.commit()


def lees(werk: Gevuld) -> Planbeeld:
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    return beeld


def school_wijzigt(werk: Gevuld) -> None:
    """Without Inhoud, with Leerroute, and Aanpak under another name."""
    standaard = [kolom for kolom in planformaten.standaard(VAK) if kolom.sleutel != "inhoud"]
    nieuw = [replace(k, naam="Werkwijze") if k.sleutel == "aanpak" else k for k in standaard]
    school_id = werk.bouwer.platform.school_id
    planformaten.bewaar(werk.session, school_id, VAK, "", [*nieuw[:2], ROUTE, *nieuw[2:]], None)
    werk.session.commit()


def vergelijk(werk: Gevuld) -> Planwissel:
    return plankolommen.vergelijk(werk.session, werk.cyclus, lees(werk))


def neem_over(werk: Gevuld, versie: int | None = None) -> None:
    versie = lees(werk).plan.versie if versie is None else versie
    plankolommen.neem_over(werk.session, werk.groep, werk.cyclus, versie, werk.eigenaar)
    werk.session.commit()


def namen(werk: Gevuld) -> list[str]:
    return [kolom.naam for kolom in lees(werk).kolommen]


def test_what_would_change_is_said_before_it_does(werk: Gevuld) -> None:
    assert not vergelijk(werk)
    school_wijzigt(werk)
    wissel = vergelijk(werk)
    assert wissel.erbij == (ROUTE,)
    assert [(kolom.naam, rijen) for kolom, rijen in wissel.weg] == [("Inhoud", 1)]
    assert wissel.anders == (("Aanpak / methodiek", ("heet dan “Werkwijze”",)),)
    assert not wissel.andere_volgorde
    assert "Leerroute" not in namen(werk)


def test_another_order_alone_is_a_change_too(werk: Gevuld) -> None:
    kolommen = list(planformaten.standaard(VAK))
    kolommen[2], kolommen[3] = kolommen[3], kolommen[2]
    planformaten.bewaar(werk.session, werk.bouwer.platform.school_id, VAK, "", kolommen, None)
    assert vergelijk(werk) == Planwissel(andere_volgorde=True)
    neem_over(werk)
    assert namen(werk)[2:4] == ["Aanpak / methodiek", "Inhoud"]


def test_text_of_a_column_that_goes_stays_in_sight_and_comes_back_with_it(werk: Gevuld) -> None:
    school_wijzigt(werk)
    neem_over(werk)
    assert namen(werk) == ["Leerlingen", "Doelen", "Leerroute", "Werkwijze", "Organisatie", "Evaluatie"]
    assert not vergelijk(werk)
    rest = Resttekst("Rekenaars", "Inhoud", "Blok 3 met rekenhulp")
    assert plankolommen.resten(werk.session, werk.cyclus, lees(werk)) == (rest,)
    typ(werk, "leerroute", "Route B")
    beeld = lees(werk)
    plankolommen.zet_terug(werk.session, werk.groep, werk.cyclus, beeld.plan.versie, werk.eigenaar)
    beeld = lees(werk)
    assert beeld.kolommen == planformaten.standaard(VAK)
    assert beeld.rijen[-1].velden["inhoud"].waarde == "Blok 3 met rekenhulp"
    assert plankolommen.resten(werk.session, werk.cyclus, beeld) == (
        Resttekst("Rekenaars", "Leerroute", "Route B"),
    )
    assert beeld.plan.kolommen_eerder == []


def test_who_was_typing_in_a_column_that_went_gets_the_words_kept(werk: Gevuld) -> None:
    school_wijzigt(werk)
    neem_over(werk)
    rij = lees(werk).rijen[-1]
    plannen.bewaar_veld(werk.session, werk.groep, rij.id, "inhoud", "Blok 4", 1, werk.eigenaar)
    assert [rest.tekst for rest in plankolommen.resten(werk.session, werk.cyclus, lees(werk))] == ["Blok 4"]
    with pytest.raises(NietGevonden):
        plannen.bewaar_veld(werk.session, werk.groep, rij.id, "verzonnen", "x", 0, werk.eigenaar)


def test_the_same_again_is_no_change_and_an_old_version_is_refused(werk: Gevuld) -> None:
    school_wijzigt(werk)
    gezien = lees(werk).plan.versie
    neem_over(werk, gezien)
    neem_over(werk, gezien)
    assert len(lees(werk).plan.kolommen_eerder) == 1
    with pytest.raises(Conflict):
        plankolommen.zet_terug(werk.session, werk.groep, werk.cyclus, gezien, werk.eigenaar)


def test_without_other_columns_before_there_is_no_way_back(werk: Gevuld) -> None:
    with pytest.raises(NietGevonden):
        plankolommen.zet_terug(werk.session, werk.groep, werk.cyclus, lees(werk).plan.versie, werk.eigenaar)


def test_a_fixed_plan_and_a_closed_one_keep_theirs(werk: Gevuld) -> None:
    school_wijzigt(werk)
    planversies.stel_vast(werk.session, werk.groep, werk.cyclus, werk.eigenaar)
    assert not vergelijk(werk)
    with pytest.raises(Conflict, match="vastgesteld"):
        neem_over(werk)
    planversies.maak_concept(werk.session, werk.groep, werk.cyclus, werk.eigenaar)
    assert vergelijk(werk)
    werk.cyclus.gesloten_op = nu()
    assert not vergelijk(werk)
    with pytest.raises(Gesloten):
        neem_over(werk)
    assert "Inhoud" in namen(werk)
