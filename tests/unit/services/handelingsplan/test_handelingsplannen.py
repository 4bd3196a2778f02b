"""Plans for one pupil: made from what is known, kept field by field, read by who may."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.models import (
    Doel,
    Handelingsplanveld,
    Hulpzinkeuze,
    Leerlingdeel,
    Onderwerp,
    Onderwijsbehoefte,
    Soort,
    Wijziging,
    nu,
)
from lti_tool.services import geschiedenis
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.handelingsplan import (
    handelingsplandocument,
    handelingsplannen,
    handelingsplanvelden,
    vakplannen,
)
from lti_tool.services.handelingsplan.handelingsplannen import Planplaats
from lti_tool.services.handelingsplan.handelingsplanvelden import Akkoord
from lti_tool.services.tijd import vandaag
from tests.factories.bouwer import Bouwer
from tests.factories.overzicht import Gevuld

JA = Akkoord("ondertekend", "Anna de Vries", vandaag().isoformat())


class Werk(Gevuld):
    """A class with short verbs for the tests."""

    def __init__(self, bouwer: Bouwer, soort: Soort = Soort.VAKOVERSTIJGEND) -> None:
        super().__init__(bouwer, 3, soort)

    def maak(self, rij: int = 0, reden: str = "Leert thuis in deeltijd.") -> Planplaats:
        return handelingsplannen.maak(
            self.session, self.groep, self.cyclus, self.regel(rij), reden, self.eigenaar
        )

    def schrijf(self, plaats: Planplaats, veld: str, waarde: str, versie: int = 0) -> Handelingsplanveld:
        return handelingsplanvelden.bewaar_veld(self.session, plaats, veld, waarde, versie, self.eigenaar)

    def akkoord(self, plaats: Planplaats, akkoord: Akkoord, versie: int = 1) -> None:
        handelingsplanvelden.bewaar_akkoord(self.session, plaats, akkoord, versie, self.eigenaar)

    def waarden(self, plaats: Planplaats) -> dict[str, str]:
        velden = handelingsplanvelden.velden(self.session, plaats.plan)
        return {sleutel: veld.waarde for sleutel, veld in velden.items()}


@pytest.fixture
def werk(bouwer: Bouwer) -> Werk:
    return Werk(bouwer)


def test_a_plan_starts_with_what_is_known_and_nothing_sensitive(werk: Werk, session: Session) -> None:
    werk.vul("stimulerend", "tekent graag")
    werk.vul("belemmerend", "snel afgeleid")
    werk.vul("bijzonderheden", "astma")
    behoefte = Onderwijsbehoefte(
        regel_id=werk.regel(),
        domein="rk",
        doelen=[Doel(tekst="telt tot 20", maat="zonder hulp", prioriteit=1)],
        zinnen=[Hulpzinkeuze(categorie="docenten", tekst="docenten die langslopen", volgorde=1)],
    )
    woorden = Leerlingdeel(regel_id=werk.regel(), wil_leren="beter tellen", kan_zelf="oefenen")
    session.add_all([behoefte, woorden])
    session.flush()
    waarden = werk.waarden(werk.maak())
    assert waarden == {
        "reden": "Leert thuis in deeltijd.",
        "bevorderend": "tekent graag",
        "belemmerend": "snel afgeleid",
        "behoeften": "docenten die langslopen",
        "doelen": "telt tot 20 (te zien aan: zonder hulp)",
        "gehoord_woorden": "Dit wil ik leren: beter tellen\nDit kan ik er zelf voor doen: oefenen",
    }


def test_words_that_stand_in_the_overview_only_come_along(werk: Werk) -> None:
    werk.vul("behoeften", "een vaste plek vooraan")
    werk.vul("gesprek_leerling", "wil graag vooraan zitten")
    waarden = werk.waarden(werk.maak())
    assert waarden["behoeften"] == "een vaste plek vooraan"
    assert waarden["gehoord_woorden"] == "wil graag vooraan zitten"


def test_a_subject_has_the_fields_of_its_own_form(bouwer: Bouwer) -> None:
    werk = Werk(bouwer, Soort.VAKSPECIFIEK)
    plaats = werk.maak()
    assert werk.schrijf(plaats, "inhoud", "hoofdstuk 1 en 2").versie == 1
    with pytest.raises(NietGevonden):
        werk.schrijf(plaats, "bestemming", "vmbo-t")


@pytest.mark.parametrize("reden", ["", "  \n", "x" * 4001])
def test_without_a_reason_or_with_too_long_a_one_there_is_no_plan(reden: str, werk: Werk) -> None:
    with pytest.raises(OngeldigeWaarde):
        werk.maak(reden=reden)
    assert handelingsplannen.lijst(werk.session, werk.cyclus) == []


def test_a_pupil_has_one_plan_in_a_cycle_and_is_not_offered_again(werk: Werk) -> None:
    werk.maak()
    with pytest.raises(Conflict):
        werk.maak(reden="Nog een")
    namen = [leerling.naam for _, leerling in handelingsplannen.zonder_plan(werk.session, werk.cyclus)]
    assert namen == ["Leerling02 Achternaam02", "Leerling03 Achternaam03"]


def test_a_pupil_of_another_group_gets_no_plan_here(werk: Werk, bouwer: Bouwer) -> None:
    ander = Werk(bouwer)
    with pytest.raises(NietGevonden):
        handelingsplannen.maak(werk.session, werk.groep, werk.cyclus, ander.regel(), "Daarom", werk.eigenaar)
    plaats = ander.maak()
    with pytest.raises(NietGevonden):
        handelingsplannen.zoek(werk.session, werk.groep, plaats.regel.id)


def test_a_field_is_saved_over_the_version_that_was_seen(werk: Werk) -> None:
    plaats = werk.maak()
    assert werk.schrijf(plaats, "aanpak", " kort\u00a0en vaak ").waarde == "kort en vaak"
    assert werk.schrijf(plaats, "aanpak", "kort en vaak").versie == 1  # the same is no change
    with pytest.raises(Conflict) as fout:
        werk.schrijf(plaats, "aanpak", "iets anders")
    assert fout.value.gegevens["waarde"] == "kort en vaak"
    assert "“Aanpak”" in str(fout.value)
    assert werk.schrijf(plaats, "aanpak", "", 1).waarde == ""


def test_two_who_fill_an_empty_field_are_told_of_each_other(werk: Werk) -> None:
    plaats = werk.maak()
    werk.schrijf(plaats, "organisatie", "elke dinsdag")
    with pytest.raises(Conflict):
        werk.schrijf(plaats, "organisatie", "elke week")


def test_4000_characters_are_kept_and_more_are_refused(werk: Werk) -> None:
    plaats = werk.maak()
    assert len(werk.schrijf(plaats, "aanpak", "x" * 4000).waarde) == 4000
    with pytest.raises(OngeldigeWaarde):
        werk.schrijf(plaats, "aanpak", "x" * 4001, 1)


@pytest.mark.parametrize("dag", ["gisteren", "2026-13-01", "1970-01-01", "2099-01-01"])
def test_when_the_pupil_was_heard_is_a_day_that_has_been(dag: str, werk: Werk) -> None:
    plaats = werk.maak()
    with pytest.raises(OngeldigeWaarde):
        werk.schrijf(plaats, "gehoord_op", dag)
    assert werk.schrijf(plaats, "gehoord_op", vandaag().isoformat()).versie == 1
    assert werk.schrijf(plaats, "gehoord_op", "", 1).waarde == ""


def test_parents_agreement_has_a_name_and_a_day_and_can_be_taken_back(werk: Werk) -> None:
    plaats = werk.maak()
    werk.akkoord(plaats, JA)
    assert handelingsplandocument.akkoord_in_woorden(plaats.plan).startswith("Anna de Vries, ondertekend op ")
    assert handelingsplannen.lijst(werk.session, werk.cyclus)[0].akkoord_wijze == "ondertekend"
    werk.akkoord(plaats, JA)  # the same again is no change
    with pytest.raises(Conflict):
        werk.akkoord(plaats, Akkoord("mondeling", "Bo", JA.op))
    werk.akkoord(plaats, Akkoord("", "Anna", "onzin"), 2)
    assert (plaats.plan.akkoord_wijze, plaats.plan.akkoord_naam, plaats.plan.akkoord_op) == ("", "", None)


@pytest.mark.parametrize(
    "akkoord",
    [
        Akkoord("getekend", "Anna", JA.op),
        Akkoord("mondeling", " ", JA.op),
        Akkoord("mondeling", "x" * 121, JA.op),
        Akkoord("mondeling", "Anna", ""),
        Akkoord("mondeling", "Anna", (vandaag() + timedelta(days=1)).isoformat()),
    ],
)
def test_an_agreement_without_who_how_or_when_is_none(akkoord: Akkoord, werk: Werk) -> None:
    plaats = werk.maak()
    with pytest.raises(OngeldigeWaarde):
        werk.akkoord(plaats, akkoord)
    assert plaats.plan.versie == 1


def test_that_the_care_team_was_asked_is_dated_and_can_be_taken_back(werk: Werk) -> None:
    plaats = werk.maak()
    for _ in range(2):
        handelingsplanvelden.vraag_hulp(werk.session, plaats, True, werk.eigenaar)
    assert handelingsplannen.lijst(werk.session, werk.cyclus)[0].hulp_gevraagd
    handelingsplanvelden.vraag_hulp(werk.session, plaats, False, werk.eigenaar)
    assert plaats.plan.hulp_gevraagd_op is None


def test_what_was_taken_out_cannot_be_written_in_and_comes_back_as_it_was(werk: Werk) -> None:
    plaats = werk.maak()
    handelingsplannen.zet_weg(werk.session, plaats, True, werk.eigenaar)
    with pytest.raises(NietGevonden, match="terugzetten"):
        handelingsplannen.zoek(werk.session, werk.groep, plaats.regel.id)
    assert [rij.weg for rij in handelingsplannen.lijst(werk.session, werk.cyclus)] == [True]
    assert not handelingsplannen.is_er(werk.session, plaats.regel.id)
    handelingsplannen.zet_weg(werk.session, plaats, False, werk.eigenaar)
    terug = handelingsplannen.zoek(werk.session, werk.groep, plaats.regel.id)
    assert werk.waarden(terug)["reden"] == "Leert thuis in deeltijd."


def test_a_plan_of_a_closed_cycle_is_read_only(werk: Werk) -> None:
    plaats = werk.maak()
    werk.schrijf(plaats, "bestemming", "vmbo-t")
    werk.schrijf(plaats, "aanpak", "kort en vaak")
    oud = werk.cyclus
    werk.volgende_cyclus()
    plaats = handelingsplannen.zoek(werk.session, werk.groep, plaats.regel.id)
    for doe in (
        lambda: werk.schrijf(plaats, "aanpak", "anders", 1),
        lambda: werk.akkoord(plaats, JA),
        lambda: handelingsplanvelden.vraag_hulp(werk.session, plaats, True, werk.eigenaar),
        lambda: handelingsplannen.zet_weg(werk.session, plaats, True, werk.eigenaar),
        lambda: handelingsplannen.maak(
            werk.session, werk.groep, oud, plaats.regel.id, "Daarom", werk.eigenaar
        ),
    ):
        with pytest.raises(Gesloten):
            doe()
    # the next plan of the pupil goes on from where this one aimed
    waarden = werk.waarden(werk.maak(reden="Nog steeds"))
    assert waarden == {"reden": "Nog steeds", "bestemming": "vmbo-t"}


def test_its_history_is_read_where_the_plan_is_and_nowhere_else(werk: Werk, session: Session) -> None:
    plaats = werk.maak()
    werk.schrijf(plaats, "aanpak", "kort en vaak")
    werk.akkoord(plaats, JA)
    gelezen = [w.nieuw for w in geschiedenis.van_handelingsplan(session, werk.groep, plaats.regel.id)]
    assert gelezen[1:] == ["Aanpak: kort en vaak", "Handelingsplan gemaakt: Leert thuis in deeltijd."]
    assert gelezen[0].startswith("Akkoord van ouders: ondertekend, Anna de Vries op ")
    assert len(session.scalars(select(Wijziging).filter_by(onderwerp=Onderwerp.HANDELINGSPLAN)).all()) == 3
    elders = geschiedenis.van_leerling(session, werk.groep, plaats.regel.persoon_id, [])
    assert [w.onderwerp for w in elders if w.onderwerp == Onderwerp.HANDELINGSPLAN] == []


def test_a_mentor_knows_of_the_subject_plans_of_own_pupils_only(bouwer: Bouwer, session: Session) -> None:
    vak = Werk(bouwer, Soort.VAKSPECIFIEK)
    klascursus, mentor = bouwer.cursus("Klas 3HB", "3HB"), bouwer.docent("Mo", "Mentor")
    klas = bouwer.groep(klascursus, mentor)
    lid = bouwer.lid(klascursus, vak.leerlingen[0])
    for rij in (0, 1):
        vak.maak(rij)
    (gezien,) = vakplannen.bij_vakken(session, klas)
    assert (gezien.leerling.naam, gezien.vakgroep_id) == ("Leerling01 Achternaam01", vak.groep.id)
    assert vakplannen.mentoren_van(session, vak.groep, vak.leerlingen[0].id) == ["Mo Mentor"]
    assert vakplannen.mentoren_van(session, vak.groep, vak.leerlingen[1].id) == []
    gelezen = vakplannen.zoek(session, klas, vak.groep.id, vak.leerlingen[0].id)
    assert gelezen.regel.id == vak.regel()
    with pytest.raises(NietGevonden):
        vakplannen.zoek(session, klas, vak.groep.id, vak.leerlingen[1].id)
    handelingsplannen.zet_weg(session, gelezen, True, vak.eigenaar)
    assert vakplannen.bij_vakken(session, klas) == []
    handelingsplannen.zet_weg(session, gelezen, False, vak.eigenaar)
    lid.vertrokken_op = nu()  # no pupil of this mentor any more
    session.flush()
    assert vakplannen.bij_vakken(session, klas) == []
    with pytest.raises(NietGevonden):
        vakplannen.zoek(session, klas, vak.groep.id, vak.leerlingen[0].id)


def test_on_paper_it_is_marked_and_has_room_for_signatures(werk: Werk) -> None:
    plaats = werk.maak()
    werk.schrijf(plaats, "gehoord_op", "2026-09-01")
    formulier = handelingsplandocument.maak(werk.session, plaats)
    assert formulier.vertrouwelijk
    assert formulier.handtekeningen == ("Ouder of verzorger", "Ouder of verzorger", "Leerling", "Mentor")
    teksten = {deel.kop: deel.tekst for deel in formulier.delen}
    assert teksten["Waarom past dit niet in het groepsplan?"] == "Leert thuis in deeltijd."
    assert teksten["Wanneer is de leerling gehoord?"] == "1 september 2026"
    assert teksten["Aanpak"] == "Nog niet ingevuld."
    assert teksten["Akkoord van ouders"] == "Ouders hebben nog geen akkoord gegeven."
