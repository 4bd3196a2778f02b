"""The revisions make exactly the tables of the models, and each of them can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from lti_tool import create_app
from lti_tool.extensions import db
from lti_tool.models import Base
from tests.conftest import instellingen

REVISIES = list(reversed(list(ScriptDirectory(str(Path("lti_tool/migrations").resolve())).walk_revisions())))


@pytest.fixture(params=["sqlite", "postgresql"])
def leeg(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The application on a database without a single table."""
    url = f"sqlite:///{tmp_path / 'leeg.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("lege_postgres_url")
    app = create_app(instellingen(url))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def tabellen() -> set[str]:
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def test_the_revisions_form_one_line() -> None:
    assert [r.down_revision for r in REVISIES] == [None, *(r.revision for r in REVISIES[:-1])]
    assert [Path(r.path).name[:4] for r in REVISIES] == [f"{n:04}" for n in range(1, len(REVISIES) + 1)]


@pytest.mark.usefixtures("leeg")
def test_the_newest_revision_equals_the_models() -> None:
    upgrade()
    with db.engine.connect() as verbinding:
        context = MigrationContext.configure(verbinding, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.usefixtures("leeg")
def test_every_revision_goes_up_down_and_up_again() -> None:
    stappen: list[set[str]] = [set()]
    for revisie in REVISIES:
        upgrade(revision=revisie.revision)
        stappen.append(tabellen())
    assert stappen[-1] == set(Base.metadata.tables)
    for verwacht in reversed(stappen[:-1]):
        downgrade(revision="-1")
        assert tabellen() == verwacht
    upgrade()
    assert tabellen() == set(Base.metadata.tables)
