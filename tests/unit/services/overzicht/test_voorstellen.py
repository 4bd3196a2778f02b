"""Proposals follow the data, wait for the owner, and come back only when the data change."""

import pytest
from sqlalchemy import select

from lti_tool.models import Kolom, Lidmaatschap, Signaal, Wijziging, nu
from lti_tool.services.cyclus import voortgang
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import cycli
from lti_tool.services.overzicht import signalering, voorstellen
from lti_tool.services.overzicht.voorstellen import Regelstand
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld


@pytest.fixture
def klas(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 4)


def stand(klas: Gevuld, rij: int = 0) -> Regelstand:
    rijen = voorstellen.rijen(klas.session, klas.cyclus)
    return voorstellen.lees(klas.session, klas.cyclus, rijen)[klas.regel(rij)]


def uitleg(klas: Gevuld, rij: int = 0) -> list[str]:
    return [voorstel.uitleg for voorstel in stand(klas, rij).voorstellen]


def kenmerk(klas: Gevuld, rij: int = 0) -> str:
    return stand(klas, rij).voorstellen[0].kenmerk


def stap_twee(klas: Gevuld) -> str:
    return voortgang.stand(klas.session, klas.cyclus)[1].toelichting


def signalen(klas: Gevuld, rij: int = 0) -> list[str]:
    return signalering.signalen(klas.session, klas.regel(rij))


def test_a_score_under_the_agreement_is_proposed_with_its_own_reason(klas: Gevuld) -> None:
    klas.vul("sp", "IV", "III", "II", "I")
    (voorstel,) = stand(klas).voorstellen
    assert (voorstel.reden, voorstel.uitleg) == ("spelling", "Spelling: IV, onder de afspraak III")
    assert stand(klas, 1).voorstellen == ()


def test_a_fall_over_cycles_is_seen(klas: Gevuld) -> None:
    klas.vul("sp", "I")
    klas.volgende_cyclus()
    klas.vul("sp", "III")
    assert uitleg(klas) == ["Spelling: III, was I"]


def test_an_old_score_alone_is_no_reason_to_propose_again(klas: Gevuld) -> None:
    klas.vul("sp", "V")
    klas.volgende_cyclus()
    klas.vul("tl", "III", "III", "III", "III")
    assert uitleg(klas) == []


def test_a_low_seo_category_is_proposed_as_such(klas: Gevuld) -> None:
    klas.vul("zelfbeeld", "onvoldoende")
    (voorstel,) = stand(klas).voorstellen
    assert voorstel.reden == "sociaal_emotioneel"


def test_who_nobody_looked_at_is_proposed_once_most_others_have_data(klas: Gevuld) -> None:
    klas.vul("tl", "III", "III")
    assert uitleg(klas, 3) == []
    assert stand(klas, 3).bekeken is False
    klas.vul("stimulerend", "tekent graag", rij=2)
    assert uitleg(klas, 3) == ["nog geen gegevens: niemand heeft naar deze leerling gekeken"]
    assert stand(klas, 2) == Regelstand((), bekeken=False)


def test_who_was_looked_at_without_a_signal_counts_for_the_step_and_can_be_taken_back(klas: Gevuld) -> None:
    klas.vul("sp", "V", "II")
    voorstellen.neem_over(klas.session, klas.groep, klas.regel(), kenmerk(klas), klas.eigenaar)
    for _ in range(2):
        signalering.zet_doorlopen(klas.session, klas.groep, klas.regel(1), True, klas.eigenaar)
    assert stand(klas, 1) == Regelstand((), bekeken=True, doorlopen=True)
    assert "2 van de 4 leerlingen bekeken, 1 gesignaleerd" in stap_twee(klas)
    signalering.zet_doorlopen(klas.session, klas.groep, klas.regel(1), False, klas.eigenaar)
    assert stand(klas, 1) == Regelstand((), bekeken=False)
    assert "1 van de 4 leerlingen bekeken" in stap_twee(klas)
    vraag = select(Wijziging.oud, Wijziging.nieuw).where(Wijziging.leerling_id == klas.leerlingen[1].id)
    genoteerd = [tuple(rij) for rij in klas.session.execute(vraag.order_by(Wijziging.id))]
    assert genoteerd[-2:] == [("", "bekeken, geen signaal"), ("bekeken, geen signaal", "")]


def test_a_signal_and_no_signal_do_not_go_together(klas: Gevuld) -> None:
    signalering.zet_doorlopen(klas.session, klas.groep, klas.regel(), True, klas.eigenaar)
    signalering.zet(klas.session, klas.groep, klas.regel(), "talent", True, klas.eigenaar)
    assert (stand(klas).bekeken, stand(klas).doorlopen) == (True, False)
    signalering.zet_doorlopen(klas.session, klas.groep, klas.regel(), True, klas.eigenaar)
    assert stand(klas).doorlopen is False


def test_a_closed_cycle_and_another_group_keep_who_was_looked_at(klas: Gevuld, bouwer: Bouwer) -> None:
    elders = bouwer.groep(bouwer.cursus(), klas.eigenaar)
    with pytest.raises(NietGevonden):
        signalering.zet_doorlopen(klas.session, elders, klas.regel(), True, klas.eigenaar)
    regel = klas.regel()
    klas.volgende_cyclus()
    with pytest.raises(Gesloten):
        signalering.zet_doorlopen(klas.session, klas.groep, regel, True, klas.eigenaar)


