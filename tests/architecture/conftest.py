"""A PostgreSQL database with nothing in it, besides the migrated one of the other tests."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import make_url


@pytest.fixture
def lege_postgres_url(postgres_url: str) -> Iterator[str]:
    naam = f"leeg_{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}"
    with psycopg.connect(postgres_url, autocommit=True) as verbinding:
        verbinding.execute(f"DROP DATABASE IF EXISTS {naam} WITH (FORCE)")
        verbinding.execute(f"CREATE DATABASE {naam}")
        yield make_url(postgres_url).set(database=naam).render_as_string(hide_password=False)
        verbinding.execute(f"DROP DATABASE {naam} WITH (FORCE)")
