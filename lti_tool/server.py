"""`groepswijzer serve`: gunicorn in this process, with config/gunicorn.conf.py."""

from typing import Any

from gunicorn.app.base import Application

from lti_tool import create_app
from lti_tool.settings import data_dir


class Server(Application):  # type: ignore[misc]  # an untyped library's class
    """Gunicorn's way for a program to run it (https://docs.gunicorn.org/en/stable/custom.html)."""

    def load_config(self) -> None:
        """Called by gunicorn; the command line is ours, not its."""
        self.load_config_from_file(str(data_dir("config") / "gunicorn.conf.py"))

    def load(self) -> Any:
        """Called by gunicorn, once: before the workers are forked."""
        return create_app()
