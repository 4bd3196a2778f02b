"""Needs: what is kept, how the overview's cell follows, and that nobody's work is lost."""

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lti_tool.hgw.domeinen import Domein
from lti_tool.models import Doel, Onderwijsbehoefte, Persoon, Regel, Wijziging, nu
from lti_tool.services.begrijpwijzer import behoeften
from lti_tool.services.begrijpwijzer.behoeftecel import herschrijf, vervang
from lti_tool.services.begrijpwijzer.behoefteinvoer import Behoefteinvoer, Doelinvoer, Zininvoer
from lti_tool.services.begrijpwijzer.behoeftelezen import van_regel, zoek_domein, zoek_plaats
from lti_tool.services.fouten import Conflict, Gesloten, NietGevonden, OngeldigeWaarde
from lti_tool.services.overzicht import cellen
from lti_tool.services.overzicht.cellen import Celplaats
from tests.factories.bouwer import Bouwer

DOEL = Doelinvoer("leest elke dag", "op de lijst", date(2026, 11, 20))
ZIN = Zininvoer("docenten", "docenten-vertrouwen", "docenten die vertrouwen geven")


@dataclass
class Werk:
    """One pupil's row, with short verbs for the tests."""

    session: Session
    plaats: Celplaats
    mentor: Persoon

    def domein(self, sleutel: str = "pedagogisch") -> Domein:
        return zoek_domein(self.plaats.groep, sleutel)

    def bewaar(self, *delen: Doelinvoer | Zininvoer, versie: int = 0, **anders: object) -> behoeften.Bewaard:
        sleutel = str(anders.pop("domein", "pedagogisch"))
        invoer = Behoefteinvoer(
            tuple(deel for deel in delen if isinstance(deel, Doelinvoer)),
            tuple(deel for deel in delen if isinstance(deel, Zininvoer)),
        )
        return behoeften.bewaar(
            self.session,
            self.plaats,
            self.domein(sleutel),
            invoer,
            versie,
            self.mentor,
            **anders,  # type: ignore[arg-type]
        )

    def typ(self, tekst: str, versie: int) -> None:
        """Change the words in the overview."""
        cellen.bewaar(self.session, self.plaats, tekst, versie, self.mentor)


@pytest.fixture
def werk(bouwer: Bouwer) -> Werk:
    mentor, cursus = bouwer.docent(), bouwer.cursus()
    bouwer.klas(cursus, 2)
    groep = bouwer.groep(cursus, mentor)
    bouwer.cyclus(groep)
    regel = bouwer.session.scalars(select(Regel).order_by(Regel.id)).first()
    assert regel is not None
    return Werk(bouwer.session, zoek_plaats(bouwer.session, groep, regel.id), mentor)


def test_the_statement_stands_in_the_overview_with_the_goal_first(werk: Werk) -> None:
    stand = werk.bewaar(DOEL, ZIN).cel
    assert stand.waarde == (
        "Doel: leest elke dag (te zien aan: op de lijst), uiterlijk 20 november 2026. "
        "Om dit doel te bereiken heeft deze leerling nodig: docenten die vertrouwen geven."
    )


def test_a_choice_stays_known_as_data_when_its_words_are_changed(werk: Werk) -> None:
    werk.bewaar(DOEL, Zininvoer("docenten", "docenten-vertrouwen", "docenten die Sem vertrouwen geven"))
    (behoefte,) = van_regel(werk.session, werk.plaats.regel.id)
    assert [(zin.sleutel, zin.tekst) for zin in behoefte.zinnen] == [
        ("docenten-vertrouwen", "docenten die Sem vertrouwen geven")
    ]


def test_a_change_here_replaces_the_statement_and_keeps_what_stands_around_it(werk: Werk) -> None:
    eerste = werk.bewaar(DOEL).cel
    werk.typ(f"Eerst met Sem praten.\n{eerste.waarde} Zie gesprek.", eerste.versie)
    tekst = werk.bewaar(Doelinvoer("leest vlot"), versie=1).cel.waarde
    assert tekst == "Eerst met Sem praten.\nDoel: leest vlot. Zie gesprek."


