"""Subgroups are made, named, put in order, filled, taken away and brought back."""

import pytest
from sqlalchemy import select

from lti_tool.models import (
    Doelresultaat,
    Groepsplan,
    Onderwerp,
    Persoon,
    Plandoel,
    Planregel,
    Roosterles,
    Subgroep,
    Wijziging,
)
from lti_tool.services.clusteren import plaatsingen, subgroepen, subgroepherstel
from lti_tool.services.clusteren.plaatsingen import ALLEEN, GEEN, Plek
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld


@pytest.fixture
def klas(bouwer: Bouwer) -> Gevuld:
    return Gevuld(bouwer, 4)


@pytest.fixture
def collega(bouwer: Bouwer) -> Persoon:
    return bouwer.docent("Bert", "Bakker")


def maak(klas: Gevuld, naam: str = "", domein: str = "rk") -> Subgroep:
    return subgroepen.maak(klas.session, klas.cyclus, domein, naam, "extra", klas.eigenaar)


def plaats(klas: Gevuld, rij: int, naar: int | str, versie: int = 0, door: Persoon | None = None) -> Plek:
    return plaatsingen.plaats(
        klas.session, klas.groep, klas.regel(rij), "rk", naar, versie, door or klas.eigenaar
    )


def wie(klas: Gevuld) -> dict[str, list[str]]:
    """Subgroup -> the first names in it."""
    beelden = subgroepen.van_cyclus(klas.session, klas.cyclus)
    return {beeld.naam: [lid.naam.split()[0] for lid in beeld.leerlingen] for beeld in beelden}


def test_subgroups_stand_by_domain_in_the_order_in_which_they_were_made(klas: Gevuld) -> None:
    maak(klas)
    maak(klas, "  Faalangst  ", "pedagogisch")
    maak(klas)
    gezien = [(b.domein, b.naam, b.soort) for b in subgroepen.van_cyclus(klas.session, klas.cyclus)]
    assert gezien == [
        ("pedagogisch", "Faalangst", "extra"),
        ("rk", "Groep A", "extra"),
        ("rk", "Groep B", "extra"),
    ]


@pytest.mark.parametrize("naam", ["   x" * 40, "groep a"])
def test_a_name_that_is_too_long_or_taken_is_refused(klas: Gevuld, naam: str) -> None:
    maak(klas)
    with pytest.raises(OngeldigeWaarde):
        maak(klas, naam)
    assert len(subgroepen.van_cyclus(klas.session, klas.cyclus)) == 1


def test_a_domain_of_another_kind_of_group_or_an_unknown_kind_is_refused(klas: Gevuld) -> None:
    with pytest.raises(NietGevonden):
        maak(klas, "Eigen", "vak")
    with pytest.raises(OngeldigeWaarde, match="soort"):
        subgroepen.maak(klas.session, klas.cyclus, "rk", "Eigen", "anders", klas.eigenaar)


def test_name_and_kind_change_over_the_version_that_was_seen(klas: Gevuld, collega: Persoon) -> None:
    groep = maak(klas)
    nieuw = {"naam": "Redactiesommen", "soort": "handreiking"}
    subgroepen.wijzig(klas.session, klas.cyclus, groep, 1, collega, **nieuw)
    assert (groep.naam, groep.soort, groep.versie) == ("Redactiesommen", "handreiking", 2)
    # the same again is no change
    subgroepen.wijzig(klas.session, klas.cyclus, groep, 1, klas.eigenaar, **nieuw)
    assert groep.versie == 2
    with pytest.raises(Conflict, match="Bert Bakker heeft de subgroep Redactiesommen") as fout:
        subgroepen.wijzig(klas.session, klas.cyclus, groep, 1, klas.eigenaar, naam="Anders", soort="extra")
    assert fout.value.gegevens["naam"] == "Redactiesommen"


def test_a_subgroup_moves_to_another_place_among_those_of_its_domain(klas: Gevuld) -> None:
    namen = [maak(klas).naam for _ in range(3)]
    derde = subgroepen.alle(klas.session, klas.cyclus)[2]
    subgroepen.zet_op_plek(klas.session, klas.cyclus, derde, 1, derde.versie, klas.eigenaar)
    assert list(wie(klas)) == [namen[2], namen[0], namen[1]]
    with pytest.raises(OngeldigeWaarde, match="plek van 1 tot en met 3"):
        subgroepen.zet_op_plek(klas.session, klas.cyclus, derde, 4, derde.versie, klas.eigenaar)


