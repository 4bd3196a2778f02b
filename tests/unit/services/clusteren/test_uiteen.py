"""Two pupils are kept apart, whoever is named first; the history tells that, and not who."""

import pytest
from sqlalchemy import select

from lti_tool.models import Onderwerp, Uiteen, Wijziging, nu
from lti_tool.services.clusteren import uiteen
from lti_tool.services.fouten import Gesloten, NietGevonden, OngeldigeWaarde
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld


@pytest.fixture
def klas(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 3)


def zet(klas: Gevuld, een: int, ander: int, aan: bool = True) -> None:
    """Of the pupils with these numbers; a number beyond the class is an id that nobody has."""
    een_id, ander_id = (klas.leerlingen[n].id if n < 3 else 10**6 for n in (een, ander))
    uiteen.zet(klas.session, klas.groep, een_id, ander_id, aan, klas.eigenaar)


def paren(klas: Gevuld) -> list[tuple[int, int]]:
    """The pairs by number."""
    nummer = {leerling.id: n for n, leerling in enumerate(klas.leerlingen)}
    gevonden = uiteen.paren(klas.session, klas.groep)
    return [(nummer[een], nummer[ander]) for een, ander in gevonden]


def test_a_pair_is_kept_once_and_let_go(klas: Gevuld) -> None:
    zet(klas, 2, 0)
    zet(klas, 0, 2)
    zet(klas, 1, 2)
    assert paren(klas) == [(0, 2), (1, 2)]
    zet(klas, 0, 2, aan=False)
    zet(klas, 0, 2, aan=False)
    assert paren(klas) == [(1, 2)]


def test_the_history_names_nobody(klas: Gevuld) -> None:
    zet(klas, 0, 1)
    zet(klas, 0, 1, aan=False)
    vraag = select(Wijziging).where(Wijziging.onderwerp == Onderwerp.SUBGROEP)
    regels = klas.session.scalars(vraag.order_by(Wijziging.id)).all()
    assert [regel.nieuw for regel in regels] == [
        "Twee leerlingen worden uit elkaar gehouden",
        "Twee leerlingen hoeven niet meer uit elkaar",
    ]
    assert [regel.leerling_id for regel in regels] == [None, None]


def test_a_colleague_who_did_the_same_at_the_same_time_is_no_mistake(
    klas: Gevuld, monkeypatch: pytest.MonkeyPatch
) -> None:
    zet(klas, 0, 1)
    monkeypatch.setattr(uiteen, "paren", lambda *_: [])
    zet(klas, 0, 1)
    assert len(klas.session.scalars(select(Uiteen)).all()) == 1


@pytest.mark.parametrize(("ander", "fout"), [(0, OngeldigeWaarde), (3, NietGevonden)])
def test_one_pupil_twice_and_a_stranger_are_refused(klas: Gevuld, ander: int, fout: type[Exception]) -> None:
    with pytest.raises(fout):
        zet(klas, 0, ander)
    assert paren(klas) == []


def test_nothing_changes_when_no_cycle_is_open(klas: Gevuld) -> None:
    klas.cyclus.gesloten_op = nu()
    with pytest.raises(Gesloten):
        zet(klas, 0, 1)