def test_words_changed_in_the_overview_are_not_written_over(werk: Werk) -> None:
    eerste = werk.bewaar(DOEL).cel
    werk.typ("Leest elke avond een kwartier.", eerste.versie)
    bewaard = werk.bewaar(DOEL, ZIN, versie=1)
    assert bewaard.cel.met_hand
    assert bewaard.cel.waarde == "Leest elke avond een kwartier."
    assert bewaard.behoefte is not None
    assert len(bewaard.behoefte.zinnen) == 1


def test_the_teacher_can_have_the_statement_made_anew(werk: Werk) -> None:
    werk.bewaar(Doelinvoer("spelt werkwoorden"), domein="sp")
    tweede = werk.bewaar(DOEL).cel
    werk.typ(tweede.waarde.replace("leest elke dag", "leest soms"), tweede.versie)
    stand = werk.bewaar(Doelinvoer("leest vlot"), versie=1, opnieuw=True).cel
    assert not stand.met_hand
    assert stand.waarde == "Spelling. Doel: spelt werkwoorden.\nDoel: leest vlot."


def test_needs_of_several_domains_stand_under_each_other(werk: Werk) -> None:
    werk.bewaar(DOEL)
    tekst = werk.bewaar(Doelinvoer("spelt werkwoorden"), domein="sp").cel.waarde
    assert tekst.splitlines()[1] == "Spelling. Doel: spelt werkwoorden."


def test_an_emptied_need_leaves_the_cell_and_an_unwritten_one_makes_nothing(werk: Werk) -> None:
    assert werk.bewaar().behoefte is None
    werk.bewaar(DOEL, ZIN)
    assert werk.bewaar(versie=1).cel.waarde == ""
    assert werk.session.scalars(select(Doel)).all() == []


def test_the_second_writer_is_told_and_nothing_is_written(werk: Werk) -> None:
    werk.bewaar(DOEL)
    with pytest.raises(Conflict) as fout:
        werk.bewaar(Doelinvoer("iets anders"), versie=0)
    assert fout.value.gegevens["door"] == "Marieke de Jong"
    assert fout.value.gegevens["doelen"][0]["tekst"] == "leest elke dag"
    (behoefte,) = van_regel(werk.session, werk.plaats.regel.id)
    assert behoefte.doelen[0].tekst == "leest elke dag"


def test_the_same_again_is_no_change_whatever_the_version(werk: Werk) -> None:
    werk.bewaar(DOEL, ZIN)
    bewaard = werk.bewaar(DOEL, ZIN, versie=0)
    assert bewaard.behoefte is not None
    assert bewaard.behoefte.versie == 1
    assert len(werk.session.scalars(select(Wijziging).where(Wijziging.onderwerp == "cel")).all()) == 1


def test_a_goal_keeps_its_number_when_it_changes_and_moves(werk: Werk) -> None:
    werk.bewaar(DOEL, Doelinvoer("rekent vlot"))
    een, twee = werk.session.scalars(select(Doel).order_by(Doel.prioriteit)).all()
    werk.bewaar(Doelinvoer("rekent zonder fouten", id=twee.id), Doelinvoer("leest", id=een.id), versie=1)
    doelen = werk.session.scalars(select(Doel).order_by(Doel.prioriteit)).all()
    assert [(doel.id, doel.tekst) for doel in doelen] == [
        (twee.id, "rekent zonder fouten"),
        (een.id, "leest"),
    ]


def test_a_number_of_somebody_elses_goal_makes_a_new_goal(werk: Werk) -> None:
    werk.bewaar(DOEL)
    ander = werk.session.scalars(select(Doel.id)).one()
    werk.bewaar(Doelinvoer("spelt", id=ander), domein="sp")
    assert {doel.tekst for doel in werk.session.scalars(select(Doel))} == {"leest elke dag", "spelt"}