def test_a_pupil_is_in_one_subgroup_of_a_domain_and_the_history_tells_it(klas: Gevuld) -> None:
    een, twee = maak(klas), maak(klas)
    assert plaats(klas, 0, een.id) == Plek(een.id, 1)
    assert plaats(klas, 0, twee.id, 1) == Plek(twee.id, 2)
    assert wie(klas) == {"Groep A": [], "Groep B": ["Leerling01"]}
    vraag = select(Wijziging).where(Wijziging.leerling_id == klas.leerlingen[0].id).order_by(Wijziging.id)
    regels = [(w.oud, w.nieuw) for w in klas.session.scalars(vraag) if w.onderwerp == Onderwerp.SUBGROEP]
    assert regels == [
        ("", "Rekenen: subgroep Groep A"),
        ("Rekenen: subgroep Groep A", "Rekenen: subgroep Groep B"),
    ]


def test_a_pupil_can_be_left_alone_on_purpose_and_be_taken_out_again(klas: Gevuld) -> None:
    groep = maak(klas)
    plaats(klas, 0, ALLEEN)
    plaats(klas, 1, groep.id)
    plaats(klas, 1, GEEN, 1)
    stand = plaatsingen.van_domein(klas.session, klas.cyclus, "rk")
    assert stand == {klas.regel(0): Plek(ALLEEN, 1)}
    assert plaats(klas, 1, GEEN) == Plek(GEEN, 0)


def test_who_moves_a_pupil_that_a_colleague_moved_is_told_where_the_pupil_is(
    klas: Gevuld, collega: Persoon
) -> None:
    een, twee = maak(klas), maak(klas)
    plaats(klas, 0, een.id, door=collega)
    for versie in (0, 7):
        with pytest.raises(Conflict, match="Bert Bakker heeft de plek van Leerling01") as fout:
            plaats(klas, 0, twee.id, versie)
        assert fout.value.gegevens["waar"] == een.id
    with pytest.raises(Conflict, match="Bert Bakker"):
        plaats(klas, 0, GEEN, 7)
    plaats(klas, 0, GEEN, 1, door=collega)
    with pytest.raises(Conflict, match="net uit de subgroep gehaald"):
        plaats(klas, 0, twee.id, 1)


def test_rows_subgroups_and_domains_of_elsewhere_are_not_found(klas: Gevuld, bouwer: Bouwer) -> None:
    ander = Gevuld(bouwer, 1)
    groep, verre = maak(klas), maak(ander)
    with pytest.raises(NietGevonden):
        subgroepen.zoek(klas.session, klas.groep, verre.id)
    for regel_id, domein, naar in (
        (ander.regel(0), "rk", groep.id),
        (klas.regel(0), "rk", verre.id),
        (klas.regel(0), "bl", groep.id),
        (klas.regel(0), "vak", ALLEEN),
        (klas.regel(0), "rk", "nergens"),
    ):
        with pytest.raises(NietGevonden):
            plaatsingen.plaats(klas.session, klas.groep, regel_id, domein, naar, 0, klas.eigenaar)
    assert wie(klas) == {"Groep A": []}


def test_only_who_is_not_placed_yet_comes_along_into_a_proposed_subgroup(klas: Gevuld) -> None:
    een, twee = maak(klas), maak(klas)
    plaats(klas, 1, een.id)
    rijen = [klas.regel(rij) for rij in (0, 1, 2, 2)]
    gezet = plaatsingen.plaats_nieuwen(klas.session, klas.groep, twee, rijen, klas.eigenaar)
    assert gezet == [klas.regel(0), klas.regel(2)]
    assert wie(klas) == {"Groep A": ["Leerling02"], "Groep B": ["Leerling01", "Leerling03"]}


