"""Who were together before: the three cycles before this one, the latest first, in one domain."""

from datetime import date, timedelta

import pytest

from lti_tool.services.clusteren import eerdergroepen
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld
from tests.factories.plan import subgroep


@pytest.fixture
def klas(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 3)


def verder(klas: Gevuld) -> None:
    """The next cycle."""
    begin = klas.cyclus.eind + timedelta(days=1)
    klas.cyclus = klas.bouwer.cyclus(klas.groep, begin, begin + timedelta(weeks=8))


def test_the_first_cycle_has_none_before_it(klas: Gevuld) -> None:
    subgroep(klas, "Lezers", 0, 1)
    assert eerdergroepen.lees(klas.session, klas.cyclus, "pedagogisch") == ()


def test_the_compositions_of_three_cycles_come_latest_first(klas: Gevuld) -> None:
    for namen in (("Oud",), ("Eerste",), (), ("Durf", "Rust")):
        for rij, naam in enumerate(namen):
            subgroep(klas, naam, rij, 2 - rij) if rij == 0 else subgroep(klas, naam, 1)
        verder(klas)
    subgroep(klas, "Nu", 0)
    gevonden = eerdergroepen.lees(klas.session, klas.cyclus, "pedagogisch")
    assert [(cyclus.volgnummer, [groep.naam for groep in cyclus.groepen]) for cyclus in gevonden] == [
        (4, ["Durf", "Rust"]),
        (3, []),
        (2, ["Eerste"]),
    ]
    durf = gevonden[0].groepen[0]
    assert durf.personen == {klas.leerlingen[0].id, klas.leerlingen[2].id}
    assert len(durf.namen) == 2


def test_another_domain_and_another_group_stay_out(klas: Gevuld, bouwer: Bouwer) -> None:
    subgroep(klas, "Rekenaars", 0, domein="rk")
    ander = Gevuld(bouwer, 2)
    subgroep(ander, "Van een ander", 0)
    klas.cyclus = klas.bouwer.cyclus(klas.groep, date(2026, 12, 1), date(2027, 3, 15))
    assert [c.groepen for c in eerdergroepen.lees(klas.session, klas.cyclus, "pedagogisch")] == [()]
    (rekenen,) = eerdergroepen.lees(klas.session, klas.cyclus, "rk")
    assert [groep.naam for groep in rekenen.groepen] == ["Rekenaars"]