def test_sharing_a_goal_is_kept_in_the_history(werk: Werk) -> None:
    werk.bewaar(Doelinvoer("leest", gedeeld=True))
    tekst = werk.session.scalars(select(Wijziging.nieuw).where(Wijziging.onderwerp == "behoefte")).one()
    assert tekst == "Doel gedeeld met de leerling: leest"


def test_a_text_of_4000_characters_is_kept_and_a_longer_one_refused(werk: Werk) -> None:
    bewaard = werk.bewaar(Doelinvoer("a" * 4000))
    assert bewaard.behoefte is not None
    assert bewaard.behoefte.doelen[0].tekst == "a" * 4000
    assert bewaard.cel.te_lang
    with pytest.raises(OngeldigeWaarde, match="4001 tekens"):
        werk.bewaar(Doelinvoer("a" * 4001), versie=1)


def test_a_statement_that_fits_again_comes_into_the_cell(werk: Werk) -> None:
    werk.bewaar(Doelinvoer("a" * 4000))
    assert werk.bewaar(DOEL, versie=1).cel.waarde.startswith("Doel: leest elke dag")


def test_pasted_formatting_becomes_plain_text(werk: Werk) -> None:
    bewaard = werk.bewaar(Doelinvoer("leest\u00a0elke\u200b dag\x00\r\n\ud83d"))
    assert bewaard.behoefte is not None
    assert bewaard.behoefte.doelen[0].tekst == "leest elke dag"


@pytest.mark.parametrize(
    "delen",
    [
        [Zininvoer("koffie", "", "koffie die sterk is")],
        [Zininvoer("docenten", "x" * 65, "docenten die er zijn")],
        [Doelinvoer(f"doel {n}") for n in range(11)],
        [Zininvoer("docenten", "", f"docenten {n}") for n in range(41)],
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(
    werk: Werk, delen: list[Doelinvoer | Zininvoer]
) -> None:
    with pytest.raises(OngeldigeWaarde):
        werk.bewaar(*delen)
    assert werk.session.scalars(select(Onderwijsbehoefte)).all() == []


def test_a_closed_cycle_takes_no_needs(werk: Werk) -> None:
    werk.plaats.cyclus.gesloten_op = nu()
    with pytest.raises(Gesloten):
        werk.bewaar(DOEL)


def test_a_row_of_another_group_is_not_there(werk: Werk, bouwer: Bouwer) -> None:
    ander = bouwer.groep(bouwer.cursus(), werk.mentor)
    with pytest.raises(NietGevonden):
        zoek_plaats(werk.session, ander, werk.plaats.regel.id)
    with pytest.raises(NietGevonden):
        zoek_domein(werk.plaats.groep, "vak")


@pytest.mark.parametrize(
    ("cel", "oud", "nieuw", "wordt"),
    [
        ("", "", "A.", "A."),
        ("eigen", "", "A.", "eigen\nA."),
        ("", "A.", "B.", "B."),
        ("A.\nC.", "A.", "B.", "B.\nC."),
        ("C.\nA.", "A.", "", "C."),
        ("A.", "A.", "", ""),
        ("anders", "A.", "B.", None),
        ("B. En meer", "A.", "B.", "B. En meer"),
        # inside another statement it isn't the statement itself
        ("Spelling. A.", "A.", "B.", None),
        ("Spelling. A.\nA.", "A.", "B.", "Spelling. A.\nB."),
    ],
)
def test_one_statement_takes_the_place_of_another(cel: str, oud: str, nieuw: str, wordt: str | None) -> None:
    assert vervang(cel, oud, nieuw) == wordt


def test_a_fresh_statement_leaves_other_needs_alone() -> None:
    assert herschrijf("A.\nmet de hand", ["A.", "weg."], "B.") == "A.\nB."
    assert herschrijf("met de hand", [], "") == ""
