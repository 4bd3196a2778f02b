"""How a row of the plan went: kept, told to two who write at once, refused when it can't be."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import Planevaluatie, Wijziging, nu
from lti_tool.services.evaluatie import rijevaluatie
from lti_tool.services.evaluatie.rijevaluatie import Rijuitslag
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from tests.factories.bouwer import Bouwer
from tests.factories.evaluatie import Gepland

UITSLAG = Rijuitslag(
    "nee", "de docent was ziek", "deels", "bijstellen", "drie keer samen gewerkt", "het was leuk"
)


@pytest.fixture
def klas(bouwer: Bouwer) -> Gepland:
    return Gepland(bouwer)


def bewaar(klas: Gepland, uitslag: Rijuitslag, versie: int = 0) -> Planevaluatie:
    plaats = rijevaluatie.zoek(klas.session, klas.groep, klas.rij.id)
    return rijevaluatie.bewaar(klas.session, plaats, uitslag, versie, klas.mentor)


def test_how_a_row_went_is_kept_and_its_history_tells_what_changed(klas: Gepland, session: Session) -> None:
    assert bewaar(klas, UITSLAG).versie == 1
    assert bewaar(klas, UITSLAG).versie == 1
    assert bewaar(klas, replace(UITSLAG, besluit="stoppen", successen=""), 1).versie == 2
    session.commit()
    eerste, tweede = session.scalars(select(Wijziging).where(Wijziging.onderwerp == "evaluatie")).all()
    assert eerste.nieuw.splitlines() == [
        "Uitgevoerd: nee",
        "Waarom niet (helemaal): de docent was ziek",
        "Leerlingen hadden er iets aan: deels",
        "Besluit: bijstellen",
        "Dit lukte: drie keer samen gewerkt",
        "Dit zeggen de leerlingen: het was leuk",
    ]
    assert tweede.oud.splitlines() == ["Besluit: bijstellen", "Dit lukte: drie keer samen gewerkt"]
    assert tweede.nieuw == "Besluit: stoppen"
    assert rijevaluatie.uitslag_van(rijevaluatie.van_rij(session, klas.rij.id)).besluit == "stoppen"


def test_an_empty_evaluation_is_not_kept(klas: Gepland, session: Session) -> None:
    assert bewaar(klas, Rijuitslag()).versie == 0
    session.commit()
    assert rijevaluatie.van_rij(session, klas.rij.id) is None
    assert rijevaluatie.uitslag_van(None) == Rijuitslag()


def test_who_comes_second_is_told_what_stands_there(klas: Gepland) -> None:
    bewaar(klas, UITSLAG)
    with pytest.raises(Conflict, match="heeft deze evaluatie om") as fout:
        bewaar(klas, replace(UITSLAG, besluit="doorgaan"))
    assert fout.value.gegevens["besluit"] == "bijstellen"


@pytest.mark.parametrize(
    "anders", [{"uitgevoerd": "soms"}, {"geprofiteerd": "x"}, {"besluit": "weg"}, {"successen": "x" * 4001}]
)
def test_what_cannot_be_answered_is_refused(klas: Gepland, anders: dict[str, str]) -> None:
    with pytest.raises(OngeldigeWaarde):
        bewaar(klas, replace(UITSLAG, **anders))


def test_a_row_that_is_out_or_of_another_group_is_not_found_and_a_closed_cycle_stays(
    klas: Gepland, bouwer: Bouwer
) -> None:
    with pytest.raises(NietGevonden):
        rijevaluatie.zoek(klas.session, bouwer.groep(bouwer.cursus("Klas 4", "4")), klas.rij.id)
    klas.cyclus.gesloten_op = nu()
    klas.session.commit()
    with pytest.raises(Gesloten):
        bewaar(klas, UITSLAG)
    klas.rij.verwijderd_op = nu()
    klas.session.commit()
    with pytest.raises(NietGevonden):
        bewaar(klas, UITSLAG)
