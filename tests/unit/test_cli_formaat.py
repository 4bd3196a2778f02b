"""A school's columns from the command line: shown, set from a file, back to the default."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lti_tool.cli import groepswijzer
from lti_tool.models import Soort
from lti_tool.services.school import planformaattekst, planformaten
from lti_tool.services.school.formaattekst import lees, schrijf
from lti_tool.services.school.formaten import kolomformaten
from lti_tool.services.school.kolomtekst import OngeldigFormaat

MENTOR = ("--school", "Het Lindecollege", "--kind", "vakoverstijgend")
VAK = ("--school", "Het Lindecollege", "--kind", "vakspecifiek", "--subject", "wiskunde")


class Opdrachtregel:
    """`groepswijzer formaat …` on a database with one school."""

    def __init__(self, bestand: Path) -> None:
        self.omgeving = {
            "GROEPSWIJZER_SECRET_KEY": "x" * 40,
            "GROEPSWIJZER_DATABASE_URL": f"sqlite:///{bestand}",
            "GROEPSWIJZER_BASE_URL": "https://tool.linde.example",
        }

    def __call__(self, *woorden: str) -> Result:
        return CliRunner().invoke(groepswijzer, woorden, env=self.omgeving, catch_exceptions=False)

    def goed(self, *woorden: str) -> str:
        uitkomst = self("formaat", *woorden)
        assert (uitkomst.exit_code, uitkomst.stderr) == (0, "")
        return uitkomst.stdout

    def fout(self, *woorden: str) -> str:
        uitkomst = self("formaat", *woorden)
        assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
        return uitkomst.stderr


@pytest.fixture
def typ(sqlite_sjabloon: Path, tmp_path: Path) -> Opdrachtregel:
    bestand = tmp_path / "test.db"
    bestand.write_bytes(sqlite_sjabloon.read_bytes())
    typ = Opdrachtregel(bestand)
    assert typ("registration-link", "--school", "Het Lindecollege").exit_code == 0
    return typ


def test_what_is_shown_can_be_set_again(typ: Opdrachtregel, tmp_path: Path) -> None:
    getoond = typ.goed("show", *MENTOR)
    assert lees(getoond) == kolomformaten(Soort.VAKOVERSTIJGEND)
    bestand = tmp_path / "kolommen.toml"
    bestand.write_text(getoond.replace("Spelling", "Spelling en werkwoorden"), encoding="utf-8-sig")
    assert "16 kolommen bewaard" in typ.goed("set", *MENTOR, "--file", str(bestand))
    assert "Spelling en werkwoorden" in typ.goed("show", *MENTOR)


def test_one_subject_goes_its_own_way_and_back(typ: Opdrachtregel, tmp_path: Path) -> None:
    bestand = tmp_path / "wiskunde.toml"
    bestand.write_text(schrijf(kolomformaten(Soort.VAKSPECIFIEK)[1:]), encoding="utf-8")
    typ.goed("set", *VAK, "--file", str(bestand))
    assert 'sleutel = "normtoets"' not in typ.goed("show", *VAK)
    assert 'sleutel = "normtoets"' in typ.goed("show", *VAK[:4])
    assert typ.goed("reset", *VAK) == "De standaard geldt weer.\n"
    assert typ.goed("reset", *VAK) == "De standaard gold al.\n"


def test_every_wrong_line_of_a_file_is_named_and_nothing_is_kept(typ: Opdrachtregel, tmp_path: Path) -> None:
    ervoor = typ.goed("show", *MENTOR)
    bestand = tmp_path / "kolommen.toml"
    bestand.write_text(ervoor.replace('blok = "toetsen"', 'blok = "x"', 2), encoding="utf-8")
    melding = typ.fout("set", *MENTOR, "--file", str(bestand))
    assert melding.count(": blok is toetsen, seo, waarnemen of behoeften.") == 2
    assert typ.goed("show", *MENTOR) == ervoor


@pytest.mark.parametrize(
    ("inhoud", "melding"), [(b"\xff\xfe\x00naam", "is geen tekst in UTF-8"), (b"", "Begin elke kolom")]
)
def test_a_file_that_is_no_text_is_refused(
    inhoud: bytes, melding: str, typ: Opdrachtregel, tmp_path: Path
) -> None:
    bestand = tmp_path / "kolommen.toml"
    bestand.write_bytes(inhoud)
    assert melding in typ.fout("set", *MENTOR, "--file", str(bestand))


def test_an_unknown_school_and_a_subject_of_a_mentor_are_refused(typ: Opdrachtregel) -> None:
    assert "De Berk is niet bekend" in typ.fout("show", "--school", "De Berk", "--kind", "vakspecifiek")
    assert "heeft geen vak" in typ.fout("show", *MENTOR, "--subject", "wiskunde")
    assert "heeft geen vak" in typ.fout("reset", *MENTOR, "--subject", "wiskunde")


PLAN = ("--school", "Het Lindecollege", "--kind", "plan-vakspecifiek", "--subject", "wiskunde")


def test_the_columns_of_a_plan_are_shown_set_and_put_back(typ: Opdrachtregel, tmp_path: Path) -> None:
    getoond = typ.goed("show", *PLAN)
    assert planformaattekst.lees(getoond) == planformaten.standaard(Soort.VAKSPECIFIEK)
    bestand = tmp_path / "plan.toml"
    bestand.write_text(getoond.replace('naam = "Inhoud"', 'naam = "Leerstof"'), encoding="utf-8")
    assert "6 kolommen bewaard. Nieuwe plannen" in typ.goed("set", *PLAN, "--file", str(bestand))
    assert "Leerstof" in typ.goed("show", *PLAN)
    # an overview's columns are another matter
    assert "Leerstof" not in typ.goed("show", *VAK)
    assert "standaard geldt weer" in typ.goed("reset", *PLAN)
    assert "Leerstof" not in typ.goed("show", *PLAN)


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("", "Begin elke kolom"),
        ("[[kolommen]]\nnaam = 'x'\n", "ontbreekt sleutel"),
        ("[[kolommen]]\nsleutel = 'a'\nnaam = 'x'\nkleur = 1\n", "Regel 4: kleur"),
        ("[[kolommen]]\nsleutel = 'a'\nnaam = 'x'\nbreedte = 9\n", "Regel 4: breedte"),
        ("[[kolommen]]\nsleutel = 'a'\nnaam = 'x'\n", "organisatie"),
        ("kolommen = 3\nx = [", "schrijfwijze"),
    ],
)
def test_a_wrong_line_of_a_plans_columns_is_named(tekst: str, woord: str) -> None:
    with pytest.raises(OngeldigFormaat) as fout:
        planformaattekst.lees(tekst)
    assert woord in " ".join(fout.value.fouten)
