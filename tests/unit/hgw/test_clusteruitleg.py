"""What pupils share is said in Dutch, most shared first; and what to think of when dividing them."""

from hypothesis import given

from lti_tool.hgw.behoeftegelijkenis import Behoeftebeeld, Nodig
from lti_tool.hgw.clusteren import stel_groepen_voor
from lti_tool.hgw.clusteruitleg import naam_voor, wat_ze_delen, zonder_voornaam
from lti_tool.hgw.clusterwaarschuwing import Samenstelling, waarschuwingen
from tests.unit.hgw.behoeften import (
    AGENDA,
    CATEGORIEEN,
    KORT,
    RUST,
    STAPPEN,
    SUCCES,
    TAFELS,
    TAFELS_ANDERS,
    beeld,
    klassen,
)


def test_shared_sentences_and_goals_are_named_with_how_many_share_them() -> None:
    groep = [beeld(1, TAFELS, STAPPEN, SUCCES), beeld(2, TAFELS_ANDERS, STAPPEN), beeld(3, STAPPEN, SUCCES)]
    assert wat_ze_delen(groep, CATEGORIEEN) == (
        "Alle drie: een instructie die een strategie stap voor stap aanleert",
        "2 van de 3: het doel “Noemt de tafels tot 10 vlot uit het hoofd”",
        "2 van de 3: opdrachten die net onder het niveau liggen",
    )
    assert naam_voor(groep, CATEGORIEEN) == "Instructie"


def test_two_pupils_are_called_both_and_a_long_goal_is_cut() -> None:
    lang = "Leest " + "heel " * 40 + "veel"
    (regel,) = wat_ze_delen([beeld(1, lang), beeld(2, lang)], CATEGORIEEN)
    assert regel.startswith("Beide: het doel “Leest heel")
    assert regel.endswith("heel …”")


def test_a_category_is_named_where_no_sentence_is_shared() -> None:
    groep = [beeld(1, STAPPEN), beeld(2, KORT)]
    assert wat_ze_delen(groep, CATEGORIEEN) == ("Beide: iets nodig in “Een instructie”",)
    assert wat_ze_delen([beeld(1, RUST), beeld(2, AGENDA)], CATEGORIEEN) == ()
    assert wat_ze_delen([beeld(1, RUST)], CATEGORIEEN) == ()
    assert naam_voor([beeld(1, RUST), beeld(2, AGENDA)], CATEGORIEEN) == ""


def test_the_words_that_most_use_are_told() -> None:
    anders = Nodig("instructie", "in_stappen", "een instructie in kleine stapjes")
    groep = [beeld(1, STAPPEN), beeld(2, anders), beeld(3, anders)]
    assert wat_ze_delen(groep, CATEGORIEEN) == ("Alle drie: een instructie in kleine stapjes",)


@given(klassen())
def test_every_proposed_subgroup_can_be_explained(klas: list[Behoeftebeeld]) -> None:
    per_leerling = {b.leerling: b for b in klas}
    for groep in stel_groepen_voor(klas).groepen:
        assert wat_ze_delen([per_leerling[wie] for wie in groep.leerlingen], CATEGORIEEN)


def samen(naam: str, *wie: int) -> Samenstelling:
    return Samenstelling(naam, frozenset(wie))


def test_a_good_division_needs_no_warning() -> None:
    assert waarschuwingen([samen("A", 1, 2), samen("B", 3, 4, 5)]) == ()


def test_too_many_subgroups_a_group_of_one_and_forgotten_pupils_are_pointed_out() -> None:
    groepen = [samen("A", 1, 2), samen("B", 3, 4), samen("C", 5, 6), samen("D", 7)]
    te_veel, een, vergeten = waarschuwingen(groepen, zonder_groep=2)
    assert te_veel.startswith("Er zijn 4 subgroepen. Meer dan 3")
    assert een.startswith("In D zit één leerling.")
    assert vergeten == "2 leerlingen met een behoefte staan nog in geen subgroep."
    assert waarschuwingen(groepen[:1], 1) == ("1 leerling met een behoefte staat nog in geen subgroep.",)


def test_the_same_pupils_together_for_a_third_cycle_are_pointed_out() -> None:
    zelfde, anders = [frozenset({1, 2})], [frozenset({1, 2, 3})]
    assert waarschuwingen([samen("A", 1, 2)], eerder=[zelfde]) == ()
    assert waarschuwingen([samen("A", 1, 2)], eerder=[zelfde, anders]) == ()
    (melding,) = waarschuwingen([samen("A", 1, 2)], eerder=[zelfde, [*anders, *zelfde], anders])
    assert melding.startswith("A heeft voor de 3e cyclus dezelfde leerlingen.")


def test_a_goal_is_told_of_others_without_the_name_of_one_pupil() -> None:
    assert zonder_voornaam("Sem leest elke dag", "Sem") == "Leest elke dag"
    assert zonder_voornaam("Vraagt hulp als Sem vastloopt", "Sem") == "Vraagt hulp als de leerling vastloopt"
    assert zonder_voornaam("Semantiek kennen", "Sem") == "Semantiek kennen"
    assert zonder_voornaam("Leest elke dag", "") == "Leest elke dag"
    assert zonder_voornaam("", "Sem") == ""
