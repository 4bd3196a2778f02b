"""What was proposed is written as a whole, with its history, and undone where nobody worked on since."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

from lti_tool.hgw.namenmatch import Zekerheid
from lti_tool.models import Cel, Cyclus, Groep, Kolom, Persoon, Regel, Scoreimport, Soort, Wijziging, nu
from lti_tool.services.cyclus import cyclusopening
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.groep import regels
from lti_tool.services.overzicht import cellen
from lti_tool.services.scores import celblok, importlijst, scoreimport
from lti_tool.services.scores.scoreblok import Blokrij
from lti_tool.services.scores.scorevoorstel import Uitkomst, stel_voor


@dataclass
class Werk:
    """A subject group with three pupils, and one concept at a time."""

    session: object
    groep: Groep
    cyclus: Cyclus
    docent: Persoon
    regels: list[Regel]
    kolom: Kolom
    concept: Scoreimport | None = field(default=None)

    def staat(self, rij, tekst):
        """Somebody types in a cell."""
        plaats = cellen.zoek_plaats(self.session, self.groep, self.regels[rij].id, self.kolom.id)
        cel = self.cel(rij)
        cellen.bewaar(self.session, plaats, tekst, cel.versie if cel else 0, self.docent)
        self.session.commit()

    def cel(self, rij):
        vraag = select(Cel).filter_by(regel_id=self.regels[rij].id, kolom_id=self.kolom.id)
        return self.session.scalars(vraag).one_or_none()

    def waarden(self):
        return [cel.waarde if (cel := self.cel(rij)) else None for rij in range(len(self.regels))]

    def rij(self, tekst, *rijen, wie="", zekerheid=Zekerheid.ZEKER):
        ids = tuple(self.regels[rij].id for rij in rijen)
        return Blokrij(wie, zekerheid, ids, "", {self.kolom.id: tekst})

    def stel_voor(self, *rijen, **anders):
        self.concept = scoreimport.begin(self.session, self.cyclus, self.docent, "cijfers.csv", {})
        scoreimport.bewaar_rijen(self.concept, rijen)
        self.session.commit()
        return stel_voor(self.session, self.cyclus, scoreimport.rijen_van(self.concept), **anders)

    def bevestig(self, voorstel, keuzes=None, leegmaken=False):
        geschreven = scoreimport.bevestig(
            self.session,
            self.concept,
            self.cyclus,
            self.docent,
            stand=voorstel.stand,
            keuzes=keuzes or {},
            leegmaken=leegmaken,
        )
        self.session.commit()
        return geschreven

    def maak_ongedaan(self):
        uitslag = scoreimport.maak_ongedaan(self.session, self.concept, self.cyclus, self.docent)
        self.session.commit()
        return uitslag


@pytest.fixture
def werk(bouwer):
    docent, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 3)
    groep = bouwer.groep(cursus, docent, Soort.VAKSPECIFIEK, "wiskunde")
    cyclus = bouwer.cyclus(groep)
    rijen = [regel for regel, _ in regels.van_leerlingen(bouwer.session, cyclus)]
    kolom = next(k for k in regels.kolommen(bouwer.session, cyclus) if k.sleutel == "toets_1")
    return Werk(bouwer.session, groep, cyclus, docent, rijen, kolom)


def test_a_proposal_says_per_cell_what_would_happen_and_changes_nothing(werk):
    werk.staat(0, "6")
    werk.staat(1, "7,5")
    voorstel = werk.stel_voor(werk.rij("7.46", 0), werk.rij("7.5", 1), werk.rij("11", 2))
    cellen_ = [cel for _, cel in voorstel.cellen]
    assert [cel.uitkomst for cel in cellen_] == [Uitkomst.WIJZIGT, Uitkomst.GELIJK, Uitkomst.GEWEIGERD]
    assert (cellen_[0].oud, cellen_[0].was, cellen_[0].nieuw) == ("6,0", "7,46", "7,5")
    assert "1,0 tot en met 10,0" in cellen_[2].waarom
    assert werk.waarden() == ["6,0", "7,5", None]


def test_rounding_that_lifts_a_score_to_the_agreement_is_pointed_at(werk):
    voorstel = werk.stel_voor(werk.rij("5.45", 0), werk.rij("5.44", 1), werk.rij("7.46", 2))
    assert [cel.waarom for _, cel in voorstel.cellen] == ["door afronden op de afspraak", "", ""]


def test_a_yes_writes_everything_with_who_and_which_import(werk):
    werk.staat(0, "6")
    voorstel = werk.stel_voor(werk.rij("7", 0), werk.rij("8", 1), werk.rij("x", 2))
    assert len(werk.bevestig(voorstel)) == 2
    assert werk.waarden() == ["7,0", "8,0", None]
    gekend = werk.session.scalars(select(Wijziging).where(Wijziging.import_id == werk.concept.id)).all()
    assert [(w.oud, w.nieuw, w.door_id) for w in gekend] == [
        ("6,0", "7,0", werk.docent.id),
        ("", "8,0", werk.docent.id),
    ]
    assert {w.leerling_id for w in gekend} == {regel.persoon_id for regel in werk.regels[:2]}


def test_the_file_itself_is_not_kept_after_the_yes(werk):
    werk.bevestig(werk.stel_voor(werk.rij("7", 0, wie="Leerling01 Achternaam01")))
    assert "Achternaam01" not in str(werk.concept.gegevens)


def test_a_second_yes_writes_nothing_more(werk):
    voorstel = werk.stel_voor(werk.rij("7", 0))
    eerste = werk.bevestig(voorstel)
    werk.staat(0, "9")
    assert werk.bevestig(voorstel) == eerste
    assert werk.waarden()[0] == "9,0"


def test_nothing_or_a_dash_never_wipes_what_stands_there_unless_chosen(werk):
    werk.staat(0, "6")
    werk.staat(1, "7")
    rijen = (werk.rij("-", 0), werk.rij("", 1), werk.rij("8", 2))
    voorstel = werk.stel_voor(*rijen)
    assert voorstel.te_legen == 2
    werk.bevestig(voorstel)
    assert werk.waarden() == ["6,0", "7,0", "8,0"]
    werk.bevestig(werk.stel_voor(*rijen, leegmaken=True), leegmaken=True)
    assert werk.waarden() == ["", "", "8,0"]
    werk.maak_ongedaan()
    assert werk.waarden() == ["6,0", "7,0", "8,0"]


def test_a_doubtful_row_is_written_only_for_the_pupil_who_was_picked(werk):
    voorstel = werk.stel_voor(werk.rij("7", 0, 1, zekerheid=Zekerheid.TWIJFEL), werk.rij("8", 2))
    assert [keuze.regel_id for keuze in voorstel.twijfel[0].keuzes] == [r.id for r in werk.regels[:2]]
    assert len(voorstel.wijzigt) == 1
    werk.bevestig(voorstel, {0: werk.regels[1].id})
    assert werk.waarden() == [None, "7,0", "8,0"]


@pytest.mark.parametrize("keuze", [2, None])
def test_a_pick_that_is_no_candidate_leaves_the_row_out(werk, keuze):
    voorstel = werk.stel_voor(werk.rij("7", 0, 1, zekerheid=Zekerheid.TWIJFEL), werk.rij("8", 2))
    werk.bevestig(voorstel, {0: werk.regels[keuze].id if keuze else 10**12, 1: werk.regels[0].id})
    assert werk.waarden() == [None, None, "8,0"]


@pytest.mark.parametrize("andere", [Zekerheid.ZEKER, Zekerheid.TWIJFEL])
def test_two_rows_for_one_pupil_are_refused_and_nothing_is_written(werk, andere):
    voorstel = werk.stel_voor(
        werk.rij("7", 0, 1, zekerheid=Zekerheid.TWIJFEL),
        werk.rij("8", 0, zekerheid=andere),
        werk.rij("9", 2),
    )
    with pytest.raises(OngeldigeWaarde, match="dezelfde leerling"):
        werk.bevestig(voorstel, {0: werk.regels[0].id, 1: werk.regels[0].id})
    werk.session.rollback()
    assert werk.waarden() == [None, None, None]


def test_a_yes_to_nothing_is_refused(werk):
    voorstel = werk.stel_voor(werk.rij("x", 0))
    with pytest.raises(OngeldigeWaarde, match="verandert niets"):
        werk.bevestig(voorstel)


@pytest.mark.parametrize("stond_er", [True, False])
def test_a_change_by_somebody_else_since_the_proposal_is_never_written_over(werk, stond_er):
    if stond_er:
        werk.staat(0, "6")
    voorstel = werk.stel_voor(werk.rij("7", 0), werk.rij("8", 1))
    werk.staat(0, "4")
    with pytest.raises(Conflict):
        werk.bevestig(voorstel)
    werk.session.rollback()
    assert werk.waarden() == ["4,0", None, None]


def test_a_yes_to_another_file_than_was_seen_is_refused(werk):
    gezien = werk.stel_voor(werk.rij("7", 0))
    werk.stel_voor(werk.rij("9", 0))  # in another tab; on SQLite even with the same id
    with pytest.raises(Conflict):
        werk.bevestig(gezien)


def test_of_two_who_fill_an_empty_cell_at_once_the_second_is_told(werk, monkeypatch):
    werk.staat(0, "4")
    voorstel = werk.stel_voor(werk.rij("7", 0), werk.rij("8", 1))
    monkeypatch.setattr(celblok, "lees_cellen", lambda *_: {})  # looked just before the other wrote
    with pytest.raises(Conflict):
        werk.bevestig(voorstel)
    werk.session.rollback()
    assert werk.waarden() == ["4,0", None, None]


def test_an_undo_puts_back_cell_by_cell_what_stood_there(werk):
    werk.staat(0, "6")
    werk.bevestig(werk.stel_voor(werk.rij("7", 0), werk.rij("8", 1)))
    uitslag = werk.maak_ongedaan()
    assert (len(uitslag.terug), uitslag.gebleven) == (2, ())
    assert werk.waarden() == ["6,0", "", None]
    laatste = werk.session.scalars(select(Wijziging).order_by(Wijziging.id.desc())).first()
    assert (laatste.oud, laatste.nieuw, laatste.import_id) == ("8,0", "", werk.concept.id)


def test_an_undo_leaves_what_somebody_changed_since_and_names_it(werk):
    werk.bevestig(werk.stel_voor(werk.rij("7", 0), werk.rij("8", 1)))
    werk.staat(1, "9")
    uitslag = werk.maak_ongedaan()
    assert werk.waarden() == ["", "9,0", None]
    namen = importlijst.benoem(werk.session, werk.cyclus, uitslag.gebleven)
    assert namen == ["Leerling02 Achternaam02, Eerste toets van de periode"]


def test_a_second_undo_changes_nothing_more(werk):
    werk.bevestig(werk.stel_voor(werk.rij("7", 0), werk.rij("8", 1)))
    eerste = werk.maak_ongedaan()
    werk.staat(0, "7")
    assert werk.maak_ongedaan() == eerste
    assert werk.waarden() == ["7,0", "", None]


def test_what_was_not_read_in_cannot_be_undone(werk):
    werk.stel_voor(werk.rij("7", 0))
    with pytest.raises(NietGevonden):
        werk.maak_ongedaan()


def test_a_closed_cycle_takes_nothing_and_gives_nothing_back(werk):
    werk.bevestig(werk.stel_voor(werk.rij("7", 0)))
    gedaan = werk.concept
    voorstel = werk.stel_voor(werk.rij("8", 1))
    werk.cyclus.gesloten_op = nu()
    with pytest.raises(Gesloten):
        werk.bevestig(voorstel)
    with pytest.raises(Gesloten):
        scoreimport.maak_ongedaan(werk.session, gedaan, werk.cyclus, werk.docent)
    with pytest.raises(Gesloten):
        scoreimport.begin(werk.session, werk.cyclus, werk.docent, "x.csv", {})
    assert werk.waarden() == ["7,0", None, None]


def test_a_concept_is_for_its_maker_and_its_group_only(werk, bouwer):
    werk.stel_voor(werk.rij("7", 0))
    ander = bouwer.docent("Noor", "Visser")
    with pytest.raises(NietGevonden):
        scoreimport.zoek(werk.session, werk.groep, werk.concept.id, ander)
    elders = bouwer.groep(bouwer.cursus(), werk.docent)
    with pytest.raises(NietGevonden):
        scoreimport.zoek(werk.session, elders, werk.concept.id, werk.docent)


def test_an_import_that_was_made_can_be_found_by_a_fellow_owner(werk, bouwer):
    werk.bevestig(werk.stel_voor(werk.rij("7", 0)))
    ander = bouwer.docent("Noor", "Visser")
    gevonden, _ = scoreimport.zoek(werk.session, werk.groep, werk.concept.id, ander)
    (regel,) = importlijst.recente(werk.session, werk.cyclus)
    assert (regel.id, regel.aantal, regel.door, regel.geplakt) == (
        gevonden.id,
        1,
        "Marieke de Jong",
        False,
    )


def test_concepts_are_not_kept_longer_than_needed(werk, bouwer):
    werk.stel_voor(werk.rij("7", 0))
    vergeten = scoreimport.begin(werk.session, werk.cyclus, bouwer.docent("Noor", "Visser"), "x.csv", {})
    vergeten.aangemaakt_op = nu() - timedelta(days=2)
    werk.session.commit()
    werk.stel_voor(werk.rij("8", 0))
    assert werk.session.scalars(select(Scoreimport)).all() == [werk.concept]


def test_a_pupil_who_left_the_list_since_is_nobody_in_the_proposal(werk):
    werk.stel_voor(werk.rij("7", 0, wie="Leerling01"), werk.rij("8", 1))
    regels.merk(werk.session, werk.groep, werk.regels[0].persoon_id, True)
    voorstel = stel_voor(werk.session, werk.cyclus, scoreimport.rijen_van(werk.concept))
    assert [rij.wie for rij in voorstel.zonder] == ["Leerling01"]
    assert [rij.leerling.naam for rij in voorstel.zeker] == ["Leerling02 Achternaam02"]
    assert [leerling.naam for leerling in voorstel.ontbreekt] == ["Leerling03 Achternaam03"]


def test_a_row_of_nobody_goes_where_the_teacher_says_and_comes_out_with_the_undo(werk):
    vreemd = werk.rij("7", wie="Piet Puk", zekerheid=Zekerheid.GEEN)
    voorstel = werk.stel_voor(vreemd, werk.rij("8", 1))
    (rij,) = voorstel.zonder
    assert (rij.nummer, rij.wie, rij.waarden, rij.gekozen) == (0, "Piet Puk", (("Toets 1", "7"),), None)
    assert [regel_id for regel_id, _ in voorstel.te_kiezen] == [werk.regels[0].id, werk.regels[2].id]
    werk.bevestig(voorstel, {0: werk.regels[2].id})
    assert werk.waarden() == [None, "8,0", "7,0"]
    assert werk.concept.gegevens["zonder"] == 0
    werk.maak_ongedaan()
    assert werk.waarden() == [None, "", ""]


@pytest.mark.parametrize("nummer", [0, -1, 10**9])
def test_a_pick_of_who_is_not_in_the_group_is_no_pick(werk, nummer):
    voorstel = werk.stel_voor(
        werk.rij("7", wie="Piet Puk", zekerheid=Zekerheid.GEEN), werk.rij("8", 1), keuzes={0: nummer}
    )
    assert (voorstel.zonder[0].gekozen, voorstel.fouten) == (None, [])


def test_two_rows_of_nobody_for_one_pupil_are_refused(werk):
    vreemden = [werk.rij(cijfer, wie="Piet Puk", zekerheid=Zekerheid.GEEN) for cijfer in ("7", "8")]
    wie = werk.regels[0].id
    voorstel = werk.stel_voor(*vreemden, keuzes={0: wie, 1: wie})
    assert [rij.nummer for rij in voorstel.fouten] == [0, 1]
    with pytest.raises(OngeldigeWaarde):
        werk.bevestig(voorstel, {0: wie, 1: wie})
    assert werk.waarden() == [None, None, None]


def test_a_new_cycle_is_another_overview(werk):
    werk.stel_voor(werk.rij("7", 0))
    nieuw = cyclusopening.open_cyclus(
        werk.session,
        werk.groep,
        werk.cyclus.eind + timedelta(days=1),
        werk.cyclus.eind + timedelta(days=90),
        None,
    )
    assert stel_voor(werk.session, nieuw, scoreimport.rijen_van(werk.concept)).cellen == []
