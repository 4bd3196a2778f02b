"""Settings refuse to start badly, and every one of them is explained."""

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from lti_tool.settings import PREFIX, Settings, SettingsError, data_dir, load_settings

GEHEIM = "x" * 32
DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def laad(**omgeving: str) -> Settings:
    return load_settings({PREFIX + "SECRET_KEY": GEHEIM} | {PREFIX + k: v for k, v in omgeving.items()})


def test_the_defaults_work_with_only_a_secret() -> None:
    settings = laad()
    assert settings.base_url == "http://127.0.0.1:8000"
    assert settings.database_url.startswith("sqlite:///")
    assert settings.timeouts == (3.0, 5.0)


@pytest.mark.parametrize("geheim", [None, "", "kort", "x" * 31])
def test_without_a_good_secret_it_says_how_to_make_one(geheim: str | None) -> None:
    omgeving = {} if geheim is None else {PREFIX + "SECRET_KEY": geheim}
    with pytest.raises(SettingsError, match="GROEPSWIJZER_SECRET_KEY is missing") as gevangen:
        load_settings(omgeving)
    assert "secrets.token_urlsafe" in str(gevangen.value)


def test_the_environment_wins_over_the_file_and_a_given_value_over_both() -> None:
    omgeving = {PREFIX + "SECRET_KEY": GEHEIM, PREFIX + "WORKERS": "3", PREFIX + "READ_TIMEOUT": "1.5"}
    assert load_settings(omgeving).workers == 3
    assert load_settings(omgeving).read_timeout == 1.5
    assert load_settings(omgeving, workers=4).workers == 4


@pytest.mark.parametrize(
    "adres",
    ["http://localhost:8000", "http://127.0.0.1", "https://school.example", "https://school.example:8443"],
)
def test_a_good_address_is_taken(adres: str) -> None:
    assert laad(BASE_URL=adres).secure is adres.startswith("https")


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("BASE_URL", ""),
        ("BASE_URL", "school.example"),
        ("BASE_URL", "ftp://school.example"),
        ("BASE_URL", "https://"),
        ("BASE_URL", "https://school.example/"),
        ("BASE_URL", "https://school.example/pad"),
        ("BASE_URL", "https://school.example?x=1"),
        ("BASE_URL", "https://school.example:hier"),
        ("BASE_URL", "https://school.example:99999"),
        ("BASE_URL", "https://[::1"),
        ("BASE_URL", "https://piet@school.example"),
        ("BASE_URL", "http://school.example"),
        ("BASE_URL", "http://localhost.school.example"),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "mysql://school.example/db"),
        ("DATABASE_URL", "groepswijzer.db"),
        ("BIND", "8000"),
        ("BIND", ":8000"),
        ("BIND", "127.0.0.1:"),
        ("BIND", "127.0.0.1:web"),
        ("BIND", "127.0.0.1:0"),
        ("BIND", "127.0.0.1:65536"),
        ("WORKERS", "0"),
        ("WORKERS", "veel"),
        ("WORKERS", "1.5"),
        ("PROXIES", "-1"),
        ("SESSION_MINUTES", "0"),
        ("ROSTER_MINUTES", "-1"),
        ("REGISTRATION_LINK_HOURS", "0"),
        ("KEY_OVERLAP_DAYS", "-1"),
        ("CONNECT_TIMEOUT", "0"),
        ("CONNECT_TIMEOUT", "nan"),
        ("READ_TIMEOUT", "inf"),
        ("READ_TIMEOUT", "vijf"),
        ("MAX_REQUEST_BYTES", "0"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_bad_value_is_refused_by_name(naam: str, waarde: str) -> None:
    with pytest.raises(SettingsError, match=f"^{PREFIX}{naam}"):
        laad(**{naam: waarde})


def test_plain_http_is_for_this_machine_only() -> None:
    with pytest.raises(SettingsError, match="plain http is for localhost"):
        laad(BASE_URL="http://192.168.1.10")


def test_a_refused_database_address_does_not_show_its_password() -> None:
    with pytest.raises(SettingsError) as gevangen:
        laad(DATABASE_URL="mysql://piet:geheim@school.example/db")
    assert "geheim" not in str(gevangen.value)


def test_every_setting_has_a_default_with_a_comment() -> None:
    tekst = (data_dir("config") / "default.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(tekst)) == {veld.name for veld in fields(Settings)}
    blokken = [blok.splitlines() for blok in tekst.split("\n\n")]
    assert all(blok[0].startswith("# ") for blok in blokken)


@pytest.mark.parametrize("veld", [veld.name for veld in fields(Settings)])
def test_every_setting_stands_in_the_documentation(veld: str) -> None:
    assert f"`{PREFIX}{veld.upper()}`" in DOCS.read_text(encoding="utf-8")
