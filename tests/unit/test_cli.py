"""Every command on a real database: what it does, and one clear line for what it can't do."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, event, text
from sqlalchemy.pool import Pool

from lti_tool.cli import groepswijzer

PLATFORM = {
    "--school": "Het Lindecollege",
    "--issuer": "https://elo.linde.example",
    "--client-id": "klant",
    "--deployment-id": "1",
    "--auth-url": "https://elo.linde.example/auth",
    "--token-url": "https://elo.linde.example/token",
    "--jwks-url": "https://elo.linde.example/jwks",
}


class Opdrachtregel:
    """A server on which `groepswijzer` is typed, with a database file of its own."""

    def __init__(self, bestand: Path) -> None:
        self.database = f"sqlite:///{bestand}"
        self.omgeving = {
            "GROEPSWIJZER_SECRET_KEY": "x" * 40,
            "GROEPSWIJZER_DATABASE_URL": self.database,
            "GROEPSWIJZER_BASE_URL": "https://tool.linde.example",
        }

    def __call__(self, *woorden: str, **anders: str) -> Result:
        return CliRunner().invoke(groepswijzer, woorden, env=self.omgeving | anders, catch_exceptions=False)

    def goed(self, *woorden: str) -> str:
        uitkomst = self(*woorden)
        assert (uitkomst.exit_code, uitkomst.stderr) == (0, "")
        return uitkomst.stdout

    def fout(self, *woorden: str, **anders: str) -> str:
        """The one line in which it is refused."""
        uitkomst = self(*woorden, **anders)
        assert isinstance(uitkomst.exception, SystemExit)
        assert (uitkomst.exit_code, uitkomst.stdout) == (1, "")
        assert uitkomst.stderr.count("\n") == 1
        return uitkomst.stderr

    def platform(self, **anders: str) -> Result:
        opties = PLATFORM | {f"--{naam}": waarde for naam, waarde in anders.items()}
        return self("platform", "add", *(woord for optie in opties.items() for woord in optie))

    def vraag(self, sql: str) -> list[tuple[object, ...]]:
        motor = create_engine(self.database)
        with motor.connect() as verbinding:
            rijen = [tuple(rij) for rij in verbinding.execute(text(sql))]
        motor.dispose()
        return rijen


@pytest.fixture
def leeg(tmp_path: Path) -> Opdrachtregel:
    return Opdrachtregel(tmp_path / "leeg.db")


@pytest.fixture
def typ(sqlite_sjabloon: Path, tmp_path: Path) -> Opdrachtregel:
    """With a database that is up to date."""
    bestand = tmp_path / "test.db"
    bestand.write_bytes(sqlite_sjabloon.read_bytes())
    return Opdrachtregel(bestand)


def test_a_command_leaves_no_connection_open(typ: Opdrachtregel) -> None:
    open_: list[int] = []

    def geopend(_verbinding: object, rij: object) -> None:
        open_.append(id(rij))

    def gesloten(_verbinding: object, rij: object) -> None:
        open_.remove(id(rij))

    event.listen(Pool, "connect", geopend)
    event.listen(Pool, "close", gesloten)
    try:
        typ.platform()
        typ.goed("platform", "list")
    finally:
        event.remove(Pool, "connect", geopend)
        event.remove(Pool, "close", gesloten)
    assert open_ == []


def test_help_names_every_command(leeg: Opdrachtregel) -> None:
    hulp = leeg.goed("--help")
    for opdracht in (
        "demo",
        "keys",
        "migrate",
        "owners",
        "platform",
        "registration-link",
        "serve",
        "voorbeeld",
    ):
        assert f"  {opdracht} " in hulp


def test_the_version_is_told(leeg: Opdrachtregel) -> None:
    assert leeg.goed("--version").startswith("groepswijzer, version ")


def test_migrate_makes_the_tables_and_may_be_given_again(leeg: Opdrachtregel) -> None:
    for _ in range(2):
        assert leeg("migrate").stdout == "De database is bij.\n"
    assert leeg.vraag("SELECT count(*) FROM school") == [(0,)]


@pytest.mark.parametrize(
    "opdracht", [["migrate"], ["serve"], ["platform", "list"], ["keys", "rotate"], ["voorbeeld", "laden"]]
)
def test_nothing_starts_without_a_secret(leeg: Opdrachtregel, opdracht: list[str]) -> None:
    assert "GROEPSWIJZER_SECRET_KEY" in leeg.fout(*opdracht, GROEPSWIJZER_SECRET_KEY="")


def test_serve_refuses_a_bad_setting_before_any_worker_runs(leeg: Opdrachtregel) -> None:
    assert "GROEPSWIJZER_WORKERS" in leeg.fout("serve", GROEPSWIJZER_WORKERS="0")


def test_a_database_without_tables_is_one_line_that_says_what_to_run(leeg: Opdrachtregel) -> None:
    assert "groepswijzer migrate" in leeg.fout("platform", "list")


def test_a_database_that_is_not_there_is_one_line_without_its_password(leeg: Opdrachtregel) -> None:
    adres = "postgresql://piet:welkom01@127.0.0.1:1/groepswijzer"
    melding = leeg.fout("platform", "list", GROEPSWIJZER_DATABASE_URL=adres)
    assert "De database werkt niet mee" in melding
    assert "welkom01" not in melding


def test_an_address_that_is_no_database_is_refused(leeg: Opdrachtregel) -> None:
    assert "GROEPSWIJZER_DATABASE_URL" in leeg.fout(
        "platform", "list", GROEPSWIJZER_DATABASE_URL="postgresql:x"
    )


def test_a_platform_is_added_listed_and_switched_off(typ: Opdrachtregel) -> None:
    for _ in range(2):
        assert typ.platform().stdout == "Het platform is geregistreerd.\n"
    regel = "Het Lindecollege\thttps://elo.linde.example\tklant\t1\t"
    assert typ.goed("platform", "list") == f"{regel}aan\n"
    typ.goed("platform", "disable", "--issuer", PLATFORM["--issuer"], "--client-id", "klant")
    assert typ.goed("platform", "list") == f"{regel}uit\n"


@pytest.mark.parametrize(
    ("optie", "waarde"),
    [
        ("issuer", "geen adres"),
        ("jwks-url", "http://elo.linde.example/jwks"),
        ("school", ""),
        ("client-id", ""),
    ],
)
def test_a_platform_with_a_bad_value_is_refused_and_not_kept(
    typ: Opdrachtregel, optie: str, waarde: str
) -> None:
    uitkomst = typ.platform(**{optie: waarde})
    assert (uitkomst.exit_code, uitkomst.stderr.count("\n")) == (1, 1)
    assert typ.vraag("SELECT count(*) FROM registratie") == [(0,)]


def test_a_platform_without_an_option_names_the_option(typ: Opdrachtregel) -> None:
    uitkomst = typ("platform", "add", "--school", "Het Lindecollege")
    assert uitkomst.exit_code == 2
    assert "'--issuer'" in uitkomst.stderr


def test_switching_off_an_unknown_platform_is_refused(typ: Opdrachtregel) -> None:
    melding = typ.fout("platform", "disable", "--issuer", "https://elo.anders.example", "--client-id", "x")
    assert "geen leeromgeving" in melding


def test_a_registration_link_is_ours_and_kept_only_as_a_hash(typ: Opdrachtregel) -> None:
    link = typ.goed("registration-link", "--school", "Het Lindecollege").strip()
    assert link.startswith("https://tool.linde.example/lti/register?")
    geheim = link.rpartition("=")[2]
    assert len(geheim) >= 32
    assert geheim not in str(typ.vraag("SELECT * FROM registratielink"))


def test_a_registration_link_for_no_school_is_refused(typ: Opdrachtregel) -> None:
    assert "naam van de school" in typ.fout("registration-link", "--school", " ")


def test_rotating_keys_keeps_the_old_one_published(typ: Opdrachtregel) -> None:
    for _ in range(2):
        assert "nog 7 dagen bekend" in typ.goed("keys", "rotate").replace("blijft", "nog")
    assert typ.vraag("SELECT count(*) FROM sleutel") == [(2,)]
    assert typ.vraag("SELECT count(*) FROM sleutel WHERE gepubliceerd_tot IS NULL") == [(1,)]


def test_an_owner_waits_until_course_and_teacher_are_known(typ: Opdrachtregel) -> None:
    typ.platform()
    woorden = ("owners", "set", "--school", "Het Lindecollege", "--course", "3HA", "--owner", "JNG")
    assert typ.goed(*woorden) == "0 ingesteld, 1 wachten tot cursus en docent bekend zijn.\n"


def test_a_known_owner_is_set_at_once(typ: Opdrachtregel) -> None:
    typ.platform()
    typ.goed("voorbeeld", "laden")
    woorden = ("owners", "set", "--school", "Het Lindecollege", "--course", "3HA", "--owner", "BAK")
    assert typ.goed(*woorden) == "1 ingesteld, 0 wachten tot cursus en docent bekend zijn.\n"
    eigenaar = (
        "SELECT naam FROM persoon JOIN eigenaarschap e ON e.persoon_id = persoon.id "
        "WHERE e.tot IS NULL AND e.herkomst = 'beheer'"
    )
    assert typ.vraag(eigenaar) == [("Bas Bakker",)]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252"])
def test_owners_come_from_a_list_as_spreadsheets_write_it(
    typ: Opdrachtregel, tmp_path: Path, codering: str
) -> None:
    typ.platform()
    lijst = tmp_path / "eigenaren.csv"
    lijst.write_bytes("cursus;eigenaar;soort;vak\r\n3HA;zoë@x.example;mentor;\r\n".encode(codering))
    typ.goed("owners", "set", "--school", "Het Lindecollege", "--csv", str(lijst))
    assert typ.vraag("SELECT cursus, persoon FROM aanwijzing") == [("3HA", "zoë@x.example")]


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "De eerste regel moet zijn"),
        (b"cursus;eigenaar;soort;vak\n3HA;;mentor;\n", "Regel 2"),
        (b"cursus;eigenaar;soort;vak\n3HA;JNG;baas;\n", "Regel 2"),
        (b"\x00\x01\xff", "De eerste regel moet zijn"),
    ],
)
def test_a_list_that_is_not_good_changes_nothing(
    typ: Opdrachtregel, tmp_path: Path, inhoud: bytes, melding: str
) -> None:
    typ.platform()
    lijst = tmp_path / "eigenaren.csv"
    lijst.write_bytes(inhoud)
    assert melding in typ.fout("owners", "set", "--school", "Het Lindecollege", "--csv", str(lijst))
    assert typ.vraag("SELECT count(*) FROM aanwijzing") == [(0,)]


def test_owners_of_an_unknown_school_are_refused(typ: Opdrachtregel) -> None:
    melding = typ.fout("owners", "set", "--school", "Nergens", "--course", "3HA", "--owner", "JNG")
    assert "De school Nergens heeft nog geen leeromgeving." in melding


@pytest.mark.parametrize("woorden", [[], ["--course", "3HA"], ["--csv", "/bestaat/niet.csv"]])
def test_owners_without_enough_words_are_refused(typ: Opdrachtregel, woorden: list[str]) -> None:
    assert typ("owners", "set", "--school", "Het Lindecollege", *woorden).exit_code == 2


def test_the_example_is_loaded_once(typ: Opdrachtregel) -> None:
    typ.platform()
    assert typ.goed("voorbeeld", "laden", "voorbeeld") == "Het voorbeeld is geladen.\n"
    assert typ.goed("voorbeeld", "laden") == "Het voorbeeld stond er al.\n"


def test_the_example_needs_the_demo_platform_and_a_known_name(typ: Opdrachtregel) -> None:
    assert "heeft nog geen leeromgeving" in typ.fout("voorbeeld", "laden")
    assert typ("voorbeeld", "laden", "anders").exit_code == 2


def test_the_demo_says_what_to_install_when_its_platform_is_missing(
    leeg: Opdrachtregel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lti_tool.cli.find_spec", lambda _: None)
    assert "pip install 'groepswijzer[demo]'" in leeg.fout("demo")


def test_the_demo_explains_its_own_options(leeg: Opdrachtregel) -> None:
    assert "--platform-port" in leeg.goed("demo", "--help")
