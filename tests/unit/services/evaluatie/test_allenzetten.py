"""A result for all pupils in one act: never over what was set by hand, unless asked, and taken back."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Doelresultaat, Plandoel, Wijziging, nu
from lti_tool.services.evaluatie import allenzetten, doelresultaten
from lti_tool.services.evaluatie.allenzetten import Allen, Gezet
from lti_tool.services.evaluatie.doelresultaten import Uitslag
from lti_tool.services.fouten import Conflict, Gesloten, OngeldigeWaarde
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland


class Werk(Gepland):
    """A class with one goal for everybody in the plan."""

    def __init__(self, bouwer: Bouwer) -> None:
        super().__init__(bouwer)
        self.eigen = self.eigen_doel(1)
        self.breed: Plandoel = self.doel("werkt rustig", self.basis, self.eigen)

    @property
    def plaats(self) -> doelresultaten.Doelplaats:
        return doelresultaten.zoek(self.session, self.groep, self.breed.id)

    def zet(self, nummer: int, resultaat: str, versie: int = 0) -> None:
        uitslag = Uitslag(resultaat, "", "zie log")
        doelresultaten.bewaar(self.session, self.plaats, self.regels[nummer], uitslag, versie, self.mentor)
        self.session.commit()

    def allen(self, uitkomst: str, *, ook_gezette: bool = False) -> Allen:
        allen = allenzetten.zet_allen(
            self.session, self.plaats, uitkomst, self.mentor, ook_gezette=ook_gezette
        )
        self.session.commit()
        return allen

    def stand(self) -> list[str]:
        self.session.expire_all()
        bekend = dict(self.session.execute(select(Doelresultaat.regel_id, Doelresultaat.resultaat)).all())
        return [bekend.get(regel_id, "") for regel_id in self.regels]


@pytest.fixture
def werk(bouwer: Bouwer) -> Werk:
    return Werk(bouwer)


def test_all_at_once_and_the_exceptions_stay(werk: Werk) -> None:
    werk.zet(0, "niet")
    allen = werk.allen("bereikt")
    assert (len(allen.gezet), allen.gebleven) == (3, 1)
    assert werk.stand() == ["niet", "bereikt", "bereikt", "bereikt"]
    assert werk.eigen.bereikt == "bereikt"
    assert werk.allen("deels") == Allen((), 4)


def test_what_was_set_by_hand_is_only_overwritten_when_asked(werk: Werk) -> None:
    werk.zet(0, "niet")
    allen = werk.allen("bereikt", ook_gezette=True)
    assert len(allen.gezet) == 4
    assert werk.stand() == ["bereikt"] * 4
    assert doelresultaten.van_leerling(werk.session, werk.breed.id, werk.regels[0]).toelichting == "zie log"  # type: ignore[union-attr]


def test_it_is_taken_back_except_where_somebody_went_on(werk: Werk) -> None:
    werk.zet(0, "niet")
    allen = werk.allen("bereikt", ook_gezette=True)
    werk.zet(2, "deels", 1)
    allenzetten.neem_terug(werk.session, werk.plaats, allen.gezet, werk.mentor)
    werk.session.commit()
    assert werk.stand() == ["niet", "", "deels", ""]
    assert werk.eigen.bereikt == ""
    with pytest.raises(Conflict, match="intussen gewijzigd"):
        allenzetten.neem_terug(werk.session, werk.plaats, allen.gezet, werk.mentor)


def test_a_made_up_undo_changes_nothing(werk: Werk) -> None:
    allen = werk.allen("bereikt")
    onzin = [replace(allen.gezet[0], was="x"), replace(allen.gezet[1], versie=9), Gezet(10**6, 1, "")]
    with pytest.raises(Conflict):
        allenzetten.neem_terug(werk.session, werk.plaats, onzin, werk.mentor)


def test_who_a_colleague_set_meanwhile_stays(werk: Werk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the write a colleague sets the first pupil."""
    eerst = allenzetten._lees

    def tussendoor(*wat: object) -> object:
        rijen = eerst(*wat)  # type: ignore[arg-type]
        if len(rijen) == 4:
            monkeypatch.setattr(allenzetten, "_lees", eerst)
            werk.session.execute(
                Doelresultaat.__table__.update()
                .where(Doelresultaat.regel_id == werk.regels[0])
                .values(resultaat="niet", versie=1)
            )
        return rijen

    monkeypatch.setattr(allenzetten, "_lees", tussendoor)
    assert werk.allen("bereikt").gebleven == 1
    assert werk.stand() == ["niet", "bereikt", "bereikt", "bereikt"]


def test_each_pupil_has_it_in_the_history(werk: Werk, session: Session) -> None:
    werk.allen("bereikt")
    regels = session.scalars(select(Wijziging).where(Wijziging.onderwerp == "evaluatie")).all()
    assert {regel.regel_id for regel in regels} == set(werk.regels)
    assert {regel.nieuw for regel in regels} == {"Doel bereikt: werkt rustig"}
    assert {regel.oud for regel in regels} == {""}


@pytest.mark.parametrize("uitkomst", ["", "ja"])
def test_only_a_result_can_be_set_for_all(werk: Werk, uitkomst: str) -> None:
    with pytest.raises(OngeldigeWaarde):
        werk.allen(uitkomst)


def test_a_closed_cycle_stays_as_it_is(werk: Werk) -> None:
    allen = werk.allen("bereikt")
    werk.cyclus.gesloten_op = nu()
    werk.session.commit()
    with pytest.raises(Gesloten):
        werk.allen("niet")
    with pytest.raises(Gesloten):
        allenzetten.neem_terug(werk.session, werk.plaats, allen.gezet, werk.mentor)
