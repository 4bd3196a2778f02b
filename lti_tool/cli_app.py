"""The application behind a command, closed when the command is done."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from flask import Flask


def open_app() -> "Flask":
    """The application. Its database connections close with the running command."""
    from lti_tool import create_app

    app = create_app()
    click.get_current_context().call_on_close(lambda: _sluit(app))
    return app


def _sluit(app: "Flask") -> None:
    from lti_tool.extensions import db

    with app.app_context():
        db.engine.dispose()