def test_needs_that_came_along_are_no_fresh_look(klas: Gevuld) -> None:
    klas.vul("behoeften", "rust", "rust", "rust", "rust")
    klas.volgende_cyclus()
    assert stand(klas).bekeken is False


def test_accepting_sets_the_signal_with_its_history(klas: Gevuld) -> None:
    klas.vul("sp", "V")
    was = kenmerk(klas)
    for _ in range(2):
        voorstellen.neem_over(klas.session, klas.groep, klas.regel(), was, klas.eigenaar)
    assert signalen(klas) == ["spelling"]
    assert stand(klas).voorstellen == ()
    wijzigingen = klas.session.scalars(select(Wijziging).where(Wijziging.onderwerp == "signaal")).all()
    assert [w.nieuw for w in wijzigingen] == ["basisvaardigheid spelling"]


def test_a_reason_that_stands_already_is_not_proposed(klas: Gevuld) -> None:
    klas.vul("tl", "V")
    klas.vul("bl", "V")
    assert len(uitleg(klas)) == 2
    signalering.zet(klas.session, klas.groep, klas.regel(), "lezen", True, klas.eigenaar)
    assert uitleg(klas) == []


def test_turned_down_stays_down_until_the_score_changes(klas: Gevuld) -> None:
    klas.vul("sp", "IV")
    voorstellen.wijs_af(klas.session, klas.groep, klas.regel(), kenmerk(klas), klas.eigenaar)
    assert (uitleg(klas), signalen(klas)) == ([], [])
    klas.vul("rk", "II")
    assert uitleg(klas) == []
    klas.vul("sp", "V")
    assert uitleg(klas) == ["Spelling: V, onder de afspraak III"]
    noot = klas.session.scalars(select(Wijziging).where(Wijziging.onderwerp == "voorstel")).one()
    assert (noot.oud, noot.nieuw) == ("Spelling: IV, onder de afspraak III", "niet gesignaleerd")


def test_a_decision_can_be_undone(klas: Gevuld) -> None:
    klas.vul("sp", "IV")
    was = kenmerk(klas)
    for besluit in (voorstellen.neem_over, voorstellen.wijs_af):
        besluit(klas.session, klas.groep, klas.regel(), was, klas.eigenaar)
        assert uitleg(klas) == []
        voorstellen.draai_terug(klas.session, klas.groep, klas.regel(), was, klas.eigenaar)
        assert (kenmerk(klas), signalen(klas)) == (was, [])
    voorstellen.draai_terug(klas.session, klas.groep, klas.regel(), was, klas.eigenaar)


def test_a_proposal_of_data_that_changed_meanwhile_is_refused(klas: Gevuld) -> None:
    klas.vul("sp", "IV")
    was = kenmerk(klas)
    klas.vul("sp", "II")
    with pytest.raises(Conflict, match="veranderd"):
        voorstellen.neem_over(klas.session, klas.groep, klas.regel(), was, klas.eigenaar)
    assert klas.session.scalars(select(Signaal)).all() == []


def test_without_data_only_the_owner_knows_the_reason(klas: Gevuld) -> None:
    klas.vul("tl", "III", "III", "III")
    with pytest.raises(OngeldigeWaarde, match="Kies zelf"):
        voorstellen.neem_over(klas.session, klas.groep, klas.regel(3), kenmerk(klas, 3), klas.eigenaar)
    voorstellen.wijs_af(klas.session, klas.groep, klas.regel(3), kenmerk(klas, 3), klas.eigenaar)
    assert stand(klas, 3) == Regelstand((), bekeken=True)


def test_hidden_and_sensitive_columns_give_no_proposals(klas: Gevuld) -> None:
    klas.vul("sp", "V")
    klas.vul("tl", "V")
    klas.kolom("sp").verborgen = True
    klas.kolom("tl").gevoelig = True
    klas.session.commit()
    assert uitleg(klas) == []
    assert stand(klas).bekeken is False


def test_who_left_gets_no_proposals(klas: Gevuld) -> None:
    klas.vul("sp", "V")
    vraag = select(Lidmaatschap).where(Lidmaatschap.persoon_id == klas.leerlingen[0].id)
    klas.session.scalars(vraag).one().vertrokken_op = nu()
    klas.session.commit()
    assert stand(klas) == Regelstand((), bekeken=True)


def test_a_closed_cycle_takes_no_decisions(klas: Gevuld) -> None:
    klas.vul("sp", "IV")
    regel, was = klas.regel(), kenmerk(klas)
    klas.volgende_cyclus()
    with pytest.raises(Gesloten):
        voorstellen.wijs_af(klas.session, klas.groep, regel, was, klas.eigenaar)
    assert cycli.kies(klas.session, klas.groep, 1).gesloten_op is not None


def test_a_row_of_another_group_is_not_found(klas: Gevuld, bouwer: Bouwer) -> None:
    ander = Gevuld(bouwer, 1)
    with pytest.raises(NietGevonden):
        voorstellen.neem_over(klas.session, klas.groep, ander.regel(), "x", klas.eigenaar)


def test_two_columns_of_one_name_stay_two_series(klas: Gevuld) -> None:
    for kolom in klas.session.scalars(select(Kolom).where(Kolom.sleutel.in_(("sp", "rk")))):
        kolom.naam = "Toets"
    klas.vul("sp", "IV")
    klas.vul("rk", "IV")
    assert uitleg(klas) == ["Toets: IV, onder de afspraak III", "Toets (RK): IV, onder de afspraak III"]