def hang_plan_en_les_aan(klas: Gevuld, groep: Subgroep) -> Planregel:
    plan = Groepsplan(cyclus_id=klas.cyclus.id)
    klas.session.add(plan)
    klas.session.flush()
    regel = Planregel(plan_id=plan.id, soort="subgroep", domein="rk", subgroep_id=groep.id, volgorde=1)
    klas.session.add(regel)
    klas.session.flush()
    doel = Plandoel(planregel_id=regel.id, tekst="Vlot tot 100 rekenen", volgorde=1)
    les = Roosterles(cyclus_id=klas.cyclus.id, subgroep_id=groep.id, dag=2, begin="09:00", eind="09:45")
    klas.session.add_all([doel, les])
    klas.session.flush()
    klas.session.add(Doelresultaat(plandoel_id=doel.id, regel_id=klas.regel(0), resultaat="bereikt"))
    klas.session.flush()
    return regel


def test_a_subgroup_that_goes_says_what_hangs_on_it_and_comes_back_with_all_of_it(klas: Gevuld) -> None:
    groep = maak(klas, "Tafels")
    for rij in (0, 1, 2):
        plaats(klas, rij, groep.id)
    regel = hang_plan_en_les_aan(klas, groep)
    nummer, oud = groep.id, groep.versie
    herstel, gevolgen = subgroepherstel.verwijder(klas.session, klas.cyclus, groep, oud, klas.eigenaar)
    assert gevolgen.in_woorden() == (
        "De regel in het groepsplan blijft staan onder de oude naam, met 1 resultaat. "
        "1 les in het weekrooster ging mee."
    )
    assert wie(klas) == {}
    assert (regel.subgroep_id, regel.naam) == (None, "Tafels")
    assert klas.session.scalars(select(Doelresultaat.resultaat)).all() == ["bereikt"]
    ander = maak(klas)
    plaats(klas, 1, ander.id)
    terug = subgroepherstel.zet_terug(klas.session, klas.groep, herstel, klas.eigenaar)
    klas.session.refresh(regel)
    assert (regel.subgroep_id, regel.naam) == (terug.id, "")
    assert terug.versie == oud
    assert wie(klas)["Tafels"] == ["Leerling01", "Leerling03"]
    assert [les.begin for les in klas.session.scalars(select(Roosterles))] == ["09:00"]
    # its number was free, unless a newer subgroup has got it meanwhile
    assert (terug.id == nummer) == (ander.id != nummer)
    with pytest.raises(NietGevonden):
        subgroepherstel.zet_terug(klas.session, klas.groep, herstel, klas.eigenaar)


def test_a_subgroup_that_somebody_changed_meanwhile_is_not_taken_away(klas: Gevuld, collega: Persoon) -> None:
    groep = maak(klas)
    subgroepen.wijzig(klas.session, klas.cyclus, groep, 1, collega, naam="Nieuw", soort="extra")
    with pytest.raises(Conflict, match="Bert Bakker heeft de subgroep Nieuw"):
        subgroepherstel.verwijder(klas.session, klas.cyclus, groep, 1, klas.eigenaar)
    assert list(wie(klas)) == ["Nieuw"]


def test_a_closed_cycle_keeps_its_subgroups_as_they_were(klas: Gevuld) -> None:
    groep, regel_id, oude = maak(klas), klas.regel(0), klas.cyclus
    klas.volgende_cyclus()
    session, door = klas.session, klas.eigenaar
    pogingen = (
        lambda: subgroepen.maak(session, oude, "rk", "Laat", "extra", door),
        lambda: subgroepen.wijzig(session, oude, groep, 1, door, naam="Laat", soort="extra"),
        lambda: subgroepen.zet_op_plek(session, oude, groep, 1, 1, door),
        lambda: subgroepen.zoek(session, klas.groep, groep.id),
        lambda: plaatsingen.plaats(session, klas.groep, regel_id, "rk", groep.id, 0, door),
        lambda: subgroepherstel.verwijder(session, oude, groep, 1, door),
    )
    for poging in pogingen:
        with pytest.raises(Gesloten):
            poging()
    assert [b.naam for b in subgroepen.van_cyclus(session, oude)] == ["Groep A"]
    assert subgroepen.van_cyclus(session, klas.cyclus) == ()
