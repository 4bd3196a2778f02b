"""Alembic's environment: the application's own engine and tables."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy import Connection

from lti_tool.models import Base
from lti_tool.models.types import TZDateTime


def _render(soort: str, voorwerp: Any, _autogen: AutogenContext) -> str | Literal[False]:
    """In a revision our own column type is the plain one it is stored as: revisions import no models."""
    if soort == "type" and isinstance(voorwerp, TZDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def _migreer(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=_render,
        # SQLite changes a table by copying it
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


with current_app.extensions["migrate"].db.engine.connect() as verbinding:
    _migreer(verbinding)
    verbinding.commit()
