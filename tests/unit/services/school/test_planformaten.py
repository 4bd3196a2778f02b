"""A school's own columns for its plans: per subject, for the next plan, never for one that is there."""

from dataclasses import replace

import pytest

from lti_tool.hgw.planvorm import bezwaren, bezwaren_samen
from lti_tool.models import Soort
from lti_tool.services.fouten import OngeldigeWaarde
from lti_tool.services.groepsplan import planlezen, plannen
from lti_tool.services.school import indelingen, planformaten
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld

VAK = Soort.VAKSPECIFIEK


@pytest.mark.parametrize("soort", list(Soort))
def test_the_default_columns_are_in_order(soort: Soort) -> None:
    kolommen = planformaten.standaard(soort)
    assert [list(bezwaren(kolom)) for kolom in kolommen] == [[]] * len(kolommen)
    assert bezwaren_samen(kolommen) == []
    assert planformaten.uit_gegevens(planformaten.als_gegevens(kolommen)) == kolommen


def test_a_plan_opens_with_its_subjects_columns_and_keeps_them(bouwer: Bouwer) -> None:
    werk = Gevuld(bouwer, 2, VAK)
    school_id = bouwer.platform.school_id
    eigen = [
        replace(kolom, naam="Leerstof") if kolom.sleutel == "inhoud" else kolom
        for kolom in planformaten.standaard(VAK)
    ]
    planformaten.bewaar(werk.session, school_id, VAK, "Wiskunde", eigen, werk.eigenaar)
    plannen.open_plan(werk.session, werk.cyclus, werk.eigenaar)
    assert planformaten.zet_terug(werk.session, school_id, VAK, "wiskunde")
    assert not planformaten.zet_terug(werk.session, school_id, VAK, "wiskunde")
    beeld = planlezen.lees(werk.session, werk.cyclus)
    assert beeld is not None
    assert "Leerstof" in [kolom.naam for kolom in beeld.kolommen]
    assert planformaten.voor_groep(werk.session, werk.groep) == planformaten.standaard(VAK)


def test_another_subject_and_the_overview_keep_the_default(bouwer: Bouwer) -> None:
    werk = Gevuld(bouwer, 2, VAK)
    school_id = bouwer.platform.school_id
    planformaten.bewaar(werk.session, school_id, VAK, "Engels", planformaten.standaard(VAK)[:5], None)
    assert len(planformaten.geldend(werk.session, school_id, VAK, "engels")) == 5
    assert planformaten.geldend(werk.session, school_id, VAK, "wiskunde") == planformaten.standaard(VAK)
    eigen = [(van.sleutel, vak) for van, vak, formaat in indelingen.lijst(werk.session, school_id) if formaat]
    assert eigen == [("plan-vakspecifiek", "Engels")]
    with pytest.raises(OngeldigeWaarde):
        planformaten.bewaar(werk.session, school_id, "anders", "", planformaten.standaard(VAK), None)
