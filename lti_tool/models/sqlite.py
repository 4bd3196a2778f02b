"""What SQLite needs to be told: foreign keys, WAL, waiting for a lock, and when a write begins.

A transaction that reads first and writes later fails at once in WAL mode when somebody else wrote
in between (SQLITE_BUSY_SNAPSHOT; https://www.sqlite.org/isolation.html). So a transaction that will
write says so at its beginning (BEGIN IMMEDIATE) and then simply waits its turn.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine

_schrijft: ContextVar[bool] = ContextVar("schrijft", default=True)


@contextmanager
def alleen_lezen() -> Iterator[None]:
    """Transactions begun inside take no write lock on SQLite; other databases don't care."""
    token = _schrijft.set(False)
    try:
        yield
    finally:
        _schrijft.reset(token)


@contextmanager
def gaat_schrijven() -> Iterator[None]:
    """Transactions begun inside take the write lock at once, also within alleen_lezen()."""
    token = _schrijft.set(True)
    try:
        yield
    finally:
        _schrijft.reset(token)


def richt_sqlite_in(engine: Engine) -> None:
    """Attach the listeners to a SQLite engine; does nothing for another database."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _bij_verbinden)
    event.listen(engine, "begin", _bij_begin)


def _bij_verbinden(dbapi_connection: Any, _record: Any) -> None:
    # The driver's own, late BEGIN is switched off: _bij_begin says when and how.
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    for pragma in (
        "foreign_keys=ON",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "busy_timeout=10000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _bij_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _schrijft.get() else "BEGIN")
