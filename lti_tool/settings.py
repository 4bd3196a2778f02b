"""Settings: config/default.toml, then the environment. Refuses a bad or missing value by its name."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from math import inf
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PREFIX = "GROEPSWIJZER_"
PLAIN_HTTP_HOSTS = ("localhost", "127.0.0.1")
DATABASES = ("sqlite", "postgresql", "postgres", "postgresql+psycopg")
MINIMUM_SECRET = 32


class SettingsError(Exception):
    """A setting is missing or can't be used; the message names it and says what to do."""


def data_dir(name: str) -> Path:
    """The folder `config` or `templates`: beside the package in a checkout, inside it in a wheel."""
    package = Path(__file__).resolve().parent
    inside = package / "_data" / name
    return inside if inside.is_dir() else package.parent / name


@dataclass(frozen=True)
class Settings:
    """Every setting, typed. What each means stands in config/default.toml."""

    base_url: str
    secret_key: str
    database_url: str
    bind: str
    workers: int
    proxies: int
    session_minutes: int
    roster_minutes: int
    registration_link_hours: int
    key_overlap_days: int
    connect_timeout: float
    read_timeout: float
    max_request_bytes: int
    helpdesk: str
    log_format: str

    @property
    def secure(self) -> bool:
        """Whether browsers reach the tool over https."""
        return self.base_url.startswith("https://")

    @property
    def timeouts(self) -> tuple[float, float]:
        """Connect and read timeout in seconds, as requests takes them."""
        return (self.connect_timeout, self.read_timeout)


def load_settings(environ: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
    """Read the settings; overrides win over the environment, which wins over the file.

    Raises SettingsError, naming the setting, when a value is missing or can't be used.
    """
    environ = os.environ if environ is None else environ
    values = tomllib.loads((data_dir("config") / "default.toml").read_text(encoding="utf-8"))
    for field in fields(Settings):
        given = environ.get(PREFIX + field.name.upper())
        if given is not None:
            values[field.name] = _convert(field.name, given, type(values[field.name]))
    settings = Settings(**(values | overrides))
    _check(settings)
    return settings


def _convert(name: str, given: str, kind: type) -> Any:
    try:
        return kind(given)
    except ValueError as error:
        raise SettingsError(f"{PREFIX}{name.upper()}: {given!r} is not a valid {kind.__name__}") from error


def _check(settings: Settings) -> None:
    _check_base_url(settings.base_url)
    if len(settings.secret_key) < MINIMUM_SECRET:
        raise SettingsError(
            f"{PREFIX}SECRET_KEY is missing or shorter than {MINIMUM_SECRET} characters. Make one with: "
            'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
        )
    if settings.log_format not in ("json", "text"):
        raise SettingsError(f"{PREFIX}LOG_FORMAT: choose json or text, not {settings.log_format!r}")
    host, _, port = settings.bind.rpartition(":")
    if not host or not _is_port(port):
        raise SettingsError(f"{PREFIX}BIND: {settings.bind!r} is not host:port")
    if settings.database_url.partition(":")[0] not in DATABASES:
        # not the value itself: it holds a password
        raise SettingsError(f"{PREFIX}DATABASE_URL must start with sqlite:/// or postgresql://")
    for name in ("workers", "session_minutes", "registration_link_hours", "max_request_bytes"):
        if getattr(settings, name) < 1:
            raise SettingsError(f"{PREFIX}{name.upper()} must be at least 1")
    for name in ("proxies", "roster_minutes", "key_overlap_days"):
        if getattr(settings, name) < 0:
            raise SettingsError(f"{PREFIX}{name.upper()} can't be negative")
    for name in ("connect_timeout", "read_timeout"):
        if not 0 < getattr(settings, name) < inf:
            raise SettingsError(f"{PREFIX}{name.upper()} must be a number of seconds above 0")


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text[:6]) < 65536


def _check_base_url(base_url: str) -> None:
    try:
        parts = urlsplit(base_url)
        usable = (
            parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and "@" not in base_url
        )
    except ValueError:  # a port or an IPv6 address that can't be
        usable = False
    if not usable:
        raise SettingsError(f"{PREFIX}BASE_URL: {base_url!r} is not a http(s) address")
    if parts.path or parts.query or parts.fragment:
        raise SettingsError(f"{PREFIX}BASE_URL: {base_url!r} must end after the host, without path or slash")
    if parts.scheme == "http" and parts.hostname not in PLAIN_HTTP_HOSTS:
        raise SettingsError(f"{PREFIX}BASE_URL: plain http is for {' and '.join(PLAIN_HTTP_HOSTS)} only")
